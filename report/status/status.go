// Package status says whose turn it is: of each text of a report who writes it, by when,
// how long it may be and how far it is, and takes sign-offs.
package status

import (
	"strings"
	"time"

	"apr/internal/project"
)

// Status is how far the texts of a report are.
type Status struct {
	Authority, Year string
	Today           time.Time
	DaysLeft        int    // until the last day for publication
	Published       string // when it was published; "" where it isn't yet
	// Listed is true where the project has a people.yaml, and Required where that wants
	// the texts of a final report signed off.
	Listed, Required bool
	// Person is whose texts these are, "" for everybody's, and LeftOut how many others
	// there are.
	Person  string
	LeftOut int
	Texts   []Text

	people *project.People
}

// Text is how far a text is, with the section that it is in and how many days it is late.
type Text struct {
	project.TextStatus
	Section string
	Late    int
}

// Count is how many texts a person or a section has, by how far they are. The name is ""
// for the texts that nobody owns yet.
type Count struct {
	Name string `json:"name" jsonschema:"description=The person or the section; empty for the texts that nobody owns yet"`
	Role string `json:"role,omitempty" jsonschema:"description=The person's role"`
	// Due are the texts with a day that is still to come or is today, and Late those whose
	// day has passed, both of those that aren't agreed or signed off.
	Texts  int `json:"texts" jsonschema:"description=How many texts there are"`
	Words  int `json:"words" jsonschema:"description=How many words they have"`
	Empty  int `json:"empty" jsonschema:"description=How many are empty or hold a placeholder"`
	Draft  int `json:"draft" jsonschema:"description=How many are drafts"`
	Agreed int `json:"agreed" jsonschema:"description=How many are agreed"`
	Signed int `json:"signed_off" jsonschema:"description=How many are in the words that were signed off"`
	Lapsed int `json:"lapsed" jsonschema:"description=How many have changed since they were signed off"`
	Due    int `json:"due" jsonschema:"description=How many are due today or later and neither agreed nor signed off"`
	Late   int `json:"late" jsonschema:"description=How many are past their day and neither agreed nor signed off"`
	Over   int `json:"over" jsonschema:"description=How many have more words than they may"`
}

// Of is the status of a project's texts, or of those of a person.
func Of(r *project.Project, person string) *Status {
	s := &Status{
		Authority: r.Config.Authority.Name, Year: r.Config.Year.String(), Today: r.Today, DaysLeft: r.Law().DaysLeft(r.Config.Year, r.Today), Published: r.Publication(),
		Listed: r.People != nil, Required: r.People != nil && r.People.SignOff == project.SignOffRequired, Person: person, people: r.People,
	}
	for _, t := range r.TextStatuses() {
		if person != "" && t.Owner != person {
			s.LeftOut++
			continue
		}
		s.Texts = append(s.Texts, Text{TextStatus: t, Section: sectionOf(t.Name), Late: t.DaysLate(r.Today)})
	}
	return s
}

// sectionOf names the file that a text is in for people.
func sectionOf(name string) string {
	stem, _, _ := strings.Cut(name, ".")
	return strings.ToUpper(stem[:1]) + strings.ReplaceAll(stem[1:], "-", " ")
}

// add counts a text.
func (c *Count) add(t Text) {
	c.Texts++
	c.Words += t.Count
	switch t.State {
	case project.Empty:
		c.Empty++
	case project.Agreed:
		c.Agreed++
	case project.Signed:
		c.Signed++
	case project.Lapsed:
		c.Lapsed++
	default:
		c.Draft++
	}
	switch {
	case t.Late > 0:
		c.Late++
	case t.Due != "" && !t.Done():
		c.Due++
	}
	if t.Over() > 0 {
		c.Over++
	}
}

// Total counts all texts.
func (s *Status) Total() Count {
	var c Count
	for _, t := range s.Texts {
		c.add(t)
	}
	return c
}

// Sections counts by section, in order of the report.
func (s *Status) Sections() []Count { return s.counts(nil, func(t Text) string { return t.Section }) }

// Persons counts by person, in the order of people.yaml: those who own a text, and the
// texts that nobody owns yet at the end.
func (s *Status) Persons() []Count {
	counts := s.counts(s.people.Names(), func(t Text) string { return t.Owner })
	for i := range counts {
		if p := s.people.Find(counts[i].Name); p != nil {
			counts[i].Role = p.Role
		}
	}
	return counts
}

// counts counts by name: names in their order, then those that come besides.
func (s *Status) counts(names []string, of func(Text) string) []Count {
	all := make([]Count, len(names))
	at := map[string]int{}
	for i, name := range names {
		all[i].Name, at[name] = name, i
	}
	var nobody Count
	for _, t := range s.Texts {
		name := of(t)
		if name == "" {
			nobody.add(t)
			continue
		}
		i, known := at[name]
		if !known {
			i = len(all)
			at[name], all = i, append(all, Count{Name: name})
		}
		all[i].add(t)
	}
	var out []Count
	for _, c := range append(all, nobody) {
		if c.Texts > 0 {
			out = append(out, c)
		}
	}
	return out
}

// ownedBy are the texts of a person, in order of the report; of "" those of nobody.
func (s *Status) ownedBy(name string) []Text {
	var out []Text
	for _, t := range s.Texts {
		if t.Owner == name {
			out = append(out, t)
		}
	}
	return out
}
