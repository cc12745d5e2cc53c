package workbook

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"apr/indicators"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/xlsx"
	"apr/internal/wording"
)

// field is what a column holds.
type field int

const (
	yearField field = iota
	areaField
	indicatorField
	valueField
	timePeriodField
	estimateField
	numeratorField
	denominatorField
	numberField // the indicator's number, next to its name
	lowerField
	upperField
	localityField // "All" for a whole area, else a locality's row
	scotlandField // Scotland's value next to the area's
	fieldCount
)

// heads are the column heads that a field has had in PHS's workbooks and dumps
// since 2021, as headKey makes them; the first is the one that messages use.
// Heads that end in 1 are those of the dashboards' exports.
var heads = [fieldCount][]string{
	yearField:        {"year", "year1", "financialyear", "yearlabel"},
	areaField:        {"partnership", "partnership1", "partnershipname", "area", "areaname", "integrationauthority", "hscp", "localauthority", "council"},
	indicatorField:   {"indicator", "indicator1", "indicatorid", "indicatorcode", "ni"},
	valueField:       {"rate", "value", "rate1", "value1"},
	timePeriodField:  {"timeperiod", "timeperiod1", "data", "data1", "period", "quarter"},
	estimateField:    {"estimate", "estimated"},
	numeratorField:   {"numerator", "numerator1"},
	denominatorField: {"denominator", "denominator1"},
	numberField:      {"indno", "indicatorno", "indicatornumber", "ninumber", "indnumber"},
	lowerField:       {"lowerci", "lci", "cilower", "lower95ci", "lowerconfidencelimit", "lowerconfidenceinterval", "lowercl", "lower"},
	upperField:       {"upperci", "uci", "ciupper", "upper95ci", "upperconfidencelimit", "upperconfidenceinterval", "uppercl", "upper"},
	localityField:    {"locality", "locality1"},
	scotlandField:    {"scotland", "scotland1"},
}

// needed are the fields without which there is no table; the indicator may be
// named by its number instead of its name.
var needed = []field{yearField, areaField, indicatorField, valueField}

var fieldNames = map[field]string{
	yearField: "Year", areaField: "Partnership", indicatorField: "Indicator", valueField: "Rate (or Value)",
}

// headFields maps a head to its field.
var headFields = func() map[string]field {
	m := map[string]field{}
	for f, names := range heads {
		for _, name := range names {
			m[name] = field(f)
		}
	}
	return m
}()

