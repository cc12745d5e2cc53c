package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// The commands below are those of Unix that scripts need and Windows lacks.

// copytree FROM TO copies a folder.
func copytree(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: copytree FROM TO")
	}
	from, to := ts.MkAbs(args[0]), ts.MkAbs(args[1])
	ts.Check(os.CopyFS(to, os.DirFS(from)))
	if !strings.HasPrefix(from, ts.Getenv("WORK")) {
		ts.Check(os.RemoveAll(filepath.Join(to, "out"))) // what somebody built in an example
	}
}

// edit FILE OLD NEW [OLD NEW ...] replaces text in a file, where \n is a line's end.
// The old text must be there.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args)%2 == 0 {
		ts.Fatalf("usage: edit FILE OLD NEW [OLD NEW ...]")
	}
	text := ts.ReadFile(args[0])
	for i := 1; i < len(args); i += 2 {
		before, after := strings.ReplaceAll(args[i], `\n`, "\n"), strings.ReplaceAll(args[i+1], `\n`, "\n")
		if !strings.Contains(text, before) {
			ts.Fatalf("%s has no %q", args[0], before)
		}
		text = strings.ReplaceAll(text, before, after)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}
