package templates

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/internal/source"
)

// How large a template may be, in bytes. apr's own have a tenth of it. Escaping
// takes time that grows with the square of a page that is all tags.
const (
	maxPage  = 32 << 10
	maxStyle = 128 << 10
)

// maxNumber is the largest number that a template may write, for a template may
// count up to it.
const maxNumber = 9

// functions are those that a page may call. What formats text could make very
// much of it from little.
var functions = []string{"and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge"}

// Check says what is wrong with a project's own template before there is a
// report to put into it.
func Check(name, text string) []*source.Problem {
	file, most := path.Join(Folder, name), maxPage
	if name == Style {
		most = maxStyle
	}
	switch {
	case len(text) > most:
		return []*source.Problem{{Code: "too-large", Position: source.Position{File: file},
			Message: fmt.Sprintf("the template has more than %d kB", most>>10), Hint: "apr's own has a tenth of that; apr template " + name + " prints it"}}
	case !utf8.ValidString(text):
		return []*source.Problem{{Code: "encoding", Position: source.Position{File: file}, Message: "the template isn't UTF-8 text", Hint: "save it as UTF-8"}}
	case name == Style:
		return StyleProblems(text)
	}
	t, err := ParsePage(text)
	if err != nil {
		return []*source.Problem{PageProblem(err)}
	}
	// Escaping comes before execution, and may find that the HTML is torn.
	var torn *template.Error
	if err := t.Execute(io.Discard, nil); errors.As(err, &torn) {
		return []*source.Problem{PageProblem(err)}
	}
	return nil
}

// ParsePage reads a page that a project has in the place of apr's. It may show
// what it is given, ask and repeat, and no more: such a page ends.
func ParsePage(text string) (*template.Template, error) {
	t, err := template.New(Page).Parse(text)
	if err != nil {
		return nil, err
	}
	c := pageChecker{text: text}
	if len(t.Templates()) > 1 {
		at := definition().FindStringIndex(text)
		if at == nil {
			at = []int{0}
		}
		return nil, &PageError{At: position(text, at[0]), Message: "a page can't define other templates"}
	}
	if t.Tree != nil {
		c.list(t.Tree.Root, false)
	}
	return t, c.err
}

// definition begins a template within a page.
var definition = lazyregexp.Lazy(`\{\{-?\s*(?:define|block)\b`)

// PageError is what a page does that a page can't do.
type PageError struct {
	At      source.Position
	Message string
}

// Error makes it an error.
func (e *PageError) Error() string { return e.Message }

// templateError is how text/template and html/template begin their messages.
var templateError = lazyregexp.Lazy(`^(?:html/)?template: ?` + regexp.QuoteMeta(Page) + `:(\d+)(?::(\d+))?: (?s:(.*))$`)

// PageProblem is an error of reading or filling in a page, with its place.
func PageProblem(err error) *source.Problem {
	p := &source.Problem{Code: "template", Position: source.Position{File: path.Join(Folder, Page)}, Message: err.Error(),
		Hint: "apr template " + Page + " prints the page that works"}
	if own, ok := errors.AsType[*PageError](err); ok {
		p.Position = own.At
		p.Hint = "a page can show values, and has if, with and range, and the functions " + strings.Join(functions, ", ")
		return p
	}
	if m := templateError().FindStringSubmatch(err.Error()); m != nil {
		p.Position.Line, _ = strconv.Atoi(m[1])
		if column, err := strconv.Atoi(m[2]); err == nil {
			p.Position.Column = column + 1
		}
		p.Message = strings.TrimPrefix(m[3], `executing "`+Page+`" at `)
	}
	p.Message = strings.Join(strings.Fields(p.Message), " ")
	return p
}

// pageChecker walks a page's tree and keeps the first thing that can't be.
type pageChecker struct {
	text string
	err  error
}

func (c *pageChecker) refuse(n parse.Node, format string, args ...any) {
	if c.err == nil {
		c.err = &PageError{At: position(c.text, int(n.Position())), Message: fmt.Sprintf(format, args...)}
	}
}

// list checks nodes; within is true in a range, in which there is no other.
func (c *pageChecker) list(l *parse.ListNode, within bool) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			c.pipe(n.Pipe)
		case *parse.IfNode:
			c.branch(&n.BranchNode, within)
		case *parse.WithNode:
			c.branch(&n.BranchNode, within)
		case *parse.RangeNode:
			if within {
				c.refuse(n, "a range can't be in another")
			}
			c.branch(&n.BranchNode, true)
		case *parse.TemplateNode:
			c.refuse(n, "a page can't take in other templates")
		}
	}
}

func (c *pageChecker) branch(b *parse.BranchNode, within bool) {
	c.pipe(b.Pipe)
	c.list(b.List, within)
	c.list(b.ElseList, within)
}

func (c *pageChecker) pipe(p *parse.PipeNode) {
	if p == nil {
		return
	}
	for _, command := range p.Cmds {
		for _, arg := range command.Args {
			switch arg := arg.(type) {
			case *parse.PipeNode:
				c.pipe(arg)
			case *parse.ChainNode:
				if inner, ok := arg.Node.(*parse.PipeNode); ok {
					c.pipe(inner)
				}
			case *parse.IdentifierNode:
				if !slices.Contains(functions, arg.Ident) {
					c.refuse(arg, "a page can't call the function %s", arg.Ident)
				}
			case *parse.NumberNode:
				if !arg.IsInt || arg.Int64 < 0 || arg.Int64 > maxNumber {
					c.refuse(arg, "a page can't use the number %s; expected 0 to %d", arg.Text, maxNumber)
				}
			}
		}
	}
}

// position is the place of a byte of a page.
func position(text string, offset int) source.Position {
	before := text[:min(offset, len(text))]
	return PositionIn(Page, before)
}

// PositionIn is the place in a project's own template at which the text before ends.
func PositionIn(name, before string) source.Position {
	line := strings.LastIndexByte(before, '\n') + 1
	return source.Position{File: path.Join(Folder, name), Line: strings.Count(before, "\n") + 1, Column: len([]rune(before[line:])) + 1}
}
