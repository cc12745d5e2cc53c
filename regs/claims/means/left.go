package means

import (
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
	"apr/regs/sentence"
)

// This file reads what a sentence that gives the year's spending or the plan for it says of both in words: that
// something was left, or nothing.

var (
	// leftSome says that less was spent than there was.
	leftSome = lazyregexp.Lazy(`(?i)(?:\b(?:did not|didn['’]t|have not|haven['’]t|had not|hadn['’]t) (?:use|used|need|needed|spend|spent) (?:up )?(?:all|everything)(?: of)?(?: that| what| which| the money(?: that)?)? (?:(?:we|it|the board) had(?: been given| to spend| for the year)?|(?:had been|was|were) (?:set aside|paid|given|planned|budgeted)(?: (?:to|for) (?:us|it|the board))?)|(?:something|some money|some of (?:it|the money)|money) was left(?: over)?|[:,–—] less than (?:we|it|the board) had|(?:was|were) not (?:used up|all used|fully used|used in full|all needed))`)
	// leftNothing says that as much was spent, or more.
	leftNothing = lazyregexp.Lazy(`(?i)\b(?:nothing was left(?: over)?|(?:was|were) more than used up|(?:used|spent|needed) (?:all|everything)(?: that)? (?:we|it|the board) had and more)`)
	// ofOther are words by which what is left is of something else, or isn't plain.
	ofOther = lazyregexp.Lazy(`(?i)\b(?:if|unless|whether|would|could|should|must|may|might|will|nearly|almost|grants?|reserves?|training|last year|year before|ago|next|[a-z]+['’]s (?:budget|plan|grant))\b|[“"]`)
)

// leftOver reads "we didn't use all that we had" and "nothing was left over" in a sentence that gives the
// year's spending, or the plan for it.
func (r *reading) leftOver() {
	text := string(r.Plain[r.Start:r.End])
	sign, m := -1, leftSome().FindStringIndex(text)
	if m == nil {
		sign, m = 1, leftNothing().FindStringIndex(text)
	}
	if m == nil || !endsHad().MatchString(text[m[1]:]) || ofOther().MatchString(text) || !r.givesTotal() {
		return
	}
	if year, ok := r.onlyYear(text); ok && year == r.facts.Year {
		r.holdMeans(m[0], m[1], sign, year)
	}
}

// givesTotal reports whether the sentence has what was spent in all or planned, and no amount of something
// else.
func (r *reading) givesTotal() bool {
	given := false
	for _, ref := range r.Refs {
		if ref.Start < r.Start || ref.End > r.End {
			continue
		}
		if len(ref.Args) != 1 || ref.Args[0].Value != "total" || ref.Name != "spend" && ref.Name != "plan" && ref.Name != "about" {
			return false
		}
		given = true
	}
	for _, amount := range poundsGiven().FindAllString(string(r.Plain[r.Start:r.End]), -1) {
		amount = strings.ReplaceAll(strings.ReplaceAll(amount, " ", ""), "million", "m")
		is := false
		for _, face := range []facts.Face{facts.FaceSpend, facts.FacePlan, facts.FaceFunding} {
			v, ok := r.facts.At(r.facts.Total(), face, facts.Own, r.facts.Year)
			is = is || ok && amount == v.Display
		}
		if !is {
			return false
		}
		given = true
	}
	return given
}

// lastClause is the end of a text behind its last mark or conjunction.
func lastClause(text string) string {
	return sentence.LastStatement(text[strings.LastIndexAny(text, ",;:")+1:])
}

// onlyYear is the reporting year that a sentence names, the report's where it names none; ok is false where it names several,
// or one that isn't a reporting year.
func (r *reading) onlyYear(text string) (year int, ok bool) {
	year = r.facts.Year
	for i, y := range yearsNamed().FindAllString(text, -1) {
		first, err := strconv.Atoi(y[:4])
		if err != nil || len(y) == 4 || i > 0 && first != year {
			return 0, false
		}
		year = first
	}
	return year, true
}

// namesLocality reports whether a text has the name of one of the authority's localities.
func (r *reading) namesLocality(text string) bool {
	return slices.ContainsFunc(r.facts.Localities(), func(t *facts.Thing) bool { return strings.Contains(text, t.Title) })
}
