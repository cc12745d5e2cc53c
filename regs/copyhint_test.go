package regs

import (
	"strings"
	"testing"

	"apr/internal/project"
)

// A copy to a body that is nearly written as it is called is the one that is lacking.
func TestCopyUnderNearlyTheName(t *testing.T) {
	for to, want := range map[string]string{
		"NHS Boarders": `"NHS Boarders" is under publication.copies in apr.yaml: did you mean "NHS Borders"?`,
		"the library":  "add to: NHS Borders under publication.copies in apr.yaml",
	} {
		r := &project.Project{Config: &project.Config{
			Authority:   project.Authority{Name: "Borders Joint Board", Model: project.JointBoard, Councils: []string{"Scottish Borders Council"}, HealthBoard: "NHS Borders"},
			Publication: project.Publication{Copies: []project.Copy{{To: "Scottish Borders Council"}, {To: to}}}}}
		if got := copyHint(r, []string{"NHS Borders"}); !strings.Contains(got, want) {
			t.Errorf("%s: %s; want %s", to, got, want)
		}
	}
}
