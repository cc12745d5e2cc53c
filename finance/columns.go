package finance

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// Columns that the reader itself understands. Any other name is for rules.
const (
	AmountColumn      = "amount"
	DebitColumn       = "debit"
	CreditColumn      = "credit"
	PlanColumn        = "plan"
	LocalityColumn    = "locality"
	CostCentreColumn  = "cost_centre"
	AccountColumn     = "account"
	DescriptionColumn = "description"
	DateColumn        = "date"
	PeriodColumn      = "period"
	// SideColumn says of each line whether its amount is a debit or a credit.
	SideColumn = "dr_cr"
)

// PartnerColumn is the name under which a rule tests whose ledger it is.
const PartnerColumn = "partner"

// otherColumns are names that aren't misspellings of moneyColumns.
var otherColumns = []string{LocalityColumn, CostCentreColumn, AccountColumn, DescriptionColumn, "cost_centre_name", "cost_centre_description", "account_description", "service", DateColumn, PeriodColumn, SideColumn}

var moneyColumns = []string{AmountColumn, DebitColumn, CreditColumn, PlanColumn}

// isColumn reports whether a name is one that apr knows a column by.
func isColumn(name string) bool {
	return slices.Contains(moneyColumns, name) || slices.Contains(otherColumns, name)
}

// Turned reports whether a column is mapped the wrong way round: the ledger's header
// is where apr's name belongs. A header that is one of apr's names can be written
// with a capital.
func Turned(name, header string) bool { return !isColumn(name) && isColumn(header) }

// Check says what is wrong with a ledger's specification, before it is read.
func (l *LedgerSpec) Check(year period.Year, problems *source.Problems) {
	add := func(code, hint, format string, args ...any) {
		problems.Add(&source.Problem{Code: code, Position: l.Position, Message: fmt.Sprintf(format, args...), Hint: hint})
	}
	has := func(name string) bool { _, ok := l.Columns[name]; return ok }
	names := slices.Sorted(maps.Keys(l.Columns))
	switch {
	case has(AmountColumn) && (has(DebitColumn) || has(CreditColumn)):
		add(CodeLedgerColumns, "name amount, or debit and credit, and not both", "the columns of %s give amounts in two ways", l.File)
	case !has(AmountColumn) && !(has(DebitColumn) && has(CreditColumn)):
		hint := "columns maps amount, or debit and credit, to headers of the ledger"
		for _, n := range names {
			if Turned(n, l.Columns[n]) {
				hint = fmt.Sprintf("\"%s: %s\" is the wrong way round: write %s: %s", n, l.Columns[n], l.Columns[n], n)
				break
			}
			if near := source.Nearest(n, moneyColumns); near != "" && !slices.Contains(moneyColumns, n) && !slices.Contains(otherColumns, n) {
				hint = fmt.Sprintf("for %q, did you mean %q?", n, near)
				break
			}
		}
		add(CodeLedgerColumns, hint, "the columns of %s name no amount", l.File)
	case has(SideColumn) && !has(AmountColumn):
		add(CodeLedgerColumns, "dr_cr goes with amount: leave it out", "the columns of %s map debit, credit and dr_cr", l.File)
	case has(PlanColumn) && l.Holds() != Actual:
		add(CodeLedgerColumns, "map the figures of a plan or funding ledger to amount", "%s is of kind %s and has a plan column as well", l.File, l.Holds())
	}
	if has(PartnerColumn) {
		add(CodeLedgerColumns, "give the column another name, such as body", "the columns of %s map partner, which is whose ledger it is", l.File)
	}
	for _, n := range names {
		if celltext.HeaderKey(l.Columns[n]) == "" {
			add(CodeLedgerColumns, "name the ledger's header for it, or leave it out", "the columns of %s map %s to nothing", l.File, n)
		}
	}
	if !slices.Contains([]Kind{Actual, Plan, Funded}, l.Holds()) {
		add(CodeLedgerKind, source.DidYouMean(string(l.Kind), []string{string(Actual), string(Plan), string(Funded)}), "%s is of no known kind: %q", l.File, l.Kind)
	}
	if l.Funding != "" && !slices.Contains(Fundings, l.Funding) {
		add(CodeLedgerKind, source.DidYouMean(string(l.Funding), Texts(Fundings)), "the funding of %s isn't one that apr knows: %q", l.File, l.Funding)
	}
	if window := period.Window(year); l.Year != 0 && !slices.Contains(window, l.Year) {
		hint := ""
		if len(window) > 0 {
			hint = fmt.Sprintf("expected a year from %s to %s", window[0], window[len(window)-1])
		}
		add(CodeLedgerYear, hint, "the ledger %s is of %s, outside the years that the report of %s covers", l.File, l.Year, year)
	}
}

// Holds is what the ledger's amounts are: its kind, or actual spend where it gives
// none.
func (l *LedgerSpec) Holds() Kind {
	if l.Kind == "" {
		return Actual
	}
	return l.Kind
}

// CheckLedgers checks the specifications of all ledgers, and that none is there
// twice. ok says which can be read.
func CheckLedgers(spec *Spec, problems *source.Problems) (ok []bool) {
	type identity struct{ file, sheet, member, columns string }
	seen := map[identity]source.Position{}
	for i := range spec.Ledgers {
		l := &spec.Ledgers[i]
		var own source.Problems
		l.Check(spec.Year, &own)
		var money []string
		for _, c := range moneyColumns {
			money = append(money, celltext.HeaderKey(l.Columns[c]))
		}
		id := identity{l.File, celltext.Fold(l.Sheet), celltext.Fold(l.Member), strings.Join(money, "\x00")}
		if first, twice := seen[id]; twice {
			own.Add(&source.Problem{Code: CodeDuplicateLedger, Position: l.Position,
				Message: fmt.Sprintf("the ledger %s is named twice with the same amounts, which would count twice", l.File),
				Related: []source.Related{{Position: first, Message: "it is first named here"}}})
		} else {
			seen[id] = l.Position
		}
		ok = append(ok, len(own.List()) == 0)
		problems.Merge(&own)
	}
	return ok
}
