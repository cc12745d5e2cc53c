package words

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"apr/internal/project"
)

// A text that comes back changed is a draft again in people.yaml, and its sign-off has
// lapsed; what nobody touched stays agreed.
func TestWhatCameBackIsADraft(t *testing.T) {
	dir := small(t, narrative)
	people := "people: [{name: AB}]\ntexts: # all\n  regulation-5.contribution: {owner: AB, status: agreed} # at last\n  regulation-5.efficiencies:\n    status: agreed\n    signed_off: {by: AB, on: 2026-07-01, sha256: " +
		project.WordsSum("None were found.") + "}\n"
	file := filepath.Join(dir, project.PeopleFile)
	if err := os.WriteFile(file, []byte(people), 0o666); err != nil {
		t.Fatal(err)
	}
	state := func(name string) project.Status {
		for _, s := range load(t, dir).TextStatuses() {
			if s.Name == name {
				return s.State
			}
		}
		return ""
	}
	if got := state("regulation-5.efficiencies"); got != project.Signed {
		t.Fatalf("it is %s before", got)
	}
	out := sendAll(t, load(t, dir))
	takeIn(t, dir, out, Options{})
	if now, _ := os.ReadFile(file); string(now) != people {
		t.Errorf("nothing was changed, and people.yaml is\n%s", now)
	}
	takeIn(t, dir, edited(t, out, func(main string) string { return strings.Replace(main, "None were found.", "Two were found.", 1) }), Options{})
	if now, _ := os.ReadFile(file); string(now) != strings.Replace(people, "    status: agreed", "    status: draft", 1) {
		t.Errorf("people.yaml is\n%s", now)
	}
	if got := state("regulation-5.efficiencies"); got != project.Lapsed {
		t.Errorf("it is %s after", got)
	}
}
