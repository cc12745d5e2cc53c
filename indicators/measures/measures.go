// Package measures reads an authority's own performance measures, which are
// next to the core suite, from the tables that performance systems export, and
// says how each does against its target. It knows nothing of the law.
package measures

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// Codes of problems.
const (
	// CodeNoTable: no sheet has the columns of a measure table.
	CodeNoTable = "no-measure-table"
	// CodeMalformed: a cell can't be understood.
	CodeMalformed = "malformed-measure"
	// CodeDuplicate: two rows give one measure different values for one period.
	CodeDuplicate = "duplicate-measure"
	// CodeTooLarge: a file has more rows than a measure table can.
	CodeTooLarge = "too-many-measures"
	// CodeRate: a value doesn't follow from the numerator and denominator next to it.
	CodeRate = "measure-rate"
	// CodeConflict: rows of one measure disagree on its unit or polarity.
	CodeConflict = "conflicting-measure"
	// CodeRepeatedColumn: two columns mean the same; the first is read.
	CodeRepeatedColumn = "repeated-measure-column"
	// CodeSince: a value is of a year before the first that apr.yaml says there is
	// data for.
	CodeSince = "measure-since"
	// CodePassedOver: a row has one cell alone, as a remark under the table has.
	CodePassedOver = "measure-remark"
)

// Table is all measures of the files read, in order of their first rows.
type Table struct {
	Files    []string
	Measures []*Measure
	// Problems are what the reader survived.
	Problems []*source.Problem
}

// ByID is the measure with the id, in whatever case, or nil.
func (t *Table) ByID(id string) *Measure {
	for _, m := range t.Measures {
		if strings.EqualFold(m.ID, id) {
			return m
		}
	}
	return nil
}

// IDs are the measures' ids, in order.
func (t *Table) IDs() []string {
	var ids []string
	for _, m := range t.Measures {
		ids = append(ids, m.ID)
	}
	return ids
}

// Places are what rows of a table may be about, beside the whole area.
type Places struct {
	// Codes are the names that codes of localities stand for.
	Codes map[string]string
	// Localities are those of the authority. What is called like one is it, and nothing
	// else.
	Localities []string
	// Own are the names of the whole area.
	Own []string
}

// of is what a cell names: a locality, or "" for the whole area; other is true of
// Scotland or another area of the workbook.
func (p *Places) of(cell string) (name string, other bool) {
	if whole()[headerKey(cell)] {
		return "", false
	}
	if name, ok := p.Codes[celltext.Code(cell)]; ok {
		return name, false
	}
	is := func(name string) bool { return strings.EqualFold(name, cell) }
	if slices.ContainsFunc(p.Localities, is) {
		return cell, false
	}
	area, known, _ := indicators.CanonicalArea(cell)
	switch {
	case slices.ContainsFunc(p.Own, is), known && slices.Contains(p.Own, area):
		return "", false
	case known:
		return area, true
	}
	return cell, false
}

// Measure is one measure with what the table says of it. Where rows differ, the
// row of the newest period speaks.
type Measure struct {
	// ID is unique in the table; the title where there is no column of ids.
	ID    string
	Title string
	// Unit is what values are in, such as "%", "days" or "per 1,000"; "" when
	// the table doesn't say.
	Unit string
	// UnitPosition is where the table says so.
	UnitPosition source.Position
	// Decimals is how many a value is shown with: as many as the table writes,
	// two at most.
	Decimals  int
	Frequency Frequency
	// Owner is the role that answers for the measure, never a person's name.
	Owner string
	// Source is where the data come from.
	Source string
	// Next is when the source is next available: a day, or a month or longer
	// where the table isn't more exact; zero when it doesn't say.
	Next         period.Span
	NextPosition source.Position
	// Polarity is "" when the table doesn't say.
	Polarity indicators.Polarity
	// Levels are the levels of reporting that the table gives the measure.
	Levels []Level
	// Series has the whole area first, where there is data for it, then the
	// localities and what the area is compared with, in order of their first rows.
	Series []*Series
	// Position is the measure's first row.
	Position source.Position
}

// Whole is the series of the whole area, or nil.
func (m *Measure) Whole() *Series { return m.In("") }

// In is the series of a locality, or nil; "" is the whole area.
func (m *Measure) In(locality string) *Series {
	for _, s := range m.Series {
		if strings.EqualFold(s.Locality, locality) {
			return s
		}
	}
	return nil
}

