package regs

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
)

// answer is a text of the narrative that answers a provision.
type answer struct {
	requirement string
	// what names the text: "the assessment of outcome 3 (Positive experiences and dignity)".
	what string
	text yamlpos.Text
	// subject is the locality, or what else the text is about; "" for most.
	subject string
	kind    evidence.Kind
}

// answersOf are the texts that answer provisions and say something, in order of
// the report.
func answersOf(r *project.Project) []answer {
	var all []answer
	n := r.Narrative
	add := func(requirement, what string, t yamlpos.Text, subject string) {
		if says(t) {
			all = append(all, answer{requirement: requirement, what: what, text: t, subject: subject})
		}
	}
	for _, a := range n.Reg3.Outcomes {
		add("3(a)(i)", fmt.Sprintf("the assessment of outcome %d", a.Outcome), a.Assessment, "")
	}
	for _, a := range n.Reg3.Principles {
		add("3(b)", "the assessment of principle "+a.Principle, a.Assessment, "")
	}
	add("3(c)", ofStrategicPlanning, n.Reg3.Planning, "")
	for i, d := range n.Reg3.Decisions.Entries {
		if !modelOf(r).Decisions {
			break // section 36(5)
		}
		add("3(c)", fmt.Sprintf("the statement of reasons for significant decision %d", i+1), d.Reasons, "")
	}
	add("4(1)(c)", "the reasons for the variance", n.Reg4.VarianceReasons, "")
	add("5(1)", "the assessment of best value", n.Reg5.Assessment, "")
	add("5(1)", "the account of what contributed to best value", n.Reg5.Contribution, "")
	add("6(1)(a)", "the description of consultation and involvement", n.Reg6.Consultation, "")
	for _, a := range n.Reg6.Localities {
		add("6(1)(b)", fmt.Sprintf("the assessment of the locality %q", a.Locality), a.Assessment, a.Locality)
	}
	eachRecommendation(r, func(rec project.Recommendation, _ source.Position, name string) {
		add("7(1)(a)", "the text of "+name, rec.Recommendation, "")
		add("7(1)(b)", "the action taken on "+name, rec.Action, "")
	})
	if !n.Reg8.None {
		add("8(a)", "the statement of the reasons for the review", n.Reg8.Reasons, "")
	}
	add("8(c)", "the description of the changes", n.Reg8.Changes, "")
	for i, e := range n.Reg9.Entries {
		if !monitored(r) {
			break // a joint board has no committee
		}
		add("9", fmt.Sprintf("the response to the monitoring committee's recommendation %d", i+1), e.Response, "")
	}
	return all
}

// ofStrategicPlanning is the text of 3(c) that isn't of a decision.
const ofStrategicPlanning = "the assessment of strategic planning"

// askedOf are the texts that guidance alone asks for and that say something, in order of
// the report. They are of no requirement.
func askedOf(r *project.Project) []answer {
	var all []answer
	n := r.Narrative
	add := func(what string, t yamlpos.Text) {
		if says(t) {
			all = append(all, answer{what: what, text: t})
		}
	}
	add("the local feedback", n.Reg3.Feedback)
	add("the statement on further efficiencies", n.Reg5.Efficiencies)
	for _, a := range n.Reg6.Localities {
		add("the text with figures of performance in "+a.Locality, a.Measures)
	}
	if n.Reg8.None {
		add("the statement why no review was due", n.Reg8.Reasons)
	}
	add("the description of how the Framework was used", n.Reg10.Framework)
	for i, g := range n.Reg10.GoodPractice {
		add(fmt.Sprintf("the text of good practice example %d", i+1), g.Text)
	}
	add("the statement of what was learned and what will change", n.Reg10.Learning)
	return all
}

// ownWords are the provisions whose answer is in the authority's own words. The
// texts of recommendations are those of the bodies that made them.
var ownWords = []string{"3(a)(i)", "3(b)", "3(c)", "4(1)(c)", "5(1)", "6(1)(a)", "6(1)(b)", "7(1)(b)", "8(a)", "8(c)", "9"}

