package project

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/folder"
	"apr/internal/period"
	"apr/internal/project/datum"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Framework is the performance framework: the local measures with what they are
// linked to and how they do in the reporting year.
type Framework struct {
	// Table is what was read.
	Table *measures.Table
	// Measures are in order of the files.
	Measures []*LocalMeasure
	// Escalate are the reasons for which a measure is escalated to the board.
	Escalate []Escalation
}

// LocalMeasure is a measure as the files and apr.yaml describe it together; what
// apr.yaml says comes first.
type LocalMeasure struct {
	*measures.Measure
	Outcomes []int
	// OtherOutcomes are of lists beyond the nine: "children/safe".
	OtherOutcomes []string
	Priorities    []string
	Directions    []string
	Function      FunctionKind
	Levels        []measures.Level
	Terms         measures.Terms
	// Whole is how the whole area does; Localities are in order of apr.yaml, those
	// without data left out.
	Whole      measures.Assessment
	Localities []LocalityMeasure
	// Others are what the whole area is compared with, Scotland first.
	Others []OtherArea
	// Since is the first reporting year with data as apr.yaml says, 0 where it
	// doesn't.
	Since period.Year
	// Years are the whole area's points of the report's years, oldest first; nil
	// where the table says nothing of a year.
	Years []*measures.Point
	// Comment is the narrative's, zero where there is none.
	Comment yamlpos.Text
	// Linked is where apr.yaml speaks of the measure; zero where it doesn't.
	Linked source.Position
}

// LocalityMeasure is how a locality does.
type LocalityMeasure struct {
	Locality string
	measures.Assessment
	// Years are its points of the report's years, oldest first; nil where the table
	// says nothing of a year.
	Years []*measures.Point
}

// OtherArea is Scotland, another area or a group of them beside the measure's whole
// area.
type OtherArea struct {
	Name string
	// Years are its points of the report's years, oldest first; nil where the table
	// says nothing of a year.
	Years []*measures.Point
}

// order has Scotland first.
func (o *OtherArea) order() int {
	if o.Name == indicators.Scotland {
		return 0
	}
	return 1
}

// LocalTerms are what a locality's values are compared with. apr.yaml's target is
// the whole area's: a locality has the target of its own row, or none.
func (m *LocalMeasure) LocalTerms() measures.Terms {
	t := m.Terms
	t.Target = nil
	return t
}

// Overdue reports whether new data should have come before a day.
func (m *LocalMeasure) Overdue(today time.Time) bool {
	return !today.IsZero() && !m.Next.IsZero() && m.Next.End().Before(today.Truncate(24*time.Hour))
}

// At reports whether the measure is reported at a level.
func (m *LocalMeasure) At(level measures.Level) bool {
	for _, l := range m.Levels {
		if l == level {
			return true
		}
	}
	return false
}

// defaultEscalation is for which reasons a measure is escalated where apr.yaml
// doesn't say.
var defaultEscalation = []Escalation{EscalateRed, EscalateWorsening}

// Escalated are the reasons for which a measure is escalated, none where it isn't.
func (f *Framework) Escalated(m *LocalMeasure, today time.Time) []Escalation {
	holds := map[Escalation]bool{
		EscalateRed:       m.Whole.Rating == measures.Red,
		EscalateWorsening: m.Whole.Rating == measures.Amber && m.Whole.Worsening >= 2,
		EscalateFellBack:  m.Whole.FellBack >= 2,
		EscalateNoData:    m.Whole.Rating == measures.NoData,
		EscalateOverdue:   m.Overdue(today),
	}
	var reasons []Escalation
	for _, e := range f.Escalate {
		if holds[e] {
			reasons = append(reasons, e)
		}
	}
	return reasons
}

// measures reads the files of local measures.
func (l *loader) measures(_ context.Context, s *stage) error {
	p := l.project.Config
	if len(p.Measures.Files) == 0 || l.broken["measures"] || p.Year == 0 {
		return nil
	}
	var files []string
	for i, written := range p.Measures.Files {
		file, _ := folder.LocalPath(written) // checked with apr.yaml
		if !exists(l.folder, file) {
			return missingFile(l.folder, "table of measures", file, p.PositionOf(yamlpos.Item("measures.files", i)))
		}
		files = append(files, file)
	}
	places := measures.Places{Codes: p.localityNames(), Own: []string{p.Authority.Area, p.Authority.Name, p.Authority.ShortName}}
	for _, locality := range p.Localities {
		places.Localities = append(places.Localities, locality.Name)
	}
	table, err := measures.ReadAt(l.folder, places, files...)
	if err != nil {
		return err
	}
	s.survive(table.Problems)
	l.project.Framework = &Framework{Table: table, Escalate: p.Measures.Escalate}
	if p.Measures.Escalate == nil {
		l.project.Framework.Escalate = defaultEscalation
	}
	return nil
}

