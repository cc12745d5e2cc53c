package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// committed is the example's data folder as it is in the project.
var committed = filepath.Join("..", "..", "examples", "carrickmoor", "data")

func TestTheCommittedDataIsWhatTheProgramWrites(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: the data of the example, written again")
	}
	folder := t.TempDir()
	if err := run(folder, filepath.Join(committed, workbookName), io.Discard); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{moorlandFile, councilFile, historyFile, measuresFile} {
		if !bytes.Equal(read(t, folder, name), read(t, committed, name)) {
			t.Errorf("%s differs; run go run ./internal/carrickmoor", name)
		}
	}
	// Another version of Go may compress the workbook otherwise.
	got, want := unzip(t, read(t, folder, workbookName)), unzip(t, read(t, committed, workbookName))
	if len(got) != len(want) {
		t.Errorf("%d parts; the committed workbook has %d", len(got), len(want))
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s in the workbook differs; run go run ./internal/carrickmoor", name)
		}
	}
}

func TestTheWorkbookKeepsItsFormulasAndCachedValues(t *testing.T) {
	f, err := excelize.OpenFile(filepath.Join(committed, workbookName))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	formula, err := f.GetCellFormula("Profile", "B4")
	if err != nil || !strings.Contains(formula, "MATCH(") {
		t.Errorf("Profile!B4 has the formula %q, %v", formula, err)
	}
	cached, err := f.GetCellValue("Profile", "H9", excelize.Options{RawCellValue: true})
	if err != nil || !strings.HasPrefix(cached, "1393.08") {
		t.Errorf("Profile!H9 has the cached value %q, %v; want Falkirk's 1393.08…", cached, err)
	}
	for cell, sheet := range map[string]string{"A7": "Cover", "A3": "Notes"} {
		if note, err := f.GetCellValue(sheet, cell); err != nil || note != disclosure {
			t.Errorf("%s!%s is %q, %v; want the note that Carrickmoor is invented", sheet, cell, note, err)
		}
	}
}

func TestCarrickmoorHasARowWhereverAnotherAreaHas(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: excelize reads the whole workbook")
	}
	f, err := excelize.OpenFile(filepath.Join(committed, workbookName))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Data", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]map[string]int{}
	for _, row := range rows[1:] {
		if keys[row[3]] == nil {
			keys[row[3]] = map[string]int{}
		}
		keys[row[3]][strings.Replace(row[0], row[3], "", 1)]++
	}
	if len(keys) != 35 {
		t.Errorf("the workbook has %d areas; want 34 and Carrickmoor", len(keys))
	}
	for key := range keys["Scotland"] {
		if keys[area][key] != 1 {
			t.Errorf("%d rows of Carrickmoor for %s; want 1", keys[area][key], key)
		}
	}
	if len(keys[area]) != len(keys["Scotland"]) {
		t.Errorf("Carrickmoor has %d keys, Scotland %d", len(keys[area]), len(keys["Scotland"]))
	}
}

func read(t *testing.T, folder, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func unzip(t *testing.T, content []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[part.Name] = string(text)
	}
	return parts
}
