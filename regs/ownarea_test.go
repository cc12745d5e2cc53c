package regs

import (
	"strings"
	"testing"

	"apr/internal/period"
	"apr/internal/project"
)

// The area is the authority's own.
func TestAreaOfTheAuthority(t *testing.T) {
	for _, c := range []struct {
		name, area string
		invented   bool
		since      period.Year
		want       string
	}{
		{"Testmoor Integration Joint Board", "Testmoor", true, 0, ""},
		{"Angus Integration Joint Board", "Angus", false, 0, ""},
		{"Argyll & Bute HSCP", "Argyll & Bute", false, 0, ""},
		{"Angus Integration Joint Board", "Angus HSCP area", false, 0, ""}, // as the workbook may have it
		{"Clackmannanshire and Stirling", "Clackmannanshire & Stirling", false, 0, ""},
		{"Borders Health and Care", "Scottish Borders", false, 0, ""}, // a name that apr doesn't know
		{"Newshire Integration Joint Board", "Newshire", false, 2018, ""},
		{"Angus Integration Joint Board", "Moray", false, 0, `the area is "Moray", and that of Angus Integration Joint Board is Angus`},
		{"Angus Integration Joint Board", "Ardenmuir", false, 0, `the area is "Ardenmuir", and that of Angus Integration Joint Board is Angus`},
		{"Angus Integration Joint Board", "Ardenmuir", true, 0, `the area is "Ardenmuir", and that of Angus Integration Joint Board is Angus`},
		{"Angus Integration Joint Board", "Angus", true, 0, ""}, // invented figures
		{"Clackmannanshire and Stirling", "Stirling", false, 0, `the area is "Stirling", and that of Clackmannanshire and Stirling Integration Joint Board is Clackmannanshire and Stirling`},
		{"Testmoor Integration Joint Board", "Angus", true, 0, `the area is Angus, which is that of Angus Integration Joint Board, and the authority is Testmoor Integration Joint Board`},
		{"Testmoor Integration Joint Board", "Angus", false, 0, `the area is Angus, which is that of Angus Integration Joint Board`},
		{"Testmoor Integration Joint Board", "Scotland", true, 0, `the area of Testmoor Integration Joint Board is Scotland, which no authority's is`},
		{"Testmoor Integration Joint Board", "Testmoor", false, 0, `Testmoor Integration Joint Board is not one of the 31 integration authorities, and its area, Testmoor, is not one of the areas of Public Health Scotland's workbook`},
	} {
		r := &project.Project{Config: &project.Config{Authority: project.Authority{Name: c.name, Area: c.area, Invented: c.invented, Since: c.since}}}
		var findings []Finding
		n := &ownNames{Pass: &Pass{rule: &Rule{Level: Advice}, state: &state{}, findings: &findings}, project: r}
		n.area()
		got := ""
		for _, f := range findings {
			got += f.Message
		}
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s, %s: %q; want %q", c.name, c.area, got, c.want)
		}
	}
}
