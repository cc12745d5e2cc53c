package finance

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// ledgerRead is what one ledger came to.
type ledgerRead struct {
	spec    *LedgerSpec
	ledger  Ledger
	tallies []tally // by class, in order of their first line
	groups  map[string]*centreGroup
	beyond  centreGroup // of cost centres for which groups has no room
	fatal   source.Problems
	soft    source.Problems
}

// A tally adds up the lines of one class.
type tally struct {
	class
	amount, plan sum
}

// A sum is an amount with the number of lines that made it and the first.
type sum struct {
	Money
	lines int
	first source.Position
}

// A ledgerReader adds up the lines of one ledger by class.
type ledgerReader struct {
	table      *table.Table
	out        *ledgerRead
	classifier *classifier
	tallies    []tally        // by number of class
	numbers    map[*class]int // of classes that were added as a whole

	amounts             int // column of amounts, or -1
	debit, credit, plan int // columns, or -1
	date, period        int // columns, or -1
	identity            []int
	group, describe     int
	maxCentres          int // of which there are groups
	lines, planned      runningSum
	malformed           int
	moreMalformed       source.Position // the first that isn't told by itself
	joined              int
	firstJoined         source.Position
	exampleJoined       string
	untimely            [notAPeriod + 1]untimely
}

// reading says how ledgers are read; the zero value is for everybody but tests.
type reading struct {
	strict   bool // without scanning
	excelize bool // workbooks through excelize
	centres  int  // of which there are groups of unclassified lines
	scan     scanSizes
}

// maxMalformed is how many malformed rows of a file are told one by one.
const maxMalformed = 20

// readLedger reads and adds up one ledger. What is wrong with it is in the
// result; the error is that of the context.
func readLedger(ctx context.Context, fsys fs.FS, spec *LedgerSpec, rules *Rules, how reading) (*ledgerRead, error) {
	out := &ledgerRead{spec: spec, groups: map[string]*centreGroup{}}
	out.ledger = Ledger{File: spec.File, Partner: spec.Partner, Kind: spec.Holds(), Year: spec.Year,
		Control: spec.ControlTotal, PlanControl: spec.PlanControlTotal, Position: spec.Position}
	from := ledgerTable(spec, progressOf(ctx))
	from.Excelize = how.excelize
	t, err := table.Open(fsys, from)
	if err != nil {
		out.fail(err)
		return out, nil
	}
	defer t.Close() // read only: nothing can be lost
	r := newLedgerReader(t, out, rules)
	r.maxCentres = cmp.Or(how.centres, maxCentres)
	err = r.addAll(ctx, how)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		out.fail(err)
	}
	r.finish()
	return out, nil
}

// addAll reads all records: those of a text through a scan, others one by one.
func (r *ledgerReader) addAll(ctx context.Context, how reading) error {
	if r.table.Text == nil || how.strict || len(r.identity) == 0 || len(r.table.Header) < 2 {
		return r.addRecords(ctx, r.table.Records)
	}
	return scanText(ctx, r.layout(), r, how.scan)
}

// ledgerTable is what is to be opened of a ledger.
func ledgerTable(l *LedgerSpec, progress table.Progress) table.Spec {
	return table.Spec{File: l.File, Sheet: l.Sheet, Member: l.Member, Members: true, What: "ledger", Columns: l.Columns, Position: l.Position, Progress: progress}
}

// addRecords reads all records there are, one by one. It is the strict path.
func (r *ledgerReader) addRecords(ctx context.Context, from table.Records) error {
	r.table.Records = from // for positions
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		record, err := from.Next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = r.record(record)
		}
		if err != nil {
			return err
		}
	}
}

// fail records what makes the ledger unusable.
func (out *ledgerRead) fail(err error) {
	if p := (*source.Problem)(nil); errors.As(err, &p) {
		out.fatal.Add(p)
		return
	}
	out.fatal.Addf(table.CodeUnreadableFile, source.Position{File: out.spec.File}, "the ledger can't be read: %v", err)
}

func newLedgerReader(t *table.Table, out *ledgerRead, rules *Rules) *ledgerReader {
	column := func(name string) int {
		if i, ok := t.Index[name]; ok {
			return i
		}
		return -1
	}
	r := &ledgerReader{
		table: t, out: out, classifier: rules.bind(out.spec, t.Index), numbers: map[*class]int{},
		amounts: column(amountColumn), debit: column(debitColumn), credit: column(creditColumn), plan: column(planColumn),
		date: column(dateColumn), period: column(periodColumn), describe: -1,
	}
	for _, name := range []string{"cost_centre_name", "cost_centre_description", descriptionColumn} {
		if r.describe < 0 {
			r.describe = column(name)
		}
	}
	for _, name := range []string{costCentreColumn, accountColumn} {
		if i := column(name); i >= 0 {
			r.identity = append(r.identity, i)
		}
	}
	if len(r.identity) == 0 {
		for _, i := range t.Index {
			if !r.isMoney(i) {
				r.identity = append(r.identity, i)
			}
		}
		slices.Sort(r.identity)
	}
	r.group = column(costCentreColumn)
	if r.group < 0 && len(r.identity) > 0 {
		r.group = r.identity[0]
	}
	return r
}

// isMoney reports whether the column holds amounts.
func (r *ledgerReader) isMoney(i int) bool {
	return i >= 0 && (i == r.amounts || i == r.debit || i == r.credit || i == r.plan)
}

// amountAt is the column that stands for a line's amount in positions.
func (r *ledgerReader) amountAt() int {
	if r.amounts >= 0 {
		return r.amounts
	}
	return r.debit
}

