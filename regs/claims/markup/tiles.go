package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
)

// This file reads figures that stand by themselves, with their words below, or above and below: one, or several next to
// each other.

const (
	mostTiles    = 4 // next to each other
	mostCaption  = 8 // lines
	besideOthers = 2 // characters that the lines of a caption may begin to the side of the figure
)

// besideFigure is what compares the figure of a tile with another one, in a line of its own.
var besideFigure = lazyregexp.Lazy(`^(?:▲|▼|[↑↓]|(?:up|down|compared|against|from|was)\b|Scotland\b|20\d\d(?:[/–-]\d\d)?:)`)

// tileLayer has the tiles of a text that stand in one place of those next to each other.
type tileLayer struct {
	bytes    []byte // in their places, 0 where there is none
	headings []Heading
}

// over puts the tiles into a text without them.
func (l *tileLayer) over(text string) string {
	b := []byte(text)
	for i, c := range l.bytes {
		if c != 0 {
			b[i] = c
		}
	}
	return string(b)
}

// withoutTiles takes the tiles out of the text of pages.
func withoutTiles(text string) (rest string, layers []tileLayer) {
	f := &tileFinder{text: text, rest: []byte(text)}
	at := 0
	for page := range strings.SplitAfterSeq(text, "\f") {
		f.lines = f.lines[:0]
		for line := range strings.Lines(page) {
			f.lines = append(f.lines, tableLine{groupsOf(line, at), at})
			at += len(line)
		}
		f.lines = append(f.lines, tableLine{start: at})
		for i := 0; i < len(f.lines)-1; {
			i = max(i+1, f.block(i))
		}
	}
	return string(f.rest), f.layers
}

type tileFinder struct {
	text   string
	rest   []byte // the text without them
	lines  []tableLine
	layers []tileLayer
}

// tile is a figure with the lines of its words.
type tile struct {
	figure     group
	caption    []group
	start, end int // characters
}

// figures are those of a line of nothing else, of as many as may be next to each other.
func (l *tableLine) figures() []group {
	if len(l.groups) == 0 || len(l.groups) > mostTiles {
		return nil
	}
	for _, g := range l.groups {
		amount := len(g) == 2 && (g[1].text == "million" || g[1].text == "billion")
		some := len(g) == 3 && (g[1].text == "of" || g[1].text == "in") && isValue(g[2].text) && hasDigit(g[2].text) // "15 of 24"
		if !isValue(g[0].text) || !hasDigit(g[0].text) || isYear(g[0].text) || len(g) > 1 && !amount && !some {
			return nil
		}
	}
	return l.groups
}

// block takes out the tiles of which the figures stand in a line, and those below in the same places. It returns the line
// below them, or none.
func (f *tileFinder) block(i int) (below int) {
	figures := f.lines[i].figures()
	if figures == nil {
		return 0
	}
	if len(figures) == 1 {
		return f.single(i)
	}
	labels := f.labels(i, len(figures))
	var rows [][]tile
	end := i
	for next := i; ; {
		tiles, after := f.tiles(next)
		if tiles == nil || len(tiles) != len(figures) {
			break
		}
		rows, end = append(rows, tiles), after
		for next = after; next < len(f.lines)-1 && next-after <= mostBlank && f.lines[next].blank(); {
			next++
		}
		if next >= len(f.lines) || f.lines[next].figures() == nil || !sameColumns(rows[0], f.lines[next].groups) {
			break
		}
	}
	if rows == nil {
		return 0
	}
	if labels >= 0 {
		// Words above the figures and words below them: those below go on from the figures in small letters, or
		// they may be above the next ones.
		for _, row := range rows {
			for _, t := range row {
				if c, _ := utf8.DecodeRuneInString(t.caption[0][0].text); !unicode.IsLower(c) {
					return 0
				}
			}
		}
	}
	for len(f.layers) < len(figures) {
		f.layers = append(f.layers, tileLayer{bytes: make([]byte, len(f.text))})
	}
	for k := range figures {
		if labels >= 0 {
			f.label(k, f.lines[labels].groups[k], rows[0][k], len(rows) == 1)
		}
		for _, row := range rows {
			f.put(k, row[k], labels >= 0 && len(rows) == 1)
		}
		f.layers[k].headings = append(f.layers[k].headings, Heading{At: f.lines[end].start, Level: 1})
	}
	first := i
	if labels >= 0 {
		first = labels
	}
	wipeLine(f.rest[f.lines[first].start:f.lines[end].start])
	return end
}

