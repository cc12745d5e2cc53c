package account

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"apr/finance"
	"apr/internal/rounds"
)

const tidyHeader = "table,title,row,column,value,printed,missing,judgement,notes,figure,source\n"

func tidy(rows ...string) string {
	return tidyHeader + strings.Join(rows, "\n") + "\n"
}

func pastYears(t *testing.T, text string) *HistoryRead {
	t.Helper()
	return ReadHistory(fstest.MapFS{"tables.csv": {Data: []byte(text)}}, &finance.Spec{Year: 2025, History: "tables.csv"})
}

// Amounts that were published as proportions alone come back to the penny, for sums
// of the size of an authority's, from a text and from the 15 digits of a cell, however
// they were come by.
func TestAmountsFromProportions(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	titles := []string{"Hospital inpatients", "Other health care", "Care homes and adult placements", "Support for unpaid carers", "Other social care"}
	written := map[string]func(p float64) string{
		"in full": func(p float64) string { return strconv.FormatFloat(p, 'f', -1, 64) },
		"rounded": func(p float64) string { return strconv.FormatFloat(p, 'e', 14, 64) },
		"cut": func(p float64) string {
			digits, exponent, _ := strings.Cut(strconv.FormatFloat(p, 'e', -1, 64), "e")
			return digits[:min(len(digits), 16)] + "e" + exponent
		},
		// as a spreadsheet saves the number that it read from 15 digits
		"in 17 digits of 15": func(p float64) string {
			p, _ = strconv.ParseFloat(strconv.FormatFloat(p, 'e', 14, 64), 64)
			return strconv.FormatFloat(p, 'e', 16, 64)
		},
	}
	for range rounds.Of(t, 400) {
		var spent [5]finance.Money
		var total finance.Money
		for i := range spent {
			spent[i] = finance.Money(1 + random.Int64N(1<<random.IntN(40)))
			total += spent[i]
		}
		base := total + finance.Money(random.Int64N(8_000_000_00)) - 4_000_000_00
		if base <= 0 {
			continue
		}
		want := map[string]finance.Money{"2023/24 funding total": base, "2023/24 spend total": total}
		for i, m := range finance.Matters {
			want["2023/24 spend by matter for "+string(m)] = spent[i]
		}
		for name, write := range written {
			rows := []string{fmt.Sprintf(`Table 3,"Spend against the annual financial statement by reporting year, £000",2023/24,Spent,%s,,,,,,`, total)}
			for i, title := range titles {
				rows = append(rows, fmt.Sprintf(`Table 2,"Proportion of the amount paid or set aside spent on each matter, by reporting year",%s,2023/24,%s,,,,,,`, title, write(float64(spent[i])/float64(base))))
			}
			h := pastYears(t, tidy(rows...))
			if err := h.Fatal.Err(); err != nil || len(h.Soft.List()) > 0 {
				t.Fatalf("%s: %v of %v, %v, %v", name, spent, base, err, h.Soft.List())
			}
			for _, r := range h.Rows {
				if want[r.Key.String()] != r.Amount || r.Position.Line == 0 {
					t.Fatalf("%s: %s is %s, want %s", name, r.Key, r.Amount, want[r.Key.String()])
				}
			}
			if len(h.Rows) != len(want) {
				t.Fatalf("%s: %d rows, want %d", name, len(h.Rows), len(want))
			}
		}
	}
}

// A proportion of fewer digits than a cell holds gives no amount, or that of the account.
func TestProportionsOfFewDigits(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for range rounds.Of(t, 2000) {
		base := finance.Money(1_000_000_00 + random.Int64N(900_000_000_00))
		spent := finance.Money(random.Int64N(int64(base)))
		p, err := strconv.ParseFloat(strconv.FormatFloat(float64(spent)/float64(base), 'e', 3+random.IntN(7), 64), 64)
		if err != nil {
			t.Fatal(err)
		}
		if m, ok := exactly(p, base); ok && m != spent {
			t.Fatalf("%v of %s is taken for %s; it was made of %s", p, base, m, spent)
		}
	}
}

func TestProportionsThatCannotBeWorkedOut(t *testing.T) {
	for name, rows := range map[string][]string{
		"no total": {`Table 2,"Proportion of the amount paid or set aside spent on each matter, by reporting year",Hospital inpatients,2023/24,0.25,,,,,,`},
		"matters that don't make the total": {
			`Table 3,"Spend against the annual financial statement by reporting year, £000",2023/24,Spent,1000.00,,,,,,`,
			`Table 2,"Proportion of the amount paid or set aside spent on each matter, by reporting year",Hospital inpatients,2023/24,0.333333,,,,,,`},
	} {
		h := pastYears(t, tidy(rows...))
		problems := h.Soft.List()
		if len(problems) != 1 || problems[0].Message != "of 2023/24 the tables give 1 proportion without an amount that they could be worked out from; those aren't used" {
			t.Errorf("%s: %v", name, problems)
		}
		for _, r := range h.Rows {
			if r.Dimension == ByMatter || r.Measure == FundingMeasure {
				t.Errorf("%s: %s is taken for %s", name, r.Key, r.Amount)
			}
		}
	}
}

