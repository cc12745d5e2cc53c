package indicators

import (
	"slices"
	"testing"
)

func TestMarks(t *testing.T) {
	for mark, want := range map[string][2]bool{
		"*": {true, false}, "[c]": {true, false}, "Suppressed": {true, false}, "C": {true, false},
		"<5": {true, false}, "< 5": {true, false}, "Fewer than 5": {true, false}, "1-4": {true, false}, "under 5": {true, false}, "less than 10": {true, false},
		"1 to 4": {true, false}, "[<5]": {true, false}, "4 or fewer": {true, false}, "<5%": {true, false}, "0–4": {true, false},
		"<500": {}, "40-45": {}, "5": {}, "4-1": {}, "1-40": {}, "> 5": {}, "under": {},
		"..": {}, "[x]": {}, "p": {}, "": {}, "#N/A": {false, true}, "#REF!": {false, true},
	} {
		if got := [2]bool{IsSuppressed(mark), IsCellError(mark)}; got != want {
			t.Errorf("%q: withheld and an error of the spreadsheet: %v; want %v", mark, got, want)
		}
	}
}

func TestUsualValues(t *testing.T) {
	for _, c := range []struct {
		id    ID
		value float64
		want  bool
	}{
		{"NI12", 11554, true}, {"NI12", 11.554, false}, {"NI15", 87.436, true}, {"NI15", 87436, false}, {"NI1", 100.5, false},
		{"NI10", 1e9, true}, // nobody knows what is usual of it
	} {
		if got := IsUsual(c.id, c.value); got != c.want {
			t.Errorf("%v of %s: %v", c.value, c.id, got)
		}
	}
}

func TestSameValue(t *testing.T) {
	a, again, b := 10921.1093547924, 10921.109354792401, 10921.11
	for _, c := range []struct {
		a, b *float64
		want bool
	}{{nil, nil, true}, {&a, nil, false}, {nil, &a, false}, {&a, &again, true}, {&a, &b, false}} {
		if got := SameValue(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %v", c.a, c.b, got)
		}
	}
}

func TestRateOfARow(t *testing.T) {
	o := observe("NI18", "Fife", "2024", 7.5)
	if _, ok := o.Rate(); ok {
		t.Error("a rate of nothing")
	}
	numerator, denominator := 3.0, 40.0
	o.Numerator, o.Denominator = &numerator, &denominator
	if rate, ok := o.Rate(); !ok || rate != 7.5 {
		t.Errorf("got %v, %v; want 7.5", rate, ok)
	}
	o.Indicator = "NI99"
	if _, ok := o.Rate(); ok {
		t.Error("nobody knows how NI99 is made")
	}
}

func TestIndicatorsComeByNumber(t *testing.T) {
	ids := []ID{"NI10", "NI2", "NI1", "NI20"}
	slices.SortFunc(ids, ID.Compare)
	if want := []ID{"NI1", "NI2", "NI10", "NI20"}; !slices.Equal(ids, want) {
		t.Errorf("got %v", ids)
	}
}
