package source

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Nearest is the candidate most like name, or "" when none is near enough to
// be worth suggesting. A short one has to have a letter in common with name. Case doesn't
// count. Of equals the first wins.
func Nearest(name string, candidates []string) string {
	length := utf8.RuneCountInString(name)
	best, bestDistance := "", length/3+2
	for _, c := range candidates {
		// No name is nearer than by how much it is longer: most names needn't be
		// compared, and long texts never are.
		if d := length - utf8.RuneCountInString(c); max(d, -d) >= bestDistance {
			continue
		}
		d := levenshtein.ComputeDistance(strings.ToLower(name), strings.ToLower(c))
		if d < bestDistance && d < utf8.RuneCountInString(c) {
			best, bestDistance = c, d
		}
	}
	return best
}

// tableEndings are of files that a table may be in: one of them may be meant by another.
var tableEndings = []string{".csv", ".tsv", ".txt", ".tab", ".dat", ".xlsx", ".xlsm", ".zip", ".gz"}

// DidYouMeanFile is DidYouMean for a file that isn't there: of its folder. What lies there
// of another kind, and hidden files, aren't meant.
func DidYouMeanFile(fsys fs.FS, file string) string {
	entries, _ := fs.ReadDir(fsys, path.Dir(file)) // without the folder there is nothing to suggest
	ending := func(name string) string { return strings.ToLower(path.Ext(name)) }
	isTable := slices.Contains(tableEndings, ending(file))
	var all, alike []string
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$") {
			continue
		}
		all = append(all, path.Join(path.Dir(file), e.Name()))
		if ending(e.Name()) == ending(file) || isTable && slices.Contains(tableEndings, ending(e.Name())) {
			alike = append(alike, all[len(all)-1])
		}
	}
	if n := Nearest(file, all); n != "" {
		alike = []string{n}
	}
	return DidYouMean(file, alike)
}

// DidYouMean is a hint that names the nearest candidate, or lists them when
// none is near and there are few.
func DidYouMean(name string, candidates []string) string {
	if n := Nearest(name, candidates); n != "" {
		return fmt.Sprintf("did you mean %q?", n)
	}
	if len(candidates) == 0 || len(candidates) > 16 {
		return ""
	}
	return "expected one of: " + strings.Join(candidates, ", ")
}
