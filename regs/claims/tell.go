package claims

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"apr/internal/source"
)

// tell records a claim that an item of the clause carries, by what its readings
// came to: one that is true confirms it, and it is contradicted only where each
// is false.
func (c *clause) tell(m Measure, it *item, t *Thing, area string, ways []way) *Claim {
	start, end := c.words()
	start, end = min(start, it.start), max(end, it.end)
	cl := &Claim{
		Text: c.textOf(start, end), Position: c.passage.Text.At(start), End: c.passage.Text.At(end), At: c.passage.Text.At(it.start), AtEnd: c.passage.Text.At(it.end),
		Name: c.name, Subject: t.ID, Scope: scopeName(area), Measure: m, Comparator: it.text, Mood: "asserted", Verdict: Unread,
		Reason: "the data have no figure for it",
	}
	if it.q == nil || it.q.ref == nil {
		cl.Words = c.textOf(it.start, it.end)
	}
	c.got = true
	against := 0
	var first *way
	for i := range ways {
		w := &ways[i]
		switch w.truth {
		case yes:
			cl.Verdict, cl.Reason = Confirmed, ""
			first = w
		case no:
			against++
			if first == nil {
				first = w
			}
		}
		if cl.Verdict == Confirmed {
			break
		}
	}
	if cl.Verdict != Confirmed && against > 0 && against < len(ways) {
		cl.Reason = "it isn't clear which year or place is meant"
	}
	if cl.Verdict != Confirmed && against > 0 && against == len(ways) {
		cl.Verdict, cl.Reason = Contradicted, ""
	}
	if first != nil {
		cl.Expected, cl.Evidence = first.expected, first.evidence
		if first.year != 0 {
			cl.Period = yearName(first.year)
		}
		if first.base != 0 {
			cl.Base = yearName(first.base)
		}
	}
	if cl.Verdict == Contradicted {
		cl.Message = c.message(m, it, t, area, first)
		cl.Hint = hintOf(m, t, area, first)
	}
	c.claims = append(c.claims, cl)
	c.told = append(c.told, told{cl, it, t, area})
	return cl
}

func scopeName(area string) string {
	switch {
	case area == own:
		return "area"
	case strings.HasPrefix(area, "locality:"):
		return area[len("locality:"):]
	}
	return area
}

// ofPlace is "Scotland's " and the like before a thing.
func (c *clause) ofPlace(area string) string {
	switch {
	case area == own:
		return ""
	case area == family:
		return "the family's average of "
	}
	return "the figure of " + c.facts.place(area) + " for "
}

// message says what is wrong.
func (c *clause) message(m Measure, it *item, t *Thing, area string, w *way) string {
	said := c.textOf(it.start, it.end)
	data := "the data have "
	if t.Kind == isMoney {
		data = "the account has "
	}
	switch m {
	case saysValue, saysShare, saysCount:
		if t.Kind == isCount {
			return fmt.Sprintf("the text has %s %s; the report lists %s", said, t.Title, w.expected)
		}
		what := t.called()
		if m == saysShare {
			what = "the share of " + what
		}
		return fmt.Sprintf("the text gives %s%s as %s; %s%s in %s", c.ofPlace(area), what, said, data, w.expected, yearName(w.year))
	case saysVariance:
		return fmt.Sprintf("the text says of %s %q; the account has %s in %s", t.called(), said, w.expected, yearName(w.year))
	case saysTarget:
		return fmt.Sprintf("the text says of %s %q; the data have %s", t.called(), said, w.expected)
	case saysReference:
		return "the reference is of " + w.expected
	}
	return fmt.Sprintf("the text says of %s%s %q; %s%s", c.ofPlace(area), t.called(), said, data, w.expected)
}

// hintOf says what to write.
func hintOf(m Measure, t *Thing, area string, w *way) string {
	if m != saysValue && m != saysShare {
		return "correct the words, or say which figures are compared"
	}
	name := "value"
	switch {
	case t.ID == "sum" || t.Kind == isPeople:
		return "correct the figure"
	case t.Kind == isMoney && m == saysShare:
		name = "proportion"
	case t.Kind == isMoney:
		name = "spend"
	case t.Kind == isMeasure:
		name = "measure"
	case area == scotland:
		name = "scotland"
	case area != own:
		return "correct the figure"
	}
	if w != nil && w.year != 0 && t.Kind == isIndicator {
		return fmt.Sprintf("write {{ %s %q %q }} in place of the figure", name, codeOf(t), yearName(w.year))
	}
	return fmt.Sprintf("write {{ %s %q }} in place of the figure", name, codeOf(t))
}

