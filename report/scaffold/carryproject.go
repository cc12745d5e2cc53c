package scaffold

import (
	"bytes"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"apr/internal/lazyregexp"
)

// carryProject is last year's apr.yaml for this year: structure and rules stay,
// remarks among them; what was last year's alone goes, or stays as a remark
// where it shows what to write.
func (p *values) carryProject(root *yaml.Node) ([]byte, error) {
	dropSchemaLine(root)
	if p.Workbook != "" && find(root, "workbook") == nil {
		root.Content = append(root.Content, scalar("workbook"), scalar(p.Workbook))
	}
	var parts [][]byte
	for i := 0; i+1 < len(root.Content); i += 2 {
		part, err := p.topLevel(root.Content[i], root.Content[i+1])
		if err != nil {
			return nil, err
		}
		if len(part) > 0 {
			parts = append(parts, part)
		}
	}
	return bytes.Join(parts, []byte("\n")), nil
}

// topLevel is one key of apr.yaml, "" where it goes.
func (p *values) topLevel(key, value *yaml.Node) ([]byte, error) {
	switch key.Value {
	case "authority":
		if languages := find(value, "languages"); languages != nil {
			for _, l := range languages.Content {
				remove(l, "url") // where last year's report is
			}
		}
	case "year":
		key.HeadComment = fmt.Sprintf("# The reporting year: 1 April %d to 31 March %d.", p.Starts(), p.Ends())
		return pair(key, scalar(p.Year.String()))
	case "state":
		key.HeadComment = "# draft until it is complete; provisional while the accounts are unaudited; final."
		return pair(key, scalar("draft"))
	case "title":
		value.Value = strings.ReplaceAll(value.Value, p.From.Config.Year.String(), p.Year.String())
	case "workbook":
		if p.Workbook != "" {
			return pair(key, scalar(p.Workbook))
		}
		return remark(key, value, "Last year's workbook. Put this year's into data/ and name it here.")
	case "publication":
		return p.publication(key, value)
	case "board":
		return remark(key, value, "Last year's meetings. Write this year's, and take the # away.")
	case "silence":
		return remark(key, value, "Set aside last year. Take the # away where the reason still holds.")
	case "finance":
		return p.finance(key, value)
	case "narrative":
		return nil, nil // this year's has the usual name
	case "indicators":
		remove(value, "figures") // words about last year's values
		if len(value.Content) == 0 {
			return nil, nil
		}
	}
	return pair(key, value)
}

// publication keeps to whom copies go; days and addresses are this year's.
func (p *values) publication(key, value *yaml.Node) ([]byte, error) {
	if value.Kind != yaml.MappingNode {
		return pair(key, value)
	}
	remove(value, "date", "url")
	if copies := find(value, "copies"); copies != nil {
		for _, c := range copies.Content {
			remove(c, "date")
		}
	}
	if len(value.Content) == 0 {
		return nil, nil
	}
	return pair(key, value)
}

// finance keeps the rules and apportionments. The ledgers become a remark:
// their files aren't there yet, and a project whose files are missing can't be
// read.
func (p *values) finance(key, value *yaml.Node) ([]byte, error) {
	if value.Kind != yaml.MappingNode {
		return pair(key, value)
	}
	var out bytes.Buffer
	remove(value, "figures") // words about last year's amounts
	if key.HeadComment != "" {
		fmt.Fprintln(&out, key.HeadComment)
	}
	fmt.Fprintln(&out, "finance:")
	if p.From.Account != nil {
		remove(value, "history")
		fmt.Fprintf(&out, "  # Earlier years, %s from last year's ledgers.\n  history: %s\n", p.From.Config.Year, historyPath)
	}
	for i := 0; i+1 < len(value.Content); i += 2 {
		k, v := value.Content[i], value.Content[i+1]
		write := pair
		if k.Value == "rules" {
			dropAmounts(v)
		}
		if k.Value == "ledgers" {
			p.nextLedgers(v)
			write = func(key, value *yaml.Node) ([]byte, error) {
				return remark(key, value, "Put this year's ledgers into data/, correct the file names, add each control_total, and take the # away.")
			}
		}
		part, err := write(k, v)
		if err != nil {
			return nil, err
		}
		fmt.Fprintln(&out)
		for line := range strings.Lines(string(part)) {
			if strings.TrimSpace(line) != "" {
				out.WriteString("  ")
			}
			out.WriteString(line)
		}
	}
	return out.Bytes(), nil
}

// ofProposal is the amount with which the remark of a rule begins that 'apr finance suggest'
// has proposed: it is last year's.
var ofProposal = lazyregexp.Lazy(`(?m)^(\s*# (?:To be decided\. )?)-?£-?[\d,]+\.\d\d: `)

// dropAmounts takes last year's amounts out of the remarks of rules.
func dropAmounts(n *yaml.Node) {
	for _, comment := range []*string{&n.HeadComment, &n.LineComment, &n.FootComment} {
		*comment = ofProposal().ReplaceAllString(*comment, "$1")
	}
	for _, c := range n.Content {
		dropAmounts(c)
	}
}

// nextLedgers renames the files to this year's and drops last year's totals.
func (p *values) nextLedgers(ledgers *yaml.Node) {
	for _, l := range ledgers.Content {
		if l.Kind != yaml.MappingNode {
			continue
		}
		remove(l, "control_total", "plan_control_total", "year")
		if file := find(l, "file"); file != nil {
			file.Value = p.nextName(file.Value)
		}
	}
}

// nextName is a file's name with last year's year replaced by this year's.
func (p *values) nextName(name string) string {
	from, to := p.From.Config.Year, p.Year
	for _, form := range []string{"%d-%02d", "%d_%02d", "%d%02d"} {
		name = strings.ReplaceAll(name, fmt.Sprintf(form, int(from), (int(from)+1)%100), fmt.Sprintf(form, int(to), (int(to)+1)%100))
	}
	return name
}

// pair is one key with its value and remarks.
func pair(key, value *yaml.Node) ([]byte, error) {
	return encode(&yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{key, value}})
}

// remark is one key with its value as a remark, below what is to be done.
func remark(key, value *yaml.Node, lead string) ([]byte, error) {
	key.HeadComment = ""
	data, err := pair(key, value)
	if err != nil {
		return nil, err
	}
	lines := wrap(lead, "# ", lineWidth)
	for line := range strings.Lines(string(data)) {
		lines = append(lines, strings.TrimRight("# "+line, " \n"))
	}
	return []byte(strings.Join(lines, "\n") + "\n"), nil
}

func scalar(value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
}

// find is a key's value in a mapping, or nil.
func find(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return nil
}
