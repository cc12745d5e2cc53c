package leftovers

import (
	"strings"
	"testing"
)

// A field that nobody filled in, a note in brackets to those who write and the mark of a
// draft are told inside of a text that says something else.
func TestFieldsNotesAndMarksOfADraft(t *testing.T) {
	for text, want := range map[string]string{
		"We opened a clinic. [£ amount] was saved.":                             "[£ amount]",
		"It cost £2m, or [£m] more than planned.":                               "[£m]",
		"(2024/25 text – update) The clinic opened in May.":                     "(2024/25 text – update)",
		"The clinic opened in May [old figures, check].":                        "[old figures, check]",
		"**DRAFT** The clinic opened in May.":                                   "DRAFT",
		"DRAFT: the clinic opened in May.":                                      "DRAFT",
		`The clinic was opened by \[name\].`:                                    `"[name]"`,
		`The clinic opened on \[date\], and \[check\] it was full.`:             `"[date]"`,
		`The board \[name of chair\](see below) met in May.`:                    `"[name of chair]"`,
		`Ten people \[all carers\] were asked (and \(some\) heard) by \\[Ann].`: "",
		"It cost £2m [£1.8m in 2024/25].":                                       "",
		"The draft was read by 40 people (in text and Easy Read).":              "",
		"The DRAFT scheme (its name is short for Dundee Rural Aid) was ended.":  "",
		"**Draft guidance** was tried on 12 wards (figures: see the table).":    "",
	} {
		if got := unfinishedIn(text); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
