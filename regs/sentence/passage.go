// Package sentence cuts the Markdown of a report into sentences of prose. Every
// byte keeps its place, so that whatever is found in a sentence can be shown
// where it is.
package sentence

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/internal/project/prose/plain"
	"apr/internal/project/reference"
	"apr/internal/yamlpos"
)

// Passage is a text with its references, and with what isn't prose blotted out.
type Passage struct {
	Name string // as of Narrative.EachText
	Text yamlpos.Text
	Refs []reference.Reference
	// Plain is the Markdown with every byte in its place, where references,
	// code, comments, addresses and marks of emphasis are blanks, and a line
	// end within a paragraph is one too.
	Plain []byte
	// Lower is Plain in small letters, every byte in its place.
	Lower string
	// Blocks are the paragraphs and items of lists; tables, headings and
	// quotations are left out.
	Blocks []Span
	// Titles are the words of headings and of the captions of tables, in order.
	Titles []Span
	// Quotations are the blocks of somebody's words, in order.
	Quotations []Quotation
	// LeftOut counts the lines that aren't prose.
	LeftOut LeftOut
}

// Refer puts references, in order, in the place of what they give.
func (p *Passage) Refer(refs []reference.Reference) {
	p.Refs = refs
	for _, r := range refs {
		p.Blank(r.Start, r.End)
	}
	p.Lower = lowered(p.Plain)
}

// LeftOut is how many lines of tables, headings and quotations weren't read.
type LeftOut struct{ Tables, Headings, Quotations int }

// Span is a run of bytes of a passage.
type Span struct{ Start, End int }

var (
	codeOrComment = lazyregexp.Lazy("(?s)```.*?(?:```|$)|`[^`\n]*`|<!--.*?(?:-->|$)")
	attributes    = lazyregexp.Lazy(`\{[^{}\n]*\}`)
	listItem      = lazyregexp.Lazy(`^\s*(?:[-*+]|\d{1,2}[.)])\s+`)
	quotationBox  = lazyregexp.Lazy(`^\s*:::+\s*(?:quotation\b|\{[^}]*\.quotation\b)`)
)

// NewPassage reads a text.
func NewPassage(name string, t yamlpos.Text) *Passage {
	p := &Passage{Name: name, Text: t, Plain: []byte(t.Markdown)}
	p.Refs, _ = reference.Parse(t)
	if p.Has("`", "<!--") {
		p.Blot(codeOrComment())
	}
	for _, r := range p.Refs {
		p.Blank(r.Start, r.End)
	}
	p.blotAddresses()
	if bytes.IndexByte(p.Plain, '{') >= 0 {
		p.Blot(attributes())
	}
	p.cut()
	for i, c := range p.Plain {
		if c == ' ' || c >= 'a' && c <= 'z' {
			continue // as most
		}
		switch c {
		case '*', '[', ']', '\\':
			p.Plain[i] = ' '
		case '_':
			if !p.letterAt(i-1) || !p.letterAt(i+1) {
				p.Plain[i] = ' '
			}
		}
	}
	p.Lower = lowered(p.Plain)
	p.attribute()
	return p
}

// lowered is a text in small letters, but for the few whose small letter has another length.
func lowered(plain []byte) string {
	var all strings.Builder
	all.Grow(len(plain))
	same := 0 // up to where it is in all
	for i := 0; i < len(plain); {
		if c := plain[i]; c < 'A' || c > 'Z' && c < utf8.RuneSelf {
			i++ // as most
			continue
		}
		r, n := rune(plain[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(plain[i:])
		}
		if small := unicode.ToLower(r); small != r && utf8.RuneLen(small) == n {
			all.Write(plain[same:i])
			all.WriteRune(small)
			same = i + n
		}
		i += n
	}
	all.Write(plain[same:])
	return all.String()
}

// Has reports whether one of the texts is in the passage.
func (p *Passage) Has(texts ...string) bool {
	return slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(p.Text.Markdown, t) })
}

func (p *Passage) letterAt(i int) bool {
	return i >= 0 && i < len(p.Plain) && (p.Plain[i] >= utf8.RuneSelf || unicode.IsLetter(rune(p.Plain[i])))
}

// Blot puts blanks in place of what a pattern finds.
func (p *Passage) Blot(what *lazyregexp.Regexp) {
	for _, m := range what.FindAllIndex(p.Plain, -1) {
		p.Blank(m[0], m[1])
	}
}

// blotAddresses puts blanks in place of the addresses of links and pictures, of the marks of
// footnotes, and of what begins as the address of a page does.
func (p *Passage) blotAddresses() {
	if !slices.ContainsFunc([]string{"](", "[^", "http"}, func(begins string) bool { return bytes.Contains(p.Plain, []byte(begins)) }) {
		return // as most texts
	}
	link, note := opened{open: "](", shuts: ')'}, opened{open: "[^", shuts: ']'}
	for i := 0; i < len(p.Plain); i++ {
		end := 0
		switch p.Plain[i] {
		case ']':
			end = link.end(p.Plain, i)
		case '[':
			if end = note.end(p.Plain, i); end > 0 && end < len(p.Plain) && p.Plain[end] == ':' {
				end++ // of the note itself
			}
		case 'h':
			end = i + pageAddress(p.Plain[i:])
		}
		if end > i {
			p.Blank(i, end)
			i = end - 1
		}
	}
}

