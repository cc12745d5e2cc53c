// Package means holds what a sentence says of the year's money without a figure against the account: that less was
// spent than there was, or that the year broke even. "We lived within our means", "We again spent less than we were
// given", "Nothing was left over". Where the words don't tell whether the plan is meant or what was paid and set aside,
// both have to say otherwise.
//
// means.go reads these of the year, and left.go of a sentence that gives the year's spending or the plan for it.
package means

import (
	"fmt"
	"math/big"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

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
	anotherWay = lazyregexp.Lazy(`(?i)\b(?:not|no|never|nobody|none|without|neither|nor|if|unless|whether|would|could|should|must|may|might|will|wants?|hopes?|aims?|plans?|expects?|expected|needs?|nearly|almost|close|broadly|reserves?|carried|until|last year|year before|previous\w*|earlier|next|ago|on|for|every|each|quarter|month|half|years)\b|n't\b|[“"]`)
	yearsNamed = lazyregexp.Lazy(`\b20\d\d(?:[/–-](?:20)?\d\d)?\b`)
)

// reading is a sentence being read.
type reading struct {
	*sentence.Sentence
	facts  *facts.Facts
	before *claim.Claim // that which was read last, nil for none
	claims []*claim.Claim
}

// Claims are what a sentence with the given tokens says so; before is the claim that was read last, nil for none. The text
// has to be about the whole authority's money.
func Claims(f *facts.Facts, s *sentence.Sentence, ts []language.Token, before *claim.Claim) []*claim.Claim {
	r := reading{Sentence: s, facts: f, before: before}
	r.read(ts, language.CuesOf(ts))
	return r.claims
}

// read reads a sentence that has certain cues.
func (r *reading) read(ts []language.Token, has language.Cue) {
	if has&language.CueThan != 0 {
		r.thanPlanned(ts)
	}
	if has&language.CueSpent != 0 {
		r.leftOver()
	}
	for _, form := range [...]struct {
		says func() *lazyregexp.Regexp
		sign int // of what was spent less what there was, 0 for even, by the group before the last where 2
		cues language.Cue
	}{{thanHad, 2, language.CuesOfHad}, {withinMeans, -1, language.CuesOfMeans}, {evenYear, 0, language.CuesOfEven}} {
		if has&form.cues != form.cues {
			continue
		}
		text := string(r.Plain[r.Start:r.End])
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
		if len(m) > 4 && !r.ofTotal(m[3], m[4]) {
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
		r.holdMeans(start, end, form.sign, year)
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
func (r *reading) thanPlanned(ts []language.Token) {
	if len(ts) == 0 || ts[0].Text != "that" && ts[0].Text != "this" && ts[0].Text != "it" {
		return
	}
	text := string(r.Plain[r.Start:r.End])
	m := lessPlanned().FindStringSubmatchIndex(text)
	if m == nil || !SpentBefore(r.facts, r.Sentence, r.before) {
		return
	}
	sign := 1
	if strings.EqualFold(text[m[2]:m[3]], "less") {
		sign = -1
	}
	r.holdMeans(m[2], len(strings.TrimRight(text, " .!\n")), sign, r.facts.Year)
}

// SpentBefore reports whether the sentence before, which may be a paragraph of its own with a picture
// behind it, as in an Easy Read, says what was spent in all in the reporting year; before is the claim that was read last.
func SpentBefore(f *facts.Facts, s *sentence.Sentence, before *claim.Claim) bool {
	r := reading{Sentence: s, facts: f, before: before}
	behind := strings.TrimSpace(r.Text.Markdown[:r.Start])
	for at := lastPicture().FindStringIndex(behind); at != nil; at = lastPicture().FindStringIndex(behind) {
		behind = strings.TrimSpace(behind[:at[0]])
	}
	if spentSaid().MatchString(behind) {
		return true
	}
	if r.Before == nil || before == nil {
		return false
	}
	from, to := r.Text.At(r.Before.Start), r.Text.At(r.Before.End)
	return before.Subject == "total" && before.Verdict == claim.Confirmed && (before.Measure == claim.SaysValue || before.Measure == claim.SaysReference) && before.Period == facts.YearName(r.facts.Year) &&
		(before.At.Line > from.Line || before.At.Line == from.Line && before.At.Column >= from.Column) && before.At.Line <= to.Line
}

// ofTotal reports whether what stands between two places of a sentence is no amount, or what was
// spent in all in the reporting year.
func (r *reading) ofTotal(from, to int) bool {
	written := r.Words(r.Start+from, r.Start+to)
	if strings.Contains(written, "{{") {
		return totalSpend().MatchString(written)
	}
	amount := poundsGiven().FindString(written)
	if amount == "" {
		return true
	}
	spent, ok := r.facts.At(r.facts.Total(), facts.FaceSpend, facts.Own, r.facts.Year)
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
func (r *reading) holdMeans(start, end, sign, year int) {
	total := r.facts.Total()
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
	cl := claim.New(r.Passage, r.Span, sentence.Span{Start: r.Start + start, End: r.Start + end})
	cl.Subject, cl.Measure, cl.Verdict, cl.Comparator = total.ID, claim.SaysVariance, claim.Confirmed, cl.Words
	cl.Expected, cl.Period, cl.Evidence = spent.Display+" spent, and "+strings.Join(has, " and "), facts.YearName(year), evidence
	if wrong > 0 {
		cl.Verdict, cl.Slip = claim.Contradicted, "the other way"
		cl.Message = fmt.Sprintf("the text says %q; the account has %s in %s", cl.Words, cl.Expected, facts.YearName(year))
		cl.Hint = "correct the words"
	}
	r.claims = append(r.claims, cl)
}
