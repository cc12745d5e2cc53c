package leftovers

import (
	"fmt"
	"strings"
	"time"

	"apr/internal/lazyregexp"
	"apr/regs/sentence"
)

var (
	// pastWill is a time at the beginning of a sentence with what will be done in it, and
	// willPast what will be done by or in a time that ends the clause.
	pastWill = lazyregexp.Lazy(`(?i)^[^\pL\d]*(?:(?:in|during|throughout|by|from|over) (?:the end of |early |late |(?:the )?(?:spring|summer|autumn|winter) (?:of )?)?(?:` + monthName + ` )?(20\d\d(?:[/–-](?:20)?\d\d)?)),? (?:we|it|they|you|this|these|(?:the|our|its|each|every|all|both|two|three|a|an) (?:[\pL'’-]+ ){1,4}?|\pL+ (?:and \pL+ )?)(?: |\b)?(?:also |then )?(?:will|shall|won['’]t|wants?|(?:plan|intend|aim|hope|expect|mean)s? to|(?:is|are) going to)\b`)
	willPast = lazyregexp.Lazy(`(?i)\b(?:will|shall) (?:not |also |then )?(?:be )?\pL+(?: [\pL'’-]+){0,6}? (?:by|before|until) (?:the end of )?(?:` + monthName + ` )?(20\d\d(?:[/–-](?:20)?\d\d)?)[.;]?\s*$`)
	// duePast is what is still to be done by a time.
	duePast = lazyregexp.Lazy(`(?i)\b(?:is|are|isn['’]t|aren['’]t) (?:now |still |not )?(?:due|planned|expected|scheduled|to be \pL+)(?: to (?:be )?\pL+(?: [\pL'’-]+){0,3}?)? (?:by|in|for|on|before) (?:the end of |early |late |(?:spring|summer|autumn|winter) )?(?:\d{1,2} )?(?:` + monthName + ` )?(20\d\d(?:[/–-](?:20)?\d\d)?)\b`)
	// sinceYear is a time from which on something is so.
	sinceYear = lazyregexp.Lazy(`(?i)\bsince (?:the (?:start|beginning|end) of |early |late |(?:spring|summer|autumn|winter) )?(?:\d{1,2} )?(` + monthName + ` )?(20\d\d)([/–-](?:20)?\d\d\b)?`)
	// pastVerb is what was done, and toCome a sentence that may speak of what is to come.
	pastVerb = lazyregexp.Lazy(`(?i)\b(?:was|were|began|met|took|held|made|found|gave|saw|went|came|fell|rose|sent|told|wrote|heard|\pL{3,}ed)\b`)
	toCome   = lazyregexp.Lazy(`(?i)\b(?:will|shall|would|due|until|by|from|next|plan\w*|to (?:be|look|begin|start|open|close|move|review|report|end|finish|extend|publish|decide|come|go|meet|have|make|do|build|buy|bring|set|give|take|put|see|run|work|hold|train|recruit|replace|renew|revise|complete|deliver|introduce|join|leave|return|reach|cut|add|write|appoint)|is|are|expect\w*|schedul\w+|intend\w*|may|could|can|should|if|when|after|before|that|which|has|have|agreed|called|titled|ends?|ending|expir\w+|target\w*|forecast\w*)\b|n['’]t\b`)
	// comesBehind is behind the day of what is to come.
	comesBehind = lazyregexp.Lazy(`(?i)\b(?:will|would|due|is|are|ends?|begins?|starts?)\b`)
	onDay       = lazyregexp.Lazy(`\b(?:[Ii]n|[Oo]n) (?:(?:early|late) )?(?:(\d{1,2}) )?(` + monthName + `) (20\d\d)\b`)
	// reported is a sentence that says what was promised, or what follows from it.
	reported = lazyregexp.Lazy(`(?i)\b(?:said|promis\w+|wrote|planned|pledged|agreed|decided|thought|hoped|expected|last year['’]s|would|had|what|that|who|which)\b|\bwill have\b|["“”]`)
	// aboutReport is something that comes after the year's end: it was done to this report.
	aboutReport = lazyregexp.Lazy(`(?i)\b(?:read|saw|seen|considered|approved|discussed|commented on|went through|tested|assessed|checked|agreed|signed|heard|had|tried)\b(?: [\pL'’-]+){0,3}? (?:this (?:\pL+ )?report|(?:the|a|our) (?:first )?drafts?(?: of (?:this|the|our) (?:\pL+ )*?report| report)?|a draft of it|drafts of it)\b`)
	ofThisOne   = lazyregexp.Lazy(`(?i)\b(?:this (?:\pL+ )?report|drafts? of (?:this|the|our) (?:\pL+ )*?report|draft report)\b`)
	writtenDate = lazyregexp.Lazy(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)? )?` + `(` + monthName + `),? (20\d\d)\b`)
	earlierOne  = lazyregexp.Lazy(`(?i)\b(?:last year|previous\w*|earlier|the year before|plan|strategy|guidance|since|template|accounts|last)\b`)
)

const monthName = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`

