package prose

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/project/reference"
)

// inlines converts a node's children to a line of text.
func (c *converter) inlines(parent ast.Node) document.Inlines {
	var out document.Inlines
	around := c.starts || parent.Type() == ast.TypeBlock
	for n := range children(parent) {
		if n.Kind() != ast.KindText {
			c.starts = startsSentence(out, around)
		}
		for _, i := range c.inline(n) {
			out = appendInline(out, i)
		}
	}
	c.starts = false
	return trimmed(out)
}

// appendInline adds an inline; text joins the text that it goes on from in the
// narrative.
func appendInline(out document.Inlines, i document.Inline) document.Inlines {
	t, ok := i.(*document.Text)
	if ok && t.Text == "" {
		return out
	}
	if ok && len(out) > 0 {
		if _, broken := out[len(out)-1].(*document.LineBreak); broken && strings.HasPrefix(t.Text, " ") {
			// The source goes on in a new line, which the break has begun already.
			trimmed := strings.TrimLeft(t.Text, " ")
			t.Position, t.Text = t.Position.After(t.Text[:len(t.Text)-len(trimmed)]), trimmed
			if t.Text == "" {
				return out
			}
		}
		if last, isText := out[len(out)-1].(*document.Text); isText && last.Lang == t.Lang && goesOn(last, t) {
			last.Text += t.Text
			return out
		}
	}
	return append(out, i)
}

// goesOn reports whether t begins where last ends in the narrative.
func goesOn(last, t *document.Text) bool {
	return last.Position.After(last.Text) == t.Position
}

// trimmed drops the blank and the line break at the end of a line of text,
// which nothing follows.
func trimmed(out document.Inlines) document.Inlines {
	for len(out) > 0 {
		switch last := out[len(out)-1].(type) {
		case *document.LineBreak:
			out = out[:len(out)-1]
			continue
		case *document.Text:
			last.Text = strings.TrimRight(last.Text, " ")
			if last.Text == "" {
				out = out[:len(out)-1]
				continue
			}
		}
		break
	}
	return out
}

func (c *converter) inline(n ast.Node) document.Inlines {
	switch n := n.(type) {
	case *ast.Text:
		return c.run(n)
	case *ast.String:
		return document.Plain(string(n.Value))
	case *ast.CodeSpan:
		return c.codeSpan(n)
	case *ast.Emphasis:
		content := c.inlines(n)
		switch {
		case len(content) == 0:
			return nil
		case n.Level > 1:
			return document.Inlines{&document.Strong{Content: content}}
		}
		return document.Inlines{&document.Emphasis{Content: content}}
	case *ast.Link:
		return c.link(n, resolve(n.Destination), c.inlines(n))
	case *ast.AutoLink:
		label, address := string(n.Label(c.src)), string(n.URL(c.src))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(address, "mailto:") {
			address = "mailto:" + address
		}
		return c.link(n, address, document.Inlines{&document.Text{Text: label, Position: c.text.At(c.offset(n) + len("<"))}})
	case *ast.Image:
		c.problem("misplaced-picture", c.offset(n), "a picture can't be within a paragraph", "put an empty line before and after it")
		return nil
	case *pictureAttributesNode:
		return nil // of a picture that is reported
	case *ast.RawHTML:
		return c.rawHTML(n)
	case *extast.FootnoteLink:
		return c.mark(n)
	case *extast.FootnoteBacklink:
		return nil
	case *passageNode:
		return c.passage(n)
	case *bracketNode:
		return c.written(text.NewSegment(n.at, n.at+1), false)
	case *referenceNode:
		return c.datum(n.reference)
	}
	c.problem("unsupported-markdown", c.offset(n), fmt.Sprintf("Markdown of the kind %s can't be used here", n.Kind()), "")
	return nil
}

// run is a run of text and the end of its line.
func (c *converter) run(n *ast.Text) document.Inlines {
	out := c.written(n.Segment, !n.IsRaw())
	c.stray(n.Segment.Start, n.Segment.Stop)
	switch {
	case n.HardLineBreak():
		return append(out, &document.LineBreak{})
	case n.SoftLineBreak():
		if len(out) == 0 {
			return document.Inlines{&document.Text{Text: " ", Lang: c.lang}}
		}
		last, _ := out[len(out)-1].(*document.Text)
		last.Text += " "
	}
	return out
}

// written is source text with its places: one piece for each stretch whose
// characters follow one another in the file as they do here. Where escapes are
// wanted resolved, each is the end of a piece.
func (c *converter) written(s text.Segment, escapes bool) document.Inlines {
	var out document.Inlines
	for from := s.Start; from < s.Stop; {
		end := min(s.Stop, c.text.Run(from))
		value := string(c.src[from:end])
		if escapes {
			value, end = c.resolved(from, end, s.Stop)
		}
		out = appendInline(out, &document.Text{Text: value, Lang: c.lang, Position: c.text.At(from)})
		from = end
	}
	return out
}

