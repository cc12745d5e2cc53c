package compose

import (
	"apr/indicators"
	"apr/internal/document"
	"apr/internal/project/datum"
	"apr/internal/wording"
)

// glance is the year on one page: money, the indicators chosen, a few words.
func (b *builder) glance() *document.Section {
	o := b.report.Narrative.Opening
	items := b.keyAmounts()
	items = append(items, b.keyIndicators(o.KeyIndicators)...)
	if len(items) == 0 && o.Glance.IsZero() {
		return nil
	}
	s := b.section(1, "The year at a glance")
	s.OnePage = true
	b.write(s, o.Glance)
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
		Label: document.Plain("Spent by, or under the direction of, the authority in " + a.Year.String()),
	}}
	if v, ok := a.Years[len(a.Years)-1].Variance(); ok && v != 0 {
		items = append(items, document.KeyFigure{
			Value: document.Inlines{b.datum(datum.ID{Measure: datum.Variance, Of: datum.Total, Year: a.Year}, datum.Unsigned, notKnown)},
			Label: document.Plain(wording.Capital(v.VarianceName()) + " against the plan"),
		})
	}
	return items
}

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
