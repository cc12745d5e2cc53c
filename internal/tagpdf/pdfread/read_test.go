package pdfread_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"apr/internal/tagpdf"
	"apr/internal/tagpdf/pdfread"
)

// written is a file of two pages with a datum on each, one of them in two parts.
func written(t testing.TB) []byte {
	t.Helper()
	w := tagpdf.New(tagpdf.Info{Title: "Report", Language: "en-GB"})
	black := tagpdf.Colour{}
	w.AddPage(tagpdf.Portrait)
	w.Artifact(tagpdf.Header, func() { w.Text(tagpdf.Regular, 9, 60, 40, black, "Running head") })
	p := w.Begin(tagpdf.P)
	w.Text(tagpdf.Regular, 12, 60, 80, black, "Spend (net) – ")
	s := w.Begin(tagpdf.Span, tagpdf.Properties(tagpdf.Property{Name: "Datum", Value: "spend:total@2025/26"}, tagpdf.Property{Name: "Source", Value: "Ò.csv:1"}))
	w.Text(tagpdf.Bold, 12, 160, 80, black, "£250.4 ")
	w.End(s)
	w.AddPage(tagpdf.Portrait)
	w.Resume(s)
	w.Text(tagpdf.Bold, 12, 60, 80, black, "million")
	w.End(s)
	w.Text(tagpdf.Regular, 12, 160, 80, black, ".")
	w.End(p)
	a := w.Begin(tagpdf.P)
	x := w.Begin(tagpdf.Span, tagpdf.ActualText("👏"))
	w.Text(tagpdf.Regular, 12, 60, 100, black, "[clap]")
	w.End(x)
	w.End(a)
	out, err := w.Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestRead(t *testing.T) {
	doc, err := pdfread.Read(t.Context(), written(t))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Pages != 2 || len(doc.Loose) > 0 || len(doc.Forms) > 0 {
		t.Errorf("%d pages, loose %v, forms %v", doc.Pages, doc.Loose, doc.Forms)
	}
	document := doc.Root.Parts[0].Element
	p := document.Parts[0].Element
	if got, want := p.Text(), "Spend (net) – £250.4 million."; p.Role != "P" || got != want || p.Page() != 1 {
		t.Errorf("%s of page %d: %q; want %q", p.Role, p.Page(), got, want)
	}
	s := p.Parts[1].Element
	if d := cmp.Diff(map[string]string{"Datum": "spend:total@2025/26", "Source": "Ò.csv:1"}, s.Properties); d != "" || s.Text() != "£250.4 million" {
		t.Errorf("%q: %s", s.Text(), d)
	}
	if a := document.Parts[1].Element; a.Text() != "👏" || a.Page() != 2 {
		t.Errorf("%q on page %d", a.Text(), a.Page())
	}
}

// stream is a compressed stream object.
func stream(dictionary string, data []byte) string {
	var z bytes.Buffer
	zw := zlib.NewWriter(&z)
	_, _ = zw.Write(data)
	_ = zw.Close()
	return fmt.Sprintf("<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", dictionary, z.Len(), z.String())
}

// file puts objects together with a classic cross-reference table; the first is the
// catalog.
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return b.Bytes()
}

// tagged is a file of one page with a content stream, which other programs may write
// in other forms than apr does.
func tagged(content string, more ...string) []byte {
	return file(append([]string{
		"<</Type /Catalog /Pages 2 0 R /StructTreeRoot 3 0 R /MarkInfo <</Marked true>>>>",
		"<</Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 100 100] /Resources <</Font <</F 6 0 R /G 8 0 R>> /XObject <</X 9 0 R>> /Properties <</M <</MCID 2>>>>>>>>",
		"<</Type /StructTreeRoot /K [<</S /Document /K 7 0 R>>]>>",
		"<</Type /Page /Parent 2 0 R /Contents [5 0 R]>>",
		stream("", []byte(content)),
		"<</Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding>>",
		"<</S /P /Pg 4 0 R /K [0 <</Type /MCR /MCID 1>> 2 3]>>",
		"<</Type /Font /Subtype /Type0 /ToUnicode 10 0 R>>",
		"<</Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 0>>\nstream\n\nendstream",
		stream("", []byte("1 beginbfrange <0001> <0003> <0041> <0010> <0011> [<0058> <D83DDC4F>] endbfrange 1 beginbfchar <0020> <00660069> endbfchar")),
	}, more...)...)
}

