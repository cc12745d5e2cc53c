package claims

import (
	"math/big"
	"slices"
	"strings"
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
func (s *statement) amountsNamed() (named []*Thing) {
	if s.locality != "" {
		return nil
	}
	services := anyOf(s.items, func(x *item) bool { return x.class == isSubject && x.thing.Group == "service" })
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isArea && it.area != own:
			return nil
		case it.class != isSubject:
		case services && it.thing.ID == "funding:set-aside": // which pays for them
		case services && it.thing.Group == "matter" && s.serviceCalled(it.text) != nil:
			named = append(named, s.serviceCalled(it.text))
		case it.thing.Kind != isMoney || it.thing.Group == "" || len(named) > 0 && it.thing.Group != named[0].Group:
			return nil
		case !slices.Contains(named, it.thing):
			named = append(named, it.thing)
		}
	}
	return named
}

// onlyVaried reads which amounts were the only ones over or under their budgets, or by more than an
// amount: "Prescribing was the only budget to be overspent by more than a million pounds".
func (s *statement) onlyVaried() {
	only := indexOf(s.items, func(x *item) bool { return x.text == "only" })
	but := len(s.items) > 3 && s.items[0].text == "no" && s.items[2].text == "but"
	if but {
		only = 0 // "No budget but prescribing …"
	}
	if only < 0 || !but && s.denies() || s.unsureMood() {
		return
	}
	named := s.amountsNamed()
	v, limit, noun := -1, (*item)(nil), ""
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isSubject, it.class == isMark && (it.word == "," || it.word == ":"), but && (i == 0 || i == 2):
		case it.class == isFace && it.face == variance && it.n != 0 && v < 0:
			v = i
		case it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil && it.q.value != nil && (it.q.hedge == over || it.q.hedge == atLeast) && limit == nil:
			limit = it
		case i == only+1 && slices.ContainsFunc([]string{"service", "matter", "partner", "care group"}, func(g string) bool { return slices.Contains(groupNouns[g], it.text) }):
			noun = it.text
		case it.class == isPlain && it.word != "gap" && !it.demoted, it.class == isBreak && it.word == "and", it.class == isRole && (it.role == "by" || it.role == "to"):
		case it.text == "over" || it.text == "under":
			if v >= 0 || limit == nil || i+1 < len(s.items) {
				return
			}
			v = i
		default:
			return
		}
	}
	last := len(s.items) - 1
	if len(named) == 0 || v < only || v != last && limit != &s.items[last] || noun == "" && s.items[only+1].class != isSubject || noun != "" && !slices.Contains(groupNouns[named[0].Group], noun) {
		return
	}
	sign := s.items[v].n
	switch s.items[v].text {
	case "over":
		sign = -1
	case "under":
		sign = 1
	}
	if limit == nil && slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.Measure == saysRank && cl.Verdict != Unread }) {
		return // its clause was read so
	}
	carrier := &s.items[only]
	w := way{year: s.facts.Year, truth: yes}
	var others []string
	for _, t := range s.facts.Things {
		if t.Group != named[0].Group || t.Kind != isMoney {
			continue
		}
		x, ok := s.facts.at(t, variance, own, s.facts.Year)
		if !ok {
			continue
		}
		is := x.Exact.Sign() == sign
		if limit != nil {
			c := new(big.Rat).Abs(x.Exact).Cmp(limit.q.value)
			is = is && (c > 0 || c == 0 && limit.q.hedge == atLeast)
		}
		if is == slices.Contains(named, t) {
			continue
		}
		w.truth = no
		if others = append(others, t.called()+" "+x.Display); len(others) < 4 {
			w.evidence = append(w.evidence, proof(x, s.facts.Year)...)
		}
	}
	w.expected = strings.Join(others[:min(len(others), 3)], ", ")
	cl := s.tellAt(saysRank, carrier, named[0], own, w)
	if cl.Comparator = "the only one"; cl.Verdict == Contradicted {
		cl.Message = "the text has " + named[0].called() + " among the only ones to be " + map[int]string{1: "underspent", -1: "overspent"}[sign] + " so; the account has " + w.expected
	}
}

// countVaried reads how many amounts went over or under by more than an amount: "Two budgets were overspent by more
// than a million pounds".
func (s *statement) countVaried() {
	if len(s.items) < 4 || s.lacks(isQuantity) || s.negated() || s.unsureMood() || s.locality != "" {
		return
	}
	n, sign, limit := (*item)(nil), 0, (*item)(nil)
	for i := range s.items {
		it := &s.items[i]
		switch {
		case i < 2 && it.text == "only":
		case it.class == isQuantity && it.q.unit == bare && n == nil && i < 2 && it.q.ref == nil && it.q.value != nil && it.q.value.IsInt() && !it.q.hedged && slices.Contains(groupNouns["service"], s.items[i+1].text):
			n = it
		case n != nil && sign == 0 && slices.Contains(groupNouns["service"], it.text):
		case it.class == isFace && it.face == variance && it.n != 0 && sign == 0:
			sign = it.n
		case it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil && it.q.value != nil && it.q.hedge == over && limit == nil && i == len(s.items)-1:
			limit = it
		case slices.Contains([]string{"were", "was", "have", "been", "had", "each"}, it.text), it.class == isRole && it.role == "by":
		default:
			return
		}
	}
	if n == nil || sign == 0 || limit == nil {
		return
	}
	w, count, first := way{year: s.facts.Year}, int64(0), (*Thing)(nil)
	for _, t := range s.facts.Things {
		v, ok := s.facts.at(t, variance, own, s.facts.Year)
		if t.Group != "service" || !ok || v.Exact.Sign() != sign || new(big.Rat).Abs(v.Exact).Cmp(limit.q.value) <= 0 {
			continue
		}
		if count++; first == nil {
			first = t
		}
		w.evidence = append(w.evidence, proof(v, s.facts.Year)...)
	}
	if first == nil {
		return
	}
	w.truth, w.expected = truthOf(n.q.in().has(rat(count, 1))), itoa(int(count))
	cl := s.tellAt(saysCount, n, first, own, w)
	if cl.Comparator = "how many"; cl.Verdict == Contradicted {
		cl.Message = "the text has " + asQuoted(s.textOf(n.start, n.end)) + " services; the account has " + w.expected
	}
}

