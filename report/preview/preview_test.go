package preview

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/source"
	"apr/regs"
	"apr/regs/claims"
)

var day = time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)

// example is a copy of the example project.
func example(tb testing.TB) string {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "project")
	if err := os.CopyFS(dir, os.DirFS("../../examples/carrickmoor")); err != nil {
		tb.Fatal(err)
	}
	return dir
}

func options(dir string) Options {
	return Options{
		Dir: dir, Today: func() time.Time { return day },
	}
}

func newPreview(tb testing.TB, dir string) *preview {
	tb.Helper()
	p := &preview{opts: options(dir), cache: project.NewCache(), run: "test", broadcast: newBroadcast()}
	p.broadcast.put(notice{page: p.emptyPage()})
	return p
}

// small is a project with an input of each kind.
var small = map[string]string{
	"apr.yaml": `authority: {name: Fife Integration Joint Board, area: Fife}
year: 2023/24
workbook: data/suite_May24.csv
localities: [{name: North}, {name: South}]
finance:
  ledgers:
    - file: data/ledger.csv
      partner: Fife Council
      columns: {cost_centre: centre, amount: amount}
  rules:
    - when: {cost_centre: "1*"}
      matter: 4(2)(c)
      locality: North
`,
	"data/suite_May24.csv":   "Indicator,Partnership,Year,Rate\nNI12,Fife,2023/24,11000\n",
	"data/ledger.csv":        "centre,amount\n101,12.50\n201,7.25\n",
	"narrative/opening.yaml": "foreword: |\n  It was the best of years.\nglance: |\n  TODO write this.\n",
}

// testProject is a folder that is being previewed.
type testProject struct {
	*testing.T
	dir     string
	address string
	events  chan event // what is sent to an open page
	stop    func() error
}

// start previews a project and opens its event stream.
func start(t *testing.T, files map[string]string) *testProject {
	t.Helper()
	t.Parallel() // each waits for its own saves to be seen
	p := &testProject{T: t, dir: filepath.Join(t.TempDir(), "project"), events: make(chan event, 100)}
	for name, content := range files {
		p.write(name, content)
	}
	l, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	p.address = "http://" + l.Addr().String()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, l, options(p.dir)) }()
	p.stop = sync.OnceValue(func() error {
		cancel()
		return <-ended
	})
	t.Cleanup(func() {
		if err := p.stop(); err != nil {
			t.Error(err)
		}
	})
	response, err := http.Get(p.address + own + "events")
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(p.events)
		defer response.Body.Close()
		lines := bufio.NewScanner(response.Body)
		for lines.Scan() {
			var e event
			if data, found := strings.CutPrefix(lines.Text(), "data: "); found && json.Unmarshal([]byte(data), &e) == nil {
				p.events <- e
			}
		}
	}()
	return p
}

func (p *testProject) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *testProject) write(name, content string) {
	p.Helper()
	if err := os.MkdirAll(filepath.Dir(p.path(name)), 0o777); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(p.path(name), []byte(content), 0o666); err != nil {
		p.Fatal(err)
	}
}

func (p *testProject) rename(from, to string) {
	p.Helper()
	if err := os.Rename(p.path(from), p.path(to)); err != nil {
		p.Fatal(err)
	}
}

// until waits for an event of which something is true.
func (p *testProject) until(what string, is func(event) bool) event {
	p.Helper()
	late := time.After(time.Minute)
	for {
		select {
		case e, open := <-p.events:
			if !open {
				p.Fatalf("%s: the stream ended", what)
			}
			if is(e) {
				return e
			}
		case <-late:
			p.Fatalf("%s: nothing is told", what)
		}
	}
}

// built waits for a page other than that of a version.
func (p *testProject) built(what, version string) event {
	p.Helper()
	return p.until(what, func(e event) bool { return e.Version != version && len(e.Problems) == 0 })
}

// broken waits for a problem that says something.
func (p *testProject) broken(what, says string) event {
	p.Helper()
	return p.until(what, func(e event) bool {
		return slices.ContainsFunc(e.Problems, func(q problem) bool { return strings.Contains(q.Message, says) })
	})
}

// get is what the preview answers to a request that is changed first.
func (p *testProject) get(path string, change func(*http.Request)) (*http.Response, string) {
	p.Helper()
	request, err := http.NewRequestWithContext(p.Context(), http.MethodGet, p.address+path, nil)
	if err != nil {
		p.Fatal(err)
	}
	if change != nil {
		change(request)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		p.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		p.Fatal(err)
	}
	return response, string(body)
}

func (p *testProject) page() string {
	p.Helper()
	_, body := p.get("/", nil)
	return body
}

