package words

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"apr/internal/rounds"
)

const tableInWord = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>` +
	`<w:tr><w:tc><w:p><w:r><w:t>Theme</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Grade</w:t></w:r></w:p></w:tc></w:tr>` +
	`<w:tr><w:tc><w:p><w:r><w:t>Vision</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`

const tableInMarkdown = "\n\n| Theme | Grade |\n|---|---|\n| Vision | 4 |"

// took is what becomes of a project whose first text is edited in Word: the text, and why
// it was left.
func took(t *testing.T, narrative, was, is string) (now, why string, back *Returned) {
	t.Helper()
	dir := small(t, narrative)
	data := edited(t, sendAll(t, load(t, dir)), func(main string) string {
		i := strings.Index(main, ">"+was+"<")
		if i < 0 {
			t.Fatalf("no %q in %s", was, main)
		}
		from, to := strings.LastIndex(main[:i], "<w:p>"), i+strings.Index(main[i:], "</w:p>")+len("</w:p>")
		return main[:from] + is + main[to:]
	})
	r := load(t, dir)
	back, err := In(r, "back.docx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write(r, back.Texts, nil); err != nil {
		t.Fatal(err)
	}
	load(t, dir)
	written, err := os.ReadFile(filepath.Join(dir, "narrative", "regulation-5.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range back.Texts {
		why += strings.Join(x.Refused, "\n")
	}
	return strings.ReplaceAll(string(written), "\n    ", "\n"), why, back
}

// A caption that was typed beside a table is its caption.
func TestTypedCaptions(t *testing.T) {
	p := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
	}
	const words = "It was good."
	for _, c := range rounds.Few(t, []struct{ name, body, want string }{
		{"above", p("", words) + p("", "Table: Grades") + tableInWord, words + "\n\nTable: Grades" + tableInMarkdown},
		{"with a number", p("", words) + p("", "Table 3: Grades") + tableInWord, words + "\n\nTable: Grades" + tableInMarkdown},
		{"in bold", p("", words) + `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Table: Grades</w:t></w:r></w:p>` + tableInWord, words + "\n\nTable: Grades" + tableInMarkdown},
		{"below", p("", words) + tableInWord + p("", "Table: Grades"), words + "\n\nTable: Grades" + tableInMarkdown},
		{"between two", p("", words) + p("", "Table: One") + tableInWord + p("", "Table: Two") + tableInWord, words + "\n\nTable: One" + tableInMarkdown + "\n\nTable: Two" + tableInMarkdown},
		{"with an empty line between", p("", words) + p("", "Table: Grades") + p("", "") + tableInWord, words + "\n\nTable: Grades" + tableInMarkdown},
		{"by Word", p("", words) + p("Caption", "Table 1: Grades") + tableInWord, words + "\n\nTable: Grades" + tableInMarkdown},
		{"by Word, of a table of something else", p("", words) + p("Caption", "Table 1 of the plan") + tableInWord, words + "\n\nTable: Table 1 of the plan" + tableInMarkdown},
		{"no caption", p("", words) + p("", "Table: none is here") + p("", "More."), words + "\n\nTable\\: none is here\n\nMore."},
		{"a sentence", p("", "Table 2 shows it.") + p("Caption", "Grades") + tableInWord, "Table 2 shows it.\n\nTable: Grades" + tableInMarkdown},
	}) {
		now, why, _ := took(t, "assessment: |\n  "+words+"\n", words, c.body)
		now = strings.TrimSuffix(strings.ReplaceAll(strings.TrimPrefix(now, "assessment: |\n"), "\n  ", "\n"), "\n")
		if now = strings.TrimPrefix(now, "  "); now != c.want || why != "" {
			t.Errorf("%s: is\n%s\nrefused: %s\nwant\n%s", c.name, now, why, c.want)
		}
	}
}

// A text with which no report could be built is left, and told with what to do in Word.
func TestTextsThatNoReportCanHave(t *testing.T) {
	p := func(text string) string { return `<w:p><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>` }
	for _, c := range rounds.Few(t, []struct{ name, body, why string }{
		{"a table without a caption", p("It was good.") + tableInWord, "the table has no caption; in Word, put a paragraph straight above the table"},
		{"merged heads", p("Table: Grades") + strings.Replace(tableInWord, `<w:tc><w:p><w:r><w:t>Theme</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Grade`, `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Grade`, 1), "column 2 of the table has no head; in Word, write in each cell of the first row"},
		{"a table whose row was deleted", p("Table: Grades") + strings.Replace(tableInWord, `<w:tr><w:tc><w:p><w:r><w:t>Vision`, `<w:tr><w:trPr><w:del w:author="A"/></w:trPr><w:tc><w:p><w:r><w:t>Vision`, 1), "the table has no rows; in Word"},
		{"a caption whose table was deleted", p("It was good.") + `<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>Grades</w:t></w:r></w:p>`, `the caption "Grades" has no table`},
		{"a box that isn't ended", p("::: spotlight") + p("It was good."), "the spotlight that begins here isn't ended; in Word"},
		{"an end of no box", p("It was good.") + p(":::"), "the line of colons ends nothing; delete it in Word"},
		{"a box without a title", p("::: spotlight") + p("It was good.") + p(":::"), "the spotlight has no title; in Word"},
	}) {
		now, why, back := took(t, "assessment: It was good.\n", "It was good.", c.body)
		if now != "assessment: It was good.\n" || !strings.Contains(why, c.why) {
			t.Errorf("%s: is\n%s\nrefused: %q; want %q", c.name, now, why, c.why)
		}
		for _, f := range back.Texts[0].Figures {
			t.Errorf("%s: tells the figure %+v", c.name, f)
		}
	}
}

// What was wrong with a text before is no reason to leave what was mended in it.
func TestTextsThatWereWrongBefore(t *testing.T) {
	const was = "assessment: |\n  It was good.\n\n  | Theme | Grade |\n  |---|---|\n  | Vision | 4 |\n"
	if now, why, _ := took(t, was, "It was good.", `<w:p><w:r><w:t>It was better.</w:t></w:r></w:p>`); why != "" || now != strings.Replace(was, "good", "better", 1) {
		t.Errorf("is\n%s\nrefused: %s", now, why)
	}
}

// A text that was emptied in Word is empty, however it was written, and the others are
// written too.
func TestTextsThatWereEmptied(t *testing.T) {
	for _, c := range rounds.Few(t, []struct{ was, want string }{
		{"assessment: It was good.\ncontribution: It helped.\n", "assessment: \"\"\ncontribution: It helped.\n"},
		{"assessment: |\n  It was good.\ncontribution: It helped.\n", "assessment: \"\"\ncontribution: It helped.\n"},
		{"assessment: >- # ours\n  It was good.\n\n# a remark\ncontribution: It helped.\n", "assessment: \"\" # ours\n\n# a remark\ncontribution: It helped.\n"},
		{"contribution: It helped.\nassessment: |\n\n  It was good.", "contribution: It helped.\nassessment: \"\""},
		{"assessment: \"It was good.\"\n", "assessment: \"\"\n"},
	}) {
		for _, is := range []string{`<w:p/>`, ``, `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click or tap here to enter text.</w:t></w:r></w:p></w:sdtContent></w:sdt>`} {
			now, why, back := took(t, c.was, "It was good.", is)
			if now != c.want || why != "" {
				t.Errorf("%q: is\n%s\nrefused: %q; want\n%s", c.was, now, why, c.want)
			}
			for _, x := range back.Texts {
				if x.Emptied != (x.Key == "regulation-5.assessment") {
					t.Errorf("%q: %s emptied: %v", c.was, x.Key, x.Emptied)
				}
			}
		}
	}
}
