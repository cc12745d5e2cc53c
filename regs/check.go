package regs

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// rank is 0 for the worst level.
func (l Level) rank() int {
	if i := slices.Index(Levels, l); i >= 0 {
		return i
	}
	return len(Levels)
}

// Rules is the catalogue in order of the law, the rules about inputs,
// placeholders and silences last.
func Rules() []Rule { return slices.Concat(rulesOfReport(), rulesOfFindings()) }

// rulesOfReport are the rules that look at the report alone.
func rulesOfReport() []Rule {
	return byLaw(reg3, reg4, reg5, reg6, reg7, reg8, reg9, act42, reg10, unansweredRules, lawWordsRules(), otherAuthorityRules(), speakRules, reasonRules,
		contradictionRules, dateRules, accessibleProse, pastedRules, tableRules, ownTableRules, wordsRules, thinRules, copiedRules, misplacedRules, otherAreaRules, brandRules, accessibilityRules, languageRules, sinceRules, magnitudeRules, measurePartRules, polarityRules, tableFigureRules, structureRules, peopleRules, reserveRules, otherOutcomeRules, easyReadRules, impossibleRules, ownNameRules)
}

// rulesOfFindings are the rules that use what the others found.
func rulesOfFindings() []Rule {
	return slices.Concat(inputRules(), answerRules(), placeholderRules, silenceRules())
}

// byLaw joins rules in order of the law, those of no requirement last.
func byLaw(rules ...[]Rule) []Rule {
	order := lawOrder()
	places := make([][]Rule, len(requirements)+1)
	for _, list := range rules {
		for _, r := range list {
			at := order[r.Requirement]
			places[at] = append(places[at], r)
		}
	}
	return slices.Concat(places...)
}

// lawOrder gives each requirement its place in the law, and "" the last.
func lawOrder() map[string]int {
	order := map[string]int{"": len(requirements)}
	for i, q := range requirements {
		order[q.ID] = i
	}
	return order
}

// Check runs every rule. It doesn't change the report, and the same report
// always gives the same result.
func Check(r *project.Project) *Result {
	r = whole(r)
	return checkAs(r, newReading(r))
}

// checkAs is Check of a whole report, as it was read.
func checkAs(r *project.Project, read *reading) *Result {
	c := &checker{report: r, reading: read, states: map[string]*state{}}
	rules := rulesOfReport()
	// The rules of no requirement, which are the last, share nothing with the
	// others, and take longer: most of them read the prose.
	n := slices.IndexFunc(rules, func(rule Rule) bool { return rule.Requirement == "" })
	var others []Finding
	var wait sync.WaitGroup
	wait.Go(func() { others = sideBySide(r, read, rules[n:]) })
	wait.Go(func() { readKinds(r, read) })
	c.run(rules[:n])
	wait.Wait()
	c.findings = append(c.findings, others...)
	c.run(rulesOfFindings())
	res := c.result()
	res.Claims = c.reading.claims()
	return res
}

// readKinds reads what each text holds, which is kept: the rules about placeholders ask for
// it when all others are done, and nothing else goes on.
func readKinds(r *project.Project, read *reading) {
	r.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		if says(*t) {
			read.words().Kind(t.Markdown)
		}
	})
}

// sideBySide runs rules that share nothing with each other. What they find is in
// their order.
func sideBySide(r *project.Project, read *reading, rules []Rule) []Finding {
	found := make([][]Finding, len(rules))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range rules {
		g.Go(func() error {
			c := &checker{report: r, reading: read, states: map[string]*state{}}
			c.run(rules[i : i+1])
			found[i] = c.findings
			return nil
		})
	}
	_ = g.Wait() // a rule doesn't fail
	return slices.Concat(found...)
}

// Start begins to check a report while its caller goes on with other work. The
// function that it returns waits for the result.
func Start(r *project.Project) (result func() *Result) {
	var found *Result
	var wait sync.WaitGroup
	wait.Go(func() { found = Check(r) })
	return func() *Result {
		wait.Wait()
		return found
	}
}

// checker is a report being checked.
type checker struct {
	report  *project.Project
	reading *reading
	// states are those of the requirements, "" being none.
	states   map[string]*state
	findings []Finding
}

// run runs rules in their order.
func (c *checker) run(rules []Rule) {
	for _, rule := range rules {
		s := c.states[rule.Requirement]
		if s == nil {
			s = &state{}
			c.states[rule.Requirement] = s
		}
		rule.Check(c.report, &Pass{rule: &rule, state: s, findings: &c.findings, reading: c.reading})
	}
}

// result is what the rules that ran found, and the verdicts that follow.
func (c *checker) result() *Result {
	sortFindings(c.findings)
	res := &Result{}
	res.Findings, res.Silenced = silencedBy(c.report, c.findings)
	for _, q := range requirements {
		res.Requirements = append(res.Requirements, verdict(q, c.states[q.ID]))
	}
	return res
}

// whole gives a report without an apr.yaml or narrative empty ones, so that
// rules needn't ask.
func whole(r *project.Project) *project.Project {
	var c project.Project
	if r != nil {
		c = *r
	}
	if c.Config == nil {
		c.Config = &project.Config{}
	}
	if c.Narrative == nil {
		c.Narrative = &project.Narrative{}
	}
	return &c
}

// verdict derives a requirement's verdict from what its rules saw.
func verdict(q Requirement, s *state) RequirementVerdict {
	v := RequirementVerdict{Requirement: q}
	if s == nil {
		s = &state{}
	}
	v.Evidence = s.evidence
	v.Reason = strings.Join(s.reasons, "; ")
	switch {
	case s.statutory > 0 && len(s.evidence) > 0:
		v.Verdict = Incomplete
	case s.statutory > 0:
		v.Verdict = Missing
	case s.notApplicable:
		v.Verdict = NotApplicable
	case s.pending:
		v.Verdict = Incomplete
	case s.unanswered:
		v.Verdict = Unanswered
	case s.nothing:
		v.Verdict = Nil
	case len(s.evidence) > 0:
		v.Verdict = Met
	default:
		// No rule said anything: never call that met.
		v.Verdict = Missing
	}
	return v
}

// sortFindings puts the worst first, of those the likely ones, then follows the order of
// the law, position, rule and message.
func sortFindings(findings []Finding) {
	order := lawOrder()
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Level.rank(), b.Level.rank()),
			byLikelihood(a, b),
			cmp.Compare(order[a.Requirement], order[b.Requirement]),
			a.Position.Compare(b.Position),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// byLikelihood puts what is likely first.
func byLikelihood(a, b Finding) int {
	switch {
	case a.Likely == b.Likely:
		return 0
	case a.Likely:
		return -1
	}
	return 1
}

// state is what the rules of one requirement saw.
type state struct {
	evidence      []source.Position
	reasons       []string
	statutory     int
	pending       bool
	nothing       bool
	unanswered    bool
	notApplicable bool
}
