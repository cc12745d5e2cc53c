package law

import (
	"slices"
	"strings"

	"apr/internal/period"
)

// OutcomeList is a list of outcomes beyond the national health and wellbeing outcomes, by
// which services are judged that an authority may have been delegated. No regulation has
// a performance report assess them.
type OutcomeList struct {
	// ID is what apr.yaml calls the list; Name is for headings.
	ID, Name string
	// Source says where the outcomes are from, for readers.
	Source   string
	Outcomes []ListedOutcome
	// First and Last are the reporting years that it is for, 0 where there is no end.
	First, Last period.Year
}

// ListedOutcome is one outcome of such a list.
type ListedOutcome struct {
	// ID is unique in the list; Title is short.
	ID, Title string
	// Text is the source's, "" where the title is all of it.
	Text string
}

// Outcome is the outcome of an id, in whatever case; ok is false where there is none.
func (l *OutcomeList) Outcome(id string) (o ListedOutcome, ok bool) {
	i := slices.IndexFunc(l.Outcomes, func(o ListedOutcome) bool { return strings.EqualFold(o.ID, id) })
	if i < 0 {
		return o, false
	}
	return l.Outcomes[i], true
}

// IDs are the outcomes' ids.
func (l *OutcomeList) IDs() (ids []string) {
	for _, o := range l.Outcomes {
		ids = append(ids, o.ID)
	}
	return ids
}

// Lists beyond the nine outcomes, by their ids.
const (
	ChildrensOutcomes = "children"
	JusticeOutcomes   = "justice"
)

// OutcomeListIDs are the ids of the lists that apr knows.
func OutcomeListIDs() []string { return []string{ChildrensOutcomes, JusticeOutcomes} }

// OutcomeListFor is a list for a reporting year. ok is false where apr has none for it:
// the nine outcomes of the Community Justice Performance Framework, which replaced those
// of 2016 from 2023/24 on, were not to be had in full when this was written.
func OutcomeListFor(id string, year period.Year) (list OutcomeList, ok bool) {
	for _, l := range outcomeLists() {
		if l.ID == id && (l.First == 0 || year >= l.First) && (l.Last == 0 || year <= l.Last) {
			return l, true
		}
	}
	return OutcomeList{}, false
}

func outcomeLists() []OutcomeList {
	return []OutcomeList{
		{
			ID: ChildrensOutcomes, Name: "Outcomes for children and young people",
			Source: "Children, Young People and Families Outcomes Framework, wellbeing outcomes (Scottish Government, 2023, annex A)",
			Outcomes: []ListedOutcome{
				{ID: "safe", Title: "Safe"}, {ID: "healthy", Title: "Healthy"}, {ID: "achieving", Title: "Achieving"}, {ID: "nurtured", Title: "Nurtured"},
				{ID: "active", Title: "Active"}, {ID: "respected", Title: "Respected"}, {ID: "responsible", Title: "Responsible"}, {ID: "included", Title: "Included"},
			},
		},
		{
			ID: JusticeOutcomes, Name: "Community justice outcomes",
			Source: "Community Justice Outcomes, Performance and Improvement Framework, common outcomes (Scottish Government, 2016)",
			First:  2017, Last: 2022, // the new model began on 1 April 2017
			Outcomes: []ListedOutcome{
				{"1", "Understanding and participation", "Communities improve their understanding and participation in community justice"},
				{"2", "Planning and delivery", "Partners plan and deliver services in a more strategic and collaborative way"},
				{"3", "Access to services", "People have better access to the services they require, including welfare, health and wellbeing, housing and employability"},
				{"4", "Effective interventions", "Effective interventions are delivered to prevent and reduce the risk of further offending"},
				{"5", "Life chances", "Life chances are improved through needs, including health, financial inclusion, housing and safety being addressed"},
				{"6", "Relationships and opportunities", "People develop positive relationships and more opportunities to participate and contribute through education, employment and leisure activities"},
				{"7", "Resilience", "Individual’s resilience and capacity for change and self-management are enhanced"},
			},
		},
	}
}
