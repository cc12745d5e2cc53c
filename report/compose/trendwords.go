package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"apr/indicators"
	"apr/internal/wording"
)

// trendCaption states how the newest value compares with the one before, as the tables
// do: a reader is told of one change, not of two since different years.
func trendCaption(s *indicators.Series) string {
	name := fmt.Sprintf("%s %s", s.Indicator.ID, s.Indicator.ShortTitle)
	c := s.FromPrevious
	switch {
	case c == nil:
		p := s.Newest()
		return fmt.Sprintf("%s: %s in %s, with no earlier value to compare", name, s.Indicator.Format(*p.Value), p.Period)
	case c.Slight(s.Indicator):
		return fmt.Sprintf("%s: little changed since %s", name, c.From)
	}
	// Points are of percentages, as in the tables' columns.
	text := name + ": " + strings.Replace(c.Describe(s.Indicator), " percentage point", " point", 1)
	switch c.Direction {
	case indicators.NoClear, indicators.Better, indicators.Worse:
		text += ", " + string(c.Direction)
	}
	return text
}

// trendAlt describes a trend to someone who can't see the chart: where each line goes
// from the first year to the last, and whether that is clear. The title tells the change
// since the value before. Then what else only the drawing shows: points before a break,
// hollow ones, and gaps.
func trendAlt(area string, s *indicators.Series) string {
	var alt strings.Builder
	fmt.Fprintf(&alt, "%s %s (%s), line chart for %s and Scotland.", s.Indicator.ID, s.Indicator.ShortTitle, s.Indicator.Unit, area)
	own := &trendLine{name: area, series: s, value: func(p *indicators.Point) *float64 { return p.Value }}
	scotland := &trendLine{name: "Scotland", series: s, national: true, value: func(p *indicators.Point) *float64 { return p.Scotland }}
	own.write(&alt)
	scotland.write(&alt)
	if p := s.Newest(); s.AgainstScotland != nil && p.Scotland != nil {
		fmt.Fprintf(&alt, " In %s %s is %s.", p.Period, area, besideScotland(s))
	}
	writeBreaks(&alt, s)
	if earlier := append(own.earlier(), scotland.earlier()...); len(earlier) > 0 {
		fmt.Fprintf(&alt, " Before: %s.", strings.Join(earlier, "; "))
	}
	own.writeGaps(&alt)
	scotland.writeGaps(&alt)
	return alt.String()
}

// besideScotland is where the newest value is, by what readers see of both.
func besideScotland(s *indicators.Series) string {
	c, p := s.AgainstScotland, s.Newest()
	where := "below Scotland"
	switch {
	case s.Indicator.Format(*p.Value) == s.Indicator.Format(*p.Scotland):
		return "level with Scotland"
	case c.Difference > 0:
		where = "above Scotland"
	}
	if c.Direction == indicators.NoClear {
		where += ", with no clear difference"
	}
	return where
}

// trendLine is one of the two lines of a trend's chart.
type trendLine struct {
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
	text := l.format(p) + " in " + p.Period
	switch year := p.Year.String(); {
	case p.Proxy:
		text += fmt.Sprintf(" (a calendar year, drawn hollow at %s)", year)
	case p.Period != year:
		text += fmt.Sprintf(" (drawn at %s)", year)
	}
	return text
}

// write says where a line begins, where it peaks or dips between, and where it ends.
func (l *trendLine) write(alt *strings.Builder) {
	_, points := l.points()
	if len(points) == 0 {
		return
	}
	first, last := points[0], points[len(points)-1]
	if first == last {
		fmt.Fprintf(alt, " %s: %s.", l.name, l.at(first))
		return
	}
	switch a, b := *l.value(first), *l.value(last); {
	case l.format(first) == l.format(last): // as the title judges it
		fmt.Fprintf(alt, " %s was %s and again %s", l.name, l.at(first), l.at(last))
	case a < b:
		fmt.Fprintf(alt, " %s rose from %s to %s", l.name, l.at(first), l.at(last))
	default:
		fmt.Fprintf(alt, " %s fell from %s to %s", l.name, l.at(first), l.at(last))
	}
	if c := l.series.FromFirst; !l.national && c != nil && c.Direction == indicators.NoClear {
		alt.WriteString(", no clear change")
	}
	if between := l.between(points); len(between) > 0 {
		alt.WriteString(", with " + wording.List(between))
	}
	alt.WriteByte('.')
}

// between are the highest and the lowest of the points between a line's ends, where
// they are seen to be above or below both ends.
func (l *trendLine) between(points []*indicators.Point) (words []string) {
	order := func(a, b *indicators.Point) int { return cmp.Compare(*l.value(a), *l.value(b)) }
	low, high := slices.MinFunc(points, order), slices.MaxFunc(points, order)
	ends := []string{l.format(points[0]), l.format(points[len(points)-1])}
	if !slices.Contains(ends, l.format(high)) {
		words = append(words, "a peak of "+l.at(high))
	}
	if !slices.Contains(ends, l.format(low)) {
		words = append(words, "a low of "+l.at(low))
	}
	return words
}

// earlier names a line's points before the last break.
func (l *trendLine) earlier() (words []string) {
	points, _ := l.points()
	var values []string
	for _, p := range points {
		values = append(values, l.at(p))
	}
	if len(values) == 0 {
		return nil
	}
	return []string{l.name + " " + wording.List(values)}
}

// writeBreaks says where the drawing has rules.
func writeBreaks(alt *strings.Builder, s *indicators.Series) {
	var at []string
	for i := range s.Points {
		if s.Points[i].Break {
			at = append(at, s.Points[i].Year.String())
		}
	}
	switch len(at) {
	case 0:
	case 1:
		fmt.Fprintf(alt, " Values from %s can't be compared with earlier ones: a rule stands before it.", at[0])
	default:
		fmt.Fprintf(alt, " Values from %s can't be compared with earlier ones: a rule stands before each of them.", wording.List(at))
	}
}

// writeGaps names the years in which a line has no point. Surveys are joined to the
// next survey, as the drawing does.
func (l *trendLine) writeGaps(alt *strings.Builder) {
	var gaps []string
	for i := range l.series.Points {
		p := &l.series.Points[i]
		if p.Status != indicators.NoSurvey && l.value(p) == nil && (!l.national || p.Value != nil) {
			gaps = append(gaps, p.Year.String())
		}
	}
	switch {
	case len(gaps) == 0:
	case l.national:
		fmt.Fprintf(alt, " No value of Scotland for %s.", wording.List(gaps))
	default:
		fmt.Fprintf(alt, " No value for %s.", wording.List(gaps))
	}
}
