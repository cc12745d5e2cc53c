package indicators

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"apr/internal/period"
)

func TestCatalogueIsTheCoreSuite(t *testing.T) {
	list := Catalogue()
	if len(list) != 23 {
		t.Fatalf("got %d indicators; want 23", len(list))
	}
	breaks, proxies, unreported := []ID{}, []ID{}, []ID{}
	for n, i := range list {
		if want := ID(fmt.Sprintf("NI%d", n+1)); i.ID != want || i.Number != n+1 {
			t.Errorf("indicator %d is %s, number %d", n+1, i.ID, i.Number)
		}
		if i.Title == "" || i.Unit == "" || strings.ContainsAny(i.Title+i.Denominator+i.Note, "[]") {
			t.Errorf("%s is incomplete: %+v", i.ID, i)
		}
		if len(i.Outcomes) == 0 || slices.Min(i.Outcomes) < 1 || slices.Max(i.Outcomes) > 9 {
			t.Errorf("%s speaks to outcomes %v", i.ID, i.Outcomes)
		}
		if i.Kind != OutcomeIndicator && i.Kind != DataIndicator {
			t.Errorf("%s is of the kind %q", i.ID, i.Kind)
		}
		if i.Reported != (i.Basis != "") {
			t.Errorf("%s: reported %v, basis %q", i.ID, i.Reported, i.Basis)
		}
		if len(i.Breaks) > 0 {
			breaks = append(breaks, i.ID)
		}
		if i.CalendarProxy {
			proxies = append(proxies, i.ID)
		}
		if !i.Reported {
			unreported = append(unreported, i.ID)
		}
	}
	if want := []ID{"NI2", "NI3", "NI4", "NI5", "NI7", "NI9"}; !slices.Equal(breaks, want) {
		t.Errorf("breaks in %v; want %v", breaks, want)
	}
	if want := []ID{"NI12", "NI13", "NI14", "NI15", "NI16"}; !slices.Equal(proxies, want) {
		t.Errorf("calendar proxies in %v; want %v", proxies, want)
	}
	if want := []ID{"NI10", "NI21", "NI22", "NI23"}; !slices.Equal(unreported, want) {
		t.Errorf("not reportable are %v; want %v", unreported, want)
	}
}

func TestPolarity(t *testing.T) {
	lower := []ID{"NI11", "NI12", "NI13", "NI14", "NI16", "NI19", "NI20", "NI21"}
	for _, i := range Catalogue() {
		want := HigherIsBetter
		switch {
		case slices.Contains(lower, i.ID):
			want = LowerIsBetter
		case i.ID == "NI23":
			want = NoDirection
		}
		if i.Polarity != want {
			t.Errorf("%s: %s is better; want %s", i.ID, i.Polarity, want)
		}
	}
}

func TestByID(t *testing.T) {
	i, ok := ByID("NI20")
	if !ok || i.LastYear != 2019 {
		t.Errorf("NI20 ends in %v, %v; want 2019/20", i.LastYear, ok)
	}
	if _, ok := ByID("NI24"); ok {
		t.Error("there is no NI24")
	}
}

func TestCatalogueBelongsToTheCaller(t *testing.T) {
	list := Catalogue()
	list[1].Breaks[0] = 1999
	list[1].Outcomes[0] = 0
	if again, _ := ByID("NI2"); again.Breaks[0] != period.Year(2023) || again.Outcomes[0] != 2 {
		t.Errorf("a caller changed the catalogue: %v, %v", again.Breaks, again.Outcomes)
	}
}

func TestRecompute(t *testing.T) {
	for id, want := range map[ID]float64{"NI12": 100000. * 3 / 40, "NI14": 1000. * 3 / 40, "NI15": 100 - 3/(40*182.5)*100, "NI18": 7.5} {
		if got, ok := catalogue().byID[id].recompute(3, 40); !ok || got != want {
			t.Errorf("%s: got %v, %v; want %v", id, got, ok, want)
		}
	}
	if _, ok := catalogue().byID["NI11"].recompute(3, 40); ok {
		t.Error("NI11 has no formula: its rate is age-standardised")
	}
	if _, ok := catalogue().byID["NI12"].recompute(3, 0); ok {
		t.Error("nothing can be divided by 0")
	}
}

// A new row of the catalogue is an indicator like the others, and is named with them.
func TestAnIndicatorIsARow(t *testing.T) {
	rows := embedded("data/indicators.csv")
	if got := Suite(); got != "NI1 to NI23" {
		t.Errorf("the suite is %q", got)
	}
	added := map[string]string{"id": "NI24", "kind": "outcome", "title": "Percentage of people heard", "short_title": "Heard", "unit": "%",
		"basis": "survey", "decimals": "1", "polarity": "higher", "outcomes": "3", "reported": "yes"}
	index := indexCatalogue(append(rows, added))
	if i := index.byID["NI24"]; i == nil || i.Number != 24 || i.Kind != OutcomeIndicator || !i.Reported {
		t.Fatalf("NI24 is %+v", i)
	}
	table := &Table{}
	for _, c := range index.list {
		table.Series = append(table.Series, &Series{Indicator: c.Indicator})
	}
	for want, asked := range map[string]func(*Indicator) bool{
		"NI1 to NI24":                       func(*Indicator) bool { return true },
		"NI1 to NI10 and NI24":              func(i *Indicator) bool { return i.Kind == OutcomeIndicator },
		"NI1 to NI9, NI11 to NI20 and NI24": func(i *Indicator) bool { return i.Reported },
		"NI1, NI3 and NI5 to NI24":          func(i *Indicator) bool { return i.ID != "NI2" && i.ID != "NI4" },
		"":                                  func(i *Indicator) bool { return false },
	} {
		if got := table.Names(asked); got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}
