package main

import (
	"path"
	"path/filepath"

	"apr/internal/folder"
)

// amongInputs refuses to write the report into a folder of the project's own inputs, such
// as narrative/: what lies there is read, or offered where a file is missing.
func amongInputs(dir, out string, inputs []folder.Input) error {
	within, err := filepath.Rel(resolved(dir), resolved(out))
	if err != nil {
		return nil // on another disk
	}
	for _, in := range inputs {
		if path.Dir(in.File) == filepath.ToSlash(within) {
			return usagef("--output %s is the folder of %s, which the report is made of; name a folder of its own, such as %s", out, in.File, filepath.Join(dir, "out"))
		}
	}
	return nil
}

// resolved is where a folder lies, whichever links lead to it.
func resolved(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	if linked, err := filepath.EvalSymlinks(dir); err == nil {
		return linked
	}
	return dir
}
