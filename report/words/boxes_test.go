package words

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"apr/internal/rounds"
)

const boxedNarrative = `assessment: |
  Before.

  ::: {.spotlight title="Link workers"}
  They listen,   and
  {{ year }} helped.

  - one
  - two
  :::

  ::: tiles
  - **1,240** people saw one. Source: the service
  - {{ year }} it was
  :::

  ::: {.quotation by="a carer"}
  I was heard.
  :::

  After.
contribution: The planning helped.
`

// A box goes out as its lines and what is between them; what is changed in Word changes
// there, and no byte elsewhere but in the box.
func TestBoxesComeBack(t *testing.T) {
	spotlight := func(title, one string) string {
		return "  ::: {.spotlight title=\"" + title + "\"}\n  They listen,   and {{ year }} helped.\n\n  - " + one + "\n  - two\n  :::\n"
	}
	const sent = "  ::: {.spotlight title=\"Link workers\"}\n  They listen,   and\n  {{ year }} helped.\n\n  - one\n  - two\n  :::\n"
	for _, c := range rounds.Few(t, []struct{ name, from, to, was, is string }{
		{"nothing", "Before.", "Before.", "", ""},
		{"the title", " Link workers<", " Link \"workers\" and GPs<", sent, spotlight(`Link \"workers\" and GPs`, "one")},
		{"an item", ">one<", ">three<", sent, spotlight("Link workers", "three")},
		{"outside", ">After.<", ">Later.<", "After.", "Later."},
		{"a tile", "people saw one", "people saw two", "  ::: tiles\n  - **1,240** people saw one. Source: the service\n  - {{ year }} it was\n  :::", "  ::: {.tiles}\n  - **1,240** people saw two. Source: the service\n  - {{ year }} it was\n  :::"},
		{"somebody's words", "I was heard.", "I was seen.", "  ::: {.quotation by=\"a carer\"}\n  I was heard.\n  :::", "  ::: {.quotation by=\"a carer\"}\n  I was seen.\n  :::"},
		{"a box that was typed", ">After.<", ">After.</w:t></w:r></w:p><w:p><w:r><w:t>::: {.spotlight title=“New”}</w:t></w:r></w:p><w:p><w:r><w:t>Words.</w:t></w:r></w:p><w:p><w:r><w:t>:::</w:t></w:r></w:p><w:p><w:r><w:t>End.<",
			"  After.\n", "  After.\n\n  ::: {.spotlight title=\"New\"}\n  Words.\n  :::\n\n  End.\n"},
		{"a box by its styles", ">After.<", `>After.</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="CaseStudyTitle"/></w:pPr><w:r><w:t>Case study: Going home</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="CaseStudy"/></w:pPr><w:r><w:t>She went.</w:t></w:r></w:p><w:p><w:r><w:t>End.<`,
			"  After.\n", "  After.\n\n  ::: {.case-study title=\"Going home\"}\n  She went.\n  :::\n\n  End.\n"},
		{"colons that are no box", ">After.<", ">::: what?<", "  After.\n", "  \\::: what?\n"},
	}) {
		t.Run(c.name, func(t *testing.T) {
			dir := small(t, boxedNarrative)
			data := edited(t, sendAll(t, load(t, dir)), func(main string) string {
				i := strings.LastIndex(main, c.from)
				if i < 0 {
					t.Fatalf("the file lacks %q", c.from)
				}
				return main[:i] + c.to + main[i+len(c.from):]
			})
			texts, now := takeIn(t, dir, data, Options{})
			want := strings.Replace(boxedNarrative, c.was, c.is, 1)
			if now != want {
				t.Errorf("%+v\ngot\n%s\nwant\n%s", texts, now, want)
			}
		})
	}
}

// What is said of a picture stays with it.
func TestPicturesKeepWhatIsSaidOfThem(t *testing.T) {
	const was = `assessment: |
  Before.

  ![A ward](pictures/ward.png "The ward"){.left width=40%}

  [![Watch the film](pictures/film.png)](https://example.org/film) ![A map](pictures/map.png){width=30%}

  After.
contribution: The planning helped.
`
	dir := small(t, was)
	for i, name := range []string{"ward", "film", "map"} {
		m := image.NewGray(image.Rect(0, 0, 30, 20+i))
		m.SetGray(i, i, color.Gray{200})
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(dir, "pictures"), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "pictures", name+".png"), b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	sent := sendAll(t, load(t, dir))
	if texts, now := takeIn(t, dir, sent, Options{}); now != was {
		t.Errorf("%+v\ngot\n%s", texts, now)
	}
	changed := edited(t, sent, func(main string) string {
		main = strings.Replace(main, "descr=\"A ward", "descr=\"A ward at night", 1)
		return strings.Replace(main, "descr=\"A map", "descr=\"A map of it", 1)
	})
	texts, now := takeIn(t, dir, changed, Options{})
	want := strings.Replace(was, "![A ward](pictures/ward.png", "![A ward at night](pictures/ward.png", 1)
	want = strings.Replace(want, `  [![Watch the film](pictures/film.png)](https://example.org/film) ![A map](pictures/map.png){width=30%}
`, `  ::: {.row}
  [![Watch the film](pictures/film.png)](https://example.org/film)

  ![A map of it](pictures/map.png){width=30%}
  :::
`, 1)
	if now != want {
		t.Errorf("%+v\ngot\n%s\nwant\n%s", texts, now, want)
	}
}
