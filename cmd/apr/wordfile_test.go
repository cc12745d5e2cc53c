package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// docx does with a Word file what a person does in Word:
//
//	docx FILE words OUT                   its words, a paragraph a line
//	docx FILE edit FROM TO [AUTHOR]       other words, tracked where an author is named
//	docx FILE comment WORDS AUTHOR SAYS   a comment beside words
func docx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: docx FILE words|edit|comment ...")
	}
	file := ts.MkAbs(args[0])
	names, parts := unzipped(ts, ts.ReadFile(args[0]))
	main := parts["word/document.xml"]
	switch verb, rest := args[1], args[2:]; {
	case verb == "words" && len(rest) == 1:
		ts.Check(os.WriteFile(ts.MkAbs(rest[0]), []byte(wordsOf(main)), 0o666))
		return
	case verb == "edit" && (len(rest) == 2 || len(rest) == 3):
		to := rest[1]
		if len(rest) == 3 {
			by := fmt.Sprintf(`w:author="%s" w:date="2026-07-19T10:12:00Z"`, rest[2])
			to = fmt.Sprintf(`</w:t></w:r><w:del w:id="901" %s><w:r><w:delText>%s</w:delText></w:r></w:del><w:ins w:id="902" %[1]s><w:r><w:t>%[3]s</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">`, by, rest[0], rest[1])
		}
		parts["word/document.xml"] = replaceLast(ts, main, rest[0], to)
	case verb == "comment" && len(rest) == 3:
		if parts["word/comments.xml"] != "" {
			ts.Fatalf("%s has comments", args[0])
		}
		parts["word/document.xml"] = replaceLast(ts, main, rest[0], `</w:t></w:r><w:commentRangeStart w:id="900"/><w:r><w:t>`+rest[0]+`</w:t></w:r><w:commentRangeEnd w:id="900"/><w:r><w:commentReference w:id="900"/></w:r><w:r><w:t xml:space="preserve">`)
		names = append(names, "word/comments.xml")
		parts["word/comments.xml"] = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="900" w:author="` + rest[1] +
			`" w:date="2026-07-19T10:12:00Z"><w:p><w:r><w:t>` + rest[2] + `</w:t></w:r></w:p></w:comment></w:comments>`
		parts["word/_rels/document.xml.rels"] = strings.Replace(parts["word/_rels/document.xml.rels"], "</Relationships>",
			`<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`, 1)
	default:
		ts.Fatalf("docx can't do %q", args[1:])
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, n := range names {
		w, err := z.Create(n)
		ts.Check(err)
		_, err = io.WriteString(w, parts[n])
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(file, out.Bytes(), 0o666))
}

// replaceLast replaces words where they stand last: the first may be in what is above a
// text.
func replaceLast(ts *testscript.TestScript, main, from, to string) string {
	i := strings.LastIndex(main, from)
	if i < 0 {
		ts.Fatalf("the file lacks %q", from)
	}
	return main[:i] + to + main[i+len(from):]
}

func unzipped(ts *testscript.TestScript, data string) (names []string, parts map[string]string) {
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	ts.Check(err)
	parts = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		ts.Check(err)
		b, err := io.ReadAll(r)
		ts.Check(err)
		names = append(names, f.Name)
		parts[f.Name] = string(b)
	}
	return names, parts
}

// wordsOf are the words of a main part, each paragraph on a line, with what its signs
// are called between angle brackets.
func wordsOf(main string) string {
	wordsOfRun := regexp.MustCompile(`<w:t(?: [^>]*)?>([^<]*)</w:t>|<wp:docPr [^>]*name="Sign [^"]*" descr="([^"]+)"`)
	var b strings.Builder
	for p := range strings.SplitSeq(main, "</w:p>") {
		for _, m := range wordsOfRun.FindAllStringSubmatch(p, -1) {
			b.WriteString(m[1])
			if m[2] != "" {
				b.WriteString("⟨" + m[2] + "⟩")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}
