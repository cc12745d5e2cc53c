package html

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"apr/internal/document"
	"apr/internal/document/columns"
)

// Table writes a table within a box that scrolls where it is too narrow. A link in the
// box, which the style shows only there, lets those scroll who use a keyboard; so a
// table is no stop for them where it doesn't scroll. The box has no name: the caption
// would be spoken twice. Where the table is too wide for paper, print has its parts in
// its place.
func (w *blockWriter) Table(b *document.Table) error {
	parts, turned := w.onPaper(b)
	class := "scroll"
	switch {
	case len(parts) > 0:
		class += " on-screen"
	case turned:
		class += " turned"
	}
	if b.Wide {
		class += " wide"
	}
	class += " " + needs(b)
	w.w().raw(`<div class="`, class, "\">\n")
	goesOn := w.meta.OwnLine("This table goes on to the right: swipe, or use the arrow keys")
	if label, lang := w.meta.TableLabel(b); label != "" {
		goesOn = w.meta.OwnLine("{table} goes on to the right: swipe, or use the arrow keys", &document.Text{Text: label, Lang: lang})
	}
	w.w().raw(`<a class="grip" href="#`, escape(b.ID), `">`)
	if err := w.w().inlines(goesOn); err != nil {
		return err
	}
	w.w().raw("&nbsp;→</a>\n")
	w.w().raw(`<table id="`, escape(b.ID), "\">\n<caption><span>")
	if err := w.grid(b); err != nil {
		return err
	}
	w.w().raw("</div>\n")
	if err := w.printed(parts, turned); err != nil {
		return err
	}
	return w.tableNotes(b.Notes)
}

// needs is the class that says below which width a table scrolls, in steps that the
// style knows: a little early rather than late, for a reader's font may be wider.
func needs(t *document.Table) string {
	const (
		size    = 17 * 1.08 // of text in tables, in pixels, and room for wider fonts
		padding = 24.0
		rowHead = 7 * 16.0 // and of cells with a sign: the style's least widths
		status  = 9 * 16.0
		step    = 6 // rem, of 16 pixels
		most    = 96
	)
	if uneven(t) {
		return "" // the row is an error
	}
	total := 0.0
	for i, w := range columns.Least(t, func(s string, bold bool) float64 { return width(s, bold, size) }) {
		if head := t.Columns[i].Head; short(head) {
			w = max(w, width(head.String(), true, size))
		}
		if i == 0 && t.RowHeads > 0 {
			w = max(w, rowHead)
		}
		if columns.HasStatus(t, i) {
			w = max(w, status)
		}
		total += w + padding
	}
	rem := min((int(total/16)/step+1)*step, most)
	return fmt.Sprintf("needs-%d", rem)
}

// grid writes a table from its caption's words on.
func (w *blockWriter) grid(b *document.Table) error {
	if err := w.w().inlines(w.meta.TableTitle(b)); err != nil {
		return err
	}
	w.w().raw("</span></caption>\n")
	if err := w.heads(b); err != nil {
		return err
	}
	w.w().raw("<tbody>\n")
	for i, r := range b.Rows {
		if err := w.row(b, r); err != nil {
			return fmt.Errorf("table %q, row %d: %w", b.ID, i+1, err)
		}
	}
	w.w().raw("</tbody>\n</table>\n")
	return nil
}

// heads writes the row of column heads, or both rows. What a head is over is said by
// column groups, and by its scope.
func (w *blockWriter) heads(b *document.Table) error {
	if b.Groups == nil {
		w.w().raw("<thead>\n<tr>")
		for _, c := range b.Columns {
			if err := w.head(`scope="col"`, classes(c.Align, short(c.Head)), c.Head); err != nil {
				return err
			}
		}
		w.w().raw("</tr>\n</thead>\n")
		return nil
	}
	for _, g := range b.Groups {
		w.w().raw(`<colgroup span="`, fmt.Sprint(g.Span), `"></colgroup>`)
	}
	w.w().raw("\n<thead>\n<tr>")
	var second []document.Column
	at := 0
	for _, g := range b.Groups {
		columns := b.Columns[at : at+g.Span]
		at += g.Span
		if len(g.Head) > 0 {
			second = append(second, columns...)
			if err := w.head(fmt.Sprintf(`scope="colgroup" colspan="%d"`, g.Span), ` class="over"`, g.Head); err != nil {
				return err
			}
			continue
		}
		for _, c := range columns {
			if err := w.head(`scope="col" rowspan="2"`, classes(c.Align, short(c.Head)), c.Head); err != nil {
				return err
			}
		}
	}
	w.w().raw("</tr>\n<tr>")
	for _, c := range second {
		if err := w.head(`scope="col"`, classes(c.Align, short(c.Head)), c.Head); err != nil {
			return err
		}
	}
	w.w().raw("</tr>\n</thead>\n")
	return nil
}

