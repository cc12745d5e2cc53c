package document

import (
	"cmp"
	"strings"

	"apr/internal/shaping"
)

// RightToLeft reports whether all the words of a line run from right to left.
func (is Inlines) RightToLeft() bool {
	found, all := false, true
	w := Walker{Inline: func(i Inline) error {
		switch i := i.(type) {
		case *Text:
			if strings.TrimSpace(i.Text) != "" {
				found = true
				all = all && i.Lang != "" && shaping.RightToLeft(i.Lang)
			}
		case *Datum:
			all = false
		}
		return nil
	}}
	_ = w.Inlines(is) // the function doesn't fail
	return found && all
}

// Passages are the document's texts that a font is to set.
func (d *Document) Passages(f *shaping.Font) []shaping.Passage {
	var list []shaping.Passage
	add := func(text, lang string) {
		lang = cmp.Or(lang, d.Meta.Language)
		if d.Fonts.Setting(text, lang) == f {
			list = append(list, shaping.Passage{Text: text, Lang: lang})
		}
	}
	m := &d.Meta
	add(m.Authority, m.AuthorityLang)
	add(m.Brand.Name, m.Brand.Lang)
	w := Walker{
		Section: func(s *Section) error { add(s.Title, s.Lang); return nil },
		Block: func(b Block) error {
			switch b := b.(type) {
			case *Table:
				add(b.Caption, b.Lang)
			case *Figure:
				add(b.Caption, b.Lang)
			case *Picture:
				add(b.Caption, b.Lang)
			case *Box:
				add(b.Title, b.Lang)
			}
			return nil
		},
		Inline: func(i Inline) error {
			if t, ok := i.(*Text); ok {
				add(t.Text, t.Lang)
			}
			return nil
		},
	}
	_ = w.Walk(d) // the functions don't fail
	return list
}
