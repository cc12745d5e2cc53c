package classify

import (
	"maps"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/source"
)

// Note has a record count for what rules match, without giving it a class.
func (c *Classifier) Note(record []string) {
	c.Classify(c.rulesFor(record), "")
}

// An Unmatched rule is one that matches no line of any ledger.
type Unmatched struct {
	*finance.Rule
	// Partner is the pattern that no ledger's partner matches; "" where there is one.
	Partner string
}

// Unmatched are the rules that match nothing, in order, once all ledgers are read.
func (r *Rules) Unmatched(ledgers []*Classifier, partners []string) (unmatched []Unmatched) {
	matched := map[*finance.Rule]bool{}
	for _, c := range ledgers {
		for i, rule := range c.sources {
			if c.matched[i/64]&(1<<(i%64)) != 0 {
				matched[rule] = true
			}
		}
	}
	for i := range r.Rules {
		rule := &r.Rules[i]
		if rule.source == nil || matched[rule.source] { // sides of transfers are reported with these
			continue
		}
		u := Unmatched{Rule: rule.source}
		if !slices.ContainsFunc(partners, rule.IsFor) {
			u.Partner = rule.source.When[finance.PartnerColumn]
		}
		unmatched = append(unmatched, u)
	}
	return unmatched
}

// Conditions are what the rule tests, in order of column, for messages.
func (u *Unmatched) Conditions() string {
	var all []string
	for _, column := range slices.Sorted(maps.Keys(u.When)) {
		all = append(all, column+": "+u.When[column])
	}
	return strings.Join(all, ", ")
}

// NearestTo is the candidate that is nearest to an alternative of a pattern, or "".
func NearestTo(pattern string, candidates []string) string {
	for _, alternative := range alternatives(pattern) {
		text := asTyped(alternative)
		if _, ok, _ := ParseRange(text); ok {
			text, _, _ = strings.Cut(text, "-")
		}
		text = strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(text, "*", ""), "?", ""))
		if n := source.Nearest(text, candidates); n != "" && len(text) > 2 { // else anything is near
			return n
		}
	}
	return ""
}
