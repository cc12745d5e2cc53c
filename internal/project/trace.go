package project

import (
	"context"
	"errors"

	"apr/finance/trace"
	"apr/internal/source"
)

// TraceAmounts reads the ledgers and the history again and says what figures of
// the account were added up from; see finance.TraceFigures.
func (r *Project) TraceAmounts(ctx context.Context, queries []trace.Query, largest int) ([]*trace.Trace, error) {
	if len(queries) == 0 {
		return nil, nil
	}
	if r.folder == nil {
		return nil, errors.New("the report was made without its ledgers")
	}
	var problems source.Problems
	spec, _ := financeSpec(r.Config, &problems)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return trace.Figures(ctx, r.folder, spec, queries, largest)
}
