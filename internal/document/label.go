package document

import (
	"fmt"

	"apr/internal/wording"
)

// Label is "Table 3", or nothing for a table that isn't counted.
func (b *Table) Label() string { return label("Table", b.Number) }

// Label is "Figure 3", or nothing for a figure that isn't counted.
func (b *Figure) Label() string { return label("Figure", b.Number) }

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
