package html

import (
	"encoding/base64"
	"fmt"

	"apr/internal/document"
)

// Picture writes a picture into the page itself. How wide it is is a share of the text's
// width, which the style uses where the screen has room for it.
func (w *blockWriter) Picture(b *document.Picture) error {
	class := ""
	switch b.Side {
	case document.LeftSide:
		class = "sized left"
	case document.RightSide:
		class = "sized right"
	case document.NoSide:
		if b.Width > 0 {
			class = "sized"
		}
	}
	w.picture(b, class, float64(b.PercentWide()))
	return nil
}

// PictureRow writes pictures next to each other, each with its caption.
func (w *blockWriter) PictureRow(b *document.PictureRow) error {
	w.w().raw(`<div class="row">`, "\n")
	for i, share := range b.Shares() {
		w.picture(b.Pictures[i], "sized", share)
	}
	w.w().raw("</div>\n")
	return nil
}

// Idea writes a picture and, at its right, the words that it goes with.
func (w *blockWriter) Idea(b *document.Idea) error {
	w.w().raw(`<div class="idea">`, "\n")
	switch {
	case b.Picture != nil:
		w.picture(b.Picture, "", 0)
	case b.Slot:
		w.w().raw(`<p class="slot">`)
		w.w().foreign(w.meta.Own(document.SlotWords))
		w.w().raw("</p>\n")
	}
	w.w().raw(`<div class="idea-words">`, "\n")
	err := w.inBox(b.Blocks)
	w.w().raw("</div>\n</div>\n")
	return err
}

func (w *blockWriter) picture(b *document.Picture, class string, percent float64) {
	w.w().raw(`<figure id="`, escape(b.ID), `"`, langOf(b.Lang))
	if class != "" {
		w.w().raw(` class="`, class, `" style="--w: `, fmt.Sprintf("%.4g", percent), `"`)
	}
	w.w().raw(">\n")
	linked := b.Link != "" && followable(b.Link)
	if linked {
		w.w().raw(`<a href="`, escape(document.EncodeAddress(b.Link)), `">`)
	}
	w.w().raw(`<img alt="`, escape(b.Alt), `" src="data:`, escape(b.MediaType), ";base64,", base64.StdEncoding.EncodeToString(b.Data), `">`)
	if linked {
		w.w().raw("</a>")
	}
	w.w().raw("\n")
	if b.Caption != "" {
		w.w().raw("<figcaption>")
		w.w().words(b.Caption)
		w.w().raw("</figcaption>\n")
	}
	w.w().raw("</figure>\n")
}
