package measures

import (
	"fmt"
	"time"

	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/wording"
)

// isCalendar and isFinancial report whether a period is such a year.
func isCalendar(s period.Span) bool {
	return s.Months == period.FullYear && s.Start.Month() == time.January
}
func isFinancial(s period.Span) bool {
	return s.Months == period.FullYear && s.Start.Month() == time.April
}

// enoughYears is among how many years of one kind one of the other is a slip.
const enoughYears = 3

// oddPeriods reports a calendar year among financial years of a measure, or the other way
// round: 2025 where 2025/26 was meant.
func (rd *reader) oddPeriods() {
	for _, m := range rd.table.Measures {
		for _, s := range m.Series {
			var calendar, financial []*Point
			for i := range s.Points {
				switch p := &s.Points[i]; {
				case isCalendar(p.Period):
					calendar = append(calendar, p)
				case isFinancial(p.Period):
					financial = append(financial, p)
				}
			}
			odd, kind, others := calendar, "a calendar year", len(financial)
			if len(calendar) > len(financial) {
				odd, kind, others = financial, "a financial year", len(calendar)
			}
			if len(odd) != 1 || others < enoughYears {
				continue
			}
			rd.survived.Add(&source.Problem{Code: CodeConflict, Position: odd[0].Position,
				Message: fmt.Sprintf("%s has %s, %s, among %d years of the other kind%s", m.ID, kind, odd[0].Period, others, placed(s)),
				Hint:    "write the period as those of its other rows, such as 2025/26"})
		}
	}
}

// Newest values are taken for a copy of those before them where so many measures have the
// same two times, and these are nearly all.
const enoughCopied = 5

// copiedPeriods reports a table in which nearly all measures have the same value in the
// newest period as in the one before.
func (rd *reader) copiedPeriods() {
	same, both := 0, 0
	var first *Point
	for _, m := range rd.table.Measures {
		s := m.Whole()
		if s == nil || len(s.Points) < 2 {
			continue
		}
		now, before := &s.Points[len(s.Points)-1], &s.Points[len(s.Points)-2]
		if now.Value == nil || before.Value == nil {
			continue
		}
		if both++; *now.Value == *before.Value {
			if same++; same == 1 {
				first = now
			}
		}
	}
	if same < enoughCopied || 10*same < 8*both {
		return
	}
	rd.survived.Add(&source.Problem{Code: CodeConflict, Position: first.Position, Likely: true,
		Message: fmt.Sprintf("%d of %s have the same value in their newest period as in the one before it", same, wording.Count(both, "measure")),
		Hint:    "see whether the rows of last year were copied and only their period changed"})
}
