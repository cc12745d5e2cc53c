package project

import (
	"fmt"

	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/yamlpos"
)

// localityNames are the names of localities by the codes that tables may have in their
// place.
func (c *Config) localityNames() map[string]string {
	names := map[string]string{}
	for _, l := range c.Localities {
		for _, code := range l.Codes {
			names[code] = l.Name
		}
	}
	return names
}

// localityCodes checks that each code stands for one locality.
func (c *configChecker) localityCodes() {
	type use struct{ path, name string }
	seen := map[string]use{}
	for i, l := range c.config.Localities {
		seen[celltext.Code(l.Name)] = use{yamlpos.Item("localities", i), l.Name}
	}
	for i, l := range c.config.Localities {
		for k, code := range l.Codes {
			path := yamlpos.Item(yamlpos.Item("localities", i)+".codes", k)
			key := celltext.Code(code)
			first, twice := seen[key]
			switch {
			case key == "":
				c.add("missing-value", path, "write the code as ledgers do, or take the line out", "a code of %s is empty", l.Name)
			case twice && first.name != l.Name:
				c.problems.Add(&source.Problem{Code: "duplicate-name", Position: c.config.PositionOf(path),
					Message: fmt.Sprintf("the code %q stands for %s, and for %s", code, first.name, l.Name),
					Hint:    "give each code to one locality",
					Related: []source.Related{{Position: c.config.PositionOf(first.path), Message: "the first"}}})
			default:
				seen[key] = use{path, l.Name}
			}
		}
	}
}

// mappings checks that a rule is one of apr.yaml or names a mapping, and not both.
func (c *configChecker) mappings() {
	seen := map[string]int{}
	for i, r := range c.config.Finance.Rules {
		path := yamlpos.Item("finance.rules", i)
		if r.Mapping == "" {
			if _, written := c.config.positions[path+".mapping"]; written {
				c.add("missing-value", path+".mapping", "name the workbook that was filled in, such as data/mapping.xlsx", "mapping is empty")
			} else if _, written := c.config.positions[path+".when"]; !written {
				c.add("missing-key", path, "write when with a column and a pattern, or mapping with the workbook that was filled in", `the key "when" is missing in an item of rules`)
			}
			continue
		}
		if len(r.When) > 0 || r.Matter+r.CareGroup+r.Locality+r.Apportion+r.Funding+r.Service+r.Exclude != "" {
			c.add("finance-rule", path, "write the rule as an item of its own, before or behind the mapping", "the rule names a mapping, and says more besides")
		}
		key := celltext.Fold(r.Mapping)
		if first, twice := seen[key]; twice {
			c.problems.Add(&source.Problem{Code: "duplicate-name", Position: c.config.PositionOf(path + ".mapping"),
				Message: fmt.Sprintf("the mapping %s is named twice", r.Mapping), Hint: "leave out the second",
				Related: []source.Related{{Position: c.config.PositionOf(yamlpos.Item("finance.rules", first) + ".mapping"), Message: "the first"}}})
			continue
		}
		seen[key] = i
	}
}
