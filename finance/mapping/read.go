package mapping

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
)

// Known is what the cells of a mapping may name.
type Known struct {
	Localities []string
	// LocalityCodes are the codes that stand for localities.
	LocalityCodes map[string]string
	CareGroups    []string
	Apportions    []string
	// Partners are those of the ledgers, and Columns what their columns are called.
	Partners, Columns []string
}

// A Table is a mapping that was read.
type Table struct {
	Rows []Row
	// Problems are what is wrong with cells: such a cell says nothing, and the rest of
	// its row counts.
	Problems []*source.Problem
}

// A Row is what somebody has filled in for a cost centre.
type Row struct {
	// Cells are what the row says, by the names of the columns, as it is written.
	Cells map[string]string
	// Rule is what the row comes to; ok is false where that is nothing.
	Rule finance.Rule
	OK   bool
	// Position is the place of its code.
	Position source.Position
}

// maxRows bounds a mapping: a ledger has no more cost centres than this.
const maxRows = 20_000

// maxTold is how many wrong cells of a mapping are reported one by one.
const maxReported = 20

// Read reads a mapping from a workbook's sheet of cost centres, or from a CSV file
// with the same columns. What makes it unusable is a *source.Problem.
func Read(fsys fs.FS, file string, at source.Position, known Known) (*Table, error) {
	spec := table.Spec{File: file, Sheet: Sheet, What: "mapping", Position: at, Guess: index,
		Wanted: "the columns Cost centre and Matter", Hint: "apr finance suggest --format xlsx writes a mapping to fill in"}
	t, err := table.Open(fsys, spec)
	if err != nil {
		return nil, err
	}
	defer t.Close() // read only: nothing can be lost
	r := &reader{table: t, known: known, out: &Table{}, seen: map[string]int{}}
	for {
		record, err := t.Records.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, asProblem(file, err)
		}
		if celltext.IsBlank(record) {
			continue
		}
		if len(r.out.Rows) == maxRows {
			return nil, &source.Problem{Code: table.CodeUnreadableFile, Position: t.Records.Position(0),
				Message: fmt.Sprintf("the mapping has more than %d rows", maxRows), Hint: "give the rest by rules with ranges of codes"}
		}
		r.row(record)
	}
	r.finish()
	return r.out, nil
}

func asProblem(file string, err error) error {
	if _, ok := errors.AsType[*source.Problem](err); ok {
		return err
	}
	return &source.Problem{Code: table.CodeUnreadableFile, Position: source.Position{File: file}, Message: fmt.Sprintf("the mapping can't be read: %v", err)}
}

// reader reads the rows of one mapping.
type reader struct {
	table    *table.Table
	known    Known
	out      *Table
	seen     map[string]int // rows by partner, column and code
	reported int
	more     source.Position // of the first wrong cell that isn't reported by itself
	// empty are the rows in which nothing is filled in.
	empty []int
}

// row reads one row.
func (r *reader) row(record []string) {
	if r.table.Workbook == nil {
		if moved := table.Overflow(record, r.table.Header); moved != "" {
			r.report(&source.Problem{Code: finance.CodeMapping, Position: r.at(CostCentre), Message: moved + ": it isn't used", Hint: table.OverflowHint})
			return
		}
	}
	row := Row{Cells: map[string]string{}, Position: r.at(CostCentre)}
	for name, i := range r.table.Index {
		row.Cells[name] = celltext.Spaced(celltext.At(record, i))
	}
	code := row.Cells[CostCentre]
	if code == "" {
		if row.Filled() {
			r.wrong(CostCentre, "", "write the code as the ledger does", "the row says what a cost centre belongs to and doesn't say which")
		}
		return
	}
	rule := &row.Rule
	rule.Position, rule.Exact, rule.When = row.Position, true, map[string]string{r.column(&row): code}
	if p := r.partner(&row); p != "" {
		rule.When[finance.PartnerColumn] = p
	}
	if celltext.LostDigits(code) {
		r.wrong(CostCentre, code, "give the column the format Text and write the code again, as the ledger has it", "the cost centre was taken for a number, and its digits are lost")
	}
	r.class(&row)
	row.OK = rule.Matter != "" || rule.CareGroup != "" || rule.Locality != "" || rule.Apportion != "" || rule.Service != "" || rule.Funding != "" || rule.Exclude != ""
	if r.again(&row) {
		return
	}
	if !row.Filled() {
		r.empty = append(r.empty, len(r.out.Rows))
	}
	r.out.Rows = append(r.out.Rows, row)
}

