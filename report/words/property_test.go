package words

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"apr/internal/rounds"
)

// edits are what people do to a paragraph that has a word: the file's XML before and
// after, and the text's Markdown.
var edits = []struct {
	name    string
	xml, md func(word string) (from, to string)
}{
	{"another word",
		func(w string) (string, string) { return w, w + "ed" },
		func(w string) (string, string) { return w, w + "ed" }},
	{"tracked", func(w string) (string, string) {
		return w, w + `</w:t></w:r><w:del w:id="910" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del><w:ins w:id="911" w:author="A"><w:r><w:t xml:space="preserve"> and more</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">`
	}, func(w string) (string, string) { return w, w + " and more" }},
	{"split and marked by the spelling checker", func(w string) (string, string) {
		return w, w[:2] + `</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD"><w:t>` + w[2:] + `s</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve">`
	}, func(w string) (string, string) { return w, w + "s" }},
	{"a paragraph more", func(w string) (string, string) {
		return w + ".</w:t></w:r></w:p>", w + `.</w:t></w:r></w:p><w:p w:rsidR="00AB12CD"><w:r><w:t>New here.</w:t></w:r></w:p>`
	}, func(w string) (string, string) { return w + ".", w + ".\n\n    New here." }},
	{"a comment", func(w string) (string, string) {
		return w, `</w:t></w:r><w:commentRangeStart w:id="900"/><w:r><w:t>` + w + `</w:t></w:r><w:commentRangeEnd w:id="900"/><w:r><w:commentReference w:id="900"/></w:r><w:r><w:t xml:space="preserve">`
	}, func(w string) (string, string) { return "", "" }},
}

// Whatever a narrative holds, what comes back untouched changes no byte of the project,
// and with edits in some texts exactly those change, by what was edited.
func TestRandomEditsChangeTheirTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	blocks := []string{
		"**Bold** in {{ year }}.", "- one\n- two\n  1. in\n  2. it", "> Said.\n>\n> — somebody", "### Head", "| a | b |\n|---|---:|\n| x | 2 |", "[Slàinte]{lang=gd}.", "<!-- a remark -->", "Soft\nline\nends.", "::: {.case-study title=\"Home\"}\nShe went.\n:::",
	}
	const spec = "# Top\nsections:\n"
	for round := range rounds.Of(t, 30) {
		var b strings.Builder
		b.WriteString(spec)
		n := 2 + r.IntN(5)
		for i := range n {
			fmt.Fprintf(&b, "  - title: Part %d   # number %d\n    text: |\n", i, i)
			var texts []string
			for range r.IntN(4) {
				texts = append(texts, blocks[r.IntN(len(blocks))])
			}
			texts = slices.Insert(texts, r.IntN(len(texts)+1), fmt.Sprintf("Here word%d.", i))
			b.WriteString("      " + strings.ReplaceAll(strings.Join(texts, "\n\n"), "\n", "\n      ") + "\n")
		}
		was := strings.ReplaceAll(b.String(), "      \n", "\n")
		dir := regulation10(t, was)
		sent := sendAll(t, load(t, dir))
		if _, now := takeIn10(t, dir, sent); now != was {
			t.Fatalf("round %d: without an edit was\n%s\nis\n%s", round, was, now)
		}
		want := was
		changed := map[string]bool{}
		data := edited(t, sent, func(main string) string {
			for i := range n {
				if r.IntN(2) == 0 {
					continue
				}
				e := edits[r.IntN(len(edits))]
				word := fmt.Sprintf("word%d", i)
				from, to := e.xml(word)
				if at := strings.LastIndex(main, from); at >= 0 {
					main = main[:at] + to + main[at+len(from):]
				} else {
					t.Fatalf("the file lacks %q", from)
				}
				from, to = e.md(word)
				want = strings.Replace(want, from, strings.ReplaceAll(to, "\n    ", "\n      "), 1)
				changed[fmt.Sprintf("regulation-10.sections[%d].text", i)] = from != to
			}
			return main
		})
		back, now := takeIn10(t, dir, data)
		for _, x := range back.Texts {
			if got := x.State == Changed; got != changed[x.Key] || x.State != Changed && x.State != Unchanged {
				t.Fatalf("round %d: %s is %s: %q\n%s", round, x.Key, x.State, x.Differences, was)
			}
		}
		if now != want {
			t.Fatalf("round %d: want\n%s\nis\n%s", round, want, now)
		}
	}
}

// regulation10 is a project with texts of its own kind.
func regulation10(t testing.TB, narrative string) string {
	t.Helper()
	dir := small(t, "contribution: It helped.\n")
	if err := os.WriteFile(filepath.Join(dir, "narrative", "regulation-10.yaml"), []byte(narrative), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// takeIn10 takes a file in and gives its narrative as it is then. No other file of the
// project changes.
func takeIn10(t testing.TB, dir string, data []byte) (*Returned, string) {
	t.Helper()
	before := snapshot(t, dir)
	r := load(t, dir)
	back, err := In(r, "back.docx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write(r, back.Texts, nil); err != nil {
		t.Fatal(err)
	}
	after := snapshot(t, dir)
	name := filepath.Join("narrative", "regulation-10.yaml")
	for file, was := range before {
		if file != name && !bytes.Equal(was, after[file]) {
			t.Errorf("%s changed", file)
		}
	}
	if len(before) != len(after) {
		t.Errorf("%d files were %d", len(after), len(before))
	}
	return back, string(after[name])
}

func snapshot(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		all[name], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Whatever Markdown a text is, it comes back as it is, or doesn't go out.
func FuzzOutAndIn(f *testing.F) {
	for _, s := range []string{"Words.", "- a\n\n  b\n- c", "> q\n>\n> — w", "| a |\n|---|\n| b |", "a[^1]\n\n[^1]: n {{ year }}", "{{ year }}{{ year }}", "***a** b*", "Term\n:   x", "1. a\n   - b\n2. c", "![x](pictures/x.png)", "<b>", "\\", "a\\\nb", "### h\n\n##### i", "[x]{lang=gd}"} {
		f.Add(s)
	}
	dir := small(f, "contribution: Short.\n")
	base := load(f, dir)
	written, err := base.Written()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		if len(markdown) > 2000 || strings.ContainsAny(markdown, "\r\u0085\u2028\u2029\ufeff") || strings.ContainsFunc(markdown, func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0xfffd && r <= 0xffff }) {
			t.Skip("no text of a YAML file")
		}
		texts := slices.Clone(written)
		texts[0].Text.Markdown = markdown
		data, err := Out(base, Outgoing{Title: "T", Texts: texts})
		if err != nil {
			return
		}
		back, err := in(base, texts, "back.docx", data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range back.Texts {
			if x.State != Unchanged {
				t.Errorf("%q is %s: %q, written %q", markdown, x.State, x.Differences, x.Markdown)
			}
		}
	})
}
