package prose

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"apr/internal/document"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// TestBoxes: a box stands where it was written, under a heading one level below the
// section's.
func TestBoxes(t *testing.T) {
	for markdown, want := range map[string]string{
		"a\n\n## H\n\nb\n\n::: {.spotlight title=\"Link workers\"}\nc\n\n- d\n:::\n\ne": "p a\nsection id1 level=2 \"H\"\n  p b\n  spotlight level=3 \"Link workers\" at n.yaml:16:5\n    p c\n    list ordered=false start=0\n      item\n        p d\n  p e\n",
		"::: you-said-we-did\nYou said: slow.\n\nWe did: more.\n:::":                    "you-said-we-did level=2 \"\" at n.yaml:10:5\n  p You said: slow.\n  p We did: more.\n",
		"::: you-said-we-did ::::\n- Slow.\n- More.\n::::::":                            "you-said-we-did level=2 \"\" at n.yaml:10:5\n  list ordered=false start=0\n    item\n      p Slow.\n    item\n      p More.\n",
		"::: {.case-study title='Jean\\'s \"way\" home' lang=gd}\nDh'fhalbh i.\n:::":    "case-study level=2 \"Jean's \\\"way\\\" home\"gd at n.yaml:10:5\n  p <gd Dh'fhalbh i.>\n",
		"::: {lang=gd}\n::: {.spotlight title=\"Bòrd\"}\na\n:::\n:::":                   "spotlight level=2 \"Bòrd\"gd at n.yaml:11:5\n  p <gd a>\n",
		"::: {.spotlight title=\"T\"}\n::: {lang=gd}\na\n:::\nb\n:::":                   "spotlight level=2 \"T\" at n.yaml:10:5\n  p <gd a>\n  p b\n",
		"::: {.quotation by=\"a carer\"}\nI was heard.\n:::":                            "quotation by \"a carer\"\n  p I was heard.\n",
		"::: quotation\nI was heard.\n\n— a carer\n:::":                                 "quotation by \"a carer\"\n  p I was heard.\n",
	} {
		f, problems := parse(markdown)
		for _, p := range problems {
			t.Errorf("%q: %v", markdown, p)
		}
		var o outline
		o.blocks(0, f.Blocks)
		o.sections(0, f.Sections)
		if got := o.String(); got != want {
			t.Errorf("%q\n got %q\nwant %q", markdown, got, want)
		}
	}
}

