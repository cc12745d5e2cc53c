package claims

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// This file holds what a sentence says of the year's money without a figure against the
// account: that less was spent than there was, or that the year broke even.

const whole = `\b(?:we|it|the (?:board|partnership|authority|ijb|year)|our (?:board|partnership))(?: as a whole| together| both)?`

var (
	// thanHad says that more or less was spent than there was.
	thanHad = lazyregexp.Lazy(`(?i)` + whole + `(?: (?:again|also|therefore|still|only|had|have|has|together))* (spent|spend|used)(?: in all| overall|,? [^,.;]{0,12},|(?: £[0-9.]+ ?(?:m|million)|\s+)(?: in all| in total| overall| altogether)?, (?:(?:which|that) (?:is|was) )?)? ?(less|more) than (?:(?:we|it|they) (?:had planned|planned|(?:had )?budgeted(?: for)?|had|have|got|received|(?:was|were|had been|have been) (?:given|paid|allocated))|(?:had been |was )?(?:planned|budgeted(?: for)?)|(?:our|the|its) partners (?:gave|paid|had given|had paid) (?:us|it)|our income|its income|came in|(?:the |our |its )?(?:funding|money|income) (?:we|it) (?:had|got|received|(?:was|were) (?:given|paid))|the (?:funding|money) (?:that was )?(?:available|given|provided))\b`)
	// endsHad is what may follow it.
	endsHad = lazyregexp.Lazy(`^\s*(?:$|[,.;:!–—()]|(?:in|this|because|again|to|as|and|but|by|over|during|since|overall)\b)`)
	// withinMeans says that no more was.
	withinMeans = lazyregexp.Lazy(`(?i)` + whole + `(?: (?:again|also|therefore|still))* (?:lived|stayed|kept|remained) (within (?:our|its|the) (?:means|resources|income|funding))\b`)
	// evenYear says that neither more nor less was spent than planned.
	evenYear = lazyregexp.Lazy(`(?i)` + whole + `(?: (?:again|also|therefore|still|has|have|had))* ((?:broke|broken|breaks) even|(?:ended|finished|closed)(?: the (?:financial )?year)? (?:in balance|on budget|at break-even)|came in on budget|(?:reached|achieved) break-even)\b`)
	// anotherWay are words by which such a sentence is of something else, or isn't plain.
	anotherWay = lazyregexp.Lazy(`(?i)\b(?:not|no|never|nobody|none|without|neither|nor|if|unless|whether|would|could|should|must|may|might|will|wants?|hopes?|aims?|plans?|expects?|expected|needs?|nearly|almost|close|broadly|reserves?|carried|until|last year|year before|previous\w*|earlier|next|ago|on|for|every|each|quarter|month|half)\b|n't\b|[“"]`)
	yearsNamed = lazyregexp.Lazy(`\b20\d\d(?:[/–-](?:20)?\d\d)?\b`)
)

// cuesIn are those of a sentence's words.
func cuesIn(ts []language.Token) (all language.Cue) {
	for i := range ts {
		if ts[i].Form != nil {
			all |= ts[i].Form.Cue
		}
	}
	return all
}

// means reads a sentence on the year's money without a figure.
func (r *reader) means(s *sentence.Sentence, ts []language.Token) {
	if r.locality != "" || r.money != nil {
		return
	}
	has := r.cues
	if has&language.CueThan != 0 {
		r.thanPlanned(s, ts)
	}
	if has&language.CueSpent != 0 {
		r.leftOver(s)
	}
	for _, form := range [...]struct {
		says func() *lazyregexp.Regexp
		sign int // of what was spent less what there was, 0 for even, by the group before the last where 2
		cues language.Cue
	}{{thanHad, 2, language.CuesOfHad}, {withinMeans, -1, language.CuesOfMeans}, {evenYear, 0, language.CuesOfEven}} {
		if has&form.cues != form.cues {
			continue
		}
		text := string(s.Plain[s.Start:s.End])
		m := form.says().FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		start, end := m[2], m[3]
		if form.sign == 2 {
			start, end = m[4], m[1]
			if form.sign = 1; strings.EqualFold(text[m[4]:m[5]], "less") {
				form.sign = -1
			}
		}
		if len(m) > 4 && !r.ofTotal(s, m[3], m[4]) {
			return // "spent £20.0m, less than …"
		}
		if form.sign != 0 && end == m[1] && !endsHad().MatchString(text[end:]) {
			return // "less than we had feared"
		}
		if anotherWay().MatchString(text[:m[0]]) || anotherWay().MatchString(text[m[0]:start]) || anotherWay().MatchString(firstClause(text[end:])) {
			return
		}
		near := lastClause(text[:m[0]]) + text[m[0]:end] + firstClause(text[end:])
		year, ok := r.onlyYear(near)
		if all, same := r.onlyYear(text); (!same || all != r.facts.Year) && !yearsNamed().MatchString(near) {
			continue // it names a year elsewhere
		}
		if !ok || r.namesLocality(text) {
			return
		}
		r.holdMeans(s, start, end, form.sign, year)
		return
	}
}

