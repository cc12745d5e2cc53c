package regs

import (
	"bytes"
	"fmt"
	"path"
	"strconv"
	"strings"
	"testing"

	"apr/internal/project"
	"apr/internal/yamlpos"
)

// pointers are what is in place of an assessment, and says nothing: a
// pointer, a receipt, or words that any report could have.
var pointers = []string{
	"See our website.", "This is covered in the strategic plan.", "As last year.", "Noted.", "Please refer to the annual accounts for details.",
	"[Our website](https://carrickmoor.example.org)", "Details can be found in the board papers of 12 June 2025.", "As above.", "See Closer to Home 2023 to 2026.",
	"# Performance\n\nSee the website.", "Reported elsewhere.", "Same as last year.", "The recommendation is accepted.", "Information on this is set out in the Annual Accounts 2025/26, pages 12 to 14.",
	"*See appendix 3.*", "- See the website.\n- See the plan.", "https://carrickmoor.example.org/plan", "Ditto.", "Full details are available online.", "This is described above.",
}

// unsaid are what people write who have no answer: refusals, questions, names and
// dates, what a template says to its author.
var unsaid = []string{
	"No assessment was made this year because of staffing pressures.", "How did we do?", "J. Smith, Head of Service", "Describe how the arrangements contributed.", "Click or tap here to enter text.",
	"Data were not available at the time of writing.", "31 March 2026", "This section has been intentionally left blank.", "Nothing to report.", "250 words max", "[Text from the planning team]", "Draft for comment", "Choose an item.",
}

// passedOn are promises of an answer, and who would have it or has approved of it;
// of a recommendation each is a course of action, and thin.
var passedOn = []string{
	"This will be reported to the board in due course.", "This is a matter for NHS Moorland.", "Approved by the board on 24 June 2026.", "An assessment will be carried out next year.", "This information is held by the council.",
}

// handedBack are the law's words as the answer to each provision.
var handedBack = map[string]string{
	"3(a)(i)": "The arrangements set out in the strategic plan and the expenditure allocated in the financial statement have contributed to achieving the national health and wellbeing outcomes.",
	"3(b)":    "The expenditure allocated in the financial statement has contributed to the provision of services in accordance with the integration delivery principles.",
	"3(c)":    "This is our assessment of performance in relation to strategic planning.",
	"4(1)(c)": "There has been an overspend against the planned spending set out in the annual financial statement.",
	"5(1)":    "The planning and delivery of services in pursuance of integration functions have contributed to securing best value.",
	"6(1)(a)": "Arrangements were made for the consultation and involvement of groups in decisions about localities.",
	"6(1)(b)": "The arrangements have contributed to provision of services in pursuance of integration functions in accordance with the integration delivery principles in this locality.",
	"7(1)(b)": "Action was taken by the integration authority to implement the recommendation.",
	"8(a)":    "These are the reasons for carrying out the review.",
	"8(c)":    "These are the changes made in revising the strategic plan.",
}

// changedNarrative is the example with one changed file of the narrative, in which, as in
// the others, each text is as it is.
func (p *proof) changedNarrative(file string, data []byte) (*project.Project, error) {
	n, err := p.readAlone(file, data)
	if err != nil {
		return nil, err
	}
	return p.beside(n, file, p.whole.Narrative), nil
}

// substituted is a text with other words in its place.
func (p *proof) substituted(s block, name, words string) mutation {
	pg := pageOf(p.files[s.file])
	key, _, _ := strings.Cut(pg.line(s.key), ":")
	changed := pg.with(s.key, s.last, key+": "+strconv.Quote(words)).bytes()
	return mutation{name: fmt.Sprintf("%s: %s", s.name, name), mutated: func() (*project.Project, error) {
		return p.changedNarrative(s.file, changed)
	}}
}

// substitutedInBrief is substituted where every other text is shortened: what words
// say by themselves doesn't depend on the others, and reading those takes longest.
func (p *proof) substitutedInBrief(s block, name, words string) mutation {
	pg := pageOf(p.files[s.file])
	key, _, _ := strings.Cut(pg.line(s.key), ":")
	changed := pg.with(s.key, s.last, key+": "+strconv.Quote(words)).bytes()
	return mutation{name: fmt.Sprintf("%s: %s", s.name, name), mutated: func() (*project.Project, error) {
		n, err := p.readAlone(s.file, changed)
		if err != nil {
			return nil, err
		}
		n.EachText(func(_ string, t *yamlpos.Text) {
			if says(*t) && t.Markdown != words {
				*t = yamlpos.NewText("Said.", t.Position)
			}
		})
		return p.beside(n, s.file, p.brief), nil
	}}
}

