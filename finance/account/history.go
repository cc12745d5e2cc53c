package account

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// historyColumns are the columns of the history table by their own names.
var historyColumns = map[string]string{"year": "year", "measure": "measure", "dimension": "dimension", "item": "item", "amount": "amount"}

// A historyRow is one figure of the history table.
type historyRow struct {
	Key
	Amount finance.Money
	// From says how the amount was come by, "" where the table has it.
	From     string
	Position source.Position
}

// HistoryRead is the history table: rows in order, each figure once.
type HistoryRead struct {
	Rows []historyRow
	// Origin is where the rows come from, if that isn't a table of earlier years.
	Origin    finance.Origin
	seen      map[Key]historyRow
	Fatal     source.Problems
	Soft      source.Problems
	empty     []source.Position // of rows without an amount
	malformed int
	more      source.Position // the first malformed row that isn't reported by itself
	units     string          // the words by which it says that it isn't in pounds
	unitsAt   source.Position
	held      columnsHeld
}

// ReadHistory reads the history table. Rows of years before the window are
// left out.
func ReadHistory(fsys fs.FS, spec *finance.Spec) *HistoryRead {
	h := &HistoryRead{seen: map[Key]historyRow{}}
	switch {
	case spec.History == "":
		return h
	case spec.Past != nil:
		h.fromProject(spec)
		return h
	case h.fromPublished(fsys, spec):
		return h
	}
	t, err := table.Open(fsys, table.Spec{File: spec.History, What: "history table", Columns: historyColumns, Position: spec.HistoryPosition})
	if err != nil {
		h.fail(spec.History, err)
		return h
	}
	defer t.Close() // read only: nothing can be lost
	h.units, h.unitsAt = ledger.Units(t, t.Index["amount"])
	for {
		record, err := t.Records.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			h.fail(spec.History, err)
			break
		}
		if !celltext.IsBlank(record) {
			h.held.see(t, record)
			h.record(t, record, spec.Year)
		}
	}
	if h.malformed > 0 && h.reportColumns(t, spec.History) {
		return h
	}
	h.reportEmpty()
	if more := h.malformed - ledger.MaxMalformed; more > 0 {
		h.Fatal.Addf(finance.CodeMalformedHistory, h.more, "and %s from here on can't be understood", wording.Count(more, "more row"))
	}
	return h
}

// reportEmpty reports rows without an amount: nothing is known of what they name, which
// isn't zero.
func (h *HistoryRead) reportEmpty() {
	if len(h.empty) == 0 {
		return
	}
	h.Soft.Add(&source.Problem{Code: finance.CodeHistoryEmpty, Position: h.empty[0],
		Message: wording.Count(len(h.empty), "row") + " of the table of earlier years without an amount: nothing is known of what is there",
		Hint:    "write the amounts, to the penny, and 0 where nothing was spent; or name last year's tables.csv, tables.xlsx or project under finance.history"})
}

func (h *HistoryRead) fail(file string, err error) {
	if p := (*source.Problem)(nil); errors.As(err, &p) {
		h.Fatal.Add(p)
		return
	}
	h.Fatal.Addf(table.CodeUnreadableFile, source.Position{File: file}, "the history table can't be read: %v", err)
}

