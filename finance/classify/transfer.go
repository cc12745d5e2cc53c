package classify

import (
	"apr/finance"
	"apr/internal/source"
)

// transfer compiles the sides of a transfer as rules. They must be of two partners'
// ledgers: lines that are both sides at once would agree whatever they come to.
func (c *ruleCompiler) transfer(t *finance.Transfer) {
	for _, other := range c.transfers {
		if other == t.Name {
			c.add(finance.CodeTransferSides, t.Position, "give each transfer a name of its own", "the transfer %q is declared twice", t.Name)
			return
		}
	}
	c.transfers = append(c.transfers, t.Name)
	from, ok := c.side(t, t.From, t.FromPosition, false)
	if !ok || t.To == nil {
		return
	}
	to, ok := c.side(t, t.To, t.ToPosition, true)
	if !ok {
		return
	}
	for _, l := range c.spec.Ledgers {
		if from.IsFor(l.Partner) && to.IsFor(l.Partner) {
			c.add(finance.CodeTransferSides, t.Position, "name another partner under to", "both sides of the transfer %q are lines of %s", t.Name, l.Partner)
			return
		}
	}
}

// side compiles one side, and adds it to the rules.
func (c *ruleCompiler) side(t *finance.Transfer, when map[string]string, at source.Position, arrives bool) (*compiledRule, bool) {
	rule := &finance.Rule{When: when, Position: at}
	if when[finance.PartnerColumn] == "" || len(when) < 2 {
		c.add(finance.CodeTransferSides, at, `name the partner, and what its lines have, such as {partner: NHS Moorland, account: "7100"}`,
			"a side of the transfer %q doesn't say which lines of whose ledger it is", t.Name)
		return nil, false
	}
	compiled := compiledRule{Class: Class{Transfer: t.Name, Arrives: arrives}, when: c.conditions(rule)}
	if len(compiled.when) < len(when) {
		return nil, false
	}
	c.rules.Rules = append(c.rules.Rules, compiled)
	return &compiled, true
}

// excluded is the class of lines that are a side of a transfer.
func (k *Class) excluded() Class {
	direction := "what leaves"
	if k.Arrives {
		direction = "what arrives"
	}
	return Class{Exclude: "transfer " + k.Transfer + ", " + direction, Transfer: k.Transfer, Arrives: k.Arrives}
}
