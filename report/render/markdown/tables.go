package markdown

import (
	"fmt"
	"strings"

	"apr/internal/document"
)

// Table writes the caption, the table and its notes.
func (w *writer) Table(b *document.Table) error {
	label, labelLang := w.meta.TableLabel(b)
	w.add(other, w.captioned(label, labelLang, b.Caption, b.Lang))
	if err := w.grid(b); err != nil {
		return fmt.Errorf("table %q: %w", b.ID, err)
	}
	for _, n := range b.Notes {
		text, err := w.line(n, lineStart)
		if err != nil {
			return err
		}
		w.add(other, text)
	}
	return nil
}

// captioned is "**Table 1**: caption".
func (w *writer) captioned(label, labelLang, caption, lang string) string {
	if label == "" {
		return foreign(w.escape(caption, lineStart), lang)
	}
	return foreign("**"+w.escape(label, 0)+"**", labelLang) + ": " + foreign(w.escape(caption, 0), lang)
}

// grid writes the table itself. Rows of totals are bold; a head over columns is joined
// with theirs, for Markdown has one row of heads.
func (w *writer) grid(b *document.Table) error {
	var out strings.Builder
	for i := range b.Columns {
		head, err := w.line(b.FullHead(i), 0)
		if err != nil {
			return err
		}
		writeCell(&out, head)
	}
	out.WriteString("|\n")
	for _, c := range b.Columns {
		writeCell(&out, rule(c.Align))
	}
	out.WriteString("|")
	for i, r := range b.Rows {
		if len(r.Cells) != len(b.Columns) {
			return fmt.Errorf("row %d has %d cells for %d columns", i+1, len(r.Cells), len(b.Columns))
		}
		out.WriteString("\n")
		for _, c := range r.Cells {
			content := w.spokenDash(c.Content)
			if r.Bold() && len(content) > 0 {
				content = document.Inlines{&document.Strong{Content: content}}
			}
			text, err := w.line(content, 0)
			if err != nil {
				return err
			}
			writeCell(&out, text) // the word of a status is in it
		}
		out.WriteString("|")
	}
	w.add(other, out.String())
	return nil
}

// spokenDash is a cell's content with words in the place of a dash, which is no value: many
// screen readers pass over a dash, and Markdown has no words for them alone.
func (w *writer) spokenDash(content document.Inlines) document.Inlines {
	if marks, absent := content.Absent(); absent {
		return append(w.meta.OwnLine(document.NoValue), marks...)
	}
	return content
}

func writeCell(out *strings.Builder, text string) {
	out.WriteString("| ")
	if text != "" {
		out.WriteString(text)
		out.WriteByte(' ')
	}
}

// rule is a column's part of the line under the heads.
func rule(a document.Align) string {
	switch a {
	case document.Right, document.Decimal:
		return "---:"
	case document.Centre:
		return ":---:"
	default:
		return "---"
	}
}

// Figure writes the caption, the drawing with its description, the source and
// the data.
func (w *writer) Figure(b *document.Figure) error {
	label, labelLang := w.meta.FigureLabel(b)
	caption := w.captioned(label, labelLang, b.Caption, b.Lang)
	if b.Subtitle != "" {
		caption += ". " + foreign(w.escape(b.Subtitle, 0), b.SubtitleLang)
	}
	w.add(other, caption)
	w.add(other, foreign(w.image(b.Alt, w.figurePath(b.ID)), b.AltLang))
	source, err := w.line(w.meta.SourceLine(b), 0)
	if err != nil {
		return err
	}
	if source != "" {
		w.add(other, source)
	}
	if b.Data == nil {
		return nil
	}
	return w.Table(b.Data)
}
