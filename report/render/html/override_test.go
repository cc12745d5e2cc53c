package html

import (
	"bytes"
	"errors"
	"image/color"
	"strings"
	"testing"
	"time"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/source"
	"apr/templates"
)

func ownPage(t testing.TB) string {
	t.Helper()
	text, err := templates.Own(templates.Page)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// inOnePiece is a page that has the report's text in one piece.
func inOnePiece(page string) string {
	return strings.NewReplacer("{{.Opening}}", "", "{{.Rest}}", "{{.Body}}").Replace(page)
}

// withPage renders one of each with a page of the project's own.
func withPage(t testing.TB, page string) ([]byte, error) {
	t.Helper()
	doc := documenttest.OneOfEach()
	doc.Templates = map[string]string{templates.Page: page}
	return Render(doc, standIns(doc))
}

// The page that a project starts from is apr's own, and gives the same report.
func TestOwnPageAsOverride(t *testing.T) {
	doc := documenttest.OneOfEach()
	want, err := Render(doc, standIns(doc))
	if err != nil {
		t.Fatal(err)
	}
	got, err := withPage(t, ownPage(t))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("apr's page as the project's own gives another report")
	}
	got, err = withPage(t, strings.Replace(ownPage(t), "<footer", "<p class=\"house\">{{if and .Date (ne .State \"x\")}}House style{{end}}</p><footer", 1))
	if err != nil || !bytes.Contains(got, []byte(`<p class="house">House style</p>`)) {
		t.Errorf("a good page isn't used: %v", err)
	}
	// One that was written when the text was in one piece goes on working.
	if _, err = withPage(t, inOnePiece(ownPage(t))); err != nil {
		t.Errorf("a page with the whole body isn't used: %v", err)
	}
}

func TestOverrideKeepsWhatItMust(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"no title", "<title>{{with .Meta.State}}{{.}}: {{end}}{{.Meta.Title}}", "<title>Report", "<title> lacks the report's title"},
		{"no heading", `<h1{{with .Meta.TitleLang}} lang="{{.}}"{{end}}>{{.Meta.Title}}</h1>`, "<p>{{.Meta.Title}}</p>", "0 headings <h1>"},
		{"other heading", `<h1{{with .Meta.TitleLang}} lang="{{.}}"{{end}}>{{.Meta.Title}}</h1>`, "<h1>Welcome</h1>", "templates/page.html:32:1: the heading <h1> lacks"},
		{"no main", `<main id="doc-main" tabindex="-1">`, `<div id="doc-main">`, "0 <main>"},
		{"two mains", `<footer`, `<main>More</main><footer`, "2 <main>"},
		{"hidden main", `<main `, `<main hidden `, "0 <main> that can be seen"},
		{"main out of sight", `<div class="layout">`, `<div style="display: none">`, "0 <main> that can be seen"},
		{"no text", "{{.Body}}", "", "sections, the first"},
		{"text as a comment", "{{.Body}}", "<!-- {{.Body}} -->", "sections, the first"},
		{"text as a template", "{{.Body}}", "<template>{{.Body}}</template>", "lines that say which regulation a section answers"},
		{"text folded away", "{{.Body}}", "<details><summary>Text</summary>{{.Body}}</details>", "sections, the first"},
		{"text twice", "{{.Body}}", "{{.Body}}{{.Body}}", "2 times; expected once"},
		{"text outside", "{{.Rest}}</main>", "</main>{{.Rest}}", "sections, the first"},
		{"rest twice", "{{.Rest}}</main>", "{{.Rest}}{{.Rest}}</main>", "expected once"},
		{"text as words", "{{.Body}}", "<textarea>{{.Body}}</textarea>", "sections, the first"},
		{"no language", ` lang="{{.Meta.Language}}"`, "", `language is ""`},
		{"no skip link", `<a class="skip" href="#doc-main">{{.Word "Skip to main content"}}</a>`, "", "first link doesn't lead to <main>"},
		{"skip link to nowhere", `href="#doc-main"`, `href="#top"`, "first link doesn't lead to <main>"},
		{"no authority", "{{.Meta.Authority}}", "", "lacks the authority"},
		{"no notes", "<p>{{.}}</p>\n{{- end}}\n</div>", "{{end}}</div>", "lacks a note of the cover"},
		{"no contents", "{{.Contents}}", "", "lacks the contents"},
		{"no shapes", "{{.Shapes}}", "", "lacks the shapes"},
		{"script", "<footer", "<script>alert(1)</script><footer", "the page has a script"},
		{"handler", "<footer", `<footer onclick="x()"`, "has the script onclick"},
		{"font from elsewhere", "<style>", `<link rel="stylesheet" href="https://fonts.example.org/x.css"><style>`, `<link> loads "https://fonts.example.org/x.css"`},
		{"picture from elsewhere", "<footer", `<img src="logo.png" alt=""><footer`, `<img> loads "logo.png"`},
		{"style from elsewhere", "<style>", "<style>@import 'x';</style><style>", "@import loads another file"},
		{"style that hides", "<style>", "<style>.statutory{display:none}</style><style>", "the style hides .statutory"},
		{"unknown field", "{{.Meta.Title}}</h1>", "{{.Meta.Titel}}</h1>", "templates/page.html:32:"},
		{"unknown function", "{{.Rest}}", "{{printf \"%s\" .Rest}}", "can't call the function printf"},
		{"torn", "<footer", "<footer class='{{if .Date}}a'{{end}}", "templates/page.html"},
		{"grown", "<footer", "{{range .CoverNotes}}" + strings.Repeat("{{$.Body}}", 3000) + "{{end}}<footer", "far larger than its parts"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			own := ownPage(t)
			if strings.Contains(test.old, ".Body}}") {
				own = inOnePiece(own)
			}
			page := strings.ReplaceAll(own, test.old, test.new)
			if page == own {
				t.Fatalf("the page has no %q", test.old)
			}
			start := time.Now()
			got, err := withPage(t, page)
			if test.name == "grown" {
				t.Logf("refused after %v", time.Since(start))
			}
			input, ok := errors.AsType[*source.InputError](err)
			if !ok || got != nil || !strings.Contains(input.Error(), test.want) {
				t.Fatalf("got %d bytes and %v; want an error with %q", len(got), err, test.want)
			}
			for _, p := range input.Problems {
				if p.Position.File != "templates/page.html" {
					t.Errorf("the problem %q is at %v", p.Message, p.Position)
				}
			}
		})
	}
}

