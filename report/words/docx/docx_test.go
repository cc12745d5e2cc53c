package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"apr/internal/document"
	"apr/internal/source"
)

// wordFile is a Word file with a body, and other parts by name.
func wordFile(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`
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
		{"a page's end", p(r("before.") + `<w:r><w:br w:type="page"/></w:r>` + r("after")), "before. after", ""},
		{"a column's end in a run", p(`<w:r><w:t>before.</w:t><w:br w:type="column"/><w:br w:type="page"/><w:t>after</w:t></w:r>`), "before. after", ""},
		{"a page's end at a blank", p(r("before. ") + `<w:r><w:br w:type="page"/></w:r>` + r("after") + `<w:r><w:br w:type="page"/></w:r>` + r(" it")), "before. after it", ""},
		{"a page's end at a line's", p(`<w:r><w:t>before.</w:t><w:br/><w:br w:type="page"/><w:t>after</w:t></w:r>`), "before. after", ""},
		{"pages' ends around a paragraph", p(`<w:r><w:br w:type="page"/></w:r>` + r("alone") + `<w:r><w:br w:type="page"/></w:r>`), "alone", ""},
		{"an equation", p(r("x is ") + `<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath>`), "x is y", "an equation"},
		{"colour", p(`<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>red</w:t></w:r>`), "red", "colour"},
		{"an embedded sheet", p(r("a") + `<w:r><w:object/></w:r>`), "a", "an embedded sheet or file"},
		{"an insertion within a deletion", p(`<w:del w:author="A"><w:ins w:author="B">` + r("gone") + `</w:ins><w:r><w:delText>too</w:delText></w:r></w:del>` + r("kept")), "kept", ""},
		{"paragraphs moved", `<w:moveFromRangeStart w:id="1" w:name="m"/><w:p><w:pPr><w:rPr><w:moveFrom w:author="A"/></w:rPr></w:pPr><w:moveFrom w:author="A">` + r("gone") + `</w:moveFrom></w:p><w:moveFromRangeEnd w:id="1"/>` +
			`<w:moveToRangeStart w:id="2" w:name="m"/>` + p(`<w:moveTo w:author="A">`+r("here")+`</w:moveTo>`) + `<w:moveToRangeEnd w:id="2"/>`, "|here", ""},
		{"a control within a paragraph, in another", p(r("a") + `<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent><w:sdt><w:sdtContent>` + r("b") + `</w:sdtContent></w:sdt></w:sdtContent></w:sdt>` + r("c")), "abc", ""},
		{"alternate content within a run", p(`<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>`), "new", ""},
		{"an insertion around a control", p(`<w:ins w:author="A"><w:sdt><w:sdtContent>` + r("in") + `</w:sdtContent></w:sdt></w:ins>`), "in", ""},
		{"spelling, a page's end as it was printed, a soft hyphen", p(`<w:r><w:lastRenderedPageBreak/><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/><w:t>s</w:t></w:r><w:proofErr w:type="gramEnd"/>`), "coop\u2011s", ""},
		{"custom XML and directions", p(`<w:customXml w:element="x">` + r("a") + `</w:customXml><w:bdo w:val="ltr">` + r("b") + `</w:bdo>`), "ab", ""},
		{"a simple field", p(`<w:fldSimple w:instr="AUTHOR">` + r("Jo") + `</w:fldSimple>`), "Jo", ""},
		{"permissions and bookmarks", `<w:permStart w:id="7" w:edGrp="everyone"/>` + p(`<w:bookmarkStart w:id="3" w:name="_GoBack"/><w:bookmarkEnd w:id="3"/>`+r("a")) + `<w:permEnd w:id="7"/>`, "a", ""},
		{"a typed bullet", p(r("•\tone")), "one", ""},
		{"a sign copied from a report", p(r("Done ") + `<w:r><w:drawing><wp:inline><wp:docPr id="9" name="Sign ✔" descr="tick"/></wp:inline></w:drawing></w:r>` + r(", mostly")), "Done ✔, mostly", ""},
		{"hidden words", p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve">a note, </w:t></w:r><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>to self</w:t></w:r>` + r(" kept")), " kept", "hidden words: a note, to self"},
		{"a hidden paragraph", `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish w:val="1"/></w:rPr><w:t>gone</w:t></w:r></w:p>` + p(r("kept")), "|kept", "hidden words: gone"},
		{"hidden words that show again", p(`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r><w:r><w:rPr><w:webHidden/></w:rPr><w:t>, printed</w:t></w:r>`), "shown, printed", ""},
		{"a hidden end of a paragraph", `<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>` + r("head") + `</w:p>` + p(r("text")), "head|text", ""},
		{"a hidden field", p(`<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "carers"</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>` + r("kept")), "kept", ""},
		{"words hidden by a tracked change that isn't taken", p(`<w:r><w:rPr><w:vanish/><w:rPrChange w:author="B"><w:rPr/></w:rPrChange></w:rPr><w:t>kept</w:t></w:r>`), "kept", ""},
		{"a hidden picture", p(r("a") + `<w:r><w:drawing><wp:inline><wp:docPr id="9" name="P" hidden="1"/><a:blip r:embed="x"/></wp:inline></w:drawing></w:r>`), "a", "a hidden picture or text box"},
		{"a hidden text box", p(r("a") + `<w:r><w:drawing><wp:anchor><wp:docPr id="9" name="P" hidden="true"/><wps:txbx><w:txbxContent>` + p(r("boxed")) + `</w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r>`), "a", "a hidden picture or text box"},
		{"a phonetic guide", p(`<w:r><w:ruby><w:rt><w:r><w:t>over</w:t></w:r></w:rt><w:rubyBase><w:r><w:rPr><w:b/></w:rPr><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>` + r(" kept")), "base kept", "the small letters above words"},
		{"a control that was emptied", `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + p(r("Click or tap here to enter text.")) + `</w:sdtContent></w:sdt>` + p(r("a")+`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+r("Click here")+`</w:sdtContent></w:sdt>`), "|a", ""},
		{"a chart", p(r("a") + `<w:r><w:drawing><wp:inline><wp:docPr id="9" name="C" descr="Beds  by year"/><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="x"/></wp:inline></w:drawing></w:r>`), "a", "a chart: Beds by year"},
		{"a newer chart", p(`<w:r><w:drawing><wp:inline><cx:chart xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" r:id="x"/></wp:inline></w:drawing></w:r>`), "", "a chart"},
		{"a picture that isn't there", p(`<w:r><w:drawing><wp:inline><wp:docPr id="9" name="C" descr="A ward"/><a:blip r:embed="x"/></wp:inline></w:drawing></w:r>`), "", "a picture that isn't in the file: A ward"},
		{"two text boxes in a group", p(`<w:r><w:drawing><wps:txbx><w:txbxContent>` + p(r("one")) + `</w:txbxContent></wps:txbx><wps:txbx><w:txbxContent>` + p(r("two")) + `</w:txbxContent></wps:txbx></w:drawing></w:r>`), "|one|two", "a text box"},
		{"signs of symbol fonts", p(r("a ") + `<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="00E0"/><w:sym w:font="Calibri" w:char="00BD"/></w:r><w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>&#xf0b1; 3</w:t></w:r>`), "a ≥→½± 3", ""},
		{"signs of no letters", p(r("a") + `<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>` + r("&#xf041;")), "a", "a sign of the font Webdingsa sign of a symbol font"},
		{"another file within", p(r("a")) + `<w:altChunk r:id="x"/>`, "a", "another file that is embedded"},
		{"a footnote that isn't there", p(r("a") + `<w:r><w:footnoteReference w:id="7"/></w:r>`), "a", "a footnote that isn't in the file"},
		{"a link to a script", p(`<w:fldSimple w:instr="HYPERLINK &quot;javascript:alert(1)&quot;">` + r("a") + `</w:fldSimple>`), "a", "the link to javascript:alert(1)"},
		{"a link to a disk", p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "file:///C:/a.docx" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + r("a") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`), "a", "the link to file:///C:/a.docx"},
		{"links of Word's own", p(`<w:hyperlink w:anchor="_Toc1">` + r("a") + `</w:hyperlink><w:fldSimple w:instr="HYPERLINK \l &quot;_Toc2&quot;">` + r("b") + `</w:fldSimple><w:fldSimple w:instr="REF x \h">` + r("c") + `</w:fldSimple>`), "abc", ""},
		{"a picture that lies elsewhere", p(r("a") + `<w:r><w:drawing><a:blip r:link="x"/></w:drawing></w:r>`), "a", "a picture that lies outside of the file"},
	} {
		f, err := Read("a.docx", wordFile(t, c.body, nil), Options{Accept: []string{"A"}})
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
			if l.Words != "" {
				lost += ": " + l.Words
			}
		}
		if g := strings.Join(got, "|"); g != c.want || lost != c.lost {
			t.Errorf("%s: %q, lost %q; want %q, %q", c.name, g, lost, c.want, c.lost)
		}
	}
}

// Words are hidden by the styles of their paragraph and their letters, of which one takes
// back what the other says; a row with nothing else isn't there, nor is a figure.
func TestHiddenByStyle(t *testing.T) {
	styles := map[string]string{"word/styles.xml": `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:style w:styleId="N"><w:name w:val="note"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="M"><w:name w:val="more"/><w:basedOn w:val="N"/></w:style>` +
		`<w:style w:styleId="S"><w:name w:val="shown"/><w:basedOn w:val="N"/><w:rPr><w:vanish w:val="false"/></w:rPr></w:style><w:style w:styleId="C"><w:name w:val="letters"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`}
	p := func(paragraph, run, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + paragraph + `"/></w:pPr><w:r><w:rPr><w:rStyle w:val="` + run + `"/></w:rPr><w:t>` + text + `</w:t></w:r></w:p>`
	}
	row := func(a, b string) string { return `<w:tr><w:tc>` + a + `</w:tc><w:tc>` + b + `</w:tc></w:tr>` }
	f, err := Read("a.docx", wordFile(t, p("N", "", "one")+p("M", "", "two")+p("S", "", "three")+p("", "C", "four")+p("N", "C", "five")+
		`<w:tbl>`+row(p("", "", "six"), p("N", "", "seven"))+row(p("N", "", "eight"), p("", "C", "nine"))+row(p("", "", ""), p("", "", ""))+`</w:tbl>`+
		`<w:p><w:sdt><w:sdtPr><w:tag w:val="apr-a_1"/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:vanish/></w:rPr><w:t>10</w:t></w:r></w:sdtContent></w:sdt></w:p>`, styles), Options{})
	if err != nil {
		t.Fatal(err)
	}
	shown, hidden := "", ""
	for _, b := range f.Blocks {
		shown += b.Content.String()
		for _, row := range b.Rows {
			shown += fmt.Sprintf("[%s %s]", row[0].String(), row[1].String())
		}
	}
	for _, l := range f.Losses {
		hidden += l.Words + " "
	}
	if n := len(f.Blocks[len(f.Blocks)-1].Content); shown != "threefive[six ][ ]" || hidden != "one two four seven eight nine 10 " || n > 0 {
		t.Errorf("shown %s, hidden %s, and %d in the line of the figure", shown, hidden, n)
	}
}

