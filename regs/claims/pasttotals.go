package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what was spent in an earlier year, and how that compared with what was planned for it: "in 2022/23 the board
// spent £219.1m and reported an overspend of £0.4m".

// pastTotals holds the amounts of a statement that is about one earlier year and all that was spent in it. It holds nothing
// where any word of the statement isn't of this.
func (s *statement) pastTotals() bool {
	if s.lacks(language.IsPeriod) || s.lacks(language.IsFace) || len(s.all) > 0 || s.locality != "" || s.reader.money != nil || s.negated() || s.unsureMood() {
		return false
	}
	year, varied := 0, false
	var amounts []int
	for i := range s.items {
		it := &s.items[i]
		switch it.Class {
		case language.IsPeriod:
			if !it.Known || it.Calendar || it.Year >= s.facts.Year || year != 0 {
				return false
			}
			year = it.Year
		case language.IsSubject:
			if it.Thing.ID != "total" {
				return false
			}
		case language.IsArea:
			if it.Area != facts.Own {
				return false
			}
		case language.IsFace:
			if it.Face != facts.FaceSpend && it.Face != facts.FacePlan && (it.Face != facts.FaceVariance || it.N == 0 || varied) {
				return false
			}
			varied = varied || it.Face == facts.FaceVariance
		case language.IsQuantity:
			if !lex.PlainAmount(it) {
				return false
			}
			amounts = append(amounts, i)
		case language.IsRole:
			if it.Role != "in" && it.Role != "of" && it.Role != "by" && it.Role != "to" {
				return false
			}
		case language.IsPlain:
			if it.Demoted || it.Ordinal > 0 || slices.Contains([]string{"on", "up", "out", "each", "one", "more", "first", "quarter"}, it.Text) {
				return false
			}
		case language.IsMark:
			if it.Word != "," {
				return false
			}
		case language.IsBreak:
			if it.Word != "and" && it.Word != "which" {
				return false
			}
		case language.IsAside:
			if it.Text != "when" {
				return false
			}
		case language.IsStatus:
			if it.Text != "closed" && it.Text != "finished" {
				return false
			}
		case language.IsVersus, language.IsHedge:
		default:
			return false
		}
	}
	if year == 0 || len(amounts) < 2 {
		return false // which the clauses read
	}
	total := s.total
	faces := make([]*lex.Item, len(amounts))
	for k, i := range amounts {
		f := s.faceOf(i)
		if f == nil {
			return false
		}
		for _, o := range faces[:k] {
			if o.Face == f.Face {
				return false // which is which isn't clear
			}
		}
		v, ok := s.facts.At(total, f.Face, facts.Own, year)
		if !ok {
			return false
		}
		if f.Face != facts.FaceVariance && (s.items[i].Q.Value.Cmp(exact.Mul(v.Exact, exact.Rat(1, 2))) < 0 || s.items[i].Q.Value.Cmp(exact.Mul(v.Exact, exact.Rat(2, 1))) > 0) {
			return false // of a part
		}
		faces[k] = f
	}
	s.understood(0, len(s.items))
	s.takeOver(0, len(s.items)-1)
	for k, i := range amounts {
		it := &s.items[i]
		if faces[k].Face == facts.FaceVariance {
			s.holdVaried(it, total, year, faces[k].N)
			continue
		}
		cl := s.tellAt(saysValue, it, total, facts.Own, s.facts.Level(total, faces[k].Face, facts.Own, year, it.Q))
		cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Pounds
	}
	return true
}

// faceOf is the word that says of the amount at i whether it was spent, planned or over: the one right behind it, or else the
// last before it with no other amount between them. It is nil where there is none.
func (s *statement) faceOf(i int) *lex.Item {
	if s.itemIs(i+1, language.IsFace) && s.items[i+1].Face == facts.FaceVariance {
		return &s.items[i+1]
	}
	for k := i - 1; k >= 0; k-- {
		switch it := &s.items[k]; it.Class {
		case language.IsFace:
			return it
		case language.IsQuantity:
			return nil
		case language.IsSubject:
			if spends(it.Text) {
				return &lex.Item{Entry: language.Entry{Class: language.IsFace, Face: facts.FaceSpend}}
			}
		}
	}
	return nil
}
