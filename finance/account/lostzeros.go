package account

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// A zerosLost is a ledger whose cost centres rules would match with zeros before them.
type zerosLost struct {
	ledger      *ledger.Result
	code, whole string // as the ledger has one, and as the rule does
	first       *ledger.CentreGroup
	rules       []classify.Unmatched
}

// reportLostZeros reports ledgers whose codes a spreadsheet has taken for numbers, once for
// each, and returns the rules that match nothing else for it.
func (b *posting) reportLostZeros(unmatched []classify.Unmatched) map[*finance.Rule]bool {
	told := map[*finance.Rule]bool{}
	for _, l := range b.ledgers {
		lost := zerosLost{ledger: l}
		for _, u := range unmatched {
			pattern := u.When[finance.CostCentreColumn]
			if !strings.HasPrefix(pattern, "0") || b.mistaken[u.Rule] {
				continue
			}
			for _, key := range slices.Sorted(maps.Keys(l.Groups)) {
				if whole := withZeros(key, pattern); whole != "" {
					if lost.first == nil {
						lost.code, lost.whole, lost.first = l.Groups[key].CostCentre, whole, l.Groups[key]
					}
					lost.rules = append(lost.rules, u)
					told[u.Rule] = true
					break
				}
			}
		}
		if lost.first != nil {
			b.lostZeros(&lost)
		}
	}
	return told
}

func (b *posting) lostZeros(lost *zerosLost) {
	file := lost.ledger.Spec.File
	b.doubts.Add(&source.Problem{Code: finance.CodeUnmatchedRule, Position: lost.first.Position, About: file + " zeros", Likely: true,
		Message: fmt.Sprintf("the cost centres of the ledger %s have lost the zeros at their beginning, such as %s for %s: a spreadsheet has taken the codes for numbers, and %s no line of any ledger",
			file, lost.code, lost.whole, wording.Count(len(lost.rules), "rule matches", "rules match")),
		Hint:    "export the ledger again and don't save it from a spreadsheet, or open it with the column as text",
		Related: []source.Related{{Position: lost.rules[0].Position, Message: "the first of the rules"}}})
}

// withZeros is a code of digits with the zeros before it with which it matches an alternative
// of a pattern, or "".
func withZeros(code, pattern string) string {
	if !celltext.AllDigits(code) || strings.HasPrefix(code, "0") {
		return ""
	}
	for alternative := range strings.SplitSeq(pattern, "|") {
		alternative = strings.TrimSpace(alternative)
		from, to, isRange := strings.Cut(alternative, "-")
		if len(from) <= len(code) || strings.Contains(from, "*") {
			continue
		}
		whole := strings.Repeat("0", len(from)-len(code)) + code
		if ok, err := path.Match(alternative, whole); ok && err == nil {
			return whole
		}
		if isRange && len(from) == len(to) && from <= whole && whole <= to {
			return whole
		}
	}
	return ""
}
