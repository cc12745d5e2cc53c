package regs

import (
	"strings"
	"testing"

	"apr/internal/project"
	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// messagesOf are the messages of a rule's findings, a line each.
func messagesOf(r *project.Project, rule string) string {
	return strings.Join(foundBy(r, rule), "\n")
}

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
	return messagesOf(inMoray(foreword), rule)
}

// Another authority's name in place of the own one, another board as the one that delegates
// and another plan's years are found; those that are named for a reason aren't.
func TestOwnNames(t *testing.T) {
	for text, want := range rounds.FewOf(t, map[string]string{
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
	}) {
		if got := namesFound(text); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// What apr.yaml calls the authority, who signs, and where it is reached, is its own; so is what
// it is called in addresses.
func TestOwnNamesInSettings(t *testing.T) {
	for name, c := range rounds.FewOf(t, map[string]struct {
		change func(*project.Project)
		want   string
	}{
		"as it is":           {func(*project.Project) {}, ""},
		"its own short name": {func(r *project.Project) { r.Config.Authority.ShortName = "Health and Social Care Moray" }, ""},
		"another's":          {func(r *project.Project) { r.Config.Authority.ShortName = "Angus Health and Social Care Partnership" }, `authority.short_name is "Angus Health and Social Care Partnership", and Angus isn't this authority's area`},
		"the example's":      {func(r *project.Project) { r.Config.Authority.ShortName = "Ardenmuir Partnership" }, "Ardenmuir is a name of apr's example"},
		"another area in a path": {func(r *project.Project) {
			r.Config.Publication.NationalSite = "https://hscscotland.example.org/angus/report"
		}, "publication.national_site has the address https://hscscotland.example.org/angus/report, and Angus isn't"},
		"its own in a path": {func(r *project.Project) {
			r.Config.Publication.NationalSite = "https://hscscotland.example.org/moray/report"
		}, ""},
		"a priority, nearly": {func(r *project.Project) {
			r.Config.StrategicPlan.Priorities = []project.Priority{{Name: "Care close to home"}}
			r.Narrative.Opening.Foreword = text("We want **care closer to home**.")
		}, `the text has "care closer to home"; apr.yaml has "Care close to home"`},
		"a priority": {func(r *project.Project) {
			r.Config.StrategicPlan.Priorities = []project.Priority{{Name: "Care close to home"}, {Name: "Care closer to work"}}
			r.Narrative.Opening.Foreword = text("We want **care close to home**, *homes close to care* and **hope at home**.")
		}, ""},
		"a street": {func(r *project.Project) { r.Config.Authority.Contact = "The board, 4 Fife Street, Elgin" }, ""},
		"who answers": {func(r *project.Project) {
			r.Config.Authority.Contact = "Fife Health and Social Care Partnership, Elgin"
		}, "authority.contact is"},
		"who signs": {func(r *project.Project) {
			r.Narrative.Opening.SignedBy = []project.Signatory{{Name: "Jo Bell", Role: "Chair, Angus Integration Joint Board"}}
		}, `signed_by[0].role is "Chair, Angus Integration Joint Board", and Angus isn't`},
		"who signs for it": {func(r *project.Project) {
			r.Narrative.Opening.SignedBy = []project.Signatory{{Name: "Jo Bell", Role: "Chair, Moray Integration Joint Board"}, {Name: "Al Reid", Role: "Chief Executive, NHS Highland and neighbour"}}
		}, ""},
		"an address of the example": {func(r *project.Project) { r.Config.Publication.URL = "https://ardenmuir.example.org/report" }, "publication.url has an address at ardenmuir.example.org, which is apr's example's"},
		"and in a text": {func(r *project.Project) {
			r.Narrative.Opening.Foreword = text("Write to us at report@carrickmoor.example.org.")
		}, "the text has an address at carrickmoor.example.org"},
		"another area's address": {func(r *project.Project) { r.Config.Authority.Contact = "report@fifehscp.org" }, "authority.contact has the address report@fifehscp.org, and Fife isn't"},
		"a council's":            {func(r *project.Project) { r.Config.Authority.Contact = "report@moray.gov.uk" }, ""},
		"a health board's":       {func(r *project.Project) { r.Config.Authority.Contact = "gram.report@nhs.scot" }, ""},
		"one of a host of its own": {func(r *project.Project) {
			r.Config.Publication.URL, r.Config.StrategicPlan.URL, r.Config.Accessibility.Statement = "https://hsp.example.com/1", "https://hsp.example.com/2", "https://hsp.example.com/3"
			r.Config.Authority.Contact = "report@hps.example.com"
		}, "authority.contact has the address report@hps.example.com, and the other 3 addresses of apr.yaml are at hsp.example.com"},
		"one of the same": {func(r *project.Project) {
			r.Config.Publication.URL, r.Config.StrategicPlan.URL, r.Config.Accessibility.Statement = "https://hsp.example.com/1", "https://hsp.example.com/2", "https://hsp.example.com/3"
			r.Config.Authority.Contact = "report@hsp.example.com"
		}, ""},
		"a film": {func(r *project.Project) {
			r.Config.Publication.URL, r.Config.StrategicPlan.URL, r.Config.Accessibility.Statement = "https://hsp.example.com/1", "https://hsp.example.com/2", "https://hsp.example.com/3"
			r.Config.Accessibility.Versions = []project.Version{{Version: "BSL", URL: "https://www.youtube.com/watch?v=1"}}
		}, ""},
		"an inspected service elsewhere": {func(r *project.Project) {
			r.Narrative.Reg7.Entries = []project.Inspection{{Body: "Care Inspectorate", Service: "Falkirk care at home, north team", Position: yaml(3)}}
		}, `the service inspected is "Falkirk care at home, north team", and Falkirk isn't`},
		"one that a text names": {func(r *project.Project) {
			r.Narrative.Reg7.Entries = []project.Inspection{{Body: "Care Inspectorate", Service: "Falkirk care at home, north team", Position: yaml(3)}}
			r.Narrative.Reg7.Introduction = text("We also buy from Falkirk care at home.")
		}, ""},
		"an own one": {func(r *project.Project) {
			r.Narrative.Reg7.Entries = []project.Inspection{{Body: "Care Inspectorate", Service: "Moray care at home", Position: yaml(3)}}
		}, ""},
	}) {
		r := inMoray("We listened.")
		r.Config.Publication.URL, r.Config.Accessibility.Statement = "", ""
		c.change(r)
		if all := messagesOf(r, "R0-own-name"); c.want == "" && all != "" || !strings.Contains(all, c.want) || strings.Contains(all, "\n") {
			t.Errorf("%s: got %q, want %q", name, all, c.want)
		}
	}
}

// The year of the plan follows from its years; another plan, and another time, may be named.
func TestYearOfThePlan(t *testing.T) {
	for text, want := range rounds.FewOf(t, map[string]string{
		"*Partners in Care* has three priorities: a, b and c.":           "the text mentions three priorities of the plan; apr.yaml lists 1",
		"Our four priorities are these.":                                 "mentions four priorities",
		"The group has two priorities for its locality.":                 "",
		"Three priorities stand out.":                                    "",
		"The new plan has five priorities.":                              "",
		"It was the third year of *Partners in Care 2024 to 2027*.":      `as another year of the plan ("third year of`,
		"The plan is in its third and last year.":                        "it is year 2 of 3, from 2024 to 2027",
		"Our strategic plan is in its first year of three.":              "it is year 2 of 3",
		"*Partners in Care* is in its second year of four.":              "it is year 2 of 3",
		"This was the final year of the strategic plan.":                 "it is year 2 of 3",
		"It was the second year of *Partners in Care 2024 to 2027*.":     "",
		"The plan is in its second year of three.":                       "",
		"This was the penultimate year of our plan.":                     "",
		"It was the second year of *Partners in Care 2022 to 2025*.":     "",
		"It was the first year of *Partners in Care 2023 to 2026*.":      "it is year 3 of 3, from 2023 to 2026",
		"The workforce plan is in its first year.":                       "",
		"Next year, the last year of the plan, will be harder.":          "",
		"In 2024/25 the plan was in its first year.":                     "",
		"The first year of the new plan will be 2027/28.":                "",
		"It was the third year of *Closer to the Sea*, Angus's own.":     "",
		"It was the first year of the service.":                          "",
		"Since the first year of the plan waits have fallen.":            "",
		"Its title is *Partners in Care*. Our plan is *Closer to Home*.": "",

		"Our strategic plan is *Closer to Home*, from 2024.":             `the text has "Closer to Home" as the plan; apr.yaml has "Partners in Care", which no text mentions`,
		"*Living Well in Fochabers*, our strategic plan, has four aims.": `"Living Well in Fochabers" as the plan`,
		"Our workforce plan is *Ready Now*.":                             "",
		"The plan is **on track**.":                                      "",
	}) {
		r := inMoray(text)
		r.Config.Year = 2025
		r.Config.StrategicPlan.Priorities = []project.Priority{{Name: "Home first"}}
		if all := messagesOf(r, "R0-own-name"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: got %q, want %q", text, all, want)
		}
	}
}

// So many people live in the authority's own localities: another area's name is wrong.
func TestPeopleOfAnotherArea(t *testing.T) {
	for text, want := range map[string]string{
		"We plan for the 56,500 people who live in Stirling.":     "of Stirling as if it were this authority's area: so many people, 56,500",
		"We plan for the 56,500 people who live in Moray.":        "",
		"A clinic is for the 12,000 people who live in Stirling.": "",
	} {
		r := inMoray(text)
		r.Config.Localities = []project.Locality{{Name: "Keith and Speyside", Population: 24_600}, {Name: "Elgin", Population: 31_900}}
		if all := messagesOf(r, "R0-own-name"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: got %q, want %q", text, all, want)
		}
	}
}

// An area that is named where people are treated or live now is named for a reason; one in
// which something is said to have happened isn't.
func TestOtherAreas(t *testing.T) {
	for text, want := range map[string]string{
		"Falls classes began in Falkirk in May.":                                                       "speaks of Falkirk",
		"We asked 240 people of Stirling what they want.":                                              "speaks of Stirling",
		"Some people from the north are treated in Aberdeen, by NHS Grampian.":                         "",
		"Four people moved to care homes in Falkirk for that reason.":                                  "",
		"The nearest cancer centre is in Glasgow.":                                                     "",
		"Classes began in Keith and Speyside in May.":                                                  "",
		`In 2024/25 emergency admissions in Falkirk were {{ value "NI12" "2024/25" area="Falkirk" }}.`: "",
		`Waits in Edinburgh were {{ change "LM1" "2022/23" area="City of Edinburgh HSCP" }}.`:          "",
		`In 2024/25 emergency admissions in Fife were {{ value "NI12" "2024/25" area="Falkirk" }}.`:    "speaks of Fife",
		`In 2024/25 emergency admissions in Fife were {{ value "NI12" "2024/25" }}.`:                   "speaks of Fife",
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
