package tables

import (
	"fmt"
	"math/big"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
)

// This file holds what a row says was over or under against what it says was planned and spent.

var varianceHead = lazyregexp.Lazy(`^(?:variance|variation|difference|overspend|underspend|(?:\(?over\)?|\(?under\)?)(?:spend)?(?:/| or | / )(?:\(?over\)?|\(?under\)?)(?:spend)?)(?: \(?£(?:m|000)\)?)?$`)

// varied is a row with a plan, what was spent, and by how much that was over or under.
type varied struct {
	plan, spend, variance facts.Cell
	left, size            *big.Rat // the plan less what was spent, and the variance as the row has it
	slack                 *big.Rat // by which they may differ as they are rounded
	row                   []facts.Cell
	shown                 *facts.Quantity // the variance, without its sign
}

// is reports whether the variance is so many times what is left of the plan: 1, or -1 where what is over has no sign.
func (v *varied) is(sign int64) bool {
	return exact.Around(new(big.Rat).Mul(v.left, exact.Rat(sign, 1)), v.slack).Has(v.size)
}

// variances tells of the rows whose variance isn't what is left of the plan, where nearly all others' is.
func (r *reading) variances(rows [][]facts.Cell) {
	const (
		least = 3 // rows that are right
		times = 4 // as many are right as are wrong
	)
	plan, spend, variance := columnsOf(rows[0])
	if plan < 0 || spend < 0 || variance < 0 {
		return
	}
	var all []varied
	for _, row := range rows[2:] {
		if max(plan, spend, variance) < len(row) {
			if v, ok := r.variedIn(row[plan], row[spend], row[variance]); ok {
				v.row = row
				all = append(all, v)
			}
		}
	}
	for _, sign := range []int64{1, -1} {
		var wrong []varied
		for _, v := range all {
			if !v.is(sign) {
				wrong = append(wrong, v)
			}
		}
		if right := len(all) - len(wrong); right < least || right < times*len(wrong) {
			continue
		}
		for i := range wrong {
			if !r.told(&wrong[i]) && !r.byAnother(&wrong[i], sign) {
				r.wrongVariance(&wrong[i], sign)
			}
		}
		return
	}
}

// columnsOf are the columns of what was planned, what was spent and the difference, -1 where there isn't one of each.
func columnsOf(head []facts.Cell) (plan, spend, variance int) {
	plan, spend, variance = -1, -1, -1
	put := func(to *int, col int) {
		if *to >= 0 {
			col = len(head) // there are two
		}
		*to = col
	}
	for col := 1; col < len(head); col++ {
		switch name := headWords(head[col].Text); {
		case planHead().MatchString(name):
			put(&plan, col)
		case spendHead().MatchString(name):
			put(&spend, col)
		case varianceHead().MatchString(name):
			put(&variance, col)
		}
	}
	if max(plan, spend, variance) >= len(head) {
		return -1, -1, -1
	}
	return plan, spend, variance
}

// variedIn reads the cells of a row; ok is false where they aren't amounts in the same unit.
func (r *reading) variedIn(plan, spend, variance facts.Cell) (v varied, ok bool) {
	figure, negative := withoutSign(variance.Text)
	planned, ok1 := r.lexicon.PlainFigure(plan.Text)
	spent, ok2 := r.lexicon.PlainFigure(spend.Text)
	over, ok3 := r.lexicon.PlainFigure(figure)
	if !ok1 || !ok2 || !ok3 || planned.Unit != spent.Unit || planned.Unit != over.Unit || planned.Unit == facts.Percent {
		return v, false
	}
	v = varied{plan: plan, spend: spend, variance: variance, left: new(big.Rat).Sub(planned.Value, spent.Value), size: new(big.Rat).Set(over.Value), slack: new(big.Rat), shown: over}
	if negative {
		v.size.Neg(v.size)
	}
	for _, q := range []*facts.Quantity{planned, spent, over} {
		v.slack.Add(v.slack, exact.Rat(q.Step, 2*q.Den))
	}
	return v, true
}

// withoutSign is a figure without its sign or the brackets that mean one.
func withoutSign(s string) (figure string, negative bool) {
	s = strings.Trim(s, "* ")
	if inside, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(inside, ")") {
		s, negative = strings.TrimSuffix(inside, ")"), true
	}
	pounds := strings.HasPrefix(s, "£")
	s = strings.TrimPrefix(s, "£")
	for _, minus := range []string{"−", "–", "-"} {
		if rest, ok := strings.CutPrefix(s, minus); ok {
			s, negative = rest, true
		}
	}
	s = strings.TrimPrefix(s, "+")
	if pounds {
		s = "£" + strings.TrimPrefix(s, "£")
	}
	return s, negative
}

// told reports whether a cell of a row is told already.
func (r *reading) told(v *varied) bool {
	return r.cellTold(v.plan) || r.cellTold(v.spend) || r.cellTold(v.variance)
}

// byAnother reports whether a variance differs by what another cell of its row has: money moved from a reserve, perhaps.
func (r *reading) byAnother(v *varied, sign int64) bool {
	differs := new(big.Rat).Sub(v.size, new(big.Rat).Mul(v.left, exact.Rat(sign, 1)))
	for _, cell := range v.row {
		if cell == v.plan || cell == v.spend || cell == v.variance {
			continue
		}
		figure, _ := withoutSign(cell.Text)
		if q, ok := r.lexicon.PlainFigure(figure); ok && q.Unit != facts.Percent && exact.Around(q.Value, v.slack).Has(exact.Abs(differs)) {
			return true
		}
	}
	return false
}

func (r *reading) wrongVariance(v *varied, sign int64) {
	expected := new(big.Rat).Mul(v.left, exact.Rat(sign, 1))
	cl := r.claimOf(v.variance)
	cl.Measure, cl.Comparator, cl.Verdict, cl.Slip, cl.Expected = claim.SaysArithmetic, "sum", claim.Contradicted, "sum", exact.Decimal(expected)
	cl.Message = fmt.Sprintf("the table's row has %s for the variance; its plan of %s and its spending of %s make it %s", plain(v.variance.Text), plain(v.plan.Text), plain(v.spend.Text), asShown(expected, v.shown, v.variance.Text))
	cl.Hint, cl.Evidence = "correct the variance, the plan or the spending", claim.Related(r.passage.Text.At(v.plan.At), "the plan")
}
