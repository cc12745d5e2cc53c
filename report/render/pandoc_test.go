package render_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"apr/internal/document"
	"apr/internal/document/documenttest"
)

// pandocText is what pandoc reads of a Markdown file.
type pandocText struct {
	headings, alts []string
	tables, marks  int
	notes          map[string]bool // their contents
	letters        string
}

// languageMark is the HTML that says what language words are in. GitHub's
// reader leaves it as it is; pandoc's own makes it an element.
var languageMark = regexp.MustCompile(`^(?:<span lang="[-A-Za-z0-9]+">|</span>)$`)

// node is an element of pandoc's JSON: {"t": kind, "c": content}.
func (p *pandocText) node(v any) string {
	switch v := v.(type) {
	case []any:
		var b strings.Builder
		for _, each := range v {
			b.WriteString(p.node(each))
		}
		return b.String()
	case map[string]any:
		kind, _ := v["t"].(string)
		return p.element(kind, v["c"])
	}
	return ""
}

// element counts an element and gives its text.
func (p *pandocText) element(kind string, c any) string {
	parts, _ := c.([]any)
	switch kind {
	case "Str":
		s, _ := c.(string)
		return s
	case "Code", "Math", "RawInline", "RawBlock", "CodeBlock":
		s, _ := parts[len(parts)-1].(string)
		if kind == "RawInline" && languageMark.MatchString(s) {
			return ""
		}
		return "<" + kind + ">" + s // nothing of a report is any of these
	case "Space", "SoftBreak", "LineBreak":
		return " "
	case "Header":
		text := p.node(parts[2])
		p.headings = append(p.headings, normal(fmt.Sprintf("%v %s", parts[0], text)))
		return text + " "
	case "Image":
		p.alts = append(p.alts, normal(p.node(parts[1])))
		return ""
	case "Link":
		return p.node(parts[1])
	case "Table":
		p.tables++
	case "Note":
		p.marks++
		text := p.node(c)
		p.notes[normal(text)] = true
		p.letters += letters(text)
		return ""
	}
	return p.node(c) + " "
}

// TestPandocReadsTheMarkdown has pandoc read report.md, as GitHub's Markdown
// and as its own, and compares what it understood with the document.
func TestPandocReadsTheMarkdown(t *testing.T) {
	command := program(t, "pandoc")
	for _, from := range []string{"gfm+yaml_metadata_block", "markdown-smart"} {
		t.Run(from, func(t *testing.T) {
			each(t, func(t *testing.T, b *built) { comparePandoc(t, b, command, from) })
		})
	}
}

func comparePandoc(t *testing.T, b *built, command, from string) {
	cmd := exec.CommandContext(t.Context(), command, "--from", from, "--to", "json")
	cmd.Stdin = bytes.NewReader(b.file(t, "report.md"))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		Blocks any                        `json:"blocks"`
		Meta   map[string]json.RawMessage `json:"meta"`
	}
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"title", "lang"} {
		if !bytes.Contains(read.Meta[name], []byte(`"MetaInlines"`)) {
			t.Errorf("pandoc doesn't know the report's %s: %s", name, read.Meta[name])
		}
	}
	if lang := []byte(`"` + b.doc.Meta.Language + `"`); !bytes.Contains(read.Meta["lang"], lang) {
		t.Errorf("pandoc takes the language to be %s, want %s", read.Meta["lang"], lang)
	}
	p := &pandocText{notes: map[string]bool{}}
	text := p.node(read.Blocks)
	p.letters = letters(text) + p.letters

	doc := *b.doc
	doc.Meta.Brand.Logo, doc.Meta.Brand.Cover = nil, nil // of a brand Markdown has the name
	want := documenttest.InReadingOrder(&doc)
	headings := normalAll(want.Headings)
	if n := len(headings); n > 0 && headings[n-1] == "2 Notes" {
		headings = headings[:n-1] // footnotes need no heading in Markdown
	}
	if d := cmp.Diff(headings, p.headings); d != "" {
		t.Errorf("headings (-document +pandoc):\n%s", d)
	}
	if d := cmp.Diff(normalAll(want.Alts), p.alts); d != "" {
		t.Errorf("descriptions (-document +pandoc):\n%s", d)
	}
	if p.tables != want.Tables {
		t.Errorf("%d tables; the document has %d", p.tables, want.Tables)
	}
	if len(p.notes) != want.Notes {
		t.Errorf("%d notes, marked %d times; the document has %d", len(p.notes), p.marks, want.Notes)
	}
	w := document.Walker{Inline: func(i document.Inline) error {
		said := ""
		switch i := i.(type) {
		case *document.Text:
			said = i.Text
		case *document.Datum:
			said = i.Display
		}
		if said == document.Dash {
			said = document.NoValue
		}
		if !strings.Contains(p.letters, letters(said)) {
			t.Errorf("pandoc doesn't read %q", said)
		}
		return nil
	}}
	_ = w.Walk(b.doc) // the function doesn't fail
}
