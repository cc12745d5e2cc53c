package regs

import (
	"strings"
	"testing"

	"apr/indicators/measures"
	"apr/internal/project"
)

func countsOver(values ...float64) *measures.Series {
	s := &measures.Series{}
	for i := range values {
		s.Points = append(s.Points, measures.Point{Value: &values[i]})
	}
	return s
}

// A count that a text says was that of a measure, with two digits exchanged, is told where the other count
// of the sentence is the measure's; other counts aren't.
func TestMeasuresAgain(t *testing.T) {
	for text, want := range map[string]string{
		"The number of people who waited for it fell from 146 to 71 in the year.":   "the text has 146, and LM1 has 164",
		"The number of people who waited for it fell from 164 to 17 in the year.":   "the text has 17, and LM1 has 71",
		"The number of people who waited for it fell from 164 to 71 in the year.":   "",
		"The number of people who waited for it fell from 148 to 71 in three years": "",
		"The number of people who waited for it fell from 150 to 71 in the year.":   "",
		"The number of visits rose from 146 to 71 in the year.":                     "",
		"Waiting fell from 146 to 90 days.":                                         "",
		"Waiting fell from 146 to 71% of that.":                                     "",
	} {
		r := inMoray(text)
		r.Framework = &project.Framework{Measures: []*project.LocalMeasure{{Measure: &measures.Measure{ID: "LM1", Title: "People waiting for care at home", Series: []*measures.Series{countsOver(121, 148, 164, 71)}}}}}
		var found []Finding
		p := &Pass{rule: &Rule{ID: "R0-impossible", Level: Advice}, state: &state{}, findings: &found, reading: newReading(r)}
		p.measuresAgain(r, p.reading.statements())
		got := ""
		for _, f := range found {
			got += f.Found
		}
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// A decision is made before it has effect, unless its reasons say otherwise.
func TestDecidedLater(t *testing.T) {
	for _, c := range []struct{ date, reasons, want string }{
		{"2018-12-13", "At a special meeting the board decided to close Ward 2 from 6 October 2018.", "the decision is dated 13 December 2018, and its reasons have it take effect from 6 October 2018, which is earlier"},
		{"2018-08-13", "At a special meeting the board decided to close Ward 2 from 6 October 2018.", ""},
		{"2018-12-13", "The board ratified what officers had decided to do from 6 October 2018.", ""},
		{"2018-12-13", "The ward has been short of nurses since 6 October 2018. The board decided to close it.", ""},
		{"", "The board decided to close it from 6 October 2018.", ""},
	} {
		r := inMoray("We did well.")
		r.Narrative.Reg3.Decisions.Entries = []project.Decision{{Title: "Closure of Ward 2", Date: c.date, Reasons: text(c.reasons)}}
		got := ""
		for _, f := range Check(r).Findings {
			if strings.Contains(f.Message, "take effect") {
				got += f.Message
			}
		}
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s, %q: got %q, want %q", c.date, c.reasons, got, c.want)
		}
	}
}
