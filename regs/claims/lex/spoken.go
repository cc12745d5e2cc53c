package lex

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// spokenOf finds what the sentence is about by names that people use loosely. Where it speaks of
// pounds it is about none that isn't counted in them, and the other way round.
func (l *lexer) spokenOf() []claimed {
	inPounds := language.AnyOf(l.ts, func(t *language.Token) bool { return t.Kind == language.NumberToken && t.Q.Unit == facts.Pounds })
	var found []claimed
	for i := range l.ts {
		t := &l.ts[i]
		if t.Kind == language.MarkToken || t.Kind == language.ReferenceToken {
			continue
		}
		var suite, own *language.Trie
		if f := t.Form; f != nil {
			suite, own = f.SpokenOfSuite, f.Spoken
		} else {
			suite, own = language.SpokenOfSuite().After(t.Text), l.dictionary.Spoken.After(t.Text)
		}
		if suite == nil && own == nil {
			continue
		}
		if best := l.longestName(suite, own, i); best.thing != nil && (best.thing.Unit == facts.Pounds) == inPounds {
			best.loose = true
			found = withName(found, best)
		}
	}
	if len(found) > 0 && l.namesThing() {
		return nil
	}
	return found
}

// namesThing reports whether the sentence has a name of this report's for something other than an
// amount, such as one that its author gave.
func (l *lexer) namesThing() bool {
	for i := range l.ts {
		if l.ts[i].Kind == language.MarkToken {
			continue
		}
		for k, node := i, l.named(i); node != nil && node.Things; {
			if slices.ContainsFunc(node.Here, func(e *language.Entry) bool {
				return e.Class == language.IsSubject && e.Thing.Kind != facts.Money && e.Thing.Kind != facts.Count
			}) {
				return true
			}
			if k++; k == len(l.ts) || l.ts[k].Kind == language.MarkToken {
				break
			}
			node = node.After(l.ts[k].Text)
		}
	}
	return false
}

// lend marks the item of the n tokens at i that only changes nothing in sentences with loose
// names.
func (l *lexer) lend(i, n int) {
	if n != 1 || len(l.items) == 0 {
		return
	}
	it := &l.items[len(l.items)-1]
	if it.Class != language.IsPlain || it.Start != l.ts[i].Start || !l.lends(l.ts[i].Text) || l.dictionary.Plain[it.Text] {
		return
	}
	if node := l.dictionary.Words.After(it.Text); node != nil && slices.ContainsFunc(node.Here, func(e *language.Entry) bool { return e.Class == language.IsPlain }) {
		return
	}
	it.Loose = true
}
