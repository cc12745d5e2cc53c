package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
	"apr/regs/sentence"
)

// This file reads sentences whose subject has a name that people use loosely ("back in hospital",
// "off sick"), or that have words which narrow nothing in most such sentences. By them alone
// nothing is called wrong: a figure has to vouch for the reading.

// loose reports whether a name or a word of the sentence is understood only as people use it
// loosely.
func (s *statement) loose() bool {
	return language.AnyOf(s.items, func(x *lex.Item) bool { return x.Loose })
}

// doubtLoose takes back what a sentence with loose words contradicts where no figure vouches for
// what it is about: a wrong figure that is known as another of the same thing, or a right one
// beside it.
func (s *statement) doubtLoose() {
	if !s.loose() {
		return
	}
	scoped := s.opensScoped() || len(s.items) > 0 && s.items[0].Class == language.IsAside || language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Demoted && x.Class == language.IsUnknown || strings.HasPrefix(x.Text, "council")
	})
	for _, cl := range s.claims {
		if cl.Verdict == Contradicted && (scoped || s.unknownTo(cl) && !s.wellVouched(cl)) && cl.Measure != saysReference {
			cl.Unsure("the words before it may say that it is of some of those whom the data count")
			continue
		}
		if cl.Verdict == Contradicted && !s.plainSlip(cl) && (cl.Measure == saysValue || cl.Measure == saysShare || !s.vouchedFor(cl) && !s.saidPlainly(cl)) {
			cl.Unsure("it isn't clear that it is said of what the data have")
		}
	}
}

// unknownTo reports whether words before the figure of a claim aren't understood.
func (s *statement) unknownTo(cl *Claim) bool {
	unknown := false
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsQuantity && s.passage.Text.At(it.Start) == cl.At {
			return unknown
		}
		unknown = unknown || it.Class == language.IsUnknown
	}
	return false
}

// vouchedFor reports whether the sentence has a right figure of what a claim is about.
func (s *statement) vouchedFor(cl *Claim) bool {
	return slices.ContainsFunc(s.claims, func(o *Claim) bool {
		return o.Verdict == Confirmed && o.Subject == cl.Subject && o.Scope == cl.Scope && o.Scope == "area" && o.Measure == saysValue && s.digitsOf(o) > 1
	})
}

// saidPlainly reports whether a word, and no figure, carries a claim, and every word of the sentence is
// understood and none narrows it: what such a sentence confirms it has to contradict when it is turned
// round.
func (s *statement) saidPlainly(cl *Claim) bool {
	switch cl.Measure {
	case saysChange, saysComparison, saysExtreme, saysRun, saysTarget:
	default:
		return false
	}
	if cl.Quantity != nil || len(s.all) != 1 || s.looseScope() || s.asked {
		return false
	}
	return !language.AnyOf(s.items, func(x *lex.Item) bool {
		switch x.Class {
		case language.IsUnknown, language.IsMood, language.IsAside, language.IsNot:
			return true
		case language.IsQuantity:
			return !s.inTitle(x.Text) // "within 28 days"
		case language.IsBreak:
			return x.Word != "and"
		}
		return x.Demoted || slices.Contains([]string{"those", "them", "who", "whom", "whose"}, x.Text)
	})
}

// wellVouched reports whether the sentence has a right figure of three digits of what the size of a
// difference is about, which is then of that, too: "staff drew up 742 plans, 42 fewer than we aimed for".
func (s *statement) wellVouched(cl *Claim) bool {
	return (cl.Measure == saysTarget || cl.Measure == saysComparison) && slices.ContainsFunc(s.claims, func(o *Claim) bool {
		return o.Verdict == Confirmed && o.Subject == cl.Subject && o.Scope == cl.Scope && o.Measure == saysValue && s.digitsOf(o) > 2
	})
}

// plainSlip reports whether the cause of a contradiction shows that the figure is the thing's.
func (s *statement) plainSlip(cl *Claim) bool {
	switch {
	case cl.Measure == saysReference, cl.Slip == "definition", cl.Slip == "unit":
		return true
	case cl.Measure == saysRank:
		return !language.AnyOf(s.items, func(x *lex.Item) bool {
			return x.Class == language.IsArea && x.Area != facts.Own && x.Area != facts.Scotland
		})
	}
	if cl.Measure == saysValue && s.partsOf(cl) {
		return s.aloneAndPlain() && !s.looseScope()
	}
	return cl.Slip != "" && (s.digitsOf(cl) > 1 || cl.Slip == "other-year" && s.vouchedFor(cl)) || cl.Measure == saysValue && s.digitsOf(cl) > 2 && s.aloneAndPlain()
}

