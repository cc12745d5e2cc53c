package claims

import (
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// onlyOtherYear reads in which year alone a figure was higher or lower than it is now: "Only in 2024/25 was
// more saved than the £4.7m of this year", "has been higher only once, in 2024/25".
func (s *statement) onlyOtherYear() {
	only := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Text == "only" })
	excepts := s.excepts()
	if excepts >= 0 {
		only = excepts
	}
	if only < 0 || only+1 >= len(s.items) || excepts < 0 && s.negated() || s.unsureMood() || s.locality != "" {
		return
	}
	once := excepts < 0 && s.items[only+1].Text == "once"
	if excepts < 0 && !once && s.items[only+1].Text != "in" {
		return
	}
	period, word, now := (*lex.Item)(nil), (*lex.Item)(nil), once
	var q *lex.Item
	saved := false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsPeriod && it.Known && !it.Calendar && it.Year < s.facts.Year && period == nil && i > 0 && (s.items[i-1].Text == "in" || i-1 == excepts):
			period = it
		case it.Class == language.IsPeriod && (it.Known && it.Year == s.facts.Year && !it.Calendar || it.Text == "this year"), it.Text == "now", it.Text == "today":
			now = true
		case it.Class == language.IsPeriod && it.Word == "over":
		case excepts >= 0 && (i == excepts || it.Class == language.IsNot && (it.Text == "never" || it.Text == "no")):
		case it.Class == language.IsMove && it.Adj && word == nil, it.Class == language.IsBeside && it.N != 0 && strings.HasSuffix(it.Text, "than") && word == nil:
			word = it
		case it.Class == language.IsQuantity && q == nil && it.Q.Ref == nil && it.Q.Value != nil:
			q = it
		case it.Class == language.IsSubject && (it.Thing == s.only || it.Thing.ID == "total"), it.Class == language.IsThan, it.Class == language.IsPlain && !it.Demoted, it.Is(facts.Own):
		case it.Class == language.IsRole && (it.Role == "in" || it.Role == "of" || it.Text == "by"), it.Class == language.IsMark && it.Word == ",", it.Class == language.IsAside && it.Text == "once", it.Class == language.IsFace && it.Face == facts.FaceSpend:
		case it.Text == "saved" || it.Text == "save":
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
		if s.items[i].Class == language.IsNot {
			not++
		}
	}
	next := &s.items[1]
	if next.Text == "in" {
		next = &s.items[2]
	}
	if first := s.items[0].Text; (first == "except" || first == "apart from" || first == "but for") && not == 1 && next.Class == language.IsPeriod && next.Known {
		return 0
	}
	if len(s.items) > 5 && s.items[0].Text == "in" && s.items[1].Text == "no" && s.items[3].Text == "but" && s.items[4].Class == language.IsPeriod && s.items[4].Known && not == 1 {
		return 3
	}
	return -1
}

// savings is the local measure of what was saved, nil where there is none.
func (s *statement) savings() (t *facts.Thing) {
	for _, o := range s.facts.Things {
		if o.Kind == facts.Measure && o.Unit == facts.Pounds && strings.HasPrefix(strings.ToLower(o.Title), "saving") {
			if t != nil {
				return nil
			}
			t = o
		}
	}
	return t
}

// holdOnlyOtherYear holds that the year at period is the only one with a figure above that of now, or below it.
func (s *statement) holdOnlyOtherYear(t *facts.Thing, period, word, q *lex.Item) {
	face := facts.FaceValue
	switch {
	case t.Kind == facts.Money:
		face = facts.FaceSpend
	case t.Kind != facts.Indicator && t.Kind != facts.Measure, t.Survey:
		return
	}
	sign := word.Sign(t)
	at := s.facts.Newest(t, face, facts.Own)
	v, ok := s.facts.At(t, face, facts.Own, at)
	if !ok || sign == 0 || at != s.facts.Year || q != nil && !facts.Fits(q.Q.In(), v) {
		return
	}
	w := facts.Way{Year: at, Base: period.Year, Truth: facts.Yes, Expected: v.Display + " in " + facts.When(v, at)}
	for y := s.facts.First; y < at; y++ {
		o, ok := s.facts.At(t, face, facts.Own, y)
		if !ok || !t.Comparable(y, at) {
			if y == period.Year {
				return
			}
			continue
		}
		if is := o.Exact.Cmp(v.Exact) == sign && !facts.SameShown(o, v); is != (y == period.Year) {
			w.Truth = facts.No
			w.Expected += ", and " + o.Display + " in " + facts.When(o, y)
			w.Evidence = append(w.Evidence, facts.Proof(o, y)...)
		}
	}
	cl := s.tellAt(saysExtreme, period, t, facts.Own, w)
	cl.Comparator = "only in " + facts.YearName(period.Year)
}
