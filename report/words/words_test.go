package words

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"apr/internal/project"
	"apr/internal/rounds"
)

// kept has the workbooks and accounts of the projects that tests load again and again.
var kept = sync.OnceValue(project.NewCache)

func load(t testing.TB, dir string) *project.Project {
	t.Helper()
	r, err := project.Load(context.Background(), project.Options{Dir: dir, Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC), Cache: kept()})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func sendAll(t testing.TB, r *project.Project) []byte {
	t.Helper()
	all, err := r.Written()
	if err != nil {
		t.Fatal(err)
	}
	data, err := Out(r, Outgoing{Title: "Texts", Texts: all})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// What comes back as it went out changes nothing, whatever the example has in it.
func TestTheExampleComesBackUnchanged(t *testing.T) {
	r := load(t, filepath.FromSlash("../../examples/carrickmoor"))
	data := sendAll(t, r)
	if p := os.Getenv("APR_KEEP"); p != "" {
		_ = os.WriteFile(p, data, 0o666)
	}
	back, err := In(r, "texts.docx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	all, _ := r.Written()
	if len(back.Texts) != len(all) {
		t.Errorf("%d texts of %d came back", len(back.Texts), len(all))
	}
	for _, x := range back.Texts {
		if x.State != Unchanged || len(x.Figures) > 0 {
			t.Errorf("%s is %s: %q %+v", x.Key, x.State, x.Differences, x.Figures)
		}
	}
	if len(back.Losses) > 0 {
		t.Errorf("lost: %+v", back.Losses)
	}
}

// parts are those of a Word file.
func parts(t testing.TB, data []byte) (names []string, text map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	text = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		text[f.Name] = string(b)
	}
	return names, text
}

// edited is a Word file with its main part changed as Word would save it.
func edited(t testing.TB, data []byte, edit func(main string) string) []byte {
	t.Helper()
	names, text := parts(t, data)
	text["word/document.xml"] = edit(text["word/document.xml"])
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, n := range names {
		w, err := z.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text[n]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// small is a project with a few texts.
func small(t testing.TB, narrative string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"apr.yaml": "authority: {name: Falkirk}\nyear: 2025/26\n", "narrative/regulation-5.yaml": narrative,
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const narrative = `# Best value
assessment: |   # the board's
  In {{ year }} we bought **well**, and
  say so.[^a] <!-- no claim: a remark -->

  - one
  - two
    - deeper

  > We bought well.
  >
  > — the auditor

  Table: What it cost

  | Thing | Cost |
  |---|---:|
  | Beds | 12 |

  [^a]: Of the year {{ year }}.

# between
contribution: The planning helped.
efficiencies: |
  None were found.
`

// takeIn reads a file back and writes what is clean; it gives the texts by their keys
// and the narrative as it is then.
func takeIn(t testing.TB, dir string, data []byte, opts Options) (map[string]Text, string) {
	t.Helper()
	r := load(t, dir)
	back, err := In(r, "back.docx", data, opts)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write(r, back.Texts, nil); err != nil {
		t.Fatal(err)
	}
	texts := map[string]Text{}
	for _, x := range back.Texts {
		texts[x.Key] = x
	}
	now, err := os.ReadFile(filepath.Join(dir, "narrative", "regulation-5.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return texts, string(now)
}

// An edit in Word changes its paragraph, and no byte elsewhere.
func TestOneEdit(t *testing.T) {
	for _, c := range rounds.Few(t, []struct{ name, from, to, was, is string }{
		{"words", "None were found", "Two were found", "None were found", "Two were found"},
		{"runs that Word has split", "None were found.", `None w</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>ere lost.`, "None were found.", "None were lost."},
		{"an item", ">two<", ">three<", "- two", "- three"},
		{"a cell", ">12<", ">13<", "| Beds | 12 |", "| Beds | 13 |"},
		{"a quotation", "We bought well.", "We bought badly.", "> We bought well.", "> We bought badly."},
		{"a text in one line", "The planning helped.", "It didn't.", "The planning helped.", "It didn't."},
		{"a smart tag", ">None were found.<", `>None </w:t></w:r><w:smartTag w:element="x"><w:r><w:t>came.</w:t></w:r></w:smartTag><w:r><w:t><`, "None were found.", "None came."},
		{"tracked", ">None were found.<", `>None </w:t></w:r><w:del w:id="900" w:author="A"><w:r><w:delText>were found</w:delText></w:r></w:del><w:ins w:id="901" w:author="B"><w:r><w:t>came</w:t></w:r></w:ins><w:r><w:t>.<`, "None were found.", "None came."},
	}) {
		t.Run(c.name, func(t *testing.T) {
			dir := small(t, narrative)
			data := edited(t, sendAll(t, load(t, dir)), func(main string) string {
				if strings.Count(main, c.from) < 1 {
					t.Fatalf("the file lacks %q", c.from)
				}
				i := strings.LastIndex(main, c.from)
				return main[:i] + c.to + main[i+len(c.from):]
			})
			texts, now := takeIn(t, dir, data, Options{})
			want := strings.Replace(narrative, c.was, c.is, 1)
			if now != want {
				t.Errorf("%+v\ngot\n%s", texts, now)
			}
		})
	}
}

// Signs of ratings go out and come back as the characters that were written, those of
// a paragraph that was edited too.
func TestSignsStay(t *testing.T) {
	const text = "assessment: |\n  Beds 🟢\ufe0f are on track ✔.\n\n  | Goal | Rating |\n  |---|---|\n  | Care | ★★☆ ⬆ |\n\n  Homes ✗ are late 🔴.\n"
	dir := small(t, text)
	sent := sendAll(t, load(t, dir))
	if texts, now := takeIn(t, dir, sent, Options{}); now != text || texts["regulation-5.assessment"].State != Unchanged {
		t.Errorf("%+v, now\n%s", texts, now)
	}
	back := edited(t, sent, func(main string) string { return strings.Replace(main, "are late 🔴", "are early 🔴", 1) })
	if _, now := takeIn(t, dir, back, Options{}); now != strings.Replace(text, "are late", "are early", 1) {
		t.Errorf("edited:\n%s", now)
	}
}

// Only the changes of those who are accepted are taken.
func TestAccept(t *testing.T) {
	dir := small(t, narrative)
	data := edited(t, sendAll(t, load(t, dir)), func(main string) string {
		return strings.Replace(main, ">None were found.<", `>None were found</w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t> here</w:t></w:r></w:ins><w:ins w:id="2" w:author="B"><w:r><w:t> or there</w:t></w:r></w:ins><w:r><w:t>.<`, 1)
	})
	if _, now := takeIn(t, dir, data, Options{Accept: []string{"A"}}); now != strings.Replace(narrative, "were found.", "were found here.", 1) {
		t.Errorf("got\n%s", now)
	}
}

// A paragraph that both sides changed is a conflict, kept until somebody says whose
// words stand; others are merged.
func TestConflict(t *testing.T) {
	dir := small(t, narrative)
	data := edited(t, sendAll(t, load(t, dir)), func(main string) string {
		return strings.Replace(strings.Replace(main, "None were found", "Two were found", 1), ">two<", ">three<", 1)
	})
	file := filepath.Join(dir, "narrative", "regulation-5.yaml")
	here := strings.NewReplacer("None were found", "Ten were found", "say so.", "say it.").Replace(narrative)
	if err := os.WriteFile(file, []byte(here), 0o666); err != nil {
		t.Fatal(err)
	}
	texts, now := takeIn(t, dir, data, Options{})
	if x := texts["regulation-5.efficiencies"]; x.State != Conflict || len(x.Conflicts) != 1 || x.Conflicts[0] != (Clash{"Ten were found.", "Two were found."}) {
		t.Errorf("%+v", x)
	}
	if x := texts["regulation-5.assessment"]; x.State != Both {
		t.Errorf("%+v", x)
	}
	if want := strings.Replace(here, "- two", "- three", 1); now != want {
		t.Errorf("got\n%s", now)
	}
	if _, now := takeIn(t, dir, data, Options{Side: Theirs}); !strings.Contains(now, "Two were found") || strings.Contains(now, "Ten") {
		t.Errorf("the file's words don't stand:\n%s", now)
	}
}

// A figure that was retyped keeps its reference; both values are told.
func TestFiguresStayBound(t *testing.T) {
	dir := small(t, narrative)
	sent := sendAll(t, load(t, dir))
	retyped := edited(t, sent, func(main string) string {
		return strings.Replace(main, ">2025/26</w:t></w:r></w:sdtContent>", ">2024/25</w:t></w:r></w:sdtContent>", 1)
	})
	texts, now := takeIn(t, dir, retyped, Options{})
	want := FigureChange{"{{ year }}", "2025/26", "2024/25", true}
	if x := texts["regulation-5.assessment"]; len(x.Figures) != 1 || x.Figures[0] != want || now != narrative {
		t.Errorf("%+v\n%s", x.Figures, now)
	}
	control := regexp.MustCompile(`<w:bookmarkStart[^>]*_1"/><w:sdt>.*?<w:sdtContent>(<w:r>.*?</w:r>)</w:sdtContent></w:sdt><w:bookmarkEnd [^>]*>`)
	for typed, told := range map[string]int{"2025/26": 0, "2023/24": 1} {
		pasted := edited(t, sent, func(main string) string {
			i := strings.Index(main, narrativeStart)
			return main[:i] + control.ReplaceAllString(main[i:], `<w:r><w:t>`+typed+`</w:t></w:r>`)
		})
		back, err := In(load(t, dir), "back.docx", pasted, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range back.Texts {
			if x.Key == "regulation-5.assessment" && (len(x.Figures) != told || told == 1 && x.Figures[0].Typed != typed) {
				t.Errorf("typed %s: %+v", typed, x)
			}
		}
	}
}

const narrativeStart = ">In <"

// What a text says of places of the report stays in it: tables, references, links and
// the anchors of headings and captions, also where somebody edits beside them and another
// program has made a link to a bookmark of the link.
func TestPlacesStay(t *testing.T) {
	text := `assessment: |
  We bought as {{ ref "costs" }} and [the plan](#plan) say.

  {{ table "costs" }}

  ### The plan {#plan}

  Table: Beds {#beds}

  | Ward | Beds |
  |---|---:|
  | North | 12 |
`
	dir := small(t, text)
	for name, add := range map[string]string{"apr.yaml": "authority: {name: Falkirk}\nyear: 2025/26\ntables: [{id: costs, title: Costs, file: costs.csv}]\n", "costs.csv": "Thing,Cost\nBeds,12\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(add), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	sent := sendAll(t, load(t, dir))
	if _, now := takeIn(t, dir, sent, Options{}); now != text {
		t.Errorf("untouched it is\n%s", now)
	}
	link := regexp.MustCompile(`<w:hyperlink r:id="[^"]*"( [^>]*)>(<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t[^>]*>the plan)`)
	back := edited(t, sent, func(main string) string {
		main = strings.Replace(main, ">We bought as ", ">We chose as ", 1)
		main = strings.Replace(main, ">The plan {#plan}", ">Our plan {#plan}", 1)
		main = strings.Replace(main, ">Beds {#beds}", ">Beds by ward {#beds}", 1)
		if !link.MatchString(main) {
			t.Fatal("the link isn't there")
		}
		return link.ReplaceAllString(main, `<w:hyperlink w:anchor="plan"$1>$2`)
	})
	want := strings.NewReplacer("We bought as", "We chose as", "### The plan", "### Our plan", "Table: Beds", "Table: Beds by ward").Replace(text)
	if _, now := takeIn(t, dir, back, Options{}); now != want {
		t.Errorf("got\n%s\nwant\n%s", now, want)
	}
}

// Without controls and the part that nobody sees, the bookmarks say which text is which,
// and without those the key lines.
func TestIdentity(t *testing.T) {
	dir := small(t, narrative)
	data := edited(t, sendAll(t, load(t, dir)), func(main string) string {
		main = regexp.MustCompile(`<w:tag [^>]*>`).ReplaceAllString(main, "")
		return strings.Replace(main, "None were found", "Two were found", 1)
	})
	want := strings.Replace(narrative, "None were found", "Two were found", 1)
	if _, now := takeIn(t, dir, data, Options{}); now != want {
		t.Errorf("by bookmarks: got\n%s", now)
	}
	dir = small(t, narrative)
	data = edited(t, data, func(main string) string {
		return regexp.MustCompile(`<w:bookmark(Start|End) [^>]*>`).ReplaceAllString(main, "")
	})
	if _, now := takeIn(t, dir, data, Options{}); now != want {
		t.Errorf("by key lines: got\n%s", now)
	}
}

// Whatever is written comes back as it was: for random texts, no byte changes; where a
// word is changed in Word, that text alone is another.
func TestRandomTextsComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 9))
	blocks := []string{
		"Plain words, {{ year }} and more.", "**Bold** and *stressed*, `code` & [a link](https://example.org/a_b).", "- one\n- two\n\n  more\n- three", "1. first\n2. second\n   - inner",
		"> Said.\n>\n> — somebody", "### A heading", "#### Below it", "Table: Of it\n\n| a | b |\n|---|---:|\n| x \\| y | 2 |", "[Slàinte mhath]{lang=gd} to all.",
		"::: {lang=gd}\nAon.\n\nDhà.\n:::", "Term\n:   what it means", "Lines\\\nthat break.", "    kept as\n    it is", "<!-- a remark -->", "With a note.[^n]\n\n[^n]: The note of {{ year }}.", "1\\. no list, \\# no heading, a\\*b, 5 < 6, {x} and \\{{ y",
		"::: {.spotlight title=\"Link \\\"workers\\\"\"}\nOne of\nthem.\n\n- a\n- b\n:::", "::: tiles\n- {{ year }} of it\n- **1,240** people. Source: us\n:::",
		"::: {.quotation by=\"somebody\" lang=gd}\nThuirt.\n:::", "::: you-said-we-did\nYou said.\n\nWe did.\n:::",
		"***", "* star\n* list", "Soft\nline\nends.",
	}
	for range rounds.Of(t, 40) {
		var text strings.Builder
		noted := false
		for range 1 + r.IntN(6) {
			b := blocks[r.IntN(len(blocks))]
			if strings.Contains(b, "[^n]") {
				if noted {
					continue
				}
				noted = true
			}
			text.WriteString(b + "\n\n")
		}
		was := "assessment: |\n  Begins. " + strings.ReplaceAll(strings.TrimRight(text.String(), "\n"), "\n", "\n  ") + "\ncontribution: Unicorn words.\n"
		if strings.Contains(was, "Begins. -") || strings.Contains(was, "Begins.     ") {
			continue
		}
		dir := small(t, was)
		sent := sendAll(t, load(t, dir))
		if texts, now := takeIn(t, dir, sent, Options{}); now != was {
			t.Fatalf("%+v\nwas\n%s\nis\n%s", texts["regulation-5.assessment"].Differences, was, now)
		}
		changed := edited(t, sent, func(main string) string { return strings.Replace(main, "Unicorn", "Other", 1) })
		if _, now := takeIn(t, dir, changed, Options{}); now != strings.Replace(was, "Unicorn", "Other", 1) {
			t.Fatalf("was\n%s\nis\n%s", was, now)
		}
	}
}
