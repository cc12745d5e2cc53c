package scaffold

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"apr/internal/project"
	"apr/templates"
)

// peopleTemplate is the head of people.yaml; the texts follow from the narrative.
const peopleTemplate = "people.yaml.tmpl"

// PeopleHead is a people.yaml with nobody and no text in it.
func PeopleHead() ([]byte, error) {
	root, err := fs.Sub(templates.Scaffold, "scaffold")
	if err != nil {
		return nil, err
	}
	return (&values{}).execute(root, peopleTemplate)
}

// people is people.yaml with each text of the narrative that was made. Last year's people
// stay, and whose each text is and how long it may be; days and sign-offs are the year's.
func (p *values) people(made []file) ([]byte, error) {
	narrative := map[string][]byte{}
	for _, f := range made {
		if path.Dir(f.Name) == "narrative" {
			narrative[path.Base(f.Name)] = f.Data
		}
	}
	n, err := project.NarrativeOf(narrative)
	if err != nil {
		return nil, err
	}
	texts := (&project.Project{Narrative: n}).TextStatuses()
	head, err := PeopleHead()
	if err != nil {
		return nil, err
	}
	if p.From != nil && p.From.People != nil {
		if head, err = p.carryPeople(head); err != nil {
			return nil, fmt.Errorf("carrying over %s: %w", project.PeopleFile, err)
		}
		p.carryOwners(n, texts)
	}
	return project.ListTexts(head, texts)
}

// carryOwners gives texts the owners and limits that last year's had: of an entry those of
// the one that is about the same, wherever in its list it was.
func (p *values) carryOwners(n *project.Narrative, texts []project.TextStatus) {
	last := map[string]project.Assignment{}
	key := func(w project.Written) string { return w.List() + "\x00" + w.Entry }
	for _, w := range p.From.Narrative.Texts() {
		last[key(w)] = p.From.People.Texts[w.Name]
	}
	now := map[string]string{}
	for _, w := range n.Texts() {
		now[w.Name] = key(w)
	}
	for i := range texts {
		was := last[now[texts[i].Name]]
		texts[i].Owner, texts[i].Words = was.Owner, was.Words
	}
}

// carryPeople is last year's file without its texts, below the first line of the new one.
func (p *values) carryPeople(head []byte) ([]byte, error) {
	data, err := p.From.ReadPeople()
	if err != nil {
		return nil, err
	}
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return nil, err
	}
	if len(document.Content) == 0 || document.Content[0].Kind != yaml.MappingNode {
		return head, nil
	}
	root := document.Content[0]
	dropSchemaLine(root)
	first, _, _ := bytes.Cut(head, []byte("\n"))
	parts := [][]byte{first}
	if remarks := bytes.TrimSpace(headComment(&document)); len(remarks) > 0 {
		parts = append(parts, remarks, nil)
	}
	texts := []byte("texts:\n")
	for i := 0; i+1 < len(root.Content); i += 2 {
		if key := root.Content[i]; key.Value == "texts" {
			texts = []byte(strings.TrimLeft(key.HeadComment+"\n", "\n") + "texts:\n")
			continue
		}
		part, err := pair(root.Content[i], root.Content[i+1])
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return bytes.Join(append(parts, texts), []byte("\n")), nil
}