// What somebody deleted of another's insertion is no part of that, and lines part words.
func TestChangesWithinChanges(t *testing.T) {
	run := func(inner string) string { return `<w:r>` + inner + `</w:r>` }
	gone := `<w:del w:author="Jo">` + run(`<w:delText>gone</w:delText>`) + `</w:del>`
	body := `<w:p><w:ins w:author="Ed">` + run(`<w:t xml:space="preserve">one</w:t><w:br/><w:t>two </w:t>`) + gone + run(`<w:t>three</w:t>`) + `</w:ins><w:ins w:author="Ed">` + gone + `</w:ins></w:p>`
	f, err := Read("a.docx", wordFile(t, body, nil), Options{Accept: []string{"Jo"}})
	if err != nil {
		t.Fatal(err)
	}
	want := []Change{{Author: "Ed", What: "inserted", Text: "one two three"}}
	if d := cmp.Diff(want, f.Changes); d != "" {
		t.Error(d)
	}
}

// A tracked change of how words look is told; where it isn't taken, they look as before.
func TestTrackedFormatting(t *testing.T) {
	body := `<w:p><w:r><w:t>a </w:t></w:r><w:r><w:rPr><w:b/><w:rPrChange w:author="A" w:date="2026-07-19T10:12:00Z"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>b</w:t></w:r>` +
		`<w:r><w:rPr><w:b/><w:rPrChange w:author="A" w:date="2026-07-19T10:12:00Z"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>c</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:outlineLvl w:val="2"/><w:pPrChange w:author="B" w:date="d"><w:pPr/></w:pPrChange></w:pPr><w:r><w:t>head</w:t></w:r></w:p>`
	for _, c := range []struct {
		accept []string
		bold   bool
		kind   Kind
	}{{nil, true, Heading}, {[]string{"A"}, true, Plain}, {[]string{"B"}, false, Heading}} {
		f, err := Read("a.docx", wordFile(t, body, nil), Options{Accept: c.accept})
		if err != nil {
			t.Fatal(err)
		}
		_, bold := f.Blocks[0].Content[1].(*document.Strong)
		if bold != c.bold || f.Blocks[1].Kind != c.kind {
			t.Errorf("%v: bold %v, kind %v", c.accept, bold, f.Blocks[1].Kind)
		}
		takes := func(a string) bool { return c.accept == nil || c.accept[0] == a }
		want := []Change{{"A", "2026-07-19T10:12:00Z", "formatted", "bc", takes("A"), 0}, {"B", "d", "formatted", "head", takes("B"), 1}}
		if d := cmp.Diff(want, f.Changes); d != "" {
			t.Errorf("%v: %s", c.accept, d)
		}
	}
}

