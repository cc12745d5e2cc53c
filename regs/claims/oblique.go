package claims

import (
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file has words of sentences that say in a roundabout way what others say straight.

// inIt reports whether the subject is only that of a place that was named before: "falls on it rose".
func (c *clause) inIt() bool {
	for i := 0; i+2 < len(c.items); i++ {
		if c.items[i].Class != language.IsSubject || c.items[i].Thing.Kind == facts.Money || c.items[i].Thing.Survey || c.items[i+2].Text != "it" && c.items[i+2].Text != "them" {
			continue
		}
		switch c.items[i+1].Text {
		case "on", "in", "at", "within", "among":
			return true
		}
	}
	return false
}
