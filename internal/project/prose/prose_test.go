package prose

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/picture"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// outline writes blocks in a short form, so that tests can compare them.
type outline struct{ strings.Builder }

func (o *outline) line(depth int, format string, args ...any) {
	fmt.Fprintf(o, strings.Repeat("  ", depth)+format+"\n", args...)
}

func (o *outline) blocks(depth int, blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			o.line(depth, "p %s", inlines(b.Content))
		case *document.List:
			o.line(depth, "list ordered=%t start=%d", b.Ordered, b.Start)
			for _, item := range b.Items {
				o.line(depth+1, "item")
				o.blocks(depth+2, item)
			}
		case *document.Definitions:
			for _, e := range b.Entries {
				o.line(depth, "term %s", inlines(e.Term))
				o.blocks(depth+1, e.Meaning)
			}
		case *document.Table:
			o.line(depth, "table %s %q heads=%d%s", b.ID, b.Caption, b.RowHeads, b.Lang)
			for _, c := range b.Columns {
				o.line(depth+1, "column %s align=%d", inlines(c.Head), c.Align)
			}
			for _, r := range b.Rows {
				var cells []string
				for _, c := range r.Cells {
					cells = append(cells, inlines(c.Content))
				}
				o.line(depth+1, "row %s", strings.Join(cells, " | "))
			}
		case *document.Picture:
			o.line(depth, "picture %s %q %q %s whole=%t at %v%s%s", b.ID, b.Alt, b.Caption, b.MediaType, bytes.Equal(b.Data, pixel), b.Position, b.Lang, dressed(b))
		case *document.PictureRow:
			o.line(depth, "row")
			for _, p := range b.Pictures {
				o.blocks(depth+1, []document.Block{p})
			}
		case *document.Box:
			o.line(depth, "%s level=%d %q%s at %v", b.Kind, b.Level, b.Title, b.Lang, b.Position)
			o.blocks(depth+1, b.Blocks)
		case *document.KeyFigures:
			for _, k := range b.Items {
				o.line(depth, "tile %s | %s | %s", inlines(k.Value), inlines(k.Label), inlines(k.Source))
			}
		case *document.Quotation:
			o.line(depth, "quotation by %q", b.Attribution.String())
			o.blocks(depth+1, b.Blocks)
		default:
			o.line(depth, "%T", b)
		}
	}
}

// dressed is what is said of a picture.
func dressed(p *document.Picture) string {
	var s string
	if p.Width > 0 {
		s += fmt.Sprintf(" width=%d%%", p.Width)
	}
	s += [...]string{"", " left", " right"}[p.Side]
	if p.Link != "" {
		s += " -> " + p.Link
	}
	return s
}

func (o *outline) sections(depth int, sections []*document.Section) {
	for _, s := range sections {
		o.line(depth, "section %s level=%d %q%s", s.ID, s.Level, s.Title, s.Lang)
		o.blocks(depth+1, s.Blocks)
		o.sections(depth+1, s.Sections)
	}
}

func inlines(is document.Inlines) string {
	var b strings.Builder
	for _, i := range is.Joined() {
		switch i := i.(type) {
		case *document.Text:
			if i.Lang != "" {
				b.WriteString("<" + i.Lang + " " + i.Text + ">")
				continue
			}
			b.WriteString(i.Text)
		case *document.Strong:
			b.WriteString("<b>" + inlines(i.Content) + "</b>")
		case *document.Emphasis:
			b.WriteString("<i>" + inlines(i.Content) + "</i>")
		case *document.Link:
			b.WriteString("<a " + i.URL + ">" + inlines(i.Content) + "</a>")
		case *document.Datum:
			b.WriteString("<datum " + i.Display + " " + i.Position.String() + ">")
		case *document.NoteMark:
			fmt.Fprintf(&b, "<note %d: %s>", i.Note.Number, inlines(i.Note.Content))
		case *document.LineBreak:
			b.WriteString("<br>")
		}
	}
	return b.String()
}

var pixel = func() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err)
	}
	return b.Bytes()
}()

