package scaffold

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	validator "github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"apr/finance"
	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/yamlpos"
	"apr/regs"
	"apr/report/schema"
)

const year period.Year = 2025

var july = time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)

func scaffolded(t *testing.T, opts Options) fstest.MapFS {
	t.Helper()
	made, err := files(opts)
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range made {
		if _, twice := fsys[f.Name]; twice {
			t.Errorf("%s is made twice", f.Name)
		}
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

func load(t *testing.T, fsys fstest.MapFS) *project.Project {
	t.Helper()
	r, err := project.Load(context.Background(), project.Options{FS: fsys, Today: july})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestEachAuthority makes a project for each of the 31: it can be read, every
// statutory text in it is a stub, and the rules ask for it.
func TestEachAuthority(t *testing.T) {
	if testing.Short() {
		t.Log("-short: one authority in ten")
	}
	for i, a := range indicators.Authorities() {
		if testing.Short() && i%10 > 0 {
			continue
		}
		r := load(t, scaffolded(t, Options{Authority: a, Year: year}))
		if got := r.Config.Authority; got.Area != a.Area || got.HealthBoard != a.HealthBoard || string(got.Model) != a.Model {
			t.Errorf("%s: the project is of %+v", a.Area, got)
		}
		if len(r.Config.Localities) < 2 {
			t.Errorf("%s has %d localities", a.Area, len(r.Config.Localities))
		}
		texts := 0
		r.Narrative.EachText(func(name string, text *yamlpos.Text) {
			texts++
			if !project.IsStub(*text) {
				t.Errorf("%s: %s isn't a stub: %s", a.Area, name, text.Markdown)
			}
		})
		if want := 9 + 13 + 1 + 1 + 2 + 1 + len(r.Config.Localities); texts < want {
			t.Errorf("%s has %d texts; want %d at least", a.Area, texts, want)
		}
		for _, v := range regs.Check(r).Requirements {
			if v.Verdict == regs.Met || v.Verdict == regs.Nil {
				t.Errorf("%s: %s is %s in an empty project", a.Area, v.ID, v.Verdict)
			}
		}
	}
}

func TestStubsQuoteTheirProvision(t *testing.T) {
	falkirk, _, _ := indicators.FindAuthority("Falkirk")
	fsys := scaffolded(t, Options{Authority: falkirk, Year: year})
	for _, q := range regs.Requirements() {
		number, _, _ := strings.Cut(q.ID, "(")
		f, ok := fsys["narrative/regulation-"+number+".yaml"]
		if !ok || q.ID == "3(a)(ii)" || q.ID == "3(a)(iii)" || number == "4" && q.ID != "4(1)(c)" || q.ID == "6(2)" || q.ID == "6(3)" {
			continue // met from the workbook, the ledgers or apr.yaml
		}
		words := strings.Join(strings.Fields(strings.ReplaceAll(string(f.Data), "\n#", "\n")), " ")
		quote := strings.Join(strings.Fields(quoted(q)), " ")
		if q.ID == "3(c)" && strings.Contains(words, quote) || strings.Contains(words, quote) {
			continue
		}
		t.Errorf("no text quotes %s: %s", q.ID, quote)
	}
}

// TestRemarksHoldValidKeys takes the # away from every example in the YAML
// files: an author who does must meet no mistake of ours.
func TestRemarksHoldValidKeys(t *testing.T) {
	for _, name := range []string{"Falkirk", "Highland", "Argyll and Bute"} {
		a, _, _ := indicators.FindAuthority(name)
		fsys := scaffolded(t, Options{Authority: a, Year: year, Workbook: "phs.xlsx", EasyRead: true})
		for _, name := range schema.Names() {
			file := schema.File(name)
			if name == schema.Comments {
				continue // apr words makes it
			}
			for _, text := range alternatives(string(fsys[file].Data)) {
				validate(t, file, fsys[schema.Folder+"/"+name+".json"].Data, []byte(text))
			}
		}
	}
}

// example is a line of a remark that is YAML: a key, an item, or what is
// indented below one.
var example = regexp.MustCompile(`^( *)# ?((?: *(?:- )?"?[a-z_0-9()]+"?:(?: .*)?)|(?:   *[-#]? ?\S.*))$`)

// alternatives are a file as it is, and with its examples; what is before a
// line "# or" and what is after it are never both there.
func alternatives(text string) []string {
	before, after, either := strings.Cut(text, "\n# or\n")
	if !either {
		before, after, either = strings.Cut(text, "\n#\n# or\n#\n")
	}
	if !either {
		return []string{text, uncommented(text)}
	}
	none := regexp.MustCompile(`(?m)^# (significant_decisions:\n#   none|none): true\n?`).ReplaceAllString(before, "")
	return []string{text, uncommented(before), uncommented(none + "\n" + after)}
}

func uncommented(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(example.ReplaceAllString(strings.TrimSuffix(line, "\n"), "$1$2") + "\n")
	}
	return b.String()
}

func validate(t *testing.T, file string, schemaJSON, text []byte) {
	t.Helper()
	document, err := validator.UnmarshalJSON(bytes.NewReader(schemaJSON))
	if err != nil {
		t.Fatal(err)
	}
	c := validator.NewCompiler()
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var n yaml.Node
	if err := yaml.Unmarshal(text, &n); err != nil {
		t.Errorf("%s: %v in\n%s", file, err, text)
		return
	}
	if len(n.Content) == 0 {
		return
	}
	untimed(&n)
	var v any
	if err := n.Decode(&v); err != nil {
		t.Fatal(err)
	}
	asJSON, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if v, err = validator.UnmarshalJSON(bytes.NewReader(asJSON)); err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%s: %v in\n%s", file, err, text)
	}
}

// untimed leaves dates texts, as YAML 1.2 does.
func untimed(n *yaml.Node) {
	if n.Tag == "!!timestamp" {
		n.Tag = "!!str"
	}
	for _, c := range n.Content {
		untimed(c)
	}
}

// TestFromLastYear carries the example over: figures to the penny, rules and
// localities as they were, texts marked and whole.
func TestFromLastYear(t *testing.T) {
	last, err := project.Load(context.Background(), project.Options{Dir: "../../examples/carrickmoor"})
	if err != nil {
		t.Fatal(err)
	}
	a := indicators.Authority{Area: last.Config.Authority.Area, Name: last.Config.Authority.Name}
	r := load(t, scaffolded(t, Options{Authority: a, Year: last.Config.Year + 1, From: last}))
	p := r.Config
	if p.Year != last.Config.Year+1 || p.State != project.Draft || p.Workbook != "" || p.Publication.Date != "" {
		t.Errorf("the project is %s of %s with %q, published %q", p.State, p.Year, p.Workbook, p.Publication.Date)
	}
	if len(p.Finance.Rules) != len(last.Config.Finance.Rules) || len(p.Finance.Ledgers) != 0 {
		t.Errorf("%d rules and %d ledgers", len(p.Finance.Rules), len(p.Finance.Ledgers))
	}
	if len(p.Publication.Copies) != len(last.Config.Publication.Copies) {
		t.Errorf("copies go to %v", p.Publication.Copies)
	}
	for _, was := range last.Account.Years[1:] {
		i := slices.IndexFunc(r.Account.Years, func(y finance.YearTotals) bool { return y.Year == was.Year })
		if i < 0 {
			t.Errorf("%s is lost", was.Year)
			continue
		}
		if is := r.Account.Years[i]; is.Spend.Money != was.Spend.Money || is.Plan.Money != was.Plan.Money || is.Funding.Money != was.Funding.Money {
			t.Errorf("%s: %v, %v, %v; was %v, %v, %v", was.Year, is.Spend.Money, is.Plan.Money, is.Funding.Money, was.Spend.Money, was.Plan.Money, was.Funding.Money)
		}
	}
	for i, l := range last.Account.Localities {
		was, is := l.In(last.Config.Year), r.Account.Localities[i].In(last.Config.Year)
		if is == nil || is.Spend.Money != was.Spend.Money {
			t.Errorf("%s: the spend of %s is lost", l.Name, last.Config.Year)
		}
	}
	texts := map[string]string{}
	last.Narrative.EachText(func(name string, text *yamlpos.Text) { texts[name] = text.Markdown })
	r.Narrative.EachText(func(name string, text *yamlpos.Text) {
		if project.IsLastYears(*text) == strings.HasPrefix(name, "opening.glossary") {
			t.Errorf("%s is marked, or isn't: %.60s", name, text.Markdown)
		}
		if !strings.HasSuffix(strings.TrimSpace(text.Markdown), strings.TrimSpace(texts[name])) {
			t.Errorf("%s was changed: %.200s", name, text.Markdown)
		}
		delete(texts, name)
	})
	for name := range texts {
		if !strings.HasPrefix(name, "regulation-7") && !strings.HasPrefix(name, "regulation-8") && !strings.Contains(name, "significant_decisions") {
			t.Errorf("%s is lost", name)
		}
	}
}

// TestTwiceFromLastYear: what nobody has touched isn't marked a second time.
func TestTwiceFromLastYear(t *testing.T) {
	falkirk, _, _ := indicators.FindAuthority("Falkirk")
	first := scaffolded(t, Options{Authority: falkirk, Year: 2023})
	opening := first["narrative/opening.yaml"]
	opening.Data = bytes.Replace(opening.Data, []byte("STUB: about the authority."), []byte("We plan for 160,000 people."), 1)
	last := load(t, first)
	second := scaffolded(t, Options{Authority: falkirk, Year: 2024, From: last})
	third := scaffolded(t, Options{Authority: falkirk, Year: 2025, From: load(t, second)})
	text := string(third["narrative/opening.yaml"].Data)
	if n := strings.Count(text, project.LastYearMarker); n != 1 || !strings.Contains(text, "this is the text of 2023/24") {
		t.Errorf("marked %d times:\n%s", n, text)
	}
	if n := strings.Count(text, "yaml-language-server"); n != 1 {
		t.Errorf("%d schema lines:\n%s", n, text)
	}
	if n := strings.Count(string(third["narrative/regulation-3.yaml"].Data), "# significant_decisions:\n#   none: true"); n != 1 {
		t.Errorf("regulation-3.yaml asks for decisions %d times:\n%s", n, third["narrative/regulation-3.yaml"].Data)
	}
}

// People and owners are carried over, an owner with the entry and not with its number; days
// and sign-offs are the year's.
func TestPeopleAreCarriedOver(t *testing.T) {
	falkirk, _, _ := indicators.FindAuthority("Falkirk")
	first := scaffolded(t, Options{Authority: falkirk, Year: 2024})
	const moved = "outcomes:\n  - outcome: 2\n    assessment: People live at home for longer.\n  - outcome: 1\n    assessment: People live well.\n"
	first["narrative/regulation-3.yaml"].Data = []byte(moved)
	first["people.yaml"].Data = []byte(`# Ours.
sign_off: required # by the board
people:
  - name: Ailsa Bell # since May
    initials: AB
# Whose is what.
texts:
  regulation-3.outcomes[0].assessment: {owner: AB, due: 2025-06-12, words: 400, status: agreed, signed_off: {by: AB, on: 2025-07-01, sha256: ` + strings.Repeat("a", 64) + `}}
`)
	second := scaffolded(t, Options{Authority: falkirk, Year: 2025, From: load(t, first)})
	got := string(second["people.yaml"].Data)
	head, texts, _ := strings.Cut(got, "texts:\n")
	const want = "# yaml-language-server: $schema=.apr/schema/people.json\n# Ours.\nsign_off: required # by the board\n\npeople:\n  - name: Ailsa Bell # since May\n    initials: AB\n\n# Whose is what.\n"
	if head != want {
		t.Errorf("got\n%s\nwant\n%s", head, want)
	}
	r := load(t, second)
	var owned []string
	for _, s := range r.TextStatuses() {
		if s.Owner != "" {
			owned = append(owned, fmt.Sprintf("%s %s %d %q %s", s.Name, s.Owner, s.Words, s.Due, s.State))
		}
		if !s.Listed {
			t.Errorf("%s isn't listed", s.Name)
		}
	}
	if len(owned) != 1 || owned[0] != `regulation-3.outcomes[0].assessment Ailsa Bell 400 "" empty` || strings.Contains(texts, "sha256") {
		t.Errorf("owned %q in\n%s", owned, texts)
	}
}

func TestWriteIsAllOrNothing(t *testing.T) {
	falkirk, _, _ := indicators.FindAuthority("Falkirk")
	opts := func(dir string) Options { return Options{Dir: dir, Authority: falkirk, Year: year} }
	names := func(dir string) (names []string) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
	ctx := context.Background()
	t.Run("new, in folders that aren't there", func(t *testing.T) {
		dir := t.TempDir()
		if _, err := Make(ctx, opts(filepath.Join(dir, "a b", "ç"))); err != nil {
			t.Fatal(err)
		}
		if got := names(filepath.Join(dir, "a b")); !slices.Equal(got, []string{"ç"}) {
			t.Errorf("beside it %q was left", got)
		}
	})
	t.Run("a clone with nothing but .git", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, ".git"), 0o777); err != nil {
			t.Fatal(err)
		}
		if _, err := Make(ctx, opts(dir)); err != nil {
			t.Fatal(err)
		}
		want := []string{".apr", ".git", ".github", ".gitignore", "README.md", "apr.yaml", "data", "narrative", "people.yaml"}
		if got := names(dir); !slices.Equal(got, want) {
			t.Errorf("made %q", got)
		}
	})
	t.Run("full", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "notes.txt"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := Make(ctx, opts(dir))
		full, ok := errors.AsType[*FullError](err)
		if !ok || !slices.Equal(full.Names, []string{"notes.txt"}) {
			t.Errorf("error %v", err)
		}
		if got := names(dir); len(got) != 1 {
			t.Errorf("made %q", got)
		}
	})
	t.Run("a file", func(t *testing.T) {
		name := filepath.Join(t.TempDir(), "report")
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := Make(ctx, opts(name)); err == nil || !strings.Contains(err.Error(), "which is a file") {
			t.Errorf("error %v", err)
		}
	})
	t.Run("a workbook that isn't there", func(t *testing.T) {
		dir := t.TempDir()
		o := opts(filepath.Join(dir, "new"))
		o.Workbook = filepath.Join(dir, "none.xlsx")
		if _, err := Make(ctx, o); err == nil {
			t.Error("no error")
		}
		if got := names(dir); len(got) != 0 {
			t.Errorf("made %q", got)
		}
	})
}

