package mentions

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"apr/internal/source"
	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/language"
)

// Counting is a number of things that a sentence counts and that the data don't have.
type Counting struct {
	number
	digits   string
	definite bool // "the 61 complaints": which were counted before
	with     []string
	locality string
	sentence source.Position
}

var (
	// anyones are counted of so many things that two counts need more in common.
	anyones = wordsIn(`people adults children residents carers patients staff visits homes calls places women men others members`)
	// measured aren't counted but measured.
	measured = wordsIn(`days hours weeks months years minutes times pounds points miles percent nights per beds pages`)
	// verbsOfOne end as nouns of several do: "outcome 12 goes".
	verbsOfOne = wordsIn(`goes says shows means gives takes makes needs comes helps works covers tells describes includes begins starts stands lives costs does pays meets does ends runs sets asks looks counts adds links leads follows holds falls rises grows wants`)
	// commonWords say nothing of what a sentence is about.
	commonWords = wordsIn(`about above after again against among because before being below between board could during every first fewer authority partnership health social care given those their there these three through under until where which while within would years people since still other others number helped during heard asked services service local council support supported needed making`)
)

func wordsIn(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, w := range strings.Fields(list) {
			set[w] = true
		}
		return set
	})
}

// Count keeps the larger numbers that a sentence counts things with, by their nouns.
func (r *Reader) Count(kept *Kept, s Sentence) {
	ts := s.Tokens
	if language.AnyOf(ts, func(t *language.Token) bool {
		return t.Kind == language.YearToken && t.Year != r.facts.Year && !(t.Calendar && t.Year == r.facts.Year+1) || t.Kind == language.WordToken && (t.Text == "last" || t.Text == "previous" || t.Text == "earlier")
	}) {
		return // of another time, perhaps
	}
	var with []string // made when something is counted
	for i := 0; i+1 < len(ts); i++ {
		t := &ts[i]
		if t.Kind != language.NumberToken || !t.Q.IsWhole() || t.Q.Per != 0 || t.Q.Fraction || t.Q.InWords || t.Q.Hedged || !exact.MoreThan(t.Q.Value, 11) {
			continue
		}
		k := i + 1
		if k+1 < len(ts) && ts[k].Kind == language.WordToken && !isPluralNoun(ts[k].Text) && ts[k+1].Kind == language.WordToken && isPluralNoun(ts[k+1].Text) && ts[k].Text != "of" && ts[k].Text != "in" {
			k++ // "61 written complaints"
		}
		noun := ts[k].Text
		if ts[k].Kind != language.WordToken || !isPluralNoun(noun) || measured()[noun] || verbsOfOne()[noun] || i > 0 && language.Numbered()[ts[i-1].Text] {
			continue
		}
		c := &Counting{digits: t.Q.Value.Num().String(), locality: s.Locality, sentence: s.Text.At(s.Start)}
		c.number = number{At: s.Text.At(t.Start), End: s.Text.At(t.End), written: s.Words(t.Start, t.End), noun: noun, name: s.Name}
		c.definite = i > 0 && slices.Contains([]string{"the", "these", "those", "our", "its"}, ts[i-1].Text)
		if with == nil {
			with = tellingWords(ts)
		}
		c.with = with
		kept.Counted = append(kept.Counted, c)
	}
}

// tellingWords are the words that tell what a sentence is about, each once.
func tellingWords(ts []language.Token) []string {
	var all []string
	for i := range ts {
		if w := ts[i].Text; ts[i].Kind == language.WordToken && len(w) >= 5 && !commonWords()[w] && !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}

// isPluralNoun reports whether a word can be what is counted.
func isPluralNoun(w string) bool {
	return strings.HasSuffix(w, "s") && len(w) > 3 && !strings.HasSuffix(w, "ss") && w != "this" && w != "plus" && w != "less" || w == "people" || w == "staff" || w == "children" || w == "women" || w == "men"
}

// Swapped finds one count of a thing that two sentences give with its digits in another order:
// "from 421 people besides the survey" and "412 people told us, besides the survey".
// It gives the claims that were read with the one that it adds.
func (r *Kept) Swapped(claims []*claim.Claim) []*claim.Claim {
	like := map[string][]*Counting{}
	for i := range r.Counted {
		b := r.Counted[i]
		key := b.locality + " " + b.noun + " " + sortedDigits(b.digits)
		for _, a := range like[key] {
			if a.digits == b.digits || a.sentence == b.sentence || !a.likeness(b) {
				continue
			}
			wrong, right := b, a
			if na, nb := r.countsOf(a), r.countsOf(b); na > 1 && nb > 1 {
				continue // two things, each counted again
			} else if na < nb {
				wrong, right = a, b
			}
			cl := wrong.unlike(&right.number)
			cl.Slip, cl.Comparator = "digits", right.written
			cl.Message = fmt.Sprintf("the text has %s %s; at %s it has %s: the digits seem to be exchanged in one of them", wrong.written, wrong.noun, right.At, right.written)
			return append(claims, cl)
		}
		if len(like[key]) < mostAlike {
			like[key] = append(like[key], b)
		}
	}
	return claims
}

// mostAlike is with how many others of its noun and digits a count is compared.
const mostAlike = 100

// countsOf is how often the number of a counting is given for its noun.
func (r *Kept) countsOf(c *Counting) int {
	n := 0
	for i := range r.Counted {
		if o := r.Counted[i]; o.noun == c.noun && o.digits == c.digits {
			n++
		}
	}
	return n
}

// likeness reports whether two sentences count the same thing, as far as their words say.
func (c *Counting) likeness(o *Counting) bool {
	shared := 0
	for _, w := range c.with {
		if w != c.noun && w != o.noun && slices.Contains(o.with, w) {
			shared++
		}
	}
	if anyones()[c.noun] {
		return shared >= 2
	}
	return shared >= 1 || c.definite || o.definite
}

// sortedDigits are the digits of a number in order, the same for all that have the same ones.
func sortedDigits(digits string) string {
	all := []byte(digits)
	slices.Sort(all)
	return string(all)
}
