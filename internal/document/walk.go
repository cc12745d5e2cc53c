package document

// Walker calls functions with what a document holds, in reading order: a section before
// its blocks, a block before what is inside it. Each function may be nil. An
// error ends the walk.
type Walker struct {
	Section func(*Section) error
	Block   func(Block) error
	Inline  func(Inline) error
}

// Walk visits the cover's notes, the sections and last the footnotes.
func (w *Walker) Walk(doc *Document) error {
	for _, n := range doc.Meta.CoverNotes {
		if err := w.Inlines(n); err != nil {
			return err
		}
	}
	if err := w.sections(doc.Sections); err != nil {
		return err
	}
	for _, n := range doc.Notes {
		if err := w.Inlines(n.Content); err != nil {
			return err
		}
	}
	return nil
}

func (w *Walker) sections(sections []*Section) error {
	for _, s := range sections {
		if w.Section != nil {
			if err := w.Section(s); err != nil {
				return err
			}
		}
		if err := w.Blocks(s.Blocks); err != nil {
			return err
		}
		if err := w.sections(s.Sections); err != nil {
			return err
		}
	}
	return nil
}

// Blocks visits blocks and what is inside them.
func (w *Walker) Blocks(blocks []Block) error {
	for _, b := range blocks {
		if w.Block != nil {
			if err := w.Block(b); err != nil {
				return err
			}
		}
		if err := b.Accept(walkerBlocks{w}); err != nil {
			return err
		}
	}
	return nil
}

// Inlines visits inlines and what is inside them.
func (w *Walker) Inlines(inlines Inlines) error {
	for _, i := range inlines {
		if w.Inline != nil {
			if err := w.Inline(i); err != nil {
				return err
			}
		}
		if err := i.Accept(walkerInlines{w}); err != nil {
			return err
		}
	}
	return nil
}

// walkerBlocks descends into each kind of block.
type walkerBlocks struct{ w *Walker }

func (d walkerBlocks) Paragraph(b *Paragraph) error { return d.w.Inlines(b.Content) }

func (d walkerBlocks) List(b *List) error {
	for _, item := range b.Items {
		if err := d.w.Blocks(item); err != nil {
			return err
		}
	}
	return nil
}

func (d walkerBlocks) Definitions(b *Definitions) error {
	for _, e := range b.Entries {
		if err := d.w.Inlines(e.Term); err != nil {
			return err
		}
		if err := d.w.Blocks(e.Meaning); err != nil {
			return err
		}
	}
	return nil
}

func (d walkerBlocks) Table(b *Table) error {
	for _, g := range b.Groups {
		if err := d.w.Inlines(g.Head); err != nil {
			return err
		}
	}
	for _, c := range b.Columns {
		if err := d.w.Inlines(c.Head); err != nil {
			return err
		}
	}
	for _, r := range b.Rows {
		for _, c := range r.Cells {
			if err := d.w.Inlines(c.Content); err != nil {
				return err
			}
		}
	}
	for _, n := range b.Notes {
		if err := d.w.Inlines(n); err != nil {
			return err
		}
	}
	return nil
}

// Figure visits the data's cells, or the links to them; the data isn't announced as a
// block of its own.
func (d walkerBlocks) Figure(b *Figure) error {
	if b.Data == nil {
		return d.w.Inlines(b.DataIn)
	}
	return d.Table(b.Data)
}

func (d walkerBlocks) Picture(*Picture) error                       { return nil }
func (d walkerBlocks) Callout(b *Callout) error                     { return d.w.Blocks(b.Blocks) }
func (d walkerBlocks) Box(b *Box) error                             { return d.w.Blocks(b.Blocks) }
func (d walkerBlocks) StatutoryReference(*StatutoryReference) error { return nil }

// PictureRow announces each of its pictures.
func (d walkerBlocks) PictureRow(b *PictureRow) error {
	for _, p := range b.Pictures {
		if err := d.w.Blocks([]Block{p}); err != nil {
			return err
		}
	}
	return nil
}

// Idea announces its picture, where it has one, before what it says.
func (d walkerBlocks) Idea(b *Idea) error {
	if b.Picture != nil {
		if err := d.w.Blocks([]Block{b.Picture}); err != nil {
			return err
		}
	}
	return d.w.Blocks(b.Blocks)
}

func (d walkerBlocks) Quotation(b *Quotation) error {
	if err := d.w.Blocks(b.Blocks); err != nil {
		return err
	}
	return d.w.Inlines(b.Attribution)
}

func (d walkerBlocks) KeyFigures(b *KeyFigures) error {
	for _, item := range b.Items {
		if err := d.w.Inlines(item.Value); err != nil {
			return err
		}
		if err := d.w.Inlines(item.Label); err != nil {
			return err
		}
		if err := d.w.Inlines(item.StatusWord); err != nil {
			return err
		}
		if err := d.w.Inlines(item.Source); err != nil {
			return err
		}
	}
	return nil
}

// walkerInlines descends into each kind of inline.
type walkerInlines struct{ w *Walker }

func (d walkerInlines) Text(*Text) error             { return nil }
func (d walkerInlines) Strong(i *Strong) error       { return d.w.Inlines(i.Content) }
func (d walkerInlines) Emphasis(i *Emphasis) error   { return d.w.Inlines(i.Content) }
func (d walkerInlines) Link(i *Link) error           { return d.w.Inlines(i.Content) }
func (d walkerInlines) Reference(i *Reference) error { return d.w.Inlines(i.Content) }
func (d walkerInlines) Datum(*Datum) error           { return nil }
func (d walkerInlines) NoteMark(*NoteMark) error     { return nil }
func (d walkerInlines) LineBreak(*LineBreak) error   { return nil }

// Figures are the document's figures in reading order.
func Figures(doc *Document) []*Figure {
	var figures []*Figure
	w := Walker{Block: func(b Block) error {
		if f, ok := b.(*Figure); ok {
			figures = append(figures, f)
		}
		return nil
	}}
	_ = w.Walk(doc) // the function doesn't fail
	return figures
}
