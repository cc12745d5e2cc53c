package regs

import (
	"fmt"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// sinceRules hold what apr.yaml calls new against the past that the history has of it.
var sinceRules = []Rule{
	{
		ID:       "R0-since",
		Title:    "What is new has no past",
		Level:    Advice,
		Citation: "SSI 2014/326, regulations 4(3) and 6(3)",
		Why:      "A locality, key care group or authority that is new is compared for the years that it has. A year that the history does give would be left out of a comparison that the law asks for. Whether something is new or has only changed its name, only people can judge.",
		Blind:    "A past that the history lacks, and whether what is called new only has another name.",
		Check:    checkSinces,
	},
}

func checkSinces(r *project.Project, p *Pass) {
	if r.Account == nil {
		return
	}
	c := r.Config
	if since := c.Authority.Since; since != 0 {
		p.pastOf("the authority", since, r.Config.PositionOf("authority.since"), func(y period.Year) finance.Amount { return totals(r.Account, y).Spend }, r)
	}
	for i, l := range c.Localities {
		p.pastOfLine("the locality "+l.Name, l.Since, c.PositionOf(yamlpos.Item("localities", i)+".since"), lineOf(r.Account.Localities, l.Name), r)
	}
	for _, g := range c.CareGroups {
		p.pastOfLine("the care group "+g, c.CareGroupsSince[g], c.PositionOf(yamlpos.Join("care_groups_since", g)), lineOf(r.Account.CareGroups, g), r)
	}
}

func (p *Pass) pastOfLine(what string, since period.Year, place source.Position, l *finance.Line, r *project.Project) {
	if l == nil || since == 0 {
		return
	}
	p.pastOf(what, since, place, func(y period.Year) (a finance.Amount) {
		if in := l.In(y); in != nil {
			a = in.Spend
		}
		return a
	}, r)
}

// pastOf reports the years before since for which there is spend all the same.
func (p *Pass) pastOf(what string, since period.Year, place source.Position, spend func(period.Year) finance.Amount, r *project.Project) {
	var years []string
	var first finance.Amount
	for _, y := range period.Window(r.Config.Year) {
		if a := spend(y); y < since && a.Known && a.Money != 0 {
			if years = append(years, y.String()); len(years) == 1 {
				first = a
			}
		}
	}
	if len(years) == 0 {
		return
	}
	p.add(Finding{
		Position: at(place, projectFile),
		Found:    fmt.Sprintf("%s is new since %s, says apr.yaml, and the history has its spend for %s", what, since, wording.List(years)),
		Hint:     "delete since, or the rows of the history where they are of something else",
		Related:  relatedAmount(first, "its spend in the first of these years"),
	})
}