// TestBoxProblems: each says where, what is wrong and what to write.
func TestBoxProblems(t *testing.T) {
	for markdown, want := range map[string]string{
		"::: spotlihgt\na\n:::":                                                    `10:9: there is no box of the kind "spotlihgt"; did you mean "spotlight"? the kinds of boxes are spotlight, case-study, you-said-we-did, quotation, tiles, row`,
		"::: {.tile}\n- a\n:::":                                                    `10:11: there is no box of the kind "tile"; did you mean "tiles"? the kinds of boxes are spotlight, case-study, you-said-we-did, quotation, tiles, row`,
		"a\n\n::: spotlight\na\n:::":                                               `12:5: the spotlight has no title; write it between braces: ::: {.spotlight title="What it is about"}`,
		"::: {.spotlight title=\" \"}\na\n:::":                                     `10:27: the title of the spotlight is empty; `,
		"::: {.spotlight titel=\"T\"}\na\n:::":                                     `10:21: unknown attribute "titel" of a spotlight; did you mean "title"?`,
		"::: {.spotlight title=Link workers}\na\n:::":                              `10:32: "workers" can't be used between braces; write a kind with a full stop before it, and values in quotation marks: ::: {.spotlight title="Link workers"}`,
		"::: spotlight {title=\"T\"}\na\n:::":                                      `10:9: "spotlight {title=\"T\"}" can't be used behind colons; write the kind of a box, "::: spotlight", and what else there is to say between braces: ::: {.spotlight title="Link workers"}`,
		"::: {.spotlight .tiles}\na\n:::":                                          `10:21: a box can't be a spotlight and a tiles; write one kind`,
		"::: {.spotlight title=\"T\"}\n\n:::":                                      `10:5: there is nothing in the spotlight; write what belongs there, or delete both lines of colons`,
		"::: {.spotlight title=\"T\"}\na\n\n## B\n\nc":                             `10:5: the spotlight that begins here isn't ended; put a line ":::" after it`,
		"::: {.spotlight title=\"T\"}\n## B\n\nc\n:::":                             `11:5: a heading can't be in a box; write the box's own behind the colons, ::: {.spotlight title="…"}; or make the line bold`,
		"::: {.spotlight title=\"T\"}\n::: {.case-study title=\"S\"}\na\n:::\n:::": `11:5: a case study can't be in a spotlight; end the spotlight before it with a line ":::"`,
		"- ::: {.spotlight title=\"T\"}\n  a\n  :::":                               `10:7: a box can't be in a list or quotation; put an empty line before it and begin it at the margin`,
		"::: quotation\na\n:::":                                                    `10:5: the quotation doesn't say whose words they are; write it between braces, ::: {.quotation by="a carer in Glenside"}; or as the last paragraph, behind a dash: — a carer in Glenside`,
		"::: you-said-we-did\nYou said: slow.\n:::":                                `10:5: the box "you said, we did" has one part: what people said, or what was done about it, is missing; write each as a paragraph of its own, or as an item of a list`,
		"::: row\na\n:::":                                                          `10:5: there is something other than pictures in the row; put it before the line "::: row" or after the line ":::"`,
		"::: {.spotlight title=\"{{ year }}\"}\na\n:::":                            `10:28: a reference to data can't be used here; put it into the text; within quotations and lists keep it on one line`,
		"::: {.spotlight title=\"T\" lang=gaelic}\na\n:::":                         `10:36: "gaelic" is not the tag of a language; did you mean lang=gd?`,
	} {
		_, problems := parse(markdown)
		if got := said(problems); got != want {
			t.Errorf("%q\n got %s\nwant %s", markdown, got, want)
		}
	}
}

// said are problems, each on a line.
func said(problems []*source.Problem) string {
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%d:%d: %s; %s", p.Position.Line, p.Position.Column, p.Message, p.Hint))
	}
	return strings.Join(got, "\n")
}

// TestTiles: a tile is a figure, what it is, and where a number is from that no input
// has.
func TestTiles(t *testing.T) {
	for markdown, want := range map[string]string{
		"- {{ value \"NI12\" }} emergency admissions":                                                  "tile <datum 11,152 w.xlsx!I9> | emergency admissions | \n",
		"- **{{ value \"NI12\" }}**: emergency *admissions*":                                           "tile <datum 11,152 w.xlsx!I9> | emergency <i>admissions</i> | \n",
		"- **1,240** people saw a link worker. Source: link workers, [March](https://a.scot)":          "tile 1,240 | people saw a link worker | link workers, <a https://a.scot>March</a>\n",
		"- 1,240 people\n  (source: link workers)\n- **Good** for care\n\n  Source: Care Inspectorate": "tile 1,240 | people | link workers\ntile Good | for care | Care Inspectorate\n",
	} {
		f, problems := parse("::: tiles\n" + markdown + "\n:::\n")
		for _, p := range problems {
			t.Errorf("%q: %v", markdown, p)
		}
		var o outline
		o.blocks(0, f.Blocks)
		if got := o.String(); got != want {
			t.Errorf("%q\n got %q\nwant %q", markdown, got, want)
		}
	}
	for markdown, want := range map[string]string{
		"a":                       `10:5: the tiles are more than one list, or none; ` + tilesHint,
		"- a\n\nb":                `10:5: the tiles are more than one list, or none; ` + tilesHint,
		"- people":                `11:5: the tile doesn't begin with a figure; ` + tilesHint,
		"- **12**":                `11:5: the tile doesn't say what 12 is; write it behind the figure`,
		"- a1 b\n- **12** people": `11:5: the tile doesn't say where a1 is from; put "Source: …" at its end, or a reference such as {{ value "NI12" }} in the number's place (apr help narrative)` + "\n" + `12:5: the tile doesn't say where 12 is from; put "Source: …" at its end, or a reference such as {{ value "NI12" }} in the number's place (apr help narrative)`,
		"- 1 a. Source: b\n-":     `12:5: the tile is empty; ` + tilesHint,
		"- 1 a\n  - b":            `11:5: a tile can have a figure, words and a source, and nothing else; ` + tilesHint,
	} {
		_, problems := parse("::: tiles\n" + markdown + "\n:::\n")
		if got := said(problems); got != want {
			t.Errorf("%q\n got %s\nwant %s", markdown, got, want)
		}
	}
}

