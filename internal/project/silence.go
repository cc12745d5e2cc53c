package project

import (
	"strings"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Silence sets a rule of guidance or advice aside. The law can't be.
type Silence struct {
	Rule     string          `yaml:"rule" jsonschema:"required,description=The id of the rule such as R42-4-planned-date; apr rules lists them"`
	Reason   string          `yaml:"reason" jsonschema:"required,description=Why it is set aside; printed in the report"`
	Position source.Position `yaml:"-"`
}

// silence asks for a reason with each rule that is set aside. Whether there is
// such a rule, and whether it may be, is told by the rules.
func (c *configChecker) silence() {
	for i, s := range c.config.Silence {
		path := yamlpos.Item("silence", i) + ".reason"
		if _, written := c.config.positions[path]; written && strings.TrimSpace(s.Reason) == "" {
			c.add("missing-value", path, "say why the rule is set aside; the report prints it", "reason is empty")
		}
	}
}
