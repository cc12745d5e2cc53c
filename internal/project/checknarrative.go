package project

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/finance"
	"apr/indicators"
	"apr/internal/law"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// checkNarrative checks what the narrative's keys name.
func (l *loader) checkNarrative() {
	n := l.project.Narrative
	c := narrativeChecker{narrative: n, law: l.project.Law(), problems: &l.fatal}

	c.file = "opening.yaml"
	for i, id := range n.Opening.KeyIndicators {
		if _, ok := indicators.ByID(indicators.ID(id)); !ok {
			c.add("unknown-value", yamlpos.Item("key_indicators", i), reference.IndicatorHint(id), "%q is not an indicator of the core suite", id)
		}
	}
	c.outcomesAndPrinciples()
	if len(l.project.Config.positions) > 0 { // else nothing is known of its lists
		c.otherOutcomes(l.project.Config)
	}
	c.file = "regulation-4.yaml"
	c.matters()
	if !l.broken["localities"] {
		c.localities(l.project.Config.Localities)
	}
	c.inspections()
	c.file = "regulation-10.yaml"
	for i, example := range n.Reg10.GoodPractice {
		entry := yamlpos.Item("good_practice", i)
		c.put(entry+".submitted", dateProblem("submitted", example.Submitted))
		c.put(entry+".url", urlProblem("url", example.URL))
	}
}

// CodeKeyIndicator is the code of the remark that an indicator is shown large twice, or
// has no value to show.
const CodeKeyIndicator = "key-indicator"

// keyIndicators finds indicators at a glance that would be shown twice or not at all.
func (l *loader) keyIndicators() {
	n := l.project.Narrative
	first := map[string]source.Position{}
	for i, id := range n.Opening.KeyIndicators {
		at := n.PositionOf("opening.yaml", yamlpos.Item("key_indicators", i))
		p := &source.Problem{Code: CodeKeyIndicator, Position: at}
		before, twice := first[id]
		if !twice {
			first[id] = at
		}
		indicator, known := indicators.ByID(indicators.ID(id))
		switch {
		case !known: // already told
			continue
		case twice:
			p.Message, p.Hint, p.Likely = fmt.Sprintf("key_indicators has %s twice: the page at a glance shows it twice", id), "delete one of them, or write the indicator that is meant", true
			p.Related = []source.Related{{Position: before, Message: "the first"}}
		case l.project.Indicators == nil: // there are no values at all, which is told
			continue
		default:
			s := l.project.Indicators.ByID(indicator.ID)
			if s != nil && s.Newest() != nil {
				continue
			}
			p.Message, p.Hint = fmt.Sprintf("key_indicators has %s, which has no value in any year: the page at a glance leaves it out", id), "choose an indicator that has values"
		}
		l.survived.Add(p)
	}
}

type narrativeChecker struct {
	law       *law.Edition
	narrative *Narrative
	problems  *source.Problems
	file      string
}

func (c *narrativeChecker) put(path string, p *source.Problem) {
	if p != nil {
		p.Position = c.narrative.PositionOf(c.file, path)
		c.problems.Add(p)
	}
}

func (c *narrativeChecker) add(code, path, hint, format string, args ...any) {
	c.put(path, &source.Problem{Code: code, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// once reports whether a name is new, and says so if not.
func (c *narrativeChecker) once(seen map[string]string, name, path, what string) {
	key := strings.ToLower(name)
	first, twice := seen[key]
	if !twice {
		seen[key] = path
		return
	}
	at := c.narrative.PositionOf(c.file, first)
	c.put(path, &source.Problem{
		Code:    "duplicate-name",
		Message: fmt.Sprintf("%s %s is given twice; first on line %d", what, name, at.Line),
		Hint:    "join the two assessments, or correct one",
		Related: []source.Related{{Position: at, Message: "the first"}},
	})
}

func (c *narrativeChecker) outcomesAndPrinciples() {
	c.file = "regulation-3.yaml"
	plan := &c.narrative.Reg3
	seen := map[string]string{}
	for i, o := range plan.Outcomes {
		path := yamlpos.Item("outcomes", i)
		c.outcome(seen, path+".outcome", o.Outcome)
		for j, no := range o.Also {
			c.outcome(seen, yamlpos.Item(path+".also", j), no)
		}
	}
	seen = map[string]string{}
	for i, p := range plan.Principles {
		path := yamlpos.Item("principles", i)
		c.principle(seen, path+".principle", p.Principle)
		for j, id := range p.Also {
			c.principle(seen, yamlpos.Item(path+".also", j), id)
		}
	}
	for i, d := range plan.Decisions.Entries {
		c.put(yamlpos.Item("significant_decisions.entries", i)+".date", dateProblem("date", d.Date))
	}
}

// outcome checks the number of an outcome, which one text assesses.
func (c *narrativeChecker) outcome(seen map[string]string, path string, no int) {
	if _, ok := c.law.Outcome(no); ok {
		c.once(seen, fmt.Sprint(no), path, "outcome")
	} else if !c.narrative.PositionOf(c.file, path).IsZero() { // where it is missing that is reported
		c.add("unknown-value", path, "", "outcome: %d is out of range; expected %s", no, c.law.OutcomeRange())
	}
}

// principle checks the id of a delivery principle, which one text assesses.
func (c *narrativeChecker) principle(seen map[string]string, path, id string) {
	principles := c.law.PrincipleIDs()
	switch {
	case id == "": // reported as missing
	case !slices.Contains(principles, id):
		c.add("unknown-value", path, source.DidYouMean(id, principles), "%q is not an integration delivery principle of section 31(1)", id)
	default:
		c.once(seen, id, path, "principle")
	}
}

func (c *narrativeChecker) matters() {
	var ids []string
	for _, m := range finance.Matters {
		ids = append(ids, string(m))
	}
	for _, id := range slices.Sorted(maps.Keys(c.narrative.Reg4.MatterNotes)) {
		if slices.Contains(ids, id) {
			continue
		}
		c.problems.Add(&source.Problem{
			Code: "unknown-key", Position: c.narrative.positions[c.file].Find(yamlpos.Join("matters", id)).Key,
			Message: fmt.Sprintf("%q is not a matter of regulation 4(2)", id), Hint: source.DidYouMean(id, ids),
		})
	}
}

func (c *narrativeChecker) localities(plan []Locality) {
	c.file = "regulation-6.yaml"
	var names []string
	for _, l := range plan {
		names = append(names, l.Name)
	}
	seen := map[string]string{}
	for i, l := range c.narrative.Reg6.Localities {
		path := yamlpos.Item("localities", i) + ".locality"
		switch {
		case l.Locality == "": // already told
		case !slices.Contains(names, l.Locality):
			c.add("unknown-locality", path, source.DidYouMean(l.Locality, names),
				"%q is not among the localities that %s names", l.Locality, ConfigFile)
		default:
			c.once(seen, l.Locality, path, "locality")
		}
	}
}
