package verify

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"apr/internal/document"
	"apr/internal/folder"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/rounds"
	"apr/internal/source"
	"apr/regs"
	"apr/report/compose"
	"apr/report/render"
)

// built is the example's page with what it was built from.
type built struct {
	report   *project.Project
	doc      *document.Document
	page     []byte
	manifest *render.WrittenManifest
	forms    map[string][]byte // the report in other formats, as far as a test wanted them
}

// kept is the example, built once for all tests: they only read it.
var kept *built

func build(t testing.TB, dir string) built {
	t.Helper()
	if dir == example && kept != nil {
		return *kept
	}
	r, err := project.Load(t.Context(), project.Options{Dir: dir, Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := compose.Compose(r, regs.Start(r), compose.Options{Generator: "apr test"})
	if err != nil {
		t.Fatal(err)
	}
	files, err := render.Render(t.Context(), doc, []string{"html"})
	if err != nil {
		t.Fatal(err)
	}
	list, err := render.Manifest(r, doc, files)
	if err != nil {
		t.Fatal(err)
	}
	m, err := render.ParseManifest("manifest.json", list.Data)
	if err != nil {
		t.Fatal(err)
	}
	b := built{r, doc, files[0].Data, m, map[string][]byte{}}
	if dir == example {
		kept = &b
	}
	return b
}

// findings verifies a page against what it was built from.
func (b built) findings(t *testing.T, page string) []Finding {
	t.Helper()
	p, err := parsePage("report.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return compareFigures(p, b.report.Facts(), b.doc)
}

const example = "../../examples/carrickmoor"

func TestTheExampleIsClean(t *testing.T) {
	b := build(t, example)
	for _, f := range b.findings(t, string(b.page)) {
		t.Errorf("%+v", f)
	}
	inputs, err := compareInputs(b.manifest, htmlPage, os.DirFS(example))
	if err != nil {
		t.Fatal(err)
	}
	if all := slices.Concat(inputs, addedInputs(b.manifest, htmlPage, b.report.Inputs()), compareOutput(b.manifest, "report.html", htmlPage, b.page)); len(all) > 0 {
		t.Errorf("%+v", all)
	}
	if len(b.page) > 1<<20 {
		t.Errorf("the page has %d bytes", len(b.page))
	}
}

// The machine-readable facts are the tables' own figures.
func TestFactsEqualTheFiguresOfThePage(t *testing.T) {
	b := build(t, example)
	page, err := parsePage("report.html", b.page)
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]*shown{}
	for i := range page.Figures {
		shown[page.Figures[i].ID] = &page.Figures[i]
	}
	inTables := 0
	for _, f := range page.Facts {
		s := shown[f.ID]
		if s == nil {
			continue // the years of which tables show proportions only
		}
		if inTables++; s.Value != f.Value {
			t.Errorf("%s: %s is shown with the value %s; the fact is %s", f.ID, s.Text, s.Value, f.Value)
		}
		line := strings.Split(string(b.page), "\n")[f.Position.Line-1]
		if !strings.Contains(line, `"`+f.ID+`"`) {
			t.Errorf("%s isn't on line %d", f.ID, f.Position.Line)
		}
	}
	if len(page.Facts) < 200 || inTables < 180 {
		t.Errorf("%d facts, %d of them in tables", len(page.Facts), inTables)
	}
}

func TestWhatWasDoneToAPageIsFound(t *testing.T) {
	b := build(t, example)
	page := string(b.page)
	one := func(old, new string) string {
		t.Helper()
		if !strings.Contains(page, old) {
			t.Fatalf("the page doesn't have %s", old)
		}
		return strings.Replace(page, old, new, 1)
	}
	const spend = `<data value="250423716.48" data-figure="spend:total@2025/26" data-source="data/moorland-ledger-2025-26.csv:7">£250.4m</data>`
	for _, test := range rounds.Few(t, []struct {
		name, page string
		kinds      []Kind
		figure     string
	}{
		{"a digit", one(spend, strings.Replace(spend, "£250.4m", "£250.5m", 1)), []Kind{Edited}, "spend:total@2025/26"},
		{"without its unit", one(spend, strings.Replace(spend, "£250.4m", "250.4", 1)), []Kind{Edited}, "spend:total@2025/26"},
		{"in another unit", one(spend, strings.Replace(spend, "£250.4m", "250,424", 1)), []Kind{Edited}, "spend:total@2025/26"},
		{"digit and value", one(spend, strings.NewReplacer("£250.4m", "£250.5m", "250423716.48", "250523716.48").Replace(spend)), []Kind{Differs}, "spend:total@2025/26"},
		{"the value alone", one(spend, strings.Replace(spend, "716.48", "716.49", 1)), []Kind{Differs}, "spend:total@2025/26"},
		{"the place", one(spend, strings.Replace(spend, ".csv:7", ".csv:8", 1)), []Kind{Moved}, "spend:total@2025/26"},
		{"the id", one(spend, strings.Replace(spend, "spend:total", "plan:total", 1)), []Kind{Differs, Unexpected, Missing}, "plan:total@2025/26"},
		{"an id of nothing", one(spend, strings.Replace(spend, "spend:total", "speed:total", 1)), []Kind{Unknown, Missing}, "speed:total@2025/26"},
		{"an id of no value", one(spend, strings.Replace(spend, "spend:total@2025/26", "NI1@2024/25", 1)), []Kind{Differs, Missing}, "NI1@2024/25"},
		{"a figure made plain", one(spend, "£250.4m"), []Kind{Missing}, "spend:total@2025/26"},
		{"a figure copied", one(spend, spend+spend), []Kind{Unexpected}, "spend:total@2025/26"},
		{"a word within", one(spend, strings.Replace(spend, "£250.4m", "about <b>£250.4m</b>", 1)), []Kind{Edited}, "spend:total@2025/26"},
		{"line breaks within", one(spend, strings.Replace(spend, "£250.4m", "\n  £250.4m\n", 1)), nil, ""},
		{"not closed", one(spend, strings.TrimSuffix(spend, "</data>")), []Kind{Edited}, "spend:total@2025/26"},
		{"a fact", one(`"propertyID":"spend:total@2025/26","name":"amount spent, in total, 2025/26","value":250423716.48`,
			`"propertyID":"spend:total@2025/26","name":"amount spent, in total, 2025/26","value":250423716.49`), []Kind{Differs}, "spend:total@2025/26"},
	}) {
		var kinds []Kind
		findings := b.findings(t, test.page)
		for _, f := range findings {
			kinds = append(kinds, f.Kind)
			if f.Position.File != "report.html" || f.Message == "" || f.Kind != Missing && f.Position.Column == 0 {
				t.Errorf("%s: %+v", test.name, f)
			}
		}
		if !slices.Equal(kinds, test.kinds) {
			t.Errorf("%s: found %+v; want %v", test.name, findings, test.kinds)
		} else if len(findings) > 0 && findings[0].Figure != test.figure {
			t.Errorf("%s: %+v", test.name, findings[0])
		}
	}
}

func TestBothPlacesAreNamed(t *testing.T) {
	b := build(t, example)
	lines := strings.Split(string(b.page), "\n")
	for i, line := range lines {
		at := strings.Index(line, `<data value="11152.37`)
		if at < 0 {
			continue
		}
		lines[i] = strings.Replace(line, ">11,152<", ">11,153<", 1)
		f := b.findings(t, strings.Join(lines, "\n"))
		if len(f) != 1 || f[0].Position != (source.Position{File: "report.html", Line: i + 1, Column: len([]rune(line[:at])) + 1}) ||
			f[0].Source == nil || f[0].Source.Sheet != "Data" || f[0].Source.Cell == "" {
			t.Errorf("%+v", f)
		}
		return
	}
	t.Error("the page doesn't have NI12")
}

func TestInputsThatChanged(t *testing.T) {
	m := &render.WrittenManifest{Inputs: []render.ManifestEntry{
		{File: "same.csv", SHA256: "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"},
		{File: "changed.csv", SHA256: "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"},
		{File: "gone.csv"}, {File: "../outside.csv"},
	}}
	findings, err := compareInputs(m, htmlPage, fstest.MapFS{"same.csv": {Data: []byte("x")}, "changed.csv": {Data: []byte("y")}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range append(findings, addedInputs(m, htmlPage, []folder.Input{{File: "same.csv"}, {File: "new.csv"}})...) {
		got = append(got, string(f.Kind)+" "+f.Position.File)
	}
	if want := []string{"input-changed changed.csv", "input-missing gone.csv", "input-missing ../outside.csv", "input-added new.csv"}; !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
	if _, err := compareInputs(m, htmlPage, fstest.MapFS{"same.csv": {Mode: os.ModeDir}}); err == nil {
		t.Error("a folder is read as an input")
	}
}

func TestPagesThatCannotBeRead(t *testing.T) {
	for _, page := range []string{"", "no page", "<html><p>£1</p></html>", "\x00\xff\xfe<", strings.Repeat("<", 1000),
		`<data data-figure="a">1</data><script type="application/ld+json">[{]</script>`,
		strings.Repeat(`<data data-figure="a">`, maxOpen+1)} {
		_, err := parsePage("p.html", []byte(page))
		if p := (*source.Problem)(nil); !errors.As(err, &p) || p.Position.File != "p.html" || p.Position.Line == 0 {
			t.Errorf("%.40q: %v", page, err)
		}
	}
}

// Time and memory are in proportion to the page's size, whatever is in it: the
// MB/s of a page of 64 KB and of one of 1 MB are alike.
func BenchmarkHostilePages(b *testing.B) {
	for _, piece := range []string{"<data data-figure=a>x</data>", "<b><data data-figure=a>", "</data>", "<", "<!--", "<script>", "&", "<data data-figure='", "\n",
		`{"variableMeasured":[{"propertyID":"\u0061"}]},`} {
		for _, size := range []int{1 << 16, 1 << 20} {
			b.Run(fmt.Sprintf("%.12q/%dKB", piece, size>>10), func(b *testing.B) {
				page := strings.Repeat(piece, size/len(piece))
				if strings.HasPrefix(piece, "{") {
					page = `<data data-figure="a">1</data><script type="application/ld+json">[` + strings.TrimSuffix(page, ",") + "]</script>"
				}
				b.SetBytes(int64(len(page)))
				for b.Loop() {
					_, _ = parsePage("p.html", []byte(page)) // whether it can be read isn't the question
				}
			})
		}
	}
}

func FuzzReadPage(f *testing.F) {
	for _, s := range []string{
		`<p>Spend was <data value="1.00" data-figure="spend:total@2025/26" data-source="a.csv:1">£1</data>.</p>`,
		`<td data-figure=NI1@2025/26>9<b>1</b>%</td><data data-figure>`,
		`<script type="application/ld+json">[{"@context":"https://schema.org","variableMeasured":[{"propertyID":"NI1@2025/26","value":1}]}]</script>`,
		"\ufeff<html>\r\n<data data-figure='é'>\n\né</data><!-- <data> --><data", "<textarea><data data-figure=a></textarea><svg><data data-figure=b/>",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := parsePage("p.html", data)
		if err != nil {
			return
		}
		lines := strings.Count(string(data), "\n") + 1
		for _, s := range p.Figures {
			if s.Position.Line < 1 || s.Position.Line > lines || s.Position.Column < 1 || len(s.Text) > maxText {
				t.Errorf("%+v in %d lines", s, lines)
			}
		}
	})
}

func BenchmarkReadPage(b *testing.B) {
	page := build(b, filepath.FromSlash(example)).page
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := parsePage("report.html", page); err != nil {
			b.Fatal(err)
		}
	}
}

// Ids of nothing are reported one by one, without looking each time for what is
// nearest.
func TestManyUnknownFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: a page of 50,000 figures")
	}
	b := build(t, example)
	findings := b.findings(t, string(b.page)+strings.Repeat(`<data data-figure="spend:totl@2025/26">1</data>`, 50_000))
	if len(findings) != 50_000 {
		t.Errorf("%d findings; want 50000", len(findings))
	}
}

