package regs

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project"
)

const workbookFile = "data/Core_Suite_Integration_Indicators_Management_Information_Jul2026.xlsx"

// without reads the table again from the workbook's rows that keep holds.
func (p *proof) without(keep func(*indicators.Observation) bool) (*project.Project, error) {
	w := *p.whole.Workbook
	w.Observations = make([]indicators.Observation, 0, len(p.whole.Workbook.Observations))
	for i := range p.whole.Workbook.Observations {
		if o := p.whole.Workbook.Observations[i]; keep(&o) {
			w.Observations = append(w.Observations, o)
		}
	}
	a := p.whole.Config.Authority
	mutated := *p.whole
	mutated.Narrative = p.brief
	mutated.Workbook = &w
	var err error
	mutated.Indicators, err = w.Table(indicators.TableOptions{Area: a.Area, Year: p.whole.Config.Year, Family: a.Family})
	return &mutated, err
}

// stands reports whether a row is the authority's for an indicator and may
// stand for a reporting year: NI12-16 have a calendar year next to a financial.
func (p *proof) stands(o *indicators.Observation, id indicators.ID, y period.Year) bool {
	return o.Area == p.whole.Config.Authority.Area && o.Indicator == id &&
		(o.Period == y.String() || o.Period == fmt.Sprint(y.Starts().Year()))
}

// observations takes each value of each indicator away, a year at a time: the
// row, then the cell; then an indicator altogether; then all.
func (p *proof) observations(t *testing.T) (all []mutation) {
	for _, s := range p.whole.Indicators.Series {
		id := s.Indicator.ID
		for _, pt := range s.Points {
			if pt.Value == nil {
				continue
			}
			row := mutation{name: fmt.Sprintf("%s has no row for %s", id, pt.Year),
				mutated: func() (*project.Project, error) {
					return p.without(func(o *indicators.Observation) bool { return !p.stands(o, id, pt.Year) })
				}}
			cell := mutation{name: fmt.Sprintf("%s has an empty cell for %s", id, pt.Year),
				mutated: func() (*project.Project, error) {
					return p.without(func(o *indicators.Observation) bool {
						if p.stands(o, id, pt.Year) {
							o.Value, o.Mark = nil, ""
						}
						return true
					})
				}}
			for _, m := range []mutation{row, cell} {
				switch {
				case pt.Year < p.whole.Config.Year:
					m.want = []turn{turns("3(a)(iii)", Incomplete, place(newestWithout(s, pt.Year).Position))}
				default:
					m.finds = "R3aii-core-suite" // the law leaves open which indicators there are
				}
				all = append(all, m)
			}
		}
		if carries(s) {
			all = append(all, mutation{name: fmt.Sprintf("%s has no rows", id), finds: "R3aii-core-suite",
				mutated: func() (*project.Project, error) {
					return p.without(func(o *indicators.Observation) bool {
						return o.Area != p.whole.Config.Authority.Area || o.Indicator != id
					})
				}})
		}
	}
	if len(all) < 150 {
		t.Errorf("the example has values for %d mutations only", len(all))
	}
	const both = "the comparison is of what is reported under sub-paragraph (ii)"
	return append(all,
		mutation{name: "the workbook isn't named", because: both,
			want:    []turn{turns("3(a)(ii)", Missing, "apr.yaml:7"), turns("3(a)(iii)", Missing, "apr.yaml:7")},
			mutated: func() (*project.Project, error) { return p.unnamed(), nil }},
		mutation{name: "no value of the authority", because: both,
			want: []turn{turns("3(a)(ii)", Missing, workbookFile), turns("3(a)(iii)", Missing, workbookFile)},
			mutated: func() (*project.Project, error) {
				return p.without(func(o *indicators.Observation) bool {
					if o.Area == p.whole.Config.Authority.Area {
						o.Value, o.Mark = nil, ""
					}
					return true
				})
			}},
		mutation{name: "the workbook doesn't exist", refused: p.line(t, "workbook: "+workbookFile),
			mutated: func() (*project.Project, error) { return p.load(map[string][]byte{workbookFile: nil}) }},
		mutation{name: "the workbook is none", refused: workbookFile,
			mutated: func() (*project.Project, error) { return p.load(map[string][]byte{workbookFile: []byte("lorem")}) }},
	)
}

// line is where a line of apr.yaml is.
func (p *proof) line(t *testing.T, s string) string {
	return lineAt("apr.yaml", pageOf(p.files["apr.yaml"]).find(t, s))
}

