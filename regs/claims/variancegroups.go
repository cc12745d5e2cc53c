package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what is said of the over- and underspends of several amounts beside the others of their
// group: which were the only ones, and what some come to together.

// groupNouns are words for the members of a group of amounts.
var groupNouns = map[string][]string{
	"service":    {"budget", "budgets", "service", "services", "line", "lines"},
	"matter":     {"matter", "matters", "heading", "headings"},
	"partner":    {"partner", "partners"},
	"care group": {"group", "groups"},
}

// amountsNamed are the amounts of one group that the sentence is about, nil where it names others, too,
// or is of a place.
func (s *statement) amountsNamed() (named []*facts.Thing) {
	if s.locality != "" {
		return nil
	}
	services := language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing.Group == "service" })
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsArea && it.Area != facts.Own:
			return nil
		case it.Class != language.IsSubject:
		case services && it.Thing.ID == "funding:set-aside": // which pays for them
		case services && it.Thing.Group == "matter" && s.serviceCalled(it.Text) != nil:
			named = append(named, s.serviceCalled(it.Text))
		case it.Thing.Kind != facts.Money || it.Thing.Group == "" || len(named) > 0 && it.Thing.Group != named[0].Group:
			return nil
		case !slices.Contains(named, it.Thing):
			named = append(named, it.Thing)
		}
	}
	return named
}

// onlyVaried reads which amounts were the only ones over or under their budgets, or by more than an
// amount: "Prescribing was the only budget to be overspent by more than a million pounds".
func (s *statement) onlyVaried() {
	only := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Text == "only" })
	but := len(s.items) > 3 && s.items[0].Text == "no" && s.items[2].Text == "but"
	if but {
		only = 0 // "No budget but prescribing …"
	}
	if only < 0 || !but && s.denies() || s.unsureMood() {
		return
	}
	named := s.amountsNamed()
	v, limit, noun := -1, (*lex.Item)(nil), ""
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsSubject, it.Class == language.IsMark && (it.Word == "," || it.Word == ":"), but && (i == 0 || i == 2):
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && v < 0:
			v = i
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && it.Q.Value != nil && (it.Q.Hedge == facts.Over || it.Q.Hedge == facts.AtLeast) && limit == nil:
			limit = it
		case i == only+1 && slices.ContainsFunc([]string{"service", "matter", "partner", "care group"}, func(g string) bool { return slices.Contains(groupNouns[g], it.Text) }):
			noun = it.Text
		case it.Class == language.IsPlain && it.Word != "gap" && !it.Demoted, it.Class == language.IsBreak && it.Word == "and", it.Class == language.IsRole && (it.Role == "by" || it.Role == "to"):
		case it.Text == "over" || it.Text == "under":
			if v >= 0 || limit == nil || i+1 < len(s.items) {
				return
			}
			v = i
		default:
			return
		}
	}
	last := len(s.items) - 1
	if len(named) == 0 || v < only || v != last && limit != &s.items[last] || noun == "" && s.items[only+1].Class != language.IsSubject || noun != "" && !slices.Contains(groupNouns[named[0].Group], noun) {
		return
	}
	sign := s.items[v].N
	switch s.items[v].Text {
	case "over":
		sign = -1
	case "under":
		sign = 1
	}
	if limit == nil && slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.Measure == saysRank && cl.Verdict != Unread }) {
		return // its clause was read so
	}
	carrier := &s.items[only]
	w := facts.Way{Year: s.facts.Year, Truth: facts.Yes}
	var others []string
	for _, t := range s.facts.Things {
		if t.Group != named[0].Group || t.Kind != facts.Money {
			continue
		}
		x, ok := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year)
		if !ok {
			continue
		}
		is := x.Exact.Sign() == sign
		if limit != nil {
			c := new(big.Rat).Abs(x.Exact).Cmp(limit.Q.Value)
			is = is && (c > 0 || c == 0 && limit.Q.Hedge == facts.AtLeast)
		}
		if is == slices.Contains(named, t) {
			continue
		}
		w.Truth = facts.No
		if others = append(others, t.Called()+" "+x.Display); len(others) < 4 {
			w.Evidence = append(w.Evidence, facts.Proof(x, s.facts.Year)...)
		}
	}
	w.Expected = strings.Join(others[:min(len(others), 3)], ", ")
	cl := s.tellAt(saysRank, carrier, named[0], facts.Own, w)
	if cl.Comparator = "the only one"; cl.Verdict == Contradicted {
		cl.Message = "the text has " + named[0].Called() + " among the only ones to be " + map[int]string{1: "underspent", -1: "overspent"}[sign] + " so; the account has " + w.Expected
	}
}

