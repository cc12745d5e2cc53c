package project

import (
	"fmt"
	"slices"
	"sync"

	"apr/finance"
	"apr/internal/document"
	decimal "apr/internal/number"
	"apr/internal/project/datum"
	"apr/internal/project/reference"
	"apr/internal/yamlpos"
)

// Facts are what the report's figures are made of.
func (r *Project) Facts() *datum.Facts {
	if r.facts == nil { // a report that wasn't loaded
		return r.makeFacts()
	}
	return r.facts.of(r)
}

func (r *Project) makeFacts() *datum.Facts {
	return &datum.Facts{
		Year: r.Config.Year, Workbook: r.Workbook, Table: r.Indicators, Account: r.Account,
		Settings: slices.Concat(r.Config.settings(), r.Framework.data(), r.Narrative.grades(), r.counts()),
	}
}

// keptFacts are a report's facts while its parts are the same: each reference of
// the narrative asks for them.
type keptFacts struct {
	mu    sync.Mutex
	from  Project // whose parts they were made from
	facts *datum.Facts
	// measures are those of a framework and the settings.
	measures  []reference.Measure
	framework *Framework
	config    *Config
}

func (k *keptFacts) of(r *Project) *datum.Facts {
	k.mu.Lock()
	defer k.mu.Unlock()
	same := k.from.Config == r.Config && k.from.Workbook == r.Workbook && k.from.Indicators == r.Indicators &&
		k.from.Account == r.Account && k.from.Framework == r.Framework && sameGrades(k.from.Narrative, r.Narrative)
	if k.facts == nil || !same {
		k.from = Project{Config: r.Config, Workbook: r.Workbook, Indicators: r.Indicators, Account: r.Account, Framework: r.Framework, Narrative: r.Narrative}
		k.facts = r.makeFacts()
	}
	return k.facts
}

// measuresOf are the local measures that references may name.
func (k *keptFacts) measuresOf(r *Project) []reference.Measure {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.framework != r.Framework || k.config != r.Config || len(k.measures) != len(r.Framework.Measures) {
		k.measures, k.framework, k.config = r.makeReferenceMeasures(), r.Framework, r.Config
	}
	return k.measures
}

// settings are the figures that apr.yaml itself says.
func (p *Config) settings() []datum.Setting {
	year, name := p.Year.String(), document.Unmarked(p.Authority.Name)
	settings := []datum.Setting{
		{ID: datum.ID{Measure: datum.ReportingYear}, Title: "the reporting year", Value: year, Display: year, Position: p.PositionOf("year")},
		{ID: datum.ID{Measure: datum.Authority}, Title: "the authority's name", Value: name, Display: name,
			Position: p.PositionOf("authority.name")},
	}
	for i, l := range p.Localities {
		if l.Population > 0 {
			settings = append(settings, datum.Setting{
				ID: datum.ID{Measure: datum.Population, Of: l.Name}, Title: "people who live in " + l.Name,
				Value: fmt.Sprint(l.Population), Display: decimal.Format(float64(l.Population), 0),
				Position: p.PositionOf(yamlpos.Item("localities", i) + ".population"),
			})
		}
	}
	settings = append(settings, p.reserveSettings()...)
	for i, a := range p.Finance.Apportionments {
		for _, l := range p.Localities {
			ppm, err := finance.ParseShare(a.Shares[l.Name])
			if err != nil {
				continue // the reader of the ledgers has reported it
			}
			settings = append(settings, datum.Setting{
				ID: ShareID(a.Name, l.Name), Title: fmt.Sprintf("share of %s in what is apportioned by %s", l.Name, a.Name),
				Value: a.Shares[l.Name], Display: decimal.Percent(ppm, 1_000_000),
				Position: p.PositionOf(yamlpos.Join(yamlpos.Item("finance.apportionments", i)+".shares", l.Name)),
			})
		}
	}
	return settings
}

// ShareID names a locality's share in an apportionment.
func ShareID(apportionment, locality string) datum.ID {
	return datum.ID{Measure: datum.Share, Of: apportionment + ":" + locality}
}