// turnsTo adds that a substituted text turns its requirement.
func (s block) turnsTo(m mutation) mutation {
	m.want = []turn{turns(s.id, s.without, lineAt(s.file, s.key))}
	return m
}

// empty has each text that answers a provision say nothing, in several ways.
func (p *proof) empty() (all []mutation) {
	n := 0
	for _, s := range p.blocks() {
		if s.id == "" {
			continue
		}
		for i := range 4 {
			words := pointers[n%len(pointers)]
			n++
			if path.Base(s.file) == "regulation-7.yaml" && strings.Contains(words, "://") {
				words = "See our website." // under regulation 7 guidance allows a link
			}
			substitute := p.substitutedInBrief
			if i == 0 {
				substitute = p.substituted
			}
			all = append(all, s.turnsTo(substitute(s, fmt.Sprintf("says %q", words), words)))
		}
	}
	return all
}

// unanswering has each text that answers a provision be what people write who have
// no answer.
func (p *proof) unanswering() (all []mutation) {
	n := 0
	for _, s := range p.blocks() {
		if s.id == "" {
			continue
		}
		for range 3 {
			words := unsaid[n%len(unsaid)]
			n++
			all = append(all, s.turnsTo(p.substitutedInBrief(s, fmt.Sprintf("says %q", words), words)))
		}
		words := passedOn[n%len(passedOn)]
		m := p.substitutedInBrief(s, fmt.Sprintf("says %q", words), words)
		if s.id == "7(1)(b)" {
			m.finds = "R0-thin"
			all = append(all, m)
		} else {
			all = append(all, s.turnsTo(m))
		}
	}
	return all
}

// repeated has actions that say again what was recommended.
func (p *proof) repeated(t *testing.T) (all []mutation) {
	s := p.block(t, "regulation-7.inspections[0].recommendations[0].action")
	for _, words := range []string{
		"The service should make sure that medication records are complete and accurate for everyone who is helped to take medicines, and that gaps are found and followed up without delay.",
		"Medication records must be complete and accurate, and gaps must be followed up without delay.",
	} {
		all = append(all, s.turnsTo(p.substituted(s, fmt.Sprintf("says %q", words), words)))
	}
	for _, words := range []string{
		"Medication records are complete and accurate for everyone who is helped to take medicines, and gaps are found and followed up.",
		"We will ensure that medication records are complete and accurate for everyone who is helped.",
	} {
		m := p.substituted(s, fmt.Sprintf("says %q", words), words)
		m.finds = "R7-1b-repeats"
		all = append(all, m)
	}
	return all
}

// copied has texts that are another's: the law's, another authority's, or that of
// another place of the report.
func (p *proof) copied() (all []mutation) {
	blocks := p.blocks()
	before := map[string]block{}
	for _, s := range blocks {
		if s.id == "" {
			continue
		}
		if law := handedBack[s.id]; law != "" {
			all = append(all, s.turnsTo(p.substitutedInBrief(s, "is the law's own words", law)),
				s.turnsTo(p.substituted(s, "is another authority's", "Falkirk Health and Social Care Partnership moved 41 nurses into the community, which cost £2.1m.")))
			thin := p.substitutedInBrief(s, "is thin", "Good progress was made, and we continue to improve our services.")
			thin.finds = "R0-thin"
			all = append(all, thin)
		}
		if first, twice := before[s.id]; twice && s.id != "7(1)(a)" {
			pg := pageOf(p.files[first.file])
			words := strings.NewReplacer("Strathmoor", "Carrick Coast", "2025", "2026").Replace(string(bytes.TrimSpace(pg[first.key:first.last].bytes())))
			m := p.substituted(s, "is the text of "+first.name, strings.ReplaceAll(words, "\n      ", "\n"))
			m.finds = "R0-copied"
			all = append(all, m)
		} else if !twice {
			before[s.id] = s
		}
	}
	return all
}

// silentOn has texts that don't speak of what the provision asks for.
func (p *proof) silentOn() (all []mutation) {
	rules := map[string]string{"3(a)(i)": "R3ai-plan-or-money", "3(b)": "R3b-plan-or-money", "5(1)": "R5-1-value", "6(1)(a)": "R6-1a-involvement", "6(1)(b)": "R6-1b-involvement"}
	for _, s := range p.blocks() {
		if rule := rules[s.id]; rule != "" {
			m := p.substituted(s, "speaks of something else", "Walking clubs began on Thursdays, and the harbour was quieter than in the summer.")
			m.finds = rule
			all = append(all, m)
		}
	}
	return all
}

