package suggest

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
)

// A Survey is what a ledger holds, for whoever writes the rules that classify
// its lines.
type Survey struct {
	// Spec is how the ledger was read. Where it came without columns they are
	// those that the header's names suggest.
	Spec finance.LedgerSpec
	// Guessed is true where they are.
	Guessed bool
	// Columns are all columns of the header, in its order.
	Columns []SurveyedColumn
	// Units are the words by which the ledger says that its amounts aren't in pounds; ""
	// where it doesn't.
	Units string
	// Says is the body that the first lines name, or that all lines do that were looked at in
	// a column of bodies; SaysPartner is the constituent authority that this is, "" for any
	// other.
	Says, SaysPartner string
	// Totals are what is wrong with rows that are totals, or seem to be: what of them counts
	// is in every amount.
	Totals []*source.Problem
	// Ledger is the reconciliation, by the rules there are.
	Ledger finance.Ledger
	// GroupColumn is apr's name of the column that Unclassified are by.
	GroupColumn string
	// Unclassified are the groups of lines that no rule gives a matter, largest
	// absolute amount first.
	Unclassified []finance.UnclassifiedGroup
}

// SurveyedColumn is a column of a ledger.
type SurveyedColumn struct {
	Header string
	// Name is apr's, "" where the column isn't used.
	Name string
	// Examples are the first few values.
	Examples []string
}

// SurveyLedger reads one ledger and groups what the rules of the specification
// leave unclassified. Columns of the ledger that aren't mapped are guessed from
// the header where it maps no amount. What makes the ledger unusable comes back
// as a *source.InputError.
func SurveyLedger(ctx context.Context, fsys fs.FS, spec finance.Spec, of finance.LedgerSpec) (*Survey, error) {
	s := &Survey{Spec: of}
	if s.Spec.Year == 0 {
		s.Spec.Year = spec.Year
	}
	_, amount := of.Columns[finance.AmountColumn]
	_, debit := of.Columns[finance.DebitColumn]
	s.Guessed = !amount && !debit
	if err := s.columns(fsys, &spec); err != nil {
		return nil, asInput(err)
	}
	spec.Ledgers = append(slices.Clone(spec.Ledgers), s.Spec)
	rules, problems := classify.Compile(spec)
	s.Spec.Check(s.Spec.Year, problems)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	read, err := ledger.Read(ctx, fsys, &s.Spec, rules, ledger.Reading{})
	if err != nil {
		return nil, err
	}
	if err := read.Fatal.Err(); err != nil {
		return nil, err
	}
	s.Ledger = read.Ledger
	s.Units = read.Units
	for _, p := range read.Soft.List() {
		if p.Code == finance.CodeTotalRow || p.Code == finance.CodeTotalLine || p.Code == finance.CodeTotalAbove {
			s.Totals = append(s.Totals, p)
		}
	}
	s.Unclassified = ledger.LargestFirst(read.Groups)
	return s, nil
}

// asInput makes a problem an input error; other errors stay what they are.
func asInput(err error) error {
	if p, ok := err.(*source.Problem); ok {
		return &source.InputError{Problems: []*source.Problem{p}}
	}
	return err
}

// columnExamples is how many values of a column are shown, surveyedRecords how
// many records are looked at for them.
const (
	columnExamples  = 3
	surveyedRecords = 200
)

// columns opens the ledger and says what its columns are and hold.
func (s *Survey) columns(fsys fs.FS, of *finance.Spec) error {
	spec := ledger.TableOf(&s.Spec, nil)
	monthly := false
	if s.Guessed {
		given := s.Spec.Columns
		spec.Guess = func(cells []string) (index map[string]int, enough bool) {
			index = guessColumns(cells, given)
			monthly = monthly || hasMonths(cells)
			return index, readable(index)
		}
		spec.Wanted = "a column of amounts and one of cost centres, services or accounts"
		spec.Hint = `say which is which: --column amount="Net spend" --column cost_centre=Centre`
	}
	t, err := ledger.OpenTable(fsys, spec)
	if p, ok := errors.AsType[*source.Problem](err); ok && p.Code == table.CodeMissingColumn && monthly {
		p.Hint = "each month has a column of amounts, and apr reads one: add a column that sums them, such as Total, or export a line for each month"
	}
	if err != nil {
		return err
	}
	defer t.Close() // read only: nothing can be lost
	if s.Guessed {
		s.Spec.Columns = map[string]string{}
		for name, i := range t.Index {
			s.Spec.Columns[name] = celltext.Spaced(t.Header[i])
		}
	}
	s.Columns = make([]SurveyedColumn, len(t.Header))
	for i, h := range t.Header {
		s.Columns[i].Header = celltext.Spaced(h)
	}
	for name, i := range t.Index {
		s.Columns[i].Name = name
	}
	s.GroupColumn = groupColumn(t)
	if err := s.examples(t); err != nil {
		return err
	}
	s.whose(t.Above, of)
	return nil
}

// whose finds the body that the ledger names.
func (s *Survey) whose(above []table.Line, of *finance.Spec) {
	for _, line := range above {
		text := line.Text()
		if s.SaysPartner = ledger.BodyOf(text, of.Bodies); s.SaysPartner != "" {
			s.Says = s.SaysPartner
			return
		}
		if s.Says == "" {
			s.Says = ledger.BodyOf(text, of.OtherBodies)
		}
	}
	for _, c := range s.Columns {
		if s.Says == "" && len(c.Examples) == 1 && ledger.IsBodyHead(c.Header) {
			s.Says, s.SaysPartner = c.Examples[0], ledger.BodyOf(c.Examples[0], of.Bodies)
		}
	}
}

// hasMonths reports whether most of a year's months are heads.
func hasMonths(cells []string) bool {
	months := map[string]bool{}
	for _, c := range cells {
		if name := letters(c); len(name) >= 3 {
			for month := time.January; month <= time.December; month++ {
				m := strings.ToLower(month.String())
				if name == m || name == m[:3] || name == m+"actual" || name == m[:3]+"actual" {
					months[m] = true
				}
			}
		}
	}
	return len(months) >= leastMonths
}

const leastMonths = 6

// groupColumn is apr's name of the column by which the reader groups lines that
// nothing classifies.
func groupColumn(t *table.Table) string {
	r := ledger.NewReader(t, &ledger.Result{Spec: &finance.LedgerSpec{}}, &classify.Rules{})
	for name, i := range t.Index {
		if i == r.Group {
			return name
		}
	}
	return ""
}

// examples collects the first values of each column.
func (s *Survey) examples(t *table.Table) error {
	for range surveyedRecords {
		record, err := t.Records.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		for i := range s.Columns {
			c := &s.Columns[i]
			v := celltext.Spaced(celltext.At(record, i))
			if v != "" && len(c.Examples) < columnExamples && !slices.Contains(c.Examples, v) {
				c.Examples = append(c.Examples, strings.Clone(v))
			}
		}
	}
	return nil
}
