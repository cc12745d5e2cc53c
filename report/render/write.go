package render

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"apr/internal/atomicwrite"
)

// Write puts the files into dir, all of them or none; see atomicwrite.Files. Files of an
// earlier build that its manifest lists and this one doesn't make are removed;
// nothing else in dir is touched. Warnings are those of atomicwrite.Files.
func Write(dir string, files []File) (warnings []string, err error) {
	isMade := func(name string) bool {
		return slices.ContainsFunc(files, func(f File) bool { return f.Name == name })
	}
	return atomicwrite.Files(dir, files, slices.DeleteFunc(earlier(dir, files), isMade)...)
}

// ownNames begin the names of the files that builds make; a manifest that somebody
// else wrote can't have others removed.
var ownNames = []string{"report.", "figures/", "tables"}

// earlier lists the outputs of the build before in dir, as its manifest has them.
func earlier(dir string, files []File) []string {
	at := slices.IndexFunc(files, func(f File) bool { return strings.HasSuffix(f.Name, manifestName) })
	if at < 0 {
		return nil
	}
	level, _ := strings.CutSuffix(files[at].Name, manifestName) // "board-", or "" for the report itself
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(files[at].Name)))
	if err != nil {
		return nil // no earlier build
	}
	var old manifest
	if json.Unmarshal(data, &old) != nil {
		return nil // not ours: it is replaced, nothing else is removed
	}
	var names []string
	for _, o := range old.Outputs {
		isOwn := func(prefix string) bool { return strings.HasPrefix(o.File, prefix) }
		if level != "" {
			isOwn = func(string) bool {
				return strings.HasPrefix(o.File, level) || strings.HasPrefix(o.File, strings.TrimSuffix(level, "-")+".")
			}
		}
		if filepath.IsLocal(filepath.FromSlash(o.File)) && slices.ContainsFunc(ownNames, isOwn) {
			names = append(names, o.File)
		}
	}
	return names
}