// tenses reports what a sentence says will be in a time that is over, or has been since one that
// is to come.
func (r *reader) tenses(s *sentence.Sentence) {
	text := string(s.Passage.Plain[s.Start:s.End])
	if s.Has("20") && !reported().MatchString(text) {
		m := pastWill().FindStringSubmatchIndex(text)
		if m == nil {
			m = willPast().FindStringSubmatchIndex(text)
		}
		if m == nil && s.Has(" due ", " planned ", " expected ", " scheduled ", "to be ") {
			m = duePast().FindStringSubmatchIndex(text)
		}
		if m != nil && r.isOver(text[m[2]:m[3]]) && !r.laterYear(text) {
			r.likely(s.Passage, s.Start+m[2], "write the year that is meant, or say what was done",
				fmt.Sprintf("the text says what will be in %s, which is over", text[m[2]:m[3]]))
		}
	}
	r.doneToCome(s)
	if s.Has("20") {
		r.wishes(s, text)
		r.doneInYear(s, text)
		if at, end, ok := r.countedToCome(text); ok {
			r.likely(s.Passage, s.Start+at, "write the year that is meant", saidCounted(text[at:end]))
		}
	}
	if s.Has(" year") {
		r.otherwiseNamed(s)
	}
	if !s.Has("since", "Since") {
		return
	}
	for _, m := range sinceYear().FindAllStringSubmatchIndex(text, -1) {
		from := m[4]
		if m[2] >= 0 {
			from = m[2]
		}
		if n := calendarYear(text[m[4]:m[5]]); n > r.lastKnown().Year() {
			r.likely(s.Passage, s.Start+m[4], "write the year that is meant",
				fmt.Sprintf("the text says what is so since %s, which is still to come", strings.TrimSpace(text[from:max(m[5], m[7])])))
		}
	}
}

// namedYears are next year and last year with the year that they are said to be.
var namedYears = lazyregexp.Lazy(`(?i)\b(next|last) (?:financial |reporting )?year(?:,| \() ?(20\d\d[/–-](?:20)?\d\d)(?:[,.;)]|$)`)

// otherwiseNamed reports another year as the next or the last than that before or behind the
// reporting year.
func (r *reader) otherwiseNamed(s *sentence.Sentence) {
	text := string(s.Passage.Plain[s.Start:s.End])
	for _, m := range namedYears().FindAllStringSubmatchIndex(text, -1) {
		y, ok := parseYear(text[m[4]:m[5]])
		which, is := strings.ToLower(text[m[2]:m[3]])+" year", r.report.Config.Year-1
		if which == "next year" {
			is = r.report.Config.Year + 1
		}
		// Who writes after the year's end may call the reporting year the last.
		if ok && y != is && (which == "next year" || y != r.report.Config.Year) && !strings.ContainsAny(text, "\"“”") {
			r.likely(s.Passage, s.Start+m[4], "write the year that is meant", fmt.Sprintf("the text has %s as %s, which is %s", y, which, is))
		}
	}
}

// doneToCome reports what was done on a day that is still to come.
func (r *reader) doneToCome(s *sentence.Sentence) {
	if r.report.Today.IsZero() {
		return
	}
	text := string(s.Passage.Plain[s.Start:s.End])
	m := onDay().FindStringSubmatchIndex(text)
	if m == nil || strings.ContainsAny(text, "\"“”") {
		return
	}
	before := text[strings.LastIndexAny(text[:m[0]], ",;:()")+1 : m[0]]
	behind := text[m[1] : m[1]+strings.IndexAny(text[m[1]:]+".", ",;:().")]
	if strings.TrimSpace(before) == "" {
		before, behind = behind, "" // the day begins the clause
	}
	if !pastVerb().MatchString(before) || toCome().MatchString(before) || comesBehind().MatchString(behind) {
		return
	}
	number := "1"
	if m[2] >= 0 {
		number = text[m[2]:m[3]]
	}
	day, err := time.Parse("2 January 2006", number+" "+text[m[4]:m[5]]+" "+text[m[6]:m[7]])
	if err == nil && day.After(r.report.Today) && day.After(r.report.Config.Year.Ends()) {
		at, when := m[4], "in"
		if m[2] >= 0 {
			at, when = m[2], "on"
		}
		r.likely(s.Passage, s.Start+at, "write the day that is meant, or what is planned", fmt.Sprintf("the text says what was done %s %s, which is still to come", when, text[at:m[7]]))
	}
}

