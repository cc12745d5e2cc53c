package reference

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/project/datum"
	"apr/internal/source"
)

// NoValue is the code of the problem that a reference is right, and what it
// refers to has no value: the workbook or ledger isn't there yet, or it says
// nothing for that year.
const NoValue = "reference-without-value"

// AwaitsWorkbook is the code of the problem that what a reference refers to has no
// value because the workbook as a whole lacks it: it is of an earlier release, or
// has no rows of the area.
const AwaitsWorkbook = "reference-awaits-workbook"

// IsWithoutValue reports whether a problem of a reference is only that what it
// refers to has no value, for whichever reason: a text then says so.
func IsWithoutValue(p *source.Problem) bool { return p.Code == NoValue || p.Code == AwaitsWorkbook }

// evaluation is one reference being evaluated.
type evaluation struct {
	data  Data
	facts *datum.Facts // of data
	ref   Reference
	// named are the arguments that are given by name.
	named map[string]Argument
}

// Data is what references refer to.
type Data interface {
	Facts() *datum.Facts
	// ReferenceMeasures are the local measures; ok is false where the project
	// names no files of them.
	ReferenceMeasures() (list []Measure, ok bool)
	// Targets are what references may lead to.
	Targets() []Target
	// PublishBy is the last day on which the report may be published, by the law of
	// its reporting year.
	PublishBy() time.Time
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
	current := e.facts.Year
	if i >= len(e.ref.Args) {
		return current, nil
	}
	window := period.Window(current)
	hint := expectedYears(window)
	y, err := period.Parse(e.arg(i))
	if err != nil {
		return 0, e.unknown(i, hint, "%v", err)
	}
	if !slices.Contains(window, y) {
		return 0, e.unknown(i, hint, "%s is not one of the report's years", y)
	}
	return y, nil
}

// expectedYears is a hint that lists years.
func expectedYears(years []period.Year) string {
	var names []string
	for _, y := range years {
		names = append(names, y.String())
	}
	return "expected one of: " + strings.Join(names, ", ")
}

// indicator is the indicator named by the first argument.
func (e *evaluation) indicator() (indicators.Indicator, *source.Problem) {
	name := e.arg(0)
	if i, ok := indicators.ByID(indicators.ID(name)); ok {
		return i, nil
	}
	if i, ok := indicators.ByID(indicators.ID(indicatorMeant(name))); ok {
		return i, nil
	}
	return indicators.Indicator{}, e.unknown(0, IndicatorHint(name), "%q is not an indicator of the core suite", name)
}

// indicatorMeant is the id of the indicator that somebody wrote in another way: "NI
// 12", "ni-12", "Indicator 12", "12". It is "" where none is certain.
func indicatorMeant(name string) string {
	m := otherIndicator().FindStringSubmatch(strings.TrimSpace(name))
	if m == nil {
		return ""
	}
	if i, ok := indicators.ByID(indicators.ID("NI" + m[1])); ok && string(i.ID) != name {
		return string(i.ID)
	}
	return ""
}

var otherIndicator = lazyregexp.Lazy(`(?i)^(?:n\.?i\.?|(?:national )?indicator|core suite)?[\s\x{00a0}_.:–-]*0*([1-9][0-9]?)$`)

// IndicatorHint says what to write in the place of what isn't an indicator's id.
func IndicatorHint(name string) string {
	var ids []string
	for _, i := range indicators.Catalogue() {
		ids = append(ids, string(i.ID))
	}
	if id := indicatorMeant(name); id != "" {
		return "write " + id
	}
	if strings.ContainsAny(name, "0123456789") {
		return "the indicators are " + indicators.Suite()
	}
	return source.DidYouMean(name, ids)
}

// resolve is the answer with a figure of an indicator; without is what it says
// before the reason why there is no value.
func (e *evaluation) resolve(id datum.ID, form datum.Form, without string) (document.Datum, *source.Problem) {
	fig, err := e.facts.Resolve(id)
	if none := (*datum.NoValueError)(nil); errors.As(err, &none) {
		d, p := e.none(e.newestHint(id), "%s: %s", without, none.Reason)
		if e.awaits(id) {
			p.Code = AwaitsWorkbook
		}
		return d, p
	}
	if err != nil {
		return document.Datum{}, e.unknown(0, "", "%v", err)
	}
	return *fig.Write(form), nil
}

// awaits reports whether a figure of an indicator has no value because of the
// workbook as a whole.
func (e *evaluation) awaits(id datum.ID) bool {
	t := e.facts.Table
	if t == nil {
		return e.facts.Workbook != nil
	}
	day := e.data.PublishBy()
	if len(t.Overdue(day)) == 0 {
		return false
	}
	s := t.ByID(indicators.ID(id.Of))
	for _, y := range []period.Year{id.Year, id.From} {
		if p := s.At(y); p != nil && !p.Due.IsZero() && !p.Due.After(day) {
			return true
		}
	}
	return false
}

