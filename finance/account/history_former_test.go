package account

import (
	"strings"
	"testing"

	"apr/finance"
)

// A locality that is no longer one keeps its past, and isn't one of the year's.
func TestAFormerLocalityKeepsItsPast(t *testing.T) {
	a := computeFiles(t, withHistory(nil), "history.csv", `year,measure,dimension,item,amount
2023/24,spend,total,,1000.00
2023/24,spend,locality,North,600.00
2023/24,spend,locality,South,250.00
2023/24,spend,locality,Islands,100.00
2024/25,spend,locality,north,600.00
2024/25,spend,locality,Suoth,300.00
2024/25,spend,care group,Young adults,12.00
2025/26,spend,locality,Islands,7.00
`)
	if got := messages(a.Problems); len(a.Problems) != 2 || !strings.Contains(got, `for the locality "Suoth", which the project doesn't name`) ||
		!strings.Contains(got, `of 2025/26 for the locality "Islands"`) {
		t.Errorf("problems: %s", got)
	}
	if len(a.Localities) != 2 || len(a.FormerLocalities) != 1 || a.FormerLocalities[0].ID != "Islands" {
		t.Fatalf("localities %+v, former %+v", a.Localities, a.FormerLocalities)
	}
	if y := a.FormerLocalities[0].In(2023); y == nil || y.Spend.String() != "100.00" || y.Spend.Position.String() != "history.csv:5" {
		t.Errorf("2023/24: %+v", y)
	}
	if y := a.Unallocated.In(2023); y == nil || y.Spend.String() != "50.00" {
		t.Errorf("not allocated in 2023/24: %+v; want 50.00", y)
	}
	if len(a.FormerCareGroups) != 1 || a.FormerCareGroups[0].In(2024).Spend.String() != "12.00" {
		t.Errorf("former care groups: %+v", a.FormerCareGroups)
	}
}

// A name that is like a locality's is another's where that locality has its own row.
func TestAFormerLocalityWithALikeName(t *testing.T) {
	a := computeFiles(t, withHistory(nil), "history.csv", `year,measure,dimension,item,amount
2023/24,spend,locality,North,600.00
2023/24,spend,locality,Forth,250.00
`)
	if len(a.Problems) > 0 || len(a.FormerLocalities) != 1 || a.FormerLocalities[0].ID != "Forth" {
		t.Errorf("former %+v; %s", a.FormerLocalities, messages(a.Problems))
	}
}

// Funding that the history gives whole, by partner or by kind, is summed.
func TestFundingOfThePastIsSummed(t *testing.T) {
	for name, c := range map[string]struct{ rows, want, problem string }{
		"by partner":           {"2023/24,funding,partner,NHS,700.00\n2023/24,funding,partner,Council,300.10\n", "1000.10", ""},
		"by kind":              {"2023/24,funding,funding,delegated,900.00\n2023/24,funding,funding,set-aside,100.10\n2023/24,funding,funding,hosted,0\n", "1000.10", ""},
		"by both":              {"2023/24,funding,partner,NHS,1.00\n2023/24,funding,partner,Council,2.00\n2023/24,funding,funding,delegated,1.00\n2023/24,funding,funding,set-aside,1.50\n2023/24,funding,funding,hosted,0.50\n", "3.00", ""},
		"by both, differently": {"2023/24,funding,partner,NHS,1.00\n2023/24,funding,partner,Council,2.00\n2023/24,funding,funding,delegated,1.00\n2023/24,funding,funding,set-aside,1.50\n2023/24,funding,funding,hosted,1.50\n", "3.00", "its kinds sum to £4.00"},
		"with the total":       {"2023/24,funding,total,,1000.00\n2023/24,funding,partner,NHS,700.00\n2023/24,funding,partner,Council,300.10\n", "1000.00", "its partners sum to £1,000.10"},
		"without a partner":    {"2023/24,funding,partner,NHS,700.00\n", "", "there is no row for Council"},
		"without a kind":       {"2023/24,funding,funding,delegated,900.00\n", "", "there is no row for "},
	} {
		a := computeFiles(t, withHistory(nil), "history.csv", "year,measure,dimension,item,amount\n"+c.rows)
		var f finance.Amount
		for _, y := range a.Years {
			if y.Year == 2023 {
				f = y.Funding
			}
		}
		if got := f.String(); f.Known != (c.want != "") || f.Known && got != c.want {
			t.Errorf("%s: %s, known %v; want %q", name, got, f.Known, c.want)
		}
		if got := messages(a.Problems); (c.problem == "") != (len(a.Problems) == 0) || !strings.Contains(got, c.problem) {
			t.Errorf("%s: problems %s; want %q", name, got, c.problem)
		}
		if f.Known && f.Position.File != "history.csv" {
			t.Errorf("%s: at %v", name, f.Position)
		}
	}
}
