package leftovers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"apr/internal/lazyregexp"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/regs/sentence"
)

// fields are what a form's fields are called, and parts what a text is short of.
// leads are whose names a form asks for.
const (
	fields = `(?:first |full |sur)?names?|job title|role|position|organisation|signature|signatory|speaker|(?:start |end )?dates?|day|month|year|month and year|figures?|numbers?|amounts?|totals?|percentages?|per cent|place|location|locality|address|e-?mail(?: address)?|phone(?: number)?|telephone(?: number)?|contact(?: details)?|link|url|source|caption|alt(?:ernative)? text|picture|photo|quote|title|text`
	leads  = `chair|chair of [a-z ]{3,30}|chief officer|author`
	parts  = `alt(?:ernative)? text|text|captions?|figures?|numbers?|data|pictures?|photos?|images?|quotes?|names?|dates?|details|descriptions?|tables?|charts?|graphs?|links?|wording|commentary|amounts?`
)

// unfinished are marks of what was to be done, each with what it is.
var unfinished = []mark{
	{form: lazyregexp.Lazy(`(?:^|[^\w/.@=-])(TB[ACD]|[Tt]b[acd])(?:$|[^\w/@=-])`), what: "a placeholder", begin: []string{"TB", "tb", "Tb"}},
	{form: lazyregexp.Lazy(`(?i)(?:^|[\n(.:;–—|]|(?:^|[^!])\[)[ \t]*((?:` + parts + `) to (?:follow|come|be (?:confirmed|added|supplied|provided|inserted|written)))[ \t]*(?:$|[\n).;|\]])`), what: "a placeholder", begin: []string{" to ", " TO "},
		folded: []string{" to follow", " to come", " to be confirmed", " to be added", " to be supplied", " to be provided", " to be inserted", " to be written"}},
	{form: lazyregexp.Lazy(`(?i)(?:^|[\n|])[ \t]*(to (?:be (?:confirmed|inserted|supplied)|follow))[ \t]*(?:$|[\n|])`), what: "a placeholder", begin: []string{"To ", "to ", "TO "},
		folded: []string{"to be confirmed", "to be inserted", "to be supplied", "to follow"}},
	{form: lazyregexp.Lazy(`(?i)\[(?:your |the |an? )?(?:` + fields + `)(?:(?:,| and| of| or|/| &| -| –) ?(?:the |an? )?(?:` + fields + "|" + leads + `))*(?: of (?:[a-z]+ ){0,2}[a-z]+)?\]`), what: "a placeholder", begin: []string{"["}, right: anonymised},
	{form: lazyregexp.Lazy(`(?i)\{(?:(?:your |the |an? )?(?:` + fields + `) of (?:the )?(?:` + leads + `|[a-z]+(?: [a-z]+){0,2})|(?:your |insert )(?:` + fields + `)|(?:first |full |sur)?names?|(?:` + fields + `)(?:,| and|/) ?(?:` + fields + `))\}`), what: "a placeholder", begin: []string{"{"}, right: anonymised},
	{form: lazyregexp.Lazy(`(?i)\b(?:by|title|source|label|caption|place|who)\s*=\s*["“”]((?:` + fields + `)(?:(?:,| and|/) ?(?:` + fields + `))*)["“”]`), what: "a placeholder", begin: []string{"="}},
	{form: lazyregexp.Lazy(`\b(?:TODO|FIXME)\b`), what: "a note of work to do", begin: []string{"TODO", "FIXME"}},
	{form: lazyregexp.Lazy(`£ ?[Xx]{1,}(?:\.[Xx]+)?(?:m|k|bn)?\b|\b[Xx]{2,} ?%|\bXX+\b|\bxxx+\b`), what: "a placeholder", begin: []string{"XX", "xx", "£x", "£X", "£ x", "£ X"}},
	{form: lazyregexp.Lazy(`(?:^|[\n(£ ])(_{2,}|NN+)(?:%|,? [a-z(])`), what: "a blank", begin: []string{"__", "NN"}},
	{form: lazyregexp.Lazy(`(?i)\blorem ipsum\b`), what: "filler", begin: []string{"orem", "OREM"}},
	{form: lazyregexp.Lazy(`\?\?+`), what: "an open question", begin: []string{"??"}},
	{form: lazyregexp.Lazy(`(?i)[\[{](?:(?:check|tb[acd]|to ?do|insert|add|update|confirm|verify|x{2,}|\?+|[a-z]+ to (?:check|confirm|add|update|provide|supply))(?:\b[^\]}\n]*)?|figure|number|date|to be [a-z]+)[\]}]`), what: "an unresolved comment", begin: []string{"[", "{"}},
	{form: lazyregexp.Lazy(`(?i)\[ ?[£#%] ?(?:(?:the )?(?:amount|figure|number|total|sum|cost|value|x+)s?)? ?(?:m|k|bn|%|million)?\]`), what: "a placeholder", begin: []string{"["}},
	{form: lazyregexp.Lazy(`(?i)[(\[][^()\[\]\n]{0,40}\b(?:text|wording|paragraphs?|figures?|numbers?) ?[-–—:,] ?(?:to )?(?:update|check|rewrite|revise|confirm|refresh|redo|replace)(?: [^()\[\]\n]{0,20})?[)\]]`), what: "an unresolved comment", begin: []string{"(", "["}, likely: true},
	{form: lazyregexp.Lazy(`(?:^|\n)[ \t]*(?:\*\*DRAFT(?: \w+)?[.:]?\*\*|DRAFT(?: TEXT| ONLY| VERSION)?(?: ?[:–—-]))`), what: "the mark of a draft", begin: []string{"DRAFT"}, likely: true},
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
		r.unfinished(t)
		r.brokenOff(t)
	}
	for _, s := range p.sentences {
		r.cutShort(s)
		r.wordTwice(s)
	}
	r.others()
	return r.findings
}