// TestPicturesAsTheyAreSet: how wide, beside text, in a row, with a link.
func TestPicturesAsTheyAreSet(t *testing.T) {
	const at = ` "" image/png whole=true at n.yaml:`
	for markdown, want := range map[string]string{
		"![A](pictures/a.png){width=50%}":                                       `picture id1 "A"` + at + "10:5 width=50%\n",
		"![A](pictures/a.png){.right width=\"40%\"}\n":                          `picture id1 "A"` + at + "10:5 width=40% right\n",
		"[![A film](pictures/a.png)](https://a.scot/film){.left}":               `picture id1 "A film"` + at + "10:6 left -> https://a.scot/film\n",
		"[![A film](pictures/a.png){width=20%}](https://a.scot/film)":           `picture id1 "A film"` + at + "10:6 width=20% -> https://a.scot/film\n",
		"::: row\n![A](pictures/a.png)\n\n![B](pictures/a.png){width=30%}\n:::": "row\n  " + `picture id1 "A"` + at + "11:5\n  " + `picture id2 "B"` + at + "13:5 width=30%\n",
	} {
		f, problems := parse(markdown)
		for _, p := range problems {
			t.Errorf("%q: %v", markdown, p)
		}
		var o outline
		o.blocks(0, f.Blocks)
		if got := o.String(); got != want {
			t.Errorf("%q\n got %q\nwant %q", markdown, got, want)
		}
	}
	for markdown, want := range map[string]string{
		"![A](pictures/a.png){width=50}":                                  `10:32: "50" is not the width of a picture; write it in whole percent of the text's width, from 5% to 100%: {width=50%}`,
		"![A](pictures/a.png){width=140%}":                                `10:32: "140%" is not the width of a picture; write it in whole percent of the text's width, from 5% to 100%: {width=50%}`,
		"![A](pictures/a.png){.rihgt}":                                    `10:26: a picture can't be ".rihgt"; did you mean .right?`,
		"![A](pictures/a.png){x}":                                         `10:26: "x" can't be used behind a picture; ` + pictureHint,
		"[![A](pictures/a.png)](film.mp4)":                                `10:5: the link "film.mp4" leads nowhere that every reader of the report can follow; write a whole address: https://…, mailto:… or tel:…`,
		"![A](pictures/a.png){.left} ![B](pictures/a.png)":                `10:5: a picture in a row can't stand beside text; leave out .left and .right, or put an empty line before the picture`,
		"![A](pictures/a.png){width=60%} ![B](pictures/a.png){width=60%}": `10:5: the pictures of the row are 120% wide together; make them 100% or less, or leave the widths out: then they share the line`,
		strings.Repeat("![A](pictures/a.png)\n", 5):                       `10:5: 5 pictures are in one row, and 4 fit; put an empty line between them: each paragraph is a row`,
		"![A](pictures/a.png){width=50%} words":                           `10:5: a picture can't be within a paragraph; put an empty line before and after it`,
		"![A](pictures/a.png){.left width=90%}":                           `10:5: the picture is 90% wide and leaves no room for text beside it; make it 70% or less, or leave out .left and .right`,
	} {
		_, problems := parse(markdown)
		if got := said(problems); got != want {
			t.Errorf("%q\n got %s\nwant %s", markdown, got, want)
		}
	}
}

