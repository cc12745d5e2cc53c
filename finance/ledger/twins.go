package ledger

import (
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/ledger/sketch"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// Cost centres with the same lines have so many of them, with so many amounts that differ:
// equal payments to two providers are no second time.
const (
	leastTwins       = 6
	leastTwinAmounts = 4
)

// hash takes in a line by its account, date and amount.
func (c *Centre) hash(r *Reader, record []string, f *figures) {
	if f.Amount == 0 {
		return
	}
	h := sketch.Empty
	for _, i := range r.alike {
		if i != r.Group {
			h = sketch.WithCell(h, celltext.Trim(celltext.At(record, i)))
		}
	}
	c.same += mix(uint64(f.Amount)*prime ^ h)
	c.amounts |= 1 << (mix(uint64(f.Amount)*prime) % 64)
}

// reportTwins reports cost centres of one name that have the same lines, as where a centre
// was given another code and the export has it under both. What is split in two equal parts
// has names of its own, and a name of one word, such as Care, is that of many.
func (r *Reader) reportTwins() {
	if r.date < 0 && r.period < 0 || r.Out.Ledger.Kind != finance.Actual {
		return
	}
	type lines struct {
		same uint64
		name string
	}
	seen := map[lines]*Centre{}
	for _, code := range slices.Sorted(maps.Keys(r.review.centres)) {
		c := r.review.centres[code]
		if c.Up+c.Down < leastTwins || bits.OnesCount64(c.amounts) < leastTwinAmounts || !strings.Contains(c.Name, " ") || c.Class.Exclude != "" {
			continue
		}
		key := lines{c.same, celltext.Fold(c.Name)}
		of := seen[key]
		if of == nil {
			seen[key] = c
			continue
		}
		r.Out.Doubts.Add(&source.Problem{Code: finance.CodeMayRepeat, Position: c.Position, About: r.Out.Spec.File + " " + c.Code, Likely: true,
			Message: fmt.Sprintf("the cost centres %s and %s, both %s, have the same %s, with the same accounts, dates and amounts, %s in all: the same money seems to count twice",
				of.Code, c.Code, c.Name, wording.Count(c.Up+c.Down, "line"), c.Amount.Exact()),
			Hint:    "see whether the cost centre was given another code in the year and the export has it under both; exclude one",
			Related: []source.Related{{Position: of.Position, Message: "the first of its lines under " + of.Code}}})
	}
}

// SameLines reports whether two cost centres have the same lines, by account, date and
// amount, and so many that it is no chance.
func (c *Centre) SameLines(o *Centre) bool {
	return c.same == o.same && c.Up+c.Down == o.Up+o.Down && c.Up+c.Down >= leastTwins && bits.OnesCount64(c.amounts) >= leastTwinAmounts
}
