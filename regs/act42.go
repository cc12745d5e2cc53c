package regs

import (
	"strings"
	"time"

	"apr/internal/law"
	"apr/internal/project"
	"apr/internal/source"
)

// act42 are the rules of section 42(4) of the Act, publication and copies.
//
// The verdict is what a nightly run needs. What can't be done yet leaves the
// requirement incomplete with advice, which refuses no build: a draft without a
// date of publication, or copies not yet given. It is met when the date, past
// or planned, isn't later than 31 July and each copy is on record. What breaks
// the law is statutory: a date after the deadline, the deadline passed without
// publication, and a final report without its date, its approval or copies.
var act42 = []Rule{
	{
		ID:          "R42-4-deadline",
		Requirement: "42(4)",
		Title:       "The report is published by 31 July",
		Level:       Statutory,
		Citation:    act + ", section 42(4)(a)",
		Why:         "The report is due before the expiry of 4 months beginning with the end of the reporting year.",
		Blind:       "Whether the report was published: it goes by the day in apr.yaml, and looks at no website.",
		Check:       checkDeadline,
	},
	{
		ID:          "R42-4-date",
		Requirement: "42(4)",
		Title:       "A final report has its day of publication",
		Level:       Statutory,
		Citation:    act + ", section 42(4)(a)",
		Why:         "Without the day nobody can tell whether the report was published in time.",
		Blind:       "Whether the day is the one on which the public could read the report.",
		Check:       checkFinalDate,
	},
	{
		ID:          "R42-4-approved",
		Requirement: "42(4)",
		Title:       "A final report has the day on which the authority approved it",
		Level:       Statutory,
		Citation:    act + ", section 42(1) and (4)(a)",
		Why:         "What is published has to be the authority's own report; a report that no meeting has approved is its officers', and can't be called final.",
		Blind:       "The minute of the meeting, and whether what was approved is what is published.",
		Check:       checkApproved,
	},
	{
		ID:          "R42-4-planned-date",
		Requirement: "42(4)",
		Title:       "A draft has a planned day of publication",
		Level:       Advice,
		Citation:    act + ", section 42(4)(a)",
		Why:         "A planned day lets everyone see whether the report will be in time, committee dates included.",
		Blind:       "Whether the plan leaves time for the committee's papers.",
		Check:       checkPlannedDate,
	},
	{
		ID:          "R42-4-copies",
		Requirement: "42(4)",
		Title:       "A published or final report has gone to those who are owed a copy",
		Level:       Statutory,
		Citation:    act + ", section 42(4)(b) and (5)",
		Why:         "A joint board gives a copy to each constituent authority: the councils and the health board. Where council and health board act jointly as the integration authority (section 59(d)) the monitoring committee gets it; where one of them is the authority (section 59(b) and (c)), the committee and the other.",
		Blind:       "Whether the copy arrived: what apr.yaml records is believed.",
		Check:       checkCopies,
	},
	{
		ID:          "R42-4-planned-copies",
		Requirement: "42(4)",
		Title:       "A draft plans its copies",
		Level:       Advice,
		Citation:    act + ", section 42(4)(b) and (5)",
		Why:         "Copies are easily forgotten on the day; the plan is the record to tick off.",
		Blind:       "Whether anybody will send them.",
		Check:       checkPlannedCopies,
	},
	{
		ID:          "R42-4-constituents",
		Requirement: "42(4)",
		Title:       "The councils and the health board that are owed a copy are named",
		Level:       Advice,
		Citation:    act + ", sections 42(5)(a) and 61",
		Why:         "apr can only tell whether each constituent authority has its copy when it knows them.",
		Blind:       "Constituent authorities of a scheme that was changed, where apr.yaml and apr's table don't know it.",
		Check:       checkConstituents,
	},
	{
		ID:          "R42-4-online",
		Requirement: "42(4)",
		Title:       "The report is published online",
		Level:       Guidance,
		Citation:    guidanceSecond + "2.1",
		Quote:       "The accessibility of annual performance reports must be enhanced by ensuring that reports are published in an easily accessible, visible online location.",
		Why:         "The law leaves the form of publication open; the guidance wants readers to find the report online without a search.",
		Blind:       "Whether the page is there, easily found and easy to use: apr opens no address.",
		Check:       checkOnline,
	},
	{
		ID:          "R42-4-assessed",
		Requirement: "42(4)",
		Title:       "It was assessed how accessible the report is",
		Level:       Guidance,
		Citation:    guidanceSecond + "2.1",
		Quote:       "Integration authorities should assess how accessible their annual performance reports are to their local communities and wider public.",
		Why:         "Only people who use a report can tell whether they can; checkers find the half of it that a program sees.",
		Blind:       "Whether the assessment was made as reported, and with whom.",
		Check:       checkAssessed,
	},
	{
		ID:          "R42-4-versions",
		Requirement: "42(4)",
		Title:       "Other versions of the report are offered",
		Level:       Advice,
		Citation:    guidanceSecond + "2.1",
		Quote:       "This may result in decisions to use more diverse forms of publication to communicate their reports in an accessible way, such as through easy read versions, shorter summaries, diagrams, videos and/or other forms of media.",
		Why:         "The guidance leaves the forms to the authority. Whoever can't use the report as it is has to learn whom to ask.",
		Blind:       "Whether the versions exist, and whether they are those that people here need.",
		Check:       checkVersions,
	},
	{
		ID:          "R42-4-national-site",
		Requirement: "42(4)",
		Title:       "The report is on the Health and Social Care Scotland website",
		Level:       Guidance,
		Citation:    guidanceSecond + "2.1",
		Quote:       "In addition, the Health and Social Care Scotland website hosts key documents from all of Scotland’s integration authorities, including strategic plans and performance reports. This should be kept up to date.",
		Why:         "There readers find every authority's reports side by side; one that is missing can't be compared. It is asked when the report is published, for it can't be there before.",
		Blind:       "Whether the copy is at that address: apr opens none.",
		Check:       checkNationalSite,
	},
	{
		ID:          "R42-4-copy-dates",
		Requirement: "42(4)",
		Title:       "Each copy on record has its day",
		Level:       Advice,
		Citation:    act + ", section 42(4)(b) and (5)",
		Why:         "A copy without its day is a plan and not a record.",
		Blind:       "Whether the day is right; a copy planned for a draft needs none.",
		Check:       checkCopyDates,
	},
}

