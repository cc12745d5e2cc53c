package regs

import (
	"strings"
	"testing"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// inMoray is a project with a foreword and nothing else.
func inMoray(foreword string) *project.Project {
	r := complete(year)
	r.Config.Authority = project.Authority{Name: "Moray Integration Joint Board", Area: "Moray", HealthBoard: "NHS Grampian", Councils: []string{"Moray Council"}}
	r.Config.Localities = []project.Locality{{Name: "Keith and Speyside"}}
	r.Config.StrategicPlan = project.StrategicPlan{Title: "Partners in Care", Period: "2024 to 2027"}
	r.Narrative = &project.Narrative{}
	r.Narrative.Opening.Foreword = yamlpos.NewText(foreword, source.Position{File: "narrative/opening.yaml", Line: 2, Column: 3})
	return r
}

func namesFound(foreword string) string { return foundInMoray(foreword, "R0-own-name") }

// foundInMoray are the messages of a rule about a foreword.
func foundInMoray(foreword, rule string) string {
	var got []string
	for _, f := range Check(inMoray(foreword)).Findings {
		if f.Rule == rule {
			got = append(got, f.Message)
		}
	}
	return strings.Join(got, "\n")
}

// Another authority's name in place of the own one, another board as the one that delegates
// and another plan's years are found; those that are named for a reason aren't.
func TestOwnNames(t *testing.T) {
	for text, want := range map[string]string{
		"Angus is small enough for all of us to know a nurse.":              "speaks of Angus as if",
		"Clackmannanshire is small enough for all of us to know a nurse.":   "speaks of Clackmannanshire as if",
		"East Lothian has two hospitals, and we staff both wards of one.":   "speaks of East Lothian as if",
		"Carrickmoor is wide and rural. It has few doctors.":                "Carrickmoor is a name of apr's example",
		"NHS Westerlea delegates health care to us.":                        "NHS Westerlea is a name of apr's example",
		"Strathbeg Integration Joint Board has three localities.":           "what the board of Strathbeg did",
		"NHS Tayside delegates its community health services to the board.": "NHS Tayside as the health board; apr.yaml has NHS Grampian",
		"Our two partners, Moray Council and NHS Highland, pay for it.":     "NHS Highland as the health board",
		"Angus Council and NHS Grampian delegate adult services to it.":     "Angus Council as the council; apr.yaml has Moray Council",
		"Our plan is *Partners in Care*, from 2023 to 2026.":                "as 2023 to 2026; apr.yaml has 2024 to 2027",
		"Our strategic plan, 2024-28, has four aims.":                       "as 2024-28; apr.yaml has 2024 to 2027",
		"Partners in Care (2021–2024) is our plan.":                         "as 2021–2024",

		"In May I visited Carrickmoor's team for hospital at home.":                           "",
		"Moray is small enough for all of us to know a nurse.":                                "",
		"Angus is our neighbour, and we share a stroke unit with it.":                         "",
		"Angus has shown us how it is done.":                                                  "",
		"Falkirk Street is where we have our clinic.":                                         "",
		"Moray Integration Joint Board has one locality.":                                     "",
		"The Integration Joint Board has one locality.":                                       "",
		"In 2025/26 Our Integration Joint Board is whole again.":                              "",
		"NHS Grampian delegates its community health services to the board.":                  "",
		"Moray Council and NHS Grampian are the two partners of the board.":                   "",
		"NHS Highland hosts the service; our two partners pay for it.":                        "",
		"NHS 24 answers at night. NHS Scotland delegates nothing.":                            "",
		"NHS Education for Scotland is one of our partners in training; both partners agree.": "",
		"Our plan is *Partners in Care*, from 2024 to 2027.":                                  "",
		"Our strategic plan, 2024-27, has four aims.":                                         "",
		"Our last strategic plan, 2021 to 2024, had six aims.":                                "",
		"The board's workforce plan is for 2025 to 2028.":                                     "",
		"By our plan waits fell between 2024 and 2026.":                                       "",
		"In 2025/26 the plan was in its second year.":                                         "",
	} {
		if got := namesFound(text); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// An area that is named where people are treated or live now is named for a reason; one in
// which something is said to have happened isn't.
func TestOtherAreas(t *testing.T) {
	for text, want := range map[string]string{
		"Falls classes began in Falkirk in May.":                               "speaks of Falkirk",
		"We asked 240 people of Stirling what they want.":                      "speaks of Stirling",
		"Some people from the north are treated in Aberdeen, by NHS Grampian.": "",
		"Four people moved to care homes in Falkirk for that reason.":          "",
		"The nearest cancer centre is in Glasgow.":                             "",
		"Classes began in Keith and Speyside in May.":                          "",
	} {
		if got := foundInMoray(text, "R0-other-area"); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Where it is said that no decision was taken outside the plan no text speaks of one.
func TestDecisionsOutsideThePlan(t *testing.T) {
	for text, want := range map[string]bool{
		"The saddest decision, outwith the plan, was to shut the day centre in Keith.": true,
		"Outside the plan, the board decided to shut the day centre in Keith.":         true,
		"The board agreed to shut a ward, which is outside our plan.":                  true,
		"No decision was taken outside the plan.":                                      false,
		"We would tell you of a decision outside the plan.":                            false,
		"The plan was our hardest decision.":                                           false,
	} {
		r := inMoray(text)
		r.Narrative.Reg3.Decisions.None = true
		got := false
		for _, f := range Check(r).Findings {
			got = got || f.Rule == "R3c-told-elsewhere"
		}
		if got != want {
			t.Errorf("%q: found %v, want %v", text, got, want)
		}
	}
}
