package facts

import (
	"math/big"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"apr/indicators"
	"apr/internal/number"
	"apr/internal/period"
	"apr/internal/source"
	"apr/regs/claims/exact"
)

// Where an indicator's unit has a base, such as 100,000.
func unitOf(u string) Unit {
	switch u {
	case "%":
		return Percent
	case "£":
		return Pounds
	}
	return Unit(u)
}

func better(p indicators.Polarity) int {
	switch p {
	case indicators.HigherIsBetter:
		return 1
	case indicators.LowerIsBetter:
		return -1
	}
	return 0
}

// inSentence is a title as it stands inside a sentence.
func inSentence(title string) string {
	r, n := utf8.DecodeRuneInString(title)
	if next, _ := utf8.DecodeRuneInString(title[n:]); n == 0 || unicode.IsUpper(next) {
		return title // empty, or an abbreviation
	}
	return string(unicode.ToLower(r)) + title[n:]
}

// shown is a number as it is displayed with so many decimals.
func shown(v float64, decimals int) *big.Rat {
	return exact.Parse(number.Format(v, decimals))
}

// definition joins a title and what it is of.
func definition(title, of string) string {
	if of == "" {
		return title
	}
	return title + " (" + of + ")"
}

func (l lowering) indicators(t *indicators.Table, w *indicators.Workbook) {
	for _, s := range t.Series {
		i := s.Indicator
		th := &Thing{ID: string(i.ID), Kind: Indicator, Title: inSentence(i.ShortTitle), Code: string(i.ID), Definition: definition(i.Title, i.Denominator),
			Unit: unitOf(i.Unit), Better: better(i.Polarity), Survey: i.Basis == indicators.Survey, Decimals: i.Decimals, Group: "indicator"}
		for _, y := range i.Breaks {
			th.Breaks = append(th.Breaks, int(y))
		}
		n := IndicatorNames[string(i.ID)]
		th.Vocabulary = append(strings.Fields(n.own+" "+Synonyms[string(i.ID)].own+" "+Further()[string(i.ID)].own), WordsOf(i.Title)...)
		th.SpokenWords = strings.Fields(Spoken()[string(i.ID)].own + " " + FurtherSpoken[string(i.ID)].own) // their names are in spokenOfSuite
		th.Names = []string{strings.Join(WordsOf(i.Title), " "), strings.Join(WordsOf(i.ShortTitle), " ")}
		th.later = func() { indicatorValues(th, s) }
		l.Things = append(l.Things, th)
	}
	if w == nil {
		return
	}
	others := sync.OnceValue(func() map[indicators.ID][][]indicators.Observation { return runsOf(w) })
	periods := func(thing string, year int) (*indicators.Indicator, string) {
		s := t.ByID(indicators.ID(thing))
		if s == nil {
			return nil, ""
		}
		if p := s.At(period.Year(year)); p != nil && p.Value != nil {
			return &s.Indicator, p.Period
		}
		return nil, ""
	}
	l.Elsewhere = func(thing, area string, year int) (Value, bool) {
		i, name := periods(thing, year)
		if i == nil {
			return Value{}, false
		}
		var o *indicators.Observation
		inPeriod(others()[i.ID], name, func(x *indicators.Observation) bool {
			if x.Area == area {
				o = x
			}
			return o == nil
		})
		if o == nil || o.Value == nil {
			return Value{}, false
		}
		v := indicatorValue(i, *o.Value, name, o.Position)
		if o.Lower != nil && o.Upper != nil {
			v.Low, v.High = exact.Float(*o.Lower), exact.Float(*o.Upper)
		}
		return v, true
	}
	l.Everywhere = func(thing string, year int) []Value {
		i, name := periods(thing, year)
		if i == nil {
			return nil
		}
		var all []Value
		names := []string{t.Area}
		for _, a := range indicators.Authorities() {
			if a.Area != t.Area {
				names = append(names, a.Area)
			}
		}
		there := map[string]*indicators.Observation{}
		inPeriod(others()[i.ID], name, func(x *indicators.Observation) bool {
			if there[x.Area] == nil {
				there[x.Area] = x
			}
			return true
		})
		for _, area := range names {
			if o := there[area]; o != nil && o.Value != nil {
				all = append(all, indicatorValue(i, *o.Value, name, o.Position))
			}
		}
		return all
	}
}

// indicatorValues are the figures of an indicator.
func indicatorValues(t *Thing, s *indicators.Series) {
	i := &s.Indicator
	t.expect(2*len(s.Points) + 1)
	for k := range s.Points {
		p := &s.Points[k]
		if p.Value == nil {
			continue
		}
		t.make(FaceValue, Own, int(p.Year), func() Value {
			v := indicatorValue(i, *p.Value, p.Period, p.Position)
			if p.Lower != nil && p.Upper != nil {
				v.Low, v.High = exact.Float(*p.Lower), exact.Float(*p.Upper)
			}
			return v
		})
		if p.Scotland != nil {
			t.make(FaceValue, Scotland, int(p.Year), func() Value { return indicatorValue(i, *p.Scotland, p.Period, p.Position) })
		}
	}
	if newest := s.Newest(); newest != nil && s.FamilyAverage != nil {
		t.make(FaceValue, Family, int(newest.Year), func() Value { return indicatorValue(i, *s.FamilyAverage, newest.Period, newest.Position) })
	}
}

// runsOf are the runs of a workbook's rows that have the same indicator: most have one.
func runsOf(w *indicators.Workbook) map[indicators.ID][][]indicators.Observation {
	all := map[indicators.ID][][]indicators.Observation{}
	rows := w.Observations
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && rows[end].Indicator == rows[start].Indicator {
			end++
		}
		id := rows[start].Indicator
		all[id] = append(all[id], rows[start:end])
		start = end
	}
	return all
}

// inPeriod are the first rows of each area for an indicator and a period.
func inPeriod(runs [][]indicators.Observation, name string, f func(*indicators.Observation) (more bool)) {
	for _, run := range runs {
		for i := range run {
			if run[i].Period == name && !f(&run[i]) {
				return
			}
		}
	}
}

func indicatorValue(i *indicators.Indicator, v float64, period string, at source.Position) Value {
	return Value{Exact: exact.Float(v), Shown: shown(v, i.Decimals), Display: i.Format(v), Period: period, Place: at}
}