func TestASaveIsShown(t *testing.T) {
	p := start(t, small)
	first := p.built("the first build", "")
	if page := p.page(); !strings.Contains(page, "It was the best of years.") || !strings.Contains(page, first.Version) {
		t.Errorf("the page isn't the report of version %s", first.Version)
	}
	p.write("narrative/opening.yaml", "foreword: It was the worst of years.\n")
	second := p.built("a file written over", first.Version)
	if !strings.Contains(p.page(), "It was the worst of years.") {
		t.Error("the page hasn't got the edit")
	}
	// Most editors put a new file in the old one's place.
	p.write("narrative/.opening.yaml.new", "foreword: It was an age of wisdom.\n")
	p.rename("narrative/.opening.yaml.new", "narrative/opening.yaml")
	third := p.built("a file put in place", second.Version)
	if !strings.Contains(p.page(), "It was an age of wisdom.") {
		t.Error("the page hasn't got the second edit")
	}
	p.write("data/ledger.csv", "centre,amount\n101,13.50\n")
	fourth := p.built("an edit of a ledger", third.Version)
	p.write("data/suite_May24.csv", "Indicator,Partnership,Year,Rate\nNI12,Fife,2023/24,12345\n")
	p.built("an edit of the workbook", fourth.Version)
	if !strings.Contains(p.page(), "12,345") {
		t.Error("the page hasn't got the workbook's edit")
	}
}

func TestAnErrorIsReportedAndPasses(t *testing.T) {
	p := start(t, small)
	first := p.built("the first build", "")
	p.write("narrative/opening.yaml", "foreward: It was the best of years.\n")
	e := p.broken("a misspelt key", `unknown key "foreward"`)
	if e.Version != first.Version {
		t.Error("the page isn't the last that could be built")
	}
	if q := e.Problems[0]; q.Place != "narrative/opening.yaml:1:1" || !strings.Contains(q.Hint, "foreword") {
		t.Errorf("told as %+v", q)
	}
	if !strings.Contains(p.page(), "It was the best of years.") {
		t.Error("the last good report isn't served")
	}
	p.write("narrative/opening.yaml", small["narrative/opening.yaml"])
	if e := p.until("mended as it was", func(e event) bool { return len(e.Problems) == 0 }); e.Version != first.Version {
		t.Error("the page of the same report has another version")
	}
	p.write("narrative/opening.yaml", "foreword: 1\nforeword: 2\n")
	p.broken("a key twice", "foreword")
	p.write("narrative/opening.yaml", "foreword: Better.\n")
	p.built("mended", first.Version)
}

func TestAProjectThatCannotBeBuiltAtFirst(t *testing.T) {
	files := maps.Clone(small)
	files["apr.yaml"] = "authority: [\n"
	p := start(t, files)
	e := p.until("the first build", func(e event) bool { return len(e.Problems) > 0 })
	if !strings.Contains(p.page(), "can’t be built yet") {
		t.Error("no page says so")
	}
	if response, _ := p.get("/report.pdf", nil); response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("the PDF: %s", response.Status)
	}
	p.write("apr.yaml", small["apr.yaml"])
	p.built("mended", e.Version)
	if response, body := p.get("/report.pdf", nil); !strings.HasPrefix(body, "%PDF-") {
		t.Errorf("the PDF: %s", response.Status)
	}
}

func TestInputsThatComeAndGo(t *testing.T) {
	p := start(t, small)
	v := p.built("the first build", "").Version

	if err := os.Remove(p.path("data/ledger.csv")); err != nil {
		t.Fatal(err)
	}
	p.broken("a ledger is removed", "data/ledger.csv doesn't exist")
	p.write("data/ledger.csv", small["data/ledger.csv"])
	p.until("the ledger is back", func(e event) bool { return len(e.Problems) == 0 })

	p.rename("data", "old")
	p.broken("a folder is renamed", "data/ledger.csv doesn't exist")
	p.rename("old", "data")
	p.until("the folder is back", func(e event) bool { return len(e.Problems) == 0 })
	p.write("data/ledger.csv", "centre,amount\n101,99.50\n")
	v = p.built("an edit in the folder that is back", v).Version

	p.write("apr.yaml", strings.Replace(small["apr.yaml"], "finance:\n", "finance:\n  history: years/history.csv\n", 1))
	p.broken("an input is added that isn't there", "years/history.csv doesn't exist")
	p.write("years/history.csv", "year,measure,dimension,item,amount\n2022/23,spend,total,,100.00\n")
	v = p.built("the input is there", v).Version
	p.write("years/history.csv", "year,measure,dimension,item,amount\n2022/23,spend,total,,200.00\n")
	p.built("an edit in a new folder", v)

	away := p.dir + ".away"
	if err := os.Rename(p.dir, away); err != nil {
		t.Fatal(err)
	}
	p.broken("the project is gone", "there is no folder")
	if err := os.Rename(away, p.dir); err != nil {
		t.Fatal(err)
	}
	p.until("the project is back", func(e event) bool { return len(e.Problems) == 0 })
	p.write("narrative/opening.yaml", "foreword: Back again.\n")
	p.until("an edit in the project that is back", func(event) bool { return strings.Contains(p.page(), "Back again.") })
}

