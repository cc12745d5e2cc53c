package regs

import "testing"

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