// options know a value, a picture and a file that isn't one.
func options() Options {
	ids, notes := 0, 0
	return Options{
		Level: 2,
		Evaluate: func(r reference.Reference) (document.Datum, *source.Problem) {
			switch r.Name {
			case "value":
				return document.Datum{Display: "11,152", Position: source.Position{File: "w.xlsx", Cell: "I9"}}, nil
			case "later":
				return document.Datum{Display: "[no value]"}, &source.Problem{Code: reference.NoValue, Position: r.Position}
			}
			return document.Datum{}, &source.Problem{Code: "unknown-reference", Position: r.Position, Message: "unknown " + r.Name}
		},
		ReadPicture: func(name string) (picture.Picture, error) {
			switch name {
			case "pictures/a.png":
				return picture.Read(name, pixel, picture.InText)
			case "pictures/cut.png":
				return picture.Read(name, pixel[:len(pixel)-20], picture.InText)
			case "pictures/gif.png":
				return picture.Read(name, []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), picture.InText)
			case "pictures/a.svg":
				return picture.Read(name, []byte("<svg/>"), picture.InText)
			case "locked":
				return picture.Picture{}, errors.New("no permission")
			}
			return picture.Picture{}, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		},
		NewNote: func(content document.Inlines) *document.Note {
			notes++
			return &document.Note{Number: notes, Content: content}
		},
		NewID: func(string) string { ids++; return fmt.Sprintf("id%d", ids) },
	}
}

func parse(markdown string) (*Fragment, []*source.Problem) {
	return Parse(yamlpos.NewText(markdown, source.Position{File: "n.yaml", Line: 10, Column: 5}), options())
}

