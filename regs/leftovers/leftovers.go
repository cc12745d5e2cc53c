package leftovers

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/sentence"
)

// anyYear is a reporting year as people write it.
const anyYear = `(20\d\d[/–-](?:20)?\d\d)\b`

var years = lazyregexp.Lazy(anyYear)

// thisYear are phrases that can only speak of the reporting year. Each has the
// year in its group.
var thisYear = []func() *regexp.Regexp{
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

// unfinished are marks of what was to be done, each with what it is.
var unfinished = []mark{
	{form: lazyregexp.Lazy(`\bTB[ACD]\b`), what: "a placeholder", begin: []string{"TB"}},
	{form: lazyregexp.Lazy(`\b(?:TODO|FIXME)\b`), what: "a note of work to do", begin: []string{"TODO", "FIXME"}},
	{form: lazyregexp.Lazy(`£ ?[Xx]{1,}(?:\.[Xx]+)?(?:m|k|bn)?\b|\b[Xx]{2,} ?%|\bXX+\b|\bxxx+\b`), what: "a placeholder", begin: []string{"XX", "xx", "£x", "£X", "£ x", "£ X"}},
	{form: lazyregexp.Lazy(`(?i)\blorem ipsum\b`), what: "filler", begin: []string{"orem", "OREM"}},
	{form: lazyregexp.Lazy(`\?\?+`), what: "an open question", begin: []string{"??"}},
	{form: lazyregexp.Lazy(`(?i)[\[{](?:(?:check|tb[acd]|to ?do|insert|add|update|confirm|verify|x{2,}|\?+|[a-z]+ to (?:check|confirm|add|update|provide|supply))(?:\b[^\]}\n]*)?|figure|number|date|to be [a-z]+)[\]}]`), what: "an unresolved comment", begin: []string{"[", "{"}},
	{form: lazyregexp.Lazy(`(?i)<!--[^>]*(?:\?|\b(?:check|todo|tbc|confirm|ask|fix|update)\b)[^>]*-->`), what: "an unresolved comment", begin: []string{"<!--"}},
}

var code = lazyregexp.Lazy("(?s)```.*?(?:```|$)|`[^`\n]*`")

// roman is before what is a number: "Part XX of the Act".
var roman = lazyregexp.Lazy(`\b(?i:part|chapter|schedule|title|article|annex|appendix|section|volume|century)\s*$|[A-Z][a-z]{3,}\s*$`)

// Unfinished finds placeholders, open questions and comments inside texts that
// are otherwise there. A text that is nothing but a placeholder is missing, and
// reported by the rule that asks for it.
func (p *Prose) Unfinished() []Finding {
	r := &reader{Prose: p}
	for _, t := range p.texts {
		q := &sentence.Passage{Name: t.name, Text: t.text, Plain: []byte(t.text.Markdown)}
		q.Refs, _ = reference.Parse(t.text)
		if q.Has("`") {
			q.Blot(code())
		}
		for _, ref := range q.Refs {
			q.Blank(ref.Start, ref.End)
		}
		r.marks(q)
	}
	return r.findings
}

// marks reports each place once, under the first of the forms that fits.
func (r *reader) marks(p *sentence.Passage) {
	var seen []sentence.Span
	for _, list := range [...][]mark{unfinished, ofPrograms} {
		for _, u := range list {
			seen = r.mark(p, u, seen)
		}
	}
}

// mark reports where a form fits, but in places that were seen, and returns these with
// its own.
func (r *reader) mark(p *sentence.Passage, u mark, seen []sentence.Span) []sentence.Span {
	text := string(p.Plain)
	if !slices.ContainsFunc(u.begin, func(b string) bool { return strings.Contains(text, b) }) {
		return seen
	}
next:
	for _, m := range u.form().FindAllStringIndex(text, -1) {
		m[0] += len(text[m[0]:m[1]]) - len(strings.TrimLeft(text[m[0]:m[1]], " \t\n"))
		written := text[m[0]:m[1]]
		if isLink(text, m[0], m[1]) || strings.Trim(written, "X") == "" && roman().MatchString(text[:m[0]]) || u.right != nil && u.right(r.Prose, written) || spelledOut(text, written) {
			continue
		}
		for _, s := range seen {
			if m[0] < s.End && s.Start < m[1] {
				continue next
			}
		}
		seen = append(seen, sentence.Span{Start: m[0], End: m[1]})
		r.add(p, m[0], "finish the text, or take it out", fmt.Sprintf("%q is %s inside a text that is otherwise there", shortened(written), u.what),
			related(p.Text.Position, "the text")...)
		r.findings[len(r.findings)-1].Likely = u.likely
	}
	return seen
}

// isLink reports whether what stands in brackets is a link or a picture.
func isLink(text string, start, end int) bool {
	written := text[start:end]
	if !strings.HasPrefix(written, "[") {
		return false
	}
	return end < len(text) && (text[end] == '(' || text[end] == '[' || text[end] == ':') || start > 0 && text[start-1] == '!' ||
		strings.Contains(text, "\n"+written+": ")
}

// spelledOut reports whether a text has a name whose words begin with the letters of a
// mark: TBC, the Tarrowbridge Befriending Company.
func spelledOut(text, mark string) bool {
	if len(mark) < 2 || strings.ContainsFunc(mark, func(c rune) bool { return c < 'A' || c > 'Z' }) {
		return false
	}
	words := strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '’' })
	for i := range words {
		n := 0
		for n < len(mark) && i+n < len(words) && len(words[i+n]) > 1 && words[i+n] != mark && words[i+n][0] == mark[n] {
			n++
		}
		if n == len(mark) {
			return true
		}
	}
	return false
}

// shortened is a mark in one line of forty characters at most.
func shortened(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}
