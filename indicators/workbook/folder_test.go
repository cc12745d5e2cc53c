package workbook

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"apr/indicators"
	"apr/internal/source"
)

func folderFS(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys["data/phs/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// A table that is cut into files by columns' order, case and count is the same
// table.
func TestFolderOfCSVFilesIsOneTable(t *testing.T) {
	want := readAll(t, csvFS(asCSV(sample())))
	rows := sample()
	survey := asCSV(append(rows[:1:1], rows[1], rows[2]))
	annual := "rate,indicator,PARTNERSHIP,year,numerator,denominator,time_period\n" +
		"10921.1093547924,NI12,Edinburgh,2023/24,3040,27836,Annual\n" +
		"2730.27,NI12,Edinburgh,2023/24,760,27836,Q1\n" +
		"10777.4105,NI12,Edinburgh,2023,3000,27836,Annual\n"
	w, err := Read(folderFS(map[string]string{
		"1 survey.csv":         survey,
		"2 annual.CSV":         annual,
		"3 notes_Jul2026.csv":  "Notes\n\"NI2 and NI3: 2023/24 is not comparable with earlier surveys.\"\n",
		".hidden.csv":          "Year,Partnership,Indicator,Rate\n2023/24,Fife,NI19,1\n",
		"readme.txt":           "Year,Partnership,Indicator,Rate\n2023/24,Fife,NI19,1\n",
		"older/workbook.csv":   "Year,Partnership,Indicator,Rate\n2023/24,Fife,NI19,1\n",
		"folder.csv/inside.md": "",
	}), "data/phs")
	if err != nil {
		t.Fatal(err)
	}
	ignore := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Position" }, cmp.Ignore())
	if diff := cmp.Diff(want.Observations, w.Observations, ignore); diff != "" {
		t.Errorf("(-one file +folder):\n%s", diff)
	}
	if codes := codes(w); codes != "" {
		t.Errorf("problems %s", codes)
	}
	if w.File != "data/phs" || w.Sheet != "" || w.Release != "July 2026" {
		t.Errorf("read %q, sheet %q, release %q", w.File, w.Sheet, w.Release)
	}
	if got, want := find(w, "NI12", "Edinburgh", "2023").Position, (source.Position{File: "data/phs/2 annual.CSV", Line: 4, Column: 1}); got != want {
		t.Errorf("NI12 is at %v; want %v", got, want)
	}
	if len(w.Comparability) != 1 || w.Comparability[0].Position.File != "data/phs/3 notes_Jul2026.csv" {
		t.Errorf("comparability: %+v", w.Comparability)
	}
}

// Files that contradict each other are reported with both places; one that lacks a
// head isn't passed over in silence.
func TestFolderReportsWhatDoesNotFit(t *testing.T) {
	const heads = "Year,Partnership,Indicator,Rate\n"
	w, err := Read(folderFS(map[string]string{
		"a.csv": heads + "2023/24,Fife,NI19,812\n2024/25,Fife,NI19,820\n",
		"b.csv": heads + "2023/24,Fife,NI19,812\n2024/25,Fife,NI19,830\n",
		"c.csv": "Year,Partnership,Indicator,Result\n2022/23,Fife,NI19,800\n",
	}), "data/phs")
	if err != nil {
		t.Fatal(err)
	}
	got := problems(w, indicators.CodeDuplicate, indicators.CodeConflict, indicators.CodeFileWithoutTable)
	want := []string{
		"duplicate-observation b.csv:2:19: rows repeat an indicator, area and year with the same value: NI19 for Fife in 2023/24, first in line 2 of data/phs/a.csv",
		"conflicting-observation b.csv:3:19: two rows for NI19, Fife, 2024/25 have different values: 820 in line 3 of data/phs/a.csv is used, 830 in line 3 is not",
		"file-without-table c.csv:1: no table of indicators in this file: its rows are left out",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, p := range w.Problems {
		if want := "row 1 of c.csv lacks only Rate (or Value): give the column that head"; p.Code == indicators.CodeFileWithoutTable && p.Hint != want {
			t.Errorf("hint %q; want %q", p.Hint, want)
		}
	}
}

func TestFoldersThatAreNone(t *testing.T) {
	for name, c := range map[string]struct {
		fsys fstest.MapFS
		want string
	}{
		"without CSV files": {folderFS(map[string]string{"readme.txt": ""}),
			"data/phs: the folder has no CSV files; expected the tables of the core suite workbook, saved as CSV\n" +
				"    name the workbook itself, or save its sheet Data as CSV into the folder"},
		"with the workbook itself": {folderFS(map[string]string{"Core_Jul2026.xlsx": ""}),
			"data/phs: the folder has no CSV files; expected the tables of the core suite workbook, saved as CSV\n" +
				`    did you mean the workbook "data/phs/Core_Jul2026.xlsx"?`},
		"without a table": {folderFS(map[string]string{"a.csv": "Area\nFife\n", "b.csv": "Year,Partnership,Rate\n"}),
			"data/phs: no table of indicators: apr looked for a row with the column heads Year, Partnership, Indicator and Rate (or Value);" +
				` it found file "a.csv" with "Area" in row 1; file "b.csv" with "Year", "Partnership", "Rate" in row 1` + "\n" +
				"    row 1 of b.csv lacks only Indicator: give the column that head"},
		"without rows": {folderFS(map[string]string{"a.csv": "Year,Partnership,Indicator,Rate\n"}),
			"data/phs/a.csv: the folder's last file has the column heads in row 1 and no annual values of NI1 to NI23 under them\n" +
				"    use the management information workbook of Public Health Scotland"},
		"a pipe": {fstest.MapFS{"data/phs": {Mode: fs.ModeNamedPipe}},
			"data/phs: this is neither a file nor a folder; expected the core suite workbook of Public Health Scotland"},
	} {
		_, err := Read(c.fsys, "data/phs")
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: got\n%v\nwant\n%s", name, err, c.want)
		}
	}
}

// Areas are checked over the folder, not file by file.
func TestFolderIsCompleteAsAWhole(t *testing.T) {
	files := map[string]string{}
	for n, area := range indicators.Areas() {
		files[string(rune('a'+n%3))+".csv"] += "2023/24," + area + ",NI19,812\n"
	}
	for name, rows := range files {
		files[name] = "Year,Partnership,Indicator,Rate\n" + rows
	}
	w, err := Read(folderFS(files), "data/phs")
	if err != nil {
		t.Fatal(err)
	}
	if got := problems(w, indicators.CodeIncompleteAreas); len(got) > 0 {
		t.Errorf("got %s", strings.Join(got, "\n"))
	}
}
