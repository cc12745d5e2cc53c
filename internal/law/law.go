// Package law is what the law lists: the matters, outcomes, delivery principles
// and scrutiny bodies that a report speaks of, each with its words. Every list
// stands here and nowhere else.
//
// A reporting year is judged by the law that applies to it: For picks the edition.
package law

import (
	"fmt"

	"apr/internal/period"
)

// Edition is the law's lists as they stand from a reporting year on, each in the
// order of the law. Its slices are the caller's.
type Edition struct {
	// From is the first reporting year that the edition applies to.
	From           period.Year
	Matters        []Matter
	Outcomes       []Outcome
	Principles     []Principle
	ScrutinyBodies []Body
}

// Matter is one of the matters of SSI 2014/326, regulation 4(2), for which spend
// has to be reported.
type Matter struct {
	// ID is the provision: "4(2)(a)".
	ID string
	// Title is short, for tables and charts; Name says whether it is health or
	// social care, for where it stands alone. Both are apr's own.
	Title, Name string
	// Text is the law's.
	Text string
}

// CareGroups is the matter of key care groups. It cuts across the others and is
// never added to them.
const CareGroups = "4(2)(f)"

// Outcome is one of the national health and wellbeing outcomes: the schedule to
// SSI 2014/343. Older guidance has the draft wording.
type Outcome struct {
	No int
	// Title is short and apr's own; Text is the law's.
	Title, Text string
}

// Principle is one of the integration delivery principles of section 31(1) of the
// Act: the main purpose and twelve ways in which services should be provided.
type Principle struct {
	// ID is the paragraph: "a" for the main purpose, or "b(i)" to "b(xii)".
	ID string
	// Title is short and apr's own; Text is the law's.
	Title, Text string
}

// Body is a scrutiny body of SSI 2014/326, regulation 7(2).
type Body struct {
	// Name is the law's.
	Name string
	// KnownAs is what the body calls itself where that is another name, and Short
	// its initials where people write them; "" where there is none.
	KnownAs, Short string
}

// Names are those that a body goes by, written out, the usual one first.
func (b Body) Names() []string {
	if b.KnownAs != "" {
		return []string{b.KnownAs, b.Name}
	}
	return []string{b.Name}
}

// For is the law that applies to a reporting year; the first for years before it.
func For(year period.Year) *Edition {
	all := editions()
	applies := all[0]
	for _, e := range all {
		if e.From <= year {
			applies = e
		}
	}
	return applies
}

// Latest is the newest edition, for what is said of no single year.
func Latest() *Edition {
	all := editions()
	return all[len(all)-1]
}

// Matter is the matter of an id; ok is false where the law has none.
func (e *Edition) Matter(id string) (matter Matter, ok bool) {
	for _, m := range e.Matters {
		if m.ID == id {
			return m, true
		}
	}
	return Matter{}, false
}

// MatterTitle is the short title of a matter, or its id where there is none.
func (e *Edition) MatterTitle(id string) string {
	if m, ok := e.Matter(id); ok {
		return m.Title
	}
	return id
}

// Outcome is the outcome of a number; ok is false where the law has none.
func (e *Edition) Outcome(no int) (outcome Outcome, ok bool) {
	for _, o := range e.Outcomes {
		if o.No == no {
			return o, true
		}
	}
	return Outcome{}, false
}

// OutcomeNumbers are the first number and the last of the outcomes.
func (e *Edition) OutcomeNumbers() (first, last int) {
	if len(e.Outcomes) == 0 {
		return 0, 0
	}
	return e.Outcomes[0].No, e.Outcomes[len(e.Outcomes)-1].No
}

// OutcomeRange is what may be written for an outcome, in words: "1 to 9".
func (e *Edition) OutcomeRange() string {
	first, last := e.OutcomeNumbers()
	return fmt.Sprintf("%d to %d", first, last)
}

// Principle is the delivery principle of an id; ok is false where the law has none.
func (e *Edition) Principle(id string) (principle Principle, ok bool) {
	for _, p := range e.Principles {
		if p.ID == id {
			return p, true
		}
	}
	return Principle{}, false
}

// PrincipleIDs are the ids of the delivery principles.
func (e *Edition) PrincipleIDs() []string {
	var ids []string
	for _, p := range e.Principles {
		ids = append(ids, p.ID)
	}
	return ids
}

// editions are all, the oldest first.
func editions() []*Edition {
	return []*Edition{{
		From: period.First,
		Matters: []Matter{
			{"4(2)(a)", "Hospital inpatients", "Health care for hospital inpatients", "health care services provided in pursuance of integration functions to hospital inpatients"},
			{"4(2)(b)", "Other health care", "Other health care", "health care services provided in pursuance of integration functions other than those provided to hospital inpatients"},
			{"4(2)(c)", "Care homes and adult placements", "Social care with a care home or adult placement", "social care services provided in pursuance of integration functions to service users who are provided with a care home service or adult placement service"},
			{"4(2)(d)", "Support for unpaid carers", "Social care to support unpaid carers", "social care services provided in pursuance of integration functions to support unpaid carers in relation to needs arising from their caring role"},
			{"4(2)(e)", "Other social care", "Other social care", "social care services provided in pursuance of integration functions not mentioned in sub-paragraphs (c) or (d)"},
			{"4(2)(f)", "Key care groups", "Key care groups", "where one or more key care group has been identified in relation to the local authority area, health care services and social care services provided in pursuance of integration functions to service users within each of those key care groups"},
		},
		Outcomes: []Outcome{
			{1, "Healthier living", "People are able to look after and improve their own health and wellbeing and live in good health for longer."},
			{2, "Independent living", "People, including those with disabilities or long term conditions or who are frail are able to live, as far as reasonably practicable, independently and at home or in a homely setting in their community."},
			{3, "Positive experiences and dignity", "People who use health and social care services have positive experiences of those services, and have their dignity respected."},
			{4, "Quality of life", "Health and social care services are centred on helping to maintain or improve the quality of life of people who use those services."},
			{5, "Fewer health inequalities", "Health and social care services contribute to reducing health inequalities."},
			{6, "Support for unpaid carers", "People who provide unpaid care are supported to look after their own health and wellbeing, including to reduce any negative impact of their caring role on their own health and wellbeing."},
			{7, "Safe from harm", "People using health and social care services are safe from harm."},
			{8, "Engaged workforce", "People who work in health and social care services feel engaged with the work they do and are supported to continuously improve the information, support, care and treatment they provide."},
			{9, "Resources used well", "Resources are used effectively and efficiently in the provision of health and social care services."},
		},
		Principles: []Principle{
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
		},
		ScrutinyBodies: []Body{
			{Name: "Healthcare Improvement Scotland", Short: "HIS"},
			{Name: "Social Care and Social Work Improvement Scotland", KnownAs: "Care Inspectorate", Short: "SCSWIS"},
			{Name: "Audit Scotland"},
			{Name: "Accounts Commission"},
		},
	}}
}
