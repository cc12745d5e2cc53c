// Package prose turns the Markdown of the narrative into blocks of a document.
//
// It takes CommonMark with tables, footnotes and definition lists, and
// references to data in double braces. What a report can't print, or what
// would be lost, is a problem with its place in the narrative: HTML, a picture
// without alternative text, a table without a caption, a cell too many.
//
// A table has its caption from the paragraph before it, which begins with
// "Table:". A passage in another language is marked as in Pandoc's Markdown:
// [words]{lang=gd}, or blocks between "::: {lang=gd}" and ":::". The words of a block quotation are somebody's if its last
// paragraph begins with a dash. HTML comments are left out.
package prose

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"apr/internal/document"
	"apr/internal/picture"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// Options connect a text with the report that it belongs to.
type Options struct {
	// Level is that of the sections that the text's outermost headings open. A heading
	// that would go below document.DeepestLevel is a problem.
	Level int
	// Within is what the text stands in where that has no place for a heading, such as
	// "a case study": then each heading is a problem.
	Within string
	// Evaluate gives what is in a reference's place; see Report.Evaluate.
	Evaluate func(reference.Reference) (document.Datum, *source.Problem)
	// ReadPicture reads a picture by its path within the project folder. An error is
	// a *picture.Unusable, or the file can't be read.
	ReadPicture func(name string) (picture.Picture, error)
	// NewNote makes a footnote and numbers it.
	NewNote func(content document.Inlines) *document.Note
	// Table gives the table of the author's own that a line stands for, and Refer what
	// stands for a reference to, or a link with content to, a place of the report; starts
	// says that a sentence begins with it. Anchor gives the id that something has whose
	// author gave it an anchor. Where they are nil such references are data, such links
	// addresses, and anchors words.
	Table  func(id string, at source.Position) document.Block
	Refer  func(id string, at source.Position, content document.Inlines, starts bool) document.Inlines
	Anchor func(id string) string
	// NewID makes an identifier for a section, table or picture, unique in the
	// document.
	NewID func(title string) string
	// Change gives how a figure on a tile has changed, and whether for the better; nothing
	// where that isn't known.
	Change func(document.Datum) (document.Status, document.Inlines)
	// Remark gives what stands for a comment, which is written as it is given; nil
	// leaves comments out, as a report does.
	Remark func(written string) document.Inline
	// Fence gives what stands for a line of colons, which is shown as a few words, where
	// boxes go out to be written in: as their lines with the blocks between them. nil
	// makes boxes of them.
	Fence func(line, shows string) document.Inline
}

// Fragment is a text as blocks: what is before the first heading, and a
// section for each outermost heading.
type Fragment struct {
	Blocks   []document.Block
	Sections []*document.Section
}

// Parse reads a text. With problems the fragment is what could be read of it. A
// reference that has no value yet isn't a problem here: loading the project has
// reported it, and its display says so.
func Parse(t yamlpos.Text, opts Options) (*Fragment, []*source.Problem) {
	if p := Bounded(t); p != nil {
		return &Fragment{}, []*source.Problem{p}
	}
	c := newConverter(t, opts)
	c.document(c.parse())
	c.lost()
	return c.fragment, c.problems.List()
}

// newConverter begins to read a text.
func newConverter(t yamlpos.Text, opts Options) *converter {
	c := &converter{
		text: t, src: []byte(t.Markdown), opts: opts, fragment: &Fragment{}, level: opts.Level - 1,
		references: map[int]reference.Reference{}, used: map[int]bool{},
		footnotes: map[int]*extast.Footnote{}, notes: map[int]*document.Note{}, marks: map[int]bool{},
	}
	references, problems := reference.Parse(t)
	for _, p := range problems {
		c.problems.Add(p)
	}
	for _, r := range references {
		c.references[r.Start] = r
	}
	return c
}

// parse is the text as a tree.
func (c *converter) parse() ast.Node {
	context := parser.NewContext()
	context.Set(referencesKey, c.references)
	context.Set(bracketsKey, findBrackets(c.src))
	return markdown().Parse(text.NewReader(c.src), parser.WithContext(context))
}

