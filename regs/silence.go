package regs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// Silenced is a finding that apr.yaml sets aside.
type Silenced struct {
	Finding
	// Reason is the authority's, and Place where it is in apr.yaml.
	Reason   string
	Position source.Position
}

// CanBeSilenced reports whether an authority may set the rule aside: guidance
// and advice, and not the rule that watches over what is set aside.
func (rule Rule) CanBeSilenced() bool {
	return rule.Level != Statutory && rule.ID != silenceRule
}

// silenceRule is the id of the rule about silences.
const silenceRule = "R0-silence"

// silenceRules come last: they hold what is set aside against all findings.
func silenceRules() []Rule {
	return []Rule{{
		ID:       silenceRule,
		Title:    "What is set aside in apr.yaml may be, and is needed",
		Level:    Advice,
		Citation: act + ", section 42(3): regulations prescribe the form and content of a report",
		Why:      "A silence that has no effect hides nothing today, but might hide something tomorrow that nobody thought of.",
		Blind:    "Whether the reason is a good one: that is for the board that signs.",
		Check:    checkSilences,
	}}
}

// checkSilences reports silences of rules that don't exist, that can't be set
// aside, that are set aside already, and that found nothing.
func checkSilences(r *project.Project, p *Pass) {
	rules := catalogue()
	type place struct{ rule, file, key string }
	seen := map[place]source.Position{}
	for i, s := range r.Config.Silence {
		pos := at(r.Config.PositionOf(fmt.Sprintf("silence[%d].rule", i)), s.Position, projectFile)
		rule, known := rules[s.Rule]
		this := place{s.Rule, s.File, s.Key}
		first, twice := seen[this]
		switch {
		case !known:
			p.Report(pos, cmp.Or(source.DidYouMean(s.Rule, ids()), "apr rules lists them"), "there is no rule %q to silence", s.Rule)
		case rule.Level == Statutory:
			p.Report(pos, "take it out; what "+s.Rule+" finds has to be mended", "%s can't be silenced: it is the law (%s)", s.Rule, rule.Citation)
		case !rule.CanBeSilenced():
			p.Report(pos, "take it out", "%s can't be silenced", s.Rule)
		case twice:
			p.add(Finding{Position: pos, Hint: "take one of them out", Found: fmt.Sprintf("%s is silenced twice", s.Rule),
				Related: []source.Related{{Position: first, Message: "the first"}}})
		case !s.HasPlace(r):
			p.Report(at(r.Config.PositionOf(fmt.Sprintf("silence[%d].key", i)), pos), "write the key as the file has it, such as outcomes[2].assessment",
				"%s has no %q whose findings could be silenced", s.File, s.Key)
		case !slices.ContainsFunc(*p.findings, func(f Finding) bool { return f.Rule == s.Rule && s.Covers(r, f.Position) }):
			where := "in this report"
			if s.File != "" {
				where = strings.TrimSpace("at " + s.File + " " + s.Key)
			}
			p.Report(pos, "take it out", "%s finds nothing %s, so there is nothing to silence", s.Rule, where)
		}
		if !twice {
			seen[this] = pos
		}
	}
}

// silencedBy parts the findings from those that apr.yaml silences. A requirement
// keeps its verdict: silencing a finding doesn't meet it.
func silencedBy(r *project.Project, findings []Finding) (kept []Finding, silenced []Silenced) {
	if len(r.Config.Silence) == 0 {
		return findings, nil
	}
	rules := catalogue()
	for _, f := range findings {
		i := slices.IndexFunc(r.Config.Silence, func(s project.Silence) bool { return s.Rule == f.Rule && s.Covers(r, f.Position) })
		if i < 0 || !rules[f.Rule].CanBeSilenced() {
			kept = append(kept, f)
			continue
		}
		s := r.Config.Silence[i]
		silenced = append(silenced, Silenced{Finding: f, Reason: wording.OneLine(s.Reason), Position: at(s.Position, projectFile)})
	}
	return kept, silenced
}

// catalogue is the rules by id.
func catalogue() map[string]Rule {
	all := map[string]Rule{}
	for _, rule := range Rules() {
		all[rule.ID] = rule
	}
	return all
}

func ids() []string {
	var all []string
	for _, rule := range Rules() {
		all = append(all, rule.ID)
	}
	return all
}
