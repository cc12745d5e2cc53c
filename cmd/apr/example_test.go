package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"apr/internal/rounds"
	"apr/internal/tagpdf/tagpdftest"
)

const (
	example       = "../../examples/carrickmoor"
	secondExample = "../../examples/ardenmuir"
)

// quiet is an environment that prints nothing and is given its date.
func quiet() env {
	return env{
		stdout: io.Discard, stderr: io.Discard,
		getenv: func(string) string { return "" },
		now:    func() time.Time { return time.Date(2026, 7, 19, 12, 0, 0, 0, time.UTC) },
	}
}

// sharing is quiet, with the workbooks and accounts that the scripts share.
func sharing() env {
	e := quiet()
	e.cache = shared()
	return e
}

// TestExampleGolden builds the examples and compares them with the files under
// testdata/golden: Markdown and HTML whole, the PDF as its pages and the text
// of its structure tree.
func TestExampleGolden(t *testing.T) {
	sweepSeldom(t)
	for dir, prefix := range rounds.FewOf(t, map[string]string{example: "", secondExample: "ardenmuir-"}) {
		out := t.TempDir()
		if code := run(context.Background(), []string{"build", dir, "-o", out}, sharing()); code != exitOK {
			t.Fatalf("exit code %d", code)
		}
		golden(t, prefix+"report.md", read(t, out, "report.md"))
		if dir == example { // the other's page has the same parts
			golden(t, "report.html", read(t, out, "report.html"))
		}
		golden(t, prefix+"report.pdf.txt", pdfText(t, read(t, out, "report.pdf")))
	}
}

// TestExamplesHaveNoFindings: what people learn from is whole.
func TestExamplesHaveNoFindings(t *testing.T) {
	sweepSeldom(t)
	for _, dir := range []string{example, secondExample} {
		var out bytes.Buffer
		e := sharing()
		e.stdout = &out
		if code := run(context.Background(), []string{"check", dir, "--fail-on", "advice"}, e); code != exitOK {
			t.Errorf("%s: exit code %d\n%s", dir, code, out.Bytes())
		}
	}
}

// TestTheSummaryHasFourPages at most: people who read four pages get no more.
func TestTheSummaryHasFourPages(t *testing.T) {
	sweepSeldom(t)
	for dir, prefix := range rounds.FewOf(t, map[string]string{example: "", secondExample: "ardenmuir-"}) {
		out := t.TempDir()
		if code := run(context.Background(), []string{"build", dir, "--level", "summary", "-o", out}, sharing()); code != exitOK {
			t.Fatalf("%s: exit code %d", dir, code)
		}
		golden(t, prefix+"summary.md", read(t, out, "summary.md"))
		text := pdfText(t, read(t, out, "summary.pdf"))
		golden(t, prefix+"summary.pdf.txt", text)
		if pages, _, _ := strings.Cut(string(text), " "); len(pages) != 1 || pages > "4" {
			t.Errorf("the summary of %s has %s pages; it should have four at most", dir, pages)
		}
	}
}

// TestTheEasyReadVersion: it is no longer than its readers can bear, 24 pages, which is
// what the guidance has.
func TestTheEasyReadVersion(t *testing.T) {
	sweepSeldom(t)
	out := t.TempDir()
	if code := run(context.Background(), []string{"build", secondExample, "--level", "easy-read", "-o", out}, sharing()); code != exitOK {
		t.Fatalf("exit code %d", code)
	}
	golden(t, "ardenmuir-easy-read.md", read(t, out, "easy-read.md"))
	text := pdfText(t, read(t, out, "easy-read.pdf"))
	golden(t, "ardenmuir-easy-read.pdf.txt", text)
	var pages int
	if _, err := fmt.Sscan(string(text), &pages); err != nil || pages > 24 {
		t.Errorf("the Easy Read version has %d pages, %v; it should have 24 at most", pages, err)
	}
}

// read is a file of a folder.
func read(t *testing.T, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// golden compares with a file under testdata/golden, or writes it with -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n"))
		t.Errorf("%s differs (go test ./cmd/apr -update writes it again):\n%.4000s", name, diff)
	}
}

// pdfText is the file as a reader that follows its tags has it, a line for
// each piece of the structure tree.
func pdfText(t *testing.T, pdf []byte) []byte {
	t.Helper()
	doc, err := tagpdftest.Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d pages\n", len(doc.Pages))
	for _, e := range doc.Root.All("H1", "H2", "H3", "H4", "P", "Caption", "TH", "TD", "Figure", "Note") {
		text := strings.Join(strings.Fields(e.Text()), " ")
		if e.Alt != "" {
			text = "[" + e.Alt + "]"
		}
		fmt.Fprintf(&b, "%s %s\n", e.Role, text)
	}
	return b.Bytes()
}