// unfinished looks through a text, but not through code and references.
func (r *reader) unfinished(t named) {
	q := &sentence.Passage{Name: t.name, Text: t.text, Plain: []byte(t.text.Markdown)}
	q.Refs, _ = reference.Parse(t.text)
	if q.Has("`") {
		q.Blot(code())
	}
	for _, ref := range q.Refs {
		q.Blank(ref.Start, ref.End)
	}
	bare(q.Plain)
	r.marks(q)
}

// bare takes the strokes from brackets: those that were typed in Word come back as \[name\].
// A blank on their outer side keeps the places of what follows.
func bare(text []byte) {
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		switch text[i+1] {
		case '[', '(', '{':
			text[i] = ' '
		case ']', ')', '}':
			text[i], text[i+1] = text[i+1], ' '
		}
		i++ // a stroke may itself have one
	}
}

// marks reports each place once, under the first of the forms that fits.
func (r *reader) marks(p *sentence.Passage) {
	var seen []sentence.Span
	text := newPlain(p)
	for _, list := range [...][]mark{unfinished, ofPrograms} {
		for i := range list {
			seen = r.mark(p, text, &list[i], seen)
		}
	}
}

// plain is a passage's plain text, and the same with small letters for capitals from A to Z.
type plain struct {
	text, folded string
	// bytes are those that the text has.
	bytes [256]bool
}

func newPlain(p *sentence.Passage) *plain {
	in := &plain{text: string(p.Plain)}
	folded := slices.Clone(p.Plain)
	for i, c := range folded {
		in.bytes[c] = true
		if 'A' <= c && c <= 'Z' {
			folded[i] = c + 'a' - 'A'
		}
	}
	in.folded = string(folded)
	return in
}

// mayHave reports whether a text may have a mark. It is seen a hundred times faster than
// that the form doesn't fit.
func (p *plain) mayHave(u *mark) bool {
	return slices.ContainsFunc(u.begin, p.has) &&
		(u.folded == nil || slices.ContainsFunc(u.folded, func(f string) bool { return strings.Contains(p.folded, f) }))
}

