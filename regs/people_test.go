package regs

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/project"
)

// withPeople is the base project with a people.yaml and this state, checked.
func withPeople(t *testing.T, state, people string) *Result {
	t.Helper()
	fragment := &txtar.Archive{Files: []txtar.File{
		{Name: "pass/people.yaml", Data: []byte(people)},
		{Name: "pass/edit/apr.yaml", Data: []byte("state: final\n=>\nstate: " + state + "\n")},
	}}
	return Check(projectOf(t, archive(t, "testdata/base.txtar"), fragment, "pass"))
}

func ofRules(res *Result, ids ...string) string {
	var b strings.Builder
	for _, f := range res.Findings {
		for _, id := range ids {
			if f.Rule == id {
				fmt.Fprintf(&b, "%s %s: %s", f.Position, f.Level, f.Found)
				for _, rel := range f.Related {
					fmt.Fprintf(&b, " [%s %s]", rel.Position, rel.Message)
				}
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}

// Each finding has both places: the text's, and that of what people.yaml says.
func TestFindingsOfPeopleHaveBothPlaces(t *testing.T) {
	const people = `people: [{name: Ailsa Bell}]
texts:
  regulation-5.assessment:
    owner: Ailsa Bell
    due: 2019-06-30
    words: 9
    signed_off: {by: Ailsa Bell, on: 2019-07-02, sha256: ` + "0000000000000000000000000000000000000000000000000000000000000000" + `}
`
	got := ofRules(withPeople(t, "final", people), "R0-sign-off-lapsed", "R0-late", "R0-length", "R0-sign-off")
	want := `narrative/regulation-5.yaml:1:13 advice: regulation-5.assessment, of Ailsa Bell, was due on 30 June 2019, 1 day ago, and is no longer in the words that were signed off [people.yaml:5:10 the day]
narrative/regulation-5.yaml:1:13 advice: regulation-5.assessment has 10 words; 9 were agreed [people.yaml:6:12 the limit]
narrative/regulation-5.yaml:1:13 advice: regulation-5.assessment has changed since Ailsa Bell signed it off on 2 July 2019 [people.yaml:7:58 the sign-off]
people.yaml:7:38 advice: regulation-5.assessment is signed off on 2 July 2019, which is still to come [narrative/regulation-5.yaml:1:13 the text]
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A text due today isn't late, nor is one that is agreed; a draft needn't be signed off.
func TestWhatIsFine(t *testing.T) {
	const people = "sign_off: required\ntexts:\n  regulation-5.assessment: {due: 2019-07-01, words: 10}\n  regulation-5.contribution: {due: 2019-01-01, status: agreed}\n"
	for _, state := range []string{"draft", "provisional"} {
		if got := ofRules(withPeople(t, state, people), "R0-sign-off-lapsed", "R0-late", "R0-length", "R0-sign-off", "R0-people"); got != "" {
			t.Errorf("%s: %s", state, got)
		}
	}
	final := withPeople(t, "final", people)
	n := 0
	for _, f := range final.Findings {
		if f.Rule == "R0-sign-off" {
			n++
		}
	}
	r := projectOf(t, archive(t, "testdata/base.txtar"), &txtar.Archive{}, "pass")
	if texts := len(r.TextStatuses()); n != texts || n < 10 {
		t.Errorf("%d of %d texts aren't signed off", n, texts)
	}
	if r.People != nil || r.TextStatuses()[0].State != project.Drafted {
		t.Error("without people.yaml there is one")
	}
}
