package regs

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"apr/internal/law"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// dateRules hold days and bodies against the reporting year and the authority.
var dateRules = []Rule{
	{
		ID:          "R42-4-copy-year",
		Requirement: "42(4)",
		Title:       "A copy is one of this year's report",
		Level:       Statutory,
		Citation:    act + ", section 42(4)(b)",
		Why:         "A copy that was given before the reporting year had ended, or that is dated more than a year after, was or will be of another report.",
		Blind:       "Which report the copy was of: it goes by its day alone.",
		Check:       checkCopyYears,
	},
	{
		ID:          "R42-4-copy-late",
		Requirement: "42(4)",
		Title:       "The copies are given by the last day for publication",
		Level:       Advice,
		Citation:    act + ", section 42(4)(b)",
		Why:         "Section 42(4)(a) sets a day for publication, and (b) none for the copies. Those who are owed one should have the report no later than everybody else.",
		Blind:       "Whether a copy reached those it is owed to; it compares the dates of apr.yaml with the last day for publication.",
		Check:       checkLateCopies,
	},
	{
		ID:          "R42-4-approved-order",
		Requirement: "42(4)",
		Title:       "The report was approved at a meeting after its year, and before it was published and copies were given",
		Level:       Advice,
		Citation:    act + ", section 42(1) and (4)",
		Why:         "The report is the authority's, which acts by its meetings: what is published before they have approved it isn't yet its report.",
		Blind:       "Whether the meeting approved this very text: it compares dates of apr.yaml; and a wrong day where no meetings are listed, or none near it.",
		Check:       checkApprovedOrder,
	},
	{
		ID:          "R42-4-copy-given",
		Requirement: "42(4)",
		Title:       "The copies of a published report have been given",
		Level:       Advice,
		Citation:    act + ", section 42(4)(b)",
		Why:         "A copy that is dated after today is planned and hasn't been given.",
		Blind:       "Whether a copy dated today or earlier was given.",
		Check:       checkCopiesGiven,
	},
	{
		ID:          "R42-4-model",
		Requirement: "42(4)",
		Title:       "The model is that of the authority's name",
		Level:       Statutory,
		Citation:    act + ", sections 1(4), 36(5), 42(5) and 59",
		Why:         "The model decides who is owed a copy, and whether regulations 3(c) and 9 ask anything. A joint board that calls itself a lead agency leaves out its significant decisions, and a lead agency that calls itself a joint board its monitoring committee.",
		Blind:       "A wrong model of an authority outside the 31 whose name says neither that it is a board nor that it is a lead agency.",
		Check:       checkModel,
	},
	{
		ID:          "R42-4-authority",
		Requirement: "42(4)",
		Title:       "The authority is as its integration scheme has it",
		Level:       Advice,
		Citation:    act + ", sections 42(5) and 61; the orders that established the integration joint boards (SSI 2015/88, 2015/321 and 2016/2)",
		Why:         "apr knows the councils, the health board and the model of the 31 authorities. What apr.yaml says otherwise may be new, or a mistake.",
		Blind:       "Changes of a scheme since apr's table was made, which it takes for mistakes.",
		Check:       checkAuthority,
	},
	{
		ID:          "R8a-plan-ended",
		Requirement: "8(a)",
		Title:       "A strategic plan whose period has ended was reviewed",
		Level:       Advice,
		Citation:    act + ", section 37: a review at least every three years",
		Why:         "A plan that ended before the year began was replaced or has lapsed; a reader wants to know which.",
		Blind:       "A plan whose period isn't written in years, and one that was extended without a review.",
		Check:       checkPlanEnded,
	},
	{
		ID:          "R9-date",
		Requirement: "9",
		Title:       "The monitoring committee's reports are of the reporting year",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 9: if during the reporting year a report",
		Why:         "The regulation is about reports of the year; those of another belong to its report.",
		Blind:       "A report whose text names no day, and a day that isn't the report's own.",
		Check:       checkMonitoringDates,
	},
}

// ofThisReport reports whether a day can be one on which a copy of this year's
// report was given: after the year's end, and within a year of it.
func ofThisReport(r *project.Project, d time.Time) bool {
	return r.Config.Year == 0 || d.After(r.Config.Year.Ends()) && !d.After(r.Config.Year.Ends().AddDate(1, 0, 0))
}

// eachCopy calls f with each copy that has a day, and where that is.
func eachCopy(r *project.Project, f func(c project.Copy, d time.Time, pos source.Position)) {
	for i, c := range r.Config.Publication.Copies {
		if d, dated := parseDate(c.Date); dated {
			f(c, d, at(r.Config.PositionOf(fmt.Sprintf("publication.copies[%d].date", i)), c.Position, publicationPosition(r)))
		}
	}
}