// unread counts what a clause says and that wasn't held against anything.
func (c *clause) unread(reason string) {
	if c.got || !c.speaks() {
		return
	}
	start, end := c.words()
	cl := &Claim{Text: c.textOf(start, end), Position: c.passage.Text.At(start), End: c.passage.Text.At(end), At: c.passage.Text.At(start),
		Name: c.name, Mood: "asserted", Verdict: Unread, Reason: reason, Comparator: ""}
	if c.mood != "" {
		cl.Mood = c.mood
	}
	if t, _ := c.about(); t != nil {
		cl.Subject, cl.Scope = t.ID, "area"
	}
	c.got = true
	c.claims = append(c.claims, cl)
}

// speaks reports whether a clause says something that figures could bear out: a
// figure with a unit, or a word of comparison about a thing.
func (c *clause) speaks() bool {
	about := len(c.subjects) > 0 || c.statement.subject != nil
	for i := range c.items {
		switch it := c.items[i]; it.class {
		case isQuantity:
			if it.q.unit != bare || it.q.per != 0 || it.q.ref != nil || about || it.q.value != nil && it.q.value.Cmp(rat(10, 1)) > 0 {
				return true
			}
		case isMove, isTimes, isStable, isBeside, isExtreme:
			if about && (!it.adj || c.has(isThan, isPeriod) >= 0) {
				return true
			}
		}
	}
	return false
}

// leftover counts what the clause says in addition to the claims that were read.
func (c *clause) leftover() {
	reason := "the words aren't understood"
	if c.unknown != "" {
		reason = fmt.Sprintf("%q isn't understood", c.unknown)
	} else if c.got || c.allTold() {
		return
	}
	c.unread(reason)
}

// allTold reports whether each figure and each word of direction of the clause is
// in a claim that was read.
func (c *clause) allTold() bool {
	if len(c.told) == 0 {
		return false
	}
	changed := slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.ref != nil && q.q.ref.face == "change" })
	for _, q := range c.qs {
		if !q.used {
			return false
		}
	}
	for _, it := range c.items {
		switch it.class {
		case isMove, isTimes, isStable, isBeside, isExtreme:
			if !it.adj && !changed && !slices.ContainsFunc(c.told, func(t told) bool { return t.item == it }) {
				return false
			}
		}
	}
	return true
}

// slipOfLevel finds the likely cause of a wrong figure, and says so.
func (c *clause) slipOfLevel(cl *Claim, t *Thing, face Face, area string, q *quantity, ways []way) {
	if cl.Verdict != Contradicted || q.value == nil {
		return
	}
	said := strings.TrimSpace(cl.said(c))
	year := c.facts.Year
	if len(ways) > 0 {
		year = ways[0].year
	}
	add := func(slip, sentence string) {
		cl.Slip = slip
		cl.Message += "; " + sentence
	}
	for y := c.facts.Year; y >= c.facts.First; y-- {
		if v, ok := c.facts.at(t, face, area, y); ok && y != year && fits(q.in(), v) && !q.fraction {
			add("other-year", fmt.Sprintf("%s is %s's figure", said, yearName(y)))
			cl.Evidence = append(cl.Evidence, proof(v, y)...)
			return
		}
	}
	v, ok := c.facts.at(t, face, area, year)
	if area == own {
		if s, found := c.facts.at(t, face, scotland, year); found && fits(q.in(), s) {
			add("scotland", fmt.Sprintf("%s is Scotland's figure", said))
			return
		}
	} else if o, found := c.facts.at(t, face, own, year); found && fits(q.in(), o) {
		add("other-area", fmt.Sprintf("%s is %s's figure", said, c.facts.Authority))
		return
	}
	for _, o := range c.facts.Things {
		if o == t || o.Group != t.Group || o.Unit != t.Unit || t.Group == "" || q.fraction || q.hedged {
			continue
		}
		if ov, found := c.facts.at(o, face, area, year); found && fits(q.in(), ov) {
			add("other-thing", fmt.Sprintf("%s is the figure of %s", said, o.called()))
			return
		}
	}
	if t.Kind == isMoney && face != plan {
		if p, found := c.facts.at(t, plan, area, year); found && face == spend && fits(q.in(), p) {
			add("plan", fmt.Sprintf("%s was planned", said))
			return
		}
	}
	if differ := slippedDigits(q.value, v); ok && differ == 1 {
		add("digits", "one digit differs")
	} else if ok && differ > 1 {
		add("digits", "the digits are in another order")
	}
}

