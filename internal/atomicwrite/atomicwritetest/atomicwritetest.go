// Package atomicwritetest looks at what was put in place.
package atomicwritetest

import (
	"os"
	"path/filepath"
	"testing"
)

// Tree lists the files below dir with their contents, as name=content in order of
// name.
func Tree(t testing.TB, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		list = append(list, filepath.ToSlash(rel)+"="+string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}
