package regs

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// ruleID is how a rule's id has to begin for its requirement: "4(1)(b)" is
// "R4-1b-", and "" is "R0-".
func ruleID(requirement string) string {
	if requirement == "" {
		return "R0-"
	}
	id := regexp.MustCompile(`\((\d+)\)`).ReplaceAllString(requirement, "-$1")
	return "R" + strings.NewReplacer("(", "", ")", "").Replace(id) + "-"
}

func TestCatalogueIsComplete(t *testing.T) {
	known := map[string]bool{"": true}
	for _, q := range Requirements() {
		known[q.ID] = true
	}
	seen, blind := map[string]bool{}, map[string]string{}
	for _, r := range Rules() {
		if seen[r.ID] {
			t.Errorf("%s stands twice", r.ID)
		}
		seen[r.ID] = true
		if !known[r.Requirement] {
			t.Errorf("%s: there is no requirement %q", r.ID, r.Requirement)
		}
		if !strings.HasPrefix(r.ID, ruleID(r.Requirement)) {
			t.Errorf("%s: the id of a rule of %q begins with %s", r.ID, r.Requirement, ruleID(r.Requirement))
		}
		if !slices.Contains(Levels, r.Level) {
			t.Errorf("%s: there is no level %q", r.ID, r.Level)
		}
		if r.Title == "" || r.Citation == "" || r.Why == "" || r.Check == nil {
			t.Errorf("%s lacks its title, citation, reason or check", r.ID)
		}
		if len(strings.Fields(r.Blind)) < 4 || !strings.HasSuffix(r.Blind, ".") {
			t.Errorf("%s doesn't say what it can't see: %q", r.ID, r.Blind)
		}
		if other := blind[r.Blind]; other != "" {
			t.Errorf("%s and %s can't see the same: say what is each one's own", r.ID, other)
		}
		blind[r.Blind] = r.ID
		if r.Level == Statutory && !strings.Contains(r.Citation, "SSI 2014/326") && !strings.Contains(r.Citation, act) {
			t.Errorf("%s is statutory and cites %q", r.ID, r.Citation)
		}
	}
}

func TestEveryRequirementHasAStatutoryRule(t *testing.T) {
	for _, q := range Requirements() {
		if !slices.ContainsFunc(Rules(), func(r Rule) bool { return r.Requirement == q.ID && r.Level == Statutory }) {
			t.Errorf("%s has none", q.ID)
		}
	}
}

func TestRulesComeInOrderOfTheLaw(t *testing.T) {
	order := lawOrder()
	last := 0
	for _, r := range Rules() {
		if r.Requirement == "" || slices.ContainsFunc(inputs(), func(in Rule) bool { return in.ID == r.ID }) {
			continue
		}
		if order[r.Requirement] < last {
			t.Errorf("%s stands too late", r.ID)
		}
		last = order[r.Requirement]
	}
}

func TestEveryInputCodeHasItsRule(t *testing.T) {
	for code, id := range inputCodes {
		if !slices.ContainsFunc(inputs(), func(r Rule) bool { return r.ID == id }) {
			t.Errorf("%s is reported by %s, which isn't there", code, id)
		}
	}
}

func TestLevelChangesAreOfRules(t *testing.T) {
	order := map[string]int{}
	level := map[string]Level{}
	for i, r := range Rules() {
		order[r.ID], level[r.ID] = i, r.Level
	}
	last := -1
	for _, c := range LevelChanges() {
		switch now, ok := level[c.Rule]; {
		case !ok:
			t.Errorf("there is no rule %s", c.Rule)
		case now == c.Was:
			t.Errorf("%s still is %s", c.Rule, c.Was)
		case order[c.Rule] < last:
			t.Errorf("%s stands too late", c.Rule)
		}
		last = order[c.Rule]
	}
}
