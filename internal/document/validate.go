package document

import (
	"errors"
	"fmt"
	"strings"

	"apr/internal/wording"
)

// ReservedPrefix begins the ids that renderers give to things of their own,
// such as the list of contents and the notes; no id of a document begins so.
const ReservedPrefix = "doc-"

// Validate checks what every renderer relies on, and returns all problems as
// one joined error, in reading order: the report has a title, an authority and
// a language; ids are unique and safe in a URL fragment; heading levels don't skip; tables are
// rectangular, captioned and headed; figures have a caption, a description, a
// chart with a point per category, and data; pictures have a description;
// links and references have text and lead somewhere; footnotes are numbered
// from 1 in the order of their first marks and every one is marked.
//
// A problem here is a fault of the program that made the document, not of
// the report's author.
func Validate(doc *Document) error {
	v := &validator{doc: doc, ids: map[string]bool{}, marked: map[*Note]bool{}}
	v.meta()
	v.sections(doc.Sections, 1)
	w := Walker{Block: v.block, Inline: v.inline}
	_ = w.Walk(doc) // v's functions collect instead of failing
	for _, r := range v.references {
		if !v.ids[r.Target] {
			v.problem("reference %q leads to %q, which isn't in the document", r.Content, r.Target)
		}
	}
	v.notes()
	return errors.Join(v.problems...)
}

type validator struct {
	doc        *Document
	problems   []error
	ids        map[string]bool
	references []*Reference
	marked     map[*Note]bool
	order      []*Note
}

func (v *validator) problem(format string, args ...any) {
	v.problems = append(v.problems, fmt.Errorf(format, args...))
}

func (v *validator) require(text, what string, args ...any) {
	if strings.TrimSpace(text) == "" {
		v.problem("%s is empty", fmt.Sprintf(what, args...))
	}
}

func (v *validator) meta() {
	v.require(v.doc.Meta.Title, "the report's title")
	v.require(v.doc.Meta.Authority, "the report's authority")
	v.require(v.doc.Meta.Language, "the report's language")
	if logo := v.doc.Meta.Brand.Logo; logo != nil {
		v.require(logo.Alt, "the logo's description")
	}
}

// id notes an id and what has it.
func (v *validator) id(id, what string) {
	switch {
	case id == "":
		v.problem("%s has no id", what)
	case !safeID(id):
		v.problem("%s: id %q isn't a letter followed by letters, digits, hyphens and underscores", what, id)
	case strings.HasPrefix(id, ReservedPrefix):
		v.problem("%s: ids that begin %q are the renderers'", what, ReservedPrefix)
	case v.ids[id]:
		v.problem("%s: id %q is used twice", what, id)
	}
	v.ids[id] = true
}

// safeID reports whether id is an ASCII letter followed by letters, digits,
// hyphens and underscores: safe as a URL fragment, as a file's name, and in CSS.
func safeID(id string) bool {
	for i, c := range id {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == 0 || !(c >= '0' && c <= '9' || c == '-' || c == '_')) {
			return false
		}
	}
	return id != ""
}

func (v *validator) sections(sections []*Section, level int) {
	for _, s := range sections {
		v.id(s.ID, fmt.Sprintf("section %q", s.Title))
		v.require(s.Title, "the title of section %q", s.ID)
		if s.Level != level {
			v.problem("section %q has level %d where %d belongs", s.ID, s.Level, level)
		}
		if level > DeepestLevel {
			v.problem("section %q is deeper than level %d", s.ID, DeepestLevel)
		}
		for _, b := range s.Blocks {
			if c, ok := b.(*Box); ok && (c.Level < 2 || c.Level > min(level+1, DeepestLevel)) {
				v.problem("the box %q in section %q has level %d", c.Heading(), s.ID, c.Level)
			}
		}
		v.sections(s.Sections, level+1)
	}
}

func (v *validator) block(b Block) error {
	switch b := b.(type) {
	case *Table:
		v.table(b)
	case *Figure:
		v.figure(b)
	case *Picture:
		v.picture(b)
	case *PictureRow:
		if len(b.Pictures) < 2 {
			v.problem("a row has %d pictures", len(b.Pictures))
		}
	case *Box:
		v.box(b)
	case *KeyFigures:
		v.keyFigures(b)
	case *Idea:
		if len(b.Blocks) == 0 {
			v.problem("an idea has no words")
		}
	case *List:
		v.list(b)
	case *StatutoryReference:
		if len(b.Provisions) == 0 {
			v.problem("a statutory reference names no provision")
		}
	}
	return nil
}

func (v *validator) box(b *Box) {
	if b.Kind != YouSaidWeDid {
		v.require(b.Title, "the title of a %s", b.Kind)
	}
	if len(b.Blocks) == 0 {
		v.problem("the box %q is empty", b.Heading())
	}
}

func (v *validator) keyFigures(b *KeyFigures) {
	if len(b.Items) == 0 {
		v.problem("key figures have none")
	}
	for _, k := range b.Items {
		v.require(k.Value.String(), "the number of a key figure")
		v.require(k.Label.String(), "what the key figure %q is", k.Value)
	}
}

