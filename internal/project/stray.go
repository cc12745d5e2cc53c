package project

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"apr/internal/source"
)

// CodeUnreadFile is the code of the remark that something in the narrative folder
// isn't read.
const CodeUnreadFile = "unread-file"

// What may lie in the narrative folder without being a text: pictures that texts
// show, and what machines leave behind.
var (
	pictureEndings = []string{".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".tif", ".tiff"}
	leftBehind     = []string{"thumbs.db", "desktop.ini", "readme", "readme.md", "readme.txt"}
)

// strayFile says that a text would be lost because its file has a name that apr
// doesn't read.
func (l *loader) strayFile(folder string, e fs.DirEntry, s *stage) {
	name, lower := path.Join(folder, e.Name()), strings.ToLower(e.Name())
	at := source.Position{File: name}
	stem, _ := strings.CutSuffix(e.Name(), path.Ext(e.Name()))
	switch ext := path.Ext(lower); {
	case strings.HasPrefix(lower, ".") || strings.HasPrefix(lower, "~$") || slices.Contains(leftBehind, lower):
	case e.IsDir():
		l.strayFolder(name, s)
	case ext == ".yaml" || ext == ".yml":
		s.fatal.Add(&source.Problem{Code: "unknown-narrative-file", Position: at,
			Message: fmt.Sprintf("%s is not a file of the narrative, and would not be read", e.Name()),
			Hint:    source.DidYouMean(e.Name(), NarrativeFiles())})
	case slices.Contains(NarrativeFiles(), stem) && !exists(l.folder, path.Join(folder, stem)):
		s.fatal.Add(&source.Problem{Code: "unknown-narrative-file", Position: at,
			Message: fmt.Sprintf("%s is not a file of the narrative, and would not be read", e.Name()),
			Hint:    fmt.Sprintf("rename it to %s; Windows shows %s where it hides the endings of files", stem, stem)})
	case slices.Contains(pictureEndings, ext):
	default:
		s.survived.Add(&source.Problem{Code: CodeUnreadFile, Position: at,
			Message: fmt.Sprintf("%s is not read: the narrative's texts are in files such as %s", e.Name(), NarrativeFiles()[1]),
			Hint:    "copy its text into one of them, on the lines below a key and \"|\"; or move the file out of the folder"})
	}
}

// strayFolder says the same of texts in a folder of their own.
func (l *loader) strayFolder(name string, s *stage) {
	entries, err := fs.ReadDir(l.folder, name)
	if err != nil {
		return
	}
	for _, e := range entries {
		if ext := strings.ToLower(path.Ext(e.Name())); !e.IsDir() && (ext == ".yaml" || ext == ".yml" || ext == ".docx") {
			s.survived.Add(&source.Problem{Code: CodeUnreadFile, Position: source.Position{File: path.Join(name, e.Name())},
				Message: fmt.Sprintf("the folder %s is not read, and there is %s in it", path.Base(name), e.Name()),
				Hint:    "put its texts into the files of the narrative folder itself; or move it elsewhere"})
			return
		}
	}
}

// nearProject is a hint for a folder without apr.yaml: the file has another name, or
// is in a folder near by. It is "" where neither is so.
func (l *loader) nearProject(dir string) string {
	entries, err := fs.ReadDir(l.folder, ".")
	if err != nil {
		return ""
	}
	var below []string
	for _, e := range entries {
		lower := strings.ToLower(e.Name())
		name, _ := strings.CutSuffix(lower, ".txt")
		switch {
		case e.IsDir() && exists(l.folder, path.Join(e.Name(), ConfigFile)):
			below = append(below, filepath.Join(dir, e.Name()))
		case !e.IsDir() && slices.Contains([]string{ConfigFile, "apr.yml", "apr.yaml.yaml", "apr.yaml.yml", "apr"}, name):
			hint := fmt.Sprintf("rename %s to %s", e.Name(), ConfigFile)
			if strings.HasSuffix(lower, ".txt") {
				hint += "; Windows shows " + ConfigFile + " where it hides the endings of files"
			}
			return hint
		}
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for up := filepath.Dir(abs); ; up = filepath.Dir(up) {
		if info, err := os.Stat(filepath.Join(up, ConfigFile)); err == nil && !info.IsDir() {
			if shown, err := filepath.Rel(abs, up); err == nil {
				return fmt.Sprintf("this folder lies in the project %s: name that one, %s", filepath.Base(up), filepath.Join(dir, shown))
			}
		}
		if up == filepath.Dir(up) {
			break
		}
	}
	if len(below) > 0 {
		return "did you mean " + strings.Join(below[:min(len(below), 3)], " or ") + "?"
	}
	return ""
}
