package regs

import (
	"fmt"
	"slices"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/period"
	"apr/internal/project"
)

// reg3Measures are about the performance framework. They say nothing of a
// project without local measures, and none gives evidence.
var reg3Measures = []Rule{
	{
		ID:          "R3aii-measure-data",
		Requirement: "3(a)(ii)",
		Title:       "Each local measure has data for the reporting year",
		Level:       Advice,
		Citation:    guidanceSecond + "annex A, point 6",
		Quote:       "Consider the use of wider data, supplementary to the integration indicators, to evaluate progress against the strategic plan",
		Why:         "A measure that is promised and never filled looks like one that is hidden. A comment that says why there is no data is enough.",
		Blind:       "Measures that the authority keeps and doesn't link in apr.yaml, and whether a comment explains the gap.",
		Check:       checkMeasureData,
	},
	{
		ID:          "R3aiii-measure-comparison",
		Requirement: "3(a)(iii)",
		Title:       "Each local measure under an outcome is compared with the 5 preceding reporting years, or the years since it exists",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(a)(iii)",
		Why:         "Regulation 3(a)(ii) speaks of key indicators or measures, and (iii) compares what is included by virtue of it. A measure that is new says since when there is data.",
		Blind:       "Whether a measure is older than its since: says, and changes in how it was counted.",
		Check:       checkMeasureComparison,
	},
	{
		ID:          "R3aii-measure-target",
		Requirement: "3(a)(ii)",
		Title:       "Each local measure has a target",
		Level:       Advice,
		Citation:    frameworkForthValley + "5.4",
		Quote:       "Moving forward, agreeing targets for the performance framework will be a key task, once the strategic priorities of the partnerships have been established.",
		Why:         "A value that is held against nothing is neither good nor bad. A measure that no target fits has the polarity none.",
		Blind:       "Whether a target is ambitious, or was lowered to be met.",
		Check:       checkMeasureTarget,
	},
	{
		ID:          "R3aii-measure-outcome",
		Requirement: "3(a)(ii)",
		Title:       "Each local measure is linked to a national outcome or to a priority of the plan",
		Level:       Advice,
		Citation:    frameworkMidlothian + "3.3",
		Quote:       "Performance measures in the MIJB’s Performance Management Framework should be more appropriately aligned to key priorities and outcomes of its Strategic Plan",
		Why:         "A measure that serves nothing the plan wants is work without a use. Measures of other functions than those of integration need no link.",
		Blind:       "Whether the measure says anything about the outcome that it is linked to.",
		Check:       checkMeasureOutcome,
	},
	{
		ID:          "R3aii-outcome-measure",
		Requirement: "3(a)(ii)",
		Title:       "Each national outcome has a core indicator or a local measure",
		Level:       Advice,
		Citation:    frameworkForthValley + "5.4",
		Quote:       "It is proposed that scorecards are structured over the nine National Outcomes linking to the Core Indicators.",
		Why:         "A scorecard over the nine outcomes is balanced only where each has something to show; the core suite alone leaves one without, for NI10 has never been reported.",
		Blind:       "Whether the indicators of an outcome cover what matters in it.",
		Check:       checkOutcomeMeasure,
	},
	{
		ID:          "R3aii-measure-date",
		Requirement: "3(a)(ii)",
		Title:       "No local measure waits for data that should have come",
		Level:       Advice,
		Citation:    frameworkForthValley + "5.2",
		Quote:       "It is proposed that a framework of reporting is created to ensure clarity of when key reports would be available.",
		Why:         "A next data date that has passed means that the table is old, or that the source is late. Once the report is published, later data are for the next one.",
		Blind:       "Data that came late and were backdated; it goes by the next date that the table gives.",
		Check:       checkMeasureDate,
	},
	{
		ID:          "R3aii-measure-fell-back",
		Requirement: "3(a)(ii)",
		Title:       "A measure that went from green by amber to red has a comment",
		Level:       Advice,
		Citation:    frameworkForthValley + "5.3",
		Quote:       "Appropriate tolerances against a RAG status (Red/Amber/Green) are required to ensure effective alerts at each level.",
		Why:         "A status that fell back two periods running is what the board will ask about first: say why, and what is being done.",
		Blind:       "Whether the comment gives the real cause, and falls within green or within red.",
		Check:       checkMeasureFellBack,
	},
}

