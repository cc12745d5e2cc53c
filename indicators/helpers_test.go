package indicators

import (
	"strings"
	"testing"

	"apr/internal/period"
	"apr/internal/source"
)

// workbookOf is a workbook of observations, as a table is made from.
func workbookOf(list ...Observation) *Workbook {
	return &Workbook{File: "w.xlsx", Release: "July 2026", Sheet: "Data", Observations: list}
}

// observe is one observation.
func observe(id ID, area, p string, value float64) Observation {
	o := Observation{Indicator: id, Area: area, Period: p, Value: &value}
	switch o.Basis = catalogue().byID[id].Basis; {
	case o.Basis == Survey, o.Basis == Census:
	case len(p) == len("2025"):
		o.Basis = Calendar
	default:
		o.Basis = Financial
	}
	o.Position = source.Position{File: "w.xlsx", Sheet: "Data", Cell: "I2"}
	return o
}

// within gives an observation confidence limits around its value.
func within(o Observation, margin float64) Observation {
	lower, upper := *o.Value-margin, *o.Value+margin
	o.Lower, o.Upper = &lower, &upper
	return o
}

// without takes the value away and leaves a mark.
func without(o Observation, mark string) Observation {
	o.Value, o.Mark = nil, mark
	return o
}

// tableOf makes a table or ends the test.
func tableOf(t testing.TB, w *Workbook, opts TableOptions) *Table {
	t.Helper()
	made, err := w.Table(opts)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// statuses are those of a series, in order.
func (s *Series) statuses() string {
	var list []string
	for _, p := range s.Points {
		list = append(list, string(p.Status))
	}
	return strings.Join(list, " ")
}

func (s *Series) point(t testing.TB, y period.Year) *Point {
	t.Helper()
	p := s.At(y)
	if p == nil {
		t.Fatalf("%s has no point for %s", s.Indicator.ID, y)
	}
	return p
}
