package ledger

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/classify"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// A Reader adds up the lines of one ledger by class.
type Reader struct {
	Table      *table.Table
	Out        *Result
	Classifier *classify.Classifier
	Tallies    []Tally                 // by number of class
	numbers    map[*classify.Class]int // of classes that were added as a whole

	Amounts             int // column of amounts, or -1
	Debit, Credit, Plan int // columns, or -1
	date, period        int // columns, or -1
	side                int // the column of debit and credit, or -1
	watched             int // one that isn't mapped
	unsided             reportedLines
	hidden              reportedLines // rows that a workbook doesn't show
	lostDigits          reportedLines // of a code
	currency            int           // the column of currencies, or -1
	foreign             reportedLines // in another currency than pounds
	identity            []int
	alike               []int // columns that say which line it is; see sample
	alikeDates          int
	Group, describe     int
	maxCentres          int    // of which there are groups
	mapped              []bool // by column
	record              []string
	Sums                Running // of the lines so far
	taken, takenBack    int     // credits above nought, and below it
	bounds              []Running
	runs                [maxIdentity]run
	scanned, unfollowed bool // lines were added that no run has, and a total was of one
	last                lastLine
	lastTotal           int // of how many lines there were above the last total
	whole               wholeTotal
	unprovenRows        int
	moreUnproven        source.Position // the first that isn't reported by itself
	summing             summingLines
	labelled            reportedLines // lines that are called totals
	headings            headings
	malformed           int
	turned              bool            // the header is there again with its columns in another order
	moreMalformed       source.Position // the first that isn't reported by itself
	joined              int
	firstJoined         source.Position
	exampleJoined       string
	misdated            [notAPeriod + 1]misdatedLines
	seen                seenMonths
	lastSeen            [2]string // the date and the period of the last record
	allSeen             [2]map[string]bool
	statuses            [2]map[string]dateStatus // of dates and periods by what cells say
	dates               *dateColumns
	notes               []note
	beneath             []table.Line // without an amount, before the first line
	review              review
	unreviewed          bool
}

// MaxMalformed is how many malformed rows of a file are reported one by one.
const MaxMalformed = 20

// AddRecords reads all records there are, one by one.
func (r *Reader) AddRecords(ctx context.Context, from table.Records) error {
	r.Table.Records = from // for positions
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		record, err := from.Next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = r.Record(record)
		}
		if err != nil {
			return err
		}
	}
}

// peeked is how many records of a workbook are read ahead, to see what its columns
// hold: about as many as of a text.
const peeked = 200

// NewReader is a reader of a table, of which it may read some records ahead.
func NewReader(t *table.Table, out *Result, rules *classify.Rules) *Reader {
	column := func(name string) int {
		if i, ok := t.Index[name]; ok {
			return i
		}
		return -1
	}
	r := &Reader{
		Table: t, Out: out, Classifier: rules.Bind(out.Spec, t.Index), numbers: map[*classify.Class]int{},
		Amounts: column(finance.AmountColumn), Debit: column(finance.DebitColumn), Credit: column(finance.CreditColumn), Plan: column(finance.PlanColumn),
		date: column(finance.DateColumn), period: column(finance.PeriodColumn), side: column(finance.SideColumn), watched: -1, describe: -1,
	}
	for _, name := range []string{"cost_centre_name", "cost_centre_description", finance.DescriptionColumn} {
		if r.describe < 0 {
			r.describe, out.describedBy = column(name), name
		}
	}
	for _, name := range []string{finance.CostCentreColumn, finance.AccountColumn} {
		if i := column(name); i >= 0 {
			r.identity = append(r.identity, i)
		}
	}
	if len(r.identity) == 0 {
		for _, i := range t.Index {
			if !r.IsMoney(i) {
				r.identity = append(r.identity, i)
			}
		}
		slices.Sort(r.identity)
	}
	r.alike, r.alikeDates = r.columnsAlike()
	r.mapped = make([]bool, len(t.Header))
	for _, i := range t.Index {
		r.mapped[i] = true
	}
	if t.Workbook != nil {
		t.Peek(peeked)
	}
	r.headings = newHeadings(t.Above)
	r.review = newReview(aboutLines(t))
	r.dates = r.newDateColumns()
	r.review.accounts = r.newAccounts()
	r.review.words, r.review.monthly = r.newLineWords(rules.Partners), r.newMonthly()
	r.watch()
	r.currency = r.currencies()
	r.Group = column(finance.CostCentreColumn)
	if r.Group < 0 && len(r.identity) > 0 {
		r.Group = r.groupedBy()
	}
	for name, i := range t.Index {
		if i == r.Group && (out.groupColumn == "" || name < out.groupColumn) {
			out.groupColumn = name
		}
	}
	return r
}

// IsMoney reports whether the column holds amounts.
func (r *Reader) IsMoney(i int) bool {
	return i >= 0 && (i == r.Amounts || i == r.Debit || i == r.Credit || i == r.Plan)
}

// AmountAt is the column that stands for a line's amount in positions.
func (r *Reader) AmountAt() int {
	if r.Amounts >= 0 {
		return r.Amounts
	}
	return r.Debit
}

// Record counts one record. An error ends the reading.
func (r *Reader) Record(record []string) error {
	if celltext.IsBlank(record) {
		return nil
	}
	if len(record) != len(r.Table.Header) && r.Table.Workbook == nil {
		if r.isHeading(record) {
			r.heading(record)
			return nil
		}
		if record = r.repaired(record); record == nil {
			return nil
		}
	}
	r.record = record
	f, err := r.figures(record)
	w := r.words(record)
	if (err != nil || !f.any() || w.label == pageHeading) && r.isHeading(record) {
		r.heading(record)
		return nil
	}
	r.see(record)
	if err != nil {
		return r.malformedRow(record, err)
	}
	verdict := isLine
	if !w.plainLine() {
		verdict = r.verdictOf(&w, &f)
	}
	if verdict == isLine && f.noSide {
		return r.malformedRow(record, &cellError{r.side, finance.ErrNoSide})
	}
	ledger := &r.Out.Ledger
	ledger.Lines++
	switch verdict {
	case isTotal:
		ledger.Totals++
		r.noteWhole(&w, &f)
	case isUnproven:
		ledger.Unproven++
	}
	if verdict != isLine {
		r.lastTotal = r.Sums.Lines
		r.bound()
		return nil
	}
	if !f.any() {
		r.Classifier.Note(record)
		r.note(record)
		ledger.Zero++
		r.bound()
		return nil
	}
	r.checkDates(record, f.Amount)
	r.dates.see(record, r.Table.Date1904, r.Table.Records.Position)
	r.checkDigits(record, &f)
	r.checkCurrency(record, &f)
	if credit, _ := finance.Side(celltext.At(record, r.watched)); credit && f.Amount > 0 {
		r.unsided.note(r, &w, &f)
	}
	if r.Table.Workbook != nil && r.Table.Workbook.Hidden() {
		r.hidden.note(r, &w, &f)
	}
	return r.line(record, &f)
}

// line adds a line with an amount or a plan to its class.
func (r *Reader) line(record []string, f *figures) error {
	n := r.Classifier.Number(record)
	r.makeTallies(n)
	t, ledger := &r.Tallies[n], &r.Out.Ledger
	r.follow(record)
	fits := r.Sums.add(f)
	r.last = lastLine{f.Amount, r.Table.Records.Position(r.AmountAt()), t.Exclude != ""}
	if !r.unreviewed && !r.scanned {
		r.look(record, f, n)
	}
	if f.Credit > 0 {
		r.taken++
	} else if f.Credit < 0 {
		r.takenBack++
	}
	if f.hasAmount {
		fits = t.Amount.add(f.Amount, r) && fits
		r.sample(record, f.Amount)
	}
	if f.hasPlan {
		fits = t.Plan.add(f.Plan, r) && fits
	}
	if f.hasPlan && !f.hasAmount {
		ledger.Unspent++
		ledger.UnspentPlan += f.Plan
	}
	if !fits {
		return &source.Problem{Code: finance.CodeTooLarge, Position: r.Table.Records.Position(r.AmountAt()),
			Message: "the sum of the lines to here is too large", Hint: finance.ErrTooLarge.Hint}
	}
	if t.Exclude != "" {
		t.excluded++
		ledger.Excluded++
		ledger.ExcludedTotal += f.Amount
		return nil
	}
	if t.Matter != "" || ledger.Kind == finance.Funded {
		ledger.Classified++
		return nil
	}
	ledger.Unclassified++
	ledger.UnclassifiedTotal += f.Amount
	r.unclassified(record, f.Amount)
	return nil
}

// makeTallies makes sure that there is a tally of class n.
func (r *Reader) makeTallies(n int) {
	for n >= len(r.Tallies) {
		r.Tallies = append(r.Tallies, Tally{Class: r.Classifier.Classes[len(r.Tallies)]})
	}
}

