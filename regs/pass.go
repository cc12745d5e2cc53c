package regs

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs/claims"
	"apr/regs/evidence"
	"apr/regs/leftovers"
)

// Pass collects what one rule finds.
type Pass struct {
	rule     *Rule
	state    *state
	findings *[]Finding
	reading  *reading
}

// reading is the narrative as the rules about its words read it, parsed once for
// all of them when one asks.
type reading struct {
	prose    func() *leftovers.Prose
	claims   func() *claims.Reading
	passages func() []passage
	words    func() *evidence.Reader
	bodies   func() *bodies
	// answers are the texts that answer provisions, asked those that guidance alone asks
	// for, and statements the sentences of the reporting year.
	answers    func() []answer
	asked      func() []answer
	statements func() []statement
	// contradicted is where claims are that the data contradict.
	contradicted func() map[source.Position]bool
	// turns are the texts with how far they are, where the project says who writes them.
	turns func() []project.TextStatus
	// ofValues are the problems of the authority's values, and remarks all that the readers
	// survived, by the rule that reports it.
	ofValues func() []*source.Problem
	remarks  func() map[string][]*source.Problem
}

func newReading(r *project.Project) *reading {
	reading := &reading{
		prose:    sync.OnceValue(func() *leftovers.Prose { return leftovers.Read(r) }),
		claims:   sync.OnceValue(func() *claims.Reading { return claims.Of(r) }),
		passages: sync.OnceValue(func() []passage { return readPassages(r) }),
		words:    sync.OnceValue(func() *evidence.Reader { return newReader(r) }),
		bodies:   sync.OnceValue(func() *bodies { return newBodies(r) }),

		statements: sync.OnceValue(func() []statement { return readStatements(r) }),
		turns:      sync.OnceValue(func() []project.TextStatus { return readTurns(r) }),
		ofValues:   sync.OnceValue(func() []*source.Problem { return problemsOfValues(r) }),
	}
	reading.remarks = sync.OnceValue(func() map[string][]*source.Problem { return remarksOn(r, reading.ofValues()) })
	reading.contradicted = sync.OnceValue(func() map[source.Position]bool { return contradictedIn(reading.claims()) })
	judged := func(texts func(*project.Project) []answer) func() []answer {
		return sync.OnceValue(func() []answer {
			all := texts(r)
			for i := range all {
				all[i].kind = reading.words().Kind(all[i].text.Markdown)
			}
			return all
		})
	}
	reading.answers, reading.asked = judged(answersOf), judged(askedOf)
	return reading
}

// Report records a finding at a position. The message is one line in plain
// English that says what the law wants; the hint says what to write where.
func (p *Pass) Report(pos source.Position, hint, format string, args ...any) {
	p.add(Finding{Position: pos, Hint: hint, Found: fmt.Sprintf(format, args...)})
}

// want is Report with what the rule wants apart from what was found, for rules
// that may find the same of many places: printers say it once.
func (p *Pass) want(pos source.Position, wanted, hint, format string, args ...any) {
	p.add(Finding{Position: pos, Hint: hint, Found: fmt.Sprintf(format, args...), Wanted: wanted})
}

// Pending records a finding that leaves the requirement open without making it
// unmet: what it asks for can't be done yet, or is done in a way that guidance
// allows and the law doesn't mention.
func (p *Pass) Pending(pos source.Position, hint, format string, args ...any) {
	p.Report(pos, hint, format, args...)
	p.state.pending = true
}

// Unanswered records that the report doesn't say whether there was anything to
// report, where the law asks only if there was.
func (p *Pass) Unanswered(pos source.Position, hint, format string, args ...any) {
	p.Report(pos, hint, format, args...)
	p.state.unanswered = true
}

// add records a finding under the rule's id, requirement and level.
func (p *Pass) add(f Finding) {
	f.Rule, f.Requirement, f.Level = p.rule.ID, p.rule.Requirement, p.rule.Level
	f.Found, f.Wanted = wording.OneLine(f.Found), wording.OneLine(f.Wanted)
	f.Message = f.Found
	if f.Wanted != "" {
		f.Message += ": " + f.Wanted
	}
	if f.Level == Statutory {
		p.state.statutory++
	}
	*p.findings = append(*p.findings, f)
}

// Evidence records where the report meets the requirement.
func (p *Pass) Evidence(positions ...source.Position) {
	for _, pos := range positions {
		if !pos.IsZero() && !slices.Contains(p.state.evidence, pos) {
			p.state.evidence = append(p.state.evidence, pos)
		}
	}
}

// Nil records that the authority declares, at a position, that there is
// nothing to report.
func (p *Pass) Nil(pos source.Position, statement string) {
	p.state.nothing = true
	p.Evidence(pos)
	p.Note(statement)
}

