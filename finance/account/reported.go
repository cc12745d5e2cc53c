package account

import (
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"apr/finance"
	"apr/internal/law"
	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/table/xlsx"
)

// A publishedCell is a cell of the tables that apr publishes next to a report.
type publishedCell struct {
	title, row, column, value string
	id                        string // of its figure, where the file has it
	moved                     string // says that the row has more cells than the header
	position                  source.Position
}

// maxPublished bounds what is read of published tables.
const maxPublished = 64 << 20

// tidyHead begins the header of tables.csv.
var tidyHead = []string{"table", "title", "row", "column", "value"}

// readReported reads the tables of an earlier report, tables.csv or tables.xlsx. ok
// is false for any other file.
func readReported(fsys fs.FS, file string, words *publishedWords) (cells []publishedCell, ok bool) {
	isHead := func(cells []string) bool {
		return len(cells) >= len(tidyHead) && slices.Equal(cells[:len(tidyHead)], tidyHead)
	}
	err := table.OpenGrids(fsys, table.GridSpec{File: file, Limit: maxPublished, IsHeader: isHead}, func(grids []*table.Grid) error {
		cells, ok = nil, false
		names := map[string]bool{}
		for _, g := range grids {
			names[g.Sheet] = true
		}
		for _, g := range grids {
			switch {
			case g.Sheet == "":
				found, tidy, err := tidyCells(g, isHead)
				if err != nil {
					return err
				}
				cells, ok = found, tidy
			case names["Cover"] && names["Contents"] && tableName().MatchString(g.Sheet):
				found, err := sheetCells(g, words)
				if err != nil {
					return err
				}
				cells, ok = append(cells, found...), true
			}
		}
		return nil
	})
	for i, c := range cells {
		cells[i].title, cells[i].row, cells[i].column = words.english(c.title), words.english(c.row), words.english(c.column)
	}
	return cells, ok && err == nil
}

var tableName = lazyregexp.Lazy(`^Table \d+$`)

// tidyCells reads tables.csv.
func tidyCells(g *table.Grid, isHead func([]string) bool) (cells []publishedCell, ok bool, err error) {
	idAt := -1
	var heads []string
	err = g.Scan(xlsx.Selection{}, func(r *table.Row) bool {
		if !ok {
			head := r.Text[:r.Width]
			ok, idAt = isHead(head), slices.Index(head, idColumn)
			heads = slices.Clone(head)
			return ok
		}
		c := publishedCell{moved: table.Overflow(r.Text[:r.Width], heads), title: strings.Clone(r.At(1)), row: strings.Clone(r.At(2)), column: strings.Clone(r.At(3)), value: strings.Clone(r.At(4)), position: g.Position(r, 4)}
		if idAt >= 0 {
			c.id = strings.Clone(r.At(idAt))
		}
		cells = append(cells, c)
		return true
	})
	return cells, ok, err
}

// noteName is what is in the mark of a note in tables.xlsx.
var noteName = lazyregexp.Lazy(`^note \d+$`)

// sheetCells reads a table of tables.xlsx: its title, a few lines, a link to the
// contents, and the table.
func sheetCells(g *table.Grid, words *publishedWords) (cells []publishedCell, err error) {
	plain := func(s string) string { return words.unmarked(celltext.Spaced(s)) }
	var title string
	var heads []string
	linked := false
	err = g.Scan(xlsx.Selection{}, func(r *table.Row) bool {
		first := plain(r.At(0))
		switch {
		case title == "":
			title = words.caption(first)
		case words.english(first) == "Go to the contents":
			linked = true
		case linked && heads == nil:
			for i := range r.Width {
				heads = append(heads, plain(r.At(i)))
			}
		case linked:
			for i := 1; i < min(r.Width, len(heads)); i++ {
				cells = append(cells, publishedCell{title: title, row: first, column: heads[i], value: strings.Clone(r.At(i)), position: g.Position(r, i)})
			}
		}
		return true
	})
	return cells, err
}

// A publishedTable is a table that earlier years are read from, in the report's words.
type publishedTable struct {
	caption   string // how it begins; {year} is its year, and without it its columns or rows are years
	dimension Dimension
	heads     []string // of rows and columns, besides names and years
}

const proportionHead = "Proportion of amount paid or set aside"

var publishedTables = []publishedTable{
	{"Spend on the matters of regulation 4(2) in {year}", ByMatter, []string{"Planned", "Spent", proportionHead, "Total"}},
	{"Proportion of the amount paid or set aside spent on each matter, by reporting year", ByMatter, nil},
	{"Spend against the annual financial statement by reporting year", ByTotal, []string{"Planned", "Spent"}},
	{"Spend on key care groups in {year}", ByCareGroup, []string{"Planned", "Spent", proportionHead}},
	{"Proportion of the amount paid or set aside spent on key care groups, by reporting year", ByCareGroup, nil},
	{"Spend in relation to each locality in {year}", ByLocality, []string{"Spent", proportionHead, "Total"}},
	{"Proportion of the amount paid or set aside spent in relation to each locality, by reporting year", ByLocality, nil},
}

// in is the year of the table with a title, "" where its columns or rows are years; ok is
// false of another table's title.
func (t publishedTable) in(title string) (year string, ok bool) {
	before, _, dated := strings.Cut(t.caption, "{year}")
	rest, ok := strings.CutPrefix(title, before)
	if !ok || !dated {
		return "", ok
	}
	year = rest[:min(len(rest), len("2025/26"))]
	_, err := period.Parse(year)
	return year, err == nil
}

// A publishedFigure is an amount, or the proportion of the funding that spend is.
type publishedFigure struct {
	amount     finance.Money
	proportion float64 // 0 for an amount
	position   source.Position
}

