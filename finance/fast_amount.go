package finance

// amount is the record's amount: its amount column, or debit less credit. ok is
// false where the strict path is to read it.
func (s *scanner) amount(b *block) (m Money, blank, ok bool) {
	if s.r.amounts >= 0 {
		return s.money(b, s.r.amounts)
	}
	debit, noDebit, ok := s.money(b, s.r.debit)
	if !ok {
		return 0, false, false
	}
	credit, noCredit, ok := s.money(b, s.r.credit)
	return debit - credit, noDebit && noCredit, ok
}

// money reads one cell. Other than plain forms are read as the strict path
// does; what it would refuse it gets to see. An amount that is too large has
// the whole block read again.
func (s *scanner) money(b *block, column int) (m Money, blank, ok bool) {
	i, end := s.starts[column], s.ends[column]
	if i == end {
		return 0, true, true
	}
	if m, ok := plainBytes(b.buf[i:end]); ok {
		return m, false, true
	}
	m, blank, err := parseAmount(string(b.buf[i:end]))
	if err != nil {
		return 0, false, false
	}
	if m >= maxFast || m <= -maxFast {
		b.replay = true
	}
	return m, blank, true
}

// plainBytes is plainAmount for up to ten digits of pounds.
func plainBytes(cell []byte) (m Money, ok bool) {
	negative := cell[0] == '-'
	if negative {
		cell = cell[1:]
	}
	n, i := int64(0), 0
	for ; i < len(cell) && cell[i]-'0' < 10; i++ {
		n = n*10 + int64(cell[i]-'0')
	}
	if i == 0 || i > 10 {
		return 0, false
	}
	switch rest := cell[i:]; {
	case len(rest) == 3 && rest[0] == '.' && rest[1]-'0' < 10 && rest[2]-'0' < 10:
		n = n*100 + int64(rest[1]-'0')*10 + int64(rest[2]-'0')
	case len(rest) == 0:
		n *= 100
	default:
		return 0, false
	}
	if negative {
		n = -n
	}
	return Money(n), true
}
