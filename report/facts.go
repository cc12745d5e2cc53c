package report

import (
	"fmt"
	"slices"
	"sync"

	"apr/finance"
	decimal "apr/internal/number"
	"apr/report/figure"
)

// Facts are what the report's figures are made of.
func (r *Report) Facts() *figure.Facts {
	if r.facts == nil { // a report that wasn't loaded
		return r.makeFacts()
	}
	return r.facts.of(r)
}

func (r *Report) makeFacts() *figure.Facts {
	return &figure.Facts{
		Year: r.Project.Year, Workbook: r.Workbook, Table: r.Indicators, Account: r.Account,
		Settings: slices.Concat(r.Project.settings(), r.Framework.figures()),
	}
}

// keptFacts are a report's facts while its parts are the same: each reference of
// the narrative asks for them.
type keptFacts struct {
	mu    sync.Mutex
	from  Report // whose parts they were made from
	facts *figure.Facts
}

func (k *keptFacts) of(r *Report) *figure.Facts {
	k.mu.Lock()
	defer k.mu.Unlock()
	same := k.from.Project == r.Project && k.from.Workbook == r.Workbook && k.from.Indicators == r.Indicators &&
		k.from.Account == r.Account && k.from.Framework == r.Framework
	if k.facts == nil || !same {
		k.from = Report{Project: r.Project, Workbook: r.Workbook, Indicators: r.Indicators, Account: r.Account, Framework: r.Framework}
		k.facts = r.makeFacts()
	}
	return k.facts
}

// settings are the figures that apr.yaml itself says.
func (p *Project) settings() []figure.Setting {
	year := p.Year.String()
	settings := []figure.Setting{
		{ID: figure.ID{Measure: figure.ReportingYear}, Title: "the reporting year", Value: year, Display: year, Position: p.PositionOf("year")},
		{ID: figure.ID{Measure: figure.Authority}, Title: "the authority's name", Value: p.Authority.Name, Display: p.Authority.Name,
			Position: p.PositionOf("authority.name")},
	}
	for i, l := range p.Localities {
		if l.Population > 0 {
			settings = append(settings, figure.Setting{
				ID: figure.ID{Measure: figure.Population, Of: l.Name}, Title: "people who live in " + l.Name,
				Value: fmt.Sprint(l.Population), Display: decimal.Format(float64(l.Population), 0),
				Position: p.PositionOf(item("localities", i) + ".population"),
			})
		}
	}
	for i, a := range p.Finance.Apportionments {
		for _, l := range p.Localities {
			ppm, err := finance.ParseShare(a.Shares[l.Name])
			if err != nil {
				continue // the reader of the ledgers has told it
			}
			settings = append(settings, figure.Setting{
				ID: ShareID(a.Name, l.Name), Title: fmt.Sprintf("share of %s in what is apportioned by %s", l.Name, a.Name),
				Value: a.Shares[l.Name], Display: decimal.Percent(ppm, 1_000_000),
				Position: p.PositionOf(join(item("finance.apportionments", i)+".shares", l.Name)),
			})
		}
	}
	return settings
}

// ShareID names a locality's share in an apportionment.
func ShareID(apportionment, locality string) figure.ID {
	return figure.ID{Measure: figure.Share, Of: apportionment + ":" + locality}
}
