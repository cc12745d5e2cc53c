package table

// Codes of the problems of files that can't be used. They are permanent.
const (
	CodeMissingFile     = "missing-file"     // it isn't there
	CodeUnreadableFile  = "unreadable-file"  // it is there and isn't CSV or XLSX, or is damaged
	CodeEmptyFile       = "empty-file"       // it has no bytes or no sheets
	CodeMissingSheet    = "missing-sheet"    // the workbook hasn't the sheet named
	CodeMissingMember   = "missing-member"   // the zip file hasn't the member named, or not one CSV file
	CodeMissingColumn   = "missing-column"   // the header hasn't a mapped column
	CodeDuplicateColumn = "duplicate-column" // the header has a mapped column twice
	CodeMalformedQuotes = "malformed-quotes" // CSV quoting is broken
)
