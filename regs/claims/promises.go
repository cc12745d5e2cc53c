package claims

import (
	"fmt"
	"slices"

	"apr/internal/source"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// countMet keeps how many of the plan's commitments a sentence says were met, so that two
// sentences that say it differently are found: "15 of its 24 commitments met", "of its 12
// commitments five are met".
func (r *reader) countMet(ts []language.Token, at source.Position) {
	for i := range ts {
		all, noun := wholeOf(ts, i)
		if noun < 0 {
			continue
		}
		met := i - 1
		if met < 0 || !counts(&ts[met]) {
			met = noun + 1 // "of its 12 commitments five are met"
		}
		if met >= len(ts) || !counts(&ts[met]) {
			continue
		}
		if last := areMet(ts, max(met, noun)+1); last < 0 || !r.isOfTheEnd(ts, min(met, i), last) {
			continue
		}
		n, t := language.Exactly(ts[met].Q.Value.Num().Int64()), &ts[met]
		r.reading.said = append(r.reading.said, said{key: fmt.Sprintf("met:%s:%d %s", r.locality, all, ts[noun].Text), what: fmt.Sprintf("of %d %s met", all, ts[noun].Text),
			is: n.In(), written: r.textOf(t.Start, t.End), sentence: at, position: r.passage.Text.At(t.Start), end: r.passage.Text.At(t.End), name: r.name})
	}
}

// wholeOf is the whole that begins with "of" at token i, "of the plan's 24 commitments", with
// the place of its noun; -1 where none does.
func wholeOf(ts []language.Token, i int) (all int64, noun int) {
	if ts[i].Text != "of" {
		return 0, -1
	}
	k := i + 1
	for k < len(ts) && slices.Contains([]string{"the", "its", "our", "plan's", "strategic", "all", "their"}, ts[k].Text) {
		k++
	}
	if k == i+1 || k+1 >= len(ts) || !counts(&ts[k]) || !slices.Contains(facts.Promised, ts[k+1].Text) {
		return 0, -1
	}
	return ts[k].Q.Value.Num().Int64(), k + 1
}

// counts reports whether a token is a number of things.
func counts(t *language.Token) bool {
	return t.Kind == language.NumberToken && t.Q != nil && t.Q.IsWhole() && !t.Q.Hedged
}

// areMet is where the words from token i on end that say "were met"; -1 where they don't.
func areMet(ts []language.Token, i int) int {
	for i < len(ts) && slices.Contains([]string{"have", "has", "had", "been", "were", "was", "are", "now", "fully"}, ts[i].Text) {
		i++
	}
	if i >= len(ts) || ts[i].Text != "met" {
		return -1
	}
	return i + 1
}

// ofTheEnd are words that may stand before such a count: they say no more than that it is
// of the plan, or of the end of the year. Whatever else does may say whose it is, or when.
var ofTheEnd = []string{"at", "the", "close", "end", "of", "plan", "plan's", "strategic", "year", "this", "its", "our", "to", "ended", "ends", "closed", "with", "now", "so", "far", "in", "all", "and", "third", "has", "have", "had"}

// isOfTheEnd reports whether the words before token first say at most that the count is of
// the end of the year, and those behind token last that it isn't of another time. A plan's
// title may be before it.
func (r *reader) isOfTheEnd(ts []language.Token, first, last int) bool {
	years := 0
	for i := range ts[:first] {
		if ts[i].Kind == language.YearToken && ts[i].Calendar {
			years++
		}
	}
	for i := range ts[:first] {
		t := &ts[i]
		switch {
		case t.Kind == language.MarkToken, slices.Contains(ofTheEnd, t.Text), t.Kind == language.YearToken && t.Calendar && i > 0 && ts[i-1].Text != "in", t.Kind == language.YearToken && t.Year == r.facts.Year,
			years == 2 && t.Kind == language.WordToken && t.Proper: // "Closer to Home 2023 to 2026"
		default:
			return false
		}
	}
	rest := ts[last:]
	if len(rest) > 1 && rest[0].Text == "in" && rest[1].Text == "full" {
		rest = rest[2:]
	}
	return len(rest) == 0 || rest[0].Kind == language.MarkToken
}
