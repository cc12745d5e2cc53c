package project

import (
	"cmp"
	"fmt"
	"strings"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Summary is what the authority chooses for the summary of its report. Where
// apr.yaml has it, the summary is built with the report, and each says where the
// other is.
type Summary struct {
	// Indicators and Measures are the ids of what is shown; apr chooses where both
	// are empty.
	Indicators []string `yaml:"indicators,omitempty" jsonschema:"description=The core suite indicators that the summary may show such as NI12; without it and measures apr chooses those that changed most"`
	Measures   []string `yaml:"measures,omitempty" jsonschema:"description=The local measures that the summary may show by their ids"`
	// Text, Money and Next name texts of the narrative, as of Narrative.EachText,
	// that the summary prints in the place of those under summary in opening.yaml.
	Text     string          `yaml:"text,omitempty" jsonschema:"description=The text of the narrative that the summary begins with such as opening.foreword"`
	Money    string          `yaml:"money,omitempty" jsonschema:"description=The text of the narrative that says what money did such as regulation-4.introduction"`
	Next     string          `yaml:"next,omitempty" jsonschema:"description=The text of the narrative that says what comes next such as regulation-10.learning"`
	Position source.Position `yaml:"-"`
}

// HasSummary reports whether apr.yaml has the key summary, with something under it or
// nothing.
func (p *Config) HasSummary() bool {
	_, has := p.positions["summary"]
	return has
}

// Chosen reports whether the authority says which figures the summary may show.
func (s *Summary) Chosen() bool { return len(s.Indicators)+len(s.Measures) > 0 }

// SummaryText is under summary in opening.yaml: what the authority says in the
// summary of its report, and nowhere else.
type SummaryText struct {
	Opening  yamlpos.Text    `yaml:"opening,omitempty" jsonschema:"description=What the summary says first: the year in a few sentences"`
	Better   yamlpos.Text    `yaml:"better,omitempty" jsonschema:"description=What is behind that which got better"`
	Worse    yamlpos.Text    `yaml:"worse,omitempty" jsonschema:"description=What is behind that which got worse"`
	Money    yamlpos.Text    `yaml:"money,omitempty" jsonschema:"description=Why more or less was spent than planned"`
	Next     yamlpos.Text    `yaml:"next,omitempty" jsonschema:"description=What comes next"`
	Position source.Position `yaml:"-"`
}

// TextNamed is the text of a name, as of EachText; zero where there is none.
func (n *Narrative) TextNamed(name string) (found yamlpos.Text) {
	n.EachText(func(is string, t *yamlpos.Text) {
		if is == name {
			found = *t
		}
	})
	return found
}

// TextNames are the names of all texts that are there, in order of the report.
func (n *Narrative) TextNames() (names []string) {
	n.EachText(func(name string, _ *yamlpos.Text) { names = append(names, name) })
	return names
}

// summary checks which measures and texts the summary of the report names.
func (l *loader) summary() {
	s, n := &l.project.Config.Summary, l.project.Narrative
	if l.broken["summary"] {
		return
	}
	unknown := func(path, hint, format string, args ...any) {
		l.fatal.Add(&source.Problem{Code: "unknown-value", Position: l.project.Config.PositionOf(path), Message: fmt.Sprintf(format, args...), Hint: hint})
	}
	for i, id := range s.Measures {
		switch path := yamlpos.Item("summary.measures", i); {
		case l.broken["measures"]:
		case l.project.Framework == nil:
			unknown(path, "name their tables under measures.files", "the summary names the local measure %q, and the project has none", id)
		case l.project.Framework.Table.ByID(id) == nil:
			table := l.project.Framework.Table
			unknown(path, source.DidYouMean(id, table.IDs()), "%q is not a measure of %s", id, strings.Join(table.Files, ", "))
		}
	}
	for _, t := range []struct{ key, name string }{{"text", s.Text}, {"money", s.Money}, {"next", s.Next}} {
		if names := n.TextNames(); t.name != "" && n.TextNamed(t.name).IsZero() {
			hint := cmp.Or(source.DidYouMean(t.name, names), "write the file and the key, such as opening.foreword; 'apr status' lists them")
			unknown("summary."+t.key, hint, "the narrative has no text %q", t.name)
		}
	}
}
