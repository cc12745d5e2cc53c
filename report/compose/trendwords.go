package compose

import (
	"cmp"
	"slices"
	"strings"

	"apr/indicators"
	"apr/internal/wording"
)

// trendCaption states how the newest value compares with the one before, as the tables
// do: a reader is told of one change, not of two since different years.
func (b *builder) trendCaption(s *indicators.Series) string {
	name := string(s.Indicator.ID) + " " + s.Indicator.ShortTitle
	c := s.FromPrevious
	switch {
	case c == nil:
		p := s.Newest()
		return b.words("{indicator}: {value} in {period}, with no earlier value to compare", name, s.Indicator.Format(*p.Value), p.Period)
	case c.Slight(s.Indicator):
		return b.words("{indicator}: little changed since {period}", name, c.From)
	}
	// Points are of percentages, as in the tables' columns.
	change := b.told(strings.Replace(c.Describe(s.Indicator), " percentage point", " point", 1), wording.Changes())
	switch c.Direction {
	case indicators.NoClear, indicators.Better, indicators.Worse:
		return b.words("{indicator}: {change}, {direction}", name, change, b.words(string(c.Direction)))
	}
	return b.words("{indicator}: {change}", name, change)
}

// trendAlt describes a trend to someone who can't see the chart: where each line goes
// from the first year to the last, and whether that is clear. The title tells the change
// since the value before. Then what else only the drawing shows: points before a break,
// hollow ones, and gaps.
func (b *builder) trendAlt(area string, s *indicators.Series) string {
	name := string(s.Indicator.ID) + " " + s.Indicator.ShortTitle
	alt := []string{b.words("{indicator} ({unit}), line chart for {area} and Scotland.", name, s.Indicator.Unit, area)}
	own := &trendLine{builder: b, name: area, series: s, value: func(p *indicators.Point) *float64 { return p.Value }}
	scotland := &trendLine{builder: b, name: b.words("Scotland"), series: s, national: true, value: func(p *indicators.Point) *float64 { return p.Scotland }}
	alt = append(alt, own.course(), scotland.course())
	if p := s.Newest(); s.AgainstScotland != nil && p.Scotland != nil {
		alt = append(alt, b.words(besideScotland(s), p.Period, area))
	}
	alt = append(alt, b.breaks(s))
	if earlier := append(own.earlier(), scotland.earlier()...); len(earlier) > 0 {
		alt = append(alt, b.words("Before: {values}.", strings.Join(earlier, "; ")))
	}
	alt = append(alt, own.gaps(), scotland.gaps())
	return b.sentences(alt)
}

// sentences are those that there are, one behind another. They are in the report's
// language where each of them is, whatever names and units they have in them.
func (b *builder) sentences(list []string) string {
	list = slices.DeleteFunc(list, func(s string) bool { return s == "" })
	text := strings.Join(list, " ")
	if b.doc.Meta.OwnLanguage != "" && !slices.ContainsFunc(list, func(s string) bool { return !b.inLanguage(strings.TrimSuffix(s, ".")) && !b.inLanguage(s) }) {
		b.said[text] = true
	}
	return text
}

// besideScotland is where the newest value is, by what readers see of both: a row.
func besideScotland(s *indicators.Series) string {
	c, p := s.AgainstScotland, s.Newest()
	unclear := c.Direction == indicators.NoClear
	switch {
	case s.Indicator.Format(*p.Value) == s.Indicator.Format(*p.Scotland):
		return "In {period} {area} is level with Scotland."
	case c.Difference > 0 && unclear:
		return "In {period} {area} is above Scotland, with no clear difference."
	case c.Difference > 0:
		return "In {period} {area} is above Scotland."
	case unclear:
		return "In {period} {area} is below Scotland, with no clear difference."
	}
	return "In {period} {area} is below Scotland."
}

// trendLine is one of the two lines of a trend's chart.
type trendLine struct {
	*builder
	name     string
	national bool
	series   *indicators.Series
	value    func(*indicators.Point) *float64
}

