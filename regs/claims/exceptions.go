package claims

import (
	"strings"
)

// onlyOtherYear reads in which year alone a figure was higher or lower than it is now: "Only in 2024/25 was
// more saved than the £4.7m of this year", "has been higher only once, in 2024/25".
func (s *statement) onlyOtherYear() {
	only := indexOf(s.items, func(x *item) bool { return x.text == "only" })
	excepts := s.excepts()
	if excepts >= 0 {
		only = excepts
	}
	if only < 0 || only+1 >= len(s.items) || excepts < 0 && s.negated() || s.unsureMood() || s.locality != "" {
		return
	}
	once := excepts < 0 && s.items[only+1].text == "once"
	if excepts < 0 && !once && s.items[only+1].text != "in" {
		return
	}
	period, word, now := (*item)(nil), (*item)(nil), once
	var q *item
	saved := false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isPeriod && it.known && !it.calendar && it.year < s.facts.Year && period == nil && i > 0 && (s.items[i-1].text == "in" || i-1 == excepts):
			period = it
		case it.class == isPeriod && (it.known && it.year == s.facts.Year && !it.calendar || it.text == "this year"), it.text == "now", it.text == "today":
			now = true
		case it.class == isPeriod && it.word == "over":
		case excepts >= 0 && (i == excepts || it.class == isNot && (it.text == "never" || it.text == "no")):
		case it.class == isMove && it.adj && word == nil, it.class == isBeside && it.n != 0 && strings.HasSuffix(it.text, "than") && word == nil:
			word = it
		case it.class == isQuantity && q == nil && it.q.ref == nil && it.q.value != nil:
			q = it
		case it.class == isSubject && (it.thing == s.only || it.thing.ID == "total"), it.class == isThan, it.class == isPlain && !it.demoted, it.is(own):
		case it.class == isRole && (it.role == "in" || it.role == "of" || it.text == "by"), it.class == isMark && it.word == ",", it.class == isAside && it.text == "once", it.class == isFace && it.face == spend:
		case it.text == "saved" || it.text == "save":
			saved = true
		default:
			return
		}
	}
	t := s.only
	if t == nil && saved && q != nil {
		t = s.savings()
	}
	if t == nil || period == nil || word == nil || !now {
		return
	}
	s.holdOnlyOtherYear(t, period, word, q)
}

// excepts is the place of the word behind which the sentence names the only year that was otherwise: "in no
// year but 2024/25", "except in 2024/25, … never"; -1 for none.
func (s *statement) excepts() int {
	if len(s.items) < 4 {
		return -1
	}
	not := 0
	for i := range s.items {
		if s.items[i].class == isNot {
			not++
		}
	}
	next := &s.items[1]
	if next.text == "in" {
		next = &s.items[2]
	}
	if first := s.items[0].text; (first == "except" || first == "apart from" || first == "but for") && not == 1 && next.class == isPeriod && next.known {
		return 0
	}
	if len(s.items) > 5 && s.items[0].text == "in" && s.items[1].text == "no" && s.items[3].text == "but" && s.items[4].class == isPeriod && s.items[4].known && not == 1 {
		return 3
	}
	return -1
}

// savings is the local measure of what was saved, nil where there is none.
func (s *statement) savings() (t *Thing) {
	for _, o := range s.facts.Things {
		if o.Kind == isMeasure && o.Unit == pounds && strings.HasPrefix(strings.ToLower(o.Title), "saving") {
			if t != nil {
				return nil
			}
			t = o
		}
	}
	return t
}

// holdOnlyOtherYear holds that the year at period is the only one with a figure above that of now, or below it.
func (s *statement) holdOnlyOtherYear(t *Thing, period, word, q *item) {
	face := value
	switch {
	case t.Kind == isMoney:
		face = spend
	case t.Kind != isIndicator && t.Kind != isMeasure, t.Survey:
		return
	}
	sign := word.n
	if word.judge {
		sign *= t.Better
	}
	at := s.facts.newest(t, face, own)
	v, ok := s.facts.at(t, face, own, at)
	if !ok || sign == 0 || at != s.facts.Year || q != nil && !fits(q.q.in(), v) {
		return
	}
	w := way{year: at, base: period.year, truth: yes, expected: v.Display + " in " + when(v, at)}
	for y := s.facts.First; y < at; y++ {
		o, ok := s.facts.at(t, face, own, y)
		if !ok || !t.comparable(y, at) {
			if y == period.year {
				return
			}
			continue
		}
		if is := o.Exact.Cmp(v.Exact) == sign && !sameShown(o, v); is != (y == period.year) {
			w.truth = no
			w.expected += ", and " + o.Display + " in " + when(o, y)
			w.evidence = append(w.evidence, proof(o, y)...)
		}
	}
	cl := s.tellAt(saysExtreme, period, t, own, w)
	cl.Comparator = "only in " + yearName(period.year)
}
