package claims

import (
	"fmt"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/means"
	"apr/regs/sentence"
)

// This file has what a sentence says in words of figures that it doesn't give. It holds a way that a sentence says again against the change that was given before: "That is a fall of 4%" behind
// "rose by 4%".

// means reads what a sentence of a text on all that was spent says of it without a figure.
func (r *reader) means(s *sentence.Sentence, ts []language.Token) {
	if r.locality == "" && r.money == nil {
		r.reading.Claims = append(r.reading.Claims, means.Claims(r.facts, s, ts, r.reading.lastClaim())...)
	}
}

// restating begins a sentence, or the end of one, that says again which way the figure before
// went.
var (
	restating   = lazyregexp.Lazy(`(?i)^\s*(?:that|this|it|which)(?:['’]s| is| was| means| marks| represents| amounts to| makes)? +(?:an?|the) +(?:[a-z-]+ +){0,2}?(fall|drop|decrease|reduction|decline|rise|increase|growth|jump) of\b`)
	restatedAt  = lazyregexp.Lazy(`(?i), +(?:which is +|that is +|or +)?an? +(?:[a-z-]+ +){0,2}?(fall|drop|decrease|reduction|decline|rise|increase|growth|jump) of\b`)
	changeTyped = lazyregexp.Lazy(`(?i)\b(up|down|rose|risen|rise|grew|grown|increased|increase|fell|fallen|fall|dropped|drop|decreased|decrease|declined|decline|reduced|reduction) (?:by |of )?(?:about |nearly |some |over |more than |almost )?£?[0-9][0-9,.]*(?:%| per cent|m\b)?`)
	anyChange   = lazyregexp.Lazy(`(?i)\b(?:up|down|rose|risen|rise|rises|grew|grown|growth|increased?|increases|fell|fallen|falls|fall|dropp?(?:ed)?|decreased?|declined?|reduced|reduction|higher|lower|more|fewer|less|halved|doubled)\b`)
)

// upWords are the words of the patterns above that say up.
var upWords = map[string]bool{"up": true, "rose": true, "risen": true, "rise": true, "grew": true, "grown": true, "increased": true, "increase": true, "growth": true, "jump": true}

// restated holds a way that is said again against the change that the sentence before, or the
// words before, gave with its figure.
func (r *reader) restated(s *sentence.Sentence, ts []language.Token) {
	if !changesOf(ts) {
		return
	}
	text := string(s.Plain[s.Start:s.End])
	if m := restating().FindStringSubmatchIndex(text); m != nil && s.Before != nil {
		r.holdRestated(s, m, s.Before.Span, 0)
		return
	}
	if m := restatedAt().FindStringSubmatchIndex(text); m != nil {
		from := len(text[:m[0]]) - len(sentence.LastStatement(text[:m[0]]))
		r.holdRestated(s, m, sentence.Span{Start: s.Start + from, End: s.Start + m[0]}, m[0])
	}
}

// changesOf reports whether the tokens have "a fall of" or the like, as each match of restating
// and restatedAt has.
func changesOf(ts []language.Token) bool {
	for i := range ts[:max(len(ts)-1, 0)] {
		if f := ts[i].Form; f != nil && f.Cue&language.CueChange != 0 && ts[i+1].Text == "of" {
			return true
		}
	}
	return false
}

// holdRestated holds the word of direction in the group of a match against the only change of
// a span before it.
func (r *reader) holdRestated(s *sentence.Sentence, m []int, before sentence.Span, from int) {
	text := string(s.Plain[s.Start:s.End])
	earlier := string(r.passage.Plain[before.Start:before.End])
	if anyNot().MatchString(text[from:]) || anyNot().MatchString(earlier) {
		return
	}
	sign, shown, at := 0, "", before.Start
	changes := 0
	for _, ref := range r.passage.Refs {
		if ref.Start < before.Start || ref.End > before.End || ref.Name != "change" || len(ref.Args) < 2 {
			continue
		}
		changes++
		at = ref.Start
		sign, shown = r.wayOf(ref.Args[0].Value, ref.Args[1].Value, len(ref.Args))
	}
	for _, made := range [...]string{"made up ", "make up ", "makes up "} {
		earlier = strings.ReplaceAll(earlier, made, strings.Repeat(" ", len(made))) // "made up 58% of the overspend"
	}
	if typed := changeTyped().FindAllStringSubmatchIndex(earlier, -1); len(typed) > 0 {
		changes += len(typed)
		if sign = -1; upWords[strings.ToLower(earlier[typed[0][2]:typed[0][3]])] {
			sign = 1
		}
		at, shown = before.Start+typed[0][0], earlier[typed[0][0]:typed[0][1]]
		if len(anyChange().FindAllString(earlier, -1)) > 1 && !onlyFalls(earlier) {
			return
		}
	} else if anyChange().MatchString(earlier) && !onlyFalls(earlier) {
		return
	}
	word := strings.ToLower(text[m[2]:m[3]])
	if changes != 1 || sign == 0 || upWords[word] == (sign > 0) {
		return
	}
	cl := claim.New(r.passage, s.Span, sentence.Span{Start: s.Start + m[2], End: s.Start + m[3]})
	cl.Text, cl.Measure, cl.Verdict, cl.Comparator, cl.Slip = r.textOf(s.Start+m[0], s.Start+m[1]), saysChange, Contradicted, word, "other-way"
	cl.Expected, cl.Message = map[int]string{1: "up", -1: "down"}[sign], fmt.Sprintf("the text has a %q of what it says just before was %q", word, shown)
	cl.Hint, cl.Evidence = "correct the word, or the change before it", claim.Related(r.passage.Text.At(at), "the change")
	r.reading.Claims = append(r.reading.Claims, cl)
}

// onlyFalls reports whether the words of change in a text are "falls" and "fall" of people at
// most, but for one.
func onlyFalls(text string) bool {
	others := 0
	for _, w := range anyChange().FindAllString(text, -1) {
		if w = strings.ToLower(w); w != "falls" && w != "fall" {
			others++
		}
	}
	return others <= 1
}

// anyNot turns a sentence round.
var anyNot = lazyregexp.Lazy(`(?i)\b(?:not|no|never|neither|nor|without|hardly|scotland\w*|scottish|nationally|elsewhere|would|will|could|target|planned)\b|n['’]t\b`)

// wayOf is the way of the change that a reference prints, and how it prints it.
func (r *reader) wayOf(id, since string, args int) (sign int, shown string) {
	t := r.things[facts.IndicatorID(id)]
	first, err := strconv.Atoi(strings.TrimSpace(since)[:min(4, len(strings.TrimSpace(since)))])
	if t == nil || err != nil || args > 2 {
		return 0, ""
	}
	from, to, ok := r.facts.Pair(t, facts.FaceValue, facts.Own, first, r.facts.Newest(t, facts.FaceValue, facts.Own))
	if !ok || facts.SameShown(from, to) {
		return 0, ""
	}
	sign = to.Exact.Cmp(from.Exact)
	return sign, map[int]string{1: "up", -1: "down"}[sign] + ": " + facts.FromTo(from, to, first, r.facts.Newest(t, facts.FaceValue, facts.Own))
}
