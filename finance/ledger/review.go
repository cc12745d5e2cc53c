package ledger

import (
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/classify"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// A review is what lines that are read one by one say of each other: what each cost
// centre came to, and which money is there twice. It has room for so much and no more,
// whatever the ledger's size.
type review struct {
	centres map[string]*Centre
	full    bool // there are more cost centres than it has room for
	last    *Centre
	cell    string // the code of the last
	// unspent are the lines with a plan and without an amount.
	unspent   reportedLines
	planned   int // lines with a plan
	above     aboveLines
	repeats   repeats
	accounts  accounts
	others    otherColumns
	coded     codedTotals
	words     lineWords
	monthly   monthly
	exchanged exchangedLines
	copied    copied
	again     linesAgain
	// variousNames are how many cost centres have three names and more.
	variousNames int
}

// A Centre is what the lines of a cost centre came to.
type Centre struct {
	Code, Name   string
	Amount, Plan finance.Money
	// Up, Down and Planned are how many of its amounts are above nought, how many
	// below, and how many of its lines have a plan other than nought.
	Up, Down, Planned int
	PlanDown          bool // one of its plans is below nought
	// Off are its lines that are a hundred or a thousand times their own plan, or nil.
	Off *OffLines
	// Low and High are the least and the most that a line is of its own plan, of Both lines
	// with an amount and a plan above nought.
	Low, High float32
	Both      int32
	// Followed are its accounts with amounts in several months, Grown those whose amounts
	// only grow to twice the first or more, and Last is what their last months come to.
	Followed, Grown int32
	Last            finance.Money
	// Class is what its first line belongs to, and Mixed is true where others belong to
	// something else.
	Class        classify.Class
	Mixed        bool
	class, lines int
	// same is the sum of the hashes of its lines by account, date and amount, and amounts has
	// a bit for each of 64 kinds of amounts that are among them.
	same, amounts uint64
	Position      source.Position
	// Months are those of its lines, a bit for each, and NameMonths those of its lines with the
	// first name. Second are its lines with another, and Various is true where there are more.
	Months, NameMonths uint32
	Second             *SecondName
	Various            bool
	nameCell           string
	// Turned are lines planned below nought whose amounts are about as far above it, Income how
	// many are below it as they were planned, and Flipped the lines planned above nought whose
	// amounts are about as far below.
	Turned, Flipped *OffLines
	Income          int32
	subtotals       Running // its lines that sum those above them
	// Near and Far are how many of its lines are near their plan and far from it, and Slipped
	// those that may have slipped, or nil.
	Near, Far int32
	Slipped   *SlippedLines
	// Unplanned are its lines with an amount and an empty plan, or nil.
	Unplanned *OffLines
}

// Lines are how many lines it has.
func (c *Centre) Lines() int { return c.lines }

// Title is the cost centre's name with its code, or its code alone.
func (c *Centre) Title() string {
	if c.Name == "" {
		return c.Code
	}
	return c.Name + " (" + c.Code + ")"
}

// newReview has room for about so many lines.
func newReview(lines int) review {
	return review{centres: map[string]*Centre{}, repeats: newRepeats(lines), copied: newCopied(lines), again: newLinesAgain(lines)}
}

// aboutLines is about how many lines of a table are held against each other, or 0 where that
// isn't known or they are too many. Room for them at once spares growing from nothing, which
// takes longer than all else that is done with a line's hash.
func aboutLines(t *table.Table) int {
	const bytesOfLine = 100
	if t.Text == nil || t.Text.Size/bytesOfLine > maxRepeatLines {
		return 0
	}
	return int(t.Text.Size / bytesOfLine)
}

// look takes in a line with an amount or a plan, which has been added.
func (r *Reader) look(record []string, f *figures, class int) {
	v := &r.review
	month := v.monthly.of(r, record)
	if i, ok := r.Table.Index[finance.CostCentreColumn]; ok && !v.full && (v.last == nil || celltext.At(record, i) != v.cell) {
		v.coded.add(r, record, v.above.cells, f)
	}
	v.see(r, record, f, class, month)
	if r.Classifier.Classes[class].Exclude == "" {
		v.words.add(r, record, f)
		v.monthly.add(r, month, f)
	}
	v.above.excluded = r.Classifier.Classes[class].Exclude != ""
	v.above.add(r, record, f)
	v.repeats.add(r, record, f)
	if r.Classifier.Classes[class].Exclude == "" {
		v.copied.add(r, record, month, f)
		v.again.add(r, record, f)
	}
	if f.hasPlan {
		if v.planned++; !f.hasAmount {
			w := rowWords{at: -1}
			v.unspent.note(r, &w, &figures{Amount: f.Plan})
		}
	}
	if a := v.accounts.of(r, record, class); a != nil {
		if f.hasAmount {
			a.follow(int8(month), f.Amount)
		}
		v.accounts.add(r, a, v.monthly.period(), f)
	}
	v.others.add(r, record, f)
}

// see adds a line to its cost centre.
func (v *review) see(r *Reader, record []string, f *figures, class, month int) {
	i, ok := r.Table.Index[finance.CostCentreColumn]
	if !ok || v.full {
		return
	}
	cell := celltext.At(record, i)
	c := v.last
	if c == nil || cell != v.cell {
		c = v.centreOf(r, record, cell)
	}
	if c == nil {
		return
	}
	if c.lines++; c.lines == 1 {
		c.Class, c.class = r.Classifier.Classes[class], class
	}
	c.Mixed = c.Mixed || c.class != class
	c.hash(r, record, f)
	c.Amount += f.Amount // too large a sum is found with the ledger's
	c.Plan += f.Plan
	switch {
	case f.Amount > 0:
		c.Up++
	case f.Amount < 0:
		c.Down++
	}
	if f.Plan != 0 {
		c.Planned++
		c.PlanDown = c.PlanDown || f.Plan < 0
	}
	if r.Plan >= 0 && !f.hasPlan && f.Amount != 0 {
		c.Unplanned = c.Unplanned.at(r, f, r.Plan)
	}
	c.name(r, record, f, month)
	if month > 0 {
		c.Months |= 1 << month
	}
	switch {
	case f.Amount > 0 && f.Plan > 0:
		c.both(r, f)
	case f.Plan < 0 && f.Amount < 0:
		c.Income++
	case f.Plan < 0 && f.Amount > 0 && between(f, 1./3, 3):
		c.Turned = c.Turned.add(r, f)
	case f.Plan > 0 && f.Amount < 0 && between(f, 2./3, 3./2):
		c.Flipped = c.Flipped.add(r, f)
	}
}

// between reports whether an amount with the other sign is so many times its plan.
func between(f *figures, from, to float64) bool {
	part := -float64(f.Amount) / float64(f.Plan)
	return part >= from && part <= to
}

// add takes in a line; nil is none so far.
func (o *OffLines) add(r *Reader, f *figures) *OffLines { return o.at(r, f, r.AmountAt()) }

// at takes in a line whose cell in a column is what is odd.
func (o *OffLines) at(r *Reader, f *figures, column int) *OffLines {
	if o == nil {
		o = &OffLines{First: r.Table.Records.Position(column)}
	}
	o.Lines++
	o.Amount += f.Amount
	o.Plan += f.Plan
	return o
}

// both takes in a line with an amount and a plan.
func (c *Centre) both(r *Reader, f *figures) {
	part := float64(f.Amount) / float64(f.Plan)
	if c.Both++; c.Both == 1 {
		c.Low, c.High = float32(part), float32(part)
	}
	c.Low, c.High = min(c.Low, float32(part)), max(c.High, float32(part))
	c.slip(r, f, part)
	if Times(part) == 0 {
		return
	}
	c.Off = c.Off.add(r, f)
}

// OffLines are lines that are far off their plan, or have another sign.
type OffLines struct {
	Lines        int
	Amount, Plan finance.Money
	First        source.Position
}

// Times is 100 or 1000 where an amount is about so many times another, and 0 elsewhere.
func Times(part float64) int {
	switch {
	case part > 66 && part < 150:
		return 100
	case part > 500 && part < 2000:
		return 1000
	}
	return 0
}

// maxReviewed is how many cost centres are looked at one by one: more than the partners of
// any authority have, and less than takes memory.
const maxReviewed = 2_500

// centreOf is the cost centre of a record, or nil where there is no room.
func (v *review) centreOf(r *Reader, record []string, cell string) *Centre {
	key := celltext.Code(cell)
	c := v.centres[key]
	if c == nil {
		if len(v.centres) == maxReviewed || len(key) > maxCentreText {
			v.full, v.centres, v.last = true, nil, nil
			return nil
		}
		key = strings.Clone(key)
		c = &Centre{Code: strings.Clone(celltext.Trim(cell)), Position: r.Table.Records.Position(r.AmountAt())}
		if name := celltext.Spaced(celltext.At(record, r.describe)); len(name) <= maxCentreText {
			c.Name = strings.Clone(name)
			c.nameCell = strings.Clone(celltext.At(record, r.describe))
		}
		v.centres[key] = c
	}
	v.last, v.cell = c, strings.Clone(cell)
	return c
}

// reportReview reports what lines say of each other, of a ledger that was read line by
// line.
func (r *Reader) reportReview() {
	if r.Out.Reviewed = !r.scanned && !r.unreviewed; !r.Out.Reviewed {
		return
	}
	if !r.review.full {
		for _, c := range r.review.centres {
			c.settleName()
		}
		r.Out.Centres = r.review.centres
	}
	r.Out.Separate = r.review.planned > 0 && r.review.planned == r.review.unspent.lines
	if a := &r.review.accounts; !a.full && !a.many {
		r.Out.Accounts, r.Out.lastLine = a.order, r.Table.Records.Position(r.AmountAt())
		r.Out.lastPlan = r.Table.Records.Position(r.Plan)
	}
	r.Out.Repeated = !r.review.repeats.full()
	r.reportAbove()
	r.reportTwins()
	r.reportOthers()
	r.reportGrowth()
	r.reportNotSpent()
	r.reportEqual()
	r.reportCopied()
	if !r.reportRepeats() {
		r.reportAgain()
	}
	r.review.exchanged.report(r)
	for _, m := range r.review.words.moved {
		r.Out.Moved = append(r.Out.Moved, m)
	}
	slices.SortFunc(r.Out.Moved, func(a, b *MovedLines) int { return a.First.Compare(b.First) })
	r.reportUnspent()
}

// Lines without an amount are reported one by one where there are no more than fewUnspent
// among manyPlanned lines with a plan or more. Where there are more they are many, which is
// found in the account, or the ledger has lines of budgets alone.
const fewUnspent, manyPlanned = 2, 50

// reportUnspent reports lines with a plan and without an amount, which in a ledger whose
// other lines have both may have lost it.
func (r *Reader) reportUnspent() {
	v := &r.review
	if n := v.unspent.lines; n == 0 || v.planned < manyPlanned || n > fewUnspent {
		return
	}
	r.Out.Soft.Add(&source.Problem{Code: finance.CodeUnspent, Position: v.unspent.first,
		Message: fmt.Sprintf("%s a plan, %s in all, and no amount, and the other %d have both", wording.Count(v.unspent.lines, "line has", "lines have"), v.unspent.total.Exact(), v.planned-v.unspent.lines),
		Hint:    "see whether the cells of the row have moved; where nothing was spent, write 0.00"})
}
