package claims

import (
	"os"
	"path/filepath"
	"testing"

	"apr/internal/rounds"
)

// A page that apr made itself is read as any other that somebody hands in, tables with it: nothing
// in it is against the data that it was made of.
func TestPagesOfOurOwn(t *testing.T) {
	const pages = "../../cmd/apr/testdata/golden"
	for file, dir := range rounds.FewOf(t, map[string]string{
		"report.md": onCarrickmoor, "report.html": onCarrickmoor, "summary.md": onCarrickmoor,
		"ardenmuir-report.md": onArdenmuir, "ardenmuir-summary.md": onArdenmuir, "ardenmuir-easy-read.md": onArdenmuir,
	}) {
		content, err := os.ReadFile(filepath.Join(pages, file))
		if err != nil {
			t.Fatal(err)
		}
		reading := Read(textsOf(t, dir).facts, []Text{NewText(file, string(content))})
		if reading.Count(Confirmed) < 5 {
			t.Errorf("%s: %d claims confirmed", file, reading.Count(Confirmed))
		}
		for _, c := range reading.Claims {
			if c.Verdict == Contradicted {
				t.Errorf("%s: %s", c.Position, c.Message)
			}
		}
	}
}

// Lines with the words of two columns aren't prose, and are counted.
func TestColumnsSideBySide(t *testing.T) {
	facts := textsOf(t, onCarrickmoor).facts
	for text, want := range map[string]int{
		"Emergency admissions (NI12) were           Falls (NI16) were 24.1 per\n11,398 per 100,000 in 2024/25.             1,000 in 2025/26, a rise of 2.0%.\f": 2,
		"Emergency admissions (NI12) were 11,398 per 100,000 in 2024/25,\nand fell to 11,152 in 2025/26.\f":                                                     0,
		"•    Emergency admissions (NI12) were 11,398 per 100,000 in 2024/25,\n     and fell to 11,152 in 2025/26.\n•    They fell.\f":                          0,
		"1. In 2024/25   emergency admissions (NI12) were 11,398 per\n100,000, and fell to 11,152 in 2025/26.\f":                                                0,
	} {
		reading := Read(facts, NewTexts("page.txt", text))
		if got := reading.LeftOut.Tables; got != want {
			t.Errorf("%q: %d lines left out, want %d", text, got, want)
		}
		if want == 0 && reading.Count(Confirmed) == 0 {
			t.Errorf("%q: nothing confirmed", text)
		}
	}
}
