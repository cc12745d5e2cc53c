package claims

import (
	"fmt"
	"slices"

	"apr/internal/source"
)

// promised are what a plan promises and what is then met or not.
var promised = []string{"commitments"}

// countMet keeps how many of the plan's commitments a sentence says were met, so that two
// sentences that say it differently are found: "15 of its 24 commitments met", "of its 12
// commitments five are met".
func (r *reader) countMet(ts []token, at source.Position) {
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
		n, t := exactly(ts[met].q.value.Num().Int64()), &ts[met]
		r.reading.said = append(r.reading.said, said{key: fmt.Sprintf("met:%s:%d %s", r.locality, all, ts[noun].text), what: fmt.Sprintf("of %d %s met", all, ts[noun].text),
			is: n.in(), written: r.textOf(t.start, t.end), sentence: at, position: r.passage.Text.At(t.start), end: r.passage.Text.At(t.end), name: r.name})
	}
}

// wholeOf is the whole that begins with "of" at token i, "of the plan's 24 commitments", with
// the place of its noun; -1 where none does.
func wholeOf(ts []token, i int) (all int64, noun int) {
	if ts[i].text != "of" {
		return 0, -1
	}
	k := i + 1
	for k < len(ts) && slices.Contains([]string{"the", "its", "our", "plan's", "strategic", "all", "their"}, ts[k].text) {
		k++
	}
	if k == i+1 || k+1 >= len(ts) || !counts(&ts[k]) || !slices.Contains(promised, ts[k+1].text) {
		return 0, -1
	}
	return ts[k].q.value.Num().Int64(), k + 1
}

// counts reports whether a token is a number of things.
func counts(t *token) bool {
	return t.kind == numberToken && t.q != nil && t.q.unit == bare && t.q.value != nil && t.q.value.IsInt() && !t.q.hedged
}

// areMet is where the words from token i on end that say "were met"; -1 where they don't.
func areMet(ts []token, i int) int {
	for i < len(ts) && slices.Contains([]string{"have", "has", "had", "been", "were", "was", "are", "now", "fully"}, ts[i].text) {
		i++
	}
	if i >= len(ts) || ts[i].text != "met" {
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
func (r *reader) isOfTheEnd(ts []token, first, last int) bool {
	years := 0
	for i := range ts[:first] {
		if ts[i].kind == yearToken && ts[i].calendar {
			years++
		}
	}
	for i := range ts[:first] {
		t := &ts[i]
		switch {
		case t.kind == markToken, slices.Contains(ofTheEnd, t.text), t.kind == yearToken && t.calendar && i > 0 && ts[i-1].text != "in", t.kind == yearToken && t.year == r.facts.Year,
			years == 2 && t.kind == wordToken && t.proper: // "Closer to Home 2023 to 2026"
		default:
			return false
		}
	}
	rest := ts[last:]
	if len(rest) > 1 && rest[0].text == "in" && rest[1].text == "full" {
		rest = rest[2:]
	}
	return len(rest) == 0 || rest[0].kind == markToken
}
