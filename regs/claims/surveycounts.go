package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how many of the indicators that are answers to the survey went up, down or neither.

// ofTheSurvey are words in the name of those indicators.
var ofTheSurvey = []string{"the", "our", "survey", "survey's", "indicators", "indicator", "results", "questions", "figures", "answers", "measures", "outcome", "outcomes", "national", "drawn", "taken", "from", "in", "of", "core", "suite", "health and care experience", "experience"}

// surveyCounts reads "Of the nine survey indicators, one rose clearly and eight showed no clear change" and "Two of the
// nine survey indicators were lower than in 2023/24".
func (s *statement) surveyCounts() bool {
	if s.locality != "" || len(s.all) > 0 || len(s.items) < 5 {
		return false
	}
	n, from, to := s.surveyHead()
	if n == nil {
		return false
	}
	var survey []*facts.Thing
	for _, t := range s.facts.Things {
		if _, ok := s.facts.At(t, facts.FaceValue, facts.Own, s.facts.Year); ok && t.Kind == facts.Indicator && t.Survey {
			survey = append(survey, t)
		}
	}
	if len(survey) == 0 || n.Q.Value.Cmp(exact.Rat(int64(len(survey)), 1)) != 0 {
		return false
	}
	if language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsFace || x.Class == language.IsSubject || x.Class == language.IsQuantity && x.Q.Unit != facts.Bare || x.Class == language.IsBreak && x.Text != "and" || x.Class == language.IsMark && x.Word == ";"
	}) {
		return false
	}
	s.takeOver(0, len(s.items)-1) // its clauses were read of what the sentence spoke of before
	base := s.surveyBase()
	told := false
	for i := range s.items {
		it := &s.items[i]
		count := int64(-1)
		switch {
		case i >= from && i < to:
			continue
		case it.Class == language.IsQuantity && it.Q.IsWhole() && it.Q.Ref == nil && !it.Q.Hedged:
			count = it.Q.Value.Num().Int64()
		case it.Text == "none":
			count = 0
		default:
			continue
		}
		next := i + 1
		if i < from-1 {
			continue
		} else if i < from {
			next = to
		}
		if w, ok := s.surveyCount(survey, base, next, count); ok {
			told = true
			cl := s.tellAt(saysCount, it, survey[0], facts.Own, w)
			if cl.Comparator = "how many"; cl.Verdict == Contradicted {
				cl.Message = "the text has " + claim.Quoted(s.textOf(it.Start, it.End)) + " of the indicators from the survey; the data have " + w.Expected
			}
		}
	}
	if !told {
		cl := s.tellAt(saysCount, n, survey[0], facts.Own, facts.Way{Year: s.facts.Year})
		cl.Reason = notUnderstood
	}
	return true
}

// surveyHead finds "of the nine survey indicators" and the number in it.
func (s *statement) surveyHead() (n *lex.Item, from, to int) {
	for i := range s.items {
		if s.items[i].Role != "of" || n != nil {
			continue
		}
		named := false
	words:
		for to = i + 1; to < len(s.items); to++ {
			switch it := &s.items[to]; {
			case it.Class == language.IsQuantity && n == nil && it.Q.Unit == facts.Bare && it.Q.Ref == nil && it.Q.Value != nil:
				n = it
				continue
			case it.Class == language.IsPeriod && it.Word == "survey", slices.Contains(ofTheSurvey, it.Text):
				named = named || strings.HasPrefix(it.Text, "survey") || it.Class == language.IsPeriod || strings.HasSuffix(it.Text, "survey")
				continue
			}
			break words
		}
		if n != nil && named {
			return n, i, to
		}
		n = nil
	}
	return nil, 0, 0
}

// surveyBase is the year with which the sentence compares, that of the survey before where it names none; 0 where it
// isn't plain.
func (s *statement) surveyBase() int {
	base := s.facts.Year - 2
	for i := range s.items {
		switch it := &s.items[i]; {
		case it.Class != language.IsPeriod || s.now(it):
		case it.Known && !it.Calendar:
			base = it.Year
		case it.Word == "survey", it.Word == "ago" && it.Entry.Year == 2, it.Entry.Year == 2 && it.Word != "over":
		default:
			return 0
		}
	}
	return base
}