// Comments come with their words, who answered, and whether they are resolved.
func TestComments(t *testing.T) {
	const w14 = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`
	comment := func(id, author, date, para string, paragraphs ...string) string {
		s := `<w:comment w:id="` + id + `" w:author="` + author + `" w:date="` + date + `">`
		for i, text := range paragraphs {
			attr := ""
			if i == len(paragraphs)-1 {
				attr = ` w14:paraId="` + para + `"`
			}
			s += `<w:p` + attr + `><w:r><w:annotationRef/></w:r><w:r><w:t>` + text + `</w:t></w:r></w:p>`
		}
		return s + `</w:comment>`
	}
	mark := func(name, id string) string { return `<w:` + name + ` w:id="` + id + `"/>` }
	run := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	body := `<w:p>` + run("before ") + mark("commentRangeStart", "0") + run("these ") + `</w:p><w:p>` + run("words") + mark("commentRangeEnd", "0") + `<w:r>` + mark("commentReference", "0") + `</w:r>` + run(" not") + `</w:p>` +
		`<w:tbl><w:tr><w:tc><w:p>` + mark("commentRangeStart", "2") + run("cell") + mark("commentRangeEnd", "2") + `</w:p></w:tc></w:tr></w:tbl>` +
		`<w:p>` + run("point") + `<w:r>` + mark("commentReference", "3") + `</w:r></w:p>`
	f, err := Read("a.docx", wordFile(t, body, map[string]string{
		"word/comments.xml": `<w:comments` + w14 + `>` + comment("0", "Jo", "2026-07-19T10:12:33Z", "0A", "one", "two&#8232;more") + comment("1", "Sam", "2026-07-19T12:00:00Z", "0B", "later") +
			comment("2", "Jo", "yesterday", "0C", "in a cell") + comment("3", "Kit", "", "0D", "a point") + comment("4", "Kit", "2026-07-19T11:00:00.000000000", "0E", "sooner") + comment("5", "Kit", "", "0F", "beside nothing") + `</w:comments>`,
		"word/commentsExtended.xml": `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="0A" w15:done="0"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>` +
			`<w15:commentEx w15:paraId="0E" w15:paraIdParent="0B"/><w15:commentEx w15:paraId="0C" w15:done="1"/><w15:commentEx w15:paraId="0D" w15:paraIdParent="0D"/></w15:commentsEx>`,
	}), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Comment{
		{Author: "Jo", Date: "2026-07-19 10:12", Text: "one\ntwo more", Quoted: "these words", Block: 0,
			Replies: []Comment{{Author: "Kit", Date: "2026-07-19 11:00", Text: "sooner", Block: -1}, {Author: "Sam", Date: "2026-07-19 12:00", Text: "later", Block: -1}}},
		{Author: "Jo", Text: "in a cell", Quoted: "cell", Block: 2, Resolved: true},
		{Author: "Kit", Text: "a point", Block: 3},
		{Author: "Kit", Text: "beside nothing", Block: -1},
	}
	if d := cmp.Diff(want, f.Comments, cmpopts.IgnoreUnexported(Comment{})); d != "" {
		t.Error(d)
	}
}

// A stranger's file ends with what is wrong and where, and takes no memory.
func TestHostileFiles(t *testing.T) {
	deep, blanks := strings.Repeat("<w:sdt><w:sdtContent>", 400), 0
	if testing.Short() {
		t.Log("left out by -short: a bomb")
	} else {
		blanks = maxPart + 1
	}
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
		"a bomb":         {wordFile(t, strings.Repeat(" ", blanks), nil), "unpacks to more than"},
		"comments":       {wordFile(t, "", map[string]string{"word/comments.xml": `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + strings.Repeat("<w:comment/>", maxComments+1) + `</w:comments>`}), "has 5001 comments"},
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
