package verify

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/table/packed/packedtest"
	"apr/report/render"
)

// inForm is the example in another form than HTML, which is rendered once.
func inForm(t testing.TB, b built, format string) []byte {
	t.Helper()
	if data := b.forms[format]; data != nil {
		return bytes.Clone(data)
	}
	files, err := render.Render(t.Context(), b.doc, []string{format})
	if err != nil {
		t.Fatal(err)
	}
	b.forms[format] = files[0].Data
	return bytes.Clone(files[0].Data)
}

// of verifies a finished report against what it was built from.
func (b built) of(t *testing.T, name string, data []byte) []Finding {
	t.Helper()
	p, err := parse(t.Context(), name, data)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.prose.paragraphs) < 200 || p.prose.leftOut.Headings < 50 || p.prose.leftOut.Tables < 200 {
		t.Errorf("%d paragraphs are read; left out %+v", len(p.prose.paragraphs), p.prose.leftOut)
	}
	return compareFigures(p, b.report.Facts(), b.doc)
}

var (
	streamObject = regexp.MustCompile(`(\d+) 0 obj\n<< /Filter /FlateDecode /Length \d+>>\nstream\n`)
	lastXref     = regexp.MustCompile(`/Size (\d+) .*(/Root \d+ 0 R)(?s:.*)startxref\n(\d+)\n`)
)