// surveyCount holds the number of those indicators that did what is said from item i on.
func (s *statement) surveyCount(survey []*facts.Thing, base, i int, count int64) (w facts.Way, ok bool) {
	var what *lex.Item
	clearly := false
	for ; i < len(s.items); i++ {
		it := &s.items[i]
		if it.Class == language.IsMark && what == nil && it.Word == "," || it.Text == "of" || it.Text == "them" || it.Text == "these" {
			continue
		}
		if it.Class == language.IsMark || it.Class == language.IsBreak {
			break
		}
		switch {
		case it.Class == language.IsMove && what == nil, it.Class == language.IsStable && strings.Contains(it.Text, "clear") && what == nil:
			what = it
			clearly = clearly || strings.Contains(it.Text, "clear")
		case it.Text == "clearly" || it.Text == "significantly":
			clearly = true
		case it.Class == language.IsPlain, it.Class == language.IsThan, it.Class == language.IsPeriod, it.Class == language.IsRole && slices.Contains([]string{"in", "since", "between", "from", "to"}, it.Role):
		default:
			return facts.Way{}, false
		}
	}
	denied := language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsNot && x.Text != "none" })
	if what == nil || base == 0 || denied || s.unsureMood() {
		return facts.Way{}, false
	}
	least, most := int64(0), int64(0)
	for _, t := range survey {
		from, to, found := s.facts.Pair(t, facts.FaceValue, facts.Own, base, s.facts.Year)
		if !found || from.Low == nil || to.Low == nil {
			return facts.Way{}, false
		}
		alike, moved := facts.Unclear(from, to), to.Exact.Cmp(from.Exact) == what.N
		switch {
		case what.Class == language.IsStable:
			moved = alike
		case clearly:
			moved = moved && !alike
		case moved && !alike && !what.Adj:
			least++
		}
		if moved {
			most++
			w.Evidence = append(w.Evidence, facts.Proof(to, s.facts.Year)...)
		}
	}
	if what.Class == language.IsStable || clearly || what.Adj {
		least = most
	}
	w.Year, w.Base = s.facts.Year, base
	if w.Expected = itoa(int(most)); least != most {
		w.Expected += ", of which " + itoa(int(least)) + " clearly"
	}
	switch {
	case count == most || count == least:
		w.Truth = facts.Yes
	case what.Adj || count < least || count > most:
		w.Truth = facts.No // "rose" may be of those alone that rose clearly, and of some of the others
	}
	return w, true
}

// What follows reads whether a survey's change is said to be clear: "larger than its margin of error", "a step too small
// to be sure of".

// margins holds what the clause says of the margin of error of a survey's change; it reports whether it says anything
// of the kind.
func (c *clause) margins(t *facts.Thing, area string, compared bool, tm times) bool {
	m := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Word == "margin" && x.N != 0 })
	if m < 0 {
		return false
	}
	of := c.has(language.IsMove) >= 0 || c.moved != nil && (c.lead == "," || c.lead == "which")
	if !t.Survey || area != facts.Own || compared || c.not || !of || language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		return x.Class == language.IsArea && x.Area != facts.Own || x.Text == "lead" || x.Class == language.IsExtreme || x.Class == language.IsRank
	}) {
		return true // how far places are apart has another margin
	}
	at := c.facts.Newest(t, facts.FaceValue, facts.Own)
	bases := c.baseYears(t, facts.FaceValue, facts.Own, tm, at)
	if len(bases) == 0 {
		return true
	}
	var ways []facts.Way
	for _, b := range bases {
		ways = append(ways, c.facts.BeyondMargin(t, b, at, c.items[m].N > 0))
	}
	cl := c.tell(saysChange, c.items[m], t, facts.Own, ways)
	cl.Comparator = c.items[m].Text
	return true
}

// saidBy reports whether a share is that of those by whom something is said to be felt or thought: "was described as good by
// 71.0% of those who had it".
func (c *clause) saidBy(q *placed, t *facts.Thing) bool {
	p := c.prev(q.i)
	if p < 0 || !t.Survey || q.Q.Unit != facts.Percent || q.Q.Ref != nil || c.moves() || !c.roleAt(q.i+1, "of") || q.i+2 >= len(c.items) || c.items[p].Text != "by" {
		return false
	}
	next := q.i + 2
	for next+1 < len(c.items) && (c.items[next].Text == "the" || c.items[next].Text == "our") {
		next++
	}
	switch language.LastWord(c.items[next].Text) {
	case "those":
		return next+1 < len(c.items) && slices.Contains([]string{"who", "whom", "getting", "receiving", "supported"}, c.items[next+1].Text) && !c.says("wrote", "replied", "answered")
	case "people", "adults", "patients", "respondents", "users", "carers", "them":
		return true
	}
	return false
}
