package impossible

import (
	"slices"
	"strings"
	"testing"

	"apr/internal/lazyregexp"
)

// What can't be is found; what looks like it and can be isn't.
func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		// Days.
		"It opened on 31 April 2025.":                 "no 31 April 2025: April has 30 days",
		"On 30 February 2026 it closed.":              "no 30 February 2026: February has 28 days",
		"On 29 February 2026 it closed.":              "no 29 February 2026: February 2026 has 28 days",
		"From 31st November to 2 December it rained.": "no 31st November: November has 30 days",
		"We met on 0 May 2025.":                       "no 0 May 2025",
		"We met on 32 May 2025.":                      "no 32 May 2025: May has 31 days",
		"The plan ends on September 31, 2026.":        "no September 31, 2026",
		"It was signed on 31/09/2025.":                "no 31/09/2025: September has 30 days",
		"It was signed on 12/13/2025.":                "12 months",
		"Approved 2026-06-31.":                        "no 2026-06-31",
		"On 29 February 2024 it closed.":              "",
		"On 31 March 2026 it closed.":                 "",
		"On 29 February it closed.":                   "",
		"We saw the 31 June referrals within a week.": "",
		"In 2025 31 June referrals came.":             "",
		"We met on 31 May and 30 June.":               "",
		// Amounts.
		"It cost £310,00 a year.":                    `"£310,00" are grouped`,
		"It cost £1,310,00 a year.":                  `"£1,310,00" are grouped`,
		"It cost £31,0000 a year.":                   `"£31,0000" are grouped`,
		"Some 1,234,56 people came.":                 `"1,234,56" are grouped`,
		"It cost £480,000 million.":                  `"£480,000 million" can't be`,
		"It cost £7.2m million.":                     "unit twice",
		"It cost £310,000.00 a year.":                "",
		"It cost £1,350 million across the region.":  "",
		"It cost £310,000, and £5,200 for the rent.": "",
		"The NHS in Scotland spent £18.2 billion.":   "",
		"Rooms 10,12 and 14 were let for £10, £12.":  "",
		// A part and its whole.
		"By March 310 of 301 visits were made.":               "310 of 301",
		"All but few: 310 out of the 301 visits were made.":   "310 out of the 301",
		"We made fifteen of our twelve visits.":               "fifteen of our twelve",
		"By March 301 of 310 visits were made.":               "",
		"Regulation 9 of 2014 and section 42 of the 3 parts.": "",
		"Ward 12 of the three hospitals was closed.":          "",
		"By the end of March, 31 of 12 months.":               "",
		"The plan of 2024 has 12 of the 9,000 words it had.":  "",
		"In 2026 of 300 visits none was late.":                "",
		"Some 120% of 300 hours were used.":                   "",
		"We were open 310 of 365 days.":                       "",
		// Parts that are more together.
		"Of its 14 actions six are met, seven are under way and two are behind.":               "15 together",
		"Of our 9 goals five were achieved, three delayed and two not started.":                "10 together",
		"Of the 10 targets 6 were green, 3 amber and 2 red.":                                   "11 together",
		"Of its 14 actions six are met, seven are under way and one is behind.":                "",
		"Of its 14 staff nine were trained in lifting and eight in first aid.":                 "",
		"Of the 10 targets 6 were green and 7 improved, including 3 that were amber.":          "",
		"Of its 14 actions six are met. Seven of the others are under way and two are behind.": "",
	} {
		var got []string
		for _, f := range Find(text) {
			if f.Start < 0 || f.End > len(text) || f.Start >= f.End {
				t.Errorf("%q: %d to %d", text, f.Start, f.End)
			}
			got = append(got, f.Message)
		}
		if all := strings.Join(got, "\n"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: got %q, want %q", text, all, want)
		}
	}
}

// partAnywhere and wholeAnywhere are partHere and wholeHere at any place of a text.
var (
	partAnywhere  = lazyregexp.Lazy(`(?i)\b` + count + `\s+(?:out\s+)?of\s+(?:the|our|its|their|all|these|those)?\s*` + count + `\s+(\pL[\pL-]+)`)
	wholeAnywhere = lazyregexp.Lazy(`(?i)\b` + count + `\s+(\pL[\pL-]+)(?:(?:\s+[\pL’'-]+){0,6}?(?:,?\s+of\s+(?:which|whom),?|:)|(?:\s+[\pL’'-]+){0,8}?\.\s+Of\s+(?:these|them|those),?)\s`)
)

