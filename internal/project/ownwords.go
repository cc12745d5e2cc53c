package project

import (
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"apr/internal/wording"
)

// Words are the values of apr.yaml and the narrative, each on one line, and the lines of
// those that have several, without the marks of Markdown before them, and the cells of
// their tables; and what the tables
// of local measures call them, their owners and their sources. What the report
// prints and is among them is the authority's own, and not apr's.
func (r *Project) Words() map[string]bool {
	words := map[string]bool{}
	for _, in := range r.Inputs() {
		if path.Ext(in.File) != ".yaml" {
			continue
		}
		var n yaml.Node
		data, err := r.ReadInput(in.File)
		if err != nil || yaml.Unmarshal(data, &n) != nil {
			continue
		}
		valuesOf(&n, words)
	}
	if r.Framework != nil {
		for _, m := range r.Framework.Measures {
			for _, s := range []string{m.Title, m.ID + " " + m.Title, m.ID + " " + m.Title + " (" + m.Unit + ")", m.Unit, m.Owner, m.Source} {
				words[wording.OneLine(s)] = true
			}
		}
	}
	return words
}

func valuesOf(n *yaml.Node, words map[string]bool) {
	if n.Kind == yaml.ScalarNode {
		words[wording.OneLine(n.Value)] = true
		for line := range strings.Lines(n.Value) {
			line = strings.TrimLeft(line, "#>*-+|0123456789.: ")
			words[wording.OneLine(strings.TrimPrefix(line, "Table: "))] = true
			for cell := range strings.SplitSeq(line, "|") {
				words[wording.OneLine(cell)] = true
			}
		}
	}
	for i, child := range n.Content {
		if n.Kind != yaml.MappingNode || i%2 == 1 { // keys are names that apr gives
			valuesOf(child, words)
		}
	}
}
