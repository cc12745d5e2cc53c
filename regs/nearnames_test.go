package regs

import (
	"strings"
	"testing"

	"apr/internal/project"
	"apr/internal/rounds"
)

// Names that are the authority's own but for a letter or two are told in running text; other places,
// people and streets aren't.
func TestNearlyNamed(t *testing.T) {
	for text, want := range rounds.FewOf(t, map[string]string{
		"In Strathmore, where most of them live, we opened a clinic.":         `"Strathmore"; apr.yaml has "Strathmoor"`,
		"Strathmore has 52,300 people.":                                       `"Strathmore"; apr.yaml has "Strathmoor"`,
		"Most of it was spent in Strathmoor's villages.":                      "",
		"Grampain Health and NHS Grampain set it up with Moray Council.":      `"NHS Grampain"; apr.yaml has "NHS Grampian"`,
		"Meals in Strathmore's day centre were praised.":                      `"Strathmore"; apr.yaml has "Strathmoor"`,
		"Meals in Inverdon’s day centre were praised.":                        `"Inverdon"; apr.yaml has "Inverden"`,
		"Meals in Inverdon and the villages were praised.":                    `"Inverdon"; apr.yaml has "Inverden"`,
		"Meals in Inverden's day centre were praised.":                        "",
		"Meals in Inverness and the villages were praised.":                   "",
		"The Partnerships of the north met.":                                  "",
		"Mr Inverdon, 81, fell twice.":                                        "",
		"Mr Strathmore, 81, fell twice.":                                      "",
		"Isla Strathmore chairs the group.":                                   "",
		"The office in Strathmore Road is shut.":                              "",
		"Strathmore House, a care home, closed.":                              "",
		"The people of Kieth and Speyside asked for it.":                      `"Kieth and Speyside"; apr.yaml has "Keith and Speyside"`,
		"The people of Keith and Spyside asked for it.":                       `"Keith and Spyside"; apr.yaml has "Keith and Speyside"`,
		"The people of Keith and\nSpeysied asked for it.":                     `"Keith and Speysied"; apr.yaml has "Keith and Speyside"`,
		"Keith and Elgin asked for it.":                                       "",
		"Our plan, Partners in Care, is in its second year.":                  "",
		"Our plan, *Partnres in Care*, is in its second year.":                "Partnres in Care",
		"We have partners in care homes.":                                     "",
		"Strathmore, Strathmore and Strathmore are what a neighbour has.":     "",
		"See [the page](https://example.org/Strathmore) of the health board.": "",
	}) {
		r := inMoray(text)
		r.Config.Localities = append(r.Config.Localities, project.Locality{Name: "Strathmoor"})
		r.Config.Authority.Contact = "Moray Partnership, The Old Mill, Inverden; 01632 960 340"
		if all := messagesOf(r, "R0-own-name"); want == "" && all != "" || !strings.Contains(all, want) || strings.Count(all, "\n") > 0 {
			t.Errorf("%q: got %q, want %q", text, all, want)
		}
	}
}

func TestBesidePriorities(t *testing.T) {
	for text, want := range map[string]string{
		"It has three priorities: **start early**, **home fast** and **fair chances**.":   `"home fast" beside the plan's other priorities; apr.yaml has "Home first"`,
		"It has three priorities: **start early**, **home first** and **fair chances**.":  "",
		"It has three priorities: **start early**, **Home\nfirst** and **fare chances**.": `"fare chances"`,
		"We look at **start early**, **money** and **fair chances**.":                     "",
		"**Start early** and **fair chances** did well.":                                  "",
		"**Start early** cost more. **Home help** did too.":                               "",
	} {
		r := inMoray(text)
		r.Config.StrategicPlan.Priorities = []project.Priority{{Name: "Start early"}, {Name: "Home first"}, {Name: "Fair chances"}}
		if all := messagesOf(r, "R0-own-name"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: got %q, want %q", text, all, want)
		}
	}
}

// The years behind the plan's title are its own.
func TestYearsInThePlansTitle(t *testing.T) {
	for text, want := range rounds.FewOf(t, map[string]string{
		"Its plan is *Partners in Care 2021–24*, from 2024 to 2027.":                   "the strategic plan's years as 2021–24",
		"Its plan is *Partners in Care 2024–27*, from 2024 to 2027.":                   "",
		"The plan is Partners in Care 2014 to 2017, for 2024 to 2027.":                 "the strategic plan's years as 2014 to 2017",
		"*Partners in Care 2027 to 2030* has fewer aims than that of 2024 to 2027.":    "",
		"Others have *Partners in Care*, *Caring Together 2023 to 2026* and *Nearer*.": "",
		"The former plan, *Partners in Care 2021–24*, led to that of 2024–27.":         "",
	}) {
		if got := namesFound(text); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
