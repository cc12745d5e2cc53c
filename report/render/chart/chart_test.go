package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"apr/internal/contrast"
	"apr/internal/document"
	"apr/internal/document/documenttest"
)

var years = []string{"2020/21", "2021/22", "2022/23", "2023/24", "2024/25", "2025/26"}

// series is a series with the values given; a nil is a gap.
func series(name string, values ...any) document.ChartSeries {
	s := document.ChartSeries{Name: name}
	for _, v := range values {
		p := document.ChartPoint{Present: v != nil}
		switch v := v.(type) {
		case int:
			p.Value = float64(v)
		case float64:
			p.Value = v
		}
		s.Points = append(s.Points, p)
	}
	return s
}

// charts are the kinds of chart a report has, and awkward ones.
func charts() map[string]*document.Chart {
	line := func(unit string, decimals int, s ...document.ChartSeries) *document.Chart {
		return &document.Chart{Kind: document.LineChart, Unit: unit, Decimals: decimals, Categories: years, Series: s}
	}
	broken := series("Carrickmoor", nil, 78.2, nil, 55.1, nil, 66.3)
	broken.Points[3].Break = true
	brokenScotland := series("Scotland", nil, 77, nil, 59.6, nil, 60.2)
	brokenScotland.Points[3].Break = true
	all := map[string]*document.Chart{
		"line-zero":      line("days per 1,000 people aged 75 and over", 0, series("Carrickmoor", 412, 640, 820, 905, 790, 688), series("Scotland", 484, 748, 919, 902, 952, 940)),
		"line-break":     line("%", 1, broken, brokenScotland),
		"line-names":     line("%", 1, series("Clackmannanshire and Stirling", 78, 78.4, 79, 78.2, 78.1, 78.3), series("Scotland", 78.1, 78, 78.9, 78.2, 78.2, 78.2), series("Benchmarking family", 78.2, 78, 77.9, 78.2, 78.3, 78.1)),
		"line-five":      line("%", 1, series("Hospital inpatients", 20, 19.5, 19.2, 18.8, 18.3, 17.9), series("Other health care", 46.3, 46.4, 46.7, 46.8, 46.6, 47), series("Care homes and adult placements", 12.3, 12.2, 12.2, 12.2, 12, 12), series("Support for unpaid carers", 0.9, 0.9, 1, 1.1, 1.1, 1.2), series("Other social care", 19.9, 20.4, 21.1, 21.7, 22.3, 23.1)),
		"line-one":       line("per 1,000", 0, series("Carrickmoor", nil, nil, nil, nil, nil, 107)),
		"line-early":     line("%", 1, series("Carrickmoor", 23.1, nil, nil, nil, nil, nil), series("Scotland", 24.1, nil, nil, nil, nil, nil)),
		"line-flat":      line("%", 0, series("Carrickmoor", 91, 91, 91, 91, 91, 91), series("Scotland", 100, 100, 100, 100, 100, 100)),
		"line-zeros":     line("", 0, series("Carrickmoor", 0, 0, 0, 0, 0, 0)),
		"line-negative":  line("£ million", 1, series("Variance", -1.5, 0.2, 0.8, -0.3, nil, 2.8)),
		"line-large":     line("£", 0, series("Spend", 196000000, 205000000, 214000000, 226000000, 238000000, 250400000)),
		"bars-grouped":   {Kind: document.BarChart, Unit: "£ million", Decimals: 1, Categories: []string{"Health care", "Social care", "Carers", "Nothing"}, Series: []document.ChartSeries{series("planned", 128, 86.2, 0.4, nil), series("spent", 130.2, 88.1, 0.3, 0)}},
		"bars-negative":  {Kind: document.BarChart, Unit: "%", Decimals: 1, Categories: []string{"A", "B"}, Series: []document.ChartSeries{series("change", -12.25, 4)}},
		"diverging-long": {Kind: document.DivergingChart, Unit: "£ million", Decimals: 2, Categories: []string{"Health care services, which include delegated hospital services", "Support for unpaid carers and for those they care for in every locality of the area"}, Series: []document.ChartSeries{series("v", -0.001, -2.75)}},
		"shares-five": {Kind: document.ProportionChart, Unit: "%", Decimals: 1, Categories: years, Series: []document.ChartSeries{
			series("Hospital, other than set aside", 12, 12, 13, 12.5, 12, 11.9), series("Community health care services", 40, 40.2, 39.1, 40, 41, 41.3), series("Social care", 35.9, 35.7, 35.9, 35.5, 35, 34.8),
			series("Support for carers", 1.1, 1.1, 1, 1, 1, 1), series("Set aside", 11, 11, 11, 11, 11, 11)}},
		"shares-empty": {Kind: document.ProportionChart, Unit: "%", Decimals: 1, Categories: []string{"2024/25", "2025/26"}, Series: []document.ChartSeries{series("A", nil, 50), series("B", nil, 50)}},
	}
	w := document.Walker{Block: func(b document.Block) error {
		if f, ok := b.(*document.Figure); ok {
			all[f.ID] = f.Chart
		}
		return nil
	}}
	_ = w.Walk(documenttest.OneOfEach())
	return all
}

