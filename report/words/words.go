// Package words brings the texts of a report to the people who write them, as Word
// files, and takes back what they wrote: text by text, merged with what has changed in
// the project since, and with every figure still bound to its source.
//
// A text that comes back is compared with what went out as both are read from Word, so
// that nothing differs but what somebody changed. What nobody touched keeps the bytes
// that it has in the project.
package words

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/project/prose"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/report/render/word"
	"apr/report/words/docx"
)

// idOf is the short id of a text: of its name without the number of its entry, and of
// what the entry is about, so that it stays when entries are sorted.
func idOf(w project.Written) string {
	sum := sha256.Sum256([]byte(w.List() + "\x00" + w.Entry))
	return hex.EncodeToString(sum[:])[:12]
}

// hashOf is the SHA-256 of a text's bytes.
func hashOf(markdown string) string {
	sum := sha256.Sum256([]byte(markdown))
	return hex.EncodeToString(sum[:])
}

// segment is a stretch of a text's Markdown with the units that Word shows of it.
type segment struct {
	source string
	units  []unit
	label  string // of the footnote that it defines
	note   string // the footnote's words
}

// composed is a text as pieces for a form.
type composed struct {
	pieces []prose.Piece
	title  int // the level of its outermost headings, in Markdown
}

// composer lowers texts of a project for forms.
type composer struct {
	project *project.Project
	notes   int
}

// pieces are those of a text. Its problems say what Word couldn't show.
func (c *composer) pieces(t yamlpos.Text) (composed, []*source.Problem) {
	opts := prose.Options{
		ReadPicture: c.project.ReadPicture,
		Evaluate: func(r reference.Reference) (document.Datum, *source.Problem) {
			d, p := document.Datum{Display: r.String()}, (*source.Problem)(nil)
			if !project.IsLastYears(t) {
				d, p = c.project.Evaluate(r)
			}
			if p != nil && !reference.IsWithoutValue(p) || d.Display == "" {
				d = document.Datum{Display: r.String()}
			}
			d.ID = t.Markdown[r.Start:r.End]
			return d, nil
		},
		Remark: func(written string) document.Inline {
			inner := strings.TrimSuffix(strings.TrimPrefix(written, "<!--"), "-->")
			return &document.Datum{ID: strings.Join(strings.Fields(written), " "), Display: "[" + strings.Join(strings.Fields(inner), " ") + "]"}
		},
		Fence: fenceShown,
		NewNote: func(content document.Inlines) *document.Note {
			c.notes++
			// A footnote's figures stand as they are written: no control can be there.
			for i, inline := range content {
				if d, ok := inline.(*document.Datum); ok {
					content[i] = &document.Text{Text: d.ID}
				}
			}
			return &document.Note{Number: c.notes, ID: fmt.Sprintf("n%d", c.notes), Content: content}
		},
	}
	pieces, problems := prose.Pieces(t, opts)
	top := 7
	for _, p := range pieces {
		for _, part := range p.Parts {
			if part.Heading != nil {
				top = min(top, part.Heading.Level)
			}
		}
	}
	if top == 7 {
		top = 3
	}
	return composed{pieces, top}, lostInWord(problems)
}

// lostInWord are the problems that mean that Word wouldn't show all of a text.
func lostInWord(problems []*source.Problem) []*source.Problem {
	var out []*source.Problem
	for _, p := range problems {
		switch p.Code {
		case "html", "unsupported-markdown", "picture", "table-row", "misplaced-heading", "misplaced-reference", "misplaced-picture", "misplaced-block", "malformed-reference":
			out = append(out, p)
		}
	}
	return out
}

// formParts are pieces for a form.
func (c composed) formParts(pieces []prose.Piece) []word.FormPart {
	var parts []word.FormPart
	for _, p := range pieces {
		for _, part := range p.Parts {
			if h := part.Heading; h != nil {
				parts = append(parts, word.FormPart{Heading: cmp.Or(h.Title, " "), Level: h.Level - c.title + 1, Lang: h.Lang})
				continue
			}
			parts = append(parts, word.FormPart{Block: part.Block})
		}
	}
	return parts
}

// segmentsOf are the stretches of texts with the units that Word shows of each: the
// pieces are written into a form and read back.
func segmentsOf(r *project.Project, texts []yamlpos.Text) ([][]segment, []int, error) {
	c := &composer{project: r}
	form := &word.Form{Meta: document.Meta{Title: "Texts", Language: "en-GB"}}
	all, tops := make([][]segment, len(texts)), make([]int, len(texts))
	type owner struct{ text, piece int }
	owners := map[string]owner{}
	pictures := pictureBook{}
	for i, t := range texts {
		made, _ := c.pieces(t)
		tops[i] = made.title
		for k, p := range made.pieces {
			s := segment{source: t.Markdown[p.Start:p.End], label: p.Label}
			if p.Note != nil {
				s.note = (&inlineWriter{}).line(p.Note.Content)
			}
			all[i] = append(all[i], s)
			parts := made.formParts(made.pieces[k : k+1])
			if len(parts) == 0 {
				continue
			}
			pictures.remember(parts)
			id := fmt.Sprintf("p%dx%d", i, k)
			owners[id] = owner{i, k}
			form.Texts = append(form.Texts, word.FormText{ID: id, Title: "T", Key: id, Parts: parts})
		}
	}
	data, err := word.RenderForm(form)
	if err != nil {
		return nil, nil, err
	}
	file, err := docx.Read("what went out", data, docx.Options{})
	if err != nil {
		return nil, nil, err
	}
	figures := figuresOf(file.Sent)
	for _, region := range regionsOf(file) {
		o, known := owners[region.id]
		if !known {
			continue
		}
		units := unitsOf(region.blocks, figures, pictures)
		all[o.text][o.piece].units = units
	}
	return all, tops, nil
}

