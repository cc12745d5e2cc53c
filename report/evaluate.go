package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/report/document"
)

// NoValue is the code of the problem that a reference is right, and what it
// refers to has no value: the workbook or ledger isn't there yet, or it says
// nothing for that year.
const NoValue = "reference-without-value"

// evaluation is one reference being evaluated.
type evaluation struct {
	report *Report
	ref    Reference
}

func (e *evaluation) arg(i int) string { return e.ref.Args[i].Value }

// unknown is the problem that an argument names nothing.
func (e *evaluation) unknown(i int, hint, format string, args ...any) *source.Problem {
	return &source.Problem{Code: "unknown-reference", Position: e.ref.Args[i].Position,
		Message: fmt.Sprintf(format, args...), Hint: hint}
}

// none is the answer where there is no value.
func (e *evaluation) none(hint, format string, args ...any) (document.Datum, *source.Problem) {
	message := fmt.Sprintf(format, args...)
	return document.Datum{Display: "[" + message + "]"},
		&source.Problem{Code: NoValue, Position: e.ref.Position, Message: message, Hint: hint}
}

// yearArg is the year given as the argument, or the reporting year.
func (e *evaluation) yearArg(i int) (period.Year, *source.Problem) {
	current := e.report.Project.Year
	if i >= len(e.ref.Args) {
		return current, nil
	}
	window := period.Window(current)
	var names []string
	for _, y := range window {
		names = append(names, y.String())
	}
	hint := "expected one of: " + strings.Join(names, ", ")
	y, err := period.Parse(e.arg(i))
	if err != nil {
		return 0, e.unknown(i, hint, "%v", err)
	}
	if !slices.Contains(window, y) {
		return 0, e.unknown(i, hint, "%s is not one of the report's years", y)
	}
	return y, nil
}

// indicator is the indicator named by the first argument.
func (e *evaluation) indicator() (indicators.Indicator, *source.Problem) {
	name := e.arg(0)
	if i, ok := indicators.ByID(indicators.ID(strings.ToUpper(strings.ReplaceAll(name, " ", "")))); ok {
		return i, nil
	}
	return indicators.Indicator{}, e.unknown(0, indicatorHint(name), "%q is not an indicator of the core suite", name)
}

func indicatorHint(name string) string {
	var ids []string
	for _, i := range indicators.Catalogue() {
		ids = append(ids, string(i.ID))
	}
	if strings.ContainsAny(name, "0123456789") {
		return "the indicators are " + ids[0] + " to " + ids[len(ids)-1]
	}
	return source.DidYouMean(name, ids)
}

// at is an indicator's series and its point of a year, with its value.
func (e *evaluation) at(id indicators.ID, y period.Year) (*indicators.Series, *indicators.Point, string) {
	t := e.report.Indicators
	if t == nil {
		return nil, nil, "the project has no workbook"
	}
	s := t.ByID(id)
	if s == nil {
		return nil, nil, "the workbook's table has no such indicator"
	}
	p := s.At(y)
	if p == nil || p.Value == nil {
		status := indicators.Missing
		if p != nil {
			status = p.Status
		}
		return s, nil, statusWords[status]
	}
	return s, p, ""
}

// statusWords say why a point has no value.
var statusWords = map[indicators.Status]string{
	indicators.NoSurvey:      "there was no survey in that year",
	indicators.NotComparable: "it can't be compared",
	indicators.NotPublished:  "it is not yet published",
	indicators.NotReported:   "it is not reported nationally",
	indicators.Suppressed:    "it is suppressed",
	indicators.Missing:       "the workbook doesn't have it",
}

// newestHint points to the newest year with a value.
func newestHint(s *indicators.Series) string {
	if s == nil {
		return ""
	}
	if p := s.Newest(); p != nil {
		return fmt.Sprintf("the newest value is that of %s", p.Year)
	}
	return ""
}

func (e *evaluation) value() (document.Datum, *source.Problem) {
	i, y, p := e.indicatorAndYear()
	if p != nil {
		return document.Datum{}, p
	}
	s, point, why := e.at(i.ID, y)
	if point == nil {
		return e.none(newestHint(s), "no value of %s for %s: %s", i.ID, y, why)
	}
	return document.Datum{
		Display:  i.Format(*point.Value),
		Value:    exact(*point.Value),
		ID:       fmt.Sprintf("%s/%s", i.ID, y),
		Position: point.Position,
	}, nil
}

