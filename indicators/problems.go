package indicators

// Codes of the problems that the reader and the table report. They are
// permanent: the rules give each its level, and an authority may have silenced
// one by its name.
const (
	// The workbook can't be used at all.
	CodeUnreadable = "workbook-unreadable" // missing, damaged, not a workbook, password
	CodeNoTable    = "no-indicator-table"  // no sheet has the column heads
	CodeNoRows     = "no-indicator-rows"   // the table has heads and nothing usable under them

	CodeExchangedHeads = "exchanged-heads" // the heads of values and limits are over each other's columns

	// The table's form.
	CodeSeveralTables  = "several-tables"  // another sheet holds a table as well
	CodeRepeatedColumn = "repeated-column" // two columns mean the same
	// There is no long table, and a dashboard was read instead; or one that
	// doesn't say whose it is wasn't.
	CodeDashboard = "dashboard"
	// A file of a folder lacks the heads of a table by little.
	CodeFileWithoutTable = "file-without-table"

	// A row was left out.
	CodeMangledYear       = "mangled-year"        // such as 2122/23
	CodeUnknownPeriod     = "unknown-time-period" // neither Annual nor a quarter
	CodeUnknownIndicator  = "unknown-indicator"   // not of the core suite
	CodeUnexpectedPeriod  = "unexpected-period"   // a calendar year where none belongs
	CodeUnknownArea       = "unknown-area"        // not one of the 34 areas, nor asked for; kept, unless it isn't the name of an area
	CodeUnreportable      = "unreportable-indicator"
	CodeDuplicate         = "duplicate-observation"   // the same value twice
	CodeConflict          = "conflicting-observation" // different values; the first is
	CodeIndicatorMismatch = "indicator-number-mismatch"

	// A cell was read with care.
	CodeCellError       = "cell-error"       // #N/A and similar errors
	CodeValueMark       = "value-mark"       // "*", ".." and similar marks in place of a value or next to it
	CodeUnreadableValue = "unreadable-value" // neither a number nor a mark
	CodeImplausible     = "implausible-value"
	CodeLimits          = "confidence-limits" // limits that contradict their value
	CodeRateMismatch    = "rate-mismatch"     // the rate isn't numerator / denominator

	// A table can't be made; an unknown area has CodeUnknownArea.
	CodeYearOutOfRange = "year-out-of-range"
	// CodeExplained: a value is there that is explained not to have been published.
	CodeExplained  = "explained-value"
	CodeAbsentArea = "absent-area" // one of the 34 areas, which this workbook has no rows for

	// Rows that should be there.
	CodeIncompleteAreas = "incomplete-areas" // fewer than 34 areas for an indicator and year
	CodeAbsentIndicator = "absent-indicator" // a reportable indicator without a row
)
