package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"apr/internal/atomicwrite"
)

// A Word file is there to be edited, and a page is at times, so a build may not take what
// people made of its files: what isn't as the last build wrote it is kept beside the new
// file, as package managers keep settings that were edited.

// kept is what a build keeps, and says so.
type kept struct {
	files []File
	told  []string
}

// keptFrom are the files in the places of new ones that aren't as an earlier build wrote
// them, under other names.
func keptFrom(dir string, files []File, old []entry) (kept, error) {
	var k kept
	for _, f := range files {
		place := filepath.Join(dir, filepath.FromSlash(f.Name))
		if info, err := os.Stat(place); err != nil || info.IsDir() {
			continue // of a folder atomicwrite says so
		}
		there, err := os.ReadFile(place)
		if err != nil {
			return k, fmt.Errorf("reading what the report replaces: %w; move it, and try again", err)
		}
		wrote := slices.IndexFunc(old, func(o entry) bool { return o.File == f.Name })
		if bytes.Equal(there, f.Data) || wrote >= 0 && isAsWritten(there, old[wrote]) || strings.HasSuffix(f.Name, manifestName) && isManifest(there) {
			continue
		}
		name := atomicwrite.Beside(dir, f.Name)
		k.files = append(k.files, File{Name: name, Data: there})
		beside := filepath.Join(dir, filepath.FromSlash(name))
		if wrote >= 0 {
			k.told = append(k.told, fmt.Sprintf("%s was changed since apr wrote it: what it was is kept as %s", place, beside))
		} else {
			k.told = append(k.told, fmt.Sprintf("%s isn't of apr's last build here: it is kept as %s", place, beside))
		}
	}
	return k, nil
}

// leftAlone are the files to remove without those that aren't as they were written.
func leftAlone(dir string, obsolete []string, old []entry) (remove, told []string) {
	for _, name := range obsolete {
		place := filepath.Join(dir, filepath.FromSlash(name))
		there, err := os.ReadFile(place)
		wrote := slices.IndexFunc(old, func(o entry) bool { return o.File == name })
		switch {
		case errors.Is(err, fs.ErrNotExist): // it was removed
		case err == nil && isAsWritten(there, old[wrote]):
			remove = append(remove, name)
		default:
			told = append(told, fmt.Sprintf("%s was changed since apr wrote it, and is left as it is: this build doesn't make it", place))
		}
	}
	return remove, told
}

// isAsWritten reports whether a file is what a manifest lists. Programs that keep versions
// write other ends of lines, which is nobody's edit.
func isAsWritten(data []byte, o entry) bool {
	if hashOf(data) == o.SHA256 {
		return true
	}
	switch path.Ext(o.File) {
	case ".md", ".html", ".svg", ".csv", ".json":
		return hashOf(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))) == o.SHA256
	}
	return false
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// isManifest reports whether a file lists the outputs of a build.
func isManifest(data []byte) bool {
	var m struct{ Outputs *[]entry }
	return json.Unmarshal(data, &m) == nil && m.Outputs != nil
}
