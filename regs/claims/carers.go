package claims

import (
	"strings"

	"apr/regs/claims/language"
)

// This file reads what carers were asked where the sentence doesn't say it in one go: "carers are right to be impatient:
// 30.1% feel supported", "about three in ten carers said yes".

// carersAsked finds the national indicator of carers who feel supported in a sentence on carers that says so in two
// places, or goes on with the one before.
func (l *lexer) carersAsked() []claimed {
	asked := l.things["NI8"]
	if asked == nil {
		return nil
	}
	carers := -1
	for i := range l.ts {
		t := &l.ts[i]
		next := ""
		if i+1 < len(l.ts) {
			next = l.ts[i+1].Text
		}
		switch t.Text {
		case "carers":
			if i > 1 && !(i == 1 && l.ts[0].Text == "unpaid") && next != "said" {
				return nil // "young carers"
			}
			carers = i
		case "people", "adults", "parents", "staff", "young", "colleagues", "families", "workers":
			return nil
		case "feel", "felt":
			if carers >= 0 && next == "supported" && i > 0 && l.ts[i-1].Kind == language.NumberToken {
				return []claimed{{thing: asked, at: []int{i, i + 1}}}
			}
		case "said":
			if carers >= 0 && carers == i-1 && next == "yes" && l.last == asked && !l.lastNarrow && l.askedOfSupport() {
				return []claimed{{thing: asked, at: []int{carers}}}
			}
		}
	}
	return nil
}

// askedOfSupport reports whether the last question that the paragraph speaks of is whether carers feel supported.
func (l *lexer) askedOfSupport() bool {
	for b, n := l.before, 0; b != nil && n < 4; b, n = b.Before, n+1 {
		text := l.passage.Lower[b.Start:b.End]
		if strings.Contains(text, "carers") && strings.Contains(text, "support") {
			return true
		}
		if strings.Contains(text, "ask") || strings.Contains(text, "question") {
			return false
		}
	}
	return false
}
