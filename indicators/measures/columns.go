package measures

import (
	"strings"
	"sync"
	"unicode"

	"apr/indicators/workbook"
	"apr/internal/wording"
)

// column is a column of a measure table.
type column int

const (
	idColumn column = iota
	titleColumn
	periodColumn
	valueColumn
	targetColumn
	toleranceColumn
	numeratorColumn
	denominatorColumn
	baselineColumn
	unitColumn
	polarityColumn
	frequencyColumn
	ownerColumn
	sourceColumn
	nextColumn
	levelColumn
	localityColumn
	scotlandColumn
	peersColumn
	columnCount
)

// Column is a column that a measure table may have, for its schema and help.
type Column struct {
	// Name is the header that apr writes; others are understood too.
	Name     string
	Required bool
	// Means says what a cell holds.
	Means string
	// Number is true for a column of numbers.
	Number bool
	// OneOf are the words that a cell may hold, nil for any.
	OneOf   []string
	Example string
	also    string // other headers, without case, blanks and signs
}

// Columns are the columns of a measure table, in order. Headers are understood
// in whatever case and order, with or without blanks and signs.
func Columns() []Column { return columns[:] }

var columns = [columnCount]Column{
	idColumn:     {Name: "measure", Required: true, Means: "The measure's short and lasting id; the title serves where there is none", Example: "LM01", also: "measureid id code ref reference measureref measurereference measurecode picode kpicode kpiid kpiref indicatorcode indicatorid pi kpi"},
	titleColumn:  {Name: "title", Means: "What is measured, in a line", Example: "Care at home visits made as planned", also: "measuretitle measurename name indicator indicatorname indicatortitle description kpiname shortname pititle measuredescription"},
	periodColumn: {Name: "period", Required: true, Means: "The months that the value is about: 2025/26, Q1 2025/26, April 2025, 2025", Example: "Q4 2025/26", also: "timeperiod reportingperiod dateperiod collectionperiod month quarter year date periodend periodending daterange"},
	valueColumn:  {Name: "value", Required: true, Number: true, Means: "The value for the period in the measure's unit; empty when there is none; * or <5 where it is withheld, n/a where nothing was collected", Example: "94.2", also: "actual result performance currentvalue actualvalue measurevalue score outturn"},
	targetColumn: {Name: "target", Number: true, Means: "The target for the period in the measure's unit", Example: "95", also: "targetvalue currenttarget goal"},
	toleranceColumn: {Name: "tolerance", Means: "How far a value may miss the target and be amber: in the measure's unit, or with % in percent of the target", Example: "2",
		also: "ambertolerance targettolerance threshold amberthreshold"},
	numeratorColumn:   {Name: "numerator", Number: true, Means: "What was counted", Example: "4710", also: "num count"},
	denominatorColumn: {Name: "denominator", Number: true, Means: "Out of how many", Example: "5000", also: "denom den outof base population"},
	baselineColumn:    {Name: "baseline", Number: true, Means: "The value that progress is seen against", Example: "91", also: "baselinevalue"},
	unitColumn:        {Name: "unit", Means: "What values are in", Example: "%", also: "units unitofmeasure unitofmeasurement format datatype"},
	polarityColumn: {Name: "polarity", Means: "Which direction is better", OneOf: []string{"higher", "lower", "none"}, Example: "higher",
		also: "goodis desireddirection desirabledirection aimto bigisbetter betteris goodperformance gooddirection"},
	frequencyColumn: {Name: "frequency", Means: "How often there is new data", OneOf: Frequencies(), Example: "quarterly",
		also: "reportingfrequency collectionfrequency datafrequency datacollectionfrequency"},
	ownerColumn:    {Name: "owner_role", Means: "The role that answers for the measure, not a person's name", Example: "Head of Community Services", also: "owner role measureowner managedby responsibleofficer lead leadofficer leadrole assignedto responsiblerole"},
	sourceColumn:   {Name: "source", Means: "Where the data come from", Example: "Care at home scheduling system", also: "datasource sourceofdata datasourcename system"},
	nextColumn:     {Name: "next_data_date", Means: "When the source is next available: 2026-08-14, or August 2026", Example: "2026-08-14", also: "nextdata nextupdate nextdatadue nextdue nextavailable nextrelease nextpublication datadue nextdate nextcollectiondate"},
	levelColumn:    {Name: "level", Means: "The levels of reporting: board, management, locality; several with semicolons", Example: "board; management", also: "levels reportinglevel reportinglevels reportto"},
	localityColumn: {Name: "locality", Means: "What the row is about: a locality, Scotland or another area that the measure is compared with; empty for the whole area", Example: "", also: "localityname area areaname place geography"},
	scotlandColumn: {Name: "scotland", Number: true, Means: "Scotland's value for the period, where the row is of the whole area", Example: "93.1", also: "scotlandvalue scotlandaverage scottishaverage scotlandresult national nationalaverage nationalvalue"},
	peersColumn: {Name: "peers", Number: true, Means: "The value of those that the area is compared with, such as its family group's average, where the row is of the whole area", Example: "92.4",
		also: "peeraverage peersaverage peergroup familyaverage familygroup familygroupaverage benchmark comparator benchmarkingfamily"},
}

// headerKey is a header without case, blanks and signs.
func headerKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// heads are the headers that mean a column, by key.
var heads = sync.OnceValue(func() map[string]column {
	m := map[string]column{}
	for c := range columns {
		m[headerKey(columns[c].Name)] = column(c)
		for other := range strings.FieldsSeq(columns[c].also) {
			m[other] = column(c)
		}
	}
	return m
})

// known finds the column that a header means, or -1.
func known(head string) column {
	if c, ok := heads()[headerKey(head)]; ok {
		return c
	}
	return -1
}

// header is where each column of a table is, or -1.
type header struct {
	at       [columnCount]int
	cells    []string
	repeated []int // columns that mean the same as an earlier one
}

// newHeader reads a row as a header.
func newHeader(r workbook.SheetRow) header {
	var cells []string
	for i := range r.Width() {
		cells = append(cells, r.Text(i))
	}
	return headerOf(cells)
}

func headerOf(cells []string) header {
	h := header{}
	for c := range h.at {
		h.at[c] = -1
	}
	for i, text := range cells {
		text = wording.OneLine(text)
		h.cells = append(h.cells, text)
		switch c := known(text); {
		case c < 0:
		case h.at[c] >= 0:
			h.repeated = append(h.repeated, i)
		default:
			h.at[c] = i
		}
	}
	if h.at[idColumn] < 0 && h.at[titleColumn] >= 0 {
		h.at[idColumn] = h.at[titleColumn] // the title is the id
	}
	return h
}

// lacks are the required columns that the header hasn't.
func (h *header) lacks() []string {
	var missing []string
	for c := range columns {
		if columns[c].Required && h.at[c] < 0 {
			missing = append(missing, columns[c].Name)
		}
	}
	return missing
}

// is reports whether a row is the header again.
func (h *header) is(r workbook.SheetRow) bool {
	for i, cell := range h.cells {
		if wording.OneLine(r.Text(i)) != cell {
			return false
		}
	}
	return r.Width() <= len(h.cells)
}

// found is how many columns are known.
func (h *header) found() (n int) {
	for _, at := range h.at {
		if at >= 0 {
			n++
		}
	}
	return n
}
