package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file finds tables of which a program that doesn't keep the layout has each cell in a line of its own: names of
// rows, then the heads of the columns, or these first, and then the figures, a row or several after the other.

// cellBlock are the lines of a page between two blank ones.
type cellBlock []printedLine

// isValues reports whether a block has figures and nothing else.
func (b cellBlock) isValues() bool {
	return !slices.ContainsFunc(b, func(l printedLine) bool { return isYear(l.text) || !isValue(l.text) })
}

// isHead reports whether a block can be the head of a column.
func (b cellBlock) isHead() bool {
	const mostLines, longest = 3, 40
	text := b.text()
	return len(b) <= mostLines && utf8.RuneCountInString(text) <= longest && !endOfProse().MatchString(text)
}

func (b cellBlock) text() string {
	texts := make([]string, len(b))
	for i, l := range b {
		texts[i] = l.text
	}
	return strings.Join(texts, " ")
}

// names are those of rows, and the line above them. Where some begin with a code all do; else each begins with a
// capital and goes on in other letters.
func (b cellBlock) names() (names []cellBlock, above cellBlock) {
	coded := slices.ContainsFunc(b, func(l printedLine) bool { return beginsWithCode(l.text) })
	for i, l := range b {
		c, _ := utf8.DecodeRuneInString(l.text)
		switch {
		case coded && beginsWithCode(l.text), !coded && unicode.IsUpper(c):
			names = append(names, b[i:i+1])
		case len(names) > 0:
			last := &names[len(names)-1]
			*last = (*last)[:len(*last)+1]
		default:
			above = b[i : i+1]
		}
	}
	return names, above
}

// beginsWithCode reports whether the first word of a line is the code of an indicator.
func beginsWithCode(line string) bool {
	first, _, more := strings.Cut(line, " ")
	return more && codeOfName().MatchString(first)
}

// blocksOf are the blocks of a page, which begins at a byte of its text.
func blocksOf(page string, at int) (blocks []cellBlock) {
	var current cellBlock
	for _, line := range printedLines([]byte(page)) {
		line.text = strings.Trim(line.text, "\f ")
		line.start, line.end = line.start+at, line.end+at
		if line.text != "" {
			current = append(current, line)
			continue
		}
		if len(current) > 0 {
			blocks = append(blocks, current)
		}
		current = nil
	}
	if len(current) > 0 {
		blocks = append(blocks, current)
	}
	return blocks
}

// withoutCellBlocks leaves tables whose cells are lines out of the text of pages, and says how many lines they have.
func withoutCellBlocks(text string) (rest string, all []Table, rows int) {
	b := []byte(text)
	at := 0
	for page := range strings.SplitAfterSeq(text, "\f") {
		f := cellFinder{blocks: blocksOf(page, at)}
		f.rowBlocks()
		f.columnBlocks()
		f.find()
		for _, l := range f.taken {
			rows++
			wipeLine(b[l.start:l.end])
		}
		all = append(all, f.found...)
		at += len(page)
	}
	return string(b), all, rows
}

// cellFinder finds the tables of a page.
type cellFinder struct {
	blocks  []cellBlock
	waiting []cellBlock // names of rows whose figures come behind those of others
	found   []Table
	taken   []printedLine
}

func (f *cellFinder) find() {
	from := 0 // what is before is of another table
	for i := 0; i < len(f.blocks); i++ {
		if !f.blocks[i].isValues() {
			continue
		}
		end := i
		for end < len(f.blocks) && f.blocks[end].isValues() {
			end++
		}
		f.table(f.blocks[from:i], f.blocks[i:end])
		from, i = end, end
	}
}

// table makes a table of blocks of words and the figures below them, where the names of rows and the heads of columns are as
// many as it takes.
func (f *cellFinder) table(words, values []cellBlock) {
	const most = 12
	for columns := 2; columns <= min(most, len(words), len(values)); columns++ {
		rows := rowsOf(values, columns)
		if rows == nil {
			continue
		}
		last := len(words) - 1
		if heads := words[max(0, last-columns):last]; len(heads) == columns && areHeads(heads) && f.put(words[last], heads, before(words, last-columns), rows) {
			f.waiting = nil
			return
		}
		heads := words[len(words)-columns:]
		if !areHeads(heads) {
			continue
		}
		for _, names := range [][]cellBlock{namesBefore(words[:len(words)-columns]), f.waiting} {
			if len(names) > 0 && f.put(names[0], heads, nil, rows) {
				f.waiting = names[1:]
				return
			}
		}
	}
	f.waiting = nil
}

func areHeads(blocks []cellBlock) bool {
	return !slices.ContainsFunc(blocks, func(b cellBlock) bool { return !b.isHead() })
}

// before is the last line of the block before another, the head of the names.
func before(blocks []cellBlock, i int) cellBlock {
	if i < 1 {
		return nil
	}
	b := blocks[i-1]
	return b[len(b)-1:]
}

// namesBefore are the blocks of names at the end of blocks of words: several only where all of them have codes.
func namesBefore(blocks []cellBlock) []cellBlock {
	from := len(blocks)
	for from > 0 && slices.ContainsFunc(blocks[from-1], func(l printedLine) bool { return beginsWithCode(l.text) }) {
		from--
	}
	if from == len(blocks) && from > 0 {
		from--
	}
	return blocks[from:]
}

// rowsOf are the rows of figures in so many columns, nil where these don't have as many each.
func rowsOf(values []cellBlock, columns int) (rows [][]printedLine) {
	if len(values)%columns != 0 {
		return nil
	}
	for part := range slices.Chunk(values, columns) {
		for i := range part[0] {
			row := make([]printedLine, columns)
			for col, b := range part {
				if len(b) != len(part[0]) {
					return nil
				}
				row[col] = b[i]
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// put keeps a table where there is a name for each row.
func (f *cellFinder) put(block cellBlock, heads []cellBlock, nameHead cellBlock, rows [][]printedLine) bool {
	names, above := block.names()
	if len(names) == len(rows)+1 && !beginsWithCode(names[0].text()) {
		names, above = names[1:], names[0]
	}
	if len(names) != len(rows) {
		return false
	}
	if nameHead == nil {
		nameHead = above
	}
	at := heads[0][0].start
	head := []Cell{{Text: nameHead.text(), At: at}}
	for _, h := range heads {
		head = append(head, Cell{Text: h.text(), At: h[0].start})
		f.taken = append(f.taken, h...)
	}
	t := Table{Rows: [][]Cell{head}}
	for i, row := range rows {
		cells := []Cell{{Text: names[i].text(), At: names[i][0].start}}
		for _, v := range row {
			cells = append(cells, Cell{Text: v.text, At: v.start})
		}
		t.Rows = append(t.Rows, cells)
		f.taken = append(append(f.taken, names[i]...), row...)
	}
	const short = 3
	if text := nameHead.text(); len(strings.Fields(text)) <= short && !endOfProse().MatchString(text) {
		f.taken = append(f.taken, nameHead...)
	}
	f.found = append(f.found, t)
	return true
}
