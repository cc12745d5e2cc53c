package ledgertest

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"apr/finance"
)

// A dialect is one way in which a finance system writes a ledger.
type dialect struct {
	separator rune
	encode    encoding.Encoding // nil for UTF-8
	mark      string            // what is before the text
	newline   string
	amount    func(finance.Money) string
	// twoColumns writes debit and credit instead of amount.
	twoColumns bool
	preamble   int
	subtotals  int // a subtotal after so many lines, 0 for none
	Workbook   bool
}

func (d dialect) String() string {
	enc := "UTF-8"
	if d.encode != nil {
		enc = fmt.Sprint(d.encode)
	}
	return fmt.Sprintf("%q %s %q two=%v xlsx=%v %s", d.separator, enc, d.newline, d.twoColumns, d.Workbook, d.amount(-123456))
}

// amountStyles are the forms in which amounts are written.
var amountStyles = []func(finance.Money) string{
	finance.Money.String,
	func(m finance.Money) string {
		return strings.ReplaceAll(strings.Replace(m.Exact(), "−", "-", 1), "£", "")
	},
	func(m finance.Money) string { return strings.Replace(m.Exact(), "−", "-", 1) },
	func(m finance.Money) string {
		if m < 0 {
			return "(" + (-m).Exact() + ")"
		}
		return m.Exact()
	},
	func(m finance.Money) string {
		if m < 0 {
			return (-m).String() + "-"
		}
		return m.String()
	},
	func(m finance.Money) string {
		if m < 0 {
			return strings.TrimPrefix((-m).Exact(), "£") + " CR"
		}
		return strings.TrimPrefix(m.Exact(), "£") + " DR"
	},
}

var encodings = []encoding.Encoding{nil, charmap.Windows1252,
	unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM), unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}

func RandomDialect(r *rand.Rand) dialect {
	d := dialect{
		separator: []rune(",;\t|")[r.IntN(4)], encode: encodings[r.IntN(len(encodings))],
		newline: []string{"\n", "\r\n", "\r"}[r.IntN(3)], amount: amountStyles[r.IntN(len(amountStyles))],
		twoColumns: r.IntN(4) == 0, preamble: r.IntN(8), subtotals: r.IntN(30), Workbook: r.IntN(6) == 0,
	}
	if d.encode == nil && r.IntN(2) == 0 {
		d.mark = "\ufeff"
	}
	return d
}

// row is one line of a random ledger: a blank amount has ok false.
type row struct {
	centre, account, text string
	Amount                finance.Money
	OK                    bool
}

func RandomRows(r *rand.Rand) (rows []row) {
	texts := []string{"Care at home", "Rent, rates", "Line\nbreak", `6" pipe`, "Café £5 – “extra”", "a;b|c\td", "", "Total Gas & Power"}
	for range r.IntN(200) {
		rows = append(rows, row{
			centre: fmt.Sprintf("%04d", r.IntN(40)), account: fmt.Sprintf("%05d", 40000+r.IntN(400)),
			text: texts[r.IntN(len(texts))], Amount: finance.Money(r.Int64N(20_000_000) - 9_000_000), OK: r.IntN(20) > 0,
		})
	}
	return rows
}

// Render writes rows in the dialect, with blank rows and totals between them.
// It says how many total rows it wrote.
func (d dialect) Render(t *testing.T, r *rand.Rand, rows []row) (data []byte, totals int) {
	header := []string{" cost  CENTRE", "Account", "Narrative", "Amount (£)"}
	if d.twoColumns {
		header = []string{" cost  CENTRE", "Account", "Narrative", "Debit", "Credit"}
	}
	var records [][]string
	for i := range d.preamble {
		records = append(records, [][]string{{"Ledger report"}, {"Run on", "01/04/2026"}, {""}, {"Parameters: all; period 1-12", "", ""}}[i%4])
	}
	records = append(records, header)
	var sum, since finance.Money
	total := func(label string, m finance.Money) {
		records = append(records, d.record(row{text: label, Amount: m, OK: true}))
		totals++
	}
	for i, l := range rows {
		if r.IntN(25) == 0 {
			records = append(records, make([]string, len(header)))
		}
		records = append(records, d.record(l))
		if l.OK {
			sum += l.Amount
			since += l.Amount
		}
		if d.subtotals > 1 && i%d.subtotals == d.subtotals-1 {
			total("Sub-total", since)
			since = 0
		}
	}
	total("Grand total", sum)
	if d.Workbook {
		return d.sheet(t, records), totals
	}
	return d.text(t, records), totals
}

