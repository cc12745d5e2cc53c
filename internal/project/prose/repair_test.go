package prose

import (
	"strings"
	"testing"
	"time"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// What was pasted becomes the Markdown that was meant; where that isn't certain the
// text stays as it is.
func TestRepair(t *testing.T) {
	for _, c := range []struct{ name, pasted, want string }{
		{"bullets of Word", "We did:\n•\tone\n•\ttwo\n", "We did:\n- one\n- two\n"},
		{"with a blank", "• one\n• two", "- one\n- two"},
		{"without one", "•one\n•two", "- one\n- two"},
		{"with a no-break space", "•\u00a0one", "- one"},
		{"of the font Symbol", "\uf0b7\tone\n\uf0b7 two\n", "- one\n- two\n"},
		{"of the font Wingdings", "\uf0a7\tone\n\uf0d8\ttwo", "- one\n  - two"},
		{"nested", "•\tone\no\ttwo\no\tthree\n▪\tfour\n•\tfive\n", "- one\n  - two\n  - three\n    - four\n- five\n"},
		{"nested with blanks", "• one\n  o two\n• three", "- one\n  - two\n- three"},
		{"far from the margin", "\t•\tone\n\t\to\ttwo\n", "- one\n  - two\n"},
		{"empty lines between", "•\tone\n\n•\ttwo\n", "- one\n\n- two\n"},
		{"in a list", "- one\n  • two\n  • three\n", "- one\n  - two\n  - three\n"},
		{"the letter o", "o one\no two\n", "- one\n- two\n"},
		{"the letter o with a tab", "o\tone\n", "- one\n"},
		{"dashes with a no-break space", "-\u00a0one\n-\u00a0two", "- one\n- two"},
		{"what has no width before it", "\u200b- one\n\u200b• two\n\ufeff# Three", "- one\n- two\n# Three"},
		{"in a quotation", "> We did:\n> • one\n>   o two\n> • three", "> We did:\n> - one\n>   - two\n> - three"},
		{"squares", "■ one\n□ two", "- one\n  - two"},
		{"triangles", "‣ one\n➢ two", "- one\n  - two"},
		{"middle dots", "·\tone\n· two", "- one\n- two"},
		{"dashes with a tab", "–\tone\n–\ttwo", "- one\n- two"},

		{"a table of Excel", "Table: Beds\n\nWard\tBeds\nA\t12\nB\t7\n", "Table: Beds\n\n| Ward | Beds |\n|---|---:|\n| A | 12 |\n| B | 7 |\n"},
		{"under its caption", "Table: Beds\nWard\tBeds\nA\t12", "Table: Beds\n| Ward | Beds |\n|---|---:|\n| A | 12 |"},
		{"with empty cells", "Table: T\n\nWard\tBeds\tNote\nA\t\tshut\nB\t7\t\n", "Table: T\n\n| Ward | Beds | Note |\n|---|---:|---|\n| A |  | shut |\n| B | 7 |  |\n"},
		{"with its caption below", "Ward\tBeds\nA\t12\n\nTable: Beds", "| Ward | Beds |\n|---|---:|\n| A | 12 |\n\nTable: Beds"},
		{"the caption of the next", "Ward\tBeds\nA\t12\n\nTable: B\n\na\tb\nc\td", "Ward\tBeds\nA\t12\n\nTable: B\n\n| a | b |\n|---|---|\n| c | d |"},
		{"with bars and amounts", "Table: T\n\nWard\tCost\nA|B\t£1,200.50\nC\t-3%\n", "Table: T\n\n| Ward | Cost |\n|---|---:|\n| A\\|B | £1,200.50 |\n| C | -3% |\n"},
		{"and text after it", "Table: T\n\na\tb\nc\td\n\nMore.", "Table: T\n\n| a | b |\n|---|---|\n| c | d |\n\nMore."},

		{"subscripts", "H~2~O and CO~2~", "H₂O and CO₂"},
		{"superscripts", "5 m^2^ and 10^3^", "5 m² and 10³"},
		{"ordinals", "the 1^st^ and 2^nd^", "the 1st and 2nd"},

		{"a picture with a blank", "![Ward](pictures/our ward.png)", "![Ward](<pictures/our ward.png>)"},
		{"two blanks and a bracket", "![Ward](our new ward (1).jpg)", "![Ward](<our new ward (1).jpg>)"},
		{"with a title", "![Ward](our ward.png \"At home\")", "![Ward](<our ward.png> \"At home\")"},
		{"with a title in single marks", "![Ward](our ward.png 'At home')", "![Ward](<our ward.png> 'At home')"},
		{"a backslash of Windows", "![Ward](pictures\\our ward.png)", "![Ward](<pictures/our ward.png>)"},
		{"curly quotes round a path", "![Ward](“pictures/ward.png”)", "![Ward](pictures/ward.png)"},
		{"an address with a blank", "[Plan](https://a.scot/our plan.pdf)", "[Plan](<https://a.scot/our%20plan.pdf>)"},
		{"a blank before an address", "[Plan] (https://a.scot/plan.pdf)", "[Plan](https://a.scot/plan.pdf)"},
		{"a size behind a picture", "![Ward](ward.png){width=50}", "![Ward](ward.png)"},
		{"a side behind a size in another form", "![Ward](ward.png){.left width=8cm}", "![Ward](ward.png){.left}"},
		{"a size in another form", "![Ward](my ward.png){ #fig:x .wide width=\"8cm\" }", "![Ward](<my ward.png>)"},

		{"prose in brackets", "[sic] (as they said) and [a](b c)", ""},
		{"an address that is whole", "[Plan](https://a.scot/plan.pdf \"The plan\") ![x](<a b.png>)", ""},
		{"about", "~5 people, a ~ b, ~~gone~~, x^y", ""},
		{"a letter below", "x~i~ and e^x^", ""},
		{"what the font lacks", "10^-3^ and 10^90^", ""},
		{"bullets in a line", "Adults • Children • Carers", ""},
		{"a bullet after a word", "A·B", ""},
		{"the letter o as a word", "o one", ""},
		{"tabs without a caption", "Ward\tBeds\nA\t12", ""},
		{"one line of tabs", "Table: T\n\nWard\tBeds\n", ""},
		{"a dash", "– as they said\n— and more", ""},
		{"code", "```\n•\tone\nH~2~O\n```\n", ""},
		{"nothing", "Nothing to do here.\n\n- one\n", ""},
	} {
		text := yamlpos.NewText(c.pasted, source.Position{File: "n.yaml", Line: 10, Column: 5})
		want := c.want
		if want == "" {
			want = c.pasted
		}
		got, reported := Repair(text)
		if got.Markdown != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got.Markdown, want)
		}
		if sized := strings.Contains(c.pasted, "width"); sized != (len(reported) == 1) {
			t.Errorf("%s: told %v", c.name, reported)
		}
		again, _ := Repair(got)
		if again.Markdown != got.Markdown {
			t.Errorf("%s: mended twice it is %q", c.name, again.Markdown)
		}
	}
}

