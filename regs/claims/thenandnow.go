package claims

import "apr/regs/claims/language"

// This file reads what a figure was in one year and in another: "where 61.5% were cared for at home in 2020, four
// years on it was 66.0%".

// wasThen reports whether a figure and its year stand at item i, before the first mark.
func (s *statement) wasThen(i int) bool {
	if i >= len(s.items) || s.items[i].Class != language.IsQuantity {
		return false
	}
	for ; i < len(s.items) && s.items[i].Class != language.IsMark; i++ {
		if s.items[i].Class == language.IsPeriod && s.items[i].known {
			return true
		}
	}
	return false
}

// alsoIn are the years of the second of two in which a figure is said to have been so, "in both 2020/21 and 2021/22",
// nil where it isn't.
func (c *clause) alsoIn(q *placed) []int {
	for i := q.i + 1; i+3 < len(c.items); i++ {
		switch it := c.items[i]; {
		case it.text == "both" && c.is(i+1, language.IsPeriod) && c.items[i+2].text == "and" && c.is(i+3, language.IsPeriod):
			return c.yearsOf(c.items[i+3])
		case it.Class != language.IsPlain && it.Class != language.IsRole:
			return nil
		}
	}
	return nil
}
