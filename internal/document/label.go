package document

import (
	"fmt"

	"apr/internal/wording"
)

// Label is "Table 3", or nothing for a table that isn't counted.
func (b *Table) Label() string { return label("Table", b.Number) }

// Label is "Figure 3", or nothing for a figure that isn't counted.
func (b *Figure) Label() string { return label("Figure", b.Number) }

// SourceLine says where a figure comes from, and which tables have its data: "Source:
// Ledgers. Data: table 3". It is empty where nothing is to be said.
func (b *Figure) SourceLine() Inlines {
	var line Inlines
	if b.Source != "" {
		line = append(line, &Text{Text: "Source: " + b.Source})
	}
	if b.Data != nil || len(b.DataIn) == 0 {
		return line
	}
	lead := "Data: "
	if len(line) > 0 {
		lead = ". " + lead
	}
	return append(append(line, &Text{Text: lead}), b.DataIn...)
}

// SmallRow are the small figures that blocks begin with, no more than most.
func SmallRow(blocks []Block, most int) (row []*Figure) {
	for _, b := range blocks {
		f, ok := b.(*Figure)
		if !ok || !f.Small || len(row) == most {
			break
		}
		row = append(row, f)
	}
	return row
}

func label(kind string, number int) string {
	if number <= 0 {
		return ""
	}
	return fmt.Sprint(kind, " ", number)
}

// String is the sentence that every format prints: "This section answers
// regulation 4(1)(b) and regulation 4(2)(f) of SSI 2014/326."
func (b *StatutoryReference) String() string {
	s := "This section answers " + wording.List(b.Provisions)
	if b.Instrument != "" {
		s += " of " + b.Instrument
	}
	return s + "."
}

// Extension is what the picture's file name ends in: ".png" or ".jpg".
func (b *Picture) Extension() string {
	if b.MediaType == "image/jpeg" {
		return ".jpg"
	}
	return ".png"
}

// signs are the statuses' shapes as characters.
var signs = map[Status]string{
	StatusBetter: "⊕", StatusWorse: "△", StatusSame: "≡",
	StatusMet: "✓", StatusMissing: "✗",
	StatusGreen: "⬢", StatusAmber: "▽", StatusRed: "⊗",
}

// Sign is the status' shape as a character, for formats that have no drawings in
// lines of text; "" for StatusNone.
func (s Status) Sign() string { return signs[s] }
