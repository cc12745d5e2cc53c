package account

import (
	"testing"

	"apr/finance"
	"apr/internal/period"
)

// line is one with these amounts from 2020/21 on; 0 is one that isn't known.
func line(id string, amounts ...finance.Money) *finance.Line {
	l := &finance.Line{ID: id}
	for i, m := range amounts {
		l.Years = append(l.Years, finance.YearAmount{Year: period.Year(2020 + i), Spend: finance.Amount{Money: m, Known: m != 0}})
	}
	return l
}

// Two lines near each other are exchanged where each is on the other's trend and off its own.
func TestLinesNearEachOtherExchanged(t *testing.T) {
	for name, c := range map[string]struct {
		i, j *finance.Line
		want period.Year // 0 for none
	}{
		"as they are":                 {line("i", 312, 327, 344, 362, 375, 387), line("j", 234, 251, 273, 298, 320, 341), 0},
		"exchanged":                   {line("i", 312, 327, 344, 298, 375, 387), line("j", 234, 251, 273, 362, 320, 341), 2023},
		"in the first year":           {line("i", 234, 327, 344, 362, 375, 387), line("j", 312, 251, 273, 298, 320, 341), 2020},
		"in the last before this":     {line("i", 312, 327, 344, 362, 320, 387), line("j", 234, 251, 273, 298, 375, 341), 2024},
		"one alone is off":            {line("i", 312, 327, 344, 298, 375, 387), line("j", 234, 251, 273, 298, 320, 341), 0},
		"moved, but to other amounts": {line("i", 312, 327, 344, 262, 375, 387), line("j", 234, 251, 273, 398, 320, 341), 0},
		"moved for good":              {line("i", 312, 327, 344, 298, 306, 315), line("j", 234, 251, 273, 362, 380, 395), 0},
		"nearly the same":             {line("i", 300, 306, 312, 318, 324, 330), line("j", 297, 304, 314, 315, 326, 328), 0},
		"two that cross":              {line("i", 300, 320, 340, 360, 380, 400), line("j", 400, 380, 360, 340, 320, 300), 0},
		"two that always change":      {line("i", 312, 250, 344, 250, 375, 250), line("j", 234, 330, 273, 350, 320, 370), 0},
		"too few years":               {line("i", 0, 0, 344, 298, 375, 387), line("j", 0, 0, 273, 362, 320, 341), 0},
	} {
		for y := period.Year(2020); y < 2025; y++ {
			if got := swappedByTrend(c.i, c.j, y); got != (y == c.want) || got != swappedByTrend(c.j, c.i, y) {
				t.Errorf("%s: %s: %t", name, y, got)
			}
		}
	}
}
