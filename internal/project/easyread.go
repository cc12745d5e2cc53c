package project

import (
	"strings"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// EasyReadFile is the narrative's file with the texts of the Easy Read version.
const EasyReadFile = "easy-read.yaml"

// EasyRead is easy-read.yaml: the Easy Read version of the report, in texts of its own.
// No law asks for it; a report without the file has none. In its texts each paragraph is
// one idea, and the picture before a paragraph stands beside it.
type EasyRead struct {
	About    yamlpos.Text    `yaml:"about,omitempty" jsonschema:"description=What this report is; in the place of apr's own sentences"`
	WhatWeDo yamlpos.Text    `yaml:"what_we_do,omitempty" jsonschema:"description=Who we are and what we do"`
	Better   yamlpos.Text    `yaml:"what_got_better,omitempty" jsonschema:"description=What got better in the year"`
	Worse    yamlpos.Text    `yaml:"what_did_not,omitempty" jsonschema:"description=What did not get better in the year"`
	Money    yamlpos.Text    `yaml:"money,omitempty" jsonschema:"description=How much money was spent and on what"`
	Next     yamlpos.Text    `yaml:"what_comes_next,omitempty" jsonschema:"description=What we will do next"`
	TellUs   yamlpos.Text    `yaml:"tell_us,omitempty" jsonschema:"description=How people can tell us what they think and ask for other formats"`
	Words    []HardWord      `yaml:"words,omitempty" jsonschema:"description=Hard words that the texts use; each with what it means"`
	Position source.Position `yaml:"-"`
}

// HardWord is a word that the Easy Read version uses and explains.
type HardWord struct {
	Word     string          `yaml:"word" jsonschema:"required,description=The word or the abbreviation"`
	Meaning  yamlpos.Text    `yaml:"meaning" jsonschema:"required,description=What it means in one or two short sentences"`
	Position source.Position `yaml:"-"`
}

// EasyPart is a part of the Easy Read version with a text.
type EasyPart struct {
	// Key is the part's in easy-read.yaml; Title is its heading.
	Key, Title string
	Text       yamlpos.Text
}

// Parts are those with a text, in order, whether there is one or not.
func (e *EasyRead) Parts() []EasyPart {
	return []EasyPart{
		{"what_we_do", "What we do", e.WhatWeDo},
		{"what_got_better", "What got better", e.Better},
		{"what_did_not", "What did not get better", e.Worse},
		{"money", "Money", e.Money},
		{"what_comes_next", "What comes next", e.Next},
		{"tell_us", "Tell us what you think", e.TellUs},
	}
}

// HasEasyRead reports whether the narrative has the file of the Easy Read version.
func (n *Narrative) HasEasyRead() bool {
	_, has := n.positions[EasyReadFile]
	return has
}

// easyTexts begins the names of the texts that only the Easy Read version prints.
var easyTexts = strings.TrimSuffix(EasyReadFile, ".yaml") + "."

// IsOfEasyRead reports whether a text, by its name as of EachText, is printed in the Easy
// Read version of the report and nowhere else.
func IsOfEasyRead(name string) bool { return strings.HasPrefix(name, easyTexts) }