func (d dialect) record(l row) []string {
	money := func(m finance.Money, ok bool) string {
		if !ok {
			return ""
		}
		return d.amount(m)
	}
	if d.twoColumns {
		return []string{l.centre, l.account, l.text, money(l.Amount, l.OK && l.Amount >= 0), money(-l.Amount, l.OK && l.Amount < 0)}
	}
	return []string{l.centre, l.account, l.text, money(l.Amount, l.OK)}
}

func (d dialect) text(t *testing.T, records [][]string) []byte {
	var b bytes.Buffer
	b.WriteString(d.mark)
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = d.separator, d.newline == "\r\n"
	if err := w.WriteAll(records); err != nil {
		t.Fatal(err)
	}
	text := b.Bytes()
	if d.newline == "\r" {
		text = bytes.ReplaceAll(text, []byte{'\n'}, []byte{'\r'})
	}
	if d.encode == nil {
		return text
	}
	data, err := d.encode.NewEncoder().Bytes(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// sheet writes amounts as numbers where they look like them, as workbooks do.
func (d dialect) sheet(t *testing.T, records [][]string) []byte {
	f := excelize.NewFile()
	defer f.Close()
	for i, record := range records {
		for j, c := range record {
			var value any = c
			if m, ok := finance.PlainAmount(c); ok && j >= 3 && !strings.ContainsAny(c, ",()£") && !strings.HasSuffix(c, "-") {
				value = float64(m) / 100
			}
			cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if err := f.SetCellValue("Sheet1", cell, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// DialectSpec classifies most of the random rows.
func DialectSpec(d dialect) finance.Spec {
	columns := map[string]string{"cost_centre": "Cost Centre", "account": "ACCOUNT", "text": "narrative", "amount": "Amount (£)"}
	if d.twoColumns {
		delete(columns, "amount")
		columns["debit"], columns["credit"] = "debit", "credit"
	}
	return finance.Spec{
		Year:       2025,
		Localities: []string{"North", "South", "East"},
		Ledgers:    []finance.LedgerSpec{{File: "ledger", Partner: "Council", Columns: columns}},
		Apportions: []finance.Apportionment{{Name: "all", Method: "Thirds", Shares: []finance.Share{{Locality: "North", PPM: 333_333}, {Locality: "South", PPM: 333_333}, {Locality: "East", PPM: 333_334}}}},
		Rules: []finance.Rule{
			{When: map[string]string{"cost_centre": "0000-0009"}, Matter: finance.Inpatient, Locality: "North", Service: "Wards"},
			{When: map[string]string{"account": "40000-40099", "text": "care*|*pipe"}, Matter: finance.CareHome},
			{When: map[string]string{"account": "40000-40199"}, Matter: finance.OtherSocialCare, Apportion: "all", Service: "Care", Funding: finance.Delegated},
			{When: map[string]string{"cost_centre": "003?"}, Matter: finance.UnpaidCarers, Apportion: "all", Funding: finance.Hosted},
		},
	}
}

// Wanted classifies a row by the rules above, written out by hand.
func Wanted(l row) finance.Matter {
	account, narrative := l.account, strings.ToLower(l.text)
	switch {
	case l.centre <= "0009":
		return finance.Inpatient
	case account <= "40099" && (strings.HasPrefix(narrative, "care") || strings.HasSuffix(narrative, "pipe")):
		return finance.CareHome
	case account <= "40199":
		return finance.OtherSocialCare
	case strings.HasPrefix(l.centre, "003"):
		return finance.UnpaidCarers
	}
	return ""
}
