package prose

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/picture"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// TestPictureIsPrepared: what a picture tells in secret stays out of the report,
// and a long description doesn't become its name.
func TestPictureIsPrepared(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	file.WriteString("SECRET")
	var ids []string
	opts := Options{
		Level: 1,
		ReadPicture: func(name string) (picture.Picture, error) {
			return picture.Read(name, file.Bytes(), picture.InText)
		},
		NewID: func(title string) string { ids = append(ids, title); return "a" },
	}
	alt := "A nurse and a patient at the clinic" + strings.Repeat(" in the morning of a day", 30)
	f, problems := Parse(yamlpos.Text{Markdown: "![" + alt + "](a.png)\n", Position: source.Position{File: "n.yaml", Line: 1, Column: 1}}, opts)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p := f.Blocks[0].(*document.Picture)
	if bytes.Contains(p.Data, []byte("SECRET")) || !bytes.HasPrefix(file.Bytes(), p.Data) {
		t.Error("the picture isn't the file without its metadata")
	}
	if p.Alt != alt || len(ids) != 1 || ids[0] != "A nurse and a patient at the clinic in the" {
		t.Errorf("the description %q has the name %q", p.Alt, ids)
	}
}

// A file that Windows takes for a device can't be written there.
func TestNamesThatWindowsKeeps(t *testing.T) {
	for description, want := range map[string]string{
		"con": "picture con", "NUL": "picture NUL", "Aux.": "picture Aux.", "COM1": "picture COM1", "lpt9": "picture lpt9", "prn": "picture prn", "CONIN$": "picture CONIN$",
		"A con man": "A con man", "Concert": "Concert", "com1 and com2": "com1 and com2", "nulls": "nulls", "": "",
	} {
		if got := fileName(description); got != want {
			t.Errorf("%q: %q, want %q", description, got, want)
		}
	}
}
