package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// aboutService are words between recommendations and the service that they are about.
var aboutService = []string{"on", "for", "about", "at", "to", "regarding", "concerning"}

// recommendedOn holds how many recommendations were made on a service that was inspected: "The Care Inspectorate made three
// recommendations on our care at home service".
func (s *statement) recommendedOn() {
	t := s.things["count:recommendations"]
	if t == nil || len(s.facts.Recommended) == 0 || s.lacks(language.IsSubject) || s.negated() || s.unsureMood() {
		return
	}
	for i := 1; i < len(s.items); i++ {
		n := &s.items[i-1]
		if s.items[i].Class != language.IsSubject || s.items[i].Thing != t || n.Class != language.IsQuantity || n.Q.Ref != nil || n.Q.Unit != facts.Bare || n.Q.Value == nil || n.Q.Fraction {
			continue
		}
		on := s.inspectedAt(i + 1)
		if on == nil || s.heldAt(n) || s.otherBody(i, on) || s.text(i-2) == "of" {
			continue
		}
		v := facts.Value{Exact: exact.Rat(int64(on.N), 1), Display: itoa(on.N), Place: on.Place}
		cl := s.tellAt(saysCount, n, t, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(n.Q.In().Has(v.Exact)), Expected: v.Display, Evidence: facts.Proof(v, s.facts.Year)})
		cl.Quantity = n.Q.Bounds()
		if cl.Verdict == Contradicted {
			cl.Message = "the text has " + s.textOf(n.Start, n.End) + " recommendations on " + on.Service + "; the report lists " + itoa(on.N)
		}
	}
}

// inspectedAt is the inspection of the only service that the words from item i on name, nil where they name none or
// say more.
func (s *statement) inspectedAt(i int) *facts.Recommended {
	if !slices.Contains(aboutService, s.text(i)) {
		return nil
	}
	end := i + 1
	for end < len(s.items) && s.items[end].Class != language.IsMark && s.items[end].Class != language.IsPeriod && s.items[end].Text != "and" {
		end++
	}
	if end == i+1 {
		return nil
	}
	said := facts.WordsOf(s.passage.Lower[s.items[i+1].Start:s.items[end-1].End])
	var named *facts.Recommended
	for k := range s.facts.Recommended {
		of := &s.facts.Recommended[k]
		called := facts.WordsOf(of.Service)
		if !slices.ContainsFunc(of.Names, func(name []string) bool { return language.IndexName(said, name, language.SameWord) >= 0 }) || slices.ContainsFunc(said, func(w string) bool {
			w = strings.TrimSuffix(w, "'s")
			return !slices.Contains(called, w) && !slices.Contains([]string{"our", "the", "its", "council", "board", "partnership", "service", "team", "in"}, w)
		}) {
			continue
		}
		if named != nil {
			return nil // either
		}
		named = of
	}
	return named
}

// otherBody reports whether the sentence names before item i a scrutiny body other than the one that inspected.
func (s *statement) otherBody(i int, on *facts.Recommended) bool {
	for k := range i {
		if body, _ := s.bodyAt(k); body != "" && body != "body:"+on.Body {
			return true
		}
	}
	return false
}
