package columns

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/document"
)

// Measure is how wide a text is on one line, in points.
type Measure func(text string, bold bool) float64

// Overlong is the width, in points of text of 12 points, beyond which a
// word may be broken: some 25 letters, as addresses have. Numbers never are.
const Overlong = 130.0

// Least is how wide each column's text is at least, if no number and no word that
// isn't overlong is to be broken.
func Least(t *document.Table, measure Measure) []float64 {
	least := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		least[i] = widest(c.Head, true, measure)
	}
	for _, row := range t.Rows {
		for i, c := range row.Cells {
			w := widest(c.Content, row.Bold(), measure)
			if c.Status != document.StatusNone {
				w += measure("MM", false) // its sign
			}
			least[i] = max(least[i], w)
		}
	}
	WidenGroups(t, least, func(g int) float64 { return widest(t.Groups[g].Head, true, measure) })
	return least
}

// WidenGroups makes columns as wide as the heads above them need together.
func WidenGroups(t *document.Table, least []float64, need func(group int) float64) {
	at := 0
	for n, g := range t.Groups {
		lack := need(n)
		for _, w := range least[at : at+g.Span] {
			lack -= w
		}
		for i := at; lack > 0 && i < at+g.Span; i++ {
			least[i] += lack / float64(g.Span)
		}
		at += g.Span
	}
}

// widest is the widest of a line's stretches that stay whole.
func widest(content document.Inlines, bold bool, measure Measure) float64 {
	for _, i := range content {
		_, strong := i.(*document.Strong)
		bold = bold || strong
	}
	widest := 0.0
	for _, s := range stretches(content.String()) {
		w := measure(s, bold)
		if w > Overlong && !IsNumber(s) {
			w = Overlong
		}
		widest = max(widest, w)
	}
	for _, i := range content {
		if n, ok := i.(*document.NoteMark); ok && n != nil {
			widest += measure("[00]", false)
		}
	}
	return widest
}

// stretches are the parts of a text between which a browser may break it.
func stretches(s string) []string {
	if staysWhole(s) {
		return []string{s}
	}
	var out []string
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		start := 0
		if !strings.ContainsAny(word, "-–—") {
			out = append(out, word)
			continue
		}
		for i, r := range word {
			if end := i + utf8.RuneLen(r); end < len(word) && strings.ContainsRune("-–—", r) && !IsNumber(word) {
				out = append(out, word[start:end])
				start = end
			}
		}
		out = append(out, word[start:])
	}
	return out
}

// staysWhole reports whether a cell's text is one number and not a list of them.
func staysWhole(s string) bool {
	const most = 40
	return IsNumber(s) && utf8.RuneCountInString(s) <= most && !strings.Contains(s, ", ")
}

// IsNumber reports whether a text is a number, or two as in a range, with a
// currency or a unit: what isn't broken over lines.
func IsNumber(s string) bool {
	digits, letters := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > 0 && digits >= letters
}

// HasOverlong reports whether a text has a word that is to be broken.
func HasOverlong(content document.Inlines, measure Measure) bool {
	for _, s := range stretches(content.String()) {
		if !IsNumber(s) && measure(s, true) > Overlong {
			return true
		}
	}
	return false
}

// Breakable reports whether a browser might break a number: at a space or a dash. It
// breaks none at a hyphen or a stroke before a digit (Unicode Standard Annex 14).
func Breakable(s string) bool {
	return staysWhole(s) && strings.ContainsAny(strings.TrimSpace(s), " –—")
}