func checkCopyYears(r *project.Project, p *Pass) {
	eachCopy(r, func(c project.Copy, d time.Time, pos source.Position) {
		if !ofThisReport(r, d) {
			p.add(Finding{Position: pos, Found: fmt.Sprintf("the copy to %s is dated %s, and the reporting year %s ends on %s", c.To, day(d), r.Config.Year, day(r.Config.Year.Ends())),
				Wanted: "section 42(4)(b) wants a copy of this year's report", Hint: "correct the day", Related: yearPlace(r)})
		}
	})
}

// yearPlace is where apr.yaml says the reporting year.
func yearPlace(r *project.Project) []source.Related {
	return []source.Related{{Position: at(r.Config.PositionOf("year"), projectFile), Message: "the reporting year"}}
}

func checkLateCopies(r *project.Project, p *Pass) {
	last := r.PublishBy()
	eachCopy(r, func(c project.Copy, d time.Time, pos source.Position) {
		if ofThisReport(r, d) && d.After(last) {
			p.add(Finding{Position: pos, Found: fmt.Sprintf("the copy to %s is dated %s, after %s, the last day for publication", c.To, day(d), day(last)),
				Hint: "give it when the report is published", Related: declared(datePosition(r), "the day of publication")})
		}
	})
}

func checkApprovedOrder(r *project.Project, p *Pass) {
	approved, ok := parseDate(r.Config.Publication.Approved)
	if ends := r.Config.Year.Ends(); ok && r.Config.Year != 0 && !approved.After(ends) {
		p.add(Finding{Position: at(r.Config.PositionOf("publication.approved"), publicationPosition(r)), Likely: true,
			Found: fmt.Sprintf("the report is approved on %s, before the year that it is of ended on %s", day(approved), day(ends)), Hint: "correct the day", Related: yearPlace(r)})
		return // the other days are held against it
	}
	if ok {
		p.approvedBetweenMeetings(r, approved)
	}
	published, dated := publishedOn(r)
	if ok && dated && approved.After(published) {
		p.add(Finding{Position: at(r.Config.PositionOf("publication.approved"), publicationPosition(r)),
			Found: fmt.Sprintf("the report is approved on %s, after it is published on %s", day(approved), day(published)),
			Hint:  "correct one of the days", Related: declared(datePosition(r), "the day of publication")})
	}
	eachCopy(r, func(c project.Copy, d time.Time, pos source.Position) {
		if ok && ofThisReport(r, d) && d.Before(approved) {
			p.add(Finding{Position: pos, Found: fmt.Sprintf("the copy to %s is dated %s, before the report was approved on %s", c.To, day(d), day(approved)),
				Hint: "correct one of the days; a draft is no copy of the report", Related: declared(at(r.Config.PositionOf("publication.approved"), publicationPosition(r)), "the day of its approval")})
		}
	})
}

func checkCopiesGiven(r *project.Project, p *Pass) {
	if !published(r) {
		return
	}
	eachCopy(r, func(c project.Copy, d time.Time, pos source.Position) {
		if ofThisReport(r, d) && d.After(today(r)) {
			p.add(Finding{Position: pos, Found: fmt.Sprintf("the report is published, and the copy to %s is dated %s, which is still to come", c.To, day(d)),
				Hint: "give it, and write the day on which it was", Related: declared(datePosition(r), "the day of publication")})
		}
	})
}

func modelPosition(r *project.Project) source.Position {
	return at(r.Config.PositionOf("authority.model"), r.Config.Authority.Position, projectFile)
}

func checkModel(r *project.Project, p *Pass) {
	const wanted = "sections 36 and 42(5) of the Act go by the model"
	if !monitored(r) {
		if strings.Contains(plainName(r.Config.Authority.Name), "lead agency") {
			p.add(Finding{Position: modelPosition(r), Found: fmt.Sprintf("%s calls itself a lead agency, and apr.yaml says model: %s", r.Config.Authority.Name, cmp.Or(r.Config.Authority.Model, project.JointBoard)),
				Wanted: wanted, Hint: "write model: lead-agency, or correct the name",
				Related: declared(at(r.Config.PositionOf("authority.name"), projectFile), "the authority's name")})
		}
		return
	}
	a, ok := r.Config.Authority.Known()
	named := strings.Contains(plainName(r.Config.Authority.Name), "integration joint board")
	if named || ok && a.Model == string(project.JointBoard) {
		p.add(Finding{Position: modelPosition(r), Found: fmt.Sprintf("%s is an integration joint board, and apr.yaml says model: %s", r.Config.Authority.Name, r.Config.Authority.Model),
			Wanted: wanted, Hint: "write model: integration-joint-board, or take model out",
			Related: declared(at(r.Config.PositionOf("authority.name"), projectFile), "the authority's name")})
	}
}

