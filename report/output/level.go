package output

import "strings"

// ForLevel gives the files of a level's report their names, so that they can
// stand beside the annual report and those of other levels: board.md for
// report.md, board-tables.xlsx for tables.xlsx, board-manifest.json for
// manifest.json. Pictures keep theirs, which the Markdown links to.
func ForLevel(level string, files []File) []File {
	named := make([]File, 0, len(files))
	for _, f := range files {
		switch rest, isReport := strings.CutPrefix(f.Name, "report."); {
		case isReport:
			f.Name = level + "." + rest
		case !strings.Contains(f.Name, "/"):
			f.Name = level + "-" + f.Name
		}
		named = append(named, f)
	}
	return named
}