// edited is a change of the narrative by replacing words that are once in a file.
func (p *proof) edited(t *testing.T, name, file string, pairs ...string) mutation {
	t.Helper()
	data := string(p.files[file])
	for i := 0; i < len(pairs); i += 2 {
		if strings.Count(data, pairs[i]) != 1 {
			t.Fatalf("%s: %q stands %d times", file, pairs[i], strings.Count(data, pairs[i]))
		}
		data = strings.Replace(data, pairs[i], pairs[i+1], 1)
	}
	if file == "apr.yaml" {
		return mutation{name: name, mutated: func() (*project.Project, error) { return p.project(pageOf([]byte(data))) }}
	}
	return mutation{name: name, mutated: func() (*project.Project, error) {
		return p.changedNarrative(file, []byte(data))
	}}
}

const (
	opening = "narrative/opening.yaml"
	reg3y   = "narrative/regulation-3.yaml"
	reg4y   = "narrative/regulation-4.yaml"
	reg7y   = "narrative/regulation-7.yaml"
	reg8y   = "narrative/regulation-8.yaml"
)

// contradicted has the report's lists and answers contradict its sentences.
func (p *proof) contradicted(t *testing.T) (all []mutation) {
	add := func(m mutation, id string, v Verdict, tells string) {
		m.finds = tells
		if id != "" {
			m.want = []turn{{id: id, verdict: v}}
		}
		all = append(all, m)
	}
	none := func(file string) func(*project.Narrative) {
		return func(n *project.Narrative) {
			switch file {
			case reg3y:
				n.Reg3.Decisions = project.Decisions{None: true, Position: n.Reg3.Decisions.Position}
			case reg7y:
				n.Reg7 = project.Inspections{None: true, Position: n.Reg7.Position}
			case reg8y:
				n.Reg8 = project.PlanReview{None: true, Position: n.Reg8.Position}
			}
		}
	}
	declared := func(name, file string, m mutation) mutation {
		change, read := none(file), m.mutated
		m.name = name
		m.mutated = func() (*project.Project, error) {
			r, err := read()
			if err == nil {
				change(r.Narrative)
			}
			return r, err
		}
		return m
	}
	whole := mutation{mutated: func() (*project.Project, error) {
		r, n := *p.whole, *p.whole.Narrative
		r.Narrative = &n
		return &r, nil
	}}
	add(declared("no decision, and the glance tells of one", reg3y, whole), "3(c)", Incomplete, "R3c-told-elsewhere")
	both := declared("no inspection, and the glance names two", reg7y, whole)
	add(both, "7(1)(a)", Incomplete, "R7-1a-told-elsewhere")
	all[len(all)-1].want = append(all[len(all)-1].want, turn{id: "7(1)(b)", verdict: Nil})
	all[len(all)-1].because = "the declaration is of both"
	foreword := "The board has approved a revised strategic plan, with fewer promises"
	review := declared("no review, and the foreword names a revised plan", reg8y, whole)
	add(review, "8(a)", Incomplete, "R8a-told-elsewhere")
	all[len(all)-1].want = append(all[len(all)-1].want, turn{id: "8(b)", verdict: Nil}, turn{id: "8(c)", verdict: Nil})
	all[len(all)-1].because = "the declaration is of all three"
	for _, words := range []string{"We carried out a review of our strategic plan, with fewer promises", "The strategic plan was reviewed, with fewer promises",
		"The board reviewed its strategic plan, with fewer promises", "The review of the strategic plan was completed, with fewer promises"} {
		m := declared("no review, and the foreword says: "+words, reg8y, p.edited(t, "", opening, foreword, words))
		add(m, "8(a)", Incomplete, "R8a-told-elsewhere")
		all[len(all)-1].want = append(all[len(all)-1].want, turn{id: "8(b)", verdict: Nil}, turn{id: "8(c)", verdict: Nil})
		all[len(all)-1].because = "the declaration is of all three"
	}
	add(p.edited(t, "a revised plan is denied", reg8y, "revised_plan: true", "revised_plan: false"), "8(b)", Incomplete, "R8b-told-elsewhere")
	all[len(all)-1].want = append(all[len(all)-1].want, turn{id: "8(c)", verdict: Incomplete})
	all[len(all)-1].because = "changes are described"

	glance := "two inspections and five recommendations"
	for _, words := range []string{"three inspections and five recommendations", "two inspections and six recommendations", "one inspection and one recommendation", "3 inspections and 7 recommendations"} {
		add(p.edited(t, "the glance tells of "+words, opening, glance, words), "7(1)(a)", Incomplete, "R7-1a-told-elsewhere")
	}
	add(p.edited(t, "the introduction tells of three inspections", reg7y, "Two inspections in {{ year }} ended in recommendations", "Three inspections in {{ year }} ended in recommendations"), "7(1)(a)", Incomplete, "R7-1a-told-elsewhere")
	for _, words := range []string{"two significant decisions", "no significant decision", "3 significant decisions"} {
		add(p.edited(t, "the glance tells of "+words, opening, "one significant decision", words), "3(c)", Incomplete, "R3c-told-elsewhere")
	}
	for _, words := range []string{"four localities", "two localities", "5 localities"} {
		add(p.edited(t, "the area is divided into "+words, opening, "The strategic plan divides it into\n  three localities", "The strategic plan divides it into\n  "+words), "", "", "R6-1b-localities-told")
	}
	add(p.edited(t, "the plan names three key care groups", opening, "It names two key care groups", "It names three key care groups"), "", "", "R4-1a-care-groups-told")
	action := "Electronic medication records replaced paper charts"
	for _, words := range []string{"Work has not started. Electronic", "The action hasn't begun. Electronic", "No action has been taken. Electronic", "This is not yet in place. Electronic"} {
		add(p.edited(t, "the status is complete and the action says: "+words, reg7y, action, words+strings.TrimPrefix(action, "Electronic")), "", "", "R7-1b-status")
	}
	for _, words := range []string{"The records will be kept on tablets from June 2026.", "A new system is planned, and training is due to follow in the autumn."} {
		s := p.block(t, "regulation-7.inspections[0].recommendations[0].action")
		add(p.substituted(s, "the status is complete and the action says: "+words, words), "", "", "R7-1b-status")
	}
	for _, words := range []string{"The underspend was caused by empty posts.", "We ended the year with an underspend, because posts were empty.", "The board underspent because of vacancies.", "The overall underspend came from vacancies.", "Spending was less than planned because posts were empty."} {
		s := p.block(t, "regulation-4.variance_reasons")
		add(p.substituted(s, "explains an underspend: "+words, words), "4(1)(c)", Incomplete, "R4-1c-direction")
	}
	return all
}

