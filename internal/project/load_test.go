package project

import (
	"context"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/folder"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

var update = flag.Bool("update", false, "write the messages that tests expect")

func projectFS(files []txtar.File) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range files {
		data := string(f.Data)
		if strings.HasSuffix(f.Name, ".escaped") { // bytes that a text file can't show
			data = strings.NewReplacer(`\xff`, "\xff", `\r`, "\r", `\t`, "\t", `\v`, "\v", `\u2028`, "\u2028").Replace(data)
		}
		fsys[strings.TrimSuffix(f.Name, ".escaped")] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

// Each archive of testdata/load is a project with what is wrong with it, whole:
// the comment says what it is about, and "want" holds every message.
func TestLoadReportsEverythingAtOnce(t *testing.T) {
	archives, err := filepath.Glob("testdata/load/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
			if i < 0 {
				t.Fatal("the archive has no file want")
			}
			files := slices.Delete(slices.Clone(a.Files), i, i+1)
			got := messages(t, projectFS(files))
			if *update {
				a.Files[i].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(a.Files[i].Data); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

// messages loads a project and returns everything that is said about it.
func messages(t *testing.T, fsys fs.FS) string {
	t.Helper()
	r, err := Load(context.Background(), Options{Dir: "project", FS: fsys, Today: time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)})
	var input *source.InputError
	switch {
	case errors.As(err, &input):
		return input.Error() + "\n"
	case err != nil:
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range r.Problems {
		b.WriteString("survived: " + p.Error() + "\n")
	}
	return b.String()
}

const smallProject = `authority:
  name: Carrickmoor Integration Joint Board
  area: Carrickmoor
  model: integration-joint-board
  invented: true
year: 2025/26
`

func TestLoadFillsInWhatIsKnownOfAnAuthority(t *testing.T) {
	fsys := fstest.MapFS{"apr.yaml": {Data: []byte("authority: {name: Edinburgh}\nyear: 2025-26\n")}}
	r, err := Load(context.Background(), Options{FS: fsys})
	if err != nil {
		t.Fatal(err)
	}
	a := r.Config.Authority
	if a.Area != "Edinburgh" || a.Model != JointBoard || len(a.Councils) != 1 || a.HealthBoard == "" || len(a.Family) < 2 {
		t.Errorf("got %+v", a)
	}
	if r.Config.Year != 2025 || r.Indicators != nil || r.Account != nil {
		t.Errorf("got %+v", r)
	}
}

func TestLoadKeepsHowValuesAreWritten(t *testing.T) {
	fsys := fstest.MapFS{"apr.yaml": {Data: []byte(smallProject + `publication: {date: 2026-07-31}
strategic_plan: {title: 2023, period: 2023 to 2026}
finance:
  rules:
    - when: {cost_centre: 007}
      service: 1.50
`)}}
	r, err := Load(context.Background(), Options{FS: fsys})
	if err != nil {
		t.Fatal(err)
	}
	p := r.Config
	got := []string{p.Publication.Date, p.StrategicPlan.Title, p.Finance.Rules[0].When["cost_centre"], p.Finance.Rules[0].Service}
	if want := []string{"2026-07-31", "2023", "007", "1.50"}; !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
	for path, want := range map[string]string{
		"publication.date":          "apr.yaml:7:21",
		"publication.copies":        "apr.yaml:7:14", // absent: the mapping
		"finance.rules[0].service":  "apr.yaml:12:16",
		"finance.rules[0].when":     "apr.yaml:11:13",
		"workbook":                  "apr.yaml:1:1",
		"finance.rules[0].nonsense": "apr.yaml:11:7",
	} {
		if got := p.PositionOf(path).String(); got != want {
			t.Errorf("%s is at %s; want %s", path, got, want)
		}
	}
}

func TestLoadListsItsInputs(t *testing.T) {
	fsys := fstest.MapFS{
		"apr.yaml":                     {Data: []byte(smallProject)},
		"narrative/regulation-5.yaml":  {Data: []byte("assessment: |\n  Good.\n")},
		"narrative/opening.yaml":       {Data: nil},
		"narrative/notes.txt":          {Data: []byte("not read")},
		"pictures/a.png":               {Data: []byte("abc")},
		"narrative/.regulation-5.yaml": {Data: []byte("an editor's")},
	}
	r, err := Load(context.Background(), Options{FS: fsys})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.ReadInput("pictures/a.png"); err != nil {
		t.Fatal(err)
	}
	if _, err := r.ReadInput("../a.png"); err == nil {
		t.Error("a path outside the project was read")
	}
	var got []string
	for _, i := range r.Inputs() {
		got = append(got, i.File)
	}
	want := []string{"apr.yaml", "narrative/opening.yaml", "narrative/regulation-5.yaml", "pictures/a.png"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
	last := r.Inputs()[3]
	if last.Size != 3 || last.SHA256 != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("got %+v", last)
	}
}

func TestLoadStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	fsys := fstest.MapFS{"apr.yaml": {Data: []byte(smallProject)}, "narrative/opening.yaml": {}}
	if _, err := Load(ctx, Options{FS: fsys}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// A broken disc isn't a problem of the author's.
func TestLoadReturnsErrorsOfReading(t *testing.T) {
	_, err := Load(context.Background(), Options{FS: brokenFS{}})
	var input *source.InputError
	if err == nil || errors.As(err, &input) || !strings.Contains(err.Error(), "reading apr.yaml") {
		t.Errorf("got %v", err)
	}
}

type brokenFS struct{}

func (brokenFS) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("input/output error")}
}

func TestEachTextVisitsEveryText(t *testing.T) {
	fsys := fstest.MapFS{
		"apr.yaml": {Data: []byte(smallProject)},
		"narrative/regulation-3.yaml": {Data: []byte(`introduction: a
outcomes:
- {outcome: 1, assessment: b, case_studies: [{title: t, text: c}]}
significant_decisions: {entries: [{title: t, reasons: d}]}
`)},
		"narrative/regulation-4.yaml": {Data: []byte("matters: {4(2)(e): f, 4(2)(a): e}\noutlook:\n")},
	}
	r, err := Load(context.Background(), Options{FS: fsys})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	r.Narrative.EachText(func(name string, x *yamlpos.Text) { got = append(got, name+"="+x.Markdown) })
	want := []string{
		"regulation-3.introduction=a", "regulation-3.outcomes[0].assessment=b", "regulation-3.outcomes[0].case_studies[0].text=c",
		"regulation-3.significant_decisions.entries[0].reasons=d",
		"regulation-4.matters.4(2)(a)=e", "regulation-4.matters.4(2)(e)=f", "regulation-4.outlook=",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
	if p := r.Narrative.PositionOf("regulation-3.yaml", "outcomes[0].assessment"); p.Line != 3 || p.Column != 28 {
		t.Errorf("got %v", p)
	}
}

// Who doesn't ask for hashes gets the same report without them.
func TestLoadUnhashed(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: reading the example twice")
	}
	hashed, err := Load(t.Context(), Options{Dir: "../../examples/carrickmoor"})
	if err != nil {
		t.Fatal(err)
	}
	unhashed, err := Load(t.Context(), Options{Dir: "../../examples/carrickmoor", Unhashed: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(hashed.Inputs()) == 0 || hashed.Inputs()[0].SHA256 == "" {
		t.Errorf("inputs without their hash: %v", hashed.Inputs())
	}
	for _, in := range unhashed.Inputs() {
		if in.SHA256 != "" {
			t.Errorf("%s was hashed", in.File)
		}
	}
	if a, b := hashed.Account.Spend, unhashed.Account.Spend; a.Money != b.Money || a.Lines != b.Lines {
		t.Errorf("spend %v and %v", a, b)
	}
}

// What is wrong with a path and what to do are told apart by type: a name may have
// any character.
func TestPathsOutsideTheFolderAreReportedWhole(t *testing.T) {
	_, err := folder.LocalPath("/a; b.csv")
	outside, ok := errors.AsType[*folder.PathError](err)
	if !ok || outside.Problem != `"/a; b.csv" is an absolute path` || outside.Hint != "put the file into the project folder and write its path from there" {
		t.Errorf("got %#v", err)
	}
}
