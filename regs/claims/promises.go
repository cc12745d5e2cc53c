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
	if r.ofAnotherTime(ts) {
		return
	}
	for i := range ts {
		all, noun := wholeOf(ts, i)
		if noun < 0 {
			continue
		}
		met := i - 1
		if met < 0 || !counts(&ts[met]) {
			met = noun + 1 // "of its 12 commitments five are met"
		}
		if met >= len(ts) || !counts(&ts[met]) || !areMet(ts, max(met, noun)+1) {
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
	k := i + 1
	for k < len(ts) && slices.Contains([]string{"the", "its", "our", "plan's", "strategic", "all", "their"}, ts[k].text) {
		k++
	}
	if ts[i].text != "of" || k == i+1 || k+1 >= len(ts) || !counts(&ts[k]) || !slices.Contains(promised, ts[k+1].text) {
		return 0, -1
	}
	return ts[k].q.value.Num().Int64(), k + 1
}

// counts reports whether a token is a number of things.
func counts(t *token) bool {
	return t.kind == numberToken && t.q != nil && t.q.unit == bare && t.q.value != nil && t.q.value.IsInt() && !t.q.hedged
}

// areMet reports whether the words from token i on say "were met", and not "met in part".
func areMet(ts []token, i int) bool {
	for i < len(ts) && slices.Contains([]string{"have", "has", "had", "been", "were", "was", "are", "now", "fully"}, ts[i].text) {
		i++
	}
	if i >= len(ts) || ts[i].text != "met" {
		return false
	}
	behind := func(k int, words ...string) bool { return k < len(ts) && slices.Contains(words, ts[k].text) }
	return !behind(i+1, "partly", "partially", "by", "on", "late", "before", "within", "or") && !(behind(i+1, "in") && !behind(i+2, "full"))
}

// otherTimes are words of another time than the end of the reporting year, or of what isn't so yet.
var otherTimes = []string{"ago", "earlier", "before", "previous", "previously", "last", "first", "half-way", "halfway", "by", "if", "would", "could", "should", "will", "may", "might",
	"expect", "expected", "when", "until", "then", "already", "old"}

// ofAnotherTime reports whether a sentence may speak of another time than the end of the
// reporting year, or only of what could be. A plan's title may have years of its own.
func (r *reader) ofAnotherTime(ts []token) bool {
	for i := range ts {
		t := &ts[i]
		switch {
		case t.kind == wordToken && slices.Contains(otherTimes, t.text), t.kind == yearToken && !t.calendar && t.year != r.facts.Year,
			t.kind == yearToken && t.calendar && i > 0 && slices.Contains([]string{"in", "of", "at", "since", "march", "june", "september", "december"}, ts[i-1].text):
			return true
		}
	}
	return false
}
