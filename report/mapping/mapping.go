// Package mapping writes classification rules and ledgers as YAML, and puts
// them into an apr.yaml whose remarks and order it leaves alone.
package mapping

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"go.yaml.in/yaml/v3"

	"apr/finance"
)

// Addition is what is to be added under finance in apr.yaml.
type Addition struct {
	Ledgers []Ledger
	Rules   []Rule
}

// Ledger is a ledger that apr.yaml doesn't name yet.
type Ledger struct {
	finance.LedgerSpec
	Remark string
}

// Rule is a rule with the remark that explains it. A rule that can't be used
// before somebody decides is written as a remark too.
type Rule struct {
	finance.Rule
	Remark    string
	Undecided bool
	// Mapping is the file whose rows are the rules; there is nothing else then.
	Mapping string
}

// All is the addition of all proposals together.
func All(proposals []Proposal) (all Addition) {
	for _, p := range proposals {
		all.Ledgers = append(all.Ledgers, p.Ledgers...)
		all.Rules = append(all.Rules, p.Rules...)
	}
	return all
}

// YAML writes the addition as it stands in apr.yaml, from "finance:" on.
func (a Addition) YAML() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("finance:\n")
	for _, part := range []struct {
		key  string
		list func() ([]byte, error)
	}{{"ledgers", a.ledgers}, {"rules", a.rules}} {
		list, err := part.list()
		if err != nil {
			return nil, err
		}
		if len(list) > 0 {
			fmt.Fprintf(&b, "  %s:\n%s", part.key, indent(list, 4))
		}
	}
	return b.Bytes(), nil
}

// ledgers is the list of ledgers, not indented.
func (a Addition) ledgers() ([]byte, error) {
	var b bytes.Buffer
	for _, l := range a.Ledgers {
		columns := mapNode()
		for _, name := range slices.Sorted(maps.Keys(l.Columns)) {
			add(columns, name, l.Columns[name])
		}
		m := mapNode()
		add(m, "file", l.File)
		add(m, "sheet", l.Sheet)
		add(m, "partner", l.Partner)
		m.Content = append(m.Content, scalar("columns"), columns)
		add(m, "funding", string(l.Funding))
		if err := item(&b, l.Remark, m, false); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// rules is the list of rules, not indented.
func (a Addition) rules() ([]byte, error) {
	var b bytes.Buffer
	for _, r := range a.Rules {
		if r.Mapping != "" {
			if err := item(&b, r.Remark, mapNode(scalar("mapping"), scalar(r.Mapping)), false); err != nil {
				return nil, err
			}
			continue
		}
		when := mapNode()
		when.Style = yaml.FlowStyle
		for _, column := range slices.Sorted(maps.Keys(r.When)) {
			add(when, column, r.When[column])
		}
		m := mapNode(scalar("when"), when)
		add(m, "matter", string(r.Matter))
		add(m, "care_group", r.CareGroup)
		add(m, "locality", r.Locality)
		add(m, "apportion", r.Apportion)
		add(m, "funding", string(r.Funding))
		add(m, "service", r.Service)
		if r.Undecided {
			m.Content = slices.Insert(m.Content, 2, scalar("matter"), scalar("4(2)(?)"))
		}
		if err := item(&b, r.Remark, m, r.Undecided); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// item writes one element of a list under its remark, all of it a remark where
// it isn't to count.
func item(b *bytes.Buffer, text string, m *yaml.Node, remark bool) error {
	var written bytes.Buffer
	enc := yaml.NewEncoder(&written)
	enc.SetIndent(2)
	if err := enc.Encode(&yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{m}}); err != nil {
		return fmt.Errorf("writing YAML: %w", err)
	}
	for line := range bytes.Lines([]byte(text)) {
		fmt.Fprintf(b, "# %s\n", bytes.TrimSpace(line))
	}
	for line := range bytes.Lines(written.Bytes()) {
		if remark {
			b.WriteString("# ")
		}
		b.Write(line)
	}
	return nil
}

func mapNode(content ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Content: content}
}

// scalar is a text: the encoder quotes what would read as something else.
func scalar(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
}

// add adds a key, unless its value says nothing.
func add(m *yaml.Node, key, value string) {
	if value != "" {
		m.Content = append(m.Content, scalar(key), scalar(value))
	}
}

// indent puts n spaces before each line.
func indent(text []byte, n int) []byte {
	var b bytes.Buffer
	for line := range bytes.Lines(text) {
		if len(bytes.TrimSpace(line)) > 0 {
			b.Write(bytes.Repeat([]byte(" "), n))
		}
		b.Write(line)
	}
	return b.Bytes()
}
