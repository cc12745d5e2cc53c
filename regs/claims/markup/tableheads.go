package markup

import (
	"slices"
	"strings"
)

// This file reads the heads of a table's columns, and its caption, from the lines above the figures.

// heads gives the columns the words above them, and returns the first line that has some, the line below the last,
// and the words above the names; counted is whether the lowest line has a head for each column.
func (b *tableBody) heads(columns []column) (first, below int, nameHead []word, counted bool) {
	first, below = b.first, b.first
	left := columns[0].start
	lines := 0
	for i := b.first - 1; i >= b.from && lines < mostHeadLines; i-- {
		l := &b.lines[i]
		if l.blank() {
			if lines > 0 || below-i > mostBlank {
				break
			}
			continue
		}
		names, groups := l.besides(left)
		if len(groups) == 0 {
			// The first row's name, or that of the names.
			if lines == 0 && b.first-i <= mostNameLines {
				below = i
				continue
			}
			if lines > 0 && i > b.from && b.isHead(i-1, left) {
				nameHead = append(slices.Clip([]word(names)), nameHead...)
				continue
			}
			break
		}
		if !b.isHead(i, left) {
			break
		}
		if lines == 0 {
			below = i + 1
		}
		if headLine(columns, groups, lines == 0) {
			counted = true
		}
		nameHead = append(slices.Clip([]word(names)), nameHead...)
		first, lines = i, lines+1
	}
	return first, below, nameHead, counted
}

// isHead reports whether a line can be of the heads of columns: it has words above them and no figures but years,
// and isn't a line of text.
func (b *tableBody) isHead(i, left int) bool {
	l := &b.lines[i]
	_, groups := l.besides(left)
	return len(groups) > 0 && (l.isYears() || !slices.ContainsFunc(groups, group.isValues)) && groups[0].end() > left-narrowest &&
		(len(groups) > 1 || groups[0].start() >= left-narrowest)
}

// headLine gives the columns the words of a line above them, before those that they have.
func headLine(below []column, groups []group, lowest bool) (counted bool) {
	columns := below
	if lowest {
		for _, heads := range [][]group{groups, partedByYears(groups)} {
			if inOrder(columns, heads) {
				for i, g := range heads {
					columns[i].head = g
					columns[i].over = [2]int{min(columns[i].start, g.start()), max(columns[i].end, g.end())}
				}
				return true
			}
		}
	}
	columns = slices.Clone(below)
	for i := range columns { // what is above a head is above the column that is as wide as it
		if c := &columns[i]; c.over[1] > 0 {
			c.start, c.end = c.over[0], c.over[1]
		}
	}
	if years := repeated(columns); !lowest && years > 0 && eachAbove(columns, groups, years) {
		for i := range below {
			below[i].head = append(slices.Clip(groups[i/years]), below[i].head...)
		}
		return false
	}
	line := make([]group, len(columns))
	var unsure []group
	moved := false // the years aren't above their columns
	for _, g := range groups {
		if to := aligned(columns, g); to >= 0 {
			line[to] = append(line[to], g...)
			continue
		}
		if from, end := spanned(columns, groups, g); end > from && !lowest {
			for i := from; i < end; i++ {
				line[i] = append(line[i], g...)
			}
			continue
		}
		for len(g) > 0 { // the words above one column after the other
			to, n := best(columns, g[:1]), 1
			for n < len(g) && best(columns, g[n:n+1]) == to {
				n++
			}
			switch {
			case to < 0 && lowest && isLittle(g[0].text):
			case to < 0 || aligned(columns, g[:n]) != to:
				if isYear(g[0].text) {
					moved = true
				}
				unsure = append(unsure, g[:n])
			default:
				line[to] = append(line[to], g[:n]...)
			}
			g = g[n:]
		}
	}
	const near = 9 // characters
	for i := range below {
		c := &below[i]
		c.head = append(line[i], c.head...)
		c.unsure = c.unsure || moved || len(line[i]) == 0 && slices.ContainsFunc(unsure, func(g group) bool { return c.end >= g.start()-near && c.start <= g.end()+near })
	}
	return false
}

// repeated is how many years the columns have again and again, for one place after the other; 0 where they don't.
func repeated(columns []column) (years int) {
	for i := 1; i < len(columns); i++ {
		if group(columns[i].head).text() == group(columns[0].head).text() {
			years = i
			break
		}
	}
	if years < 2 || len(columns)%years > 0 {
		return 0
	}
	for i := range columns {
		if _, year := columns[i].label(); !year || group(columns[i].head).text() != group(columns[i%years].head).text() {
			return 0
		}
	}
	return years
}

// eachAbove reports whether there is a head for each so many columns, and above them alone.
func eachAbove(columns []column, heads []group, many int) bool {
	if len(heads)*many != len(columns) {
		return false
	}
	for i, g := range heads {
		if g.start() < columns[i*many].start-1 || g.end() > columns[(i+1)*many-1].end+1 {
			return false
		}
	}
	return true
}

