package words

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"apr/internal/project"
	"apr/report/words/docx"
)

// toolsVariable names the folder with the checkers, as for the tests of report/render:
// where it is set, other programs edit what went out, and each has to be installed.
const toolsVariable = "APR_A11Y_TOOLS"

// python is a Python that has a module, Debian's own where another is first on the path.
func python(t *testing.T, module, debian string) string {
	t.Helper()
	for _, path := range []string{"python3", "/usr/bin/python3"} {
		try := exec.Command(path, "-c", "import "+module)
		try.Dir = t.TempDir() // a folder here is called docx, too
		if try.Run() == nil {
			return path
		}
	}
	t.Fatalf("%s is set, and no python3 has %s (Debian: %s)", toolsVariable, module, debian)
	return ""
}

// askedFor skips a test with another program where checkers aren't wanted.
func askedFor(t *testing.T, name string) {
	t.Helper()
	if os.Getenv(toolsVariable) == "" {
		t.Skipf("not edited by %s: %s isn't set", name, toolsVariable)
	}
}

func run(t *testing.T, name string, args ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.WaitDelay = time.Second
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// What people write in LibreOffice, with changes tracked and comments, comes back: each
// edit in its text and nowhere else, whether the file was saved as a Word document all
// along or was an OpenDocument text on the way.
func TestLibreOfficeEdits(t *testing.T) {
	askedFor(t, "LibreOffice")
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatalf("%s is set, and there is no soffice (Debian: libreoffice-writer-nogui)", toolsVariable)
	}
	command := python(t, "uno", "python3-uno")
	folder := t.TempDir()
	sent := filepath.Join(folder, "sent.docx")
	open := project.Comment{ID: "c1", Text: "regulation-5.assessment", On: "say so", Author: "Sam Boyd", Date: "2026-07-18 09:00", Says: "Who does?\nAnd when?",
		Replies: []project.Reply{{Author: "Kit Low", Date: "2026-07-18 10:00", Says: "The board."}}}
	r := load(t, small(t, narrative))
	all, err := r.Written()
	if err != nil {
		t.Fatal(err)
	}
	out, err := Out(r, Outgoing{Title: "Texts", Texts: all, Comments: []project.Comment{open}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(sent, out, 0o666); err != nil {
		t.Fatal(err)
	}
	run(t, command, filepath.FromSlash("testdata/libreoffice.py"), office, sent, folder)
	edits := strings.NewReplacer("None were found", "Two were found", "- two", "- three").Replace(narrative)
	for name, want := range map[string]string{"untouched.docx": narrative, "edited.docx": edits, "odt.docx": edits} {
		t.Run(name, func(t *testing.T) {
			dir := small(t, narrative)
			data := read(t, filepath.Join(folder, name))
			texts, now := takeIn(t, dir, data, Options{})
			if now != want {
				t.Errorf("got\n%s\n%+v", now, texts)
			}
			for key, x := range texts {
				if len(x.Figures) > 0 || x.State == Missing || x.State == New {
					t.Errorf("%s: %s, %+v", key, x.State, x.Figures)
				}
			}
			back, err := In(load(t, dir), name, data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			came := newComments(t, back, open)
			if name == "untouched.docx" {
				if len(came) > 0 {
					t.Errorf("nobody wrote %+v", came)
				}
				return
			}
			if !slices.ContainsFunc(back.Changes, func(c docx.Change) bool {
				return c.Author == "Ailsa Kinnear" && c.What == "inserted" && strings.Contains(c.Text, "Two")
			}) {
				t.Errorf("the tracked change isn't told: %+v", back.Changes)
			}
			want := project.Comment{Text: "regulation-5.contribution", On: "The planning helped", Author: "Ailsa Kinnear", Says: "How did it help?"}
			if len(came) != 1 {
				t.Fatalf("%d new comments: %+v", len(came), back.Comments)
			}
			got := came[0]
			if got.Text != want.Text || got.On != want.On || got.Author != want.Author || got.Says != want.Says {
				t.Errorf("%+v; want %+v", got, want)
			}
			nobody, err := In(load(t, small(t, narrative)), name, data, Options{Accept: []string{"Sam Boyd"}})
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range nobody.Texts {
				if x.State != Unchanged {
					t.Errorf("%s is %s where nobody's changes are taken: %q", x.Key, x.State, x.Differences)
				}
			}
		})
	}
}

// newComments are those of a file that weren't in the project when it went out.
func newComments(t *testing.T, back *Returned, open project.Comment) (out []project.Comment) {
	t.Helper()
	dir := small(t, narrative)
	kept, err := load(t, dir).ReadComments()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := kept.Take([]project.Comment{open}, time.Time{}); err != nil {
		t.Fatal(err)
	}
	if err := Keep(kept, []*Returned{back}, nil, time.Time{}); err != nil {
		t.Fatal(err)
	}
	for _, c := range back.Comments {
		if c.What != project.CommentKnown {
			out = append(out, c.Comment)
		}
	}
	return out
}

// The same of python-docx.
func TestPythonEdits(t *testing.T) {
	askedFor(t, "python-docx")
	command := python(t, "docx", "python3-docx")
	dir := small(t, narrative)
	folder := t.TempDir()
	sent, edited := filepath.Join(folder, "sent.docx"), filepath.Join(folder, "edited.docx")
	if err := os.WriteFile(sent, sendAll(t, load(t, dir)), 0o666); err != nil {
		t.Fatal(err)
	}
	run(t, command, filepath.FromSlash("testdata/pythondocx.py"), sent, edited)
	want := strings.NewReplacer("None were found.", "Two were found.\n\n  Both were new.", "| Beds | 12 |", "| Beds | 12 |\n  | Chairs | 30 |").Replace(narrative)
	if texts, now := takeIn(t, dir, read(t, edited), Options{}); now != want {
		t.Errorf("got\n%s\n%+v", now, texts)
	}
}
