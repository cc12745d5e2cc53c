package project

import (
	"slices"
	"strings"

	"apr/internal/document"
	"apr/internal/document/columns"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// TablePlaces are the places that print each table of the author's own, by its id: the
// chapters of structure first, then the texts in order of the report. It is printed in
// the first.
func (r *Project) TablePlaces() map[string][]source.Position {
	places := map[string][]source.Position{}
	for _, c := range r.Config.Structure {
		for _, h := range c.Holds {
			if id := strings.TrimSpace(h.Table); id != "" {
				places[id] = append(places[id], h.Position)
			}
		}
	}
	r.placedInTexts(func(in placing, id string, at source.Position) {
		if in == inReport {
			places[id] = append(places[id], at)
		}
	})
	return places
}

// PlacedElsewhere reports whether a text prints a table that isn't the annual report's:
// one of the summary, or one that is still last year's.
func (r *Project) PlacedElsewhere(table string) (placed bool) {
	r.placedInTexts(func(in placing, id string, _ source.Position) { placed = placed || in != inReport && id == table })
	return placed
}

// lastYearsTables are the tables that texts print which are still last year's.
func (r *Project) lastYearsTables() map[string]bool {
	tables := map[string]bool{}
	r.placedInTexts(func(in placing, id string, _ source.Position) {
		if in == inLastYears {
			tables[id] = true
		}
	})
	return tables
}

// placing says which text prints a table.
type placing int

const (
	inReport    placing = iota
	inSummary           // or in the Easy Read version
	inLastYears         // a text that is still last year's
)

// summaryTexts begins the names of the texts that only the summary of the report prints.
const summaryTexts = "opening.summary."

// IsOfSummary reports whether a text, by its name as of EachText, is printed in the
// summary of the report and nowhere else.
func IsOfSummary(name string) bool { return strings.HasPrefix(name, summaryTexts) }

// placedInTexts calls f with each place where a text prints a table.
func (r *Project) placedInTexts(f func(in placing, id string, at source.Position)) {
	if r.Narrative == nil {
		return
	}
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if !strings.Contains(t.Markdown, reference.PlaceTable) {
			return
		}
		in := inReport
		switch {
		case IsLastYears(*t):
			in = inLastYears
		case IsOfSummary(name) || IsOfEasyRead(name):
			in = inSummary
		}
		references, _ := reference.Parse(*t) // loading reports its problems
		for _, ref := range references {
			if ref.Name == reference.PlaceTable && len(ref.Args) == 1 {
				f(in, ref.Args[0].Value, ref.Position)
			}
		}
	})
}

// IsWide reports whether a table needs a page turned on paper, or is divided there.
func IsWide(t *document.Table) bool {
	fit := columns.OnPaper(t, 0)
	return fit.Turned || len(fit.Groups) > 0
}

// withoutReferences is a text without the references in it.
func withoutReferences(t yamlpos.Text) string {
	references, _ := reference.Parse(t) // loading reports its problems
	text := t.Markdown
	for _, ref := range slices.Backward(references) {
		text = text[:ref.Start] + text[ref.End:]
	}
	return text
}
