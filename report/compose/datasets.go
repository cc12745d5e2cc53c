package compose

import (
	"time"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project/datum"
)

// datasets are the indicator tables and the account for programs: the same
// figures, by the same ids.
func (b *builder) datasets() []document.Dataset {
	name := b.report.Config.Authority.LegalName()
	years := period.Window(b.report.Config.Year)
	covered := years[0].Starts().Format(time.DateOnly) + "/" + years[len(years)-1].Ends().Format(time.DateOnly)
	span := years[0].String() + " to " + years[len(years)-1].String()
	suite := document.Dataset{
		Name:        "Core suite integration indicators, " + name + ", " + span,
		Description: "The national integration indicators of the annual performance report, for the area and for Scotland, unrounded.",
		Source:      b.phsSource(), Period: covered,
	}
	if t := b.report.Indicators; t != nil {
		suite.Area = t.Area
	}
	account := document.Dataset{
		Name:        "Spend, plan and funding, " + name + ", " + span,
		Description: "Spend by matter of regulation 4(2) of SSI 2014/326, key care group and locality, planned spend, and the amount paid to or set aside for the authority, to the penny.",
		Area:        name, Period: covered,
	}
	if b.report.Account != nil {
		account.Source = b.ledgerSource()
	}
	for _, id := range b.facts.Select(b.inDataset) {
		switch id.Measure {
		case datum.Value:
			suite.Facts = append(suite.Facts, b.fact(id, suite.Area))
		case datum.Scotland:
			suite.Facts = append(suite.Facts, b.fact(id, indicators.Scotland))
		default:
			account.Facts = append(account.Facts, b.fact(id, b.areaOf(id)))
		}
	}
	var all []document.Dataset
	for _, d := range []document.Dataset{suite, account} {
		if len(d.Facts) > 0 {
			all = append(all, d)
		}
	}
	return all
}

// inDataset reports whether a figure is a value of an indicator, or is in the
// tables of regulation 4 or of localities. Proportions follow from the amounts
// and the funding.
func (b *builder) inDataset(id datum.ID) bool {
	switch id.Measure {
	case datum.Value, datum.Scotland:
		return true
	case datum.Spend, datum.Plan, datum.Funding:
	default:
		return false
	}
	s, _ := b.facts.Subject(id.Of)
	return id.Of == datum.Total || s.Kind == "matter" || s.Kind == "care group" || s.Kind == "locality"
}

// areaOf is the area that a figure of the account is of.
func (b *builder) areaOf(id datum.ID) string {
	if s, _ := b.facts.Subject(id.Of); s.Kind == "locality" {
		return s.ID
	}
	return b.report.Config.Authority.LegalName()
}

func (b *builder) fact(id datum.ID, area string) document.Fact {
	f, err := b.facts.Resolve(id)
	if err != nil {
		return document.Fact{} // Select leaves out what doesn't resolve
	}
	unit := f.Unit
	if unit == "£" {
		unit = "GBP"
	}
	return document.Fact{ID: id.String(), Title: f.Title, Value: f.Value, Unit: unit, Area: area, Period: f.Period, Position: f.Position}
}
