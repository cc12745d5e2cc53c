package claims

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// strategicPlan reads which years the strategic plan is for and how many priorities it has: "our plan runs
// from 2023 to 2026 and has four priorities".
func (s *statement) strategicPlan() {
	if s.facts.Plan.Priorities == 0 && s.facts.Plan.First == 0 || s.negated() || s.unsureMood() {
		return
	}
	title := s.endOfPlanTitle()
	if title < 0 && s.lacks(language.IsFace) {
		return
	}
	for i := range s.items {
		if i != title && !s.namesStrategicPlan(i) {
			continue
		}
		if !s.yearsOfPlan(i) {
			s.prioritiesOfPlan(i)
		}
	}
}

// endOfPlanTitle is the last item of the plan's title, or the comma behind it where it is put in between commas; -1 where the
// sentence doesn't name the plan so.
func (s *statement) endOfPlanTitle() int {
	title := s.facts.Plan.Title
	if len(title) < 2 {
		return -1
	}
	for i := range s.items {
		if !strings.HasPrefix(s.items[i].Text, title[0]) {
			continue
		}
		k, n := i, 0
		for words := []string(nil); n < len(title) && k < len(s.items); k++ {
			if words = strings.Fields(s.items[k].Text); len(words) == 0 || n+len(words) > len(title) || !slices.Equal(words, title[n:n+len(words)]) {
				break
			}
			n += len(words)
		}
		if n < len(title) || i > 0 && s.items[i-1].Class != language.IsMark && s.items[i-1].Class != language.IsBreak {
			continue
		}
		if s.text(i-1) == "," && s.text(k) == "," {
			k++
		}
		return k - 1
	}
	return -1
}

// namesStrategicPlan reports whether item i is the strategic plan itself, and no other plan or former one.
func (s *statement) namesStrategicPlan(i int) bool {
	it := &s.items[i]
	if it.Class != language.IsFace || it.Face != facts.FacePlan || s.text(i+1) == "before" {
		return false
	}
	switch it.Text {
	case "our plan", "the plan":
		return true
	case "plan":
		own := func(k int) bool { return s.text(k) == "our" || s.text(k) == "the" || s.text(k) == "this" }
		return own(i-1) || s.text(i-1) == "strategic" && own(i-2)
	}
	return false
}

// planVerbs say of the plan which years it is for, and betweenPlan stands between it and its years.
var (
	planVerbs   = []string{"runs", "running", "covers", "covering", "spans", "lasts"}
	betweenPlan = []string{"from", "for", "(", "is", "the", "years", "period", "the years", "the period"}
)

// yearsOfPlan holds the two years that are said right behind the plan. It reports whether these name
// another plan: "the strategic plan for 2019 to 2022".
func (s *statement) yearsOfPlan(i int) (another bool) {
	k, says := i+1, false
	for k < len(s.items) && k < i+5 && slices.Contains(slices.Concat(planVerbs, betweenPlan), s.text(k)) {
		says = says || slices.Contains(planVerbs, s.text(k))
		k++
	}
	if k == i+1 || !s.itemIs(k, language.IsPeriod) || !s.itemIs(k+2, language.IsPeriod) || !slices.Contains([]string{"to", "until", "and", "-"}, s.text(k+1)) {
		return false
	}
	first, last, plan := &s.items[k], &s.items[k+2], s.facts.Plan
	if plan.First == 0 || !first.Known || !last.Known || first.Calendar != last.Calendar {
		return false
	}
	ends := plan.Last
	if !last.Calendar {
		ends-- // from 2023/24 to 2025/26, rather than from 2023 to 2026
	}
	expected := fmt.Sprintf("%d to %d", plan.First, plan.Last)
	t := &facts.Thing{ID: "plan", Kind: facts.Count, Title: "the strategic plan"}
	right := first.Year == plan.First && last.Year == ends
	if !right && !says {
		return true
	}
	cl := s.tellAt(saysCount, last, t, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(right), Expected: expected})
	if cl.Verdict == Contradicted {
		cl.Message = "the text gives the years of the strategic plan as " + s.textOf(first.Start, last.End) + "; apr.yaml has " + expected
	}
	return false
}

// prioritiesOfPlan holds how many priorities the plan is said to have.
func (s *statement) prioritiesOfPlan(i int) {
	for k := i + 1; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.Class == language.IsMark && it.Word != ",", it.Class == language.IsFace, it.Class == language.IsSubject:
			return
		case it.Class != language.IsQuantity || it.Q.Ref != nil || !it.Q.IsWhole():
			continue
		}
		behind := k + 1
		if s.text(behind) == "strategic" {
			behind++
		}
		if s.text(behind) != "priorities" || !s.ends(behind+1) || !slices.Contains([]string{"has", "had", "sets", "sets out", "names", "with", "out", "are", "on", "around", "upon", "by"}, s.text(k-1)) {
			continue
		}
		n := s.facts.Plan.Priorities
		if n == 0 {
			return
		}
		t := &facts.Thing{ID: "count:priorities", Kind: facts.Count, Title: "priorities of the strategic plan"}
		it := &s.items[k]
		cl := s.tellAt(saysCount, it, t, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(it.Q.In().Has(exact.Rat(int64(n), 1))), Expected: strconv.Itoa(n)})
		cl.Quantity = it.Q.Bounds()
		if cl.Verdict == Contradicted {
			cl.Message = "the text gives the strategic plan " + s.textOf(it.Start, it.End) + " priorities; apr.yaml has " + strconv.Itoa(n)
		}
	}
}