// commentHint says where a comment on a measure is written.
func commentHint(r *project.Project, m *project.LocalMeasure) string {
	return fmt.Sprintf("write a comment on %s under measures in %s", m.ID, regulationFile(r, 3).File)
}

// eachMeasure calls f with each local measure.
func eachMeasure(r *project.Project, f func(*project.LocalMeasure)) {
	if r.Framework == nil {
		return
	}
	for _, m := range r.Framework.Measures {
		f(m)
	}
}

func checkMeasureData(r *project.Project, p *Pass) {
	eachMeasure(r, func(m *project.LocalMeasure) {
		if p.yearsToCome(r, m) || newestOf(m) != nil || withheld(m) || betweenNow(r, m) || says(m.Comment) {
			return
		}
		if marked := m.Whole.Marked; marked != nil {
			p.Report(marked.Position, "write the value when there is one, or "+commentHint(r, m)+" that says why there is none", "%s (%s) has %q in place of its value for %s", m.ID, m.Title, marked.Mark, marked.Period)
			return
		}
		p.Report(m.Position, "add its row, with * in place of a value that is withheld, or "+commentHint(r, m), "%s (%s) has no data for %s", m.ID, m.Title, r.Config.Year)
	})
}

// withheld reports whether the value of the reporting year, of the whole area or of a locality, is
// there and not given, as that of a few persons is.
func withheld(m *project.LocalMeasure) bool {
	is := func(a measures.Assessment) bool { return a.Marked != nil && indicators.IsSuppressed(a.Marked.Mark) }
	return is(m.Whole) || slices.ContainsFunc(m.Localities, func(l project.LocalityMeasure) bool { return is(l.Assessment) })
}

// betweenNow reports whether the reporting year is one between two counts of a measure that has
// data every second year or more seldom.
func betweenNow(r *project.Project, m *project.LocalMeasure) bool {
	for i := 1; i < m.Frequency.Years() && i < len(m.Years); i++ {
		if at := len(m.Years) - 1 - i; given(m, at, r.Config.Year-period.Year(i)) {
			return true
		}
	}
	return false
}

func checkMeasureTarget(r *project.Project, p *Pass) {
	eachMeasure(r, func(m *project.LocalMeasure) {
		if m.Terms.Polarity == indicators.NoDirection || m.Whole.Newest == nil {
			return // nothing to hold against, or R3aii-measure-data has said so
		}
		switch {
		case m.Whole.Newest.TargetOr(m.Terms) == nil:
			p.Report(m.Whole.Newest.Position, fmt.Sprintf("write it into the table, or target under %s in apr.yaml", m.ID), "%s (%s) has no target for %s", m.ID, m.Title, m.Whole.Newest.Period)
		case m.Terms.Polarity == "":
			p.Report(m.Whole.Newest.Position, fmt.Sprintf("write polarity: higher or lower under %s in apr.yaml, or into the table", m.ID), "%s (%s) has a target, and nothing says which direction is better", m.ID, m.Title)
		}
	})
}

func checkMeasureOutcome(r *project.Project, p *Pass) {
	eachMeasure(r, func(m *project.LocalMeasure) {
		if m.Function != project.NonIntegration && len(m.Outcomes)+len(m.OtherOutcomes)+len(m.Priorities) == 0 {
			p.Report(at(m.Linked, m.Position), fmt.Sprintf("write outcomes, such as outcomes: [2], under %s in measures.list of apr.yaml", m.ID),
				"%s (%s) is linked to no national outcome and no priority of the strategic plan", m.ID, m.Title)
		}
	})
}

func checkOutcomeMeasure(r *project.Project, p *Pass) {
	if r.Framework == nil {
		return
	}
	has := map[int]bool{}
	eachMeasure(r, func(m *project.LocalMeasure) {
		for _, o := range m.Outcomes {
			has[o] = true
		}
	})
	if r.Indicators != nil {
		for _, s := range r.Indicators.Series {
			for _, o := range s.Indicator.Outcomes {
				has[o] = has[o] || s.Indicator.Reported
			}
		}
	}
	for _, o := range lawOf(r).Outcomes {
		if !has[o.No] {
			p.Report(at(r.Config.Measures.Position, projectFile), fmt.Sprintf("link a local measure to it with outcomes: [%d]", o.No),
				"outcome %d (%s) has neither a core indicator that is reported nor a local measure", o.No, o.Title)
		}
	}
}