func TestTablesWithoutMoney(t *testing.T) {
	for id, want := range map[string]string{
		"NI12@2023/24": "these are tables of a report, and none of them is of money",
		"":             `no money is found in them: no table is called "Spend on the matters of regulation 4(2) in {year}" or "Prop`,
	} {
		h := pastYears(t, tidy("Table 1,Indicators,NI12,2023/24,11152,,,,,"+id+","))
		if err := h.Fatal.Err(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", id, err, want)
		}
	}
}

// What a cell is is read from the id of its figure, whatever its table is called and in
// whatever words its heads are; where it has none, from those.
func TestFiguresAreReadByTheirIDs(t *testing.T) {
	h := pastYears(t, tidy(
		`Clàr 1,Cosgais air na cùisean,Ospadal,Air a chosg,250000.00,250,,,,spend:4(2)(a)@2024/25,`,
		`Clàr 1,Cosgais air na cùisean,Ospadal,San amharc,240000.00,240,,,,plan:4(2)(a)@2024/25,`,
		`Clàr 1,Cosgais air na cùisean,Ospadal,Eadar-dhealachadh,-10000.00,−10,,,,variance:4(2)(a)@2024/25,`,
		`Clàr 1,Cosgais air na cùisean,Ospadal,Cuibhreann,0.25,25.0%,,,,proportion:4(2)(a)@2024/25,`,
		`Clàr 2,Àiteachan,A Tuath,2024/25,0.1,10.0%,,,,proportion:locality:A Tuath: Eilean@2024/25,`,
		`Clàr 2,Àiteachan,Gun àite,Air a chosg,7.00,0,,,,spend:unallocated@2024/25,`,
		`Clàr 3,Buidhnean,Seann daoine,Air a chosg,12.00,0,,,,spend:care group:Seann daoine@2024/25,`,
		`Clàr 4,Seirbheisean,Uàrdan,Air a chosg,3.00,0,,,,spend:service:Uàrdan@2024/25,`,
		`Clàr 5,Bliadhnaichean,2023/24,Air a chosg,900000.00,900,,,,spend:total@2023/24,`,
		`Clàr 6,Airgead,Iomlan,Maoineachadh,1000001.00,"1,000",,,,funding:total@2023/24,`,
		`Clàr 7,Comharran,NI12,2024/25,11152.4,"11,152",,,,NI12@2024/25,`,
		`Table 8,"Spend on the matters of regulation 4(2) in 2024/25, £000",Other health care: 4(2)(b),Spent,1.00,0,,,,spend:4(2)(c)@2024/25,`,
		`Table 8,"Spend on the matters of regulation 4(2) in 2024/25, £000",Other social care: 4(2)(e),Spent,5.00,0,,,,,`))
	if err := h.Fatal.Err(); err != nil || len(h.Soft.List()) > 0 {
		t.Fatalf("%v, %v", err, h.Soft.List())
	}
	got := map[string]string{}
	for _, r := range h.Rows {
		got[r.Key.String()] = r.Amount.String()
	}
	if d := cmp.Diff(map[string]string{
		"2023/24 spend total": "900000.00", "2023/24 funding total": "1000001.00", "2024/25 funding total": "1000000.00",
		"2024/25 spend by matter for 4(2)(a)": "250000.00", "2024/25 plan by matter for 4(2)(a)": "240000.00",
		"2024/25 spend by matter for 4(2)(c)": "1.00", "2024/25 spend by matter for 4(2)(e)": "5.00",
		"2024/25 spend by locality for A Tuath: Eilean": "100000.00", "2024/25 spend by care group for Seann daoine": "12.00",
	}, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// What isn't allocated to a locality is what the localities leave of the total, and no
// locality, by its head as by its id.
func TestWhatIsNotAllocatedIsNoLocality(t *testing.T) {
	h := pastYears(t, tidy(
		`Table 9,"Spend in relation to each locality in 2024/25, £000",North,Spent,5.00,0,,,,,`,
		`Table 9,"Spend in relation to each locality in 2024/25, £000",Not allocated to a locality,Spent,2.00,0,,,,,`))
	if err := h.Fatal.Err(); err != nil || len(h.Rows) != 1 || h.Rows[0].Item != "North" {
		t.Errorf("%+v, %v", h.Rows, err)
	}
}
