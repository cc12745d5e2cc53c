package word

import (
	"math"
	"strings"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// Idea writes a picture in a frame at the left, and at its right the words that it goes
// with. The frame is in the text, where it is read before them. What the picture is higher
// than the words stays empty below them, so that the next idea begins below both; a table
// would hold them better, and be read out as one.
func (w *writer) Idea(b *document.Idea) error {
	if err := w.clear(); err != nil {
		return err
	}
	width := w.width() * document.IdeaPicture / 100
	w.together = true
	tall, err := w.ideaPicture(b, frameOf(document.LeftSide, float64(width)/20))
	if err == nil {
		const between = 400 // twips
		w.margin = width + between
		err = w.blocks(b.Blocks)
		tall -= w.tallOf(b.Blocks)
		w.margin = 0
	}
	w.together = false
	if err != nil {
		return err
	}
	const least = 6 // points, between ideas
	return w.paragraph(paragraph{style: "SectionEnd", exactly: int(max(tall, least) * 20)}, func() error { return nil })
}

// ideaPicture writes an idea's picture, or the place of one, and returns how high it is in
// points.
func (w *writer) ideaPicture(b *document.Idea, frame string) (tall float64, err error) {
	switch {
	case b.Picture != nil:
		d, err := w.pictured(b.Picture, document.IdeaPicture, document.IdeaPicture)
		if err != nil {
			return 0, err
		}
		if err := w.paragraph(paragraph{style: "Figure", frame: frame}, func() error { return w.drawn(b.Picture, d) }); err != nil {
			return 0, err
		}
		tall = d.height + 10
		if b.Picture.Caption != "" {
			tall += 2 * w.lineHeight()
			err = w.words(paragraph{style: "PictureCaption", frame: frame}, b.Picture.Caption, b.Picture.Lang)
		}
		return tall, err
	case b.Slot:
		const tallSlot = 120
		return tallSlot, w.line(paragraph{style: "PictureSlot", frame: frame}, w.file.meta.OwnLine(document.SlotWords))
	}
	return 0, nil
}

// size is that of running text in points.
func (w *writer) size() float64 {
	if w.file.meta.Large {
		return document.LargeType
	}
	return 12
}

// lineHeight is how high a line of running text is, in points: one and a half times what
// the font asks for in large type, and else one and a quarter.
func (w *writer) lineHeight() float64 {
	const single = 1.15
	if w.file.meta.Large {
		return w.size() * single * 1.5
	}
	return w.size() * single * 1.25
}

// tallOf is about how high blocks are beside a picture, in points.
func (w *writer) tallOf(blocks []document.Block) (tall float64) {
	room := float64(w.width()-w.margin) / 20
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			tall += w.linesOf(b.Content.String(), room)*w.lineHeight() + 12
		case *document.List:
			for _, item := range b.Items {
				tall += w.tallOf(item) - 8
			}
		}
	}
	return tall
}

// linesOf is how many lines a text takes.
func (w *writer) linesOf(text string, room float64) float64 {
	lines, used := 1.0, 0.0
	blank := tagpdf.Regular.Width(w.size(), " ")
	for word := range strings.FieldsSeq(text) {
		width := tagpdf.Regular.Width(w.size(), word)
		if used > 0 && used+width > room {
			lines, used = lines+1, 0
		}
		used += width + blank
	}
	return math.Max(lines, 1)
}
