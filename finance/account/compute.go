package account

import (
	"context"
	"io/fs"
	"runtime"

	"golang.org/x/sync/errgroup"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger"
	"apr/internal/source"
)

// Compute reads the ledgers and the history of the specification and adds them
// up. Inputs that can't be used, and all that is wrong with them, come back as a
// *source.InputError; what doesn't stop the work is in Account.Problems.
//
// Every line of a ledger is counted in exactly one of classified, unclassified,
// total row and line without an amount. Amounts that belong to no single
// locality are apportioned once they are summed, for each apportionment, measure
// and year.
//
// The lines of a transfer are left out at first. Where its sides don't agree, or what
// arrives is spend, the ledgers are read again with those lines.
func Compute(ctx context.Context, fsys fs.FS, spec finance.Spec) (*finance.Account, error) {
	account, moved, err := computeOnce(ctx, fsys, spec, ledger.Reading{}, nil)
	if err != nil || len(spec.Transfers) == 0 {
		return account, err
	}
	found := transfersOf(account, spec.Transfers)
	if found.again {
		spec.Transfers = found.counted
		if account, _, err = computeOnce(ctx, fsys, spec, ledger.Reading{}, moved); err != nil {
			return nil, err
		}
	}
	account.Transfers, account.Moved = found.counted, found.moved
	account.Problems = append(account.Problems, found.problems...)
	return account, nil
}

// compute is Compute with ledgers read in a way of their own, for tests.
func compute(ctx context.Context, fsys fs.FS, spec finance.Spec, how ledger.Reading) (*finance.Account, error) {
	account, _, err := computeOnce(ctx, fsys, spec, how, nil)
	return account, err
}

// computeOnce computes the account with the transfers as they are given. What it finds about
// money that passes between partners goes by them, unless it is given.
func computeOnce(ctx context.Context, fsys fs.FS, spec finance.Spec, how ledger.Reading, moved []*source.Problem) (*finance.Account, []*source.Problem, error) {
	rules, problems := classify.Compile(spec)
	readable := finance.CheckLedgers(&spec, problems)
	ledgers, history, err := readAll(ctx, fsys, &spec, rules, readable, how)
	if err != nil {
		return nil, nil, err
	}
	for _, l := range ledgers {
		problems.Merge(&l.Fatal)
	}
	problems.Merge(&history.Fatal)
	if err := problems.Err(); err != nil {
		return nil, nil, err
	}
	b := &posting{spec: &spec, rules: rules, ledgers: ledgers, history: history, sums: newSums(), moved: moved,
		problems: &source.Problems{}, missing: map[Key][]*ledger.Result{}, former: map[Dimension][]string{}}
	for _, p := range spec.MappingProblems {
		b.problems.Add(p)
	}
	b.problems.Merge(&history.Soft)
	b.reportMistakenCodes()
	for _, l := range ledgers {
		l.ReportUnlisted(spec.Localities)
		b.problems.Merge(&l.Soft)
	}
	b.learnNames()
	b.post()
	b.merge(history)
	b.reportIncomplete()
	if b.sums.overflow {
		problems.Addf(finance.CodeTooLarge, source.Position{}, "the sum of the ledgers is too large: %s", finance.ErrTooLarge.Hint)
		return nil, nil, problems.Err()
	}
	account := b.account()
	account.Problems = b.problems.List()
	b.doubt(account)
	account.Doubts = b.doubts.List()
	return account, b.moved, nil
}

// readAll reads the ledgers and the history side by side. Results are in order
// of the specification whichever is done first.
func readAll(ctx context.Context, fsys fs.FS, spec *finance.Spec, rules *classify.Rules, readable []bool, how ledger.Reading) ([]*ledger.Result, *HistoryRead, error) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(max(2, runtime.GOMAXPROCS(0)))
	results := make([]*ledger.Result, len(spec.Ledgers))
	for i := range spec.Ledgers {
		if !readable[i] {
			continue
		}
		g.Go(func() (err error) {
			of := spec.Ledgers[i]
			if of.Year == 0 {
				of.Year = spec.Year
			}
			results[i], err = ledger.Read(ctx, fsys, &of, rules, how)
			return err
		})
	}
	var history *HistoryRead
	g.Go(func() error {
		history = ReadHistory(fsys, spec)
		return ctx.Err()
	})
	if err := g.Wait(); err != nil {
		return nil, nil, err
	}
	var ledgers []*ledger.Result
	for _, r := range results {
		if r != nil {
			ledgers = append(ledgers, r)
		}
	}
	return ledgers, history, nil
}

// learnNames adds to what the rules name what the ledgers' specifications do:
// their funding, and every locality where a ledger has a column of them.
func (b *posting) learnNames() {
	for _, l := range b.ledgers {
		if l.Spec.Funding != "" {
			b.rules.Names.Fundings[l.Spec.Funding] = true
		}
		if _, mapped := l.Spec.Columns[finance.LocalityColumn]; mapped {
			for _, name := range b.spec.Localities {
				b.rules.Names.Localities[name] = true
			}
		}
	}
}
