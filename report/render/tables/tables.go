// Package tables writes the report's tables as data that others can use: a
// workbook to the Analysis Function's guidance on releasing statistics in
// spreadsheets, and a tidy CSV with its dictionary. Both come from the document
// that the report is written from, and so have its numbers.
package tables

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/document"
	"apr/internal/wording"
)

// A sheet is one table of the report.
type sheet struct {
	// name is "Table 3", or "Figure 2" for a chart's data, whatever the report's language;
	// label is what the report calls it.
	name, label string
	title       string
	*document.Table
	words
}

// words are apr's own, in a document's language.
type words struct{ *document.Meta }

// collect are the document's tables and its charts' data, in reading order.
func collect(doc *document.Document) []sheet {
	var all []sheet
	own := words{&doc.Meta}
	add := func(name, label, title string, t *document.Table) {
		if name == "" {
			n := 1 + count(all, "Other ")
			name, label = fmt.Sprint("Other ", n), own.Said("Other {number}", n)
		}
		all = append(all, sheet{name: name, label: label, title: title, Table: t, words: own})
	}
	w := document.Walker{Block: func(b document.Block) error {
		switch b := b.(type) {
		case *document.Table:
			label, _ := own.TableLabel(b)
			add(b.Label(), label, b.Caption, b)
		case *document.Figure:
			if b.Data != nil {
				label, _ := own.FigureLabel(b)
				add(b.Label(), label, figureTitle(b), b.Data)
			}
		}
		return nil
	}}
	_ = w.Walk(doc) // the function doesn't fail
	return all
}

// figureTitle is a chart's title with its measure, place and period.
func figureTitle(f *document.Figure) string {
	if f.Subtitle == "" {
		return f.Caption
	}
	return strings.TrimRight(f.Caption, ".") + ". " + f.Subtitle
}

func count(all []sheet, prefix string) (n int) {
	for _, s := range all {
		if strings.HasPrefix(s.name, prefix) {
			n++
		}
	}
	return n
}

// cell is what is in a table, taken apart for a program.
type cell struct {
	// text is what the report prints, without the marks of notes.
	text string
	// datum is the figure that the cell is, nil where it is words.
	datum *document.Datum
	// number and format give the number, if it is one.
	number *number
	// shorthand stands for a value that is missing, such as [x].
	shorthand string
	notes     []*document.Note
	// url is where the cell leads; see leadsTo.
	url string
}

// readCell takes a cell apart. numeric says that the column holds numbers.
func (own words) readCell(c document.Cell, numeric bool) cell {
	var out cell
	words, data := false, 0
	w := document.Walker{Inline: func(i document.Inline) error {
		switch i := i.(type) {
		case *document.NoteMark:
			out.notes = append(out.notes, i.Note)
		case *document.Datum:
			out.datum = i
			data++
		case *document.Text:
			words = words || strings.TrimSpace(i.Text) != ""
		}
		return nil
	}}
	_ = w.Inlines(c.Content) // the function doesn't fail
	out.url = leadsTo(c.Content)
	out.text = wording.OneLine(c.Content.String())
	if words || data != 1 {
		out.datum = nil
	}
	switch {
	case out.datum != nil:
		out.number = exact(out.datum.Display, out.datum.Value)
	case numeric:
		out.number = asPrinted(out.text)
	}
	if numeric && out.number == nil && out.datum == nil {
		out.shorthand = own.shorthandOf(out.text)
	}
	if _, absent := c.Content.Absent(); absent {
		out.shorthand = own.shorthandOf(document.Dash) // a dash among words, too
	}
	return out
}

// longestURL is how many characters a spreadsheet program takes for an address.
const longestURL = 2079

// leadsTo is where a text leads: a cell has one link, the first on the web or to an
// e-mail address, or else the first to a telephone number, which few can call from a
// spreadsheet. It is "" where there is none.
func leadsTo(is document.Inlines) (url string) {
	w := document.Walker{Inline: func(i document.Inline) error {
		l, ok := i.(*document.Link)
		if !ok || url != "" && !isTelephone(url) || len(l.URL) > longestURL {
			return nil
		}
		for _, scheme := range []string{"https:", "http:", "mailto:", "tel:"} {
			if len(l.URL) > len(scheme) && strings.EqualFold(l.URL[:len(scheme)], scheme) && (url == "" || !isTelephone(l.URL)) {
				url = l.URL
			}
		}
		return nil
	}}
	_ = w.Inlines(is) // the function doesn't fail
	return url
}

func isTelephone(url string) bool { return len(url) > 4 && strings.EqualFold(url[:4], "tel:") }

// shorthand is a sign for a value that isn't there, as the Analysis Function
// recommends it.
// https://analysisfunction.civilservice.gov.uk/policy-store/symbols-in-tables-definitions-and-help/
type shorthand struct{ Sign, Meaning string }

// shorthands are those that the tables use.
var shorthands = []shorthand{
	{"[c]", "suppressed so that nobody can be recognised"},
	{"[x]", "not available: not published yet, or not reported nationally"},
	{"[z]", "not applicable, such as a year without a survey"},
}

// inPlace are the words that stand in the place of a number, by their sign.
var inPlace = []struct {
	sign  string
	words []string
}{
	{"[c]", []string{"suppressed"}},
	{"[x]", []string{"not published", "not reported", "not available", "missing", "not known"}},
	{"[z]", []string{"no survey"}},
}

// shorthandOf is the sign for the words that are in the place of a number, in English or
// in the report's language; "" for other words.
func (own words) shorthandOf(text string) string {
	if text == "" || text == "–" || text == "-" {
		return "[z]"
	}
	for _, s := range inPlace {
		for _, words := range s.words {
			if strings.EqualFold(text, words) || strings.EqualFold(text, own.Said(words)) {
				return s.sign
			}
		}
	}
	return ""
}

// numeric reports whether a column holds numbers.
func numeric(c document.Column) bool {
	return c.Align == document.Right || c.Align == document.Decimal
}

// heads are the columns' heads, each one told from the others.
func (s sheet) heads() []string {
	var heads []string
	for i := range s.Columns {
		head := wording.OneLine(s.FullHead(i).String())
		if head == "" {
			head = s.Said("Column {number}", i+1)
		}
		for n, base := 2, head; slices.ContainsFunc(heads, func(h string) bool { return strings.EqualFold(h, head) }); n++ {
			head = fmt.Sprintf("%s (%d)", base, n)
		}
		heads = append(heads, head)
	}
	return heads
}

// headNotes are the notes that a column's head, or the one above it, is marked with.
func (s sheet) headNotes(column int) []*document.Note {
	return s.readCell(document.Cell{Content: s.FullHead(column)}, false).notes
}

// marks are notes as the guidance writes them: [note 3].
func (own words) marks(notes []*document.Note) string {
	var out []string
	for _, n := range notes {
		out = append(out, "["+own.Said("note {number}", n.Number)+"]")
	}
	return strings.Join(out, " ")
}
