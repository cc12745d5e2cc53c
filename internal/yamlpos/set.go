package yamlpos

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"apr/internal/lazyregexp"
)

// Value is a key with its value.
type Value struct{ Key, Value string }

// Open is the value of a key that is written without one, for somebody to fill in. A key
// that is there keeps what it has.
const Open = "\x00"

// Set gives a YAML file with values in the mapping at a path of keys, which is made where
// it is absent. Every byte that isn't of a value that changes stays. It is an error with
// its place where that can't be done, such as in a mapping that stands for several by an
// anchor; what would come of it is read again, so that nothing else changes unseen.
func Set(name string, data []byte, path []string, values ...Value) ([]byte, error) {
	f, at, depth, err := find(name, data, path)
	if err != nil {
		return nil, err
	}
	out, missing := data, values
	if depth == len(path) && at.isMapping() {
		if out, missing, err = replaceValues(name, data, at.node, path, values); err != nil {
			return nil, err
		}
		if len(missing) == 0 {
			return out, nil
		}
		// The values that were replaced have moved what is behind them.
		if f, at, depth, err = find(name, out, path); err != nil {
			return nil, err
		}
	}
	if len(missing) == 0 {
		return out, nil
	}
	added, ok := f.insert(at, path[depth:], missing)
	added = withMark(out, added)
	if !ok || !addsOnly(name, out, added, Mapping{path, missing}) {
		line, column := 1, 1
		if at.node != nil {
			line, column = at.node.Line, at.node.Column
		}
		return nil, fmt.Errorf("%s: %s can't be added here; write it by hand, as a key on a line of its own", f.at(line, column), missing[0].Key)
	}
	return added, nil
}

// find is the place of a mapping in a file that is to be changed, and how many keys of its
// path are there.
func find(name string, data []byte, path []string) (f *file, at place, depth int, err error) {
	f = newFile(name, data)
	root, problem := f.parseToEdit()
	if problem != nil {
		return nil, place{}, 0, problem
	}
	at, depth = f.descend(root, path)
	if at.node != nil && (at.node.Anchor != "" || at.node.Style&yaml.TaggedStyle != 0 || at.node.Kind == yaml.AliasNode) {
		return nil, place{}, 0, fmt.Errorf("%s: what is here stands for several, or has a tag; write it out first", f.at(at.node.Line, at.node.Column))
	}
	return f, at, depth, nil
}

// Mapping is a mapping, by its path of keys, with values that it gets.
type Mapping struct {
	Path   []string
	Values []Value
}

// SetAll is Set for one mapping after the other. Where they are new, what comes of it is
// read again once and not for each of them.
func SetAll(name string, data []byte, mappings []Mapping) ([]byte, error) {
	if out, ok := addAll(name, data, mappings); ok {
		return out, nil
	}
	for _, m := range mappings {
		var err error
		if data, err = Set(name, data, m.Path, m.Values...); err != nil {
			return nil, err
		}
	}
	return data, nil
}

// withMark is a changed file with the byte order mark that it had.
func withMark(was, is []byte) []byte { return append(bytes.Clone(byteOrderMark(was)), is...) }

// addAll adds mappings to a file; ok is false where one is there, or can't be added.
func addAll(name string, data []byte, mappings []Mapping) (out []byte, ok bool) {
	out = data
	for _, m := range mappings {
		f, at, depth, err := find(name, out, m.Path)
		if err != nil || len(m.Values) == 0 || depth == len(m.Path) && at.isMapping() {
			return nil, false
		}
		added, ok := f.insert(at, m.Path[depth:], m.Values)
		if !ok {
			return nil, false
		}
		out = withMark(out, added)
	}
	return out, addsOnly(name, data, out, mappings...)
}

