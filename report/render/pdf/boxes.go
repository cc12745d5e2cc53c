package pdf

import (
	"apr/internal/document"
	"apr/internal/tagpdf"
)

// tintedBox is a box with a rule down its left side; it may go on on the next
// page. title, where there is one, lays out its title in a style.
func (r *renderer) tintedBox(tint, rule tagpdf.Colour, title func(style) error, blocks []document.Block) error {
	g := r.g
	x, width := g.x, g.width
	f := &frame{top: boxPadding - 3, bottom: boxPadding - 2, paint: func(p *painter, top, bottom float64, _ bool) {
		p.w.Rect(x, top, width, bottom-top, p.ink(tint))
		p.w.Rect(x, top, boxRule, bottom-top, p.ink(rule))
	}}
	g.space(r.paragraphGap() + 4)
	err := g.element(tagpdf.Div, func() error {
		return g.framed(f, boxPadding, func() error {
			if title != nil {
				s := r.sized(boxTitle)
				s.colour = rule
				first := len(g.strips)
				if err := title(s); err != nil {
					return err
				}
				g.keepFrom(first)
				g.space(3)
			}
			err := r.blocks(blocks)
			g.gap = 0 // the frame has its own
			return err
		})
	})
	g.space(r.paragraphGap() + 6)
	return err
}

// Callout lays out a boxed remark.
func (r *renderer) Callout(b *document.Callout) error {
	var title func(style) error
	if b.Title != "" {
		title = func(s style) error {
			return r.paragraph(document.Inlines{&document.Strong{Content: foreign(b.Title, b.Lang)}}, s)
		}
	}
	if b.Warning {
		return r.tintedBox(tintOrange, orange, title, b.Blocks)
	}
	return r.tintedBox(tintNavy, navy, title, b.Blocks)
}

// Box lays out a passage beside the text, under its heading.
func (r *renderer) Box(b *document.Box) error {
	title := func(s style) error {
		return r.bookmarkedText(b.Level, r.doc.Meta.BoxHeading(b), s)
	}
	switch b.Kind {
	case document.Spotlight:
		return r.tintedBox(tintNavy, navy, title, b.Blocks)
	case document.YouSaidWeDid:
		return r.tintedBox(tintTeal, deepTeal, title, b.Blocks)
	}
	return r.tintedBox(tintPurple, purple, title, b.Blocks)
}

// Quotation lays out somebody's words with a rule next to them.
func (r *renderer) Quotation(b *document.Quotation) error {
	g := r.g
	x := g.x
	f := &frame{paint: func(p *painter, top, bottom float64, _ bool) {
		p.w.Rect(x+4, top+2, 2.5, bottom-top-4, p.ink(teal))
	}}
	g.space(r.paragraphGap())
	err := g.element(tagpdf.BlockQuote, func() error {
		return g.framed(f, indentList, func() error {
			first := len(g.strips)
			by := document.Inlines(nil)
			if len(b.Attribution) > 0 {
				by = append(document.Inlines{&document.Text{Text: "— "}}, b.Attribution...)
			}
			if p, alone := onlyParagraph(b.Blocks); alone && len(by) > 0 {
				return r.quoted(p, by)
			}
			if err := r.within(quoteText, b.Blocks); err != nil {
				return err
			}
			if len(by) > 0 {
				if n := len(g.strips); n > first {
					g.strips[n-1].keep = true
				}
				g.gap = min(g.gap, 4)
				if err := r.paragraph(by, attribution); err != nil {
					return err
				}
			}
			g.gap = 0
			return nil
		})
	})
	g.space(r.paragraphGap())
	return err
}

// attribution is the style of who said a quotation.
var attribution = style{tagpdf.Regular, 12, 15, grey}

// onlyParagraph is the paragraph that blocks are, where they are no more.
func onlyParagraph(blocks []document.Block) (*document.Paragraph, bool) {
	if len(blocks) != 1 {
		return nil, false
	}
	p, ok := blocks[0].(*document.Paragraph)
	return p, ok
}

// quoted lays out a quotation of one paragraph, with who said it after its last words.
func (r *renderer) quoted(p *document.Paragraph, by document.Inlines) error {
	words, err := r.set(p.Content, quoteText)
	if err != nil {
		return err
	}
	said, err := r.set(by, attribution)
	if err != nil {
		return err
	}
	if n := len(words); n > 0 && words[n-1].space == 0 {
		words[n-1].space, words[n-1].breaks = quoteText.font.Width(quoteText.size, " "), true
	}
	r.g.space(r.paragraphGap())
	return r.g.text(tagpdf.P, append(words, said...), quoteText)
}

