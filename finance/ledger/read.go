package ledger

import (
	"cmp"
	"context"
	"io/fs"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger/scan"
	"apr/finance/ledger/sketch"
	"apr/internal/table"
)

// Reading says how ledgers are read; the zero value is for everybody but tests.
type Reading struct {
	Strict   bool // without scanning
	Excelize bool // workbooks through excelize
	Centres  int  // of which there are groups of unclassified lines
	// Unreviewed has lines not held against each other, as a scan has none: for tests that
	// compare the two.
	Unreviewed bool
	Scan       scan.Sizes
	merged     []table.Merged // cells of a workbook; nil before they are known
}

// Read reads and adds up one ledger. What is wrong with it is in the
// result; the error is that of the context.
func Read(ctx context.Context, fsys fs.FS, spec *finance.LedgerSpec, rules *classify.Rules, how Reading) (*Result, error) {
	out := &Result{Spec: spec, Groups: map[string]*CentreGroup{}, Sketch: sketch.New()}
	out.Ledger = finance.Ledger{File: spec.File, Partner: spec.Partner, Kind: spec.Holds(), Year: spec.Year,
		Control: spec.ControlTotal, PlanControl: spec.PlanControlTotal, Position: spec.Position}
	from := TableOf(spec, finance.ProgressOf(ctx))
	from.Excelize, from.Merged = how.Excelize, how.merged
	t, err := table.Open(fsys, from)
	if err != nil {
		out.fail(err)
		return out, nil
	}
	defer t.Close() // read only: nothing can be lost
	r := NewReader(t, out, rules)
	out.Classifier = r.Classifier
	r.maxCentres, r.unreviewed = cmp.Or(how.Centres, MaxCentres), how.Unreviewed
	err = r.addAll(ctx, how)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err == nil && r.dates.doubtful() && len(out.Fatal.List()) == 0 {
		how.Strict = true // a scan has seen the dates of a part of the lines only
		return Read(ctx, fsys, spec, rules, how)
	}
	if err == nil && r.unfollowed {
		how.Strict = true
		return Read(ctx, fsys, spec, rules, how)
	}
	if err == nil && how.merged == nil {
		if how.merged = t.Unfilled(amountColumns); how.merged != nil {
			return Read(ctx, fsys, spec, rules, how) // merged cells are behind the rows
		}
	}
	if err != nil {
		out.fail(err)
	}
	r.finish()
	return out, nil
}

// addAll reads all records: those of a text through a scan, others one by one.
func (r *Reader) addAll(ctx context.Context, how Reading) error {
	if r.Table.Text == nil || how.Strict || r.side >= 0 || r.watched >= 0 || r.currency >= 0 || len(r.identity) == 0 || len(r.Table.Header) < 2 {
		return r.AddRecords(ctx, r.Table.Records)
	}
	return scan.Text(ctx, r.layout(), r, how.Scan)
}

// TableOf is what is to be opened of a ledger.
func TableOf(l *finance.LedgerSpec, progress table.Progress) table.Spec {
	return table.Spec{File: l.File, Sheet: l.Sheet, Member: l.Member, Members: true, What: "ledger", Columns: l.Columns, Position: l.Position, Progress: progress, NotMerged: amountColumns}
}
