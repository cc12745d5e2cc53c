package claims

import (
	"strings"
	"testing"
)

// Two columns of prose are read one after the other, and tables are left as they are. Each byte stays
// in its place.
func TestInColumns(t *testing.T) {
	const page = "LIVING WELL                                    GENERAL PRACTICE\n" +
		"                                               Experience of GP care is good. At\n" +
		"72.9% of adults agreed that they                70.8% it has gained 3.7 points since\n" +
		"were helped to live independently               2023/24 and is well ahead of the re-\n" +
		"(NI2), up from 70.4% in 2023/24. The            corded share across Scotland.\n" +
		"change is “small”.                              It’s up.\n" +
		"\n" +
		"A line that goes over the width of both columns of the page ends them, as this one.\n" +
		"Care homes and adult placements                 29.8          12.0%\n" +
		"Support for unpaid carers here                  2.9            1.2%\n" +
		"Other social care in the area                   57.1          23.1%\f"
	left, right := inColumns(page)
	if len(left) != len(page) || len(right) != len(page) {
		t.Fatalf("%d and %d bytes, want %d", len(left), len(right), len(page))
	}
	for i := range len(page) {
		if l, r := left[i], right[i]; l != page[i] && r != page[i] || l != ' ' && r != ' ' && l != '\n' && l != '\f' {
			t.Fatalf("byte %d is %q in the one column and %q in the other", i, l, r)
		}
	}
	words := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	if got, want := words(right), "GENERAL PRACTICE Experience of GP care is good. At 70.8% it has gained 3.7 points since 2023/24 and is well ahead of the re- corded share across Scotland. It’s up."; got != want {
		t.Errorf("the right column is %q, want %q", got, want)
	}
	if got := words(left); !strings.HasPrefix(got, "LIVING WELL 72.9% of adults agreed that they were helped to live") || !strings.Contains(got, "Support for unpaid carers here 2.9 1.2%") {
		t.Errorf("the left column is %q", got)
	}
	plain, out := pages(right)
	if got, want := words(plain), "Experience of GP care is good. At 70.8% it has gained 3.7 points since 2023/24 and is well ahead of the recorded share across Scotland. It’s up."; got != want || out.Headings != 1 {
		t.Errorf("read of the right column: %q, %+v; want %q and a heading left out", got, out, want)
	}
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

// A board paper's Markdown has numbered paragraphs, and bits of HTML.
func TestPlainMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"## 2. Recommendations\n\n4.2 71.4% said so.<sup>1</sup>": "##    Recommendations\n\n    71.4% said so.     1      ",
		"an overspend of &pound;0.9m<br>in all":                   "an overspend of      £0.9m    in all",
		"falls <5 and 3 > 2\n\n24 commitments, 12.5 per cent":     "falls <5 and 3 > 2\n\n24 commitments, 12.5 per cent",
		"<!-- no claim: ours -->It fell.":                         "<!-- no claim: ours -->It fell.",
		"the rate was\n24.1 A year before":                        "the rate was\n24.1 A year before",
	} {
		if got := plainMarkdown(text); got != want || len(got) != len(text) {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
}

// A change is since the year that the sentence before named, or since the one before the reporting year.
func TestBasesOfTheSentenceBefore(t *testing.T) {
	facts := textsOf(t, onCarrickmoor).facts
	for text, want := range map[string]Verdict{
		"Emergency bed days (NI13) peaked at 121,040 in 2022/23. They are 7.4% lower now.":                  Confirmed,
		"Emergency bed days (NI13) were 112,030 in 2025, down from 121,040 in 2022/23. That is 7.4% lower.": Confirmed,
		"Emergency bed days (NI13) were 121,040 in 2022/23. They are 8.6% lower now.":                       Contradicted,
		"Emergency bed days (NI13) are at 112,030. They are 7.4% lower than a year ago.":                    Contradicted,
		"The falls rate (NI16) was 24.1 in 2025. The incomplete figure for financial year 2025/26 is 24.2.": Unread,
		"The falls rate (NI16) was 23.6 in 2024/25. The figure for 2025/26 is 24.2.":                        Contradicted,
		"The falls rate (NI16) was 23.9 in the financial year 2024/25.":                                     Contradicted,
	} {
		reading := Read(facts, []Text{NewText("paper.md", text)})
		last := reading.Claims[len(reading.Claims)-1].Verdict
		if reading.Count(Contradicted) > 0 {
			last = Contradicted
		}
		if last != want {
			t.Errorf("%q: %s, want %s", text, last, want)
		}
	}
}