// class reads what the row's cost centre belongs to.
func (r *reader) class(row *Row) {
	rule := &row.Rule
	if cell := row.Cells[Matter]; cell != "" {
		var ok bool
		if rule.Matter, ok = matterOf(cell); !ok {
			r.wrong(Matter, cell, matterHint(cell), "the matter isn't one of regulation 4(2)(a) to (e)")
		}
	}
	rule.CareGroup = r.oneOf(row, CareGroup, "the care group isn't among those that apr.yaml declares", r.known.CareGroups)
	r.locality(row)
	rule.Funding = finance.Funding(r.oneOf(row, Funding, "the funding isn't delegated, set-aside or hosted", finance.Texts(finance.Fundings)))
	rule.Service, rule.Exclude = row.Cells[Service], row.Cells[Exclude]
	if rule.Exclude != "" && (rule.Matter != "" || rule.CareGroup != "" || rule.Locality != "" || rule.Apportion != "") {
		r.wrong(Exclude, rule.Exclude, "empty the one or the other", "the row says what its cost centre belongs to, and that it isn't the authority's, which then isn't heeded")
		rule.Exclude = ""
	}
	if rule.Exclude != "" {
		rule.Funding, rule.Service = "", ""
	}
}

// locality reads the locality, its code, or the name of an apportionment.
func (r *reader) locality(row *Row) {
	cell := row.Cells[Locality]
	if cell == "" {
		return
	}
	if name := named(cell, r.known.Localities); name != "" {
		row.Rule.Locality = name
		return
	}
	for code, name := range r.known.LocalityCodes {
		if celltext.Code(code) == celltext.Code(cell) {
			row.Rule.Locality = name
			return
		}
	}
	if name := named(cell, r.known.Apportions); name != "" {
		row.Rule.Apportion = name
		return
	}
	r.wrong(Locality, cell, didYouMean(cell, slices.Concat(r.known.Localities, r.known.Apportions)), "the locality isn't among those of the strategic plan, and no apportionment is called so")
}

// partner is the partner that the row names, by the name that ledgers have it.
func (r *reader) partner(row *Row) string {
	cell := row.Cells[Partner]
	if cell == "" || len(r.known.Partners) == 0 {
		return cell
	}
	if name := named(cell, r.known.Partners); name != "" {
		return name
	}
	r.wrong(Partner, cell, didYouMean(cell, r.known.Partners), "no ledger is of this partner, so the row is for none")
	return cell
}

// column is the column that the row's code is from.
func (r *reader) column(row *Row) string {
	cell := row.Cells[By]
	if cell == "" {
		cell = finance.CostCentreColumn
	}
	if len(r.known.Columns) == 0 {
		return cell
	}
	if name := named(cell, r.known.Columns); name != "" {
		return name
	}
	at := CostCentre
	if row.Cells[By] != "" {
		at = By
	}
	r.wrong(at, cell, didYouMean(cell, r.known.Columns), "no ledger maps a column of this name, so the row matches nothing")
	return cell
}

// oneOf is the name among those declared that a cell says.
func (r *reader) oneOf(row *Row, column, not string, declared []string) string {
	cell := row.Cells[column]
	if cell == "" {
		return ""
	}
	name := named(cell, declared)
	if name == "" {
		r.wrong(column, cell, didYouMean(cell, declared), not)
	}
	return name
}