// variedTogether reads the sum of the over- or underspends of several amounts: "Two budgets, prescribing
// and care at home, overshot by £2.8m between them".
func (s *statement) variedTogether() {
	named := s.amountsNamed()
	if len(named) < 2 || s.denies() || s.unsureMood() {
		return
	}
	sign, together, plural, q := 0, false, false, (*item)(nil)
	for i := range s.items {
		it := &s.items[i]
		side := (it.text == "over" || it.text == "under") && i > 0 && q == &s.items[i-1]
		switch {
		case it.class == isFace && it.face == variance && it.n != 0 && sign == 0:
			sign, plural = it.n, i == 0 && strings.HasSuffix(it.text, "spends")
		case it.text == "each" || it.text == "apiece" || it.text == "respectively":
			return
		case it.class == isExtreme && it.n > 0 && sign == 0 && i+1 < len(s.items) && (s.items[i+1].class == isFace && s.items[i+1].face == variance || s.items[i+1].text == "pressures"):
			together = true // "the two largest overspends, prescribing and care at home, added up to"
		case it.class == isRole && it.role == "of" && q != nil && i+1 < len(s.items) && s.items[i+1].class == isFace && s.items[i+1].face == variance:
		case it.text == "totalled" && plural:
			together = true
		case side && sign == 0:
			sign = map[string]int{"over": -1, "under": 1}[it.text]
		case it.class == isTogether:
			together = true
		case firstWord(it.text) == "add" && strings.HasSuffix(it.text, "up") && i+1 < len(s.items) && s.items[i+1].role == "to":
			together = true // "add up to"
		case it.class == isRole && it.role == "to" && (together || plural):
			together = true // "underspends in nursing and mental health came to £0.4m"
		case it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil && q == nil:
			q = it
		case it.class == isQuantity && it.q.unit == bare && it.q.value != nil && it.q.value.Cmp(rat(int64(len(named)), 1)) == 0 && (i < 4 || s.items[i+1].class == isExtreme), it.is(own):
		case it.class == isFace && it.face == plan && strings.HasPrefix(it.text, "budget"):
		case it.class == isPlain && !it.demoted, it.class == isSubject, it.class == isMark && it.word == ",", it.class == isBreak && it.word == "and", it.class == isRole && (it.role == "by" || it.text == "in" || it.text == "for"), s.now(it), it.class == isStatus && it.n == 0:
		default:
			return
		}
	}
	if sign == 0 || !together || q == nil || s.heldAt(q) {
		return
	}
	sum := s.facts.amount(named)
	v, ok := s.facts.at(sum, variance, own, s.facts.Year)
	if !ok {
		return
	}
	w := s.facts.level(sum, variance, own, s.facts.Year, q.q)
	if v.Exact.Sign() != sign {
		w.truth = no
	}
	cl := s.tellAt(saysVariance, q, sum, own, w)
	cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), pounds, "together"
}

// variedBeside reads an over- or underspend behind the amount that was spent, which says what it is of: "what was
// spent on them, £74.4m, was £3.0m more than budgeted".
func (s *statement) variedBeside() {
	if s.lacks(isQuantity) {
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
		case it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil && it.q.value != nil && !it.q.hedged:
			if spent && i+1 < len(s.items) && s.items[i+1].class == isFace && s.items[i+1].face == variance && s.items[i+1].n != 0 {
				if !s.heldAt(it) && (i+2 == len(s.items) || s.items[i+2].class == isMark) {
					s.holdVariedBeside(t, it, &s.items[i+1])
				}
				return
			}
			v, ok := s.facts.at(t, spend, own, s.facts.Year)
			spent = ok && significant(it.q.value) > 2 && fits(it.q.in(), v)
		case it.class == isPlain && !it.demoted, it.class == isMark && (it.word == "," || it.word == ";"), it.class == isBreak && it.word == "which":
		default:
			spent = false
		}
	}
}

// holdVariedBeside holds the amount by which something was over or under its budget.
func (s *statement) holdVariedBeside(t *Thing, size, word *item) {
	v, ok := s.facts.at(t, variance, own, s.facts.Year)
	if !ok {
		return
	}
	w := s.facts.level(t, variance, own, s.facts.Year, size.q)
	if v.Exact.Sign() != word.n {
		w.truth = no
	}
	cl := s.tellAt(saysVariance, size, t, own, w)
	cl.Quantity, cl.Unit, cl.Comparator = size.q.bounds(), pounds, word.text
}