// unnamed is the example without a workbook.
func (p *proof) unnamed() *project.Project {
	mutated := *p.whole
	mutated.Narrative = p.brief
	project := *p.whole.Config
	project.Workbook = ""
	mutated.Config, mutated.Workbook, mutated.Indicators = &project, nil, nil
	return &mutated
}

// newestWithout is the newest point with a value, a year's left out.
func newestWithout(s *indicators.Series, y period.Year) *indicators.Point {
	for i := len(s.Points) - 1; i >= 0; i-- {
		if s.Points[i].Value != nil && s.Points[i].Year != y {
			return &s.Points[i]
		}
	}
	return &indicators.Point{}
}

// project reads apr.yaml changed; data and texts are those of the whole.
func (p *proof) project(pg page) (*project.Project, error) {
	changed := map[string][]byte{"apr.yaml": withoutKeys(pg, "workbook:", "finance:", "measures:").bytes()}
	for name := range p.files {
		if name != "apr.yaml" {
			changed[name] = nil
		}
	}
	r, err := p.load(changed)
	if err != nil {
		return nil, err
	}
	r.Config.Workbook, r.Config.Finance = p.whole.Config.Workbook, p.whole.Config.Finance
	r.Config.Measures = p.whole.Config.Measures
	mutated := *p.whole
	mutated.Narrative = p.brief
	mutated.Config = r.Config
	return &mutated, nil
}

// publication spoils what section 42(4) asks for, in each state.
func (p *proof) publication(t *testing.T) (all []mutation) {
	pg := pageOf(p.files["apr.yaml"])
	key := pg.find(t, "publication:")
	last := pg.end(key, 0)
	begins := key + 1
	for strings.HasPrefix(strings.TrimSpace(pg.line(begins)), "#") {
		begins++
	}
	date := begins
	for date < last && !strings.HasPrefix(pg.line(date), "  date:") {
		date++
	}
	copies := pg.find(t, "copies:")
	state := pg.find(t, "state: provisional")
	for _, s := range []string{"draft", "provisional", "final"} {
		base := pg.with(state, state, "state: "+s)
		add := func(name string, pg page, want ...turn) {
			all = append(all, mutation{name: s + ": " + name, want: want, mutated: func() (*project.Project, error) { return p.project(pg) }})
		}
		incomplete := func(line int) turn { return turns("42(4)", Incomplete, lineAt("apr.yaml", line)) }
		first := func(pg page) int { // of the mapping under publication
			n := key + 1
			for strings.HasPrefix(strings.TrimSpace(pg.line(n)), "#") {
				n++
			}
			return n
		}
		add("nothing is spoiled", base)
		noDate := base.with(date, date)
		add("no day of publication", noDate, incomplete(first(noDate)))
		for _, late := range []string{"2026-08-01", "2027-01-01", "2025-07-21", "2026-03-31"} {
			add("publication on "+late, base.with(date, date, "  date: "+late), incomplete(date))
		}
		for n := copies + 1; n <= last; n++ {
			if !strings.HasPrefix(pg.line(n), "    - to: ") {
				continue
			}
			add("no copy,"+strings.TrimPrefix(pg.line(n), "    - to:"), base.with(n, pg.end(n, 4)), incomplete(begins))
			add("a copy for another than"+strings.TrimPrefix(pg.line(n), "    - to:"), base.with(n, n, "    - to: NHS Nowhere"), incomplete(begins))
		}
		if s == "final" {
			approved := base.find(t, "approved: 2026-07-15")
			add("no day of approval", base.with(approved, approved), incomplete(begins))
			for _, wrong := range []string{"2026-07-20", "2026-07-22", "2026-03-31"} {
				add("approval on "+wrong, base.with(approved, approved, "  approved: "+wrong), incomplete(approved))
			}
		}
		add("no copies", base.with(copies, pg.end(copies, 2)), incomplete(begins))
		whole := base.with(key, last)
		verdict := incomplete(whole.first())
		if s == "final" {
			verdict.verdict = Missing
		}
		add("no publication", whole, verdict)
		all = append(all, mutation{name: s + ": a day that is none", refused: lineAt("apr.yaml", date),
			mutated: func() (*project.Project, error) { return p.project(base.with(date, date, "  date: 31 July 2026")) }})
	}
	return all
}

// withoutKeys has keys of the file's top level made comments of, with every
// line where it was.
func withoutKeys(pg page, keys ...string) page {
	out := slices.Clone(pg)
	within := false
	for i, line := range out {
		if line != "" && !strings.ContainsAny(line[:1], " #\n") {
			within = slices.ContainsFunc(keys, func(k string) bool { return strings.HasPrefix(line, k) })
		}
		if within {
			out[i] = "#" + line
		}
	}
	return out
}
