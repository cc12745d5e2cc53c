package regs

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"apr/internal/lazyregexp"
)

const outcomesListed = `(?:the )?(?:national )?(?:health and wellbeing )?outcomes? (\d(?:, \d)*(?:,? and \d)?)\b`

var (
	// servesOutcomes is what stands behind a priority's name and says which outcomes it is for.
	servesOutcomes = lazyregexp.Lazy(`^[*_”"’']*,? (?:(?:which |that |and )?(?:serves?|contributes? (?:most )?to|supports?|works? towards|is linked to|relates? to|is for|is about|addresses|maps to|is mapped to) ` + outcomesListed + `|\(` + outcomesListed + `\))`)
	// beyondItsOutcomes are words of outcomes that a priority isn't for in the first place.
	beyondItsOutcomes = lazyregexp.Lazy(`(?i)\b(?:also|too|as well|not|no longer|indirectly|beyond|until|former\w*|previous\w*|last|next|new|will|would)\b`)
)

// outcomesOfPriority holds the outcomes that a sentence gives to a priority of the plan
// against those of apr.yaml. It may leave some of them out.
func (n *ownNames) outcomesOfPriority(s statement) {
	if !s.has("utcome") || beyondItsOutcomes().MatchString(s.words) {
		return
	}
	for i, priority := range n.project.Config.StrategicPlan.Priorities {
		k := strings.Index(s.words, priority.Name)
		if k < 0 || len(priority.Outcomes) == 0 {
			continue
		}
		behind := k + len(priority.Name)
		m := servesOutcomes().FindStringSubmatch(s.words[behind:])
		if m == nil {
			continue
		}
		var others []string
		for _, c := range m[1] + m[2] {
			if unicode.IsDigit(c) && !slices.Contains(priority.Outcomes, int(c-'0')) {
				others = append(others, string(c))
			}
		}
		if len(others) > 0 {
			n.add(Finding{Position: s.at(k), Found: fmt.Sprintf("the text gives outcome %s to the priority %q, and apr.yaml has it serve others", strings.Join(others, ", "), priority.Name),
				Hint:    "correct the text, or the priority's outcomes in apr.yaml",
				Related: declared(at(n.project.Config.PositionOf(fmt.Sprintf("strategic_plan.priorities[%d].outcomes", i)), planPosition(n.project)), "the priority's outcomes")})
		}
	}
}