// labels is the line above figures that has words over each of them, -1 where there is none.
func (f *tileFinder) labels(i, many int) int {
	for n := 1; n <= 2 && n <= i; n++ {
		l := &f.lines[i-n]
		if l.blank() {
			continue
		}
		if len(l.groups) != many || !over(l.groups, f.lines[i].groups) {
			return -1
		}
		return i - n
	}
	return -1
}

// over reports whether each of some words is over the figure in its place, and over no other.
func over(words, figures []group) bool {
	for k, g := range words {
		if letters(g.text()) < 2 || !near(g, figures[k]) {
			return false
		}
	}
	return true
}

// near reports whether two groups begin at the same place, or one is over the other.
func near(a, b group) bool {
	return abs(a.start()-b.start()) <= besideOthers || a.start() < b.end() && b.start() < a.end()
}

func sameColumns(tiles []tile, figures []group) bool {
	if len(tiles) != len(figures) {
		return false
	}
	for k := range tiles {
		if g := figures[k]; g.start() > tiles[k].end || g.end() < tiles[k].start {
			return false
		}
	}
	return true
}

// tiles are the figures of a line with the words below, up to the next figures or an empty line; nil where it isn't sure
// of some words which figure they belong to, or one has none.
func (f *tileFinder) tiles(i int) (tiles []tile, after int) {
	for _, g := range f.lines[i].figures() {
		tiles = append(tiles, tile{figure: g, start: g.start(), end: g.end()})
	}
	after = i + 1
	if f.lines[after].blank() {
		after++
	}
	for first := after; after < len(f.lines) && !f.lines[after].blank() && (f.lines[after].figures() == nil || len(f.lines[after].groups) != len(tiles)); after++ {
		if after-first >= mostCaption {
			return nil, 0
		}
		for _, g := range f.lines[after].groups {
			to := -1
			for k := range tiles {
				if g.start() < tiles[k].end && tiles[k].start < g.end() || abs(g.start()-tiles[k].start) <= besideOthers {
					if to >= 0 {
						return nil, 0
					}
					to = k
				}
			}
			if to < 0 {
				return nil, 0
			}
			t := &tiles[to]
			t.caption, t.start, t.end = append(t.caption, g), min(t.start, g.start()), max(t.end, g.end())
		}
	}
	for k := range tiles {
		if len(tiles[k].caption) == 0 || letters(tiles[k].caption[0].text()) < 3 || k > 0 && tiles[k].start <= tiles[k-1].end {
			return nil, 0
		}
	}
	return tiles, after
}

// single takes out a figure by itself whose words go on below it in small letters.
func (f *tileFinder) single(i int) (below int) {
	above, beforeBlank := f.nonBlank(i, -1), i > 0 && f.lines[i-1].blank()
	next := f.nonBlank(i, 1)
	if above < 0 || next < 0 || !beforeBlank || next-i > 2 || f.lines[above].figures() != nil {
		return 0 // the number of a page, or one of several figures whose words follow
	}
	t := tile{figure: f.lines[i].groups[0]}
	end := next
	for ; end < len(f.lines) && !f.lines[end].blank(); end++ {
		if len(f.lines[end].groups) > 1 || end-next > mostCaption {
			return 0
		}
		t.caption = append(t.caption, f.lines[end].groups[0])
	}
	c, _ := utf8.DecodeRuneInString(t.caption[0][0].text)
	if !unicode.IsLower(c) || endOfProse().MatchString(t.caption[len(t.caption)-1].text()) {
		return 0
	}
	if after := f.nonBlank(end-1, 1); after >= 0 {
		if c, _ := utf8.DecodeRuneInString(f.lines[after].groups[0][0].text); unicode.IsLower(c) {
			return 0 // the words of another figure
		}
	}
	if len(f.layers) == 0 {
		f.layers = append(f.layers, tileLayer{bytes: make([]byte, len(f.text))})
	}
	f.put(0, t, false)
	wipeLine(f.rest[f.lines[i].start:f.lines[end].start])
	return end
}

