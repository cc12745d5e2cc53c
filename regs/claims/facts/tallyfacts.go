package facts

import (
	"slices"
	"strconv"
	"strings"

	"apr/indicators/measures"
	"apr/internal/project"
	"apr/internal/yamlpos"
)

// tallies are how many commitments the plan made and how many local measures there are, with what
// became of them.
func (l lowering) tallies() {
	p := l.report.Config.StrategicPlan
	l.Plan = planOf(p)
	if l.report.Framework != nil {
		l.ratings()
	}
	if l.report.Narrative == nil {
		return
	}
	found := 0
	l.report.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if !strings.Contains(t.Markdown, "ommitments") || project.IsStub(*t) {
			return
		}
		l.Promising = append(l.Promising, Promise{name, *t})
		for _, rows := range tablesOf(t.Markdown) {
			if made := TalliesOf(rows, t.At); made != nil {
				l.Tallies = append(l.Tallies, made...)
				found++
			}
		}
	})
	if found > 1 { // which of them is meant isn't known
		l.Tallies = slices.DeleteFunc(l.Tallies, func(t *Tally) bool { return t.Noun == "commitments" })
	}
	if found > 0 {
		l.Promising = nil
	}
}

// planOf is what is known of the strategic plan.
func planOf(p project.StrategicPlan) Plan {
	plan := Plan{Title: WordsOf(p.Title), Priorities: len(p.Priorities)}
	var years []int
	for _, w := range WordsOf(p.Period) {
		if y, err := strconv.Atoi(w); err == nil && y > 2000 {
			years = append(years, y)
		}
	}
	if len(years) == 2 {
		plan.First, plan.Last = years[0], years[1]
	}
	return plan
}

// ratings counts the local measures by their colours, all of them and those of each level.
func (l lowering) ratings() {
	all := l.report.Framework.Measures
	for _, m := range all {
		if value, _ := m.UnitMisfit(); value != nil {
			return // a finding of its own
		}
	}
	if t := rated(all); t != nil {
		l.Tallies = append(l.Tallies, t)
	}
	for _, level := range measures.Levels() {
		at := slices.DeleteFunc(slices.Clone(all), func(m *project.LocalMeasure) bool { return !m.At(measures.Level(level)) })
		if t := rated(at); t != nil && len(at) < len(all) {
			l.OfLevels = append(l.OfLevels, t)
		}
	}
}

// rated counts local measures by their colours; it is nil where none has one.
func rated(list []*project.LocalMeasure) *Tally {
	t := &Tally{Noun: "measures", What: "local measures", States: map[string]int64{"green": 0, "amber": 0, "red": 0}}
	rated, known := int64(0), int64(0)
	for _, m := range list {
		switch m.Whole.Rating {
		case measures.Green, measures.Amber, measures.Red:
			t.States[string(m.Whole.Rating)]++
			rated++
		}
		if m.Whole.Rating != measures.NoData {
			known++
			if t.At.IsZero() && m.Whole.Newest != nil {
				t.At = m.Whole.Newest.Position
			}
		}
	}
	if rated == 0 {
		return nil
	}
	t.States["met"], t.States["unmet"] = t.States["green"], rated-t.States["green"]
	t.All = []int64{int64(len(list)), known, rated}
	return t
}
