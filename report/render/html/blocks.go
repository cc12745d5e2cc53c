package html

import (
	"fmt"
	"unicode/utf8"

	"apr/internal/document"
)

var _ document.BlockVisitor = (*blockWriter)(nil)

// blockWriter writes each kind of block.
type blockWriter writer

// blocks writes blocks, small figures that follow each other within an element that
// sets them side by side where there is room.
func (w *writer) blocks(blocks []document.Block) error {
	for i := 0; i < len(blocks); {
		row := document.SmallRow(blocks[i:], len(blocks))
		if len(row) > 1 {
			w.raw("<div class=\"figures\">\n")
		}
		for range max(len(row), 1) {
			if err := blocks[i].Accept((*blockWriter)(w)); err != nil {
				return err
			}
			i++
		}
		if len(row) > 1 {
			w.raw("</div>\n")
		}
	}
	return nil
}

func (w *blockWriter) w() *writer { return (*writer)(w) }

func (w *blockWriter) Paragraph(b *document.Paragraph) error {
	return w.w().element("p", b.Content)
}

// element writes inlines within an element on a line of its own.
func (w *writer) element(tag string, content document.Inlines) error {
	w.raw("<", tag, directionOf(content), ">")
	err := w.inlines(content)
	w.raw("</", tag, ">\n")
	return err
}

func (w *blockWriter) List(b *document.List) error {
	tag := "ul"
	if b.Ordered {
		tag = "ol"
	}
	w.w().raw("<", tag)
	if b.Ordered && b.Start > 1 {
		w.w().raw(fmt.Sprintf(` start="%d"`, b.Start))
	}
	w.w().raw(">\n")
	for _, item := range b.Items {
		if err := w.item("li", item); err != nil {
			return err
		}
	}
	w.w().raw("</", tag, ">\n")
	return nil
}

// directionOf is the attribute of an element whose words all run from right to left.
func directionOf(content document.Inlines) string {
	if content.RightToLeft() {
		return ` dir="rtl"`
	}
	return ""
}

// item writes blocks within an element; a first paragraph that is alone or
// before a list needs no element of its own.
func (w *blockWriter) item(tag string, blocks []document.Block) error {
	p, inLine := first(blocks).(*document.Paragraph)
	if inLine = inLine && tight(blocks[1:]); inLine {
		w.w().raw("<", tag, directionOf(p.Content), ">")
		if err := w.w().inlines(p.Content); err != nil {
			return err
		}
		blocks = blocks[1:]
	} else {
		w.w().raw("<", tag, ">")
	}
	if len(blocks) > 0 {
		w.w().raw("\n")
	}
	err := w.inBox(blocks)
	w.w().raw("</", tag, ">\n")
	return err
}

func first(blocks []document.Block) document.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0]
}

// tight reports whether blocks are lists or nothing.
func tight(blocks []document.Block) bool {
	for _, b := range blocks {
		if _, ok := b.(*document.List); !ok {
			return false
		}
	}
	return true
}

func (w *blockWriter) Definitions(b *document.Definitions) error {
	w.w().raw("<dl>\n")
	for _, e := range b.Entries {
		if err := w.w().element("dt", e.Term); err != nil {
			return err
		}
		if err := w.item("dd", e.Meaning); err != nil {
			return err
		}
	}
	w.w().raw("</dl>\n")
	return nil
}

// Callout has a title that isn't a heading: it isn't a part of the report's
// outline.
func (w *blockWriter) Callout(b *document.Callout) error {
	class := "callout"
	if b.Warning {
		class += " warning"
	}
	w.w().raw(`<div class="`, class, "\">\n")
	if b.Title != "" {
		w.w().raw(`<p class="box-title">`)
		if b.Warning {
			w.w().shape(document.StatusMissing)
		}
		w.w().foreign(b.Title, b.Lang)
		w.w().raw("</p>\n")
	}
	err := w.inBox(b.Blocks)
	w.w().raw("</div>\n")
	return err
}

// Box is a complement of its section, under a heading. One without a title is no
// landmark: several would have one name.
func (w *blockWriter) Box(b *document.Box) error {
	around := "aside"
	if b.Title == "" {
		around = "div"
	}
	w.w().raw("<", around, ` class="box `, string(b.Kind), `"`)
	kind, kindLang := w.meta.Own(b.Kind.Words())
	if b.Title != "" {
		w.w().raw(` aria-label="`, escape(boxLabel(kind, kindLang, b.Title)), `"`)
	}
	w.w().raw(">\n")
	tag := headingTag(b.Level + 1)
	w.w().raw("<", tag, ` class="box-title">`)
	if b.Title == "" {
		w.w().foreign(kind, kindLang)
	} else {
		w.w().raw(`<span class="box-kind"`, langOf(kindLang), `>`, escape(kind), `<span class="vh">:</span></span> `)
		w.w().foreign(b.Title, b.Lang)
	}
	w.w().raw("</", tag, ">\n")
	err := w.inBox(b.Blocks)
	w.w().raw("</", around, ">\n")
	return err
}

// boxLabel is what a box is called: its title alone where the kind's words are in another
// language, for a label is in one.
func boxLabel(kind, kindLang, title string) string {
	if kindLang != "" {
		return title
	}
	return kind + ": " + title
}

func (w *blockWriter) Quotation(b *document.Quotation) error {
	w.w().raw("<blockquote>\n")
	if err := w.inBox(b.Blocks); err != nil {
		return err
	}
	if len(b.Attribution) > 0 {
		if err := w.w().element("footer", b.Attribution); err != nil {
			return err
		}
	}
	w.w().raw("</blockquote>\n")
	return nil
}

func (w *blockWriter) StatutoryReference(b *document.StatutoryReference) error {
	w.w().raw(`<p class="statutory">`)
	err := w.w().inlines(w.meta.Citation(b))
	w.w().raw("</p>\n")
	return err
}

// longFigure is how many characters a key figure may have in large type: a number
// isn't broken.
const longFigure = 9

// KeyFigures say first what each number is of; the style shows the number above that.
func (w *blockWriter) KeyFigures(b *document.KeyFigures) error {
	w.w().raw("<ul class=\"key-figures\">\n")
	for _, item := range b.Items {
		class := "kf-value"
		if utf8.RuneCountInString(item.Value.String()) > longFigure {
			class += " kf-long"
		}
		w.w().raw(`<li><span class="kf-label">`)
		if err := w.w().inlines(item.Label); err != nil {
			return err
		}
		w.w().raw(`<span class="vh">:</span></span> <span class="`, class, `">`)
		if err := w.w().value(item.Value); err != nil {
			return err
		}
		w.w().raw("</span>")
		if len(item.StatusWord) > 0 {
			w.w().raw(` <span class="kf-status">`)
			w.w().shape(item.Status)
			if err := w.w().inlines(item.StatusWord); err != nil {
				return err
			}
			w.w().raw("</span>")
		}
		if len(item.Source) > 0 {
			w.w().raw(` <span class="kf-source">`)
			if err := w.w().inlines(w.meta.OwnLine("Source: {source}", item.Source)); err != nil {
				return err
			}
			w.w().raw("</span>")
		}
		w.w().raw("</li>\n")
	}
	w.w().raw("</ul>\n")
	return nil
}
