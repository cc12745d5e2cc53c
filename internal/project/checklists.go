package project

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/indicators"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// names checks that no name is that of two indicators of the core suite: a text that says it
// would be held against either. A local measure may well be called as the indicator is.
func (c *configChecker) names() {
	type given struct{ id, path string }
	first := map[string]given{}
	for _, id := range slices.Sorted(maps.Keys(c.config.Names)) {
		if _, ok := indicators.ByID(indicators.ID(id)); !ok {
			continue
		}
		for i, name := range c.config.Names[id] {
			key := strings.ToLower(wording.OneLine(name))
			now := given{id, yamlpos.Item(yamlpos.Join("names", id), i)}
			other, twice := first[key]
			if !twice || key == "" || other.id == id {
				first[key] = now
				continue
			}
			at := c.config.PositionOf(other.path)
			c.problems.Add(&source.Problem{
				Code: "duplicate-name", Position: c.config.PositionOf(now.path),
				Message: fmt.Sprintf("%s and %s are both called %q: a text that says it can't mean both", other.id, id, name),
				Hint:    "give each a name of its own", Related: []source.Related{{Position: at, Message: "the first"}},
			})
		}
	}
}
