package datum

import "testing"

// The forms are those of guidance on Easy Read: "7 in 10" in the place of a percentage,
// and round numbers in the place of large ones.
func TestSaid(t *testing.T) {
	for _, test := range []struct {
		measure     Measure
		value, unit string
		want        string
	}{
		{Value, "68.5", "%", "about 7 in 10"},
		{Value, "70", "%", "7 in 10"},
		{Value, "33.6", "%", "about 1 in 3"},
		{Value, "49.2", "%", "about half"},
		{Value, "5.2", "%", "about 1 in 20"},
		{Value, "0.4", "%", "fewer than 1 in 20"},
		{Value, "97.1", "%", "almost all"},
		{Value, "100", "%", "all"},
		{Value, "9966.4", "per 100,000 population 18+", "about 10,000"},
		{Value, "11152.37", "per 100,000 population 18+", "about 11,000"},
		{Value, "897.6", "per 1,000 population 75+", "about 900"},
		{Value, "26.1", "per 1,000 population 65+", "about 26"},
		{LocalMeasure, "78", "children", "78"},
		{Population, "31900", "", "about 32,000"},
		{Population, "24000", "", "24,000"},
		{Spend, "108675123.45", "£", "about £109 million"},
		{Spend, "1642000.00", "£", "about £1.6 million"},
		{Spend, "2000000.00", "£", "£2 million"},
		{Spend, "1980000.00", "£", "about £2 million"},
		{Spend, "384999.99", "£", "about £380,000"},
		{Spend, "999999.99", "£", "about £1 million"},
		{Variance, "-1642000.00", "£", "about £1.6 million"},
		{Proportion, "0.2041", "", "about 2 in 10"},
		{Change, "-6.3", "%", ""},
		{Rank, "12/31", "", ""},
		{Spend, "-3.00", "£", ""},
		{Authority, "Carrickmoor", "", ""},
	} {
		d := Datum{ID: ID{Measure: test.measure}, Value: test.value, Unit: test.unit}
		if got := d.Said(); got != test.want {
			t.Errorf("%s %s %s is said %q, want %q", test.measure, test.value, test.unit, got, test.want)
		}
	}
}
