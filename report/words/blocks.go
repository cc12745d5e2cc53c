package words

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"apr/report/words/docx"
)

// write puts units together as Markdown, with lines no longer than width where it isn't
// 0. Footnotes get labels from n. top is the level of the text's outermost headings.
func write(units []unit, n *notes, width, top int) string {
	w := blockWriter{inline: &inlineWriter{notes: n}, top: top}
	var b strings.Builder
	for i, u := range units {
		l := w.lines(u)
		if width > 0 && flows(u) {
			l.text = wrap(l.text, max(width-utf8.RuneCountInString(l.first), 40))
		}
		if i > 0 {
			b.WriteString(l.gap)
		}
		b.WriteString(l.first + strings.ReplaceAll(l.text, "\n", "\n"+l.prefix))
	}
	return b.String()
}

// blockWriter writes one unit after the other.
type blockWriter struct {
	inline *inlineWriter
	top    int
	last   *unit // the one before, nil at the beginning
	// indents are how far in the items around a unit stand, from the outermost, and
	// numbers where the ordered list of each level is.
	indents []int
	numbers map[int]int
}

// lines are a unit's: what is between it and the unit before, what its first line begins
// with, and what the others do.
type lines struct{ gap, first, prefix, text string }

// flows reports whether a unit is words that may be broken into lines.
func flows(u unit) bool {
	if isFence(u) {
		return false
	}
	switch u.Kind {
	case docx.Table, docx.Picture, docx.Heading, docx.Caption:
		return false
	}
	return true
}

func (w *blockWriter) lines(u unit) lines {
	l := lines{gap: "\n\n", text: w.text(u)}
	switch u.Kind {
	case docx.Heading:
		l.first = strings.Repeat("#", min(max(u.Level-wordHeading+w.top, 1), 6)) + " "
		l.text = strings.ReplaceAll(l.text, "\\\n", " ")
	case docx.Item:
		w.item(u, &l)
	case docx.Continued:
		if len(w.indents) > 0 {
			l.first = strings.Repeat(" ", w.indents[min(max(u.Level, 1), len(w.indents))-1])
			l.prefix = l.first
		}
	case docx.Quote, docx.Said:
		l.first, l.prefix = "> ", "> "
		if u.Kind == docx.Said && !strings.HasPrefix(l.text, "—") {
			l.text = "— " + l.text
		}
		if w.last != nil && w.last.Kind == docx.Quote {
			l.gap = "\n>\n"
		}
	case docx.Caption:
		l.first = "Table: "
	case docx.Meaning:
		l.first, l.prefix, l.gap = ":   ", "    ", "\n"
	}
	if isFence(u) && !beginsBox(u) || w.last != nil && beginsBox(*w.last) {
		l.gap = "\n"
	}
	if u.Kind != docx.Item && u.Kind != docx.Continued {
		w.indents = nil
	}
	if flows(u) && l.first == l.prefix || u.Kind == docx.Item {
		l.text = guard(l.text)
	}
	w.last = &u
	return l
}

// text is a unit's, on one line but for its line breaks.
func (w *blockWriter) text(u unit) string {
	switch u.Kind {
	case docx.Table:
		return tableMarkdown(u.Block, w.inline)
	case docx.Picture:
		return pictureMarkdown(u.Picture)
	}
	if isFence(u) {
		return fenceMarkdown(u)
	}
	return w.inline.line(u.Content)
}

// item is an item of a list: behind another it follows close, unless another list begins
// there.
func (w *blockWriter) item(u unit, l *lines) {
	level := max(u.Level, 1)
	if w.last == nil || w.last.Kind != docx.Item && w.last.Kind != docx.Continued {
		w.indents, w.numbers = nil, map[int]int{}
	} else {
		l.gap = "\n"
	}
	if len(w.indents) >= level {
		sameLevel := len(w.indents) == level && w.last.Kind == docx.Item && w.last.Level == u.Level
		if sameLevel && w.last.List != u.List && w.last.Ordered != u.Ordered {
			l.gap = "\n\n"
		}
		w.indents = w.indents[:level-1]
	}
	in := 0
	if len(w.indents) > 0 {
		in = w.indents[len(w.indents)-1]
	}
	mark := w.mark(u, level)
	w.indents = append(w.indents, in+len(mark))
	l.first, l.prefix = strings.Repeat(" ", in)+mark, strings.Repeat(" ", in+len(mark))
}

// mark is what an item begins with. Lists within it begin again.
func (w *blockWriter) mark(u unit, level int) string {
	for deeper := range w.numbers {
		if deeper > level {
			delete(w.numbers, deeper)
		}
	}
	if !u.Ordered {
		delete(w.numbers, level)
		return "- "
	}
	if w.numbers[level] == 0 {
		w.numbers[level] = max(u.Start, 1)
	} else {
		w.numbers[level]++
	}
	return strconv.Itoa(w.numbers[level]) + ". "
}
