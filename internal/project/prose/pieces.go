package prose

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"apr/internal/document"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Piece is a stretch of a text's Markdown, from the first line of a block to where the
// next begins, with what was made of it. One that only says where links lead, or draws
// a line, has no parts.
type Piece struct {
	Start, End int
	Parts      []Part
	// Label and Note are a footnote's where the piece defines one.
	Label string
	Note  *document.Note
}

// Part is a block or a heading. A heading is a section with nothing in it, whose level
// is that of the Markdown.
type Part struct {
	Block   document.Block
	Heading *document.Section
}

// Pieces parses a text as Parse does and gives it piece by piece. Put together, the
// pieces' Markdown is the text.
func Pieces(t yamlpos.Text, opts Options) ([]Piece, []*source.Problem) {
	if p := Bounded(t); p != nil {
		return nil, []*source.Problem{p}
	}
	c := newConverter(t, opts)
	root := c.parse()
	c.findFootnotes(root)
	var pieces []Piece
	caption := -1 // where the caption of the table that follows begins
	for n := range children(root) {
		switch {
		case n.Kind() == extast.KindFootnoteList || isLateCaption(n, c.src):
			continue
		case isCaption(n, c.src):
			caption = c.lineStart(n)
			continue
		}
		p := Piece{Start: c.lineStart(n)}
		if caption >= 0 {
			p.Start, caption = caption, -1
		}
		c.one(n, func(b document.Block) { p.Parts = append(p.Parts, Part{Block: b}) }, func(h *ast.Heading) {
			s := c.section(h, h.Level)
			p.Parts = append(p.Parts, Part{Heading: s})
		})
		pieces = append(pieces, p)
	}
	for index, f := range c.footnotes {
		pieces = append(pieces, Piece{Start: c.lineStart(f), Label: string(f.Ref), Note: c.notes[index]})
	}
	slices.SortFunc(pieces, func(a, b Piece) int { return cmp.Compare(a.Start, b.Start) })
	c.lost()
	return bounded(pieces, len(t.Markdown)), c.problems.List()
}

// bounded gives each piece its end; what is before the first belongs to it.
func bounded(pieces []Piece, length int) []Piece {
	for i := range pieces {
		pieces[i].End = length
		if i+1 < len(pieces) {
			pieces[i].End = pieces[i+1].Start
		}
	}
	if len(pieces) > 0 {
		pieces[0].Start = 0
	}
	return pieces
}

// lineStart is where the line begins on which a node does.
func (c *converter) lineStart(n ast.Node) int {
	return bytes.LastIndexByte(c.src[:c.offset(n)], '\n') + 1
}
