package words

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
)

// What somebody types where no text is doesn't come into the report, so it is listed.
func TestWhatStandsOutsideIsListed(t *testing.T) {
	dir := small(t, "contribution: It helped.\n")
	sent := sendAll(t, load(t, dir))
	p := func(style, words string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + words + `</w:t></w:r></w:p>`
	}
	end := `<w:sectPr>`
	open := strings.NewReplacer(`<w:tag w:val="apr.locked"/>`, "")
	for _, c := range []struct {
		name string
		edit func(main string) string
		want []string
	}{
		{"nothing", func(main string) string { return main }, nil},
		{"controls are dropped", open.Replace, nil},
		{"a paragraph", func(main string) string { return strings.Replace(main, end, p("Normal", "Ask finance.")+end, 1) },
			[]string{"{+Ask finance.+}  (below the end of “Contribution”)"}},
		{"a heading", func(main string) string { return strings.Replace(main, end, p("Heading1", "Ask finance")+end, 1) },
			[]string{"{+Ask finance+}  (below the end of “Contribution”)"}},
		{"in the style of the line at the end", func(main string) string { return strings.Replace(main, end, p("TextEnd", "Ask finance.")+end, 1) },
			[]string{"{+Ask finance.+}  (below the end of “Contribution”)"}},
		{"in the style of what stands above", func(main string) string { return strings.Replace(main, end, p("Guidance", "Ask finance.")+end, 1) },
			[]string{"{+Ask finance.+}  (below the end of “Contribution”)"}},
		{"on the line at the end", func(main string) string {
			return strings.ReplaceAll(main, ">End of the text<", ">End of the text. Ask us.<")
		},
			[]string{"{+Ask us+}  (“What the styles look like”, paragraph 1)", "{+Ask us+}  (“Contribution”, paragraph 2)"}},
		{"a table", func(main string) string {
			return strings.Replace(main, end, `<w:tbl><w:tr><w:tc>`+p("Normal", "North")+`</w:tc><w:tc>`+p("Normal", "12")+`</w:tc></w:tr></w:tbl>`+end, 1)
		}, []string{"{+a table: North | 12+}  (below the end of “Contribution”)"}},
		{"many words", func(main string) string {
			return strings.Replace(main, end, p("Normal", strings.Repeat("word ", 40))+end, 1)
		}, []string{"{+" + strings.Repeat("word ", 16) + "…+}  (below the end of “Contribution”)"}},
	} {
		data := edited(t, sent, c.edit)
		back, err := In(load(t, dir), "back.docx", data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range back.Texts {
			if x.Title == outsideTitle {
				got = x.Differences
			} else if x.State != Unchanged {
				t.Errorf("%s: %s is %s: %q", c.name, x.Key, x.State, x.Differences)
			}
		}
		if c.name == "on the line at the end" && len(got) == 2 {
			got[0] = c.want[0] // whose paragraphs are those of the example
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: listed are %q, want %q", c.name, got, c.want)
		}
		var out bytes.Buffer
		if err := Print(&out, []*Returned{back}); err != nil {
			t.Fatal(err)
		}
		if counted := strings.Contains(out.String(), "outside of them left out"); counted != (len(c.want) > 0) {
			t.Errorf("%s: printed is\n%s", c.name, &out)
		}
	}
}

// Words in the style of a key line are of the text that they stand in.
func TestWordsBelowTheKeyLineAreTheText(t *testing.T) {
	dir := small(t, "contribution: It helped.\n")
	data := edited(t, sendAll(t, load(t, dir)), func(main string) string {
		at := strings.LastIndex(main, "It helped.")
		from := strings.LastIndex(main[:at], "<w:p>")
		return main[:from] + `<w:p><w:pPr><w:pStyle w:val="KeyLine"/></w:pPr><w:r><w:t>It did.</w:t></w:r></w:p>` + main[from:]
	})
	if _, now := takeIn(t, dir, data, Options{}); !strings.Contains(now, "It did.") {
		t.Errorf("it is\n%s", now)
	}
}

func TestWordsInMarginsAreListed(t *testing.T) {
	dir := small(t, "contribution: It helped.\n")
	names, text := parts(t, sendAll(t, load(t, dir)))
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, n := range names {
		w, err := z.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		data := text[n]
		if n == "word/footer-portrait.xml" {
			data = strings.Replace(data, "</w:ftr>", `<w:p><w:r><w:t>Second draft, please cut</w:t></w:r></w:p></w:ftr>`, 1)
		}
		if _, err := io.WriteString(w, data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	back, err := In(load(t, dir), "back.docx", out.Bytes(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	last := back.Texts[len(back.Texts)-1]
	if want := []string{"{+Second draft, please cut+}  (the pages' footer)"}; !slices.Equal(last.Differences, want) {
		t.Errorf("listed are %q, want %q", last.Differences, want)
	}
}

// A copy of a text's paragraph is listed as the file shows it, figures and all.
func TestFiguresOutsideAreShown(t *testing.T) {
	dir := small(t, "contribution: It was {{ year }}.\n")
	data := edited(t, sendAll(t, load(t, dir)), func(main string) string {
		at := strings.LastIndex(main, "It was ")
		start := max(strings.LastIndex(main[:at], "<w:p>"), strings.LastIndex(main[:at], "<w:p "))
		end := at + strings.Index(main[at:], "</w:p>") + len("</w:p>")
		return strings.Replace(main, "<w:sectPr>", main[start:end]+"<w:sectPr>", 1)
	})
	back, err := In(load(t, dir), "back.docx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	last := back.Texts[len(back.Texts)-1]
	if want := []string{"{+It was 2025/26.+}  (below the end of “Contribution”)"}; last.Title != outsideTitle || !slices.Equal(last.Differences, want) {
		t.Errorf("%s: %q; want %q", last.Title, last.Differences, want)
	}
}
