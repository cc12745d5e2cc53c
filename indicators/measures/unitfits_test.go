package measures

import (
	"fmt"
	"testing"
	"testing/fstest"
)

// A part of a person can't be, and pounds have two decimals or none; means, rates and prices may be
// anything.
func TestUnitsThatDontFit(t *testing.T) {
	for _, c := range []struct {
		name, title, unit string
		values            []string
		want              bool
	}{
		{"a percentage in children", "Children with a developmental concern", "children", []string{"14.9", "15.2", "15.7"}, true},
		{"children", "Children looked after", "children", []string{"95", "92", "88"}, false},
		{"one that was mistyped", "Children looked after", "children", []string{"95", "92", "8.8"}, false},
		{"written with a nought", "Children looked after", "children", []string{"95.0", "92.0", "88.0"}, false},
		{"a mean", "Average people in a group", "people", []string{"5.4", "6.1", "5.2"}, false},
		{"whole-time equivalents", "Posts filled (WTE)", "staff", []string{"5.4", "6.1", "5.2"}, false},
		{"a percentage", "Children with a concern", "%", []string{"14.9", "15.2", "15.7"}, false},
		{"millions in pounds", "Savings made in the year", "£", []string{"4.4", "5.2", "4.7"}, true},
		{"millions", "Savings made in the year", "£ million", []string{"4.4", "5.2", "4.7"}, false},
		{"pounds and pence", "Savings made in the year", "£", []string{"4.45", "5.20", "4.71"}, false},
		{"a price", "Cost per hour of care", "£", []string{"24.4", "25.2", "24.7"}, false},
		{"pounds", "Savings made in the year", "£", []string{"440000.5", "520000.5", "470000.1"}, false},
		{"weeks", "Wait for a plan", "weeks", []string{"7.4", "5.2", "4.7"}, false},
	} {
		text := "Measure,Title,Period,Value,Unit\n"
		for i, v := range c.values {
			text += fmt.Sprintf("LM1,%s,202%d/2%d,%s,%s\n", c.title, i, i+1, v, c.unit)
		}
		table, err := ReadAt(fstest.MapFS{"m.csv": {Data: []byte(text)}}, Places{}, "m.csv")
		if err != nil {
			t.Fatal(c.name, err)
		}
		m := table.Measures[0]
		if value, why := m.UnitMisfit(); (value != nil) != c.want || (why != "") != c.want {
			t.Errorf("%s: %v %q; want %t", c.name, value, why, c.want)
		}
		if m.UnitPosition.Line < 2 || m.UnitPosition.Column != len("LM1,"+c.title+",2020/21,"+c.values[len(c.values)-1]+",")+1 && m.UnitPosition.Line == 4 {
			t.Errorf("%s: the unit is at %v", c.name, m.UnitPosition)
		}
	}
}
