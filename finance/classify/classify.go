package classify

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"sync/atomic"

	"apr/finance"
	"apr/internal/table/celltext"
)

// cachedValues and cachedBytes, of each, bound the classifier's memory where a
// rule tests a column in which every line differs.
const (
	cachedValues = 1 << 16
	cachedBytes  = 1 << 8
)

// maxUnlisted is how many classes may name localities that the plan hasn't. Where
// there are more, the column is likely to be of something else, and the further
// ones are those of otherNames.
const (
	maxUnlisted     = 500
	longestUnlisted = 200 // bytes of a name
	otherNames      = "(other names)"
)

// A Classifier gives the lines of one ledger their classes. Each attribute of a
// class is set by the first rule that matches the line and names it.
//
// A cell is tested once for each value that its column holds: what comes of it
// is the set of rules that the value doesn't rule out. The sets of a line's
// tested cells, intersected, are the rules that match it.
type Classifier struct {
	Rules      []Class // in order; bit i of a set is rule i
	Columns    []TestedColumn
	Locality   int // the column that names localities, or -1
	localities map[string]string
	funding    finance.Funding

	Classes  []Class
	numbers  map[Class]int
	unlisted int            // classes met that name localities which aren't the plan's
	cache    map[string]int // by set of rules and locality
	Set      RuleSet
	sources  []*finance.Rule // of Rules
	matched  RuleSet         // of rules that a line was met for
	together together
	key      []byte
}

// A RuleSet has a bit for each rule.
type RuleSet []uint64

// TestedColumn is a column with the conditions that rules have on it.
type TestedColumn struct {
	Index      int
	conditions []columnCondition
	exact      exactRules
	sets       map[string]RuleSet // by cell
	scratch    RuleSet
}

type columnCondition struct {
	rule    int
	pattern *pattern
}

// Bind makes a classifier for a ledger with these columns. Rules that can't
// match its lines, because they are another partner's or test a column that it
// doesn't have, are left out.
func (r *Rules) Bind(ledger *finance.LedgerSpec, index map[string]int) *Classifier {
	c := &Classifier{
		Locality: -1, localities: r.Localities, funding: ledger.Funding,
		numbers: map[Class]int{}, cache: map[string]int{}, together: together{rules: map[int]RuleSet{}},
	}
	if i, ok := index[finance.LocalityColumn]; ok {
		c.Locality = i
	}
	for i := range r.Rules {
		rule := &r.Rules[i]
		if rule.Transfer != "" && ledger.Holds() == finance.Funded {
			continue // a transfer is of what is spent
		}
		if rule.IsFor(ledger.Partner) && rule.IsOn(index) {
			c.add(rule, index)
		}
	}
	c.Set = make(RuleSet, (len(c.Rules)+63)/64)
	c.matched = make(RuleSet, len(c.Set))
	for i := range c.Columns {
		c.Columns[i].scratch = make(RuleSet, len(c.Set))
	}
	return c
}

// add adds a rule with its conditions to the columns that they test.
func (c *Classifier) add(rule *compiledRule, index map[string]int) {
	for _, w := range rule.when {
		if w.column == finance.PartnerColumn {
			continue
		}
		at := index[w.column]
		i := 0
		for i < len(c.Columns) && c.Columns[i].Index != at {
			i++
		}
		if i == len(c.Columns) {
			c.Columns = append(c.Columns, TestedColumn{Index: at, sets: map[string]RuleSet{}})
		}
		if rule.exact {
			c.Columns[i].exact.add(len(c.Rules), w.pattern)
		} else {
			c.Columns[i].conditions = append(c.Columns[i].conditions, columnCondition{len(c.Rules), w.pattern})
		}
	}
	c.Rules = append(c.Rules, rule.Class)
	c.sources = append(c.sources, rule.source)
}

// IsFor reports whether the rule can match lines of a partner's ledgers.
func (r *compiledRule) IsFor(partner string) bool {
	for _, w := range r.when {
		if w.column == finance.PartnerColumn && !w.pattern.Matches(asTyped(partner)) {
			return false
		}
	}
	return true
}

// IsOn reports whether a ledger has the columns that the rule tests.
func (r *compiledRule) IsOn(index map[string]int) bool {
	for _, w := range r.when {
		if _, mapped := index[w.column]; !mapped && w.column != finance.PartnerColumn {
			return false
		}
	}
	return true
}

