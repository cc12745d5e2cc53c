package leftovers

import (
	"strings"
	"testing"

	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// unfinishedIn are the messages on a foreword.
func unfinishedIn(text string) string {
	n := &project.Narrative{}
	n.Opening.Foreword = yamlpos.NewText(text, source.Position{File: "narrative/opening.yaml", Line: 2, Column: 3})
	r := &project.Project{Config: &project.Config{Year: period.Year(2025)}, Narrative: n}
	var got []string
	for _, f := range Read(r).Unfinished() {
		got = append(got, f.Message)
	}
	return strings.Join(got, "\n")
}

// A paragraph that ends in the middle of a sentence breaks off; headings, lists and what
// leads to a list don't.
func TestBrokenOff(t *testing.T) {
	for text, want := range map[string]string{
		"The hall was let. Its rent was met by":                                   `"… Its rent was met by"`,
		"Our nurses went to see the":                                              `"… nurses went to see the"`,
		"We opened two clinics. More will be opened in\n\nThe plan has a map.":    `breaks off`,
		"Staff were asked what they need, and in answer to them a new rota,":      `breaks off`,
		"It was hard. We could do it with the help of volunteers, neighbours and": `breaks off`,

		"The hall was let. Its rent was met by the council.":                         "",
		"Where the money comes from\n\nIt comes from two partners.":                  "",
		"**Who we are**\n\nWe are a board.":                                          "",
		"What we paid for":                                                           "",
		"We agreed to\n\n- open a clinic\n- close a ward.":                           "",
		"It was a good year. It will be shown by\n\n| a | b |\n|---|---|\n| 1 | 2 |": "",
		"- who they work with\n- what they ask for":                                  "",
		"### What it is made of":                                                     "",
		"Yours sincerely,\n\nJo Burn":                                                "",
		"It was paid in March. That is what they were used to[^1]":                   "breaks off",
		"The cost was {{ spend \"total\" }}":                                         "",
		"She said: \"This is the house I want to live in.\"":                         "",
	} {
		got := unfinishedIn(text)
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// What a chat program says around the text that it writes is left over.
func TestChatLeftOver(t *testing.T) {
	for text, left := range map[string]bool{
		"Sure! Here's the text in a warmer tone:\n\nThe clinic opened in May.":         true,
		"Of course. Here are three ways to say it.\n\nThe clinic opened in May.":       true,
		"Here is a shortened draft of the section.\n\nThe clinic opened in May.":       true,
		"The clinic opened in May.\n\nI hope this helps!":                              true,
		"The clinic opened. Let me know if you'd like me to add figures.":              true,
		"The clinic opened. Would you like me to make it shorter?":                     true,
		"As an AI assistant I can't see the ledger. The clinic opened in May.":         true,
		"I've reworded the paragraph. The clinic opened in May.":                       true,
		"The clinic opened. Feel free to adjust the wording.":                          true,
		"Here is the clinic's new door. It opened in May.":                             false,
		"Of course we know that people wait. The clinic opened in May.":                false,
		"As an AI pilot site we read X-rays with a program. It opened in May.":         false,
		"A carer said: “I hope this helps others who care.” The clinic opened in May.": false,
		"We are sure! The clinic is full.":                                             false,
		"Let me know if you are ill, says the poster. It hangs in each hall.":          false,
		"The revised version of the plan is on our site.":                              false,
	} {
		if got := unfinishedIn(text); strings.Contains(got, "a program that writes texts") != left {
			t.Errorf("%q: got %q, want it left over: %v", text, got, left)
		}
	}
}

// A sentence that ends with an article or a conjunction has lost words, wherever it stands;
// one may end with a preposition that belongs to its verb.
func TestCutShort(t *testing.T) {
	for text, want := range map[string]string{
		"It went to the two neighbourhoods with the. The part of children fell.": `"… with the."`,
		"The wait fell for a. It is shorter now.":                                "breaks off",
		"We asked carers and. They told us.":                                     "breaks off",
		"The plan of the, and its aims, are new.":                                "breaks off",
		"- Fewer falls because. We asked.":                                       "breaks off",
		"It cost more than. We paid it.":                                         "breaks off",

		"This this report is about both.":                                        `the word "this" stands twice`,
		"It has the services of of adults.":                                      `the word "of" stands twice`,
		"They asked for the\nthe bus.":                                           `the word "the" stands twice`,
		"What it is is hard to say, and that that is so we know. He had had it.": "",
		"In the end we, we who stayed, agreed.":                                  "",
		"It is for {{ value \"NI12\" }} for all.":                                "",
		"It was for *for* that we voted.":                                        "",
		"We asked whom they live with. They told us.":                            "",
		"That is what it was made of. We kept it.":                               "",
		"We know where they come from. It is near.":                              "",
		"He was given vitamin A. It helped.":                                     "",
		"It is in annex a. The next has the rest.":                               "",
		"We say \"the\". It is a word.":                                          "",
		"It is theirs and ours. We share it.":                                    "",
		"We, the board, and they, the people.":                                   "",
		"It was an {{ value \"NI12\" }}. We count on.":                           "",
		"> I went there with the. It was hard to say.\n\nWe listened.":           "",
		"It opens at 10 a.m. on weekdays. The bus stops there.":                  "",
		"Families told us what they look to. We look into it.":                   "",
	} {
		got := unfinishedIn(text)
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
