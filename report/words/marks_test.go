package words

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/project/prose"
	"apr/internal/rounds"
	"apr/internal/yamlpos"
)

func TestMarksStandAtLetters(t *testing.T) {
	text := func(s string) document.Inline { return &document.Text{Text: s} }
	bold := func(is ...document.Inline) document.Inline { return &document.Strong{Content: is} }
	ital := func(is ...document.Inline) document.Inline { return &document.Emphasis{Content: is} }
	link := func(is ...document.Inline) document.Inline {
		return &document.Link{URL: "https://a.scot/", Content: is}
	}
	for _, c := range []struct {
		is   document.Inlines
		want string
	}{
		{document.Inlines{text("It was"), bold(text(" very")), text(" good.")}, "It was **very** good."},
		{document.Inlines{text("It was"), ital(text(" very ")), text("good.")}, "It was *very* good."},
		{document.Inlines{text("It was"), bold(ital(text(" very"))), text(" good.")}, "It was ***very*** good."},
		{document.Inlines{text("It was"), bold(text(" ")), text("good.")}, "It was good."},
		{document.Inlines{bold(text("a")), text(" "), bold(text("b"))}, "**a** **b**"},
		{document.Inlines{bold(text("a")), bold(text(" ")), bold(text("b"))}, "**a b**"},
		{document.Inlines{text("see"), link(text(" this ")), text("page")}, "see [this](https://a.scot/) page"},
		{document.Inlines{text("see"), link(bold(text(" this")), text(" page"))}, "see [**this** page](https://a.scot/)"},
		{document.Inlines{text("Look!"), link(text("here"))}, `Look\![here](https://a.scot/)`},
		{document.Inlines{text("It was"), bold(text("\tvery")), text("\u00a0good.")}, "It was **very**\u00a0good."},
		{document.Inlines{text("It was"), bold(text("\u00a0very\u00a0")), text("good.")}, "It was\u00a0**very**\u00a0good."},
		{document.Inlines{bold(text("a")), ital(text("b"))}, "**a**_b_"},
		{document.Inlines{bold(text("a")), ital(text("b")), text("c")}, "**a**bc"},
		{document.Inlines{bold(text("a "), ital(text("b"))), ital(text(" c"))}, "**a *b*** *c*"},
		{document.Inlines{text("x"), bold(text("(a)")), text("y")}, "x(a)y"},
		{document.Inlines{bold(text("a")), &document.LineBreak{}, bold(text(" b"))}, "**a**\\\n**b**"},
		{document.Inlines{text("of"), bold(&document.Datum{ID: `{{ value "NI12" }}`}), text(" it")}, `of{{ value "NI12" }} it`},
		{document.Inlines{text("of "), bold(&document.Datum{ID: `{{ value "NI12" }}`}), text(" it")}, `of **{{ value "NI12" }}** it`},
	} {
		if got := (&inlineWriter{}).line(c.is); got != c.want {
			t.Errorf("%s is %q, want %q", show(c.is), got, c.want)
		}
	}
}

func show(is document.Inlines) string {
	var b strings.Builder
	for _, r := range looks(is) {
		fmt.Fprintf(&b, "%c%v%v ", r.r, r.bold, r.ital)
	}
	return b.String()
}

// looks are the letters of a line and how each looks.
func looks(is document.Inlines) []letter {
	w := &inlineWriter{}
	w.all(is)
	var out []letter
	for _, p := range w.pieces {
		for _, r := range p.text {
			l := letter{r: r, bold: p.bold, ital: p.ital}
			if r == ' ' || r == '\u00a0' {
				l = letter{r: r}
			}
			out = append(out, l)
		}
	}
	return out
}

// Whatever runs a line has, no blank and no letter of it goes or comes, and where marks
// begin and end at blanks each letter looks as it did.
func TestRunsKeepTheirBlanksAndLooks(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 4))
	blanks := []string{"", "", " ", " ", "  ", "\t", "\u00a0", " \u00a0 "}
	words := []string{"very", "good", "a", "(so)", "52%", "it's", "end.", "a*b", "_x_", "[y]", "“said”", "Look!"}
	for range rounds.Of(t, 4000) {
		apart := r.IntN(2) == 0
		var is document.Inlines
		for range 1 + r.IntN(6) {
			core := words[r.IntN(len(words))]
			if r.IntN(4) == 0 {
				core += blanks[r.IntN(len(blanks))] + words[r.IntN(len(words))]
			}
			before, after := blanks[r.IntN(len(blanks))], blanks[r.IntN(len(blanks))]
			if apart && before == "" {
				before = " "
			}
			text := before + core + after
			if r.IntN(5) == 0 {
				text = blanks[2+r.IntN(len(blanks)-2)]
			}
			var i document.Inline = &document.Text{Text: text}
			if r.IntN(3) == 0 {
				i = &document.Emphasis{Content: document.Inlines{i}}
			}
			if r.IntN(3) == 0 {
				i = &document.Strong{Content: document.Inlines{i}}
			}
			if r.IntN(5) == 0 {
				i = &document.Link{URL: "https://a.scot/x_(y)", Content: document.Inlines{i}}
			}
			is = append(is, i)
		}
		md := (&inlineWriter{}).line(is)
		read, problems := prose.Line(yamlpos.NewText(md, yamlpos.Text{}.Position), prose.Options{})
		want := strings.Trim(strings.ReplaceAll(is.String(), "\t", " "), " ")
		if got := strings.Trim(read.String(), " "); got != want || len(problems) > 0 {
			t.Fatalf("%s\nis %q\nread %q\nwant %q %v", show(is), md, got, want, problems)
		}
		if !apart {
			continue
		}
		trim := func(ls []letter) []letter {
			for len(ls) > 0 && ls[0].r == ' ' {
				ls = ls[1:]
			}
			for len(ls) > 0 && ls[len(ls)-1].r == ' ' {
				ls = ls[:len(ls)-1]
			}
			return ls
		}
		if got, want := trim(looks(read)), trim(looks(is)); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%s\nis %q\nread %s", show(is), md, show(read))
		}
	}
}

// The runs of a Word file come back as they were typed.
func TestRunsOfAFileKeepTheirBlanks(t *testing.T) {
	dir := small(t, "contribution: It helped.\n")
	sent := sendAll(t, load(t, dir))
	run := func(props, text string) string {
		return `<w:r><w:rPr>` + props + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	data := edited(t, sent, func(main string) string {
		at := strings.LastIndex(main, "It helped.")
		return main[:at] + "It was</w:t></w:r>" + run("<w:b/>", " very") + run("", " good.") + run("<w:i/>", "\u00a0And") + run("<w:b/>", " ") + run("", "more") + `<w:r><w:t xml:space="preserve">` + main[at+len("It helped."):]
	})
	back, err := In(load(t, dir), "back.docx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range back.Texts {
		if want := "It was **very** good.\u00a0*And* more"; x.State == Changed && strings.TrimSpace(x.Markdown) != want {
			t.Errorf("it is %q, want %q", x.Markdown, want)
		} else if x.State == Changed {
			return
		}
	}
	t.Errorf("nothing changed")
}

// A line isn't broken where there are several blanks, which would be a break of its own.
func TestLinesAreNotBrokenAtSeveralBlanks(t *testing.T) {
	for _, text := range []string{"aaaa bbbb   cccc dddd", "aaaa   bbbb", "a  b  c  d  e  f"} {
		for width := 1; width < 20; width++ {
			if got := wrap(text, width); strings.ReplaceAll(got, "\n", " ") != text || strings.Contains(got, " \n") {
				t.Errorf("%q is %q", text, got)
			}
		}
	}
}
