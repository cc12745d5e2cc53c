package table

import (
	"slices"

	"apr/internal/source"
)

// Peek reads up to n records of a workbook ahead, which are First then. They are read
// again as if nothing had been.
func (t *Table) Peek(n int) {
	p := &peeked{rest: t.Records}
	for len(p.ahead) < n {
		record, err := t.Records.Next()
		if err != nil {
			p.err = err
			break
		}
		a := ahead{record: slices.Clone(record), row: t.Workbook.number(), whole: t.Records.Position(-1), hidden: t.Workbook.Hidden()}
		for i := range max(len(record), len(t.Header)) {
			a.at = append(a.at, t.Records.Position(i))
			a.uncalculated = append(a.uncalculated, t.Workbook.Uncalculated(i))
		}
		p.ahead = append(p.ahead, a)
		t.First = append(t.First, a.record)
	}
	t.Records, t.Workbook = p, peekedRows{t.Workbook, p}
}

// under is the first record of a workbook's table, which is read ahead.
func (t *Table) under() Line {
	first := t.First
	t.Peek(1)
	t.First = first
	if p := t.Records.(*peeked); len(p.ahead) > 0 {
		return Line{p.ahead[0].record, p.ahead[0].whole}
	}
	return Line{}
}

// peeked are records of which some were read ahead.
type peeked struct {
	ahead []ahead
	now   *ahead // nil behind them
	err   error  // behind them
	rest  Records
}

// ahead is a record that was read ahead, and where it and its cells are.
type ahead struct {
	record       []string
	row          int
	at           []source.Position
	whole        source.Position
	uncalculated []bool // by column
	hidden       bool
}

// peekedRows are the rows of a workbook of which some were read ahead.
type peekedRows struct {
	Rows
	peeked *peeked
}

// Uncalculated is that of the record that was read last.
func (r peekedRows) Uncalculated(column int) bool {
	if now := r.peeked.now; now != nil {
		return column >= 0 && column < len(now.uncalculated) && now.uncalculated[column]
	}
	return r.Rows.Uncalculated(column)
}

// Hidden is that of the record that was read last.
func (r peekedRows) Hidden() bool {
	if now := r.peeked.now; now != nil {
		return now.hidden
	}
	return r.Rows.Hidden()
}

// number is that of the record that was read last.
func (r peekedRows) number() int {
	if now := r.peeked.now; now != nil {
		return now.row
	}
	return r.Rows.number()
}

func (r peekedRows) merged() []Merged {
	if of, ok := r.Rows.(interface{ merged() []Merged }); ok {
		return of.merged()
	}
	return nil
}

func (p *peeked) Next() ([]string, error) {
	if len(p.ahead) > 0 {
		p.now, p.ahead = &p.ahead[0], p.ahead[1:]
		return p.now.record, nil
	}
	if p.err != nil {
		return nil, p.err
	}
	p.now = nil
	return p.rest.Next()
}

func (p *peeked) Position(column int) source.Position {
	switch {
	case p.now == nil:
		return p.rest.Position(column)
	case column >= 0 && column < len(p.now.at):
		return p.now.at[column]
	}
	return p.now.whole
}
