package docx

import (
	"slices"
	"strings"

	"apr/internal/document"
	"apr/internal/lazyregexp"
)

// textEnd is the line at a text's end.
const textEnd = "End of the text"

// paragraph reads one.
func (r *reader) paragraph(e *element, c context) {
	r.count++
	r.loose = nil
	b := Block{IDs: c.ids, Locked: c.locked, Marks: r.markedBy(), number: r.count}
	b.Under = r.heading
	mark := e.at("w:pPr", "w:rPr") // of the paragraph's end
	props := r.formatted(e.kid("w:pPr"), "w:pPr", e, &b)
	r.kind(props, &b)
	rc := runContext{block: &b, style: props.kid("w:pStyle").attr("val")}
	b.allBold, r.bigRun = true, 0
	b.Content = tidy(append(r.inlines(e, rc), r.unended()...))
	b.Marks = slices.Compact(slices.Sorted(slices.Values(append(b.Marks, r.markedBy()...))))
	b.big = r.bigRun > 0
	text := strings.TrimSpace(b.Content.String())
	if m := keyLine().FindStringSubmatch(text); m != nil {
		b.KeyID, b.Locked = m[1], true
		r.count, r.ended = 0, false
	}
	name := r.styles[rc.style].name
	switch {
	case (name == "text end" || b.Locked) && strings.HasPrefix(text, textEnd), name == "text end" && text == "":
		b.End, b.Locked = true, true
		b.Added = strings.Trim(strings.TrimPrefix(text, textEnd), " .")
	case name == "guidance" && !b.Locked:
		b.Locked, b.GuidanceByStyle = true, true
	case name == "key line" && strings.Contains(text, " · "):
		b.Locked = true
	}
	r.look(&b, text)
	b.endsText = r.endGone(mark)
	b.Place = r.place()
	if b.Kind == Heading {
		r.heading, r.count, r.ended = text, 0, false
	}
	if b.End {
		r.count, r.ended = 0, true
	}
	if b.Picture == nil || text != "" {
		r.add(b)
	}
	if b.Picture != nil {
		p := b
		p.Kind, p.Content = Picture, nil
		r.add(p)
	}
	boxes := r.boxes
	r.boxes = nil
	for _, box := range boxes {
		r.blocks(box, c)
	}
}

// block is the index of the block being read.
func (r *reader) block() int {
	if r.inCell {
		return r.outer
	}
	return len(r.file.Blocks)
}

func (r *reader) add(b Block) { r.file.Blocks = append(r.file.Blocks, b) }

// kind finds what a paragraph is from its style and its properties.
func (r *reader) kind(props *element, b *Block) {
	id := props.kid("w:pStyle").attr("val")
	outline, numID, ilvl := -1, "", ""
	if num := props.kid("w:numPr"); num != nil {
		numID, ilvl = num.kid("w:numId").attr("val"), num.kid("w:ilvl").attr("val")
	}
	if o := props.kid("w:outlineLvl"); o != nil {
		outline = number(o.attr("val"), -1)
	}
	r.chain(id, func(s style) bool {
		if b.Kind == Plain {
			b.named(s.name)
		}
		if outline < 0 {
			outline = s.outline
		}
		if numID == "" {
			numID = s.numID
		}
		if ilvl == "" {
			ilvl = s.level
		}
		return false
	})
	if b.Kind == Plain && outline >= 0 && outline < 9 {
		b.Kind, b.Level = Heading, outline+1
	}
	if b.Kind == Heading || b.Kind == Continued || numID == "" || numID == "0" {
		return
	}
	b.Kind, b.Level, b.List = Item, number(ilvl, 0)+1, numID
	b.Start = 1
	if levels := r.numbering[numID]; b.Level <= len(levels) && b.Level > 0 {
		l := levels[b.Level-1]
		b.Ordered, b.Start = l.format != "bullet" && l.format != "none", l.start
	}
}

// named knows the styles that mean something, as Word, LibreOffice and Google Docs name
// them.
func (b *Block) named(name string) {
	switch {
	case strings.HasPrefix(name, "heading ") && len(name) == len("heading 1"):
		b.Kind, b.Level = Heading, int(name[len(name)-1]-'0')
	case name == "title":
		b.Kind, b.Level = Heading, 1
	case name == "quote" || name == "intense quote" || name == "quotations" || name == "block text":
		b.Kind = Quote
	case name == "attribution":
		b.Kind = Said
	case name == "caption" || name == "table":
		b.Kind = Caption
	case name == "picturecaption" || name == "picture caption":
		b.Kind = PictureTitle
	case name == "term":
		b.Kind = Term
	case name == "definition":
		b.Kind = Meaning
	case strings.HasPrefix(name, "list continue"):
		b.Kind, b.Level = Continued, max(number(strings.TrimSpace(strings.TrimPrefix(name, "list continue")), 1), 1)
	case name == "case study" || name == "case study title":
		b.Kind, b.BoxTitle = CaseStudy, strings.HasSuffix(name, "title")
	case name == "spotlight" || name == "spotlight title":
		b.Kind, b.BoxTitle = Spotlight, strings.HasSuffix(name, "title")
	}
}

var (
	typedBullet = lazyregexp.Lazy(`^[•●▪■◦○‣⁃·–][\t \x{00a0}]+`)
	typedNumber = lazyregexp.Lazy(`^\(?([0-9]{1,3})[.)]\t[\t ]*`)
)

// look finds headings and lists that were made by hand.
func (r *reader) look(b *Block, text string) {
	if b.Kind != Plain || b.Locked || text == "" {
		return
	}
	if b.allBold && b.big && len(text) <= 120 && !strings.ContainsAny(text[len(text)-1:], ".,;") {
		b.Kind, b.Level = Heading, 3
		b.Content = unmarked(b.Content)
		return
	}
	t, ok := b.Content[0].(*document.Text)
	if !ok {
		return
	}
	if m := typedBullet().FindString(t.Text); m != "" {
		b.Kind, b.Level, t.Text = Item, 1, t.Text[len(m):]
	} else if m := typedNumber().FindStringSubmatch(t.Text); m != nil {
		b.Kind, b.Level, b.Ordered, b.Start, t.Text = Item, 1, true, number(m[1], 1), t.Text[len(m[0]):]
	}
}

// unmarked is a line without what makes it bold.
func unmarked(is document.Inlines) document.Inlines {
	var out document.Inlines
	for _, i := range is {
		if s, ok := i.(*document.Strong); ok {
			out = append(out, s.Content...)
		} else {
			out = append(out, i)
		}
	}
	return out
}

// endGone reports whether a paragraph's end was deleted, or its insertion isn't taken.
func (r *reader) endGone(props *element) bool {
	if props == nil {
		return false
	}
	if d := props.kid("w:del"); d != nil && r.takes(d) {
		return true
	}
	i := props.kid("w:ins")
	return i != nil && !r.takes(i)
}

// takes reports whether the changes of a change's author are taken.
func (r *reader) takes(e *element) bool {
	return r.opts.Accept == nil || slices.Contains(r.opts.Accept, e.attr("author"))
}
