package regs

import (
	"fmt"
	"strings"
	"testing"

	"apr/indicators"
)

// A row of the authority with another area's numerator and denominator is told; rows of an
// area that never has any, or always, aren't.
func TestRowsOfOtherAreas(t *testing.T) {
	type side struct {
		area        string
		denominator float64 // 0 for none
	}
	book := func(change int, brae, glen side) []row {
		var rows []row
		for y := range 5 {
			for _, s := range []side{brae, glen} {
				r := row{id: "NI12", area: s.area, period: fmt.Sprintf("20%d/%d", 21+y, 22+y), value: 9_900 + s.denominator/1000 + float64(10*y)}
				if s.denominator > 0 {
					r.denominator = s.denominator + float64(300*y)
					r.numerator = r.value * r.denominator / 1e5
				}
				rows = append(rows, r)
			}
		}
		if change >= 0 {
			a, b := &rows[2*change], &rows[2*change+1]
			a.area, b.area = b.area, a.area
		}
		return rows
	}
	for _, c := range []struct {
		name string
		rows []row
		want string
	}{
		{"none of the authority", book(-1, side{"Brae", 0}, side{"Glen", 90_000}), ""},
		{"both", book(-1, side{"Brae", 45_000}, side{"Glen", 90_000}), ""},
		{"exchanged with one that has them", book(4, side{"Brae", 0}, side{"Glen", 90_000}),
			"w.csv:11 the rows of NI12 in 2025/26 of Brae and Glen seem to be exchanged: that of Brae has a numerator and a denominator, which its other rows haven't"},
		{"in an earlier year", book(1, side{"Brae", 0}, side{"Glen", 90_000}), "w.csv:5 the rows of NI12 in 2022/23 of Brae and Glen seem to be exchanged"},
		{"another population", book(4, side{"Brae", 45_000}, side{"Glen", 90_000}),
			"w.csv:11 the rows of NI12 in 2025/26 of Brae and Glen seem to be exchanged: that of Brae has the denominator 91,200, and its other rows about 45,600"},
		{"near populations", book(4, side{"Brae", 85_000}, side{"Glen", 90_000}), ""},
		{"two rows", book(1, side{"Brae", 0}, side{"Glen", 90_000})[:6], ""},
	} {
		var got []string
		for _, p := range otherRows(bookOf(t, c.rows...)) {
			got = append(got, strings.TrimSuffix(p.Position.String(), ":0")+" "+p.Message)
		}
		if all := strings.Join(got, "\n"); (all == "") != (c.want == "") || !strings.HasPrefix(all, c.want) || len(got) > 1 {
			t.Errorf("%s: %q; want %q", c.name, all, c.want)
		}
	}
}

// Where Scotland's value is what is wrong, the authority's isn't accused.
func TestScotlandsOverlappingYears(t *testing.T) {
	own := []row{{id: "NI12", area: "Brae", period: "2024/25", value: 10_200}, {id: "NI12", area: "Brae", period: "2025/26", value: 9_884}, {id: "NI12", area: "Brae", period: "2025", value: 9_966}}
	scotland := func(calendar, numerator float64) []row {
		return append(own[:3:3], row{id: "NI12", area: indicators.Scotland, period: "2025/26", value: 11_931},
			row{id: "NI12", area: indicators.Scotland, period: "2025", value: calendar, numerator: numerator, denominator: 3_620_150})
	}
	for _, c := range []struct {
		name string
		rows []row
		want string
	}{
		{"as it is", scotland(11_757, 0), ""},
		{"without its parts", scotland(17_157, 0), "w.csv:6 NI12 of Scotland is 17,157 in 2025 and 11,931 in 2025/26"},
		{"beside its parts, where the row is told", scotland(17_157, 425_617), ""},
	} {
		var got []string
		for _, p := range doubtedValues(bookOf(t, c.rows...)) {
			got = append(got, strings.TrimSuffix(p.Position.String(), ":0")+" "+p.Message)
		}
		if all := strings.Join(got, "\n"); (all == "") != (c.want == "") || !strings.HasPrefix(all, c.want) || len(got) > 1 {
			t.Errorf("%s: %q; want %q", c.name, all, c.want)
		}
	}
}
