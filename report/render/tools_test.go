package render_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// toolsVariable names the folder with the accessibility checkers, .ci/a11y
// after "npm ci" in it. Where it is set every checker has to be there; where it
// isn't, the tests that need one are skipped.
const toolsVariable = "APR_A11Y_TOOLS"

// tools is the folder of the checkers, in which each path that is needed exists.
func tools(t *testing.T, what string, needed ...string) string {
	t.Helper()
	dir := os.Getenv(toolsVariable)
	if dir == "" {
		t.Skipf("not checked by %s: %s isn't set to .ci/a11y, after npm ci in it", what, toolsVariable)
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range needed {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Fatalf("%s is set, and %s can't be run: %v; run npm ci there", toolsVariable, what, err)
		}
	}
	return dir
}

// program is a program of the machine. Other programs are asked only where checkers are
// wanted, as they take longer than all other tests of a package; there it has to be
// installed.
func program(t *testing.T, name string) string {
	t.Helper()
	askedFor(t, name)
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is set, and %v", toolsVariable, err)
	}
	return path
}

// askedFor skips a test with another program where checkers aren't wanted.
func askedFor(t *testing.T, name string) {
	t.Helper()
	if os.Getenv(toolsVariable) == "" {
		t.Skipf("not checked by %s: %s isn't set", name, toolsVariable)
	}
}

// checker is a tool that says nothing and ends with 0 when a file is in order.
type checker struct {
	name   string
	file   string // of each report
	spoilt string // what it has to refuse
	// command is what to run on files.
	command func(t *testing.T) []string
}

const (
	spoiltPage = `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Spoilt</title></head>
<body><main><h1>One</h1><h3>Three</h3><p style="width: 2000px"><img src="data:,">
<table><tr><td>1</table></main></body></html>
`
	spoiltMarkdown = "# One\n\n### Three\n\n![](figure.png)\n"
)

var checkers = []checker{
	{"html-validate", "report.html", spoiltPage, func(t *testing.T) []string {
		const js = "node_modules/html-validate/bin/html-validate.mjs"
		dir := tools(t, "html-validate", js, "htmlvalidate.json")
		return []string{program(t, "node"), filepath.Join(dir, js), "--config", filepath.Join(dir, "htmlvalidate.json")}
	}},
	{"the Nu HTML checker", "report.html", spoiltPage, func(t *testing.T) []string {
		const jar = "node_modules/vnu-jar/build/dist/vnu.jar"
		dir := tools(t, "the Nu HTML checker", jar)
		// Its reader of styles doesn't know container queries, which all browsers have.
		return []string{program(t, "java"), "-jar", filepath.Join(dir, jar), "--Werror", "--filterpattern", ".*(@container|container-type|scroll-target-group|:target-current).*"}
	}},
	{"axe", "report.html", spoiltPage, func(t *testing.T) []string {
		dir := tools(t, "axe", "axe.mjs", "node_modules/axe-core/axe.min.js", "node_modules/playwright-core/package.json")
		program(t, "chromium")
		return []string{program(t, "node"), filepath.Join(dir, "axe.mjs")}
	}},
	{"markdownlint", "report.md", spoiltMarkdown, func(t *testing.T) []string {
		const js = "node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs"
		dir := tools(t, "markdownlint", js, "report.markdownlint-cli2.jsonc")
		return []string{program(t, "node"), filepath.Join(dir, js), "--config", filepath.Join(dir, "report.markdownlint-cli2.jsonc")}
	}},
}

// TestCheckersFindNothing runs every checker on the reports of both projects,
// and on a spoilt file, so that a checker that says nothing of anything is reported
// from one that finds nothing.
func TestCheckersFindNothing(t *testing.T) {
	for _, c := range checkers {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			command := c.command(t)
			all, err := reports()
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			var files []string
			for _, b := range all {
				files = append(files, write(t, dir, b.name+filepath.Ext(c.file), b.file(t, c.file)))
			}
			said, err := run(t, dir, command, files...)
			if err != nil {
				t.Errorf("%v\n%s", err, said)
			} else if said != "" {
				t.Log(said) // what axe leaves for people to decide
			}
			spoilt := write(t, dir, "spoilt"+filepath.Ext(c.file), []byte(c.spoilt))
			if said, err := run(t, dir, command, spoilt); err == nil {
				t.Errorf("it finds nothing in a spoilt file:\n%s\n%s", c.spoilt, said)
			}
		})
	}
}

func write(t *testing.T, dir, name string, data []byte) string {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

// run runs a command in dir and gives all that it prints. An error that isn't
// the command's own verdict ends the test.
func run(t *testing.T, dir string, command []string, args ...string) (string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 15*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, command[0], append(command[1:len(command):len(command)], args...)...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	said := strings.TrimSpace(string(out))
	if ctx.Err() != nil {
		t.Fatalf("%s takes too long\n%s", command[0], said)
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", strings.Join(cmd.Args, " "), err)
	}
	return said, err
}
