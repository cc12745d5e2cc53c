package main

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"apr/indicators"
)

// builtApr builds the program: the tests' own binary has more in it.
func builtApr(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("the program isn't built")
	}
	file := filepath.Join(t.TempDir(), "apr")
	if runtime.GOOS == "windows" {
		file += ".exe"
	}
	if text, err := exec.Command("go", "build", "-ldflags=-s -w", "-o", file, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return file
}

// TestTheProgram asks what only the program itself can say.
func TestTheProgram(t *testing.T) {
	apr := builtApr(t)
	t.Run("nothing is done before the work", func(t *testing.T) { nothingIsDoneBeforeTheWork(t, apr) })
	t.Run("what is generated is not made", func(t *testing.T) { whatIsGeneratedIsNotMade(t, apr) })
}

// initialised is a package's line of GODEBUG=inittrace=1.
var initialised = regexp.MustCompile(`(?m)^init (\S+) @\S+ ms, (\S+) ms clock, (\d+) bytes`)

// nothingIsDoneBeforeTheWork asks that none of our packages makes more than a few
// regular expressions or tables to be initialised, and that all packages together take
// less than the memory with which the first collection begins. It asks for memory, which
// is the same on every machine: 40 kB take less than a tenth of a millisecond on a quiet
// one, and the time is looked at only for what takes ten times that.
func nothingIsDoneBeforeTheWork(t *testing.T, apr string) {
	least, bytes := map[string]time.Duration{}, map[string]int{}
	for range 10 { // what else the machine does adds to a run
		cmd := exec.Command(apr, "version")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		text, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		for _, found := range initialised.FindAllStringSubmatch(string(text), -1) {
			took, err := time.ParseDuration(found[2] + "ms")
			if err != nil {
				t.Fatal(err)
			}
			name := found[1]
			if before, ok := least[name]; !ok || took < before {
				least[name] = took
			}
			if bytes[name], err = strconv.Atoi(found[3]); err != nil {
				t.Fatal(err)
			}
		}
	}
	all := 0
	for name, took := range least {
		all += bytes[name]
		if own := name == "main" || strings.HasPrefix(name, "apr/"); own && (took >= time.Millisecond || bytes[name] > 40_000) {
			t.Errorf("%s takes %v to be initialised, and %d bytes", name, took, bytes[name])
		}
	}
	if all == 0 || all > 3<<20 {
		t.Errorf("all packages take %d bytes to be initialised; want 3 MB at most", all)
	}
}

// whatIsGeneratedIsNotMade asks that what makes the schemas, the man pages and the
// names of regions isn't in the program, which would initialise it at each start.
func whatIsGeneratedIsNotMade(t *testing.T, apr string) {
	info, err := buildinfo.ReadFile(apr)
	if err != nil {
		t.Fatal(err)
	}
	if len(info.Deps) == 0 {
		t.Fatal("the program doesn't say what is in it")
	}
	for _, m := range info.Deps {
		switch m.Path {
		case "github.com/invopop/jsonschema", "github.com/russross/blackfriday/v2", "github.com/bep/imagemeta", "go.yaml.in/yaml/v4":
			t.Errorf("%s is in the program", m.Path)
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
