package grades

import (
	"slices"

	"apr/regs/claims/language"
)

// This file reads sentences that set what inspectors find now against what they found before: "it is very good for all
// three key questions, whereas in 2023 two of its three grades were only good".

// contrasts are words that set what is said behind them against what is said before.
var contrasts = []string{"whereas", "while", "although", "though"}

// contrasted are the parts of such a sentence, each of which has the inspections that it names itself; nil where it isn't
// one.
func (g *grading) contrasted() (now, then *grading) {
	at := slices.IndexFunc(g.ts, func(t language.Token) bool { return t.Kind == language.WordToken && slices.Contains(contrasts, t.Text) })
	if at < 1 || len(g.items) == 0 {
		return nil, nil
	}
	cut := slices.IndexFunc(g.items, func(it item) bool { return it.start > at })
	if cut < 1 {
		return nil, nil
	}
	part := func(items []item) *grading {
		p := *g
		p.items, p.claimed = slices.Clone(items), nil
		return &p
	}
	now, then = part(g.items[:cut]), part(g.items[cut:])
	dated := len(then.at(isInspection)) > 0
	switch {
	case !dated && len(now.at(isInspection)) == 0 && g.saysOne(0, at, "is", "are", "has", "have") && g.saysOne(at, len(g.ts), "was", "were", "had"):
		then.items = nil // of a time that isn't read
	case !dated || !slices.ContainsFunc(now.items, func(it item) bool { return it.kind != isInspection && it.kind != isStop }):
		return nil, nil
	case !slices.ContainsFunc(then.items, func(it item) bool { return it.asks() }):
		var of []item // "whereas in 2022 it was adequate"
		for _, it := range now.items {
			if it.asks() {
				of = append(of, it)
			}
		}
		then.items = append(of, then.items...)
	}
	return now, then
}

// saysOne reports whether one of the words is among the tokens from i to end.
func (g *grading) saysOne(i, end int, words ...string) bool {
	return slices.ContainsFunc(g.ts[i:end], func(t language.Token) bool { return t.Kind == language.WordToken && slices.Contains(words, t.Text) })
}

// ofAsked reports whether the number at token i is one of requirements or areas for improvement that are named before it:
// "its areas for improvement from three to one".
func (g *grading) ofAsked(i int) bool {
	if g.text(i-1) != "from" && g.text(i-1) != "to" {
		return false
	}
	for k := i - 2; k >= 0 && k > i-9; k-- {
		switch w := g.text(k); {
		case w == "improvement" || w == "requirements" || w == "requirement":
			return true
		case names()[w] > 0 || isQuestionName(&g.ts[k]) || w == "grade" || w == "grades" || w == ";" || w == ".":
			return false
		}
	}
	return false
}

// behindThan reports whether the inspection at item i is only what is compared with: "two fewer than in 2022".
func (g *grading) behindThan(i int) bool {
	start := g.items[i].start
	return g.text(start-1) == "than" || g.text(start-2) == "than"
}

// ranged reports whether the sentence speaks of the time between two inspections: "between 2022 and 2025".
func (g *grading) ranged() bool {
	at := g.at(isInspection)
	if len(at) != 2 {
		return false
	}
	for k := g.items[at[0]].start - 1; k >= 0 && k > g.items[at[0]].start-6; k-- {
		switch g.text(k) {
		case "between":
			return true
		case "from":
			return k == g.items[at[0]].start-1 && g.text(g.items[at[1]].start-1) == "to"
		}
	}
	return false
}

// fewerBehind reports whether the noun at token k is of how many fewer or more there are: "one requirement fewer".
func (g *grading) fewerBehind(k int) bool {
	if g.text(k+2) == "improvement" {
		k += 2
	}
	return g.text(k+1) == "fewer" || g.text(k+1) == "more" || g.text(k+1) == "less"
}
