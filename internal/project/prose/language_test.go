package prose

import (
	"fmt"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/yamlpos"
)

// TestLanguages: words and blocks in another language are text in it, whatever
// else they are.
func TestLanguages(t *testing.T) {
	for markdown, want := range map[string]string{
		"Hello: [slàinte mhath]{lang=gd}!":                                       "p Hello: <gd slàinte mhath>!\n",
		"[a]{lang='gd'} [b]{ lang = \"pl\" } [c]{lang=EN_us}":                    "p <gd a> <pl b> <en-US c>\n",
		"[*Reul* **na [deep]{lang=sco} Mara**]{lang=gd} x":                       "p <i><gd Reul></i><gd  ><b><gd na ><sco deep><gd  Mara></b> x\n",
		"*a [b* c]{lang=gd} d*":                                                  "p <i>a <gd b* c> d</i>\n",
		"[[see](https://a.scot) {{ value \"NI12\" }}]{lang=gd}":                  "p <a https://a.scot><gd see></a><gd  ><datum 11,152 w.xlsx!I9>\n",
		"[see [Bòrd]{lang=gd}](https://a.scot)":                                  "p <a https://a.scot>see <gd Bòrd></a>\n",
		"[over\nlines `a`]{lang=gd}":                                             "p <gd over lines a>\n",
		"[a]{lang=gd}{{ value \"NI12\" }} [b]{{ value \"NI12\" }}":               "p <gd a><datum 11,152 w.xlsx!I9> [b]<datum 11,152 w.xlsx!I9>\n",
		"\\[a]{lang} \\{lang=gd} a] [b [c d](":                                   "p [a]{lang} {lang=gd} a] [b [c d](\n",
		"### [Cò sinn]{lang=gd}\n\nx\n":                                          "section id1 level=2 \"Cò sinn\"gd\n  p x\n",
		"::: {lang=gd}\n## Cò sinn\n\nSeo *sinn*.\n\n- a\n:::\n\nx":              "section id1 level=2 \"Cò sinn\"gd\n  p <gd Seo ><i><gd sinn></i><gd .>\n  list ordered=false start=0\n    item\n      p <gd a>\n  p x\n",
		"a\n:::: {lang=gd}\nb\n\n::: {lang=pl}\nc\n:::\nd\n::::":                 "p a\np <gd b>\np <pl c>\np <gd d>\n",
		"- ::: {lang=gd}\n  a\n  :::\n- b":                                       "list ordered=false start=0\n  item\n    p <gd a>\n  item\n    p b\n",
		"> ::: {lang=gd}\n> a\n>\n> — Mòrag\n> :::\n":                            "quotation by \"Mòrag\"\n  p <gd a>\n",
		"::: {lang=gd}\n> a\n>\n> — Mòrag\n:::\n":                                "quotation by \"Mòrag\"\n  p <gd a>\n",
		"::: {lang=gd}\n```\n:::\n```\n:::\n":                                    "p <gd :::>\n",
		"[x[^a]]{lang=gd}\n\n[^a]: [y]{lang=pl} z":                               "p <gd x><note 1: <pl y> z>\n",
		"Table: [Bàtaichean]{lang=gd}\n\n| [Bàta]{lang=gd} |\n|---|\n| Reul |\n": "table id1 \"Bàtaichean\" heads=1gd\n  column <gd Bàta> align=0\n  row Reul\n",
		"![[Bàta]{lang=gd}](pictures/a.png)":                                     "picture id1 \"Bàta\" \"\" image/png whole=true at n.yaml:10:5gd\n",
		"[Slàinte]{lang=gd}\n: [a]{lang=gd} b":                                   "term <gd Slàinte>\n  p <gd a> b\n",
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

// TestLanguageProblems: what marks nothing is reported with its place and what to
// write, and isn't printed in braces.
func TestLanguageProblems(t *testing.T) {
	for markdown, want := range map[string]string{
		"a [b]{lang=gaelic}":           `10:16: "gaelic" is not the tag of a language; did you mean lang=gd?`,
		"a [b]{lang=polsih}":           `10:16: "polsih" is not the tag of a language; did you mean lang=pl?`,
		"[b]{lang=xx}":                 `10:14: "xx" is not the tag of a language; expected a tag of BCP 47, such as gd, sco or pl; no language has the part "xx"`,
		"[b]{lang=und}":                `10:14: "und" is not the tag of a language; expected a tag of BCP 47, such as gd, sco or pl`,
		`[b]{lang="gd><script>"}`:      `10:14: "gd><script>" is not the tag of a language; expected a tag of BCP 47, such as gd, sco or pl`,
		"[b]{.gd}":                     `10:9: ".gd" can't be used between braces after a passage; ` + languageHint,
		"[b]{#id lang=gd}":             `10:9: "#id" can't be used between braces after a passage; ` + languageHint,
		"[b]{lang=gd onclick=alert}":   `10:17: unknown attribute "onclick": a passage can have a language and nothing else; ` + languageHint,
		"[b]{lang=gd x}":               `10:17: "x" can't be used between braces after a passage; ` + languageHint,
		"[b]{}":                        `10:9: the passage has no language; ` + languageHint,
		"a []{lang=gd}":                `10:7: there is nothing between the brackets; write the words between them that are in another language`,
		"# A [b]{lang=gd}\n":           `10:5: a heading can't be in two languages; mark the whole of it, or nothing of it`,
		"# A {lang=gd}\n":              `10:9: the language marks nothing here; put the words in brackets straight before it: [words]{lang=gd}`,
		"[a](https://a.scot){lang=gd}": `10:24: the language marks nothing here; put the words in brackets straight before it: [words]{lang=gd}`,
		"a\n\n::: {lang=gd}\nb":        `12:5: the passage that begins here isn't ended; put a line ":::" after it`,
		"a\n\n:::\n":                   `12:5: the line of colons ends nothing; ` + languageHint + `; a box begins with a line such as "::: spotlight"`,
		"::: warning\na\n:::\n":        `10:9: there is no box of the kind "warning"; the kinds of boxes are spotlight, case-study, you-said-we-did, quotation, tiles, row`,
		"> ::: {lang=x}\n> a\n> :::":   `10:17: "x" is not the tag of a language; expected a tag of BCP 47, such as gd, sco or pl`,
	} {
		_, problems := parse(markdown)
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%d:%d: %s; %s", p.Position.Line, p.Position.Column, p.Message, p.Hint))
		}
		if s := strings.Join(got, "\n"); s != want {
			t.Errorf("%q\n got %s\nwant %s", markdown, s, want)
		}
	}
}

// Brackets that aren't balanced as they look don't disturb the links around.
func TestBracketsAndLinksThatCross(t *testing.T) {
	for _, markdown := range []string{
		"[over\nlines `a]`]{lang=gd}",
		"[a [b <x y=\"]\"> c]{lang=gd} ](https://a.scot)", "[a `]{lang=gd}` [b](https://a.scot)", "*[a*]{lang=gd}*", "![[a]{lang=gd}", "[[a]{lang=gd}]{lang=pl}[",
		"[a [b]{lang=gd} [c](https://a.scot)", "[a](https://a.scot \"[\"]{lang=gd}) b]{lang=gd}", "[^a [b]{lang=gd}]: c",
	} {
		f, _ := parse(markdown)
		var o outline
		o.blocks(0, f.Blocks)
		w := document.Walker{}
		if err := w.Blocks(f.Blocks); err != nil {
			t.Error(err)
		}
	}
	if f, problems := Parse(yamlpos.Text{Markdown: "[a]{lang=gd}"}, Options{}); len(problems) > 0 || len(f.Blocks) != 1 {
		t.Error(f, problems)
	}
}
