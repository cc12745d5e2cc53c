package markup

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
)

// Table is a table that a program laid out as lines of text.
type Table struct {
	// Rows are its head and then the others, each with as many cells. The first of each is its name.
	Rows [][]Cell
	// Around are the words of its caption.
	Around string
	// Whole is whether it is no part of a table that goes over pages.
	Whole bool
	// first and end are its lines, of the page.
	first, end int
}

// tableLine is a line of a page, as a table may have it.
type tableLine struct {
	groups []group
	start  int // its byte
}

// codeOfName is the code of an indicator in a column of its own.
var codeOfName = lazyregexp.Lazy(`^\p{Lu}{1,4}\d{1,3}$`)

const (
	mostHeadLines    = 3
	mostCaptionLines = 2
	mostBlank        = 2 // lines between two rows
)

func (l *tableLine) blank() bool { return len(l.groups) == 0 }

// isYears reports whether a line has years and no other figures by themselves: the head of columns.
func (l *tableLine) isYears() bool {
	years := 0
	for _, g := range l.groups {
		for _, w := range g {
			if isYear(w.text) {
				years++
			} else if len(g) == 1 && isValue(w.text) {
				return false
			}
		}
	}
	return years > 0 && len(l.groups) > 1
}

// row are the name and the cells of a line that is a row of a table; ok is false of any other.
func (l *tableLine) row() (name group, cells []group, ok bool) {
	if len(l.groups) == 0 || l.isYears() {
		return nil, nil, false
	}
	name, cells = l.groups[0], l.groups[1:]
	if name.isValues() || letters(name.text()) < 2 || beginsItem().MatchString(name[0].text) {
		return nil, nil, false
	}
	if len(name) == 1 && codeOfName().MatchString(name[0].text) && len(cells) > 1 && !cells[0].isValues() {
		name, cells = append(slices.Clip(name), cells[0]...), cells[1:]
	}
	if n := name.trailing(); n >= 2 && n < len(name) {
		cells = append(name[len(name)-n:].parted(), cells...)
		name = name[:len(name)-n]
	}
	return name, cells, slices.ContainsFunc(cells, group.isValues)
}

// tableRow is a row of a table that is being read.
type tableRow struct {
	line  int
	name  []word
	cells []group
}

// findTables finds the tables of the lines of a page: rows of figures beside names, under heads.
func findTables(lines []tableLine) (found []Table) {
	from := 0 // what is above is in a table
	for i := 0; i < len(lines); i++ {
		b := &tableBody{lines: lines, from: from, first: i}
		if !b.isRow(i) {
			continue
		}
		b.read()
		if t, ok := b.table(); ok {
			found, from = append(found, t), t.end
		}
		i = b.end - 1
	}
	return found
}

// withoutTables leaves the tables out of the text of pages, and says how many lines they have.
func withoutTables(text string) (rest string, all []Table, rows int) {
	b := []byte(text)
	at := 0
	for page := range strings.SplitAfterSeq(text, "\f") {
		var lines []tableLine
		for line := range strings.Lines(page) {
			lines = append(lines, tableLine{groupsOf(line, at), at})
			at += len(line)
		}
		for _, t := range findTables(lines) {
			all = append(all, t)
			for i, l := range lines[t.first:t.end] {
				if l.blank() {
					continue
				}
				rows++
				end := at
				if next := t.first + i + 1; next < len(lines) {
					end = lines[next].start
				}
				wipeLine(b[l.start:end])
			}
		}
	}
	return string(b), all, rows
}

// wipeLine makes blanks of a line, but for what ends it.
func wipeLine(b []byte) {
	for i, c := range b {
		if c != '\n' && c != '\f' {
			b[i] = ' '
		}
	}
}

// tableBody are the rows of a table below its head.
type tableBody struct {
	lines            []tableLine
	from, first, end int // where what may be of the table begins, its first row, and where it ends
	rows             []tableRow
}

// isRow reports whether a line is a row of a table, and keeps it.
func (b *tableBody) isRow(i int) bool {
	l := &b.lines[i]
	name, cells, ok := l.row()
	if n := len(b.rows); !ok && n > 0 && l.areValues() && len(l.groups) == len(b.rows[n-1].cells)+1 && l.groups[0].end() <= b.rows[n-1].cells[0].start() {
		name, cells, ok = l.groups[0], l.groups[1:], true // a name that ends with a figure, such as "per 1,000"
	}
	if !ok && l.areValues() && (b.isName(i-1, l) || b.isName(i+1, l)) {
		name, cells, ok = nil, l.groups, true // the name is above and below
	}
	if ok {
		b.rows = append(b.rows, tableRow{line: i, name: name, cells: cells})
	}
	return ok
}

// areValues reports whether a line has several figures and nothing else.
func (l *tableLine) areValues() bool {
	return len(l.groups) > 1 && !l.isYears() && !slices.ContainsFunc(l.groups, func(g group) bool { return !g.isValues() }) && hasDigit(l.groups[0].text())
}

// isName reports whether a line has words to the left of the figures of another, and nothing else.
func (b *tableBody) isName(i int, of *tableLine) bool {
	if i < b.from || i >= len(b.lines) || len(b.lines[i].groups) != 1 {
		return false
	}
	g := b.lines[i].groups[0]
	return letters(g.text()) > 0 && g.start() < of.groups[0].start() && g.end() <= of.groups[0].start()+1
}

// read takes the lines of a table from the one below its first row on.
func (b *tableBody) read() {
	b.end = b.first + 1
	blanks := 0
	for i := b.end; i < len(b.lines); i++ {
		l := &b.lines[i]
		if l.blank() {
			if blanks++; blanks > mostBlank {
				return
			}
			continue
		}
		if !b.isRow(i) {
			if l.isYears() || !b.goesOn(l) || blanks > 0 && !b.rowBelow(i) {
				return
			}
		}
		blanks = 0
		b.end = i + 1
	}
}

// goesOn reports whether a line without figures can be of a table: no words of it go on from where the names are
// to where the figures are.
func (b *tableBody) goesOn(l *tableLine) bool {
	at := b.rows[len(b.rows)-1].cells[0].start()
	for _, g := range l.groups {
		if g.start() < at-gapOfPages && g.end() > at+1 {
			return false
		}
	}
	first := l.groups[0][0].text
	return !strings.HasPrefix(first, "Table") && !strings.HasPrefix(first, "Source") && !strings.HasPrefix(first, "Note") && !beginsItem().MatchString(first)
}

// rowBelow reports whether one of the lines below, up to the next blank one, is a row.
func (b *tableBody) rowBelow(i int) bool {
	for i++; i < len(b.lines) && !b.lines[i].blank(); i++ {
		if _, _, ok := b.lines[i].row(); ok || b.lines[i].areValues() {
			return true
		}
	}
	return false
}
