package pdf

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// TestArc: an arc becomes curves that start, end and stay on the circle.
func TestArc(t *testing.T) {
	var p vg.Path
	p.Arc(vg.Point{X: 30, Y: 40}, 10, 0, 2*math.Pi)
	p.Close()
	got := transform{x: 100, y: 500, scale: 2}.path(p)
	if len(got) != 6 {
		t.Fatalf("%d segments, want a move, four curves and a close", len(got))
	}
	var circle tagpdf.Path
	circle.Circle(tagpdf.Point{X: 160, Y: 420}, 20)
	if len(circle) != len(got) {
		t.Errorf("%d segments, a circle has %d", len(got), len(circle))
	}
	if at := (transform{x: 100, y: 500, scale: 2}).point(vg.Point{X: 40, Y: 40}); at != (tagpdf.Point{X: 180, Y: 420}) {
		t.Errorf("the canvas's 40, 40 is the page's %v", at)
	}
}

func TestCanvasState(t *testing.T) {
	c := &recording{}
	c.SetColor(color.RGBA{R: 0, G: 0x2d, B: 0x54, A: 0xff})
	if c.colour != navy {
		t.Errorf("colour %v", c.colour)
	}
	c.SetColor(nil)
	if c.colour != (tagpdf.Colour{}) {
		t.Errorf("no colour is %v, want black", c.colour)
	}
	var p vg.Path
	p.Move(vg.Point{})
	p.Line(vg.Point{X: 1})
	c.SetLineWidth(0)
	c.Stroke(p)
	if len(c.ops) != 0 {
		t.Error("a line without a width is drawn")
	}
}

// TestChartText: a chart's labels are inside its figure, emoji and all.
func TestChartText(t *testing.T) {
	f := trend(1)
	f.Chart.Series[0].Name = "Carrick 👏"
	back := read(t, report(chapter("a", f)))
	text := back.Root.All("Figure")[0].Text()
	for _, want := range []string{"2020/21", "Carrick", "[clapping hands sign]", "Scotland"} {
		if !strings.Contains(text, want) {
			t.Errorf("the figure's text %q lacks %q", text, want)
		}
	}
}

// TestReferences lead to sections, tables, figures and a figure's data.
func TestReferences(t *testing.T) {
	f, g := trend(1), grid("table-1", 3, 3)
	links := document.Inlines{}
	for _, id := range []string{"a", "b", f.ID, f.Data.ID, g.ID} {
		links = append(links, &document.Reference{Target: id, Content: document.Plain("see " + id)}, &document.Text{Text: " "})
	}
	back := read(t, report(chapter("a", &document.Paragraph{Content: links}, para(words(600))), chapter("b", f, g)))
	n := 0
	for _, l := range back.Root.All("Link") {
		if !strings.HasPrefix(l.Text(), "see ") {
			continue
		}
		want := "page 4"
		if l.Text() == "see a" {
			want = "page 3"
		}
		if got := l.Parts[len(l.Parts)-1].Link; got != want {
			t.Errorf("%q leads to %s, want %s", l.Text(), got, want)
		}
		n++
	}
	if n != 5 {
		t.Errorf("%d links", n)
	}
}
