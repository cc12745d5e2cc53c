package scaffold

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// events are the narrative files about things that happened in one year. Last
// year's don't belong into this year's report (regulations 7 to 9).
var events = map[string]bool{
	"narrative/regulation-7.yaml": true, "narrative/regulation-8.yaml": true, "narrative/regulation-9.yaml": true,
}

// carry gives last year's file in place of the one made from its template,
// where there is one and it isn't about last year's events.
func (p *values) carry(name string, made []byte) ([]byte, error) {
	old := name
	if base, inNarrative := strings.CutPrefix(name, "narrative/"); inNarrative {
		old = path.Join(cmp.Or(p.From.Config.Narrative, "narrative"), base)
	}
	if !strings.HasSuffix(name, ".yaml") || events[name] {
		return made, nil
	}
	data, err := p.From.ReadInput(old)
	if err != nil {
		return made, nil // last year's project had no such file
	}
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return nil, fmt.Errorf("reading last year's %s: %w", old, err)
	}
	if len(document.Content) == 0 || document.Content[0].Kind != yaml.MappingNode {
		return made, nil
	}
	var body []byte
	if name == project.ConfigFile {
		body, err = p.carryProject(document.Content[0])
	} else {
		body, err = p.carryNarrative(name, document.Content[0])
	}
	if err != nil {
		return nil, fmt.Errorf("carrying over %s: %w", old, err)
	}
	head, _, _ := bytes.Cut(made, []byte("\n")) // the schema line
	return bytes.Join([][]byte{head, headComment(&document), body}, []byte("\n")), nil
}

// headComment is the remark at the head of last year's file, without the line
// that names its schema.
func headComment(document *yaml.Node) []byte {
	var kept strings.Builder
	for line := range strings.Lines(document.HeadComment + "\n") {
		if !strings.Contains(line, "yaml-language-server:") && strings.TrimSpace(line) != "" {
			kept.WriteString(line)
		}
	}
	return []byte(kept.String())
}

// carryNarrative marks each text as last year's. Figures in them stay
// references, so they become this year's when the mark is taken away.
func (p *values) carryNarrative(name string, root *yaml.Node) ([]byte, error) {
	dropSchemaLine(root)
	if path.Base(name) == "regulation-3.yaml" {
		remove(root, "significant_decisions")
	}
	m := &marker{from: p.From.Config.Year.String(), to: p.Year.String(), done: map[*yaml.Node]bool{}}
	m.mark(strings.TrimSuffix(path.Base(name), ".yaml"), root, narrativeType(path.Base(name)))
	p.carried = append(p.carried, m.carried...)
	var parts [][]byte
	for i := 0; i+1 < len(root.Content); i += 2 {
		part, err := pair(root.Content[i], root.Content[i+1])
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return bytes.Join(parts, []byte("\n")), nil
}

// dropSchemaLine takes the schema's line from the first key, where it is
// when no blank line follows it.
func dropSchemaLine(root *yaml.Node) {
	if len(root.Content) > 0 {
		key := root.Content[0]
		key.HeadComment = strings.TrimSuffix(string(headComment(&yaml.Node{HeadComment: key.HeadComment})), "\n")
	}
	root.HeadComment = strings.TrimSuffix(string(headComment(&yaml.Node{HeadComment: root.HeadComment})), "\n")
}

// narrativeType is the Go type of a narrative file.
func narrativeType(base string) reflect.Type {
	t := reflect.TypeFor[project.Narrative]()
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("file") == base {
			return t.Field(i).Type
		}
	}
	return reflect.TypeFor[struct{}]()
}

// marker marks texts as last year's.
type marker struct {
	from, to string
	done     map[*yaml.Node]bool // a text may be met again by an alias
	// carried are the texts marked, a line each for project.CarriedFile.
	carried []string
}

// mark walks the YAML next to the type that it is decoded into, and so knows a
// text from a title or a date.
func (m *marker) mark(path string, n *yaml.Node, t reflect.Type) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	switch {
	case t == reflect.TypeFor[project.Term]():
		return // what a term means doesn't change with the year
	case t == reflect.TypeFor[yamlpos.Text]():
		m.text(path, n)
	case t.Kind() == reflect.Struct && n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			for j := range t.NumField() {
				if key, _, _ := strings.Cut(t.Field(j).Tag.Get("yaml"), ","); key == n.Content[i].Value {
					m.mark(yamlpos.Join(path, key), n.Content[i+1], t.Field(j).Type)
				}
			}
		}
	case t.Kind() == reflect.Map && n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			m.mark(yamlpos.Join(path, n.Content[i].Value), n.Content[i+1], t.Elem())
		}
	case t.Kind() == reflect.Slice && n.Kind == yaml.SequenceNode:
		for i, e := range n.Content {
			m.mark(yamlpos.Item(path, i), e, t.Elem())
		}
	}
}

// text marks a text that says something; a stub, and what was last year's
// already, stays as it is.
func (m *marker) text(path string, n *yaml.Node) {
	if n.Kind != yaml.ScalarNode || m.done[n] || project.IsStub(yamlpos.Text{Markdown: n.Value}) {
		return
	}
	m.done[n] = true
	n.Value = project.WithoutReview(n.Value)
	m.carried = append(m.carried, fmt.Sprintf("%s %s %s\n", m.from, project.TextSum(n.Value), strings.ReplaceAll(path, " ", "_")))
	n.Style = yaml.LiteralStyle
	n.Tag = "!!str"
	lead := fmt.Sprintf("%s this is the text of %s. Bring it up to date for %s, then take this paragraph away.",
		project.LastYearMarker, m.from, m.to)
	n.Value = strings.Join(wording.Wrap(lead, lineWidth), "\n") + "\n\n" + strings.Trim(n.Value, "\n") + "\n"
}

// carryTables notes the tables whose numbers were typed: they are last year's.
func (p *values) carryTables() {
	for i := range p.From.Config.Tables {
		t := &p.From.Config.Tables[i]
		if words := p.From.TypedWords(t); words != "" {
			p.carried = append(p.carried, fmt.Sprintf("%s %s tables.%s\n", p.From.Config.Year, project.TextSum(words), t.ID))
		}
	}
}

// carriedFile notes the texts that were carried over, so that apr check can tell
// which are still the same.
func (p *values) carriedFile() file {
	const head = `# Texts that apr init --from carried over: their year, the SHA-256 of their words, and
# their names. apr check tells those that are still the same. Keep this file.
`
	return file{Name: project.CarriedFile, Data: []byte(head + strings.Join(p.carried, ""))}
}

func encode(n *yaml.Node) ([]byte, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(n); err != nil {
		return nil, err
	}
	err := e.Close()
	if bracesBeforeRemark(n) {
		return []byte(strayComma().ReplaceAllString(b.String(), "$1$2")), err
	}
	return b.Bytes(), err
}

// strayComma is what the encoder puts before a brace below which a remark stands.
var strayComma = lazyregexp.Lazy(`,([}\]])(\n+ *#)`)

// bracesBeforeRemark reports whether a remark stands below something in braces.
func bracesBeforeRemark(n *yaml.Node) bool {
	return n.Style&yaml.FlowStyle != 0 && n.FootComment != "" || slices.ContainsFunc(n.Content, bracesBeforeRemark)
}

// remove takes a key out of a mapping.
func remove(mapping *yaml.Node, keys ...string) {
	for _, key := range keys {
		for i := 0; i+1 < len(mapping.Content); i += 2 {
			if mapping.Content[i].Value == key {
				mapping.Content = append(mapping.Content[:i], mapping.Content[i+2:]...)
				break
			}
		}
	}
}
