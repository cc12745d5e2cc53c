package render

import "strings"

// Named gives the files of a report a name in place of "report", so that they
// can be next to the annual report, those of levels, and those of other
// states: for "board" they are board.md for report.md, board-tables.xlsx for
// tables.xlsx, board-manifest.json for manifest.json. Pictures keep theirs, which
// the Markdown links to.
func Named(name string, files []File) []File {
	named := make([]File, 0, len(files))
	for _, f := range files {
		switch rest, isReport := strings.CutPrefix(f.Name, DefaultName+"."); {
		case isReport:
			f.Name = name + "." + rest
		case name != DefaultName && !strings.Contains(f.Name, "/"):
			f.Name = name + "-" + f.Name
		}
		named = append(named, f)
	}
	return named
}

// DefaultName is what the files of an annual report are called.
const DefaultName = "report"
