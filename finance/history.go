package finance

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

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
	figureKey
	amount   Money
	position source.Position
}

// historyRead is the history table: rows in order, each figure once.
type historyRead struct {
	rows      []historyRow
	seen      map[figureKey]historyRow
	fatal     source.Problems
	malformed int
	more      source.Position // the first malformed row that isn't told by itself
}

// readHistory reads the history table. Rows of years before the window are
// left out.
func readHistory(fsys fs.FS, spec *Spec) *historyRead {
	h := &historyRead{seen: map[figureKey]historyRow{}}
	if spec.History == "" {
		return h
	}
	t, err := table.Open(fsys, table.Spec{File: spec.History, What: "history table", Columns: historyColumns, Position: spec.HistoryPosition})
	if err != nil {
		h.fail(spec.History, err)
		return h
	}
	defer t.Close() // read only: nothing can be lost
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
			h.record(t, record, spec.Year)
		}
	}
	if more := h.malformed - maxMalformed; more > 0 {
		h.fatal.Addf(CodeMalformedHistory, h.more, "and %s from here on can't be understood", wording.Count(more, "more row"))
	}
	return h
}

func (h *historyRead) fail(file string, err error) {
	if p := (*source.Problem)(nil); errors.As(err, &p) {
		h.fatal.Add(p)
		return
	}
	h.fatal.Addf(table.CodeUnreadableFile, source.Position{File: file}, "the history table can't be read: %v", err)
}

// record reads one row.
func (h *historyRead) record(t *table.Table, record []string, reporting period.Year) {
	text := func(column string) string { return celltext.Spaced(celltext.At(record, t.Index[column])) }
	tell := func(column, hint, format string, args ...any) {
		switch h.malformed++; {
		case h.malformed <= maxMalformed:
			h.fatal.Add(&source.Problem{Code: CodeMalformedHistory, Position: t.Records.Position(t.Index[column]), Message: fmt.Sprintf(format, args...), Hint: hint})
		case h.malformed == maxMalformed+1:
			h.more = t.Records.Position(t.Index[column])
		}
	}
	row := historyRow{position: t.Records.Position(t.Index["amount"])}
	before := h.malformed
	year, err := period.Parse(text("year"))
	if err != nil {
		tell("year", "", "%v", err)
	} else if year > reporting {
		tell("year", "", "the year %s is after the reporting year %s", year, reporting)
	}
	row.year = year
	row.measure = measure(word(text("measure"), "measure", measureNames, tell))
	row.dimension = dimension(word(text("dimension"), "dimension", dimensionNames, tell))
	row.item = h.item(row.dimension, text("item"), tell)
	if row.measure == fundingMeasure && row.dimension > byTotal && row.dimension != byPartner && row.dimension != byFunding {
		tell("dimension", "", "funding is given as a total, by partner or by funding, and not by %s", dimensionNames[row.dimension])
	}
	raw := celltext.At(record, t.Index["amount"])
	parse := ParseMoney
	if t.Workbook != nil {
		parse = parseCellMoney
	}
	if row.amount, err = parse(raw); err != nil {
		hint := amountForms
		if a := (*amountError)(nil); errors.As(err, &a) {
			hint = a.hint
		}
		tell("amount", hint, "%q isn't an amount: %v", celltext.Trim(raw), err)
	}
	if window := period.Window(reporting); h.malformed == before && slices.Contains(window, row.year) {
		h.keep(row)
	}
}

// word is the number of the word among those expected, or -1 after telling that
// it isn't one of them.
func word(text, what string, expected []string, tell func(column, hint, format string, args ...any)) int {
	key := celltext.HeaderKey(strings.NewReplacer("_", "", "-", "").Replace(text))
	i := slices.IndexFunc(expected, func(e string) bool { return celltext.HeaderKey(e) == key })
	if i < 0 {
		tell(what, source.DidYouMean(text, expected), "the %s %q isn't one that apr knows", what, text)
	}
	return i
}

// item reads the item of a row. Names of the project, such as localities, are
// resolved when the account is made; those of the law here.
func (h *historyRead) item(d dimension, text string, tell func(column, hint, format string, args ...any)) string {
	oneOf := func(what string, expected []string) string {
		for _, e := range expected {
			if celltext.HeaderKey(e) == celltext.HeaderKey(text) {
				return e
			}
		}
		tell("item", source.DidYouMean(text, expected), "the %s %q isn't one that apr knows", what, text)
		return ""
	}
	switch {
	case d == byTotal:
		if text != "" && !strings.EqualFold(text, "total") {
			tell("item", "leave the item empty, or give another dimension", "a total has no item such as %q", text)
		}
		return ""
	case d < 0:
		return text
	case text == "":
		tell("item", "", "the row names no %s", dimensionNames[d])
	case d == byMatter:
		return oneOf("matter", texts(Matters))
	case d == byFunding:
		return oneOf("funding", texts(fundings))
	}
	return text
}

// keep keeps a row; a figure that was there before must be the same.
func (h *historyRead) keep(row historyRow) {
	key := row.figureKey
	key.item = celltext.Fold(key.item)
	first, twice := h.seen[key]
	switch {
	case !twice:
		h.seen[key] = row
		h.rows = append(h.rows, row)
	case first.amount != row.amount:
		h.fatal.Add(&source.Problem{Code: CodeDuplicateFigure, Position: row.position,
			Message: fmt.Sprintf("the %s is %s here and %s before", row.figureKey, row.amount.Exact(), first.amount.Exact()),
			Hint:    "keep the row that is right",
			Related: []source.Related{{Position: first.position, Message: "the other amount is here"}}})
	}
}

// parseCellMoney is ParseMoney for the raw value of a workbook's cell.
func parseCellMoney(s string) (Money, error) {
	m, blank, err := parseCellAmount(s)
	if err == nil && blank {
		err = errBlank
	}
	return m, err
}
