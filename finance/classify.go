package finance

import (
	"encoding/binary"
	"math/bits"
	"strings"

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

// A classifier gives the lines of one ledger their classes. Each attribute of a
// class is set by the first rule that matches the line and names it.
//
// A cell is tested once for each value that its column holds: what comes of it
// is the set of rules that the value doesn't rule out. The sets of a line's
// tested cells, intersected, are the rules that match it.
type classifier struct {
	rules      []class // in order; bit i of a set is rule i
	columns    []testedColumn
	locality   int // the column that names localities, or -1
	localities map[string]string
	funding    Funding

	classes  []class
	numbers  map[class]int
	unlisted int            // classes met that name localities which aren't the plan's
	cache    map[string]int // by set of rules and locality
	set      ruleSet
	key      []byte
}

// A ruleSet has a bit for each rule.
type ruleSet []uint64

// testedColumn is a column with the conditions that rules have on it.
type testedColumn struct {
	index      int
	conditions []columnCondition
	sets       map[string]ruleSet // by cell
	scratch    ruleSet
}

type columnCondition struct {
	rule    int
	pattern *pattern
}

// bind makes a classifier for a ledger with these columns. Rules that can't
// match its lines, because they are another partner's or test a column that it
// doesn't have, are left out.
func (r *Rules) bind(ledger *LedgerSpec, index map[string]int) *classifier {
	c := &classifier{
		locality: -1, localities: r.localities, funding: ledger.Funding,
		numbers: map[class]int{}, cache: map[string]int{},
	}
	if i, ok := index[localityColumn]; ok {
		c.locality = i
	}
	for i := range r.rules {
		if rule := &r.rules[i]; rule.isFor(ledger.Partner) && rule.isOn(index) {
			c.add(rule, index)
		}
	}
	c.set = make(ruleSet, (len(c.rules)+63)/64)
	for i := range c.columns {
		c.columns[i].scratch = make(ruleSet, len(c.set))
	}
	return c
}

// add adds a rule with its conditions to the columns that they test.
func (c *classifier) add(rule *compiledRule, index map[string]int) {
	for _, w := range rule.when {
		if w.column == partnerColumn {
			continue
		}
		at := index[w.column]
		i := 0
		for i < len(c.columns) && c.columns[i].index != at {
			i++
		}
		if i == len(c.columns) {
			c.columns = append(c.columns, testedColumn{index: at, sets: map[string]ruleSet{}})
		}
		c.columns[i].conditions = append(c.columns[i].conditions, columnCondition{len(c.rules), w.pattern})
	}
	c.rules = append(c.rules, rule.class)
}

// isFor reports whether the rule can match lines of a partner's ledgers.
func (r *compiledRule) isFor(partner string) bool {
	for _, w := range r.when {
		if w.column == partnerColumn && !w.pattern.matches(celltext.Fold(partner)) {
			return false
		}
	}
	return true
}

// isOn reports whether a ledger has the columns that the rule tests.
func (r *compiledRule) isOn(index map[string]int) bool {
	for _, w := range r.when {
		if _, mapped := index[w.column]; !mapped && w.column != partnerColumn {
			return false
		}
	}
	return true
}

// number is the number of the class of a record.
func (c *classifier) number(record []string) int {
	for i := range c.set {
		c.set[i] = ^uint64(0)
	}
	for i := range c.columns {
		t := &c.columns[i]
		for j, word := range t.allowed(celltext.At(record, t.index)) {
			c.set[j] &= word
		}
	}
	named := celltext.At(record, c.locality)
	c.key = append(c.key[:0], named...)
	for _, word := range c.set {
		c.key = binary.LittleEndian.AppendUint64(c.key, word)
	}
	if n, ok := c.cache[string(c.key)]; ok {
		return n
	}
	n := c.numberOf(c.classify(c.set, named))
	if len(c.cache) < cachedValues && len(c.key) < cachedBytes {
		c.cache[string(c.key)] = n
	}
	return n
}

// numberOf is the number of a class.
func (c *classifier) numberOf(k class) int {
	n, ok := c.numbers[k]
	if !ok && k.unlisted != "" {
		if c.unlisted < maxUnlisted && len(k.unlisted) <= longestUnlisted {
			c.unlisted++
		} else {
			k.unlisted = otherNames
			n, ok = c.numbers[k]
		}
	}
	if !ok {
		n = len(c.classes)
		c.classes = append(c.classes, k)
		c.numbers[k] = n
	}
	return n
}

// allowed is the set of rules that a cell doesn't rule out. It is valid until
// the next call.
func (t *testedColumn) allowed(value string) ruleSet {
	if set, ok := t.sets[value]; ok {
		return set
	}
	set := t.scratch
	if len(t.sets) < cachedValues && len(value) < cachedBytes {
		set = make(ruleSet, len(t.scratch))
		t.sets[strings.Clone(value)] = set
	}
	t.test(set, value)
	return set
}

// test makes set the set of rules that a cell doesn't rule out.
func (t *testedColumn) test(set ruleSet, value string) {
	for i := range set {
		set[i] = ^uint64(0)
	}
	folded := celltext.Fold(value)
	for _, c := range t.conditions {
		if !c.pattern.matches(folded) {
			set[c.rule/64] &^= 1 << (c.rule % 64)
		}
	}
}

// classify works out the class of a line from the set of rules that match it. A
// locality that the ledger itself names goes before those of the rules.
func (c *classifier) classify(set ruleSet, named string) (k class) {
	if named = celltext.Spaced(named); named != "" {
		if k.locality = c.localities[celltext.Fold(named)]; k.locality == "" {
			k.unlisted = named
		}
	}
	for i, word := range set {
		for ; word != 0; word &= word - 1 {
			if rule := i*64 + bits.TrailingZeros64(word); rule < len(c.rules) {
				k.fillFrom(&c.rules[rule])
			}
		}
	}
	if k.funding == "" {
		k.funding = c.funding
	}
	return k
}

// fillFrom takes from a rule what no earlier one has named.
func (k *class) fillFrom(rule *class) {
	if k.matter == "" {
		k.matter = rule.matter
	}
	if k.careGroup == "" {
		k.careGroup = rule.careGroup
	}
	if k.locality == "" && k.apportion == "" && k.unlisted == "" {
		k.locality, k.apportion = rule.locality, rule.apportion
	}
	if k.funding == "" {
		k.funding = rule.funding
	}
	if k.service == "" {
		k.service = rule.service
	}
}
