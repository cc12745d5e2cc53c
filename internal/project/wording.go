package project

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// Wording is what an authority says in the place of sentences of apr's own, each a text in
// Markdown; an empty one leaves the sentence out. What the law asks for isn't among them,
// nor what a table or a figure needs to be understood.
type Wording struct {
	Indicators   yamlpos.Text `yaml:"indicators,omitempty" jsonschema:"description=In the place of the paragraph above the tables of the core suite: what the tables hold and how better and worse are judged"`
	Framework    yamlpos.Text `yaml:"performance_framework,omitempty" jsonschema:"description=In the place of the paragraph at the head of the performance framework: local measures stand beside the core suite"`
	Targets      yamlpos.Text `yaml:"performance_targets,omitempty" jsonschema:"description=In the place of the sentence above the lists of performance targets: that they are prepared and reviewed each year"`
	Principles   yamlpos.Text `yaml:"principles,omitempty" jsonschema:"description=In the place of the sentence above the integration delivery principles: that section 31(1) states them"`
	CareGroups   yamlpos.Text `yaml:"care_groups,omitempty" jsonschema:"description=In the place of the paragraph above the spend on key care groups: that they cut across the matters"`
	FinanceNotes yamlpos.Text `yaml:"financial_notes,omitempty" jsonschema:"description=In the place of the paragraph above the notes on the financial data: that checks asked and the authority explains"`
	OtherAreas   yamlpos.Text `yaml:"other_areas,omitempty" jsonschema:"description=In the place of the sentence above the table of other areas' values: whose values they are"`
	OtherLists   yamlpos.Text `yaml:"other_outcomes,omitempty" jsonschema:"description=In the place of the paragraph above each list of outcomes beyond the nine: where they are from and that no regulation asks for them"`
	Grades       yamlpos.Text `yaml:"grades,omitempty" jsonschema:"description=In the place of the paragraph above the grades of care services: what the grades mean and how many services are good"`
	SetAside     yamlpos.Text `yaml:"checks_set_aside,omitempty" jsonschema:"description=In the place of the paragraph above the checks that apr.yaml sets aside; the table with the reasons stays"`
	Accessible   yamlpos.Text `yaml:"accessibility,omitempty" jsonschema:"description=In the place of the paragraph at the head of the accessibility of the report: which law asks for a statement"`
	Provisions   yamlpos.Text `yaml:"provisions,omitempty" jsonschema:"description=In the place of the sentence above the table of provisions: which law says what the report must contain"`
	Checked      yamlpos.Text `yaml:"what_was_checked,omitempty" jsonschema:"description=In the place of the sentence above the table of provisions that says what a program checked and what only people can judge"`
}

// words checks the words that apr.yaml gives in the place of apr's own, in the report's language
// or in English.
func (c *configChecker) words() {
	words := c.config.Words
	if len(words) == 0 {
		return // as in most projects: the rows are hundreds
	}
	known := wording.Given()
	for _, english := range slices.Sorted(maps.Keys(words)) {
		path := yamlpos.Join("words", english)
		switch {
		case !slices.Contains(known, english):
			hint := source.DidYouMean(english, known)
			switch {
			case slices.Contains(wording.Rows(), english):
				hint = "apr prints it as it is in any report; a title of the report's own stands under title"
			case hint == "":
				hint = "a sentence of apr's is put in other words under wording"
			}
			c.add("unknown-value", path, hint, "%q isn't a heading, a label or a sentence of apr's that can be given in other words", english)
		default:
			c.wordsFor(path, english, words[english])
		}
	}
}

// wordsFor checks the words that stand for a row.
func (c *configChecker) wordsFor(path, english, words string) {
	row, form := wording.CutForm(english)
	switch most := max(longestWords, timesAsLong*utf8.RuneCountInString(english)); {
	case words == "" && slices.ContainsFunc(c.problems.List(), func(p *source.Problem) bool { return p.Position == c.config.PositionOf(path) }):
		// a list or a mapping, which is reported already
	case strings.TrimFunc(words, invisible) == "":
		c.add("missing-key", path, "write the words, or leave the key out", "%q has no words", english)
	case strings.ContainsFunc(words, isControl):
		c.add("unknown-value", path, "take it out: which way letters run follows from the letters", "the words for %q have the invisible character U+%04X", english, []rune(words[strings.IndexFunc(words, isControl):])[0])
	case form != "" && !wording.HasForm(c.config.Language, form):
		c.add("unknown-value", path, "take it out", "%s has no form %s of numbers, and the words are never printed", cmp.Or(c.config.Language, "English"), strings.TrimSpace(form))
	case wording.LooseBrackets(words):
		c.add("unknown-value", path, "write a place as "+placesOf(english)+", in small letters and without blanks", "the words for %q have a curly bracket that is of no place", english)
	case !wording.SamePlaces(row, words) && !(form != "" && wording.SamePlaces(row, words+"{number}")):
		hint := "write " + placesOf(row) + ", in any order"
		if len(wording.Places(row)) == 0 {
			hint = "take the places out"
		}
		c.add("unknown-value", path, hint, "%q is given with %s; the words that it stands for have %s", english, placesOf(words), placesOf(row))
	case utf8.RuneCountInString(words) > most:
		c.add("unknown-value", path, fmt.Sprintf("write them in %d characters or fewer; a text of your own stands in the narrative", most), "the words for %q have %d characters", english, utf8.RuneCountInString(words))
	default:
		c.turned(path, english, words)
	}
}

// Words for a row are no longer than so many characters, or so many times the English.
const (
	longestWords = 200
	timesAsLong  = 4
)

// invisible reports whether a character takes no ink.
func invisible(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// isControl reports whether a character is a control, or embeds or overrides the direction of
// a line; the marks of direction, U+200E and U+200F, may be needed.
func isControl(r rune) bool {
	return unicode.IsControl(r) && !unicode.IsSpace(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// placesOf names the places of a row: "{year} and {units}".
func placesOf(row string) string {
	places := wording.Places(row)
	for i, p := range places {
		places[i] = "{" + p + "}"
	}
	if len(places) == 0 {
		return "no places"
	}
	return wording.List(places)
}
