package finance

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"apr/internal/rounds"
)

// A dialect is one way in which a finance system writes a ledger.
type dialect struct {
	separator rune
	encode    encoding.Encoding // nil for UTF-8
	mark      string            // what stands before the text
	newline   string
	amount    func(Money) string
	// twoColumns writes debit and credit instead of amount.
	twoColumns bool
	preamble   int
	subtotals  int // a subtotal after so many lines, 0 for none
	workbook   bool
}

func (d dialect) String() string {
	enc := "UTF-8"
	if d.encode != nil {
		enc = fmt.Sprint(d.encode)
	}
	return fmt.Sprintf("%q %s %q two=%v xlsx=%v %s", d.separator, enc, d.newline, d.twoColumns, d.workbook, d.amount(-123456))
}

// amountStyles are the forms in which amounts are written.
var amountStyles = []func(Money) string{
	Money.String,
	func(m Money) string { return strings.ReplaceAll(strings.Replace(m.Exact(), "−", "-", 1), "£", "") },
	func(m Money) string { return strings.Replace(m.Exact(), "−", "-", 1) },
	func(m Money) string {
		if m < 0 {
			return "(" + (-m).Exact() + ")"
		}
		return m.Exact()
	},
	func(m Money) string {
		if m < 0 {
			return (-m).String() + "-"
		}
		return m.String()
	},
	func(m Money) string {
		if m < 0 {
			return strings.TrimPrefix((-m).Exact(), "£") + " CR"
		}
		return strings.TrimPrefix(m.Exact(), "£") + " DR"
	},
}

var encodings = []encoding.Encoding{nil, charmap.Windows1252,
	unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM), unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}

func randomDialect(r *rand.Rand) dialect {
	d := dialect{
		separator: separators[r.IntN(len(separators))], encode: encodings[r.IntN(len(encodings))],
		newline: []string{"\n", "\r\n"}[r.IntN(2)], amount: amountStyles[r.IntN(len(amountStyles))],
		twoColumns: r.IntN(4) == 0, preamble: r.IntN(8), subtotals: r.IntN(30), workbook: r.IntN(6) == 0,
	}
	if d.encode == nil && r.IntN(2) == 0 {
		d.mark = "\ufeff"
	}
	return d
}

// row is one line of a random ledger: a blank amount has ok false.
type row struct {
	centre, account, text string
	amount                Money
	ok                    bool
}

func randomRows(r *rand.Rand) (rows []row) {
	texts := []string{"Care at home", "Rent, rates", "Line\nbreak", `6" pipe`, "Café £5 – “extra”", "a;b|c\td", "", "Total Gas & Power"}
	for range r.IntN(200) {
		rows = append(rows, row{
			centre: fmt.Sprintf("%04d", r.IntN(40)), account: fmt.Sprintf("%05d", 40000+r.IntN(400)),
			text: texts[r.IntN(len(texts))], amount: Money(r.Int64N(20_000_000) - 9_000_000), ok: r.IntN(20) > 0,
		})
	}
	return rows
}

// render writes rows in the dialect, with blank rows and totals between them.
// It says how many total rows it wrote.
func (d dialect) render(t *testing.T, r *rand.Rand, rows []row) (data []byte, totals int) {
	header := []string{" cost  CENTRE", "Account", "Narrative", "Amount (£)"}
	if d.twoColumns {
		header = []string{" cost  CENTRE", "Account", "Narrative", "Debit", "Credit"}
	}
	var records [][]string
	for i := range d.preamble {
		records = append(records, [][]string{{"Ledger report"}, {"Run on", "01/04/2026"}, {""}, {"Parameters: all; period 1-12", "", ""}}[i%4])
	}
	records = append(records, header)
	var sum, since Money
	total := func(label string, m Money) {
		records = append(records, d.record(row{text: label, amount: m, ok: true}))
		totals++
	}
	for i, l := range rows {
		if r.IntN(25) == 0 {
			records = append(records, make([]string, len(header)))
		}
		records = append(records, d.record(l))
		if l.ok {
			sum += l.amount
			since += l.amount
		}
		if d.subtotals > 1 && i%d.subtotals == d.subtotals-1 {
			total("Sub-total", since)
			since = 0
		}
	}
	total("Grand total", sum)
	if d.workbook {
		return d.sheet(t, records), totals
	}
	return d.text(t, records), totals
}

func (d dialect) record(l row) []string {
	money := func(m Money, ok bool) string {
		if !ok {
			return ""
		}
		return d.amount(m)
	}
	if d.twoColumns {
		return []string{l.centre, l.account, l.text, money(l.amount, l.ok && l.amount >= 0), money(-l.amount, l.ok && l.amount < 0)}
	}
	return []string{l.centre, l.account, l.text, money(l.amount, l.ok)}
}

