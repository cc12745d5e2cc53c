package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/project"
)

var update = flag.Bool("update", false, "write golden files and scripts from what is printed")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"apr": func() {
			tuneCollector()
			code := run(context.Background(), os.Args[1:], env{
				stdin:  os.Stdin,
				stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv, now: time.Now,
				progress: &progress{out: os.Stderr, now: time.Now},
			})
			writePeak()
			os.Exit(code)
		},
	})
}

// TestScripts runs the command line as its users do. $EXAMPLE is the example
// project, $BRIEF the same with texts of a sentence or two, for what looks at its data and
// settings, and $SMALL one of a few lines that meets the law as well, for what needs
// neither. The date is given, so that days left don't depend on the clock, and
// memory is swept less often than apr has it, which takes a part of the time.
func TestScripts(t *testing.T) {
	example, err := filepath.Abs("../../examples/carrickmoor")
	if err != nil {
		t.Fatal(err)
	}
	scripts, err := filepath.Abs("testdata/script") // the folder that this process is in changes
	if err != nil {
		t.Fatal(err)
	}
	chosen := chooseScripts(t, scripts)
	small, brief := smallProject(t), briefExample(t, example)
	sweepSeldom(t)
	testscript.Run(t, testscript.Params{
		Dir:                 scripts,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"copytree": copytree, "edit": edit, "hashed": hashed, "pack": pack, "status": status, "sheet": sheet, "fill": fill, "docx": docx,
		},
		Setup: func(e *testscript.Env) error {
			if name := strings.TrimPrefix(filepath.Base(e.WorkDir), "script-"); !chosen(name) {
				e.T().Skip(fmt.Sprintf("left out by -short: one script in %d is run", sampled))
			}
			e.Setenv("EXAMPLE", example)
			e.Setenv("BRIEF", brief)
			e.Setenv("SMALL", small)
			e.Setenv("GOGC", strconv.Itoa(seldom))
			e.Setenv("SOURCE_DATE_EPOCH", "1784419200") // 2026-07-19
			return nil
		},
	})
}

// sampled is that with -short one script in so many is run, and one hostile project.
const sampled = 20

// chooseScripts says which scripts of a folder are run.
func chooseScripts(t *testing.T, folder string) (chosen func(name string) bool) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatal("there are no scripts: ", err)
	}
	return func(name string) bool {
		i := slices.IndexFunc(files, func(f string) bool { return filepath.Base(f) == name+".txtar" })
		return !testing.Short() || raceEnabled || i%sampled == 0
	}
}

// seldom is by how many percent the memory of an apr that a script starts may grow before
// it is swept. Apr in the tests' own process sweeps only when it has hereMemory.
const (
	seldom     = 400
	hereMemory = 128 << 20
)

// sweepSeldom has memory swept when hereMemory is in use, until the test and those that go
// on when its function has returned are over.
func sweepSeldom(t *testing.T) {
	t.Helper()
	limit, percent := debug.SetMemoryLimit(hereMemory), debug.SetGCPercent(-1)
	t.Cleanup(func() {
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(percent)
	})
}

// smallProject is the folder of the project that the fragments of regs are laid over.
func smallProject(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	unpack(t, "../../regs/testdata/base.txtar", dir)
	return dir
}

// briefExample is a folder with the data and settings of the example and short texts:
// reading its own takes most of the time of a check.
func briefExample(t *testing.T, example string) string {
	t.Helper()
	dir := t.TempDir()
	for _, part := range []string{"data", "tables"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(example, part))); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile(filepath.Join(example, "apr.yaml"))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "apr.yaml"), config, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	unpack(t, "testdata/brief.txtar", dir)
	return dir
}

// unpack writes the files of an archive into a folder.
func unpack(t *testing.T, archive, dir string) {
	t.Helper()
	a, err := txtar.ParseFile(archive)
	if err == nil {
		err = txtar.Write(a, dir)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// status N COMMAND runs a command and checks its exit code; stdout and stderr are kept for
// cmp as exec keeps them. Apr runs in the tests' own process, which takes half as long as
// one of its own; exec apr starts it as users do.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND [ARG ...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if args[1] == "apr" && !slices.Contains(args, "-") { // what the script has on stdin is for exec alone
		got = runHere(ts, args[2:])
	} else if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d; want %d", got, want)
	}
}

// here is held by the script that is in its folder: a process has one at a time.
var here sync.Mutex

// shared keeps the workbook and the accounts that most scripts have in common, as a preview
// keeps them between loads.
var shared = sync.OnceValue(project.NewCache)

// runHere runs apr in the script's folder and environment and returns its exit code.
func runHere(ts *testscript.TestScript, args []string) int {
	here.Lock()
	defer here.Unlock()
	before, err := os.Getwd()
	ts.Check(err)
	ts.Check(os.Chdir(ts.MkAbs(".")))
	defer os.Chdir(before) // it was there a moment ago
	stdout, stderr := ts.Stdout(), ts.Stderr()
	return run(context.Background(), args, env{
		stdin:  strings.NewReader(""),
		stdout: stdout, stderr: stderr, getenv: ts.Getenv, now: time.Now,
		progress: &progress{out: stderr, now: time.Now},
		cache:    shared(),
	})
}