// inOwnWords reports whether a provision is answered in the authority's own words.
func inOwnWords(requirement string) bool { return slices.Contains(ownWords, requirement) }

// rulePrefix is how the id of a requirement's rules begins: "R4-1b-" for 4(1)(b).
func rulePrefix(requirement string) string {
	var b strings.Builder
	b.WriteByte('R')
	for i, part := range strings.FieldsFunc(requirement, func(c rune) bool { return c == '(' || c == ')' }) {
		if i > 0 && part[0] >= '0' && part[0] <= '9' {
			b.WriteByte('-')
		}
		b.WriteString(part)
	}
	return b.String() + "-"
}

// perAnswer are rules of which each provision that is answered in the authority's
// own words has one: rule gives a provision's.
func perAnswer(rule func(requirement, citation string) Rule) []Rule {
	var all []Rule
	for _, q := range requirements {
		if inOwnWords(q.ID) {
			r := rule(q.ID, q.Citation)
			r.Requirement = q.ID
			r.ID = rulePrefix(q.ID) + r.ID
			all = append(all, r)
		}
	}
	return all
}

// answersReport is what the answers to a provision of ownWords report.
func answersReport(requirement string) string {
	return map[string]string{
		"3(a)(i)": "how far an outcome was achieved",
		"3(b)":    "how services followed a principle",
		"3(c)":    "how strategic planning went, or why a decision was made",
		"4(1)(c)": "why the year was under or over its plan",
		"5(1)":    "what secured best value",
		"6(1)(a)": "how groups were consulted",
		"6(1)(b)": "what the arrangements did in a locality",
		"7(1)(b)": "what was done about a recommendation",
		"8(a)":    "why the plan was reviewed",
		"8(c)":    "what was changed in the plan",
		"9":       "what the committee was answered",
	}[requirement]
}

// lawWordsRules find the law's own words handed back as the answer.
func lawWordsRules() []Rule {
	return perAnswer(func(requirement, citation string) Rule {
		return Rule{
			ID:       "law-words",
			Title:    "The answer isn't the law's own words",
			Level:    Statutory,
			Citation: citation,
			Why:      "The law says what an authority has to report; to hand its words back says nothing of what this authority did.",
			Blind:    "The law put into other words, which says as little of " + answersReport(requirement) + ".",
			Check: func(_ *project.Project, p *Pass) {
				for _, a := range p.reading.answers() {
					if a.requirement == requirement && a.kind == evidence.Law {
						p.want(a.text.Position, citation+" wants what the authority did and what came of it",
							"say what was done here and what came of it", "%s hands back the law's own words", a.what)
					}
				}
			},
		}
	})
}

// thinRules is of texts that would fit any service in any year.
var thinRules = []Rule{{
	ID:       "R0-thin",
	Title:    "An answer says something that is true of this year and this authority",
	Level:    Advice,
	Citation: "SSI 2014/326, regulations 3 to 9",
	Why:      "A sentence such as \"good progress was made\" fits any service in any year, so a reader learns nothing from it. It isn't called missing, for it does say that progress was good.",
	Blind:    "Whether a text with a name, a number or an action of this year in it says anything that matters.",
	Check: func(_ *project.Project, p *Pass) {
		for _, a := range slices.Concat(p.reading.answers(), p.reading.asked()) {
			if a.requirement == "7(1)(a)" && a.kind == evidence.Thin && len(strings.Fields(a.text.Markdown)) == 1 {
				p.want(a.text.Position, "one word doesn't say what was recommended", "write the recommendation in the words of the body that made it", "little is said in %s", a.what)
			}
			if inOwnWords(a.requirement) && saysLittle(a) && !(a.requirement == "7(1)(b)" && evidence.WasDone(a.text.Markdown)) || a.requirement == "" && a.kind == evidence.Thin && !isNil(a.text) {
				p.want(a.text.Position, "it would fit any service in any year", "say what was done, for whom, and what came of it", "little is said in %s", a.what)
			}
		}
	},
}}