// converter is a text being read.
type converter struct {
	text     yamlpos.Text
	src      []byte
	opts     Options
	fragment *Fragment
	problems source.Problems
	// references are the text's, by offset; used are those that were met.
	references map[int]reference.Reference
	used       map[int]bool
	footnotes  map[int]*extast.Footnote // by goldmark's index
	notes      map[int]*document.Note   // made of them
	inNote     bool
	starts     bool         // a sentence begins with the inline that is being converted
	lang       string       // of the passage being converted
	level      int          // of the section that is open
	nested     int          // in how many items, quotations and meanings
	boxAround  string       // the kind of the box that is open, or ""
	marks      map[int]bool // offsets of footnote marks
	// verbatim are the ranges in which Markdown means nothing: code, comments.
	verbatim []span
	noteSeen int
}

// span is a range of the source.
type span struct{ start, end int }

func (c *converter) problem(code string, offset int, message, hint string) {
	c.problems.Add(&source.Problem{Code: code, Position: c.text.At(offset), Message: message, Hint: hint})
}

// document converts the tree: blocks up to the first heading, then sections.
func (c *converter) document(root ast.Node) {
	c.findFootnotes(root)
	open := []*opened{{}}
	current := func() *[]document.Block {
		if s := open[len(open)-1].section; s != nil {
			return &s.Blocks
		}
		return &c.fragment.Blocks
	}
	c.each(root, func(b document.Block) { *current() = append(*current(), b) }, func(h *ast.Heading) {
		if c.opts.Within != "" {
			c.problem("misplaced-heading", c.offset(h), "a heading can't be in "+c.opts.Within, "make the line bold")
			return
		}
		for len(open) > 1 && open[len(open)-1].level >= h.Level {
			open = open[:len(open)-1]
		}
		s := c.section(h, c.opts.Level+len(open)-1)
		if s.Level > document.DeepestLevel {
			c.tooDeep(c.offset(h), fmt.Sprintf("the heading %q", s.Title), s.Level, "give it the level of a heading above it, or make the line bold")
		}
		if parent := open[len(open)-1].section; parent != nil {
			parent.Sections = append(parent.Sections, s)
		} else {
			c.fragment.Sections = append(c.fragment.Sections, s)
		}
		open = append(open, &opened{h.Level, s})
		c.level = s.Level
	})
}

// tooDeep reports what would have a heading below the sixth level, which no format has.
func (c *converter) tooDeep(at int, what string, level int, hint string) {
	c.problem("deep-heading", at, fmt.Sprintf("%s would be of the %s level; a report has six, of which its title is the first",
		what, wording.Ordinal(level+1)), hint)
}

// findFootnotes finds the definitions of footnotes, which the parser put at the end.
func (c *converter) findFootnotes(root ast.Node) {
	for n := range children(root) {
		if list, ok := n.(*extast.FootnoteList); ok {
			for f := range children(list) {
				c.footnotes[f.(*extast.Footnote).Index] = f.(*extast.Footnote)
			}
		}
	}
}

// opened is a section with the level of its heading in the Markdown.
type opened struct {
	level   int
	section *document.Section
}

func (c *converter) section(h *ast.Heading, level int) *document.Section {
	title, lang := c.plain(h, "heading")
	if title == "" {
		c.problem("empty-heading", c.offset(h), "the heading has no text", "")
	}
	title, id := c.anchored(title, c.offset(h))
	return &document.Section{ID: id, Level: level, Title: title, Lang: lang}
}

// id is an identifier from the options, or "" where none is wanted.
func (c *converter) id(title string) string {
	if c.opts.NewID == nil {
		return ""
	}
	return c.opts.NewID(title)
}

// children iterates over a node's children.
func children(n ast.Node) func(func(ast.Node) bool) {
	return func(yield func(ast.Node) bool) {
		for child := n.FirstChild(); child != nil; {
			next := child.NextSibling()
			if !yield(child) {
				return
			}
			child = next
		}
	}
}

// offset is where a node begins in the Markdown.
func (c *converter) offset(n ast.Node) int {
	if pos := n.Pos(); pos >= 0 {
		return min(pos, len(c.src))
	}
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	for child := range children(n) {
		return c.offset(child)
	}
	if parent := n.Parent(); parent != nil && parent.Pos() >= 0 {
		return min(parent.Pos(), len(c.src))
	}
	return 0
}

// covered reports whether a range is in code or a comment.
func (c *converter) covered(start int) bool {
	return slices.ContainsFunc(c.verbatim, func(s span) bool { return s.start <= start && start < s.end })
}

// sortedReferences are the references in order.
func (c *converter) sortedReferences() []reference.Reference {
	var all []reference.Reference
	for _, r := range c.references {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b reference.Reference) int { return cmp.Compare(a.Start, b.Start) })
	return all
}