// saved is a PDF as a program saves it that changes the content of a page and adds
// what it changed to the file's end (ISO 32000-1, 7.5.6): that of the first page that
// has old, in characters of two bytes, and more at its end.
func saved(t *testing.T, data []byte, old, with, more string) []byte {
	t.Helper()
	wide := func(s string) (b []byte) {
		for i := range len(s) {
			b = append(b, 0, s[i])
		}
		return b
	}
	last := lastXref.FindSubmatch(data)
	for _, at := range streamObject.FindAllSubmatchIndex(data, -1) {
		z, err := zlib.NewReader(bytes.NewReader(data[at[1]:]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(z)
		if err != nil || !bytes.Contains(content, wide(old)) || !bytes.Contains(content, []byte("BDC")) {
			continue
		}
		content = append(bytes.Replace(content, wide(old), wide(with), 1), more...)
		size, err := strconv.Atoi(string(last[1]))
		if err != nil {
			t.Fatal(err)
		}
		out := bytes.NewBuffer(bytes.Clone(data))
		offset := out.Len()
		fmt.Fprintf(out, "%s 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", data[at[2]:at[3]], len(content), content)
		table := binary.BigEndian.AppendUint32([]byte{1}, uint32(offset))
		xref := out.Len()
		table = binary.BigEndian.AppendUint32(append(table, 1), uint32(xref))
		fmt.Fprintf(out, "%d 0 obj\n<</Type /XRef /Size %d /W [1 4 0] /Index [%s 1 %d 1] /Prev %s %s /Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
			size, size+1, data[at[2]:at[3]], size, last[3], last[2], len(table), table, xref)
		return out.Bytes()
	}
	t.Fatalf("no page has %q", old)
	return nil
}

func TestThePDFIsVerified(t *testing.T) {
	b := build(t, example)
	data := inForm(t, b, "pdf")
	if f := b.of(t, "report.pdf", data); len(f) > 0 {
		t.Errorf("%+v", f)
	}
	// Saving alone changes nothing that is read.
	if f := b.of(t, "report.pdf", saved(t, data, "250.4m", "250.4m", "\n")); len(f) > 0 {
		t.Errorf("%+v", f)
	}
	f := b.of(t, "report.pdf", saved(t, data, "250.4m", "251.4m", "\n"))
	if len(f) != 1 || f[0].Kind != Edited || f[0].Figure != "spend:total@2025/26" || f[0].Position.Page == 0 || f[0].Source == nil ||
		!strings.Contains(f[0].Message, `"£251.4m"`) {
		t.Errorf("a digit: %+v", f)
	}
	f = b.of(t, "report.pdf", saved(t, data, "250.4m", "250.4m", "\nBT 60 60 Td (\x00x) Tj ET\n"))
	if len(f) != 1 || f[0].Kind != Untagged || f[0].Position.Page == 0 {
		t.Errorf("text over the page: %+v", f)
	}
}

// rezipped is a Word file or a workbook with a part changed.
func rezipped(t *testing.T, data []byte, name, old, with string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		if f.Name != name {
			if err := w.Copy(f); err != nil {
				t.Fatal(err)
			}
			continue
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(part, []byte(old)) {
			t.Fatalf("%s doesn't have %s", name, old)
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(bytes.Replace(part, []byte(old), []byte(with), 1)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestTheWordFileIsVerified(t *testing.T) {
	b := build(t, example)
	data := inForm(t, b, "docx")
	const main, list, shown = "word/document.xml", "customXml/item1.xml", `<w:t xml:space="preserve">£250.4m</w:t>`
	for _, test := range rounds.Few(t, []struct {
		name, part, old, with string
		kinds                 []Kind
	}{
		{"nothing", main, shown, shown, nil},
		{"a digit", main, shown, `<w:t xml:space="preserve">£251.4m</w:t>`, []Kind{Edited}},
		{"a digit in two runs", main, shown, `<w:t>£25</w:t></w:r><w:r><w:t>0.4m</w:t>`, nil},
		{"struck out and written anew", main, "<w:r>" + shown + "</w:r>",
			`<w:del w:id="1"><w:r><w:delText>£250.4m</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>£255.4m</w:t></w:r></w:ins>`, []Kind{Edited}},
		{"a bookmark gone", main, `w:name="_apr_1_1"`, `w:name="plain"`, []Kind{Missing}},
		{"a bookmark of nothing", main, `w:name="_apr_1_1"`, `w:name="_apr_99999_1"`, []Kind{Unknown, Missing}},
		{"the value", list, `value="250423716.48"`, `value="250423716.49"`, []Kind{Differs}},
		{"an id of nothing", list, `id="spend:total@2025/26"`, `id="speed:total@2025/26"`, []Kind{Unknown, Missing}},
	}) {
		var kinds []Kind
		for _, f := range b.of(t, "report.docx", rezipped(t, data, test.part, test.old, test.with)) {
			if f.Kind != Missing && f.Position.Paragraph == 0 {
				t.Errorf("%s: %+v", test.name, f)
			}
			if !slices.Contains(kinds, f.Kind) {
				kinds = append(kinds, f.Kind)
			}
		}
		if !slices.Equal(kinds, test.kinds) {
			t.Errorf("%s: %v; want %v", test.name, kinds, test.kinds)
		}
	}
}

// An edited sentence is found where it is.
func TestClaimsOfAWordFile(t *testing.T) {
	b := build(t, example)
	data := rezipped(t, inForm(t, b, "docx"), "word/document.xml", "Emergency admissions have fallen for", "Emergency admissions have risen for")
	p, err := parse(t.Context(), "report.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	var v Verification
	v.claims(b.report, p, data)
	if len(v.Findings) != 1 || v.Findings[0].Kind != Contradicted || v.Findings[0].Position.Paragraph == 0 || v.Claims.Confirmed < 100 {
		t.Errorf("%+v %+v", v.Claims, v.Findings)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	b := build(t, example)
	pdf, docx := inForm(t, b, "pdf"), inForm(t, b, "docx")
	for _, test := range []struct {
		name string
		data []byte
		want string
	}{
		{"r.docx", docx[:len(docx)/2], "isn't a whole Word file"},
		{"r.docx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "with a password"},
		{"r.docx", rezipped(t, docx, "word/document.xml", "<w:body>", "<w:body"), "word/document.xml can't be read"},
		{"r.docx", rezipped(t, docx, "customXml/item1.xml", `number="1"`, `number="x"`), "a datum that apr doesn't write"},
		{"r.pdf", pdf[:len(pdf)/2], "cut short"},
		{"r.pdf", []byte("%PDF-1.7\n%%EOF"), "can't be read"},
		{"r.pdf", nil, "isn't a PDF"},
	} {
		cannotBeRead(t, test.name, test.data, test.want)
	}
}

func TestAWordFileThatIsABomb(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: a Word file that unpacks to more than may be read")
	}
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	packedtest.Repeat(t, "", " ", maxPage+1<<20, "").Add(t, z, "word/document.xml")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	cannotBeRead(t, "r.docx", bomb.Bytes(), "unpacks to more than")
}

// cannotBeRead asks that a file is refused, with its name, the reason and what to do.
func cannotBeRead(t *testing.T, name string, data []byte, want string) {
	t.Helper()
	_, err := parse(t.Context(), name, data)
	p := (*source.Problem)(nil)
	if !errors.As(err, &p) || p.Position.File != name || !strings.Contains(p.Message, want) || p.Hint == "" {
		t.Errorf("%s: %v; want %q", name, err, want)
	}
}

func FuzzReadWord(f *testing.F) {
	f.Add(`<w:p><w:bookmarkStart w:id="1" w:name="_apr_1_1"/><w:r><w:t>x</w:t></w:r></w:p></w:del>`, `<data xmlns="urn:apr:data"><datum number="1" id="NI1@2025/26" value="1"/></data>`)
	f.Fuzz(func(t *testing.T, main, list string) {
		var out bytes.Buffer
		z := zip.NewWriter(&out)
		for name, text := range map[string]string{"word/document.xml": main, "customXml/item1.xml": list} {
			if w, err := z.Create(name); err == nil {
				_, _ = w.Write([]byte(text))
			}
		}
		_ = z.Close()
		p, err := parse(t.Context(), "r.docx", out.Bytes())
		if problem := (*source.Problem)(nil); err != nil && !errors.As(err, &problem) {
			t.Error(err)
		}
		if err == nil {
			_ = p.prose.text("r.docx")
		}
	})
}

func BenchmarkReadPDF(b *testing.B) {
	data := inForm(b, build(b, example), "pdf")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := parse(b.Context(), "report.pdf", data); err != nil {
			b.Fatal(err)
		}
	}
}