// headKey makes column heads equal that differ in case, blanks or punctuation.
func headKey(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// maxPreamble is how many rows may be above the column heads.
const maxPreamble = 40

// header is the row of column heads of a table.
type header struct {
	row     int
	columns [fieldCount]int // -1 where the table lacks the field
	// repeated are columns whose field an earlier column has.
	repeated []int
	names    []string       // the heads as written
	heads    map[int]string // the same by column
	found    int            // how many of the needed fields it has
}

// maxHeading is how long a text above a table may be to say of which month it is.
const maxHeading = 1000

// fieldOf is the field that a column's head names.
func fieldOf(text string) (f field, ok bool) {
	if len(text) > maxName {
		return f, false
	}
	f, ok = headFields[headKey(text)]
	return f, ok
}

// readHeader takes a row for column heads.
func readHeader(r *table.Row) header {
	h := header{row: r.Number, heads: map[int]string{}}
	for f := range h.columns {
		h.columns[f] = -1
	}
	for column, text := range r.Text[:r.Width] {
		if strings.TrimSpace(text) == "" {
			continue
		}
		if len(text) <= maxHeading {
			name := wording.OneLine(text)
			h.names = append(h.names, name)
			h.heads[column] = name
		}
		f, ok := fieldOf(text)
		switch {
		case !ok:
		case h.columns[f] < 0:
			h.columns[f] = column
		default:
			h.repeated = append(h.repeated, column)
		}
	}
	for _, f := range needed {
		if h.has(f) {
			h.found++
		}
	}
	return h
}

// isHeader reports whether cells are the column heads of a table.
func isHeader(cells []string) bool {
	h := readHeader(&table.Row{Row: xlsx.Row{Text: cells, Width: len(cells)}})
	return h.found == len(needed)
}

// has reports whether the table has a field, the indicator by name or number.
func (h *header) has(f field) bool {
	return h.columns[f] >= 0 || f == indicatorField && h.columns[numberField] >= 0
}

// wanted marks the columns that the rows are read for.
func (h *header) wanted() []bool {
	marks := make([]bool, slices.Max(h.columns[:])+1)
	for _, column := range h.columns {
		if column >= 0 {
			marks[column] = true
		}
	}
	return marks
}

// preamble is the top of a grid: its header where it has one, else the row that
// came nearest to one, and all text above it.
type preamble struct {
	grid    *table.Grid
	header  *header
	nearest header
	text    []string
	rows    int
	remarks []indicators.Comparability
}

// readPreamble looks for column heads in the first rows of a grid, and for
// what it says of comparability above them, or anywhere when it has none.
func readPreamble(g *table.Grid) (preamble, error) {
	p := preamble{grid: g}
	err := g.Scan(xlsx.Selection{}, func(r *table.Row) bool {
		p.comparability(r)
		if p.rows++; p.rows > maxPreamble {
			return p.rows < maxRemarks
		}
		h := readHeader(r)
		if h.found == len(needed) {
			p.header = &h
			return false
		}
		if h.found > p.nearest.found || len(p.nearest.names) == 0 {
			p.nearest = h
		}
		p.text = append(p.text, h.names...)
		return true
	})
	if err != nil {
		err = scanError(g, err)
	}
	return p, err
}

// findTable is the grid with the long table: the one named Data where several
// have one, else the first. Others are in also.
func findTable(all []preamble) (table *preamble, also []*table.Grid) {
	for i := range all {
		p := &all[i]
		switch {
		case p.header == nil:
		case table == nil:
			table = p
		case headKey(p.grid.Sheet) == "data" && headKey(table.grid.Sheet) != "data":
			also = append(also, table.grid)
			table = p
		default:
			also = append(also, p.grid)
		}
	}
	return table, also
}

// noTable is the error for a file without a long table.
func noTable(file string, all []preamble) *source.InputError {
	var wants []string
	for _, f := range needed {
		wants = append(wants, fieldNames[f])
	}
	p := &source.Problem{Code: indicators.CodeNoTable, Position: source.Position{File: file}}
	p.Message = "no table of indicators: apr looked for a row with the column heads " + listed(wants, len(wants))
	best := preamble{}
	var looked []string
	for _, s := range all {
		looked = append(looked, s.describe())
		if s.nearest.found > best.nearest.found {
			best = s
		}
	}
	switch {
	case len(all) == 1 && all[0].grid.File == file && all[0].grid.Sheet == "":
		p.Message += fmt.Sprintf("; the first rows have %s", headsFound(&all[0]))
	default:
		p.Message += "; it found " + strings.Join(looked, "; ")
	}
	p.Hint = "use the management information workbook of Public Health Scotland, whose sheet Data has the table"
	if best.nearest.found >= 2 {
		p.Hint = best.lacking()
	}
	return &source.InputError{Problems: []*source.Problem{p}}
}

// describe says what a sheet has where the heads were expected.
func (p *preamble) describe() string {
	name := fmt.Sprintf("sheet %q", p.grid.Sheet)
	if p.grid.Sheet == "" {
		name = fmt.Sprintf("file %q", path.Base(p.grid.File))
	}
	if p.grid.Hidden {
		name += " (hidden)"
	}
	return name + " with " + headsFound(p)
}

func headsFound(p *preamble) string {
	if len(p.nearest.names) == 0 {
		return "no column heads"
	}
	var quoted []string
	for _, name := range p.nearest.names {
		if len(quoted) == 12 {
			break
		}
		quoted = append(quoted, fmt.Sprintf("%q", shorten(name)))
	}
	return fmt.Sprintf("%s in row %d", strings.Join(quoted, ", "), p.nearest.row)
}

// lacking is the hint for a row that is nearly a header.
func (p *preamble) lacking() string {
	var lacks []string
	for _, f := range needed {
		if !p.nearest.has(f) {
			lacks = append(lacks, fieldNames[f])
		}
	}
	where := fmt.Sprintf("row %d", p.nearest.row)
	if p.grid.Sheet != "" {
		where += fmt.Sprintf(" of sheet %q", p.grid.Sheet)
	} else {
		where += " of " + path.Base(p.grid.File)
	}
	return fmt.Sprintf("%s lacks only %s: give the column that head", where, listed(lacks, len(lacks)))
}

// shorten cuts long text for a message.
func shorten(s string) string {
	const longest = 40
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest-1]) + "…"
	}
	return s
}
