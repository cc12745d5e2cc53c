package scan

import (
	"math"
	"slices"

	"apr/finance"
)

// notPlain stands for an amount that isn't written in the plain form.
const notPlain = math.MinInt64

// A moneyColumn is a column of amounts.
type moneyColumn struct {
	column int             // or -1
	pence  []finance.Money // by row, notPlain where it isn't in the plain form
}

// read reads the amounts that are written in the plain form: one to eight digits
// of pounds, a point and two digits, with or without a minus before it. All
// digits of an amount are looked at together.
func (c *moneyColumn) read(buf []byte, rows *rows) {
	if c.column < 0 {
		return
	}
	c.pence = slices.Grow(c.pence[:0], len(rows.at))[:len(rows.at)]
	pence, at, marks := c.pence, rows.at[:len(c.pence)], rows.marks[c.column:]
	last := c.column == rows.width-1
	for i := range pence {
		pence[i] = notPlain
		start, end := int(marks[at[i]])+1, int(marks[at[i]+1])
		if last && buf[end-1] == '\r' {
			end--
		}
		sign := int64(0)
		if buf[start] == '-' {
			sign = -1
			start++
		}
		n := uint(end - len(".00") - start)
		if n-1 > 7 {
			continue
		}
		// The pounds' digits are the last of their word's bytes; zeros take the place
		// of what is before them.
		word := load64(buf, end-8)
		point := byte(word >> 40)
		before := (8 - n) * 8 & 63
		pounds := (load64(buf, end-11) ^ '0'*ones) >> before << before
		tens, units := word>>48&0xff-'0', word>>56-'0'
		if point != '.' || tens > 9 || units > 9 || (pounds|(pounds+0x76*ones))&highBits != 0 {
			continue
		}
		// Pairs of digits become numbers, then pairs of those, and again.
		pounds = pounds * (10<<8 + 1) >> 8 & 0x00ff00ff00ff00ff
		pounds = pounds * (100<<16 + 1) >> 16 & 0x0000ffff0000ffff
		pounds = pounds * (10000<<32 + 1) >> 32
		pence[i] = finance.Money((int64(pounds*100+tens*10+units) ^ sign) - sign)
	}
}

// rowMoney are the amounts of a row. Amount is the amount, or debit less credit.
type rowMoney struct {
	amount, debit, credit, planned finance.Money
	blank, unplanned               bool
}

// moneyOf are the amounts of a row. ok is false where the ledger is to read it.
func (s *scanner) moneyOf(b *block, row int) (m rowMoney, ok bool) {
	m.amount, m.blank, ok = s.money(b, &s.amount, row)
	if s.credit.column >= 0 && ok { // the amount is the debit
		m.debit = m.amount
		var none bool
		m.credit, none, ok = s.money(b, &s.credit, row)
		m.amount, m.blank = m.debit-m.credit, m.blank && none
	}
	m.unplanned = true
	if s.plan.column >= 0 && ok {
		m.planned, m.unplanned, ok = s.money(b, &s.plan, row)
	}
	return m, ok
}

// money reads one cell. Other than plain forms are read as the ledger does;
// what it would refuse it gets to see. An amount that is too large has
// the whole block read again.
func (s *scanner) money(b *block, c *moneyColumn, row int) (m finance.Money, blank, ok bool) {
	if m := c.pence[row]; m != notPlain {
		return m, false, true
	}
	start, end, ok := s.rows.unquoted(b.buf, s.rows.at[row], c.column)
	if !ok {
		return 0, false, false
	}
	m, ok = finance.PlainAmount(b.buf[start:end])
	if !ok {
		var err error
		if m, blank, err = finance.AnyAmount(string(b.buf[start:end])); err != nil {
			return 0, false, false
		}
	}
	if m >= maxAmount || m <= -maxAmount {
		b.replay = true
	}
	return m, blank, true
}
