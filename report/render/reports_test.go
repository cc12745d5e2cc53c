package render_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/tagpdf/tagpdftest"
	"apr/regs"
	"apr/report/compose"
	"apr/report/render"
)

// kept has the workbooks and accounts of the examples, which tests load again and again.
var kept = sync.OnceValue(project.NewCache)

// built is a project's report, as a document and as files.
type built struct {
	name  string
	doc   *document.Document
	files []render.File
	// readOnce is readPDF once for all tests that leave the tags as they are.
	readOnce func() (*tagpdftest.Document, error)
}

// readPDF reads the report's PDF back.
func (b *built) readPDF() (*tagpdftest.Document, error) {
	i := slices.IndexFunc(b.files, func(f render.File) bool { return f.Name == "report.pdf" })
	return tagpdftest.Read(b.files[i].Data)
}

// tags is what read gives, which is readPDF or readOnce.
func tags(t *testing.T, read func() (*tagpdftest.Document, error)) *tagpdftest.Document {
	t.Helper()
	back, err := read()
	if err != nil {
		t.Fatal(err)
	}
	return back
}

func (b *built) file(t *testing.T, name string) []byte {
	t.Helper()
	for _, f := range b.files {
		if f.Name == name {
			return f.Data
		}
	}
	t.Fatalf("%s isn't among the files", name)
	return nil
}

// projects are what the tests of this package build: the examples, and one that
// is hard to set: long names, Gaelic, a lead agency in the first reporting year
// with a locality that the ledger doesn't know, pictures and nested lists. Of the
// examples the performance reports of the levels and the summary are built, too. Those of
// a folder come one after the other: it is read once.
var projects = []struct {
	name, dir string
	draft     bool
	level     measures.Level
	short     bool // it is made with -short, too
}{
	{"carrickmoor", "../../examples/carrickmoor", false, "", false},
	{"board", "../../examples/carrickmoor", false, measures.Board, false},
	{"management", "../../examples/carrickmoor", false, measures.Management, false},
	{"locality", "../../examples/carrickmoor", false, measures.Locality, false},
	{"summary", "../../examples/carrickmoor", false, compose.Summary, true},
	{"ardenmuir", "../../examples/ardenmuir", false, "", false},
	{"ardenmuir-board", "../../examples/ardenmuir", false, measures.Board, false},
	{"ardenmuir-management", "../../examples/ardenmuir", false, measures.Management, false},
	{"ardenmuir-locality", "../../examples/ardenmuir", false, measures.Locality, false},
	{"ardenmuir-summary", "../../examples/ardenmuir", false, compose.Summary, false},
	{"ardenmuir-easy-read", "../../examples/ardenmuir", false, compose.EasyRead, true},
	{"edge-cases", "../../testdata/edge-cases", true, "", true},
}

var reports = sync.OnceValues(func() ([]*built, error) {
	var all []*built
	var r *project.Project
	var found func() *regs.Result
	dir := ""
	for _, p := range projects {
		if testing.Short() && !p.short {
			continue
		}
		today := time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)
		if p.dir != dir {
			var err error
			if r, err = project.Load(context.Background(), project.Options{Dir: p.dir, Today: today, Cache: kept()}); err != nil {
				return nil, err
			}
			dir, found = p.dir, regs.Start(r)
		}
		options := compose.Options{Draft: p.draft, Generator: "apr test", Formats: render.Formats()}
		doc, err := compose.ForLevel(r, found, p.level, today, options)
		if err != nil {
			return nil, err
		}
		doc.Meta.Files = render.FilesOf(compose.FileName(p.level, doc.Meta, false), render.Formats())
		files, err := render.Render(context.Background(), doc, render.Formats())
		if err != nil {
			return nil, err
		}
		b := &built{name: p.name, doc: doc, files: files}
		b.readOnce = sync.OnceValues(b.readPDF)
		all = append(all, b)
	}
	return all, nil
})

// each runs a test on every report; with -short on one in four.
func each(t *testing.T, test func(*testing.T, *built)) {
	t.Helper()
	all, err := reports()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < len(projects) {
		t.Logf("left out by -short: %d of %d reports", len(projects)-len(all), len(projects))
	}
	for _, b := range all {
		t.Run(b.name, func(t *testing.T) { test(t, b) })
	}
}

// TestFilesAreModest keeps the reports small enough to be sent and opened
// anywhere.
func TestFilesAreModest(t *testing.T) {
	each(t, func(t *testing.T, b *built) {
		for name, most := range map[string]int{"report.pdf": 500_000, "report.html": 1_000_000, "report.docx": 2_000_000} {
			if n := len(b.file(t, name)); n > most {
				t.Errorf("%s has %d bytes; it should have %d at most", name, n, most)
			}
		}
	})
}