// saysLittle reports whether an answer is one, and says little.
func saysLittle(a answer) bool {
	switch a.kind {
	case evidence.Thin, evidence.Vague:
		return true
	case evidence.Complied:
		return a.requirement != "3(c)" // that a review was carried out is planning
	case evidence.Cause, evidence.Unnamed:
		return !asksReasons(a.requirement)
	case evidence.Promise, evidence.Referral, evidence.Assent:
		return ofRecommendation(a.requirement)
	case evidence.Process:
		return ofProcess(a.requirement)
	}
	return false
}

// asksReasons reports whether a provision asks why.
func asksReasons(requirement string) bool {
	return requirement == "4(1)(c)" || requirement == "8(a)" || requirement == "3(c)"
}

// ofRecommendation reports whether a provision asks what became of a recommendation.
func ofRecommendation(requirement string) bool { return requirement == "7(1)(b)" || requirement == "9" }

// ofProcess reports whether how a text is made can be an answer: a draft of the plan
// that was discussed is consultation, planning, a change or a course of action.
func ofProcess(requirement string) bool {
	return ofRecommendation(requirement) || slices.Contains([]string{"3(c)", "6(1)(a)", "8(c)"}, requirement)
}

// holds is what a text that says something holds.
func (p *Pass) holds(t yamlpos.Text) evidence.Kind { return p.reading.words().Kind(t.Markdown) }

// answers reports whether a text can be evidence of the rule's requirement. Why it
// can't is reported by need, by the rule about the law's own words, or by that about
// another authority's.
func (p *Pass) answers(t yamlpos.Text) (ok, reported bool) {
	if !says(t) {
		return false, false
	}
	if p.rule.Requirement == "7(1)(a)" && evidence.Recommends(t.Markdown) || p.rule.Requirement == "7(1)(b)" && evidence.WasDone(t.Markdown) {
		return true, false
	}
	switch p.holds(t) {
	case evidence.Pointer:
		return false, false
	case evidence.Link: // the first edition of the guidance, 5.17: R7-1a-link and R7-1b-link
		return strings.HasPrefix(p.rule.Requirement, "7("), false
	case evidence.Receipt: // a response may be that a recommendation is accepted
		return p.rule.Requirement == "9", false
	case evidence.Promise, evidence.Referral, evidence.Assent: // of a recommendation each is a course of action
		return ofRecommendation(p.rule.Requirement), false
	case evidence.Process:
		return ofProcess(p.rule.Requirement), false
	case evidence.Refusal, evidence.Question, evidence.Particulars, evidence.Waiting, evidence.Left, evidence.Picture:
		return false, false
	case evidence.Unnamed:
		return !asksReasons(p.rule.Requirement), false
	case evidence.Complied: // that the law was followed is no reason
		return p.rule.Requirement != "8(a)", false
	case evidence.Figure:
		return !inOwnWords(p.rule.Requirement), false
	case evidence.Law:
		return !inOwnWords(p.rule.Requirement), inOwnWords(p.rule.Requirement)
	}
	if inOwnWords(p.rule.Requirement) && p.reading.bodies().others(t) != nil {
		return false, true
	}
	return true, false
}

// newReader knows the law's words and the names of the report.
func newReader(r *project.Project) *evidence.Reader {
	var words []string
	for _, q := range requirements {
		words = append(words, q.Quote)
	}
	edition := lawOf(r)
	for _, o := range edition.Outcomes {
		words = append(words, o.Text)
	}
	for _, q := range edition.Principles {
		words = append(words, q.Text)
	}
	for _, m := range edition.Matters {
		words = append(words, m.Text)
	}
	return evidence.NewReader(words, namesOf(r))
}

// namesOf are the names of a report, which say nothing by themselves.
func namesOf(r *project.Project) []string {
	c := r.Config
	names := []string{c.Authority.Name, c.StrategicPlan.Title, strings.TrimSpace(c.StrategicPlan.Title + " " + c.StrategicPlan.Period)}
	for _, l := range c.Localities {
		names = append(names, l.Name)
	}
	return names
}