// has reports whether a string is in the text. That the text lacks one of its bytes, such as a
// bracket, is seen first.
func (p *plain) has(s string) bool {
	for i := range len(s) {
		if !p.bytes[s[i]] {
			return false
		}
	}
	return strings.Contains(p.text, s)
}

// mark reports where a form fits, but in places that were seen, and returns these with
// its own.
func (r *reader) mark(p *sentence.Passage, in *plain, u *mark, seen []sentence.Span) []sentence.Span {
	if !in.mayHave(u) {
		return seen
	}
	text := in.text
next:
	for _, m := range u.form().FindAllStringSubmatchIndex(text, -1) {
		if len(m) > 2 && m[2] >= 0 {
			m = m[2:] // the words without what has to be around them
		}
		m[0] += len(text[m[0]:m[1]]) - len(strings.TrimLeft(text[m[0]:m[1]], " \t\n"))
		written := text[m[0]:m[1]]
		if isLink(text, m[0], m[1]) || strings.Trim(written, "X") == "" && roman().MatchString(text[:m[0]]) || u.right != nil && u.right(r.Prose, text, written, m[0]) || spelledOut(text, written) || spokenOf(text, m[0], m[1]) {
			continue
		}
		for _, s := range seen {
			if m[0] < s.End && s.Start < m[1] {
				continue next
			}
		}
		seen = append(seen, sentence.Span{Start: m[0], End: m[1]})
		r.add(p, m[0], "finish the text, or take it out", fmt.Sprintf("%q is %s %s", shortened(written), u.what, cmp.Or(r.where, "inside a text that is otherwise there")),
			r.whole(p)...)
		r.findings[len(r.findings)-1].Likely = u.likely
	}
	return seen
}

// whole is the place of the text that words are in; none where they are all of it.
func (r *reader) whole(p *sentence.Passage) []source.Related {
	if r.where != "" {
		return nil
	}
	return related(p.Text.Position, "the text")
}

// speaksBefore and speaksBehind are beside a mark that is spoken of: "dates marked TBC in the
// plan", "TODO list", "XX Squadron".
var (
	speaksBefore = lazyregexp.Lazy(`(?i)\b(?:marked|called|labelled|read|reads|said|shown as|listed as|about|word|words|of) (?:as )?["“'‘]?$`)
	speaksBehind = lazyregexp.Lazy(`^["”'’]? (?:lists?\b|in the\b|(?:Squadron|Corps|Legion|Regiment|Club)\b)`)
)

// spokenOf reports whether a sentence speaks of a mark, and leaves nothing to do.
func spokenOf(text string, start, end int) bool {
	behind := speaksBehind().MatchString(text[end:])
	return strings.HasPrefix(text[start:end], "TODO") && behind || strings.Trim(text[start:end], "X") == "" && behind ||
		speaksBefore().MatchString(text[max(0, start-30):start]) && (behind || strings.EqualFold(text[start:end], "lorem ipsum"))
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

// quoteOpens begins the words of somebody, and quoteEnds ends them.
const quoteOpens, quoteEnds = "“", "”"

// anonymised reports whether what stands between brackets is in the words of somebody:
// "[name] helped me" is how a quotation keeps a name back.
func anonymised(_ *Prose, text, _ string, at int) bool {
	before := text[strings.LastIndex(text[:at], "\n\n")+1 : at]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return strings.HasPrefix(strings.TrimLeft(line, " \t"), ">") || strings.LastIndex(before, quoteOpens) > strings.LastIndex(before, quoteEnds) ||
		strings.Count(before, `"`)%2 == 1 && !strings.Contains(line, "{") || inQuotation(text[:at])
}

// inQuotation reports whether a text ends in the words of a box that quotes somebody.
func inQuotation(before string) bool {
	open := strings.LastIndex(before, "\n:::")
	if strings.HasPrefix(before, ":::") && open < 0 {
		open = 0
	}
	if open < 0 {
		return false
	}
	head, _, ok := strings.Cut(strings.TrimLeft(before[open:], "\n"), "\n")
	return ok && strings.Contains(head, "quotation")
}

// shortened is a mark in one line of forty characters at most.
func shortened(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}