// partsOf reports whether a claim gives a fraction, such as "four in ten".
func (s *statement) partsOf(cl *Claim) bool {
	return language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsQuantity && x.Q.Fraction && s.passage.Text.At(x.Start) == cl.At
	})
}

// looseScope reports whether a loose word is behind one with which a scope begins.
func (s *statement) looseScope() bool {
	for i := range s.items {
		if s.items[i].Loose && s.items[i].Class != language.IsSubject && s.scopeAt(i) {
			return true
		}
	}
	return false
}

// aloneAndPlain reports whether the sentence has one figure and no word that isn't understood, so
// that a figure of three digits is hardly of some of those whom the data count.
func (s *statement) aloneAndPlain() bool {
	figures := 0
	for i := range s.items {
		switch s.items[i].Class {
		case language.IsUnknown, language.IsMood, language.IsNot:
			return false
		case language.IsQuantity:
			figures++
		}
	}
	return figures == 1
}

// digitsOf are the significant digits of the figure that carries a claim, 0 where none does.
func (s *statement) digitsOf(cl *Claim) int {
	for i := range s.items {
		if it := &s.items[i]; it.Class == language.IsQuantity && it.Q.Value != nil && it.Q.Ref == nil && s.passage.Text.At(it.Start) == cl.At {
			if it.Q.Den > 1 && it.Q.Step > 0 {
				return len(new(big.Rat).Mul(it.Q.Value, exact.Rat(it.Q.Den, it.Q.Step)).Num().String()) // "90.0%" has three
			}
			return exact.Significant(it.Q.Value)
		}
	}
	return 0
}

// opensScoped reports whether the sentence begins with words that may narrow what it says: "At one
// surgery", "In district nursing", "Of the nine services inspected". Places that the data have, years
// and what belongs to the subject's own title narrow nothing.
func (s *statement) opensScoped() bool {
	first := 0
	for first < len(s.items) && s.items[first].Class == language.IsPlain && !slices.Contains(openings, s.items[first].Text) {
		if s.items[first].Text != "only" && s.items[first].Text != "even" {
			return false
		}
		first++
	}
	if first == len(s.items) || s.items[first].Class != language.IsRole && !slices.Contains(openings, s.items[first].Text) {
		return false
	}
	for i := first + 1; i < len(s.items); i++ {
		switch it := &s.items[i]; {
		case it.Class == language.IsMark, it.Class == language.IsSubject:
			return false
		case it.Class == language.IsQuantity:
			return it.Q.Unit == facts.Bare && it.Q.Per == 0 && !it.Q.Fraction && (it.Q.InWords || i == first+1 && s.items[first].Role == "of") && !s.inTitle(it.Text)
		case it.Class == language.IsUnknown, it.Loose, it.Demoted, it.Class == language.IsBreak, it.Class == language.IsAside:
			return true
		}
	}
	return false
}

// openings are words with which a scope can begin.
var openings = []string{"in", "among", "amongst", "for", "of", "at", "from", "within", "across", "on", "during", "with", "before", "after", "outside"}

// inTitle reports whether a word belongs to what the sentence's only subject is called.
func (s *statement) inTitle(word string) bool {
	return s.only != nil && slices.Contains(facts.WordsOf(s.only.Definition), word)
}

// readLoosely reads a sentence of which nothing was read once more, and passes over the words that
// aren't understood, wherever they are. Only a figure of three digits, or of two behind one
// such word, is taken from it that is known
// as another one of the sentence's only subject: another year's, Scotland's, the plan's, or the right
// one with a slip of digits.
func (r *reader) readLoosely(s *sentence.Sentence) {
	st := r.one
	if len(st.claims) == 0 || slices.ContainsFunc(st.claims, func(cl *Claim) bool { return cl.Verdict != Unread || cl.Measure != saysSomething }) {
		return
	}
	if len(st.all) != 1 || st.settled() {
		return
	}
	first := slices.Clone(st.claims)
	*st = statement{reader: r, start: s.Start, end: s.End}
	st.items = r.lex(r.tokens(s))
	if !st.passLoosely() {
		st.claims = first
		return
	}
	st.read()
	second := st.claims
	st.claims = first
	for _, cl := range second {
		if cl.Verdict == Contradicted && (cl.Measure == saysValue || cl.Measure == saysShare) && cl.Slip != "" && (st.digitsOf(cl) > 2 || st.digitsOf(cl) == 2 && st.passed == 1) {
			st.claims = slices.DeleteFunc(st.claims, func(o *Claim) bool { return o.At == cl.At || o.Text == cl.Text })
			st.claims = append(st.claims, cl)
		}
	}
}

