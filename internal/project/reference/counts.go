package reference

import (
	"errors"
	"slices"

	"apr/internal/document"
	"apr/internal/project/datum"
	"apr/internal/source"
)

// count is the answer with how many indicators, or local measures, went one way.
func (e *evaluation) count() (document.Datum, *source.Problem) {
	what, of := e.arg(0), datum.OfIndicators
	if !slices.Contains(datum.Counts(), what) {
		return document.Datum{}, e.unknown(0, source.DidYouMean(what, datum.Counts()), "%q isn't something that is counted", what)
	}
	if len(e.ref.Args) > 1 {
		of = e.arg(1)
	}
	kinds := []string{datum.OfIndicators, datum.OfMeasures}
	if !slices.Contains(kinds, of) {
		return document.Datum{}, e.unknown(1, source.DidYouMean(of, kinds), "%q isn't something that is counted", of)
	}
	fig, err := e.facts.Resolve(datum.CountID(of, what))
	if unknown := (*datum.UnknownError)(nil); errors.As(err, &unknown) {
		return e.none("", "no count of %s: none can be compared", of)
	}
	if err != nil {
		return document.Datum{}, e.unknown(0, "", "%v", err)
	}
	return *fig.Write(datum.Usual), nil
}
