package wording

// formats are the words that the formats of a report add: labels, navigation, what only
// programs that read aloud say, the workbook of tables, and words in charts. The names of
// worksheets and the heads of tables.csv aren't among them: apr reads them back when the
// next year's report names them as its history, and so may other programs.
var formats = [...]frameWord{
	// Labels and lines that every format has.
	{English: "Table {number}"}, {English: "Table {number} (continued)"}, {English: "Figure {number}"}, {English: "Note"}, {English: "Note {number}"}, {English: "note {number}"},
	{English: "(part {part} of {parts})"}, {English: "Part {part} of {parts}"},
	{English: "Source: {source}"}, {English: "source: {source}"}, {English: "Data: {tables}"},
	{English: "This section answers {provisions} of {instrument}."}, {English: "This section answers {provisions}."},
	{English: "Case study"}, {English: "Spotlight"}, {English: "You said, we did"},
	{English: "Picture to come"},
	{English: "Draft"}, {English: "Provisional"}, {English: "Draft report"}, {English: "Provisional report"},
	{English: "Reporting year {year}"}, {English: "this report isn’t final"}, {English: "Notice"},

	// Ways through the report.
	{English: "Contents, folded"}, {English: "Also as {files}"}, {English: "tables for Excel"}, {English: "tables as CSV"}, {English: "Made with {program}."},
	{English: "Back to where note {number} is marked"},
	{English: "{table} goes on to the right: swipe, or use the arrow keys"}, {English: "This table goes on to the right: swipe, or use the arrow keys"},
	{English: "{figure} as a table"}, {English: "This figure as a table"},
	{English: "Page {page} of {pages}"}, {English: "Go to {place}"}, {English: "Go to {place}, page {page}"},
	{English: "A note's number leads back to where it is marked. Where that is more than once, the pages are named behind the note and lead there. Alt and the left arrow (on a Mac, the command key and the left bracket) lead back to where you were."},
	{English: "Marked on page {page}."}, {English: "Marked on pages {pages}."}, {English: "later pages"},
	{English: "Back to the mark of note {number}"}, {English: "Back to the mark of note {number} on page {page}"},

	// Charts.
	{English: "Per cent"}, {English: "no values"}, {English: "No values in these years"}, {English: "not comparable"},
	{English: "axis doesn’t start at zero"}, {English: "axis not from zero"},
	{English: "Hollow: on another basis, such as a calendar year"}, {English: "Hollow: a calendar year or another basis"},

	// The workbook of tables.
	{English: "Tables: {title}, {authority}"}, {English: "{title}: tables"}, {English: "State: {state}"},
	{English: "This workbook has every table of the report, and the data of its charts. A cell holds the number in full and shows it rounded as the report prints it."},
	{English: "[note 1] beside a heading, or in the column Notes, leads to the note of that number on the worksheet Notes. They have the numbers that they have in the report."},
	{English: "Shorthand"}, {English: "Where a number is missing, a sign in brackets says why."},
	{English: "suppressed so that nobody can be recognised"}, {English: "not available: not published yet, or not reported nationally"}, {English: "not applicable, such as a year without a survey"},
	{English: "This worksheet has one table."}, {English: "This worksheet has one table: the worksheets that follow."},
	{English: "This worksheet has one table: the notes that the tables refer to."}, {English: "The tables have no notes."},
	{English: "The column Notes says which notes a row's figures have; it is blank where there are none."},
	{English: "Notes on the figures"}, {English: "Worksheet"}, {English: "Title"}, {English: "Text"}, {English: "Go to the contents"},
	{English: "Other {number}"}, {English: "Column {number}"},

	// The dictionary of tables.csv.
	{English: "The table's number in the report, such as Table 3; Figure 2 is the data of a chart"},
	{English: "The table's caption"},
	{English: "What the row is of: its headings, from left to right, with a bar between them"},
	{English: "What the column is of: its heading"},
	{English: "The number in full, not rounded: pounds, a proportion of money as a part of 1 (0.179 is printed as 17.9%), or the unit that the row or column names; empty where there is no number"},
	{English: "The value as the report prints it, with an apostrophe before what a spreadsheet would take for a formula"},
	{English: "Why there is no number: [c] suppressed, [x] not available, [z] not applicable; empty otherwise"},
	{English: "Where the report judges the value, one of {values}; empty otherwise"},
	{English: "The numbers of the report's notes on the value, its column or its row, with spaces between them"},
	{English: "The figure's id, which apr trace explains; empty for words"},
	{English: "The file, and the cell or line in it, that the figure was read from; empty for words"},

	// Signs that texts have in place of words.
	{English: "red circle"}, {English: "orange circle"}, {English: "yellow circle"}, {English: "green circle"}, {English: "blue circle"},
	{English: "purple circle"}, {English: "brown circle"}, {English: "black circle"}, {English: "white circle"},
	{English: "red square"}, {English: "orange square"}, {English: "yellow square"}, {English: "green square"}, {English: "blue square"},
	{English: "purple square"}, {English: "brown square"}, {English: "black square"}, {English: "white square"},
	{English: "tick"}, {English: "cross"}, {English: "star"}, {English: "empty star"}, {English: "warning"},
	{English: "triangle pointing up"}, {English: "triangle pointing down"},
	{English: "up arrow"}, {English: "right arrow"}, {English: "down arrow"}, {English: "left arrow"},
	{English: "up-right arrow"}, {English: "down-right arrow"}, {English: "down-left arrow"}, {English: "up-left arrow"},
}