// opened is what begins with two characters and ends with one, without a blank between them.
type opened struct {
	open  string
	shuts byte
	// without is up to where no end was found, so that much that is open isn't looked through again
	// and again.
	without int
}

// end is where what begins at i ends, 0 where nothing does.
func (o *opened) end(text []byte, i int) int {
	if i < o.without || !bytes.HasPrefix(text[i:], []byte(o.open)) {
		return 0
	}
	n := i + len(o.open)
	for n < len(text) && text[n] != o.shuts && strings.IndexByte(blanks, text[n]) < 0 {
		n++
	}
	if n == len(text) || text[n] != o.shuts {
		o.without = n
		return 0
	}
	return n + 1
}

// pageAddress is how long the address of a page is that a text begins with, 0 for none.
func pageAddress(text []byte) int {
	rest, ok := bytes.CutPrefix(text, []byte("http"))
	if !ok {
		return 0
	}
	if rest, ok = bytes.CutPrefix(bytes.TrimPrefix(rest, []byte("s")), []byte("://")); !ok {
		return 0
	}
	n := bytes.IndexAny(rest, blanks)
	if n < 0 {
		n = len(rest)
	}
	if n == 0 {
		return 0
	}
	return len(text) - len(rest) + n
}

// Blank puts blanks in place of everything but line ends.
func (p *Passage) Blank(start, end int) {
	for i := start; i < end; i++ {
		if p.Plain[i] != '\n' {
			p.Plain[i] = ' '
		}
	}
}

// cut finds the blocks of prose: paragraphs and items of lists.
func (p *Passage) cut() {
	start, offset := -1, 0
	end := func(at int) {
		if start >= 0 && len(bytes.TrimSpace(p.Plain[start:at])) > 0 || p.hasReference(start, at) {
			p.Blocks = append(p.Blocks, Span{start, at})
		}
		start = -1
	}
	quoted, boxed, goesOn := false, false, false
	for line := range strings.Lines(p.Text.Markdown) {
		item := itemEnd(line)
		switch {
		case strings.TrimSpace(line) == "":
			end(offset)
			quoted, goesOn = false, false
		case strings.HasPrefix(strings.TrimSpace(line), ":::"):
			end(offset)
			if boxed = quotationBox().MatchString(line); boxed {
				p.beginQuotation(line)
				goesOn = false
			}
			if plain.PrintedOfFence(line) != "" {
				p.LeftOut.Headings++
			}
		case boxed:
			end(offset)
			goesOn = p.quoteLine(line, offset, goesOn)
		case strings.HasPrefix(strings.TrimSpace(line), ">"):
			end(offset)
			if !quoted {
				p.beginQuotation("")
			}
			goesOn, quoted = p.quoteLine(line, offset, goesOn && quoted), true
		case !IsProse(line):
			end(offset)
			p.leaveOut(line, offset)
			quoted, goesOn = false, false
		case quoted: // a quotation goes on up to an empty line
			goesOn = p.quoteLine(line, offset, goesOn)
		case item > 0:
			end(offset)
			start = offset + item
		case start < 0:
			start = offset
		}
		offset += len(line)
	}
	end(offset)
	for i, c := range p.Plain {
		if c <= '\r' && (c == '\n' || c == '\r' || c == '\t') {
			p.Plain[i] = ' '
		}
	}
}

// leaveOut counts a line that isn't prose, and keeps the words of a title.
func (p *Passage) leaveOut(line string, offset int) {
	title := func(mark string) {
		start := offset + strings.Index(line, mark) + len(mark)
		p.Titles = append(p.Titles, Span{start, offset + len(strings.TrimRight(line, "# \t\r\n"))})
	}
	switch words := strings.TrimSpace(line); {
	case words[0] == '#':
		p.LeftOut.Headings++
		if mark := words[:len(words)-len(strings.TrimLeft(words, "#"))]; mark != words {
			title(mark)
		}
	case words[0] == ':': // lines of colons are counted by cut
	default:
		p.LeftOut.Tables++
		if strings.HasPrefix(words, "Table:") {
			title("Table:")
		}
	}
}

func (p *Passage) hasReference(start, end int) bool {
	for _, r := range p.Refs {
		if start >= 0 && r.Start >= start && r.Start < end && r.Name != reference.PlaceTable {
			return true
		}
	}
	return false
}

// IsProse reports whether a block is none of a table, a heading, a quotation or the fence of a box.
func IsProse(block string) bool {
	block = strings.TrimLeft(block, blanks)
	return block == "" || strings.IndexByte("|>#", block[0]) < 0 && !strings.HasPrefix(block, "Table:") && !strings.HasPrefix(block, ":::")
}

// blanks are \s of an expression.
const blanks = " \t\n\f\r"

// itemEnd is where the mark of an item ends that a line begins with; 0 where it has none.
func itemEnd(line string) int {
	if first := strings.TrimLeft(line, blanks); first == "" || strings.IndexByte("-*+0123456789", first[0]) < 0 {
		return 0
	}
	if m := listItem().FindStringIndex(line); m != nil {
		return m[1]
	}
	return 0
}
