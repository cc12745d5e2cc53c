package language

import (
	"slices"
	"sync"

	"apr/regs/claims/facts"
)

// SpokenOfSuite is the trie of the loose names of the core suite, which are every report's.
var SpokenOfSuite = sync.OnceValue(func() *Trie {
	t := newTrie(0)
	for id, n := range facts.Spoken() {
		if _, ok := facts.IndicatorNames[id]; ok {
			t.addAll(n.Names+"; "+facts.FurtherSpoken[id].Names, Entry{Class: IsSubject, Word: id})
		}
	}
	return t
})

// namesakesOf are, for each thing, those that go by nearly the same name: the rate of
// emergency admissions of adults (NI12) and a local measure that counts those of all ages.
// They share a name of an indicator of the core suite.
func namesakesOf(things []*facts.Thing) map[*facts.Thing][]*facts.Thing {
	named := map[string][]*facts.Thing{}
	add := func(id string, t *facts.Thing) {
		if !slices.Contains(named[id], t) {
			named[id] = append(named[id], t)
		}
	}
	for _, t := range things {
		switch t.Kind {
		case facts.Indicator:
			add(t.ID, t)
		case facts.Measure:
			var ts []Token
			for _, w := range facts.WordsOf(t.Title) {
				ts = append(ts, Token{Text: w})
			}
			for i := range ts {
				Match(SuiteNames(), ts, i, nil, func(e *Entry, _ []int) { add(e.Word, t) })
			}
		}
	}
	all := map[*facts.Thing][]*facts.Thing{}
	for _, t := range things {
		for _, same := range named {
			if !slices.Contains(same, t) {
				continue
			}
			for _, o := range same {
				if o != t && !slices.Contains(all[t], o) {
					all[t] = append(all[t], o)
				}
			}
		}
		slices.SortFunc(all[t], func(a, b *facts.Thing) int { return slices.Index(things, a) - slices.Index(things, b) })
	}
	return all
}

// gapWidth is how many words may be in a gap of a name.
const gapWidth = 9

// WordsOfName is how many words of a name can be found.
const WordsOfName = 13

// figureBetweenCommas is the comma that ends the figure that the one at token k begins, 0 where it begins none: "carers,
// at 30.1% in 2025/26, feel supported".
func figureBetweenCommas(ts []Token, k int) int {
	if ts[k].Kind != MarkToken || ts[k].Text != "," || k+3 >= len(ts) || ts[k+1].Text != "at" || ts[k+2].Kind != NumberToken {
		return 0
	}
	end := k + 3
	if ts[end].Text == "in" && end+2 < len(ts) && ts[end+1].Kind == YearToken {
		end += 2
	}
	if ts[end].Kind != MarkToken || ts[end].Text != "," {
		return 0
	}
	return end
}

// Match calls f for each name that goes on at token i behind the tokens at, with the tokens
// that it names.
func Match(t *Trie, ts []Token, i int, at []int, f func(*Entry, []int)) {
	for _, e := range t.Here {
		f(e, at)
	}
	if i >= len(ts) || len(at) >= WordsOfName {
		return
	}
	if ts[i].Kind != MarkToken && ts[i].Kind != ReferenceToken {
		if next := t.After(ts[i].Text); next != nil {
			Match(next, ts, i+1, append(at, i), f)
		}
	}
	if next := t.afterGap(); next != nil {
		for k, most := i, i+gapWidth; k < len(ts) && k <= most; k++ {
			if ts[k].Text == "(" && k+2 < len(ts) && ts[k].Kind == MarkToken && ts[k+1].Kind == NumberToken && ts[k+2].Text == ")" {
				k, most = k+2, most+3 // "carers (33.3%) feel supported"
				continue
			}
			if end := figureBetweenCommas(ts, k); end > 0 {
				k, most = end, most+end-k+1
				continue
			}
			if ts[k].Kind == MarkToken && ts[k].Text != "" && !(ts[k].Text == "," && (lists(ts, k) || whoReplied(ts, k) || ts[0].Text == "asked" || k+2 < len(ts) && ts[k+1].Text == "with" && ts[k+2].Kind == NumberToken)) || ts[k].Text == "but" || ts[k].Text == "while" {
				break
			}
			if k < len(ts) && ts[k].Kind != ReferenceToken {
				if then := next.After(ts[k].Text); then != nil {
					Match(then, ts, k+1, append(at, k), f)
				}
			}
		}
	}
}

// lists reports whether the comma at token k is between two words of a list:
// "their help, care or support".
func lists(ts []Token, k int) bool {
	if k+2 >= len(ts) || ts[k+1].Kind != WordToken {
		return false
	}
	for j := k + 2; j < min(k+4, len(ts)); j++ {
		if ts[j].Text == "or" || ts[j].Text == "and" || ts[j].Text == "," {
			return true
		}
	}
	return false
}
