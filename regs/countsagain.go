package regs

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs/impossible"
)

// countedAgain reports what two texts count, and count differently.
func (p *Pass) countedAgain() {
	all := p.reading.statements()
	p.reachedAgain(all)
	p.sameAgain(all)
	p.staffAgain(all)
	p.countsRecalled(all)
	p.amountsAgain(all)
	p.heardAgain(all)
}

// A saidReached is what a sentence says became of commitments and the like.
type saidReached struct {
	impossible.Reached
	at statement
}

// reachedAgain reports sentences by which commitments and the like came to other states than most
// sentences say, where they come to the same number in all.
func (p *Pass) reachedAgain(all []statement) {
	same := map[string][]saidReached{}
	for _, s := range all {
		for _, r := range impossible.ReachedIn(s.words) {
			key := fmt.Sprint(r.Sum, slices.Sorted(maps.Keys(r.Counts)))
			same[key] = append(same[key], saidReached{r, s})
		}
	}
	for _, key := range slices.Sorted(maps.Keys(same)) {
		said := same[key]
		usual, times := 0, 0
		for i := range said {
			n := 0
			for k := range said {
				if maps.Equal(said[i].Counts, said[k].Counts) {
					n++
				}
			}
			if n > times {
				usual, times = i, n
			}
		}
		for i := range said {
			if s, b := &said[i], &said[usual]; !maps.Equal(s.Counts, b.Counts) {
				p.add(Finding{Position: s.at.at(s.Start), Likely: true, Found: fmt.Sprintf("the text has %s, and another has %s of as many", s.Written, b.Written),
					Hint: "make both say the same, or say how they differ", Related: []source.Related{{Position: b.at.at(b.Start), Message: "the other counts"}}})
			}
		}
	}
}

var (
	// countedThing is a count with what is counted.
	countedThing = lazyregexp.Lazy(`(?:^|[\s(])((?i:` + numbersInWords + `|[0-9]{1,3}(?:,[0-9]{3})*)) (\pL[\pL’'-]*(?:\s+[\pL’'-]+){4,7})`)
	// countedOften are what there are many of in a year, each time another number.
	countedOften = lazyregexp.Lazy(`(?i)^(?:per|percent|of|in|years?|months?|weeks?|days?|hours?|minutes?|times?|million|and|or|to|more|other|out|points?|miles?|fewer|less|higher|lower)\b`)
	hedged       = lazyregexp.Lazy(`(?i)\b(?:another|other|more|further|about|at least|up to|over|nearly|almost|than|first|last|also|each)(?: the)? *$`)
)

// sameWords is how many words behind two counts are the same, at least, where they are of the same.
const sameWords = 5

// sameAgain reports a count that another text has of the same thing, in the same words, as another.
func (p *Pass) sameAgain(all []statement) {
	type said struct {
		count string
		at    statement
		start int
		names string
	}
	first := map[string]said{}
	claimed := p.reading.contradicted()
	for _, s := range all {
		if strings.HasPrefix(s.name, "regulation-6.localities") || strings.Contains(s.name, "case_stud") {
			continue
		}
		if !s.hasNumber() {
			continue
		}
		for _, m := range countedThing().FindAllStringSubmatchIndex(s.words, -1) {
			words := strings.Fields(s.words[m[4]:m[5]])
			if len(words) < sameWords || countedOften().MatchString(words[0]) || hedged().MatchString(s.words[:m[2]]) {
				continue
			}
			key := strings.ToLower(strings.Join(words[:sameWords], " "))
			now := said{wording.OneLine(s.words[m[2]:m[3]]), s, m[2], namesIn(s.words)}
			before, again := first[key]
			if !again {
				first[key] = now
				continue
			}
			if before.at.name == s.name || before.names != now.names || impossible.Size(before.count) == impossible.Size(now.count) {
				continue
			}
			if claimed[s.at(m[2])] {
				continue // as digits that are exchanged
			}
			p.add(Finding{Position: s.at(m[2]), Found: fmt.Sprintf("the text has %q, and another has %s of the same", wording.OneLine(now.count+" "+strings.Join(words[:sameWords], " ")), strings.ToLower(before.count)),
				Hint: "make both say the same, or say how they differ", Related: []source.Related{{Position: before.at.at(before.start), Message: "the other count"}}})
		}
	}
}

// namesIn are the names in a sentence, but for its first word.
func namesIn(words string) string {
	var names []string
	for i, w := range strings.Fields(words) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		if i > 0 && w != "" && unicode.IsUpper([]rune(w)[0]) {
			names = append(names, w)
		}
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " ")
}
