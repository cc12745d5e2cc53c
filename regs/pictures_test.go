package regs

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// What a program or a camera called a picture is no description of it; short ones that
// say what it shows are.
func TestDescriptionsOfPictures(t *testing.T) {
	for _, c := range []struct{ alt, file, want string }{
		{"A close-up of a person Description automatically generated", "pictures/image1.png", "was made by a program, which says so"},
		{"A close-up of a person\n\nDescription automatically generated with medium confidence", "a.png", "was made by a program, which says so"},
		{"A graph of a graph AI-generated content may be incorrect.", "a.png", "was made by a program, which says so"},
		{"Image may contain: one person", "a.png", "was made by a program, which says so"},
		{"image1.png", "pictures/image1.png", "is the name of a file"},
		{"Old Mill (2).JPG", "pictures/mill.jpg", "is the name of a file"},
		{"old-mill-2025", "pictures/old_mill_2025.jpg", "is the name of a file"},
		{"IMG_20250612_101112", "a.jpg", "is the name of a file"},
		{"DSC00123", "a.jpg", "is the name of a file"},
		{"Screenshot 2026-03-12 at 10.11.12", "a.png", "is the name of a file"},
		{"WhatsApp Image 2026-03-12 at 10.11.12", "a.png", "is the name of a file"},
		{"Picture 3", "a.png", "doesn't say what it shows"},
		{"image", "b.png", "doesn't say what it shows"},
		{"A chart", "a.png", "doesn't say what it shows"},
		{"Figure 2.", "a.png", "doesn't say what it shows"},
		{"alt text", "a.png", "doesn't say what it shows"},
		{"alt text to follow", "a.png", "only holds the place of one"},
		{"TBC", "a.png", "only holds the place of one"},
		{"[caption]", "a.png", "only holds the place of one"},
		{"People in the queue to follow a parade", "a.png", ""},
		{"Insert description here", "a.png", "doesn't say what it shows"},

		{"The old mill by the river", "pictures/the-old-mill-by-the-river.png", ""},
		{"Chart of falls by month", "a.png", ""},
		{"A photo of Jean at the clinic", "a.png", ""},
		{"Map of the two localities", "a.png", ""},
		{"Picture this: a bus in the snow", "a.png", ""},
		{"Figure 2: falls by month, which went down", "a.png", ""},
		{"The poster 'plan.jpg wins' on a door", "a.png", ""},
		{"Slàinte mhath", "a.png", ""},
		{"Logo of Ardenmuir", "a.png", ""},
		{"A screenshot of the booking page", "a.png", ""},
		{"Image of a bed, by P. 12", "a.png", ""},
		{"P. Smith opens the ward", "a.png", ""},
		{"The ward opened in 2025", "a.png", ""},
		{"Ward 4.5", "a.png", ""},
		{"", "a.png", ""},
	} {
		if got := badDescription(c.alt, c.file); got != c.want {
			t.Errorf("%q of %s: %q, want %q", c.alt, c.file, got, c.want)
		}
	}
}

// drawnIn is a picture with a dot of a colour.
func drawnIn(t *testing.T, c color.Gray) string {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 8, 8))
	m.SetGray(2, 3, c)
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// One picture in two files that are described otherwise is told, and one with the description of another
// file; the same description, and words that are none of another file, aren't.
func TestPicturesTwice(t *testing.T) {
	for shown, want := range map[string]string{
		"![A coin](pictures/a.png)\n\n  ![A calendar](pictures/same.png)":                                  `the pictures pictures/a.png and pictures/same.png are the same, byte by byte, and are described as "a coin" and "a calendar"`,
		"![A coin](pictures/a.png)\n\n  ![A coin.](pictures/same.png)":                                     "",
		"![A coin](pictures/a.png)\n\n  ![A calendar](pictures/b.png)":                                     "",
		"![A coin](pictures/a.png)\n\n  ![Money](pictures/a.png)":                                          "",
		"![A bed](pictures/a.png)\n\n  ![A bus](pictures/a.png)\n\n  ![A bus](pictures/b.png)":             `the picture pictures/a.png is described as "a bus" here and as "a bed" elsewhere, and pictures/b.png is described as "a bus"`,
		"![A bus](pictures/a.png)\n\n  ![A bed](pictures/a.png)\n\n  ![A bus](pictures/b.png)":             `is described as "a bus" here`,
		"![A bus](pictures/a.png)\n\n  ![A bus](pictures/b.png)\n\n  ![A bus at the stop](pictures/b.png)": "",
	} {
		change := "-- change/pictures/a.png --\n" + "-- change/edit/narrative/regulation-5.yaml --\ncontribution: Joint planning took out double work.\n=>\ncontribution: |\n  Joint planning took out double work.\n\n  " + shown + "\n"
		a := txtar.Parse([]byte(change))
		a.Files[0].Data = []byte(drawnIn(t, color.Gray{Y: 200}))
		a.Files = append(a.Files, txtar.File{Name: "change/pictures/same.png", Data: a.Files[0].Data}, txtar.File{Name: "change/pictures/b.png", Data: []byte(drawnIn(t, color.Gray{Y: 90}))})
		r := projectOf(t, archive(t, "testdata/base.txtar"), a, "change")
		var got []string
		for _, f := range findingsOf(r, "R0-pasted") {
			got = append(got, f.Message)
		}
		if all := strings.Join(got, "\n"); want == "" && all != "" || !strings.Contains(all, want) || strings.Contains(all, "\n") {
			t.Errorf("%s: got %q, want %q", shown, all, want)
		}
	}
}
