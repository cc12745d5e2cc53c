package markup

import (
	"slices"
	"strings"
	"testing"
)

// TestPages leaves out what isn't prose in the text of a PDF's pages: rows of
// tables, cells by themselves and headings.
func TestPages(t *testing.T) {
	text := "Performance\n\nEmergency admissions fell by 2.2%.\n\nArea        2024/25    2025/26\nCarrickmoor  11,398     11,152\n\nan overspend of £1.4m\n\n" +
		"• Falls: up 2.1%\n\f"
	got, left := pages(text)
	if len(got) != len(text) {
		t.Fatalf("%d bytes, want %d", len(got), len(text))
	}
	if want := []string{"Emergency admissions fell by 2.2%.", "-   Falls: up 2.1%"}; !slices.Equal(strings.FieldsFunc(strings.TrimSpace(spaces(got)), func(r rune) bool { return r == '|' }), want) {
		t.Errorf("%q, want %q", spaces(got), want)
	}
	if left.Headings != 1 || left.Tables != 3 {
		t.Errorf("left out %+v", left)
	}
}

// spaces puts a bar between the lines that have text.
func spaces(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "|")
}

// Words that a line breaks are put together, but for those that have a hyphen elsewhere.
func TestWholeWords(t *testing.T) {
	for text, want := range map[string]string{
		"the na-\n  tional rate": "the     national rate", "a long-\nterm plan, long-term": "a  long-term plan, long-term", "NI-\n12": "NI-\n12", "of 3-\nmonth": "of 3-\nmonth",
	} {
		if got := wholeWords(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Lines that head and end several pages are left out, and a sentence goes on over them.
func TestRunningHeads(t *testing.T) {
	head, foot := "Ardenmuir Partnership\nAnnual Report 2025-26\n\n", "\n\nPage 1 of 3\n\f"
	text := head + "Days delayed came down to 898, which is a fall" + foot + head + "of 7.5% in a year. Falls rose." + foot + head + "They rose by 2.8%." + foot
	got, left := pages(text)
	if len(got) != len(text) {
		t.Fatalf("%d bytes, want %d", len(got), len(text))
	}
	if got, want := spaces(got), "Days delayed came down to 898, which is a fall of 7.5% in a year. Falls rose.|They rose by 2.8%."; strings.Join(strings.Fields(got), " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
	if left.Headings != 9 {
		t.Errorf("%d lines left out, want 9", left.Headings)
	}
}

// Numbers begin paragraphs of a board paper, but not within a sentence.
func TestNumbersOfParagraphs(t *testing.T) {
	for text, want := range map[string]string{
		"3. Falls\n3.1 Falls rose to 24.1 per 1,000.\n3.2 Scotland had 24.2.": "3. Falls||Falls rose to 24.1 per 1,000.||Scotland had 24.2.",
		"It rose, with\n4.2 Falls a day and then\n4.5 Falls.":                 "It rose, with|4.2 Falls a day and then|4.5 Falls.",
		"It fell.\n4.2 million people live there.":                            "It fell.|4.2 million people live there.",
		"It fell.\n24.1 per 1,000 people fell.":                               "It fell.|24.1 per 1,000 people fell.",
		"It fell.\n2.1 £16.8m was spent.":                                     "It fell.||£16.8m was spent.",
	} {
		got, _ := pages(text)
		if lines := strings.ReplaceAll(strings.ReplaceAll(strings.Join(strings.Fields(strings.ReplaceAll(got, "\n", " | ")), " "), " | ", "|"), "| ", "|"); lines != want || len(got) != len(text) {
			t.Errorf("%q: %q, want %q", text, lines, want)
		}
	}
}

// A short line above a paragraph is its heading, and no part of its first sentence.
func TestHeadingsAboveText(t *testing.T) {
	for text, want := range map[string]string{
		"Falls\nMore older people fell and were admitted to hospital.\n":         "More older people fell and were admitted to hospital.",
		"Going in as an emergency\nThere were 11,152 emergency admissions.\n":    "There were 11,152 emergency admissions.",
		"It rose.\nHaving a Say\n68.5% had a say, and that is more than before.": "It rose.|68.5% had a say, and that is more than before.",
		"The rate fell in\nCarrickmoor and Scotland, to 24.1.":                   "The rate fell in|Carrickmoor and Scotland, to 24.1.",
		"PRIORITY 1: EARLY HELP\nThe rate is 24.1.":                              "The rate is 24.1.",
		"Emergency admissions fell to 11,152\nper 100,000 adults.":               "Emergency admissions fell to 11,152|per 100,000 adults.",
	} {
		if got, _ := pages(text); spaces(got) != want {
			t.Errorf("%q: %q, want %q", text, spaces(got), want)
		}
	}
}
