package impossible

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
)

// A family is a set of states of which each leaves out the others; a state may be in two.
type family uint

const (
	progress family = 1 << iota
	colours
	openness
	change
	decision
	opinion
)

// states are what becomes of commitments, suggestions and the like, each row one that leaves out the
// others of its families.
var states = []struct {
	words    string
	families family
}{
	{`met|complete|completed|achieved|delivered|done|finished`, progress},
	{`under way|underway|in progress|on track|ongoing|partly met|part met|met in part|partly complete`, progress | decision},
	{`behind|late|delayed|off track|overdue|not met|missed`, progress},
	{`not started|yet to start|not begun|outstanding`, progress},
	{`green`, colours}, {`amber`, colours}, {`red`, colours},
	{`closed`, openness}, {`open`, openness},
	{`improved|better|rose`, change}, {`worsened|worse|fell`, change}, {`unchanged|the same|stable`, change},
	{`adopted|accepted|agreed|approved|upheld|taken up|granted|acted on|carried out|put into practice|fully upheld`, decision | opinion},
	{`partly adopted|partly accepted|partly upheld|partially upheld|adopted in part|accepted in part|upheld in part`, decision},
	{`being costed|being considered|under consideration|being looked at|being looked into|being assessed|being studied|being explored|pending|under review|awaiting a decision|waiting for a decision|to be decided|undecided`, decision},
	{`refused|rejected|declined|turned down|not upheld|not accepted|not adopted|not taken up|dismissed`, decision},
	{`withdrawn|dropped|abandoned`, decision},
	{`disagreed|didn['’]t agree|did not agree`, opinion},
	{`neither|had no view|had no opinion|didn['’]t know|did not know|weren['’]t sure|were not sure|weren['’]t asked`, opinion},
}

// stateChoice is any of the states, as a pattern, the longest first.
func stateChoice() string {
	var all []string
	for _, s := range states {
		all = append(all, strings.Split(s.words, "|")...)
	}
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return strings.ReplaceAll(strings.Join(all, "|"), " ", `\s+`)
}

var (
	ofWhole = lazyregexp.Lazy(`(?i:\bof\s+(?:the|our|its|their|all|these)\s+|\bOf\s+)` + `(?i:` + count + `)` + `\s+(\pL[\pL-]+)`)
	// wholeHere is one before its parts: "52 suggestions, of which", "52 suggestions were recorded:".
	wholeHere = lazyregexp.Lazy(`(?i)^` + count + `\s+(\pL[\pL-]+)(?:(?:\s+[\pL’'-]+){0,6}?(?:,?\s+of\s+(?:which|whom),?|:)|(?:\s+[\pL’'-]+){0,8}?\.\s+Of\s+(?:these|them|those),?)\s`)
	inState   = lazyregexp.LazyOf(func() string {
		return `(?i)\b` + count + `\s*(?:,\s[^,.;:0-9]{3,30},\s*)?(?:,|\b(?:of them|others?|more|are|were|was|is|have been|has been|had been|now|still|had|have|,)\s+)*\s*(` + stateChoice() + `)\b`
	})
	theRest = lazyregexp.Lazy(`(?i)\b(?:rest|remaining|remainder|others?|more|so far|already|mainly)\b`)
	inBoth  = lazyregexp.Lazy(`(?i)\b(?:including|of which|of these|both|also|some of|at least|last year|earlier|previous\w*|by then)\b`)
	// someOfThem are some of a part: "six partly met, four of them late".
	someOfThem = lazyregexp.Lazy(`(?i)[,(–—]\s*(?:with\s+)?` + count + `\s+of\s+them\b`)
	// saysMore is behind the last part something that may be one more.
	saysMore = lazyregexp.Lazy(`[,;:(–—]|\b(?:and|while|whereas|but)\b`)
)

// wholesBefore are the wholes before their parts in a text, where words with a number begin at
// these places.
func wholesBefore(text string, places []int) (all [][]int) {
	end := 0
	for _, word := range places {
		for at := max(word, end); at < len(text) && strings.IndexByte(blanks, text[at]) < 0; at++ {
			if m := matchHere(wholeHere(), text, at); m != nil {
				all, end = append(all, m), m[1]
				break
			}
		}
	}
	return all
}

// partsTogether finds parts that leave each other out and don't come to their whole: "Of its 12
// commitments five are met, six are under way and two are behind".
func partsTogether(text string, may mayHave) (all []Found) {
	for _, m := range append(matches(may.ofWhole, ofWhole, text), wholesBefore(text, may.wholes)...) {
		if f := partsBehindWhole(text, m); f != nil && !slices.ContainsFunc(all, func(o Found) bool { return o.Start < f.End && f.Start < o.End }) {
			all = append(all, *f)
		}
	}
	return all
}

