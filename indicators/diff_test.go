package indicators

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"apr/internal/source"
)

// changes are those of a difference, a line each.
func (d *Difference) lines() []string {
	var list []string
	side := func(n *float64, text string) string {
		if n == nil {
			return "(" + text + ")"
		}
		return fmt.Sprint(*n)
	}
	for _, c := range d.Changes {
		s := fmt.Sprintf("%s %s %s %s %s: %s to %s", c.Kind, c.Indicator, c.Area, c.Period, c.Field,
			side(c.Old, c.OldText), side(c.New, c.NewText))
		if c.Flagged {
			s += " !"
		}
		list = append(list, strings.Join(strings.Fields(s), " "))
	}
	return list
}

func TestDiff(t *testing.T) {
	with := func(o Observation, numerator, denominator float64) Observation {
		o.Numerator, o.Denominator = &numerator, &denominator
		return o
	}
	estimate := observe("NI20", "Fife", "2019/20", 24)
	estimate.Estimate = true
	for name, c := range map[string]struct {
		old, new []Observation
		opts     DiffOptions
		want     []string
	}{
		"nothing": {
			[]Observation{observe("NI12", "Fife", "2024/25", 100)}, []Observation{observe("NI12", "Fife", "2024/25", 100)},
			DiffOptions{Threshold: 5}, nil},
		"a number that was saved again": {
			[]Observation{observe("NI12", "Fife", "2024/25", 10921.1093547924)}, []Observation{observe("NI12", "Fife", "2024/25", 10921.109354792401)},
			DiffOptions{}, nil},
		"a period that no area had, and a row that others had": {
			[]Observation{observe("NI12", "Fife", "2024", 100), observe("NI12", "Fife", "2024/25", 100)},
			[]Observation{observe("NI12", "Fife", "2024", 100), observe("NI12", "Fife", "2024/25", 100), observe("NI12", "Angus", "2024", 90), observe("NI12", "Angus", "2025", 91)},
			DiffOptions{Threshold: 5},
			[]string{"new-row NI12 Angus 2024 value: () to 90", "new-period NI12 Angus 2025 value: () to 91"}},
		"the same backwards": {
			[]Observation{observe("NI12", "Fife", "2024", 100), observe("NI12", "Angus", "2024", 90), observe("NI12", "Angus", "2025", 91)},
			[]Observation{observe("NI12", "Fife", "2024", 100)},
			DiffOptions{Threshold: 5},
			[]string{"vanished-row NI12 Angus 2024 value: 90 to () !", "vanished-period NI12 Angus 2025 value: 91 to () !"}},
		"exactly the threshold isn't beyond it": {
			[]Observation{observe("NI12", "Angus", "2024", 100), observe("NI12", "Fife", "2024", 100), observe("NI12", "Moray", "2024", 0), observe("NI12", "Stirling", "2024", 100)},
			[]Observation{observe("NI12", "Angus", "2024", 105), observe("NI12", "Fife", "2024", 105.1), observe("NI12", "Moray", "2024", 1), observe("NI12", "Stirling", "2024", 94.9)},
			DiffOptions{Threshold: 5},
			[]string{"revised NI12 Angus 2024 value: 100 to 105", "revised NI12 Fife 2024 value: 100 to 105.1 !",
				"revised NI12 Moray 2024 value: 0 to 1 !", "revised NI12 Stirling 2024 value: 100 to 94.9 !"}},
		"from next to nothing": {
			[]Observation{observe("NI12", "Fife", "2024", 1e-300)}, []Observation{observe("NI12", "Fife", "2024", 1e300)},
			DiffOptions{Threshold: 5}, []string{"revised NI12 Fife 2024 value: 1e-300 to 1e+300 !"}},
		"numerators, denominators and limits": {
			[]Observation{with(observe("NI19", "Fife", "2024/25", 400), 800, 2000), within(observe("NI3", "Fife", "2023/24", 57), 2)},
			[]Observation{with(observe("NI19", "Fife", "2024/25", 400), 820, 4000), within(observe("NI3", "Fife", "2023/24", 57), 9)},
			DiffOptions{Threshold: 5},
			[]string{"revised NI3 Fife 2023/24 lower: 55 to 48", "revised NI3 Fife 2023/24 upper: 59 to 66",
				"revised NI19 Fife 2024/25 numerator: 800 to 820", "revised NI19 Fife 2024/25 denominator: 2000 to 4000 !"}},
		"limits that a release doesn't have at all": {
			[]Observation{within(observe("NI3", "Fife", "2023/24", 57), 2), within(observe("NI4", "Fife", "2023/24", 57), 2)},
			[]Observation{observe("NI3", "Fife", "2023/24", 57), observe("NI4", "Fife", "2023/24", 57)},
			DiffOptions{Threshold: 5},
			[]string{"vanished-column lower: () to ()", "vanished-column upper: () to ()"}},
		"values that came and went": {
			[]Observation{without(observe("NI12", "Angus", "2024", 1), ""), observe("NI12", "Fife", "2024", 100), without(observe("NI12", "Moray", "2024", 1), "*"), observe("NI12", "Stirling", "2024", 7)},
			[]Observation{observe("NI12", "Angus", "2024", 90), without(observe("NI12", "Fife", "2024", 1), "#N/A"), without(observe("NI12", "Moray", "2024", 1), ".."), observe("NI12", "Stirling", "2024", 7)},
			DiffOptions{Threshold: 5},
			[]string{"revised NI12 Angus 2024 value: () to 90", "revised NI12 Fife 2024 value: 100 to (#N/A) !", "revised NI12 Moray 2024 value: (*) to (..)"}},
		"an estimate that became a figure": {
			[]Observation{estimate}, []Observation{observe("NI20", "Fife", "2019/20", 24)},
			DiffOptions{}, []string{"revised NI20 Fife 2019/20 estimate: (yes) to (no)"}},
		"the census under either name": {
			[]Observation{observe("NI18", "Fife", "2023", 63)}, []Observation{observe("NI18", "Fife", "2023/24", 63)},
			DiffOptions{}, nil},
		"one area": {
			[]Observation{observe("NI12", "Fife", "2024", 100), observe("NI12", "Angus", "2024", 100)},
			[]Observation{observe("NI12", "Fife", "2024", 101), observe("NI12", "Angus", "2024", 102), observe("NI12", "Fife", "2025", 1)},
			DiffOptions{Area: "Fife", Threshold: 5},
			[]string{"revised NI12 Fife 2024 value: 100 to 101", "new-period NI12 Fife 2025 value: () to 1"}},
		"order": {
			[]Observation{observe("NI12", "Fife", "2024", 1), observe("NI2", "Moray", "2023/24", 1), observe("NI2", "Angus", "2023/24", 1), observe("NI2", "Angus", "2021/22", 1)}, nil,
			DiffOptions{},
			[]string{"vanished-column value: () to ()", "vanished-period NI2 Angus 2021/22 value: 1 to () !", "vanished-period NI2 Angus 2023/24 value: 1 to () !",
				"vanished-period NI2 Moray 2023/24 value: 1 to () !", "vanished-period NI12 Fife 2024 value: 1 to () !"}},
	} {
		d := Diff(workbookOf(c.old...), workbookOf(c.new...), c.opts)
		if diff := cmp.Diff(c.want, d.lines()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		slices.Reverse(c.old)
		slices.Reverse(c.new)
		again := Diff(workbookOf(c.old...), workbookOf(c.new...), c.opts)
		if diff := cmp.Diff(c.want, again.lines()); diff != "" {
			t.Errorf("%s, rows the other way round (-want +got):\n%s", name, diff)
		}
	}
}

func TestDiffOfComparability(t *testing.T) {
	say := func(cell, text string, about ...ID) Comparability {
		return Comparability{Indicators: about, Text: text, Position: source.Position{File: "w.xlsx", Sheet: "Notes", Cell: cell}}
	}
	before, after := workbookOf(), workbookOf()
	before.Comparability = []Comparability{say("A1", "NI2 and NI3 are not comparable before 2023/24.", "NI2", "NI3"), say("A2", "Figures are comparable."), say("A3", "NI7 is not comparable.", "NI7")}
	after.Comparability = []Comparability{say("A5", "Figures are comparable."), say("A6", "NI2, NI3, NI4: not comparable before 2023/24.", "NI2", "NI3", "NI4"), say("A7", "NI7 is not comparable.", "NI7")}
	want := []string{
		"break NI2 comparability: (NI2 and NI3 are not comparable before 2023/24.) to (NI2, NI3, NI4: not comparable before 2023/24.) !",
		"break NI3 comparability: (NI2 and NI3 are not comparable before 2023/24.) to (NI2, NI3, NI4: not comparable before 2023/24.) !",
		"break NI4 comparability: () to (NI2, NI3, NI4: not comparable before 2023/24.) !",
	}
	d := Diff(before, after, DiffOptions{})
	if diff := cmp.Diff(want, d.lines()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if c := d.Changes[0]; c.OldPosition.Cell != "A1" || c.NewPosition.Cell != "A6" {
		t.Errorf("cells %v and %v; want A1 and A6", c.OldPosition, c.NewPosition)
	}
	if c := d.Changes[2]; c.OldPosition.Cell != "" || c.NewPosition.Cell != "A6" {
		t.Errorf("cells %v and %v; want none and A6", c.OldPosition, c.NewPosition)
	}
}

func TestFindArea(t *testing.T) {
	w := workbookOf(observe("NI12", "Edinburgh", "2024/25", 11000), observe("NI12", "Falkirk", "2024/25", 12000))
	if got, err := w.FindArea("City of Edinburgh"); got != "Edinburgh" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := w.FindArea("Falkrik"); err == nil || !strings.Contains(err.Error(), `did you mean "Falkirk"?`) {
		t.Errorf("got %v", err)
	}
}
