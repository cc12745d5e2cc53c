package chart

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/plot/vg"

	"apr/internal/document"
	"apr/internal/rounds"
)

// randomLines are lines of which many begin or end close to one another, as shares of
// the same whole do.
func randomLines(random *rand.Rand) *document.Chart {
	names := []string{"Scotland", "Carrickmoor", "Hospital inpatients", "Care homes and adult placements", "Target",
		"Clackmannanshire and Stirling", "Other social care", "Support for unpaid carers", "Na h-Eileanan Siar"}
	units := []string{"%", "per 100,000", "£ million", "days per 1,000 people aged 75 and over"}
	c := &document.Chart{Kind: document.LineChart, Unit: units[random.IntN(len(units))], Decimals: random.IntN(3), Categories: years[:1+random.IntN(len(years))]}
	whole := []float64{100, 100, 1, 130000}[random.IntN(4)]
	level := random.Float64()
	for i := range 1 + random.IntN(6) {
		s := document.ChartSeries{Name: names[random.IntN(len(names))], Lead: i == 0 && random.IntN(2) == 0}
		v := level + random.NormFloat64()*0.2*float64(random.IntN(2))
		for range c.Categories {
			v += random.NormFloat64() * 0.03
			s.Points = append(s.Points, document.ChartPoint{Value: max(0, min(v, 1)) * whole, Present: random.IntN(7) > 0, Proxy: random.IntN(9) == 0, Break: i == 0 && random.IntN(9) == 0})
		}
		c.Series = append(c.Series, s)
	}
	return c
}

// TestNoLabelMeetsAnother draws random lines in each of the sizes that reports have: no
// label touches another or is cut off, whether it is of a value, a line, the axis or a
// year.
func TestNoLabelMeetsAnother(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 20))
	labels := 0
	for round := range rounds.Of(t, 1500) {
		c := randomLines(random)
		for _, size := range []struct{ w, h, em vg.Length }{
			{printWidth, 164, printText}, {231, 136, printText}, {wideScreen.width, 0, wideScreen.text}, {narrowScreen.width, 0, narrowScreen.text},
		} {
			d := &drawing{chart: c, w: size.w, em: size.em}
			h := max(size.h, d.least())
			if size.h == 0 {
				h = d.height()
			}
			r := &record{}
			if err := draw(c, nil, r, size.w, h, size.em); err != nil {
				t.Fatal(err)
			}
			for i, a := range r.texts {
				labels++
				if a.left < -0.01 || a.right > size.w+0.01 || a.top < -0.01 || a.bottom > h+0.01 {
					t.Errorf("round %d, %.0f × %.0f: %q is cut off: %v", round, size.w, h, a.text, a.box)
				}
				for _, b := range r.texts[:i] {
					if a.grown(0.3*size.em, 0).overlaps(b.box) {
						t.Errorf("round %d, %.0f × %.0f: %q meets %q", round, size.w, h, a.text, b.text)
					}
				}
			}
			if t.Failed() {
				t.Fatalf("%s", describe(c))
			}
		}
	}
	t.Logf("%d labels", labels)
}

func describe(c *document.Chart) (text string) {
	for _, s := range c.Series {
		text += fmt.Sprintf("%s %v\n", s.Name, s.Points)
	}
	return text
}

// TestOnlyTheLeadIsBold: no line is in bold that the figure's words aren't about.
func TestOnlyTheLeadIsBold(t *testing.T) {
	c := charts()["line-five"]
	for i := range c.Series {
		if d := (&drawing{chart: c, em: 10}); d.seriesStroke(i).width != d.seriesStroke(0).width {
			t.Errorf("line %d is thicker or thinner than the first", i)
		}
	}
	c.Series[1].Lead = true
	d := &drawing{chart: c, em: 10}
	if d.seriesStroke(1).width <= d.seriesStroke(0).width {
		t.Error("the lead isn't thicker than others")
	}
	l := &lines{drawing: d}
	l.w = printWidth
	for i, e := range l.layOutEndLabels() {
		if bold := e.face.Font.Weight > 0; bold != (i == 1) {
			t.Errorf("line %d: in bold %v", i, bold)
		}
	}
}