func TestOtherFormsOfContent(t *testing.T) {
	doc, err := pdfread.Read(t.Context(), tagged(`% a remark
/P <</MCID 0>> BDC BT /F 12 Tf [(\243\061\)) -20 (1\
2 \\ \(x)] TJ (next) ' ET EMC
/Artifact <</Type /Pagination>> BDC /Span <</MCID 9>> BDC (page 1) Tj EMC EMC
BI /W 1 /H 1 ID (x) EIx EI
/P <</Lang (en) /MCID 1>> BDC /Span <</ActualText (y)>> BDC /G 9 Tf <00010002 0003> Tj <001000110020> Tj EMC EMC
/P /M BDC /F 9 Tf (named) Tj EMC
(loose) Tj /X Do /P <</MCID 7>> BDC (orphan) Tj EMC`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := doc.Root.Text(), "£1)12 \\ (xnextABCX👏finamed"; got != want {
		t.Errorf("%q; want %q", got, want)
	}
	want := []pdfread.Part{{Text: "loose", Page: 1}, {Text: "orphan", Page: 1}}
	if d := cmp.Diff(want, doc.Loose); d != "" || len(doc.Forms) != 1 {
		t.Errorf("%s; forms %v", d, doc.Forms)
	}
}

// What can't be read is reported with what to do about it.
func TestWhatCannotBeRead(t *testing.T) {
	whole := written(t)
	size := 40 << 20
	if testing.Short() {
		size = 1 // isn't read
	}
	bomb := bytes.Repeat([]byte(" "), size)
	objects := stream("/Type /ObjStm /N 1 /First 4", bomb)
	for _, test := range []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "isn't a PDF"},
		{"text", []byte("a report"), "isn't a PDF"},
		{"cut", whole[:len(whole)/2], "cut short"},
		{"cut with an end", append(bytes.Clone(whole[:len(whole)/2]), "\n%%EOF\n"...), "can't be read"},
		{"encrypted", bytes.Replace(whole, []byte("/Type /XRef"), []byte("/Encrypt 5 0 R /Type /XRef"), 1), "encrypted"},
		{"no tags", file("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 0>>"), "no tags"},
		{"a bomb of objects", tagged("", objects), "unpacks to more than"},
		{"a bomb with an escaped name", tagged("", strings.Replace(objects, "ObjStm", "Obj#53tm", 1)), "unpacks to more than"},
		{"a bomb in a bomb", tagged("", strings.Replace(objects, "/Filter /FlateDecode", "/Filter [/FlateDecode /FlateDecode]", 1)), "packed in a way"},
		{"a bomb of content", tagged(string(bomb)), "can't be read"},
		{"pages in a ring", file("<</Type /Catalog /Pages 2 0 R /StructTreeRoot <</K []>>>>", "<</Type /Pages /Kids [2 0 R]>>"), "lead back to themselves"},
		{"tags in a ring", file("<</Type /Catalog /Pages 2 0 R /StructTreeRoot <</K 3 0 R>>>>", "<</Type /Pages /Kids []>>", "<</S /P /K [3 0 R]>>"), "in two places"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if testing.Short() && strings.HasPrefix(test.name, "a bomb") {
				t.Skip("left out by -short: what unpacks to 40 MB")
			}
			_, err := pdfread.Read(t.Context(), test.data)
			if e := (*pdfread.Error)(nil); !errors.As(err, &e) || !strings.Contains(e.Message, test.want) {
				t.Errorf("got %v; want %q", err, test.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(tagged("/P <</MCID 0>> BDC /F 12 Tf (x) Tj EMC"))
	f.Add(file("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 0>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := pdfread.Read(t.Context(), data)
		if e := (*pdfread.Error)(nil); err != nil && !errors.As(err, &e) {
			t.Errorf("%T: %v", err, err)
		}
		if err == nil {
			_ = doc.Root.Text()
		}
	})
}

// Content and character maps of any bytes end.
func FuzzContent(f *testing.F) {
	f.Add([]byte("/P <</MCID 0>> BDC /F 12 Tf (x\\) <41> Tj EMC BI ID EI"), []byte("1 beginbfrange <00> <ffff> <0041> <10> [ endbfrange"))
	f.Fuzz(func(t *testing.T, content, characters []byte) {
		data := tagged(string(content))
		_, _ = pdfread.Read(t.Context(), data) // an error is as good
		_, _ = pdfread.Read(t.Context(), file("<</Type /Catalog /Pages 2 0 R /StructTreeRoot <</K []>>>>",
			"<</Type /Pages /Kids [3 0 R] /Count 1 /Resources <</Font <</F <</Subtype /Type0 /ToUnicode 5 0 R>>>>>>>>",
			"<</Type /Page /Contents 4 0 R>>", stream("", []byte("/F 1 Tf (xy) Tj")), stream("", characters)))
	})
}
