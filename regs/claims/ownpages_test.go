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
