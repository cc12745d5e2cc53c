package prose

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Passages are stretches of text with attributes, written as in Pandoc's
// Markdown: [words]{lang=gd} within a line, or blocks between a line
// "::: {lang=gd}" and a line ":::". What the attributes mean is the
// converter's to say.

// brackets are the passages in brackets that a text may have, found in one
// pass, because to look for the end from each bracket would take a time that
// grows with the square of their number.
type brackets struct {
	closes map[int]int // from a "[" to its "]"
	opened map[int]*bracketNode
}

var bracketsKey = parser.NewContextKey()

// findBrackets pairs brackets and keeps the pairs that attributes follow. Code
// and escapes that hide a bracket from Markdown are for the parser to see.
func findBrackets(src []byte) *brackets {
	b := &brackets{closes: map[int]int{}, opened: map[int]*bracketNode{}}
	var open []int
	for i := 0; i < len(src); i++ {
		switch src[i] {
		case '\\':
			i++
		case '[':
			open = append(open, i)
		case ']':
			if len(open) == 0 {
				continue
			}
			if attributesEnd(src, i+1) > 0 {
				b.closes[open[len(open)-1]] = i
			}
			open = open[:len(open)-1]
		}
	}
	return b
}

// attributesEnd is the offset behind "{…}" at an offset, on one line; 0 where
// there are none. Two braces are a reference to data.
func attributesEnd(src []byte, at int) int {
	if at >= len(src) || src[at] != '{' || at+1 < len(src) && src[at+1] == '{' {
		return 0
	}
	n := bytes.IndexAny(src[at:], "}\n")
	if n < 0 || src[at+n] != '}' {
		return 0
	}
	return at + n + 1
}

// bracketNode is a "[" that may begin a passage. One that stays in the tree
// began none, and is text.
type bracketNode struct {
	ast.BaseInline
	at     int
	bottom ast.Node // the last emphasis mark before it
}

// passageNode is text in brackets with attributes.
type passageNode struct {
	ast.BaseInline
	attributes span // what is between the braces
}

// divisionNode is blocks between colons. One without attributes is a line of
// colons that ends nothing.
type divisionNode struct {
	ast.BaseBlock
	attributes    span
	braced        bool // the attributes are in braces
	ended, opened bool
}

var (
	kindBracket  = ast.NewNodeKind("Bracket")
	kindPassage  = ast.NewNodeKind("Passage")
	kindDivision = ast.NewNodeKind("Division")
)

func (*bracketNode) Kind() ast.NodeKind  { return kindBracket }
func (*passageNode) Kind() ast.NodeKind  { return kindPassage }
func (*divisionNode) Kind() ast.NodeKind { return kindDivision }

func (n *bracketNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

func (n *passageNode) Dump(source []byte, level int) { dump(n, source, level, n.attributes) }

func (n *divisionNode) Dump(source []byte, level int) { dump(n, source, level, n.attributes) }

func dump(n ast.Node, source []byte, level int, attributes span) {
	ast.DumpHelper(n, source, level, map[string]string{"Attributes": strconv.Quote(string(source[attributes.start:attributes.end]))}, nil)
}

// passageParser makes passages of brackets. It comes before the parser of
// links, which would take every bracket.
type passageParser struct{}

func (passageParser) Trigger() []byte { return []byte{'[', ']'} }

func (passageParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	b, _ := pc.Get(bracketsKey).(*brackets)
	line, segment := block.PeekLine()
	at := segment.Start
	if line[0] == '[' {
		end, found := b.closes[at]
		if !found {
			return nil
		}
		n := &bracketNode{at: at}
		if last := pc.LastDelimiter(); last != nil {
			n.bottom = last
		}
		b.opened[end] = n
		block.Advance(1)
		return n
	}
	open := b.opened[at]
	end := attributesEnd(block.Source(), at+1)
	if open == nil || open.Parent() != parent || unfinished(open) || end > segment.Stop {
		return nil
	}
	parser.ProcessDelimiters(open.bottom, pc)
	n := &passageNode{attributes: span{at + len("]{"), end - len("}")}}
	n.SetPos(open.at)
	for c := open.NextSibling(); c != nil; {
		next := c.NextSibling()
		n.AppendChild(n, c)
		c = next
	}
	parent.RemoveChild(parent, open)
	block.Advance(end - at)
	return n
}

// unfinished reports whether a link begins behind a bracket and hasn't ended.
func unfinished(open ast.Node) bool {
	for n := open.NextSibling(); n != nil; n = n.NextSibling() {
		if n.Kind().String() == "LinkLabelState" || n.Kind() == kindBracket {
			return true
		}
	}
	return false
}

// divisionParser makes divisions of lines of colons. They can be within each
// other; a line of colons ends the innermost.
type divisionParser struct{}

func (divisionParser) Trigger() []byte { return []byte{':'} }

func (divisionParser) CanInterruptParagraph() bool { return true }

func (divisionParser) CanAcceptIndentedLine() bool { return false }

func (divisionParser) Close(ast.Node, text.Reader, parser.Context) {}

// colons is what is behind three colons or more on the reader's line, and
// its offset; found is false on any other line.
func colons(reader text.Reader) (rest []byte, at int, found bool) {
	line, segment := reader.PeekLine()
	width, pos := util.IndentWidth(line, reader.LineOffset())
	if width > 3 || pos >= len(line) {
		return nil, 0, false
	}
	after := bytes.TrimLeft(line[pos:], ":")
	if n := len(line) - pos - len(after); n < 3 {
		return nil, 0, false
	}
	rest = bytes.TrimLeft(after, " \t")
	at = segment.Start + len(line) - len(rest) - segment.Padding
	return bytes.TrimRight(rest, " \t\r\n"), at, true
}

// toLineEnd passes over the line except for its end, so that nothing opens in it.
func toLineEnd(reader text.Reader) {
	line, segment := reader.PeekLine()
	if n := len(bytes.TrimRight(line, "\n")); n > 0 {
		reader.Advance(n + segment.Padding)
	}
}

func (divisionParser) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	rest, at, found := colons(reader)
	if !found {
		return nil, parser.NoChildren
	}
	toLineEnd(reader)
	n := &divisionNode{attributes: span{at, at + len(rest)}, opened: len(rest) > 0}
	if inner, braced := bytes.CutPrefix(rest, []byte("{")); braced && bytes.HasSuffix(inner, []byte("}")) {
		n.attributes, n.braced = span{at + 1, at + len(rest) - 1}, true
	}
	if !n.opened {
		return n, parser.NoChildren
	}
	return n, parser.HasChildren
}

func (divisionParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n, _ := node.(*divisionNode)
	if !n.opened {
		return parser.Close
	}
	if rest, _, found := colons(reader); found && len(rest) == 0 && innermost(n, pc) {
		n.ended = true
		toLineEnd(reader)
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

// innermost reports whether no other division and no code is open within n.
func innermost(n *divisionNode, pc parser.Context) bool {
	blocks := pc.OpenedBlocks()
	for i := len(blocks) - 1; i >= 0; i-- {
		switch blocks[i].Node.(type) {
		case *divisionNode:
			return blocks[i].Node == n
		case *ast.FencedCodeBlock:
			return false
		}
	}
	return false
}
