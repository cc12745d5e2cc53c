package regs

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"apr/indicators"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// reg3Workbook are the rules about the workbook as a whole, and about single
// cells of it, that regulation 3(a)(ii) rests on.
var reg3Workbook = []Rule{
	{
		ID:          "R3aii-release",
		Requirement: "3(a)(ii)",
		Title:       "The workbook is of a release that has the reporting year",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(a)(ii); publications of the core suite of integration indicators, Public Health Scotland, 15 September 2020, 13 July 2021 and 4 July 2023",
		Why:         "Last year's release says nothing about this year, and its gaps look like figures that nobody has published.",
		Blind:       "A release that was published outside the timetable, and whether a newer one than the workbook is out.",
		Check:       checkRelease,
	},
	{
		ID:          "R3aii-release-awaited",
		Requirement: "3(a)(ii)",
		Title:       "The release with the reporting year is awaited",
		Level:       Advice,
		Citation:    "Publications of the core suite of integration indicators, Public Health Scotland, 15 September 2020, 13 July 2021 and 4 July 2023",
		Why:         "Until the release comes in which the reporting year stands, the report can't be finished.",
		Blind:       "Whether the publisher will keep to its timetable.",
		Check:       checkReleaseAwaited,
	},
	{
		ID:          "R3aii-cell",
		Requirement: "3(a)(ii)",
		Title:       "The cells that the reporting year's values rest on hold numbers",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(a)(ii)",
		Why:         "A text in the place of a number may be read in more ways than one, and another period's value in its place would be another figure.",
		Blind:       "A wrong number. It sees cells that can't be read as one.",
		Check:       checkCells,
	},
}

// overdue are the indicators whose reporting year the workbook lacks although a
// release with it is out on the day of the check; awaited are those that will be
// there before the report must be published. What comes later than that can't be
// asked of the report.
func overdue(r *project.Project) (late, awaited []indicators.ID) {
	if r.Indicators == nil {
		return nil, nil
	}
	last := r.PublishBy()
	all := r.Indicators.Overdue(last)
	day := r.Today
	if day.After(last) {
		day = last
	}
	for _, id := range all {
		if indicators.Due(id, r.Config.Year).After(day) {
			awaited = append(awaited, id)
		} else {
			late = append(late, id)
		}
	}
	return late, awaited
}

// ofRelease reports whether a point has no value because the workbook as a whole
// lacks its year, where R3aii-release or R3aii-release-awaited reports that.
func ofRelease(r *project.Project, pt *indicators.Point) bool {
	if pt == nil || pt.Due.IsZero() {
		return false
	}
	late, awaited := overdue(r)
	return len(late)+len(awaited) > 0
}

// areaAbsent reports whether the workbook has no rows of the authority's area.
func areaAbsent(r *project.Project) bool {
	return r.Indicators == nil && r.Workbook != nil && r.Config.Authority.Area != ""
}

func checkRelease(r *project.Project, p *Pass) {
	late, awaited := overdue(r)
	switch {
	case len(late) > 0:
		p.add(Finding{
			Position: workbookPosition(r), Related: referring(r), Hint: releaseHint(due(r, late)),
			Found: fmt.Sprintf("the workbook has no value for %s of %s, which Public Health Scotland's release of %s has: %s",
				r.Config.Year, named(late), indicators.ReleaseMonth(due(r, late)), saysOfItself(r.Workbook)),
		})
	case len(awaited) > 0 && len(r.Awaiting) > 0 && !isDraft(r):
		p.add(Finding{
			Position: workbookPosition(r), Related: referring(r), Hint: releaseHint(due(r, awaited)) + ", or leave the report a draft until then",
			Found: fmt.Sprintf("the texts refer %s to values that come with Public Health Scotland's release of %s: %s",
				wording.Count(len(r.Awaiting), "time"), indicators.ReleaseMonth(due(r, awaited)), saysOfItself(r.Workbook)),
		})
	}
}

func checkReleaseAwaited(r *project.Project, p *Pass) {
	late, awaited := overdue(r)
	if len(awaited) == 0 || len(late) > 0 {
		return
	}
	p.Pending(workbookPosition(r), releaseHint(due(r, awaited)),
		"the workbook has no value yet for %s of %s, which Public Health Scotland's release of %s will have: %s",
		r.Config.Year, named(awaited), indicators.ReleaseMonth(due(r, awaited)), saysOfItself(r.Workbook))
}

func isDraft(r *project.Project) bool {
	return r.Config.State == "" || r.Config.State == project.Draft
}

// due is the day on which the last of some indicators comes.
func due(r *project.Project, ids []indicators.ID) time.Time {
	var day time.Time
	for _, id := range ids {
		if d := indicators.Due(id, r.Config.Year); d.After(day) {
			day = d
		}
	}
	return day
}

func named(ids []indicators.ID) string {
	return indicators.Names(func(i *indicators.Indicator) bool { return slices.Contains(ids, i.ID) })
}

func releaseHint(due time.Time) string {
	return fmt.Sprintf("put Public Health Scotland's release of %s into the project's data folder and name it in apr.yaml under workbook", indicators.ReleaseMonth(due))
}