func (v *validator) list(l *List) {
	if len(l.Items) == 0 {
		v.problem("a list has no items")
	}
	for _, item := range l.Items {
		if len(item) == 0 {
			v.problem("a list has an empty item")
		}
	}
}

func (v *validator) table(t *Table) {
	what := fmt.Sprintf("table %q", t.ID)
	v.id(t.ID, what)
	v.require(t.Caption, "the caption of %s", what)
	if len(t.Columns) == 0 {
		v.problem("%s has no columns", what)
	}
	v.groups(t, what)
	for i, c := range t.Columns {
		v.require(c.Head.String(), "the head of column %d of %s", i+1, what)
	}
	if t.RowHeads < 0 || t.RowHeads > len(t.Columns) {
		v.problem("%s has %d columns of row heads and %d columns", what, t.RowHeads, len(t.Columns))
	}
	for i, r := range t.Rows {
		if len(r.Cells) != len(t.Columns) {
			v.problem("row %d of %s has %d cells and the table %d columns", i+1, what, len(r.Cells), len(t.Columns))
		}
		for j, c := range r.Cells {
			if j < t.RowHeads {
				v.require(c.Content.String(), "the row head in row %d of %s", i+1, what)
			}
			if c.Status != StatusNone {
				v.require(c.Content.String(), "the word beside the status in row %d of %s", i+1, what)
			}
		}
	}
}

// groups asks that the heads above the columns' are over every column, and that one of
// them has words.
func (v *validator) groups(t *Table, what string) {
	if t.Groups == nil {
		return
	}
	spanned, said := 0, false
	for i, g := range t.Groups {
		spanned += g.Span
		said = said || len(g.Head) > 0
		if g.Span < 1 {
			v.problem("head %d above the columns of %s is over no column", i+1, what)
		}
	}
	if spanned != len(t.Columns) || !said {
		v.problem("the heads above the columns of %s are over %d columns of %d", what, spanned, len(t.Columns))
	}
}

func (v *validator) figure(f *Figure) {
	what := fmt.Sprintf("figure %q", f.ID)
	v.id(f.ID, what)
	v.require(f.Caption, "the caption of %s", what)
	v.require(f.Alt, "the description of %s", what)
	if f.Alt == f.Caption {
		v.problem("the description of %s is its caption", what)
	}
	switch {
	case f.Data != nil && len(f.DataIn) > 0:
		v.problem("%s has its data twice", what)
	case f.Data != nil:
		v.table(f.Data)
	case len(f.DataIn) == 0:
		v.problem("%s has no data", what)
	}
	if f.Chart == nil {
		v.problem("%s has no chart", what)
		return
	}
	for _, s := range f.Chart.Series {
		if len(s.Points) != len(f.Chart.Categories) {
			v.problem("series %q of %s has %d points and the chart %d categories", s.Name, what, len(s.Points), len(f.Chart.Categories))
		}
	}
}

func (v *validator) picture(p *Picture) {
	v.id(p.ID, fmt.Sprintf("picture %q", p.ID))
	v.require(p.Alt, "the description of picture %q", p.ID)
	if p.MediaType != "image/png" && p.MediaType != "image/jpeg" {
		v.problem("picture %q is of type %q, not image/png or image/jpeg", p.ID, p.MediaType)
	}
	if len(p.Data) == 0 {
		v.problem("picture %q is empty", p.ID)
	}
}

func (v *validator) inline(i Inline) error {
	switch i := i.(type) {
	case *Link:
		v.require(i.Content.String(), "the text of the link to %q", i.URL+i.Beside)
		v.require(i.URL+i.Beside, "the address of the link %q", i.Content)
		if i.URL != "" && i.Beside != "" {
			v.problem("the link %q leads to %q and to the file %q", i.Content, i.URL, i.Beside)
		}
	case *Reference:
		v.require(i.Content.String(), "the text of the reference to %q", i.Target)
		v.references = append(v.references, i)
	case *NoteMark:
		v.mark(i.Note)
	}
	return nil
}

func (v *validator) mark(n *Note) {
	switch {
	case n == nil:
		v.problem("a footnote mark has no note")
	case !v.marked[n]:
		v.marked[n] = true
		v.order = append(v.order, n)
	}
}

func (v *validator) notes() {
	ids, listed := map[string]bool{}, map[*Note]bool{}
	for i, n := range v.doc.Notes {
		listed[n] = true
		if n.Number != i+1 {
			v.problem("note %q has number %d where %d belongs", n.ID, n.Number, i+1)
		}
		if !safeID(n.ID) || ids[n.ID] {
			v.problem("the id of note %d, %q, isn't safe or isn't unique", n.Number, n.ID)
		}
		ids[n.ID] = true
		v.require(n.Content.String(), "note %q", n.ID)
		if !v.marked[n] {
			v.problem("note %q is never marked", n.ID)
		}
	}
	for i, n := range v.order {
		if !listed[n] {
			v.problem("note %q is marked and not in the document's notes", n.ID)
		} else if n.Number != i+1 {
			v.problem("note %q has number %d and is the %s to be marked", n.ID, n.Number, wording.Ordinal(i+1))
		}
	}
}
