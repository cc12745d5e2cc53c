package tagpdf_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"apr/internal/tagpdf"
	"apr/internal/tagpdf/tagpdftest"
)

var (
	black = tagpdf.Colour{}
	info  = tagpdf.Info{Title: "Aithisg – report", Author: "Board", Language: "en-GB", Generator: "test", Date: time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)}
)

// write is a document that draw draws on one portrait page.
func write(t *testing.T, draw func(w *tagpdf.Writer)) ([]byte, error) {
	t.Helper()
	w := tagpdf.New(info)
	w.AddPage(tagpdf.Portrait)
	draw(w)
	return w.Output()
}

// paragraph draws a paragraph.
func paragraph(w *tagpdf.Writer, y float64, s string) {
	e := w.Begin(tagpdf.P)
	w.Text(tagpdf.Regular, 12, 60, y, black, s)
	w.End(e)
}

// sample has something of everything.
func sample() *tagpdf.Writer {
	w := tagpdf.New(info)
	w.AddPage(tagpdf.Portrait)
	w.Artifact(tagpdf.Header, func() { w.Text(tagpdf.Italic, 9, 60, 40, black, "Running head") })
	h := w.Begin(tagpdf.Heading(1))
	w.Destination("top", 60)
	w.Bookmark(1, "Àrd", 60)
	w.Text(tagpdf.Bold, 20, 60, 80, tagpdf.Colour{B: 0x54}, `Title \ (with) £5 – “≥ 3”`)
	w.End(h)
	p := w.Begin(tagpdf.P)
	w.Text(tagpdf.Regular, 12, 60, 110, black, "Before ")
	l := w.Begin(tagpdf.Link)
	w.Text(tagpdf.Regular, 12, 110, 110, black, "a link")
	w.LinkURI(110, 100, 40, 14, "https://example.org/ò?q=(1)", "Example")
	w.End(l)
	w.Text(tagpdf.Regular, 12, 150, 110, black, " after.")
	w.End(p)
	w.AddPage(tagpdf.Landscape)
	w.Resume(p)
	w.Text(tagpdf.Regular, 12, 60, 60, black, "More on page 2. ")
	s := w.Begin(tagpdf.Span, tagpdf.ActualText("👏"), tagpdf.Language("gd"))
	w.Text(tagpdf.Regular, 12, 160, 60, black, "[clap]")
	w.End(s)
	w.End(p)
	w.Bookmark(3, "Below", 50) // one deeper than the last
	f := w.Begin(tagpdf.Figure, tagpdf.Alt("A circle"), tagpdf.BBox(60, 100, 50, 50))
	var c tagpdf.Path
	c.Circle(tagpdf.Point{X: 85, Y: 125}, 25)
	w.FillPath(c, tagpdf.Colour{R: 255})
	w.StrokePath(c, tagpdf.Stroke{Width: 2, Dash: []float64{3, 2}})
	w.RotatedText(tagpdf.Regular, 10, 80, 120, 45, black, "in")
	w.End(f)
	n := w.Begin(tagpdf.Note, tagpdf.ID("note-1"))
	back := w.Begin(tagpdf.Link)
	w.Text(tagpdf.Regular, 12, 60, 200, black, "back")
	w.LinkTo(60, 190, 30, 14, "top", "Back to the top")
	w.End(back)
	w.End(n)
	return w
}

func TestReadBack(t *testing.T) {
	out, err := sample().Output()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := tagpdftest.Read(out)
	if err != nil {
		t.Fatal(err)
	}
	want := "Title \\ (with) £5 – “≥ 3”\nBefore a link after.More on page 2. 👏\nin\nback\n\n"
	if got := doc.Root.Text(); got != want {
		t.Errorf("text\n%q, want\n%q", got, want)
	}
	if doc.Title != info.Title || doc.Language != "en-GB" {
		t.Errorf("title %q, language %q", doc.Title, doc.Language)
	}
	marks := []tagpdftest.Bookmark{{Level: 1, Title: "Àrd", Page: 1}, {Level: 2, Title: "Below", Page: 2}}
	if d := cmp.Diff(marks, doc.Bookmarks); d != "" {
		t.Error("bookmarks", d)
	}
	if p := doc.Pages[0]; p.Artifacts != "Running head" || p.Width > p.Height {
		t.Errorf("page 1: %+v", p)
	}
	if p := doc.Pages[1]; p.Width < p.Height {
		t.Errorf("page 2 isn't landscape: %+v", p)
	}
	figure := doc.Root.All("Figure")[0]
	if figure.Alt != "A circle" {
		t.Errorf("figure's alt %q", figure.Alt)
	}
	if d := cmp.Diff([]float64{60, 445.28, 110, 495.28}, figure.BBox); d != "" {
		t.Error("figure's box", d)
	}
	var links []string
	for _, l := range doc.Root.All("Link") {
		for _, p := range l.Parts {
			if p.Link != "" {
				links = append(links, p.Link)
			}
		}
	}
	if d := cmp.Diff([]string{"https://example.org/%C3%B2?q=(1)", "page 1"}, links); d != "" {
		t.Error("links", d)
	}
	if span := doc.Root.All("Span")[0]; span.Language != "gd" {
		t.Errorf("span %+v", span)
	}
}

