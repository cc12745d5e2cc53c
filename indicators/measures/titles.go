package measures

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
)

// A title is one of those that a measure's rows have, with where it is first and how many others
// come before it.
type title struct {
	text   string
	at     source.Position
	before int
}

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
				rd.survived.Add(&source.Problem{Code: CodeConflict, Position: e.titles[key].at,
					Message: fmt.Sprintf("%s has the title of %s here, %q", m.ID, other.ID, other.Title),
					Hint:    fmt.Sprintf("did you mean %q? Otherwise give each measure a title of its own", other.ID),
					Related: []source.Related{{Position: o.titles[key].at, Message: "the title of " + other.ID}}})
			}
		}
	}
}

var (
	titleWords = lazyregexp.Lazy(`20\d\d(?:[/–-]\d{2,4})?|[\pL\d]+`)
	// whom are words of titles that say whom or what a measure counts: the same words with
	// another of these, or another number, are another measure.
	whom = lazyregexp.Lazy(`^(?:\d{1,3}|all|adults?|child(?:ren)?|older|young(?:er)?|men|women|males?|females?|planned|unplanned|emergency|elective|over|under|above|below)$`)
)

// otherTitles reports a measure whose title changes between rows to that of other people, ages
// or days: one of the rows may stand under a wrong id. A title that only says more, or says it in
// other words, has been reworded: the newest is printed.
func (rd *reader) otherTitles() {
	for _, m := range rd.table.Measures {
		all := slices.SortedFunc(maps.Values(rd.byID[strings.ToLower(m.ID)].titles), func(a, b title) int { return a.before - b.before })
		for i := 1; i < len(all); i++ {
			first, now := all[i-1], all[i]
			if !ofOthers(first.text, now.text) || rd.titleOfAnother(m, now.text) || rd.titleOfAnother(m, first.text) {
				continue
			}
			rd.survived.Add(&source.Problem{Code: CodeConflict, Position: now.at,
				Message: fmt.Sprintf("%s has the title %q here and %q before; apr prints that of the newest period", m.ID, now.text, first.text),
				Hint:    "write the same on each row of the measure, or give the rows that are of something else an id of their own",
				Related: []source.Related{{Position: first.at, Message: "the first"}}})
		}
	}
}

// ofOthers reports whether each of two titles says of whom, or how many, what the other doesn't.
func ofOthers(a, b string) bool {
	lacks := func(a, b string) (any, who bool) {
		others := titleWords().FindAllString(strings.ToLower(b), -1)
		for _, w := range titleWords().FindAllString(strings.ToLower(a), -1) {
			if !slices.Contains(others, w) {
				any, who = true, who || whom().MatchString(w)
			}
		}
		return any, who
	}
	anyA, whoA := lacks(a, b)
	anyB, whoB := lacks(b, a)
	return anyA && anyB && (whoA || whoB)
}

// titleOfAnother reports whether a title is another measure's, which borrowedTitles reports.
func (rd *reader) titleOfAnother(m *Measure, text string) bool {
	return slices.ContainsFunc(rd.table.Measures, func(o *Measure) bool { return o != m && headerKey(o.Title) == headerKey(text) })
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
