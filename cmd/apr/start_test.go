package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"apr/indicators"
)

// TestTheProgram asks what is done before the work, and what the program is made of.
func TestTheProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: apr is started ten times")
	}
	t.Run("nothing is done before the work", nothingIsDoneBeforeTheWork)
	t.Run("what is generated is not made", whatIsGeneratedIsNotMade)
}

// inTheProgram are the packages that are linked into the program, as go list prints them.
func inTheProgram(t *testing.T, format string) map[string]bool {
	t.Helper()
	text, err := exec.Command("go", "list", "-deps", "-f", format, ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	in := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		in[strings.TrimSpace(line)] = true
	}
	return in
}

// nothingIsDoneBeforeTheWork asks that none of our packages makes more than a few
// regular expressions or tables to be initialised, and that all packages together take
// less than the memory with which the first collection begins. It asks for memory, which
// is the same on every machine: 40 kB take less than a tenth of a millisecond on a quiet
// one, and the time is looked at only for what takes ten times that.
//
// It is the tests' own binary that is asked, for to link the program takes seconds: what
// is initialised in the program is in it as well, and what isn't in the program isn't
// counted. So what the tests of this package keep in variables is held to the same.
func nothingIsDoneBeforeTheWork(t *testing.T) {
	program := inTheProgram(t, "{{.ImportPath}}")
	// initialised is a package's line of GODEBUG=inittrace=1.
	initialised := regexp.MustCompile(`(?m)^init (\S+) @\S+ ms, (\S+) ms clock, (\d+) bytes`)
	least, bytes := map[string]time.Duration{}, map[string]int{}
	for range 10 { // what else the machine does adds to a run
		cmd := exec.Command("apr", "version")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		text, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		for _, found := range initialised.FindAllStringSubmatch(string(text), -1) {
			name := found[1]
			if !program[name] {
				continue
			}
			took, err := time.ParseDuration(found[2] + "ms")
			if err != nil {
				t.Fatal(err)
			}
			if before, ok := least[name]; !ok || took < before {
				least[name] = took
			}
			if bytes[name], err = strconv.Atoi(found[3]); err != nil {
				t.Fatal(err)
			}
		}
	}
	all, own := 0, 0
	for name, took := range least {
		all += bytes[name]
		if !strings.HasPrefix(name, "apr/") {
			continue
		}
		own++
		if took >= time.Millisecond || bytes[name] > 40_000 {
			t.Errorf("%s takes %v to be initialised, and %d bytes", name, took, bytes[name])
		}
	}
	if all == 0 || all > 3<<20 || own < 20 {
		t.Errorf("all packages take %d bytes to be initialised, %d of them our own; want 3 MB at most", all, own)
	}
}

// whatIsGeneratedIsNotMade asks that what makes the schemas, the man pages and the
// names of regions isn't in the program, which would initialise it at each start.
func whatIsGeneratedIsNotMade(t *testing.T) {
	modules := inTheProgram(t, "{{with .Module}}{{.Path}}{{end}}")
	if !modules["github.com/spf13/cobra"] {
		t.Fatal("go list doesn't say what is in the program")
	}
	for _, m := range []string{"github.com/invopop/jsonschema", "github.com/russross/blackfriday/v2", "github.com/bep/imagemeta", "go.yaml.in/yaml/v4"} {
		if modules[m] {
			t.Errorf("%s is in the program", m)
		}
	}
}

// TestTheIndicatorsAreCounted holds the number in the help, which isn't worked out at
// each start, against the catalogue.
func TestTheIndicatorsAreCounted(t *testing.T) {
	want := fmt.Sprintf("all %d indicators", len(indicators.Catalogue()))
	if got := newIndicators(quiet(), nil).Long; !strings.Contains(got, want) {
		t.Errorf("the help doesn't say %q:\n%s", want, got)
	}
}