// points are those from the last break on, and those before it.
func (l *trendLine) points() (earlier, comparable []*indicators.Point) {
	for i := range l.series.Points {
		p := &l.series.Points[i]
		switch {
		case l.value(p) == nil:
		case p.Status == indicators.NotComparable:
			earlier = append(earlier, p)
		default:
			comparable = append(comparable, p)
		}
	}
	return earlier, comparable
}

func (l *trendLine) format(p *indicators.Point) string {
	return l.series.Indicator.Format(*l.value(p))
}

// at is a value with the period that it is of and, where the chart and the table have
// it under a reporting year of another name, that year.
func (l *trendLine) at(p *indicators.Point) string {
	switch year := p.Year.String(); {
	case p.Proxy:
		return l.words("{value} in {period} (a calendar year, drawn hollow at {year})", l.format(p), p.Period, year)
	case p.Period != year:
		return l.words("{value} in {period} (drawn at {year})", l.format(p), p.Period, year)
	}
	return l.words("{value} in {period}", l.format(p), p.Period)
}

// course says where a line begins, where it peaks or dips between, and where it ends; ""
// where nothing is drawn.
func (l *trendLine) course() string {
	_, points := l.points()
	if len(points) == 0 {
		return ""
	}
	first, last := points[0], points[len(points)-1]
	if first == last {
		return l.words("{line}: {value}.", l.name, l.at(first))
	}
	row := "{line} fell from {first} to {last}"
	switch a, b := *l.value(first), *l.value(last); {
	case l.format(first) == l.format(last): // as the title judges it
		row = "{line} was {first} and again {last}"
	case a < b:
		row = "{line} rose from {first} to {last}"
	}
	course := l.words(row, l.name, l.at(first), l.at(last))
	if c := l.series.FromFirst; !l.national && c != nil && c.Direction == indicators.NoClear {
		course = l.words("{line}, no clear change", course)
	}
	if between := l.between(points); len(between) > 0 {
		course = l.words("{line}, with {values}", course, l.list(between))
	}
	return course + "."
}

// between are the highest and the lowest of the points between a line's ends, where
// they are seen to be above or below both ends.
func (l *trendLine) between(points []*indicators.Point) (words []string) {
	order := func(a, b *indicators.Point) int { return cmp.Compare(*l.value(a), *l.value(b)) }
	low, high := slices.MinFunc(points, order), slices.MaxFunc(points, order)
	ends := []string{l.format(points[0]), l.format(points[len(points)-1])}
	if !slices.Contains(ends, l.format(high)) {
		words = append(words, l.words("a peak of {value}", l.at(high)))
	}
	if !slices.Contains(ends, l.format(low)) {
		words = append(words, l.words("a low of {value}", l.at(low)))
	}
	return words
}

// earlier names a line's points before the last break.
func (l *trendLine) earlier() []string {
	points, _ := l.points()
	var values []string
	for _, p := range points {
		values = append(values, l.at(p))
	}
	if len(values) == 0 {
		return nil
	}
	return []string{l.name + " " + l.list(values)}
}

// breaks says where the drawing has rules.
func (b *builder) breaks(s *indicators.Series) string {
	var at []string
	for i := range s.Points {
		if s.Points[i].Break {
			at = append(at, s.Points[i].Year.String())
		}
	}
	switch len(at) {
	case 0:
		return ""
	case 1:
		return b.words("Values from {year} can't be compared with earlier ones: a rule stands before it.", at[0])
	}
	return b.words("Values from {years} can't be compared with earlier ones: a rule stands before each of them.", b.list(at))
}

// gaps names the years in which a line has no point. Surveys are joined to the
// next survey, as the drawing does.
func (l *trendLine) gaps() string {
	var gaps []string
	for i := range l.series.Points {
		p := &l.series.Points[i]
		if p.Status != indicators.NoSurvey && l.value(p) == nil && (!l.national || p.Value != nil) {
			gaps = append(gaps, p.Year.String())
		}
	}
	switch {
	case len(gaps) == 0:
		return ""
	case l.national:
		return l.words("No value of Scotland for {years}.", l.list(gaps))
	}
	return l.words("No value for {years}.", l.list(gaps))
}
