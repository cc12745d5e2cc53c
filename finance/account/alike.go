package account

import (
	"fmt"

	"apr/finance"
	"apr/finance/ledger"
	"apr/finance/ledger/sketch"
	"apr/internal/number"
	"apr/internal/source"
	"apr/internal/wording"
)

// reportAlike reports ledgers whose lines are those of another: the same money would
// count twice. Between two partners like lines can be, as where both write down what
// one pays to the other.
func (b *posting) reportAlike() {
	for j, later := range b.ledgers {
		if lines, part := later.Sketch.Doubled(); lines >= enoughDoubled && part >= b.spec.Limits.Alike() {
			b.doubts.Add(doubledProblem(later))
		} else if !later.Repeated { // else its reader has found them, line by line
			b.reportBlocks(later)
		}
		for _, earlier := range b.ledgers[:j] {
			if earlier.Ledger.Kind != later.Ledger.Kind || sameTable(earlier.Spec, later.Spec) {
				continue
			}
			onePartner := sameText(earlier.Spec.Partner, later.Spec.Partner)
			if !onePartner && earlier.Ledger.Year != later.Ledger.Year {
				continue
			}
			if l := sketch.Compare(earlier.Sketch, later.Sketch); l.Share() >= b.spec.Limits.Alike() && enoughAlike(l) {
				b.doubts.Add(alikeProblem(earlier, later, l, onePartner))
			}
		}
	}
}

// enoughDoubled is from how many lines that differ on it is no chance that each is there
// twice.
const enoughDoubled = 10

func doubledProblem(l *ledger.Result) *source.Problem {
	return &source.Problem{Code: finance.CodeSameLedger, Position: l.Spec.Position, About: l.Spec.File, Likely: true,
		Message: fmt.Sprintf("nearly each line of the ledger %s (%s, %s) is there twice, with the same cost centre, account, date and amount: the same money counts twice",
			l.Spec.File, wording.Count(l.Ledger.Lines, "line"), l.Ledger.Total.Exact()),
		Hint: "see whether two exports were pasted one below the other; where the lines are meant, map a column that tells them apart, such as a date"}
}

// maxBlocks is how many blocks of a ledger are reported one by one.
const maxBlocks = 5

// reportBlocks reports stretches of a ledger that are there again further down. A control
// total that the ledger comes to says that its system has the lines twice as well.
func (b *posting) reportBlocks(l *ledger.Result) {
	if l.Ledger.Agrees() {
		return
	}
	blocks := l.Sketch.Blocks(l.Spec.Columns[finance.DateColumn] != "" || l.Spec.Columns[finance.PeriodColumn] != "")
	for i, k := range blocks[:min(len(blocks), maxBlocks)] {
		stretch := fmt.Sprintf("%s (%s)", wording.Count(k.Lines, "line"), k.Amount.Exact())
		if !k.Exact {
			stretch = "many lines"
		}
		p := &source.Problem{Code: finance.CodeSameLedger, Position: l.Spec.Position, Likely: true, About: fmt.Sprintf("%s, lines %d to %d", l.Spec.File, k.Again, k.Till),
			Message: fmt.Sprintf("%s of the ledger %s (%s, %s) are there twice in the same order, in lines %d to %d and again in lines %d to %d, with the same cost centre, account, date and amount: the same money counts twice",
				stretch, l.Spec.File, wording.Count(l.Ledger.Lines, "line"), l.Ledger.Total.Exact(), k.From, k.To, k.Again, k.Till),
			Hint: "see whether a part of the export was pasted a second time; where the lines are meant, map a column that tells them apart, such as a date"}
		if more := len(blocks) - maxBlocks; i == maxBlocks-1 && more > 0 {
			p.Message += "; so are " + wording.Count(more, "further stretch", "further stretches")
		}
		b.doubts.Add(p)
	}
}

// sameTable reports whether two ledgers are two columns of one table: what they say
// of their lines is the same, and the amounts are meant to be others.
func sameTable(a, b *finance.LedgerSpec) bool {
	return a.File == b.File && sameText(a.Sheet, b.Sheet) && sameText(a.Member, b.Member)
}

// enoughAlike reports whether the lines are enough to judge by: of a few lines all
// must be the same.
func enoughAlike(l sketch.Likeness) bool {
	const few = 10
	return min(l.A, l.B) >= few || l.Same == l.A && l.Same == l.B
}

func alikeProblem(first, again *ledger.Result, l sketch.Likeness, onePartner bool) *source.Problem {
	p := &source.Problem{Code: finance.CodeSameLedger, Position: again.Spec.Position, About: again.Spec.File, Likely: true,
		Related: []source.Related{{Position: first.Spec.Position, Message: "the ledger that it is like is named here"}}}
	p.Message = fmt.Sprintf("%s of the ledger %s (%s, %s) %s in %s too, with the same cost centre, account, date and amount: ",
		howMany(l), again.Spec.File, wording.Count(again.Ledger.Lines, "line"), again.Ledger.Total.Exact(), areIn(l), first.Spec.File)
	if first.Ledger.Year == again.Ledger.Year {
		p.Message += "the same money counts twice"
		p.Hint = "leave out one of them: of the reports of two periods that each go back to April, keep the later"
	} else {
		p.Message += fmt.Sprintf("one is given for %s and the other for %s", first.Ledger.Year, again.Ledger.Year)
		p.Hint = "see which year the file is of, and give the other year its own ledger"
	}
	if !onePartner {
		p.Code, p.Likely = finance.CodeLikeLedger, false
		p.Message += fmt.Sprintf(", unless %s and %s have the same lines", first.Spec.Partner, again.Spec.Partner)
		p.Hint = "leave one out, or have it excluded what one partner pays to the other"
	}
	return p
}

// howMany says how many of the smaller ledger's lines are the same.
func howMany(l sketch.Likeness) string {
	switch {
	case l.Same == l.A && l.Same == l.B:
		return "all lines"
	case l.Exact:
		return fmt.Sprintf("%d lines", l.Same)
	}
	return "about " + number.Format(100*float64(l.Same)/float64(l.B), 0) + "% of the lines"
}

func areIn(l sketch.Likeness) string {
	if l.Same == 1 && l.Exact {
		return "is"
	}
	return "are"
}