func TestParse(t *testing.T) {
	for name, c := range map[string]struct{ markdown, want string }{
		"empty": {"", ""},
		"blank": {" \n\n", ""},
		"paragraphs": {"One\ngoes on.  \nAfter a break\\\nand another.\n\nTwo *it* **bold _both_** ~~not struck~~.",
			"p One goes on.<br>After a break<br>and another.\np Two <i>it</i> <b>bold <i>both</i></b> ~~not struck~~.\n"},
		"as written": {`It's "so" – don't... <5 people, a & b &amp; c &eacute; \*not\* 2 * 3`,
			"p It's \"so\" – don't... <5 people, a & b & c é *not* 2 * 3\n"},
		"links": {"[PHS](https://phs.scot/a_b?x=1&y=2) <https://gov.scot> <a@b.scot> [ref][r]\n\n[r]: https://r.scot \"title\"",
			"p <a https://phs.scot/a_b?x=1&y=2>PHS</a> <a https://gov.scot>https://gov.scot</a> <a mailto:a@b.scot>a@b.scot</a> <a https://r.scot>ref</a>\n"},
		"lists": {"- one\n- two\n\n  more\n  1. a\n  2. b\n\n3. three\n",
			"list ordered=false start=0\n  item\n    p one\n  item\n    p two\n    p more\n    list ordered=true start=1\n      item\n        p a\n      item\n        p b\nlist ordered=true start=3\n  item\n    p three\n"},
		"definitions": {"Set-aside\n: Money for hospitals.\n\nIJB\n: One\n: Two",
			"term Set-aside\n  p Money for hospitals.\nterm IJB\n  p One\n  p Two\n"},
		"quotation":        {"> I could stay at home.\n>\n> — Jean, Glenside\n", "quotation by \"Jean, Glenside\"\n  p I could stay at home.\n"},
		"quotation of one": {"> — no name", "quotation by \"\"\n  p — no name\n"},
		"code": {"Use `a  <b> {{ value \"NI12\" }}`.\n\n```\nx < y\n\n{{ value \"NI12\" }}!\n```\n\n    indented\n",
			"p Use a  <b> <datum 11,152 w.xlsx!I9>.\np x < y<br><br><datum 11,152 w.xlsx!I9>!\np indented\n"},
		"break and comments": {"a <!-- check --> b\n\n---\n\n<!-- with {{ value \"NI12\" }}\n[^x] -->\n\nc", "p a  b\np c\n"},
		"sections": {"before\n\n# A\n\nx\n\n### B\n\n## C {{ value \"NI12\" }}\n\n#### D\n##### E\n\nF\n===\n",
			"p before\nsection id1 level=2 \"A\"\n  p x\n  section id2 level=3 \"B\"\n  section id3 level=3 \"C 11,152\"\n    section id4 level=4 \"D\"\n      section id5 level=5 \"E\"\nsection id6 level=2 \"F\"\n"},
		"table": {"Table: Falls, *all*\n\n| Locality | 2024/25 | b\\|c |\n| --- | ---: | :-: |\n| North | {{ value \"NI12\" }} | `x\\|y` |\n| South |\n",
			"table id1 \"Falls, all\" heads=1\n  column Locality align=0\n  column 2024/25 align=1\n  column b|c align=3\n  row North | <datum 11,152 w.xlsx!I9> | x|y\n  row South |  | \n"},
		"table without an empty line": {"Table: Falls\n| a | b |\n|---|---|\n| 1 | 2 |\n", "table id1 \"Falls\" heads=1\n  column a align=0\n  column b align=0\n  row 1 | 2\n"},
		"a caption after its table":   {"| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: Falls\n\nMore.", "table id1 \"Falls\" heads=1\n  column a align=0\n  column b align=0\n  row 1 | 2\np More.\n"},
		"captions between two tables": {"Table: A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: B\n\n| c | d |\n|---|---|\n| 3 | 4 |\n",
			"table id1 \"A\" heads=1\n  column a align=0\n  column b align=0\n  row 1 | 2\ntable id2 \"B\" heads=1\n  column c align=0\n  column d align=0\n  row 3 | 4\n"},
		"empty items": {"- one\n-\n- three\n\n1.\n\nMore.", "list ordered=false start=0\n  item\n    p one\n  item\n    p three\np More.\n"},
		"broken lines": {"One<br>two<br/>\nthree.\n\nTable: T\n\n| a | b |\n|---|---|\n| 1 | 2<br />3 |\n",
			"p One<br>two<br>three.\ntable id1 \"T\" heads=1\n  column a align=0\n  column b align=0\n  row 1 | 2<br>3\n"},
		"footnotes": {"One[^a] and two[^b] and one again[^a].\n\n[^b]: Second, *with* {{ value \"NI12\" }}.\n[^a]: First\n    goes on.\n\n    More.\n",
			"p One<note 1: First goes on.<br>More.> and two<note 2: Second, <i>with</i> <datum 11,152 w.xlsx!I9>.> and one again<note 1: First goes on.<br>More.>.\n"},
		"pictures": {"![A nurse and a *patient*](pictures/a.png \"At home\")\n![Two](./pictures/a.png)\n",
			"row\n  picture id1 \"A nurse and a patient\" \"At home\" image/png whole=true at n.yaml:10:5\n  picture id2 \"Two\" \"\" image/png whole=true at n.yaml:11:5\n"},
		"references": {"**{{ value \"NI12\" }}**, {{ value\n\"NI12\" }}, [{{ value \"NI12\" }}](https://a.scot), \\{{ value }}, {{ later }} {x}",
			"p <b><datum 11,152 w.xlsx!I9></b>, <datum 11,152 w.xlsx!I9>, <a https://a.scot><datum 11,152 w.xlsx!I9></a>, {{ value }}, <datum [no value] > {x}\n"},
		"reference over lines of a list": {"- a {{ value\n  \"NI12\" }} b\n", "list ordered=false start=0\n  item\n    p a <datum 11,152 w.xlsx!I9> b\n"},
	} {
		t.Run(name, func(t *testing.T) {
			f, problems := parse(c.markdown)
			for _, p := range problems {
				t.Error(p)
			}
			var o outline
			o.blocks(0, f.Blocks)
			o.sections(0, f.Sections)
			if got := o.String(); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestProblems(t *testing.T) {
	for markdown, want := range map[string][]string{
		"Table: T\n\n| a | b |\n|---|---|\n| x | £" + strings.Repeat("123,", 17) + "456 |\n": {"n.yaml:14:5: column 2 of the table has a number of 54 digits, which fits no page"},
		"Table: T\n\n| a | b |\n|---|---|\n| x | £" + strings.Repeat("123,", 15) + "456 |\n": {},
		"a <b>bold</b>\n\n<div>\nx\n</div>":                                                  {"n.yaml:10:7: HTML is not allowed", "n.yaml:10:14: HTML is not allowed", "n.yaml:12:5: HTML is not allowed"},
		"<br>\n\nx":                                                                          {"n.yaml:10:5: HTML is not allowed"},
		"![a](pictures/a.png){rotate=1}":                                                     {`n.yaml:10:26: a picture can't have the attribute "rotate"`},
		"![a](pictures/a.png) and more":                                                      {"n.yaml:10:5: a picture can't be within a paragraph"},
		"![a](pictures/cut.png)":                                                             {"n.yaml:10:5: pictures/cut.png is cut off: a part of the picture is missing"},
		"![a](pictures/gif.png)":                                                             {"n.yaml:10:5: pictures/gif.png is named .png and is a GIF picture"},
		"Table: T\n\n|  | b |\n|---|---|\n| 1 | 2 |":                                         {"n.yaml:12:5: column 1 of the table has no head"},
		"Table: T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n|  | 3 |":                              {"n.yaml:15:5: row 2 of the table has no head: its first cell is empty"},
		"<!-- open\n\nlost":                                                                  {"n.yaml:10:5: the comment isn't closed, and takes the rest of the text with it"},
		"<!-- x --> lost":                                                                    {"n.yaml:10:5: there is text on the line on which a comment ends, and would be lost"},
		"x\n\n| a | b |\n|---|---|\n| 1 | 2 |\n":                                             {"n.yaml:12:5: the table has no caption"},
		"Table: T\n\n| a |  |\n|---|---|\n| 1 | 2 | 3 |\n":                                   {"n.yaml:12:5: column 2 of the table has no head", "n.yaml:14:5: the row has 3 cells; the table has 2 columns"},
		"Table: T\n\n| a | b |\n|---|---|\n":                                                 {"n.yaml:12:5: the table has no rows"},
		"Table: T[^a]\n\n| a | b |\n|---|---|\n|1|2|\n\n[^a]: x":                             {"n.yaml:10:13: a footnote can't be marked in a caption"},
		"# H[^a]\n\n[^a]: x":                                                                 {"n.yaml:10:8: a footnote can't be marked in a heading"},
		"# A [link](https://a.scot) in it":                                                   {"n.yaml:10:5: a heading can't have a link: \"link\" would lead nowhere"},
		"# See https://a.scot":                                                               {},
		"#\n":                                                                                {"n.yaml:10:5: the heading has no text"},
		"> # H":                                                                              {"n.yaml:10:7: a heading can't be in a list or quotation"},
		"x[^a]":                                                                              {"n.yaml:10:6: the footnote [^a] has no text"},
		"x[^a] y[^a]\n\n[^a]: y\n\n[^a]: z":                                                  {"n.yaml:14:5: the footnote [^a] is given twice: what stands here isn't printed"},
		"x[^a] y[^a]\n\n[^a]: y\n[^a]: y":                                                    {"n.yaml:13:5: the footnote [^a] is given twice: what stands here isn't printed"},
		"x[^a]\n\n[^a]: y\n[^b]: z":                                                          {"n.yaml:13:5: the footnote [^b] is marked nowhere in the text"},
		"x[^a]\n\n[^a]: y[^a]":                                                               {"n.yaml:12:12: a footnote can't have a footnote"},
		"x[^a]\n\n[^a]: - list":                                                              {"n.yaml:12:11: a footnote can only have paragraphs"},
		"![](pictures/a.png)":                                                                {"n.yaml:10:5: the picture pictures/a.png has no description for those who can't see it"},
		"![a](pictures/b.png)":                                                               {"n.yaml:10:5: the picture pictures/b.png doesn't exist"},
		"![a](pictures/a.svg)":                                                               {"n.yaml:10:5: pictures/a.svg is an SVG picture; a report takes PNG and JPEG"},
		"![a](../a.png)":                                                                     {"n.yaml:10:5: the picture \"../a.png\" is outside the project folder"},
		"![a](https://x.scot/a.png)":                                                         {"n.yaml:10:5: the picture https://x.scot/a.png is not a file of the project"},
		"![a](locked)":                                                                       {"n.yaml:10:5: the picture locked can't be read: no permission"},
		"![a](pictures/none.png)":                                                            {"n.yaml:10:5: the picture pictures/none.png doesn't exist"},
		"x ![a](pictures/a.png)":                                                             {"n.yaml:10:7: a picture can't be within a paragraph"},
		"[a](page.html) [b](javascript:x)": {
			"n.yaml:10:5: the link \"page.html\" leads nowhere that every reader of the report can follow",
			"n.yaml:10:20: the link \"javascript:x\" leads nowhere that every reader of the report can follow",
		},
		"[](https://a.scot)":                   {"n.yaml:10:5: the link has no text"},
		"x {{ nonsense }}\n\ny {{ value":       {"n.yaml:10:7: unknown nonsense", "n.yaml:12:7: {{ opens a reference that isn't closed"},
		"[a]: https://x.scot/{{value}}\n\n[a]": {"n.yaml:10:25: a reference to data can't be used here"},
	} {
		_, problems := parse(markdown)
		var got []string
		for _, p := range problems {
			got = append(got, p.Position.String()+": "+p.Message)
		}
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
			t.Errorf("%q\n got %q\nwant %q", markdown, got, want)
		}
	}
}

// TestPositionsOfText: each text says where its first character is, and the
// others follow there.
func TestPositionsOfText(t *testing.T) {
	for markdown, want := range map[string]string{
		"One *two* é ☃\n- x":                     "10:5 \"One \", 10:10 \"two\", 10:14 \" é ☃\", 11:7 \"x\"",
		"> a\n> b\\\n> c\n>\n> — Jean, X\n":      "10:7 \"a \", 11:7 \"b\", 12:7 \"c\", 14:9 \"Jean, X\"",
		"R&amp;D \\*a\\* é {x} & [b":             "10:5 \"R&\", 10:11 \"D *\", 10:15 \"a*\", 10:18 \" é {x} & [b\"",
		"<https://a.scot> `a  b`\n\n    c\n":     "10:6 \"https://a.scot\", 10:21 \" \", 10:23 \"a  b\", 12:9 \"c\"",
		"{{ value \"NI12\" }}: x[^a]\n\n[^a]: y": "10:23 \": x\", 12:11 \"y\"",
	} {
		f, problems := parse(markdown)
		var got []string
		w := document.Walker{Inline: func(i document.Inline) error {
			if n, ok := i.(*document.NoteMark); ok {
				i = n.Note.Content[0]
			}
			if x, ok := i.(*document.Text); ok {
				got = append(got, fmt.Sprintf("%d:%d %q", x.Position.Line, x.Position.Column, x.Text))
			}
			return nil
		}}
		if err := w.Blocks(f.Blocks); err != nil || len(problems) > 0 {
			t.Error(markdown, err, problems)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q\n got %s\nwant %s", markdown, s, want)
		}
	}
}

// Headings keep their levels down to the sixth, all that HTML and Markdown have. None is
// put beside the one that it is under: it is a problem with its place.
func TestADeepHeadingIsAProblem(t *testing.T) {
	for _, c := range []struct {
		level          int
		markdown, want string
	}{
		{5, "# A\n\n## B\n\n# C\n", `12:1: the heading "B" would be of the 7th level; a report has six, of which its title is the first`},
		{3, "## A\n\n#### B\n\n##### C\n\n###### D\n", `16:1: the heading "D" would be of the 7th level; a report has six, of which its title is the first`},
		{6, "# A\n", `10:1: the heading "A" would be of the 7th level; a report has six, of which its title is the first`},
		{5, "# A\n\n::: {.spotlight title=\"B\"}\nb\n:::\n", `12:1: the title of this spotlight would be of the 7th level; a report has six, of which its title is the first`},
		{5, "# A\n\n::: you-said-we-did\nb\n\nc\n:::\n", `12:1: the title of this box "you said, we did" would be of the 7th level; a report has six, of which its title is the first`},
		{4, "# A\n\n::: {.spotlight title=\"B\"}\nb\n:::\n\n## C\n", ""},
	} {
		o := options()
		o.Level = c.level
		_, problems := Parse(yamlpos.NewText(c.markdown, source.Position{File: "n.yaml", Line: 10, Column: 1}), o)
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%d:%d: %s", p.Position.Line, p.Position.Column, p.Message))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q at level %d\n got %s\nwant %s", c.markdown, c.level, s, c.want)
		}
	}
}

// A text that stands in something without a place for headings has none.
func TestAHeadingWithinACaseStudyIsAProblem(t *testing.T) {
	o := options()
	o.Within = "a case study"
	f, problems := Parse(yamlpos.NewText("a\n\n## B\n\nc\n", source.Position{File: "n.yaml", Line: 10, Column: 1}), o)
	if len(f.Sections) > 0 || len(f.Blocks) != 2 {
		t.Errorf("%d blocks and %d sections", len(f.Blocks), len(f.Sections))
	}
	if len(problems) != 1 || problems[0].Position.Line != 12 || problems[0].Message != "a heading can't be in a case study" {
		t.Errorf("got %v", problems)
	}
}

func TestHeadingsKeepTheirLevels(t *testing.T) {
	o := options()
	o.Level = 3
	f, _ := Parse(yamlpos.Text{Markdown: "## A\n#### B\n##### C\n##### D\n"}, o)
	var levels []int
	w := document.Walker{Section: func(s *document.Section) error {
		levels = append(levels, s.Level)
		return nil
	}}
	if err := w.Walk(&document.Document{Sections: f.Sections}); err != nil || !slices.Equal(levels, []int{3, 4, 5, 5}) {
		t.Errorf("levels %v", levels)
	}
}

func TestWithoutOptions(t *testing.T) {
	f, problems := Parse(yamlpos.Text{Markdown: "a[^1] ![x](y.png)\n\n# H\n\n[^1]: b"}, Options{Level: 1})
	if len(f.Sections) != 1 || len(problems) != 1 {
		t.Errorf("got %+v, %v", f, problems)
	}
	if _, problems := Parse(yamlpos.Text{Markdown: "{{ year }}"}, Options{}); len(problems) != 1 {
		t.Errorf("got %v", problems)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "# A\n\n- b\n  1. c\n\n> d\n>\n> — e", "Table: x\n\n| a | b |\n|---|--:|\n| `\\|` | {{ value \"NI12\" }} |", "x[^a]\n\n[^a]: y\n    z\n",
		"<div>\n\n<!-- a -->b", "![a](pictures/a.png \"t\")", "{{ value\n\"NI12\" }} \\{{", "a\n: b\n\n: c", "```\n{{ year }}\n```\n\n    x\n\ty", "[a]: b 'c'\n[a] ![a]",
		"- {{ value\n> \"NI12\" }}", "![^a]\n\n[^a]: ![x](y)", "| {{ value \"|\" }} |\n|---|\n| 1 |2 |3", "<https://a> &#x0; &#99999999; &amp;", "\t- a\n\t\t| b\n\t\t|-|\n",
		"*a [b* [c](d)]{lang=gd} `]{lang=pl}`", "- ::: {lang=gd}\n  > a\n  >\n  > ::: {lang=pl}\n  :::\n:::", "# [a]{lang=gd}\r\n:::x\r\n:::", "[[a]{lang=gd}]{lang=\"x}\"}{lang=gd}",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		lines := strings.Count(markdown, "\n") + 1
		fragment, problems := parse(markdown)
		for _, p := range problems {
			if p.Position.File != "n.yaml" || p.Position.Line < 10 || p.Position.Line > 10+lines || p.Position.Column < 1 || p.Message == "" {
				t.Errorf("%+v has no place in the text %q", p, markdown)
			}
		}
		var o outline
		o.blocks(0, fragment.Blocks)
		o.sections(0, fragment.Sections)
	})
}

func BenchmarkParse(b *testing.B) {
	section := "## Heading\n\n" + strings.Repeat("The partnership helped **more people** to live at home[^n] than in {{ value \"NI12\" }}: [see](https://a.scot). ", 20) +
		"\n\n- one\n- two\n\nTable: T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
	text := yamlpos.NewText(strings.Repeat(section, 40)+"[^n]: A note.\n", source.Position{File: "n.yaml", Line: 1, Column: 1})
	b.SetBytes(int64(len(text.Markdown)))
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Parse(text, options()); len(problems) > 0 {
			b.Fatal(problems[0])
		}
	}
}
