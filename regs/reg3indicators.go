package regs

import (
	"fmt"
	"sync"

	"apr/indicators"
	"apr/internal/law"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
)

// reg3Indicators are the rules of regulation 3(a)(ii) and (iii).
var reg3Indicators = []Rule{
	{
		ID:          "R3aii-indicators",
		Requirement: "3(a)(ii)",
		Title:       "There is information on key indicators or measures",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(a)(ii)",
		Why:         "Without figures nobody can tell whether the outcomes came nearer.",
		Blind:       "Whether the indicators are the key ones for this authority; one value in the workbook is enough.",
		Check:       checkIndicators,
	},
	{
		ID:          "R3aii-core-suite",
		Requirement: "3(a)(ii)",
		Title:       "Every reportable indicator of the core suite has an answer for the reporting year",
		Level:       Guidance,
		Citation:    guidanceSecond + "annex A, point 5",
		Quote:       "Ensure that the report includes the integration authority’s performance against the national indicators (including a comparison between the reporting year and the five preceding reporting years)",
		Why:         "The core suite is what lets readers compare authorities; the regulations leave the choice of indicators open, the guidance doesn't.",
		Blind:       "Whether a value in the workbook is right. A reason of the publisher's for a gap is believed.",
		Check:       checkCoreSuite,
	},
	{
		ID:          "R3aiii-comparison",
		Requirement: "3(a)(iii)",
		Title:       "Each indicator is compared with the 5 preceding reporting years",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(a)(iii)",
		Why:         "One year's figure says little; a gap that nobody explains can hide a bad year. A year without a survey, a break or a figure not yet published is an answer.",
		Blind:       "Whether years were counted alike, beyond the breaks that the catalogue and apr.yaml list.",
		Check:       checkComparison,
	},
	{
		ID:          "R3aiii-suppressed",
		Requirement: "3(a)(iii)",
		Title:       "Suppressed values are few",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 3(a)(iii)",
		Why:         "A value that was withheld to protect people leaves the comparison with a gap that the text should speak of.",
		Blind:       "What the suppressed value was, and whether the text speaks of the gap.",
		Check:       checkSuppressed,
	},
	{
		ID:          "R3aii-local-feedback",
		Requirement: "3(a)(ii)",
		Title:       "Local feedback accompanies the national survey",
		Level:       Advice,
		Citation:    guidanceSecond + "annex A, point 6",
		Quote:       "Consider the use of wider data, supplementary to the integration indicators, to evaluate progress against the strategic plan",
		Why:         "The survey behind NI1 to NI9 is held every second year and asks few people in each place; what people said locally shows what it can't.",
		Blind:       "How people were asked, how many, and whether those who were unhappy are among them.",
		Check:       checkLocalFeedback,
	},
}

const workbookHint = "name the Public Health Scotland workbook in apr.yaml, such as workbook: data/core-suite.xlsx"

// answered reports whether a point is there and answers: with a value, or with
// a reason why there is none.
func answered(pt *indicators.Point) bool {
	return pt != nil && pt.Status != indicators.Missing && pt.Status != ""
}

// carries reports whether the series has a value in any year of the window.
func carries(s *indicators.Series) bool { return s.Newest() != nil }

// expected reports whether the series should be reported for a year.
func expected(s *indicators.Series, y period.Year) bool {
	return s.Indicator.Reported && (s.Indicator.LastYear == 0 || y <= s.Indicator.LastYear)
}

func checkIndicators(r *project.Project, p *Pass) {
	if areaAbsent(r) {
		return // R3aii-area has reported it
	}
	if r.Indicators == nil {
		p.Report(workbookPosition(r), workbookHint, "regulation 3(a)(ii) wants performance against key indicators or measures; the report has none")
		return
	}
	found := false
	for _, s := range r.Indicators.Series {
		if n := s.Newest(); n != nil {
			found = true
			p.Evidence(at(n.Position, workbookPosition(r)))
		}
	}
	if late, _ := overdue(r); !found && len(late) == 0 {
		p.Report(workbookPosition(r), "check authority.area in apr.yaml against the areas in the workbook",
			"regulation 3(a)(ii) wants performance against key indicators or measures; the workbook has no value for %q from %s on",
			r.Indicators.Area, firstYear(r))
	}
}

// firstYear is the oldest year of the report's window.
func firstYear(r *project.Project) period.Year {
	if years := preceding(r); len(years) > 0 {
		return years[0]
	}
	return r.Config.Year
}