// publicationPosition is the publication key of apr.yaml, or where it should be.
func publicationPosition(r *project.Project) source.Position {
	return at(r.Config.Publication.Position, r.Config.Position, projectFile)
}

// datePosition is the day of publication, or where it should be.
func datePosition(r *project.Project) source.Position {
	return at(r.Config.PositionOf("publication.date"), publicationPosition(r))
}

// final reports whether the authority says that the report is final.
func final(r *project.Project) bool { return r.Config.State == project.Final }

// draft reports whether the report is a draft, which isn't published.
func draft(r *project.Project) bool { return r.Config.State == project.Draft || r.Config.State == "" }

// publishedOn is the day of publication, past or planned; dated is false where
// it isn't given.
func publishedOn(r *project.Project) (d time.Time, dated bool) {
	return parseDate(r.Config.Publication.Date)
}

// today is the day of the check, without its time.
func today(r *project.Project) time.Time {
	y, m, d := r.Today.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// published reports whether the day of publication has come.
func published(r *project.Project) bool {
	_, published := r.Published()
	return published
}

const dateHint = "write publication.date in apr.yaml as YYYY-MM-DD"

func checkDeadline(r *project.Project, p *Pass) {
	deadline := r.PublishBy()
	pos := datePosition(r)
	d, dated := publishedOn(r)
	late := today(r).After(deadline)
	switch {
	case dated && d.After(deadline):
		p.Report(pos, "bring publication forward; where that can't be done, say in the report why it is late",
			"section 42(4) wants the report published by %s; its day of publication is %s", day(deadline), day(d))
	case dated && !d.After(r.Config.Year.Ends()):
		p.Report(pos, "correct publication.date in apr.yaml",
			"the day of publication is %s, before the reporting year %s has ended", day(d), r.Config.Year)
	case late && !dated:
		p.Report(pos, dateHint+", and publish",
			"section 42(4) wants the report published by %s; that day has passed and there is no day of publication", day(deadline))
	case late && draft(r):
		p.Report(pos, "publish, and write state: final (or provisional) in apr.yaml",
			"section 42(4) wants the report published by %s; that day has passed and the report is a draft", day(deadline))
	case dated && published(r):
		p.Evidence(pos)
		p.Note("published on " + day(d))
	case dated:
		p.Evidence(pos)
		p.Note("publication is planned for " + day(d))
	}
}

func checkFinalDate(r *project.Project, p *Pass) {
	if _, dated := publishedOn(r); dated || !final(r) || today(r).After(r.PublishBy()) {
		return
	}
	p.Report(datePosition(r), dateHint, "section 42(4) wants the report published by %s; a final report needs its day of publication",
		day(r.PublishBy()))
}

// checkApproved wants of a final report that its approval, once the year has
// ended, is behind it and before publication.
func checkApproved(r *project.Project, p *Pass) {
	if !final(r) {
		return
	}
	pos := at(r.Config.PositionOf("publication.approved"), publicationPosition(r))
	approved, given := parseDate(r.Config.Publication.Approved)
	d, dated := publishedOn(r)
	switch {
	case !given:
		p.Report(pos, "write publication.approved in apr.yaml as YYYY-MM-DD: the day of the meeting",
			"a final report is the authority's own (section 42(1)); apr.yaml doesn't say on which day it was approved")
	case !approved.After(r.Config.Year.Ends()):
		p.Report(pos, "correct publication.approved in apr.yaml",
			"the report was approved on %s, before the reporting year %s had ended", day(approved), r.Config.Year)
	case !r.Today.IsZero() && approved.After(today(r)):
		p.Report(pos, "write state: draft or provisional in apr.yaml until then",
			"a final report has been approved (section 42(1)); its approval, on %s, is still to come", day(approved))
	case dated && d.After(r.Config.Year.Ends()) && d.Before(approved):
		p.Report(pos, "correct publication.approved or publication.date in apr.yaml",
			"the report is published on %s, before its approval on %s (section 42(1))", day(d), day(approved))
	}
}

func checkPlannedDate(r *project.Project, p *Pass) {
	deadline := r.PublishBy()
	if final(r) || today(r).After(deadline) {
		return
	}
	d, dated := publishedOn(r)
	switch {
	case !dated:
		p.Pending(datePosition(r), dateHint, "there is no planned day of publication; section 42(4) wants the report published by %s", day(deadline))
	case draft(r) && d.Before(today(r)):
		p.Pending(datePosition(r), "write the new day, or state: final (or provisional) where it is published",
			"publication was planned for %s and the report is still a draft; section 42(4) wants it by %s", day(d), day(deadline))
	}
}

func checkOnline(r *project.Project, p *Pass) {
	if place, asked := guidanceOn(r, law.Online); asked && strings.TrimSpace(r.Config.Publication.URL) == "" {
		p.Report(publicationPosition(r), "write publication.url in apr.yaml",
			"the guidance wants the report in an easily accessible, visible place online (%s); apr.yaml doesn't say where it is", place)
	}
}

func checkAssessed(r *project.Project, p *Pass) {
	if place, asked := guidanceOn(r, law.Accessibility); asked && !p.isAnswer(r.Config.Publication.Assessed) {
		p.Report(at(r.Config.PositionOf("publication.accessibility_assessed"), publicationPosition(r)), "write publication.accessibility_assessed in apr.yaml: when and how it was assessed, and what followed",
			"the guidance wants authorities to assess how accessible their reports are (%s); apr.yaml doesn't say that this one was", place)
	}
}

func checkVersions(r *project.Project, p *Pass) {
	a := r.Config.Authority
	if place, asked := guidanceOn(r, law.OtherVersions); asked && strings.TrimSpace(a.Formats) == "" && len(a.Languages)+len(r.Config.Accessibility.Versions) == 0 {
		p.Report(at(r.Config.Accessibility.Position, a.Position, projectFile), "write versions under accessibility in apr.yaml, or authority.formats",
			"the guidance speaks of easy read versions, summaries and other media (%s); apr.yaml offers no other version of the report", place)
	}
}

func checkNationalSite(r *project.Project, p *Pass) {
	if place, asked := guidanceOn(r, law.NationalSite); asked && published(r) && strings.TrimSpace(r.Config.Publication.NationalSite) == "" {
		p.Report(publicationPosition(r), "send it there, and write publication.national_site in apr.yaml",
			"the guidance wants the Health and Social Care Scotland website kept up to date (%s); the report is published, and apr.yaml doesn't say where its copy there is", place)
	}
}
