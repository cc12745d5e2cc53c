package workbook

import (
	"cmp"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strings"

	"apr/indicators"
	"apr/internal/source"
)

// completeness knows which of the 34 areas have a row, for each indicator and
// period: one bit an area.
type completeness map[indicatorPeriod]uint64

type indicatorPeriod struct {
	id     indicators.ID
	period string
}

func (c completeness) mark(o *indicators.Observation, area int) {
	bit := uint64(0)
	if area >= 0 {
		bit = 1 << area
	}
	c[indicatorPeriod{o.Indicator, o.Period}] |= bit
}

// problems report areas without rows, once for each set of them, and of
// indicators without any. Areas are only looked for in a table that should have
// all of them.
func (c completeness) problems(at source.Position, allAreas bool) []*source.Problem {
	names := indicators.Areas()
	every := uint64(1)<<len(names) - 1
	present := map[indicators.ID]bool{}
	missing := map[uint64][]string{}
	var order []uint64
	for _, k := range slices.SortedFunc(maps.Keys(c), func(a, b indicatorPeriod) int {
		return cmp.Or(a.id.Compare(b.id), cmp.Compare(a.period, b.period))
	}) {
		present[k.id] = true
		if lacks := every &^ c[k]; lacks != 0 && allAreas && catalogue().byID[k.id].Reported {
			if missing[lacks] == nil {
				order = append(order, lacks)
			}
			missing[lacks] = append(missing[lacks], fmt.Sprintf("%s %s", k.id, k.period))
		}
	}
	var t tally
	for _, lacks := range order {
		t.add(indicators.CodeIncompleteAreas, at, incompleteMessage(names, lacks, missing[lacks]), "",
			"ranks and averages are of the areas that are there; ask Public Health Scotland whether the release is complete")
	}
	var absent []string
	for _, entry := range catalogue().list {
		if entry.Reported && !present[entry.ID] {
			absent = append(absent, string(entry.ID))
		}
	}
	if len(absent) > 0 {
		t.add(indicators.CodeAbsentIndicator, at, "the workbook has no rows for "+listed(absent, len(absent)), "",
			"Public Health Scotland's July release has all of "+indicators.Names(func(i *indicators.Indicator) bool { return i.Reported }))
	}
	return t.problems()
}

// incompleteMessage names the areas that lack rows, or counts them where they
// are many.
func incompleteMessage(names []string, lacks uint64, where []string) string {
	const most = 5
	if n := bits.OnesCount64(lacks); n > most {
		return fmt.Sprintf("only %d of the %d areas have rows in %s", len(names)-n, len(names), listed(where, most))
	}
	var absent []string
	for i, name := range names {
		if lacks&(1<<i) != 0 {
			absent = append(absent, name)
		}
	}
	return fmt.Sprintf("no rows for %s in %s", strings.Join(absent, ", "), listed(where, most))
}