// resolved is the text from an offset to the end of what is there
// literally, or of one escape, which may lie beyond it but not beyond limit.
func (c *converter) resolved(from, end, limit int) (string, int) {
	if at := bytes.IndexAny(c.src[from:end], `\&`); at > 0 {
		return string(c.src[from : from+at]), from + at
	} else if at < 0 {
		return string(c.src[from:end]), end
	}
	value, n := escape(c.src[from:limit])
	return string(value), from + n
}

// codeSpan is plain text: a report has no code.
func (c *converter) codeSpan(n *ast.CodeSpan) document.Inlines {
	var out document.Inlines
	for child := range children(n) {
		if t, ok := child.(*ast.Text); ok {
			c.verbatim = append(c.verbatim, span{t.Segment.Start, t.Segment.Stop})
			out = append(out, c.literal(t.Segment)...)
		}
	}
	return out
}

// datum is the figure that a reference stands for, or nil where there is none.
func (c *converter) datum(r reference.Reference) document.Inlines {
	c.used[r.Start] = true
	if in, ok := c.place(r); ok {
		return in
	}
	if c.opts.Evaluate == nil {
		c.problem("misplaced-reference", r.Start, "a reference to data can't be used here", "")
		return nil
	}
	d, p := c.opts.Evaluate(r)
	if p != nil && !reference.IsWithoutValue(p) {
		c.problems.Add(p)
		return nil
	}
	return document.Inlines{&d}
}

// link is a link to the world outside the report.
func (c *converter) link(n ast.Node, address string, content document.Inlines) document.Inlines {
	if strings.TrimSpace(content.String()) == "" {
		c.problem("empty-link", c.offset(n), "the link has no text", "write where it leads between the brackets")
		return nil
	}
	if id, inside := strings.CutPrefix(strings.TrimSpace(address), "#"); inside && id != "" {
		if c.opts.Refer == nil {
			return document.Inlines{&document.Link{URL: "#" + id, Content: content}}
		}
		return c.opts.Refer(id, c.text.At(c.offset(n)), content, false)
	}
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "",
		err == nil && (u.Scheme == "mailto" || u.Scheme == "tel") && u.Opaque != "":
		return document.Inlines{&document.Link{URL: u.String(), Content: content}}
	}
	hint := "write a whole address: https://…, mailto:… or tel:…"
	if err == nil && u.Scheme == "" && strings.HasPrefix(u.Path, "www.") {
		hint = "write https://" + address
	}
	c.problem("link", c.offset(n), fmt.Sprintf("the link %q leads nowhere that every reader of the report can follow", address), hint)
	return content
}

// lineBreak is the one element of HTML of which it is certain what was meant: in a
// cell of a table nothing else breaks a line.
var lineBreak = lazyregexp.Lazy(`(?i)^<br\s*/?>$`)

// rawHTML refuses HTML within text, and leaves out comments.
func (c *converter) rawHTML(n *ast.RawHTML) document.Inlines {
	var b strings.Builder
	start := c.offset(n)
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		b.Write(s.Value(c.src))
		c.verbatim = append(c.verbatim, span{s.Start, s.Stop})
		if i == 0 {
			start = s.Start
		}
	}
	written := b.String()
	switch {
	case comments().MatchString(written):
		if c.opts.Remark != nil {
			return document.Inlines{c.opts.Remark(written)}
		}
	case lineBreak().MatchString(written):
		return document.Inlines{&document.LineBreak{}}
	default:
		c.problem("html", start, "HTML is not allowed", htmlHint)
	}
	return nil
}

// plain is a node's text where nothing but text can be: a heading, a
// caption, the words for a picture. It has one language.
func (c *converter) plain(n ast.Node, where string) (words, lang string) {
	return c.plainOf(c.inlines(n), n, where)
}

// plainOf is the content of n as plain does it.
func (c *converter) plainOf(content document.Inlines, n ast.Node, where string) (words, lang string) {
	if mark := footnoteIn(n); mark != nil {
		c.problem("misplaced-footnote", c.offset(mark), "a footnote can't be marked in a "+where, "mark it in the text")
	}
	c.lostLinks(content, c.offset(n), where)
	return strings.TrimSpace(content.String()), c.oneLanguage(content, c.offset(n), where)
}

// lostLinks are those whose address would not be printed.
func (c *converter) lostLinks(content document.Inlines, at int, where string) {
	w := document.Walker{Inline: func(i document.Inline) error {
		if l, ok := i.(*document.Link); ok && !strings.Contains(l.URL, l.Content.String()) {
			c.problem("misplaced-link", at, fmt.Sprintf("a %s can't have a link: %q would lead nowhere", where, l.Content), "put it into the text")
		}
		return nil
	}}
	_ = w.Inlines(content) // the function doesn't fail
}

func footnoteIn(n ast.Node) ast.Node {
	for child := range children(n) {
		if _, ok := child.(*extast.FootnoteLink); ok {
			return child
		}
		if found := footnoteIn(child); found != nil {
			return found
		}
	}
	return nil
}
