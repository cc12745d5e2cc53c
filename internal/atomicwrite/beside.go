package atomicwrite

import (
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// Beside is a name that no file in dir has, for one that people have changed and that is
// kept beside what takes its place: report-edited.docx.
func Beside(dir, name string) string {
	extension := path.Ext(name)
	stem := strings.TrimSuffix(name, extension) + "-edited"
	for n := 1; ; n++ {
		free := stem + extension
		if n > 1 {
			free = stem + "-" + strconv.Itoa(n) + extension
		}
		if _, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(free))); err != nil {
			return free
		}
	}
}
