package compose

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/wording"
)

// language is the report's, by its tag.
func (b *builder) language() string {
	return cmp.Or(strings.TrimSpace(b.report.Config.Language), "en-GB")
}

// ownWords puts apr's own words into the report's language, as far as the authority or
// sources give them, and marks the others as English. In an English report it puts in their
// place what the authority gives. What apr.yaml and the narrative say stays as it is.
func (b *builder) ownWords() {
	if wording.IsEnglish(b.language()) && len(b.report.Config.Words) == 0 {
		return
	}
	document.OwnWords(b.doc, func(text string) (string, string) {
		if words, in := b.doc.Meta.Own(text); in == "" && !wording.InPlaces(text) {
			return words, ""
		}
		if told := b.told(text, wording.Notes()); b.inLanguage(told) {
			return told, ""
		}
		return text, b.doc.Meta.OwnLanguage
	})
}

// inLanguage reports whether a text is in the report's language: words of apr's that are
// given in it, or what the authority says.
func (b *builder) inLanguage(text string) bool {
	if b.said[text] {
		return true
	}
	if b.theirs == nil {
		b.theirs = b.report.Words()
	}
	text = wording.OneLine(text)
	return b.theirs[text] || b.theirs[strings.TrimLeft(text, "0123456789 ")]
}

// told is what other packages say in English with the values already in it, by the row that
// it is of, and its values by theirs. What is of no row stays as it is.
func (b *builder) told(text string, rows []string) string {
	row, values, ok := wording.Match(text, rows)
	if !ok {
		return text
	}
	for i, v := range values {
		value := b.told(v.(string), rows)
		if month, err := time.Parse("January 2006", value); err == nil {
			value = b.month(month)
		} else if day, err := time.Parse("2 January 2006", value); err == nil {
			value = b.dateWords(day)
		}
		values[i] = value
	}
	return b.words(row, values...)
}

// list joins names as the report's language does: "a, b and c".
func (b *builder) list(names []string) string { return wording.Say(b.words).List(names) }

// count is the row for one or the row for many, whose first place has the number.
func (b *builder) count(n int, one, many string, values ...any) string {
	row := wording.RowOf(b.language(), n, one, many, func(row string) bool { return b.doc.Meta.OwnWords[row] != "" })
	return b.words(row, append([]any{b.inNumber(n)}, values...)...)
}

// inNumber is a number in words up to nine.
func (b *builder) inNumber(n int) string { return wording.Say(b.words).Number(n) }

// dateWords is a day written out.
func (b *builder) dateWords(t time.Time) string { return wording.Say(b.words).Day(t) }

// month is a month of a year.
func (b *builder) month(t time.Time) string { return wording.Say(b.words).Month(t) }

// day writes a YYYY-MM-DD date out; anything else stays as it is.
func (b *builder) day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return b.dateWords(t)
}

// span is a period with the months in the report's language.
func (b *builder) span(s period.Span) string {
	say := wording.Say(b.words)
	switch s.Months {
	case period.Day:
		return say.Day(s.Start)
	case period.Month:
		return say.Month(s.Start)
	}
	if s.IsZero() || s.Months == period.FullYear && (s.Start.Month() == time.April || s.Start.Month() == time.January) {
		return s.String()
	}
	return say.Months(s.Start, s.End())
}

// theirWords is what the authority says with signs around it.
func (b *builder) theirWords(text string) *document.Text {
	b.said[text] = true
	return &document.Text{Text: text}
}

// joined are texts one behind another, which are in the report's language where one of
// them is.
func (b *builder) joined(between string, texts ...string) string {
	text := strings.Join(texts, between)
	if b.doc.Meta.OwnLanguage != "" && slices.ContainsFunc(texts, b.inLanguage) {
		b.said[text] = true
	}
	return text
}

// capital is words with a capital first.
func (b *builder) capital(words string) string {
	text := wording.Capital(words)
	if b.doc.Meta.OwnLanguage != "" && b.inLanguage(words) {
		b.said[text] = true
	}
	return text
}

// words are apr's own words, a row of the table, with values in its places: in the
// report's language where the authority or a source has the row.
func (b *builder) words(english string, values ...any) string {
	text, in := b.doc.Meta.Own(english, values...)
	if in == "" {
		b.said[text] = true
	}
	return text
}

// inlines are words as a line, in which values may be figures and links.
func (b *builder) inlines(english string, values ...any) document.Inlines {
	words, in := b.doc.Meta.Own(english)
	return document.FillLine(english, words, func(text string) *document.Text {
		if in == "" {
			b.said[text] = true
		}
		return &document.Text{Text: text}
	}, values...)
}

// paragraph is words as a paragraph.
func (b *builder) paragraph(english string, values ...any) *document.Paragraph {
	return &document.Paragraph{Content: b.inlines(english, values...)}
}
