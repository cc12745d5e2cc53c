package account

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"apr/finance"
	"apr/internal/rounds"
)

// A mixedLedger is a random ledger with total-like names, subtotals that nest, page
// headings and totals that are out, and what is in it by its own count.
type mixedLedger struct {
	strings.Builder
	r        *rand.Rand
	planned  bool
	sides    bool
	rows     int // that say anything
	lines    int
	excluded int
	totals   int
	unproven int
	headings int
	zero     int
	all      finance.Money    // what the lines sum to
	out      finance.Money    // of them, what is excluded
	group    [4]finance.Money // of the section: amount, debit, credit, plan
	section  [4]finance.Money // of the sections since the last total of a higher level
	grand    [4]finance.Money
	page     int
}

// write writes a row of six cells, with the amount in one column or two.
func (l *mixedLedger) write(centre, account, text string, m [4]finance.Money, blank bool) {
	l.rows++
	amount, credit, plan := m[0].String(), "", ""
	if l.sides {
		amount, credit = m[1].String(), m[2].String()
	}
	if l.planned {
		plan = m[3].String()
	}
	if blank {
		amount, credit, plan = "", "", ""
	}
	fmt.Fprintf(l, "%s,%s,%s,%s,%s,%s\n", centre, account, text, amount, credit, plan)
}

const mixedHeader = "Centre,Account,Text,Amount,Credit,Plan\n"

func (l *mixedLedger) heading() {
	l.page++
	fmt.Fprintf(l, "Falkirk Council ledger,,,,,\nRun on %02d/04/2026,,Page %d,,,\n%s", 1+l.page%28, l.page, mixedHeader)
	if l.page > 1 { // the first one is above the header
		l.rows += 3
		l.headings += 3
	}
}

// pageNumber writes the number of a page among the amounts.
func (l *mixedLedger) pageNumber() {
	n := 1 + l.r.IntN(l.rows)
	form := []string{",,Page,%d,,\n", "Page No:,,,%d,,\n", ",,Page %[1]d,%[1]d,,\n", ",,Page %[1]d of 900,%[1]d,,\n", "p. %[1]d,,,%[1]d,,\n", "Page,%d,,,,\n", ",,pg %d,,,\n"}[l.r.IntN(7)]
	fmt.Fprintf(l, form, n)
	l.rows++
	l.headings++
}

func (l *mixedLedger) line() {
	m := finance.Money(l.r.Int64N(1_000_000_000) + 1_000_000)
	row := [4]finance.Money{m, m, 0, finance.Money(l.r.Int64N(1_000_000_000) + 1_000_000)}
	if l.r.IntN(3) == 0 {
		row[0], row[1], row[2] = -m, 0, m
	}
	if !l.planned {
		row[3] = 0
	}
	centre := fmt.Sprintf("%04d", 1000+l.r.IntN(40))
	text := []string{"Total Gas & Power", "Care at home", "Grand Hotel", "Subtotal Systems Ltd", "Overall Care", "\"Carriage, brought in\"", "Page Bros", "Page", "Page 2", "c/o Total Care", "\" TOTALFINA Ltd\""}[l.r.IntN(11)]
	l.write(centre, "4010", text, row, false)
	l.lines++
	l.all += row[0]
	if centre >= "1035" {
		l.excluded++
		l.out += row[0]
	}
	for i := range row {
		l.group[i] += row[i]
	}
}

func (l *mixedLedger) total(label string, m *[4]finance.Money, into *[4]finance.Money) {
	l.write(label, "", "", *m, false)
	l.totals++
	for i := range m {
		if into != nil {
			into[i] += m[i]
		}
		m[i] = 0
	}
}

// random writes the ledger.
func (l *mixedLedger) random() {
	l.heading()
	for range 1 + l.r.IntN(6) {
		if l.r.IntN(2) == 0 {
			l.write("Older people", "", "", [4]finance.Money{}, true)
			l.zero++
		}
		for range 1 + l.r.IntN(3) {
			for range 1 + l.r.IntN(12) {
				l.line()
				switch l.r.IntN(12) {
				case 0:
					l.heading()
				case 3:
					l.pageNumber()
				case 1:
					l.WriteString([]string{"\n", ",,,,,\n"}[l.r.IntN(2)])
				case 2:
					l.write("1001", "4010", "Nothing yet", [4]finance.Money{}, true)
					l.zero++
				}
			}
			l.total([]string{"Subtotal", "Sub-total:", "Wards total", "Total for homes"}[l.r.IntN(4)], &l.group, &l.section)
			switch l.r.IntN(10) {
			case 0: // a section without amounts
				l.write("1001", "4010", "Nothing yet", [4]finance.Money{}, true)
				l.zero++
				l.total("Subtotal", &l.group, nil)
			case 1: // the end of a page and the beginning of the next
				section := l.section
				l.total("Carried forward", &section, nil)
				l.heading()
				section = l.section
				l.total("Brought forward:", &section, nil)
			}
		}
		if l.r.IntN(4) == 0 {
			off := [4]finance.Money{77, 77, 77, 77}
			for i := range off {
				off[i] += l.section[i] + 5_000_000_000_000
			}
			l.write([]string{"Total", "", "Carried forward"}[l.r.IntN(3)], "", "", off, false)
			l.unproven++
		}
		l.total([]string{"Total", "TOTAL:", "Balance carried forward", ""}[l.r.IntN(4)], &l.section, &l.grand)
	}
	l.total([]string{"Grand total", ""}[l.r.IntN(2)], &l.grand, nil)
}

// What was read is classified, unclassified, a total, excluded or reported, whatever is
// mixed into a ledger, and its lines add up to the same.
func TestWhatWasReadIsAccountedFor(t *testing.T) {
	for seed := range rounds.Of(t, uint64(200)) {
		r := rand.New(rand.NewPCG(seed, 12))
		l := &mixedLedger{r: r, planned: r.IntN(2) == 0, sides: r.IntN(3) == 0}
		l.random()
		columns := map[string]string{"cost_centre": "Centre", "account": "Account", "amount": "Amount"}
		if l.sides {
			delete(columns, "amount")
			columns["debit"], columns["credit"] = "Amount", "Credit"
		}
		if l.planned {
			columns["plan"] = "Plan"
		}
		if r.IntN(2) == 0 {
			columns["description"] = "Text"
		}
		spec := one(columns)
		spec.Rules = []finance.Rule{{When: map[string]string{"cost_centre": "1000-1019"}, Matter: finance.CareHome},
			{When: map[string]string{"cost_centre": "1035-1039"}, Exclude: "Hosted for another authority"}}
		a, err := bothPaths(t, []byte(l.String()), spec, 0)
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, l)
		}
		got := a.Ledgers[0]
		if got.Lines != l.rows || accounted(got) != got.Lines || got.Classified+got.Unclassified+got.Excluded != l.lines ||
			got.Totals != l.totals || got.Unproven != l.unproven || got.Headings != l.headings || got.Zero != l.zero || got.Total != l.all ||
			got.Excluded != l.excluded || got.ExcludedTotal != l.out || a.Spend.Money != l.all-l.out {
			t.Fatalf("seed %d: %+v\nwant %+v\n%s\n%s", seed, got, l, messages(a.Problems), l)
		}
	}
}