// TestTheLookIsCarriedOver: the brand with its pictures, the fonts, and the project's own
// templates, except for the addresses of last year's report.
func TestTheLookIsCarriedOver(t *testing.T) {
	edgeCases := os.DirFS("../../testdata/edge-cases")
	was := fstest.MapFS{"templates/style.css": {Data: []byte("body { color: #111; }\n")}}
	err := fs.WalkDir(edgeCases, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(edgeCases, name)
		was[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	last := load(t, was)
	is := scaffolded(t, Options{Authority: indicators.Authority{Area: last.Config.Authority.Area, Name: last.Config.Authority.Name}, Year: last.Config.Year + 1, From: last})
	r := load(t, is)
	for _, name := range []string{"pictures/suaicheantas.png", "pictures/comhdach.png", "fonts/DroidSansFallback.ttf", "templates/style.css"} {
		if is[name] == nil || !bytes.Equal(is[name].Data, was[name].Data) {
			t.Errorf("%s is lost", name)
		}
	}
	b := r.Config.Brand
	if b.Logo == nil || b.Logo.Alt != last.Config.Brand.Logo.Alt || b.Colour != last.Config.Brand.Colour || len(r.Templates) != 1 {
		t.Errorf("the brand is %+v", b)
	}
	if l := r.Config.Authority.Languages; len(l) != 5 || l[0].URL != "" || l[0].Text == "" {
		t.Errorf("other languages: %+v", l)
	}
}

// A remark below somebody in braces stays below, and a remark that 'apr finance suggest' gave
// a rule loses last year's amount.
func TestRemarksThatAreCarriedOver(t *testing.T) {
	falkirk, _, _ := indicators.FindAuthority("Falkirk")
	first := scaffolded(t, Options{Authority: falkirk, Year: 2024})
	first["people.yaml"].Data = []byte("people:\n  - {name: Rab Turnbull, initials: RT}\n  # - name: Ailsa Bell\n  #   initials: AB\n\ntexts:\n")
	const rules = "finance:\n  rules:\n    # £1,234.56: Care at home; and 3 more.\n    # Source: LFR3, line 12.\n    - when: {partner: \"*\"}\n      matter: 4(2)(e)\n    # To be decided. -£12.00: Aids.\n    - when: {cost_centre: A1}\n      matter: 4(2)(d)\n"
	first["apr.yaml"].Data = bytes.Replace(first["apr.yaml"].Data, []byte("\nfinance:\n"), []byte("\n"+rules), 1)
	second := scaffolded(t, Options{Authority: falkirk, Year: 2025, From: load(t, first)})
	if got := string(second["people.yaml"].Data); !strings.Contains(got, "  - {name: Rab Turnbull, initials: RT}\n  # - name: Ailsa Bell\n  #   initials: AB\n") {
		t.Errorf("people.yaml:\n%s", got)
	}
	config := string(second["apr.yaml"].Data)
	if !strings.Contains(config, "# Care at home; and 3 more.\n    # Source: LFR3, line 12.\n") || !strings.Contains(config, "# To be decided. Aids.\n") || strings.Contains(config, "1,234.56") {
		t.Errorf("apr.yaml:\n%s", config)
	}
}
