package claims

import (
	"slices"
	"strings"
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
	var survey []*Thing
	for _, t := range s.facts.Things {
		if _, ok := s.facts.at(t, value, own, s.facts.Year); ok && t.Kind == isIndicator && t.Survey {
			survey = append(survey, t)
		}
	}
	if len(survey) == 0 || n.q.value.Cmp(rat(int64(len(survey)), 1)) != 0 {
		return false
	}
	if anyOf(s.items, func(x *item) bool {
		return x.class == isFace || x.class == isSubject || x.class == isQuantity && x.q.unit != bare || x.class == isBreak && x.text != "and" || x.class == isMark && x.word == ";"
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
		case it.class == isQuantity && it.q.unit == bare && it.q.ref == nil && it.q.value != nil && it.q.value.IsInt() && !it.q.hedged:
			count = it.q.value.Num().Int64()
		case it.text == "none":
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
			cl := s.tellAt(saysCount, it, survey[0], own, w)
			if cl.Comparator = "how many"; cl.Verdict == Contradicted {
				cl.Message = "the text has " + asQuoted(s.textOf(it.start, it.end)) + " of the indicators from the survey; the data have " + w.expected
			}
		}
	}
	if !told {
		cl := s.tellAt(saysCount, n, survey[0], own, way{year: s.facts.Year})
		cl.Reason = "the words aren't understood"
	}
	return true
}

// surveyHead finds "of the nine survey indicators" and the number in it.
func (s *statement) surveyHead() (n *item, from, to int) {
	for i := range s.items {
		if s.items[i].role != "of" || n != nil {
			continue
		}
		named := false
	words:
		for to = i + 1; to < len(s.items); to++ {
			switch it := &s.items[to]; {
			case it.class == isQuantity && n == nil && it.q.unit == bare && it.q.ref == nil && it.q.value != nil:
				n = it
				continue
			case it.class == isPeriod && it.word == "survey", slices.Contains(ofTheSurvey, it.text):
				named = named || strings.HasPrefix(it.text, "survey") || it.class == isPeriod || strings.HasSuffix(it.text, "survey")
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
		case it.class != isPeriod || s.now(it):
		case it.known && !it.calendar:
			base = it.year
		case it.word == "survey", it.word == "ago" && it.entry.year == 2, it.entry.year == 2 && it.word != "over":
		default:
			return 0
		}
	}
	return base
}

// surveyCount holds the number of those indicators that did what is said from item i on.
func (s *statement) surveyCount(survey []*Thing, base, i int, count int64) (w way, ok bool) {
	var what *item
	clearly := false
	for ; i < len(s.items); i++ {
		it := &s.items[i]
		if it.class == isMark && what == nil && it.word == "," || it.text == "of" || it.text == "them" || it.text == "these" {
			continue
		}
		if it.class == isMark || it.class == isBreak {
			break
		}
		switch {
		case it.class == isMove && what == nil, it.class == isStable && strings.Contains(it.text, "clear") && what == nil:
			what = it
			clearly = clearly || strings.Contains(it.text, "clear")
		case it.text == "clearly" || it.text == "significantly":
			clearly = true
		case it.class == isPlain, it.class == isThan, it.class == isPeriod, it.class == isRole && slices.Contains([]string{"in", "since", "between", "from", "to"}, it.role):
		default:
			return way{}, false
		}
	}
	denied := anyOf(s.items, func(x *item) bool { return x.class == isNot && x.text != "none" })
	if what == nil || base == 0 || denied || s.unsureMood() {
		return way{}, false
	}
	least, most := int64(0), int64(0)
	for _, t := range survey {
		from, to, found := s.facts.pair(t, value, own, base, s.facts.Year)
		if !found || from.Low == nil || to.Low == nil {
			return way{}, false
		}
		alike, moved := unclear(from, to), to.Exact.Cmp(from.Exact) == what.n
		switch {
		case what.class == isStable:
			moved = alike
		case clearly:
			moved = moved && !alike
		case moved && !alike && !what.adj:
			least++
		}
		if moved {
			most++
			w.evidence = append(w.evidence, proof(to, s.facts.Year)...)
		}
	}
	if what.class == isStable || clearly || what.adj {
		least = most
	}
	w.year, w.base = s.facts.Year, base
	if w.expected = itoa(int(most)); least != most {
		w.expected += ", of which " + itoa(int(least)) + " clearly"
	}
	switch {
	case count == most || count == least:
		w.truth = yes
	case what.adj || count < least || count > most:
		w.truth = no // "rose" may be of those alone that rose clearly, and of some of the others
	}
	return w, true
}
