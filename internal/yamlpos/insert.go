package yamlpos

import (
	"bytes"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Insert gives a YAML file with lines added at the end of the list or mapping at a path.
// The lines are written as at the margin: they get the indent of what is there. Every
// byte of the file stays. An empty list, [], becomes one of lines. It is an error where
// the lines can't be added, such as to a list between brackets; what comes of it was
// read again.
func Insert(name string, data []byte, path string, lines []string) ([]byte, error) {
	f, mark, p, err := openAt(name, data, path)
	if err != nil {
		return nil, err
	}
	from, to, indent, err := f.room(p)
	if err != nil {
		return nil, err
	}
	end := f.lineBreak()
	var b bytes.Buffer
	b.Write(mark)
	b.Write(bytes.TrimRight(f.data[:from], " "))
	b.Write(f.data[to:lineEndAt(f.data, to)])
	for _, l := range lines {
		b.WriteString(end)
		if l != "" {
			b.WriteString(strings.Repeat(" ", indent) + l)
		}
	}
	rest := f.data[lineEndAt(f.data, to):]
	if len(rest) == 0 {
		b.WriteString(end)
	}
	b.Write(rest)
	was, is := scalars(name, data), scalars(name, b.Bytes())
	for at, v := range was {
		if now, found := is[at]; !strings.HasSuffix(at, "#") && at != path && (!found || now != v) {
			return nil, fmt.Errorf("%s: nothing can be added here; write what is there as lines, with the indent of YAML", f.at(p.node.Line, p.node.Column))
		}
	}
	if len(is) <= len(was) && len(lines) > 0 {
		return nil, fmt.Errorf("%s: nothing can be added here; write what is there as lines, with the indent of YAML", f.at(p.node.Line, p.node.Column))
	}
	return b.Bytes(), nil
}

// lineEndAt is where the line of an offset ends.
func lineEndAt(data []byte, at int) int {
	if i := bytes.IndexAny(data[at:], "\r\n"); i >= 0 {
		return at + i
	}
	return len(data)
}

// room is where lines can be added to a list or mapping: what goes between from and to,
// the brackets of an empty list, and the new lines' indent.
func (f *file) room(p place) (from, to, indent int, err error) {
	n := p.node
	empty := n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value == ""
	switch {
	case p.flow || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0:
	case empty && p.key != nil:
		at := f.offset(p.key.Line, p.key.Column) + len(p.key.Value)
		if colon := bytes.IndexByte(f.data[at:], ':'); colon >= 0 {
			at += colon + 1
			return at, at, p.key.Column + 1, nil
		}
	case n.Kind == yaml.SequenceNode && len(n.Content) == 0 && p.key != nil:
		at := f.offset(n.Line, n.Column)
		if c := bytes.IndexByte(f.data[at:], ']'); c >= 0 {
			return at, at + c + 1, p.key.Column + 1, nil
		}
	case (n.Kind == yaml.SequenceNode || n.Kind == yaml.MappingNode) && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0:
		at := f.lineEnd(f.lastLine(n))
		return at, at, n.Column - 1, nil
	}
	return 0, 0, 0, fmt.Errorf("%s: what is between brackets can't be added to; write each entry on a line of its own, after a dash", f.at(n.Line, n.Column))
}

// lastLine is the last line of a list or mapping that is written in lines.
func (f *file) lastLine(n *yaml.Node) int {
	indent, last := n.Column-1, n.Line
	for l := n.Line + 1; l <= len(f.lines); l++ {
		text := f.line(l)
		in := indentOf(text)
		switch rest := text[in:]; {
		case rest == "":
			continue
		case in < indent, in == indent && n.Kind == yaml.SequenceNode && !strings.HasPrefix(rest, "-") && !strings.HasPrefix(rest, "#"):
			return last
		case in <= indent && strings.HasPrefix(rest, "#"):
			continue // a remark, on what follows as a rule
		}
		last = l
	}
	return last
}
