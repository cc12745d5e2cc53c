package yamlpos

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"apr/internal/source"
)

// file is the text of one YAML file with the places of its lines.
type file struct {
	name string
	data []byte
	// lines are the offsets at which lines begin.
	lines []int
	// signs are where remarks may begin; see remarks.
	signs []int
}

func newFile(name string, data []byte) *file {
	f := &file{name: name, data: bytes.TrimPrefix(data, []byte("\ufeff")), lines: []int{0}}
	for i, c := range f.data {
		// A carriage return ends a line unless a line feed follows: YAML 1.2, 5.4.
		if c == '\n' || c == '\r' && (i+1 == len(f.data) || f.data[i+1] != '\n') {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}

// at is the position of a line and column.
func (f *file) at(line, column int) source.Position {
	return source.Position{File: f.name, Line: line, Column: column}
}

// line is a line's text without its end, "" behind the last.
func (f *file) line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	end := len(f.data)
	if n < len(f.lines) {
		end = f.lines[n]
	}
	return strings.TrimRight(string(f.data[f.lines[n-1]:end]), "\r\n")
}

// offset is the byte at a line and column, columns counted in code points.
func (f *file) offset(line, column int) int {
	if line < 1 || line > len(f.lines) {
		return len(f.data)
	}
	o := f.lines[line-1]
	for range column - 1 {
		if o >= len(f.data) {
			break
		}
		_, n := utf8.DecodeRune(f.data[o:])
		o += n
	}
	return o
}

// parse reads the file's one document. The node is nil where the file has
// nothing in it; a file with a problem has neither.
func (f *file) parse() (*yaml.Node, *source.Problem) {
	if p := f.characters(); p != nil {
		return nil, p
	}
	if p := f.conflict(); p != nil {
		return nil, p
	}
	d := yaml.NewDecoder(bytes.NewReader(f.data))
	var document, second yaml.Node
	switch err := d.Decode(&document); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, f.syntaxProblem(err)
	}
	switch err := d.Decode(&second); {
	case errors.Is(err, io.EOF):
	case err != nil:
		return nil, f.syntaxProblem(err)
	default:
		return nil, &source.Problem{
			Code:     "several-documents",
			Position: f.at(max(second.Line, 1), max(second.Column, 1)),
			Message:  "a second YAML document begins here; a file holds one",
			Hint:     `remove the line "---", or move what follows it to a file of its own`,
		}
	}
	if len(document.Content) == 0 {
		return nil, nil
	}
	return document.Content[0], nil
}

// parseToEdit parses a file that is to be changed. A key that isn't a text is a problem
// there too: values are found by their keys.
func (f *file) parseToEdit() (*yaml.Node, *source.Problem) {
	root, problem := f.parse()
	if problem != nil {
		return nil, problem
	}
	if key := oddKey(root); key != nil {
		is := article(key)
		if isBlock(key) {
			is = "one on lines of its own"
		}
		return nil, &source.Problem{Code: "wrong-type", Position: f.at(key.Line, key.Column), Message: "a key must be a text, not " + is}
	}
	return root, nil
}

// isBlock reports whether a text is written below a "|" or ">".
func isBlock(n *yaml.Node) bool { return n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 }

// oddKey is the first key below a node that isn't a text on its line, nil for none.
func oddKey(n *yaml.Node) *yaml.Node {
	if n == nil {
		return nil
	}
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 && (child.Kind != yaml.ScalarNode || isBlock(child)) {
			return child
		}
		if key := oddKey(child); key != nil {
			return key
		}
	}
	return nil
}

// characters finds what no text file of the project may contain: bytes that
// aren't UTF-8, control characters, and line ends that editors don't count.
func (f *file) characters() *source.Problem {
	if bytes.HasPrefix(f.data, []byte("\xff\xfe")) || bytes.HasPrefix(f.data, []byte("\xfe\xff")) {
		return &source.Problem{Code: "encoding", Position: f.at(1, 1),
			Message: "the file is UTF-16; expected UTF-8", Hint: "save it again with the encoding UTF-8"}
	}
	for n, start := range f.lines {
		end := len(f.data)
		if n+1 < len(f.lines) {
			end = f.lines[n+1]
		}
		if p := f.lineCharacters(n+1, f.data[start:end]); p != nil {
			return p
		}
	}
	return nil
}

func (f *file) lineCharacters(line int, text []byte) *source.Problem {
	for column := 1; len(text) > 0; column++ {
		if c := text[0]; c >= ' ' && c < 0x7f {
			text = text[1:]
			continue
		}
		r, n := utf8.DecodeRune(text)
		message, hint := "", "delete it"
		switch {
		case r == utf8.RuneError && n == 1:
			message = fmt.Sprintf("the byte 0x%02X is not UTF-8", text[0])
			hint = "save the file again with the encoding UTF-8"
		case r == '\u0085' || r == '\u2028' || r == '\u2029' || isControl(r):
			message = fmt.Sprintf("the invisible character U+%04X can't be in a YAML file", r)
			hint = "delete it, or replace it by a line break; word processors paste such characters"
		case r == '\ufffe' || r == '\uffff':
			message = fmt.Sprintf("U+%04X is not a character", r)
		}
		if message != "" {
			return &source.Problem{Code: "encoding", Position: f.at(line, column), Message: message, Hint: hint}
		}
		text = text[n:]
	}
	return nil
}

// isControl reports a control character other than tab and line end.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0x7f && r < 0xa0
}

// Find is where a text first is in a file as it is written; ok is false
// where it doesn't.
func Find(name string, data []byte, text string) (at source.Position, ok bool) {
	f := newFile(name, data)
	i := bytes.Index(f.data, []byte(text))
	if i < 0 {
		return at, false
	}
	line := 1
	for line < len(f.lines) && f.lines[line] <= i {
		line++
	}
	return f.at(line, 1+len([]rune(string(f.data[f.lines[line-1]:i])))), true
}

// byteOrderMark is the mark that a file begins with, empty for none.
func byteOrderMark(data []byte) []byte {
	return data[:len(data)-len(bytes.TrimPrefix(data, []byte("\ufeff")))]
}

// lineBreak is how the file's lines end: as on Windows where any does.
func (f *file) lineBreak() string {
	if bytes.Contains(f.data, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}