func checkMeasureDate(r *project.Project, p *Pass) {
	if published(r) {
		return // what comes later is for the next report
	}
	eachMeasure(r, func(m *project.LocalMeasure) {
		if m.Overdue(r.Today) {
			p.Report(m.NextPosition, "add the new data, or the day on which it is next expected", "the next data of %s (%s) should have come by %s", m.ID, m.Title, day(m.Next.End()))
		}
	})
}

func checkMeasureFellBack(r *project.Project, p *Pass) {
	eachMeasure(r, func(m *project.LocalMeasure) {
		if m.Whole.FellBack >= 2 && !says(m.Comment) {
			p.Report(m.Whole.Newest.Position, commentHint(r, m), "%s (%s) fell back in two periods running and is %s in %s; no comment says why", m.ID, m.Title, m.Whole.Rating, m.Whole.Newest.Period)
		}
	})
}

// checkMeasureComparison wants a value, or a mark that says why there is none, of
// each measure that the report gives under an outcome, for the years since it
// exists.
func checkMeasureComparison(r *project.Project, p *Pass) {
	window := period.Window(r.Config.Year)
	eachMeasure(r, func(m *project.LocalMeasure) {
		newest := newestOf(m)
		if newest == nil || len(m.Outcomes) == 0 || m.Function == project.NonIntegration || len(m.Years) != len(window) {
			return // not included by virtue of sub-paragraph (ii)
		}
		missing := lackingYears(m, window, max(m.Since, firstReportingYear(r)))
		if len(missing) == 0 {
			return
		}
		p.Report(at(newest.Position, m.Position), comparisonHint(m, window),
			"regulation 3(a)(iii) wants %s (%s) compared with the 5 preceding reporting years; the table has no value for %s", m.ID, m.Title, yearList(missing))
	})
}

// lackingYears are the preceding years, from the first on, for which the table should have
// something to say and hasn't, in order. A measure that has new data once in several years should
// have them that long before the next: the years between lack nothing.
func lackingYears(m *project.LocalMeasure, window []period.Year, first period.Year) (missing []period.Year) {
	next := len(window) - 1 // the reporting year has a value
	for i := next - 1; i >= 0 && window[i] >= first; i-- {
		switch {
		case given(m, i, window[i]):
			next = i
		case next-i >= m.Frequency.Years():
			next = i
			missing = append(missing, window[i])
		}
	}
	slices.Reverse(missing)
	return missing
}

// comparisonHint says what to do about years without a value. Only a measure that has none before
// them can be a new one.
func comparisonHint(m *project.LocalMeasure, window []period.Year) string {
	hint := "add the rows to the table; in place of a value, n/a says that nothing was collected for the year, and * that it is withheld"
	if first := since(m, window); first > window[0] && !slices.ContainsFunc(m.Years[:first-window[0]], func(p *measures.Point) bool { return p != nil }) {
		hint += fmt.Sprintf("; of a measure that is new, write since: under %s in measures.list of apr.yaml, such as since: %s", m.ID, first)
	}
	if m.Frequency == "" || m.Frequency == measures.Annual {
		hint += `; of one that is collected once in several years, write so into the column frequency, such as "every two years"`
	}
	return hint
}

// newestOf is the newest value of the reporting year, of the whole area or, for a
// measure that is given by locality alone, of the first that has one.
func newestOf(m *project.LocalMeasure) *measures.Point {
	if m.Whole.Newest != nil {
		return m.Whole.Newest
	}
	for _, l := range m.Localities {
		if l.Newest != nil {
			return l.Newest
		}
	}
	return nil
}

// given reports whether the table says something of a year: of the whole area,
// or of a locality where it has the whole area in no year of the report.
func given(m *project.LocalMeasure, i int, y period.Year) bool {
	if m.Whole.Newest != nil || m.Years[i] != nil {
		return m.Years[i] != nil
	}
	return slices.ContainsFunc(m.Series, func(s *measures.Series) bool { return !s.Other && s.In(y) != nil })
}

// since is the first year from which a measure has a value for each year.
func since(m *project.LocalMeasure, window []period.Year) period.Year {
	i := len(window) - 1
	for i > 0 && given(m, i-1, window[i-1]) {
		i--
	}
	return window[i]
}

// measured reports whether a local measure is linked to a priority.
func measured(r *project.Project, priority string) bool {
	found := false
	eachMeasure(r, func(m *project.LocalMeasure) {
		found = found || slices.Contains(m.Priorities, priority)
	})
	return found
}
