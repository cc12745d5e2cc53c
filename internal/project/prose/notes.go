package prose

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"apr/internal/document"
	"apr/internal/lazyregexp"
)

// mark is a footnote's mark. The note is made at its first.
func (c *converter) mark(n *extast.FootnoteLink) document.Inlines {
	c.marks[c.offset(n)] = true
	if c.inNote {
		c.problem("misplaced-footnote", c.offset(n), "a footnote can't have a footnote", "")
		return nil
	}
	note := c.notes[n.Index]
	if note == nil {
		note = c.note(c.footnotes[n.Index])
		c.notes[n.Index] = note
	}
	return document.Inlines{&document.NoteMark{Note: note}}
}

// note makes a footnote from its definition: paragraphs, one line each.
func (c *converter) note(f *extast.Footnote) *document.Note {
	around := c.lang
	c.inNote, c.lang = true, "" // it is elsewhere, in its own language
	defer func() { c.inNote, c.lang = false, around }()
	var content document.Inlines
	misplaced := false
	for child := range children(f) {
		switch child.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			if line := c.inlines(child); len(line) > 0 {
				if len(content) > 0 {
					content = append(content, &document.LineBreak{})
				}
				content = append(content, line...)
			}
		case *extast.FootnoteBacklink:
		default:
			misplaced = true
			c.problem("misplaced-block", c.offset(child), "a footnote can only have paragraphs", "")
		}
	}
	if len(content) == 0 && !misplaced {
		c.problem("empty-footnote", c.offset(f), fmt.Sprintf("the footnote [^%s] has no text", f.Ref), "")
	}
	if c.opts.NewNote != nil {
		return c.opts.NewNote(content)
	}
	c.noteSeen++
	return &document.Note{Number: c.noteSeen, ID: fmt.Sprintf("note-%d", c.noteSeen), Content: content}
}

// footnoteMark is how Markdown writes a mark, or with a colon at the beginning
// of a line a definition.
var footnoteMark = lazyregexp.Lazy(`\[\^([^\]\s]+)\](:)?`)

// lost finds what the Markdown parser passes over in silence: footnotes
// without a definition or without a mark, and references in places that aren't
// text.
func (c *converter) lost() {
	if len(c.problems.List()) > 0 {
		return // what follows from those isn't reported as well
	}
	used := map[string]bool{}
	for _, f := range c.footnotes {
		used[string(f.Ref)] = true
	}
	defined := map[string]bool{}
	for _, m := range footnoteMark().FindAllSubmatchIndex(c.src, -1) {
		start, label := m[0], string(c.src[m[2]:m[3]])
		line := c.src[bytes.LastIndexByte(c.src[:start], '\n')+1 : start]
		definition := m[4] >= 0 && len(bytes.TrimLeft(line, " >")) == 0
		switch {
		case c.covered(start) || start > 0 && c.src[start-1] == '\\' || c.marks[start]:
		case definition && defined[label]:
			c.problem("repeated-footnote", start, fmt.Sprintf("the footnote [^%s] is given twice: what stands here isn't printed", label),
				"give it a label of its own, such as [^"+label+"2], and its mark in the text the same; or delete it")
		case definition && used[label]:
			defined[label] = true
		case definition:
			c.problem("unused-footnote", start, fmt.Sprintf("the footnote [^%s] is marked nowhere in the text", label), "")
		default:
			c.problem("missing-footnote", start, fmt.Sprintf("the footnote [^%s] has no text", label),
				fmt.Sprintf("add it below the text: [^%s]: …", label))
		}
	}
	for _, r := range c.sortedReferences() {
		if !c.used[r.Start] && !c.covered(r.Start) {
			c.problem("misplaced-reference", r.Start, "a reference to data can't be used here", "put it into the text; within quotations and lists keep it on one line")
		}
	}
}
