package mapping

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"apr/finance"
	"apr/internal/atomicwrite"
	"apr/internal/project"
)

// ErrFlow says that a list is written in brackets, where a rule with a remark
// has no place.
var ErrFlow = errors.New("is written in brackets; write its items on lines of their own that begin with a hyphen")

// Insert adds to the text of an apr.yaml behind the ledgers and rules that it
// has; a mapping before the first rule that tests nothing but the partner, which is
// for what is left. Everything else stays as it is, to the byte.
func (a Addition) Insert(text []byte) ([]byte, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil {
		return nil, fmt.Errorf("apr.yaml can't be read: %w", err)
	}
	if len(document.Content) == 0 || document.Content[0].Kind != yaml.MappingNode {
		return nil, errors.New("apr.yaml has no keys")
	}
	e := newEditor(text)
	key, section := lookUp(document.Content[0], "finance")
	if key == nil || empty(section) {
		block, err := a.YAML()
		if err != nil {
			return nil, err
		}
		if key != nil {
			block = bytes.TrimPrefix(block, []byte("finance:\n"))
			e.insert(key.Line, block)
			return e.bytes(), nil
		}
		e.insert(len(e.lines), append([]byte("\n"), block...))
		return e.bytes(), nil
	}
	if section.Kind != yaml.MappingNode || section.Style&yaml.FlowStyle != 0 {
		return nil, fmt.Errorf("finance %w", ErrFlow)
	}
	type part struct {
		key  string
		list func() ([]byte, error)
	}
	parts := []part{{"rules", a.rules}, {"ledgers", a.ledgers}}
	if k, _ := lookUp(section, "rules"); k == nil { // both may come to be in one place
		slices.Reverse(parts)
	}
	for _, part := range parts {
		list, err := part.list()
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			continue
		}
		if part.key == "rules" && a.Rules[0].Mapping != "" {
			if rule := firstForPartners(section); rule != nil {
				e.insert(e.above(rule.Line), indent(list, rule.Column-3))
				continue
			}
		}
		if err := e.extend(section, part.key, list); err != nil {
			return nil, err
		}
	}
	return e.bytes(), nil
}

// firstForPartners is the first rule of a list of lines that tests nothing but the
// partner, or nil.
func firstForPartners(section *yaml.Node) *yaml.Node {
	_, rules := lookUp(section, "rules")
	if rules == nil || rules.Kind != yaml.SequenceNode || rules.Style&yaml.FlowStyle != 0 {
		return nil
	}
	for _, rule := range rules.Content {
		if rule.Kind != yaml.MappingNode {
			continue
		}
		_, when := lookUp(rule, "when")
		if when != nil && when.Kind == yaml.MappingNode && len(when.Content) == 2 && when.Content[0].Value == finance.PartnerColumn && rule.Column > 2 {
			return rule
		}
	}
	return nil
}

// above is the line above an item and the remarks that belong to it.
func (e *editor) above(line int) int {
	for line--; line > 0 && strings.HasPrefix(strings.TrimSpace(e.lines[line-1]), "#"); line-- {
	}
	return line
}

// lookUp finds a key of a mapping and its value.
func lookUp(m *yaml.Node, key string) (k, v *yaml.Node) {
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key {
			return m.Content[i], m.Content[i+1]
		}
	}
	return nil, nil
}

// empty reports whether a key has no value, or an empty list or mapping.
func empty(v *yaml.Node) bool {
	return v.Kind == yaml.ScalarNode && v.Value == "" && v.Style == 0
}

// An editor inserts lines into a text.
type editor struct {
	lines []string
	// end is the line end that the text uses.
	end   string
	added map[int][]byte // behind line n
}

func newEditor(text []byte) *editor {
	e := &editor{end: "\n", added: map[int][]byte{}}
	for line := range strings.Lines(string(text)) {
		e.lines = append(e.lines, line)
	}
	if len(e.lines) > 0 && strings.HasSuffix(e.lines[0], "\r\n") {
		e.end = "\r\n"
	}
	return e
}

// insert adds text behind line n, counted from 1.
func (e *editor) insert(n int, text []byte) {
	e.added[n] = append(e.added[n], text...)
}

// extend adds items to the list under a key of a mapping, or the key.
func (e *editor) extend(section *yaml.Node, key string, list []byte) error {
	k, v := lookUp(section, key)
	first := section.Content[0]
	switch {
	case k == nil:
		block := append([]byte(key+":\n"), indent(list, 2)...)
		e.insert(e.lastLine(section.Line, first.Column-1), indent(block, first.Column-1))
	case empty(v):
		e.insert(k.Line, indent(list, k.Column+1))
	case v.Kind == yaml.SequenceNode && v.Style&yaml.FlowStyle == 0:
		e.insert(e.lastLine(v.Line, v.Column-1), indent(list, v.Column-1))
	case v.Kind == yaml.SequenceNode:
		return fmt.Errorf("finance.%s %w", key, ErrFlow)
	default:
		return fmt.Errorf("finance.%s isn't a list", key)
	}
	return nil
}

// lastLine is the last line of a block that begins on a line and is indented by
// n spaces: lines that are blank or remarks at its end aren't its own.
func (e *editor) lastLine(first, n int) int {
	last := first
	for i := first; i < len(e.lines); i++ { // e.lines[i] is line i+1
		text := strings.TrimRight(e.lines[i], " \t\r\n")
		body := strings.TrimLeft(text, " ")
		if body == "" || strings.HasPrefix(body, "#") && len(text)-len(body) <= n {
			continue
		}
		if len(text)-len(body) < n || len(text)-len(body) == n && !e.sameBlock(i, first, n) {
			break
		}
		last = i + 1
	}
	return last
}

// sameBlock reports whether a line at the indentation of a list or mapping
// belongs to it: a list whose hyphens are under its key's first letter ends
// where the next key begins.
func (e *editor) sameBlock(i, first, n int) bool {
	isItem := func(line string) bool { return strings.HasPrefix(line[min(n, len(line)):], "-") }
	return isItem(e.lines[i]) || !isItem(e.lines[first-1])
}

// bytes is the text with what was added.
func (e *editor) bytes() []byte {
	var b bytes.Buffer
	add := func(n int) {
		for line := range bytes.Lines(e.added[n]) {
			b.Write(bytes.TrimRight(line, "\n"))
			b.WriteString(e.end)
		}
	}
	add(0)
	for i, line := range e.lines {
		b.WriteString(line)
		if i+1 == len(e.lines) && !strings.HasSuffix(line, "\n") {
			b.WriteString(e.end)
		}
		add(i + 1)
	}
	return b.Bytes()
}

// AddTo puts the addition into the apr.yaml at the path. The file is read again
// with it before it takes the place of the old one; after an error it is as it was.
func (a Addition) AddTo(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading the project: %w", err)
	}
	changed, err := a.Insert(text)
	if err != nil {
		return fmt.Errorf("%w; the proposals are above, to paste", err)
	}
	if err := project.CheckConfig(changed); err != nil {
		return fmt.Errorf("with the proposals %s couldn't be read, so it is as it was: %w", path, err)
	}
	return atomicwrite.Replace(path, changed)
}
