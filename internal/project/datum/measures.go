package datum

import (
	"strconv"
	"strings"

	"apr/indicators"
	"apr/internal/period"
)

// MeasureKey names a local measure's value: of the whole area where place is empty,
// else of a locality or of what the area is compared with.
func MeasureKey(id, place string, p period.Span) string {
	if place != "" {
		id += "@" + place
	}
	return id + "@" + p.String()
}

// sinceMark is before the earlier period of a change.
const sinceMark = "@since "

// MeasureChangeID is a local measure's change from one period to a later one.
func MeasureChangeID(id, place string, from, to period.Span) ID {
	return ID{Measure: MeasureChange, Of: MeasureKey(id, place, to) + sinceMark + from.String()}
}

// measureChange works out the change of a local measure: percentage points of a
// percentage, else percent of the earlier value, or the difference where that was 0.
func (f *Facts) measureChange(id ID) (*Datum, error) {
	of, from, ok := cutLast(id.Of, sinceMark)
	place, _, found := cutLast(of, "@")
	if !ok || !found {
		return nil, &UnknownError{Name: id.String()}
	}
	last, first := ID{Measure: LocalMeasure, Of: of}, ID{Measure: LocalMeasure, Of: place + "@" + from}
	to, was := f.setting(last), f.setting(first)
	if to == nil || was == nil {
		return nil, &UnknownError{Name: id.String()}
	}
	a, errA := strconv.ParseFloat(was.Value, 64)
	b, errB := strconv.ParseFloat(to.Value, 64)
	if errA != nil || errB != nil {
		return nil, &UnknownError{Name: id.String()}
	}
	fig := &Datum{ID: id, Title: to.Title + ": change since " + from, Unit: to.Unit, Position: to.Position,
		Operands: []ID{last, first}, Formula: "the later value less the earlier one"}
	amount, percent := indicators.Compare(a, b)
	shown := " " + to.Unit
	switch {
	case to.Unit == "%":
		fig.Unit, shown = "percentage points", " percentage points"
	case percent != nil:
		amount, shown = percent, "%"
		fig.Unit, fig.Formula = "%", "the later value less the earlier one, in percent of the earlier one"
	}
	fig.Value = nineDecimals(amount)
	words := strings.TrimRight(changeWords(amount, shown), " ")
	fig.displays = []display{{Words, words}, {Usual, words}}
	return fig, nil
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}
