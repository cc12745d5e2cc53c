package yamlpos

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// ErrNoText says that a file has no text at a path.
var ErrNoText = errors.New("there is no such text in the file")

// Replace gives a YAML file with another value for the text at a path, as EachText
// names it within the file. Every byte that isn't of the text stays: remarks, the order
// of keys, other texts. A text of several lines is written as a literal block. It is an
// error where that can't be done, such as for a text that stands for several by an
// anchor; then nothing is lost, for what would come of it was read again.
func Replace(name string, data []byte, path, value string) ([]byte, error) {
	f, mark, p, err := openAt(name, data, path)
	if err != nil {
		return nil, err
	}
	if p.node.Kind != yaml.ScalarNode || p.node.Anchor != "" || p.node.Style&yaml.TaggedStyle != 0 {
		return nil, fmt.Errorf("%s: the text stands for several, or has a tag; write it out there first", f.at(p.node.Line, p.node.Column))
	}
	for _, written := range f.writings(p, value) {
		out := append(bytes.Clone(mark), written...)
		if sameBut(name, data, out, path, value) {
			return out, nil
		}
	}
	return nil, fmt.Errorf("%s: the text can't be replaced where it is; write it as a literal block (key: |)", f.at(p.node.Line, p.node.Column))
}

// openAt parses a file and finds the value at a path; mark is the byte order mark that
// the file begins with.
func openAt(name string, data []byte, path string) (f *file, mark []byte, p place, err error) {
	mark = byteOrderMark(data)
	f = newFile(name, data)
	root, problem := f.parseToEdit()
	if problem != nil {
		return nil, nil, place{}, problem
	}
	if root != nil {
		p = findPlace(root, "", path, place{})
	}
	if p.node == nil {
		return nil, nil, place{}, ErrNoText
	}
	return f, mark, p, nil
}

// place is a value with its key, and whether it is within brackets or braces.
type place struct {
	node, key *yaml.Node
	flow      bool
}

// findPlace is where the value at a path is; its node is nil for none.
func findPlace(n *yaml.Node, at, path string, p place) place {
	switch {
	case n.Kind == yaml.DocumentNode:
		return findPlace(n.Content[0], at, path, p)
	case at == path && at != "":
		p.node = n
		return p
	case !strings.HasPrefix(path, at):
		return place{}
	}
	inner := place{flow: p.flow || n.Style&yaml.FlowStyle != 0}
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			inner.key = n.Content[i]
			if found := findPlace(n.Content[i+1], Join(at, n.Content[i].Value), path, inner); found.node != nil {
				return found
			}
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			if found := findPlace(item, Item(at, i), path, inner); found.node != nil {
				return found
			}
		}
	}
	return place{}
}

// writings are the file with the value in the text's place, in the ways in which it
// could be written, the best first.
func (f *file) writings(p place, value string) [][]byte {
	n := p.node
	splice := func(from, to int, text string) []byte {
		out := append([]byte{}, f.data[:from]...)
		return append(append(out, text...), f.data[to:]...)
	}
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		_, start := f.content(n)
		s := f.blockSpan(n, start)
		if value == "" {
			return [][]byte{splice(start, s.end, `""`+s.remark)}
		}
		return [][]byte{splice(start, s.end, f.block(value, s.indent, s.parent, s.remark))}
	}
	start, end, ok := f.flowSpan(p)
	if !ok {
		return nil
	}
	space := ""
	if start > 0 && f.data[start-1] == ':' {
		space = " "
	}
	quoted := space + quote(value)
	if p.flow || p.key == nil {
		plain := quote(value)
		if n.Style == 0 {
			plain = written(value, plainValue(), true)
		}
		return [][]byte{splice(start, end, space+plain), splice(start, end, quoted)}
	}
	parent := p.key.Column - 1
	block := space + f.block(value, parent+2, parent, "")
	ways := [][]byte{splice(start, end, block), splice(start, end, quoted)}
	if !strings.Contains(value, "\n") {
		ways = [][]byte{splice(start, end, quoted), splice(start, end, block)}
		if n.Style == 0 && value != "" {
			ways = append([][]byte{splice(start, end, space+value)}, ways...)
		}
	}
	return ways
}

// blockSpan is where the lines of a block end, how far in they are and the key above
// them, and the remark next to its mark.
type blockSpan struct {
	end, indent, parent int
	remark              string
}

