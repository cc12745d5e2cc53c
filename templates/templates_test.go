package templates

import (
	"strings"
	"testing"
)

func TestOwnTemplatesPass(t *testing.T) {
	for _, name := range Names() {
		text, err := Own(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range Check(name, string(text)) {
			t.Errorf("%v", p)
		}
	}
	if _, err := Own("page.htm"); err == nil || !strings.Contains(err.Error(), `did you mean "page.html"?`) {
		t.Errorf("an unknown template: %v", err)
	}
}

func TestCheckRefuses(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{Page, "<main>\n{{.Body}", "templates/page.html:2: "},
		{Page, "<main>\n  {{if .Body}}", "unexpected EOF"},
		{Page, "a\nb {{printf \"%1000000d\" 1}}", "templates/page.html:2:5: a page can't call the function printf"},
		{Page, "{{range .CoverNotes}}{{range $.CoverNotes}}{{end}}{{end}}", "a range can't be in another"},
		{Page, "{{range 1000000000}}{{end}}", "can't use the number 1000000000"},
		{Page, "{{with 1000000000}}{{range .}}{{end}}{{end}}", "can't use the number"},
		{Page, "{{range (and 1 1e9)}}{{end}}", "can't use the number 1e9"},
		{Page, `{{define "x"}}{{template "x"}}{{template "x"}}{{end}}{{template "x"}}`, "can't define other templates"},
		{Page, `{{template "page.html" .}}`, "can't take in other templates"},
		{Page, "\n<a href='{{.Body}}", "templates/page.html"},
		{Page, strings.Repeat("x", maxPage+1), "the template has more than 32 kB"},
		{Style, strings.Repeat("x", maxStyle+1), "the template has more than 128 kB"},
		{Style, "body {}\n@import 'x.css';", "templates/style.css:2:1: @import loads another file"},
		{Style, "p { background: URL( 'https://example.org/x.png') }", `style.css:1:17: "https://example.org/x.png" is loaded from elsewhere`},
		{Style, "p { background: url(//example.org/x) }", "is loaded from elsewhere"},
		{Style, "p { background: url(x.png) }", "is loaded from elsewhere"},
		{Style, `@\69mport "x"`, "a character is escaped"},
		{Style, "/* </style><script> */", "has no place in a style"},
		{Style, "/* é */ main > section.x { color: red; display: none }", "style.css:1:9: the style hides section"},
		{Style, "q, div .statutory { visibility:hidden }", "the style hides .statutory"},
		{Style, "@media screen { h1 { opacity: 0; } }", "the style hides h1"},
		{Style, "main > :last-child { display: none }", "the style hides :last-child"},
		{Style, "main{position:absolute;left:-9999px}", "the style hides main"},
		{Style, "main { transform: translateX(-200vw) }", "the style hides main"},
		{Style, "main { transform: rotate(1deg) scale(0) }", "the style hides main"},
		{Style, "main { clip-path: inset(100%) }", "the style hides main"},
		{Style, "main { height: 0; overflow: hidden }", "the style hides main"},
		{Style, "main { filter: opacity(0) }", "the style hides main"},
		{Style, "main { zoom: 0.01 }", "the style hides main"},
		{Style, "main p{color:transparent}", "the style hides p"},
		{Style, "td { color: #fff0 }", "the style hides td"},
		{Style, "td, th { color: rgba(0, 0, 0, 0) }", "the style hides td"},
		{Style, "p { font-size: 0 }", "the style hides p"},
		{Style, "section li { font-size: 1px }", "the style hides li"},
		{Style, ".watermark { color: transparent }", "the style hides .watermark"},
		{Style, ".callout.warning { position: absolute; left: -9999px }", "the style hides .callout"},
		{Style, ".cover-notes { max-height: 0px; overflow: clip }", "the style hides .cover-notes"},
		{Style, "h2 { text-indent: -999rem; }", "the style hides h2"},
		{Page, "<p>a block</p>\n{{ block \"x\" .}}{{end}}", "templates/page.html:2:1: a page can't define other templates"},
		{Style, "\xff", "isn't UTF-8"},
		{Page, "\xff", "isn't UTF-8"},
	}
	for _, test := range tests {
		var all []string
		for _, p := range Check(test.name, test.text) {
			all = append(all, p.Error())
		}
		if got := strings.Join(all, "\n"); !strings.Contains(got, test.want) {
			t.Errorf("%.60q: got %q, want %q", test.text, got, test.want)
		}
	}
	for _, fine := range []string{
		".contents { display: none } main::before { display: none } .x { opacity: 0.5 } .y { opacity: .05 }",
		"main { left: -50px; margin: 0 auto; max-width: 1200px; min-width: 0; overflow: hidden } p { color: #000; margin: 1000; font-size: 0.9rem } td { font-size: 10px }",
		"main { transform: translate(-10px, 0) scale(1) } h2 { transform: scale(0.95) } p { color: rgb(0, 0, 0) } li { color: rgba(0, 0, 0, 0.8) } th { color: #f0f0f0; background: #000 }",
		"a.skip { left: -9999px } nav li { display: none } footer p { font-size: 0 } p.onlyscreen { display: none } .x p { display: none } p::first-letter { color: transparent }",
		"table { width: 100%; height: 0 } section { inset: 0; zoom: 1; scale: 1 } td { max-width: 0; overflow: hidden; text-overflow: ellipsis } div { line-height: 1.5; font: 1rem/1.5 sans-serif }",
		"p { background: url(data:image/png;base64,AA==) } q { fill: url(#x) } /* @import url(http://x) */",
	} {
		for _, p := range Check(Style, fine) {
			t.Errorf("%q: %v", fine, p)
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, name := range Names() {
		text, _ := Own(name)
		f.Add(name == Page, string(text))
	}
	f.Add(true, "{{range .CoverNotes}}{{.}}{{else}}{{end}}")
	f.Add(false, "@import url(x);h1{display:none")
	f.Fuzz(func(t *testing.T, page bool, text string) {
		name := Style
		if page {
			name = Page
		}
		for _, p := range Check(name, text) {
			if p.Message == "" || p.Position.File == "" {
				t.Errorf("%+v", p)
			}
		}
	})
}