// checkLeader wants the health board or the council to which functions are delegated
// named as the authority, which it is by section 59(b) and (c).
func checkLeader(r *project.Project, p *Pass) {
	c := r.Config.Authority
	of, leaders := "the health board", []string{c.HealthBoard}
	switch c.Model {
	case project.LeadHealthBoard:
	case project.LeadCouncil:
		of, leaders = "the council", c.Councils
	default:
		return
	}
	if !slices.ContainsFunc(leaders, func(b string) bool { return b == "" || means(c.Name, b) }) {
		p.Report(at(r.Config.PositionOf("authority.name"), projectFile), "write it as name, or correct model",
			"by section 59 of the Act %s to which functions are delegated is the authority and publishes the report; apr.yaml names %q, which isn't %s", of, c.Name, wording.List(leaders))
	}
}

func checkAuthority(r *project.Project, p *Pass) {
	checkLeader(r, p)
	a, ok := r.Config.Authority.Known()
	if !ok {
		return
	}
	c := r.Config.Authority
	if a.Model == string(project.LeadAgency) && c.Model != project.LeadAgency && c.Model != "" {
		p.Report(modelPosition(r), "take model out, unless the integration scheme has changed",
			"%s is a lead agency by its integration scheme; apr.yaml says model: %s", a.Area, c.Model)
	}
	for i, name := range c.Councils {
		if !slices.ContainsFunc(a.Councils, func(b string) bool { return means(name, b) }) {
			p.Report(at(r.Config.PositionOf(fmt.Sprintf("authority.councils[%d]", i)), c.Position, projectFile), "take councils out of apr.yaml, unless the integration scheme has changed",
				"%q isn't a council of %s, whose integration scheme is with %s", name, a.Name, wording.List(a.Councils))
		}
	}
	if c.HealthBoard != "" && !means(c.HealthBoard, a.HealthBoard) {
		p.Report(at(r.Config.PositionOf("authority.health_board"), c.Position, projectFile), "take health_board out of apr.yaml, unless the integration scheme has changed",
			"%q isn't the health board of %s, which is %s", c.HealthBoard, a.Name, a.HealthBoard)
	}
}

// means reports whether a name as people write it means a body.
func means(written, body string) bool {
	return sameName(written, body) || law.NamesBody(written, body)
}

var planYears = lazyregexp.Lazy(`\b20(\d\d)(?:[/–-](?:20)?(\d\d))?\b`)

// planEnds is the calendar year in which the plan's period ends; 0 where that isn't
// said.
func planEnds(written string) (ends int) {
	for _, m := range planYears().FindAllStringSubmatch(written, -1) {
		last := m[1]
		if m[2] != "" {
			last = m[2]
		}
		if n, err := strconv.Atoi("20" + last); err == nil {
			ends = max(ends, n)
		}
	}
	return ends
}

func checkPlanEnded(r *project.Project, p *Pass) {
	plan, v := r.Config.StrategicPlan, r.Narrative.Reg8
	ends := planEnds(plan.Period)
	// A period of one year says when the plan began, perhaps.
	if ends == 0 || len(planYears().FindAllString(plan.Period, -1)) < 2 && !strings.ContainsAny(plan.Period, "/–-") || r.Config.Year == 0 || ends > int(r.Config.Year) || reviewed(v) {
		return
	}
	p.add(Finding{Position: at(r.Config.PositionOf("strategic_plan.period"), planPosition(r)),
		Found:   fmt.Sprintf("the strategic plan's period, %s, ended before the reporting year %s, and the report mentions no review", wording.OneLine(plan.Period), r.Config.Year),
		Hint:    "say in planning what became of it, or name the plan in force",
		Related: declared(at(v.Position, regulationFile(r, 8)), "the answer on a review")})
}

// writtenDay is a day as people write it in a sentence.
var writtenDay = lazyregexp.Lazy(`\b(\d{1,2} (?:` + monthNames + `) 20\d\d|20\d\d-\d\d-\d\d)\b`)

func checkMonitoringDates(r *project.Project, p *Pass) {
	if !monitored(r) {
		return
	}
	for i, e := range r.Narrative.Reg9.Entries {
		for _, written := range writtenDay().FindAllString(e.Report, -1) {
			d, err := time.Parse("2 January 2006", written)
			if err != nil {
				d, err = time.Parse(time.DateOnly, written)
			}
			if err == nil {
				p.yearOf(r, d.Format(time.DateOnly), textPosition(r, 9, fmt.Sprintf("recommendations[%d].report", i), e.Position), fmt.Sprintf("the report with recommendation %d", i+1))
				break
			}
		}
	}
}
