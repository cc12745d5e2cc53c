package prose

import (
	"bytes"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"apr/internal/project/reference"
)

// markdown is the parser of the narrative's Markdown; it holds no state of a
// text.
var markdown = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(divisionParser{}, 90),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(extension.NewFootnoteBlockParser(), 999))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(pictureAttributesParser{}, 49),
			util.Prioritized(referenceParser{}, 50),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(passageParser{}, 102))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
	)
})

var referencesKey = parser.NewContextKey()

// referenceNode is a reference to data in the Markdown.
type referenceNode struct {
	ast.BaseInline
	reference reference.Reference
}

var kindReference = ast.NewNodeKind("DataReference")

func (n *referenceNode) Kind() ast.NodeKind { return kindReference }

func (n *referenceNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Reference": n.reference.String()}, nil)
}

// referenceParser makes nodes of the references that were found in the text
// before, so that both agree on what a reference is.
type referenceParser struct{}

func (referenceParser) Trigger() []byte { return []byte{'{'} }

func (referenceParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	references, _ := pc.Get(referencesKey).(map[int]reference.Reference)
	_, segment := block.PeekLine()
	reference, ok := references[segment.Start]
	if !ok {
		return nil
	}
	for {
		line, segment := block.PeekLine()
		if line == nil || segment.Start >= reference.End {
			return nil // another block begins within the reference
		}
		if segment.Stop >= reference.End {
			block.Advance(reference.End - segment.Start + segment.Padding)
			return &referenceNode{reference: reference}
		}
		block.AdvanceLine()
	}
}

// resolve is Markdown text as the reader sees it: backslash escapes and
// character references become characters.
func resolve(raw []byte) string {
	if !strings.ContainsAny(string(raw), `\&`) {
		return string(raw)
	}
	var out []byte
	for len(raw) > 0 {
		value, n := escape(raw)
		out = append(out, value...)
		raw = raw[n:]
	}
	return string(out)
}

// escape is the character that text begins with, and how many bytes of the
// text write it.
func escape(raw []byte) (value []byte, n int) {
	switch {
	case raw[0] == '\\' && len(raw) > 1 && util.IsPunct(raw[1]):
		return raw[1:2], 2
	case raw[0] == '&':
		if end := bytes.IndexByte(raw[:min(len(raw), 40)], ';'); end > 0 {
			return util.ResolveEntityNames(util.ResolveNumericReferences(raw[:end+1])), end + 1
		}
	}
	return raw[:1], 1
}
