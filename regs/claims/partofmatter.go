package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what part of a matter one of its services is, in a text about the matter or where the sentence
// names both: "short breaks were the larger part of it, at 56p in every pound", "care at home makes up a third
// of the spending on other social care".

// matterWords are what the money of a text about a matter is called in it.
var matterWords = []string{"matter", "heading", "here"}

// ofMatter reports whether a share in a text about a matter, or one of "it", may be of that and not of all money.
func (c *clause) ofMatter(t *facts.Thing) bool {
	s := c.statement
	if s.matterShared() {
		return true
	}
	if s.reader.money == nil || t == s.reader.money && !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Thing == t && s.serviceCalled(x.Text) != nil }) {
		return s.saysOfIt()
	}
	return !s.saysAllMoney()
}

// matterShared reports whether the sentence gives the share of an amount of a matter: "carers' support makes up two
// fifths of the spending on support for carers".
func (s *statement) matterShared() bool {
	for q := range s.items {
		if s.items[q].Class != language.IsQuantity || s.items[q].Q.Unit != facts.Percent || s.text(q+1) != "of" && !s.itemIs(q+1, language.IsBase) {
			continue
		}
		for i := q + 2; i < len(s.items); i++ {
			if t := s.items[i].Thing; t != nil && t.Group == "matter" && s.matterBehind(q, i) {
				return language.AnyOf(s.items[:q], func(x *lex.Item) bool { return x.Thing != nil && x.Thing.Kind == facts.Money && x.Thing.Group != "" })
			}
		}
	}
	return false
}

// saysOfIt reports whether a share is of "it" or "this matter", whatever that is.
func (s *statement) saysOfIt() bool {
	for i := range s.items {
		switch s.items[i].Text {
		case "it":
			if s.text(i-1) == "of" && !s.itemIs(i-2, language.IsBase) {
				return true
			}
		case "matter", "heading":
			if before := s.text(i - 1); before == "this" || before == "that" || before == "the" && s.text(i-2) == "of" {
				return true
			}
		}
	}
	return false
}

// saysAllMoney reports whether the sentence says plainly that a share is of all the board's money.
func (s *statement) saysAllMoney() bool {
	return language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsBase && x.Text != "of the total" && !strings.Contains(x.Text, "pound") && !strings.HasSuffix(x.Text, "what was spent") && !strings.HasSuffix(x.Text, "of the amount spent") && x.Text != "of the money" &&
			x.Text != "of the money spent" && x.Text != "of the spending" && x.Text != "of the spend"
	})
}

