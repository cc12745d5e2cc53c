package word

import (
	"strconv"

	"apr/internal/document"
)

const (
	// listIndent is from one level of a list to the next, in twips.
	listIndent = 400
	// listLevels are those that Word knows, listStyles those that it has styles for.
	listLevels, listStyles = 9, 5
	// The lists that the styles "List Bullet" and "List Number" are of; each
	// numbered list is one of its own from ownLists on.
	bullets, numbers, ownLists = 1, 2, 3
)

// List writes a list. Each item's first paragraph has the bullet or number, what
// follows in the item is indented as far.
func (w *writer) List(b *document.List) error {
	indent := w.indent
	w.levels++
	level := min(w.levels, listLevels) - 1
	w.indent = (level + 1) * listIndent
	number := bullets
	if b.Ordered {
		number = w.file.numbered(level, b.Start)
	}
	var err error
	for _, item := range b.Items {
		w.item = numberProperties(level, number)
		if len(item) == 0 || !beginsWithText(item[0]) { // a bullet needs a paragraph to be before
			err = w.line(paragraph{style: w.plain()}, nil)
		}
		if err == nil {
			err = w.blocks(item)
		}
		if err != nil {
			break
		}
	}
	w.item = ""
	w.levels--
	w.indent = indent
	return err
}

func beginsWithText(b document.Block) bool {
	_, ok := b.(*document.Paragraph)
	return ok
}

// inNumbers reports whether the next paragraph has a number of a numbered list.
func (w *writer) inNumbers() bool {
	return w.item != "" && w.item != numberProperties(min(w.levels, listLevels)-1, bullets)
}

// numberProperties put a paragraph into a list.
func numberProperties(level, list int) string {
	return `<w:numPr><w:ilvl w:val="` + strconv.Itoa(level) + `"/><w:numId w:val="` + strconv.Itoa(list) + `"/></w:numPr>`
}

// numbered is a new numbered list.
func (f *file) numbered(level, start int) int {
	f.lists = append(f.lists, list{level, start})
	return ownLists + len(f.lists) - 1
}

// numberingPart has the lists.
func (f *file) numberingPart() part {
	x := &markup{}
	x.raw(declaration, "<w:numbering ", nsMain, ">\n")
	signs := [...]string{"•", "–", "•"}
	x.levels(bullets, "bullet", "ListBullet", func(level int) string { return signs[level%len(signs)] })
	x.levels(numbers, "decimal", "ListNumber", func(level int) string { return "%" + strconv.Itoa(level+1) + "." })
	for _, n := range []int{bullets, numbers} {
		x.list(n, n)
		x.raw("</w:num>\n")
	}
	for i, l := range f.lists {
		x.list(ownLists+i, numbers)
		x.raw(`<w:lvlOverride w:ilvl="`)
		x.number(l.level)
		x.raw(`"><w:startOverride w:val="`)
		x.number(l.start)
		x.raw(`"/></w:lvlOverride></w:num>`, "\n")
	}
	x.raw("</w:numbering>\n")
	return part{"word/numbering.xml", wordType + "numbering+xml", x.buf}
}

// list begins a list of a kind.
func (x *markup) list(number, kind int) {
	x.raw(`<w:num w:numId="`)
	x.number(number)
	x.raw(`"><w:abstractNumId w:val="`)
	x.number(kind)
	x.raw(`"/>`)
}

// levels writes a kind of list. The text of its first level is as far in as the
// bullet, so that it is in a box as other paragraphs do.
func (x *markup) levels(id int, format, style string, text func(level int) string) {
	x.raw(`<w:abstractNum w:abstractNumId="`)
	x.number(id)
	x.raw(`"><w:multiLevelType w:val="hybridMultilevel"/>`, "\n")
	for level := range listLevels {
		x.raw(`<w:lvl w:ilvl="`)
		x.number(level)
		x.raw(`"><w:start w:val="1"/><w:numFmt w:val="`, format, `"/>`)
		if level < listStyles {
			x.raw(`<w:pStyle w:val="`, style)
			if level > 0 {
				x.number(level + 1)
			}
			x.raw(`"/>`)
		}
		x.raw(`<w:lvlText w:val="`, text(level), `"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="`)
		x.number((level + 1) * listIndent)
		x.raw(`" w:hanging="`)
		x.number(listIndent)
		x.raw(`"/></w:pPr>`)
		if format == "bullet" {
			x.raw(`<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/></w:rPr>`)
		}
		x.raw("</w:lvl>\n")
	}
	x.raw("</w:abstractNum>\n")
}