func TestSameBytes(t *testing.T) {
	a, err := sample().Output()
	if err != nil {
		t.Fatal(err)
	}
	old := time.Local
	time.Local = time.FixedZone("elsewhere", 9*3600)
	defer func() { time.Local = old }()
	b, err := sample().Output()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("two documents drawn alike differ")
	}
}

func TestDates(t *testing.T) {
	out, err := sample().Output()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(out, []byte("<xmp:CreateDate>2026-07-01T00:00:00Z<")) {
		t.Error("the metadata hasn't the date")
	}
	undated := info
	undated.Date = time.Time{}
	w := tagpdf.New(undated)
	w.AddPage(tagpdf.Portrait)
	paragraph(w, 60, "Undated.")
	out, err = w.Output()
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("CreateDate")) {
		t.Error("a document without a date has one in its metadata")
	}
	if _, err := tagpdftest.Read(out); err != nil {
		t.Error(err)
	}
}

func TestCoverage(t *testing.T) {
	for _, r := range "aÀèòùŵȝ£–—’“…≥≤−√×½•" {
		if !tagpdf.Covers(r) {
			t.Errorf("%q isn't covered", r)
		}
	}
	for _, r := range []rune{'\t', '\u2011', '✓', '中', '\uFFFF', 0x10000, '😀', -1} {
		if tagpdf.Covers(r) {
			t.Errorf("%U is covered", r)
		}
		_, err := write(t, func(w *tagpdf.Writer) { paragraph(w, 60, "before "+string(r)+" after") })
		var coverage *tagpdf.CoverageError
		if !errors.As(err, &coverage) {
			t.Errorf("%U: error %v, want a CoverageError", r, err)
		}
	}
}

func TestMisuse(t *testing.T) {
	for _, test := range []struct {
		name string
		draw func(w *tagpdf.Writer)
		want string
	}{
		{"outside", func(w *tagpdf.Writer) { w.Text(tagpdf.Regular, 12, 0, 0, black, "x") }, "outside every element"},
		{"not ended", func(w *tagpdf.Writer) { w.Begin(tagpdf.P) }, "not ended"},
		{"crossed", func(w *tagpdf.Writer) { e := w.Begin(tagpdf.P); w.Begin(tagpdf.Span); w.End(e) }, "P ended inside Span"},
		{"resumed elsewhere", func(w *tagpdf.Writer) {
			e := w.Begin(tagpdf.P)
			w.End(e)
			w.Begin(tagpdf.Div)
			w.Resume(e)
		}, "P resumed inside Div"},
		{"link outside", func(w *tagpdf.Writer) { e := w.Begin(tagpdf.P); w.LinkURI(0, 0, 9, 9, "x:", "x"); w.End(e) }, "outside every Link"},
		{"link to nowhere", func(w *tagpdf.Writer) {
			e := w.Begin(tagpdf.Link)
			w.Text(tagpdf.Regular, 12, 60, 60, black, "x")
			w.LinkTo(0, 0, 9, 9, "nowhere", "x")
			w.End(e)
		}, `leads to "nowhere"`},
		{"same destination", func(w *tagpdf.Writer) { w.Destination("a", 1); w.Destination("a", 2) }, `called "a"`},
		{"same id", func(w *tagpdf.Writer) {
			for range 2 {
				w.End(w.Begin(tagpdf.Note, tagpdf.ID("n")))
			}
		}, `identifier "n"`},
		{"page in artifact", func(w *tagpdf.Writer) { w.Artifact(tagpdf.Layout, func() { w.AddPage(tagpdf.Portrait) }) }, "inside an artifact"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := write(t, test.draw); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
	if _, err := tagpdf.New(info).Output(); err == nil {
		t.Error("a document without pages is no error")
	}
	w := tagpdf.New(info)
	w.Text(tagpdf.Regular, 12, 0, 0, black, "x")
	if _, err := w.Output(); err == nil {
		t.Error("text before the first page is no error")
	}
	w = tagpdf.New(tagpdf.Info{})
	w.AddPage(tagpdf.Portrait)
	if _, err := w.Output(); err == nil {
		t.Error("a document without a title is no error")
	}
}

// ISO 32000-1, 14.7.5.4: the mark information says that there are user properties,
// and none where there are none.
func TestUserProperties(t *testing.T) {
	for _, test := range []struct {
		properties []tagpdf.Property
		want       map[string]string
	}{
		{nil, nil},
		{[]tagpdf.Property{{Name: "Datum", Value: "NI12@2025/26"}, {Name: "Source", Value: `a (b)\c–ò!Data`}},
			map[string]string{"Datum": "NI12@2025/26", "Source": `a (b)\c–ò!Data`}},
	} {
		out, err := write(t, func(w *tagpdf.Writer) {
			p := w.Begin(tagpdf.P)
			var options []tagpdf.Option
			if test.properties != nil {
				options = append(options, tagpdf.Properties(test.properties...))
			}
			s := w.Begin(tagpdf.Span, options...)
			w.Text(tagpdf.Regular, 12, 60, 60, black, "11,152")
			w.End(s)
			w.End(p)
		})
		if err != nil {
			t.Fatal(err)
		}
		doc, err := tagpdftest.Read(out)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(test.want, doc.Root.All("Span")[0].Properties); d != "" || doc.UserProperties != (test.want != nil) {
			t.Errorf("the file says %v; %s", doc.UserProperties, d)
		}
	}
}