// partsBehindWhole reads the parts that follow a whole, which stands with its noun in the groups.
func partsBehindWhole(text string, m []int) *Found {
	whole := size(text[m[2]:m[3]])
	rest := text[m[1]:]
	rest = rest[:sentenceEnd(rest)]
	if inBoth().MatchString(rest) || whole == 0 || someOfThem().MatchString(rest) {
		return nil
	}
	sum, seen, parts, last, families := 0, map[int]bool{}, []string(nil), 0, ^family(0)
	for _, q := range inState().FindAllStringSubmatchIndex(rest, -1) {
		state := stateOf(rest[q[4]:q[5]])
		if seen[state] {
			return nil // one state twice: of two kinds
		}
		seen[state] = true
		families &= states[state].families
		sum += size(rest[q[2]:q[3]])
		parts, last = append(parts, rest[q[2]:q[3]]), q[1]
	}
	ends := !saysMore().MatchString(rest[last:]) && countWord().FindString(rest[last:]) == ""
	short := len(parts) >= 3 && sum < whole && ends && !theRest().MatchString(rest)
	if families == 0 || !(len(parts) >= 2 && sum > whole || short) {
		return nil
	}
	return &Found{m[2], m[1] + last, fmt.Sprintf("the parts %s and %s are %d together, and the text has %s %s", strings.Join(parts[:len(parts)-1], ", "), parts[len(parts)-1], sum, text[m[2]:m[3]], text[m[4]:m[5]]), "correct the counts"}
}

// inShare is the share that is in a state.
var inShare = lazyregexp.LazyOf(func() string {
	return `(?i)([0-9]{1,3}(?:\.[0-9]+)?)(?:%| per ?cent)(?: of (?:them|people|those \pL+|staff|carers))?\s+(?:(?:are|were|was|is|have been|now|had|have)\s+)*(` + stateChoice() + `)\b`
})

// sharesTogether finds shares that leave each other out and are more than all together: "64% agreed
// and 46% disagreed".
func sharesTogether(text string) (all []Found) {
	for from := 0; from < len(text); {
		end := from + sentenceEnd(text[from:])
		one := text[from:end]
		if strings.Count(one, "%")+strings.Count(one, "cent")+strings.Count(one, "Cent")+strings.Count(one, "CENT") < 2 {
			from = end + 1
			continue // one share at most
		}
		sum, seen, families := 0.0, map[int]bool{}, ^family(0)
		ms := inShare().FindAllStringSubmatchIndex(one, -1)
		for _, m := range ms {
			state := stateOf(one[m[4]:m[5]])
			if seen[state] {
				families = 0
			}
			seen[state] = true
			families &= states[state].families
			sum += measureOf(one[m[2]:m[3]], "")
		}
		if len(ms) >= 2 && families != 0 && sum > 100+float64(len(ms)) && !inBoth().MatchString(one) {
			all = append(all, Found{from + ms[0][2], from + ms[len(ms)-1][1], fmt.Sprintf("the shares %s are %s%% together", oneLine(one[ms[0][0]:ms[len(ms)-1][1]]), plain(sum)), "correct the shares"})
		}
		from = end + 1
	}
	return all
}

var (
	// ofWhich is a whole with what became of all of it behind it: "24 commitments, of which 15 were
	// met, six in part and three not".
	ofWhich   = lazyregexp.Lazy(`(?i)\b` + count + ` (\pL[\pL-]+,? of which|commitments|actions|recommendations|objectives|promises|projects|milestones|directions)\b`)
	lastYears = lazyregexp.Lazy(`(?i)(?:^|[^\pL ] ?)last year\b|\b(?:previous|year before|earlier)\b`)
	// reached is a part, with what it is of where that is said, and how far it is.
	reached = lazyregexp.Lazy(`(?i)\b` + count + `(?: of (?:its|the|our|their) ` + count + `(?: \pL+){0,2}?| of them| others?| more)?,?(?: (?:are|were|is|was|have been|had been))? (met in part|partly met|part met|in part|in progress|under way|not yet met|not met|not|met)\b`)
	// farReached are how far, in one word each.
	farReached = map[string]string{"met in part": "in part", "partly met": "in part", "part met": "in part", "in part": "in part", "in progress": "under way", "under way": "under way", "not yet met": "not", "not met": "not", "not": "not", "met": "met"}
)

// Reached is what a text says became of commitments and the like: how many are met, met in part
// and not.
type Reached struct {
	Start, End int
	Counts     map[string]int
	Sum        int
	Written    string
}

