package report

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/report/document"
	"apr/report/figure"
)

// subject is what the first argument names, of a kind where one is given.
func (e *evaluation) subject(kind string) (figure.Subject, *source.Problem) {
	name := e.arg(0)
	subjects := slices.DeleteFunc(e.facts.Subjects(), func(s figure.Subject) bool { return s.Kind == "" && s.ID != "total" })
	for _, s := range subjects {
		if rest, found := strings.CutPrefix(name, s.Kind+":"); found && s.Kind != "" && kind == "" {
			kind, name = s.Kind, strings.TrimSpace(rest)
		}
	}
	var found []figure.Subject
	var names []string
	for _, s := range subjects {
		if kind != "" && s.Kind != kind {
			continue
		}
		if s.ID == name {
			found = append(found, s)
		}
		if !slices.Contains(names, s.ID) {
			names = append(names, s.ID)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0 && kind != "":
		return figure.Subject{}, e.unknown(0, source.DidYouMean(name, names), "no %s is called %q", kind, name)
	case len(found) == 0:
		return figure.Subject{}, e.unknown(0, source.DidYouMean(name, names), "the account has nothing that is called %q", name)
	}
	var hints []string
	for _, s := range found {
		hints = append(hints, fmt.Sprintf("%q", s.Kind+": "+s.ID))
	}
	return figure.Subject{}, e.unknown(0, "write "+strings.Join(hints, " or "), "%q names more than one thing", name)
}

// amount is the answer with one of the figures of money. lacks says what isn't
// known where there is no value.
func (e *evaluation) amount(kind string, m figure.Measure, form figure.Form, lacks func(subject string, a finance.YearAmount) string) (document.Datum, *source.Problem) {
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
	fig, err := e.facts.Resolve(figure.ID{Measure: m, Of: s.Key(), Year: y})
	if none := (*figure.NoValueError)(nil); errors.As(err, &none) {
		return e.none("", "%s", lacks(s.ID, e.facts.In(s, y)))
	}
	if err != nil {
		return document.Datum{}, e.unknown(0, "", "%v", err)
	}
	return *fig.Datum(form), nil
}

// known is the answer with an amount that was read.
func (e *evaluation) known(kind string, m figure.Measure) (document.Datum, *source.Problem) {
	return e.amount(kind, m, figure.Rounded, func(subject string, a finance.YearAmount) string {
		return fmt.Sprintf("no %s of %s is known for %s", m, subject, a.Year)
	})
}

func (e *evaluation) spend() (document.Datum, *source.Problem) { return e.known("", figure.Spend) }

func (e *evaluation) locality() (document.Datum, *source.Problem) {
	return e.known("locality", figure.Spend)
}

func (e *evaluation) plan() (document.Datum, *source.Problem) { return e.known("", figure.Plan) }

func (e *evaluation) funding() (document.Datum, *source.Problem) {
	if e.arg(0) != "total" {
		return document.Datum{}, e.unknown(0, fmt.Sprintf(`write {{ funding "total" }}, or {{ spend %q }}`, e.arg(0)),
			`funding is known in total only, not of %q`, e.arg(0))
	}
	return e.known("", figure.Funding)
}

func (e *evaluation) variance() (document.Datum, *source.Problem) {
	return e.amount("", figure.Variance, figure.Words, func(subject string, a finance.YearAmount) string {
		return fmt.Sprintf("no variance of %s is known for %s: planned or actual spend is missing", subject, a.Year)
	})
}

func (e *evaluation) proportion() (document.Datum, *source.Problem) {
	return e.amount("", figure.Proportion, figure.Usual, func(subject string, a finance.YearAmount) string {
		return fmt.Sprintf("no proportion of %s is known for %s: its spend or the funding is missing", subject, a.Year)
	})
}
