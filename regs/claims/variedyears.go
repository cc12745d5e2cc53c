package claims

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what is said of the over- and underspends of several years at once: "the board first overspent in
// 2022/23", "four years of overspending", "the smallest of the four in a row", "turned last year's overspend into an
// underspend".

// firstOfYears reads in which year something first went over or under its budget. It reports whether the clause says
// so.
func (c *clause) firstOfYears(t *facts.Thing, sign, v int, tm times) bool {
	if v < 1 || c.items[v-1].Text != "first" && !(c.items[v-1].Text == "a" && v > 1 && c.items[v-2].Text == "first") || tm.at == nil || c.not || len(c.qs) > 0 || tm.base != nil || tm.over > 0 {
		return false
	}
	year := c.resolve(t, facts.FaceVariance, tm.at)[0]
	at, ok := c.facts.At(t, facts.FaceVariance, facts.Own, year)
	if !ok {
		return true
	}
	w := facts.Way{Year: year, Truth: facts.TruthOf(at.Exact.Sign() == sign), Expected: at.Display + " in " + facts.YearName(year), Evidence: facts.Proof(at, year)}
	for y := c.facts.First; y < year; y++ {
		if o, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y); ok && o.Exact.Sign() == sign {
			w.Truth, w.Expected, w.Evidence = facts.No, o.Display+" in "+facts.YearName(y), facts.Proof(o, y)
			break
		}
	}
	cl := c.tell(saysExtreme, c.items[v], t, facts.Own, []facts.Way{w})
	cl.Comparator = "first"
	return true
}

// largerByPart holds the percentage or the fraction right before the comparative at m against how far two years' over-
// or underspends are from each other: "a quarter more than that of 2024/25".
func (c *clause) largerByPart(t *facts.Thing, m, at, base int, q *placed) {
	from, okFrom := c.facts.At(t, facts.FaceVariance, facts.Own, base)
	to, okTo := c.facts.At(t, facts.FaceVariance, facts.Own, at)
	if !okFrom || !okTo || from.Exact.Sign() == 0 {
		return
	}
	d := exact.PercentChange(new(big.Rat).Abs(from.Exact), new(big.Rat).Abs(to.Exact))
	if d == nil {
		return
	}
	truth := facts.TruthOf(d.Sign() == c.items[m].N && q.Q.In().Has(new(big.Rat).Abs(d)))
	if shown := exact.PercentChange(new(big.Rat).Abs(facts.InMillions(from.Exact)), new(big.Rat).Abs(facts.InMillions(to.Exact))); truth == facts.No && shown != nil && d.Sign() == c.items[m].N && q.Q.In().Has(shown.Abs(shown)) {
		truth = facts.Yes
	}
	q.used = true
	cl := c.tell(saysChange, q.Item, t, facts.Own, []facts.Way{{Truth: truth, Expected: facts.FromTo(from, to, base, at) + ", which is " + d.FloatString(0) + "% more", Year: at, Base: base, Evidence: append(facts.Proof(to, at), facts.Proof(from, base)...)}})
	cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), facts.Percent, c.items[m].Text
}

// variedYears reads for how many years there was an over- or underspend, which of those the last was, and what became
// of the one before, of the whole.
func (s *statement) variedYears() {
	total := s.total
	if total == nil || s.locality != "" || s.reader.money != nil || s.asked || len(s.all) > 0 {
		return
	}
	var faces []int
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 {
			faces = append(faces, i)
		} else if it.Class == language.IsArea && it.Area != facts.Own || it.Class == language.IsFace && it.Face != facts.FaceSpend {
			return
		}
	}
	if len(faces) == 1 {
		s.yearsOfVarying(total, faces[0])
	}
	switch {
	case s.negated() || s.unsureMood():
	case len(faces) == 1:
		s.extremeOfRow(total, faces[0])
		s.makesRow(total, faces[0])
		s.timesLastYears(total, faces[0])
	case len(faces) == 2:
		s.turnedInto(total, faces[0], faces[1])
	}
}

// yearsOfVarying reads "Four years of overspending" at the beginning of a sentence, where the overspend is at v.
func (s *statement) yearsOfVarying(t *facts.Thing, v int) {
	n, carrier := 0, 0
	for i := range v {
		switch it := &s.items[i]; {
		case it.Class == language.IsPeriod && it.Word == "over" && n == 0:
			n, carrier = it.Year, i
		case it.Class == language.IsQuantity && it.Q.IsWhole() && !it.Q.Hedged && it.Q.Ref == nil && n == 0 && i+1 < v && (s.items[i+1].Text == "years" || s.items[i+1].Text == "year"):
			n, carrier = int(it.Q.Value.Num().Int64()), i
		case it.Class == language.IsPlain && (n == 0 || it.Text == "years" || it.Text == "year"), it.Class == language.IsRole && it.Role == "of" && i == v-1 && n > 0, it.Class == language.IsMark && n == 0:
		default:
			return
		}
	}
	if n < 2 || n > 30 || v < 2 || s.items[v-1].Role != "of" || v+1 < len(s.items) && (s.items[v+1].Class == language.IsRole || s.items[v+1].Text == "on") || s.heldAt(&s.items[carrier]) || language.AnyOf(s.items[v+1:], func(x *lex.Item) bool { return x.Class == language.IsPeriod || x.Class == language.IsQuantity }) {
		return
	}
	w := s.facts.Spent(t, s.facts.Year, n, s.items[v].N)
	if w.Truth == facts.Yes && s.facts.Spent(t, s.facts.Year, n+1, s.items[v].N).Truth == facts.Yes {
		w.Truth = facts.Unknown
	}
	cl := s.tellAt(saysRun, &s.items[carrier], t, facts.Own, w)
	cl.Comparator = s.items[v].Text
}