// ofItself takes out what says nothing of another count.
var ofItself = strings.NewReplacer("of which", "", "its last year", "", "and last year", "", "the last year", "")

// ReachedIn reads the sentences of a text that say of three states how many are in each.
func ReachedIn(text string) (all []Reached) {
	if !strings.Contains(text, "met") {
		return nil
	}
	for from := 0; from < len(text); {
		end := from + sentenceEnd(text[from:])
		one := text[from:end]
		if !tellsOfParts(one) {
			from = end + 1
			continue
		}
		r := Reached{Counts: map[string]int{}}
		for _, m := range reached().FindAllStringSubmatchIndex(one, -1) {
			state := farReached[strings.ToLower(one[m[6]:m[7]])]
			if _, twice := r.Counts[state]; twice {
				r.Sum = -1 << 20
			}
			if r.Written == "" {
				r.Start = from + m[0]
			}
			n := size(one[m[2]:m[3]])
			r.Counts[state], r.Sum, r.End = n, r.Sum+n, from+m[1]
			r.Written += ", " + strings.Join(strings.Fields(one[m[2]:m[3]]), " ") + " " + state
		}
		if len(r.Counts) == 3 && r.Sum > 0 && !inBoth().MatchString(ofItself.Replace(strings.Join(strings.Fields(one), " "))) {
			r.Written = strings.TrimPrefix(r.Written, ", ")
			all = append(all, r)
		}
		from = end + 1
	}
	return all
}

// tellsOfParts reports whether a sentence may say of three states how many are in each: one of
// them is then "met in part" or "in progress". Most don't, which is seen much faster.
func tellsOfParts(sentence string) bool {
	small := strings.ToLower(sentence)
	return strings.Contains(small, "part") || strings.Contains(small, "progre") || strings.Contains(small, "under way")
}

// partsOfCount finds states that don't come to the count that they are of.
func partsOfCount(text string) (all []Found) {
	for _, r := range ReachedIn(text) {
		begin := max(strings.LastIndex(text[:r.Start], ". "), strings.LastIndex(text[:r.Start], ".\n"), strings.LastIndex(text[:r.Start], "\n\n"), -1) + 1
		m := ofWhich().FindStringSubmatchIndex(text[begin:r.End])
		if m == nil || lastYears().MatchString(strings.Join(strings.Fields(text[begin:r.Start]), " ")) {
			continue
		}
		if whole := size(text[begin+m[2] : begin+m[3]]); r.Sum != whole {
			noun, _, _ := strings.Cut(strings.TrimSuffix(text[begin+m[4]:begin+m[5]], " of which"), ",")
			all = append(all, Found{begin + m[2], max(r.End, begin+m[5]), fmt.Sprintf("the parts %s are %d together, and the text has %s %s", r.Written, r.Sum, text[begin+m[2]:begin+m[3]], noun), "correct the counts"})
		}
	}
	return all
}

// stateOf is the row of states that a state is in.
func stateOf(s string) int {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	return slices.IndexFunc(states[:], func(row struct {
		words    string
		families family
	}) bool {
		return slices.ContainsFunc(strings.Split(row.words, "|"), func(w string) bool { return strings.ReplaceAll(w, "['’]", "'") == strings.ReplaceAll(s, "’", "'") })
	})
}

var (
	ofAmount  = lazyregexp.Lazy(`\bOf\s+(?:the\s+|our\s+|its\s+)?£([0-9]+)\.([0-9])m\b`)
	partMoney = lazyregexp.Lazy(`£([0-9]+)\.([0-9])m\b`)
)

// moneyParts finds an amount to which its parts would come if its two digits were exchanged: "Of the £5.1m
// not made, £0.9m was in prescribing, £0.4m in care packages and £0.2m in night support".
func moneyParts(text string) (all []Found) {
	for _, m := range ofAmount().FindAllStringSubmatchIndex(text, -1) {
		rest := text[m[1]:]
		rest = rest[:sentenceEnd(rest)]
		sum, n := 0, 0
		for _, q := range partMoney().FindAllStringSubmatch(rest, -1) {
			sum, n = sum+10*number(q[1])+number(q[2]), n+1
		}
		tens, ones := number(text[m[2]:m[3]]), number(text[m[4]:m[5]])
		if n >= 2 && tens < 10 && tens != ones && sum == 10*ones+tens && !inBoth().MatchString(rest) {
			all = append(all, Found{m[0], m[1] + len(rest), fmt.Sprintf("the parts of £%d.%dm are £%d.%dm together: the digits of one seem to be exchanged", tens, ones, ones, tens), "correct the amount"})
		}
	}
	return all
}