func TestDraftStaysADraft(t *testing.T) {
	doc := documenttest.OneOfEach()
	doc.Meta.Watermark = "Draft of 1 May"
	doc.Templates = map[string]string{templates.Page: strings.Replace(ownPage(t), "{{- with .Meta.Watermark}}\n<p class=\"watermark\"{{with $.WatermarkLang}} lang=\"{{.}}\"{{end}}>{{.}}</p>\n{{- end}}", "", 1)}
	if _, err := Render(doc, standIns(doc)); err == nil || !strings.Contains(err.Error(), `lacks that it is a draft, "Draft of 1 May"`) {
		t.Errorf("a draft that doesn't say so: %v", err)
	}
}

func TestStyleOverrideAndBrand(t *testing.T) {
	doc := documenttest.OneOfEach()
	plain, err := Render(doc, standIns(doc))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(plain, []byte("masthead")) {
		t.Error("a report without a brand has a masthead")
	}
	doc.Templates = map[string]string{templates.Style: "body { color: #123456; }"}
	doc.Meta.Brand = document.Brand{
		Name: `Moor & "Care"`, Colour: &color.RGBA{R: 0x5a, B: 0x4f, A: 255}, Accent: &color.RGBA{R: 0xb8, G: 0x86, B: 0x0b, A: 255},
		Logo:  &document.BrandPicture{Alt: `The "moor"`, MediaType: "image/png", Data: []byte{1, 2, 3}},
		Cover: &document.BrandPicture{MediaType: "image/jpeg", Data: []byte{4, 5, 6}},
	}
	got, err := Render(doc, standIns(doc))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"body { color: #123456; }", "--navy: #5a004f", "--accent: #b8860b", `<p class="brand-name">Moor &amp; &#34;Care&#34;</p>`,
		`<img src="data:image/png;base64,AQID" alt="The &#34;moor&#34;">`, `<img class="cover-picture" src="data:image/jpeg;base64,BAUG" alt="">`,
	} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if bytes.Contains(got, []byte("clamp(2rem, 1.3rem")) {
		t.Error("apr's style is in the page beside the project's")
	}
}

// TestStyleCannotHideASection: which sections there are is known only when the
// report is.
func TestStyleCannotHideASection(t *testing.T) {
	doc := documenttest.OneOfEach()
	for style, want := range map[string]string{
		"p { color: #111 }\n#" + doc.Sections[0].ID + " { display: none }":               "templates/style.css:2:1: the style hides #" + doc.Sections[0].ID,
		"[id='" + doc.Sections[0].ID + "'] { visibility: hidden }":                       "the style hides " + doc.Sections[0].ID,
		"#" + doc.Sections[0].ID + " .back, #" + doc.Sections[0].ID + " { color: #000 }": "",
	} {
		doc.Templates = map[string]string{templates.Style: style}
		_, err := Render(doc, standIns(doc))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: got %v, want %q", style, err, want)
		}
	}
}

func FuzzOverride(f *testing.F) {
	f.Add(ownPage(f))
	f.Add("<main>{{.Body}}{{range .CoverNotes}}{{.}}{{end}}")
	f.Fuzz(func(t *testing.T, page string) {
		got, err := withPage(t, page)
		if (err == nil) != (got != nil) {
			t.Errorf("%d bytes and %v", len(got), err)
		}
	})
}