// lessPlanned says of the sum that the sentence before gave that more or less than it was planned.
var lessPlanned = lazyregexp.Lazy(`(?i)^\W*(?:that|this|it) (?:is|was) (?:(?:also|still|a bit|a little|slightly|much|far) )*(more|less) than (?:we|the board|it)? ?(?:had )?(?:planned|budgeted)(?: to spend| for)?\W*$`)

// spentSaid is a sentence on what was spent in all, by a reference, with no other sentence behind it but
// for a picture.
var (
	spentSaid   = lazyregexp.Lazy(`(?i)(?:^|[.!?]\s+|\n\s*)(?:(?:this year|in \{\{\s*year\s*\}\}),? )?(?:we|the board|it|the partnership) spent (?:about |around |over |in all )?\{\{\s*(?:spend|about)\s+"total"\s*\}\}(?: in all| this year| altogether| in \{\{\s*year\s*\}\})?[.!]?$`)
	lastPicture = lazyregexp.Lazy(`!\[[^\]]*\]\([^)]*\)\s*$`)
)

// thanPlanned reads "That is more than we planned", where the sentence before has what was spent in all.
func (r *reader) thanPlanned(s *sentence.Sentence, ts []language.Token) {
	if len(ts) == 0 || ts[0].Text != "that" && ts[0].Text != "this" && ts[0].Text != "it" {
		return
	}
	text := string(s.Plain[s.Start:s.End])
	m := lessPlanned().FindStringSubmatchIndex(text)
	if m == nil || !r.spentBefore(s) {
		return
	}
	sign := 1
	if strings.EqualFold(text[m[2]:m[3]], "less") {
		sign = -1
	}
	r.holdMeans(s, m[2], len(strings.TrimRight(text, " .!\n")), sign, r.facts.Year)
}

// spentBefore reports whether the sentence before, which may be a paragraph of its own with a picture
// behind it, as in an Easy Read, says what was spent in all in the reporting year.
func (r *reader) spentBefore(s *sentence.Sentence) bool {
	behind := strings.TrimSpace(r.passage.Text.Markdown[:s.Start])
	for at := lastPicture().FindStringIndex(behind); at != nil; at = lastPicture().FindStringIndex(behind) {
		behind = strings.TrimSpace(behind[:at[0]])
	}
	if spentSaid().MatchString(behind) {
		return true
	}
	if s.Before == nil || len(r.reading.Claims) == 0 {
		return false
	}
	before, from, to := r.reading.Claims[len(r.reading.Claims)-1], r.passage.Text.At(s.Before.Start), r.passage.Text.At(s.Before.End)
	return before.Subject == "total" && before.Verdict == Confirmed && (before.Measure == saysValue || before.Measure == saysReference) && before.Period == facts.YearName(r.facts.Year) &&
		(before.At.Line > from.Line || before.At.Line == from.Line && before.At.Column >= from.Column) && before.At.Line <= to.Line
}

// ofTotal reports whether what stands between two places of a sentence is no amount, or what was
// spent in all in the reporting year.
func (r *reader) ofTotal(s *sentence.Sentence, from, to int) bool {
	written := r.textOf(s.Start+from, s.Start+to)
	if strings.Contains(written, "{{") {
		return totalSpend().MatchString(written)
	}
	amount := poundsGiven().FindString(written)
	if amount == "" {
		return true
	}
	spent, ok := r.facts.At(r.things["total"], facts.FaceSpend, facts.Own, r.facts.Year)
	return ok && strings.ReplaceAll(strings.ReplaceAll(amount, " ", ""), "million", "m") == spent.Display
}

