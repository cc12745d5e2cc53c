package word

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"apr/internal/document"
	"apr/internal/document/columns"
	"apr/internal/tagpdf"
	"apr/internal/wording"
)

// mostColumns is how many Word takes; it calls a file with more damaged.
const mostColumns = 63

// Table writes a table with its caption and notes. One with more columns than Word
// takes, or than fit the page, is written in parts, each with the row heads.
func (w *writer) Table(b *document.Table) error {
	for i, r := range b.Rows {
		if len(r.Cells) != len(b.Columns) {
			return fmt.Errorf("table %q, row %d: %d cells for %d columns", b.ID, i+1, len(r.Cells), len(b.Columns))
		}
	}
	t := &table{Table: b, width: w.width() - w.indent}
	for i, shown := range w.parts(b, t.width) {
		t.shown, t.again = shown, i > 0
		if err := w.caption(tables, b.Number, b.ID, b.Caption, b.Lang, i > 0); err != nil {
			return err
		}
		if err := w.grid(t); err != nil {
			return fmt.Errorf("table %q: %w", b.ID, err)
		}
	}
	for _, n := range b.Notes {
		if err := w.line(paragraph{style: "TableNote"}, n); err != nil {
			return err
		}
	}
	w.afterTable = true
	return nil
}

// table is a table as it is shown: these of its columns, on so much width in twips.
type table struct {
	*document.Table
	shown []int
	again bool // its row heads were in another part
	width int
	style string // of its text
}

// parts are the columns of each part of a table: one part as a rule. One whose numbers
// and words are cut where they stand beside each other is divided; a text that comes back
// has to be as it was sent.
func (w *writer) parts(b *document.Table, width int) [][]int {
	if w.form == nil && len(b.Columns) > 1 {
		least, total := columns.Least(b, smallWidth), 0.0
		for i := range least {
			least[i] = least[i]*twips + cellPadding
			total += least[i]
		}
		groups, ok := columns.Divide(b, least, float64(width))
		if total > float64(width) && ok && len(groups) > 1 && !slices.ContainsFunc(groups, func(g []int) bool { return len(g) > mostColumns }) {
			return groups
		}
	}
	return fewEnough(b)
}

// smallWidth is how wide a text is in the smaller size, in points.
func smallWidth(s string, bold bool) float64 {
	if bold {
		return tagpdf.Bold.Width(smallSize, s)
	}
	return tagpdf.Regular.Width(smallSize, s)
}

// fewEnough are parts with no more columns than Word takes.
func fewEnough(b *document.Table) [][]int {
	heads := b.RowHeads
	if heads > mostColumns/2 {
		heads = 0
	}
	var all [][]int
	for from := 0; from < len(b.Columns); {
		var one []int
		for i := 0; i < heads && from > 0; i++ {
			one = append(one, i)
		}
		for ; from < len(b.Columns) && len(one) < mostColumns; from++ {
			one = append(one, from)
		}
		all = append(all, one)
	}
	return all
}

// caption writes a table's or figure's, with its number as a field, so that one
// that somebody inserts is counted. The bookmark that leads here is on it. A
// caption that is repeated has neither.
func (w *writer) caption(kind counted, number int, id, words, lang string, again bool) error {
	write := func() error {
		if number > 0 {
			w.captionLabel(kind, number, again)
		}
		return w.passage(words, format{lang: lang})
	}
	return w.paragraph(paragraph{style: "Caption", keepNext: true}, func() error {
		if again || id == "" {
			return write()
		}
		return w.marked(w.file.bookmark(id), write)
	})
}

// counted is what captions count: the name of Word's sequence, which nobody reads, and the
// rows for a caption's label and for one that is repeated.
type counted struct{ sequence, label, again string }

var (
	tables  = counted{"Table", document.TableLabel, "Table {number} (continued)"}
	figures = counted{"Figure", document.FigureLabel, document.FigureLabel}
)

// captionLabel writes what a caption begins with: the words before the number, the number,
// and those behind it.
func (w *writer) captionLabel(kind counted, number int, again bool) {
	row := kind.label
	if again {
		row = kind.again
	}
	words, lang := w.file.meta.Own(row)
	f, text := format{lang: lang}, ""
	for _, p := range wording.Pieces(row, words) {
		switch {
		case p.Value < 0:
			text += p.Text
		case again:
			w.run(text, f)
			text = strconv.Itoa(number)
		default:
			w.run(text, f)
			w.field("SEQ "+kind.sequence+` \* ARABIC`, strconv.Itoa(number), f)
			text = ""
		}
	}
	if again {
		w.run(text, f)
		text = ""
	}
	w.run(text+": ", f)
}

