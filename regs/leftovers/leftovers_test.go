package leftovers

import (
	"bufio"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"apr/internal/project"
	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// saying is the example with one text in place of its narrative.
func saying(r *project.Project, name, markdown string) *project.Project {
	c := *r
	text := yamlpos.NewText(markdown, source.Position{File: "narrative/text.yaml", Line: 7, Column: 5})
	n := &project.Narrative{}
	switch name {
	case "regulation-4.introduction":
		n.Reg4.Introduction = text
	case "regulation-7.introduction":
		n.Reg7.Introduction = text
	case "regulation-8.reasons":
		n.Reg8.Reasons = text
	default:
		n.Opening.Foreword = text
	}
	c.Narrative = n
	return &c
}

// lines are those of a file of testdata, without its remarks.
func lines(t *testing.T, name string) []string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if l := strings.TrimSpace(s.Text()); l != "" && !strings.HasPrefix(l, "#") {
			all = append(all, l)
		}
	}
	return all
}

// TestLeftovers finds each kind of leftover where it is, and none where none is.
func TestLeftovers(t *testing.T) {
	r, err := project.Load(context.Background(), project.Options{Dir: "../../examples/carrickmoor", Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	find := map[string]func(*Prose) []Finding{"year": (*Prose).Years, "unfinished": (*Prose).Unfinished}
	for _, line := range rounds.Few(t, lines(t, "wrong.txt")) {
		parts := strings.Split(line, " | ")
		name := ""
		if len(parts) == 3 {
			name = parts[1]
		}
		prose := Read(saying(r, name, parts[len(parts)-1]))
		for kind, f := range find {
			found := f(prose)
			if (len(found) > 0) != (kind == parts[0]) {
				t.Errorf("%s: %s finds %v", line, kind, found)
			}
			for _, f := range found {
				if f.Position.Line != 7 || f.Position.Column < 5 || f.Message == "" || f.Hint == "" || len(f.Related) == 0 {
					t.Errorf("%s: %+v", line, f)
				}
			}
		}
	}
	for _, text := range rounds.Few(t, lines(t, "right.txt")) {
		prose := Read(saying(r, "", text))
		for kind, f := range find {
			if found := f(prose); len(found) > 0 {
				t.Errorf("%s: %s: %s", text, kind, found[0].Message)
			}
		}
	}
	prose := Read(r)
	for kind, f := range find {
		for _, found := range f(prose) {
			t.Errorf("the example: %s: %s: %s", kind, found.Position, found.Message)
		}
	}
}
