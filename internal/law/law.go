// Package law is what the law lists: the matters, outcomes, delivery principles,
// scrutiny bodies and models that a report speaks of, each with its words, the day by
// which it is published, and the guidance in force. Every list
// stands here and nowhere else.
//
// The law is dated: a Table is the law with its changes, and the reporting year picks
// what applies.
package law

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"apr/internal/period"
)

// Edition is the law's lists as they stand for a reporting year, each in the order
// of the law. Its slices are the caller's.
//
// As a row of a Table it is a change: what it doesn't name stays as it was.
type Edition struct {
	// Since is the day from which it applies.
	Since          time.Time
	Matters        []Matter
	Outcomes       []Outcome
	Principles     []Principle
	ScrutinyBodies []Body
	Models         []Model
	// Months are those that section 42(4)(a) gives for publication, beginning with
	// the end of the reporting year.
	Months   int
	Guidance Guidance
}

// Guidance is the edition of the statutory guidance on performance reports that is
// in force (section 53 of the Act).
type Guidance struct {
	// Edition is how it is named: "second edition".
	Edition string
	// Places are where it speaks of a thing, such as "2.1", by the thing. What
	// isn't there it doesn't ask for.
	Places map[Topic]string
}

// Topic is a thing that guidance asks for.
type Topic string

// Topics of the guidance.
const (
	Online        Topic = "online"
	Accessibility Topic = "accessibility"
	OtherVersions Topic = "other versions"
	NationalSite  Topic = "national site"
	Engagement    Topic = "engagement"
	CoreSuite     Topic = "core suite"
	WiderData     Topic = "wider data"
	Framework     Topic = "framework"
)

// Cite is where the guidance asks for a thing: "second edition, 2.1"; ok is false
// where it doesn't.
func (g Guidance) Cite(topic Topic) (place string, ok bool) {
	place, ok = g.Places[topic]
	return g.Edition + ", " + place, ok
}

// Table is the law with its changes, oldest first. A change applies to the reporting
// years that begin on its day or later; where the instrument says otherwise, the row
// has the first day of the first year that it is for.
type Table []Edition

// For is the law that applies to a reporting year. The first row applies to the
// years before it, too.
func (t Table) For(year period.Year) *Edition {
	applies := &Edition{}
	for i, change := range t {
		if i == 0 || !change.Since.After(year.Starts()) {
			applies = applies.changed(change)
		}
	}
	return applies
}

// Latest is the law with all its changes, for what is said of no single year.
func (t Table) Latest() *Edition {
	latest := &Edition{}
	for _, change := range t {
		latest = latest.changed(change)
	}
	return latest
}

// changed is the edition with a change.
func (e *Edition) changed(by Edition) *Edition {
	return &Edition{
		Since:          by.Since,
		Matters:        either(by.Matters, e.Matters),
		Outcomes:       either(by.Outcomes, e.Outcomes),
		Principles:     either(by.Principles, e.Principles),
		ScrutinyBodies: either(by.ScrutinyBodies, e.ScrutinyBodies),
		Models:         either(by.Models, e.Models),
		Months:         cmp.Or(by.Months, e.Months),
		Guidance:       Guidance{Edition: cmp.Or(by.Guidance.Edition, e.Guidance.Edition), Places: maps.Clone(eitherPlaces(by.Guidance.Places, e.Guidance.Places))},
	}
}

// either is a list, or what it was where there is none.
func either[T any](list, was []T) []T {
	if list == nil {
		list = was
	}
	return slices.Clone(list)
}

func eitherPlaces(places, was map[Topic]string) map[Topic]string {
	if places == nil {
		return was
	}
	return places
}

// For is today's law for a reporting year.
func For(year period.Year) *Edition { return Current().For(year) }

// Latest is today's law with all its changes.
func Latest() *Edition { return Current().Latest() }

// PublishBy is the last day on which the report of a year may be published: section
// 42(4)(a) of the Act, "before the expiry of the period of 4 months beginning with the
// end of the reporting year".
func (e *Edition) PublishBy(year period.Year) time.Time {
	ends := year.Ends()
	return time.Date(ends.Year(), ends.Month()+1+time.Month(e.Months), 0, 0, 0, 0, 0, time.UTC)
}

// DaysLeft is the number of days from today to PublishBy: 0 on the day itself,
// negative after it.
func (e *Edition) DaysLeft(year period.Year, today time.Time) int {
	d := time.Date(today.Year(), today.Month(), today.Day(), 0, 0, 0, 0, time.UTC)
	return int(e.PublishBy(year).Sub(d).Hours() / 24)
}

// Matter is one of the matters of SSI 2014/326, regulation 4(2), for which spend
// has to be reported.
type Matter struct {
	// ID is the provision: "4(2)(a)".
	ID string
	// Title is short, for tables and charts; Name says whether it is health or
	// social care, for where it is alone. Both are apr's own.
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

// Names are those that a body uses, written out, the usual one first.
func (b Body) Names() []string {
	if b.KnownAs != "" {
		return []string{b.KnownAs, b.Name}
	}
	return []string{b.Name}
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

// Current is the law as it stands. SSI 2014/326, which the first row has, is in force
// since 20 December 2014 and unamended; the Act and SSI 2014/343 are older. Section 15
// of the Care Reform (Scotland) Act 2025 lets Ministers change the delivery principles
// by regulations: in the text to 1 April 2026 it isn't in force. A change is a row.
//
// No page tells the day of the guidance's second edition, so it is that of every year:
// reports are made under it now.
func Current() Table {
	return Table{{
		Since: time.Date(2014, time.December, 20, 0, 0, 0, 0, time.UTC),
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
		Models: models(),
		Months: 4,
		Guidance: Guidance{Edition: "second edition", Places: map[Topic]string{
			Online: "2.1", Accessibility: "2.1", OtherVersions: "2.1", NationalSite: "2.1", Engagement: "2.1",
			Framework: "annex A, point 2", CoreSuite: "annex A, point 5", WiderData: "annex A, point 6",
		}},
	}}
}
