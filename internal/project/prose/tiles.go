package prose

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"apr/internal/document"
	"apr/internal/lazyregexp"
)

const tilesHint = `write each tile as an item that begins with its figure: - {{ value "NI12" }} emergency admissions per 100,000 people; ` +
	`or with a number in bold and its source: - **1,240** people saw a link worker. Source: link worker service, year to March 2026`

// tiles are a few large numbers, each an item of a list: its figure, what that is, and,
// behind "Source:", where it is from. A figure that no input has needs a source.
func (c *converter) tiles(at int, n *divisionNode, f fence, blocks []document.Block, block func(document.Block)) {
	list, ok := blocks[0].(*document.List)
	written, isList := n.FirstChild().(*ast.List)
	if !ok || !isList || len(blocks) > 1 {
		c.problem("tiles", at, "the tiles are more than one list, or none", tilesHint)
		return
	}
	k := &document.KeyFigures{}
	items := list.Items
	for item := range children(written) {
		if item.FirstChild() == nil || len(items) == 0 {
			c.problem("tiles", c.offset(item), "the tile is empty", tilesHint)
			continue
		}
		if tile, ok := c.tile(c.offset(item), items[0]); ok {
			if d, isDatum := first(tile.Value).(*document.Datum); isDatum && f.change && c.opts.Change != nil {
				tile.Status, tile.StatusWord = c.opts.Change(*d)
			}
			k.Items = append(k.Items, tile)
		}
		items = items[1:]
	}
	block(k)
}

// tile makes a tile of an item.
func (c *converter) tile(at int, blocks []document.Block) (k document.KeyFigure, ok bool) {
	var content document.Inlines
	for _, b := range blocks {
		p, isParagraph := b.(*document.Paragraph)
		if !isParagraph {
			c.problem("tiles", at, "a tile can have a figure, words and a source, and nothing else", tilesHint)
			return k, false
		}
		if len(content) > 0 {
			content = append(content, &document.Text{Text: " "})
		}
		content = append(content, p.Content...)
	}
	value, rest, fromInput := figureOf(content)
	if len(value) == 0 {
		c.problem("tiles", at, "the tile doesn't begin with a figure", tilesHint)
		return k, false
	}
	k.Value = value
	k.Label, k.Source = sourced(rest)
	if strings.TrimSpace(k.Label.String()) == "" {
		c.problem("tiles", at, "the tile doesn't say what "+value.String()+" is", "write it behind the figure")
		return k, false
	}
	if !fromInput && strings.TrimSpace(k.Source.String()) == "" {
		c.problem("missing-source", at, "the tile doesn't say where "+value.String()+" is from",
			`put "Source: …" at its end, or a reference such as {{ value "NI12" }} in the number's place (apr help narrative)`)
		return k, false
	}
	return k, true
}

// figureOf is what a tile begins with: a figure from the inputs, words in bold, or a
// number.
func figureOf(content document.Inlines) (value, rest document.Inlines, fromInput bool) {
	switch i := first(content).(type) {
	case *document.Datum:
		return content[:1], content[1:], true
	case *document.Strong:
		_, isDatum := first(i.Content).(*document.Datum)
		return i.Content, content[1:], isDatum && len(i.Content) == 1
	case *document.Text:
		number, after, _ := strings.Cut(i.Text, " ")
		if !strings.ContainsFunc(number, unicode.IsDigit) {
			return nil, content, false
		}
		head := &document.Text{Text: number, Lang: i.Lang, Position: i.Position}
		tail := &document.Text{Text: after, Lang: i.Lang, Position: i.Position.After(number + " ")}
		return document.Inlines{head}, append(document.Inlines{tail}, content[1:]...), false
	}
	return nil, content, false
}

var sourceMark = lazyregexp.Lazy(`(?i)[\s(.;,]*\(?\bsource:\s*`)

// sourced are the words of a tile, and what is behind "Source:".
func sourced(is document.Inlines) (label, source document.Inlines) {
	for n, i := range is {
		t, ok := i.(*document.Text)
		if !ok {
			continue
		}
		m := sourceMark().FindStringIndex(t.Text)
		if m == nil {
			continue
		}
		before := &document.Text{Text: t.Text[:m[0]], Lang: t.Lang, Position: t.Position}
		after := &document.Text{Text: t.Text[m[1]:], Lang: t.Lang, Position: t.Position.After(t.Text[:m[1]])}
		source = append(document.Inlines{after}, is[n+1:]...)
		if strings.Contains(t.Text[m[0]:m[1]], "(") {
			closeBracket(source)
		}
		return bare(append(is[:n:n], before)), bare(source)
	}
	return bare(is), nil
}

// closeBracket takes the bracket from the end of a source that stood in brackets.
func closeBracket(is document.Inlines) {
	if t, ok := is[len(is)-1].(*document.Text); ok {
		t.Text = strings.TrimSuffix(strings.TrimRight(t.Text, " ."), ")")
	}
}

// bare is a line without line breaks, blanks, colons and dashes at its ends.
func bare(is document.Inlines) document.Inlines {
	for len(is) > 0 {
		t, isText := is[0].(*document.Text)
		if isText {
			trimmed := strings.TrimLeft(t.Text, " :–—")
			t.Position, t.Text = t.Position.After(t.Text[:len(t.Text)-len(trimmed)]), trimmed
		}
		if _, isBreak := is[0].(*document.LineBreak); !isBreak && (!isText || t.Text != "") {
			break
		}
		is = is[1:]
	}
	return trimmed(is)
}