// record is a canvas that remembers what was drawn where.
type record struct {
	colour color.RGBA
	dash   []vg.Length
	texts  []drawnText
	paths  []drawnPath
}

type drawnText struct {
	box
	text string
}

type drawnPath struct {
	path   vg.Path
	colour color.RGBA
	filled bool
	dashed bool
}

func (r *record) SetColor(c color.Color)                       { r.colour = c.(color.RGBA) }
func (r *record) SetLineWidth(vg.Length)                       {}
func (r *record) SetLineDash(pattern []vg.Length, _ vg.Length) { r.dash = pattern }
func (r *record) Stroke(p vg.Path) {
	r.paths = append(r.paths, drawnPath{p, r.colour, false, len(r.dash) > 0})
}
func (r *record) Fill(p vg.Path) { r.paths = append(r.paths, drawnPath{p, r.colour, true, false}) }
func (r *record) FillString(f font.Face, at vg.Point, text string) {
	size := f.Font.Size
	r.texts = append(r.texts, drawnText{box{at.X, at.Y - 0.05*size, at.X + f.Width(text), at.Y + 0.7*size}, text})
}

func (r *record) strings() []string {
	var s []string
	for _, t := range r.texts {
		s = append(s, t.text)
	}
	return s
}

// TestEverythingStandsInsideAndApart draws every chart in print and on screen:
// nothing may reach out of the picture, and no text may cover another.
func TestEverythingIsInsideAndApart(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(charts())) {
		c := charts()[name]
		for _, size := range []struct{ w, em vg.Length }{{printWidth, printText}, {wideScreen.width, wideScreen.text}, {narrowScreen.width, narrowScreen.text}, {printWidth / 2, printText}} {
			d := &drawing{chart: c, w: size.w, em: size.em}
			h := d.height()
			r := &record{}
			if err := draw(c, nil, r, size.w, h, size.em); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			inside := func(x, y vg.Length) bool { return x > -0.01 && x < size.w+0.01 && y > -0.01 && y < h+0.01 }
			for _, p := range r.paths {
				for _, c := range p.path {
					if c.Type != vg.CloseComp && !inside(c.Pos.X, c.Pos.Y) {
						t.Errorf("%s, %.0f wide: a path reaches %v of %v × %v", name, size.w, c.Pos, size.w, h)
					}
				}
			}
			for i, a := range r.texts {
				if !inside(a.left, a.top) || !inside(a.right, a.bottom) {
					t.Errorf("%s, %.0f wide: %q reaches %v of %v × %v", name, size.w, a.text, a.box, size.w, h)
				}
				for _, b := range r.texts[:i] {
					if a.overlaps(b.box) {
						t.Errorf("%s, %.0f wide: %q covers %q", name, size.w, a.text, b.text)
					}
				}
			}
		}
	}
}

