package words

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"apr/internal/document"
)

// piece is a stretch of a line that looks alike, as Markdown but without its marks.
type piece struct {
	text      string
	bold      bool
	ital      bool
	link      *document.Link
	separator bool // a line break: nothing is marked across it
	atom      bool // a figure or the mark of a footnote, which stays whole
}

func (p piece) isBlank() bool { return !p.separator && !p.atom && strings.TrimSpace(p.text) == "" }

func (p piece) isMarked() bool { return p.bold || p.ital }

// looksLike reports whether a piece stands within the same marks as another.
func (p piece) looksLike(o piece) bool {
	return p.bold == o.bold && p.ital == o.ital && p.link == o.link
}

// split gives the blanks at the ends of pieces pieces of their own, which are marked
// where the words on both sides are: marks stand at letters only.
func split(pieces []piece) []piece {
	var out []piece
	for _, p := range pieces {
		if p.separator || p.atom || p.isBlank() {
			out = append(out, p)
			continue
		}
		core := strings.TrimSpace(p.text)
		before, after, _ := strings.Cut(p.text, core)
		for _, part := range []string{before, core, after} {
			if part != "" {
				p.text = part
				out = append(out, p)
			}
		}
	}
	for i := 0; i < len(out); i++ {
		end := i
		for end < len(out) && out[end].isBlank() {
			end++
		}
		if end > i {
			sameLooks(out, i, end)
			i = end
		}
	}
	return out
}

// sameLooks gives the blanks from i to end the looks that they and the words on both sides
// have in common.
func sameLooks(pieces []piece, i, end int) {
	var common piece
	if i > 0 && end < len(pieces) {
		common = pieces[i-1]
		for _, p := range pieces[i : end+1] {
			if p.link != common.link {
				common = piece{}
			}
			common.bold, common.ital = common.bold && p.bold, common.ital && p.ital
		}
	}
	for k := i; k < end; k++ {
		pieces[k].bold, pieces[k].ital, pieces[k].link = common.bold, common.ital, common.link
	}
}

// marked are pieces with their marks and links. Where Markdown wouldn't take marks for
// marks, as within a word beside a bracket, the words stand bare.
func marked(pieces []piece) string {
	pieces = split(pieces)
	for range mostMisread {
		at := misread(pieces)
		if at < 0 {
			return withMarks(pieces)
		}
		bare(pieces, at)
	}
	for i := range pieces {
		pieces[i].bold, pieces[i].ital = false, false
	}
	return withMarks(pieces)
}

// mostMisread is how many stretches of a line are set bare one by one: each takes a
// reading of the line. A line that has more is no prose.
const mostMisread = 100

// bare takes the marks of the words at a piece away, or of those before it, or behind.
func bare(pieces []piece, at int) {
	for i := at; i >= 0; i-- {
		if pieces[i].isMarked() {
			at = i
			break
		}
	}
	for !pieces[at].isMarked() && at < len(pieces)-1 {
		at++
	}
	look := pieces[at]
	for i := at; i >= 0 && pieces[i].looksLike(look); i-- {
		pieces[i].bold, pieces[i].ital = false, false
	}
	for i := at + 1; i < len(pieces) && pieces[i].looksLike(look); i++ {
		pieces[i].bold, pieces[i].ital = false, false
	}
}

// markWriter writes pieces one after the other.
type markWriter struct {
	b    strings.Builder
	open []string // the marks that are open
	link *document.Link
}

func withMarks(pieces []piece) string {
	var w markWriter
	for _, p := range pieces {
		w.piece(p)
	}
	w.piece(piece{separator: true})
	return w.b.String()
}

func isBold(mark string) bool { return len(mark) == 2 }

