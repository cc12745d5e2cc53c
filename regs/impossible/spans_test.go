package impossible

import (
	"strings"
	"testing"
)

func TestSpansThatEndBeforeTheyBegin(t *testing.T) {
	for text, want := range map[string]string{
		"Ward 2 was closed between 6 October 2026 and 31 March 2026.":           "6 October 2026 … 31 March 2026",
		"From 1 April 2025 to 31 March 2025 we answered 40 letters.":            "1 April 2025 … 31 March 2025",
		"The survey ran from 14 May 2025 until 2 May 2025.":                     "14 May 2025 … 2 May 2025",
		"It covers 1st April 2025 – 31st March 2025.":                           "1st April 2025 … 31st March 2025",
		"Between October 2025 and March 2025 the ward was closed.":              "October 2025 … March 2025",
		"People waited from Nov 2025 to Sept 2025.":                             "Nov 2025 … Sept 2025",
		"Between 6 October 2025 and 31 March 2026 the ward was closed.":         "",
		"From 1 April 2025 to 31 March 2026 we answered 40 letters.":            "",
		"Between October and March the ward was closed.":                        "",
		"Between 6 October and 31 March 2026 the ward was closed.":              "",
		"It fell between March 2025 and March 2026.":                            "",
		"On 6 October 2026, and on 31 March 2026, the board meets.":             "",
		"Letters came from Oban on 6 October 2026 and to us on 3 May 2026.":     "",
		"The report of 6 October 2026 is longer than that of 31 March 2026.":    "",
		"From 14 May 2025 to 14 May 2025 the office was shut.":                  "",
		"Numbers fell, compared with 31 March 2026, from 6 October 2026 onward": "",
	} {
		got := ""
		for _, f := range Find(text) {
			got += f.Message
		}
		if want != "" {
			first, last, _ := strings.Cut(want, " … ")
			want = "what is from " + first + " to " + last + " ends before it begins"
		}
		if got != want {
			t.Errorf("%q: %q; want %q", text, got, want)
		}
	}
}