// saysOfItself is what a workbook's title, notes and newest periods say of when
// it was made.
func saysOfItself(w *indicators.Workbook) string {
	if w == nil {
		return "it doesn't say of which release it is"
	}
	said := "it doesn't say of which release it is"
	if w.Release != "" {
		said = "it says that it is of " + w.Release
	}
	if len(w.Statements) > 0 {
		said += fmt.Sprintf(" (“%s”)", strings.Join(w.Statements, "”, “"))
	}
	if newest := w.Newest(); newest != "" {
		said += ", and its newest periods are " + newest
	}
	return said
}

// maxReferring is how many of the texts that refer to what isn't there are named.
const maxReferring = 4

func referring(r *project.Project) []source.Related {
	var related []source.Related
	for _, pos := range r.Awaiting[:min(len(r.Awaiting), maxReferring)] {
		related = append(related, source.Related{Position: pos, Message: "refers to a value that isn't there"})
	}
	if more := len(r.Awaiting) - len(related); more > 0 {
		last := &related[len(related)-1]
		last.Message += fmt.Sprintf(", and %s", wording.Count(more, "more place"))
	}
	return related
}

func checkCells(r *project.Project, p *Pass) {
	if r.Indicators == nil {
		return
	}
	for _, s := range r.Indicators.Series {
		pt := s.At(r.Config.Year)
		if pt == nil || pt.Unreadable == "" || !expected(s, r.Config.Year) {
			continue
		}
		p.Report(at(pt.Position, workbookPosition(r)), "correct the cell as Public Health Scotland's release has it, or ask for a corrected release",
			"the value of %s (%s) for %s rests on a cell that %s: regulation 3(a)(ii) wants the figure", s.Indicator.ID, s.Indicator.Title, r.Config.Year, pt.Unreadable)
	}
}

// ownValueRule is the id of the rule about doubts of the authority's own values. They have a
// rule of their own so that no silence of what is wrong elsewhere in the workbook hides them.
const ownValueRule = "R3aii-own-value"

// codeScotlands: an indicator's value of the authority is another's to the last digit.
const codeScotlands = "scotlands-value"

// enoughDigits is how many digits a number has that two of them don't share by chance:
// values that were rounded may well be the same.
const enoughDigits = 8