func (f *file) blockSpan(n *yaml.Node, start int) blockSpan {
	s := blockSpan{indent: -1}
	line, _ := f.content(n)
	s.parent = indentOf(f.line(line))
	header := string(f.data[start:f.lineEnd(line)])
	if i := strings.IndexByte(header, '#'); i >= 0 {
		s.remark = header[len(strings.TrimRight(header[:i], " \t")):]
	}
	s.end = f.lineEnd(line)
	for l := line + 1; l <= len(f.lines); l++ {
		text := f.line(l)
		if strings.TrimLeft(text, " ") == "" {
			continue
		}
		in := indentOf(text)
		if s.indent < 0 {
			if in <= s.parent && s.parent > 0 || in == 0 {
				break
			}
			s.indent = in
			if digits := strings.Trim(strings.SplitN(header, "#", 2)[0], "|>+- \t"); digits != "" {
				// Told in the header, from the indent of the key.
				if d, err := strconv.Atoi(digits); err == nil {
					s.indent = f.keyIndent(line) + d
				}
			}
		}
		if in < s.indent {
			break
		}
		s.end = f.lineEnd(l)
	}
	s.parent = f.keyIndent(line)
	if s.indent < 0 {
		s.indent = s.parent + 2
	}
	return s
}

// keyIndent is how far in the key of a line is, behind the dashes of a list.
func (f *file) keyIndent(line int) int {
	text := f.line(line)
	in := indentOf(text)
	for strings.HasPrefix(text[in:], "- ") {
		in += 2
		in += indentOf(text[in:])
	}
	return in
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// lineEnd is where a line's text ends, before what ends the line.
func (f *file) lineEnd(line int) int { return f.lines[line-1] + len(f.line(line)) }

// block writes a value as a literal block, without the end of its last line.
func (f *file) block(value string, indent, parent int, remark string) string {
	end := f.lineBreak()
	body := strings.TrimRight(value, "\n")
	var b strings.Builder
	b.WriteByte('|')
	if first := strings.TrimLeft(body, "\n"); strings.HasPrefix(first, " ") || strings.HasPrefix(first, "\t") {
		b.WriteString(strconv.Itoa(max(indent-parent, 1)))
	}
	switch breaks := len(value) - len(body); {
	case breaks == 0:
		b.WriteByte('-')
	case breaks > 1:
		b.WriteByte('+')
		body += strings.Repeat("\n", breaks-1)
	}
	b.WriteString(remark)
	for l := range strings.SplitSeq(body, "\n") {
		b.WriteString(end)
		if l != "" {
			b.WriteString(strings.Repeat(" ", indent) + l)
		}
	}
	return b.String()
}

// flowSpan is where a plain or quoted value is, or where one that isn't there would.
func (f *file) flowSpan(p place) (start, end int, ok bool) {
	n := p.node
	if n.Value == "" && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0 {
		if p.key == nil {
			return 0, 0, false
		}
		at := f.offset(p.key.Line, p.key.Column)
		colon := bytes.IndexByte(f.data[at+len(p.key.Value):], ':')
		if colon < 0 {
			return 0, 0, false
		}
		at += len(p.key.Value) + colon + 1
		return at, at, true
	}
	line, start := f.content(n)
	if start >= len(f.data) {
		return 0, 0, false
	}
	s := flowScanner{file: f, at: start, line: line, col: 1, value: n.Value}
	if q := f.data[start]; (q == '"' || q == '\'') && n.Style != 0 {
		s.quote = q
		s.at++
	}
	if !s.scan() {
		return 0, 0, false
	}
	if s.quote != 0 {
		for s.at < len(f.data) && f.data[s.at] != s.quote {
			s.at++
		}
		s.at++
	}
	return start, min(s.at, len(f.data)), true
}

// quote writes a value in double quotation marks.
func quote(value string) string {
	r := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`)
	return `"` + r.Replace(value) + `"`
}

// sameBut reports whether two files have the same values everywhere, except for the text
// at a path, which the second has as wanted.
func sameBut(name string, was, is []byte, path, value string) bool {
	a, b := scalars(name, was), scalars(name, is)
	if a == nil || b == nil || len(a) != len(b) {
		return false
	}
	for at, v := range a {
		now, found := b[at]
		if !found || at == path && now != value || at != path && now != v {
			return false
		}
	}
	return true
}

// scalars are a file's single values by path, nil where it can't be read.
func scalars(name string, data []byte) map[string]string {
	root, problem := newFile(name, data).parse()
	if problem != nil || root == nil {
		return nil
	}
	out := map[string]string{}
	var walk func(n *yaml.Node, at string)
	walk = func(n *yaml.Node, at string) {
		switch n.Kind {
		case yaml.DocumentNode:
			walk(n.Content[0], at)
		case yaml.MappingNode:
			for i := 0; i+1 < len(n.Content); i += 2 {
				walk(n.Content[i+1], Join(at, n.Content[i].Value))
			}
		case yaml.SequenceNode:
			out[at+"#"] = strconv.Itoa(len(n.Content))
			for i, item := range n.Content {
				walk(item, Item(at, i))
			}
		case yaml.AliasNode:
			out[at] = "*" + n.Value + " " + n.Alias.Value
		default:
			out[at] = n.Value
		}
	}
	walk(root, "")
	return out
}
