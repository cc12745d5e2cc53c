package ledger

import (
	"slices"
	"strings"
	"unicode"

	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
)

// A note is a record that holds no line but a few words: the heading of a section, or
// what stands below a table.
type note struct {
	text string
	at   source.Position
}

// maxBeneath is how many records without an amount are kept of those before the first line:
// what a report says of itself may stand below its header as well.
const maxBeneath = 3

// firstLines are the lines above the header, and what stands in their place below it.
func (r *Reader) firstLines() []table.Line { return append(slices.Clip(r.Table.Above), r.beneath...) }

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
	if r.Sums.Lines == 0 && text != "" && len(r.beneath) < maxBeneath {
		r.beneath = append(r.beneath, table.Line{Cells: []string{strings.Clone(text)}, Position: r.Table.Records.Position(-1)})
	}
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return
	}
	if len(r.notes) == 2*maxNotes {
		r.notes = append(r.notes[:maxNotes], r.notes[maxNotes+1:]...)
	}
	r.notes = append(r.notes, note{celltext.Short(celltext.Spaced(text)), r.Table.Records.Position(-1)})
}
