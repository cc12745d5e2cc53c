package account

import (
	"context"
	"io/fs"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger"
)

// List calls each with the rows of all ledgers that are of a kind, such as
// ledger.Excluded, in order of the specification. Inputs that Compute refuses are
// refused in the same way, before any row is listed.
func List(ctx context.Context, fsys fs.FS, spec finance.Spec, kind string, each func(finance.Listed) error) error {
	account, err := Compute(ctx, fsys, spec)
	if err != nil {
		return err
	}
	spec.Transfers = account.Transfers
	rules, problems := classify.Compile(spec)
	if err := problems.Err(); err != nil {
		return err
	}
	for i := range spec.Ledgers {
		of := spec.Ledgers[i]
		if of.Year == 0 {
			of.Year = spec.Year
		}
		if err := ledger.List(ctx, fsys, &of, rules, kind, each); err != nil {
			return err
		}
	}
	return nil
}
