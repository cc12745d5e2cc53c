package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"apr/internal/source"
)

// wordFile is a Word file with a body, and other parts by name.
func wordFile(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`
	all := map[string]string{
		"_rels/.rels":       `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": `<w:document ` + ns + `><w:body>` + body + `</w:body></w:document>`,
	}
	for name, text := range parts {
		all[name] = text
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range all {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What Word writes is read as what people see.
func TestRead(t *testing.T) {
	p := func(inner string) string { return "<w:p>" + inner + "</w:p>" }
	r := func(text string) string {
		return `<w:r w:rsidR="00A1"><w:t xml:space="preserve">` + text + "</w:t></w:r>"
	}
	for _, c := range []struct{ name, body, want, lost string }{
		{"split runs", p(r("a") + `<w:proofErr w:type="spellStart"/>` + r("b") + `<w:smartTag w:element="place">` + r("c") + "</w:smartTag>"), "abc", ""},
		{"moved", p(`<w:moveFrom w:author="A">` + r("gone") + `</w:moveFrom><w:moveTo w:author="A">` + r("here") + `</w:moveTo>`), "here", ""},
		{"nested controls", `<w:sdt><w:sdtContent><w:sdt><w:sdtContent>` + p(r("in")) + `</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`, "in", ""},
		{"a paragraph's end that was deleted", `<w:p><w:pPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr>` + r("one ") + `</w:p>` + p(r("two")), "one two", ""},
		{"a field", p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + r("7") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`), "7", ""},
		{"a field that never ends", p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + r("kept")), "kept", ""},
		{"alternate content with a text box", p(r("before") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + p(r("boxed")) + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`), "before|boxed", "a text box"},
		{"an equation", p(r("x is ") + `<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath>`), "x is y", "an equation"},
		{"colour", p(`<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>red</w:t></w:r>`), "red", "colour"},
		{"an embedded sheet", p(r("a") + `<w:r><w:object/></w:r>`), "a", "an embedded sheet or file"},
		{"a typed bullet", p(r("•\tone")), "one", ""},
		{"a picture that lies elsewhere", p(r("a") + `<w:r><w:drawing><a:blip r:link="x"/></w:drawing></w:r>`), "a", "a picture that lies outside of the file"},
	} {
		f, err := Read("a.docx", wordFile(t, c.body, nil), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, b := range f.Blocks {
			got = append(got, b.Content.String())
		}
		lost := ""
		for _, l := range f.Losses {
			lost += l.What
		}
		if g := strings.Join(got, "|"); g != c.want || lost != c.lost {
			t.Errorf("%s: %q, lost %q; want %q, %q", c.name, g, lost, c.want, c.lost)
		}
	}
}

// A stranger's file ends with what is wrong and where, and takes no memory.
func TestHostileFiles(t *testing.T) {
	deep := strings.Repeat("<w:sdt><w:sdtContent>", 400)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"no zip":         {[]byte("PK\x03\x04 no"), "isn't a Word document"},
		"empty":          {nil, "isn't a Word document"},
		"old or locked":  {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "has a password"},
		"entities":       {wordFile(t, "", map[string]string{"word/document.xml": `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`}), "(word/document.xml, line 1)"},
		"unknown entity": {wordFile(t, "<w:p>&lol;</w:p>", nil), "the XML is damaged"},
		"deep":           {wordFile(t, deep, nil), "more than 250 deep"},
		"damaged":        {wordFile(t, "<w:p>", map[string]string{"word/document.xml": "<a><b></a>"}), "the XML is damaged"},
		"no body":        {wordFile(t, "", map[string]string{"word/document.xml": "<a/>"}), "no Word document in it"},
		"OpenDocument":   {wordFile(t, "", map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "OpenDocument"},
		"a bomb":         {wordFile(t, strings.Repeat(" ", maxPart+1), nil), "unpacks to more than"},
		"outside of it":  {wordFile(t, "", map[string]string{"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/officeDocument" Target="../../etc/passwd" TargetMode="External"/></Relationships>`}), "no Word document in it"},
	} {
		if testing.Short() && name == "a bomb" {
			continue
		}
		_, err := Read("a.docx", c.data, Options{})
		p, ok := errors.AsType[*source.Problem](err)
		if !ok || !strings.Contains(p.Error(), c.want) || p.Position.File != "a.docx" || p.Hint == "" {
			t.Errorf("%s: %v; want %q", name, err, c.want)
		}
	}
}

// Whatever a file holds, reading it ends.
func FuzzRead(f *testing.F) {
	for _, body := range []string{"<w:p><w:r><w:t>a</w:t></w:r></w:p>", `<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`, `<w:p><w:bookmarkStart w:id="1" w:name="apr_a_1"/><w:bookmarkEnd w:id="1"/></w:p>`} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		file, err := Read("a.docx", wordFile(t, body, nil), Options{})
		if err == nil && file == nil {
			t.Error("neither a file nor an error")
		}
		for i, b := range blocksOf(file) {
			_ = fmt.Sprint(i, b.Content.String())
		}
	})
}

func blocksOf(f *File) []Block {
	if f == nil {
		return nil
	}
	return f.Blocks
}