func drawn(t *testing.T, name string) *record {
	t.Helper()
	r := &record{}
	w, h := Size(charts()[name], nil)
	if err := DrawOn(charts()[name], nil, r, w, h); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestLineStopsAtGapsAndBreaks(t *testing.T) {
	count := func(name string) (segments, markers int) {
		for _, p := range drawn(t, name).paths {
			if p.colour != colour(0) {
				continue
			}
			if p.filled {
				markers++
			} else {
				segments += len(p.path) - 1
			}
		}
		return
	}
	if segments, markers := count("line-negative"); segments != 3 || markers != 5 {
		t.Errorf("with a gap: %d segments and %d markers, want 3 and 5", segments, markers)
	}
	c := charts()["line-zero"]
	c.Series = c.Series[:1]
	c.Series[0].Points[2].Break = true
	r := &record{}
	if err := DrawOn(c, nil, r, 480, 200); err != nil {
		t.Fatal(err)
	}
	segments := 0
	for _, p := range r.paths {
		if p.colour == colour(0) && !p.filled {
			segments += len(p.path) - 1
		}
	}
	if segments != 4 {
		t.Errorf("with a break: %d segments, want 4", segments)
	}
	if !slices.Contains(r.strings(), "not comparable") {
		t.Error("the break isn't named")
	}
}

func TestLinesDifferInMoreThanColour(t *testing.T) {
	d := drawing{em: 10, chart: &document.Chart{Series: make([]document.ChartSeries, 20)}}
	seen := map[string]bool{}
	for i := range 20 {
		s := d.seriesStroke(i)
		seen[fmt.Sprint(s.dash, s.marker)] = true
	}
	if len(seen) != 20 {
		t.Errorf("20 series have %d ways to be drawn: %v", len(seen), seen)
	}
}

func TestSaysWhatItShows(t *testing.T) {
	for _, test := range []struct{ chart, want string }{
		{"figure-line", "Hollow: on another basis, such as a calendar year"},
		{"figure-line", "Per 100,000 (axis doesn’t start at zero)"},
		{"figure-line", "10,900"}, {"figure-line", "11,150"}, {"figure-line", "Scotland"},
		{"line-zero", "Days per 1,000 people aged 75 and over"},
		{"figure-empty", "No values in these years"},
		{"line-one", "107"},
		{"line-break", "55.1%"}, // the first after the break
		{"figure-variance", "+1.9"}, {"figure-variance", "−0.8"}, {"figure-variance", "0.0"},
		{"bars-grouped", "no value planned"}, {"bars-grouped", "130.2 spent"},
		{"figure-share", "Carrick Coast"}, {"shares-five", "E"}, {"shares-five", "41.3%"},
		{"shares-empty", "no values"},
	} {
		if got := drawn(t, test.chart).strings(); !slices.Contains(got, test.want) {
			t.Errorf("%s doesn't say %q: %q", test.chart, test.want, got)
		}
	}
}

func TestBarsStartAtZero(t *testing.T) {
	lengths := map[color.RGBA]vg.Length{}
	for _, p := range drawn(t, "figure-variance").paths {
		if p.filled && p.colour != textColour {
			lengths[p.colour] = max(lengths[p.colour], p.path[1].Pos.X-p.path[0].Pos.X)
		}
	}
	if ratio := lengths[colour(0)] / lengths[colour(1)]; math.Abs(float64(ratio)-1.9/0.8) > 0.001 {
		t.Errorf("bars of 1.9 and 0.8 are %v and %v long", lengths[colour(0)], lengths[colour(1)])
	}
}

func TestAxis(t *testing.T) {
	for _, test := range []struct {
		unit string
		want []float64
		in   []any
	}{
		{"", []float64{0, 250, 500, 750, 1000}, []any{412, 905}},
		{"", []float64{10500, 11000, 11500, 12000}, []any{10900, 11900}},
		{"%", []float64{80, 85, 90, 95, 100}, []any{84, 97}},
		{"%", []float64{85, 90, 95}, []any{90}},
		{"%", []float64{90, 95, 100}, []any{100}},
		{"%", []float64{0, 5, 10}, []any{0}},
		{"", []float64{-2, 0, 2, 4}, []any{-1.5, 2.8}},
		{"", []float64{-115, -110, -105, -100, -95}, []any{-105}},
		{"", []float64{0, 0.5, 1}, []any{0}},
	} {
		a, ok := newAxis(&document.Chart{Unit: test.unit, Series: []document.ChartSeries{series("", test.in...)}})
		if !ok || !slices.Equal(a.ticks, test.want) {
			t.Errorf("%v %s: ticks %v, want %v", test.in, test.unit, a.ticks, test.want)
		}
	}
	if _, ok := newAxis(&document.Chart{Series: []document.ChartSeries{series("", nil)}}); ok {
		t.Error("an axis without a value")
	}
}

func TestContrast(t *testing.T) {
	for _, fill := range palette {
		if c := contrast.Ratio(fill, textOn(fill)); c < 4.5 {
			t.Errorf("text on %v has a contrast of %.2f", fill, c)
		}
		if c := contrast.Ratio(fill, paper); c < 3 {
			t.Errorf("%v on white has a contrast of %.2f", fill, c)
		}
	}
}

func TestWrap(t *testing.T) {
	f := (&drawing{em: 10}).regular()
	for _, test := range []struct {
		in    string
		width vg.Length
		lines int
		want  []string
	}{
		{"one two three", 1000, 2, []string{"one two three"}},
		{"one two three", 40, 3, []string{"one two", "three"}},
		{"one two three", 40, 1, []string{"one tw…"}},
		{"Cùrambòidheach", 30, 9, []string{"Cùra", "mbòid", "heach"}},
		{"", 40, 3, nil},
		{"ab", 1, 9, []string{"a", "b"}},
	} {
		if got := f.wrap(test.in, test.width, test.lines); !slices.Equal(got, test.want) {
			t.Errorf("wrap(%q, %v, %d) = %q, want %q", test.in, test.width, test.lines, got, test.want)
		}
	}
}

func TestUnsoundCharts(t *testing.T) {
	ok := func() *document.Chart { return charts()["figure-bars"] }
	for _, test := range []struct {
		want  string
		spoil func(*document.Chart)
	}{
		{"isn't a number", func(c *document.Chart) { c.Series[0].Points[1].Value = math.NaN() }},
		{"has 2 points for 3 categories", func(c *document.Chart) { c.Series[0].Points = c.Series[0].Points[:2] }},
		{"unknown kind 9", func(c *document.Chart) { c.Kind = 9 }},
		{"no categories or no series", func(c *document.Chart) { c.Series = nil }},
		{"is negative", func(c *document.Chart) { c.Kind = document.ProportionChart; c.Series[0].Points[0].Value = -1 }},
	} {
		c := ok()
		test.spoil(c)
		if _, err := SVG(&document.Figure{ID: "f", Chart: c}, nil); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("want %q, got %v", test.want, err)
		}
	}
	if _, err := SVG(&document.Figure{ID: "f"}, nil); err == nil {
		t.Error("a figure without a chart was drawn")
	}
	if err := DrawOn(ok(), nil, &record{}, printWidth, 20); err == nil {
		t.Error("a chart was drawn on less height than it needs")
	}
}

