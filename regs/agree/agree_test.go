package agree

import (
	"bufio"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// example is the report of the example project, whose data the sentences of
// testdata are held against.
func example(t testing.TB) *project.Project {
	t.Helper()
	r, err := project.Load(context.Background(), project.Options{Dir: "../../examples/carrickmoor", Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

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

// checks are what a report's prose can be asked, in order of the rules.
var checks = []struct {
	name string
	find func(*Prose) []Finding
}{
	{"direction", (*Prose).Directions},
	{"figure", (*Prose).Figures},
	{"share", (*Prose).Shares},
	{"year", (*Prose).Years},
	{"unfinished", (*Prose).Unfinished},
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

// TestHitRate holds every sentence of testdata against the example's data and
// prints how many of the wrong ones are found (recall) and how many of the
// findings are right (precision). A finding in a right sentence, or by another
// check than the one that ought to find it, fails.
func TestHitRate(t *testing.T) {
	r := example(t)
	found, missed, wrong := map[string]int{}, map[string][]string{}, 0
	total := map[string]int{}
	for _, line := range lines(t, "wrong.txt") {
		parts := strings.Split(line, " | ")
		want, name, text := parts[0], "", parts[len(parts)-1]
		if len(parts) == 3 {
			name = parts[1]
		}
		total[want]++
		prose, hit := Read(saying(r, name, text)), false
		for _, c := range checks {
			for _, f := range c.find(prose) {
				if c.name != want {
					t.Errorf("%s: found by %s: %s", line, c.name, f.Message)
					wrong++
					continue
				}
				hit = true
				if f.Position.Line != 7 || f.Position.Column < 5 || f.Message == "" || f.Hint == "" || len(f.Related) == 0 || f.Related[0].Position.File == "" {
					t.Errorf("%s: %+v", line, f)
				}
			}
		}
		if hit {
			found[want]++
		} else {
			missed[want] = append(missed[want], text)
		}
	}
	right := lines(t, "right.txt")
	for _, text := range right {
		prose := Read(saying(r, "", text))
		for _, c := range checks {
			for _, f := range c.find(prose) {
				t.Errorf("%s: %s: %s", text, c.name, f.Message)
				wrong++
			}
		}
	}
	hits, all := 0, 0
	for _, c := range checks {
		t.Logf("%-10s finds %d of %d wrong sentences (recall %.0f%%)", c.name, found[c.name], total[c.name], 100*float64(found[c.name])/float64(total[c.name]))
		for _, text := range missed[c.name] {
			t.Logf("    misses: %s", text)
		}
		hits, all = hits+found[c.name], all+total[c.name]
	}
	t.Logf("precision %.0f%% (%d findings are right, %d wrong, with %d right sentences); recall %.0f%% (%d of %d)",
		100*float64(hits)/float64(hits+wrong), hits, wrong, len(right), 100*float64(hits)/float64(all), hits, all)
	if len(right) < 40 || all < 40 {
		t.Errorf("%d right and %d wrong sentences are too few", len(right), all)
	}
}

func TestTheExampleIsClean(t *testing.T) {
	prose := Read(example(t))
	for _, c := range checks {
		for _, f := range c.find(prose) {
			t.Errorf("%s: %s: %s", c.name, f.Position, f.Message)
		}
	}
	if n := len(prose.sentences); n < 500 {
		t.Errorf("only %d sentences were read", n)
	}
}

func BenchmarkRead(b *testing.B) {
	r := example(b)
	for b.Loop() {
		prose := Read(r)
		for _, c := range checks {
			c.find(prose)
		}
	}
}