// A word is after repairing where it was in the file.
func TestRepairKeepsPositions(t *testing.T) {
	for _, pasted := range []string{
		"•\tone MARK\n•\ttwo", "•\tone\n•\tMARK", "•\tone\n\to\ttwo £ MARK x", "Table: T\n\na\tb\nc\tMARK", "Table: T\n\na\tb\nc\td\n\nMARK", "H~2~O MARK", "![a](b c.png)\n\nMARK", "![a](b c.png){width=3}\n\nx MARK",
	} {
		before := yamlpos.NewText(pasted, source.Position{File: "n.yaml", Line: 10, Column: 5})
		after, _ := Repair(before)
		if after.Markdown == pasted {
			t.Errorf("%q isn't mended", pasted)
		}
		want, got := before.At(strings.Index(pasted, "MARK")), after.At(strings.Index(after.Markdown, "MARK"))
		if got != want {
			t.Errorf("%q: MARK is at %v; it stood at %v", pasted, got, want)
		}
	}
}

// A text that is made to be slow is repaired as fast as any other of its length. The
// bound is far above what it takes, and far below what squares take.
func TestRepairIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: texts of 200,000 bytes")
	}
	for _, s := range []string{"•\t", "![", "![a](b ", "[a](https://a ", "x~2", "a\tb\n", "Table: T\n\na\tb\n", "Table: a\tb\n", "o\n", "\t", "`", "```\n"} {
		began := time.Now()
		Repair(yamlpos.NewText(strings.Repeat(s, 200_000/len(s)), source.Position{File: "n.yaml", Line: 1, Column: 1}))
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%q takes %v", s, took)
		}
	}
}
