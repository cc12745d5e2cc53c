package measures

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/internal/source"
)

// borrowedTitles reports rows of a measure that have the title of another one: they may
// stand under a wrong id. Measures that share a title in all rows, as those of two groups of
// people may, are reported where neither has a period that the other has.
func (rd *reader) borrowedTitles() {
	for _, m := range rd.table.Measures {
		e := rd.byID[strings.ToLower(m.ID)]
		for _, key := range slices.Sorted(maps.Keys(e.titles)) {
			for _, other := range rd.table.Measures {
				if other == m || headerKey(other.Title) != key {
					continue
				}
				o := rd.byID[strings.ToLower(other.ID)]
				if len(e.titles) == 1 && (o.overlaps(e) || e.rows() > o.rows() || e.rows() == o.rows() && m.ID < other.ID) {
					continue
				}
				rd.survived.Add(&source.Problem{Code: CodeConflict, Position: e.titles[key],
					Message: fmt.Sprintf("%s has the title of %s here, %q", m.ID, other.ID, other.Title),
					Hint:    fmt.Sprintf("did you mean %q? Otherwise give each measure a title of its own", other.ID),
					Related: []source.Related{{Position: o.titles[key], Message: "the title of " + other.ID}}})
			}
		}
	}
}

// rows is how many values there are of a measure.
func (e *entry) rows() int { return len(e.seen) }

// overlaps reports whether two measures have values of one place and period.
func (e *entry) overlaps(o *entry) bool {
	for key := range e.seen {
		if _, both := o.seen[key]; both {
			return true
		}
	}
	return false
}
