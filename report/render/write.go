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
// nothing else in dir is touched. What people have changed since, and what is of no build,
// is kept; see kept. Warnings are those of atomicwrite.Files, and what was kept.
func Write(dir string, files []File) (warnings []string, err error) {
	isMade := func(name string) bool {
		return slices.ContainsFunc(files, func(f File) bool { return f.Name == name })
	}
	old, rebuilds := earlier(dir, files)
	var obsolete []string
	for _, o := range old {
		if !isMade(o.File) {
			obsolete = append(obsolete, o.File)
		}
	}
	if !rebuilds {
		return atomicwrite.Files(dir, files, obsolete...)
	}
	kept, err := keptFrom(dir, files, old)
	if err != nil {
		return nil, err
	}
	obsolete, left := leftAlone(dir, obsolete, old)
	warnings, err = atomicwrite.Files(dir, append(files[:len(files):len(files)], kept.files...), obsolete...)
	if err == nil {
		warnings = append(warnings, append(kept.told, left...)...)
	}
	return warnings, err
}

// ownNames begin the names of the files that builds make; a manifest that somebody
// else wrote can't have others removed.
var ownNames = []string{"report.", "figures/", "tables"}

// earlier lists the outputs of the builds before in dir whose manifests are written
// anew, as those have them, and the manifests that are apr's. rebuilds is false where no
// manifest is written.
func earlier(dir string, files []File) (outputs []entry, rebuilds bool) {
	for _, f := range files {
		if strings.HasSuffix(f.Name, manifestName) {
			outputs, rebuilds = append(outputs, listed(dir, f.Name)...), true
		}
	}
	return outputs, rebuilds
}

// listed are the outputs that a manifest in dir lists and that are its build's own.
func listed(dir, name string) (outputs []entry) {
	level, _ := strings.CutSuffix(name, manifestName) // "board-", or "" for the report itself
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		return nil // no earlier build
	}
	var old manifest
	if json.Unmarshal(data, &old) != nil {
		return nil // not ours: it is replaced, nothing else is removed
	}
	own := ownNames
	if level != "" {
		own = []string{level, strings.TrimSuffix(level, "-") + ".", "figures/" + level}
	}
	for _, o := range old.Outputs {
		isOwn := func(prefix string) bool { return strings.HasPrefix(o.File, prefix) }
		if filepath.IsLocal(filepath.FromSlash(o.File)) && slices.ContainsFunc(own, isOwn) {
			outputs = append(outputs, o)
		}
	}
	return outputs
}
