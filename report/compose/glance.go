package compose

import (
	"apr/indicators"
	"apr/internal/document"
	"apr/internal/project/datum"
)

// glance is the year on one page: money, the indicators chosen, a few words. A text that
// has tiles has those of its author's in the place of the money.
func (b *builder) glance() *document.Section {
	o := b.report.Narrative.Opening
	items := append(b.keyAmounts(), b.keyIndicators(o.KeyIndicators)...)
	if len(items) == 0 && o.Glance.IsZero() {
		return nil
	}
	s := b.section(1, "The year at a glance")
	s.OnePage = true
	b.write(s, o.Glance)
	if hasTiles(s) {
		items = b.keyIndicators(o.KeyIndicators)
	}
	if len(items) > 0 {
		s.Blocks = append(s.Blocks, &document.KeyFigures{Items: items})
	}
	return s
}

func (b *builder) keyAmounts() []document.KeyFigure {
	a := b.report.Account
	if a == nil || !a.Spend.Known {
		return nil
	}
	items := []document.KeyFigure{{
		Value: document.Inlines{b.money(datum.Spend, datum.Total, a.Year)},
		Label: b.inlines("Spent by, or under the direction of, the authority in {year}", a.Year),
	}}
	if v, ok := a.Years[len(a.Years)-1].Variance(); ok && v != 0 {
		items = append(items, document.KeyFigure{
			Value: document.Inlines{b.datum(datum.ID{Measure: datum.Variance, Of: datum.Total, Year: a.Year}, datum.Unsigned, notKnown)},
			Label: b.inlines(againstPlan[v > 0]),
		})
	}
	return items
}

// againstPlan says what the variance is, by whether it is an underspend.
var againstPlan = map[bool]string{true: "Underspend against the plan", false: "Overspend against the plan"}

func (b *builder) keyIndicators(ids []string) []document.KeyFigure {
	if b.report.Indicators == nil {
		return nil
	}
	var items []document.KeyFigure
	for _, id := range ids {
		s := b.report.Indicators.ByID(indicators.ID(id))
		if s == nil || s.Newest() == nil {
			continue
		}
		p := s.Newest()
		label := s.Indicator.ShortTitle
		if s.Indicator.Unit != "%" {
			label += " (" + s.Indicator.Unit + ")"
		}
		item := document.KeyFigure{
			Value: document.Inlines{b.value(s, p)},
			Label: document.Plain(label + ", " + p.Period),
		}
		if s.FromPrevious != nil {
			item.Status = changeStatus(s)
			item.StatusWord = b.change(s)
		}
		items = append(items, item)
	}
	return items
}

// hasTiles reports whether a section's text has tiles.
func hasTiles(s *document.Section) bool {
	found := false
	w := document.Walker{Block: func(block document.Block) error {
		_, tiles := block.(*document.KeyFigures)
		found = found || tiles
		return nil
	}}
	_ = w.Walk(&document.Document{Sections: []*document.Section{s}}) // the function doesn't fail
	return found
}

// changeOf is how an indicator has changed of which a figure is the newest value.
func (b *builder) changeOf(d document.Datum) (document.Status, document.Inlines) {
	if b.report.Indicators == nil {
		return document.StatusNone, nil
	}
	for _, s := range b.report.Indicators.Series {
		p := s.Newest()
		if p == nil || s.FromPrevious == nil {
			continue
		}
		if of(s, datum.Value, p).String() == d.ID {
			return changeStatus(s), b.change(s)
		}
	}
	return document.StatusNone, nil
}