// countVaried reads how many amounts went over or under by more than an amount: "Two budgets were overspent by more
// than a million pounds".
func (s *statement) countVaried() {
	if len(s.items) < 4 || s.lacks(language.IsQuantity) || s.negated() || s.unsureMood() || s.locality != "" {
		return
	}
	n, sign, limit := (*lex.Item)(nil), 0, (*lex.Item)(nil)
	for i := range s.items {
		it := &s.items[i]
		switch {
		case i < 2 && it.Text == "only":
		case it.Class == language.IsQuantity && it.Q.IsWhole() && n == nil && i < 2 && it.Q.Ref == nil && !it.Q.Hedged && slices.Contains(groupNouns["service"], s.items[i+1].Text):
			n = it
		case n != nil && sign == 0 && slices.Contains(groupNouns["service"], it.Text):
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && sign == 0:
			sign = it.N
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && it.Q.Value != nil && it.Q.Hedge == facts.Over && limit == nil && i == len(s.items)-1:
			limit = it
		case slices.Contains([]string{"were", "was", "have", "been", "had", "each"}, it.Text), it.Class == language.IsRole && it.Role == "by":
		default:
			return
		}
	}
	if n == nil || sign == 0 || limit == nil {
		return
	}
	w, count, first := facts.Way{Year: s.facts.Year}, int64(0), (*facts.Thing)(nil)
	for _, t := range s.facts.Things {
		v, ok := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year)
		if t.Group != "service" || !ok || v.Exact.Sign() != sign || new(big.Rat).Abs(v.Exact).Cmp(limit.Q.Value) <= 0 {
			continue
		}
		if count++; first == nil {
			first = t
		}
		w.Evidence = append(w.Evidence, facts.Proof(v, s.facts.Year)...)
	}
	if first == nil {
		return
	}
	w.Truth, w.Expected = facts.TruthOf(n.Q.In().Has(exact.Rat(count, 1))), itoa(int(count))
	cl := s.tellAt(saysCount, n, first, facts.Own, w)
	if cl.Comparator = "how many"; cl.Verdict == Contradicted {
		cl.Message = "the text has " + claim.Quoted(s.textOf(n.Start, n.End)) + " services; the account has " + w.Expected
	}
}

// variedTogether reads the sum of the over- or underspends of several amounts: "Two budgets, prescribing
// and care at home, overshot by £2.8m between them".
func (s *statement) variedTogether() {
	named := s.amountsNamed()
	if len(named) < 2 || s.denies() || s.unsureMood() {
		return
	}
	sign, together, plural, q := 0, false, false, (*lex.Item)(nil)
	for i := range s.items {
		it := &s.items[i]
		side := (it.Text == "over" || it.Text == "under") && i > 0 && q == &s.items[i-1]
		switch {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && sign == 0:
			sign, plural = it.N, i == 0 && lex.SeveralVaried(it)
		case it.Text == "each" || it.Text == "apiece" || it.Text == "respectively":
			return
		case it.Class == language.IsExtreme && it.N > 0 && sign == 0 && i+1 < len(s.items) && (s.items[i+1].Class == language.IsFace && s.items[i+1].Face == facts.FaceVariance || s.items[i+1].Text == "pressures"):
			together = true // "the two largest overspends, prescribing and care at home, added up to"
		case it.Class == language.IsRole && it.Role == "of" && q != nil && i+1 < len(s.items) && s.items[i+1].Class == language.IsFace && s.items[i+1].Face == facts.FaceVariance:
		case it.Text == "totalled" && plural:
			together = true
		case side && sign == 0:
			sign = map[string]int{"over": -1, "under": 1}[it.Text]
		case it.Class == language.IsTogether:
			together = true
		case language.FirstWord(it.Text) == "add" && strings.HasSuffix(it.Text, "up") && i+1 < len(s.items) && s.items[i+1].Role == "to":
			together = true // "add up to"
		case it.Class == language.IsRole && it.Role == "to" && (together || plural):
			together = true // "underspends in nursing and mental health came to £0.4m"
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && q == nil:
			q = it
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && it.Q.Value != nil && it.Q.Value.Cmp(exact.Rat(int64(len(named)), 1)) == 0 && (i < 4 || i+1 < len(s.items) && s.items[i+1].Class == language.IsExtreme), it.Is(facts.Own):
		case it.Class == language.IsFace && it.Face == facts.FacePlan && strings.HasPrefix(it.Text, "budget"):
		case it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsSubject, it.Class == language.IsMark && it.Word == ",", it.Class == language.IsBreak && it.Word == "and", it.Class == language.IsRole && (it.Role == "by" || it.Text == "in" || it.Text == "for"), s.now(it), it.Class == language.IsStatus && it.N == 0:
		default:
			return
		}
	}
	if sign == 0 || !together || q == nil || s.heldAt(q) {
		return
	}
	sum := s.facts.Amount(named)
	v, ok := s.facts.At(sum, facts.FaceVariance, facts.Own, s.facts.Year)
	if !ok {
		return
	}
	w := s.facts.Level(sum, facts.FaceVariance, facts.Own, s.facts.Year, q.Q)
	if v.Exact.Sign() != sign {
		w.Truth = facts.No
	}
	cl := s.tellAt(saysVariance, q, sum, facts.Own, w)
	cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), facts.Pounds, "together"
}

