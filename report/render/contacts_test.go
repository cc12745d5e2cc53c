package render_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/tagpdf/tagpdftest"
)

// TestEveryFormatLinksContacts: each e-mail address and telephone number of a report
// can be followed in each format that has links.
func TestEveryFormatLinksContacts(t *testing.T) {
	each(t, func(t *testing.T, b *built) {
		back := tags(t, b.readOnce)
		of := map[string]func(url string) bool{
			"PDF":      func(url string) bool { return linksTo(back.Root, url) },
			"HTML":     func(url string) bool { return bytes.Contains(b.file(t, "report.html"), []byte(`<a href="`+url+`">`)) },
			"Markdown": func(url string) bool { return bytes.Contains(b.file(t, "report.md"), []byte("]("+url+")")) },
			"Word":     func(url string) bool { return strings.Contains(relations(t, b), `Target="`+url+`"`) },
		}
		n := 0
		w := document.Walker{Inline: func(i document.Inline) error {
			l, ok := i.(*document.Link)
			if !ok || !strings.HasPrefix(l.URL, "mailto:") && !strings.HasPrefix(l.URL, "tel:") {
				return nil
			}
			n++
			for format, links := range of {
				if !links(l.URL) {
					t.Errorf("%s doesn't link to %s", format, l.URL)
				}
			}
			return nil
		}}
		if err := w.Walk(b.doc); err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			t.Error("the report has no address")
		}
	})
}

// linksTo reports whether an element or one below it is a link to an address.
func linksTo(e *tagpdftest.Element, url string) bool {
	for _, p := range e.Parts {
		if p.Link == url || p.Element != nil && linksTo(p.Element, url) {
			return true
		}
	}
	return false
}

// relations are those of the Word file's text, in which the links' addresses stand.
func relations(t *testing.T, b *built) string {
	t.Helper()
	data := b.file(t, "report.docx")
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/_rels/document.xml.rels")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