// replaceValues replaces the values that a mapping has; missing are the others.
func replaceValues(name string, data []byte, mapping *yaml.Node, path []string, values []Value) (out []byte, missing []Value, err error) {
	out = data
	for _, v := range values {
		now := valueOf(mapping, v.Key)
		switch {
		case now == nil:
			missing = append(missing, v)
		case v.Value == Open || now.Kind == yaml.ScalarNode && now.Value == v.Value && !isNull(now):
		default:
			if out, err = Replace(name, out, strings.Join(append(slices.Clone(path), v.Key), "."), v.Value); err != nil {
				return nil, nil, err
			}
		}
	}
	return out, missing, nil
}

// valueOf is the value of a mapping's key, nil for none.
func valueOf(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return nil
}

// isMapping reports whether there is a mapping, be it empty.
func (p place) isMapping() bool { return p.node != nil && p.node.Kind == yaml.MappingNode }

// descend follows keys as far as there are any; depth is how many.
func (f *file) descend(root *yaml.Node, path []string) (p place, depth int) {
	p.node = root
	for _, key := range path {
		n := p.node
		if n == nil || n.Kind != yaml.MappingNode {
			return p, depth
		}
		i := 0
		for i < len(n.Content) && n.Content[i].Value != key {
			i += 2
		}
		if i >= len(n.Content) {
			return p, depth
		}
		p = place{node: n.Content[i+1], key: n.Content[i], flow: p.flow || n.Style&yaml.FlowStyle != 0}
		depth++
	}
	return p, depth
}

// insert writes values under further keys into a place.
func (f *file) insert(p place, keys []string, values []Value) ([]byte, bool) {
	n := p.node
	switch {
	case n == nil || p.key == nil && isNull(n):
		return f.below(len(f.lines), f.blockLines(keys, values, 0)), true
	case n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle != 0:
		return f.intoBraces(n, keys, values)
	case n.Kind == yaml.MappingNode && len(n.Content) > 0:
		indent := n.Content[0].Column - 1
		return f.below(f.lastLineWithin(n, indent), f.blockLines(keys, values, indent)), true
	case !isNull(n) || n.Value != "":
		return nil, false
	case p.flow:
		at, _, ok := f.flowSpan(p)
		return f.spliced(at, " {"+flowText(keys, values)+"}"), ok
	}
	return f.below(p.key.Line, f.blockLines(keys, values, p.key.Column+1)), true
}

// below puts lines under a line.
func (f *file) below(line int, lines []string) []byte {
	end := f.lineBreak()
	for line > 1 && strings.TrimSpace(f.line(line)) == "" {
		line--
	}
	text := strings.Join(lines, end)
	switch {
	case len(bytes.TrimSpace(f.data)) == 0:
		return []byte(text + end)
	case line < len(f.lines):
		return f.spliced(f.lines[line], text+end)
	}
	return f.spliced(len(f.data), end+text)
}

func (f *file) spliced(at int, text string) []byte {
	return slices.Concat(f.data[:at], []byte(text), f.data[at:])
}

// lastLineWithin is the last line of a block mapping whose keys are so far in.
func (f *file) lastLineWithin(n *yaml.Node, indent int) int {
	last := n
	for len(last.Content) > 0 && last.Style&yaml.FlowStyle == 0 {
		last = last.Content[len(last.Content)-1]
	}
	line := max(last.Line, n.Content[len(n.Content)-2].Line)
	if last.Style&yaml.FlowStyle != 0 {
		if end, ok := f.closing(last); ok {
			line += bytes.Count(f.data[f.offset(last.Line, last.Column):end], []byte("\n"))
		}
	}
	for l := line + 1; l <= len(f.lines); l++ {
		text := f.line(l)
		if strings.TrimSpace(text) == "" {
			continue
		}
		if indentOf(text) <= indent {
			break
		}
		line = l
	}
	return line
}