// variedBeside reads an over- or underspend behind the amount that was spent, which says what it is of: "what was
// spent on them, £74.4m, was £3.0m more than budgeted".
func (s *statement) variedBeside() {
	if s.lacks(language.IsQuantity) {
		return
	}
	t := s.soleAmount()
	if t == nil || t.Group == "" || s.locality != "" || s.negated() || s.unsureMood() {
		return
	}
	spent := false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && it.Q.Value != nil && !it.Q.Hedged:
			if spent && i+1 < len(s.items) && s.items[i+1].Class == language.IsFace && s.items[i+1].Face == facts.FaceVariance && s.items[i+1].N != 0 {
				if !s.heldAt(it) && (i+2 == len(s.items) || s.items[i+2].Class == language.IsMark) {
					s.holdVariedBeside(t, it, &s.items[i+1])
				}
				return
			}
			v, ok := s.facts.At(t, facts.FaceSpend, facts.Own, s.facts.Year)
			spent = ok && exact.Significant(it.Q.Value) > 2 && facts.Fits(it.Q.In(), v)
		case it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsMark && (it.Word == "," || it.Word == ";"), it.Class == language.IsBreak && it.Word == "which":
		default:
			spent = false
		}
	}
}

// holdVariedBeside holds the amount by which something was over or under its budget.
func (s *statement) holdVariedBeside(t *facts.Thing, size, word *lex.Item) {
	v, ok := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year)
	if !ok {
		return
	}
	w := s.facts.Level(t, facts.FaceVariance, facts.Own, s.facts.Year, size.Q)
	if v.Exact.Sign() != word.N {
		w.Truth = facts.No
	}
	cl := s.tellAt(saysVariance, size, t, facts.Own, w)
	cl.Quantity, cl.Unit, cl.Comparator = size.Q.Bounds(), facts.Pounds, word.Text
}

// notOfAll reports whether what the clause says isn't said of all of the amount that it names: "all but care homes underspent",
// "income from care homes was under budget", "care homes were under budget before new beds opened".
func (c *clause) notOfAll() bool {
	last := c.items[len(c.items)-1]
	if language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		return x.Start > last.Start && (x.Text == "before" || x.Text == "until" || x.Text == "till")
	}) {
		return true
	}
	if c.lead == "but" && c.statement.allBut() && len(c.statement.claims) == 0 {
		return true // "every service but care homes underspent"
	}
	for i, it := range c.items {
		if it.Class == language.IsSubject {
			return false
		}
		if it.Word == "all but" || it.Text == "other" && i+1 < len(c.items) && language.FirstWord(c.items[i+1].Text) == "than" || slices.Contains([]string{"other than", "except", "bar", "excluding", "apart from", "number", "numbers", "income", "fees", "charges"}, it.Text) {
			return slices.ContainsFunc(c.items[i:], func(x *lex.Item) bool { return x.Class == language.IsSubject })
		}
	}
	return false
}

// countsSome reports whether a number says of how many of several something is said: "two of the five care homes underspent".
func (c *clause) countsSome() bool {
	return slices.ContainsFunc(c.qs, func(q *placed) bool {
		n := c.next(q.i)
		return !slices.ContainsFunc(c.items[:q.i], func(x *lex.Item) bool { return x.Class == language.IsSubject }) && q.Q.Unit == facts.Bare && q.Q.InWords && (c.is(n, language.IsSubject) && c.items[n].Thing.Kind == facts.Money || c.roleAt(n, "of") && c.is(c.next(n), language.IsQuantity))
	})
}
