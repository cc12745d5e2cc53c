package document

// ChartKind is how a chart draws its series.
type ChartKind int

const (
	// LineChart draws each series over Categories from left to right, with a
	// gap where there is no value.
	LineChart ChartKind = iota
	// BarChart draws one horizontal bar per category and series, from zero.
	BarChart
	// DivergingChart draws one horizontal bar per category to the left or right
	// of zero: under- and overspends.
	DivergingChart
	// ProportionChart draws one horizontal bar per category, stacked from its
	// series, from zero.
	ProportionChart
)

// Chart is what a figure draws: values and labels, no colours and no sizes.
type Chart struct {
	Kind ChartKind
	// Unit is printed at the value axis: "%", "£ million", "per 100,000".
	Unit string
	// Decimals is how many the labels show.
	Decimals int
	// Categories are along the line chart's axis (years), or one a bar.
	Categories []string
	Series     []ChartSeries
}

// ChartSeries is one line or one kind of bar; it has a point per category.
type ChartSeries struct {
	// Name labels the series directly, at the line's end or on the bar.
	Name string
	// Lead marks the series that the figure's words are about: it is drawn in front,
	// its line thicker and its name in bold.
	Lead   bool
	Points []ChartPoint
}

// ChartPoint is one value, or none.
type ChartPoint struct {
	Value float64
	// Present is false where there is no value: a gap, never a zero.
	Present bool
	// Proxy marks a value on another basis, such as a calendar year: drawn hollow.
	Proxy bool
	// Break marks the first value that can't be compared with those before it:
	// the line stops before it and a rule is drawn.
	Break bool
}
