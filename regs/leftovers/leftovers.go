package leftovers

import (
	"fmt"
	"reflect"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/sentence"
)

// anyYear is a reporting year as people write it.
const anyYear = `(20\d\d[/–-](?:20)?\d\d)\b`

var years = lazyregexp.Lazy(anyYear)

// thisYear are phrases that can only speak of the reporting year. Each has the
// year in its group.
var thisYear = []func() *lazyregexp.Regexp{
	lazyregexp.Lazy(`(?i)\bthis year(?:, ` + anyYear + `[,.;]| \(` + anyYear + `\))`),
	lazyregexp.Lazy(`(?i)\bthe reporting year,?(?: \(| is| was| of)? ?` + anyYear),
	lazyregexp.Lazy(`(?i)\b(?:in|for|during) ` + anyYear + `(?:,| \() ?(?:the reporting year|the year of this report)[,.;)]`),
	lazyregexp.Lazy(`(?i)\bthis (?:annual )?(?:performance )?report (?:is (?:for|about)|covers|describes|is of|looks (?:back )?at|sets out (?:our )?performance (?:in|for|during)|assesses (?:performance in|performance for|performance during)?) ?(?:the year )?(?:the reporting year )?` + anyYear),
	lazyregexp.Lazy(`(?i)\b(?:this is|welcome to) (?:the|our) (?:[\pL]+ )*(?:annual )?performance report (?:for|of) (?:the year )?` + anyYear),
}

// compares is before a year that this one is compared with.
var compares = lazyregexp.Lazy(`(?i)\b(?:than|as|unlike|like|with|from|since|after|before|to|until)(?: in| for| during)? *$`)

// ofTheYear are the texts that speak of the reporting year before any other.
var ofTheYear = []string{"regulation-4.introduction", "regulation-6.consultation", "regulation-7.introduction", "regulation-8.reasons"}

// inYear is the year in a phrase of time.
var inYear = lazyregexp.Lazy(`(?i)\b(?:in|during) ` + anyYear)

// Years finds another year where only the reporting year can be meant: last
// year's text that nobody brought up to date.
func (p *Prose) Years() []Finding {
	r := &reader{Prose: p}
	if p.report.Config.Year == 0 {
		return nil
	}
	r.title()
	r.address()
	r.assessedTooEarly()
	r.methods()
	var last *sentence.Passage
	for _, s := range p.sentences {
		if !s.Has("20") {
			continue
		}
		if s.Passage != last {
			r.onlyLastYear(s.Passage)
			last = s.Passage
		}
		r.calledThisYear(s)
		r.endOfYear(s)
		r.tenses(s)
		r.prematureReading(s)
	}
	return r.findings
}

// calledThisYear reports a year that the sentence calls the reporting year,
// unless it names that one too and so keeps the two apart.
func (r *reader) calledThisYear(s *sentence.Sentence) {
	text := string(s.Passage.Plain[s.Start:s.End])
	if !s.Has("year", "Year", "report", "Report") || strings.Contains(text, r.report.Config.Year.String()) || s.RefersTo("year") {
		return
	}
	for _, form := range thisYear {
		for _, m := range form().FindAllStringSubmatchIndex(text, -1) {
			if compares().MatchString(text[:m[0]]) {
				continue
			}
			if m[2] < 0 {
				m = m[2:] // the other way to write it
			}
			r.otherYear(s.Passage, s.Start+m[2], text[m[2]:m[3]], "the text says that the year reported is %s; apr.yaml says %s")
		}
	}
}

// title holds the title of the report against its year.
func (r *reader) title() {
	project := r.report.Config
	m := years().FindAllString(project.Title, -1)
	if len(m) != 1 {
		return
	}
	y, ok := parseYear(m[0])
	if !ok || y == project.Year {
		return
	}
	r.findings = append(r.findings, Finding{Position: project.PositionOf("title"), Hint: "correct the title, or take it out: the year stands on the cover without it",
		Message: fmt.Sprintf("the title says %s; the reporting year is %s", y, project.Year), Related: r.yearPlace()})
}

// addressYear is a reporting year in an address, however it is written there. What is
// before and behind it isn't part of a longer number.
var addressYear = lazyregexp.Lazy(`(?:^|[^0-9])(20[0-9]{2})[-–_/]?((?:20)?[0-9]{2})(?:$|[^0-9])`)

// address holds the years in the addresses of the report against its year. An address
// may well have the year of publication, or a month, so that only years that follow
// each other count.
func (r *reader) address() {
	config := r.report.Config
	yamlpos.EachString("", reflect.ValueOf(config).Elem(), func(path, url string) {
		if !ownAddress().MatchString(path) {
			return
		}
		var others []period.Year
		for at := 0; at < len(url); {
			m := addressYear().FindStringSubmatchIndex(url[at:])
			if m == nil {
				break
			}
			y, ok := parseYear(url[at+m[2]:at+m[3]] + "/" + url[at+m[4] : at+m[5]][m[5]-m[4]-2:])
			if ok {
				others = append(others, y)
			}
			at += m[3]
		}
		if len(others) != 1 || others[0] == config.Year {
			return
		}
		r.findings = append(r.findings, Finding{Position: config.PositionOf(path), Hint: "write the address of this year's report",
			Message: fmt.Sprintf("the address %s says %s; the reporting year is %s", url, others[0], config.Year), Related: r.yearPlace()})
	})
}

// ownAddress are the keys of the addresses of the report and its versions.
var ownAddress = lazyregexp.Lazy(`^(?:publication\.(?:url|national_site)|accessibility\.versions\[\d+\]\.url|authority\.languages\[\d+\]\.url|summary\.url)$`)

// otherYear reports a year that isn't the reporting year.
func (r *reader) otherYear(p *sentence.Passage, offset int, written, message string) {
	y, ok := parseYear(written)
	if !ok || y == r.report.Config.Year {
		return
	}
	at := p.Text.At(offset)
	for _, f := range r.findings {
		if f.Position == at {
			return
		}
	}
	r.add(p, offset, "write {{ year }}", fmt.Sprintf(message, y, r.report.Config.Year), r.yearPlace()...)
}

func (r *reader) yearPlace() []source.Related {
	return related(r.report.Config.PositionOf("year"), "the reporting year")
}

// onlyLastYear reports a text that has to speak of the reporting year, and
// speaks of the year before and of no other time.
func (r *reader) onlyLastYear(p *sentence.Passage) {
	of := false
	for _, name := range ofTheYear {
		of = of || p.Name == name
	}
	text := string(p.Plain)
	for _, ref := range p.Refs {
		of = of && ref.Name != "year" // it does speak of the reporting year
	}
	if !of || strings.Contains(strings.ToLower(text), "this year") {
		return
	}
	all := years().FindAllString(text, -1)
	m := inYear().FindStringSubmatchIndex(text)
	if m == nil {
		return
	}
	for _, written := range all {
		if y, ok := parseYear(written); !ok || y != r.report.Config.Year-1 {
			return
		}
	}
	r.otherYear(p, m[2], text[m[2]:m[3]], "the text speaks of %s alone; it has to speak of the reporting year, %s")
}

// slashes puts a slash where people write a dash in a year.
var slashes = strings.NewReplacer("–", "/", "-", "/")

// parseYear reads a year as people write it.
func parseYear(s string) (period.Year, bool) {
	y, err := period.Parse(slashes.Replace(s))
	return y, err == nil
}