// record reads one row.
func (h *HistoryRead) record(t *table.Table, record []string, reporting period.Year) {
	text := func(column string) string { return celltext.Spaced(celltext.At(record, t.Index[column])) }
	report := func(column, hint, format string, args ...any) {
		switch h.malformed++; {
		case h.malformed <= ledger.MaxMalformed:
			h.Fatal.Add(&source.Problem{Code: finance.CodeMalformedHistory, Position: t.Records.Position(t.Index[column]), Message: fmt.Sprintf(format, args...), Hint: hint})
		case h.malformed == ledger.MaxMalformed+1:
			h.more = t.Records.Position(t.Index[column])
		}
	}
	if t.Workbook == nil {
		if moved := table.Overflow(record, t.Header); moved != "" {
			report("amount", table.OverflowHint, "%s", moved)
			return
		}
	}
	row := historyRow{Position: t.Records.Position(t.Index["amount"])}
	before := h.malformed
	year, err := period.Parse(text("year"))
	if err != nil {
		report("year", "", "%v", err)
	} else if year > reporting {
		report("year", "see whether the year in apr.yaml is right: it is "+reporting.String(), "the year %s is after the reporting year %s", year, reporting)
	}
	row.Year = year
	row.Measure = Measure(word(text("measure"), "measure", MeasureNames, report))
	row.Dimension = Dimension(word(text("dimension"), "dimension", DimensionNames, report))
	row.Item = h.item(row.Dimension, text("item"), report)
	if row.Measure == FundingMeasure && row.Dimension > ByTotal && row.Dimension != ByPartner && row.Dimension != ByFunding {
		report("dimension", "", "funding is given as a total, by partner or by funding, and not by %s", DimensionNames[row.Dimension])
	}
	raw := celltext.At(record, t.Index["amount"])
	parse := finance.ParseMoney
	if t.Workbook != nil {
		parse = parseCellMoney
	}
	if row.Amount, err = parse(raw); errors.Is(err, finance.ErrBlank) {
		if h.malformed == before {
			h.empty = append(h.empty, row.Position)
		}
		return
	} else if err != nil {
		hint := finance.AmountForms
		if a := (*finance.AmountError)(nil); errors.As(err, &a) {
			hint = a.Hint
		}
		report("amount", hint, "%q isn't an amount: %v", celltext.Short(raw), err)
	}
	if window := period.Window(reporting); h.malformed == before && slices.Contains(window, row.Year) {
		h.keep(row)
	}
}

// word is the number of the word among those expected, or -1 after telling that
// it isn't one of them.
func word(text, what string, expected []string, report func(column, hint, format string, args ...any)) int {
	if i := slices.Index(expected, text); i >= 0 {
		return i
	}
	key := celltext.HeaderKey(strings.ReplaceAll(strings.ReplaceAll(text, "_", ""), "-", ""))
	i := slices.IndexFunc(expected, func(e string) bool { return celltext.HeaderKey(e) == key })
	if i < 0 {
		report(what, source.DidYouMean(text, expected), "the %s %q isn't one that apr knows", what, celltext.Short(text))
	}
	return i
}

// item reads the item of a row. Names of the project, such as localities, are
// resolved when the account is made; those of the law here.
func (h *HistoryRead) item(d Dimension, text string, report func(column, hint, format string, args ...any)) string {
	oneOf := func(what string, expected []string) string {
		for _, e := range expected {
			if celltext.HeaderKey(e) == celltext.HeaderKey(text) {
				return e
			}
		}
		report("item", source.DidYouMean(text, expected), "the %s %q isn't one that apr knows", what, celltext.Short(text))
		return ""
	}
	switch {
	case d == ByTotal:
		if text != "" && !strings.EqualFold(text, "total") {
			report("item", "leave the item empty, or give another dimension", "a total has no item such as %q", celltext.Short(text))
		}
		return ""
	case d < 0:
		return text
	case text == "":
		report("item", "", "the row names no %s", DimensionNames[d])
	case d == ByMatter:
		return oneOf("matter", finance.Texts(finance.Matters))
	case d == ByFunding:
		return oneOf("funding", finance.Texts(finance.Fundings))
	}
	return text
}

// keep keeps a row; a figure that was there before must be the same.
func (h *HistoryRead) keep(row historyRow) {
	key := row.Key
	key.Item = celltext.Fold(key.Item)
	first, twice := h.seen[key]
	switch {
	case !twice:
		h.seen[key] = row
		h.Rows = append(h.Rows, row)
	case first.Amount != row.Amount:
		h.Fatal.Add(&source.Problem{Code: finance.CodeDuplicateFigure, Position: row.Position,
			Message: fmt.Sprintf("the %s is %s here and %s before", row.Key, row.Amount.Exact(), first.Amount.Exact()),
			Hint:    "keep the row that is right",
			Related: []source.Related{{Position: first.Position, Message: "the other amount is here"}}})
	}
}

// parseCellMoney is ParseMoney for the raw value of a workbook's cell.
func parseCellMoney(s string) (finance.Money, error) {
	m, blank, err := finance.ParseCellAmount(s)
	if err == nil && blank {
		err = finance.ErrBlank
	}
	return m, err
}
