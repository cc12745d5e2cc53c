package markdown

import (
	"path"
	"strings"

	"apr/internal/document"
)

// Picture shows the picture next to the figures' drawings. Markdown has no widths.
func (w *writer) Picture(b *document.Picture) error {
	w.add(other, w.pictured(b))
	w.add(other, foreign(w.escape(b.Caption, lineStart), b.Lang))
	return nil
}

// PictureRow shows pictures on one line, with their captions below it.
func (w *writer) PictureRow(b *document.PictureRow) error {
	var line []string
	for _, p := range b.Pictures {
		line = append(line, w.pictured(p))
	}
	w.add(other, strings.Join(line, " "))
	for _, p := range b.Pictures {
		w.add(other, foreign(w.escape(p.Caption, lineStart), p.Lang))
	}
	return nil
}

// Idea shows the picture, and below it the words that it goes with: Markdown has nothing
// side by side.
func (w *writer) Idea(b *document.Idea) error {
	switch {
	case b.Picture != nil:
		if err := w.Picture(b.Picture); err != nil {
			return err
		}
	case b.Slot:
		words, lang := w.meta.Own(document.SlotWords)
		w.add(other, foreign("["+words+"]", lang))
	}
	return w.blocks(b.Blocks)
}

// pictured is a picture, with its link where it has one.
func (w *writer) pictured(b *document.Picture) string {
	drawing := w.figurePath(b.ID)
	shown := w.image(b.Alt, strings.TrimSuffix(drawing, path.Ext(drawing))+b.Extension())
	if b.Link != "" {
		shown = "[" + shown + "](" + destination(b.Link) + ")"
	}
	return foreign(shown, b.Lang)
}

func (w *writer) image(alt, file string) string {
	return "![" + escape(w.named(alt, w.meta.Said), 0) + "](" + destination(file) + ")"
}