// TestNarrowSVG: on a page 390 pixels wide, whose picture has 358, text is at
// least 12 pixels high, and on one of 320 too; it says what the wide one says.
func TestNarrowSVG(t *testing.T) {
	for width, picture := range map[int]float64{390: 358, 320: 288} {
		if px := picture * float64(narrowScreen.text/narrowScreen.width); px < 12 {
			t.Errorf("on a page %d pixels wide text is %.1f pixels high", width, px)
		}
	}
	for name, c := range charts() {
		fig := &document.Figure{ID: "f", Alt: "What it shows.", Chart: c}
		wide, err := SVG(fig, nil)
		if err != nil {
			t.Fatal(name, err)
		}
		narrow, err := NarrowSVG(fig, nil)
		if err != nil {
			t.Fatal(name, err)
		}
		if !bytes.Contains(narrow, []byte(`aria-label="What it shows."`)) || !bytes.Contains(narrow, []byte(`font-size="15"`)) {
			t.Errorf("%s: %.300s", name, narrow)
		}
		if bytes.Contains(narrow, []byte("Hollow: on another basis")) {
			t.Errorf("%s: what a hollow mark means fits a narrow drawing in the narrowest of fonts only", name)
		}
		shape := []byte(`<path fill="#`) // a mark, or a bar
		if n, w := bytes.Count(narrow, shape), bytes.Count(wide, shape); n != w {
			t.Errorf("%s: %d shapes in the narrow drawing, %d in the wide one", name, n, w)
		}
	}
}

func TestSVG(t *testing.T) {
	for name, c := range charts() {
		fig := &document.Figure{ID: name, Chart: c, Alt: `a "label" & <more>`}
		out, err := SVG(fig, nil)
		if err != nil {
			t.Error(err)
			continue
		}
		again, _ := SVG(fig, nil)
		if !bytes.Equal(out, again) {
			t.Errorf("%s: two drawings differ", name)
		}
		if len(out) > 8<<10 {
			t.Errorf("%s has %d bytes", name, len(out))
		}
		if dir := os.Getenv("CHARTS"); dir != "" { // to look at them
			if err := os.WriteFile(filepath.Join(dir, name+".svg"), out, 0o644); err != nil {
				t.Error(err)
			}
		}
		checkSVG(t, name, out)
	}
}

func checkSVG(t *testing.T, name string, svg []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	for first := true; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attrs := map[string]string{}
		for _, a := range e.Attr {
			attrs[a.Name.Local] = a.Value
		}
		if _, ok := attrs["id"]; ok {
			t.Errorf("%s: an id could collide with another picture's", name)
		}
		if first && (attrs["role"] != "img" || attrs["aria-label"] != `a "label" & <more>` || attrs["viewBox"] == "" || attrs["width"] != "") {
			t.Errorf("%s: attributes %v", name, attrs)
		}
		first = false
	}
}

func BenchmarkSVG20(b *testing.B) {
	line, bars := charts()["figure-line"], charts()["figure-bars"]
	b.ReportAllocs()
	for b.Loop() {
		for i := range 20 {
			c := line
			if i%4 == 3 {
				c = bars
			}
			if _, err := SVG(&document.Figure{Chart: c}, nil); err != nil {
				b.Fatal(err)
			}
		}
	}
}
