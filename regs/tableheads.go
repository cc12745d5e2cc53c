package regs

import (
	"math"
	"slices"
	"strings"

	"apr/finance"
	"apr/indicators"
	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/number"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/table/celltext"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// formatted is a number with so many decimals and separators of thousands.
func formatted(v float64, decimals int) string { return number.Format(v, decimals) }

// heads holds each cell against the heads of its row and its column.
func (f *tableFigures) heads() {
	for i := range f.printed.Rows {
		for c := f.rowHeads; c < len(f.printed.Columns); c++ {
			heads := []string{f.head(c), f.group(c)}
			for h := range f.rowHeads {
				heads = append(heads, f.text(i, h))
			}
			cell := f.read.Rows[i].Cells[c]
			if d := f.datumOf(i, c); d != nil {
				f.reference(cell, d, heads)
				continue
			}
			f.typed(cell, f.text(i, c), heads)
			f.indicatorTyped(cell, f.text(i, c), heads)
		}
	}
}

var yearInHead = lazyregexp.Lazy(`\b20\d\d[/–-]\d\d\b`)

// yearsOf are the reporting years that heads name.
func yearsIn(heads []string) (years []period.Year) {
	for _, h := range heads {
		for _, text := range yearInHead().FindAllString(h, -1) {
			if y, err := period.Parse(text); err == nil && !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
	}
	return years
}

// reference holds what a cell refers to against its heads: the year, and the place or the
// part of the account.
func (f *tableFigures) reference(cell yamlpos.Text, d *document.Datum, heads []string) {
	id, err := datum.Parse(d.ID)
	if err != nil {
		return
	}
	of := aboutOf(id)
	if years := yearsIn(heads); len(years) > 0 && len(of.years) > 0 && !slices.ContainsFunc(of.years, func(y period.Year) bool { return slices.Contains(years, y) }) {
		f.reportCell(cell, "write the year into the reference, or correct the head", "the cell shows %s of %s, and its heads say %s", d.Display, of.years[0], yearList(years))
		return
	}
	for _, head := range heads {
		kind, name := f.named(head)
		switch place := isPlace(kind); {
		case kind == "" || celltext.Fold(name) == celltext.Fold(of.name):
		case kind == of.kind, place && isPlace(of.kind):
			f.reportCell(cell, "correct the reference or the head", "the cell shows %s, which is of %s, and its row or column is %q", d.Display, of.name, celltext.Spaced(head))
			return
		case place && of.kind == "":
			f.reportCell(cell, "name the place in the reference, or correct the head", "the cell shows %s, which is of the whole area, and its row or column is %q", d.Display, celltext.Spaced(head))
			return
		}
	}
}

func isPlace(kind string) bool { return kind == "locality" || kind == "area" }

// about is what a figure is about, as far as its id says.
type about struct {
	kind, name string // such as "locality" and its name; "" for the whole
	years      []period.Year
}

func aboutOf(id datum.ID) about {
	a := about{}
	for _, y := range []period.Year{id.Year, id.From} {
		if y != 0 {
			a.years = append(a.years, y)
		}
	}
	switch {
	case id.Area != "":
		a.kind, a.name = "area", id.Area
	case id.Measure == datum.Scotland:
		a.kind, a.name = "area", indicators.Scotland
	case id.IsIndicator():
	case id.Measure == datum.LocalMeasure || id.Measure == datum.MeasureChange:
		of, from, _ := strings.Cut(id.Of, "@since ")
		parts := strings.Split(of, "@")
		for _, text := range []string{parts[len(parts)-1], from} {
			if span, err := period.ParseSpan(text); err == nil && text != "" {
				a.years = append(a.years, span.Year())
			}
		}
		if len(parts) == 3 {
			if a.kind, a.name = "locality", parts[1]; parts[1] == indicators.Scotland {
				a.kind = "area"
			}
		}
	case id.Measure == datum.Population || id.Measure == datum.Share:
		a.kind, a.name = "locality", id.Of[strings.LastIndexByte(id.Of, ':')+1:]
	case id.Year == 0:
		a.kind = "none" // what is of no place and no part
	case strings.Contains(id.Of, ":"):
		a.kind, a.name, _ = strings.Cut(id.Of, ":")
	case id.Of != datum.Total:
		a.kind, a.name = "matter", id.Of
	}
	return a
}

// named is what a head names, if it says nothing else: a locality, an area, or a part of
// the account.
func (f *tableFigures) named(head string) (kind, name string) {
	key := celltext.Fold(celltext.Spaced(head))
	if key == "" {
		return "", ""
	}
	for _, l := range f.project.Config.Localities {
		if celltext.Fold(l.Name) == key {
			return "locality", l.Name
		}
	}
	if key == celltext.Fold(indicators.Scotland) {
		return "area", indicators.Scotland
	}
	kind, line := f.accountLine(key)
	if line == nil {
		return "", ""
	}
	return kind, line.ID
}

// accountLine is the line of the account that a name is of, and its kind.
func (f *tableFigures) accountLine(key string) (kind string, line *finance.Line) {
	a := f.project.Account
	if a == nil {
		return "", nil
	}
	for _, of := range []struct {
		kind  string
		lines []finance.Line
	}{{"matter", a.Matters}, {"locality", a.Localities}, {"care group", a.CareGroups}, {"partner", a.Partners}, {"service", a.Services}} {
		for i := range of.lines {
			l := &of.lines[i]
			is := func(name string) bool { return strings.EqualFold(celltext.Trim(name), key) }
			if is(l.ID) || is(l.Name) || of.kind == "matter" && is(lawOf(f.project).MatterTitle(l.ID)) {
				return of.kind, l
			}
		}
	}
	return "", nil
}

var (
	spendWords   = lazyregexp.Lazy(`(?i)\b(?:spend|spent|spending|actual|actuals|expenditure|outturn)\b`)
	plannedWords = lazyregexp.Lazy(`(?i)\b(?:plan|planned|budget|budgeted|budgets)\b`)
	otherWords   = lazyregexp.Lazy(`(?i)%|\b(?:per|share|proportion|percent\w*|change|variance|underspen\w*|overspen\w*|saving\w*|forecast|difference|rate|average|of which|head|person|population)\b`)
)

// indicatorTyped holds a value that was typed beside the id of an indicator or a local
// measure, and under a year or none, against the data.
func (f *tableFigures) indicatorTyped(cell yamlpos.Text, text string, heads []string) {
	n := readNumber(text)
	years := yearsIn(append(slices.Clone(heads), f.table.Title))
	words := strings.Join(append(slices.Clone(heads), f.table.Title), " ")
	if !n.ok || n.pounds || len(years) > 1 || otherFigure().MatchString(words) {
		return
	}
	year := f.project.Config.Year
	if len(years) == 1 {
		year = years[0]
	}
	for _, head := range heads {
		id, _, _ := strings.Cut(strings.TrimLeft(celltext.Spaced(head), "("), " ")
		id = strings.TrimRight(id, ":,)")
		if value, shown, ok := f.valueOf(id, year); ok && math.Abs(value-n.value) > 0.5*n.scale*math.Pow10(-n.decimals)+1e-9*math.Abs(value) {
			f.reportCell(cell, "correct it, or write a reference in its place", "the cell has %s for %s, and the data have %s in %s", text, id, shown, year)
			return
		}
	}
}

// otherFigure is what says that a cell isn't the area's value.
var otherFigure = lazyregexp.Lazy(`(?i)\b(?:scotland|target|change|rank|family|average|baseline|peers|benchmark|difference|north|south|east|west|locality|trend|plan|outcomes?|priorit\w*|page|no|number)\b`)

// valueOf is the area's value of an indicator or a local measure in a year, by its id.
func (f *tableFigures) valueOf(id string, year period.Year) (value float64, shown string, ok bool) {
	if f.project.Indicators != nil {
		if i, known := indicators.ByID(indicators.ID(strings.ToUpper(id))); known {
			s := f.project.Indicators.ByID(i.ID)
			if s == nil || s.At(year) == nil || s.At(year).Value == nil {
				return 0, "", false
			}
			return *s.At(year).Value, i.Format(*s.At(year).Value), true
		}
	}
	eachMeasure(f.project, func(m *project.LocalMeasure) {
		if at := m.Measure.Whole().In(year); strings.EqualFold(m.ID, id) && at != nil && at.Value != nil {
			value, shown, ok = *at.Value, m.Format(*at.Value), true
		}
	})
	return value, shown, ok
}

// typed holds an amount that was typed under heads that name a part of the account, what
// was spent or planned, and a year or none, against the account.
func (f *tableFigures) typed(cell yamlpos.Text, text string, heads []string) {
	n := readNumber(text)
	words := strings.Join(append(slices.Clone(heads), f.table.Title), " ")
	spend, plan := spendWords().MatchString(words), plannedWords().MatchString(words)
	if !n.ok || n.percent || spend == plan || otherWords().MatchString(words) {
		return
	}
	scale, inMoney := n.scale, n.pounds
	switch units := strings.ToLower(f.table.Units + " " + strings.Join(heads, " ")); {
	case n.scale != 1:
	case millions().MatchString(units):
		scale, inMoney = 1e6, true
	case strings.Contains(units, "£000") || strings.Contains(units, "£k") || strings.Contains(units, "thousand"):
		scale, inMoney = 1e3, true
	case strings.Contains(units, "£"):
		inMoney = true
	}
	var line *finance.Line
	for _, head := range heads {
		if _, l := f.accountLine(celltext.Fold(celltext.Spaced(head))); l != nil {
			if line != nil && line != l {
				return // of two things at once
			}
			line = l
		}
	}
	if line == nil || !inMoney {
		return
	}
	years := yearsIn(append(slices.Clone(heads), f.table.Title))
	if len(years) > 1 {
		return
	}
	amount, year := line.Spend, f.project.Config.Year
	if plan {
		amount = line.Plan
	}
	if len(years) == 1 && years[0] != year {
		year = years[0]
		in := line.In(year)
		if in == nil {
			return
		}
		if amount = in.Spend; plan {
			amount = in.Plan
		}
	}
	typed := n.value / n.scale * scale
	exact := float64(amount.Money) / 100
	if !amount.Known || math.Abs(typed-exact) <= 0.5*scale*math.Pow10(-n.decimals)+1e-6*math.Abs(exact) {
		return
	}
	f.reportCell(cell, "correct it, or write a reference in its place, which is never another figure than the report's",
		"the cell has %s for %s, and the account has %s in %s", text, wording.OneLine(lineTitle(line)), amount.Exact(), year)
}

// lineTitle is what a line of the account is called.
func lineTitle(l *finance.Line) string {
	if l.Name != "" {
		return l.Name
	}
	return l.ID
}
