package classify

import (
	"math/bits"
	"slices"
	"sync"

	"apr/finance"
)

// together knows of each rule which others match all lines that it matches. Rows of a
// mapping are left out: no rule is narrower than a row.
type together struct {
	mutex sync.Mutex // scanners classify side by side
	rules map[int]RuleSet
}

// maxTogether is of how many rules it is known.
const maxTogether = 1000

// note takes in the rules that match a line.
func (t *together) note(set RuleSet, sources []*finance.Rule) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	for i, word := range set {
		for ; word != 0; word &= word - 1 {
			rule := i*64 + bits.TrailingZeros64(word)
			if rule >= len(sources) || sources[rule] == nil || sources[rule].Exact {
				continue
			}
			with, ok := t.rules[rule]
			if !ok {
				if len(t.rules) < maxTogether {
					t.rules[rule] = append(RuleSet(nil), set...)
				}
				continue
			}
			for j := range with {
				with[j] &= set[j]
			}
		}
	}
}

// has reports whether a rule matches all lines that another matches.
func (t *together) has(rule, other int) bool {
	set, ok := t.rules[rule]
	return ok && set[other/64]&(1<<(other%64)) != 0
}

// A Shadowed rule decides nothing: By, which is above it, matches all its lines and more
// and names all that it names, and differently.
type Shadowed struct{ Rule, By *finance.Rule }

// Shadowed are such rules, in order, once all ledgers are read. A rule for all that the
// rules above it leave is none: each of those matches fewer lines.
func (r *Rules) Shadowed(ledgers []*Classifier) (shadowed []Shadowed) {
	var numbers [][]int
	for _, c := range ledgers {
		numbers = append(numbers, c.numbersOf(r))
	}
	for i := range r.Rules {
		rule := &r.Rules[i]
		if rule.source == nil || rule.exact {
			continue
		}
		for j := range r.Rules[:i] {
			by := &r.Rules[j]
			if by.source != nil && !by.exact && by.takes(&rule.Class) && isWider(j, i, ledgers, numbers) {
				shadowed = append(shadowed, Shadowed{rule.source, by.source})
				break
			}
		}
	}
	return shadowed
}

// takes reports whether a rule above another names all that the other does, and something
// of it differently.
func (r *compiledRule) takes(k *Class) bool {
	above := r.Class
	if above.Exclude != "" {
		return k.Exclude == ""
	}
	after := above
	after.fillFrom(k)
	return after == above && above != *k && !above.agrees(k)
}

// agrees reports whether a class names nothing differently.
func (k Class) agrees(o *Class) bool {
	both := *o
	both.fillFrom(&k)
	return both == k
}

// isWider reports whether a rule matches all lines that another matches, and others too.
// Numbers are those of the rules in each ledger.
func isWider(wide, narrow int, ledgers []*Classifier, numbers [][]int) bool {
	wider, met := false, false
	for i, c := range ledgers {
		w, n := numbers[i][wide], numbers[i][narrow]
		if n >= 0 && c.hasMatched(n) {
			if met = true; w < 0 || !c.together.has(n, w) {
				return false
			}
		}
		if w >= 0 && c.hasMatched(w) && (n < 0 || !c.together.has(w, n)) {
			wider = true
		}
	}
	return wider && met
}

// numbersOf are the numbers of all rules in this ledger, -1 for one that it hasn't. There may
// be a rule for each cost centre, and each is held against each.
func (c *Classifier) numbersOf(all *Rules) []int {
	of := map[*finance.Rule]int{}
	for i, source := range slices.Backward(c.sources) { // the first, where one is there twice
		of[source] = i
	}
	numbers := make([]int, len(all.Rules))
	for i := range all.Rules {
		n, ok := of[all.Rules[i].source]
		if !ok {
			n = -1
		}
		numbers[i] = n
	}
	return numbers
}

func (c *Classifier) hasMatched(rule int) bool { return c.matched[rule/64]&(1<<(rule%64)) != 0 }
