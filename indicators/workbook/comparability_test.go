package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// TestComparabilityIsReadFromUnderTheTable has notes where spreadsheets have
// them: under the rows, in a column that isn't read for values.
func TestComparabilityIsReadFromUnderTheTable(t *testing.T) {
	const note = "NI2, 3 and 9: 2023/24 is NOT COMPARABLE with  earlier surveys."
	rows := append(sample(), []any{}, []any{"Source: Public Health Scotland"}, []any{note})
	inline := book(t, rows, nil)
	for file, fsys := range map[string]fstest.MapFS{
		"w.xlsx":   book(t, rows, nil),
		"i.xlsx":   {"i.xlsx": {Data: withInlineStrings(t, inline["w.xlsx"].Data)}},
		"w.csv":    csvFS(asCSV(sample()) + "\nSource: Public Health Scotland\n\"" + note + "\"\n"),
		"none.csv": {"none.csv": {Data: []byte(asCSV(sample()))}},
	} {
		w, err := Read(fsys, file)
		if err != nil {
			t.Fatal(err)
		}
		want := "[]"
		switch file {
		case "w.csv":
			want = "[{[NI2 NI3 NI9] NI2, 3 and 9: 2023/24 is NOT COMPARABLE with earlier surveys. w.csv:9:1}]"
		case "w.xlsx", "i.xlsx":
			want = "[{[NI2 NI3 NI9] NI2, 3 and 9: 2023/24 is NOT COMPARABLE with earlier surveys. " + file + "!Data!A9}]"
		}
		if got := fmt.Sprint(w.Comparability); got != want {
			t.Errorf("%s: got %s; want %s", file, got, want)
		}
		if len(w.Observations) != 4 {
			t.Errorf("%s: %d observations", file, len(w.Observations))
		}
	}
}

// withInlineStrings is a workbook with each shared string in the cells that have
// it.
func withInlineStrings(t *testing.T, data []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		b, err := fs.ReadFile(z, name)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	items := regexp.MustCompile(`(?s)<si>(.*?)</si>`).FindAllStringSubmatch(read("xl/sharedStrings.xml"), -1)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		text := read(f.Name)
		if strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			text = regexp.MustCompile(` t="s"><v>\d+</v>`).ReplaceAllStringFunc(text, func(cell string) string {
				n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(cell, ` t="s"><v>`), "</v>"))
				if err != nil {
					t.Fatal(err)
				}
				return ` t="inlineStr"><is>` + items[n][1] + "</is>"
			})
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = to.Write([]byte(text)) // Close reports the error
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestComparabilityIsReadFromTheSheetsNextToTheTable(t *testing.T) {
	w := example(t)
	if len(w.Comparability) != 1 {
		t.Fatalf("got %+v; want the sentence of the sheet Notes", w.Comparability)
	}
	c := w.Comparability[0]
	if got := fmt.Sprint(c.Indicators, " ", c.Position); got != "[NI2 NI3 NI4 NI5 NI7 NI9] "+exampleName+"!Notes!A2" {
		t.Errorf("got %s", got)
	}
}

func TestIndicatorsNamed(t *testing.T) {
	for text, want := range map[string]string{
		"NI2, 3, 4, 5, 7 and 9: 2023/24 is not comparable": "[NI2 NI3 NI4 NI5 NI7 NI9]",
		"NI12-16 are for 2025":                             "[NI12 NI13 NI14 NI15 NI16]",
		"Indicators 2 to 5, and indicator 9":               "[NI2 NI3 NI4 NI5 NI9]",
		"NI 20 ends in 2019/20; ni-3 doesn't":              "[NI3 NI20]",
		"NI18 – NI20":                                      "[NI18 NI19 NI20]",
		"NI2 and 2023/24":                                  "[NI2]",
		"the indicators of 2025 are comparable":            "[]",
		"NI24, NI0":                                        "[]",
		"United 5":                                         "[]",
	} {
		if got := fmt.Sprint(indicatorsNamed(text)); got != want {
			t.Errorf("%q names %s; want %s", text, got, want)
		}
	}
}
