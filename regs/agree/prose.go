package agree

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/pattern"
	"apr/report"
)

// passage is a text with its references, and with what isn't prose blotted out.
type passage struct {
	name string // as of Narrative.EachText
	text report.Text
	refs []report.Reference
	// plain is the Markdown with every byte in its place, where references,
	// code, comments, addresses and marks of emphasis are blanks, and a line
	// end within a paragraph is one too.
	plain []byte
	// blocks are the paragraphs and items of lists; tables, headings and
	// quotations are left out.
	blocks []span
}

// span is a run of bytes of a passage.
type span struct{ start, end int }

var (
	codeOrComment = pattern.Lazy("(?s)```.*?(?:```|$)|`[^`\n]*`|<!--.*?(?:-->|$)")
	address       = pattern.Lazy(`\]\([^)\s]*\)|\[\^[^\]\s]*\]:?|https?://\S+`)
	listItem      = pattern.Lazy(`^\s*(?:[-*+]|\d{1,2}[.)])\s+`)
	notProse      = pattern.Lazy(`^\s*(?:[|>#]|Table:)`)
)

func newPassage(name string, t report.Text) *passage {
	p := &passage{name: name, text: t, plain: []byte(t.Markdown)}
	p.refs, _ = report.ParseReferences(t)
	if p.has("`", "<!--") {
		p.blot(codeOrComment())
	}
	for _, r := range p.refs {
		p.blank(r.Start, r.End)
	}
	if p.has("](", "[^", "http") {
		p.blot(address())
	}
	p.cut()
	for i, c := range p.plain {
		switch c {
		case '*', '[', ']', '\\':
			p.plain[i] = ' '
		case '_':
			if !p.letterAt(i-1) || !p.letterAt(i+1) {
				p.plain[i] = ' '
			}
		}
	}
	return p
}

// has reports whether one of the texts stands in the passage.
func (p *passage) has(texts ...string) bool {
	return slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(p.text.Markdown, t) })
}

func (p *passage) letterAt(i int) bool {
	return i >= 0 && i < len(p.plain) && (p.plain[i] >= utf8.RuneSelf || unicode.IsLetter(rune(p.plain[i])))
}

func (p *passage) blot(what *regexp.Regexp) {
	for _, m := range what.FindAllIndex(p.plain, -1) {
		p.blank(m[0], m[1])
	}
}

// blank puts blanks in place of everything but line ends.
func (p *passage) blank(start, end int) {
	for i := start; i < end; i++ {
		if p.plain[i] != '\n' {
			p.plain[i] = ' '
		}
	}
}

// cut finds the blocks of prose: paragraphs and items of lists.
func (p *passage) cut() {
	start, offset := -1, 0
	end := func(at int) {
		if start >= 0 && strings.TrimSpace(string(p.plain[start:at])) != "" || p.hasReference(start, at) {
			p.blocks = append(p.blocks, span{start, at})
		}
		start = -1
	}
	quoted := false
	for line := range strings.Lines(p.text.Markdown) {
		item := listItem().FindStringIndex(line)
		switch {
		case strings.TrimSpace(line) == "":
			end(offset)
			quoted = false
		case notProse().MatchString(line):
			end(offset)
			quoted = strings.HasPrefix(strings.TrimSpace(line), ">")
		case quoted: // a quotation goes on up to an empty line
		case item != nil:
			end(offset)
			start = offset + item[1]
		case start < 0:
			start = offset
		}
		offset += len(line)
	}
	end(offset)
	for i, c := range p.plain {
		if c == '\n' || c == '\r' || c == '\t' {
			p.plain[i] = ' '
		}
	}
}

func (p *passage) hasReference(start, end int) bool {
	for _, r := range p.refs {
		if start >= 0 && r.Start >= start && r.Start < end {
			return true
		}
	}
	return false
}

// sentence is one sentence, as tokens.
type sentence struct {
	passage *passage
	span
	before *sentence // in the same block, or nil
	tokens []token   // read when first asked for
}

// abbreviations end in a full stop that ends no sentence.
var abbreviations = map[string]bool{"e.g": true, "i.e": true, "st": true, "dr": true, "mr": true, "mrs": true, "ms": true,
	"prof": true, "no": true, "vs": true, "cf": true, "approx": true, "etc": true, "c": true, "ca": true, "para": true}

// read reads the sentence's tokens.
func (s *sentence) read() {
	if s.tokens == nil {
		s.tokens = s.passage.tokens(s.start, s.end)
	}
}

// has reports whether one of the texts stands in the sentence.
func (s *sentence) has(texts ...string) bool {
	for _, t := range texts {
		if bytes.Contains(s.passage.plain[s.start:s.end], []byte(t)) {
			return true
		}
	}
	return false
}

// refers reports whether the sentence has a reference.
func (s *sentence) refers() bool {
	return s.passage.hasReference(s.start, s.end)
}

// refersTo reports whether the sentence has a reference to a function.
func (s *sentence) refersTo(function string) bool {
	for _, r := range s.passage.refs {
		if r.Name == function && r.Start >= s.start && r.Start < s.end {
			return true
		}
	}
	return false
}

// sentences are the sentences of the passage's prose.
func (p *passage) sentences() []*sentence {
	var all []*sentence
	for _, b := range p.blocks {
		start := b.start
		var before *sentence
		add := func(end int) {
			if end > start {
				before = &sentence{passage: p, span: span{start, end}, before: before}
				all = append(all, before)
			}
			start = end
		}
		for i := b.start; i < b.end; i++ {
			if c := p.plain[i]; (c == '.' || c == '!' || c == '?') && p.endsSentence(b, i) {
				add(i + 1)
			}
		}
		add(b.end)
	}
	return all
}

// endsSentence reports whether the mark at i ends a sentence: a blank follows,
// and then no small letter.
func (p *passage) endsSentence(b span, i int) bool {
	next := i + 1
	for next < b.end && strings.ContainsRune(`.!?)"'`, rune(p.plain[next])) {
		next++
	}
	if next < b.end && p.plain[next] != ' ' {
		return false
	}
	blank := bytes.LastIndexByte(p.plain[b.start:i], ' ')
	if p.plain[i] == '.' && abbreviations[strings.ToLower(strings.Trim(string(p.plain[b.start+blank+1:i]), `("'`))] {
		return false
	}
	for next < b.end && p.plain[next] == ' ' {
		if p.referenceAt(next) >= 0 {
			return true
		}
		next++
	}
	r, _ := utf8.DecodeRune(p.plain[next:])
	return next >= b.end || !unicode.IsLower(r)
}

// referenceAt is the number of the reference that begins at the offset, or -1.
func (p *passage) referenceAt(offset int) int {
	for i, r := range p.refs {
		if r.Start == offset {
			return i
		}
	}
	return -1
}
