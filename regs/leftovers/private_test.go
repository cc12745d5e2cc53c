package leftovers

import (
	"strings"
	"testing"

	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

func privateIn(text string) string {
	n := &project.Narrative{}
	n.Opening.Foreword = yamlpos.NewText(text, source.Position{File: "narrative/opening.yaml", Line: 2, Column: 3})
	r := &project.Project{Config: &project.Config{Year: period.Year(2025)}, Narrative: n}
	var got []string
	for _, f := range Read(r).Private() {
		got = append(got, f.Message)
	}
	return strings.Join(got, "\n")
}

// The CHI numbers are made up: 3112990013 has the check digit that the number of
// a patient has, and 3112990014 hasn't.
func TestPrivate(t *testing.T) {
	for text, want := range map[string]string{
		"Mr Innes, 88, CHI 0702371234, had pneumonia.":                             "a patient's CHI number",
		"Mr Innes (CHI no. 070237 1234) had pneumonia.":                            "a patient's CHI number",
		"She (3112990013) came home in May.":                                       "a patient's CHI number",
		"The NHS number 943 476 5919 was on the form.":                             "a patient's NHS number",
		"A carer, QQ 12 34 56 C, wrote to us.":                                     "a National Insurance number",
		"Her number AB123456C was on the letter.":                                  "a National Insurance number",
		"Date of birth: 7 February 1937":                                           "a date of birth",
		"Mrs Bain (DOB 07/02/37) came home.":                                       "a date of birth",
		"OFFICIAL-SENSITIVE: not for onward circulation before the board has met.": "a protective marking",
		"**OFFICIAL – SENSITIVE**\n\nIt was a good year.":                          "a protective marking",
		"Private and confidential\n\nIt was a good year.":                          "a protective marking",
		"NOT FOR PUBLICATION\n\nIt was a good year.":                               "a protective marking",
		"Embargoed until 31 July 2026\n\nIt was a good year.":                      "a protective marking",
		"It was a good year.\n\n*Not for publication until the board has met.*":    "a protective marking",
		"Restricted: members only\n\nIt was a good year.":                          "a protective marking",

		"Call us on 01632 960 340 or 0800 028 2816.":                           "",
		"It cost £1,234,567,890 in ten years.":                                 "",
		"The charity's number is SC012345.":                                    "",
		"Sort code 12 34 56, account 12345678.":                                "",
		"She (3112990014) is on page 4.":                                       "",
		"The CHI number links the two systems.":                                "",
		"Carers talk to us in private and confidential meetings.":              "",
		"Private and confidential advice is given in each hub.":                "",
		"Restricted growth was the theme of the day.":                          "",
		"Official, sensitive and kind: that is how people spoke of the staff.": "",
		"The minutes say what is not for publication.":                         "",
		"**Confidential counselling** is offered to staff.":                    "",
		"Confidential advice for carers\n\nAdvice was given to 40 people.":     "",
		"The report was embargoed until 31 July.":                              "",
		"Age and date of birth are asked for, and kept.":                       "",
		"See https://example.scot/news/3112990013 for more.":                   "",
	} {
		got := privateIn(text)
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q; want %q", text, got, want)
		}
	}
}