// malformedRow reports a cell that isn't an amount.
func (r *Reader) malformedRow(record []string, err error) error {
	e := err.(*cellError)
	if r.otherHeader(record) {
		return nil
	}
	p := &source.Problem{Code: finance.CodeMalformedAmount, Position: r.Table.Records.Position(e.column)}
	not := "isn't an amount"
	if e.column == r.side {
		not = "doesn't say what its amount is"
	}
	p.Message = fmt.Sprintf("%q in the column %s %s: %v", celltext.Short(celltext.At(record, e.column)), celltext.Short(celltext.Spaced(r.Table.Header[e.column])), not, e.err)
	if a := (*finance.AmountError)(nil); errors.As(e.err, &a) {
		p.Hint = a.Hint
	}
	r.malformedAt(p)
	return nil
}

// otherHeader reports a record that is the header again with its columns in another order,
// once: what stands below it stands in other columns than it is read from.
func (r *Reader) otherHeader(record []string) bool {
	if !r.isOtherHeader(record) {
		return false
	}
	if !r.turned {
		r.turned = true
		r.malformedAt(&source.Problem{Code: finance.CodeMalformedAmount, Position: r.Table.Records.Position(-1),
			Message: fmt.Sprintf("this is the header again with its columns in another order, %s, and not %s: the lines below it would be read from the wrong ones", celltext.Short(strings.Join(record, ",")), celltext.Short(strings.Join(r.Table.Header, ","))),
			Hint:    "don't delete the row alone: put the columns below it in the order of those above, or keep the two exports in two files with a ledger for each"})
	}
	return true
}

// isOtherHeader reports whether a record has the cells of the header in another order.
func (r *Reader) isOtherHeader(record []string) bool {
	keys := func(cells []string) (list []string) {
		for _, c := range cells {
			if k := celltext.HeaderKey(c); k != "" {
				list = append(list, k)
			}
		}
		slices.Sort(list)
		return list
	}
	first := celltext.HeaderKey(celltext.At(record, r.AmountAt()))
	if first == "" || !slices.ContainsFunc(r.Table.Header, func(h string) bool { return celltext.HeaderKey(h) == first }) {
		return false
	}
	return slices.Equal(keys(record), keys(r.Table.Header))
}

// malformedAt keeps the first malformed rows and counts the others.
func (r *Reader) malformedAt(p *source.Problem) {
	switch r.malformed++; {
	case r.malformed <= MaxMalformed:
		r.Out.Fatal.Add(p)
	case r.malformed == MaxMalformed+1:
		r.moreMalformed = p.Position
	}
}

// finish makes the result.
func (r *Reader) finish() {
	out := r.Out
	if more := r.malformed - MaxMalformed; more > 0 {
		out.Fatal.Addf(finance.CodeMalformedAmount, r.moreMalformed, "and %s from here on can't be read", wording.Count(more, "more row"))
	}
	out.Tallies = r.Tallies
	if r.Table.Workbook == nil { // a scan meets classes in any order
		slices.SortFunc(out.Tallies, func(a, b Tally) int { return a.first().Compare(b.first()) })
	}
	out.excluded()
	out.Ledger.Total = r.Sums.Amount
	if r.Plan >= 0 {
		total := r.Sums.Plan
		out.Ledger.PlanTotal = &total
	}
	groups := LargestFirst(out.Groups)
	out.Ledger.Largest = groups[:min(len(groups), maxLargest)]
	if out.overflow.Lines > 0 {
		out.Ledger.Overflow = &out.overflow.UnclassifiedGroup
	}
	out.Evidence = r.evidence()
	out.Expected, out.Words, out.Cover, out.Unread = r.expectedHead(), r.Table.Above, r.Table.Cover, r.unreadSheets()
	out.HiddenSheet = r.Table.HiddenSheet
	if out.Units, out.UnitsAt = Units(r.Table, r.Amounts, r.Debit, r.Credit, r.Plan); out.Units == "" {
		out.Units, out.UnitsAt = r.moreUnits()
	}
	r.reportTotals()
	r.reportBelowTotal()
	r.reportHeadings()
	r.reportUnsided()
	r.reportTakenBack()
	r.reportLostDigits()
	r.reportJoined()
	r.reportMisdated()
	r.reportMixed()
	r.reportHidden()
	r.reportReview()
	out.reconcile()
}