// newestHint points to the newest year with a value.
func (e *evaluation) newestHint(id datum.ID) string {
	if e.facts.Table == nil || id.Area != "" {
		return ""
	}
	if s := e.facts.Table.ByID(indicators.ID(id.Of)); s != nil && s.Newest() != nil && s.Newest().Year != id.Year {
		return fmt.Sprintf("the newest value is that of %s", s.Newest().Year)
	}
	return ""
}

func (e *evaluation) value() (document.Datum, *source.Problem) {
	i, y, p := e.indicatorAndYear()
	if p != nil {
		return document.Datum{}, p
	}
	id := datum.ID{Measure: datum.Value, Of: string(i.ID), Year: y}
	area, of, p := e.otherArea()
	if p != nil {
		return document.Datum{}, p
	}
	if area != "" {
		id.Measure, id.Area = datum.AreaValue, area
	}
	return e.resolve(id, datum.Usual, fmt.Sprintf("no value of %s%s for %s", i.ID, of, y))
}

// otherArea is the area of the workbook that area="…" names, and the words for it in a
// message; "" where none is given.
func (e *evaluation) otherArea() (area, of string, p *source.Problem) {
	a, given := e.named["area"]
	if !given {
		return "", "", nil
	}
	area, known, _ := indicators.CanonicalArea(a.Value)
	if !known {
		return "", "", &source.Problem{Code: "unknown-reference", Position: a.Position, Hint: source.DidYouMean(a.Value, indicators.Areas()),
			Message: fmt.Sprintf("%q is not an area of the workbook", a.Value)}
	}
	return area, " in " + area, nil
}

func (e *evaluation) scotland() (document.Datum, *source.Problem) {
	i, y, p := e.indicatorAndYear()
	if p != nil {
		return document.Datum{}, p
	}
	return e.resolve(datum.ID{Measure: datum.Scotland, Of: string(i.ID), Year: y}, datum.Usual,
		fmt.Sprintf("no value of %s for Scotland and %s", i.ID, y))
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
	if _, known := indicators.ByID(indicators.ID(e.arg(0))); !known && e.isMeasure() {
		return e.measureChange()
	}
	i, p := e.indicator()
	if p != nil {
		return document.Datum{}, p
	}
	area, of, p := e.otherArea()
	if p != nil {
		return document.Datum{}, p
	}
	from, to, p := e.fromTo()
	if p != nil {
		return document.Datum{}, p
	}
	if p := e.acrossBreak(i.ID, from, to); p != nil {
		return document.Datum{}, p
	}
	return e.resolve(datum.ID{Measure: datum.Change, Of: string(i.ID), Area: area, Year: to, From: from}, datum.Words,
		fmt.Sprintf("no change of %s%s from %s to %s", i.ID, of, from, to))
}

// fromTo are the years that a change is between: the second argument and the third.
func (e *evaluation) fromTo() (from, to period.Year, p *source.Problem) {
	if from, p = e.yearArg(1); p != nil {
		return 0, 0, p
	}
	if to, p = e.yearArg(2); p != nil {
		return 0, 0, p
	}
	if from >= to {
		return 0, 0, e.unknown(1, "the earlier year comes first", "%s is not before %s", from, to)
	}
	return from, to, nil
}

// acrossBreak is the problem that a series breaks between two years that have
// values.
func (e *evaluation) acrossBreak(id indicators.ID, from, to period.Year) *source.Problem {
	if e.facts.Table == nil {
		return nil
	}
	s := e.facts.Table.ByID(id)
	if s == nil {
		return nil
	}
	for _, y := range []period.Year{from, to} {
		if p := s.At(y); p == nil || p.Value == nil {
			return nil
		}
	}
	for _, point := range s.Points {
		if point.Break && point.Year > from && point.Year <= to {
			return e.unknown(1, "choose a year from "+point.Year.String()+" on",
				"%s can't be compared across %s, where its series breaks", id, point.Year)
		}
	}
	return nil
}

func (e *evaluation) rank() (document.Datum, *source.Problem) {
	i, p := e.indicator()
	if p != nil {
		return document.Datum{}, p
	}
	id := datum.ID{Measure: datum.Rank, Of: string(i.ID), Year: e.facts.Year}
	without := fmt.Sprintf("no rank of %s", i.ID)
	switch {
	case len(e.ref.Args) > 1:
		if id.Year, p = e.yearArg(1); p != nil {
			return document.Datum{}, p
		}
		without += " for " + id.Year.String()
	case e.facts.Table != nil:
		if s := e.facts.Table.ByID(i.ID); s != nil && s.Newest() != nil {
			id.Year = s.Newest().Year
		}
	}
	return e.resolve(id, datum.Words, without)
}

func (e *evaluation) year() (document.Datum, *source.Problem) {
	return e.setting(datum.ReportingYear)
}

func (e *evaluation) authority() (document.Datum, *source.Problem) {
	return e.setting(datum.Authority)
}

func (e *evaluation) setting(m datum.Measure) (document.Datum, *source.Problem) {
	fig, err := e.facts.Resolve(datum.ID{Measure: m})
	if err != nil { // each project has both
		return e.none("", "%v", err)
	}
	return *fig.Write(datum.Usual), nil
}
