package reference

import (
	"errors"

	"apr/internal/document"
	"apr/internal/project/datum"
	"apr/internal/source"
)

// about is the answer with a figure as people say it: of an indicator, a local measure,
// what money is counted for, or the figure of an id.
func (e *evaluation) about() (document.Datum, *source.Problem) {
	id, err := e.facts.Find(e.arg(0))
	if unknown := (*datum.UnknownError)(nil); errors.As(err, &unknown) {
		return document.Datum{}, e.unknown(0, unknown.Hint, "nothing that can be said in round figures is called %q", e.arg(0))
	}
	if err != nil {
		return document.Datum{}, e.unknown(0, "", "%v", err)
	}
	fig, err := e.facts.Resolve(id)
	if none := (*datum.NoValueError)(nil); errors.As(err, &none) {
		d, p := e.none("", "no value of %q: %s", e.arg(0), none.Reason)
		if id.IsIndicator() && e.awaits(id) {
			p.Code = AwaitsWorkbook
		}
		return d, p
	}
	if err != nil {
		return document.Datum{}, e.unknown(0, "", "%v", err)
	}
	said := fig.Said()
	if said == "" {
		return document.Datum{}, e.unknown(0, "name a value, an amount or a share", "%s can't be said in round figures", fig.Title)
	}
	d := *fig.Write(datum.Usual)
	d.Display = said
	return d, nil
}