// writtenOut reports whether a number has so many digits.
func writtenOut(v float64) bool {
	return len(strings.TrimLeft(strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", "", 1), "0")) >= enoughDigits
}

// smallDenominator is the largest denominator with which a rate is taken for one of few cases:
// 48 of 55 services may well be graded good in two years, or in two areas.
const smallDenominator = 1000

// ofFew reports whether a rate of so many is a fraction with a small denominator, to its last digits.
func ofFew(rate, base float64) bool {
	part := rate / base
	for q := 1.0; q <= smallDenominator; q++ {
		if p := math.Round(part * q); math.Abs(p/q-part) <= 1e-12*part {
			return true
		}
	}
	return false
}

// baseOf is how many an indicator's values are for, 100 for percentages.
func baseOf(i indicators.Indicator) float64 {
	if n, err := strconv.Atoi(strings.ReplaceAll(strings.TrimPrefix(i.Unit, "per "), ",", "")); err == nil {
		return float64(n)
	}
	return 100
}

// copiedValues are values of the reporting year that are another's to the last of many
// digits, as where a cell was filled down: Scotland's, another area's, or the authority's
// own of the year before.
func copiedValues(r *project.Project) (problems []*source.Problem) {
	if r.Indicators == nil || r.Indicators.Area == indicators.Scotland {
		return nil
	}
	others := othersValues(r)
	for _, s := range r.Indicators.Series {
		pt := s.At(r.Config.Year)
		if pt == nil || pt.Value == nil || !writtenOut(*pt.Value) || ofFew(*pt.Value, baseOf(s.Indicator)) {
			continue
		}
		whose := copiedFrom(s, pt)
		if area := others[s.Indicator.ID]; whose == "" && area != "" {
			whose = "that of " + area
		}
		if whose == "" {
			continue
		}
		problems = append(problems, &source.Problem{Code: codeScotlands, Position: pt.Position, Likely: true,
			Message: fmt.Sprintf("the value of %s in %s for %s is %s to the last digit, %v", s.Indicator.ID, r.Indicators.Area, pt.Period, whose, *pt.Value),
			Hint:    "compare the cell with Public Health Scotland's release: it may have been filled down"})
	}
	return problems
}

// copiedFrom is whose a value is, of those in the table: Scotland's or that of the year
// before; "" where it is neither.
func copiedFrom(s *indicators.Series, pt *indicators.Point) string {
	if pt.Scotland != nil && *pt.Value == *pt.Scotland {
		return "Scotland's"
	}
	for i := len(s.Points) - 1; i >= 0; i-- {
		p := &s.Points[i]
		if p.Year >= pt.Year || p.Value == nil || p.Period == pt.Period {
			continue
		}
		if *p.Value == *pt.Value {
			return "that of " + p.Period
		}
		break
	}
	return ""
}

// othersValues are the first other area, by indicator, that has the authority's value of the
// reporting year. An area whose council is the authority's only one has the same values in
// its own right. The workbook is gone through once for all indicators.
func othersValues(r *project.Project) map[indicators.ID]string {
	areas := map[indicators.ID]string{}
	if r.Workbook == nil {
		return areas
	}
	var pt *indicators.Point
	of := indicators.ID("") // of which pt is
	for i := range r.Workbook.Observations {
		o := &r.Workbook.Observations[i]
		if o.Value == nil {
			continue
		}
		if o.Indicator != of {
			pt, of = nil, o.Indicator
			if s := r.Indicators.ByID(of); s != nil {
				pt = s.At(r.Config.Year)
			}
		}
		if pt == nil || pt.Value == nil || *o.Value != *pt.Value || o.Period != pt.Period || o.Area == r.Indicators.Area || partOf(o.Area, r.Indicators.Area) {
			continue
		}
		if areas[of] == "" {
			areas[of] = o.Area
		}
	}
	return areas
}

// partOf reports whether one area is part of another, as Stirling is of Clackmannanshire
// and Stirling: where a release has one value for both, the same is right.
func partOf(area, of string) bool {
	return strings.Contains(of, area) || strings.Contains(area, of)
}

// codeFellBack: an indicator's financial year stands in the place of the calendar year that
// other areas have.
const codeFellBack = "fell-back"

// fellBack are indicators of which the workbook lacks the calendar year that stands for the
// reporting year, of the authority alone: its row may have been lost.
func fellBack(r *project.Project) (problems []*source.Problem) {
	if r.Indicators == nil {
		return nil
	}
	for _, s := range r.Indicators.Series {
		pt := s.At(r.Config.Year)
		if pt == nil || pt.PassedOver == "" {
			continue
		}
		problems = append(problems, &source.Problem{Code: codeFellBack, Position: pt.Position, Likely: true,
			Message: fmt.Sprintf("%s has no value for the calendar year %s in %s, which other areas have and which stands for %s: the financial year's value %s is printed instead",
				s.Indicator.ID, pt.PassedOver, r.Indicators.Area, r.Config.Year, s.Indicator.Format(*pt.Value)),
			Hint: "see whether a row of Public Health Scotland's release was lost; if it has none, write indicators: proxy: financial"})
	}
	return problems
}

// reg3Inputs are the rules of regulation 3 about what the readers survived.
var reg3Inputs = []Rule{
	{
		ID:          "R3aii-conflicting-observation",
		Requirement: "3(a)(ii)",
		Title:       "The workbook doesn't contradict itself on the authority",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(a)(ii)",
		Why:         "Of two values for one indicator, area and period at most one is right, and the report would print the first.",
		Blind:       "Which of the two values is right, and errors that both rows share.",
	},
	{
		ID:          ownValueRule,
		Requirement: "3(a)(ii)",
		Title:       "The authority's own values in the workbook, and those printed beside them, are beyond doubt",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 3(a)(ii)",
		Why:         "A value outside of its own confidence limits, or of another period than that of the other areas, is printed like any other, and so are Scotland's and the family's beside it. A silence of what is wrong with other areas doesn't hide it.",
		Blind:       "A wrong value that fits its limits, its numerator and denominator, and its kind.",
	},
	{
		ID:          "R3aii-area",
		Requirement: "3(a)(ii)",
		Title:       "The workbook has rows of the authority's area",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(a)(ii)",
		Why:         "A profile saved for another partnership has nothing on this one.",
		Blind:       "Whether rows under the area's name are of that area.",
	},
}

// codeFamilyAbsent: an area of the family has no rows in the workbook.
const codeFamilyAbsent = "family-absent"

// familyAbsent are areas of the family that the workbook has no rows of: the family's average and
// the ranks are without them.
func familyAbsent(r *project.Project) (problems []*source.Problem) {
	if r.Workbook == nil || r.Indicators == nil {
		return nil
	}
	has := map[string]bool{}
	for i := range r.Workbook.Observations {
		has[r.Workbook.Observations[i].Area] = true
	}
	if r.Config.PositionOf("authority.family") == r.Config.PositionOf("authority") {
		return nil // it isn't written in apr.yaml, and R0-workbook tells which areas lack rows
	}
	family := r.Config.Authority.Family
	there := 0
	for _, area := range family {
		if has[area] {
			there++
		}
	}
	of := wording.Count(there, "area")
	if there == 0 {
		of = "none"
	}
	for i, area := range family {
		if has[area] || area == r.Config.Authority.Area {
			continue
		}
		problems = append(problems, &source.Problem{Code: codeFamilyAbsent, Position: r.Config.PositionOf(yamlpos.Item("authority.family", i)), Likely: true,
			Message: fmt.Sprintf("the workbook has no row of %s, an area of the family: the family's average is that of %s, and ranks are without it", area, of),
			Hint:    "add its rows to the workbook, or take it out of the family"})
	}
	return problems
}
