// Package markdown writes a report as Markdown that GitHub and pandoc (as
// gfm+yaml_metadata_block) read alike: no HTML, front matter, headings with the anchors that both derive from them,
// pipe tables and footnotes.
package markdown

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"apr/internal/document"
)

// Render writes the document as Markdown. figurePath says where the drawing of
// the figure with an id is, relative to the Markdown file; pictures are next to
// the drawings, under their own id and with their own extension.
func Render(doc *document.Document, figurePath func(id string) string) ([]byte, error) {
	w := &writer{figurePath: figurePath, meta: &doc.Meta}
	w.nameAnchors(doc)
	if err := w.cover(doc); err != nil {
		return nil, fmt.Errorf("write Markdown: cover: %w", err)
	}
	for _, s := range doc.Sections {
		if err := w.section(s); err != nil {
			return nil, fmt.Errorf("write Markdown: %w", err)
		}
	}
	w.label(doc.Meta)
	var out strings.Builder
	out.WriteString(frontMatter(doc.Meta))
	out.WriteString(strings.Join(w.parts, "\n\n"))
	out.WriteByte('\n')
	for i, n := range doc.Notes {
		if i == 0 {
			out.WriteByte('\n')
		}
		text, err := w.line(n.Content, lineStart)
		if err != nil {
			return nil, fmt.Errorf("write Markdown: note %q: %w", n.ID, err)
		}
		fmt.Fprintf(&out, "[^%d]: %s\n", n.Number, text)
	}
	return []byte(out.String()), nil
}

// frontMatter says in YAML what Markdown itself can't: the report's language, without
// which it is read out as another, and its title.
func frontMatter(m document.Meta) string {
	out := "---\n"
	for _, entry := range [][2]string{{"title", m.Title}, {"author", m.Authority}, {"lang", m.Language}} {
		if entry[1] != "" {
			quoted, err := json.Marshal(entry[1]) // a string of JSON is one of YAML
			if err != nil {
				continue // strings can all be written
			}
			out += entry[0] + ": " + string(quoted) + "\n"
		}
	}
	return out + "---\n\n"
}

// writer collects the report's blocks, each a string of whole lines.
type writer struct {
	figurePath func(id string) string
	meta       *document.Meta
	anchors    map[string]string // of each section, table, figure and picture
	parts      []string
	last       kind
}

// kind is what a block looks like to a reader of Markdown: two lists or two
// quotations in a row would run together.
type kind int

const (
	other kind = iota
	bullets
	numbers
	quotation
)

// add appends a block, parted by a comment from one that it would run into.
func (w *writer) add(k kind, text string) {
	if text == "" {
		return
	}
	if k != other && k == w.last {
		w.parts = append(w.parts, "<!-- -->")
	}
	w.last = k
	w.parts = append(w.parts, text)
}

// nested renders blocks apart from the report's, for indenting.
func (w *writer) nested(blocks []document.Block) ([]string, error) {
	inner := &writer{figurePath: w.figurePath, meta: w.meta, anchors: w.anchors}
	err := inner.blocks(blocks)
	return inner.parts, err
}

const contentsTitle = "Contents"

// nameAnchors finds the anchor of every heading, as GitHub derives them.
// Tables and figures have the anchor of the section that they are in.
func (w *writer) nameAnchors(doc *document.Document) {
	w.anchors = map[string]string{}
	taken := map[string]bool{}
	anchor := func(title string) string {
		base := slug(w.named(title, w.meta.Said))
		name := base
		for n := 1; taken[name]; n++ {
			name = base + "-" + strconv.Itoa(n)
		}
		taken[name] = true
		return name
	}
	anchor(doc.Meta.Title)
	anchor(doc.Meta.Said(contentsTitle))
	current := ""
	walker := document.Walker{
		Section: func(s *document.Section) error {
			current = anchor(s.Title)
			w.anchors[s.ID] = current
			return nil
		},
		Block: func(b document.Block) error {
			switch b := b.(type) {
			case *document.Box:
				anchor(doc.Meta.BoxHeading(b).String()) // which another of the same words has to differ from
			case *document.Table:
				w.anchors[b.ID] = current
			case *document.Picture:
				w.anchors[b.ID] = current
			case *document.Figure:
				w.anchors[b.ID] = current
				if b.Data != nil {
					w.anchors[b.Data.ID] = current
				}
			}
			return nil
		},
	}
	_ = walker.Walk(doc) // its functions don't fail
}

// label writes the protective marking, before and after all else.
func (w *writer) label(m document.Meta) {
	if m.Label != "" {
		w.add(other, "**"+w.escape(m.Label, 0)+"**")
	}
}

func (w *writer) cover(doc *document.Document) error {
	m := doc.Meta
	w.label(m)
	w.add(other, "# "+foreign(w.escape(m.Title, heading), m.TitleLang))
	for _, line := range [][2]string{{m.Brand.Name, m.Brand.Lang}, {m.Authority, m.AuthorityLang}, {m.Subtitle, m.SubtitleLang}} {
		w.add(other, foreign(w.escape(line[0], lineStart), line[1]))
	}
	if m.State != "" || m.Watermark != "" {
		says := m.Watermark
		if says == "" || says == m.State { // once is enough
			says = "this report isn’t final"
		}
		state, stateLang := m.Own(cmp.Or(m.State, "Notice"))
		words, lang := m.Own(says)
		if stateLang == lang {
			w.add(other, foreign("**"+w.escape(state, 0)+"**: "+w.escape(words, 0), lang))
		} else {
			w.add(other, foreign("**"+w.escape(state, 0)+"**", stateLang)+": "+foreign(w.escape(words, 0), lang))
		}
	}
	for _, n := range m.CoverNotes {
		text, err := w.line(n, lineStart)
		if err != nil {
			return err
		}
		w.add(other, text)
	}
	title, lang := m.Own(contentsTitle)
	w.add(other, "## "+foreign(w.escape(title, heading), lang))
	var list strings.Builder
	for _, s := range doc.Sections {
		fmt.Fprintf(&list, "- [%s](#%s)\n", foreign(w.escape(s.Title, 0), s.Lang), w.anchors[s.ID])
		for _, sub := range s.Sections {
			fmt.Fprintf(&list, "  - [%s](#%s)\n", foreign(w.escape(sub.Title, 0), sub.Lang), w.anchors[sub.ID])
		}
	}
	w.add(bullets, strings.TrimSuffix(list.String(), "\n"))
	return nil
}

func (w *writer) section(s *document.Section) error {
	w.add(other, strings.Repeat("#", s.Level+1)+" "+foreign(w.escape(s.Title, heading), s.Lang))
	if err := w.blocks(s.Blocks); err != nil {
		return fmt.Errorf("section %q: %w", s.Title, err)
	}
	for _, sub := range s.Sections {
		if err := w.section(sub); err != nil {
			return err
		}
	}
	return nil
}
