package claims

import (
	"fmt"
	"slices"
	"strings"
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
		switch c.ts[k].kind {
		case referenceToken:
			return
		case yearToken:
			if c.text(k-1) != "to" && c.text(k+1) != "to" { // "Closer to Home 2023 to 2026"
				return
			}
		case numberToken:
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
		if c.ts[k].q.unit != bare || !c.ts[k].q.value.IsInt() || c.ts[k].q.hedged || c.hedged(k) {
			return
		}
		sum += c.ts[k].q.value.Num().Int64()
	}
	if !c.has(0, numbers[1], statusWords[0]...) || !c.has(numbers[1], numbers[2], statusWords[1]...) || !c.has(numbers[2], numbers[2]+5, statusWords[2]...) || c.has(0, numbers[2], "not") {
		return
	}
	start, end := c.ts[numbers[0]].start, c.ts[numbers[2]].end
	at := c.passage.Text
	if whole < 0 {
		c.partsOfNamed(numbers, sum)
		return
	}
	if q := c.ts[whole].q; q.unit != bare || c.hedged(whole) || q.in().has(rat(sum, 1)) {
		return
	}
	c.reading.Claims = append(c.reading.Claims, &Claim{Text: c.textOf(start, end), Position: at.At(start), End: at.At(end), At: at.At(c.ts[numbers[2]].start), AtEnd: at.At(end), Name: c.name,
		Words: c.textOf(c.ts[numbers[2]].start, end), Measure: saysArithmetic, Scope: "area", Mood: "asserted", Quantity: c.ts[numbers[2]].q.bounds(), Verdict: Contradicted, Comparator: "of", Slip: "sum", Expected: itoa(int(sum)),
		Message: fmt.Sprintf("the parts %s are %d together; the text has %s", c.listed(numbers), sum, c.textOf(c.ts[whole].start, c.ts[whole].end)),
		Hint:    "correct the counts, or say what became of the others", Evidence: related(at.At(c.ts[whole].start), "the whole")})
}

// listed are figures as the text has them.
func (c *sums) listed(numbers []int) string {
	var all []string
	for _, k := range numbers {
		all = append(all, c.textOf(c.ts[k].start, c.ts[k].end))
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}

// partsOfNamed keeps the sum of parts as a count of the whole that is named behind the
// first: "15 commitments met, six partly met and three not".
func (c *sums) partsOfNamed(numbers []int, sum int64) {
	noun := c.text(numbers[0] + 1)
	if !strings.HasSuffix(noun, "s") || slices.Contains(passing, noun) {
		return
	}
	at, end := c.passage.Text, c.ts[numbers[2]].end
	q := exactly(sum)
	c.reading.said = append(c.reading.said, said{key: "whole:" + c.locality + ":" + noun, what: "(" + itoa(int(sum)) + ") " + noun, is: q.in(), written: c.listed(numbers),
		sentence: at.At(c.ts[0].start), position: at.At(c.ts[numbers[2]].start), end: at.At(end), name: c.name})
}
