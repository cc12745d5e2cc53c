package pdf

import (
	"cmp"
	"errors"
	"strings"

	"apr/internal/document"
	"apr/internal/shaping"
	"apr/internal/source"
)

// restOfWord is the characters at the beginning of a text that can't be drawn either.
func restOfWord(s string, f *shaping.Font) string {
	for i, r := range s {
		if ownFont(r) || f != nil && f.Covers(r) {
			return s[:i]
		}
	}
	return s
}

// mostCharacters is how many characters that can't be drawn are reported.
const mostCharacters = 100

// Unprintable finds every character of a document that its PDF can't draw, without
// making it. Of those in titles and captions, of which a document knows no place, find
// says where they are, if it can.
func Unprintable(doc *document.Document, find func(text string) (source.Position, bool)) []*source.Problem {
	c := characters{doc: doc, find: find, seen: map[source.Position]bool{}}
	meta := doc.Meta
	for _, s := range []string{meta.Title, meta.Subtitle, meta.Authority} { // they are on each page, too
		c.plain(s, "")
	}
	c.plain(meta.Brand.Name, meta.Brand.Lang)
	w := document.Walker{
		Section: func(s *document.Section) error { c.plain(s.Title, s.Lang); return nil },
		Block: func(b document.Block) error {
			switch b := b.(type) {
			case *document.Table:
				c.plain(b.Caption, b.Lang)
			case *document.Figure:
				c.figure(b)
			case *document.Picture:
				c.plain(b.Caption, b.Lang)
			case *document.Box:
				c.plain(b.Title, b.Lang)
			}
			return nil
		},
		Inline: func(i document.Inline) error {
			if t, ok := i.(*document.Text); ok {
				c.text(t.Text, t.Lang, t.Position)
			}
			return nil
		},
	}
	_ = w.Walk(doc) // the functions don't fail
	return c.problems
}

type characters struct {
	doc      *document.Document
	find     func(string) (source.Position, bool)
	seen     map[source.Position]bool
	problems []*source.Problem
}

func (c *characters) plain(s, lang string) { c.text(s, lang, source.Position{}) }

// figure finds what can't be drawn in a figure: in its labels it can be set in no font
// but the report's own.
func (c *characters) figure(f *document.Figure) {
	c.plain(f.Caption, f.Lang)
	if f.Chart == nil {
		return
	}
	for _, s := range f.Chart.Categories {
		c.plain(s, "")
	}
	for _, s := range f.Chart.Series {
		c.plain(s.Name, "")
	}
}

// undrawn is the error of a text, and the project's font that is to set it.
func (c *characters) undrawn(s, lang string) (*shaping.Font, *GlyphError) {
	var err error
	font := c.doc.Fonts.Setting(s, cmp.Or(lang, c.doc.Meta.Language))
	if font == nil {
		_, err = substitute(s)
		if missing, ok := errors.AsType[*GlyphError](err); ok {
			missing.lang = lang
		}
	} else if r, missing := font.Missing(s, ownFont); missing {
		err = uncoveredBy(font, s, r)
	}
	missing, _ := errors.AsType[*GlyphError](err)
	return font, missing
}

// text finds what can't be drawn in a text that begins at a place, or at none that is
// known.
func (c *characters) text(s, lang string, at source.Position) {
	for len(c.problems) < mostCharacters {
		font, missing := c.undrawn(s, lang)
		if missing == nil {
			return
		}
		before, after, found := strings.Cut(s, missing.Char)
		place := at.After(before)
		if at.IsZero() {
			place = c.found(s, before, missing.Char)
		}
		if !c.seen[place] {
			c.seen[place] = true
			c.problems = append(c.problems, missing.At(place).Problems...)
		}
		if !found || missing.lang != "" && shaping.Foreign(missing.Char) { // a font for the language is wanted, once
			return
		}
		word := missing.Char + restOfWord(after, font) // one finding for a word
		if !at.IsZero() {
			at = place.After(word)
		}
		s = after[len(word)-len(missing.Char):]
	}
}

// found is where a character of a text is, by the text around it, which may be there
// more than once.
func (c *characters) found(text, before, char string) source.Position {
	if at, ok := c.find(text); ok {
		return at.After(before)
	}
	at, _ := c.find(char)
	return at
}
