package render_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/report/render"
)

// wordSays is what a program that read report.docx found in it.
type wordSays struct {
	Headings []string
	Alts     []string
	Tables   [][][]string // their cells
	Notes    []string
	Title    string
	Language string
}

// wordOf is what it should find.
func wordOf(doc *document.Document) *wordSays {
	order := documenttest.InReadingOrder(doc)
	m := doc.Meta
	w := &wordSays{Title: normal(m.Title + ", " + m.Authority), Language: m.Language, Alts: normalAll(order.Alts)}
	table := func(t *document.Table) {
		var rows [][]string
		var heads, over []string // a cell that takes several places is read in each
		for i, c := range t.Columns {
			heads = append(heads, normal(c.Head.String()))
			if o := t.Over(i); len(o) > 0 {
				over = append(over, normal(o.String()))
			} else {
				over = append(over, normal(c.Head.String()))
			}
		}
		if t.Groups != nil {
			rows = append(rows, over)
		}
		rows = append(rows, heads)
		for _, r := range t.Rows {
			var cells []string
			for i, c := range r.Cells {
				if _, absent := c.Content.Absent(); absent && i >= t.RowHeads {
					cells = append(cells, document.NoValue)
					continue
				}
				cells = append(cells, normal(c.Content.String()))
			}
			rows = append(rows, cells)
		}
		w.Tables = append(w.Tables, rows)
	}
	walker := document.Walker{
		Section: func(s *document.Section) error {
			w.Headings = append(w.Headings, string(rune('0'+s.Level))+" "+normal(s.Title))
			return nil
		},
		Block: func(b document.Block) error {
			switch b := b.(type) {
			case *document.Table:
				table(b)
			case *document.Figure:
				if b.Data != nil {
					table(b.Data)
				}
			}
			return nil
		},
	}
	_ = walker.Walk(doc) // the functions don't fail
	for _, n := range doc.Notes {
		w.Notes = append(w.Notes, normal(n.Content.String()))
	}
	return w
}

// readDocx has python-docx open a file and prints what it finds as JSON. Marks of
// notes and shapes of statuses aren't among the words of a cell.
const readDocx = `
import json, sys, docx
from docx.oxml.ns import qn
d = docx.Document(sys.argv[1])
def words(e):
    out = []
    for r in e.iter(qn('w:r')):
        style = r.find(qn('w:rPr') + '/' + qn('w:rStyle'))
        if style is not None and style.get(qn('w:val')).startswith(('FootnoteReference', 'Status')):
            continue
        for t in r:
            if t.tag == qn('w:t'): out.append(t.text or '')
            elif t.tag in (qn('w:br'), qn('w:tab')): out.append(' ')
    return ' '.join(''.join(out).split())
said = {'Headings': [], 'Alts': [], 'Tables': [], 'Notes': []}
for p in d.paragraphs:
    if p.style.name.startswith('Heading '):
        said['Headings'].append(p.style.name[8:] + ' ' + words(p._p))
for e in d.element.body.iter(qn('wp:docPr')):
    if e.get('descr'): said['Alts'].append(' '.join(e.get('descr').split()))
for t in d.tables:
    said['Tables'].append([[words(c._tc) for c in r.cells] for r in t.rows])
notes = [r.target_part for r in d.part.rels.values() if r.reltype.endswith('/footnotes')][0]
for n in docx.oxml.parse_xml(notes.blob):
    if n.get(qn('w:type')) is None: said['Notes'].append(words(n))
said['Title'] = d.core_properties.title
said['Language'] = d.core_properties.language
json.dump(said, sys.stdout)
`

// python is a Python that has python-docx, Debian's own where another is first on
// the path.
func python(t *testing.T) string {
	t.Helper()
	askedFor(t, "python-docx")
	for _, path := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(path, "-c", "import docx").Run() == nil {
			return path
		}
	}
	t.Fatalf("%s is set, and no python3 has python-docx (Debian: python3-docx)", toolsVariable)
	return ""
}

