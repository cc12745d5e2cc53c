package scan

import (
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/ledger/sketch"
)

// samplePlain has a look for the sketch at rows that were counted as plain.
func (s *scanner) samplePlain(b *block, from, to int) {
	limit := min(s.limit, s.layout.Sketch.Limit())
	for i, m := range s.amount.pence[from:to] {
		if sketch.Wants(m, limit) {
			s.sampleRow(b, s.rows.at[from+i], m, b.newlines-to+from+i)
		}
	}
}

// sampleRow keeps a row that the sketch may want, and its line in the block.
func (s *scanner) sampleRow(b *block, at int32, m finance.Money, line int) {
	if !sketch.Wants(m, min(s.limit, s.layout.Sketch.Limit())) {
		return
	}
	hash := sketch.Hash(m, func(i int) string { return s.text(b.buf, at, s.layout.Alike[i]) }, len(s.layout.Alike), s.layout.AlikeDates)
	b.sample = append(b.sample, sketch.Line{Hash: hash, At: line, Amount: m})
	if len(b.sample) >= s.room {
		b.sample, s.limit = sketch.Smallest(b.sample)
		s.room = max(s.room, 2*len(b.sample))
	}
}

// text is the cell of a row as encoding/csv reads it.
func (s *scanner) text(buf []byte, at int32, column int) string {
	start, end, ok := s.rows.unquoted(buf, at, column)
	text := string(buf[start:end])
	if ok {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, `""`, `"`), "\r\n", "\n")
}

// sampleDates shows the dates of the first row of a stretch, of the one in its middle
// and of the last.
func (s *scanner) sampleDates(buf []byte, r *rows) {
	s.dates = slices.DeleteFunc(s.dates, func(column int) bool {
		for _, row := range [...]int{0, len(r.at) / 2, len(r.at) - 1} {
			if !s.layout.SeeDate(column, r.text(buf, r.at[row], column)) {
				return true
			}
		}
		return false
	})
}