// Number is the number of the class of a record.
func (c *Classifier) Number(record []string) int {
	c.rulesFor(record)
	named := celltext.At(record, c.Locality)
	c.key = append(c.key[:0], named...)
	for _, word := range c.Set {
		c.key = binary.LittleEndian.AppendUint64(c.key, word)
	}
	if n, ok := c.cache[string(c.key)]; ok {
		return n
	}
	n := c.NumberOf(c.Classify(c.Set, named))
	if len(c.cache) < cachedValues && len(c.key) < cachedBytes {
		c.cache[string(c.key)] = n
	}
	return n
}

// rulesFor is the set of rules that match a record. It is valid until the next call.
func (c *Classifier) rulesFor(record []string) RuleSet {
	for i := range c.Set {
		c.Set[i] = ^uint64(0)
	}
	for i := range c.Columns {
		t := &c.Columns[i]
		for j, word := range t.allowed(celltext.At(record, t.Index)) {
			c.Set[j] &= word
		}
	}
	return c.Set
}

// NumberOf is the number of a class.
func (c *Classifier) NumberOf(k Class) int {
	n, ok := c.numbers[k]
	if !ok && k.Unlisted != "" {
		if c.unlisted < maxUnlisted && len(k.Unlisted) <= longestUnlisted {
			c.unlisted++
		} else {
			k.Unlisted = otherNames
			n, ok = c.numbers[k]
		}
	}
	if !ok {
		n = len(c.Classes)
		c.Classes = append(c.Classes, k)
		c.numbers[k] = n
	}
	return n
}

// allowed is the set of rules that a cell doesn't rule out. It is valid until
// the next call.
func (t *TestedColumn) allowed(value string) RuleSet {
	if set, ok := t.sets[value]; ok {
		return set
	}
	set := t.scratch
	if len(t.sets) < cachedValues && len(value) < cachedBytes {
		set = make(RuleSet, len(t.scratch))
		t.sets[strings.Clone(value)] = set
	}
	t.Test(set, value)
	return set
}

// Test makes set the set of rules that a cell doesn't rule out.
func (t *TestedColumn) Test(set RuleSet, value string) {
	for i := range set {
		set[i] = ^uint64(0)
	}
	folded := asTyped(value)
	code := celltext.Code(folded)
	for _, c := range t.conditions {
		if !c.pattern.Matches(folded) && (code == folded || !c.pattern.Matches(code)) {
			set[c.rule/64] &^= 1 << (c.rule % 64)
		}
	}
	t.exact.test(set, code)
}

// Classify works out the class of a line from the set of rules that match it. A
// locality that the ledger itself names goes before those of the rules.
func (c *Classifier) Classify(set RuleSet, named string) (k Class) {
	if named = celltext.Spaced(named); named != "" {
		if k.Locality = c.localities[celltext.Code(named)]; k.Locality == "" {
			k.Unlisted = named
		}
	}
	c.together.note(set, c.sources)
	for i, word := range set {
		atomic.OrUint64(&c.matched[i], word) // scanners classify side by side
		for ; word != 0; word &= word - 1 {
			if rule := i*64 + bits.TrailingZeros64(word); rule < len(c.Rules) {
				k.fillFrom(&c.Rules[rule])
			}
		}
	}
	if k.Exclude != "" {
		return Class{Exclude: k.Exclude}
	}
	if k.Transfer != "" {
		return k.excluded()
	}
	if k.Funding == "" {
		k.Funding = c.funding
	}
	return k
}

// fillFrom takes from a rule what no earlier one has named.
func (k *Class) fillFrom(rule *Class) {
	if k.Matter == "" && k.Exclude == "" {
		k.Matter, k.Exclude = rule.Matter, rule.Exclude
	}
	if k.CareGroup == "" {
		k.CareGroup = rule.CareGroup
	}
	if k.Locality == "" && k.Apportion == "" && k.Unlisted == "" {
		k.Locality, k.Apportion = rule.Locality, rule.Apportion
	}
	if k.Transfer == "" {
		k.Transfer, k.Arrives = rule.Transfer, rule.Arrives
	}
	if k.Funding == "" {
		k.Funding = rule.Funding
	}
	if k.Service == "" {
		k.Service = rule.Service
	}
}
