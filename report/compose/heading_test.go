package compose_test

import (
	"slices"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/rounds"
	"apr/regs"
	"apr/report/compose"
)

// A chapter that holds one part and has its title has its heading once, with what is in
// the part one level higher.
func TestAChapterOfOnePartHasItsHeadingOnce(t *testing.T) {
	for _, tc := range rounds.Few(t, []struct {
		title string
		held  project.Held
	}{
		{"Glenside", project.Held{Locality: "Glenside"}},
		{" glenside", project.Held{Locality: "Glenside"}},
		{"Our glen", project.Held{Locality: "Glenside"}},
		{"Spend on each matter", project.Held{Part: project.PartMatters}},
		{"Best value", project.Held{Part: project.PartBestValue}},
		{"What people told us", project.Held{Part: project.PartFeedback}},
	}) {
		r := arranged(t, project.Chapter{Chapter: tc.title, Holds: []project.Held{tc.held}})
		doc, err := compose.Compose(r, func() *regs.Result { return &regs.Result{} }, compose.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := document.Validate(doc); err != nil {
			t.Errorf("%q: %v", tc.title, err)
		}
		all, _ := headings(t, doc)
		title := strings.TrimSpace(strings.ToLower(tc.title))
		if n := count(all, func(s string) bool { return strings.ToLower(strings.TrimLeft(s, "# ")) == title }); n != 1 {
			t.Errorf("%q is printed %d times", tc.title, n)
		}
		if tc.title == "Glenside" {
			own, _ := headings(t, &document.Document{Sections: doc.Sections[:1]})
			want := []string{"# Glenside", "## Case study: The meeting that changed the paper", "## Performance in Glenside"}
			if !slices.Equal(own, want) {
				t.Errorf("the chapter has %q; want %q", own, want)
			}
		}
	}
}
