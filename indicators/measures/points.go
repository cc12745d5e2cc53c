package measures

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/indicators/workbook"
	"apr/internal/period"
	"apr/internal/source"
)

// point keeps the figures of one period.
func (rd *reader) point(e *entry, span period.Span, value workbook.Number) {
	p := Point{
		Period: span, Mark: value.Mark, Position: rd.row.Position(rd.header.at[valueColumn]),
		Numerator: rd.optional(numeratorColumn), Denominator: rd.optional(denominatorColumn),
		Target: rd.optional(targetColumn), Baseline: rd.optional(baselineColumn), Tolerance: rd.tolerance(),
	}
	if value.Known {
		p.Value = &value.Value
		e.decimals = max(e.decimals, decimalsOf(rd.row.Text(rd.header.at[valueColumn]), rd.row.Workbook()))
	}
	e.percent = e.percent || value.Percent
	place, other := rd.places.of(rd.text(localityColumn))
	if other { // its own target isn't ours
		p.Target, p.Tolerance, p.Baseline = nil, nil, nil
	}
	at := p.Position
	if c := rd.header.at[localityColumn]; c >= 0 && place != "" {
		at = rd.row.Position(c)
	}
	rd.keep(e, place, other, p, at)
	if place == "" {
		rd.compared(e, scotlandColumn, indicators.Scotland, span)
		rd.compared(e, peersColumn, rd.headName(peersColumn), span)
	}
}

// keep adds a point to the series of a place, which begins at a cell.
func (rd *reader) keep(e *entry, place string, other bool, p Point, at source.Position) {
	key := pointKey{strings.ToLower(place), p.Period}
	s := e.In(place)
	if first, twice := e.seen[key]; twice {
		rd.again(s, p, first)
		return
	}
	e.seen[key] = p.Position
	if s == nil {
		s = &Series{Locality: place, Other: other, Position: at}
		e.Series = append(e.Series, s)
	}
	s.Points = append(s.Points, p)
}

// compared keeps what stands beside the whole area's value in a column of its own.
func (rd *reader) compared(e *entry, c column, name string, span period.Span) {
	n := rd.number(c)
	if !n.Known && n.Mark == "" {
		return
	}
	p := Point{Period: span, Mark: n.Mark, Position: rd.row.Position(rd.header.at[c])}
	if n.Known {
		p.Value = &n.Value
	}
	rd.keep(e, name, true, p, p.Position)
}

// again meets a period a second time; the same value does no harm.
func (rd *reader) again(s *Series, p Point, first source.Position) {
	i := slices.IndexFunc(s.Points, func(q Point) bool { return q.Period == p.Period })
	q := s.Points[i]
	if same(q.Value, p.Value) && same(q.Target, p.Target) {
		return
	}
	rd.fatal.Add(&source.Problem{Code: CodeDuplicate, Position: p.Position,
		Message: fmt.Sprintf("%s has two values or targets for %s%s: %s and %s", rd.text(idColumn), p.Period, placed(s), figuresOf(q), figuresOf(p)),
		Hint:    "keep the row that is right",
		Related: []source.Related{{Position: first, Message: "the other row"}}})
}

// placed names the place of a series behind a period.
func placed(s *Series) string {
	if s.Locality == "" {
		return " in the whole area"
	}
	return " in " + s.Locality
}

// figuresOf are a point's value and target as they are printed.
func figuresOf(p Point) string {
	text := "no value"
	if p.Value != nil {
		text = strconv.FormatFloat(*p.Value, 'f', -1, 64)
	}
	if p.Target != nil {
		text += " (target " + strconv.FormatFloat(*p.Target, 'f', -1, 64) + ")"
	}
	return text
}

func same(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }
