package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file has further words for which way something went, and on which side of another figure it
// is.

// queues reports whether the clause speaks of a queue or a list of those who wait, which is long or
// short.
func (c *clause) queues(t *facts.Thing) bool {
	if t.Kind != facts.Measure || !strings.Contains(t.Title, "waiting") {
		return false
	}
	return language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		return x.Class == language.IsSubject && x.Thing == t && (strings.Contains(x.Text, "queue") || strings.Contains(x.Text, "list"))
	})
}

// busier makes the attendances of a department the subject of what says how busy that is: "the
// emergency department has grown busier".
func (s *statement) busier() {
	if s.money || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Text == "busier" || x.Text == "quieter" }) {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsSubject || it.Thing.Kind != facts.Money || !strings.Contains(strings.ToLower(it.Thing.Title), "emergency") {
			continue
		}
		for _, t := range s.facts.Things {
			if t.Kind == facts.Measure && strings.Contains(t.Title, "ttendances at emergency departments") {
				it.Thing = t
				for k := range s.items {
					if (s.items[k].Text == "busier" || s.items[k].Text == "quieter") && becameSo(s.items, k) {
						s.items[k].Adj = false
					}
				}
			}
		}
	}
}

// promptness are words of how soon people are seen.
var promptness = []string{"prompt", "promptly", "access", "quickly", "sooner", "timely", "seeing"}

// measured makes the measure of a service the subject of what says that a target was met, or how soon
// people are seen, "the target for alcohol and drug services was met", and the measure of which an indicator
// is nearly the same that of what says so of a target: indicators have none.
func (s *statement) measured() {
	if s.money || !language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsSubject && (x.Thing.Kind == facts.Indicator || strings.HasPrefix(x.Thing.ID, "service:"))
	}) {
		return
	}
	soon := func(x *lex.Item) bool { return slices.Contains(promptness, x.Text) }
	aimed, prompt := language.AnyOf(s.items, lex.IsTarget), language.AnyOf(s.items, soon)
	shared := language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsQuantity && x.Q.Unit == facts.Percent && x.Q.Ref == nil && !x.Q.Fraction
	})
	if !aimed && !prompt && !shared {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsSubject {
			continue
		}
		var only *facts.Thing
		switch {
		case strings.HasPrefix(it.Thing.ID, "service:"):
			for _, t := range s.facts.Things {
				if t.Kind == facts.Measure && strings.Contains(strings.ToLower(t.Title), it.Text) && (aimed || prompt && strings.Contains(t.Title, "within") || shared && s.givesOne(t)) {
					if only != nil {
						return
					}
					only = t
				}
			}
		case it.Thing.Kind == facts.Indicator && aimed && !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsQuantity }):
			for _, t := range s.dictionary.Namesakes[it.Thing] {
				if t.Kind == facts.Measure {
					if only != nil {
						return
					}
					only = t
				}
			}
		}
		if only == nil {
			continue
		}
		it.Thing = only
		for k := range s.items {
			if s.items[k].Class == language.IsUnknown && soon(&s.items[k]) {
				s.items[k].MakePlain()
			}
		}
	}
}

// givesOne reports whether the sentence gives one of a measure's figures, and nothing else with it: ", at 93.0%,".
func (s *statement) givesOne(t *facts.Thing) bool {
	for i := range s.items {
		if it := &s.items[i]; it.Class == language.IsQuantity && i > 1 && s.items[i-1].Text == "at" && s.items[i-2].Class == language.IsMark && it.Q.Ref == nil && !it.Q.Fraction && !it.Q.Hedged && it.Q.Value != nil && exact.Significant(it.Q.Value) > 1 && s.isOne(t, it.Q, i) {
			return true
		}
	}
	return false
}

// becameSo reports whether something has become what the comparative at i says.
func becameSo(items []lex.Item, i int) bool {
	return i > 0 && slices.Contains([]string{"grown", "become", "became", "got", "getting", "becoming", "grew"}, items[i-1].Text)
}
