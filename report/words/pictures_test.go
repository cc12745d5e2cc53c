package words

import (
	"archive/zip"
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pixel is a picture of one colour.
func pixel(t *testing.T, shade uint8) string {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 8, 8))
	for i := range m.Pix {
		m.Pix[i] = color.Gray{Y: shade}.Y
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// withPictures is a file in which somebody has put pictures behind words, each with its
// alternative text.
func withPictures(t *testing.T, data []byte, behind string, alts, pictures []string) []byte {
	t.Helper()
	names, text := parts(t, data)
	paragraphs, relations := "", ""
	for i, p := range pictures {
		id := string(rune('a' + i))
		paragraphs += `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="9" name="x" descr="` + alts[i] + `"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="` + id + `"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
		relations += `<Relationship Id="` + id + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/` + id + `.png"/>`
		names = append(names, "word/media/"+id+".png")
		text["word/media/"+id+".png"] = p
	}
	main := text["word/document.xml"]
	at := strings.LastIndex(main, behind)
	at += strings.Index(main[at:], "</w:p>") + len("</w:p>")
	text["word/document.xml"] = main[:at] + paragraphs + main[at:]
	const rels = "word/_rels/document.xml.rels"
	text[rels] = strings.Replace(text[rels], "</Relationships>", relations+"</Relationships>", 1)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, n := range names {
		w, err := z.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text[n]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A new picture is named after what it shows, else after the heading above it; no two
// have one name, and one that is there already isn't written over.
func TestPicturesAreNamed(t *testing.T) {
	dir := small(t, "assessment: |\n  ### Bùird & Boards\n\n  Words.\n")
	taken := filepath.Join(dir, "pictures", "a-nurse-at-home.png")
	if err := os.MkdirAll(filepath.Dir(taken), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(taken, []byte("another"), 0o666); err != nil {
		t.Fatal(err)
	}
	alts := []string{"A nurse, at home", "图", "A nurse at home", "A nurse at home", "Con", "图", "It’s a very long description of what the picture shows to those who can't see it"}
	var pictures []string
	for i := range alts {
		pictures = append(pictures, pixel(t, uint8(i*20)))
	}
	pictures[3] = pictures[2] // twice the same
	data := withPictures(t, sendAll(t, load(t, dir)), ">Words.<", alts, pictures)
	_, now := takeIn(t, dir, data, Options{})
	want := "assessment: |\n  ### Bùird & Boards\n\n  Words.\n" + `
  ![A nurse, at home](pictures/a-nurse-at-home-2.png)

  ![图](pictures/buird-boards.png)

  ![A nurse at home](pictures/a-nurse-at-home-3.png)

  ![A nurse at home](pictures/a-nurse-at-home-3.png)

  ![Con](pictures/picture-con.png)

  ![图](pictures/buird-boards-2.png)

  ![It’s a very long description of what the picture shows to those who can't see it](pictures/its-a-very-long-description-of-what-the.png)
`
	if now != want {
		t.Errorf("got\n%s", now)
	}
	if b, err := os.ReadFile(taken); err != nil || string(b) != "another" {
		t.Errorf("what was there is %q, %v", b, err)
	}
	if _, again := takeIn(t, dir, data, Options{}); again != want {
		t.Errorf("taken in again:\n%s", again)
	}
}

// A text with a picture without alternative text is told with what to do and left: no
// report is built with it.
func TestPicturesWithoutAlternativeTextAreTold(t *testing.T) {
	dir := small(t, "contribution: It helped.\n")
	data := withPictures(t, sendAll(t, load(t, dir)), ">It helped.<", []string{""}, []string{pixel(t, 7)})
	back, now := takeIn(t, dir, data, Options{})
	if now != "contribution: It helped.\n" {
		t.Errorf("it is\n%s", now)
	}
	var out bytes.Buffer
	if err := Print(&out, []*Returned{{Texts: []Text{back["regulation-5.contribution"]}}}); err != nil {
		t.Fatal(err)
	}
	if want := "can't be taken over: the picture at “Contribution”, paragraph 2 has no alternative text, without which no report is built; in Word, right-click it and choose Edit Alt Text"; strings.Count(out.String(), want) != 1 || strings.Count(out.String(), "lternative text") != 1 {
		t.Errorf("printed is\n%s", &out)
	}
}

// A picture that nothing around it names is named after its text.
func TestPicturesAreNamedAfterTheirText(t *testing.T) {
	dir := small(t, "contribution: It helped.\n")
	data := withPictures(t, sendAll(t, load(t, dir)), ">It helped.<", []string{"图"}, []string{pixel(t, 7)})
	back, err := In(load(t, dir), "back.docx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "![图](pictures/regulation-5-contribution.png)"; !strings.Contains(back.Texts[0].Markdown, want) {
		t.Errorf("it is\n%s", back.Texts[0].Markdown)
	}
}

// A picture that is neither PNG nor JPEG is told with what to do in Word, and the text is
// taken without it.
func TestPicturesOfOtherKindsAreTold(t *testing.T) {
	dir := small(t, "contribution: It helped.\n")
	data := withPictures(t, sendAll(t, load(t, dir)), ">It helped.<", []string{"Beds by year", "A ward"}, []string{"GIF89a\x01\x00\x01\x00;", "\x01\x00\x00\x00" + strings.Repeat("\x00", 36) + " EMF" + strings.Repeat("\x00", 40)})
	data = edited(t, data, func(main string) string { return strings.ReplaceAll(main, ">It helped.<", ">It did.<") })
	back, err := In(load(t, dir), "back.docx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Print(&out, []*Returned{back}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`is a GIF picture), with the alternative text "Beds by year", at “Contribution”, paragraph 2: it isn't kept; in Word,`, `an EMF picture), with the alternative text "A ward"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("printed is\n%s", &out)
		}
	}
	if strings.Contains(out.String(), "words are kept") || strings.Contains(out.String(), "apr.yaml") {
		t.Errorf("printed is\n%s", &out)
	}
	if _, now := takeIn(t, dir, data, Options{}); now != "contribution: It did.\n" {
		t.Errorf("it is\n%s", now)
	}
}