// intoBraces writes values before the brace that ends a mapping.
func (f *file) intoBraces(n *yaml.Node, keys []string, values []Value) ([]byte, bool) {
	at, ok := f.closing(n)
	if !ok {
		return nil, false
	}
	text := flowText(keys, values)
	switch before := bytes.TrimSpace(f.data[:at]); {
	case len(n.Content) == 0:
	case bytes.HasSuffix(before, []byte(",")):
		text = " " + text
	default:
		text = ", " + text
	}
	return f.spliced(at, text), true
}

// closing is where the bracket or brace is that ends what begins at a node.
func (f *file) closing(n *yaml.Node) (int, bool) {
	depth, before := 0, byte(' ')
	for i := f.offset(n.Line, n.Column); i < len(f.data); i++ {
		c := f.data[i]
		begins := strings.IndexByte(" \t\r\n{[,:", before) >= 0
		switch {
		case (c == '"' || c == '\'') && begins:
			for i++; i < len(f.data) && f.data[i] != c; i++ {
				if c == '"' && f.data[i] == '\\' {
					i++
				}
			}
		case c == '#' && begins:
			for i < len(f.data) && f.data[i] != '\n' {
				i++
			}
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i, true
			}
		}
		before = c
	}
	return 0, false
}

// blockLines are values under further keys, a line each.
func (f *file) blockLines(keys []string, values []Value, indent int) []string {
	var lines []string
	for _, key := range keys {
		lines = append(lines, strings.Repeat(" ", indent)+written(key, plainKey(), false)+":")
		indent += 2
	}
	for _, v := range values {
		line := strings.Repeat(" ", indent) + written(v.Key, plainKey(), false) + ":"
		if v.Value != Open {
			line += " " + written(v.Value, plainValue(), false)
		}
		lines = append(lines, line)
	}
	return lines
}

// flowText is values under further keys, for between braces.
func flowText(keys []string, values []Value) string {
	var b strings.Builder
	for _, key := range keys {
		b.WriteString(written(key, plainKey(), true) + ": {")
	}
	for i, v := range values {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(written(v.Key, plainKey(), true) + ": ")
		if v.Value != Open {
			b.WriteString(written(v.Value, plainValue(), true))
		}
	}
	b.WriteString(strings.Repeat("}", len(keys)))
	return b.String()
}

// What needs no quotation marks: words, numbers, dates, and keys with their brackets.
var (
	plainKey   = lazyregexp.Lazy(`^\pL[\pL\pN_.()\[\]-]*$`)
	plainValue = lazyregexp.Lazy(`^(?:\pL[\pL\pN .'’()-]*[\pL\pN.)]|\pL|\d{1,9}|\d{4}-\d\d-\d\d)$`)
	otherwise  = lazyregexp.Lazy(`(?i)^(?:y|n|yes|no|on|off|true|false|null)$`)
)

// written is a key or a value as YAML reads it as a text.
func written(s string, plain *lazyregexp.Regexp, flow bool) string {
	if !plain.MatchString(s) || flow && strings.ContainsAny(s, "[]") || plain == plainValue() && otherwise().MatchString(s) {
		return quote(s)
	}
	return s
}

// addsOnly reports whether the second file has the values of the first, and in addition
// those that were to be added.
func addsOnly(name string, was, is []byte, mappings ...Mapping) bool {
	before, after := scalars(name, was), scalars(name, is)
	if after == nil {
		return false
	}
	// A key without a value is none any more where something is added below it.
	opened := map[string]bool{}
	for _, m := range mappings {
		path := strings.Join(m.Path, ".")
		for n := range m.Path {
			opened[strings.Join(m.Path[:n+1], ".")] = true
		}
		opened[path] = true
		for _, v := range m.Values {
			want := v.Value
			if want == Open {
				want = ""
			}
			at := Join(path, v.Key)
			if now, found := after[at]; !found || now != want {
				return false
			}
			delete(after, at)
			delete(before, at)
		}
	}
	for at, v := range before {
		now, found := after[at]
		if found && now != v || !found && (v != "" || !opened[at]) {
			return false
		}
		delete(after, at)
	}
	return len(after) == 0
}