// TestTemplatesAreFollowed: a style of the project's own is shown when it is
// saved, one that can't be is reported, and without it apr's is back.
func TestTemplatesAreFollowed(t *testing.T) {
	p := start(t, small)
	v := p.built("the first build", "").Version
	p.write("templates/style.css", "h1 { color: rebeccapurple; }\n")
	v = p.built("a style of its own", v).Version
	if !strings.Contains(p.page(), "rebeccapurple") {
		t.Error("the page hasn't the project's style")
	}
	p.write("templates/style.css", "h1 { display: none; }\n")
	p.broken("a style that hides the title", "the style hides h1")
	if err := os.Remove(p.path("templates/style.css")); err != nil {
		t.Fatal(err)
	}
	p.built("apr's style again", v)
	if strings.Contains(p.page(), "rebeccapurple") {
		t.Error("the page has a style that is gone")
	}
}

// TestOnlyTheMachinesOwnPagesAreAnswered asks as other sites would have a
// browser ask.
func TestOnlyTheMachinesOwnPagesAreAnswered(t *testing.T) {
	p := start(t, small)
	port := p.address[strings.LastIndex(p.address, ":"):]
	header := func(pairs ...string) func(*http.Request) {
		return func(r *http.Request) {
			for i := 0; i < len(pairs); i += 2 {
				r.Header.Set(pairs[i], pairs[i+1])
			}
		}
	}
	host := func(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }
	for _, c := range []struct {
		name, path string
		change     func(*http.Request)
		want       int
	}{
		{"by its name", "/", host("localhost" + port), http.StatusOK},
		{"a site's name that leads here", "/", host("attacker.example" + port), http.StatusMisdirectedRequest},
		{"another port", "/", host("127.0.0.1:1"), http.StatusMisdirectedRequest},
		{"no port", "/", host("127.0.0.1"), http.StatusMisdirectedRequest},
		{"events by a site's name", own + "events", host("attacker.example" + port), http.StatusMisdirectedRequest},
		{"another site's script", own + "events", header("Origin", "https://attacker.example"), http.StatusForbidden},
		{"a sandboxed frame", own + "events", header("Origin", "null"), http.StatusForbidden},
		{"another server of this machine", own + "events", header("Sec-Fetch-Site", "same-site"), http.StatusForbidden},
		{"an image elsewhere", "/", header("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"), http.StatusForbidden},
		{"a frame elsewhere", "/", header("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"), http.StatusForbidden},
		{"a link elsewhere", "/", header("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"), http.StatusOK},
		{"its own script", own + "preview.js", header("Origin", p.address, "Sec-Fetch-Site", "same-origin"), http.StatusOK},
		{"a post", "/", func(r *http.Request) { r.Method = http.MethodPost }, http.StatusMethodNotAllowed},
		{"a file of the project", "/apr.yaml", nil, http.StatusNotFound},
		{"a path out of it", "/../apr.yaml", nil, http.StatusNotFound},
	} {
		response, _ := p.get(c.path, c.change)
		if response.StatusCode != c.want {
			t.Errorf("%s: %s; want %d", c.name, response.Status, c.want)
		}
		if got := response.Header.Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s: Cache-Control %q", c.name, got)
		}
	}
	response, _ := p.get("/", nil)
	if csp := response.Header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none';") || strings.Contains(csp, "unsafe-eval") {
		t.Errorf("Content-Security-Policy %q", csp)
	}
}

