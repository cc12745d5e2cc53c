package tables

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"apr/internal/document"
	"apr/internal/formula"
)

// columns are those of the tidy CSV, with what the dictionary says of them in English. Their
// names are the same in every language: programs read them, apr among them.
var columns = []struct{ name, kind, meaning string }{
	{"table", "text", "The table's number in the report, such as Table 3; Figure 2 is the data of a chart"},
	{"title", "text", "The table's caption"},
	{"row", "text", "What the row is of: its headings, from left to right, with a bar between them"},
	{"column", "text", "What the column is of: its heading"},
	{"value", "number", "The number in full, not rounded: pounds, a proportion of money as a part of 1 (0.179 is printed as 17.9%), or the unit that the row or column names; empty where there is no number"},
	{"printed", "text", "The value as the report prints it, with an apostrophe before what a spreadsheet would take for a formula"},
	{"missing", "text", "Why there is no number: [c] suppressed, [x] not available, [z] not applicable; empty otherwise"},
	{"judgement", "text", "Where the report judges the value, one of {values}; empty otherwise"},
	{"notes", "text", "The numbers of the report's notes on the value, its column or its row, with spaces between them"},
	{"figure", "text", "The figure's id, which apr trace explains; empty for words"},
	{"source", "text", "The file, and the cell or line in it, that the figure was read from; empty for words"},
}

// judgements are the values of the column judgement. They are the same in every language, as
// the columns' names are.
var judgements = []document.Status{
	document.StatusBetter, document.StatusWorse, document.StatusSame, document.StatusMet, document.StatusMissing,
	document.StatusRed, document.StatusAmber, document.StatusGreen,
}

// started is a file that begins with a byte order mark: without one Excel takes £ and −
// for other characters.
func started() *bytes.Buffer { return bytes.NewBufferString("\ufeff") }

// CSV is every cell of every table on a line of its own.
func CSV(doc *document.Document) ([]byte, error) {
	b := started()
	w := csv.NewWriter(b)
	header := make([]string, len(columns))
	for i, c := range columns {
		header[i] = c.name
	}
	records := [][]string{header}
	for _, s := range collect(doc) {
		records = append(records, s.records()...)
	}
	if err := w.WriteAll(records); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// records are the lines of one table.
func (s sheet) records() (records [][]string) {
	heads := s.heads()
	for _, r := range s.Rows {
		var names []string
		var ofRow []*document.Note
		for _, c := range r.Cells[:min(s.RowHeads, len(r.Cells))] {
			head := s.readCell(c, false)
			names, ofRow = append(names, head.text), append(ofRow, head.notes...)
		}
		for i := s.RowHeads; i < len(r.Cells); i++ {
			c := s.readCell(r.Cells[i], numeric(s.Columns[i]))
			var value, id, from string
			if c.number != nil {
				value = strconv.FormatFloat(c.number.value, 'f', -1, 64)
			}
			if c.datum != nil {
				value, id = numberText(c.datum.Value, value), c.datum.ID
				if !c.datum.Position.IsZero() {
					from = c.datum.Position.String()
				}
			}
			records = append(records, []string{
				s.label, formula.Defuse(s.title), formula.Defuse(strings.Join(names, " | ")), formula.Defuse(heads[i]), value, formula.Defuse(c.text),
				c.shorthand, string(r.Cells[i].Status), noteNumbers(slices.Concat(s.headNotes(i), ofRow, c.notes)), formula.Defuse(id), formula.Defuse(from),
			})
		}
	}
	return records
}

// numberText is a figure's exact value as it was written, if it is a number.
func numberText(value, otherwise string) string {
	if _, err := strconv.ParseFloat(value, 64); err == nil {
		return value
	}
	return otherwise
}

func noteNumbers(notes []*document.Note) string {
	var out []string
	for _, n := range notes {
		out = append(out, strconv.Itoa(n.Number))
	}
	return strings.Join(out, " ")
}

// Dictionary says what the columns of the CSV mean.
func Dictionary(m *document.Meta) ([]byte, error) {
	b := started()
	w := csv.NewWriter(b)
	records := [][]string{{"column", "type", "meaning"}}
	var values []string
	for _, s := range judgements {
		values = append(values, string(s))
	}
	for _, c := range columns {
		meaning := m.Said(c.meaning)
		if c.name == "judgement" {
			meaning = m.Said(c.meaning, strings.Join(values, ", "))
		}
		records = append(records, []string{c.name, c.kind, meaning})
	}
	if err := w.WriteAll(records); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