// KeyFigures lays out large numbers as a grid of cards, which are a list.
func (r *renderer) KeyFigures(b *document.KeyFigures) error {
	const gutter = 10.0
	g := r.g
	columns := min(3, max(1, int((g.width+gutter)/150)))
	if len(b.Items) == 4 || len(b.Items) < columns {
		columns = min(2, max(1, len(b.Items)))
	}
	width := (g.width - gutter*float64(columns-1)) / float64(columns)
	g.space(r.paragraphGap())
	err := g.element(tagpdf.L, func() error {
		for i := 0; i < len(b.Items); i += columns {
			row := make([]card, 0, columns)
			height := 0.0
			for _, item := range b.Items[i:min(i+columns, len(b.Items))] {
				c, err := r.card(item, width-2*cardPadding)
				if err != nil {
					return err
				}
				row = append(row, c)
				height = max(height, c.height)
			}
			x := g.x
			g.add(height, func(p *painter, y float64) {
				for i, c := range row {
					c.draw(p, x+float64(i)*(width+gutter), y, width, height)
				}
			})
			g.space(gutter)
		}
		return nil
	}, tagpdf.Numbering("None"))
	g.space(r.paragraphGap() + 4)
	return err
}

const cardPadding = 12.0

// card is one key figure: its number, what it is, and the judgement on it.
type card struct {
	parts  []cardPart
	height float64
}

type cardPart struct {
	lines []line
	style style
	gap   float64
}

func (r *renderer) card(k document.KeyFigure, width float64) (card, error) {
	c := card{height: 2 * cardPadding}
	add := func(is document.Inlines, s style, gap float64, status document.Status) error {
		st := &setter{r: r, base: s, plain: true}
		if status != document.StatusNone {
			st.shape(status)
		}
		if err := st.value(is); err != nil {
			return err
		}
		part := cardPart{breakLines(st.atoms, width), s, gap}
		if len(part.lines) > 0 {
			c.parts = append(c.parts, part)
			c.height += gap + float64(len(part.lines))*s.lead
		}
		return nil
	}
	big, err := r.bigEnough(k.Value, width)
	if err != nil {
		return c, err
	}
	if err := add(k.Value, big, 0, document.StatusNone); err != nil {
		return c, err
	}
	if err := add(k.Label, figureLabel, 2, document.StatusNone); err != nil {
		return c, err
	}
	word := k.StatusWord
	if len(word) == 0 {
		word = r.doc.Meta.OwnLine(string(k.Status))
	}
	if err := add(word, figureLabel.bold(), 5, k.Status); err != nil || len(k.Source) == 0 {
		return c, err
	}
	return c, add(r.doc.Meta.OwnLine("Source: {source}", k.Source), smallText, 5, document.StatusNone)
}

// bigEnough is the style of a key figure: as big as keeps it whole.
func (r *renderer) bigEnough(value document.Inlines, width float64) (style, error) {
	const smallest = 12
	s := bigFigure
	atoms, err := r.setWith(value, s, true)
	if widest := widestWhole(atoms); widest > width {
		s.size = max(s.size*width/widest*0.99, smallest)
	}
	return s, err
}

// order is that in which the parts are read: what the number is of before the number,
// which stands above it.
func (c card) order() []int {
	order := make([]int, len(c.parts))
	for i := range order {
		order[i] = i
	}
	if len(order) > 1 {
		order[0], order[1] = 1, 0
	}
	return order
}

func (c card) draw(p *painter, x, y, width, height float64) {
	p.w.Artifact(tagpdf.Background, func() {
		p.w.Rect(x, y, width, height, p.ink(tintNavy))
		p.w.Rect(x, y, width, 3, p.ink(navy))
	})
	item := p.w.Begin(tagpdf.LI)
	body := p.w.Begin(tagpdf.LBody)
	y += cardPadding
	tops := make([]float64, len(c.parts))
	for i, part := range c.parts {
		tops[i] = y + part.gap
		y = tops[i] + float64(len(part.lines))*part.style.lead
	}
	for _, i := range c.order() {
		part, y := c.parts[i], tops[i]
		e := p.w.Begin(tagpdf.P)
		for _, l := range part.lines {
			p.line(l, x+cardPadding, y+baseline(part.style))
			y += part.style.lead
		}
		p.w.End(e)
	}
	p.w.End(body)
	p.w.End(item)
}
