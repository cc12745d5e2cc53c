// Package indicators has the core suite of integration indicators, and answers
// from what was read of the Public Health Scotland workbook, for each indicator
// and reporting year, with a value or with the reason why there is none. Package
// workbook below it reads the file.
//
// It knows nothing of the law: what it finds wrong it returns as source.Problem.
package indicators

import (
	"cmp"
	"math/big"
	"time"

	"apr/internal/period"
	"apr/internal/source"
)

// ID names an indicator of the core suite: "NI1".
type ID string

// Compare orders indicators by number, NI2 before NI10: it is negative where the
// first comes first, and 0 for equals.
func (id ID) Compare(other ID) int {
	return cmp.Or(cmp.Compare(len(id), len(other)), cmp.Compare(id, other))
}

// Polarity says which direction is better.
type Polarity string

// Polarities. NI23 has no direction.
const (
	HigherIsBetter Polarity = "higher"
	LowerIsBetter  Polarity = "lower"
	NoDirection    Polarity = "none"
)

// Basis is the kind of period that a value covers.
type Basis string

// Bases.
const (
	Financial Basis = "financial"
	Calendar  Basis = "calendar"
	Survey    Basis = "survey"
	Census    Basis = "census"
)

// Status is a series' answer for one reporting year.
type Status string

// Statuses of a point; the names are part of the JSON contract.
const (
	HasValue      Status = "value"
	NoSurvey      Status = "no-survey"
	NotComparable Status = "not-comparable" // may still carry its value
	NotPublished  Status = "not-published"
	NotReported   Status = "not-reported"
	Suppressed    Status = "suppressed"
	Missing       Status = "missing"
	// NotApplicable is a year before the authority's first reporting year that has
	// no value; one that has is the area's, and isn't compared.
	NotApplicable Status = "not-applicable"
)

// Kind is which of its two lists the core suite has an indicator in.
type Kind string

// Kinds, in order of the suite.
const (
	OutcomeIndicator Kind = "outcome" // from feedback in surveys
	DataIndicator    Kind = "data"    // from data that organisations and the health service collect
)

// Indicator is one entry of the core suite's catalogue.
type Indicator struct {
	ID     ID
	Number int
	Kind   Kind
	// Title is the Scottish Government's title of 2015.
	Title string
	// ShortTitle is apr's own, for charts and narrow columns; the title is
	// next to it.
	ShortTitle string
	// Unit is short, for tables and axes: "%", "per 100,000", "per 1,000".
	Unit string
	// Denominator is what the unit is of, such as "population 18+".
	Denominator string
	// Decimals is how many are displayed.
	Decimals int
	Polarity Polarity
	Basis    Basis
	// CalendarProxy is true for NI12-16, where the calendar year stands for the
	// newest financial year.
	CalendarProxy bool
	// Outcomes are the national health and wellbeing outcomes that the
	// indicator speaks to by default; an authority may map it otherwise.
	Outcomes []int
	// Reported is false for NI10, 21, 22 and 23, which have never been
	// finalised for reporting.
	Reported bool
	// LastYear is the last reporting year with values where a series has ended
	// (NI20: 2019/20), else 0.
	LastYear period.Year
	// Breaks are the reporting years from which values can't be compared with
	// earlier ones, by default.
	Breaks []period.Year
	// Note is the catalogue's remark for the data notes.
	Note string
}

// Observation is one row of the workbook's data: one indicator, area and period.
type Observation struct {
	Indicator ID
	// Area is the normalised name.
	Area string
	// Period is as the workbook writes it, normalised: "2025/26" or "2025".
	Period string
	Basis  Basis
	// Value is nil where the cell is empty or holds a mark.
	Value       *float64
	Numerator   *float64
	Denominator *float64
	Lower       *float64 // 95% confidence limits
	Upper       *float64
	// Mark is what was in place of a value or next to it: "*", "p", "#N/A".
	Mark string
	// Unreadable says what is in the cell that is neither a number nor a mark,
	// behind "a cell that": `holds "11554,73", which is not a number`. Else "".
	Unreadable string
	// Estimate is true when the row says so: the value is provisional.
	Estimate bool
	// Conflicting is true when another row gives a different value for the same
	// indicator, area and period; a Problem names both.
	Conflicting bool
	// Position is the value's cell.
	Position source.Position
}

// Comparability is a sentence of the workbook about which values may be
// compared with which, such as "NI2, 3 and 9: 2023/24 is not comparable with
// earlier surveys". A workbook has no other sign of a break in a series.
type Comparability struct {
	// Indicators are those that the sentence names, in order; empty where it
	// names none.
	Indicators []ID
	// Text is the whole cell with its blanks tidied.
	Text     string
	Position source.Position
}

// Workbook is everything that was read from one workbook.
type Workbook struct {
	// File is the name as given; Release is what the workbook or its name says
	// of its release, such as "July 2026", or "".
	File    string
	Release string
	// Statements are what its covers and notes say of months and releases, in
	// order of the sheets, each once.
	Statements []string
	// Sheet is the sheet the data was on.
	Sheet        string
	Observations []Observation
	// Comparability is what the workbook says, next to its table, of which values
	// may be compared, in order of the sheets.
	Comparability []Comparability
	// Problems are what the reader survived: duplicates, mangled years, a
	// number that contradicts the indicator. None of them was decided silently.
	Problems []*source.Problem
}

