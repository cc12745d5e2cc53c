package finance

import (
	"apr/internal/period"
	"apr/internal/source"
)

// LedgerSpec says how to read one ledger.
type LedgerSpec struct {
	File string
	// Position is where the specification is, for problems.
	Position source.Position
	// Sheet is the sheet of an XLSX ledger; the first when empty.
	Sheet string
	// Member is the file meant in a zip file; when empty, the only CSV file.
	Member  string
	Partner string
	Kind    Kind        // Actual when empty
	Year    period.Year // the reporting year when 0
	// Columns maps apr's names (cost_centre, account, service, amount, debit,
	// credit, plan, locality, description …) to the ledger's header names.
	// "amount", or "debit" and "credit", is needed; "dr_cr" says of each amount
	// whether it is a debit or a credit. Where "plan" is mapped the
	// same lines give planned spend too. Where "locality" is, its cells name
	// localities of the plan, and go before what rules say; blank ones leave it
	// to the rules. Where "date" or "period" is, lines outside the year are
	// reported. Rules may test any name mapped here.
	Columns map[string]string
	// ControlTotal is the total that the partner's ledger states, in pence; nil
	// when none was given. PlanControlTotal is that of the plan column.
	ControlTotal     *Money
	PlanControlTotal *Money
	// ControlPosition is where the control total is, PlanControlPosition
	// where that of the plan column does.
	ControlPosition     source.Position
	PlanControlPosition source.Position
	// Funding of lines that no rule gives another.
	Funding Funding
}

// Rule classifies lines: the first rule whose conditions all hold sets what it
// names. A rule that names no matter leaves it to a later rule, and so for each
// of the others; locality and apportionment are one.
type Rule struct {
	// When maps a column name of LedgerSpec.Columns, or "partner", to a
	// pattern: alternatives separated by "|", each a text with * and ?
	// wildcards or a range such as 40000-40999. Case and outer blanks don't count.
	When      map[string]string
	Matter    Matter
	CareGroup string
	Locality  string
	// Apportion names an apportionment that shares the line among localities.
	Apportion string
	Funding   Funding
	// Service is the line's name in the service table, such as "Prescribing".
	Service string
	// Exclude says why lines aren't the authority's: they are counted and reported, and
	// belong to nothing. The first rule that names a matter or excludes decides.
	Exclude string
	// Exact is true where the conditions are texts and no patterns: those of a row of
	// a mapping.
	Exact bool
	// Number is that of the rule in apr.yaml, from 1; the rows of a mapping share one.
	Number   int
	Position source.Position
}

// Apportionment shares amounts among localities in stated proportions.
type Apportionment struct {
	Name string
	// Method is printed in the report: what the shares are and where from.
	Method string
	// Shares are parts per million by locality, in order of the plan; they sum
	// to 1,000,000.
	Shares   []Share
	Position source.Position
}

// A Transfer is money that leaves one partner's ledger and arrives in another's, such
// as the resource transfer of a health board to a council. What arrives must be what
// left, to the penny; it is counted once.
type Transfer struct {
	Name string
	// From and To are the lines of the one ledger and of the other, by patterns as in
	// Rule.When; both test the partner. A nil To has been found to be spend, which counts.
	From, To                           map[string]string
	Position, FromPosition, ToPosition source.Position
}

// Share is one locality's part per million.
type Share struct {
	Locality string
	PPM      int64
}

// Spec is everything that decides the account.
type Spec struct {
	Year       period.Year
	Ledgers    []LedgerSpec
	Rules      []Rule
	Apportions []Apportionment
	Transfers  []Transfer
	Localities []string // of the strategic plan, in order
	// LocalityCodes are what ledgers may call localities: names by code.
	LocalityCodes map[string]string
	CareGroups    []string
	// Bodies are authorities whose amounts the history may give though no ledger is theirs.
	Bodies []string
	// Own is what the authority is called, and Elsewhere are the areas of others.
	Own, Elsewhere []string
	// OtherBodies are the councils and health boards of those that aren't the authority's own.
	OtherBodies []string
	// MappingProblems is what was wrong with the mappings that rules were read from; it comes to
	// be among the problems of the account.
	MappingProblems []*source.Problem
	// History is a table of earlier years (and, where the ledgers don't hold
	// them, of the reporting year's plan and funding); "" for none.
	History         string
	HistoryPosition source.Position
	// Words are apr's own words by the English where the report's language is another: the
	// tables of an earlier report have them.
	Words map[string]string
	// Past is the account of an earlier project, where History is its folder.
	Past   *Account
	Limits Limits
}

// Window is the years that the report covers, oldest first.
func (s *Spec) Window() []period.Year { return period.Window(s.Year) }