// Series is a measure's values for one place, in order of period.
type Series struct {
	// Locality is the place as the table writes it, "" for the whole area.
	Locality string
	// Other is true of Scotland, another area or a group of them, which the whole area
	// is compared with.
	Other  bool
	Points []Point
	// Position is the cell of the locality, or of its first row.
	Position source.Position
}

// Point is a measure's figures for one period, in the measure's unit.
type Point struct {
	Period period.Span
	// Value is nil where the period has none; Mark then says why, if anything
	// does: "*" is withheld.
	Value *float64
	Mark  string
	// Computed is true where the value was made from the numerator and the
	// denominator of a percentage.
	Computed               bool
	Numerator, Denominator *float64
	// Target, Tolerance and Baseline are nil where the row has none.
	Target, Baseline *float64
	Tolerance        *Tolerance
	// Position is the value's cell.
	Position source.Position
}

// Tolerance is how far a value may miss its target before amber turns red.
type Tolerance struct {
	// Amount is in the measure's unit or, where Percent is true, in percent of
	// the target.
	Amount  float64
	Percent bool
}

// ParseTolerance reads "2", which is in the measure's unit, or "5%", which is of
// the target.
func ParseTolerance(s string) (Tolerance, error) {
	number, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	n, err := ParseNumber(number)
	if err != nil || n < 0 || percent && n > 100 {
		return Tolerance{}, fmt.Errorf("%q is not a tolerance; expected a number in the measure's unit, such as 2, or a part of the target, such as 5%%", s)
	}
	return Tolerance{n, percent}, nil
}

// ParseNumber reads a plain number, which may have commas between thousands.
func ParseNumber(s string) (float64, error) {
	s = strings.ReplaceAll(strings.TrimSpace(s), ",", "")
	if strings.Trim(s, "0123456789.-") != "" || s == "" {
		return 0, fmt.Errorf("%q is not a number", s)
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, fmt.Errorf("%q is not a number", s)
	}
	return n, nil
}

// Of is the tolerance around a target, in the measure's unit.
func (t Tolerance) Of(target float64) float64 {
	if !t.Percent {
		return t.Amount
	}
	return max(target, -target) * t.Amount / 100
}

// String is the tolerance as it is written.
func (t Tolerance) String() string {
	s := strconv.FormatFloat(t.Amount, 'f', -1, 64)
	if t.Percent {
		s += "%"
	}
	return s
}

// Level is a level of reporting.
type Level string

// Levels, highest first. Performance reporting is to be proportionate to who
// reads it.
const (
	Board      Level = "board"
	Management Level = "management"
	Locality   Level = "locality"
)

// Levels in order, as texts.
func Levels() []string { return []string{string(Board), string(Management), string(Locality)} }

// Frequency is how often a measure has new data; "" when the table doesn't say.
type Frequency string

// Frequencies.
const (
	Daily      Frequency = "daily"
	Weekly     Frequency = "weekly"
	Monthly    Frequency = "monthly"
	Quarterly  Frequency = "quarterly"
	SixMonthly Frequency = "six-monthly"
	Annual     Frequency = "annual"
	Biennial   Frequency = "every two years"
	Triennial  Frequency = "every three years"
	FourYearly Frequency = "every four years"
	FiveYearly Frequency = "every five years"
)

// Frequencies in order, as texts.
func Frequencies() (all []string) {
	for _, f := range []Frequency{Daily, Weekly, Monthly, Quarterly, SixMonthly, Annual, Biennial, Triennial, FourYearly, FiveYearly} {
		all = append(all, string(f))
	}
	return all
}

// Years is in how many years there is new data once: 1 where there is each year.
func (f Frequency) Years() int {
	switch f {
	case Biennial:
		return 2
	case Triennial:
		return 3
	case FourYearly:
		return 4
	case FiveYearly:
		return 5
	}
	return 1
}

// Months is the length of a period in months: the reporting period of what is
// collected once in it. Days and weeks have none.
func (f Frequency) Months() int {
	switch f {
	case Daily, Weekly:
		return period.Day
	case Quarterly:
		return period.Quarter
	case SixMonthly:
		return period.HalfYear
	case Annual, Biennial, Triennial, FourYearly, FiveYearly:
		return period.FullYear
	}
	return period.Month
}
