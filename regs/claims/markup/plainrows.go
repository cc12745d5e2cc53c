package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
)

// This file finds tables of which a program that doesn't keep the layout has each row in a line, with single blanks between
// its cells: "Care at home 18,600 20,013 (1,413)".

var (
	// plainHead is the head of a column in one word, with which the head of a plain row can be told from the next.
	plainHead = lazyregexp.Lazy(`(?i)^(?:budget|plan|planned|actual|spend|spent|spending|expenditure|outturn|variance|difference|change|target|scotland|rating|share)$`)
	unitHead  = lazyregexp.Lazy(`^\(?(?:£(?:m|000|k)|%)\)?$`)
	ofRating  = lazyregexp.Lazy(`(?i)^(?:red|amber|green)$`)
	lineOfGap = lazyregexp.Lazy(`\S(?:[ \t]{2,}|\t)\S`)
)

const (
	fewestPlain  = 3 // rows of a table
	mostAbove    = 3 // lines between the head and the first row
	mostOfHead   = 6 // columns, of which the heads are lines
	mostOfName   = 6 // words of a line between two rows
	mostPartings = 2 // lines between two rows
)

// plainRow is a line with the words of a name and figures behind them.
type plainRow struct {
	line  int
	name  group
	cells group
}

// plainFinder finds the tables of the lines of a page.
type plainFinder struct {
	text  string
	lines []tableLine
	found []Table
}

// withoutPlainRows leaves the tables of plain rows out of the text of pages, and says how many lines they have.
func withoutPlainRows(text string) (rest string, all []Table, rows int) {
	b := []byte(text)
	at := 0
	for page := range strings.SplitAfterSeq(text, "\f") {
		f := plainFinder{text: text}
		for line := range strings.Lines(page) {
			l := tableLine{start: at}
			if !lineOfGap().MatchString(strings.TrimSpace(line)) {
				l.groups = groupsOf(line, at)
			}
			f.lines = append(f.lines, l)
			at += len(line)
		}
		f.find()
		for _, t := range f.found {
			for i := t.first; i < t.end; i++ {
				end := at
				if i+1 < len(f.lines) {
					end = f.lines[i+1].start
				}
				if !f.lines[i].blank() {
					rows++
				}
				wipeLine(b[f.lines[i].start:end])
			}
		}
		all = append(all, f.found...)
	}
	return string(b), all, rows
}

// words are those of a line.
func (l *tableLine) words() (words group) {
	for _, g := range l.groups {
		words = append(words, g...)
	}
	return words
}

// plainRow is a line as a row: its last words are figures, and those before are its name, or it is a year.
func (f *plainFinder) row(i int) (r plainRow, ok bool) {
	words := f.lines[i].words()
	n := len(words)
	for n > 0 && (isValue(words[n-1].text) && !isYear(words[n-1].text) || ofRating().MatchString(words[n-1].text)) {
		n--
	}
	r = plainRow{line: i, name: words[:n], cells: words[n:]}
	if len(r.cells) < 2 || n == 0 || !slices.ContainsFunc(r.cells, func(w word) bool { return hasDigit(w.text) }) {
		return r, false
	}
	if n == 1 && isYear(words[0].text) {
		return r, true
	}
	return r, letters(r.name.text()) > 1 && !beginsItem().MatchString(words[0].text) && !endOfProse().MatchString(words[n-1].text)
}

func (f *plainFinder) find() {
	for i := 0; i < len(f.lines); i++ {
		if _, ok := f.row(i); !ok {
			continue
		}
		rows, end := f.rows(i)
		if t, ok := f.table(rows, end); ok {
			f.found = append(f.found, t)
		}
		i = end - 1
	}
}

// rows are those from a line on, with what parts them: blank lines, and the names of groups of rows.
func (f *plainFinder) rows(first int) (rows []plainRow, end int) {
	parting, blanks := 0, 0
	for i := first; i < len(f.lines) && blanks <= mostBlank; i++ {
		l := &f.lines[i]
		switch r, ok := f.row(i); {
		case ok:
			if parting == 1 && blanks == 0 && !startsName(r.name) { // the name goes over two lines
				r.name = append(slices.Clip(f.lines[i-1].words()), r.name...)
			}
			rows, end, parting, blanks = append(rows, r), i+1, 0, 0
		case l.blank():
			if strings.TrimSpace(f.lineText(i)) != "" { // with gaps
				return rows, end
			}
			blanks++
		default:
			words := l.words()
			if parting++; parting > mostPartings || len(words) > mostOfName || endOfProse().MatchString(words.text()) || strings.HasPrefix(words.text(), "Table") {
				return rows, end
			}
		}
	}
	return rows, end
}