// spanned are the columns in the middle of which a head stands that no other one is above, none where there
// are several such ranges of them.
func spanned(columns []column, groups []group, g group) (from, end int) {
	const near = 3 // half a character as often
	for i := range columns {
		for k := i + 1; k < len(columns); k++ {
			if abs(columns[i].start+columns[k].end-g.start()-g.end()) > near || g.start() < columns[i].start || g.end() > columns[k].end ||
				slices.ContainsFunc(groups, func(o group) bool {
					return o.start() != g.start() && o.start() < columns[k].end && columns[i].start < o.end()
				}) {
				continue
			}
			if end > 0 {
				return 0, 0
			}
			from, end = i, k+1
		}
	}
	return from, end
}

// inOrder reports whether there is a head for each column, and most of them are above it: programs that lay out
// lines by characters move some to the side.
func inOrder(columns []column, heads []group) bool {
	if len(heads) != len(columns) {
		return false
	}
	const farthest = 24 // characters from the middle of the one to that of the other
	above := 0
	for i, g := range heads {
		middle := func(c *column) int { return abs(c.start + c.end - g.start() - g.end()) }
		nearest := 0
		for k := range columns {
			if middle(&columns[k]) < middle(&columns[nearest]) {
				nearest = k
			}
		}
		if nearest == i {
			above++
		}
		if middle(&columns[i]) > 2*farthest {
			return false
		}
	}
	return 2*above >= len(columns)
}

// partedByYears are groups with the years in them by themselves.
func partedByYears(groups []group) (all []group) {
	for _, g := range groups {
		from := 0
		for i, w := range g {
			if !isYear(w.text) {
				continue
			}
			if i > from {
				all = append(all, g[from:i])
			}
			all = append(all, g[i:i+1])
			from = i + 1
		}
		if from < len(g) {
			all = append(all, g[from:])
		}
	}
	return all
}

func isLittle(s string) bool { return slices.Contains(goesOnBehind, s) }

// aligned is the one column that a head is right above: it begins or ends where the column does, or has its
// middle there. It is -1 where there are none or several.
func aligned(columns []column, g group) int {
	found := -1
	for i := range columns {
		c := &columns[i]
		near := abs(c.start-g.start()) <= 1 || abs(c.end-g.end()) <= 1 || abs(c.start+c.end-g.start()-g.end()) <= 4
		if near && c.under(g) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	if found >= 0 && onlyUnder(columns, g) != found {
		return -1
	}
	return found
}

// best is the column that most of a word is above, -1 where it is above several or far from all.
func best(columns []column, g group) int {
	found, most, next := -1, -1<<30, -1<<30
	for i := range columns {
		c := &columns[i]
		shared := min(c.end, g.end()) - max(c.start, g.start())
		switch {
		case shared > most:
			found, next, most = i, most, shared
		case shared > next:
			next = shared
		}
	}
	const far = -2
	if most < far || most-next < gapOfPages {
		return -1
	}
	return found
}

func abs(n int) int { return max(n, -n) }

// leaveOutTwins takes the heads away that two columns with a year have: they are of two places, which some line
// above them names. It takes those without a place away, too, where others are of two places: one of those may
// be above several columns.
func leaveOutTwins(columns []column) {
	times := map[string]int{}
	of := map[string]bool{}
	for i := range columns {
		times[group(columns[i].head).text()]++
		if place, year := columns[i].label(); year && place != "" && !strings.Contains(place, "since") {
			of[place] = true
		}
	}
	for i := range columns {
		c := &columns[i]
		if place, year := c.label(); times[group(c.head).text()] > 1 || year && place == "" && len(of) > 1 {
			c.head = nil
		}
	}
}

// label are the words of a head without its year; year is whether it has one.
func (c *column) label() (words string, year bool) {
	var others group
	for _, w := range c.head {
		if isYear(w.text) {
			year = true
		} else {
			others = append(others, w)
		}
	}
	return others.text(), year
}

// caption are the words of the lines above a table's head; below reports whether they stand
// below others. At the top of a page a table may go on.
func (b *tableBody) caption(first int) (words string, below bool) {
	var lines []string
	i := first - 1
	for ; i >= 0 && i >= first-mostBlank-mostCaptionLines && len(lines) < mostCaptionLines; i-- {
		l := &b.lines[i]
		if l.blank() {
			if len(lines) > 0 {
				break
			}
			continue
		}
		if _, _, row := l.row(); row {
			break
		}
		var text []string
		for _, g := range l.groups {
			text = append(text, g.text())
		}
		lines = append(lines, strings.Join(text, " "))
	}
	for ; i >= 0; i-- {
		below = below || !b.lines[i].blank()
	}
	slices.Reverse(lines)
	return strings.Join(lines, " "), below && len(lines) > 0
}
