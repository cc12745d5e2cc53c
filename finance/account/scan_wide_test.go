package account

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"apr/finance"
	"apr/internal/rounds"
	"apr/internal/source"
)

// wideSpec is a specification that uses every kind of column at once, with so
// many rules that their sets take two words, and of how many cost centres there are
// groups, or 0 for the usual number.
func wideSpec(r *rand.Rand) (spec finance.Spec, centres int) {
	columns := map[string]string{"cost_centre": "Centre", "account": "Account", "description": "Description", "locality": "Where",
		"date": "Date", "period": "Period", "amount": "Amount", "plan": "Plan"}
	if r.IntN(2) == 0 {
		delete(columns, "amount")
		columns["debit"], columns["credit"] = "Amount", "Credit"
	}
	for _, name := range []string{"locality", "date", "period", "plan", "description", "account"} {
		if r.IntN(3) == 0 {
			delete(columns, name)
		}
	}
	spec = finance.Spec{Year: 2025, Localities: []string{"North", "South"}, CareGroups: []string{"Older people"},
		Ledgers: []finance.LedgerSpec{{File: "ledger.csv", Partner: "Council", Columns: columns, Position: source.Position{File: "apr.yaml", Line: 3}}}}
	for i := range 70 {
		rule := finance.Rule{When: map[string]string{"cost_centre": fmt.Sprintf("%03d-%03d", i, i+2)}, Matter: finance.Matters[i%5], Service: fmt.Sprint("Service ", i%7)}
		if _, mapped := columns["description"]; mapped && i%3 == 0 {
			rule.When["description"] = "*care*|*pipe*|a description of*"
		}
		if _, mapped := columns["account"]; mapped && i%4 == 0 {
			rule.When["account"] = "40*|4100-4199"
		}
		if i%2 == 0 {
			rule.CareGroup, rule.Locality = "Older people", "North"
		}
		spec.Rules = append(spec.Rules, rule)
	}
	return spec, r.IntN(2) * (1 + r.IntN(8))
}

// wideRow is a row of nine cells that are mostly plain. A sound one has amounts
// that can be read.
func wideRow(r *rand.Rand, newline string, sound bool) string {
	pick := func(plain string, odd ...string) string {
		if r.IntN(15) > 0 {
			return plain
		}
		return odd[r.IntN(len(odd))]
	}
	amount := func() string {
		plain := fmt.Sprintf("%d.%02d", r.IntN(200_000)-60_000, r.IntN(100))
		if !sound && r.IntN(30) == 0 {
			return []string{"1.2.3", "1/2.00", "1:2.00", "--1.00", "5.0a", "a.00", "1.a0", "12é.00", "1E5"}[r.IntN(9)]
		}
		return pick(plain, "", "0", "-0.01", "12", "\"1,234.56\"", "(7.00)", "7.00 CR", " 8.00 ", "\"9.00\"", "-0.00", "00000001.00", "000000001.00",
			"12345678.90", "123456789.01", "-99999999.99", "9999999999.99", "12345678901.23", "£5.00", "-")
	}
	credit := amount()
	if r.IntN(2) == 0 {
		credit = ""
	}
	return strings.Join([]string{
		pick(fmt.Sprintf("%03d", r.IntN(90)), "", "\"007\"", " 7", "Total", "\"0\"\"7\"", "00000000007", "0000000000000000007", "\"a\nb\"", "é12"),
		pick(fmt.Sprint(4000+r.IntN(200)), "", "\"4000\"", "Sub-total", "\"40\r\n00\""),
		pick([]string{"Care at home", "Lead pipe", "A description of more than sixteen bytes", "A description of more than sixteen byteś"}[r.IntN(4)],
			"", "\"Smith, Jones\"", "\"say \"\"care\"\"\"", "\"care\nhome\"", "Care  at home"),
		pick([]string{"North", "South", ""}[r.IntN(3)], "Nroth", "\"South\"", "Somewhere that is nowhere "+fmt.Sprint(r.IntN(4))),
		pick(fmt.Sprintf("%02d/06/2025", 1+r.IntN(28)), "", "01/06/2019", "June", "\"2025-06-01\""),
		pick(fmt.Sprint(1+r.IntN(13)), "", "14", "P3", "\"3\""),
		amount(), credit, amount(),
	}, ",") + newline
}

// TestScanOfWideLedgers compares the paths on ledgers of many columns, with
// many rules and many cost centres that no rule knows.
func TestScanOfWideLedgers(t *testing.T) {
	accounts := uint64(0)
	ledgers := rounds.Of(t, uint64(250))
	for seed := range ledgers {
		r := rand.New(rand.NewPCG(seed, 11))
		newline := []string{"\n", "\n", "\r\n"}[r.IntN(3)]
		var b strings.Builder
		b.WriteString("Centre,Account,Description,Where,Date,Period,Amount,Credit,Plan" + newline)
		sound := seed%4 > 0
		for range r.IntN(100) {
			row := wideRow(r, newline, sound)
			switch n := r.IntN(60); {
			case n > 1:
				b.WriteString(row)
			case n == 1 || sound:
				b.WriteString([]string{"", strings.TrimRight(row, "\r\n") + ",\n", ",,,,,,,,\n", "\r\n", "Total,,,,,,1.00,,\n", "007,4000,care,,,,5.00\n"}[r.IntN(6)])
			default:
				b.WriteString(row[:len(row)/2])
			}
		}
		data := b.String()
		if !sound {
			data = mangle(r, data)
		}
		spec, centres := wideSpec(r)
		_, err := bothPaths(t, []byte(data), spec, centres)
		if t.Failed() {
			t.Fatalf("seed %d: %v\n%q", seed, err, data)
		}
		if err == nil {
			accounts++
		}
	}
	if accounts < ledgers*2/5 {
		t.Errorf("only %d of %d ledgers make an account", accounts, ledgers)
	}
}