// TestBoxesGoOut: a form has the lines of colons in the boxes' place, and the same boxes
// come of them.
func TestBoxesGoOut(t *testing.T) {
	opts := options()
	opts.Fence = func(line, shows string) document.Inline { return &document.Text{Text: "<" + line + "|" + shows + ">"} }
	for markdown, want := range map[string]string{
		"::: {.spotlight title=\"A \\\"b\\\"\"}\nc\n:::": "p <::: {.spotlight}|spotlight> A \"b\"\np c\np <:::|end of the spotlight>\n",
		"::: {.quotation by=\"Jean\" lang=gd}\nc\n:::":   "p <::: {.quotation by=\"Jean\" lang=gd}|quotation>\np <gd c>\np <:::|end of the quotation>\n",
		"::: tiles\n- 1 a. Source: b\n:::":               "p <::: {.tiles}|tiles>\nlist ordered=false start=0\n  item\n    p 1 a. Source: b\np <:::|end of the tiles>\n",
	} {
		f, problems := Parse(yamlpos.NewText(markdown, source.Position{File: "n.yaml", Line: 10, Column: 5}), opts)
		var o outline
		o.blocks(0, f.Blocks)
		if got := o.String(); got != want || len(problems) > 0 {
			t.Errorf("%q\n got %q %v\nwant %q", markdown, got, problems, want)
		}
	}
	if got, want := WithTitle("::: {.spotlight}", `A "b" \c`), `::: {.spotlight title="A \"b\" \\c"}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// FuzzBoxes: whatever stands between colons and braces, the blocks can be printed and
// each problem has a place in the text.
func FuzzBoxes(f *testing.F) {
	for _, s := range []string{
		"::: spotlight\na\n:::", "::: {.spotlight title=\"a\\\"\"}\n- b\n:::", "::: tiles\n- {{ value \"NI12\" }} a\n- **1** b (source: c)\n:::",
		"::: row\n![a](pictures/a.png){width=5%}\n[![b](pictures/a.png)](https://a.scot){.left}\n:::", "> ::: {.quotation by='x'}\n> y\n> :::", ":::{}\n::::\n:::\n::: x",
		"- ::: {lang=gd .case-study title=a}\n  b\n", "::: {.you-said-we-did}\n\ta\n:\n:::", "![a](b){", "[![a](pictures/a.png){.x}{.y}](u){z}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		if !utf8.ValidString(markdown) {
			return
		}
		text := yamlpos.NewText(markdown, source.Position{File: "n.yaml", Line: 1, Column: 1})
		repaired, _ := Repair(text)
		for _, text := range []yamlpos.Text{text, repaired} {
			fragment, problems := Parse(text, options())
			lines := strings.Count(markdown, "\n") + 1
			for _, p := range problems {
				if p.Position.Line < 1 || p.Position.Line > lines || p.Message == "" {
					t.Errorf("%q: %v", markdown, p)
				}
			}
			if len(problems) > 0 {
				continue
			}
			doc := &document.Document{Meta: document.Meta{Title: "T", Authority: "A", Language: "en-GB"}}
			doc.Sections = []*document.Section{{ID: "s", Level: 1, Title: "S", Blocks: fragment.Blocks, Sections: fragment.Sections}}
			w := document.Walker{Block: func(b document.Block) error {
				switch b := b.(type) {
				case *document.Box:
					if len(b.Blocks) == 0 || b.Title == "" && b.Kind != document.YouSaidWeDid {
						t.Errorf("%q: an empty box", markdown)
					}
				case *document.KeyFigures:
					if len(b.Items) == 0 {
						t.Errorf("%q: no tiles", markdown)
					}
				case *document.PictureRow:
					if n := len(b.Pictures); n < 2 || n > mostInRow {
						t.Errorf("%q: %d pictures in a row", markdown, n)
					}
				}
				return nil
			}}
			_ = w.Walk(doc) // the function doesn't fail
		}
	})
}
