package ledger

import (
	"io"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger/scan"
	"apr/internal/source"
)

// layout is what a scan is to know of the ledger.
func (r *Reader) layout() *scan.Layout {
	year := r.Out.Ledger.Year
	return &scan.Layout{
		File: r.Out.Spec.File, Text: r.Table.Text, Width: len(r.Table.Header),
		Amount: r.AmountAt(), Credit: r.Credit, Plan: r.Plan, Date: r.date, Period: r.period,
		Group: r.Group, Describe: r.describe, Identity: r.identity,
		Classifier: r.Classifier, Complete: r.Out.Ledger.Kind == finance.Funded,
		Sketch: r.Out.Sketch, Alike: r.alike, AlikeDates: r.alikeDates, Dates: r.dates.at(), SeeDate: r.dates.sample,
		Identifies: r.identifies, Suspect: r.suspect, Labels: labels,
		DateFits: func(cell string) bool {
			r.seen.see(cell, year, false)
			return checkDate(cell, year) == inYear
		},
		PeriodFits: func(cell string) bool {
			r.seen.see(cell, year, true)
			return checkPeriod(cell, year) == inYear
		},
	}
}

// AddRecord counts the record of a line.
func (r *Reader) AddRecord(line int, record []string) error {
	r.at(line)
	return r.Record(record)
}

// at has positions be those of a line.
func (r *Reader) at(line int) source.Position {
	at := &lineAt{file: r.Out.Spec.File, line: line}
	r.Table.Records = at
	return at.Position(0)
}

// Count counts lines that are added up otherwise.
func (r *Reader) Count(n scan.Count) {
	ledger := &r.Out.Ledger
	r.Sums.Amount += n.Sum
	r.Sums.Debit += n.Debits
	r.Sums.Credit += n.Credits
	r.Sums.Plan += n.Planned
	r.taken += n.Taken
	r.takenBack += n.TakenBack
	ledger.Unspent += n.Unspent
	ledger.UnspentPlan += n.UnspentPlan
	ledger.Zero += n.Zero
	ledger.Classified += n.Classified
	ledger.Unclassified += n.Unclassified
	ledger.Excluded += n.Excluded
	ledger.ExcludedTotal += n.ExcludedSum
	ledger.Lines += n.Zero + n.Lines()
	if n.Lines() > 0 {
		r.scanned = true
		r.Sums.Lines += n.Lines()
		r.last = lastLine{n.Last.Amount, r.at(n.Last.Line), n.Last.Excluded}
	}
}

// Bound says that a section may begin.
func (r *Reader) Bound() { r.bound() }

// AddClass adds lines of a class.
func (r *Reader) AddClass(k *classify.Class, excluded int, amount, plan scan.Sum) {
	n, ok := r.numbers[k]
	if !ok {
		n = r.Classifier.NumberOf(*k)
		r.numbers[k] = n
	}
	r.makeTallies(n)
	t := &r.Tallies[n]
	t.excluded += excluded
	add := func(to *Sum, s scan.Sum) {
		if s.Lines == 0 {
			return
		}
		if first := r.at(s.First); to.Lines == 0 || first.Compare(to.First) < 0 {
			to.First = first
		}
		to.Lines += s.Lines
		to.Money += s.Money
	}
	add(&t.Amount, amount)
	add(&t.Plan, plan)
}

// AddCentre adds unclassified lines of a cost centre.
func (r *Reader) AddCentre(c *scan.Centre) {
	g := r.centre(c.Name, r.at(c.First))
	g.Lines += c.Lines
	g.Total += c.Total
	g.describe(c.Description)
	if c.Varied {
		g.Description, g.varied = "", true
	}
	r.Out.Ledger.UnclassifiedTotal += c.Total
}

// Near reports whether any sum may overflow within so many pence.
func (r *Reader) Near(pence finance.Money) bool {
	large := func(m finance.Money) bool { return m.Magnitude() > 1<<63-uint64(pence) }
	for i := range r.Tallies {
		if t := &r.Tallies[i]; large(t.Amount.Money) || large(t.Plan.Money) {
			return true
		}
	}
	return large(r.Sums.Amount) || large(r.Sums.Debit) || large(r.Sums.Credit) || large(r.Sums.Plan)
}

// lineAt has no records and merely knows where a record is.
type lineAt struct {
	file string
	line int
}

func (l *lineAt) Next() ([]string, error)      { return nil, io.EOF }
func (l *lineAt) Position(int) source.Position { return source.Position{File: l.file, Line: l.line} }