// likely records a finding that is almost certainly a mistake.
func (r *reader) likely(p *sentence.Passage, offset int, hint, message string) {
	r.add(p, offset, hint, message, r.yearPlace()...)
	r.findings[len(r.findings)-1].Likely = true
}

// lastKnown is the day up to which a report can speak of what was: that of the check, or of the
// last month of the year in which it is published.
func (r *reader) lastKnown() time.Time {
	end := r.report.Config.Year.Ends().AddDate(0, 9, 0)
	if r.report.Today.After(end) {
		return r.report.Today
	}
	return end
}

// isOver reports whether a year was over when the reporting year ended.
func (r *reader) isOver(written string) bool {
	if y, ok := parseYear(written); ok && len(written) > 4 {
		return y < r.report.Config.Year
	}
	n := calendarYear(written)
	return n > 0 && n <= int(r.report.Config.Year)
}

// laterYear reports whether a text names a year that isn't over.
func (r *reader) laterYear(text string) bool {
	for _, m := range anyCalendarYear().FindAllString(text, -1) {
		if calendarYear(m) > int(r.report.Config.Year) {
			return true
		}
	}
	return false
}

var anyCalendarYear = lazyregexp.Lazy(`\b20\d\d\b`)

// calendarYear is the number that a year begins with.
func calendarYear(written string) int {
	t, err := time.Parse("2006", written[:min(4, len(written))])
	if err != nil {
		return 0
	}
	return t.Year()
}

// prematureReading reports a day before the reporting year ended on which somebody is said to have
// read or approved the report of it.
func (r *reader) prematureReading(s *sentence.Sentence) {
	text := string(s.Passage.Plain[s.Start:s.End])
	if !s.Has("report") || earlierOne().MatchString(text) || !ofThisOne().MatchString(text) || !aboutReport().MatchString(text) {
		return
	}
	if at, end, ok := r.tooEarly(text); ok {
		r.likely(s.Passage, s.Start+at, "correct the day", r.saidTooEarly(text[at:end]))
	}
}

// assessedTooEarly is the same of what apr.yaml says of how the report was tried.
func (r *reader) assessedTooEarly() {
	text := strings.ReplaceAll(r.report.Config.Publication.Assessed, "\n", " ")
	if text == "" || earlierOne().MatchString(text) {
		return
	}
	if m := onDay().FindStringSubmatchIndex(text); m != nil && m[2] >= 0 && !r.report.Today.IsZero() && !comesBehind().MatchString(text) {
		if day, err := time.Parse("2 January 2006", text[m[2]:m[7]]); err == nil && day.After(r.report.Today) {
			r.findings = append(r.findings, Finding{Position: r.report.Config.PositionOf("publication.accessibility_assessed"), Likely: true, Hint: "write the day that is meant, or what is planned",
				Message: fmt.Sprintf("the text says what was done on %s, which is still to come", text[m[2]:m[7]])})
		}
	}
	if at, end, ok := r.tooEarly(text); ok {
		r.findings = append(r.findings, Finding{Position: r.report.Config.PositionOf("publication.accessibility_assessed"), Likely: true, Hint: "correct the day",
			Message: r.saidTooEarly(text[at:end]), Related: r.yearPlace()})
	}
}

func (r *reader) saidTooEarly(written string) string {
	return fmt.Sprintf("the report was read on %s, and the year that it is of ended on %s", written, r.report.Config.Year.Ends().Format("2 January 2006"))
}

// tooEarly is the only date of a text, where it is more than a month before the end of the year.
func (r *reader) tooEarly(text string) (at, end int, ok bool) {
	all := writtenDate().FindAllStringSubmatchIndex(text, -1)
	if len(all) != 1 {
		return 0, 0, false
	}
	m := all[0]
	number := "28"
	if m[2] >= 0 {
		number = text[m[2]:m[3]]
	}
	day, err := time.Parse("2 January 2006", number+" "+strings.ToUpper(text[m[4]:m[4]+1])+strings.ToLower(text[m[4]+1:m[5]])+" "+text[m[6]:m[7]])
	return m[0], m[1], err == nil && day.Before(r.report.Config.Year.Ends().AddDate(0, -1, 0))
}
