package ledger

import (
	"apr/finance"
	"apr/internal/table/celltext"
)

// figures are the amounts of a row. Amount is the amount, or debit less credit.
type figures struct {
	Amount, Debit, Credit, Plan    finance.Money
	hasAmount, hasPlan             bool // of which there is an amount
	hasDebit, hasCredit, inColumns bool // inColumns: the amount is debit less credit
	noSide                         bool // the column of debit and credit says nothing
}

func (f *figures) any() bool { return f.hasAmount || f.hasPlan }

// zero reports whether all that there is is nought.
func (f *figures) zero() bool { return f.Debit == 0 && f.Credit == 0 && f.Amount == 0 && f.Plan == 0 }

// figures reads the amounts of a record.
func (r *Reader) figures(record []string) (f figures, err error) {
	if f.Amount, f.Debit, f.Credit, err = r.amounts(record, &f); err != nil {
		return f, err
	}
	if r.Plan >= 0 {
		blank := false
		f.Plan, blank, err = r.money(record, r.Plan)
		f.hasPlan = !blank
	}
	return f, err
}

func (r *Reader) amounts(record []string, f *figures) (amount, debit, credit finance.Money, err error) {
	blank := false
	if r.Amounts >= 0 {
		amount, blank, err = r.money(record, r.Amounts)
		f.hasAmount = !blank
		if err == nil && !blank && r.side >= 0 {
			amount, err = r.sided(record, amount, f)
		}
		return amount, 0, 0, err
	}
	f.inColumns = true
	if debit, blank, err = r.money(record, r.Debit); err != nil {
		return 0, 0, 0, err
	}
	f.hasDebit = !blank
	if credit, blank, err = r.money(record, r.Credit); err != nil {
		return 0, 0, 0, err
	}
	f.hasCredit = !blank
	f.hasAmount = f.hasDebit || f.hasCredit
	amount, ok := debit.Add(-credit)
	if !ok {
		err = &cellError{r.Debit, finance.ErrTooLarge}
	}
	return amount, debit, credit, err
}

// sided is an amount with the sign that the column of debit and credit gives it.
func (r *Reader) sided(record []string, m finance.Money, f *figures) (finance.Money, error) {
	cell := celltext.At(record, r.side)
	credit, ok := finance.Side(cell)
	switch f.noSide = celltext.Trim(cell) == "" && m != 0; {
	case f.noSide, m == 0:
		return m, nil
	case !ok:
		return 0, &cellError{r.side, finance.ErrNoSide}
	case credit && m < 0:
		return 0, &cellError{r.Amounts, finance.ErrTwoSides}
	case credit:
		return -m, nil
	}
	return m, nil
}

// money reads one cell.
func (r *Reader) money(record []string, column int) (m finance.Money, blank bool, err error) {
	if r.Table.Workbook != nil {
		if m, blank, err = finance.ParseCellAmount(celltext.At(record, column)); blank && r.Table.Workbook.Uncalculated(column) {
			err = finance.ErrUncalculated
		}
	} else {
		m, blank, err = finance.ParseAmount(celltext.At(record, column))
	}
	if err != nil {
		err = &cellError{column, err}
	}
	return m, blank, err
}

// cellError is an amount that can't be read, and its column.
type cellError struct {
	column int
	err    error
}

func (e *cellError) Error() string { return e.err.Error() }

// A miss is a column in which a row isn't what the lines sum to.
type miss struct {
	column    column
	said, sum finance.Money
}

// A column is one of those that hold amounts.
type column int

const (
	amountColumn column = iota
	debitColumn
	creditColumn
	planColumn
)

func (m *miss) by() finance.Money { return m.said - m.sum }

// miss is the first column in which a row isn't the sum, or nil. Where only one
// of debit and credit has an amount it may be the difference of both.
func (f *figures) miss(sum Running) *miss {
	c, missed := f.missedIn(sum)
	if !missed {
		return nil
	}
	return f.missed(sum, c)
}

// missedIn is miss without what the row says there: most lines are the sum of nothing.
func (f *figures) missedIn(sum Running) (c column, missed bool) {
	switch {
	case f.inColumns && (f.Debit == 0 || f.Credit == 0) && f.hasAmount && f.Amount == sum.Amount:
	case f.inColumns && f.hasDebit && f.Debit != sum.Debit:
		return debitColumn, true
	case f.inColumns && f.hasCredit && f.Credit != sum.Credit:
		return creditColumn, true
	case !f.inColumns && f.hasAmount && f.Amount != sum.Amount:
		return amountColumn, true
	}
	return planColumn, f.hasPlan && f.Plan != sum.Plan
}

// columnOf is where a column of amounts is in a record.
func (r *Reader) columnOf(c column) int {
	switch {
	case c == planColumn:
		return r.Plan
	case c == debitColumn:
		return r.Debit
	case c == creditColumn:
		return r.Credit
	}
	return r.AmountAt()
}