// block is a text by its name.
func (p *proof) block(t *testing.T, name string) block {
	t.Helper()
	for _, s := range p.blocks() {
		if s.name == name {
			return s
		}
	}
	t.Fatalf("there is no text %s", name)
	return block{}
}

// dated has days and bodies that can't be.
func (p *proof) dated(t *testing.T) (all []mutation) {
	add := func(m mutation, tells string, want ...turn) {
		m.finds, m.want = tells, want
		all = append(all, m)
	}
	place := func(line string) string { return lineAt("apr.yaml", pageOf(p.files["apr.yaml"]).find(t, line)) }
	for _, year := range []string{"2025-07-22", "2026-03-31", "2027-07-22", "2024-07-22"} {
		add(p.edited(t, "a copy of "+year, "apr.yaml", "date: 2026-07-22", "date: "+year), "R42-4-copy-year", turns("42(4)", Incomplete, place("date: 2026-07-22")))
	}
	add(p.edited(t, "published, and the copies are to come", "apr.yaml", "  date: 2026-07-21\n  # When", "  date: 2026-07-17\n  # When"), "R42-4-copy-given")
	add(p.edited(t, "a joint board that says it is a lead agency", "apr.yaml", "model: integration-joint-board", "model: lead-agency"), "R42-4-model",
		turn{id: "42(4)", verdict: Incomplete}, turn{id: "9", verdict: Nil})
	all[len(all)-1].because = "a lead agency is owed other copies and has a committee"
	add(p.edited(t, "a decision of the year before", reg3y, "date: 2025-08-13", "date: 2024-08-13"), "R3c-date")
	add(p.edited(t, "an inspection of the year after", reg7y, "date: 2026-02-04", "date: 2026-05-04"), "R7-1a-date")
	ended := p.edited(t, "a plan that ended years ago", "apr.yaml", "period: 2023 to 2026", "period: 2019 to 2022")
	read := ended.mutated
	ended.mutated = func() (*project.Project, error) {
		r, err := read()
		if err == nil {
			n := *r.Narrative
			n.Reg8 = project.PlanReview{None: true, Position: n.Reg8.Position}
			r.Narrative = &n
		}
		return r, err
	}
	add(ended, "R8a-plan-ended", turn{id: "8(a)", verdict: Nil}, turn{id: "8(b)", verdict: Nil}, turn{id: "8(c)", verdict: Nil})
	all[len(all)-1].because = "the declaration is of all three"
	return all
}
