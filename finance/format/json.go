package format

import (
	"io"

	"apr/finance"
	"apr/internal/jsonprint"
	"apr/internal/period"
	"apr/internal/source"
)

// The JSON contract of apr finance. Amounts are pounds with two decimals;
// null where no input speaks of one.
type (
	accountJSON struct {
		Authority  string         `json:"authority"`
		Year       string         `json:"year"`
		Funding    *string        `json:"funding"`
		Spend      *string        `json:"spend"`
		Plan       *string        `json:"plan"`
		Variance   *string        `json:"variance"`
		Matters    []matterJSON   `json:"matters"`
		CareGroups []matterJSON   `json:"care_groups"`
		Localities []localityJSON `json:"localities"`
		Ledgers    []ledgerJSON   `json:"ledgers"`
		// What was a locality or a care group in an earlier year and is none now.
		FormerLocalities []localityJSON `json:"former_localities,omitempty"`
		FormerCareGroups []matterJSON   `json:"former_care_groups,omitempty"`
	}
	matterJSON struct {
		ID         string     `json:"id"`
		Spend      *string    `json:"spend"`
		Proportion *float64   `json:"proportion"`
		Plan       *string    `json:"plan"`
		Years      []yearJSON `json:"years"`
	}
	localityJSON struct {
		Name       string     `json:"name"`
		Spend      *string    `json:"spend"`
		Proportion *float64   `json:"proportion"`
		Years      []yearJSON `json:"years"`
	}
	yearJSON struct {
		Year       string   `json:"year"`
		Spend      *string  `json:"spend"`
		Proportion *float64 `json:"proportion"`
	}
	ledgerJSON struct {
		File       string       `json:"file"`
		Partner    string       `json:"partner"`
		Kind       finance.Kind `json:"kind"`
		Lines      int          `json:"lines"`
		Classified int          `json:"classified_lines"`
		TotalRows  int          `json:"total_lines"`
		EmptyLines int          `json:"empty_lines"`
		// UnprovenLines should be totals and aren't the sum of what is above them,
		// HeadingLines are headings of pages: neither is added.
		ExcludedLines int             `json:"excluded_lines"`
		ExcludedTotal string          `json:"excluded_total"`
		Exclusions    []exclusionJSON `json:"exclusions"`
		UnprovenLines int             `json:"unproven_lines"`
		HeadingLines  int             `json:"heading_lines"`
		Total         string          `json:"total"`
		Control       *string         `json:"control"`
		UnmappedLines int             `json:"unmapped_lines"`
		UnmappedTotal string          `json:"unmapped_total"`
		// UnmappedGroups are the largest cost centres that no rule classifies, and
		// UnmappedBeyond those that were too many to list apart, counted together.
		UnmappedGroups []unmappedJSON `json:"unmapped_groups"`
		UnmappedBeyond *unmappedJSON  `json:"unmapped_beyond"`
	}
	exclusionJSON struct {
		Why      string          `json:"why"`
		Lines    int             `json:"lines"`
		Total    string          `json:"total"`
		Position source.Position `json:"position"` // the first of the lines
	}
	unmappedJSON struct {
		CostCentre  string          `json:"cost_centre,omitempty"`
		Description string          `json:"description,omitempty"`
		Lines       int             `json:"lines"`
		Total       string          `json:"total"`
		Position    source.Position `json:"position"` // the first of the lines
	}
)

// JSON prints the account for programs.
func JSON(w io.Writer, r Report) error { return jsonprint.Write(w, jsonOf(r)) }

func jsonOf(r Report) accountJSON {
	a := r.Account
	out := accountJSON{
		Authority: r.Authority, Year: a.Year.String(),
		Funding: amount(a.Funding), Spend: amount(a.Spend), Plan: amount(a.Plan),
		Matters: []matterJSON{}, CareGroups: []matterJSON{}, Localities: []localityJSON{}, Ledgers: []ledgerJSON{},
	}
	if a.Plan.Known && a.Spend.Known {
		v := (a.Plan.Money - a.Spend.Money).String()
		out.Variance = &v
	}
	for _, m := range a.Matters {
		out.Matters = append(out.Matters, lineJSON(m, a.Year))
	}
	for _, g := range a.CareGroups {
		out.CareGroups = append(out.CareGroups, lineJSON(g, a.Year))
	}
	for _, g := range a.FormerCareGroups {
		out.FormerCareGroups = append(out.FormerCareGroups, lineJSON(g, a.Year))
	}
	localities := func(lines []finance.Line) (all []localityJSON) {
		for _, l := range lines {
			m := lineJSON(l, a.Year)
			all = append(all, localityJSON{l.Name, m.Spend, m.Proportion, m.Years})
		}
		return all
	}
	out.Localities = append(out.Localities, localities(a.Localities)...)
	out.FormerLocalities = localities(a.FormerLocalities)
	for _, l := range a.Ledgers {
		j := ledgerJSON{
			File: l.File, Partner: l.Partner, Kind: l.Kind, Lines: l.Lines, Classified: l.Classified,
			TotalRows: l.Totals, EmptyLines: l.Zero, UnprovenLines: l.Unproven, ExcludedLines: l.Excluded, ExcludedTotal: l.ExcludedTotal.String(), Exclusions: []exclusionJSON{}, HeadingLines: l.Headings,
			Total: l.Total.String(), UnmappedLines: l.Unclassified, UnmappedTotal: l.UnclassifiedTotal.String(),
			UnmappedGroups: []unmappedJSON{},
		}
		for _, e := range l.Exclusions {
			j.Exclusions = append(j.Exclusions, exclusionJSON{e.Why, e.Lines, e.Total.String(), e.Position})
		}
		for _, g := range l.Largest {
			j.UnmappedGroups = append(j.UnmappedGroups, groupJSON(g))
		}
		if l.Overflow != nil {
			beyond := groupJSON(*l.Overflow)
			j.UnmappedBeyond = &beyond
		}
		if l.Control != nil {
			c := l.Control.String()
			j.Control = &c
		}
		out.Ledgers = append(out.Ledgers, j)
	}
	return out
}

func groupJSON(g finance.UnclassifiedGroup) unmappedJSON {
	return unmappedJSON{g.CostCentre, g.Description, g.Lines, g.Total.String(), g.Position}
}

func amount(a finance.Amount) *string {
	if !a.Known {
		return nil
	}
	s := a.String()
	return &s
}

func lineJSON(l finance.Line, year period.Year) matterJSON {
	out := matterJSON{ID: l.ID, Spend: amount(l.Spend), Plan: amount(l.Plan), Years: []yearJSON{}}
	if y := l.In(year); y != nil {
		out.Proportion = proportion(y)
	}
	for i := range l.Years {
		y := &l.Years[i]
		out.Years = append(out.Years, yearJSON{y.Year.String(), amount(y.Spend), proportion(y)})
	}
	return out
}

func proportion(y *finance.YearAmount) *float64 {
	if p, ok := y.Proportion(); ok {
		return &p
	}
	return nil
}
