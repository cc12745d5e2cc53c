package finance

import (
	"context"
	"io/fs"
	"runtime"

	"golang.org/x/sync/errgroup"

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
func Compute(ctx context.Context, fsys fs.FS, spec Spec) (*Account, error) {
	return compute(ctx, fsys, spec, reading{})
}

// compute is Compute with ledgers read in a way of their own, for tests.
func compute(ctx context.Context, fsys fs.FS, spec Spec, how reading) (*Account, error) {
	rules, problems := CompileRules(spec)
	readable := checkLedgers(&spec, problems)
	ledgers, history, err := readAll(ctx, fsys, &spec, rules, readable, how)
	if err != nil {
		return nil, err
	}
	for _, l := range ledgers {
		problems.Merge(&l.fatal)
	}
	problems.Merge(&history.fatal)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	b := &books{spec: &spec, rules: rules, ledgers: ledgers, history: history, figures: newFigures(),
		problems: &source.Problems{}, missing: map[figureKey][]*ledgerRead{}}
	for _, l := range ledgers {
		l.tellUnlisted(spec.Localities)
		b.problems.Merge(&l.soft)
	}
	b.learnNames()
	b.post()
	b.merge(history)
	b.tellIncomplete()
	if b.figures.overflow {
		problems.Addf(CodeTooLarge, source.Position{}, "the sum of the ledgers is too large: %s", errTooLarge.hint)
		return nil, problems.Err()
	}
	account := b.account()
	account.Problems = b.problems.List()
	return account, nil
}

// readAll reads the ledgers and the history side by side. Results are in order
// of the specification whichever is done first.
func readAll(ctx context.Context, fsys fs.FS, spec *Spec, rules *Rules, readable []bool, how reading) ([]*ledgerRead, *historyRead, error) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(max(2, runtime.GOMAXPROCS(0)))
	results := make([]*ledgerRead, len(spec.Ledgers))
	for i := range spec.Ledgers {
		if !readable[i] {
			continue
		}
		g.Go(func() (err error) {
			of := spec.Ledgers[i]
			if of.Year == 0 {
				of.Year = spec.Year
			}
			results[i], err = readLedger(ctx, fsys, &of, rules, how)
			return err
		})
	}
	var history *historyRead
	g.Go(func() error {
		history = readHistory(fsys, spec)
		return ctx.Err()
	})
	if err := g.Wait(); err != nil {
		return nil, nil, err
	}
	var ledgers []*ledgerRead
	for _, r := range results {
		if r != nil {
			ledgers = append(ledgers, r)
		}
	}
	return ledgers, history, nil
}

// learnNames adds to what the rules name what the ledgers' specifications do:
// their funding, and every locality where a ledger has a column of them.
func (b *books) learnNames() {
	for _, l := range b.ledgers {
		if l.spec.Funding != "" {
			b.rules.names.fundings[l.spec.Funding] = true
		}
		if _, mapped := l.spec.Columns[localityColumn]; mapped {
			for _, name := range b.spec.Localities {
				b.rules.names.localities[name] = true
			}
		}
	}
}
