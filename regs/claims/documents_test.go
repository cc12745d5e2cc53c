package claims

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// documents are whole reports and papers under testdata/documents, as other programs made them, with a
// list of what is wrong in each and where. They were written by people who hadn't seen the code.
var documents = []struct {
	file, key, dir string
	found          int // of what is wrong, at least
}{
	// The pages of a PDF with their layout kept. At first 5 of the 18 lines were found, with 1 false alarm; most of
	// the rest are in tables and in figures that stand by themselves, which are counted as left out.
	{"layout.txt", "layout.tsv", onCarrickmoor, 14},
	// A board paper in Markdown with bits of HTML. At first 8 of 13, with 1 false alarm.
	{"paper-ardenmuir.md", "paper-ardenmuir.tsv", onArdenmuir, 9},
	// A council's web page. When the two above were mended 15 of 20, with 2 false alarms.
	{"web.html", "web.tsv", onCarrickmoor, 15},
	// The same kind of pages as the first, without their layout. At first 1 of 14, with 1 false alarm.
	{"text-ardenmuir.txt", "text-ardenmuir.tsv", onArdenmuir, 8},
	// The tables of the example's PDF as pdftotext -layout has them, some figures made wrong. Before tables
	// of text were read none were found.
	{"tables-layout.txt", "tables-layout.tsv", onCarrickmoor, 7},
	// Tables of a web page that a browser printed: their names go over several lines, around the figures.
	{"tables-web.txt", "tables-web.tsv", onCarrickmoor, 5},
	// Three columns of prose and figures next to each other, printed by a browser. Before those were read 1 right
	// sentence was contradicted, of two columns mixed, and nothing found.
	{"columns-web.txt", "columns-web.tsv", onCarrickmoor, 3},
	// A report of figures in large print with their words below, two columns of prose, and tables, by pdftotext -layout.
	// At first 10 of 15, with 1 false alarm.
	{"figures-layout.txt", "figures-layout.tsv", onCarrickmoor, 15},
	// A board paper by pdftotext, which has the cells of tables one below the other. At first 6 of 15, with none.
	{"board-ardenmuir.txt", "board-ardenmuir.tsv", onArdenmuir, 15},
	// A council's news on the web, with a table. At first 9 of 15, with none.
	{"news.html", "news.tsv", onCarrickmoor, 12},
	// Pages of an annual report with figures in large print, a box, two columns and tables, by pdftotext -layout. At first 8 of
	// 15, with none.
	{"annual-layout.txt", "annual-layout.tsv", onCarrickmoor, 13},
	// The finance section of a report by pdftotext without the layout: rows of tables in one line each, or cells one below the
	// other. At first 6 of 15, with none.
	{"finance-text.txt", "finance-text.tsv", onCarrickmoor, 11},
	// A paper on localities in Markdown, with tables by locality. At first 7 of 15, with none.
	{"locality-ardenmuir.md", "locality-ardenmuir.tsv", onArdenmuir, 8},
	// An easy read page of very short sentences, with cards, lists of terms and captions. At first 2 of 15, with none.
	{"easyread-ardenmuir.html", "easyread-ardenmuir.tsv", onArdenmuir, 11},
	// An annual report by pdftotext without the layout: figures in large print, a table's cells one below the other, tiles,
	// bullets and chapters of prose. At first 10 of 15, with 1 false alarm.
	{"report-text.txt", "report-text.tsv", onCarrickmoor, 13},
	// A board paper in Markdown with key messages, numbered paragraphs and tables. At first 13 of 15, with none.
	{"board.md", "board.tsv", onCarrickmoor, 13},
	// A summary on the web with cards, a list of terms and captions. At first 9 of 15, with none.
	{"summary-ardenmuir.html", "summary-ardenmuir.tsv", onArdenmuir, 15},
	// A news release and a page of a residents' newsletter. At first 12 of 15, with 1 false alarm.
	{"news-ardenmuir.txt", "news-ardenmuir.tsv", onArdenmuir, 14},
	// Pages of an annual report by pdftotext -layout, with prose beside small tables. At first 7 of 15, with none; what stands
	// beside such a table is left out with it.
	{"report-layout.txt", "report-layout.tsv", onCarrickmoor, 7},
	// A board paper in Markdown with partners' subtotals in its table. At first 12 of 15, with 1 false alarm.
	{"outturn.md", "outturn.tsv", onCarrickmoor, 12},
	// A web page of cards, terms and tables. At first 12 of 15, with none.
	{"cards-ardenmuir.html", "cards-ardenmuir.tsv", onArdenmuir, 12},
	// A staff newsletter with quotations, a press release and figures in a box. At first 11 of 15, with none.
	{"staff-ardenmuir.txt", "staff-ardenmuir.tsv", onArdenmuir, 11},
	// Pages and an easy read page with nothing wrong in them, meant to mislead: at first each had 1 false alarm.
	{"right-layout.txt", "right-layout.tsv", onCarrickmoor, 0},
	{"right-ardenmuir.html", "right-ardenmuir.tsv", onArdenmuir, 0},
	// Four more with nothing wrong in them: pages of two columns without form feeds, minutes and a paper of an audit committee, a
	// locality's profile, a newsletter with an easy read leaflet. At first 2 false alarms in the first, 2 in the last.
	{"right-columns.txt", "right-columns.tsv", onCarrickmoor, 0},
	{"right-audit.md", "right-audit.tsv", onCarrickmoor, 0},
	{"right-profile.html", "right-profile.tsv", onArdenmuir, 0},
	{"right-leaflet.txt", "right-leaflet.tsv", onArdenmuir, 0},
}

// TestDocuments reads whole documents: what is contradicted in them must be wrong.
func TestDocuments(t *testing.T) {
	for _, d := range documents {
		t.Run(d.file, func(t *testing.T) {
			content, err := os.ReadFile(filepath.Join("testdata/documents", d.file))
			if err != nil {
				t.Fatal(err)
			}
			wrong := wrongLines(t, d.key)
			found := map[int]bool{}
			reading := Read(textsOf(t, d.dir).facts, NewTexts(d.file, string(content)))
			for _, c := range reading.Claims {
				if c.Verdict != Contradicted {
					continue
				}
				hit := false
				for line := c.Position.Line - 1; line <= c.End.Line+1; line++ { // a sentence goes over several
					if wrong[line] {
						found[line], hit = true, true
					}
				}
				if !hit {
					t.Errorf("%s: %q is contradicted, and right: %s", c.Position, c.Text, c.Message)
				}
			}
			t.Logf("%d of %d lines with something wrong are found, and %d claims confirmed; left out %+v", len(found), len(wrong), reading.Count(Confirmed), reading.LeftOut)
			if len(found) < d.found {
				t.Errorf("%d of %d lines with something wrong are found, want %d", len(found), len(wrong), d.found)
			}
		})
	}
}

// wrongLines are the lines of a document on which something is wrong, by its key.
func wrongLines(t *testing.T, key string) map[int]bool {
	t.Helper()
	list, err := os.ReadFile(filepath.Join("testdata/documents", key))
	if err != nil {
		t.Fatal(err)
	}
	lines := map[int]bool{}
	for entry := range strings.Lines(string(list)) {
		fields := strings.Split(strings.TrimSpace(entry), "\t")
		if len(fields) != 4 {
			t.Fatalf("%s: %q has %d columns, want 4", key, entry, len(fields))
		}
		line, err := strconv.Atoi(fields[0])
		if err != nil {
			t.Fatal(err)
		}
		if fields[2] == "wrong" {
			lines[line] = true
		}
	}
	return lines
}