// Proxy chooses which row stands for the newest reporting year of NI12-16
// where the workbook has both.
type Proxy string

// Proxies.
const (
	PreferCalendar  Proxy = "calendar" // as Public Health Scotland advises
	PreferFinancial Proxy = "financial"
)

// TableOptions are what an authority may set.
type TableOptions struct {
	Area string
	Year period.Year
	// Since is the authority's first reporting year; 0 where that is the law's first.
	Since period.Year
	Proxy Proxy // PreferCalendar when empty
	// Family is the benchmarking family's areas; its average is shown when not
	// empty.
	Family []string
	// Breaks replace the catalogue's breaks of the indicators named.
	Breaks map[ID][]period.Year
	// NotPublished are the reasons why the publisher gave no value for a year; they
	// are where the workbook has none.
	NotPublished map[ID]map[period.Year]string
	// Outcomes replace the catalogue's outcomes of the indicators named.
	Outcomes map[ID][]int
}

// Table is the indicators of one area for a reporting year and its
// predecessors. Series has every indicator of the catalogue, in order.
type Table struct {
	Area   string
	Year   period.Year
	Window []period.Year
	Series []*Series
}

// Series is one indicator over the window.
type Series struct {
	Indicator Indicator // Outcomes and Breaks as set by the options
	// Points has one per year of the window, oldest first.
	Points []Point
	// FromPrevious and FromFirst compare the newest point that carries a value
	// with the previous comparable one and with the first comparable one of the
	// window; nil where there is none.
	FromPrevious *Change
	FromFirst    *Change
	// AgainstScotland compares the newest value with Scotland's of the same period.
	AgainstScotland *Change
	// FamilyAverage is the unweighted mean of the benchmarking family's values
	// for the newest value's period, nil where no family is set or none has one.
	FamilyAverage *float64
	FamilySize    int
}

// Rank is the place of the newest value, and among how many; 0 where there is none.
func (s *Series) Rank() (rank, of int) {
	if p := s.Newest(); p != nil {
		return p.Rank, p.Of
	}
	return 0, 0
}

// Point is a series' answer for one reporting year.
type Point struct {
	Year   period.Year
	Status Status
	// Period is the period the value covers as the workbook names it: the
	// reporting year, or a calendar year such as "2025". Empty without a value.
	Period string
	Basis  Basis
	Value  *float64
	Lower  *float64
	Upper  *float64
	// Scotland is the value for Scotland and the same period.
	Scotland *float64
	// Rank is the place of the value among the authorities with a value for its
	// period, 1 the best, equals sharing; 0 where there is none. Of is how many were
	// ranked.
	Rank, Of int
	// Proxy is true when the value is a calendar year's in place of a financial
	// year's.
	Proxy bool
	// Break is true when the value can't be compared with those before it.
	Break bool
	// Provisional is true when the workbook marks the value as an estimate.
	Provisional bool
	Position    source.Position
	// Unreadable says what keeps the cell that the value rests on from being read,
	// as that of its Observation; else "".
	Unreadable string
	// PassedOver is the calendar year that other areas have a value for and this one
	// hasn't, where the financial year's value stands in its place; else "".
	PassedOver string
	// Due is the day from which the release with the value is expected, where the
	// workbook has a value of no area at all for the year; else zero.
	Due time.Time
	// Notes are sentences for the data notes; equal sentences share a footnote.
	Notes []string
}

// Direction is the verdict on a change.
type Direction string

// Directions. NoClear is for survey values whose confidence limits overlap.
const (
	Better    Direction = "better"
	Worse     Direction = "worse"
	NoClear   Direction = "no clear change"
	Unchanged Direction = "unchanged"
	Changed   Direction = "changed" // an indicator without polarity
)

// Change is the difference between two values.
type Change struct {
	From, To string // the periods, or "Scotland"
	FromYear period.Year
	// Difference is To minus From, exact, in the indicator's unit.
	Difference float64
	// Percent is the difference in percent of From; nil where From is 0.
	Percent   *float64
	Direction Direction

	// What is printed is rounded from these: binary fractions add up to a little
	// more or less.
	difference, percent *big.Rat
}

// Newest is the newest point that carries a value, or nil.
func (s *Series) Newest() *Point {
	for i := len(s.Points) - 1; i >= 0; i-- {
		if s.Points[i].Value != nil {
			return &s.Points[i]
		}
	}
	return nil
}

// At is the point of a reporting year, or nil outside the window.
func (s *Series) At(y period.Year) *Point {
	for i := range s.Points {
		if s.Points[i].Year == y {
			return &s.Points[i]
		}
	}
	return nil
}

// ByID is the series of an indicator, or nil.
func (t *Table) ByID(id ID) *Series {
	for _, s := range t.Series {
		if s.Indicator.ID == id {
			return s
		}
	}
	return nil
}
