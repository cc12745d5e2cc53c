package account

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"apr/finance"
)

// published is one row of a published finance table, in whole £ million.
type published struct {
	partner, service         string
	budget, actual, variance int64
}

func readPublished(t *testing.T) (rows []published) {
	t.Helper()
	f, err := os.Open("testdata/published-finance.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records[1:] {
		row := published{partner: r[2], service: r[3]}
		for i, n := range []*int64{&row.budget, &row.actual, &row.variance} {
			if *n, err = strconv.ParseInt(r[4+i], 10, 64); err != nil {
				t.Fatal(err)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// TestPublishedTableIsReproduced finds amounts in pence that fit every figure
// of the published table, whose rounded rows add up neither to its subtotals
// nor to its variances, and shows that an account of ledgers with these amounts
// prints the table as it was published.
func TestPublishedTableIsReproduced(t *testing.T) {
	rows := readPublished(t)
	var services, totals []published
	for _, r := range rows {
		if strings.HasPrefix(r.service, "Sub total") || r.service == "Net position" {
			totals = append(totals, r)
		} else {
			services = append(services, r)
		}
	}
	if len(services) != 13 || len(totals) != 3 {
		t.Fatalf("%d services and %d totals", len(services), len(totals))
	}
	amounts := fitAmounts(services, totals)
	if amounts == nil {
		t.Fatal("no amounts fit the published table")
	}
	fsys, spec := publishedLedgers(services, amounts)
	a, err := Compute(context.Background(), fsys, spec)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Problems) > 0 {
		t.Fatal(messages(a.Problems))
	}
	var got, want []string
	whole := func(m finance.Money) string { return fmt.Sprintf("£%dm", (m+50_000_000)/100_000_000) }
	show := func(partner, name string, plan, spend finance.Amount) {
		got = append(got, fmt.Sprintf("%s %s %s %s %s", partner, name, whole(plan.Money), whole(spend.Money), whole(plan.Money-spend.Money)))
	}
	for _, g := range a.ServiceGroups {
		for _, l := range g.Services {
			show(g.Partner, l.Name, l.Plan, l.Spend)
		}
		show(g.Partner, "Sub total "+g.Partner, g.Subtotal.Plan, g.Subtotal.Spend)
	}
	show("Both", "Net position", a.Plan, a.Spend)
	for _, r := range rows {
		million := func(n int64) finance.Money { return finance.Money(n) * 100_000_000 }
		want = append(want, fmt.Sprintf("%s %s %s %s %s", r.partner, r.service,
			whole(million(r.budget)), whole(million(r.actual)), whole(million(r.variance))))
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("row %d of\n%s\nwant\n%s", i, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	rowsDoNotAddUp(t, rows)
}

// rowsDoNotAddUp makes sure that the test means something: sums and
// differences of the rounded figures would be others than those published.
func rowsDoNotAddUp(t *testing.T, rows []published) {
	t.Helper()
	var budget, differences int64
	for _, r := range rows[:7] {
		budget += r.budget
	}
	for _, r := range rows {
		if r.budget-r.actual != r.variance {
			differences++
		}
	}
	if budget == rows[7].budget || rows[7].budget+rows[14].budget == rows[15].budget || differences == 0 {
		t.Error("the published rows add up; the test shows nothing")
	}
}

// unit is the grid on which amounts are sought: £10,000 in pence; so many make
// £1 million.
const (
	unit        = 1_000_000
	perMillion  = 100
	step        = 7 // grid points between candidates
	jitter      = 3 // pence by which lines stray from the grid, for no amount to be round
	tightMargin = 2 // grid points kept from where rounding turns
)

// fit is a budget and an actual on the grid.
type fit struct{ budget, actual int64 }

// within reports whether n units print as want, well away from the turn.
func within(n, want int64) bool {
	d := n - want*perMillion
	return d > -perMillion/2+tightMargin && d < perMillion/2-tightMargin
}

func (f fit) is(r published) bool {
	return within(f.budget, r.budget) && within(f.actual, r.actual) && within(f.budget-f.actual, r.variance)
}

// fitAmounts finds amounts of the services, such that they, each partner's sum
// and the sum of all print as published. It goes over the services, keeping
// for each pair of sums reached one way of reaching it.
func fitAmounts(services, totals []published) []fit {
	nhs, council := partnerSums(services[:7], totals[0]), partnerSums(services[7:], totals[1])
	for _, n := range nhs {
		for _, c := range council {
			if (fit{n.sum.budget + c.sum.budget, n.sum.actual + c.sum.actual}).is(totals[2]) {
				return append(n.parts, c.parts...)
			}
		}
	}
	return nil
}

// way is a pair of sums and amounts that make it.
type way struct {
	sum   fit
	parts []fit
}

// partnerSums are ways in which a partner's services sum to its subtotal.
func partnerSums(services []published, total published) (ways []way) {
	reached := []way{{}}
	for _, s := range services {
		seen := map[fit]bool{}
		var next []way
		for _, w := range reached {
			for b := s.budget*perMillion - perMillion/2; b < s.budget*perMillion+perMillion/2; b += step {
				for a := s.actual*perMillion - perMillion/2; a < s.actual*perMillion+perMillion/2; a += step {
					f := fit{b, a}
					sum := fit{w.sum.budget + b, w.sum.actual + a}
					// Sums near one another are as good as one.
					key := fit{sum.budget / 20, sum.actual / 20}
					if f.is(s) && !seen[key] {
						seen[key] = true
						next = append(next, way{sum, append(append([]fit{}, w.parts...), f)})
					}
				}
			}
		}
		reached = next
	}
	for _, w := range reached {
		if w.sum.is(total) {
			ways = append(ways, w)
		}
	}
	return ways
}

// publishedLedgers writes each partner's ledger, three lines to a service, none
// of them a round amount.
func publishedLedgers(services []published, amounts []fit) (fstest.MapFS, finance.Spec) {
	fsys := fstest.MapFS{}
	spec := finance.Spec{Year: 2022}
	for _, partner := range []string{"NHS", "Council"} {
		var b strings.Builder
		b.WriteString("Service,Budget,Actual\n")
		for i, s := range services {
			if s.partner != partner {
				continue
			}
			plan, spend := finance.Money(amounts[i].budget*unit), finance.Money(amounts[i].actual*unit)
			for part := range 3 {
				p, q := plan/3+finance.Money(part*jitter), spend/3-finance.Money(part*jitter)
				fmt.Fprintf(&b, "%s,%q,%q\n", s.service, p.Exact(), q.Exact())
			}
			spec.Rules = append(spec.Rules, finance.Rule{Service: s.service, When: map[string]string{"service": s.service, "partner": partner}})
		}
		fsys[partner] = &fstest.MapFile{Data: []byte(b.String())}
		spec.Ledgers = append(spec.Ledgers, finance.LedgerSpec{File: partner, Partner: partner,
			Columns: map[string]string{"service": "Service", "plan": "Budget", "amount": "Actual"}})
	}
	return fsys, spec
}