// figuresOf are the figures that went out, by the tags of their controls.
func figuresOf(sent []docx.Sent) map[string]docx.Figure {
	all := map[string]docx.Figure{}
	for _, s := range sent {
		for i, f := range s.Figures {
			all[fmt.Sprintf("%s_%d", s.ID, i+1)] = f
		}
	}
	return all
}

// unitsOf makes units of blocks: figures become their references, pictures the files
// that they are. What is empty is left out.
func unitsOf(blocks []docx.Block, figures map[string]docx.Figure, pictures pictureBook) []unit {
	bound := make([]docx.Block, 0, len(blocks))
	for _, b := range blocks {
		b.Content = withReferences(b.Content, figures)
		for i := range b.Rows {
			row := slices.Clone(b.Rows[i])
			for k := range row {
				row[k] = withReferences(row[k], figures)
			}
			b.Rows = slices.Clone(b.Rows)
			b.Rows[i] = row
		}
		if b.Picture != nil {
			b.Picture = pictures.known(b.Picture)
		}
		bound = append(bound, b)
	}
	var units []unit
	for _, b := range boxed(captioned(tableCaptions(bound))) {
		if u := unitOf(b); !u.isEmpty() {
			units = append(units, u)
		}
	}
	return units
}

// withReferences puts the reference in each figure's place. A figure that the file
// doesn't know is its words.
func withReferences(is document.Inlines, figures map[string]docx.Figure) document.Inlines {
	var out document.Inlines
	for _, i := range is {
		switch i := i.(type) {
		case *document.Datum:
			if f, known := figures[i.ID]; known {
				out = append(out, &document.Datum{ID: f.Reference, Display: i.Display, Value: f.Shows})
			} else {
				out = append(out, &document.Text{Text: i.Display})
			}
		case *document.Strong:
			out = append(out, &document.Strong{Content: withReferences(i.Content, figures)})
		case *document.Emphasis:
			out = append(out, &document.Emphasis{Content: withReferences(i.Content, figures)})
		case *document.Link:
			out = append(out, &document.Link{URL: i.URL, Content: withReferences(i.Content, figures)})
		default:
			out = append(out, i)
		}
	}
	return out
}

// region is the blocks of a file that are a text's.
type region struct {
	id          string
	first, last int
	blocks      []docx.Block
}

// regionsOf finds the texts of a file: by the tag of the control, else by the bookmark,
// else by the key line. What stands between a key line and the line at the end belongs
// to the text, for programs shrink controls and people write behind bookmarks.
func regionsOf(f *docx.File) []region {
	spans := map[string]*region{}
	var order []string
	add := func(id string, i int) {
		s := spans[id]
		if s == nil {
			s = &region{id: id, first: i, last: i}
			spans[id] = s
			order = append(order, id)
		}
		s.first, s.last = min(s.first, i), max(s.last, i)
	}
	lines := lineRegions(f)
	for _, ids := range []func(docx.Block) []string{
		func(b docx.Block) []string { return b.IDs },
		func(b docx.Block) []string { return b.Marks },
	} {
		known := map[string]bool{}
		for id := range spans {
			known[id] = true
		}
		for i, b := range f.Blocks {
			if b.Locked {
				continue
			}
			for _, id := range ids(b) {
				if !known[id] && isTextID(id) {
					add(id, i)
				}
			}
		}
	}
	for _, l := range lines {
		s := spans[l.id]
		if s == nil {
			s = &region{id: l.id, first: l.first, last: l.last}
			spans[l.id] = s
			order = append(order, l.id)
		} else if l.first <= s.first && s.first <= l.last {
			s.first, s.last = l.first, max(s.last, l.last)
			if s.last > l.last {
				s.last = l.last
			}
		}
	}
	var out []region
	for _, id := range order {
		s := spans[id]
		for i := s.first; i <= s.last && i < len(f.Blocks); i++ {
			if !f.Blocks[i].Locked {
				s.blocks = append(s.blocks, f.Blocks[i])
			}
		}
		out = append(out, *s)
	}
	slices.SortStableFunc(out, func(a, b region) int { return cmp.Compare(a.first, b.first) })
	return out
}

func isTextID(id string) bool { return id != "" && !strings.Contains(id, "_") }

// lineRegions are what stands between key lines and the lines at texts' ends. Without
// the latter a text ends before the next of what is apr's.
func lineRegions(f *docx.File) []region {
	var out []region
	open := -1
	for i, b := range f.Blocks {
		switch {
		case b.KeyID != "":
			out = append(out, region{id: b.KeyID, first: i + 1, last: i})
			open = len(out) - 1
		case b.End || b.Locked:
			open = -1
		case open >= 0:
			out[open].last = i
		}
	}
	return out
}
