package grades

import (
	"time"

	"apr/internal/period"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads which inspection a sentence about grades speaks of: by its date, its year, or as the last or the one before.

// inspection is the inspection of which words at token i say when it was; nil where the service had none then.
func (g *grading) inspection(i int) (on *facts.GradedOn, n int) {
	all := g.of.Inspected
	year := func(k int) int {
		if k < len(g.ts) && g.ts[k].Kind == language.YearToken {
			return g.ts[k].Year
		}
		return 0
	}
	w := g.text(i)
	on, n = g.dated(i)
	if n > 0 {
		return on, n
	}
	if y := year(i); y != 0 {
		for j := range all {
			if all[j].Date.Year() == y {
				if on != nil {
					return nil, 1
				}
				on = &all[j]
			}
		}
		return on, 1
	}
	last := &all[len(all)-1]
	switch w {
	case "latest", "newest":
		return last, 1
	case "most":
		if g.text(i+1) == "recent" || g.text(i+1) == "recently" {
			return last, 2
		}
	case "last":
		switch g.text(i + 1) {
		case "time":
			if len(all) == 2 {
				return &all[0], 2
			}
			return nil, 2
		case "inspected", "inspection", "visit", "visited", "graded":
			return last, 1
		}
	case "now", "today":
		return last, 1
	case "first", "initial":
		if next := g.text(i + 1); next == "inspection" || next == "visit" {
			return nil, 2 // the data may not have it
		}
	case "this":
		if g.text(i+1) == "time" {
			return last, 2
		}
	case "previous", "previously", "earlier", "before":
		if w == "before" && g.text(i-1) != "time" && g.text(i-1) != "inspection" {
			return nil, 0
		}
		if len(all) == 2 {
			return &all[0], 1
		}
		return nil, 1
	}
	return nil, 0
}

// date reads a date with a month at token i: "18 September 2025", "September 18th, 2025", "18/09/2025"; n is how many
// tokens it has, and day and year are 0 where it doesn't give them.
func (g *grading) date(i int) (day int, month time.Month, year, n int) {
	k := i
	number := func() int {
		if k < len(g.ts) && g.ts[k].Kind == language.NumberToken {
			if d, is := g.whole(k); is && d >= 1 && d <= 31 {
				return d
			}
		}
		if k < len(g.ts) {
			return int(g.ts[k].Ordinal)
		}
		return 0
	}
	slash := func() bool {
		return k > 0 && k < len(g.ts) && g.ts[k].Start == g.ts[k-1].End+1 && (g.Plain[g.ts[k-1].End] == '/' || g.Plain[g.ts[k-1].End] == '.')
	}
	if day = number(); day != 0 {
		k++
		if g.text(k) == "of" {
			k++
		}
	}
	named, is := period.MonthNamed(g.text(k))
	switch {
	case is:
		month = named
		k++
	case day != 0 && slash() && number() >= 1 && number() <= 12:
		month = time.Month(number())
		k++
		if !slash() {
			return 0, 0, 0, 0
		}
	default:
		return 0, 0, 0, 0
	}
	if d := number(); d != 0 && day == 0 {
		day = d
		k++
	}
	if g.text(k) == "," && k+1 < len(g.ts) && g.ts[k+1].Kind == language.YearToken {
		k++
	}
	if k < len(g.ts) && g.ts[k].Kind == language.YearToken && g.ts[k].Calendar {
		year = g.ts[k].Year
		k++
	}
	return day, month, year, k - i
}

// dated is the inspection on a date with a month at token i; nil where the service had none then.
func (g *grading) dated(i int) (on *facts.GradedOn, n int) {
	day, month, year, n := g.date(i)
	if n == 0 {
		return nil, 0
	}
	for j := range g.of.Inspected {
		if d := g.of.Inspected[j].Date; d.Month() == month && (year == 0 || d.Year() == year) && (day == 0 || d.Day() == day) {
			return &g.of.Inspected[j], n
		}
	}
	return nil, n
}

// nearly is the inspection that a date with a month at token i may be meant for, which is another: the only one in
// that year, or of the same month in another; nil where there is none.
func (g *grading) nearly(i int) (on *facts.GradedOn) {
	day, month, year, _ := g.date(i)
	for j := range g.of.Inspected {
		at := &g.of.Inspected[j]
		if month != 0 && year == at.Date.Year() || month == at.Date.Month() && (day == 0 || day == at.Date.Day()) {
			if on != nil {
				return nil
			}
			on = at
		}
	}
	return on
}