// makesRow reads "That makes it five overspends in a row".
func (s *statement) makesRow(t *facts.Thing, v int) {
	makes := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Text == "makes" || x.Text == "made" })
	if makes < 0 || v < makes+2 || v+2 != len(s.items) || s.items[v+1].Class != language.IsRow || s.heldAt(&s.items[v-1]) {
		return
	}
	q := s.items[v-1].Q
	if s.items[v-1].Class != language.IsQuantity || !q.IsWhole() || q.Hedged || q.Ref != nil || language.AnyOf(s.items[:v-1], func(x *lex.Item) bool {
		return x.Class != language.IsPlain && !(x.Class == language.IsPeriod && x.Entry.Year == 0 && !x.Known)
	}) {
		return
	}
	n := int(q.Value.Num().Int64())
	if n < 2 || n > 30 {
		return
	}
	w := s.facts.Spent(t, s.facts.Year, n, s.items[v].N)
	if more := s.facts.Spent(t, s.facts.Year, n+1, s.items[v].N); w.Truth == facts.Yes && more.Truth == facts.Yes {
		w.Truth, w.Expected = facts.No, variedCalled(s.items[v].N)+" in each of the last "+itoa(n+1)+" years"
	}
	cl := s.tellAt(saysRun, &s.items[v-1], t, facts.Own, w)
	cl.Comparator = s.items[v].Text + " in a row"
}

// extremeOfRow reads "This year's overspend is the smallest of the four in a row".
func (s *statement) extremeOfRow(t *facts.Thing, v int) {
	e := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsExtreme })
	row := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsRow })
	last := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Text == "last" })
	if e < v || row < e && last < e || s.items[e].Judge || s.heldAt(&s.items[e]) {
		return
	}
	n := int64(0)
	for i := range s.items {
		it := &s.items[i]
		switch {
		case i < v && it.Class == language.IsPeriod && !it.Known && it.Entry.Year == 0, it.Class == language.IsPlain && it.Ordinal == 0, i == v, i == e, i == row, i < v && it.Is(facts.Own):
		case i > e && it.Class == language.IsRole && it.Role == "of", i < v && (it.Class == language.IsMark && it.Word == "," || it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds || it.Text == "at"):
		case i > e && it.Class == language.IsQuantity && it.Q.IsWhole() && n == 0:
			n = it.Q.Value.Num().Int64()
		default:
			return
		}
	}
	if n < 2 || n > 30 {
		return
	}
	year, sign := s.facts.Year, s.items[v].N
	w := s.facts.Spent(t, year, int(n), sign)
	now, ok := s.facts.At(t, facts.FaceVariance, facts.Own, year)
	if !ok {
		return
	}
	for y := year - 1; w.Truth == facts.Yes && y > year-int(n); y-- {
		o, _ := s.facts.At(t, facts.FaceVariance, facts.Own, y)
		if new(big.Rat).Abs(o.Exact).Cmp(new(big.Rat).Abs(now.Exact)) == s.items[e].N && !facts.SameShown(o, now) {
			w.Truth, w.Expected, w.Evidence = facts.No, now.Display+", and "+o.Display+" in "+facts.YearName(y), append(facts.Proof(now, year), facts.Proof(o, y)...)
		}
	}
	cl := s.tellAt(saysExtreme, &s.items[e], t, facts.Own, w)
	cl.Comparator = s.items[e].Text + " in a row"
}

