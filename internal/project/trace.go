package project

import (
	"context"
	"errors"

	"apr/finance"
	"apr/finance/trace"
)

// TraceAmounts reads the ledgers and the history again and says what figures of
// the account were added up from; see finance.TraceFigures.
func (r *Project) TraceAmounts(ctx context.Context, queries []finance.Query, largest int) ([]*trace.Trace, error) {
	if len(queries) == 0 {
		return nil, nil
	}
	if r.folder == nil {
		return nil, errors.New("the report was made without its ledgers")
	}
	spec := r.spec
	spec.Transfers = r.Account.Transfers // those that aren't counted twice
	return trace.Figures(ctx, r.folder, spec, queries, largest)
}

// Rules are those that the account was classified by, in order: those of apr.yaml and
// the rows of mappings.
func (r *Project) Rules() []finance.Rule { return r.spec.Rules }