// grid writes the rows. The head is marked and repeated on each page; the first
// column is the table style's where it has row heads.
func (w *writer) grid(t *table) error {
	if len(t.shown) == 0 {
		return nil
	}
	widths := t.fit()
	last := len(t.Rows) > 0 && t.Rows[len(t.Rows)-1].Total
	w.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/>`)
	if w.file.rightToLeft() {
		w.raw("<w:bidiVisual/>")
	}
	w.raw(`<w:tblW w:w="`)
	w.number(sum(widths))
	w.raw(`" w:type="dxa"/>`)
	if w.indent > 0 {
		w.raw(`<w:tblInd w:w="`)
		w.number(w.indent)
		w.raw(`" w:type="dxa"/>`)
	}
	w.raw(`<w:tblLayout w:type="fixed"/>`, tableLook(t.RowHeads > 0, last), `<w:tblCaption w:val="`)
	w.text(t.Caption)
	w.raw(`"/></w:tblPr><w:tblGrid>`)
	for _, n := range widths {
		w.raw(`<w:gridCol w:w="`)
		w.number(n)
		w.raw(`"/>`)
	}
	w.raw("</w:tblGrid>\n")
	if err := w.heads(t, widths); err != nil {
		return err
	}
	together := t.isShort()
	for k, r := range t.Rows {
		w.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
		keep := together && k < len(t.Rows)-1
		for i, at := range t.shown {
			f := format{bold: r.Bold() && (!r.Total || k < len(t.Rows)-1)}
			w.repeated = t.again && at < t.RowHeads
			err := w.cell(t, widths[i], at, r.Cells[at], f, keep)
			w.repeated = false
			if err != nil {
				return fmt.Errorf("row %d: %w", k+1, err)
			}
		}
		w.raw("</w:tr>\n")
	}
	w.raw("</w:tbl>\n")
	w.properties, w.afterTable = 0, true
	return nil
}

// isShort reports whether a table is to stay on one page: one that takes more than a part
// of it would leave much of the page before it empty.
func (t *table) isShort() bool {
	const few, brief = 8, 60 // rows, and characters of a cell
	if t.Wide || len(t.Rows) > few {
		return false
	}
	for _, r := range t.Rows {
		for _, at := range t.shown {
			if utf8.RuneCountInString(r.Cells[at].Content.String()) > brief {
				return false
			}
		}
	}
	return true
}

// tableLook says which parts of the table style are in force, both as Word 2010
// and later read it and as those before do.
func tableLook(firstColumn, lastRow bool) string {
	bits, first, last := 0x0420, "0", "0" // the head, no bands of columns
	if lastRow {
		bits, last = bits|0x0040, "1"
	}
	if firstColumn {
		bits, first = bits|0x0080, "1"
	}
	return fmt.Sprintf(`<w:tblLook w:val="%04X" w:firstRow="1" w:lastRow="%s" w:firstColumn="%s" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`, bits|0x0200, last, first)
}

// value writes what is in the place of a value. A dash can't say there what it stands
// for, so the words do.
func (w *writer) value(is document.Inlines, f format) error {
	marks, absent := is.Absent()
	if !absent || w.form != nil { // a text that comes back has to be as it was sent
		return w.inlines(is, f)
	}
	spoken := f
	words, lang := w.file.meta.Own(document.NoValue)
	spoken.lang = cmp.Or(lang, f.lang)
	w.run(words, spoken)
	return w.inlines(marks, f)
}

// cell writes one cell.
func (w *writer) cell(t *table, width, column int, c document.Cell, f format, keep bool) error {
	return w.spanning(t, width, column, c, f, keep, t.Columns[column].Align, "")
}

// spanning writes a cell with what says which columns or rows it takes.
func (w *writer) spanning(t *table, width, column int, c document.Cell, f format, keep bool, align document.Align, spans string) error {
	w.style = t.style
	w.raw(`<w:tc><w:tcPr><w:tcW w:w="`)
	w.number(width)
	w.raw(`" w:type="dxa"/>`, spans, `</w:tcPr><w:p><w:pPr><w:pStyle w:val="`, t.style, `"/>`)
	if keep {
		w.raw("<w:keepNext/>")
	}
	if c.Content.RightToLeft() {
		w.raw("<w:bidi/>")
	}
	switch align {
	case document.Right, document.Decimal:
		w.raw(`<w:jc w:val="right"/>`)
	case document.Centre:
		w.raw(`<w:jc w:val="center"/>`)
	}
	w.raw("</w:pPr>")
	w.sign(c.Status)
	write := w.value
	if column < t.RowHeads {
		write = w.inlines
	}
	err := write(w.commented(c.Content), f)
	w.raw("</w:p></w:tc>")
	return err
}

// Figure writes the title, the chart with its description, the source and the data.
func (w *writer) Figure(b *document.Figure) error {
	drawing, ok := w.drawings[b.ID]
	if !ok {
		return fmt.Errorf("figure %q has no drawing", b.ID)
	}
	if err := w.caption(figures, b.Number, b.ID, b.Caption, b.Lang, false); err != nil {
		return err
	}
	if b.Subtitle != "" {
		if err := w.words(paragraph{style: "FigureSubtitle", keepNext: true}, b.Subtitle, b.SubtitleLang); err != nil {
			return err
		}
	}
	const few = 4 // rows that the chart's page has room for
	data := b.Data != nil && len(b.Data.Rows) > 0 && len(b.Data.Rows) <= few
	source := w.file.meta.SourceLine(b)
	if err := w.paragraph(paragraph{style: "Figure", keepNext: len(source) > 0 || data}, func() error {
		label, _ := w.file.meta.FigureLabel(b)
		w.chart(drawing, label, b.Alt)
		return nil
	}); err != nil {
		return err
	}
	if len(source) > 0 {
		if err := w.line(paragraph{style: "Source", keepNext: data}, source); err != nil {
			return err
		}
	}
	if b.Data == nil {
		return nil
	}
	return w.Table(b.Data)
}

func sum(values []int) int {
	n := 0
	for _, v := range values {
		n += v
	}
	return n
}

// longest is the longest word and the whole of a text, by a measure.
func longest(text string, measure func(string) float64) (word, whole float64) {
	for part := range strings.FieldsSeq(text) {
		word = max(word, measure(part))
	}
	return word, measure(text)
}
