package project

import (
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/yamlpos"
)

// Answer says why an amount that looks wrong is right.
type Answer struct {
	Finding  string          `yaml:"finding" jsonschema:"required,description=The id of the rule such as R0-plausible"`
	About    string          `yaml:"about" jsonschema:"required,description=What the finding is about; its hint says how to write it"`
	Reason   string          `yaml:"reason" jsonschema:"required,description=Why it is right; printed in the report's data notes"`
	Position source.Position `yaml:"-"`
}

// FinanceLimits say from when on an amount is told to be implausible.
type FinanceLimits struct {
	AlikeLines   int             `yaml:"alike_lines,omitempty" jsonschema:"minimum=50,maximum=100,description=Two ledgers with so many percent of their lines alike are the same; 90 when absent"`
	FromFunding  int             `yaml:"from_funding,omitempty" jsonschema:"minimum=1,maximum=1000,description=How many percent spend may be from what was paid or set aside; 15 when absent"`
	FromPlan     int             `yaml:"from_plan,omitempty" jsonschema:"minimum=1,maximum=1000,description=How many percent the spend on a matter; locality; care group or by a partner may be from its plan; 30 when absent"`
	FromLastYear int             `yaml:"from_last_year,omitempty" jsonschema:"minimum=1,maximum=1000,description=How many percent the spend on a matter; locality; care group or by a partner may be from last year's; that of the year half as many; 60 when absent"`
	Position     source.Position `yaml:"-"`
}

// Answer is the answer to what the rule with the id tells of a problem, or nil.
func (p *Project) Answer(problem *source.Problem, rule string) *Answer {
	if problem.About == "" || p.Config == nil {
		return nil
	}
	for i := range p.Config.Finance.Answers {
		a := &p.Config.Finance.Answers[i]
		if a.Finding == rule && celltext.Fold(a.About) == celltext.Fold(problem.About) && strings.TrimSpace(a.Reason) != "" {
			return a
		}
	}
	return nil
}

// answers asks for a reason with each answer.
func (c *configChecker) answers() {
	for i, a := range c.config.Finance.Answers {
		path := yamlpos.Item("finance.answers", i) + ".reason"
		if _, written := c.config.positions[path]; written && strings.TrimSpace(a.Reason) == "" {
			c.add("missing-value", path, "say why it is right; the report prints it", "reason is empty")
		}
	}
}

// limits are those of apr.yaml in the reader's terms.
func (l FinanceLimits) limits() finance.Limits {
	return finance.Limits{AlikeLines: l.AlikeLines, FromFunding: l.FromFunding, FromPlan: l.FromPlan, FromLastYear: l.FromLastYear}
}