// TestNothingIsWritten compares the project before and after.
func TestNothingIsWritten(t *testing.T) {
	p := start(t, small)
	v := p.built("the first build", "").Version
	p.write("narrative/opening.yaml", "foreword: Again.\n")
	p.built("a save", v)
	if err := p.stop(); err != nil {
		t.Error(err)
	}
	err := filepath.WalkDir(p.dir, func(path string, e fs.DirEntry, err error) error {
		if name, _ := filepath.Rel(p.dir, path); err == nil && !e.IsDir() && small[filepath.ToSlash(name)] == "" {
			t.Errorf("%s was written", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestWhatIsAddedIsNoPartOfTheReport compares what is served with what is built.
func TestWhatIsAddedIsNoPartOfTheReport(t *testing.T) {
	p := start(t, small)
	p.built("the first build", "")
	s, err := newPreview(t, p.dir).compile(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(s.html, []byte(own)) || bytes.Contains(s.html, []byte("apr-preview")) {
		t.Error("the report itself has something of the preview's")
	}
	before, after, found := strings.Cut(p.page(), `<meta name="apr-preview-version"`)
	_, after, _ = strings.Cut(after, "</script>\n<script src=\""+own+"preview.js\" defer></script>\n")
	if !found || before+after != string(s.html) {
		t.Error("without what is added the page isn't the report")
	}
}

func TestFindingsAreNextToTheirSections(t *testing.T) {
	p := start(t, small)
	p.built("the first build", "")
	s, err := newPreview(t, p.dir).compile(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var m margin
	if err := json.Unmarshal(s.notes, &m); err != nil {
		t.Fatal(err)
	}
	find := func(is func(finding) bool) finding {
		if i := slices.IndexFunc(m.Findings, is); i >= 0 {
			return m.Findings[i]
		}
		t.Fatalf("the finding isn't among %s", s.notes)
		return finding{}
	}
	placeholder := find(func(f finding) bool { return strings.HasPrefix(f.Place, "narrative/opening.yaml:4") })
	if placeholder.Section != "the-year-at-a-glance" {
		t.Errorf("of a text: %+v", placeholder)
	}
	value := find(func(f finding) bool { return f.Requirement == "5(1)" })
	if value.Section != "best-value" || value.Title != "Best value" {
		t.Errorf("of a requirement: %+v", value)
	}
	for _, f := range m.Findings {
		if f.Section != "" && !bytes.Contains(s.html, []byte(`id="`+f.Section+`"`)) {
			t.Errorf("the page has no section for %+v", f)
		}
	}
}

// TestClaimsAreMarked has a contradicted claim bring the words that are marked.
func TestClaimsAreMarked(t *testing.T) {
	at := source.Position{File: "narrative/opening.yaml", Line: 4, Column: 9}
	result := &regs.Result{
		Findings: []regs.Finding{{Rule: "R0-direction", Level: regs.Advice, Position: at, Message: "it fell"}, {Rule: "R5-best-value", Level: regs.Statutory}},
		Claims: &claims.Reading{Claims: []*claims.Claim{{Verdict: claims.Contradicted, At: at, Words: "rose",
			Text: `**Falls** rose, to {{ value "NI16" }} per 1,000 people`}}},
	}
	m := findingsBySection(&document.Document{}, result, 1)
	if got := m.Findings[0]; got.Words != "rose" || !slices.Equal(got.Claim, []string{"Falls", "rose, to", "per 1,000 people"}) {
		t.Errorf("%+v", got)
	}
	if m.Findings[1].Claim != nil {
		t.Errorf("%+v", m.Findings[1])
	}
}

// Open comments are beside their texts, and a file of comments that can't be read keeps
// nothing from being shown.
func TestComments(t *testing.T) {
	dir := example(t)
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, project.CommentsFile), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("comments:\n  - id: c1\n    text: regulation-5.assessment\n    on: value\n    author: Jo\n    says: <b>Really?</b>\n    replies:\n      - {author: Sam, says: Yes}\n" +
		"  - {id: c2, says: On nothing}\n  - {id: c3, says: Done, resolved: 2026-07-01}\n")
	read := func() (m margin) {
		t.Helper()
		s, err := newPreview(t, dir).compile(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(s.notes, []byte("<")) {
			t.Errorf("an element could end in %s", s.notes)
		}
		if err := json.Unmarshal(s.notes, &m); err != nil {
			t.Fatal(err)
		}
		return m
	}
	m := read()
	want := []comment{
		{Section: "best-value", Title: "Best value", ID: "c1", Author: "Jo", On: "value", Says: "<b>Really?</b>", Replies: []project.Reply{{Author: "Sam", Says: "Yes"}}},
		{ID: "c2", Says: "On nothing"},
	}
	if d := cmp.Diff(want, m.Comments); d != "" || m.Unread != nil {
		t.Errorf("%s\n%+v", d, m.Unread)
	}
	write("comments: text\n")
	if m = read(); len(m.Unread) != 1 || m.Unread[0].Place != "comments.yaml:1:11" || m.Comments != nil {
		t.Errorf("%+v", m)
	}
}