func FuzzFind(f *testing.F) {
	f.Add("On 31 June 2026 240 of 204 plans cost £240,00.")
	f.Add("On the 31st\nof\tJune, September\n31, 2026, 31/09/2025 and (2026-06-31).")
	f.Add("TWELVE\nOUT OF  ten visits. Of\nits 14 actions six are met, seven are under way and two are behind. 31,0000")
	f.Add("12 teams with two leads, of which 5 (3 of them, 40 others: ) and 3 homes\u00a0for ten. Of these, five: (6 plans: a")
	f.Add("1,234,12 of 5 of 3 plans, 12 out of 10 of 9 visits, X12 of 3 beds, 1234567 of the20 homes of all 12 Of 5 places.")
	f.Fuzz(func(t *testing.T, text string) {
		got := Find(text)
		may := look(text)
		if want := find(text, mayHave{true, true, true, true, true, may.parts, may.wholes, 2}); !slices.Equal(got, want) {
			t.Fatalf("%v were found, and %v by looking for all", got, want)
		}
		if got, want := partsIn(text, may.parts), partAnywhere().FindAllStringSubmatchIndex(text, -1); !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("parts at %v, and with one expression at %v", got, want)
		}
		if got, want := wholesBefore(text, may.wholes), wholeAnywhere().FindAllStringSubmatchIndex(text, -1); !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("wholes at %v, and with one expression at %v", got, want)
		}
		for _, x := range got {
			if x.Start < 0 || x.End > len(text) || x.Start >= x.End {
				t.Fatalf("%d to %d of %d", x.Start, x.End, len(text))
			}
		}
	})
}

// A list has as many items as is said of it, and parts come to their whole.
func TestCountsOfWhatIsListed(t *testing.T) {
	for text, want := range map[string]string{
		"It has five priorities: **a**, **b**, **c** and **d**.":                                                     "the text has five priorities, and the list behind it 4",
		"It has four priorities: **a**, **b**, **c** and **d**.":                                                     "",
		"We learned three things:\n\n- ask earlier\n- write less\n\nWe did.":                                         "the text has three things, and the list behind it 2",
		"We learned three things:\n\n- ask earlier\n  - and again\n- write less\n- stay\n\nWe did.":                  "",
		"We learned three things:\n\n1. ask\n   them\n2. write\n3. stay":                                             "",
		"Two of our five priorities:\n\n- a\n- b":                                                                    "",
		"In two years the teams did this:\n\n- a\n- b\n- c":                                                          "",
		"These are the four aims of our plan:\n\n- a\n- b\n- c":                                                      "four aims of our plan, and the list behind it 3",
		"It has three aims:\n\nThe first is this.":                                                                   "",
		"Fourteen of the 152 places are poor: eleven in Strathmoor, four in Glenside.":                               "the parts eleven and four are 15 together, and the text has fourteen",
		"Fourteen of the 152 places are poor: eleven in Strathmoor, three in Glenside.":                              "",
		"Fourteen are poor: eleven in Strathmoor and two in Glenside. The coast has none.":                           "are 13 together",
		"Three inspections, two of them new, ended in advice: three for care at home and two for the wards.":         "",
		"Fourteen are poor: eleven in Strathmoor.":                                                                   "",
		"We opened nine clinics: two in the north and, in May, one on the coast.":                                    "",
		"It took nine weeks: people waited two in the north, four in the south.":                                     "",
		"The plan has 24 commitments, of which 14 were met, six in part and three not.":                              "the parts 14 met, six in part, three not are 23 together, and the text has 24 commitments",
		"The plan has 24 commitments, of which 15 were met, six in part and three not.":                              "",
		"It contains 26 commitments, and its third and\nlast year ended with 15 met, six met in part and three not.": "are 24 together, and the text has 26 commitments",
		"It contains 26 commitments, and its last year ended with 15 met, six met in part and three not met.":        "are 24 together, and the text has 26 commitments",
		"It ended with 15 of its 24 commitments met, six met in part and three not met.":                             "",
		"It ended with 14 of its 24 commitments met, six met in part and three not met.":                             "are 23 together, and the text has 24 commitments",
		"Of its 12 commitments five are met, six are under way and two, fewer falls, are behind.":                    "the parts five, six and two are 13 together",
		"Of its 12 commitments five are met, six are under way and one, fewer falls, is behind.":                     "",
		"Of its 12 commitments four are met, six are under way and one, fewer falls, is behind.":                     "are 11 together",
		"Of its 12 commitments four are met, six are under way, one is behind and the rest new.":                     "",
		"Of its 12 commitments four are met and six are under way.":                                                  "",
		"The plan has 24 commitments, of which 15 were met.":                                                         "",
	} {
		var got []string
		for _, f := range Find(text) {
			got = append(got, f.Message)
		}
		if all := strings.Join(got, "\n"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: got %q, want %q", text, all, want)
		}
	}
}
