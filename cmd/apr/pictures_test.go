//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/jpeg"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPicturesDontSayWhereTheyWereTaken: where a photograph was taken is in no file of the
// report, and in each of them it is upright.
func TestPicturesDontSayWhereTheyWereTaken(t *testing.T) {
	dir, out := filepath.Join(t.TempDir(), "project"), t.TempDir()
	if code := run(context.Background(), []string{"init", dir, "--year", "2025/26", "--authority", "Falkirk"}, quiet()); code != exitOK {
		t.Fatalf("init ends with %d", code)
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 48, 16)), nil); err != nil {
		t.Fatal(err)
	}
	const place = "GPS-56.0019N"
	// Exif with the orientation 6, a quarter turn, and text after it.
	exif := "Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00" + place
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2))
	file := bytes.Join([][]byte{photo.Bytes()[:2], segment, []byte(exif), photo.Bytes()[2:]}, nil)
	put(t, dir, "pictures/hill.jpg", string(file))
	put(t, dir, "narrative/opening.yaml", "foreword: |\n  ![A hill](pictures/hill.jpg)\n")
	if code := run(context.Background(), []string{"build", dir, "--draft", "-o", out}, quiet()); code != exitOK {
		t.Fatalf("build ends with %d", code)
	}
	separate := read(t, out, "figures/a-hill.jpg")
	m := regexp.MustCompile(`src="data:image/jpeg;base64,([^"]+)"`).FindSubmatch(read(t, out, "report.html"))
	if m == nil {
		t.Fatal("the page has no picture")
	}
	within, err := base64.StdEncoding.DecodeString(string(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"figures/a-hill.jpg": separate, "report.html": within, "report.pdf": read(t, out, "report.pdf"), "report.md": read(t, out, "report.md")} {
		if bytes.Contains(data, []byte(place)) || bytes.Contains(data, []byte("Exif")) {
			t.Errorf("%s says where the picture was taken", name)
		}
	}
	for _, data := range [][]byte{separate, within} {
		c, err := jpeg.DecodeConfig(bytes.NewReader(data))
		if err != nil || c.Width != 16 || c.Height != 48 {
			t.Errorf("the picture is %d by %d (%v), want it upright", c.Width, c.Height, err)
		}
	}
	if pdf := string(read(t, out, "report.pdf")); !strings.Contains(pdf, "/Width 16") || !strings.Contains(pdf, "/Height 48") {
		t.Error("the picture in the PDF isn't upright")
	}
}