// said is the figure as the text has it.
func (cl *Claim) said(c *clause) string {
	for i := range c.items {
		if it := c.items[i]; it.class == isQuantity && c.passage.Text.At(it.start) == cl.At {
			return c.textOf(it.start, it.end)
		}
	}
	return "it"
}

// slippedDigits is how many digits of a figure differ from those of the data: 1,
// or more where they are the same digits in another order; 0 where it isn't a slip
// of digits.
func slippedDigits(said *big.Rat, v Value) int {
	clean := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s)
	}
	want := clean(v.Display)
	got := clean(decimal(said))
	if strings.HasSuffix(v.Display, "m") && len(got) > len(want) {
		got = strings.TrimRight(got, "0")
	}
	if len(got) < len(want) {
		got += strings.Repeat("0", len(want)-len(got))
	}
	if len(got) != len(want) || got == want || len(want) < 3 {
		return 0
	}
	differ := 0
	for i := range got {
		if got[i] != want[i] {
			differ++
		}
	}
	a, b := []byte(got), []byte(want)
	slices.Sort(a)
	slices.Sort(b)
	if differ == 1 || string(a) == string(b) {
		return differ
	}
	return 0
}

// slipOfDelta finds the likely cause of a wrong change.
func (c *clause) slipOfDelta(cl *Claim, t *Thing, face Face, area string, sign int, q *quantity, ways []way) {
	if cl.Verdict != Contradicted || len(ways) == 0 {
		return
	}
	w := ways[0]
	from, to, ok := c.facts.pair(t, face, area, w.base, w.year)
	if !ok {
		return
	}
	holds := func(q *quantity) bool { return slices.ContainsFunc(differences(from, to, t.Unit, q), q.in().has) }
	d := to.Exact.Cmp(from.Exact)
	other := *q
	switch q.unit {
	case percent:
		other.unit = points
	case points:
		other.unit = percent
	}
	switch {
	case holds(q) && d != sign:
		cl.Slip = "other-way"
		cl.Message += "; the size is right and the direction isn't"
	case other.unit != q.unit && d == sign && holds(&other):
		cl.Slip = "points"
		cl.Message += "; percent and percentage points are taken for each other"
	default:
		for y := c.facts.First; y < w.year; y++ {
			if f, ok := c.facts.at(t, face, area, y); ok && y != w.base && t.comparable(y, w.year) &&
				slices.ContainsFunc(differences(f, to, t.Unit, q), q.in().has) && to.Exact.Cmp(f.Exact) == sign {
				cl.Slip = "other-year"
				cl.Message += "; it is the change since " + yearName(y)
				return
			}
		}
		if d != sign && sign != 0 {
			cl.Slip = "other-way"
		}
	}
}

// slipOfMove calls a direction that the data contradict clearly likely.
func (c *clause) slipOfMove(cl *Claim, t *Thing, sign int) {
	if cl.Verdict == Contradicted {
		cl.Slip = "other-way"
	}
}

// slipOfVariance finds the likely cause of a wrong over- or underspend.
func (c *clause) slipOfVariance(cl *Claim, t *Thing, year, sign int, q *quantity) {
	if cl.Verdict != Contradicted {
		return
	}
	if v, ok := c.facts.at(t, variance, own, year); ok {
		size := Value{Exact: new(big.Rat).Abs(v.Exact)}
		switch {
		case fits(q.in(), size):
			cl.Slip = "other-way"
			cl.Message += "; the size is right and the sign isn't"
			return
		case slippedDigits(q.value, v) > 0:
			cl.Slip = "digits"
			return
		}
	}
	for _, o := range c.facts.Things {
		if v, ok := c.facts.at(o, variance, own, year); ok && o != t && (o.Group == t.Group || t.Group == "") && fits(q.in(), Value{Exact: new(big.Rat).Abs(v.Exact)}) && v.Exact.Sign() == sign {
			cl.Slip = "other-thing"
			cl.Message += "; it is that of " + o.called()
			return
		}
	}
	for y := c.facts.First; y <= c.facts.Year; y++ {
		if v, ok := c.facts.at(t, variance, own, y); ok && y != year && fits(q.in(), Value{Exact: new(big.Rat).Abs(v.Exact)}) && v.Exact.Sign() == sign {
			cl.Slip = "other-year"
			cl.Message += "; it is that of " + yearName(y)
			return
		}
	}
}

// related is a place with what it is.
func related(at source.Position, message string) []source.Related {
	if at.IsZero() {
		return nil
	}
	return []source.Related{{Position: at, Message: message}}
}
