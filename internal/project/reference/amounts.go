package reference

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/document"
	"apr/internal/project/datum"
	"apr/internal/source"
)

// subject is what the first argument names, of a kind where one is given.
func (e *evaluation) subject(kind string) (datum.Subject, *source.Problem) {
	name := e.arg(0)
	if before, rest, found := strings.Cut(name, ":"); found && before != "" && kind == "" {
		for s := range e.facts.Subjects() {
			if s.Kind == before {
				kind, name = before, strings.TrimSpace(rest)
				break
			}
		}
	}
	may := func(s datum.Subject) bool {
		return (s.Kind != "" || s.ID == datum.Total) && (kind == "" || s.Kind == kind)
	}
	var found []datum.Subject
	for s := range e.facts.Subjects() {
		if s.ID == name && may(s) {
			found = append(found, s)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		var names []string
		for s := range e.facts.Subjects() {
			if may(s) && !slices.Contains(names, s.ID) {
				names = append(names, s.ID)
			}
		}
		hint := source.DidYouMean(name, names)
		if kind != "" {
			return datum.Subject{}, e.unknown(0, hint, "no %s is called %q", kind, name)
		}
		return datum.Subject{}, e.unknown(0, hint, "the account has nothing that is called %q", name)
	}
	var hints []string
	for _, s := range found {
		hints = append(hints, fmt.Sprintf("%q", s.Kind+": "+s.ID))
	}
	return datum.Subject{}, e.unknown(0, "write "+strings.Join(hints, " or "), "%q names more than one thing", name)
}

// amount is the answer with one of the figures of money. lacks says what isn't
// known where there is no value.
func (e *evaluation) amount(kind string, m datum.Measure, form datum.Form, lacks func(subject string, a finance.YearAmount) string) (document.Datum, *source.Problem) {
	y, p := e.yearArg(1)
	if p != nil {
		return document.Datum{}, p
	}
	if e.facts.Account == nil {
		return e.none("", "no amount for %q: the project has no ledgers", e.arg(0))
	}
	s, p := e.subject(kind)
	if p != nil {
		return document.Datum{}, p
	}
	fig, err := e.facts.Resolve(datum.ID{Measure: m, Of: s.Key(), Year: y})
	if none := (*datum.NoValueError)(nil); errors.As(err, &none) {
		return e.none("", "%s", lacks(s.ID, e.facts.In(s, y)))
	}
	if err != nil {
		return document.Datum{}, e.unknown(0, "", "%v", err)
	}
	return *fig.Write(form), nil
}

// known is the answer with an amount that was read.
func (e *evaluation) known(kind string, m datum.Measure) (document.Datum, *source.Problem) {
	return e.amount(kind, m, datum.Rounded, func(subject string, a finance.YearAmount) string {
		return fmt.Sprintf("no %s of %s is known for %s", m, subject, a.Year)
	})
}

func (e *evaluation) spend() (document.Datum, *source.Problem) { return e.known("", datum.Spend) }

func (e *evaluation) locality() (document.Datum, *source.Problem) {
	return e.known("locality", datum.Spend)
}

func (e *evaluation) plan() (document.Datum, *source.Problem) { return e.known("", datum.Plan) }

func (e *evaluation) funding() (document.Datum, *source.Problem) {
	if e.arg(0) != "total" {
		return document.Datum{}, e.unknown(0, fmt.Sprintf(`write {{ funding "total" }}, or {{ spend %q }}`, e.arg(0)),
			`funding is known in total only, not of %q`, e.arg(0))
	}
	return e.known("", datum.Funding)
}

func (e *evaluation) variance() (document.Datum, *source.Problem) {
	return e.amount("", datum.Variance, datum.Words, func(subject string, a finance.YearAmount) string {
		return fmt.Sprintf("no variance of %s is known for %s: planned or actual spend is missing", subject, a.Year)
	})
}

func (e *evaluation) proportion() (document.Datum, *source.Problem) {
	return e.amount("", datum.Proportion, datum.Usual, func(subject string, a finance.YearAmount) string {
		return fmt.Sprintf("no proportion of %s is known for %s: its spend or the funding is missing", subject, a.Year)
	})
}
