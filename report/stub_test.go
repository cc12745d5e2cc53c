package report

import (
	"testing"

	"apr/internal/source"
)

func TestIsStub(t *testing.T) {
	for _, s := range []string{
		"", " \n\t", "TBC", "tbc.", "**TBD**", "[TBC]", "(to follow)", "To be confirmed", "to be\nadded …", "xxx", "XXXX", "???", "...", "…", "-", "—",
		"N/A", "TODO", "Lorem ipsum dolor sit amet, consectetur", "STUB: assess outcome 1 (regulation 3(a)(i)).\n\nMore of it.", "> STUB: x",
		"LAST YEAR: this is the text of 2024/25.\n\nCare at home grew.",
		"<!-- write here -->", "<!-- a -->\n\nTBC\n<!-- b\n-->", "<!-- never closed", "# TBC", "Pending",
	} {
		if !IsStub(Text{Markdown: s}) {
			t.Errorf("%q says something", s)
		}
	}
	for _, s := range []string{
		"None.", "No", "We improved care at home. Figures TBC.", "The date is to be confirmed by the board.", "x", "Draft guidance was used.",
		"<!-- checked --> Care at home grew.", "The stub: a railway term", "Last year: a good one", "0", "{{ value \"NI12\" }}",
	} {
		if IsStub(Text{Markdown: s}) {
			t.Errorf("%q is held to be a stub", s)
		}
	}
}

func TestLastYearsTextShowsThatItIs(t *testing.T) {
	at := source.Position{File: "narrative/opening.yaml", Line: 3, Column: 5}
	text := NewText("LAST YEAR: this is the text of 2024/25. Bring it up\nto date.\n\nWe spent {{ spend \"total\" }}.\n", at)
	if !IsLastYears(text) {
		t.Error("isn't held to be last year's")
	}
	shown := Shown(text)
	if want := "LAST YEAR: this is the text of 2024/25. Bring it up\nto date."; shown.Markdown != want || shown.At(0) != at {
		t.Errorf("shows %q at %s", shown.Markdown, shown.At(0))
	}
	mine := NewText("We spent it.\n\nAll of it.\n", at)
	if IsLastYears(mine) || Shown(mine).Markdown != mine.Markdown {
		t.Error("this year's text isn't shown whole")
	}
}
