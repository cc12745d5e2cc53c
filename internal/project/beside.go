package project

import (
	"io/fs"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"apr/internal/source"
)

// beside is the path of the file that most likely is meant by that of one which doesn't
// exist: the same in other capital letters or another encoding of them, or with another
// ending; "" where there is none. Windows finds Photo.PNG where photo.png lies, and
// other systems don't.
func (r *Project) beside(name string) string {
	found := ""
	parts := strings.Split(name, "/")
	for i, part := range parts {
		entries, err := r.folder.ReadDir(path.Join(".", found))
		if err != nil {
			return ""
		}
		last := i == len(parts)-1
		near := nearEntry(entries, part, !last)
		if near == "" {
			return ""
		}
		found = path.Join(found, near)
	}
	return found
}

// nearEntry is the entry of a folder that is most like a name.
func nearEntry(entries []fs.DirEntry, name string, folders bool) string {
	plain := func(s string) string {
		s = strings.ToLower(norm.NFC.String(s))
		return strings.NewReplacer("%20", " ", "_", " ", "-", " ", "\u00a0", " ").Replace(s)
	}
	stem := func(s string) string { return plain(strings.TrimSuffix(s, path.Ext(s))) }
	var names []string
	for _, e := range entries {
		if e.IsDir() == folders && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	for _, same := range []func(string) string{func(s string) string { return s }, strings.ToLower, plain, stem} {
		for _, n := range names {
			if same(n) == same(name) {
				return n
			}
		}
	}
	return source.Nearest(name, names)
}
