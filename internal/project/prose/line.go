package prose

import (
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"apr/internal/document"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// lineMarkdown is the parser of a line, in which nothing begins a list, a heading or
// another block: "- 5" is a number.
var lineMarkdown = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 100)),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(referenceParser{}, 50),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(passageParser{}, 102))...),
	)
})

// broken are lines as one, in which each ends with a break.
func broken(text string) string {
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		if strings.HasSuffix(line, `\`) { // it would make the break a text
			line += " "
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "<br>")
}

// Line reads a text as one line, such as a table's cell: words with their emphasis,
// links and references. Where the text goes on in a new line, so does the line.
func Line(t yamlpos.Text, opts Options) (document.Inlines, []*source.Problem) {
	if p := Bounded(t); p != nil {
		return nil, []*source.Problem{p}
	}
	if strings.Contains(t.Markdown, "\n") {
		t = yamlpos.Text{Markdown: broken(t.Markdown), Position: t.Position}
	}
	c := newConverter(t, opts)
	context := parser.NewContext()
	context.Set(referencesKey, c.references)
	context.Set(bracketsKey, findBrackets(c.src))
	root := lineMarkdown().Parse(text.NewReader(c.src), parser.WithContext(context))
	var out document.Inlines
	for n := range children(root) {
		if n.Kind() == ast.KindParagraph {
			out = append(out, c.inlines(n)...)
		}
	}
	c.lost()
	return out, inCell(c.problems.List())
}

// inCell are the problems of a cell, which are all at its place: each is told once.
func inCell(problems []*source.Problem) []*source.Problem {
	var out []*source.Problem
	for _, p := range problems {
		if p.Code == "missing-footnote" {
			p.Message, p.Hint = "a cell can't have a footnote: "+p.Message, "say it in the note below the table, or write a backslash before the bracket where it is meant"
		}
		if !slices.ContainsFunc(out, func(other *source.Problem) bool { return other.Message == p.Message && other.Position == p.Position }) {
			out = append(out, p)
		}
	}
	return out
}
