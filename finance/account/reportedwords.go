package account

import (
	"regexp"
	"strings"

	"apr/internal/wording"
)

// publishedWords puts the words of tables that were published in another language into
// English: rows of internal/wording, by what stands for them there.
type publishedWords struct {
	exact  map[string]string
	placed []placedWords
}

// placedWords are words with places, which values are taken from.
type placedWords struct {
	form    *regexp.Regexp
	english string
	value   []int // the number of the row's place that each place of the words is
}

func wordsOf(words map[string]string) *publishedWords {
	w := &publishedWords{exact: map[string]string{}}
	for english, own := range words {
		if len(wording.Places(english)) == 0 {
			w.exact[wording.OneLine(own)] = english
			continue
		}
		form, p := "^", placedWords{english: english}
		for _, piece := range wording.Pieces(english, wording.OneLine(own)) {
			if piece.Value < 0 {
				form += regexp.QuoteMeta(piece.Text)
				continue
			}
			form += "(.+?)"
			p.value = append(p.value, piece.Value)
		}
		if form == "^(.+?)" || !used(english) {
			continue
		}
		p.form = regexp.MustCompile(form + "$") // of quoted words
		w.placed = append(w.placed, p)
	}
	return w
}

// used reports whether a row with places is one that tables are read by.
func used(english string) bool {
	if english == tableRow || english == noteRow {
		return true
	}
	for _, t := range publishedTables {
		if _, ok := t.in(strings.ReplaceAll(english, "{year}", "2025/26")); ok {
			return true
		}
	}
	return false
}

// The rows of what tables and notes are called.
const tableRow, noteRow = "Table {number}", "note {number}"

// english is a text in English where it is words of apr's own, and else as it is.
func (w *publishedWords) english(text string) string {
	if english, ok := w.exact[text]; ok {
		return english
	}
	for _, p := range w.placed {
		m := p.form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		values := make([]any, len(wording.Places(p.english)))
		for i, v := range m[1:] {
			values[p.value[i]] = v
		}
		return wording.Fill(p.english, p.english, values...)
	}
	return text
}

// caption is a table's title without what the table is called.
func (w *publishedWords) caption(title string) string {
	if label, caption, ok := strings.Cut(title, ": "); ok && tableName().MatchString(w.english(label)) {
		return caption
	}
	return title
}

// unmarked is a text without the marks of notes at its end.
func (w *publishedWords) unmarked(text string) string {
	for {
		at := strings.LastIndex(text, " [")
		if at < 0 || !strings.HasSuffix(text, "]") || !noteName().MatchString(w.english(text[at+2:len(text)-1])) {
			return text
		}
		text = text[:at]
	}
}