// TestPythonReadsTheWordFile compares what python-docx finds in report.docx with the
// document: headings with their levels, descriptions, each cell and note, and the
// properties.
func TestPythonReadsTheWordFile(t *testing.T) {
	command := python(t)
	each(t, func(t *testing.T, b *built) {
		dir := t.TempDir()
		write(t, dir, "report.docx", b.file(t, "report.docx"))
		cmd := exec.CommandContext(t.Context(), command, "-c", readDocx, filepath.Join(dir, "report.docx"))
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		got := &wordSays{}
		if err := json.Unmarshal(out, got); err != nil {
			t.Fatal(err)
		}
		for _, texts := range [][]string{got.Headings, got.Alts, got.Notes} {
			for i := range texts {
				texts[i] = normal(texts[i])
			}
		}
		for _, rows := range got.Tables {
			for _, cells := range rows {
				for i := range cells {
					cells[i] = normal(cells[i])
				}
			}
		}
		got.Title = normal(got.Title)
		if len(got.Notes) == 0 {
			got.Notes = nil
		}
		if len(got.Tables) == 0 {
			got.Tables = nil // Easy Read has none
		}
		if d := cmp.Diff(wordOf(b.doc), got, emptyIsNil); d != "" {
			t.Errorf("(-document +python-docx):\n%s", d)
		}
	})
}

var emptyIsNil = cmp.Transformer("nil", func(s []string) []string {
	if len(s) == 0 {
		return nil
	}
	return s
})

// TestPandocReadsTheWordFile compares what pandoc understood of report.docx with
// the document.
func TestPandocReadsTheWordFile(t *testing.T) {
	command := program(t, "pandoc")
	each(t, func(t *testing.T, b *built) {
		cmd := exec.CommandContext(t.Context(), command, "--from", "docx", "--to", "json")
		cmd.Stdin = bytes.NewReader(b.file(t, "report.docx"))
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		var read struct {
			Blocks any `json:"blocks"`
		}
		if err := json.Unmarshal(out, &read); err != nil {
			t.Fatal(err)
		}
		p := &pandocText{notes: map[string]bool{}}
		text := letters(p.node(read.Blocks)) + p.letters
		want := wordOf(b.doc)
		if d := cmp.Diff(want.Headings, p.headings, emptyIsNil); d != "" {
			t.Errorf("headings (-document +pandoc):\n%s", d)
		}
		alts := slices.DeleteFunc(p.alts, func(s string) bool { return s == "" }) // what is decorative
		if d := cmp.Diff(want.Alts, alts, emptyIsNil); d != "" {
			t.Errorf("descriptions (-document +pandoc):\n%s", d)
		}
		if p.tables != len(want.Tables) {
			t.Errorf("%d tables; the document has %d", p.tables, len(want.Tables))
		}
		if p.marks != len(want.Notes) {
			t.Errorf("%d notes; the document has %d", p.marks, len(want.Notes))
		}
		for _, n := range want.Notes {
			if !strings.Contains(text, letters(n)) {
				t.Errorf("pandoc doesn't read the note %q", n)
			}
		}
		w := document.Walker{Inline: func(i document.Inline) error {
			if i, ok := i.(*document.Text); ok && i.Text != document.Dash && !strings.Contains(text, letters(i.Text)) {
				t.Errorf("pandoc doesn't read %q", i.Text)
			}
			return nil
		}}
		_ = w.Walk(b.doc) // the function doesn't fail
	})
}

// openDocument counts the elements of what LibreOffice made of a Word file, and the
// sections of the contents it has.
func openDocument(t *testing.T, data []byte) (counts map[string]int, headings []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("content.xml")
	if err != nil {
		t.Fatal(err)
	}
	counts = map[string]int{}
	d := xml.NewDecoder(f)
	var heading *strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return counts, headings
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			counts[token.Name.Local]++
			if token.Name.Local == "h" {
				heading = &strings.Builder{}
			}
		case xml.CharData:
			if heading != nil {
				heading.Write(token)
			}
		case xml.EndElement:
			if token.Name.Local == "h" {
				headings = append(headings, normal(heading.String()))
				heading = nil
			}
		}
	}
}

// TestLibreOfficeOpensTheWordFile has LibreOffice save report.docx in its own format
// and counts what is left: headings, tables, pictures, footnotes.
func TestLibreOfficeOpensTheWordFile(t *testing.T) {
	command := program(t, "soffice")
	all, err := reports()
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range all[:2] { // the example and the edge cases: it is slow
		t.Run(b.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "report.docx", b.file(t, "report.docx"))
			args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "odt", "--outdir", dir}
			if said, err := run(t, dir, append([]string{command}, args...), "report.docx"); err != nil {
				t.Fatalf("%v\n%s", err, said)
			}
			data, err := os.ReadFile(filepath.Join(dir, "report.odt"))
			if err != nil {
				t.Fatal(err)
			}
			counts, headings := openDocument(t, data)
			want := wordOf(b.doc)
			// The contents' heading has no level of its own, and notes aren't under one.
			// A case study's is one by its level, which the programs above don't look at.
			var titles []string
			for _, h := range normalAll(documenttest.InReadingOrder(b.doc).Headings)[1:] {
				if h != "2 Contents" && h != "2 Notes" {
					titles = append(titles, h[2:])
				}
			}
			if d := cmp.Diff(titles, headings, emptyIsNil); d != "" {
				t.Errorf("headings (-document +LibreOffice):\n%s", d)
			}
			if n := counts["table"]; n != len(want.Tables) {
				t.Errorf("%d tables; the document has %d", n, len(want.Tables))
			}
			if n := counts["note"]; n != len(want.Notes) {
				t.Errorf("%d footnotes; the document has %d", n, len(want.Notes))
			}
			if n := counts["image"]; n < len(want.Alts) {
				t.Errorf("%d pictures; the document has %d", n, len(want.Alts))
			}
		})
	}
}

