package project

import (
	"cmp"
	"strings"

	"apr/internal/law"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// OutcomeList is a list of outcomes beyond the nine, in apr.yaml: one that apr knows, by
// its id, or the authority's own.
type OutcomeList struct {
	List     string          `yaml:"list" jsonschema:"required,description=children or justice for what apr knows; or a short name for a list of your own"`
	Name     string          `yaml:"name,omitempty" jsonschema:"description=The heading such as Community justice outcomes"`
	Source   string          `yaml:"source,omitempty" jsonschema:"description=Where the outcomes are from; printed with them"`
	Outcomes []ListedOutcome `yaml:"outcomes,omitempty" jsonschema:"description=The outcomes word for word; those that apr knows when absent"`
	Position source.Position `yaml:"-"`
}

// ListedOutcome is an outcome of a list of the authority's own.
type ListedOutcome struct {
	ID       string          `yaml:"id" jsonschema:"required,description=A short name that texts and measures use"`
	Title    string          `yaml:"title" jsonschema:"required,description=A short title"`
	Text     string          `yaml:"text,omitempty" jsonschema:"description=The outcome in the source's words"`
	Position source.Position `yaml:"-"`
}

// OtherOutcome assesses an outcome of a list beyond the nine.
type OtherOutcome struct {
	List       string          `yaml:"list" jsonschema:"required,description=The list as apr.yaml names it under outcomes"`
	Outcome    string          `yaml:"outcome" jsonschema:"required,description=The outcome by its id"`
	Also       []string        `yaml:"also,omitempty" jsonschema:"description=Other outcomes of the list that the same text assesses; the report says so"`
	Assessment yamlpos.Text    `yaml:"assessment" jsonschema:"required,description=How far the outcome was achieved and what contributed"`
	Position   source.Position `yaml:"-"`
}

// Assesses reports whether the text is of an outcome of a list.
func (o *OtherOutcome) Assesses(list, id string) bool {
	if !strings.EqualFold(o.List, list) {
		return false
	}
	return strings.EqualFold(o.Outcome, id) || containsFold(o.Also, id)
}

// OutcomeLists are the lists beyond the nine that the report assesses, with their words.
func (p *Config) OutcomeLists() (lists []law.OutcomeList) {
	for _, own := range p.Outcomes {
		known, _ := law.OutcomeListFor(own.List, p.Year)
		list := law.OutcomeList{ID: own.List, Name: cmp.Or(wording.OneLine(own.Name), known.Name, wording.Capital(own.List)), Source: cmp.Or(wording.OneLine(own.Source), known.Source), Outcomes: known.Outcomes}
		if len(own.Outcomes) > 0 {
			list.Outcomes = nil
			for _, o := range own.Outcomes {
				list.Outcomes = append(list.Outcomes, law.ListedOutcome{ID: o.ID, Title: o.Title, Text: wording.OneLine(o.Text)})
			}
		}
		lists = append(lists, list)
	}
	return lists
}

// outcomeList is the list of an id, nil where apr.yaml names none.
func (p *Config) outcomeList(id string) *law.OutcomeList {
	for _, l := range p.OutcomeLists() {
		if strings.EqualFold(l.ID, id) {
			return &l
		}
	}
	return nil
}

// outcomeLists checks what apr.yaml says of lists beyond the nine.
func (c *configChecker) outcomeLists() {
	var names []string
	for i, l := range c.config.Outcomes {
		path := yamlpos.Item("outcomes", i)
		names = append(names, l.List)
		_, known := law.OutcomeListFor(l.List, c.config.Year)
		switch {
		case l.List == "" || c.config.Year == 0: // told as missing
		case len(l.Outcomes) == 0 && !known && l.List == law.JusticeOutcomes:
			c.add("missing-key", path, "write name, source and outcomes as the framework of that year has them: id, title and text of each",
				"apr has the community justice outcomes of 2017/18 to 2022/23, and none for %s", c.config.Year)
		case len(l.Outcomes) == 0 && !known:
			c.add("unknown-value", path+".list", source.DidYouMean(l.List, law.OutcomeListIDs()), "%q isn't a list of outcomes that apr has, and it names no outcomes", l.List)
		case len(l.Outcomes) > 0 && strings.TrimSpace(l.Source) == "":
			c.add("missing-key", path, "write where they are from, such as source: Community Justice Performance Framework", "the outcomes of %q have no source", l.List)
		}
		var ids []string
		for _, o := range l.Outcomes {
			ids = append(ids, o.ID)
		}
		c.once(path+".outcomes", "the outcome", ids)
	}
	c.once("outcomes", "the list of outcomes", names)
}

// otherOutcomes checks which outcomes beyond the nine the texts name.
func (c *narrativeChecker) otherOutcomes(p *Config) {
	c.file = "regulation-3.yaml"
	seen := map[string]string{}
	for i, o := range c.narrative.Reg3.Others {
		path := yamlpos.Item("other_outcomes", i)
		list := p.outcomeList(o.List)
		if list == nil {
			var names []string
			for _, l := range p.Outcomes {
				names = append(names, l.List)
			}
			if o.List != "" {
				c.add("unknown-value", path+".list", source.DidYouMean(o.List, names), "%q isn't a list of outcomes that apr.yaml names", o.List)
			}
			continue
		}
		c.listed(seen, list, o.Outcome, path+".outcome")
		for j, id := range o.Also {
			c.listed(seen, list, id, yamlpos.Item(path+".also", j))
		}
	}
}

func (c *narrativeChecker) listed(seen map[string]string, list *law.OutcomeList, id, path string) {
	if id == "" {
		return // told as missing
	}
	if _, ok := list.Outcome(id); !ok {
		c.add("unknown-value", path, source.DidYouMean(id, list.IDs()), "%q isn't an outcome of the list %s", id, list.ID)
		return
	}
	c.once(seen, list.ID+" "+id, path, "outcome")
}

// otherOutcomesOf checks which outcomes beyond the nine a measure is linked to.
func (c *configChecker) otherOutcomesOf(path string, e MeasureTerms) {
	for i, written := range e.OtherOutcomes {
		list, id, _ := strings.Cut(written, "/")
		l := c.config.outcomeList(strings.TrimSpace(list))
		at := yamlpos.Item(path, i)
		if l == nil {
			c.add("unknown-value", at, "write the list and the outcome, such as children/safe", "%q isn't an outcome of a list that apr.yaml names", written)
		} else if _, ok := l.Outcome(strings.TrimSpace(id)); !ok {
			c.add("unknown-value", at, source.DidYouMean(strings.TrimSpace(id), l.IDs()), "%q isn't an outcome of the list %s", id, l.ID)
		}
	}
}

// Serves reports whether a measure is linked to an outcome of a list beyond the nine.
func (m *LocalMeasure) Serves(list, id string) bool {
	for _, written := range m.OtherOutcomes {
		l, o, _ := strings.Cut(written, "/")
		if strings.EqualFold(strings.TrimSpace(l), list) && strings.EqualFold(strings.TrimSpace(o), id) {
			return true
		}
	}
	return false
}
