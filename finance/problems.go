package finance

// Codes of the problems that this package finds. They are permanent: rules give
// problems their level by code, and a code that is no longer used is not given
// another meaning.
//
// Problems with these codes stop the work; Compute returns all of them together
// as a *source.InputError.
const (
	CodeMalformedAmount  = "malformed-amount"  // a cell isn't an exact amount of pounds and pence
	CodeRowLength        = "row-length"        // a row has more or fewer cells than the header
	CodeTooLarge         = "amount-overflow"   // a sum doesn't fit 64 bits of pence
	CodeLedgerColumns    = "ledger-columns"    // a ledger's columns lack an amount, or name two kinds
	CodeLedgerYear       = "ledger-year"       // a ledger's year is outside the report's window
	CodeLedgerKind       = "ledger-kind"       // a ledger's kind or funding isn't one of those there are
	CodeDuplicateLedger  = "duplicate-ledger"  // a ledger is named twice and would count twice
	CodeRule             = "finance-rule"      // a rule has no conditions, names nothing, or names too much
	CodeRulePattern      = "rule-pattern"      // a rule's pattern is malformed
	CodeRuleColumn       = "rule-column"       // a rule tests a column that no ledger maps
	CodeRuleMatter       = "rule-matter"       // a rule names a matter that regulation 4(2) hasn't
	CodeRuleLocality     = "rule-locality"     // a rule names a locality that the plan hasn't
	CodeRuleCareGroup    = "rule-care-group"   // a rule names a care group that isn't declared
	CodeRuleFunding      = "rule-funding"      // a rule names another funding than the three
	CodeRuleApportion    = "rule-apportion"    // a rule names an apportionment that isn't declared
	CodeTransferSides    = "transfer-sides"    // a transfer doesn't say between which ledgers
	CodeApportionment    = "apportionment"     // shares don't sum to 100%, or name a locality twice or wrongly
	CodeMalformedHistory = "malformed-history" // a row of the history can't be understood
	CodeDuplicateFigure  = "duplicate-figure"  // the history gives one figure twice, and differently
)

// Problems with these codes are among Account.Problems: the account is, and
// the report's rules decide what becomes of it.
const (
	CodeControlTotal      = "control-total"           // a ledger doesn't come to its stated total
	CodeTotalRow          = "total-row"               // a row that should be a total isn't the sum of the lines above it
	CodeTotalLine         = "total-line"              // lines look or sum like totals, and are counted
	CodeUnmappedSide      = "unmapped-debit-credit"   // credits are marked in a column that isn't mapped, and added
	CodeHeadings          = "page-headings"           // rows are headings of pages, or the header over again
	CodeConflictingFigure = "conflicting-figure"      // two sources give one figure, and differently
	CodeIncompletePlan    = "incomplete-plan"         // some partners give planned spend and others don't
	CodeIncompleteFunding = "incomplete-funding"      // some partners give funding and others don't
	CodeHistoryDoesNotAdd = "history-does-not-add-up" // a year's matters don't sum to its total
	CodeUnknownLocality   = "unknown-locality"        // a ledger or the history names a locality that the plan hasn't
	CodeUnknownCareGroup  = "unknown-care-group"      // the history names a care group that isn't declared
	CodeUnknownPartner    = "unknown-partner"         // the history names a partner that has no ledger
	CodeUnknownService    = "unknown-service"         // the history names a service that no rule names
	CodeOutsideYear       = "outside-year"            // lines are dated outside the ledger's year
	CodeMalformedDate     = "malformed-date"          // lines have dates that can't be understood
	CodeMalformedPeriod   = "malformed-period"        // lines have periods that can't be understood
	CodeLostDigits        = "lost-digits"             // codes were taken for numbers that are too long for a spreadsheet
	CodeTransfer          = "transfer"                // what leaves one ledger isn't what arrives in another
	CodeHistoryEmpty      = "history-empty"           // rows of the history have no amount
	CodeHistoryOrigin     = "history-origin"          // what earlier years are taken from can't give all of them, or has problems
	CodeMapping           = "mapping-cell"            // a cell of a mapping says nothing that apr understands, or contradicts another
	CodeMappingEmpty      = "mapping-empty"           // rows of a mapping aren't filled in
	CodeMappingRepeated   = "mapping-repeated"        // a mapping has a row twice
	CodeJoinedCells       = "joined-cells"            // rows had lost a separator next to a date, and were taken apart
	CodeUnspent           = "unspent"                 // a few lines have a plan and no amount
	CodeUnmatchedRule     = "unmatched-rule"          // a rule, or an alternative of one, matches no line
)

// Problems with these codes are among Account.Problems too, and may be answered: a
// reason in apr.yaml says why what looks wrong is right.
const (
	CodeSameLedger    = "same-ledger"    // a partner's ledger holds the lines of another of its ledgers
	CodeLikeLedger    = "like-ledger"    // a ledger holds the lines of another partner's
	CodeTotalAbove    = "total-above"    // rows sum the lines with their code below or above them, and are counted
	CodeRepeated      = "repeated-lines" // a block of a ledger's lines is there twice
	CodeCumulative    = "cumulative"     // amounts of a ledger go back to April in each period
	CodeMayRepeat     = "may-repeat"     // lines may be there twice, or go back to April
	CodeBelowNought   = "below-nought"   // a whole ledger is below nought
	CodeLedgerSays    = "ledger-says"    // a ledger's words, name or sheets speak of something else than apr.yaml
	CodeMappingName   = "mapping-name"   // a cost centre's name speaks of something else than what it is mapped to
	CodeMonthsMissing = "months-missing" // a ledger's months have a gap
	CodeUnusedRule    = "unused-rule"    // a rule matches lines that an earlier, wider one has taken
	CodeOtherYear     = "other-year"     // a ledger speaks of another year than the one it is given for
	CodeStopsEarly    = "stops-early"    // a ledger's months or periods end before March
	CodeUnits         = "units"          // a ledger or the history says that its amounts aren't in pounds
	CodeBeyondFunding = "beyond-funding" // spend is more than twice what was paid or set aside, or less than half
	CodeImplausible   = "implausible"    // an amount is far from another that it should be near
	CodeNoLedger      = "no-ledger"      // a constituent authority has no ledger
	CodeNoControl     = "no-control"     // a ledger has no control total
)
