package pdf

import (
	"errors"
	"strings"

	"apr/internal/document"
	"apr/internal/source"
)

// restOfWord is the characters at the beginning of a text that can't be drawn either.
func restOfWord(s string) string {
	for i, r := range s {
		if _, err := substitute(string(r)); err == nil {
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
	c := characters{find: find, seen: map[source.Position]bool{}}
	meta := doc.Meta
	for _, s := range []string{meta.Title, meta.Subtitle, meta.Authority} {
		c.plain(s)
	}
	w := document.Walker{
		Section: func(s *document.Section) error { c.plain(s.Title); return nil },
		Block: func(b document.Block) error {
			switch b := b.(type) {
			case *document.Table:
				c.plain(b.Caption)
			case *document.Figure:
				c.plain(b.Caption)
			case *document.Picture:
				c.plain(b.Caption)
			case *document.Box:
				c.plain(b.Title)
			}
			return nil
		},
		Inline: func(i document.Inline) error {
			if t, ok := i.(*document.Text); ok {
				c.text(t.Text, t.Position)
			}
			return nil
		},
	}
	_ = w.Walk(doc) // the functions don't fail
	return c.problems
}

type characters struct {
	find     func(string) (source.Position, bool)
	seen     map[source.Position]bool
	problems []*source.Problem
}

func (c *characters) plain(s string) { c.text(s, source.Position{}) }

// text finds what can't be drawn in a text that begins at a place, or at none that is
// known.
func (c *characters) text(s string, at source.Position) {
	for len(c.problems) < mostCharacters {
		_, err := substitute(s)
		missing, ok := errors.AsType[*GlyphError](err)
		if !ok {
			return
		}
		before, after, found := strings.Cut(s, missing.Char)
		place := at.After(before)
		if at.IsZero() {
			place, _ = c.find(missing.Char)
		}
		if !c.seen[place] {
			c.seen[place] = true
			c.problems = append(c.problems, missing.At(place).Problems...)
		}
		if !found {
			return
		}
		word := missing.Char + restOfWord(after) // one finding for a word
		if !at.IsZero() {
			at = place.After(word)
		}
		s = after[len(word)-len(missing.Char):]
	}
}
