package document

import (
	"fmt"
	"strings"
	"unicode"

	"apr/internal/wording"
)

// Own is words of apr's own with values in their places, in the report's language where
// the authority or a source has them, and their language where that is another.
func (m *Meta) Own(english string, values ...any) (words, lang string) {
	words, lang = m.row(english)
	return wording.Fill(english, words, values...), lang
}

// Told is words of apr's own that the document may have in its language already.
func (m *Meta) Told(text string) (words, lang string) {
	words, lang = m.Own(text)
	if lang != "" {
		for _, own := range m.OwnWords {
			if own == text {
				return text, ""
			}
		}
	}
	return words, lang
}

// Said is words of apr's own for what can't be marked as in another language.
func (m *Meta) Said(english string, values ...any) string {
	words, _ := m.Own(english, values...)
	return words
}

// OwnLine is words of apr's own as a line. Values that are inlines keep their language;
// others are in that of the words.
func (m *Meta) OwnLine(english string, values ...any) Inlines {
	words, lang := m.row(english)
	return FillLine(english, words, func(s string) *Text { return &Text{Text: s, Lang: lang} }, values...).Joined()
}

// FillLine is words that stand for a row as a line, with the values in their places. Values
// that are inlines stay as they are; of what is between them text makes an inline.
func FillLine(english, words string, text func(string) *Text, values ...any) Inlines {
	var line Inlines
	run := ""
	flush := func() {
		if run != "" {
			line, run = append(line, text(run)), ""
		}
	}
	for _, p := range wording.Pieces(english, words) {
		if p.Value < 0 {
			run += p.Text
			continue
		}
		switch v := values[p.Value].(type) {
		case Inlines:
			flush()
			line = append(line, v...)
		case Inline:
			flush()
			line = append(line, v)
		default:
			run += fmt.Sprint(v)
		}
	}
	flush()
	return line
}

// row is words of apr's own with their places.
func (m *Meta) row(english string) (words, lang string) {
	if own := m.OwnWords[english]; own != "" {
		return own, ""
	}
	if own, ok := wording.In(m.Language, english); ok {
		return own, ""
	}
	return english, m.OwnLanguage
}

// OwnWords puts words that aren't an author's into the document's language, or marks
// them as in their own. say gives words in the document's language, and "", or in
// another, and its tag. Authors' words, which have a position, stay as they are.
func OwnWords(doc *Document, say func(string) (words, lang string)) {
	put := func(text, lang *string) {
		if *text != "" && *lang == "" {
			*text, *lang = say(*text)
		}
	}
	line := func(is Inlines) Inlines {
		w := Walker{Inline: func(i Inline) error {
			switch i := i.(type) {
			case *Text:
				if i.Position.IsZero() && strings.ContainsFunc(i.Text, unicode.IsLetter) {
					put(&i.Text, &i.Lang)
				}
			case *Datum:
				if i.Lang == "" && hasWord(i.Display) {
					markFigure(i, say, doc.Meta.OwnLanguage)
				}
			}
			return nil
		}}
		_ = w.Inlines(is) // the function doesn't fail
		return is
	}
	put(&doc.Meta.Title, &doc.Meta.TitleLang)
	put(&doc.Meta.Subtitle, &doc.Meta.SubtitleLang)
	for i, n := range doc.Meta.CoverNotes {
		doc.Meta.CoverNotes[i] = line(n)
	}
	w := Walker{
		Section: func(s *Section) error { put(&s.Title, &s.Lang); return nil },
		Block: func(b Block) error {
			switch b := b.(type) {
			case *Table:
				put(&b.Caption, &b.Lang)
			case *Callout:
				put(&b.Title, &b.Lang)
			case *Figure:
				put(&b.Caption, &b.Lang)
				put(&b.Subtitle, &b.SubtitleLang)
				put(&b.Source, &b.SourceLang)
				put(&b.Alt, &b.AltLang)
				if b.Data != nil {
					put(&b.Data.Caption, &b.Data.Lang)
					_ = lines(line).Table(b.Data) // lines never fails
				}
			}
			return nil
		},
	}
	_ = w.Walk(doc) // the functions don't fail
	eachLine(doc.Sections, line)
	for _, n := range doc.Notes {
		n.Content = line(n.Content)
	}
}

// markFigure marks a figure in words. It stays in English, for programs read it again: only
// what the authority calls something, such as a unit, is in the document's language.
func markFigure(d *Datum, say func(string) (words, lang string), own string) {
	if words, lang := say(d.Display); lang != "" || words != d.Display {
		d.Lang = own
	}
}

// hasWord reports whether a text has a word in it, and not only units such as the m of £1.6m.
func hasWord(s string) bool {
	before := false
	for _, r := range s {
		letter := unicode.IsLetter(r)
		if before && letter {
			return true
		}
		before = letter
	}
	return false
}
