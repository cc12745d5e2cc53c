package leftovers

import (
	"testing"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// What holds the place of a name, a contact or a description is told from one.
func TestHoldsPlace(t *testing.T) {
	for s, want := range map[string]bool{
		"TBC": true, "tbc": true, "TBC - ask comms": true, "[name, role]": true, "Name": true, "Name, role": true, "Your name here": true,
		"[Name]": true, "name and job title": true, "A N Other": true, "xxx": true, "???": true, "...": true, "To be confirmed": true,
		"alt text to follow": true, "picture to follow": true, "Text to follow": true, "[alt text]": true, "caption": true, "<name>": true, "to be added": true,
		"First Last": true, "Firstname Lastname": true, "Forename Surname": true, "{name of chair}": true, "Name of the chief officer": true, "{name}": true,

		"Morven Haldane": false, "Chief Officer": false, "Chief Officer, Ardenmuir": false, "Chair of the board": false, "01234 567 890, apr@a.scot": false, "": false,
		"Six carers at the home in Kirkmuir": false, "A table with names": false, "Role play at the day centre": false, "Dates for the diary": false,
		"A nurse follows a patient to the ward": false, "The Place": false, "Mark Chair": false, "Pictures of the year": false, "Mr X": false, "O": false, "Frances Last": false, "May First": false, "The chair of the board": false,
	} {
		if got := HoldsPlace(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// Placeholders are found in all that is printed, and what isn't printed may be as it is.
func TestPlaceholdersInWhatIsPrinted(t *testing.T) {
	at := func(c *project.Config, n *project.Narrative) []Finding {
		c.Year = 2025
		return Read(&project.Project{Config: c, Narrative: n}).Unfinished()
	}
	for name, c := range map[string]struct {
		config    project.Config
		narrative project.Narrative
		want      int
	}{
		"contact":          {project.Config{Authority: project.Authority{Contact: "TBC - ask comms"}}, project.Narrative{}, 1},
		"contact, small":   {project.Config{Authority: project.Authority{Contact: "tbc"}}, project.Narrative{}, 1},
		"formats":          {project.Config{Authority: project.Authority{Formats: "To be confirmed"}}, project.Narrative{}, 1},
		"title":            {project.Config{Title: "Performance report [month and year]"}, project.Narrative{}, 1},
		"title of a plan":  {project.Config{StrategicPlan: project.StrategicPlan{Title: "Plan for XX"}}, project.Narrative{}, 1},
		"signatory":        {project.Config{}, narrative("TBC", "Chief Officer, Testmoor"), 1},
		"the template's":   {project.Config{}, narrative("First Last", "Chair"), 1},
		"in braces":        {project.Config{}, narrative("{name of chair}", "Chair"), 1},
		"a form's field":   {project.Config{}, narrative("Name", "Role"), 2},
		"a real signatory": {project.Config{}, narrative("Morven Haldane", "Chief Officer"), 0},
		"a real chair":     {project.Config{}, narrative("Tabitha Chair", "Chair"), 0},
		"a real contact":   {project.Config{Authority: project.Authority{Contact: "apr@a.scot, 01234 567890"}}, project.Narrative{}, 0},
		"draft's marking":  {project.Config{Label: "DRAFT"}, project.Narrative{}, 0},
		"a pattern":        {project.Config{Finance: project.Finance{Rules: []project.FinanceRule{{When: map[string]string{"cost_centre": "??XX*"}}}}}, project.Narrative{}, 0},
		"a file":           {project.Config{Workbook: "data/tbc.xlsx"}, project.Narrative{}, 0},
		"a column":         {project.Config{Finance: project.Finance{Ledgers: []project.Ledger{{Columns: map[string]string{"amount": "TBC"}}}}}, project.Narrative{}, 0},
		"words of apr's":   {project.Config{Words: map[string]string{"{number} services": "{number} seirbheisean, {figure}"}}, project.Narrative{}, 0},
		"words to come":    {project.Config{Words: map[string]string{"{number} services": "{number} [check]"}}, project.Narrative{}, 1},
		"names of texts":   {project.Config{Names: map[string][]string{"NI12": {"XX"}}}, project.Narrative{}, 0},
		"a priority":       {project.Config{StrategicPlan: project.StrategicPlan{Title: "Awaiting assessment no longer"}}, project.Narrative{}, 0},
	} {
		if found := at(&c.config, &c.narrative); len(found) != c.want {
			t.Errorf("%s: %+v", name, found)
		}
	}
}

// narrative is one whose foreword somebody signs.
func narrative(name, role string) project.Narrative {
	var n project.Narrative
	n.Opening.Foreword = yamlpos.NewText("The year was good.", source.Position{File: "narrative/opening.yaml", Line: 3})
	n.Opening.SignedBy = []project.Signatory{{Name: name, Role: role}}
	return n
}

// A quotation's speaker is a placeholder in brackets; in the words themselves a name is
// held back.
func TestPlaceholdersInBoxes(t *testing.T) {
	for text, want := range map[string]int{
		"Some words before it.\n\n::: {.quotation by=\"[name, role]\"}\nIt helped me.\n:::":             1,
		"Some words before it.\n\n::: {.quotation by=\"Name, role\"}\nIt helped me.\n:::":               1,
		"Some words before it.\n\n::: {.spotlight title=\"Title\"}\nIt helped me.\n:::":                 1,
		"Some words before it.\n\n::: {.quotation by=\"tbc\"}\nIt helped me.\n:::":                      1,
		"Some words before it.\n\n::: {.quotation by=\"Mary, a carer\"}\n[Name] helped me.\n:::":        0,
		"Some words before it.\n\n::: {.quotation by=\"The chair of a group\"}\nWe helped.\n:::":        0,
		"Some words before it.\n\n::: {.spotlight title=\"Place of birth\"}\nIt helped me.\n:::":        0,
		"Some words.\n\n| Team | Opens |\n|---|---|\n| North | to be confirmed |\n| South | May 2026 |": 1,
	} {
		n := &project.Narrative{}
		n.Opening.Foreword = yamlpos.NewText(text, source.Position{File: "narrative/opening.yaml", Line: 3})
		found := Read(&project.Project{Config: &project.Config{Year: 2025}, Narrative: n}).Unfinished()
		if len(found) != want {
			t.Errorf("%q: %+v", text, found)
		}
	}
}
