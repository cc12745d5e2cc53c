package datum

import (
	"fmt"
	"strconv"

	"apr/finance"
	"apr/internal/number"
)

// LedgerKey names a ledger of the account: its file, with a number where apr.yaml
// names the file more than once, for its sheets, say.
func (f *Facts) LedgerKey(i int) string {
	file, nth := f.Account.Ledgers[i].File, 1
	for _, l := range f.Account.Ledgers[:i] {
		if l.File == file {
			nth++
		}
	}
	if nth > 1 {
		return fmt.Sprintf("%s#%d", file, nth)
	}
	return file
}

// Ledger is the ledger of a key, or nil.
func (f *Facts) Ledger(key string) *finance.Ledger {
	if f.Account == nil {
		return nil
	}
	for i := range f.Account.Ledgers {
		if f.LedgerKey(i) == key {
			return &f.Account.Ledgers[i]
		}
	}
	return nil
}

var ledgerTitles = map[Measure]string{
	LedgerLines: "lines read", LedgerUnclassified: "lines that no rule classifies", LedgerTotal: "total of the lines",
	LedgerControl: "control total that the partner states",
}

// ledger is a figure of one ledger's reconciliation.
func (f *Facts) ledger(id ID) (*Datum, error) {
	l := f.Ledger(id.Of)
	if l == nil {
		return nil, &UnknownError{Name: id.String()}
	}
	fig := &Datum{ID: id, Title: ledgerTitles[id.Measure] + ", " + id.Of, Period: l.Year.String(), Position: l.Position}
	count := func(n int) (*Datum, error) {
		fig.Value, fig.displays = strconv.Itoa(n), []display{{Usual, number.Format(float64(n), 0)}}
		return fig, nil
	}
	money := func(m finance.Money) (*Datum, error) {
		fig.Value, fig.Unit, fig.displays = m.String(), "£", []display{{Usual, m.Exact()}}
		return fig, nil
	}
	switch {
	case id.Measure == LedgerLines:
		return count(l.Lines)
	case id.Measure == LedgerUnclassified:
		return count(l.Unclassified)
	case id.Measure == LedgerTotal:
		return money(l.Total)
	case l.Control == nil:
		return fig.none("no control total is given")
	}
	return money(*l.Control)
}

func (f *Facts) ledgerIDs() (ids []ID) {
	if f.Account == nil {
		return nil
	}
	for i := range f.Account.Ledgers {
		for _, m := range ledgerMeasures {
			ids = append(ids, ID{Measure: m, Of: f.LedgerKey(i)})
		}
	}
	return ids
}
