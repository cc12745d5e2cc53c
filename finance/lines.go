package finance

import (
	"io"

	"apr/internal/source"
)

// layout is what a scan is to know of the ledger.
func (r *ledgerReader) layout() *layout {
	year := r.out.ledger.Year
	return &layout{
		file: r.out.spec.File, text: r.table.Text, width: len(r.table.Header),
		amount: r.amountAt(), credit: r.credit, plan: r.plan, date: r.date, period: r.period,
		group: r.group, describe: r.describe, identity: r.identity,
		classifier: r.classifier, complete: r.out.ledger.Kind == Funded,
		isTotal:    isTotalLabel,
		dateFits:   func(cell string) bool { return dateTimely(cell, year) == inYear },
		periodFits: func(cell string) bool { return periodTimely(cell, year) == inYear },
	}
}

// addRecord counts the record of a line.
func (r *ledgerReader) addRecord(line int, record []string) error {
	r.at(line)
	return r.record(record)
}

// at has positions be those of a line.
func (r *ledgerReader) at(line int) source.Position {
	at := &lineAt{file: r.out.spec.File, line: line}
	r.table.Records = at
	return at.Position(0)
}

// count counts lines that are added up otherwise.
func (r *ledgerReader) count(n lineCount) {
	ledger := &r.out.ledger
	r.lines.sum += n.sum
	r.planned.sum += n.planned
	ledger.Zero += n.zero
	ledger.Classified += n.classified
	ledger.Unclassified += n.unclassified
	ledger.Lines += n.zero + n.classified + n.unclassified
}

// addClass adds lines of a class.
func (r *ledgerReader) addClass(k *class, amount, plan lineSum) {
	n, ok := r.numbers[k]
	if !ok {
		n = r.classifier.numberOf(*k)
		r.numbers[k] = n
	}
	r.makeTallies(n)
	t := &r.tallies[n]
	add := func(to *sum, s lineSum) {
		if s.lines == 0 {
			return
		}
		if first := r.at(s.first); to.lines == 0 || first.Compare(to.first) < 0 {
			to.first = first
		}
		to.lines += s.lines
		to.Money += s.Money
	}
	add(&t.amount, amount)
	add(&t.plan, plan)
}

// addCentre adds unclassified lines of a cost centre.
func (r *ledgerReader) addCentre(c *centreSum) {
	g := r.centre(c.name, r.at(c.first))
	g.Lines += c.lines
	g.Total += c.total
	g.describe(c.description)
	if c.varied {
		g.Description, g.varied = "", true
	}
	r.out.ledger.UnclassifiedTotal += c.total
}

// near reports whether any sum may overflow within so many pence.
func (r *ledgerReader) near(pence Money) bool {
	large := func(m Money) bool { return m.magnitude() > 1<<63-uint64(pence) }
	for i := range r.tallies {
		if t := &r.tallies[i]; large(t.amount.Money) || large(t.plan.Money) {
			return true
		}
	}
	return large(r.lines.sum) || large(r.planned.sum)
}

// lineAt has no records and merely knows where a record stands.
type lineAt struct {
	file string
	line int
}

func (l *lineAt) Next() ([]string, error)      { return nil, io.EOF }
func (l *lineAt) Position(int) source.Position { return source.Position{File: l.file, Line: l.line} }
