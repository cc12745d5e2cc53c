package sentence

import (
	"fmt"
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// A block of somebody's words is in paragraphs, and has who said them behind a dash, below it, or above it.
func TestQuotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"> Falls **fell** to\n> 3%. They did.\n>\n> Thank you.\n>\n> — **Jo Bell**, Chair\n\nx", "Falls fell to 3%. They did.|Thank you. by Jo Bell, Chair"},
		{"> Falls fell.\n> -- Jo Bell\n", "Falls fell. by Jo Bell"},
		{"> Falls fell — by half. – Jo Bell", "Falls fell — by half. by Jo Bell"},
		{"> Falls fell — by half.\nThey did.", "Falls fell — by half. They did."},
		{"> Falls fell.\n\n— Jo Bell, Chair\n", "Falls fell. by Jo Bell, Chair"},
		{"> Falls fell.\n\nx\n\n— Jo Bell, Chair\n", "Falls fell."},
		{"It was hard. Our Chair said:\n\n> Falls fell.", "Falls fell. before Our Chair said:"},
		{"> — Jo Bell", "— Jo Bell"},
		{"> - Falls fell.\n> - Beds rose.\n> # Head\n> | a | b |", "Falls fell.|Beds rose."},
		{"::: {.quotation by=\"a carer's friend\"}\nFalls fell.\n\nThey did.\n:::\nx", "Falls fell.|They did. by a carer's friend"},
	} {
		p := NewPassage("a", yamlpos.NewText(c.text, source.Position{File: "f.yaml", Line: 1, Column: 1}))
		if len(p.Quotations) != 1 {
			t.Errorf("%q: %d quotations", c.text, len(p.Quotations))
			continue
		}
		q := p.Quotations[0]
		var words []string
		for _, s := range q.Paragraphs {
			words = append(words, trimWords(string(p.Plain[s.Start:s.End])))
		}
		got := strings.Join(words, "|")
		if q.By != "" {
			got += " by " + q.By
		}
		if q.Before != "" {
			got += " before " + q.Before
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// Words between quotation marks are found with the rest of their sentence; terms of one word aren't words of somebody.
func TestSpoken(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`Good. Our Chair said: "Falls fell. They did." Beds rose.`, "[Our Chair said:|Falls fell. They did.|Beds rose]"},
		{`"Falls fell," said Jo, "and beds rose." So what?`, "[|Falls fell,|said Jo,] [said Jo,|and beds rose.|So what]"},
		{"She said: 'The carers' fund fell.' It's so.", "[She said:|The carers' fund fell.|It's so]"},
		{"The “hub” and the “falls team” met.", "[The “hub” and the|falls team|met]"},
		{`It was 6" and "open`, ""},
		{"The boys' club, 'tis said, fell. The girls' did.", ""},
	} {
		p := NewPassage("a", yamlpos.NewText(c.text, source.Position{File: "f.yaml", Line: 1, Column: 1}))
		var got []string
		for _, s := range p.Spoken(p.Blocks[0]) {
			text := func(at Span) string { return strings.TrimSpace(string(p.Plain[at.Start:at.End])) }
			got = append(got, fmt.Sprintf("[%s|%s|%s]", text(s.Before), text(s.Words), text(s.Behind)))
		}
		if list := strings.Join(got, " "); list != c.want {
			t.Errorf("%q: %s, want %s", c.text, list, c.want)
		}
	}
}