// schemasVariable names the folder with the schemas of ECMA-376 (transitional), such
// as python-docx has in ref/xsd. Their licence says nothing of passing them on, so
// they aren't here.
const schemasVariable = "APR_OOXML_SCHEMAS"

// wordSchemas prepares the schemas: they leave out where the attributes xml:space
// and xml:lang are declared, and the one for pictures has to be named.
func wordSchemas(t *testing.T) string {
	t.Helper()
	from := os.Getenv(schemasVariable)
	if from == "" {
		t.Skipf("not held against the schemas of ECMA-376: %s isn't set to their folder", schemasVariable)
	}
	dir := t.TempDir()
	files, err := filepath.Glob(filepath.Join(from, "*.xsd"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no schemas in %s: %v", from, err)
	}
	place := regexp.MustCompile(`<xsd:import namespace="http://www.w3.org/XML/1998/namespace"/>`)
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, filepath.Base(name), place.ReplaceAll(data, []byte(`<xsd:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>`)))
	}
	write(t, dir, "xml.xsd", []byte(`<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xsd:attribute name="space"><xsd:simpleType><xsd:restriction base="xsd:NCName"><xsd:enumeration value="default"/><xsd:enumeration value="preserve"/></xsd:restriction></xsd:simpleType></xsd:attribute>
<xsd:attribute name="lang" type="xsd:language"/></xsd:schema>`))
	write(t, dir, "word.xsd", []byte(`<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<xsd:import namespace="http://schemas.openxmlformats.org/wordprocessingml/2006/main" schemaLocation="wml.xsd"/>
<xsd:import namespace="http://schemas.openxmlformats.org/drawingml/2006/picture" schemaLocation="dml-picture.xsd"/></xsd:schema>`))
	return dir
}

// schemaOf is the schema of a part, "" where there is none that is alone: the
// one of the core properties needs those of the Dublin Core from the web.
func schemaOf(name string) string {
	switch {
	case name == "docProps/app.xml":
		return "shared-documentPropertiesExtended.xsd"
	case name == "[Content_Types].xml":
		return "opc-contentTypes.xsd"
	case strings.HasSuffix(name, ".rels"):
		return "opc-relationships.xsd"
	case strings.HasPrefix(name, "customXml/itemProps"):
		return "shared-customXmlDataProperties.xsd"
	case strings.HasPrefix(name, "word/") && strings.HasSuffix(name, ".xml"):
		return "word.xsd"
	}
	return ""
}

// TestTheWordFileIsValid holds each part of report.docx against its schema.
func TestTheWordFileIsValid(t *testing.T) {
	dir := wordSchemas(t)
	command := program(t, "xmllint")
	valid := func(t *testing.T, data []byte) {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		parts := 0
		for _, f := range z.File {
			schema := schemaOf(f.Name)
			if schema == "" {
				continue
			}
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			part, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(t.TempDir(), "part.xml")
			write(t, filepath.Dir(file), "part.xml", part)
			if said, err := run(t, dir, []string{command, "--noout", "--schema", schema}, file); err != nil {
				t.Errorf("%s: %v\n%s", f.Name, err, said[:min(len(said), 2000)])
			}
			parts++
		}
		if parts < 12 {
			t.Errorf("%d parts were checked", parts)
		}
	}
	each(t, func(t *testing.T, b *built) { valid(t, b.file(t, "report.docx")) })
	t.Run("one of each", func(t *testing.T) { valid(t, oneOfEach(t)) })
}

// oneOfEach is the document with one of everything, as a Word file.
func oneOfEach(t *testing.T) []byte {
	t.Helper()
	doc := documenttest.OneOfEach()
	doc.Meta.Label = "OFFICIAL"
	files, err := render.Render(t.Context(), doc, []string{"docx"})
	if err != nil {
		t.Fatal(err)
	}
	return files[0].Data
}
