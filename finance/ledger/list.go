package ledger

import (
	"context"
	"io"
	"io/fs"

	"apr/finance"
	"apr/finance/classify"
	"apr/internal/table/celltext"
)

// Kinds of lines that List lists.
const (
	Reported     = "told"
	Excluded     = "excluded"
	Unclassified = "unclassified"
)

// What is reported of rows.
const (
	whyHeading   = "heading of a page or of columns, not counted"
	whyUnproven  = "should be a total and isn't the sum of what is above it, not counted"
	whySums      = "sums what is above it, counted as a line"
	whyLabelled  = "is called a total and doesn't sum what is above it, counted as a line"
	whyUnsided   = "credit in a column that isn't mapped, counted as a debit"
	whyNoMatter  = "no rule gives it a matter"
	whyNearTotal = "nearly sums what is above it, counted as a line"
)

// List calls each with the rows of a ledger that are of a kind, in their order. The
// ledger is one that Read reads without fatal problems.
func List(ctx context.Context, fsys fs.FS, spec *finance.LedgerSpec, rules *classify.Rules, kind string, each func(finance.Listed) error) error {
	out := &Result{Spec: spec, Groups: map[string]*CentreGroup{}}
	out.Ledger.Kind, out.Ledger.Year = spec.Holds(), spec.Year
	t, err := OpenTable(fsys, TableOf(spec, finance.ProgressOf(ctx)))
	if err != nil {
		return err
	}
	defer t.Close() // read only: nothing can be lost
	r := NewReader(t, out, rules)
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		record, err := t.Records.Next()
		if err == io.EOF {
			return nil
		}
		before := r.marks()
		if err == nil {
			err = r.Record(record)
		}
		if err != nil {
			return err
		}
		if why := r.marks().since(before, r, kind); why != "" {
			if err := each(r.listed(record, why)); err != nil {
				return err
			}
		}
	}
}

// readMarks are the counts by which it is known what became of a row.
type readMarks struct {
	headings, unproven, near, sums, labelled, unsided, excluded, unclassified int
}

func (r *Reader) marks() readMarks {
	l := &r.Out.Ledger
	return readMarks{l.Headings, l.Unproven, r.unprovenRows, r.summing.lines, r.labelled.lines, r.unsided.lines, l.Excluded, l.Unclassified}
}

// since is what became of a row since the marks before it, if it is of a kind, or "".
func (m readMarks) since(before readMarks, r *Reader, kind string) string {
	switch {
	case kind == Unclassified && m.unclassified > before.unclassified:
		return whyNoMatter
	case kind == Excluded && m.excluded > before.excluded:
		return r.Classifier.Classes[r.Classifier.Number(r.record)].Exclude
	case kind != Reported:
	case m.headings > before.headings:
		return whyHeading
	case m.unproven > before.unproven:
		return whyUnproven
	case m.near > before.near:
		return whyNearTotal
	case m.sums > before.sums:
		return whySums
	case m.labelled > before.labelled:
		return whyLabelled
	case m.unsided > before.unsided:
		return whyUnsided
	}
	return ""
}

// listed is a row as it is listed.
func (r *Reader) listed(record []string, why string) finance.Listed {
	if why != whyHeading {
		record = r.record // it may have been repaired
	}
	cell := func(name string) string {
		if i, ok := r.Table.Index[name]; ok {
			return celltext.Spaced(celltext.At(record, i))
		}
		return ""
	}
	l := finance.Listed{Position: r.Table.Records.Position(r.AmountAt()), Why: why, CostCentre: cell(finance.CostCentreColumn), Account: cell(finance.AccountColumn),
		Description: celltext.Spaced(celltext.At(record, r.describe))}
	if f, err := r.figures(record); err == nil && f.hasAmount {
		l.Amount = &f.Amount
	}
	if l.CostCentre == "" && r.Group >= 0 {
		if _, mapped := r.Table.Index[finance.CostCentreColumn]; !mapped {
			l.CostCentre = celltext.Spaced(celltext.At(record, r.Group))
		}
	}
	return l
}