// turnedInto reads "The board turned last year's overspend into an underspend", "moved from an overspend in 2024/25 to an
// underspend".
func (s *statement) turnedInto(t *facts.Thing, a, b int) {
	if s.items[a].N == s.items[b].N {
		return
	}
	turned, base, at := false, 0, s.facts.Year
	for i := range s.items {
		it := &s.items[i]
		switch {
		case i < b && (it.Text == "turned" || it.Text == "turning" || it.Text == "moved" || it.Text == "went" || it.Text == "swung" || it.Text == "moving"):
			turned = true
		case it.Class == language.IsPeriod && it.Known && !it.Calendar && i < b && base == 0:
			base = it.Year
		case it.Class == language.IsPeriod && it.Known && !it.Calendar && i > b:
			at = it.Year
		case it.Class == language.IsPeriod && !it.Known && it.Entry.Year == 1 && i < a && it.Word != "onyear":
			base = s.facts.Year - 1
		case it.Text == "position", it.Text == "before" && it.Class == language.IsAside:
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds, i == a, i == b, it.Is(facts.Own), it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsMark && it.Word == ",", it.Class == language.IsSubject && it.Thing == t:
		case it.Class == language.IsPeriod && !it.Known && it.Entry.Year == 0 && it.Word != "over", it.Class == language.IsRole && slices.Contains([]string{"from", "to", "of", "in"}, it.Role):
		default:
			return
		}
	}
	if base == 0 {
		base = at - 1
	}
	from, okFrom := s.facts.At(t, facts.FaceVariance, facts.Own, base)
	to, okTo := s.facts.At(t, facts.FaceVariance, facts.Own, at)
	if !turned || !okFrom || !okTo || base >= at {
		return
	}
	hold := func(i int, v facts.Value, y int) {
		if s.heldAt(&s.items[i]) {
			return
		}
		cl := s.tellAt(saysVariance, &s.items[i], t, facts.Own, facts.Way{Year: y, Truth: facts.TruthOf(v.Exact.Sign() == s.items[i].N), Expected: v.Display, Evidence: facts.Proof(v, y)})
		cl.Comparator = s.items[i].Text
	}
	hold(a, from, base)
	hold(b, to, at)
}

// partBefore reports whether a percentage or a fraction is right before item i: "a quarter more than".
func (c *clause) partBefore(i int) bool {
	return c.is(i-1, language.IsQuantity) && c.items[i-1].Q.Unit == facts.Percent && c.items[i-1].Q.Ref == nil
}

// variedBetween reads which way an over- or underspend went between two years that are named: "came down between 2024/25 and
// 2025/26". It reports whether the clause says so.
func (c *clause) variedBetween(t *facts.Thing, tm times, sign, m int) bool {
	if tm.at == nil || tm.base == nil || !slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsRole && x.Role == "between" }) || c.has(language.IsRow, language.IsEach, language.IsPace) >= 0 {
		return false
	}
	at, base := c.resolve(t, facts.FaceVariance, tm.at)[0], c.resolve(t, facts.FaceVariance, tm.base)[0]
	from, okFrom := c.facts.At(t, facts.FaceVariance, facts.Own, base)
	to, okTo := c.facts.At(t, facts.FaceVariance, facts.Own, at)
	if base >= at || !okFrom || !okTo || from.Exact.Sign() != sign || to.Exact.Sign() != sign {
		return true // it isn't read
	}
	d := new(big.Rat).Abs(to.Exact).Cmp(new(big.Rat).Abs(from.Exact))
	cl := c.tell(saysChange, c.items[m], t, facts.Own, []facts.Way{{Truth: facts.TruthOf(d == c.items[m].N), Expected: facts.FromTo(from, to, base, at), Evidence: append(facts.Proof(to, at), facts.Proof(from, base)...), Year: at, Base: base}})
	cl.Comparator = c.items[m].Text
	c.ofVaried(cl, t, sign, c.items[m])
	return true
}

// timesLastYears reads how many times as large this year's over- or underspend is, where that of the year before is named
// first: "Last year's overspend was £0.7m; this year's is four times as large".
func (s *statement) timesLastYears(t *facts.Thing, v int) {
	if v == 0 || s.items[v-1].Class != language.IsPeriod || s.items[v-1].Entry.Year != 1 && !(s.items[v-1].Known && !s.items[v-1].Calendar) {
		return
	}
	base, at := s.facts.Year-1, s.facts.Year
	if s.items[v-1].Known {
		base = s.items[v-1].Year
	}
	this := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Text == "this year's" })
	if this < v || s.items[this-1].Class != language.IsMark && s.items[this-1].Class != language.IsBreak {
		return
	}
	c := &clause{statement: s}
	m := -1
	for i := this; i < len(s.items); i++ {
		it := &s.items[i]
		switch {
		case i == this, it.Class == language.IsPlain, it.Class == language.IsHedge:
		case it.Class == language.IsTimes && m < 0:
			m = len(c.items)
		default:
			return
		}
		c.items = append(c.items, it)
	}
	if m < 0 || s.heldAt(c.items[m]) {
		return
	}
	from, okFrom := s.facts.At(t, facts.FaceVariance, facts.Own, base)
	to, okTo := s.facts.At(t, facts.FaceVariance, facts.Own, at)
	if !okFrom || !okTo || from.Exact.Sign() != s.items[v].N || to.Exact.Sign() != s.items[v].N {
		return
	}
	cl := s.tellAt(saysChange, c.items[m], t, facts.Own, facts.Way{Year: at, Base: base, Truth: facts.TruthOf(facts.TimesHeld(from.Exact, to.Exact, c.items[m].N, c.hedgeBefore(m))), Expected: facts.FromTo(from, to, base, at), Evidence: append(facts.Proof(to, at), facts.Proof(from, base)...)})
	cl.Comparator = c.items[m].Text
}
