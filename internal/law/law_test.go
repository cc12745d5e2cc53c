package law_test

import (
	"testing"

	"apr/internal/law"
	"apr/internal/period"
)

func TestForPicksTheEditionOfTheReportingYear(t *testing.T) {
	for _, year := range []period.Year{0, period.First, 2025, 2099} {
		e := law.For(year)
		if len(e.Matters) != 6 || len(e.Outcomes) != 9 || len(e.Principles) != 13 || len(e.ScrutinyBodies) != 4 {
			t.Errorf("%s: %d matters, %d outcomes, %d principles, %d bodies", year, len(e.Matters), len(e.Outcomes), len(e.Principles), len(e.ScrutinyBodies))
		}
		if year >= period.First && e.From > year {
			t.Errorf("%s is judged by the law from %s on", year, e.From)
		}
	}
}

func TestListsBelongToTheCaller(t *testing.T) {
	law.Latest().Outcomes[0].Text = ""
	if o, ok := law.Latest().Outcome(1); !ok || o.Text == "" {
		t.Error("a caller changed the law")
	}
}

func TestWhatTheLawDoesNotList(t *testing.T) {
	e := law.Latest()
	_, outcome := e.Outcome(10)
	_, principle := e.Principle("b(xiii)")
	_, matter := e.Matter("4(2)(g)")
	if outcome || principle || matter || e.MatterTitle("4(2)(g)") != "4(2)(g)" {
		t.Error("the law has no outcome 10, principle b(xiii) or matter 4(2)(g)")
	}
}

func TestBodiesGoByTheirNames(t *testing.T) {
	if got := law.Latest().ScrutinyBodies[1].Names(); len(got) != 2 || got[0] != "Care Inspectorate" || got[1] != "Social Care and Social Work Improvement Scotland" {
		t.Errorf("got %q", got)
	}
}
