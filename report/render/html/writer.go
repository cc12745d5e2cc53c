package html

import (
	stdhtml "html"
	"strings"

	"apr/internal/document"
)

// writer writes blocks and inlines.
type writer struct {
	strings.Builder
	meta     *document.Meta
	drawings map[string]Drawing
	// marks has the marks written for each note: whether each is in what is folded.
	marks map[*document.Note][]bool
	// used has the statuses whose shapes were written.
	used map[document.Status]bool
	// boxed is how many boxes, quotations and lists are around what is written.
	boxed int
	// copied is true for what print has a second time; unprinted for what it hasn't.
	copied, unprinted bool
	// signs has the shapes of the signs that were written, by their id.
	signs map[string]string
}

// raw writes markup.
func (w *writer) raw(markup ...string) {
	for _, m := range markup {
		w.WriteString(m)
	}
}

// text writes text, for an element's content or a quoted attribute.
func (w *writer) text(s string) { w.WriteString(escape(s)) }

// escape makes text safe for content and attributes. Bytes that aren't UTF-8
// and control characters, which HTML can't hold, become U+FFFD; those that turn
// the direction of text are left out.
func escape(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r < 0xa0 {
			return '\uFFFD'
		}
		if embeds(r) {
			return -1
		}
		return r // strings.Map has already replaced what isn't UTF-8
	}, s)
	return stdhtml.EscapeString(s)
}

// isPlain reports whether a text is printable ASCII without what HTML means something
// by, as most are.
func isPlain(s string) bool {
	for i := range len(s) {
		switch b := s[i]; {
		case b < ' ' || b >= 0x7f, b == '<', b == '>', b == '&', b == '\'', b == '"':
			return false
		}
	}
	return true
}

// embeds reports the characters that turn the direction of what follows them to
// the end of a block: pasted unseen, they would print a number back to front.
func embeds(r rune) bool { return r >= '\u202a' && r <= '\u202e' }

// shapes are the statuses' signs, each of its own outline: a circle with a
// plus, a triangle with an exclamation mark, a square with an equals sign, a
// circle with a tick, a diamond with a cross; for targets a hexagon with a tick, a
// triangle on its point with a bar, an octagon with a cross.
var shapes = map[document.Status]string{
	document.StatusBetter:  `<path fill="currentColor" d="M8 0a8 8 0 100 16A8 8 0 008 0z"/><path stroke="#fff" stroke-width="2.2" d="M8 4v8M4 8h8"/>`,
	document.StatusWorse:   `<path fill="currentColor" d="M8 .5L16 15.5H0z"/><path stroke="#fff" stroke-width="2" d="M8 5.5v5M8 11.8v2"/>`,
	document.StatusSame:    `<path fill="currentColor" d="M1 1h14v14H1z"/><path stroke="#fff" stroke-width="2" d="M4 6h8M4 10h8"/>`,
	document.StatusMet:     `<path fill="none" stroke="currentColor" stroke-width="1.6" d="M8 .8a7.2 7.2 0 100 14.4A7.2 7.2 0 008 .8z"/><path fill="none" stroke="currentColor" stroke-width="2.2" d="M4.2 8.2l2.8 2.9 5-6"/>`,
	document.StatusMissing: `<path fill="currentColor" d="M8 0l8 8-8 8-8-8z"/><path stroke="#fff" stroke-width="2" d="M5.5 5.5l5 5M10.5 5.5l-5 5"/>`,
	document.StatusGreen:   `<path fill="currentColor" d="M4 1h8l4 7-4 7H4L0 8z"/><path fill="none" stroke="#fff" stroke-width="2" d="M4.5 8.3l2.5 2.6 4.5-5.4"/>`,
	document.StatusAmber:   `<path fill="currentColor" d="M0 1h16L8 16z"/><path stroke="#fff" stroke-width="2" d="M5 5h6"/>`,
	document.StatusRed:     `<path fill="currentColor" d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z"/><path stroke="#fff" stroke-width="2" d="M5 5l6 6M11 5l-6 6"/>`,
}

// shape writes a status' sign; the word is next to it.
func (w *writer) shape(s document.Status) {
	if _, ok := shapes[s]; !ok {
		return
	}
	if w.used == nil {
		w.used = map[document.Status]bool{}
	}
	w.used[s] = true
	w.raw(`<svg class="shape `, string(s), `" aria-hidden="true"><use href="#`, prefix, string(s), `"/></svg>`)
}