// partOfMatter reads the share.
func (s *statement) partOfMatter() {
	text := s.reader.money
	if !s.writes || s.negated() || s.unsureMood() || s.locality != "" {
		return
	}
	var part *lex.Item
	var amounts []*lex.Item // those of the part and of the whole
	var t, whole *facts.Thing
	sure, of := false, false // it is of the matter alone; an "of" that belongs to the share is read
	at := -1
	for i := range s.items {
		it := &s.items[i]
		thing := it.Thing
		if thing != nil && (thing.Kind != facts.Money || it.Class != language.IsSubject && !it.Demoted) {
			thing = nil
		}
		switch {
		case it.Class == language.IsQuantity:
			switch q := it.Q; {
			case q.Ref != nil || q.Value == nil || q.Per != 0:
				return
			case q.Unit == facts.Percent && part == nil:
				part, at = it, i
			case q.Unit == facts.Pounds && len(amounts) < 2:
				amounts = append(amounts, it)
			default:
				return
			}
		case thing != nil && thing.ID == "total":
			if it.Text != "total" && it.Text != "the total" {
				return
			}
		case thing != nil:
			named := thing
			if o := s.serviceCalled(it.Text); o != nil && (named.Group == "matter" || named.Group == "service") {
				named = o
			}
			switch {
			case named == text && named != nil && t != text, part != nil && s.matterBehind(at, i) && whole == nil && named.Group == "matter" && strings.Contains(it.Text, " "):
				whole, of = named, true
			case t != nil && t != named, named.Group != "service":
				return
			default:
				t = named
			}
		case it.Class == language.IsSubject, it.Class == language.IsMove && !it.Adj, it.Class == language.IsMove && !slices.Contains([]string{"larger", "smaller", "bigger", "greater", "lesser"}, it.Text), it.Class == language.IsArea && it.Area != facts.Own, it.Class == language.IsPeriod && it.Known && (it.Calendar || it.Year != s.facts.Year),
			it.Class == language.IsPeriod && !it.Known && it.Entry.Year != 0, it.Class == language.IsPeriod && it.Word == "over", it.Class == language.IsFace && it.Face != facts.FaceSpend, it.Class == language.IsUnknown && !it.Demoted, it.Class == language.IsLives, it.Class == language.IsExtreme, it.Class == language.IsTimes, it.Class == language.IsThan, it.Class == language.IsVersus,
			it.Class == language.IsBeside && it.N != 0, it.Class == language.IsTogether, it.Class == language.IsRank, it.Class == language.IsRow, it.Class == language.IsEach, it.Class == language.IsAside, it.Class == language.IsMet, it.Class == language.IsStable, it.Class == language.IsBreak && it.Word != "and" && it.Word != "which" && !strings.HasPrefix(it.Text, "or"), it.Ordinal > 0:
			return
		case it.Text == "on" && at >= 0 && s.namesNoAmount(i+1), it.Text == "people", it.Text == "staff", it.Text == "posts", it.Text == "overspend", it.Text == "savings":
			return
		}
		sure = sure || slices.Contains(matterWords, it.Text) && text != nil || it.Text == "it" && s.text(i-1) == "of" && text != nil && s.text(i-2) != "more"
	}
	if part == nil || t == nil || s.heldAt(part) {
		return
	}
	if !of {
		whole = text
	}
	if whole == nil || whole == t || whole.Group != "matter" || !of && !sure && s.saysAllMoney() {
		return
	}
	y := s.facts.Year
	a, okA := s.facts.At(t, facts.FaceSpend, facts.Own, y)
	b, okB := s.facts.At(whole, facts.FaceSpend, facts.Own, y)
	if !okA || !okB || b.Exact.Sign() <= 0 || a.Exact.Cmp(b.Exact) > 0 || slices.ContainsFunc(amounts, func(x *lex.Item) bool { return !facts.Fits(x.Q.In(), a) && !facts.Fits(x.Q.In(), b) }) {
		return
	}
	p := new(big.Rat).Quo(a.Exact, b.Exact)
	p.Mul(p, exact.Rat(100, 1))
	ways := []facts.Way{{Year: y, Truth: facts.TruthOf(facts.Fits(part.Q.In(), facts.Value{Exact: p, Shown: facts.ShownPercent(p)})), Expected: a.Display + " of " + b.Display + ", or " + p.FloatString(1) + "%,", Evidence: append(facts.Proof(a, y), facts.Proof(b, y)...)}}
	if !of && !sure {
		ways = append(ways, s.facts.Level(t, facts.FaceShare, facts.Own, y, part.Q), s.facts.OfAll(t, y, part.Q))
	}
	cl := s.tellAt(saysShare, part, t, facts.Own, ways...)
	cl.Quantity, cl.Unit = part.Q.Bounds(), facts.Percent
}

// namesNoAmount reports whether the words from item k on, behind "on", name what isn't an amount that the data have.
func (s *statement) namesNoAmount(k int) bool {
	for ; s.text(k) == "the" || s.text(k) == "our"; k++ {
	}
	return k < len(s.items) && !(s.items[k].Thing != nil && s.items[k].Thing.Kind == facts.Money)
}

// matterBehind reports whether the amount that item i names is what the share at item q is of: "a third of the spending on".
func (s *statement) matterBehind(q, i int) bool {
	if i <= q+1 || s.text(q+1) != "of" && !s.itemIs(q+1, language.IsBase) {
		return false
	}
	for k := q + 2; k < i; k++ {
		switch it := &s.items[k]; {
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds: // "of the £57.1m spent on"
		case it.Class == language.IsFace && it.Face == facts.FaceSpend, it.Text == "the", it.Text == "all", it.Text == "our", it.Text == "on", it.Text == "for", it.Text == "money", it.Text == "cost", it.Text == "bill", it.Text == "spent", it.Text == "spending":
		default:
			return false
		}
	}
	return true
}