// head writes a head of columns.
func (w *blockWriter) head(scope, class string, content document.Inlines) error {
	w.w().raw("<th ", scope, class, ">")
	err := w.w().inlines(content)
	w.w().raw("</th>")
	return err
}

// labelled writes "Table 1: caption".
func (w *writer) labelled(label, labelLang, caption, lang string) {
	if label != "" {
		w.foreign(label+": ", labelLang)
	}
	w.foreign(caption, lang)
}

func (w *blockWriter) row(t *document.Table, r document.Row) error {
	if len(r.Cells) != len(t.Columns) {
		return fmt.Errorf("%d cells for %d columns", len(r.Cells), len(t.Columns))
	}
	switch {
	case r.Total:
		w.w().raw(`<tr class="total">`)
	case r.Subtotal:
		w.w().raw(`<tr class="subtotal">`)
	default:
		w.w().raw("<tr>")
	}
	for i, c := range r.Cells {
		tag, scope := "td", ""
		if i < t.RowHeads {
			tag, scope = "th", ` scope="row"`
		}
		w.w().raw("<", tag, scope, classes(t.Columns[i].Align, c.Status != document.StatusNone, wholeness(c.Content)), ">")
		w.w().shape(c.Status)
		write := w.w().value
		if tag == "th" {
			write = w.w().inlines
		}
		if err := write(c.Content); err != nil {
			return err
		}
		w.w().raw("</", tag, ">")
	}
	w.w().raw("</tr>\n")
	return nil
}

// value writes what is in the place of a value: of a dash, what it stands for is read
// out.
func (w *writer) value(is document.Inlines) error {
	marks, absent := is.Absent()
	if !absent {
		return w.inlines(is)
	}
	words, lang := w.meta.Own(document.NoValue)
	w.raw(`<span aria-hidden="true">`, document.Dash, `</span><span class="vh"`, langOf(lang), `>`, escape(words), `</span>`)
	return w.inlines(marks)
}

// classes are a cell's: its alignment, and whether it keeps to one line. A
// column of figures has one number of decimals and figures of one width, so
// that right-aligned is aligned on the point.
func classes(a document.Align, oneLine bool, more ...string) string {
	var names []string
	switch a {
	case document.Right, document.Decimal:
		names = append(names, "r")
	case document.Centre:
		names = append(names, "c")
	}
	if oneLine {
		names = append(names, "n")
	}
	for _, name := range more {
		if name != "" {
			names = append(names, name)
		}
	}
	if names == nil {
		return ""
	}
	return ` class="` + strings.Join(names, " ") + `"`
}

// short reports whether a column's head is best kept on one line, such as a
// year.
func short(head document.Inlines) bool {
	return utf8.RuneCountInString(head.String()) <= len("2025/26 (p)")
}

func (w *blockWriter) tableNotes(notes []document.Inlines) error {
	if len(notes) == 0 {
		return nil
	}
	w.w().raw("<div class=\"notes\">\n")
	for _, n := range notes {
		if err := w.w().element("p", n); err != nil {
			return err
		}
	}
	w.w().raw("</div>\n")
	return nil
}

// Figure writes the caption, the drawing with its description as its label,
// the source, and the data to be unfolded.
func (w *blockWriter) Figure(b *document.Figure) error {
	drawing, ok := w.drawings[b.ID]
	if !ok {
		return fmt.Errorf("figure %q has no drawing", b.ID)
	}
	w.w().raw(`<figure id="`, escape(b.ID), "\">\n<figcaption>\n<p class=\"title\">")
	label, labelLang := w.meta.FigureLabel(b)
	w.w().labelled(label, labelLang, b.Caption, b.Lang)
	w.w().raw("</p>\n")
	if b.Subtitle != "" {
		w.w().raw(`<p class="measure"`, langOf(b.SubtitleLang), ">", escape(b.Subtitle), "</p>\n")
	}
	w.w().raw("</figcaption>\n")
	if !b.Small {
		w.w().Write(drawing.Wide)
	}
	w.w().Write(drawing.Narrow)
	if line := w.meta.SourceLine(b); len(line) > 0 {
		w.w().raw(`<p class="source">`)
		if err := w.w().inlines(line); err != nil {
			return err
		}
		w.w().raw("</p>\n")
	}
	if b.Data != nil {
		w.w().raw("<details>\n<summary>")
		if err := w.w().inlines(w.dataTitle(b)); err != nil {
			return err
		}
		w.w().raw("</summary>\n")
		w.unprinted = true // print hasn't what is folded
		err := w.Table(b.Data)
		w.unprinted = false
		if err != nil {
			return err
		}
		w.w().raw("</details>\n")
	}
	w.w().raw("</figure>\n")
	return nil
}

// dataTitle names a figure's data.
func (w *blockWriter) dataTitle(f *document.Figure) document.Inlines {
	if label, lang := w.meta.FigureLabel(f); label != "" {
		return w.meta.OwnLine("{figure} as a table", &document.Text{Text: label, Lang: lang})
	}
	return w.meta.OwnLine("This figure as a table")
}
