package finance

import (
	"slices"
)

// cachedKeys bounds the classifier's memory where a rule tests a column in
// which every line differs.
const cachedKeys = 1 << 16

// A classifier gives the lines of one ledger their classes. Each attribute of a
// class is set by the first rule that matches the line and names it. Lines that
// agree in the tested columns belong to one class, so that each combination is
// worked out once.
type classifier struct {
	rules      []boundRule
	tested     []int // columns that rules test, and the locality column
	locality   int   // the column that names localities, or -1
	localities map[string]string
	funding    Funding

	classes []class
	numbers map[class]int
	cache   map[string]int
	key     []byte
}

// boundRule is a rule with conditions on a ledger's columns.
type boundRule struct {
	class
	when []boundCondition
}

type boundCondition struct {
	column  int
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
		c.tested = append(c.tested, i)
	}
	for _, rule := range r.rules {
		if b, ok := rule.bind(ledger, index); ok {
			c.rules = append(c.rules, b)
			for _, w := range b.when {
				c.tested = append(c.tested, w.column)
			}
		}
	}
	slices.Sort(c.tested)
	c.tested = slices.Compact(c.tested)
	return c
}

func (r *compiledRule) bind(ledger *LedgerSpec, index map[string]int) (boundRule, bool) {
	b := boundRule{class: r.class}
	for _, w := range r.when {
		i, mapped := index[w.column]
		switch {
		case mapped:
			b.when = append(b.when, boundCondition{i, w.pattern})
		case w.column != partnerColumn || !w.pattern.matches(fold(ledger.Partner)):
			return b, false
		}
	}
	return b, true
}

// number is the number of the class of a record.
func (c *classifier) number(record []string) int {
	c.key = c.key[:0]
	for _, i := range c.tested {
		if i < len(record) {
			c.key = append(c.key, record[i]...)
		}
		c.key = append(c.key, 0)
	}
	if n, ok := c.cache[string(c.key)]; ok {
		return n
	}
	k := c.classify(record)
	n, ok := c.numbers[k]
	if !ok {
		n = len(c.classes)
		c.classes = append(c.classes, k)
		c.numbers[k] = n
	}
	if len(c.cache) < cachedKeys {
		c.cache[string(c.key)] = n
	}
	return n
}

// classify works out the class of a record. A locality that the ledger itself
// names goes before those of the rules.
func (c *classifier) classify(record []string) (k class) {
	if c.locality >= 0 {
		if named := spaced(cell(record, c.locality)); named != "" {
			if k.locality = c.localities[fold(named)]; k.locality == "" {
				k.unlisted = named
			}
		}
	}
	folded := make(map[int]string, len(c.tested))
	for i := range c.rules {
		if r := &c.rules[i]; r.matches(record, folded) {
			k.fillFrom(&r.class)
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

// matches reports whether all conditions hold. folded keeps the folded cells
// for the next rule.
func (r *boundRule) matches(record []string, folded map[int]string) bool {
	for _, w := range r.when {
		value, ok := folded[w.column]
		if !ok {
			value = fold(cell(record, w.column))
			folded[w.column] = value
		}
		if !w.pattern.matches(value) {
			return false
		}
	}
	return true
}

// cell is a record's cell, or "" where the record ends before it.
func cell(record []string, i int) string {
	if i < 0 || i >= len(record) {
		return ""
	}
	return record[i]
}