func (f *plainFinder) lineText(i int) string {
	text := f.text[f.lines[i].start:]
	text, _, _ = strings.Cut(text, "\n")
	return strings.Trim(text, "\f")
}

// startsName reports whether a name begins as one does: with a capital or a figure.
func startsName(name group) bool {
	c, _ := utf8.DecodeRuneInString(name[0].text)
	return unicode.IsUpper(c) || unicode.IsDigit(c)
}

// table puts rows under the heads above them. It is none where it isn't sure which head a column has.
func (f *plainFinder) table(rows []plainRow, end int) (t Table, ok bool) {
	counts := map[int]int{}
	columns := 0
	for _, r := range rows {
		n := len(r.cells)
		if counts[n]++; counts[n] > counts[columns] {
			columns = n
		}
	}
	if len(rows) < fewestPlain || counts[columns] < 2 || columns > mostOfHead {
		return t, false
	}
	heads, first := f.heads(rows[0].line, columns)
	if heads == nil {
		return t, false
	}
	t = Table{first: first, end: end}
	t.Around, t.Whole = f.around(first)
	at := f.lines[first].start
	head := make([]Cell, 0, columns+1)
	for _, h := range heads {
		head = append(head, Cell{Text: h.text(), At: at})
	}
	t.Rows = append(t.Rows, head)
	for _, r := range rows {
		if extra := len(r.cells) - columns; extra > 0 { // a name that ends with a figure
			r.name, r.cells = append(slices.Clip(r.name), r.cells[:extra]...), r.cells[extra:]
		}
		if len(r.cells) < columns {
			t.Whole = false
			continue
		}
		row := []Cell{{Text: r.name.text(), At: f.lines[r.line].words()[0].at}}
		for _, c := range r.cells {
			row = append(row, Cell{Text: c.text, At: c.at})
		}
		t.Rows = append(t.Rows, row)
	}
	return t, true
}

// heads are those of the names and the columns in the lines above the first row, and the first line that has some: one line
// with all, or a line for each.
func (f *plainFinder) heads(below, columns int) (heads []group, first int) {
	seen := 0
	for i := below - 1; i >= 0 && seen < mostAbove; i-- {
		if f.lines[i].blank() {
			continue
		}
		if heads := headsIn(f.lines[i].words(), columns); heads != nil {
			return heads, i
		}
		seen++
	}
	first = below
	for first > 0 && f.lines[first-1].blank() && below-first < mostBlank {
		first--
	}
	first -= columns + 1
	if first < 0 {
		return nil, 0
	}
	for i := first; i < first+columns+1; i++ {
		words := f.lines[i].words()
		if len(words) == 0 || len(heads) > 0 && headsIn(words, 1) == nil {
			return nil, 0
		}
		heads = append(heads, words)
	}
	return heads, first
}

// headsIn are the heads of so many columns, one word each and perhaps its unit, at the end of a line, and the head of the
// names before them.
func headsIn(words group, columns int) []group {
	heads := make([]group, columns+1)
	end := len(words)
	for i := columns; i > 0; i-- {
		first := end - 1
		if first > 0 && unitHead().MatchString(words[first].text) {
			first--
		}
		if first < 0 || !plainHead().MatchString(words[first].text) && !isYear(words[first].text) {
			return nil
		}
		heads[i], end = words[first:end], first
	}
	heads[0] = words[:end]
	const mostWords = 4
	if end > mostWords {
		return nil
	}
	return heads
}

// around are the words above a table: the paragraph next to it, and one above that where it is a caption. Below is whether
// there are some: at the top of a page a table may go on.
func (f *plainFinder) around(first int) (words string, below bool) {
	const mostParagraphs = 2
	var lines []string
	paragraphs, within := 0, false
	for i := first - 1; i >= 0; i-- {
		text := strings.TrimSpace(f.lineText(i))
		if text == "" {
			within = false
			continue
		}
		if !within {
			if paragraphs++; paragraphs > mostParagraphs || paragraphs > 1 && !strings.HasPrefix(lines[len(lines)-1], "Table") {
				break
			}
		}
		within = true
		lines = append(lines, text)
	}
	slices.Reverse(lines)
	return strings.Join(lines, " "), len(lines) > 0
}