func (e *evaluation) scotland() (document.Datum, *source.Problem) {
	i, y, p := e.indicatorAndYear()
	if p != nil {
		return document.Datum{}, p
	}
	s, point, why := e.at(i.ID, y)
	if point != nil && point.Scotland == nil {
		point, why = nil, "the workbook has none of Scotland for that period"
	}
	if point == nil {
		return e.none(newestHint(s), "no value of %s for Scotland and %s: %s", i.ID, y, why)
	}
	return document.Datum{
		Display:  i.Format(*point.Scotland),
		Value:    exact(*point.Scotland),
		ID:       fmt.Sprintf("%s/%s/scotland", i.ID, y),
		Position: e.report.scotlandCell(i.ID, point),
	}, nil
}

// scotlandCell is the cell of Scotland's value beside a point; where the
// workbook's rows aren't at hand, the point's own.
func (r *Report) scotlandCell(id indicators.ID, p *indicators.Point) source.Position {
	if r.Workbook != nil {
		for _, o := range r.Workbook.Observations {
			if o.Indicator == id && o.Area == indicators.Scotland && o.Period == p.Period &&
				o.Value != nil && *o.Value == *p.Scotland {
				return o.Position
			}
		}
	}
	return p.Position
}

func (e *evaluation) indicatorAndYear() (indicators.Indicator, period.Year, *source.Problem) {
	i, p := e.indicator()
	if p != nil {
		return i, 0, p
	}
	y, p := e.yearArg(1)
	return i, y, p
}

func (e *evaluation) change() (document.Datum, *source.Problem) {
	i, from, p := e.indicatorAndYear()
	if p != nil {
		return document.Datum{}, p
	}
	to, p := e.yearArg(2)
	if p != nil {
		return document.Datum{}, p
	}
	if from >= to {
		return document.Datum{}, e.unknown(1, "the earlier year comes first", "%s is not before %s", from, to)
	}
	s, first, why := e.at(i.ID, from)
	if first == nil {
		return e.none(newestHint(s), "no change of %s since %s: %s", i.ID, from, why)
	}
	_, last, why := e.at(i.ID, to)
	if last == nil {
		return e.none(newestHint(s), "no change of %s up to %s: %s", i.ID, to, why)
	}
	for _, point := range s.Points {
		if point.Break && point.Year > from && point.Year <= to {
			return document.Datum{}, e.unknown(1, "choose a year from "+point.Year.String()+" on",
				"%s can't be compared across %s, where its series breaks", i.ID, point.Year)
		}
	}
	display, value, ok := changeWords(i, *first.Value, *last.Value)
	if !ok {
		return e.none("", "no change of %s in percent since %s, when it was 0", i.ID, from)
	}
	return document.Datum{
		Display:  display,
		Value:    value,
		ID:       fmt.Sprintf("%s/%s/change/%s", i.ID, to, from),
		Position: last.Position,
	}, nil
}

// changeWords words a change from unrounded values: in percentage points for a
// percentage, else in percent; ok is false where there is none to take.
func changeWords(i indicators.Indicator, from, to float64) (display, value string, ok bool) {
	change, unit := to-from, " percentage points"
	if i.Unit != "%" {
		if from == 0 {
			return "", "", false
		}
		change, unit = 100*change/from, "%"
	}
	change = math.Round(change*1e9) / 1e9 // what binary fractions add
	amount := indicators.Indicator{Decimals: 1}.Format(math.Abs(change))
	if amount == "1.0" && unit != "%" {
		unit = " percentage point"
	}
	switch {
	case change == 0:
		display = "unchanged"
	case amount == "0.0":
		display = "almost unchanged"
	case change > 0:
		display = "up " + amount + unit
	default:
		display = "down " + amount + unit
	}
	return display, exact(change), true
}

func (e *evaluation) rank() (document.Datum, *source.Problem) {
	i, p := e.indicator()
	if p != nil {
		return document.Datum{}, p
	}
	if e.report.Indicators == nil {
		return e.none("", "no rank of %s: the project has no workbook", i.ID)
	}
	s := e.report.Indicators.ByID(i.ID)
	if s == nil || s.Rank == 0 || s.Newest() == nil {
		return e.none("", "no rank of %s: it has none", i.ID)
	}
	return document.Datum{
		Display:  fmt.Sprintf("%s of %d", wording.Ordinal(s.Rank), s.Of),
		Value:    fmt.Sprintf("%d/%d", s.Rank, s.Of),
		ID:       fmt.Sprintf("%s/%s/rank", i.ID, s.Newest().Year),
		Position: s.Newest().Position,
	}, nil
}

// exact is a number in full.
func exact(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func (e *evaluation) year() (document.Datum, *source.Problem) {
	y := e.report.Project.Year.String()
	return document.Datum{Display: y, Value: y, ID: "year", Position: e.report.Project.PositionOf("year")}, nil
}

func (e *evaluation) authority() (document.Datum, *source.Problem) {
	name := e.report.Project.Authority.Name
	return document.Datum{Display: name, Value: name, ID: "authority", Position: e.report.Project.PositionOf("authority.name")}, nil
}
