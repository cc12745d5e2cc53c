package word

import (
	"strconv"

	"apr/internal/document"
)

var _ document.BlockVisitor = (*writer)(nil)

func (w *writer) blocks(blocks []document.Block) error {
	for _, b := range blocks {
		if err := b.Accept(w); err != nil {
			return err
		}
	}
	return nil
}

// within writes blocks whose plain paragraphs have a style of their own.
func (w *writer) within(style string, blocks []document.Block) error {
	base := w.base
	w.base = style
	err := w.blocks(blocks)
	w.base = base
	return err
}

// plain is the style of plain paragraphs where the writer is.
func (w *writer) plain() string {
	if w.levels > 0 {
		name := "List"
		switch {
		case w.item == "":
			name = "ListContinue"
		case w.inNumbers():
			name = "ListNumber"
		default:
			name = "ListBullet"
		}
		if level := min(w.levels, listStyles); level > 1 {
			name += strconv.Itoa(level)
		}
		return name
	}
	return w.base
}

// Paragraph writes running text.
func (w *writer) Paragraph(b *document.Paragraph) error {
	return w.line(paragraph{style: w.plain()}, b.Content)
}

// Definitions writes each term above its meaning.
func (w *writer) Definitions(b *document.Definitions) error {
	for _, e := range b.Entries {
		if err := w.line(paragraph{style: "Term", keepNext: true}, e.Term); err != nil {
			return err
		}
		base, indent, levels := w.base, w.indent, w.levels
		w.base, w.indent, w.levels = "Definition", w.indent+listIndent, 0
		err := w.blocks(e.Meaning)
		w.base, w.indent, w.levels = base, indent, levels
		if err != nil {
			return err
		}
	}
	return nil
}

// Callout writes a boxed remark; its title isn't a heading, for it isn't a part of
// the report's outline.
func (w *writer) Callout(b *document.Callout) error {
	look := w.file.look.callout()
	if b.Warning {
		look = w.file.look.warning()
	}
	return w.boxed(look, document.Inlines{&document.Text{Text: b.Title, Lang: b.Lang}}, 0, b.Blocks)
}

// Box writes a passage beside the text.
func (w *writer) Box(b *document.Box) error {
	look := w.file.look.spotlight()
	if b.Kind == document.CaseStudy {
		look = w.file.look.caseStudy()
	}
	return w.boxed(look, w.file.meta.BoxHeading(b), b.Level, b.Blocks)
}

// boxed writes a box as wide as the text, in a list too; level is its title's as a
// heading, or 0.
func (w *writer) boxed(look *box, title document.Inlines, level int, blocks []document.Block) error {
	if w.afterBox != nil && w.afterBox.style == look.style {
		if err := w.paragraph(paragraph{style: "SectionEnd"}, func() error { return nil }); err != nil {
			return err
		}
	}
	around, indent, levels := w.box, w.indent, w.levels
	w.box, w.indent, w.levels = look, 0, 0
	var err error
	if title.String() != "" {
		err = w.line(paragraph{style: look.title, keepNext: true, outline: level}, title)
	}
	if err == nil {
		err = w.within(look.style, blocks)
	}
	w.box, w.indent, w.levels = around, indent, levels
	w.afterTable, w.afterBox = true, look // the box wants space below it
	return err
}

// Quotation writes somebody's words and who said them.
func (w *writer) Quotation(b *document.Quotation) error {
	levels := w.levels
	w.levels = 0 // in a list it is a quotation all the same
	err := w.within("Quote", b.Blocks)
	w.levels = levels
	if err != nil {
		return err
	}
	if len(b.Attribution) == 0 {
		return nil
	}
	is := append(document.Inlines{&document.Text{Text: "— "}}, b.Attribution...)
	return w.line(paragraph{style: "Attribution"}, is)
}

// StatutoryReference writes which provisions a section answers.
func (w *writer) StatutoryReference(b *document.StatutoryReference) error {
	return w.line(paragraph{style: "StatutoryReference"}, w.file.meta.Citation(b))
}

// KeyFigures writes what each number is, below it the number in large type, and the
// judgement on it below that.
func (w *writer) KeyFigures(b *document.KeyFigures) error {
	for _, k := range b.Items {
		err := w.paragraph(paragraph{style: "KeyFigure"}, func() error { return w.keyFigure(k) })
		if err != nil {
			return err
		}
	}
	w.afterTable = true
	return nil
}

func (w *writer) keyFigure(k document.KeyFigure) error {
	if err := w.inlines(k.Label, format{}); err != nil {
		return err
	}
	w.raw("<w:r><w:br/></w:r>")
	if err := w.value(k.Value, format{style: "KeyFigureValue"}); err != nil {
		return err
	}
	word := k.StatusWord
	if len(word) == 0 {
		word = w.file.meta.OwnLine(string(k.Status))
	}
	if word.String() != "" {
		w.raw("<w:r><w:br/></w:r>")
		w.sign(k.Status)
		if err := w.inlines(word, format{style: "KeyFigureStatus"}); err != nil {
			return err
		}
	}
	if len(k.Source) == 0 {
		return nil
	}
	w.raw("<w:r><w:br/></w:r>")
	return w.inlines(w.file.meta.OwnLine("Source: {source}", k.Source), format{style: "Remark"})
}

// sign writes a status' shape; the word is next to it.
func (w *writer) sign(s document.Status) {
	if sign := s.Sign(); sign != "" {
		w.run(sign+"\u00a0", format{style: signStyles[s]})
	}
}

// signStyles are the character styles of the statuses' shapes.
var signStyles = map[document.Status]string{
	document.StatusBetter: "StatusBetter", document.StatusWorse: "StatusWorse", document.StatusSame: "StatusSame",
	document.StatusMet: "StatusMet", document.StatusMissing: "StatusMissing",
	document.StatusGreen: "StatusGreen", document.StatusAmber: "StatusAmber", document.StatusRed: "StatusRed",
}
