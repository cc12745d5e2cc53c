package render

import (
	"bytes"
	"encoding/json"
	"image"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/project"
)

// dot is a picture of one pixel, PNG or JPEG.
func dot(t *testing.T, mediaType string) []byte {
	t.Helper()
	var b bytes.Buffer
	pixel := image.NewGray(image.Rect(0, 0, 1, 1))
	err := png.Encode(&b, pixel)
	if mediaType == "image/jpeg" {
		b.Reset()
		err = jpeg.Encode(&b, pixel, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// illustrated is a report with two pictures, one of them in a list.
func illustrated(t *testing.T) *document.Document {
	at := func(id, media string) *document.Picture {
		return &document.Picture{ID: id, Alt: "A bridge", Caption: "The new bridge", MediaType: media, Data: dot(t, media)}
	}
	return &document.Document{
		Meta: document.Meta{Title: "Report", Authority: "Testmoor", Year: "2018/19", Language: "en-GB"},
		Sections: []*document.Section{{ID: "one", Level: 1, Title: "One", Blocks: []document.Block{
			at("z-bridge", "image/png"),
			&document.List{Items: [][]document.Block{{at("a-bridge", "image/jpeg")}}},
		}}},
	}
}

func names(files []File) []string {
	var all []string
	for _, f := range files {
		all = append(all, f.Name)
	}
	return all
}

func TestPicturesAreWhereTheMarkdownLinksToThem(t *testing.T) {
	files, err := Render(t.Context(), illustrated(t), []string{"md"})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"report.md", "figures/z-bridge.png", "figures/a-bridge.jpg"}
	if got := names(files); !slices.Equal(got, want) {
		t.Fatalf("files %q; want %q", got, want)
	}
	for i, f := range files[1:] {
		if media := []string{"image/png", "image/jpeg"}[i]; !bytes.Equal(f.Data, dot(t, media)) {
			t.Errorf("%s isn't the picture of the document", f.Name)
		}
		if link := "](" + f.Name + ")"; strings.Count(string(files[0].Data), link) != 1 {
			t.Errorf("the Markdown doesn't link to %s once:\n%s", f.Name, files[0].Data)
		}
	}
}

func TestTheManifestListsPictures(t *testing.T) {
	doc := illustrated(t)
	files, err := Render(t.Context(), doc, DefaultFormats())
	if err != nil {
		t.Fatal(err)
	}
	r := &project.Project{Config: &project.Config{State: project.Final}}
	f, err := Manifest(r, doc, files)
	if err != nil {
		t.Fatal(err)
	}
	var m manifest
	if err := json.Unmarshal(f.Data, &m); err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, o := range m.Outputs {
		listed = append(listed, o.File)
	}
	want := []string{"report.md", "report.html", "report.pdf", "figures/z-bridge.png", "figures/a-bridge.jpg"}
	if !slices.Equal(listed, want) {
		t.Errorf("the manifest lists %q; want %q", listed, want)
	}
}