// record counts one record. An error ends the reading.
func (r *ledgerReader) record(record []string) error {
	if celltext.IsBlank(record) {
		return nil
	}
	if len(record) != len(r.table.Header) && r.table.Workbook == nil {
		if record = r.mended(record); record == nil {
			return nil
		}
	}
	ledger := &r.out.ledger
	if r.isTotalRow(record) {
		if err := r.totalRow(record); err != nil {
			return r.malformedRow(record, err)
		}
		ledger.Lines++
		return nil
	}
	amount, blank, err := r.amount(record)
	if err != nil {
		return r.malformedRow(record, err)
	}
	planned, unplanned := Money(0), true
	if r.plan >= 0 {
		if planned, unplanned, err = r.money(record, r.plan); err != nil {
			return r.malformedRow(record, err)
		}
	}
	ledger.Lines++
	if blank && unplanned {
		ledger.Zero++
		return nil
	}
	r.timely(record, amount)
	return r.line(record, amount, planned, blank, unplanned)
}

// line adds a line with an amount or a plan to its class.
func (r *ledgerReader) line(record []string, amount, planned Money, blank, unplanned bool) error {
	n := r.classifier.number(record)
	r.makeTallies(n)
	t, ledger := &r.tallies[n], &r.out.ledger
	var fits [4]bool
	r.lines.sum, fits[0] = r.lines.sum.add(amount)
	r.planned.sum, fits[1] = r.planned.sum.add(planned)
	fits[2], fits[3] = true, true
	if !blank {
		fits[2] = t.amount.add(amount, r)
	}
	if !unplanned {
		fits[3] = t.plan.add(planned, r)
	}
	if fits != [4]bool{true, true, true, true} {
		return &source.Problem{Code: CodeTooLarge, Position: r.table.Records.Position(r.amountAt()),
			Message: "the sum of the lines to here is too large", Hint: errTooLarge.hint}
	}
	if t.matter != "" || ledger.Kind == Funded {
		ledger.Classified++
		return nil
	}
	ledger.Unclassified++
	ledger.UnclassifiedTotal += amount
	r.unclassified(record, amount)
	return nil
}

// makeTallies makes sure that there is a tally of class n.
func (r *ledgerReader) makeTallies(n int) {
	for n >= len(r.tallies) {
		r.tallies = append(r.tallies, tally{class: r.classifier.classes[len(r.tallies)]})
	}
}

func (s *sum) add(m Money, r *ledgerReader) (ok bool) {
	if s.lines == 0 {
		s.first = r.table.Records.Position(r.amountAt())
	}
	s.lines++
	s.Money, ok = s.Money.add(m)
	return ok
}

// amount is a record's amount: its amount column, or debit less credit.
func (r *ledgerReader) amount(record []string) (m Money, blank bool, err error) {
	if r.amounts >= 0 {
		return r.money(record, r.amounts)
	}
	debit, noDebit, err := r.money(record, r.debit)
	if err != nil {
		return 0, false, err
	}
	credit, noCredit, err := r.money(record, r.credit)
	if err != nil {
		return 0, false, err
	}
	m, ok := debit.add(-credit)
	if !ok {
		return 0, false, &cellError{r.debit, errTooLarge}
	}
	return m, noDebit && noCredit, nil
}

// money reads one cell.
func (r *ledgerReader) money(record []string, column int) (m Money, blank bool, err error) {
	if r.table.Workbook != nil {
		if m, blank, err = parseCellAmount(celltext.At(record, column)); blank && r.table.Workbook.Uncalculated(column) {
			err = errUncalculated
		}
	} else {
		m, blank, err = parseAmount(celltext.At(record, column))
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

// malformedRow tells of a cell that isn't an amount, unless the row is the
// header over again.
func (r *ledgerReader) malformedRow(record []string, err error) error {
	if r.table.IsRepeatedHeader(record) {
		return nil
	}
	e := err.(*cellError)
	p := &source.Problem{Code: CodeMalformedAmount, Position: r.table.Records.Position(e.column)}
	p.Message = fmt.Sprintf("%q in the column %s isn't an amount: %v", celltext.Trim(celltext.At(record, e.column)), celltext.Spaced(r.table.Header[e.column]), e.err)
	if a := (*amountError)(nil); errors.As(e.err, &a) {
		p.Hint = a.hint
	}
	r.malformedAt(p)
	return nil
}

// malformedAt keeps the first malformed rows and counts the others.
func (r *ledgerReader) malformedAt(p *source.Problem) {
	switch r.malformed++; {
	case r.malformed <= maxMalformed:
		r.out.fatal.Add(p)
	case r.malformed == maxMalformed+1:
		r.moreMalformed = p.Position
	}
}

// finish closes the ledger's books.
func (r *ledgerReader) finish() {
	out := r.out
	if more := r.malformed - maxMalformed; more > 0 {
		out.fatal.Addf(CodeMalformedAmount, r.moreMalformed, "and %s from here on can't be read", wording.Count(more, "more row"))
	}
	out.tallies = r.tallies
	if r.table.Workbook == nil { // the fast path meets classes in any order
		slices.SortFunc(out.tallies, func(a, b tally) int { return a.first().Compare(b.first()) })
	}
	out.ledger.Total = r.lines.sum
	if r.plan >= 0 {
		total := r.planned.sum
		out.ledger.PlanTotal = &total
	}
	groups := largestFirst(out.groups)
	out.ledger.Largest = groups[:min(len(groups), maxLargest)]
	if out.beyond.Lines > 0 {
		out.ledger.Beyond = &out.beyond.UnclassifiedGroup
	}
	r.tellJoined()
	r.tellUntimely()
	out.reconcile()
}
