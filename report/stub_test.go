package report

import "testing"

func TestIsStub(t *testing.T) {
	for _, s := range []string{
		"", " \n\t", "TBC", "tbc.", "**TBD**", "[TBC]", "(to follow)", "To be confirmed", "to be\nadded …", "xxx", "XXXX", "???", "...", "…", "-", "—",
		"N/A", "TODO", "Lorem ipsum dolor sit amet, consectetur", "STUB: assess outcome 1 (regulation 3(a)(i)).\n\nMore of it.", "> STUB: x",
		"<!-- write here -->", "<!-- a -->\n\nTBC\n<!-- b\n-->", "<!-- never closed", "# TBC", "Pending",
	} {
		if !IsStub(Text{Markdown: s}) {
			t.Errorf("%q says something", s)
		}
	}
	for _, s := range []string{
		"None.", "No", "We improved care at home. Figures TBC.", "The date is to be confirmed by the board.", "x", "Draft guidance was used.",
		"<!-- checked --> Care at home grew.", "The stub: a railway term", "0", "{{ value \"NI12\" }}",
	} {
		if IsStub(Text{Markdown: s}) {
			t.Errorf("%q is held to be a stub", s)
		}
	}
}
