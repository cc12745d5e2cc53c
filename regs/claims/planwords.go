package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads on which side of its plan an amount was where the plan is put into words: "the outturn of £2.9m was
// slightly above what the board had planned to spend on carers".

// plannedWords are those of who planned what.
var plannedWords = []string{"what", "the", "that", "had", "been", "was", "we", "it", "they", "to", "for", "amount", "sum", "figure", "originally", "is"}

// besidePlanWords reads it where the sentence names one amount and nothing else that was compared.
func (s *statement) besidePlanWords() {
	if s.lacks(language.IsFace) && s.lexer.Cues&language.CuePlan == 0 || s.negated() || s.asked || s.locality != "" {
		return
	}
	at, sign := -1, 0
	for i := range s.items {
		it := &s.items[i]
		n := 0
		switch {
		case it.Class == language.IsBeside && !it.Judge && it.N != 0 && s.planBehind(i+1):
			n = it.N
		case it.Class == language.IsMove && it.Adj && !it.Judge && (it.Text == "more" || it.Text == "less" || it.Text == "higher" || it.Text == "lower") && s.itemIs(i+1, language.IsThan) && s.planBehind(i+2):
			n = it.N
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && (strings.Contains(it.Text, "budget") || strings.Contains(it.Text, "plan")) && !s.heldAt(it):
			n = -it.N
		case it.Class == language.IsHedge && strings.HasSuffix(it.Text, " than") && s.planBehind(i+1): // "slightly less than we had planned"
			if n = 1; strings.Contains(it.Text, "less than") {
				n = -1
			}
		case it.Class == language.IsUnknown && plannedByUs(it.Text):
			if n = 1; strings.HasPrefix(it.Text, "less") {
				n = -1
			}
		}
		if n != 0 && at >= 0 {
			return
		}
		if n != 0 {
			at, sign = i, n
		}
	}
	if at < 0 || s.itemIs(at-1, language.IsQuantity) {
		return
	}
	t := s.soleAmount()
	if t == nil && s.reader.money != nil && len(s.all) == 0 {
		t = s.reader.money
	}
	if t == nil || t.Kind != facts.Money || t.Group == "locality" {
		return
	}
	spent, given := false, false // it is said of what was spent, which is given
	for i := range s.items {
		it := &s.items[i]
		switch {
		case i == at:
		case it.Class == language.IsQuantity:
			v, ok := s.facts.At(t, facts.FaceSpend, facts.Own, s.facts.Year)
			if it.Q.Ref != nil && it.Q.Ref.Thing == t && it.Q.Ref.Face == facts.FaceSpend {
				spent, given = true, true
				continue
			}
			if i > at || it.Q.Ref != nil || !ok || it.Q.Unit != facts.Pounds || it.Q.Value == nil || !facts.Fits(it.Q.In(), v) {
				return
			}
			spent, given = true, true
		case it.Class == language.IsFace && it.Face == facts.FaceSpend:
			spent = true
		case it.Class == language.IsFace && (it.Face != facts.FacePlan || i < at), it.Class == language.IsUnknown && !it.Demoted && it.Text != "meant" && it.Text != "intended", it.Class == language.IsArea && it.Area != facts.Own, it.Class == language.IsMood, it.Class == language.IsMove, it.Class == language.IsBeside, it.Class == language.IsTimes, it.Class == language.IsExtreme, it.Class == language.IsAside, it.Class == language.IsBase, it.Class == language.IsEach, it.Class == language.IsRow,
			it.Class == language.IsPeriod && it.Known && (it.Calendar || it.Year != s.facts.Year), it.Class == language.IsPeriod && !it.Known && it.Entry.Year != 0, it.Class == language.IsPeriod && it.Word == "over", it.Class == language.IsVersus, it.Class == language.IsTogether, it.Class == language.IsMet, it.Ordinal > 0:
			return
		}
	}
	v, ok := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year)
	if !spent || !ok || s.items[at].Class == language.IsFace && !given || s.heldAt(&s.items[at]) {
		return
	}
	cl := s.tellAt(saysVariance, &s.items[at], t, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(v.Exact.Sign() == -sign), Expected: v.Display, Evidence: facts.Proof(v, s.facts.Year)})
	cl.Comparator = s.items[at].Text
	s.understood(0, len(s.items))
}

// plannedByUs reports whether words compare with what somebody had planned: "more than the board had budgeted".
func plannedByUs(words string) bool {
	return lex.PlanOfOurs(words) && (strings.Contains(words, "planned") || strings.Contains(words, "budgeted"))
}

// planBehind reports whether the words from item k on name the plan, as "what the board had planned to spend".
func (s *statement) planBehind(k int) bool {
	what := false
	for ; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.Class == language.IsFace && it.Face == facts.FacePlan:
			return what || strings.HasPrefix(it.Text, "planned") || it.Text == "budgeted"
		case slices.Contains(plannedWords, it.Text), it.Class == language.IsArea && it.Area == facts.Own, it.Class == language.IsSubject && it.Thing.ID == "total" && !spends(it.Text):
			what = what || it.Text == "what" || it.Text == "we" || it.Text == "it" || it.Class == language.IsSubject
		case (it.Text == "meant" || it.Text == "intended") && what:
			return true
		default:
			return false
		}
	}
	return false
}
