package agree

import (
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/project/reference"
)

// stretch is the time over which a clause says that something changed.
type stretch struct {
	// from is 0 where the clause doesn't say it: since the year before, or over
	// the whole window.
	from, to period.Year
	// previous is true where the clause says that it compares with the year
	// before.
	previous bool
	// named is true where the clause names the year in which it changed and
	// none that it is compared with.
	named bool
}

// over reads the years of a clause; ok is false where they can't be told
// for certain.
func (c clause) over(r *project.Project) (over stretch, ok bool) {
	over.to = r.Config.Year
	toSet := false
	set := func(y *period.Year, v period.Year, was bool) bool {
		if was && *y != v {
			return false
		}
		*y = v
		return true
	}
	for i := range c.tokens {
		t := &c.tokens[i]
		y, role := c.yearAt(r, i)
		switch {
		case role == isNone:
		case role == isUnknown:
			return over, false
		case role == isFrom:
			if !set(&over.from, y, over.from != 0) {
				return over, false
			}
		case role == isTo:
			if !set(&over.to, y, toSet) {
				return over, false
			}
			toSet = true
		}
		if t.is("year", "years") && over.from == 0 {
			switch c.yearWords(i) {
			case isPrevious:
				over.previous = true
			case isUnknown:
				return over, false
			}
		}
		if t.is("again", "continued", "continues") {
			over.previous = true
		}
	}
	if toSet && over.from == 0 {
		over.named = true
		if over.to == r.Config.Year {
			over.previous = true
		} else {
			over.from = over.to - 1
		}
	}
	return over, over.from == 0 || over.from < over.to
}

// role is what a year does in a clause.
type role int

const (
	isNone role = iota
	isFrom
	isTo
	isPrevious
	isUnknown
)

// fromWords stand before the year that is compared with.
var fromWords = words("since from than against on between")

// yearAt is the year that a token names and what it is for.
func (c clause) yearAt(r *project.Project, i int) (period.Year, role) {
	t := &c.tokens[i]
	switch {
	case t.isYear():
		return 0, isUnknown
	case t.kind == referenceToken:
		return c.referenceYear(r, i)
	case t.kind != year:
		return 0, isNone
	}
	before := c.before(i)
	if before != nil && before.is("in", "for") && i >= 2 {
		if b := c.tokens[i-2]; b.in(fromWords) {
			return t.year, isFrom // than in 2020/21
		}
		if c.belongsToFrom(i - 2) {
			return t.year, isFrom // from 11,900 in 2020/21
		}
	}
	switch {
	case before == nil:
		return t.year, isUnknown
	case before.in(fromWords):
		return t.year, isFrom
	case before.is("in", "during", "for", "by", "to", "and"):
		return t.year, isTo
	}
	return t.year, isUnknown
}

// belongsToFrom reports whether the figure at i is what is compared with:
// "from", "against" or "than" stands right before it.
func (c clause) belongsToFrom(i int) bool {
	if i < 1 {
		return false
	}
	switch c.tokens[i].kind {
	case number, percent, money, referenceToken:
		return c.tokens[i-1].in(fromWords)
	}
	return false
}

// referenceYear is the year that a reference compares with, or is of.
func (c clause) referenceYear(r *project.Project, i int) (period.Year, role) {
	ref := c.tokens[i].ref
	switch ref.Name {
	case "year":
		if b := c.before(i); b != nil && b.is("in", "during", "for") {
			return r.Config.Year, isTo
		}
		return 0, isUnknown
	case "change":
		y, err := period.Parse(argument(ref, 1))
		if err != nil || len(ref.Args) > 2 {
			return 0, isUnknown
		}
		return y, isFrom
	case "value", "spend", "plan", "funding", "proportion", "locality":
		if len(ref.Args) < 2 {
			return 0, isNone
		}
		y, err := period.Parse(argument(ref, 1))
		b := c.before(i)
		switch {
		case err != nil || b == nil:
			return 0, isUnknown
		case b.in(fromWords):
			return y, isFrom
		}
		return y, isTo
	}
	return 0, isNone
}

func argument(ref *reference.Reference, i int) string {
	if i >= len(ref.Args) {
		return ""
	}
	return ref.Args[i].Value
}

// yearWords reads what is said of years in words around the token at i:
// "last year", "the third year running", "this year".
func (c clause) yearWords(i int) role {
	before, after := c.before(i), (*token)(nil)
	if i+1 < len(c.tokens) {
		after = &c.tokens[i+1]
	}
	switch {
	case after != nil && after.is("running", "before", "earlier"):
		return isPrevious
	case i+3 < len(c.tokens) && after.is("in") && c.tokens[i+2].is("a") && c.tokens[i+3].is("row"):
		return isPrevious
	case c.tokens[i].is("years"):
		return isUnknown
	case before != nil && before.is("this", "previous", "last", "preceding"):
		return isPrevious
	case before != nil && before.is("the", "a", "reporting", "each", "every"):
		return isNone
	}
	return isUnknown
}

// before is the token before the one at i, or nil.
func (c clause) before(i int) *token {
	if i == 0 {
		return nil
	}
	return &c.tokens[i-1]
}
