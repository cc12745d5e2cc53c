package ledger

import (
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// unclassified adds a line to the group of its cost centre.
func (r *Reader) unclassified(record []string, amount finance.Money) {
	g := r.centre(celltext.At(record, r.Group), r.Table.Records.Position(max(r.Group, 0)))
	g.describe(celltext.Spaced(celltext.At(record, r.describe)))
	g.Lines++
	g.Total += amount
}

// groupedBy is the column by which unclassified lines are grouped where no cost
// centre is mapped: the first that isn't the lines' date or period.
func (r *Reader) groupedBy() int {
	for _, i := range r.identity {
		if i != r.date && i != r.period {
			return i
		}
	}
	return r.identity[0]
}

// A CentreGroup is a group of unclassified lines as it grows. varied is true
// where lines have different descriptions, which are then their own and not the
// cost centre's.
type CentreGroup struct {
	finance.UnclassifiedGroup
	varied bool
}

// centre is the group of a cost centre, one of whose lines stands at a place. Y021
// and "y021 " are one cost centre, shown as it is met first.
func (r *Reader) centre(name string, at source.Position) *CentreGroup {
	key := celltext.Code(name)
	g, ok := r.Out.Groups[key]
	switch {
	case ok:
	case len(r.Out.Groups) >= r.maxCentres || len(name) > maxCentreText:
		if g = &r.Out.overflow; g.Lines == 0 {
			g.Position, g.varied = at, true
		}
	default:
		g = &CentreGroup{UnclassifiedGroup: finance.UnclassifiedGroup{CostCentre: strings.Clone(celltext.Trim(name)), Position: at}}
		r.Out.Groups[strings.Clone(key)] = g
	}
	if at.Compare(g.Position) < 0 {
		g.Position = at
	}
	return g
}

// Bounds of the groups of unclassified lines: of how many cost centres there are
// groups, and how long a code or a description may be.
const (
	MaxCentres    = 4_000
	maxCentreText = 200
)

// describe keeps the one description that lines share.
func (g *CentreGroup) describe(description string) {
	switch {
	case description == "" || g.varied || description == g.Description:
	case g.Description == "" && len(description) <= maxCentreText:
		g.Description = strings.Clone(description)
	default:
		g.Description, g.varied = "", true
	}
}
