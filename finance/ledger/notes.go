package ledger

import (
	"strings"
	"unicode"

	"apr/internal/source"
	"apr/internal/table/celltext"
)

// A note is a record that holds no line but a few words: the heading of a section, or
// what stands below a table.
type note struct {
	text string
	at   source.Position
}

// maxNotes is how many notes are kept: as many of the first as of the last.
const maxNotes = 100

// note keeps a record without an amount that has words in one cell alone.
func (r *Reader) note(record []string) {
	text := ""
	for i, c := range record {
		if c = celltext.Trim(c); c == "" {
			continue
		}
		if text != "" || r.IsMoney(i) {
			return
		}
		text = c
	}
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return
	}
	if len(r.notes) == 2*maxNotes {
		r.notes = append(r.notes[:maxNotes], r.notes[maxNotes+1:]...)
	}
	r.notes = append(r.notes, note{celltext.Short(celltext.Spaced(text)), r.Table.Records.Position(-1)})
}
