package trace

import (
	"context"
	"fmt"
	"io/fs"
	"slices"

	"apr/finance"
	"apr/finance/account"
	"apr/finance/classify"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// A Trace is what a figure was added up from. The amounts of Parts, Shares and
// Rows sum to the figure, to the penny.
type Trace struct {
	// Parts are the ledger lines that are counted whole, by ledger and rule.
	Parts []Part
	// Shares are the figure's parts of what is apportioned among localities.
	Shares []SharedPart
	// Rows are those of the history table, where the figure comes from it.
	Rows []HistoryPart
	// Largest are the ledger lines with the largest amounts, whichever their
	// sign; those that are apportioned with their whole amount.
	Largest []Line
}

// A Part is the lines of one ledger that one rule put there.
type Part struct {
	File    string
	Partner string
	// Column is the header that the amounts are under; "debit less credit"
	// where there are two.
	Column string
	// Rule is the number of the deciding rule, from 1; 0 where none decided.
	// Because says what did then.
	Rule    int
	Because string
	Lines   int
	Amount  finance.Money
}

// A SharedPart is a locality's share of what an apportionment shares. The
// amounts of Parts sum to Whole.
type SharedPart struct {
	Apportionment string
	PPM           int64
	Whole         finance.Money
	Amount        finance.Money
	Parts         []Part
}

// Share is the locality's share in percent, in full: "33.3333%".
func (s *SharedPart) Share() string { return finance.PercentOf(s.PPM) + "%" }

// A HistoryPart is a row of the history table, or what it leaves.
type HistoryPart struct {
	What     string
	Position source.Position
	Amount   finance.Money
}

// A Line is one line of a ledger.
type Line struct {
	Position source.Position
	// Cells are the line's mapped cells that aren't amounts, in order of column.
	Cells  []Cell
	Rule   int
	Amount finance.Money
	// Apportionment is the one that shares the line, or "".
	Apportionment string
}

// A Cell is a cell by apr's name of its column.
type Cell struct{ Column, Text string }

// sum is what the parts add up to.
func (t *Trace) sum() (sum finance.Money) {
	for _, p := range t.Parts {
		sum += p.Amount
	}
	for _, s := range t.Shares {
		sum += s.Amount
	}
	for _, r := range t.Rows {
		sum += r.Amount
	}
	return sum
}

// Lines is how many ledger lines made the figure.
func (t *Trace) Lines() (lines int) {
	for _, p := range t.Parts {
		lines += p.Lines
	}
	for _, s := range t.Shares {
		for _, p := range s.Parts {
			lines += p.Lines
		}
	}
	return lines
}

// Figures reads the inputs a second time, line by line, and says for each
// query what its figure was added up from, with so many of its largest lines.
// The specification is one that Compute has accepted. It is an error when the
// inputs no longer give the figure: they were changed in between.
func Figures(ctx context.Context, fsys fs.FS, spec finance.Spec, queries []finance.Query, largest int) ([]*Trace, error) {
	rules, problems := classify.Compile(spec)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	t := tracer{spec: &spec, rules: rules, largest: largest}
	for i := range queries {
		target, err := t.target(&queries[i])
		if err != nil {
			return nil, err
		}
		t.targets = append(t.targets, target)
	}
	for i := range spec.Ledgers {
		if err := t.ledger(ctx, fsys, &spec.Ledgers[i]); err != nil {
			return nil, err
		}
	}
	if err := t.history(fsys); err != nil {
		return nil, err
	}
	var traces []*Trace
	for _, target := range t.targets {
		target.apportion(&spec, rules)
		if got, want := target.trace.sum(), target.query.Amount.Money; got != want {
			q := target.query
			return nil, fmt.Errorf("the inputs have changed while they were read: the %s of %s by %s %s sums to %s and was %s before",
				q.Measure, q.Year, q.Dimension, q.Item, got.Exact(), want.Exact())
		}
		traces = append(traces, target.trace)
	}
	return traces, nil
}

// tracer reads the inputs for all figures at once.
type tracer struct {
	spec    *finance.Spec
	rules   *classify.Rules
	largest int
	targets []*traceTarget
}

// traceTarget is one figure and what was found of it so far.
type traceTarget struct {
	query *finance.Query
	key   account.Key
	trace *Trace
	// fromHistory is true where the history table gives the figure.
	fromHistory bool
	parts       map[partKey]*Part
	order       []partKey // of parts
}

type partKey struct {
	ledger      int // index in the specification
	column      string
	rule        int
	because     string
	apportioned string
}

// target makes a query ready.
func (t *tracer) target(q *finance.Query) (*traceTarget, error) {
	names := append(slices.Clone(account.DimensionNames), finance.UnclassifiedDimension, finance.UnallocatedDimension)
	m, d := slices.Index(account.MeasureNames, q.Measure), slices.Index(names, q.Dimension)
	if m < 0 || d < 0 {
		return nil, fmt.Errorf("there are no figures of %s by %s", q.Measure, q.Dimension)
	}
	key := account.Key{Measure: account.Measure(m), Year: q.Year, Dimension: account.Dimension(d), Item: q.Item}
	return &traceTarget{
		query: q, key: key, trace: &Trace{}, parts: map[partKey]*Part{},
		fromHistory: t.spec.History != "" && slices.Equal(q.Amount.Files, []string{t.spec.History}),
	}, nil
}

// columns says which amounts of a ledger make figures of a measure and year: its
// own, those of its plan column, or none.
func (t *tracer) columns(l *finance.LedgerSpec, key account.Key) (amount, plan bool) {
	year := l.Year
	if year == 0 {
		year = t.spec.Year
	}
	if year != key.Year {
		return false, false
	}
	switch key.Measure {
	case account.SpendMeasure:
		return l.Holds() == finance.Actual, false
	case account.FundingMeasure:
		return l.Holds() == finance.Funded, false
	}
	if l.Holds() == finance.Plan {
		return true, false
	}
	return false, l.Holds() == finance.Actual && l.Columns[finance.PlanColumn] != "" && !t.hasPlanLedger(l.Partner, year)
}

// hasPlanLedger reports whether a partner's plan comes from a ledger of its own,
// before which plan columns yield.
func (t *tracer) hasPlanLedger(partner string, year period.Year) bool {
	return slices.ContainsFunc(t.spec.Ledgers, func(l finance.LedgerSpec) bool {
		return l.Holds() == finance.Plan && l.Partner == partner && (l.Year == year || l.Year == 0 && year == t.spec.Year)
	})
}

// apportion makes the shares of what was found to be apportioned, and puts parts
// in order.
func (target *traceTarget) apportion(spec *finance.Spec, rules *classify.Rules) {
	slices.SortFunc(target.order, comparePartKeys)
	shared := map[string]*SharedPart{}
	for _, k := range target.order {
		if k.apportioned == "" {
			target.trace.Parts = append(target.trace.Parts, *target.parts[k])
			continue
		}
		s := shared[k.apportioned]
		if s == nil {
			s = &SharedPart{Apportionment: k.apportioned}
			shared[k.apportioned] = s
		}
		s.Parts = append(s.Parts, *target.parts[k])
		s.Whole += target.parts[k].Amount
	}
	for i := range spec.Apportions {
		a := &spec.Apportions[i]
		s := shared[a.Name]
		if s == nil {
			continue
		}
		for j, part := range a.Apportion(s.Whole) {
			if rules.Localities[celltext.Fold(a.Shares[j].Locality)] == target.key.Item {
				s.PPM, s.Amount = a.Shares[j].PPM, part
			}
		}
		target.trace.Shares = append(target.trace.Shares, *s)
	}
}