// NotApplicable records why the requirement asks nothing of this report.
func (p *Pass) NotApplicable(reason string) {
	p.state.notApplicable = true
	p.Note(reason)
}

// Note adds a remark to the verdict.
func (p *Pass) Note(remark string) {
	if !slices.Contains(p.state.reasons, remark) {
		p.state.reasons = append(p.state.reasons, remark)
	}
}

// need asks for a text. Where it can be evidence, its position is; where it is
// absent, empty, a stub or nothing but a pointer there is a finding, at the text or
// else at the place where it should be. what names the text and wants says
// what the law wants of it; related are where its figures came from.
func (p *Pass) need(t yamlpos.Text, place source.Position, what, wants, hint string, related ...source.Related) {
	ok, reported := p.answers(t)
	if ok {
		p.Evidence(at(t.Position, place))
	}
	if !ok && !reported {
		p.add(Finding{Position: at(t.Position, place), Found: what + " " + p.lack(t), Wanted: wants, Hint: hint, Related: related})
	}
}

// lack says what is wrong with a text that can't be evidence.
func (p *Pass) lack(t yamlpos.Text) string {
	if !says(t) {
		return lack(t)
	}
	return saysOnly(p.holds(t))
}

// saysOnly says what a text of a kind is, that isn't an answer.
func saysOnly(k evidence.Kind) string {
	switch k {
	case evidence.Link:
		return "is nothing but a link"
	case evidence.Receipt:
		return "says only that something was noted or agreed"
	case evidence.Promise:
		return "says only that something will be told"
	case evidence.Refusal:
		return "says only that there is none"
	case evidence.Referral:
		return "says only whose matter it is"
	case evidence.Question:
		return "is a question, not an answer"
	case evidence.Particulars:
		return "is nothing but names, dates or the like"
	case evidence.Left:
		return "is only a placeholder, or a note to those who write it"
	case evidence.Unnamed:
		return "speaks of reasons and names none"
	case evidence.Picture:
		return "is nothing but a picture"
	case evidence.Process:
		return "speaks only of how it is written or where it is said"
	case evidence.Assent:
		return "says only who approved of it"
	case evidence.Waiting:
		return "says only that the answer isn't there yet, or that nobody wrote it"
	case evidence.Complied:
		return "says only that the law was followed"
	case evidence.Figure:
		return "is a figure, with no word on what it means"
	case evidence.Law:
		return "hands back the law's own words"
	}
	return "is nothing but a pointer to where it is said"
}

// says reports whether a text says something: it is there, and neither empty
// nor a stub.
func says(t yamlpos.Text) bool {
	return !project.IsStub(t)
}

// lack says what is wrong with a text that doesn't say anything.
func lack(t yamlpos.Text) string {
	switch {
	case t.IsZero():
		return "is missing"
	case strings.TrimSpace(t.Markdown) == "":
		return "is empty"
	case project.IsLastYears(t):
		return "is still last year's"
	default:
		return "is only a placeholder"
	}
}

// ask reports a text of the narrative that guidance asks for and that doesn't
// say anything. That there was nothing to say is an answer, and one that says little is
// R0-thin's.
func (p *Pass) ask(t yamlpos.Text, place source.Position, what, wants, hint string) {
	switch {
	case !says(t):
		p.want(at(t.Position, place), wants, hint, "%s %s", what, lack(t))
	case !p.mayAnswer(t):
		p.want(at(t.Position, place), wants, hint, "%s %s", what, saysOnly(p.holds(t)))
	}
}

// isAnswer is mayAnswer of words that aren't the narrative's.
func (p *Pass) isAnswer(words string) bool {
	t := yamlpos.Text{Markdown: words}
	return says(t) && p.mayAnswer(t)
}

// mayAnswer reports whether a text that guidance asks for can be an answer.
func (p *Pass) mayAnswer(t yamlpos.Text) bool {
	switch p.holds(t) {
	case evidence.Answer, evidence.Thin, evidence.Vague, evidence.Cause, evidence.Law, evidence.Assent, evidence.Figure, evidence.Complied, evidence.Picture, evidence.Unnamed:
		return true
	case evidence.Refusal:
		return isNil(t)
	}
	return false
}

// isNil reports whether a text says that there is none of what it is asked for.
func isNil(t yamlpos.Text) bool { return nilReturn().MatchString(t.Markdown) }

var nilReturn = lazyregexp.Lazy(`(?i)^\s*(?:no|none|nil|nothing)\b(?:\s*$|[.,:;]|\s+(?:further\s+|other\s+|such\s+)?(?:was|were|is|are|identified|found|known|this|opportunit\w+|efficienc\w+|figures|lessons?)\b)`)
