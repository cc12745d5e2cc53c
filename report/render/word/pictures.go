package word

import (
	"fmt"
	"strconv"

	"apr/internal/document"
)

// Picture writes a picture of the narrative with its caption below. Beside text it stands
// in a frame, within which it is in the line: so it is read where it is.
func (w *writer) Picture(b *document.Picture) error {
	d, err := w.pictured(b, float64(b.PercentWide()), 100)
	if err != nil {
		return err
	}
	p := paragraph{style: "Figure", keepNext: b.Caption != ""}
	caption := paragraph{style: "PictureCaption"}
	switch {
	case b.Side == document.NoSide:
	case w.form == nil && w.box == nil && w.levels == 0 && w.indent == 0:
		p.frame = frameOf(b.Side, d.width)
		p.keepNext, caption.frame = false, p.frame
		w.floating = true
	case b.Side == document.RightSide: // there are no frames in a box, an item or a form
		p.align, caption.align = "right", "right"
	}
	err = w.paragraph(p, func() error { return w.drawn(b, d) })
	if err != nil || b.Caption == "" {
		return err
	}
	return w.words(caption, b.Caption, b.Lang)
}

// frameOf are the properties of a paragraph that others flow around, as wide as a picture
// in points.
func frameOf(side document.Side, width float64) string {
	align := "left"
	if side == document.RightSide {
		align = "right"
	}
	return `<w:framePr w:w="` + strconv.Itoa(int(width*20)+20) + `" w:hSpace="240" w:vSpace="80" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="` + align + `" w:y="1"/>`
}

// fitsNextToPicture reports whether a block can stand next to a picture.
func fitsNextToPicture(b document.Block) bool {
	switch b := b.(type) {
	case *document.Paragraph, *document.List:
		return true
	case *document.Picture:
		return b.Side != document.NoSide
	}
	return false
}

// clear ends the text that flows around a picture: what comes next stands below it.
func (w *writer) clear() error {
	if !w.floating {
		return nil
	}
	w.floating = false
	return w.paragraph(paragraph{style: "SectionEnd"}, func() error {
		w.raw(`<w:r><w:br w:type="textWrapping" w:clear="all"/></w:r>`)
		return nil
	})
}

// PictureRow writes pictures on one line, with their captions below it.
func (w *writer) PictureRow(b *document.PictureRow) error {
	shares := b.Shares()
	captions := false
	for _, p := range b.Pictures {
		captions = captions || p.Caption != ""
	}
	err := w.paragraph(paragraph{style: "Figure", keepNext: captions}, func() error {
		for i, p := range b.Pictures {
			const between = 2 // percent
			d, err := w.pictured(p, float64(p.Width), shares[i]-between)
			if err != nil {
				return err
			}
			if i > 0 {
				w.run(" ", format{})
			}
			if err := w.drawn(p, d); err != nil {
				return err
			}
		}
		return nil
	})
	for _, p := range b.Pictures {
		if err == nil && p.Caption != "" {
			err = w.words(paragraph{style: "PictureCaption"}, p.Caption, p.Lang)
		}
	}
	return err
}

// pictured is a picture's drawing, so many percent of the text's width wide, 0 for as
// large as it is, and no wider than most percent.
func (w *writer) pictured(b *document.Picture, percent, most float64) (drawing, error) {
	room := float64(w.width()-w.indent) / 20
	d, err := w.sizedFile(b.Data, b.MediaType, room*percent/100, room*most/100, 420)
	if err != nil {
		return d, fmt.Errorf("%s: the picture described as %q: %w", b.Position, b.Alt, err)
	}
	d.alt = b.Alt
	if b.Link != "" {
		d.link = w.relations.link(document.EncodeAddress(b.Link))
	}
	return d, nil
}

// drawn writes a picture in its bookmark.
func (w *writer) drawn(b *document.Picture, d drawing) error {
	return w.marked(w.file.bookmark(b.ID), func() error {
		w.drawing(d)
		return nil
	})
}
