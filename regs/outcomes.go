package regs

import (
	"slices"

	"apr/finance"
)

// Outcome is one of the nine national health and wellbeing outcomes.
type Outcome struct {
	No int
	// Title is short and apr's own; Text is the law's.
	Title string
	Text  string
}

// Outcomes are the national health and wellbeing outcomes, in the wording of
// the schedule to SSI 2014/343. Older guidance has the draft wording.
func Outcomes() []Outcome { return slices.Clone(outcomes) }

var outcomes = []Outcome{
	{1, "Healthier living", "People are able to look after and improve their own health and wellbeing and live in good health for longer."},
	{2, "Independent living", "People, including those with disabilities or long term conditions or who are frail are able to live, as far as reasonably practicable, independently and at home or in a homely setting in their community."},
	{3, "Positive experiences and dignity", "People who use health and social care services have positive experiences of those services, and have their dignity respected."},
	{4, "Quality of life", "Health and social care services are centred on helping to maintain or improve the quality of life of people who use those services."},
	{5, "Fewer health inequalities", "Health and social care services contribute to reducing health inequalities."},
	{6, "Support for unpaid carers", "People who provide unpaid care are supported to look after their own health and wellbeing, including to reduce any negative impact of their caring role on their own health and wellbeing."},
	{7, "Safe from harm", "People using health and social care services are safe from harm."},
	{8, "Engaged workforce", "People who work in health and social care services feel engaged with the work they do and are supported to continuously improve the information, support, care and treatment they provide."},
	{9, "Resources used well", "Resources are used effectively and efficiently in the provision of health and social care services."},
}

// Principle is one of the integration delivery principles.
type Principle struct {
	// ID is the paragraph of section 31(1): "a" for the main purpose, or "b(i)"
	// to "b(xii)".
	ID string
	// Title is short and apr's own; Text is the law's.
	Title string
	Text  string
}

// Principles are the integration delivery principles of section 31(1) of the
// Act: the main purpose and twelve ways in which services should be provided.
func Principles() []Principle { return slices.Clone(principles) }

var principles = []Principle{
	{"a", "Main purpose: wellbeing", "the main purpose of services which are provided in pursuance of integration functions is to improve the wellbeing of service-users"},
	{"b(i)", "Integrated", "is integrated from the point of view of service-users"},
	{"b(ii)", "Particular needs", "takes account of the particular needs of different service-users"},
	{"b(iii)", "Needs of different parts of the area", "takes account of the particular needs of service-users in different parts of the area in which the service is being provided"},
	{"b(iv)", "Characteristics and circumstances", "takes account of the particular characteristics and circumstances of different service-users"},
	{"b(v)", "Rights", "respects the rights of service-users"},
	{"b(vi)", "Dignity", "takes account of the dignity of service-users"},
	{"b(vii)", "Participation in the community", "takes account of the participation by service-users in the community in which service-users live"},
	{"b(viii)", "Safety", "protects and improves the safety of service-users"},
	{"b(ix)", "Quality", "improves the quality of the service"},
	{"b(x)", "Planned and led locally", "is planned and led locally in a way which is engaged with the community (including in particular service-users, those who look after service-users and those who are involved in the provision of health or social care)"},
	{"b(xi)", "Anticipation and prevention", "best anticipates needs and prevents them arising"},
	{"b(xii)", "Best use of resources", "makes the best use of the available facilities, people and other resources"},
}

// CareGroups is the matter of regulation 4(2)(f). It cuts across the others
// and is never added to them.
const CareGroups finance.Matter = "4(2)(f)"

// MatterTitle is a short title of a matter of regulation 4(2), or its id where
// there is no such matter.
func MatterTitle(m finance.Matter) string {
	if title, ok := matters[m]; ok {
		return title
	}
	return string(m)
}

var matters = map[finance.Matter]string{
	finance.Inpatient:       "Hospital inpatients",
	finance.OtherHealth:     "Other health care",
	finance.CareHome:        "Care homes and adult placements",
	finance.UnpaidCarers:    "Support for unpaid carers",
	finance.OtherSocialCare: "Other social care",
	CareGroups:              "Key care groups",
}
