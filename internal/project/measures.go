package project

import (
	"slices"

	"apr/indicators/measures"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// LocalMeasures are the measures of the performance framework next to the core
// suite: where they are read, what they are linked to, and when they are
// escalated.
type LocalMeasures struct {
	Files     []string        `yaml:"files,omitempty" jsonschema:"description=The CSV or XLSX tables of local measures with the columns measure; title; period; value; target and more; apr schema measures describes them"`
	Tolerance string          `yaml:"tolerance,omitempty" jsonschema:"description=How far a value may miss its target and be amber where neither the table nor the list says: 5% is of the target and 2 is in the measure's unit"`
	Escalate  []Escalation    `yaml:"escalate,omitempty" jsonschema:"description=Why a measure is escalated to the board: red; worsening (amber and worse two periods running); fell-back (a worse rating two periods running); no-data; overdue. red and worsening when absent"`
	List      []MeasureTerms  `yaml:"list,omitempty" jsonschema:"description=What each measure is linked to and held against"`
	Position  source.Position `yaml:"-"`
}

// Escalation is a reason for which a measure is escalated to the board.
type Escalation string

// Reasons for escalation.
const (
	// EscalateRed: the rating is red.
	EscalateRed Escalation = "red"
	// EscalateWorsening: amber, and worse in each of the last two periods.
	EscalateWorsening Escalation = "worsening"
	// EscalateFellBack: a worse rating in each of the last two periods.
	EscalateFellBack Escalation = "fell-back"
	// EscalateNoData: no value for the reporting year.
	EscalateNoData Escalation = "no-data"
	// EscalateOverdue: the next data date has passed.
	EscalateOverdue Escalation = "overdue"
)

// Escalations are all reasons there are.
func Escalations() []string {
	return []string{string(EscalateRed), string(EscalateWorsening), string(EscalateFellBack), string(EscalateNoData), string(EscalateOverdue)}
}

// FunctionKind says whether a measure is of functions that the integration
// scheme delegates.
type FunctionKind string

// Kinds of function: performance targets are listed for both.
const (
	Integration    FunctionKind = "integration"
	NonIntegration FunctionKind = "non-integration"
)

// MeasureTerms are what a measure is linked to and compared with.
type MeasureTerms struct {
	ID       string `yaml:"id" jsonschema:"required,description=The measure's id in the table"`
	Outcomes []int  `yaml:"outcomes,omitempty" jsonschema:"description=The national health and wellbeing outcomes it speaks to by number"`
	// OtherOutcomes are of the lists beyond the nine.
	OtherOutcomes []string `yaml:"other_outcomes,omitempty" jsonschema:"description=Outcomes of other lists that it speaks to: list and id such as children/safe"`
	Priorities    []string `yaml:"priorities,omitempty" jsonschema:"description=Priorities of the strategic plan by their names in strategic_plan.priorities"`
	Directions    []string `yaml:"directions,omitempty" jsonschema:"description=Directions to the council or the health board that it follows"`
	// Target is where the table's row has none.
	Target    string   `yaml:"target,omitempty" jsonschema:"description=The target where the table has none; in the measure's unit"`
	Tolerance string   `yaml:"tolerance,omitempty" jsonschema:"description=How far a value may miss the target and be amber: 5% is of the target and 2 is in the measure's unit"`
	Polarity  string   `yaml:"polarity,omitempty" jsonschema:"enum=higher,enum=lower,enum=none,description=Which direction is better; replaces the table's"`
	Unit      string   `yaml:"unit,omitempty" jsonschema:"description=What values are in such as %; replaces the table's"`
	Levels    []string `yaml:"levels,omitempty" jsonschema:"description=Where it is reported: board; management; locality. board and management when neither says"`
	// Since is the first year that there is data for; 0 where it doesn't say.
	Since    period.Year     `yaml:"since,omitempty" jsonschema:"description=The first reporting year that the measure has data for such as 2023/24; it is compared with the years since then"`
	Function FunctionKind    `yaml:"function,omitempty" jsonschema:"enum=integration,enum=non-integration,description=Whether it is of integration functions; integration when absent"`
	Position source.Position `yaml:"-"`
}

// Board is the cycle of the authority's meetings.
type Board struct {
	Meetings []Meeting       `yaml:"meetings,omitempty" jsonschema:"description=The meetings of the board and its committees"`
	Position source.Position `yaml:"-"`
}

// Meeting is a meeting at which performance may be reported.
type Meeting struct {
	Date     string          `yaml:"date" jsonschema:"required,description=The day YYYY-MM-DD"`
	Papers   string          `yaml:"papers,omitempty" jsonschema:"description=The day YYYY-MM-DD by which papers must be in"`
	Name     string          `yaml:"name,omitempty" jsonschema:"description=Who meets; the board when absent"`
	Position source.Position `yaml:"-"`
}

// measures checks what apr.yaml says of local measures by itself.
func (c *configChecker) measures() {
	m := c.config.Measures
	for i, f := range m.Files {
		c.path(yamlpos.Item("measures.files", i), f)
	}
	if len(m.Files) == 0 && !m.Position.IsZero() {
		c.add("missing-key", "measures", "name the tables, such as files: [data/local-measures.csv]", "measures names no files")
	}
	c.tolerance("measures.tolerance", m.Tolerance)
	words(c, "measures.escalate", m.Escalate, Escalations())
	var ids []string
	for i, e := range m.List {
		ids = append(ids, e.ID)
		c.measure(yamlpos.Item("measures.list", i), e)
	}
	c.once("measures.list", "the measure", ids)
	for i, meeting := range c.config.Board.Meetings {
		c.date(yamlpos.Item("board.meetings", i)+".date", meeting.Date)
		c.date(yamlpos.Item("board.meetings", i)+".papers", meeting.Papers)
		if meeting.Papers > meeting.Date {
			c.add("unknown-value", yamlpos.Item("board.meetings", i)+".papers", "papers come before the meeting", "papers: %s is after the meeting of %s", meeting.Papers, meeting.Date)
		}
	}
}

func (c *configChecker) measure(path string, e MeasureTerms) {
	c.outcomes(path+".outcomes", e.Outcomes)
	c.otherOutcomesOf(path+".other_outcomes", e)
	var priorities []string
	for _, p := range c.config.StrategicPlan.Priorities {
		priorities = append(priorities, p.Name)
	}
	for i, name := range e.Priorities {
		if !slices.Contains(priorities, name) {
			c.add("unknown-value", yamlpos.Item(path+".priorities", i), source.DidYouMean(name, priorities),
				"%q is not among the priorities that strategic_plan names", name)
		}
	}
	c.since(path+".since", e.Since)
	words(c, path+".levels", e.Levels, measures.Levels())
	c.tolerance(path+".tolerance", e.Tolerance)
	if _, err := measures.ParseNumber(e.Target); e.Target != "" && err != nil {
		c.add("malformed-number", path+".target", "write digits, such as 95", "target: %v", err)
	}
}

func (c *configChecker) tolerance(path, written string) {
	if _, err := measures.ParseTolerance(written); written != "" && err != nil {
		c.add("malformed-number", path, "", "tolerance: %v", err)
	}
}

// words checks that a list holds nothing but known words, each once.
func words[S ~string](c *configChecker, path string, list []S, allowed []string) {
	for i, e := range list {
		w := string(e)
		switch {
		case !slices.Contains(allowed, w):
			c.add("unknown-value", yamlpos.Item(path, i), source.DidYouMean(w, allowed), "%s: unknown value %q", yamlpos.Label(yamlpos.Item(path, i)), w)
		case slices.Contains(list[:i], e):
			c.add("duplicate-name", yamlpos.Item(path, i), "delete one", "%s: %q is given twice", yamlpos.Label(yamlpos.Item(path, i)), w)
		}
	}
}