// reported are the figures of an earlier report: amounts, and proportions of spend.
type reported struct {
	amounts, proportions map[Key]publishedFigure
	order                []Key
	newest               period.Year
}

// understand finds the figures among the cells of published tables.
func understand(cells []publishedCell) *reported {
	p := &reported{amounts: map[Key]publishedFigure{}, proportions: map[Key]publishedFigure{}}
	for _, c := range cells {
		if p.byID(c) {
			continue
		}
		for _, t := range publishedTables {
			if year, ok := t.in(c.title); ok {
				p.cell(c, t.dimension, year)
			}
		}
	}
	return p
}

// cell takes a cell of a table of a dimension; year is that of the caption, or "".
func (p *reported) cell(c publishedCell, d Dimension, year string) {
	k := Key{Dimension: d, Item: c.row}
	written := year
	switch {
	case d == ByTotal:
		written, k.Item = c.row, ""
	case year == "":
		written = c.column
	}
	var err error
	if k.Year, err = period.Parse(written); err != nil {
		return
	}
	if d != ByTotal && celltext.Fold(c.row) == "total" {
		k.Dimension, k.Item = ByTotal, ""
	}
	if d == ByMatter && k.Dimension == ByMatter {
		if k.Item = matterIn(c.row, k.Year); k.Item == "" {
			return
		}
	}
	switch {
	case d == ByLocality && c.row == unallocatedName:
	case year == "" && d != ByTotal, strings.HasPrefix(c.column, "Proportion"):
		p.proportion(k, c)
	case c.column == "Planned":
		k.Measure = PlanMeasure
		p.amount(k, c)
	case c.column == "Spent":
		p.amount(k, c)
	}
}

// proportion takes what part of the funding is spent on something.
func (p *reported) proportion(k Key, c publishedCell) {
	p.newest = max(p.newest, k.Year)
	if v, err := strconv.ParseFloat(c.value, 64); err == nil && v > 0 {
		p.proportions[k] = publishedFigure{proportion: v, position: c.position}
		p.note(k)
	}
}

// amount takes an amount.
func (p *reported) amount(k Key, c publishedCell) {
	p.newest = max(p.newest, k.Year)
	if m, blank, err := finance.ParseCellAmount(c.value); err == nil && !blank {
		if _, known := p.amounts[k]; !known {
			p.amounts[k] = publishedFigure{amount: m, position: c.position}
			p.note(k)
		}
	}
}

// note keeps the order of the figures.
func (p *reported) note(k Key) {
	if !slices.Contains(p.order, k) {
		p.order = append(p.order, k)
	}
}

// matterIn is the matter that a row's head names: "Hospital inpatients", or with its
// number behind it.
func matterIn(head string, year period.Year) string {
	for _, m := range finance.Matters {
		title := law.For(year).MatterTitle(string(m))
		if head == title || head == title+": "+string(m) {
			return string(m)
		}
	}
	return ""
}

// exactly is the whole number of pence of which the proportion is p of the base, if
// there is one: a proportion is printed in full, or in as many digits as a cell holds,
// so that just one is.
func exactly(p float64, base finance.Money) (finance.Money, bool) {
	m := finance.Money(math.Round(p * float64(base)))
	return m, base != 0 && written(float64(m)/float64(base), p)
}

// cellDigits is how many significant digits a cell of a workbook holds. They tell the
// pence of an authority apart: its funding has 11 or 12 digits in pence.
const cellDigits = 15

// written reports whether p is q as files hold it: all of it in a text, and in a cell its
// first digits, which some programs round and others cut. The digits are compared as they
// are written and not by how far p is from q: a proportion that somebody has rounded
// further is then none that an amount is worked out from.
func written(q, p float64) bool {
	if q == p {
		return true
	}
	cut, exponent, _ := strings.Cut(strconv.FormatFloat(q, 'e', -1, 64), "e")
	cut = cut[:min(len(cut), cellDigits+len("."))]
	for _, digits := range []string{cut + "e" + exponent, strconv.FormatFloat(q, 'e', cellDigits-1, 64)} {
		if held, err := strconv.ParseFloat(digits, 64); err == nil && held == p {
			return true
		}
	}
	return false
}

// funding is the amount paid to or set aside in a year, as it was published or worked
// out from what was; ok is false where it can't be.
func (p *reported) funding(year period.Year) (f publishedFigure, ok bool) {
	if f, ok = p.amounts[Key{FundingMeasure, year, ByTotal, ""}]; ok {
		return f, ok
	}
	for _, k := range p.order {
		spent, known := p.amounts[k]
		share, also := p.proportions[k]
		if k.Year == year && k.Measure == SpendMeasure && known && also {
			base := finance.Money(math.Round(float64(spent.amount) / share.proportion))
			if m, ok := exactly(share.proportion, base); ok && m == spent.amount {
				return publishedFigure{amount: base, position: share.position}, true
			}
		}
	}
	total, known := p.amounts[Key{SpendMeasure, year, ByTotal, ""}]
	if !known {
		return f, false
	}
	var sum float64
	var at source.Position
	for _, m := range finance.Matters {
		share := p.proportions[Key{SpendMeasure, year, ByMatter, string(m)}]
		if sum += share.proportion; at.IsZero() {
			at = share.position
		}
	}
	if sum == 0 {
		return f, false
	}
	base := finance.Money(math.Round(float64(total.amount) / sum))
	left := total.amount
	for _, m := range finance.Matters {
		if share, given := p.proportions[Key{SpendMeasure, year, ByMatter, string(m)}]; given {
			spent, ok := exactly(share.proportion, base)
			if !ok {
				return f, false
			}
			left -= spent
		}
	}
	return publishedFigure{amount: base, position: at}, left == 0
}
