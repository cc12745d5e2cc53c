package compose

import (
	"slices"
	"strings"
	"testing"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project"
)

// seriesOf is an indicator with the value of last year and this one's.
func seriesOf(id indicators.ID, basis indicators.Basis, from, to float64, way indicators.Direction) *indicators.Series {
	return &indicators.Series{
		Indicator:    indicators.Indicator{ID: id, ShortTitle: string(id), Basis: basis, Polarity: indicators.LowerIsBetter},
		Points:       []indicators.Point{{Year: 2024, Period: "2024/25", Value: &from}, {Year: 2025, Period: "2025/26", Value: &to}},
		FromPrevious: &indicators.Change{Direction: way, FromYear: 2024},
	}
}

// measureOf is a measure of the board's with values of two Januaries to Marches.
func measureOf(id string, from, to float64, polarity indicators.Polarity) *project.LocalMeasure {
	quarter := func(year int, value float64) *measures.Point {
		start := period.Year(year).Starts().AddDate(0, 9, 0)
		return &measures.Point{Period: period.Span{Start: start, Months: period.Quarter}, Value: &value}
	}
	m := &project.LocalMeasure{Measure: &measures.Measure{ID: id, Title: id}, Levels: []measures.Level{measures.Board}, Terms: measures.Terms{Polarity: polarity}}
	m.Years = []*measures.Point{nil, quarter(2024, from), quarter(2025, to)}
	m.Whole.Newest = m.Years[2]
	return m
}

func chosenFrom(config *project.Config, series []*indicators.Series, list ...*project.LocalMeasure) choice {
	b := &builder{report: &project.Project{Config: config, Indicators: &indicators.Table{Series: series}}}
	if list != nil {
		b.report.Framework = &project.Framework{Measures: list}
	}
	return b.choose()
}

func idsOf(list []*moved) string {
	var ids []string
	for _, m := range list {
		ids = append(ids, m.id())
	}
	return strings.Join(ids, " ")
}

// TestOnlyClearChangesAreShown: what confidence limits can't tell from chance, and what
// changed by less than 1% of the value before, is neither better nor worse.
func TestOnlyClearChangesAreShown(t *testing.T) {
	c := chosenFrom(&project.Config{}, []*indicators.Series{
		seriesOf("NI12", "", 200, 198, indicators.Better),                             // exactly 1%
		seriesOf("NI13", "", 1000, 990.1, indicators.Better),                          // 0.99%
		seriesOf("NI14", "", 100, 110, indicators.Worse),                              // 10%
		seriesOf("NI15", "", 100, 100, indicators.Unchanged),                          //
		seriesOf("NI1", indicators.Survey, 90, 80, indicators.NoClear),                // the limits overlap
		seriesOf("NI2", indicators.Survey, 90, 89.9, indicators.Better),               // they don't
		seriesOf("NI16", "", 0, 3, indicators.Worse),                                  // from nothing
		{Indicator: indicators.Indicator{ID: "NI10"}},                                 // no value
		{Indicator: indicators.Indicator{ID: "NI11"}, Points: []indicators.Point{{}}}, // none to compare
	})
	for what, is := range map[string][2]string{
		"better": {idsOf(c.better), "NI12 NI2"}, "worse": {idsOf(c.worse), "NI16 NI14"}, "unclear": {idsOf(c.unclear), "NI13 NI15 NI1"},
	} {
		if is[0] != is[1] {
			t.Errorf("%s are %q; want %q", what, is[0], is[1])
		}
	}
	if c.compared != 7 || c.without != 2 || c.moreBetter+c.moreWorse != 0 {
		t.Errorf("%+v", c)
	}
}

// TestTheLargestChangesAreShown: of more than a list takes, and in order of their size.
func TestTheLargestChangesAreShown(t *testing.T) {
	var series []*indicators.Series
	for i, to := range []float64{98, 50, 97, 60, 96, 70, 95} {
		series = append(series, seriesOf(indicators.ID("NI1"+string(rune('0'+i))), "", 100, to, indicators.Better))
	}
	c := chosenFrom(&project.Config{}, series, measureOf("M1", 10, 4, indicators.LowerIsBetter), measureOf("M2", 10, 11, indicators.LowerIsBetter))
	if got, want := idsOf(c.better), "M1 NI11 NI13 NI15 NI16 NI14"; got != want {
		t.Errorf("better are %q; want %q", got, want)
	}
	if idsOf(c.worse) != "M2" || c.moreBetter != 2 || c.moreWorse != 0 {
		t.Errorf("%+v", c)
	}
}

// TestTheAuthorityMayChoose: what it leaves out is counted, and nothing that it chooses
// is called better than it is.
func TestTheAuthorityMayChoose(t *testing.T) {
	config := &project.Config{Summary: project.Summary{Indicators: []string{"NI12", "NI13", "NI14"}}}
	c := chosenFrom(config, []*indicators.Series{
		seriesOf("NI12", "", 200, 100, indicators.Better), seriesOf("NI13", "", 1000, 999, indicators.Better),
		seriesOf("NI14", "", 100, 110, indicators.Worse), seriesOf("NI15", "", 100, 110, indicators.Worse),
		seriesOf("NI16", "", 100, 100, indicators.Unchanged),
	}, measureOf("M1", 10, 4, indicators.LowerIsBetter), measureOf("M2", 10, 10, indicators.LowerIsBetter))
	if idsOf(c.better) != "NI12" || idsOf(c.worse) != "NI14" || idsOf(c.unclear) != "NI13" || c.moreBetter != 1 || c.moreWorse != 1 || c.moreUnclear != 2 {
		t.Errorf("better %s, worse %s, unclear %s, %d, %d and %d more", idsOf(c.better), idsOf(c.worse), idsOf(c.unclear), c.moreBetter, c.moreWorse, c.moreUnclear)
	}
}