// passLoosely makes plain words of those that aren't understood, and reports whether the sentence
// can be read so: it gives one figure, plainly, and no other year or place.
func (s *statement) passLoosely() bool {
	if s.settled() {
		return false
	}
	figures, passed := 0, 0
	for i := range s.items {
		it := &s.items[i]
		switch it.Class {
		case language.IsQuantity:
			if it.Q.Ref != nil || it.Q.Fraction || it.Q.Value == nil {
				return false
			}
			if !(it.Q.InWords && s.items[i].Q.Unit == facts.Bare) {
				figures++
			}
		case language.IsPeriod:
			if it.Known && it.Year != s.facts.Year || !it.Known && (it.Entry.Year != 0 || it.Word == "ago" || it.Word == "over" || it.Word == "survey" || it.Word == "first") {
				return false
			}
		case language.IsArea:
			if it.Area != facts.Own && !facts.IsLocality(it.Area) {
				return false
			}
		case language.IsAside, language.IsBreak:
			switch it.Text {
			case "and", "or", "who", "which", "that":
			case "through", "given", "after", "before", "when":
				it.MakePlain()
				passed++
			default:
				return false
			}
		case language.IsUnknown:
			if figuresIn(it.Text) || i > 0 && s.capital(it) || slices.Contains(narrowingWords, it.Text) || slices.Contains(monthNames, it.Text) || it.PartOfYear() || s.countedBy(i) || s.scopeAt(i) {
				return false
			}
			it.Entry, it.Loose = language.Entry{Class: language.IsPlain, Word: it.Text}, true
			passed++
		}
	}
	s.passed = passed
	return passed > 0 && figures == 1 && !s.opensScoped()
}

// settled reports whether the sentence does more than give figures: it compares, denies, hopes.
func (s *statement) settled() bool {
	return language.AnyOf(s.items, func(x *lex.Item) bool {
		switch x.Class {
		case language.IsMove, language.IsStable, language.IsTimes, language.IsBeside, language.IsThan, language.IsVersus, language.IsExtreme, language.IsRank, language.IsRow, language.IsEach, language.IsNot, language.IsMood, language.IsMiddle, language.IsTogether, language.IsPace:
			return true
		case language.IsFace:
			return x.Face != facts.FaceSpend
		}
		return false
	})
}

// scopeAt reports whether the word at i is behind a word with which a scope begins: "at the cottage
// hospital".
func (s *statement) scopeAt(i int) bool {
	for i--; i >= 0 && s.items[i].Class == language.IsPlain; i-- {
		if slices.Contains([]string{"among", "within", "across", "amongst", "outside"}, s.items[i].Text) {
			return true
		}
	}
	return i >= 0 && s.items[i].Class == language.IsRole && (s.items[i].Role == "in" || s.items[i].Role == "from")
}

// countedBy reports whether the word at i says of what the figure before it is: "81.6 per cent of the
// rooms".
func (s *statement) countedBy(i int) bool {
	for i--; i >= 0; i-- {
		switch it := &s.items[i]; {
		case it.Class == language.IsQuantity:
			return true
		case it.Class != language.IsPlain && it.Role != "of":
			return false
		}
	}
	return false
}

// capital reports whether an item is written with a capital letter.
func (s *statement) capital(it *lex.Item) bool {
	return s.plain[it.Start] >= 'A' && s.plain[it.Start] <= 'Z'
}

// narrowingWords are words by which a figure is of some of those whom the data count, of another time or
// another source.
var narrowingWords = strings.Fields(`alone solely certain particular particularly own poll polls sample audit audits pilot trial project projects register
	ward wards practice surgery hospital unit units centre clinic clinics school schools prison street streets village villages town towns neighbourhood neighbourhoods estate estates islands island rural urban remote
	men women male males female females boys girls young younger youngest older oldest elderly ethnic minority deprived poorest richest disabled blind deaf homeless tenants prisoners veterans students pupils mothers fathers
	nurses nurse doctors doctor teachers drivers managers' consultants porters apprentices agency
	dementia autism autistic cancer stroke diabetes asthma hip frail frailty
	winter spring summer autumn christmas easter hogmanay weekend weekends friday saturday sunday monday tuesday wednesday thursday morning evening night nights month months monthly quarter quarterly week weekly daily
	ago earlier former formerly previously previous once originally initially original early late later start outset beginning peak height pandemic covid lockdown until till old past back history historic then used decade century
	instead rather wrongly mistaken supposed neighbour neighbours neighbouring elsewhere national england wales ireland britain uk europe average averaged
	right fair proper essential vital crucial imperative reasonable enough only complaints complaint referrals referral requests calls suggestions incidents first second third fourth half lists lasted longest`)
