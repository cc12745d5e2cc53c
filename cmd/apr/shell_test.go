package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// eachCommand calls f with every command that does something.
func eachCommand(t *testing.T, f func(*cobra.Command)) {
	t.Helper()
	started := false
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Runnable() {
			f(c)
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	root := newRoot(quiet(), &started)
	completeEverything(root, quiet())
	walk(root)
}

func TestEveryHelpTextHasAnExample(t *testing.T) {
	eachCommand(t, func(c *cobra.Command) {
		for line := range strings.Lines(c.Example) {
			if !strings.HasPrefix(line, "  $ apr") {
				t.Errorf("%s: the example %q doesn't begin with $ apr", c.CommandPath(), line)
			}
		}
		if c.Example == "" {
			t.Errorf("%s has no example", c.CommandPath())
		}
		if c.Short == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: %q isn't a short description", c.CommandPath(), c.Short)
		}
	})
}

// TestEveryExampleIsUnderstood parses the flags of each example with the
// command that it names.
func TestEveryExampleIsUnderstood(t *testing.T) {
	eachCommand(t, func(c *cobra.Command) {
		for line := range strings.Lines(c.Example) {
			line, _, _ = strings.Cut(line, " > ")
			words := strings.Fields(strings.TrimPrefix(line, "  $ apr"))
			found, rest, err := c.Root().Find(words)
			if err == nil {
				err = found.ParseFlags(rest)
			}
			if err != nil {
				t.Errorf("%s: %s: %v", c.CommandPath(), strings.TrimSpace(line), err)
			}
		}
	})
}

func TestEverythingCompletes(t *testing.T) {
	eachCommand(t, func(c *cobra.Command) {
		if c.ValidArgsFunction == nil && len(c.ValidArgs) == 0 {
			t.Errorf("the arguments of %s don't complete", c.CommandPath())
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			_, registered := c.GetFlagCompletionFunc(f.Name)
			if !registered && f.Annotations[cobra.BashCompFilenameExt] == nil && f.Annotations[cobra.BashCompSubdirsInDir] == nil {
				t.Errorf("%s --%s doesn't complete", c.CommandPath(), f.Name)
			}
		})
	})
}

func TestManPagesAreTheSameEachTime(t *testing.T) {
	e := quiet()
	e.getenv = func(name string) string {
		if name == "SOURCE_DATE_EPOCH" {
			return "1784419200" // 19 July 2026
		}
		return ""
	}
	write := func(clock time.Time) map[string]string {
		dir := t.TempDir()
		e.now = func() time.Time { return clock }
		if code := run(context.Background(), []string{"man", dir}, e); code != exitOK {
			t.Fatalf("exit code %d", code)
		}
		pages := map[string]string{}
		files, err := filepath.Glob(filepath.Join(dir, "*.1"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			pages[filepath.Base(name)] = string(data)
		}
		return pages
	}
	first, second := write(time.Unix(0, 0)), write(time.Unix(1e9, 0))
	for _, name := range []string{"apr.1", "apr-init.1", "apr-check.1", "apr-exit-codes.1", "apr-narrative.1"} {
		if first[name] == "" {
			t.Errorf("there is no %s", name)
		}
	}
	if first["apr-man.1"] != "" || first["apr-help.1"] != "" {
		t.Error("hidden commands have pages")
	}
	for name, page := range first {
		if page != second[name] {
			t.Errorf("%s depends on the clock", name)
		}
		if !strings.Contains(page, `"Jul 2026"`) || strings.Contains(page, "Auto generated") {
			t.Errorf("%s: %.80s", name, page)
		}
	}
}

func TestColourIsForTerminals(t *testing.T) {
	small := smallProject(t)
	coloured := func(terminal bool, noColour string) bool {
		var out bytes.Buffer
		e := quiet()
		e.stdout, e.terminal, e.cache = &out, terminal, shared()
		e.getenv = func(name string) string { return map[string]string{"NO_COLOR": noColour}[name] }
		run(context.Background(), []string{"check", small}, e)
		return strings.Contains(out.String(), "\x1b[")
	}
	if !coloured(true, "") {
		t.Error("no colour on a terminal")
	}
	if coloured(true, "1") {
		t.Error("colour under NO_COLOR")
	}
	if coloured(false, "") {
		t.Error("colour in a file")
	}
}

// syncBuffer is written to by a timer.
type syncBuffer chan string

func (b syncBuffer) Write(p []byte) (int, error) {
	b <- string(p)
	return len(p), nil
}

func TestProgress(t *testing.T) {
	t.Run("a long step at a terminal", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) { // whose clock doesn't wait
			out := make(syncBuffer, 1)
			p := &progress{out: out, now: time.Now, terminal: true}
			done := p.step("waiting")
			select {
			case line := <-out:
				if line != "apr: waiting …\n" {
					t.Errorf("prints %q", line)
				}
			case <-time.After(10 * progressDelay):
				t.Error("prints nothing")
			}
			done()
		})
	})
	for _, p := range []*progress{
		nil,
		{now: time.Now, terminal: true, quiet: true},
		{now: time.Now}, // no terminal
		{now: time.Now, terminal: true},
	} {
		var out bytes.Buffer
		if p != nil {
			p.out = &out
		}
		p.step("a short step")()
		p.verbosef("a detail")
		if out.Len() > 0 {
			t.Errorf("%+v prints %q", p, out.String())
		}
	}
	var out bytes.Buffer
	clock := []time.Time{time.Unix(0, 0), time.Unix(0, 42e6)}
	p := &progress{out: &out, verbose: true, now: func() time.Time {
		now := clock[0]
		clock = slices.Delete(clock, 0, 1)
		return now
	}}
	done := p.step("reading")
	p.verbosef("read %d files", 3)
	done()
	if want := "apr: read 3 files\napr: reading took 42 ms\n"; out.String() != want {
		t.Errorf("prints %q; want %q", out.String(), want)
	}
}

func TestShellWord(t *testing.T) {
	for _, c := range []struct{ system, path, want string }{
		{"linux", "reports/falkirk", "reports/falkirk"},
		{"linux", `it's`, `'it'\''s'`},
		{"linux", `a\b`, `'a\b'`},
		{"windows", `C:\reports\2025-26`, `C:\reports\2025-26`},
		{"windows", `C:\ùr it's [1]`, `"C:\ùr it's [1]"`},
		{"windows", `\\server\h$\it's`, `'\\server\h$\it''s'`},
	} {
		if got := shellWord(c.path, c.system); got != c.want {
			t.Errorf("%s: %s is written %s; want %s", c.system, c.path, got, c.want)
		}
	}
}