func (d dialect) text(t *testing.T, records [][]string) []byte {
	var b bytes.Buffer
	b.WriteString(d.mark)
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = d.separator, d.newline == "\r\n"
	if err := w.WriteAll(records); err != nil {
		t.Fatal(err)
	}
	if d.encode == nil {
		return b.Bytes()
	}
	data, err := d.encode.NewEncoder().Bytes(b.Bytes())
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
			if m, ok := plainAmount(c); ok && j >= 3 && !strings.ContainsAny(c, ",()£") && !strings.HasSuffix(c, "-") {
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

// dialectSpec classifies most of the random rows.
func dialectSpec(d dialect) Spec {
	columns := map[string]string{"cost_centre": "Cost Centre", "account": "ACCOUNT", "text": "narrative", "amount": "Amount (£)"}
	if d.twoColumns {
		delete(columns, "amount")
		columns["debit"], columns["credit"] = "debit", "credit"
	}
	return Spec{
		Year:       2025,
		Localities: []string{"North", "South", "East"},
		Ledgers:    []LedgerSpec{{File: "ledger", Partner: "Council", Columns: columns}},
		Apportions: []Apportionment{{Name: "all", Method: "Thirds", Shares: []Share{{"North", 333_333}, {"South", 333_333}, {"East", 333_334}}}},
		Rules: []Rule{
			{When: map[string]string{"cost_centre": "0000-0009"}, Matter: Inpatient, Locality: "North", Service: "Wards"},
			{When: map[string]string{"account": "40000-40099", "text": "care*|*pipe"}, Matter: CareHome},
			{When: map[string]string{"account": "40000-40199"}, Matter: OtherSocialCare, Apportion: "all", Service: "Care", Funding: Delegated},
			{When: map[string]string{"cost_centre": "003?"}, Matter: UnpaidCarers, Apportion: "all", Funding: Hosted},
		},
	}
}

// wanted classifies a row by the rules above, written out by hand.
func wanted(l row) Matter {
	account, narrative := l.account, strings.ToLower(l.text)
	switch {
	case l.centre <= "0009":
		return Inpatient
	case account <= "40099" && (strings.HasPrefix(narrative, "care") || strings.HasSuffix(narrative, "pipe")):
		return CareHome
	case account <= "40199":
		return OtherSocialCare
	case strings.HasPrefix(l.centre, "003"):
		return UnpaidCarers
	}
	return ""
}

func TestNoDialectLosesAPenny(t *testing.T) {
	for seed := range rounds.Of(t, uint64(400)) {
		r := rand.New(rand.NewPCG(seed, 1))
		d, rows := randomDialect(r), randomRows(r)
		data, totals := d.render(t, r, rows)
		a, err := Compute(context.Background(), fstest.MapFS{"ledger": {Data: data}}, dialectSpec(d))
		if err != nil {
			t.Fatalf("seed %d, %s: %v\n%.600s", seed, d, err, data)
		}
		if len(a.Problems) > 0 {
			t.Errorf("seed %d, %s: %s", seed, d, messages(a.Problems))
		}
		want := map[Matter]Money{}
		var sum Money
		zero := 0
		for _, l := range rows {
			if !l.ok {
				zero++
				continue
			}
			sum += l.amount
			want[wanted(l)] += l.amount
		}
		for _, l := range a.Matters {
			if l.Spend.Money != want[Matter(l.ID)] {
				t.Errorf("seed %d, %s: %s is %s; want %s", seed, d, l.ID, l.Spend, want[Matter(l.ID)])
			}
		}
		if a.Spend.Money != sum || a.Unclassified.Spend.Money != want[""] {
			t.Errorf("seed %d, %s: spend %s, unclassified %s; want %s, %s", seed, d, a.Spend, a.Unclassified.Spend, sum, want[""])
		}
		l := a.Ledgers[0]
		if l.Lines != l.Classified+l.Unclassified+l.Totals+l.Zero || l.Lines != len(rows)+totals || l.Totals != totals || l.Zero != zero {
			t.Errorf("seed %d, %s: %+v; want %d rows, %d totals, %d zero", seed, d, l, len(rows), totals, zero)
		}
		checkParts(t, a)
		if t.Failed() {
			return
		}
	}
}

// checkParts checks that the parts of each breakdown sum to the whole.
func checkParts(t *testing.T, a *Account) {
	t.Helper()
	sumOf := func(lines ...Line) (sum Money, n int) {
		for _, l := range lines {
			sum += l.Spend.Money
			n += l.Spend.Lines
		}
		return sum, n
	}
	matters, n := sumOf(append(slices.Clone(a.Matters), a.Unclassified)...)
	if matters != a.Spend.Money || n != a.Spend.Lines {
		t.Errorf("matters sum to %s in %d lines; want %s in %d", matters, n, a.Spend, a.Spend.Lines)
	}
	if localities, _ := sumOf(append(slices.Clone(a.Localities), a.Unallocated)...); localities != a.Spend.Money {
		t.Errorf("localities sum to %s; want %s", localities, a.Spend)
	}
	for name, lines := range map[string][]Line{"partners": a.Partners, "fundings": a.Fundings, "services": a.Services} {
		if sum, n := sumOf(lines...); sum != a.Spend.Money || n != a.Spend.Lines {
			t.Errorf("%s sum to %s in %d lines; want %s in %d", name, sum, n, a.Spend, a.Spend.Lines)
		}
	}
	for _, g := range a.ServiceGroups {
		if sum, _ := sumOf(g.Services...); sum != g.Subtotal.Spend.Money {
			t.Errorf("services of %s sum to %s; want %s", g.Partner, sum, g.Subtotal.Spend)
		}
	}
}
