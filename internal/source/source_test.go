package source

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestPositionString(t *testing.T) {
	for want, p := range map[string]Position{
		"narrative/a.yaml:12:3": {File: "narrative/a.yaml", Line: 12, Column: 3},
		"data/w.xlsx!Data!I12":  {File: "data/w.xlsx", Sheet: "Data", Cell: "I12"},
		"apr.yaml":              {File: "apr.yaml"},

		"out/report.pdf (page 3, paragraph 2)": {File: "out/report.pdf", Page: 3, Paragraph: 2},
		"out/report.docx (paragraph 57)":       {File: "out/report.docx", Paragraph: 57},
	} {
		if got := p.String(); got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}

func TestPlace(t *testing.T) {
	for want, p := range map[string]Position{
		"line 12": {File: "narrative/a.yaml", Line: 12, Column: 3},
		"I12":     {File: "data/w.xlsx", Sheet: "Data", Cell: "I12"},
	} {
		if got := p.Place(); got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}

func TestProblemsComeInOrderOfPosition(t *testing.T) {
	var ps Problems
	ps.Addf("b", Position{File: "b", Line: 1}, "third")
	ps.Addf("a", Position{File: "a", Sheet: "Data", Cell: "I10"}, "second")
	ps.Addf("a", Position{File: "a", Sheet: "Data", Cell: "I9"}, "first")
	var got []string
	for _, p := range ps.List() {
		got = append(got, p.Message)
	}
	if want := []string{"first", "second", "third"}; !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestNearestFile(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{"data/.gitattributes", "data/~$council.xlsx", "data/report.html", "data/council.xlsx", "data/nhs.csv", "data/photo.png", "data/more/x.csv"} {
		fsys[name] = &fstest.MapFile{}
	}
	for name, want := range map[string]string{
		"data/hscp-ledger.csv":    "expected one of: data/council.xlsx, data/nhs.csv",
		"data/council.csv":        `did you mean "data/council.xlsx"?`,
		"data/front-picture.png":  "expected one of: data/photo.png",
		"data/gitattributes":      "",
		"data/board-and-chair.md": "",
		"nowhere/nhs.csv":         "",
	} {
		if got := DidYouMeanFile(fsys, name); got != want {
			t.Errorf("%s: %q; want %q", name, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"localities", "ledgers", "narrative"}
	if got := Nearest("locallities", names); got != "localities" {
		t.Errorf("got %q", got)
	}
	if got := Nearest(strings.Repeat("localities ", 3000), names); got != "" { // and soon
		t.Errorf("a long text is near %q", got)
	}
	if got := Nearest("workbook", names); got != "" {
		t.Errorf("got %q; want nothing", got)
	}
	for name, want := range map[string]string{"R99": "", "x": "", "NI21": "NI20", "NSH": "NHS", "5(1": "5(1)"} {
		if got := Nearest(name, []string{"9", "NI20", "5(1)", "NHS"}); got != want {
			t.Errorf("%s is near %q; want %q", name, got, want)
		}
	}
}
