package project

import (
	"testing"
	"testing/fstest"

	"apr/internal/folder"
)

// Paths are understood as Word writes them, where the file has another dash.
func TestPathsAsWordWritesThem(t *testing.T) {
	fsys := fstest.MapFS{"data/core-suite.csv": {}, "data/a–b.csv": {}, "data/a-b.csv": {}, "data/it's.csv": {}}
	for written, want := range map[string]string{
		"data/core–suite.csv":   "data/core-suite.csv",
		"“data/core–suite.csv”": "data/core-suite.csv",
		"data/core‑suite.csv":   "data/core-suite.csv",
		"data/it’s.csv":         "data/it's.csv",
		"data/a–b.csv":          "data/a–b.csv", // as it is named
		"data/other–suite.csv":  "data/other–suite.csv",
		"../core–suite.csv":     "../core–suite.csv",
		"":                      "",
	} {
		c := configChecker{config: &Config{Workbook: written}, folder: folder.New(fsys, nil, true)}
		if c.unquote(); c.config.Workbook != want {
			t.Errorf("%q is %q, want %q", written, c.config.Workbook, want)
		}
	}
}