func (w *markWriter) piece(p piece) {
	keep := len(w.open)
	for i, mark := range w.open {
		if p.link != w.link || isBold(mark) && !p.bold || !isBold(mark) && !p.ital {
			keep = i
			break
		}
	}
	closed := len(w.open) > keep
	for i := len(w.open) - 1; i >= keep; i-- {
		w.b.WriteString(w.open[i])
	}
	w.open = w.open[:keep]
	if p.link != w.link {
		if w.link != nil {
			w.b.WriteString("](" + address(w.link.URL) + ")")
		}
		if p.link != nil {
			if s := w.b.String(); strings.HasSuffix(s, "!") && !strings.HasSuffix(s, `\!`) { // it would make a picture of the link
				w.b.Reset()
				w.b.WriteString(s[:len(s)-1] + `\!`)
			}
			w.b.WriteByte('[')
		}
		closed, w.link = false, p.link
	}
	if !p.isBlank() {
		w.begin(p, closed)
	}
	w.text(p)
}

// begin opens the marks that a piece needs. Behind others that have just ended they are
// strokes, so that the two aren't read as one.
func (w *markWriter) begin(p piece, closed bool) {
	open := func(mark string) {
		for _, o := range w.open {
			if isBold(o) == isBold(mark) {
				return
			}
		}
		if closed {
			mark = strings.ReplaceAll(mark, "*", "_")
		}
		w.open = append(w.open, mark)
		w.b.WriteString(mark)
	}
	if p.bold {
		open("**")
	}
	if p.ital {
		open("*")
	}
}

// text writes a piece's words; at the beginning of a line they have no blanks before
// them, and at its end none behind.
func (w *markWriter) text(p piece) {
	s := w.b.String()
	switch {
	case p.separator && p.text != "":
		w.b.Reset()
		w.b.WriteString(strings.TrimRight(s, " ") + p.text)
	case s == "" || strings.HasSuffix(s, "\n"):
		w.b.WriteString(strings.TrimLeft(p.text, " "))
	default:
		w.b.WriteString(p.text)
	}
}

// emphasis reads the marks of a line as our dialect does.
var emphasis = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 100)),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	)
})

// shape is a piece's text with nothing in it that could be a mark.
func (p piece) shape() string {
	switch {
	case p.separator:
		return strings.Repeat(" ", len(p.text))
	case p.atom:
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune("*_[]()!<>`\\\n", r) {
				return 'x'
			}
			return r
		}, p.text)
	}
	return p.text
}

// misread is the first piece that Markdown doesn't read with the marks that it has, -1
// where there is none.
func misread(pieces []piece) int {
	if !slices.ContainsFunc(pieces, piece.isMarked) {
		return -1
	}
	shapes := make([]piece, len(pieces))
	for i, p := range pieces {
		shapes[i] = p
		shapes[i].text = p.shape()
	}
	src := []byte("x " + withMarks(shapes) + " x")
	read := readMarks(src)
	at := 2
	for i, p := range shapes {
		if p.isBlank() || p.separator {
			continue
		}
		for _, r := range p.text {
			for at < len(read) && read[at].r != r {
				if !unicode.IsSpace(read[at].r) {
					return i
				}
				at++
			}
			if at == len(read) || read[at].bold != p.bold || read[at].ital != p.ital {
				return i
			}
			at++
		}
	}
	return -1
}

// letter is one of a line, and how it looks.
type letter struct {
	r          rune
	bold, ital bool
}

// readMarks are the letters of a line as Markdown reads it.
func readMarks(src []byte) []letter {
	var out []letter
	var walk func(n ast.Node, bold, ital bool)
	walk = func(n ast.Node, bold, ital bool) {
		for k := n.FirstChild(); k != nil; k = k.NextSibling() {
			switch k := k.(type) {
			case *ast.Text:
				for _, r := range string(k.Segment.Value(src)) {
					out = append(out, letter{r, bold, ital})
				}
			case *ast.Emphasis:
				walk(k, bold || k.Level == 2, ital || k.Level == 1)
			default:
				walk(k, bold, ital)
			}
		}
	}
	walk(emphasis().Parse(text.NewReader(src)), false, false)
	return out
}
