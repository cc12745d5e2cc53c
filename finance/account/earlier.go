package account

import (
	"fmt"
	"io/fs"
	"path"
	"slices"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/wording"
)

// worked says of an amount that it wasn't published as such.
const worked = "worked out to the penny from the proportion that was published"

// fromPublished reads earlier years from the tables of an earlier report. It answers
// with false for any other file.
func (h *HistoryRead) fromPublished(fsys fs.FS, spec *finance.Spec) bool {
	cells, ok := readReported(fsys, spec.History, wordsOf(spec.Words))
	if !ok {
		return false
	}
	if i := slices.IndexFunc(cells, func(c publishedCell) bool { return c.moved != "" }); i >= 0 {
		h.Fatal.Add(&source.Problem{Code: finance.CodeMalformedHistory, Position: cells[i].position, Message: cells[i].moved, Hint: table.OverflowHint})
		return true
	}
	p := understand(cells)
	var lacking string
	if !slices.ContainsFunc(cells, func(c publishedCell) bool { return c.id != "" }) {
		lacking = unfound(cells, spec)
	}
	if len(p.order) == 0 {
		problem := &source.Problem{Code: finance.CodeMalformedHistory, Position: source.Position{File: spec.History},
			Message: "these are tables of a report, and none of them is of money",
			Hint:    "name tables.csv or tables.xlsx of the last report, or a table with the columns year, measure, dimension, item and amount"}
		if lacking != "" {
			problem.Message, problem.Hint = "these are tables of a report, and no money is found in them: "+lacking, problem.Hint+"; "+otherWords
		}
		h.Fatal.Add(problem)
		return true
	}
	// A workbook is whole; of a CSV somebody may have kept some lines.
	if lacking != "" && cells[0].position.Sheet != "" {
		h.Soft.Add(&source.Problem{Code: finance.CodeHistoryOrigin, Position: source.Position{File: spec.History},
			Message: "not all of the money of earlier years is found in these tables: " + lacking, Hint: otherWords})
	}
	h.Origin = finance.Origin{Kind: finance.PublishedTables, Year: p.newest, File: spec.History}
	if p.newest >= spec.Year {
		h.Soft.Add(&source.Problem{Code: finance.CodeHistoryOrigin, Position: source.Position{File: spec.History},
			Message: fmt.Sprintf("these are the tables of the report of %s; only the years before %s are taken from them", p.newest, spec.Year),
			Hint:    "name the tables of the last report"})
	}
	for _, year := range period.Window(spec.Year) {
		if year < spec.Year {
			h.publishedYear(p, year)
		}
	}
	return true
}

// publishedYear takes the figures of a year.
func (h *HistoryRead) publishedYear(p *reported, year period.Year) {
	add := func(k Key, f publishedFigure, from string) {
		h.keep(historyRow{Key: k, Amount: f.amount, From: from, Position: f.position})
	}
	base, known := p.funding(year)
	if _, given := p.amounts[Key{FundingMeasure, year, ByTotal, ""}]; known && !given {
		add(Key{FundingMeasure, year, ByTotal, ""}, base, worked)
	}
	left := 0
	var first source.Position
	for _, k := range p.order {
		if k.Year != year {
			continue
		}
		if f, given := p.amounts[k]; given {
			add(k, f, "")
			continue
		}
		share := p.proportions[k]
		if m, ok := exactly(share.proportion, base.amount); known && ok {
			add(k, publishedFigure{amount: m, position: share.position}, worked)
			continue
		}
		if left++; first.IsZero() {
			first = share.position
		}
	}
	if left > 0 {
		h.Soft.Add(&source.Problem{Code: finance.CodeHistoryOrigin, Position: first,
			Message: fmt.Sprintf("of %s the tables give %s without an amount that they could be worked out from; those aren't used", year, wording.Count(left, "proportion")),
			Hint:    "name the project of the last report in place of its tables, or a table with the amounts"})
	}
}

// fromProject takes earlier years from the account of an earlier project.
func (h *HistoryRead) fromProject(spec *finance.Spec) {
	h.Origin = finance.Origin{Kind: finance.EarlierProject, Year: spec.Past.Year, File: spec.History}
	at := source.Position{File: spec.History}
	if spec.Past.Year >= spec.Year {
		h.Fatal.Add(&source.Problem{Code: finance.CodeMalformedHistory, Position: at,
			Message: fmt.Sprintf("the project is of %s, and not of a year before %s", spec.Past.Year, spec.Year), Hint: "name the project of the last report"})
		return
	}
	if n := len(spec.Past.Problems); n > 0 {
		h.Soft.Add(&source.Problem{Code: finance.CodeHistoryOrigin, Position: at,
			Message: fmt.Sprintf("%s with the money of the project of %s, which earlier years are taken from", wording.Count(n, "problem"), spec.Past.Year),
			Hint:    "run apr finance " + spec.History})
	}
	for _, row := range RowsOf(spec.Past, spec.Year) {
		if row.Position.File == "" {
			row.Position = at
		} else {
			row.Position.File = path.Join(spec.History, row.Position.File)
		}
		h.keep(row)
	}
}

// RowsOf is an account as rows of the table of earlier years: what is known of the
// years that a later year's report is compared with.
func RowsOf(a *finance.Account, year period.Year) (rows []historyRow) {
	add := func(k Key, amount finance.Amount) {
		if amount.Known {
			rows = append(rows, historyRow{Key: k, Amount: amount.Money, Position: amount.Position})
		}
	}
	for _, y := range period.Window(year) {
		if y == year {
			break
		}
		if i := slices.IndexFunc(a.Years, func(t finance.YearTotals) bool { return t.Year == y }); i >= 0 {
			add(Key{FundingMeasure, y, ByTotal, ""}, a.Years[i].Funding)
			add(Key{PlanMeasure, y, ByTotal, ""}, a.Years[i].Plan)
			add(Key{SpendMeasure, y, ByTotal, ""}, a.Years[i].Spend)
		}
		for _, d := range []struct {
			dimension Dimension
			lines     []finance.Line
		}{{ByMatter, a.Matters}, {ByLocality, a.Localities}, {ByLocality, a.FormerLocalities},
			{ByCareGroup, a.CareGroups}, {ByCareGroup, a.FormerCareGroups}} {
			for _, l := range d.lines {
				if in := l.In(y); in != nil {
					add(Key{PlanMeasure, y, d.dimension, l.ID}, in.Plan)
					add(Key{SpendMeasure, y, d.dimension, l.ID}, in.Spend)
				}
			}
		}
	}
	return rows
}