func named(cell string, declared []string) string {
	for _, d := range declared {
		if celltext.Fold(celltext.Spaced(d)) == celltext.Fold(cell) {
			return d
		}
	}
	return ""
}

func didYouMean(cell string, choices []string) string {
	if len(choices) == 0 {
		return "apr.yaml declares none: empty the cell, or declare it there"
	}
	return source.DidYouMean(cell, choices)
}

// Filled reports whether anything is filled in.
func (row *Row) Filled() bool {
	return slices.ContainsFunc(Columns, func(c Column) bool { return c.Fill && row.Cells[c.Name] != "" })
}

// again reports a cost centre that is in the table twice; the first row counts.
func (r *reader) again(row *Row) bool {
	when := row.Rule.When
	var key []string
	for _, column := range slices.Sorted(maps.Keys(when)) {
		key = append(key, column, celltext.Code(when[column]))
	}
	k := strings.Join(key, "\x00")
	i, twice := r.seen[k]
	if !twice {
		r.seen[k] = len(r.out.Rows)
		return false
	}
	first := &r.out.Rows[i]
	code := finance.CodeMappingRepeated
	says := "says the same"
	if !sameClass(&first.Rule, &row.Rule) {
		code, says = finance.CodeMapping, "says otherwise; the first counts"
	}
	r.report(&source.Problem{Code: code, Position: row.Position,
		Message: fmt.Sprintf("the cost centre %q is here a second time, and %s", celltext.Short(row.Cells[CostCentre]), says),
		Hint:    "keep the row that is right", Related: []source.Related{{Position: first.Position, Message: "the first"}}})
	return true
}

func sameClass(a, b *finance.Rule) bool {
	return a.Matter == b.Matter && a.CareGroup == b.CareGroup && a.Locality == b.Locality && a.Apportion == b.Apportion &&
		a.Funding == b.Funding && celltext.Fold(a.Service) == celltext.Fold(b.Service) && a.Exclude == b.Exclude
}

// at is the place of a column in the row, or of the row where it has no such column.
func (r *reader) at(column string) source.Position {
	i, ok := r.table.Index[column]
	if !ok {
		i = r.table.Index[CostCentre]
	}
	return r.table.Records.Position(i)
}

// wrong reports that a cell says nothing that apr understands.
func (r *reader) wrong(column, cell, hint, what string) {
	message := what
	if cell != "" {
		message = fmt.Sprintf("%q: %s", celltext.Short(cell), what)
	}
	r.report(&source.Problem{Code: finance.CodeMapping, Position: r.at(column), Message: message, Hint: hint})
}

// report keeps the first problems and counts the others.
func (r *reader) report(p *source.Problem) {
	switch r.reported++; {
	case r.reported <= maxReported:
		r.out.Problems = append(r.out.Problems, p)
	case r.reported == maxReported+1:
		r.more = p.Position
	}
}

// finish reports what is left, and what nobody has filled in.
func (r *reader) finish() {
	if more := r.reported - maxReported; more > 0 {
		r.out.Problems = append(r.out.Problems, &source.Problem{Code: finance.CodeMapping, Position: r.more,
			Message: fmt.Sprintf("and %d more cells from here on say nothing that apr understands", more)})
	}
	if len(r.empty) == 0 {
		return
	}
	var codes []string
	for _, i := range r.empty[:min(len(r.empty), 5)] {
		codes = append(codes, celltext.Short(r.out.Rows[i].Cells[CostCentre]))
	}
	list := strings.Join(codes, ", ")
	if more := len(r.empty) - len(codes); more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	rows := fmt.Sprintf("%d rows aren't", len(r.empty))
	if len(r.empty) == 1 {
		rows = "a row isn't"
	}
	r.out.Problems = append(r.out.Problems, &source.Problem{Code: finance.CodeMappingEmpty, Position: r.out.Rows[r.empty[0]].Position,
		Message: fmt.Sprintf("%s filled in: %s", rows, list), Hint: "fill in the matter, or say why the cost centre isn't the authority's"})
}
