package sums

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"apr/internal/source"
	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// statusWords are what becomes of commitments, recommendations and the like: done, done
// in part, and not. A sentence that has one of each parts the whole.
var statusWords = [][]string{
	{"met", "complete", "completed", "achieved", "delivered"},
	{"part", "partly", "partially", "progress"},
	{"not"},
}

// others are words that say that the parts named aren't all.
var others = []string{"rest", "remaining", "remainder", "other", "others", "withdrawn", "dropped", "paused", "deferred", "including", "among", "last", "previous", "earlier", "ago", "them", "these", "which"}

// parted reads "15 of its 24 commitments were met, six in part and three not": the parts
// are the whole together. Where the sentence doesn't name the whole, another may.
func (c *sums) parted() {
	var numbers []int
	for k := range c.ts {
		switch c.ts[k].Kind {
		case language.ReferenceToken:
			return
		case language.YearToken:
			if c.text(k-1) != "to" && c.text(k+1) != "to" { // "Closer to Home 2023 to 2026"
				return
			}
		case language.NumberToken:
			numbers = append(numbers, k)
		}
	}
	whole := -1
	for i, k := range numbers {
		if before := c.text(k - 1); before == "of" || c.text(k-2) == "of" && slices.Contains([]string{"the", "its", "our", "all"}, before) {
			whole, numbers = k, slices.Delete(numbers, i, i+1)
			break
		}
	}
	if len(numbers) != 3 || c.has(0, len(c.ts), others...) || c.text(numbers[2]-1) != "and" {
		return
	}
	sum := int64(0)
	for _, k := range numbers {
		if !c.ts[k].Q.IsWhole() || c.ts[k].Q.Hedged || c.hedged(k) {
			return
		}
		sum += c.ts[k].Q.Value.Num().Int64()
	}
	if !c.has(0, numbers[1], statusWords[0]...) || !c.has(numbers[1], numbers[2], statusWords[1]...) || !c.has(numbers[2], numbers[2]+5, statusWords[2]...) || c.has(0, numbers[2], "not") {
		return
	}
	if whole < 0 {
		c.partsOfNamed(numbers, sum)
		return
	}
	if q := c.ts[whole].Q; q.Unit != facts.Bare || c.hedged(whole) || q.In().Has(exact.Rat(sum, 1)) {
		return
	}
	cl := c.tell(numbers[0], numbers[2], numbers[2], numbers[2])
	cl.Quantity, cl.Comparator, cl.Expected = c.ts[numbers[2]].Q.Bounds(), "of", strconv.FormatInt(sum, 10)
	cl.Verdict, cl.Slip = claim.Contradicted, "sum"
	cl.Message = fmt.Sprintf("the parts %s are %d together; the text has %s", c.listed(numbers), sum, c.words(whole, whole))
	cl.Hint, cl.Evidence = "correct the counts, or say what became of the others", c.evidence(whole, "the whole")
}

// listed are figures as the text has them.
func (c *sums) listed(numbers []int) string {
	var all []string
	for _, k := range numbers {
		all = append(all, c.words(k, k))
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}

// Parts are those of a whole that is named and not counted: "15 commitments met, six partly met and three not".
type Parts struct {
	Of       string // the noun
	Together int64  // how many they are
	Written  string // "15, six and three"
	// From is where the last of them is, and To behind it.
	From, To source.Position
}

// partsOfNamed keeps the sum of parts as a count of the whole that is named behind the first.
func (c *sums) partsOfNamed(numbers []int, sum int64) {
	if noun := c.text(numbers[0] + 1); strings.HasSuffix(noun, "s") {
		at, last := c.passage.Text, &c.ts[numbers[2]]
		c.parts = &Parts{Of: noun, Together: sum, Written: c.listed(numbers), From: at.At(last.Start), To: at.At(last.End)}
	}
}
