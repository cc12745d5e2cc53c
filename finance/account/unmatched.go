package account

import (
	"fmt"
	"maps"
	"slices"

	"apr/finance"
	"apr/finance/classify"
	"apr/internal/source"
)

// reportUnmatched reports rules that match no line of any ledger.
func (b *posting) reportUnmatched() {
	if len(b.ledgers) == 0 {
		return
	}
	var classifiers []*classify.Classifier
	for _, l := range b.ledgers {
		classifiers = append(classifiers, l.Classifier)
	}
	unmatched := b.rules.Unmatched(classifiers, b.partners())
	zeros := b.reportLostZeros(unmatched)
	for _, u := range unmatched {
		if b.mistaken[u.Rule] || zeros[u.Rule] {
			continue // reported with what its code should be
		}
		p := &source.Problem{Code: finance.CodeUnmatchedRule, Position: u.Position, Likely: u.Partner != ""}
		p.About = u.Conditions()
		if u.Partner != "" {
			p.Message = fmt.Sprintf("the rule for %s matches no line: no ledger is of a partner %q", u.Conditions(), u.Partner)
			p.Hint = source.DidYouMean(u.Partner, b.partners())
		} else {
			p.Message = fmt.Sprintf("the rule for %s matches no line of any ledger", u.Conditions())
			p.Hint = b.nearestUnclassified(&u)
		}
		if p.Hint == "" {
			p.Hint = "see how the ledger writes it, or take the rule out"
		}
		b.doubts.Add(p)
	}
}

// reportShadowed reports rules that match lines and decide nothing, since a wider rule
// above them has taken all their lines.
func (b *posting) reportShadowed() {
	var classifiers []*classify.Classifier
	for _, l := range b.ledgers {
		classifiers = append(classifiers, l.Classifier)
	}
	for _, s := range b.rules.Shadowed(classifiers) {
		of, by := classify.Unmatched{Rule: s.Rule}, classify.Unmatched{Rule: s.By}
		b.doubts.Add(&source.Problem{Code: finance.CodeUnusedRule, Position: s.Rule.Position, About: of.Conditions(), Likely: true,
			Message: fmt.Sprintf("the rule for %s decides nothing: the rule above it for %s matches all its lines and more", of.Conditions(), by.Conditions()),
			Hint:    "the first rule that matches a line decides: move the narrower rule above the wider one",
			Related: []source.Related{{Position: s.By.Position, Message: "the wider rule"}}})
	}
}

// nearestUnclassified names the cost centre without a matter that is most like what
// the rule tests.
func (b *posting) nearestUnclassified(u *classify.Unmatched) string {
	for _, column := range slices.Sorted(maps.Keys(u.When)) {
		for _, l := range b.ledgers {
			var names []string
			for _, key := range slices.Sorted(maps.Keys(l.Groups)) {
				g := l.Groups[key]
				if name := l.NameOf(&g.UnclassifiedGroup, column); name != "" {
					names = append(names, name)
				}
			}
			if n := classify.NearestTo(u.When[column], names); n != "" {
				return fmt.Sprintf("did you mean %q? No rule gives its lines in %s a matter", n, l.Spec.File)
			}
		}
	}
	return ""
}
