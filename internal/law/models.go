package law

// Model is a model of section 1(4) of the Act, and what the law makes depend on it.
type Model struct {
	// ID is how apr.yaml names it, Name what a report prints.
	ID, Name string
	// Decisions is whether section 36, on significant decisions outside the plan,
	// applies: section 36(5).
	Decisions bool
	// Committee is whether there is an integration joint monitoring committee
	// (section 15), to whose recommendations regulation 9 wants responses.
	Committee bool
	// Copies are those that section 42(5) wants given a copy.
	Copies []Recipient
}

// Recipient is somebody who is owed a copy of the report.
type Recipient int

// Recipients of section 42(5).
const (
	// Constituents are the councils and the health board of a joint board.
	Constituents Recipient = iota
	// Committee is the integration joint monitoring committee.
	Committee
	// Councils and HealthBoard are "the other authority" of section 42(5)(c)(ii).
	Councils
	HealthBoard
)

// Owes reports whether a copy is owed to a recipient.
func (m Model) Owes(to Recipient) bool {
	for _, r := range m.Copies {
		if r == to {
			return true
		}
	}
	return false
}

// Model is the model of an id; the first, a joint board, where the law has none.
func (e *Edition) Model(id string) Model {
	for _, m := range e.Models {
		if m.ID == id {
			return m
		}
	}
	if len(e.Models) == 0 {
		return Model{}
	}
	return e.Models[0]
}

// ModelIDs are the ids of the models.
func (e *Edition) ModelIDs() []string {
	var ids []string
	for _, m := range e.Models {
		ids = append(ids, m.ID)
	}
	return ids
}

// models are those of section 1(4). Section 59(d) makes the council and the health
// board of model (d) the authority jointly; of (b) and (c) it is the one to which
// functions are delegated, and no authority has these today.
func models() []Model {
	return []Model{
		{ID: "integration-joint-board", Name: "Integration joint board", Decisions: true, Copies: []Recipient{Constituents}},
		{ID: "lead-agency", Name: "Lead agency (section 1(4)(d) of the Act)", Committee: true, Copies: []Recipient{Committee}},
		{ID: "lead-health-board", Name: "Lead agency: the health board (section 1(4)(b) of the Act)", Decisions: true, Committee: true, Copies: []Recipient{Committee, Councils}},
		{ID: "lead-council", Name: "Lead agency: the council (section 1(4)(c) of the Act)", Decisions: true, Committee: true, Copies: []Recipient{Committee, HealthBoard, Councils}},
	}
}
