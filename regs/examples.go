package regs

// What the fragments find comes first, because the page is made from them as they
// are embedded then.
//go:generate go test -run TestEveryRuleHasAPairOfFragments -update .
//go:generate go test -run TestRulesPageIsFresh|TestEveryRuleHasAnExample -update .

import (
	"bytes"
	"embed"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"
)

// fragments are what tests the rules: a complete project, and for each rule the
// changes to it with which the rule passes and fails.
//
//go:embed testdata/base.txtar testdata/rules
var fragments embed.FS

// Example shows what a rule asks for: parts of a project that passes and of one
// that fails, which differ in nothing else. They are the rule's own tests.
type Example struct {
	// Says is what is wrong in the failing project, a sentence.
	Says string
	// Passes and Fails are the places that differ, in order of file.
	Passes, Fails []Excerpt
	// Finds are the findings on the failing project, one a line: the position
	// and, for most rules, the message.
	Finds string
}

// Excerpt is part of a file, or the whole.
type Excerpt struct {
	// File is its name within the project; "" for the day of the check.
	File string
	// Line is the number of the first line of Text.
	Line int
	// Text is "" where the file is absent or empty.
	Text string
	// Absent is true where the project doesn't have the file.
	Absent bool
}

// ExampleOf is the example of a rule; false where it has none, as a rule that
// no project as it stands can break.
func ExampleOf(rule string) (Example, bool) {
	if strings.Contains(rule, "/") {
		return Example{}, false // no file of a rule's
	}
	base, err := fragments.ReadFile("testdata/base.txtar")
	if err != nil {
		return Example{}, false
	}
	data, err := fragments.ReadFile(path.Join("testdata/rules", rule+".txtar"))
	if err != nil {
		return Example{}, false
	}
	fragment := txtar.Parse(data)
	passes, err := side(txtar.Parse(base), fragment, "pass")
	if err != nil {
		return Example{}, false
	}
	fails, err := side(txtar.Parse(base), fragment, "fail")
	if err != nil {
		return Example{}, false
	}
	e := Example{Says: strings.TrimSpace(string(fragment.Comment))}
	for _, f := range fragment.Files {
		if f.Name == "want" {
			e.Finds = string(f.Data)
		}
	}
	if passes.today != fails.today {
		e.Passes = append(e.Passes, Excerpt{Text: passes.today})
		e.Fails = append(e.Fails, Excerpt{Text: fails.today})
	}
	names := map[string]bool{}
	for name := range maps.Keys(passes.files) {
		names[name] = true
	}
	for name := range maps.Keys(fails.files) {
		names[name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		with, without := passes.files[name], fails.files[name]
		if bytes.Equal(with, without) {
			continue
		}
		p, f := difference(string(with), string(without))
		p.File, f.File = name, name
		p.Absent, f.Absent = with == nil, without == nil
		e.Passes, e.Fails = append(e.Passes, p), append(e.Fails, f)
	}
	return e, true
}

// fixture is one side of a fragment: a project's files and the day of the check.
type fixture struct {
	files map[string][]byte
	today string
}

// side lays one side of a fragment, "pass" or "fail", over the base project.
//
// A change is a file, "pass/apr.yaml"; edits of a file, "pass/edit/apr.yaml",
// each the old text, a line "=>" and the new text, with lines "==" between;
// "pass/delete", paths one a line; or "pass/today", the day of the check.
func side(base, fragment *txtar.Archive, which string) (fixture, error) {
	x := fixture{files: map[string][]byte{}, today: "2019-07-01"}
	for _, f := range base.Files {
		x.files[f.Name] = f.Data
	}
	for _, f := range fragment.Files {
		name, of := strings.CutPrefix(f.Name, which+"/")
		edited, edits := strings.CutPrefix(name, "edit/")
		switch {
		case !of:
		case name == "today":
			x.today = strings.TrimSpace(string(f.Data))
		case name == "delete":
			for _, gone := range strings.Fields(string(f.Data)) {
				delete(x.files, gone)
			}
		case edits:
			data, err := edit(x.files[edited], string(f.Data))
			if err != nil {
				return x, fmt.Errorf("%s: %w", f.Name, err)
			}
			x.files[edited] = data
		default:
			x.files[name] = f.Data
		}
	}
	return x, nil
}

// edit makes replacements, each of which has to find its text once.
func edit(data []byte, edits string) ([]byte, error) {
	for _, e := range strings.Split(edits, "==\n") {
		from, to, ok := strings.Cut(e, "=>\n")
		if n := bytes.Count(data, []byte(from)); !ok || n != 1 {
			return nil, fmt.Errorf("the text to replace is there %d times:\n%s", n, from)
		}
		data = bytes.Replace(data, []byte(from), []byte(to), 1)
	}
	return data, nil
}

// How many lines are shown around what differs, and at most in all.
const (
	linesBefore, linesAfter = 3, 1
	mostLines               = 24
)

// difference are the parts in which two files differ, with a few lines around.
func difference(a, b string) (Excerpt, Excerpt) {
	la, lb := lines(a), lines(b)
	shorter := min(len(la), len(lb))
	head := 0
	for head < shorter && la[head] == lb[head] {
		head++
	}
	tail := 0
	for tail < shorter-head && la[len(la)-1-tail] == lb[len(lb)-1-tail] {
		tail++
	}
	return excerpt(la, head, tail), excerpt(lb, head, tail)
}

// excerpt is what is between the first head lines and the last tail ones,
// with a few of both.
func excerpt(all []string, head, tail int) Excerpt {
	from := max(head-linesBefore, 0)
	to := min(len(all)-tail+linesAfter, len(all))
	shown := all[from:to]
	e := Excerpt{Line: from + 1}
	if len(shown) > mostLines {
		e.Text = strings.Join(shown[:mostLines-1], "") + "…\n"
		return e
	}
	e.Text = strings.Join(shown, "")
	return e
}

func lines(s string) []string { return slices.Collect(strings.Lines(s)) }
