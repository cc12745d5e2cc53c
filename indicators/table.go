package indicators

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"apr/internal/period"
	"apr/internal/source"
)

// Table is the indicator table of an area: every indicator for the reporting
// year and its predecessors, next to Scotland. An error is an
// *source.InputError with everything that is wrong: the workbook has no such
// area, an option names one that nobody knows, the year is none. Areas of the
// family that the workbook has no rows for are left out of the average.
func (w *Workbook) Table(opts TableOptions) (*Table, error) {
	index := newIndex(w)
	var problems source.Problems
	area := index.resolve(opts.Area, &problems)
	var family []string
	for _, name := range opts.Family {
		if index.lacks(name) {
			continue // the reader has reported which areas lack rows
		}
		if member := index.resolve(name, &problems); !slices.Contains(family, member) {
			family = append(family, member)
		}
	}
	if opts.Year < period.First {
		problems.Addf(CodeYearOutOfRange, index.position(), "there is no reporting year %s: the first is %s", opts.Year, period.First)
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	b := builder{index: index, area: area, family: family, opts: opts}
	t := &Table{Area: area, Year: opts.Year, Window: period.Window(opts.Year)}
	for _, i := range Catalogue() {
		if breaks, ok := opts.Breaks[i.ID]; ok {
			i.Breaks = slices.Clone(breaks)
		}
		if outcomes, ok := opts.Outcomes[i.ID]; ok {
			i.Outcomes = slices.Clone(outcomes)
		}
		t.Series = append(t.Series, b.series(i, t.Window))
	}
	return t, nil
}

// observationKey is what a row is about, indicatorPeriod that of any area.
type observationKey struct {
	id           ID
	area, period string
}

type indicatorPeriod struct {
	id     ID
	period string
}

// index finds observations.
type index struct {
	workbook *Workbook
	rows     map[observationKey]*Observation
	areas    []string // that have rows
	// published is the periods for which any area, or Scotland, has a value;
	// last is the newest reporting year among them, first the oldest.
	published   map[indicatorPeriod]bool
	first, last map[ID]period.Year
	month       time.Time // of the release; zero where nobody knows
}

func newIndex(w *Workbook) *index {
	x := &index{
		workbook:  w,
		rows:      make(map[observationKey]*Observation, len(w.Observations)),
		published: map[indicatorPeriod]bool{},
		first:     map[ID]period.Year{}, last: map[ID]period.Year{},
	}
	seen := map[string]bool{}
	for i := range w.Observations {
		o := &w.Observations[i]
		key := observationKey{o.Indicator, o.Area, o.Period}
		if x.rows[key] == nil { // of several the first is, as in the reader
			x.rows[key] = o
		}
		if !seen[o.Area] {
			seen[o.Area] = true
			x.areas = append(x.areas, o.Area)
		}
		if o.Value != nil {
			x.publish(o)
		}
	}
	slices.Sort(x.areas)
	x.month = x.released()
	return x
}

func (x *index) publish(o *Observation) {
	key := indicatorPeriod{o.Indicator, o.Period}
	if x.published[key] {
		return
	}
	x.published[key] = true
	y, ok := reportingYear(o.Period)
	if !ok {
		return
	}
	if first, ok := x.first[o.Indicator]; !ok || y < first {
		x.first[o.Indicator] = y
	}
	if last, ok := x.last[o.Indicator]; !ok || y > last {
		x.last[o.Indicator] = y
	}
}

// reportingYear is the reporting year that a period is shown under: a single
// year under the reporting year that begins in it, as PHS's dashboards have it.
func reportingYear(p string) (period.Year, bool) {
	if len(p) == len("2025") {
		y, err := period.Parse(fmt.Sprintf("%s/%02d", p, (int(p[2]-'0')*10+int(p[3]-'0')+1)%100))
		return y, err == nil
	}
	y, err := period.Parse(p)
	return y, err == nil
}

func (x *index) find(id ID, area, p string) *Observation {
	return x.rows[observationKey{id, area, p}]
}

// position is the table as a whole.
func (x *index) position() source.Position {
	return source.Position{File: x.workbook.File, Sheet: x.workbook.Sheet}
}

// resolve is the workbook's name for an area, or for an authority's.
func (x *index) resolve(name string, problems *source.Problems) string {
	area, _, _ := CanonicalArea(name)
	for _, a := range x.areas {
		if a == area || AreaKey(a) == AreaKey(area) {
			return a
		}
	}
	authority, _, known := FindAuthority(name)
	if known && slices.Contains(x.areas, authority.Area) {
		return authority.Area
	}
	code := CodeUnknownArea
	if known || x.lacks(name) {
		code = CodeAbsentArea
	}
	problems.Add(&source.Problem{
		Code: code, Position: x.position(),
		Message: fmt.Sprintf("the workbook has no rows for the area %q", name),
		Hint:    cmp.Or(source.DidYouMean(name, x.areas), "name the area as the workbook's column Partnership does"),
	})
	return ""
}

// lacks reports whether a name is that of one of the 34 areas, for which the
// workbook happens to have no rows: a dashboard has one area's, a faulty release
// all but some.
func (x *index) lacks(name string) bool {
	area, known, _ := CanonicalArea(name)
	return known && !slices.Contains(x.areas, area)
}

// builder makes the series of one table.
type builder struct {
	index  *index
	area   string
	family []string
	opts   TableOptions
}

func (b *builder) series(i Indicator, window []period.Year) *Series {
	s := &Series{Indicator: i}
	for _, y := range window {
		s.Points = append(s.Points, b.point(&i, y))
	}
	since := markBreaks(s, window[0])
	newest := s.Newest()
	if newest == nil {
		return s
	}
	// What may be compared with the newest value, oldest first.
	var earlier []*Point
	for n := range s.Points {
		p := &s.Points[n]
		if p != newest && p.Value != nil && p.Year >= max(since, b.opts.Since) {
			earlier = append(earlier, p)
		}
	}
	if len(earlier) > 0 {
		s.FromPrevious = compare(&i, earlier[len(earlier)-1], newest)
		s.FromFirst = compare(&i, earlier[0], newest)
	}
	if b.area != Scotland {
		if o := b.index.find(i.ID, Scotland, newest.Period); o != nil && o.Value != nil {
			s.AgainstScotland = againstScotland(&i, o, newest)
		}
	}
	for n := range s.Points {
		if p := &s.Points[n]; p.Value != nil {
			p.Rank, p.Of = b.rank(&i, p)
		}
	}
	s.FamilyAverage, s.FamilySize = b.familyAverage(i.ID, newest.Period)
	return s
}

// markBreaks marks the points that a break parts from the newest value, and is
// the reporting year from which values can be compared with it.
func markBreaks(s *Series, start period.Year) (since period.Year) {
	newest := s.Newest()
	if newest == nil {
		return 0
	}
	for _, y := range s.Indicator.Breaks {
		if y > newest.Year {
			continue
		}
		since = max(since, y)
		if y < start {
			continue
		}
		for n := range s.Points {
			if p := &s.Points[n]; p.Year >= y && p.Value != nil {
				p.Break = true
				p.note(breakNote(&s.Indicator, y))
				break
			}
		}
	}
	for n := range s.Points {
		if p := &s.Points[n]; p.Value != nil && p.Year < since {
			p.Status = NotComparable
			p.note(breakNote(&s.Indicator, since))
		}
	}
	return since
}

// rank is the place of a value among the authorities' values for its
// period, the best first. An area that isn't one of the 31, such as an invented
// one, is ranked with them; Scotland isn't, nor are the two councils whose
// joint partnership is.
func (b *builder) rank(i *Indicator, p *Point) (rank, of int) {
	better := func(v float64) bool { return v > *p.Value }
	switch i.Polarity {
	case LowerIsBetter:
		better = func(v float64) bool { return v < *p.Value }
	case HigherIsBetter:
	default:
		return 0, 0
	}
	rank, one := 1, false
	for _, a := range areas().authorities {
		one = one || a.Area == b.area
		if o := b.index.find(i.ID, a.Area, p.Period); o != nil && o.Value != nil {
			of++
			if better(*o.Value) {
				rank++
			}
		}
	}
	if !one {
		if slices.Contains(areas().all, b.area) {
			return 0, 0
		}
		of++
	}
	if of < 2 {
		return 0, 0 // a dashboard has one area's values
	}
	return rank, of
}

// familyAverage is the unweighted mean of the benchmarking family's values, as
// the framework's own averages are, and how many areas have one.
func (b *builder) familyAverage(id ID, p string) (*float64, int) {
	sum, n := 0.0, 0
	for _, area := range b.family {
		if o := b.index.find(id, area, p); o != nil && o.Value != nil {
			sum += *o.Value
			n++
		}
	}
	if n == 0 {
		return nil, 0
	}
	mean := sum / float64(n)
	return &mean, n
}
