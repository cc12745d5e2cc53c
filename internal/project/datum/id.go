// Package figure knows every figure that a report may show: what it is called,
// what it is worth, where it was read, what it is made from and how it may be
// written. The report's texts and tables, the trace of a figure and the
// verification of a finished report all ask here, so that they can't differ.
//
// It is below the report: it knows indicators, money and documents, and
// nothing of narrative or law.
package datum

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/period"
)

// Measure is what a figure measures.
type Measure string

// Measures of an indicator, of money, of a ledger, and what apr.yaml itself says.
const (
	Value         Measure = "value"
	Scotland      Measure = "scotland"
	Change        Measure = "change" // since ID.From
	Rank          Measure = "rank"
	AreaValue     Measure = "area"
	FamilyAverage Measure = "family-average"

	Spend      Measure = "spend"
	Plan       Measure = "plan"
	Funding    Measure = "funding"
	Variance   Measure = "variance"   // plan less spend
	Proportion Measure = "proportion" // of the amount paid or set aside

	LedgerLines        Measure = "ledger-lines"
	LedgerUnclassified Measure = "ledger-unclassified"
	LedgerTotal        Measure = "ledger-total"
	LedgerControl      Measure = "ledger-control"

	Population    Measure = "population"
	Share         Measure = "share"
	ReportingYear Measure = "year"
	LocalMeasure  Measure = "measure"
	Authority     Measure = "authority"
	Grade         Measure = "grade"

	Count         Measure = "count"
	ReserveAmount Measure = "reserve"

	MeasureTarget Measure = "measure-target"
	MeasureChange Measure = "measure-change"
)

var (
	moneyMeasures   = []Measure{Spend, Plan, Funding, Variance, Proportion}
	ledgerMeasures  = []Measure{LedgerLines, LedgerUnclassified, LedgerTotal, LedgerControl}
	settingMeasures = []Measure{Population, Share, ReportingYear, Authority, LocalMeasure, Grade, MeasureTarget, MeasureChange, ReserveAmount, Count}
)

// ID names a figure. It is the same from one build to the next, and is made of
// names that the report's readers know:
//
//	NI12@2025/26                  the area's value for a reporting year
//	NI12@2025/26:scotland         Scotland's for the same period
//	NI12@2025/26:change@2024/25   the change since an earlier year
//	NI12@2025/26:rank             the place among the authorities
//	NI12@2025/26:family-average   the benchmarking family's
//	NI12@2025/26:area:Falkirk     another area's
//	NI12@2025/26:change@2024/25:area:Falkirk   its change
//	spend:4(2)(c)@2025/26         so plan, funding, variance and proportion
//	spend:locality:North@2025/26  of what a kind and a name say
//	ledger-total:data/nhs.csv     so ledger-lines and the others of a ledger
//	count:indicators:improved or held
//	reserve:General reserve:closing, reserve:total:opening
//	population:North, share:population:North, year, authority
//	grade:Kirkmoor House@2025-09-18:wellbeing   of a care service, by key question
//	measure:LM01@Q4 2025/26       a local measure; measure:LM01@North@2025 of a locality
//	measure-target:LM01@2025/26   its target
//	measure-change:LM01@2025/26@since 2021/22   its change since an earlier period
type ID struct {
	Measure Measure
	// Of is the indicator, or the key of a Subject, or a ledger's file, or what
	// a setting is of; "" where there is but one.
	Of string
	// Area is the other area whose value or change it is; "" for all other figures.
	Area string
	// Year is the reporting year, 0 where the figure is of none.
	Year period.Year
	// From is the year that a change is since.
	From period.Year
}

// areaMark is before the name of another area.
const areaMark = ":" + string(AreaValue) + ":"

// IsIndicator reports whether the figure is of an indicator.
func (id ID) IsIndicator() bool {
	switch id.Measure {
	case Value, Scotland, AreaValue, Change, Rank, FamilyAverage:
		return true
	}
	return false
}

// String is the id as the report prints it and as Parse reads it.
func (id ID) String() string {
	switch {
	case id.IsIndicator():
		s := id.Of + "@" + id.Year.String()
		switch id.Measure {
		case Value:
			return s
		case Change:
			s += ":change@" + id.From.String()
			if id.Area != "" {
				s += areaMark + id.Area
			}
			return s
		case AreaValue:
			return s + areaMark + id.Area
		}
		return s + ":" + string(id.Measure)
	case id.Year != 0:
		return string(id.Measure) + ":" + id.Of + "@" + id.Year.String()
	case id.Of != "":
		return string(id.Measure) + ":" + id.Of
	}
	return string(id.Measure)
}

// Parse reads an id exactly as String writes it. It doesn't say whether there is
// such a figure; Facts.Resolve does.
func Parse(s string) (ID, error) {
	id, err := parse(s)
	if err == nil && id.String() != s {
		err = malformed(s)
	}
	return id, err
}

func malformed(s string) error { return fmt.Errorf("%q isn't the id of a figure", s) }

// parse also reads years in other forms.
func parse(s string) (ID, error) {
	name, rest, _ := strings.Cut(s, ":")
	if of, year, ok := strings.Cut(name, "@"); ok && !strings.ContainsAny(of, ":") {
		return parseIndicator(of, year, rest, malformed(s))
	}
	id := ID{Measure: Measure(name), Of: rest}
	switch {
	case slices.Contains(moneyMeasures, id.Measure):
		at := strings.LastIndexByte(rest, '@')
		if at < 0 {
			return ID{}, malformed(s)
		}
		year, err := period.Parse(rest[at+1:])
		if err != nil {
			return ID{}, malformed(s)
		}
		id.Of, id.Year = rest[:at], year
		return id, nil
	case slices.Contains(ledgerMeasures, id.Measure), slices.Contains(settingMeasures, id.Measure):
		return id, nil
	}
	return ID{}, malformed(s)
}

// parseIndicator reads what follows an indicator's name.
func parseIndicator(of, year, rest string, none error) (ID, error) {
	y, err := period.Parse(year)
	if err != nil {
		return ID{}, none
	}
	id := ID{Measure: Value, Of: of, Year: y}
	from, isChange := strings.CutPrefix(rest, "change@")
	area, isArea := strings.CutPrefix(rest, string(AreaValue)+":")
	switch {
	case rest == "":
	case isArea && area != "":
		id.Measure, id.Area = AreaValue, area
	case isChange:
		id.Measure = Change
		if from, id.Area, isArea = strings.Cut(from, areaMark); isArea && id.Area == "" {
			return ID{}, none
		}
		if id.From, err = period.Parse(from); err != nil {
			return ID{}, none
		}
	case rest == string(Scotland) || rest == string(Rank) || rest == string(FamilyAverage):
		id.Measure = Measure(rest)
	default:
		return ID{}, none
	}
	return id, nil
}