func checkCoreSuite(r *project.Project, p *Pass) {
	place, asked := guidanceOn(r, law.CoreSuite)
	if r.Indicators == nil || !asked {
		return
	}
	everyIndicator := "the guidance wants performance against the national indicators (" + place + ")"
	hint := sync.OnceValue(func() string {
		if odd := yearsToCome(r); len(odd) > 0 {
			return fmt.Sprintf("see first the row of %s: it makes the workbook look like a later release", odd[0].Position)
		}
		return "use the newest release of the workbook, or tell Public Health Scotland of the gap"
	})
	for _, s := range r.Indicators.Series {
		pt := s.At(r.Config.Year)
		if !expected(s, r.Config.Year) || ofRelease(r, pt) || pt != nil && pt.Unreadable != "" {
			continue
		}
		if answered(pt) {
			// A year that isn't published yet mustn't hide that no other is there.
			if without := unanswered(s); !carries(s) && len(without) > 0 {
				p.want(workbookPosition(r), everyIndicator, hint(), "%s (%s) has no value for any year and the workbook doesn't say why for %s",
					s.Indicator.ID, s.Indicator.Title, yearList(without))
			}
			continue
		}
		pos := workbookPosition(r)
		if pt != nil {
			pos = at(pt.Position, pos)
		}
		p.want(pos, everyIndicator, hint(), "%s (%s) has no value for %s and the workbook doesn't say why",
			s.Indicator.ID, s.Indicator.Title, r.Config.Year)
	}
}

// unanswered are the years of the window that neither have a value nor say why.
func unanswered(s *indicators.Series) []period.Year {
	var without []period.Year
	for i := range s.Points {
		if pt := &s.Points[i]; expected(s, pt.Year) && !answered(pt) {
			without = append(without, pt.Year)
		}
	}
	return without
}

func checkComparison(r *project.Project, p *Pass) {
	if !p.compares(r) {
		return
	}
	none := true
	if areaAbsent(r) {
		p.state.pending = true
		return
	}
	if late, awaited := overdue(r); len(late)+len(awaited) > 0 {
		p.state.pending = true
		p.Note("the workbook doesn't have the reporting year: see 3(a)(ii)")
		none = false
	}
	if r.Indicators == nil {
		p.Report(workbookPosition(r), workbookHint, "regulation 3(a)(iii) wants the indicators compared with %s; the report has no indicators", yearList(preceding(r)))
		return
	}
	for _, s := range r.Indicators.Series {
		if !s.Indicator.Reported || !carries(s) {
			continue // not information included by virtue of sub-paragraph (ii)
		}
		none = false
		p.compareSeries(r, s)
	}
	if none {
		p.Report(workbookPosition(r), "check authority.area in apr.yaml against the areas in the workbook",
			"regulation 3(a)(iii) wants the indicators compared with %s; no indicator has a value", yearList(preceding(r)))
	}
}

// compareSeries reports the preceding years for which one series has no answer.
func (p *Pass) compareSeries(r *project.Project, s *indicators.Series) {
	var missing []period.Year
	var cells []source.Related
	seen := false
	for _, y := range preceding(r) {
		pt := s.At(y)
		switch {
		case ofRelease(r, pt):
		case expected(s, y) && !answered(pt):
			missing = append(missing, y)
			if pt != nil && pt.Unreadable != "" {
				cells = append(cells, source.Related{Position: pt.Position, Message: fmt.Sprintf("the cell for %s %s", y, pt.Unreadable)})
			}
		case pt != nil && !seen:
			p.Evidence(pt.Position)
			seen = !pt.Position.IsZero()
		}
	}
	if len(missing) == 0 {
		if !seen {
			p.Evidence(workbookPosition(r))
		}
		return
	}
	p.add(Finding{
		Position: at(s.Newest().Position, workbookPosition(r)), Related: cells,
		Hint: "add the rows to the workbook, or use a release that has them",
		Found: fmt.Sprintf("regulation 3(a)(iii) wants %s (%s) compared with the 5 preceding reporting years; the workbook has no value for %s and doesn't say why",
			s.Indicator.ID, s.Indicator.Title, yearList(missing)),
	})
}

func checkSuppressed(r *project.Project, p *Pass) {
	if r.Indicators == nil {
		return
	}
	for _, s := range r.Indicators.Series {
		var years []period.Year
		var pos source.Position
		for i := range s.Points {
			if pt := &s.Points[i]; pt.Status == indicators.Suppressed {
				years = append(years, pt.Year)
				pos = at(pos, pt.Position)
			}
		}
		if len(years) > 0 {
			p.Report(at(pos, workbookPosition(r)), fmt.Sprintf("say so where %s speaks of it", regulationFile(r, 3).File),
				"%s (%s) is suppressed for %s, which leaves a gap in the comparison", s.Indicator.ID, s.Indicator.Title, yearList(years))
		}
	}
}

func checkLocalFeedback(r *project.Project, p *Pass) {
	place, asked := guidanceOn(r, law.WiderData)
	if !asked {
		return
	}
	reg, file := r.Narrative.Reg3, regulationFile(r, 3)
	wants := "the guidance asks authorities to consider wider data in addition to the national indicators (" + place + ")"
	if y := surveyYear(r); y != "" {
		wants += "; the newest national survey is that of " + y
	}
	p.ask(reg.Feedback, at(reg.Position, file), "the local feedback", wants, "write local_feedback in "+file.File)
}

// surveyYear is the year of the newest value of the national survey, where it
// isn't the reporting year.
func surveyYear(r *project.Project) string {
	if r.Indicators == nil {
		return ""
	}
	for _, s := range r.Indicators.Series {
		if s.Indicator.Basis != indicators.Survey {
			continue
		}
		if n := s.Newest(); n != nil && n.Year < r.Config.Year {
			return n.Year.String()
		}
	}
	return ""
}
