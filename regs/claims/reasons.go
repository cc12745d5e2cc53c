package claims

import (
	"slices"
	"strconv"

	"apr/regs/claims/language"
)

// reasonOfMood says why a clause that isn't plainly of what was isn't read.
func (c *clause) reasonOfMood() string {
	i := slices.IndexFunc(c.items, func(x *item) bool { return x.Class == language.IsMood && x.Word == c.mood })
	if i < 0 {
		if c.asked {
			return "the sentence is of a condition, or of what somebody said"
		}
		return "the words are of what is wanted or expected"
	}
	word := c.textOf(c.items[i].start, c.items[i].end)
	switch c.mood {
	case "quoted":
		return "with " + strconv.Quote(word) + " it is what somebody said or thought, or another body's figure"
	case "historic":
		return "with " + strconv.Quote(word) + " it is of an earlier time"
	}
	return "with " + strconv.Quote(word) + " it may be of what is wanted or expected"
}

// reasonOfUnknown says why a clause with a word that isn't known isn't read.
func (c *clause) reasonOfUnknown() string {
	if slices.Contains(monthNames, c.unknown) {
		return "it is of a month, and the figures are held against those of years"
	}
	return strconv.Quote(c.unknown) + " isn't understood"
}

// monthNames are the months but March, with which the reporting year ends.
var monthNames = []string{"january", "february", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