var (
	totalSpend  = lazyregexp.Lazy(`^[^{]*\{\{\s*spend\s+"total"\s*\}\}[^{]*$`)
	poundsGiven = lazyregexp.Lazy(`£[0-9.]+ ?(?:m|million)\b`)
)

// firstClause is a text up to its first mark.
func firstClause(text string) string {
	if i := strings.IndexAny(text, ",;:.–—("); i >= 0 {
		return text[:i]
	}
	return text
}

// holdMeans holds the words from start to end against what was planned and what was paid or
// set aside. Both have to say otherwise: the words don't tell which they mean.
func (r *reader) holdMeans(s *sentence.Sentence, start, end, sign, year int) {
	total := r.things["total"]
	if total == nil {
		return
	}
	spent, ok := r.facts.At(total, facts.FaceSpend, facts.Own, year)
	if !ok {
		return
	}
	var has []string
	right, wrong := 0, 0
	evidence := facts.Proof(spent, year)
	for _, face := range []facts.Face{facts.FacePlan, facts.FaceFunding} {
		v, ok := r.facts.At(total, face, facts.Own, year)
		if !ok || face == facts.FaceFunding && sign == 0 {
			continue
		}
		d := new(big.Rat).Sub(spent.Exact, v.Exact)
		far := new(big.Rat).Abs(d).Cmp(new(big.Rat).Mul(v.Exact, exact.Rat(1, 200))) > 0
		switch {
		case sign == 0 && far, sign != 0 && d.Sign() == -sign && !facts.SameShown(spent, v):
			wrong++
		case sign == 0, d.Sign() == sign:
			right++
		}
		has = append(has, v.Display+map[facts.Face]string{facts.FacePlan: " planned", facts.FaceFunding: " paid or set aside"}[face])
		evidence = append(evidence, facts.Proof(v, year)...)
	}
	if wrong+right == 0 || wrong > 0 && right > 0 {
		return
	}
	at := r.passage.Text
	cl := &Claim{Text: r.textOf(s.Start, s.End), Position: at.At(s.Start), End: at.At(s.End), At: at.At(s.Start + start), AtEnd: at.At(s.Start + end), Name: r.name,
		Words: r.textOf(s.Start+start, s.Start+end), Subject: total.ID, Scope: "area", Measure: saysVariance, Mood: "asserted", Comparator: r.textOf(s.Start+start, s.Start+end),
		Verdict: Confirmed, Expected: spent.Display + " spent, and " + strings.Join(has, " and "), Period: facts.YearName(year), Evidence: evidence}
	if wrong > 0 {
		cl.Verdict, cl.Slip = Contradicted, "the other way"
		cl.Message = fmt.Sprintf("the text says %q; the account has %s in %s", cl.Words, cl.Expected, facts.YearName(year))
		cl.Hint = "correct the words"
	}
	r.reading.Claims = append(r.reading.Claims, cl)
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
		from := len(text[:m[0]]) - len(lastStatement(text[:m[0]]))
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
	place := r.passage.Text
	r.reading.Claims = append(r.reading.Claims, &Claim{Text: r.textOf(s.Start+m[0], s.Start+m[1]), Position: place.At(s.Start), End: place.At(s.End), At: place.At(s.Start + m[2]), AtEnd: place.At(s.Start + m[3]),
		Name: r.name, Words: r.textOf(s.Start+m[2], s.Start+m[3]), Measure: saysChange, Scope: "area", Mood: "asserted", Verdict: Contradicted, Comparator: word, Slip: "other-way",
		Expected: map[int]string{1: "up", -1: "down"}[sign], Message: fmt.Sprintf("the text has a %q of what it says just before was %q", word, shown), Hint: "correct the word, or the change before it",
		Evidence: []source.Related{{Position: place.At(at), Message: "the change"}}})
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
	t := r.things[indicatorID(id)]
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