// A cell of the workbook and a line of a ledger that change after the page was
// made: the files are reported, and every figure that they make, with both places.
func TestWhatWasDoneToAnInputIsFound(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: the example with another value in its workbook, which takes long to write")
	}
	b := build(t, example)
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(example)); err != nil {
		t.Fatal(err)
	}
	workbook := filepath.Join(dir, filepath.FromSlash(b.report.Workbook.File))
	fig, err := b.report.Facts().Resolve(datum.ID{Measure: datum.Value, Of: "NI12", Year: 2025})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(workbook)
	if err != nil {
		t.Fatal(err)
	}
	cell := `<c r="` + fig.Position.Cell + `" s="0" t="n"><v>`
	data = rezipped(t, data, "xl/worksheets/sheet4.xml", cell+"11152.37072272518<", cell+"11200.5<")
	if err := os.WriteFile(workbook, data, 0o600); err != nil {
		t.Fatal(err)
	}
	ledger := filepath.Join(dir, "data", "history.csv")
	if data, err = os.ReadFile(ledger); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(ledger, []byte(strings.Replace(string(data), "2020/21,spend,total,,196041873.52", "2020/21,spend,total,,196041873.53", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	inputs, err := compareInputs(b.manifest, htmlPage, os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if len(inputs) != 2 || inputs[0].Kind != InputChanged || inputs[1].Kind != InputChanged {
		t.Errorf("%+v", inputs)
	}
	page, err := parsePage("report.html", b.page)
	if err != nil {
		t.Fatal(err)
	}
	now := build(t, dir)
	want := map[string]string{
		"NI12@2025/26": fig.Position.String(), "NI12@2025/26:change@2024/25": fig.Position.String(),
		"spend:total@2020/21": "data/history.csv:4", "variance:total@2020/21": "data/history.csv:4",
	}
	for _, f := range compareFigures(page, now.report.Facts(), now.doc) {
		if f.Kind != Differs || f.Source == nil || f.Position.Line == 0 {
			t.Errorf("%+v", f)
		} else if at, ok := want[f.Figure]; ok && f.Source.String() == at {
			delete(want, f.Figure)
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}