// nonBlank is the next line above or below that has words, -1 where there is none.
func (f *tileFinder) nonBlank(i, step int) int {
	for i += step; i >= 0 && i < len(f.lines); i += step {
		if !f.lines[i].blank() {
			return i
		}
	}
	return -1
}

// label puts the words over figures: as the heading of what is below, and before the only figure.
func (f *tileFinder) label(k int, words group, of tile, before bool) {
	last := words[len(words)-1]
	end := last.at + len(last.text)
	f.layers[k].headings = append(f.layers[k].headings, Heading{At: end, Level: 1, Words: titled(words.text())})
	if !before {
		return
	}
	f.apart(k, words)
	f.copy(k, words)
	f.join(k, end, of.figure[0].at)
}

// titled are words in capitals as names have them.
func titled(words string) string {
	if !inCapitals(words) {
		return words
	}
	fields := strings.Fields(strings.ToLower(words))
	for i, w := range fields {
		c, size := utf8.DecodeRuneInString(w)
		fields[i] = string(unicode.ToUpper(c)) + w[size:]
	}
	return strings.Join(fields, " ")
}

// put puts a tile in its place: as a sentence, and one behind a semicolon for what the figure is compared with. A label is
// the beginning of it.
func (f *tileFinder) put(k int, t tile, labelled bool) {
	b := f.layers[k].bytes
	if !labelled {
		f.apart(k, t.figure)
	}
	f.copy(k, t.figure)
	last := t.figure[len(t.figure)-1]
	f.join(k, last.at+len(last.text), t.caption[0][0].at)
	last = word{}
	for _, g := range t.caption {
		if end := last.at + len(last.text); last.text != "" && besideFigure().MatchString(g.text()) {
			if c, _ := utf8.DecodeRuneInString(g[0].text); c == '▲' || c == '▼' || c == '↑' || c == '↓' {
				g = g[1:]
			}
			if len(g) == 0 {
				continue
			}
			switch {
			case !strings.HasSuffix(last.text, ";") && f.blankAt(end) && (f.text[end] == ' ' || g[0].at > end+1 && f.text[g[0].at-1] == ' '):
				b[end] = ';'
			case strings.Contains(g.text(), ":"):
				return
			}
		}
		f.copy(k, g)
		last = g[len(g)-1]
	}
	if end := last.at + len(last.text); f.blankAt(end) && f.text[end] == ' ' && !endOfProse().MatchString(last.text) {
		b[end] = '.'
	}
}

func (f *tileFinder) blankAt(at int) bool {
	return at < len(f.text) && (f.text[at] == ' ' || f.text[at] == '\n')
}

func (f *tileFinder) copy(k int, g group) {
	for _, w := range g {
		copy(f.layers[k].bytes[w.at:], w.text)
	}
}

// apart begins a paragraph before a group.
func (f *tileFinder) apart(k int, g group) {
	if at := g[0].at; at > 0 && f.text[at-1] == ' ' {
		f.layers[k].bytes[at-1] = '\n'
	}
}

// join makes one line of what is from one byte to another.
func (f *tileFinder) join(k, from, to int) {
	for at := from; at < to; at++ {
		if f.text[at] == '\n' {
			f.layers[k].bytes[at] = ' '
		}
	}
}
