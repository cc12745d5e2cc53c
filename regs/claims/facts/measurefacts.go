package facts

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/number"
	"apr/internal/period"
	"apr/internal/project"
	"apr/regs/claims/exact"
)

// measure is a local measure: each year has its last value.
func (l lowering) measure(m *project.LocalMeasure) {
	t := &Thing{ID: "measure:" + m.ID, Kind: Measure, Title: inSentence(m.Title), Code: m.ID, Definition: m.Title, Unit: Unit(m.Unit),
		Better: better(m.Terms.Polarity), Decimals: m.Decimals, Names: []string{strings.ToLower(m.ID)}, Group: "measure"}
	if unitOf(m.Unit) == Percent {
		t.Unit = Percent
	}
	t.Vocabulary = append(WordsOf(m.Title+" "+m.Unit), strings.Fields(servedWords)...)
	title := strings.ToLower(m.Title)
	if strings.Contains(title, "service") {
		t.Vocabulary = append(t.Vocabulary, "team", "teams", "clinic", "clinics") // those who provide it
	}
	for _, n := range measureNames {
		if strings.Contains(title, n.has) && l.onlyMeasure(n.has) {
			t.Names = append(t.Names, n.names, Synonyms[n.has].Names, Further()[n.has].Names)
			t.Vocabulary = append(t.Vocabulary, strings.Fields(n.own+" "+Synonyms[n.has].own+" "+Further()[n.has].own)...)
			t.Spoken += Spoken()[n.has].Names + ";"
			t.SpokenWords = append(t.SpokenWords, strings.Fields(Spoken()[n.has].own)...)
		}
	}
	if strings.HasPrefix(m.Unit, "£") {
		t.Unit = Pounds
	}
	t.later = func() { l.values(t, m) }
	l.Things = append(l.Things, t)
}

// values are the figures of a local measure.
func (l lowering) values(t *Thing, m *project.LocalMeasure) {
	scale := exact.Rat(1, 1)
	if strings.HasPrefix(m.Unit, "£") && strings.Contains(m.Unit, "million") {
		scale = exact.Rat(1_000_000, 1)
	}
	counted := strings.Contains(strings.ToLower(m.Title), "end of") // on the last days of quarters
	for _, s := range m.Series {
		area := Own
		switch {
		case s.Other && s.Locality == indicators.Scotland:
			area = Scotland
		case s.Other:
			continue // a claim about another area isn't read
		case s.Locality != "":
			area = "locality:" + s.Locality
		}
		for i := range s.Points {
			p := &s.Points[i]
			if p.Value == nil {
				continue
			}
			l.point(t, m, area, p, scale)
			if counted && p.Period.Months == period.Quarter {
				t.dated = append(t.dated, dated{area, p.Period.End(), pointValue(t, m, p, scale)})
			}
		}
	}
}

// onlyMeasure reports whether only one local measure has the words in its title: what people call
// it by them isn't another's.
func (l lowering) onlyMeasure(words string) bool {
	having := 0
	for _, o := range l.report.Framework.Measures {
		if strings.Contains(strings.ToLower(o.Title), words) {
			having++
		}
	}
	return having == 1
}

// servedWords say of people that they use a service, as most local measures count
// them, and narrow nothing.
const servedWords = "referred referral referrals seen waited waiting wait offered helped on average"

// point is a value of a local measure; a later one of the same year replaces it.
func (l lowering) point(t *Thing, m *project.LocalMeasure, area string, p *measures.Point, scale *big.Rat) {
	t.make(FaceValue, area, int(p.Period.Year()), func() Value { return pointValue(t, m, p, scale) })
	goal := p.Target
	if area == Own && m.Terms.Target != nil {
		goal = m.Terms.Target
	}
	if goal != nil {
		t.make(FaceTarget, area, int(p.Period.Year()), func() Value {
			show := number.Format(*goal, m.Decimals)
			switch {
			case t.Unit == Percent:
				show = strconv.FormatFloat(*goal, 'f', -1, 64) + "%"
			case t.Unit == Pounds && scale.Cmp(exact.Rat(1, 1)) > 0:
				show = "£" + show + "m"
			}
			return Value{Exact: exact.Mul(exact.Float(*goal), scale), Display: show, Place: p.Position}
		})
	}
}

// pointValue is a value of a local measure as a figure.
func pointValue(t *Thing, m *project.LocalMeasure, p *measures.Point, scale *big.Rat) Value {
	show := number.Format(*p.Value, m.Decimals)
	switch {
	case t.Unit == Percent:
		show += "%"
	case t.Unit == Pounds && scale.Cmp(exact.Rat(1, 1)) > 0:
		show = "£" + show + "m"
	case m.Unit != "":
		show += " " + m.Unit
	}
	return Value{Exact: exact.Mul(exact.Float(*p.Value), scale), Display: show, Period: p.Period.String(), Place: p.Position}
}

// people are the populations of localities and their sum.
func (l lowering) people() {
	t := &Thing{ID: "population", Kind: People, Title: "population", Unit: "people", Group: "population"}
	sum, all := 0, len(l.report.Config.Localities) > 0
	for i, locality := range l.report.Config.Localities {
		if locality.Population <= 0 {
			all = false
			continue
		}
		sum += locality.Population
		at := l.report.Config.PositionOf(fmt.Sprintf("localities[%d].population", i))
		t.Set(FaceValue, "locality:"+locality.Name, l.Year, Value{Exact: exact.Rat(int64(locality.Population), 1), Display: number.Format(float64(locality.Population), 0), Place: at})
	}
	if all {
		t.Set(FaceValue, Own, l.Year, Value{Exact: exact.Rat(int64(sum), 1), Display: number.Format(float64(sum), 0), Place: l.report.Config.PositionOf("localities")})
	}
	l.Things = append(l.Things, t)
	for _, m := range l.Things {
		switch {
		case m.ID == "total":
			l.perHead(m, t, Own)
		case m.Group == "locality":
			l.perHead(m, t, m.ID)
		}
	}
}

// perHead gives an amount as one of each person who lives in a place.
func (l lowering) perHead(m, people *Thing, area string) {
	n, ok := l.At(people, FaceValue, area, l.Year)
	spent, found := l.At(m, FaceSpend, Own, l.Year)
	if !ok || !found || n.Exact.Sign() <= 0 {
		return
	}
	each := new(big.Rat).Quo(spent.Exact, n.Exact)
	pence := each.FloatString(0)
	m.Set(FacePerHead, Own, l.Year, Value{Exact: each, Shown: exact.Parse(pence), Display: "£" + number.Format(float64(exact.Parse(pence).Num().Int64()), 0) + " a head", Place: spent.Place})
}
