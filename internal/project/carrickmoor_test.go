package project

import (
	"context"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"apr/finance"
	"apr/indicators"
)

// What internal/carrickmoor writes tells a story, which is read here: the program itself
// knows nothing of projects.

// carrickmoor is the example, loaded once for the tests that look at its data.
func carrickmoor(t *testing.T) *Project {
	t.Helper()
	r, err := loadCarrickmoor()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var loadCarrickmoor = sync.OnceValues(func() (*Project, error) {
	return Load(context.Background(), Options{
		Dir:   filepath.Join("..", "..", "examples", "carrickmoor"),
		Today: time.Date(2026, time.July, 19, 0, 0, 0, 0, time.UTC),
	})
})

func TestEveryLedgerLineIsClassifiedAndReconciles(t *testing.T) {
	r := carrickmoor(t)
	for _, l := range r.Account.Ledgers {
		if l.Unclassified != 0 || l.Classified < 4000 {
			t.Errorf("%s: %d lines classified, %d not", l.File, l.Classified, l.Unclassified)
		}
		if l.Control == nil || l.Total != *l.Control {
			t.Errorf("%s comes to %v; the control total is %v", l.File, l.Total, l.Control)
		}
		if l.PlanControl == nil || l.PlanTotal == nil || *l.PlanTotal != *l.PlanControl {
			t.Errorf("the plan of %s comes to %v; the control total is %v", l.File, l.PlanTotal, l.PlanControl)
		}
	}
	if u := r.Account.Unallocated.Spend; u.Money != 0 {
		t.Errorf("%v belongs to no locality", u.Money)
	}
	for _, p := range r.Account.Problems {
		t.Error(p)
	}
	for _, p := range r.Workbook.Problems {
		t.Error(p)
	}
}

func TestTheMoneyIsThatOfTheStory(t *testing.T) {
	account := carrickmoor(t).Account
	for name, c := range map[string]struct {
		got  finance.Money
		want string
	}{
		"spend":      {account.Spend.Money, "£250.4m"},
		"plan":       {account.Plan.Money, "£247.6m"},
		"funding":    {account.Funding.Money, "£247.6m"},
		"overspend":  {account.Spend.Money - account.Plan.Money, "£2.8m"},
		"set aside":  {find(account.Fundings, "set-aside").Plan.Money, "£27.2m"},
		"hosted":     {find(account.Fundings, "hosted").Plan.Money, "£9.4m"},
		"council":    {find(account.Partners, "Carrickmoor Council").Plan.Money, "£88.9m"},
		"first year": {account.Years[0].Spend.Money, "£196.0m"},
	} {
		if got := c.got.Millions(); got != c.want {
			t.Errorf("%s is %s; want %s", name, got, c.want)
		}
	}
	if account.Plan.Money != account.Funding.Money {
		t.Errorf("funding %v isn't the plan %v", account.Funding.Money, account.Plan.Money)
	}
}

// The parts of each year's spend are the whole, and the balance of care shifts:
// hospital inpatients' share falls each year, other social care's rises.
func TestTheHistoryShiftsFromHospitalToHome(t *testing.T) {
	account := carrickmoor(t).Account
	if len(account.Years) != 6 {
		t.Fatalf("%d years; want 6", len(account.Years))
	}
	var inpatients, social float64
	for i, y := range account.Years {
		for what, lines := range map[string][]finance.Line{"matters": account.Matters, "localities": account.Localities} {
			var sum finance.Money
			for j := range lines {
				sum += lines[j].In(y.Year).Spend.Money
			}
			if sum != y.Spend.Money {
				t.Errorf("%v: the %s come to %v; spend is %v", y.Year, what, sum, y.Spend.Money)
			}
		}
		a, _ := account.Matters[0].In(y.Year).Proportion()
		e, _ := account.Matters[4].In(y.Year).Proportion()
		if i > 0 && (a >= inpatients || e <= social) {
			t.Errorf("%v: inpatients %.4f after %.4f, other social care %.4f after %.4f", y.Year, a, inpatients, e, social)
		}
		inpatients, social = a, e
	}
}

// find is the line of an ID, or an empty one.
func find(lines []finance.Line, id string) finance.Line {
	for _, l := range lines {
		if l.ID == id {
			return l
		}
	}
	return finance.Line{}
}

func TestTheIndicatorsAreThoseOfTheStory(t *testing.T) {
	table := carrickmoor(t).Indicators
	for id, want := range map[indicators.ID]struct {
		newest          float64 // as rounded for display
		previous, first indicators.Direction
	}{
		"NI1":  {91, indicators.NoClear, indicators.NoClear},
		"NI3":  {66, indicators.Better, indicators.Better},
		"NI6":  {71, indicators.NoClear, indicators.Better},
		"NI8":  {30, indicators.NoClear, indicators.NoClear},
		"NI11": {421, indicators.Better, indicators.Better},
		"NI12": {11152, indicators.Better, indicators.Worse},
		"NI13": {112030, indicators.Better, indicators.Worse},
		"NI14": {107, indicators.Worse, indicators.Worse},
		"NI15": {91, indicators.Better, indicators.Better},
		"NI16": {24, indicators.Worse, indicators.Worse},
		"NI17": {86, indicators.Better, indicators.Better},
		"NI18": {66, indicators.Better, indicators.Better},
		"NI19": {688, indicators.Better, indicators.Worse},
	} {
		s := table.ByID(id)
		newest := s.Newest()
		if newest == nil || s.FromPrevious == nil || s.FromFirst == nil {
			t.Errorf("%s has no newest value or no change", id)
			continue
		}
		if d := *newest.Value - want.newest; d < -0.5 || d >= 0.5 {
			t.Errorf("%s is %g; want %g", id, *newest.Value, want.newest)
		}
		if s.FromPrevious.Direction != want.previous || s.FromFirst.Direction != want.first {
			t.Errorf("%s: %q since %s, %q since %s; want %q and %q", id, s.FromPrevious.Direction, s.FromPrevious.From,
				s.FromFirst.Direction, s.FromFirst.From, want.previous, want.first)
		}
	}
}