// framework joins the measures that were read with what apr.yaml and the
// narrative say of them.
func (l *loader) framework() {
	f := l.project.Framework
	if f == nil {
		return
	}
	c := frameworkChecker{loader: l, table: f.Table}
	c.check()
	for _, m := range f.Table.Measures {
		f.Measures = append(f.Measures, l.localMeasure(m))
	}
}

func (l *loader) localMeasure(m *measures.Measure) *LocalMeasure {
	p := l.project.Config
	out := &LocalMeasure{Measure: m, Function: Integration, Levels: m.Levels, Terms: measures.Terms{Polarity: m.Polarity}}
	if t, err := measures.ParseTolerance(p.Measures.Tolerance); err == nil {
		out.Terms.Tolerance = &t
	}
	for i := range p.Measures.List {
		if e := &p.Measures.List[i]; strings.EqualFold(e.ID, m.ID) {
			out.apply(e)
		}
	}
	if out.Levels == nil {
		out.Levels = []measures.Level{measures.Board, measures.Management}
	}
	out.Whole = m.Whole().Assess(p.Year, out.Terms)
	reported := false
	for _, y := range period.Window(p.Year) {
		point := m.Whole().In(y)
		out.Years = append(out.Years, point)
		if point != nil && y < out.Since && !reported {
			reported = true
			l.survived.Add(&source.Problem{Code: measures.CodeSince, Position: p.PositionOf(sincePath(p, m.ID)),
				Message: fmt.Sprintf("%s has data since %s, says apr.yaml, and the table has a value for %s", m.ID, out.Since, y),
				Hint:    "write the first year that the table has", Related: []source.Related{{Position: point.Position, Message: "the earlier value"}}})
		}
	}
	for _, locality := range p.Localities {
		if s := m.In(locality.Name); s != nil {
			out.Localities = append(out.Localities, LocalityMeasure{Locality: locality.Name, Assessment: s.Assess(p.Year, out.LocalTerms()), Years: yearsOf(s, p.Year)})
		}
	}
	for _, s := range m.Series {
		if s.Other {
			out.Others = append(out.Others, OtherArea{Name: s.Locality, Years: yearsOf(s, p.Year)})
		}
	}
	slices.SortStableFunc(out.Others, func(a, b OtherArea) int { return cmp.Compare(a.order(), b.order()) })
	for id, text := range l.project.Narrative.Reg3.Measures {
		if strings.EqualFold(id, m.ID) {
			out.Comment = text
		}
	}
	return out
}

// yearsOf are a series' points of the report's years, oldest first.
func yearsOf(s *measures.Series, year period.Year) (points []*measures.Point) {
	for _, y := range period.Window(year) {
		points = append(points, s.In(y))
	}
	return points
}

// sincePath is where apr.yaml says since when a measure has data.
func sincePath(p *Config, id string) string {
	i := slices.IndexFunc(p.Measures.List, func(e MeasureTerms) bool { return strings.EqualFold(e.ID, id) })
	return yamlpos.Item("measures.list", i) + ".since"
}

// apply takes over what apr.yaml says of the measure. It has been checked.
func (m *LocalMeasure) apply(e *MeasureTerms) {
	m.Linked, m.Since = e.Position, e.Since
	m.Outcomes, m.Priorities, m.Directions = e.Outcomes, e.Priorities, e.Directions
	m.OtherOutcomes = e.OtherOutcomes
	if e.Function != "" {
		m.Function = e.Function
	}
	if e.Unit != "" {
		m.Unit = e.Unit
	}
	if e.Polarity != "" {
		m.Terms.Polarity = indicators.Polarity(e.Polarity)
	}
	if e.Levels != nil {
		m.Levels = nil
		for _, level := range e.Levels {
			m.Levels = append(m.Levels, measures.Level(level))
		}
	}
	if t, err := measures.ParseTolerance(e.Tolerance); err == nil {
		m.Terms.Tolerance = &t
	}
	if n, err := measures.ParseNumber(e.Target); err == nil {
		m.Terms.Target = &n
	}
}

// frameworkChecker holds what apr.yaml and the narrative name against the files.
type frameworkChecker struct {
	loader *loader
	table  *measures.Table
}

func (c *frameworkChecker) check() {
	l := c.loader
	p, n := l.project.Config, l.project.Narrative
	for i, e := range p.Measures.List {
		if e.ID != "" && c.table.ByID(e.ID) == nil {
			l.fatal.Add(c.unknown(e.ID, p.PositionOf(yamlpos.Item("measures.list", i)+".id")))
		}
	}
	for id := range n.Reg3.Measures {
		if c.table.ByID(id) == nil {
			l.fatal.Add(c.unknown(id, n.positions["regulation-3.yaml"].Find(yamlpos.Join("measures", id)).Key))
		}
	}
	if l.broken["localities"] {
		return
	}
	var names []string
	for _, locality := range p.Localities {
		names = append(names, locality.Name)
	}
	for _, m := range c.table.Measures {
		for _, s := range m.Series {
			if s.Locality != "" && !s.Other && !containsFold(names, s.Locality) {
				l.fatal.Add(&source.Problem{Code: "unknown-locality", Position: s.Position, Hint: source.DidYouMean(s.Locality, names),
					Message: fmt.Sprintf("%s: %q is not among the localities that %s names", m.ID, s.Locality, ConfigFile)})
			}
		}
	}
}

func (c *frameworkChecker) unknown(id string, at source.Position) *source.Problem {
	return &source.Problem{Code: "unknown-value", Position: at, Hint: source.DidYouMean(id, c.table.IDs()),
		Message: fmt.Sprintf("%q is not a measure of %s", id, strings.Join(c.table.Files, ", "))}
}

func containsFold(names []string, name string) bool {
	for _, n := range names {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}

// targets are the targets of the whole area, by period.
func (f *Framework) targets(m *LocalMeasure) (all []datum.Setting) {
	add := func(p period.Span, target float64, at source.Position) {
		all = append(all, datum.Setting{ID: TargetID(m, p), Title: "target of " + m.Title + ", " + p.String(), Value: strconv.FormatFloat(target, 'f', -1, 64),
			Display: m.Format(target), Words: m.inWords(target), Unit: m.Unit, Position: at})
	}
	s := m.Measure.Whole()
	if s == nil {
		return nil
	}
	for i := range s.Points {
		switch p := &s.Points[i]; {
		case p.Target != nil:
			add(p.Period, *p.Target, p.Position)
		case m.Terms.Target != nil:
			add(p.Period, *m.Terms.Target, m.Linked)
		}
	}
	return all
}

// inWords is a value within a sentence: percentages carry their sign, as indicators' do.
func (m *LocalMeasure) inWords(v float64) string {
	if m.Unit == "%" {
		return m.Format(v) + "%"
	}
	return m.Format(v)
}

// TargetID names a measure's target for a period.
func TargetID(m *LocalMeasure, p period.Span) datum.ID {
	return datum.ID{Measure: datum.MeasureTarget, Of: datum.MeasureKey(m.ID, "", p)}
}

// data are the values that reports show: each measure's newest and the one
// before it. A nil framework has none.
func (f *Framework) data() []datum.Setting {
	var all []datum.Setting
	if f == nil {
		return all
	}
	for _, m := range f.Measures {
		seen := map[string]bool{}
		add := func(locality string, points ...*measures.Point) {
			for _, p := range points {
				if p == nil || p.Value == nil || seen[datum.MeasureKey(m.ID, locality, p.Period)] {
					continue
				}
				seen[datum.MeasureKey(m.ID, locality, p.Period)] = true
				title := m.Title + ", " + p.Period.String()
				if locality != "" {
					title += ", " + locality
				}
				all = append(all, datum.Setting{
					ID: datum.ID{Measure: datum.LocalMeasure, Of: datum.MeasureKey(m.ID, locality, p.Period)}, Title: title,
					Value: strconv.FormatFloat(*p.Value, 'f', -1, 64), Display: m.Format(*p.Value), Words: m.inWords(*p.Value), Unit: m.Unit, Position: p.Position,
				})
			}
		}
		all = append(all, f.targets(m)...)
		add("", m.Whole.Newest, m.Whole.Before)
		add("", m.Years...)
		for _, l := range m.Localities {
			add(l.Locality, l.Newest, l.Before)
			add(l.Locality, l.Years...)
		}
		for _, o := range m.Others {
			add(o.Name, o.Years...)
		}
	}
	return all
}
