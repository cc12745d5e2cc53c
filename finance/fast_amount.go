package finance

// amount is the record's amount: its amount column, or debit less credit. ok is
// false where the strict path is to read it.
func (s *scanner) amount(b *block, record []int32) (m Money, blank, ok bool) {
	if s.r.amounts >= 0 {
		return s.cellMoney(b, record, s.r.amounts)
	}
	debit, noDebit, ok := s.cellMoney(b, record, s.r.debit)
	if !ok {
		return 0, false, false
	}
	credit, noCredit, ok := s.cellMoney(b, record, s.r.credit)
	return debit - credit, noDebit && noCredit, ok
}

// cellMoney reads one cell. Other than plain forms are read as the strict path
// does; what it would refuse it gets to see. An amount that is too large has
// the whole block read again.
func (s *scanner) cellMoney(b *block, record []int32, column int) (m Money, blank, ok bool) {
	start, end, ok := s.cell(b.buf, record, column)
	if !ok {
		return 0, false, false
	}
	if m, ok := penceBytes(b.buf, start, end); ok {
		return m, false, true
	}
	m, blank, err := parseAmount(string(b.buf[start:end]))
	if err != nil {
		return 0, false, false
	}
	if m >= maxFast || m <= -maxFast {
		b.replay = true
	}
	return m, blank, true
}

// penceBytes reads an amount of one to eight digits of pounds, a point and two
// digits, with or without a minus before it. All digits are looked at together.
func penceBytes(buf []byte, start, end int) (m Money, ok bool) {
	sign := int64(0)
	if buf[start] == '-' {
		sign = -1
		start++
	}
	whole := end - 3 // where the point should be
	n := whole - start
	if uint(n-1) > 7 || whole < 8 {
		return 0, false
	}
	pence := buf[whole : whole+3]
	tens, units := uint64(pence[1]-'0'), uint64(pence[2]-'0')
	// The pounds' digits are the last bytes of the word; zeros take the place of
	// what is before them.
	before := uint(8-n) * 8
	digits := (load64(buf[whole-8:]) ^ '0'*ones) >> (before & 63) << (before & 63)
	if pence[0] != '.' || tens > 9 || units > 9 || (digits|(digits+0x76*ones))&highBits != 0 {
		return 0, false
	}
	// Pairs of digits become numbers, then pairs of those, and again.
	digits = digits * (10<<8 + 1) >> 8 & 0x00ff00ff00ff00ff
	digits = digits * (100<<16 + 1) >> 16 & 0x0000ffff0000ffff
	digits = digits * (10000<<32 + 1) >> 32
	return Money((int64(digits*100+tens*10+units) ^ sign) - sign), true
}