// TestEachFigureIsShownOrCounted: shown, named or counted, the figures add up to those
// that can be compared, and what is only counted is said.
func TestEachFigureIsShownOrCounted(t *testing.T) {
	series := []*indicators.Series{
		seriesOf("NI12", "", 200, 100, indicators.Better), seriesOf("NI13", "", 1000, 999, indicators.Better),
		seriesOf("NI14", "", 100, 110, indicators.Worse), seriesOf("NI15", "", 100, 110, indicators.Worse),
		seriesOf("NI16", "", 100, 100, indicators.Unchanged), seriesOf("NI1", indicators.Survey, 90, 80, indicators.NoClear),
		seriesOf("NI20", "", 90, 80, indicators.Changed),
	}
	local := []*project.LocalMeasure{measureOf("M1", 10, 4, indicators.LowerIsBetter), measureOf("M2", 10, 10, indicators.LowerIsBetter)}
	for _, tc := range []struct {
		chosen project.Summary
		said   string
	}{
		{project.Summary{}, ""},
		{project.Summary{Indicators: []string{"NI12"}}, "The authority left out of this summary five figures that got neither clearly better nor clearly worse."},
		{project.Summary{Measures: []string{"M2"}}, "The authority left out of this summary four figures that got neither clearly better nor clearly worse."},
		{project.Summary{Indicators: []string{"NI13", "NI16", "NI1"}, Measures: []string{"M2"}}, "The authority left out of this summary one figure that got neither clearly better nor clearly worse."},
		{project.Summary{Indicators: []string{"NI13", "NI16", "NI1", "NI20"}, Measures: []string{"M2"}}, ""},
	} {
		r := &project.Project{Config: &project.Config{Summary: tc.chosen}, Indicators: &indicators.Table{Series: series}, Framework: &project.Framework{Measures: local}}
		b := newBuilder(r, nil, Options{})
		c := b.choose()
		if n := len(c.better) + len(c.worse) + len(c.unclear) + c.moreBetter + c.moreWorse + c.moreUnclear; n != c.compared {
			t.Errorf("%+v: %d of the %d figures are shown or counted", tc.chosen, n, c.compared)
		}
		var said []string
		if s := b.notClear(c); s != nil {
			for _, item := range s.Blocks[0].(*document.List).Items {
				said = append(said, item[0].(*document.Paragraph).Content.String())
			}
		}
		i := slices.IndexFunc(said, func(s string) bool { return strings.HasPrefix(s, "The authority left out") })
		if (i >= 0) != (tc.said != "") || i >= 0 && said[i] != tc.said {
			t.Errorf("%+v: it says %q; want %q", tc.chosen, said, tc.said)
		}
	}
}

// TestMeasuresAreComparedWithTheSamePartOfTheYear: a winter with a winter.
func TestMeasuresAreComparedWithTheSamePartOfTheYear(t *testing.T) {
	m := measureOf("M1", 10, 4, indicators.LowerIsBetter)
	if before := yearBefore(m, m.Whole.Newest); before == nil || *before.Value != 10 {
		t.Fatalf("compared with %v", before)
	}
	m.Years[1].Period.Start = m.Years[1].Period.Start.AddDate(0, -3, 0) // of an autumn
	if before := yearBefore(m, m.Whole.Newest); before != nil {
		t.Errorf("compared with %s", before.Period)
	}
	if yearBefore(m, nil) != nil {
		t.Error("what has no value is compared")
	}
	level := measureOf("M2", 9.96, 10.04, indicators.HigherIsBetter)
	if got := measureDirection(level, level.Years[1], level.Years[2]); got != indicators.Unchanged {
		t.Errorf("values that read alike are %s", got)
	}
	if m.Levels = []measures.Level{measures.Management}; idsOf(chosenFrom(&project.Config{}, nil, m).better) != "" {
		t.Error("a measure that the board doesn't follow is shown")
	}
}

// TestTheLastSentenceIsLeftOut where it announces what isn't printed.
func TestTheLastSentenceIsLeftOut(t *testing.T) {
	strong := &document.Strong{Content: document.Plain("All of it")}
	for _, tc := range []struct {
		is   document.Inlines
		want string
	}{
		{document.Plain("The plan stays. What has changed:"), "The plan stays."},
		{document.Inlines{&document.Text{Text: "One. "}, strong, &document.Text{Text: " stays. These change:"}}, "One. All of it stays."},
		{document.Plain("These change:"), ""},
		{document.Inlines{strong}, ""},
	} {
		before := slices.Clone(tc.is)
		if got := withoutLast(tc.is).String(); got != tc.want {
			t.Errorf("%q; want %q", got, tc.want)
		}
		if tc.is.String() != before.String() {
			t.Errorf("%q was changed", before)
		}
	}
}
