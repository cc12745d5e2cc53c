// Package source says where things were read: a line of a text file or a cell
// of a sheet. Every value that apr shows can be followed back to a Position.
package source

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Position is a place in an input. Lines and columns count from 1, columns in
// code points; zero means unknown or not applicable. File is relative to the
// project folder and uses forward slashes.
type Position struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Sheet  string `json:"sheet,omitempty"`
	Cell   string `json:"cell,omitempty"`
	// Page and Paragraph count from 1 in a finished PDF or Word file: Paragraph on
	// the page, or in the whole of a file whose pages aren't known. A row of a table
	// counts as one paragraph.
	Page      int `json:"page,omitempty"`
	Paragraph int `json:"paragraph,omitempty"`
}

// IsZero reports whether p says nothing.
func (p Position) IsZero() bool { return p == Position{} }

// After is the place behind text that begins at p and stays in its line.
func (p Position) After(text string) Position {
	if p.Line > 0 {
		p.Column += utf8.RuneCountInString(text)
	}
	return p
}

// String is the form that terminals and editors make clickable:
// file:line:column for text, file!Sheet!Cell for a workbook. What a finished file
// has at a page is at "file (page 3, paragraph 2)".
func (p Position) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	if p.Sheet != "" {
		b.WriteString("!" + p.Sheet)
	}
	if p.Cell != "" {
		b.WriteString("!" + p.Cell)
	}
	switch {
	case p.Page > 0 && p.Paragraph > 0:
		fmt.Fprintf(&b, " (page %d, paragraph %d)", p.Page, p.Paragraph)
	case p.Page > 0:
		fmt.Fprintf(&b, " (page %d)", p.Page)
	case p.Paragraph > 0:
		fmt.Fprintf(&b, " (paragraph %d)", p.Paragraph)
	}
	return b.String()
}

// Place is where in its file or sheet a position is, for a sentence that has named
// those: the cell, or "line 7".
func (p Position) Place() string {
	if p.Cell != "" {
		return p.Cell
	}
	return fmt.Sprintf("line %d", p.Line)
}

// Compare orders positions by file, page, paragraph, line, column, sheet and cell.
func (p Position) Compare(q Position) int {
	return cmp.Or(
		cmp.Compare(p.File, q.File),
		cmp.Compare(p.Page, q.Page),
		cmp.Compare(p.Paragraph, q.Paragraph),
		cmp.Compare(p.Line, q.Line),
		cmp.Compare(p.Column, q.Column),
		cmp.Compare(p.Sheet, q.Sheet),
		cmp.Compare(len(p.Cell), len(q.Cell)), // I9 before I10
		cmp.Compare(p.Cell, q.Cell),
	)
}

// Related is another place that bears on a problem, and what it is.
type Related struct {
	Position Position `json:"position"`
	Message  string   `json:"message"`
}

// Problem is one thing wrong with an input, worded for whoever must repair it.
// Fatal problems stop the work (exit code 3); the others become findings.
type Problem struct {
	// Code is short and permanent, such as "duplicate-observation"; the rules
	// use it to give the problem its level.
	Code     string
	Position Position
	// Message says what is wrong and what was expected.
	Message string
	// Hint says what to do, with the nearest right name where there is one.
	Hint    string
	Related []Related
	// About is what the problem is about where an answer in apr.yaml may name it,
	// such as a ledger's file; "" where it can't be answered.
	About string
	// Likely is true where the problem is almost certainly a mistake.
	Likely bool
}

// Error makes a Problem an error.
func (p *Problem) Error() string {
	s := p.Message
	if !p.Position.IsZero() {
		s = p.Position.String() + ": " + s
	}
	if p.Hint != "" {
		s += "\n    " + p.Hint
	}
	return s
}

// Problems collects what is wrong, so that it is reported at once and not one
// problem a run. The zero value is ready for use; it is not safe for
// concurrent use.
type Problems struct{ list []*Problem }

// Add records a problem.
func (ps *Problems) Add(p *Problem) { ps.list = append(ps.list, p) }

// Addf records a problem with a formatted message and no hint.
func (ps *Problems) Addf(code string, pos Position, format string, args ...any) {
	ps.Add(&Problem{Code: code, Position: pos, Message: fmt.Sprintf(format, args...)})
}

// Merge records what other collected.
func (ps *Problems) Merge(other *Problems) { ps.list = append(ps.list, other.list...) }

// TakeFrom adds the problems of an [InputError]. Another error comes back as it is.
func (ps *Problems) TakeFrom(err error) error {
	input, ok := errors.AsType[*InputError](err)
	if !ok {
		return err
	}
	ps.list = append(ps.list, input.Problems...)
	return nil
}

// List is what was collected, in order of position.
func (ps *Problems) List() []*Problem {
	list := slices.Clone(ps.list)
	slices.SortStableFunc(list, func(a, b *Problem) int {
		return cmp.Or(a.Position.Compare(b.Position), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	return list
}

// Err is nil when nothing was collected, else an *InputError.
func (ps *Problems) Err() error {
	if len(ps.list) == 0 {
		return nil
	}
	return &InputError{Problems: ps.List()}
}

// InputError says that inputs can't be used, and everything that is wrong
// with them.
type InputError struct{ Problems []*Problem }

// maxReported is how many problems an error prints: a file may have one on each of
// its lines.
const maxReported = 200

func (e *InputError) Error() string {
	var b strings.Builder
	for i, p := range e.Problems {
		if i > 0 {
			b.WriteByte('\n')
		}
		if i == maxReported {
			fmt.Fprintf(&b, "and %d more", len(e.Problems)-i)
			break
		}
		b.WriteString(p.Error())
	}
	return b.String()
}
