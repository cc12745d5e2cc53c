package regs

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs/impossible"
)

var (
	// countedWords is a count with what is counted.
	countedWords = lazyregexp.Lazy(`\b([0-9]{1,3}(?:,[0-9]{3})*|(?i:` + numbersInWords + `))\s+((?:\pL[\pL’-]+\s+){0,2}?)(\pL[\pL’-]*s|staff)\b`)
	// articleBefore is before a count that the text takes for known, and allBefore before one of all.
	articleBefore = lazyregexp.Lazy(`(?i)\b(?:the|our|its|these|those)\s+$`)
	allBefore     = lazyregexp.Lazy(`(?i)\ball\s+$`)
	// narrows is behind what is counted, where only some of it is meant.
	narrows = lazyregexp.Lazy(`(?i)^,? ?(?:who|whom|that|which|in|at|on|with|from|of|for|whose|where|without|aged|under|over|to|by|since|during|between|about|inside|outside|per|left|not|still|now|elsewhere|here|there|a (?:year|month|week|day))\b`)
	// someOf is a verb by which some of what is counted are told apart: "54 complaints were upheld".
	someOf    = lazyregexp.Lazy(`(?i)^ (?:were|was|are|is|have been|had been|had|have|need\w*|got|left|moved|began|joined|said|agreed|asked|gave) `)
	allOf     = lazyregexp.Lazy(`(?i)^ (?:were|are|have been) (?:received|made|recorded|heard|given|employed|issued|sent|held|published|submitted)\b`)
	aboveIt   = lazyregexp.Lazy(`(?i)\b(?:another|more|further|other|additional|at least|up to|than|first|last|next|extra|new|only|about|of|another|previous|former|remaining) *$`)
	notThings = setOf(`years months weeks days hours minutes times points pounds miles pages nights beds
		localities priorities wards outcomes principles was has is this years' groups places others
		ways things posts percentages themes homes others'`)
	// once are what a report counts once, so that one word says what it is.
	once = setOf(`complaints stories suggestions directions replies responses compliments advocates
		volunteers apprentices interpreters staff`)
)

// countsOfThings are the counts of sentences, by what they count: two words, or one that a report
// counts once.
func countsOfThings(all []statement) map[string][]*saidNumber {
	counts := map[string][]*saidNumber{}
	for _, s := range all {
		if strings.Contains(s.name, "case_stud") || strings.HasPrefix(s.name, "regulation-6.localities") || !s.hasNumber() {
			continue
		}
		end := 0 // of what was counted before
		for _, m := range countedWords().FindAllStringSubmatchIndex(s.words, -1) {
			before := s.words[end:m[2]]
			end = m[1]
			noun, adjectives := strings.ToLower(s.words[m[6]:m[7]]), strings.Fields(strings.ToLower(s.words[m[4]:m[5]]))
			if notThings()[noun] || slices.ContainsFunc(adjectives, func(w string) bool { return notAdjective()[w] }) {
				continue
			}
			key := noun
			if len(adjectives) > 0 {
				key = adjectives[len(adjectives)-1] + " " + noun
			}
			if len(adjectives) == 0 && !once()[noun] {
				continue
			}
			behind := s.words[m[7]:]
			n := &saidNumber{written: wording.OneLine(s.words[m[2]:m[3]]), value: impossible.Size(s.words[m[2]:m[3]]), at: s, start: m[2],
				definite: articleBefore().MatchString(before)}
			all := allBefore().FindString(before)
			n.bare = !narrows().MatchString(behind) && (!someOf().MatchString(behind) || allOf().MatchString(behind)) && !aboveIt().MatchString(s.words[:m[2]-len(all)])
			if n.definite {
				n.bare = !narrows().MatchString(behind)
			}
			counts[key] = append(counts[key], n)
			if len(adjectives) == 2 && once()[noun] {
				counts[noun] = append(counts[noun], n)
			}
		}
	}
	return counts
}

// notAdjective are words between a count and a noun that aren't said of the noun.
var notAdjective = setOf(`of and or in to at from for by per people new more other further additional extra were was
		are had have who the a such full-time part-time remaining with on different key main times
		months weeks days hours minutes years million thousand hundred complaints stories as`)

// leastNearCount is how large a part of the other a count is at least that is taken for one of the same.
const leastNearCount = 0.7

// countsRecalled reports a count with "the" that isn't the one that another text gives of the same
// thing: "the eleven link workers", where there are nine.
func (p *Pass) countsRecalled(all []statement) {
	counts := countsOfThings(all)
	told := map[source.Position]bool{}
	var keys []string
	for key := range counts {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		for _, d := range counts[key] {
			if !d.definite || !d.bare || told[d.pos()] {
				continue
			}
			o := onlyOther(counts[key], d)
			if o == nil {
				continue
			}
			exchanged := neighboursExchanged(strconv.Itoa(d.value), strconv.Itoa(o.value))
			if !exchanged && (d.value < o.value || float64(o.value) < leastNearCount*float64(d.value)) {
				continue // some of them
			}
			told[d.pos()] = true
			p.add(Finding{Position: d.pos(), Likely: true, Found: fmt.Sprintf("the text has %q as if they had been counted, and another has %s of them", "the "+strings.ToLower(d.written)+" "+key, strings.ToLower(o.written)),
				Hint: "make both say the same, or say how they differ", Related: []source.Related{{Position: o.pos(), Message: "the other count"}}})
		}
	}
}

// onlyOther is a count of what d recalls, where all others of it agree, and none with d.
func onlyOther(all []*saidNumber, d *saidNumber) (other *saidNumber) {
	for _, n := range all {
		switch {
		case n.at.text.Position == d.at.text.Position && n.start == d.start && n.at.start == d.at.start:
		case n.value == d.value, other != nil && n.value != other.value:
			return nil
		case other == nil || !other.bare || other.definite:
			other = n
		}
	}
	if other == nil || !other.bare || other.definite {
		return nil
	}
	return other
}
