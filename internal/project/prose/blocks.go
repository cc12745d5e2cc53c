package prose

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"apr/internal/document"
	"apr/internal/lazyregexp"
)

// comments is HTML that is nothing but comments.
var comments = lazyregexp.Lazy(`(?s)^(?:\s*<!--.*?-->)+\s*$`)

// each converts a node's children to blocks, in order. Headings go to heading.
func (c *converter) each(parent ast.Node, block func(document.Block), heading func(*ast.Heading)) {
	for n := range children(parent) {
		c.one(n, block, heading)
	}
}

// one converts a node.
func (c *converter) one(n ast.Node, block func(document.Block), heading func(*ast.Heading)) {
	switch n := n.(type) {
	case *ast.Heading:
		heading(n)
	case *extast.Table:
		block(c.table(n))
	case *ast.Paragraph:
		if isCaption(n, c.src) || isLateCaption(n, c.src) {
			return // the table reads it
		}
		c.paragraph(n, block)
	case *ast.TextBlock:
		c.paragraph(n, block)
	case *ast.List:
		if l := c.list(n); len(l.Items) > 0 {
			block(l)
		}
	case *ast.Blockquote:
		block(c.quotation(n))
	case *extast.DefinitionList:
		block(c.definitions(n))
	case *divisionNode:
		c.division(n, block, heading)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		c.code(n, block)
	case *ast.HTMLBlock:
		c.html(n, block)
	case *ast.ThematicBreak, *ast.LinkReferenceDefinition, *extast.FootnoteList:
	default:
		c.problem("unsupported-markdown", c.offset(n), fmt.Sprintf("Markdown of the kind %s can't be used here", n.Kind()), "")
	}
}

// blocks converts what is inside a list, quotation or definition.
func (c *converter) blocks(parent ast.Node) []document.Block {
	c.nested++
	defer func() { c.nested-- }()
	var blocks []document.Block
	c.each(parent, func(b document.Block) { blocks = append(blocks, b) }, func(h *ast.Heading) {
		c.problem("misplaced-heading", c.offset(h), "a heading can't be in a list or quotation",
			"put an empty line before it and begin it at the margin; or make the line bold")
	})
	return blocks
}

// paragraph converts running text, or pictures that are alone.
func (c *converter) paragraph(n ast.Node, block func(document.Block)) {
	if images := onlyImages(n, c.src); images != nil {
		c.pictures(images, block)
		return
	}
	if only, ok := n.FirstChild().(*referenceNode); ok && n.ChildCount() == 1 && c.nested == 0 && c.boxAround == "" {
		if t, ok := c.ownTable(only.reference); ok {
			block(t)
			return
		}
	}
	if content := c.inlines(n); len(content) > 0 {
		block(&document.Paragraph{Content: content})
	}
}

// list converts a list without the items that have nothing in them.
func (c *converter) list(n *ast.List) *document.List {
	l := &document.List{Ordered: n.IsOrdered(), Start: n.Start}
	for item := range children(n) {
		if blocks := c.blocks(item); len(blocks) > 0 {
			l.Items = append(l.Items, blocks)
		}
	}
	return l
}

// quotation converts a block quotation. Its last paragraph, if it begins with
// a dash and isn't the only one, says whose words they are.
func (c *converter) quotation(n *ast.Blockquote) *document.Quotation {
	return attributed(c.blocks(n))
}

// attributed are somebody's words, whose last paragraph may say who said them.
func attributed(blocks []document.Block) *document.Quotation {
	q := &document.Quotation{Blocks: blocks}
	if len(q.Blocks) < 2 {
		return q
	}
	last, ok := q.Blocks[len(q.Blocks)-1].(*document.Paragraph)
	if !ok {
		return q
	}
	first, ok := last.Content[0].(*document.Text)
	if !ok {
		return q
	}
	for _, dash := range []string{"— ", "– ", "-- "} {
		if name, found := strings.CutPrefix(first.Text, dash); found {
			by := &document.Text{Text: name, Lang: first.Lang, Position: first.Position.After(dash)}
			q.Attribution = append(document.Inlines{by}, last.Content[1:]...)
			q.Blocks = q.Blocks[:len(q.Blocks)-1]
			break
		}
	}
	return q
}

func (c *converter) definitions(n *extast.DefinitionList) *document.Definitions {
	d := &document.Definitions{}
	for child := range children(n) {
		switch child.(type) {
		case *extast.DefinitionTerm:
			d.Entries = append(d.Entries, document.Definition{Term: c.inlines(child)})
		case *extast.DefinitionDescription:
			if len(d.Entries) > 0 {
				last := &d.Entries[len(d.Entries)-1]
				last.Meaning = append(last.Meaning, c.blocks(child)...)
			}
		}
	}
	return d
}

// code is a paragraph that keeps its lines; a report has no code.
func (c *converter) code(n ast.Node, block func(document.Block)) {
	var content document.Inlines
	lines := n.Lines()
	for i := range lines.Len() {
		if i > 0 {
			content = append(content, &document.LineBreak{})
		}
		line := lines.At(i)
		c.verbatim = append(c.verbatim, span{line.Start, line.Stop})
		content = append(content, c.literal(line.TrimRightSpace(c.src))...)
	}
	if strings.TrimSpace(content.String()) != "" {
		block(&document.Paragraph{Content: content})
	}
}

// literal is source text as it stands, with its references.
func (c *converter) literal(s text.Segment) document.Inlines {
	var out document.Inlines
	plain := func(from, to int) {
		for _, i := range c.written(text.NewSegment(from, to), false) {
			if t, ok := i.(*document.Text); ok {
				t.Text = strings.ReplaceAll(t.Text, "\n", " ")
			}
			out = append(out, i)
		}
	}
	from := s.Start
	for at := s.Start; at < s.Stop; at++ {
		if r, found := c.references[at]; found && r.End <= s.Stop {
			plain(from, at)
			out = append(out, c.datum(r)...)
			from, at = r.End, r.End-1
		}
	}
	plain(from, s.Stop)
	return out
}

// html refuses HTML, and leaves out comments unless they are wanted.
func (c *converter) html(n *ast.HTMLBlock, block func(document.Block)) {
	var b strings.Builder
	lines := n.Lines()
	start, end := c.offset(n), c.offset(n)
	for i := range lines.Len() {
		line := lines.At(i)
		b.Write(line.Value(c.src))
		end = max(end, line.Stop)
	}
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(c.src))
		end = max(end, n.ClosureLine.Stop)
	}
	c.verbatim = append(c.verbatim, span{start, end})
	switch written := b.String(); {
	case comments().MatchString(written):
		if c.opts.Remark != nil {
			block(&document.Paragraph{Content: document.Inlines{c.opts.Remark(strings.TrimSpace(written))}})
		}
	case strings.HasPrefix(strings.TrimSpace(written), "<!--") && !strings.Contains(written, "-->"):
		c.problem("html", start, "the comment isn't closed, and takes the rest of the text with it", "close it with -->")
	case strings.HasPrefix(strings.TrimSpace(written), "<!--"):
		c.problem("html", start, "there is text on the line on which a comment ends, and would be lost", "put it on a line of its own")
	default:
		c.problem("html", start, "HTML is not allowed", htmlHint)
	}
}

const htmlHint = `write Markdown; a "<" that is meant as such is written \<`
