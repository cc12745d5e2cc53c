package regs

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
)

// The proof that a check can't be fooled: the complete example is taken, the
// evidence of each provision is removed or corrupted in turn, and exactly that
// requirement has to turn, at the place where somebody must write, and no other.

// example is the folder of the complete example.
const example = "../examples/carrickmoor"

// proof is the complete example and the count of what was tried on it.
type proof struct {
	files map[string][]byte
	// asSent are the ledgers of the example as they are; files has them condensed.
	asSent map[string][]byte
	// forTexts is apr.yaml where files of the narrative are read alone.
	forTexts []byte
	// cache keeps the workbook and the account for mutations of something else.
	cache *project.Cache
	whole *project.Project
	// brief is the narrative with each text that says something shortened, for
	// what isn't about texts: reading them again hundreds of times proves nothing.
	brief *project.Narrative
	// before are the verdicts on the whole, of which none is unmet.
	before *Result
	// tried and caught count mutations; controls are changes that are evidence
	// of nothing, after which every verdict has to stay.
	tried, caught, controls int
}

// turn is a requirement that a mutation turns, and the places of the findings
// that say so: "file:line", "file!Sheet!Cell" or a file.
type turn struct {
	id      string
	verdict Verdict
	at      []string // nil: anywhere
}

// mutation is one change to the example.
type mutation struct {
	name string
	// mutated reads the changed example.
	mutated func() (*project.Project, error)
	// want are the requirements that turn. Where one input is evidence for
	// several by law, because says which; with none it is a control.
	want    []turn
	because string
	// refused is where the reader already refuses it, before any rule.
	refused string
	// finds is a rule of guidance or advice that finds something as well.
	finds string
	// breach says what has to be found instead of want, of a whole report.
	breach *breach
}

func turns(id string, v Verdict, at ...string) turn { return turn{id, v, at} }

// TestEveryMutationOfTheExampleIsCaught is the proof; it prints its count.
func TestEveryMutationOfTheExampleIsCaught(t *testing.T) {
	p := newProof(t)
	for _, group := range []struct {
		name      string
		mutations []mutation
	}{
		{"texts", p.texts(t)},
		{"lists", p.lists()},
		{"answers", p.answers(t)},
		{"files", p.narrativeFiles()},
		{"ledgers", p.ledgers(t)},
		{"history", p.history()},
		{"localities", p.localities(t)},
		{"indicators", p.observations(t)},
		{"publication", p.publication(t)},
		{"empty words", p.empty()},
		{"no answer", p.unanswering()},
		{"recommended again", p.repeated(t)},
		{"copied words", p.copied()},
		{"other words", p.silentOn()},
		{"contradictions", p.contradicted(t)},
		{"days and bodies", p.dated(t)},
		{"reports: empty", p.reports(t, "empty")},
		{"reports: copied", p.reports(t, "copied")},
		{"reports: contradiction", p.reports(t, "contradiction")},
		{"reports: body", p.reports(t, "body")},
		{"reports: day", p.reports(t, "day")},
		{"reports: year", p.reports(t, "year")},
	} {
		tried, caught, began := p.tried, p.caught, time.Now()
		for i, m := range group.mutations {
			if !testing.Short() || i%50 == 0 {
				p.try(t, m)
			}
		}
		t.Logf("%-22s %3d of %3d caught in %s", group.name, p.caught-caught, p.tried-tried, time.Since(began).Round(time.Millisecond))
	}
	t.Logf("mutations tried: %d, caught: %d; changes that are evidence of nothing: %d", p.tried, p.caught, p.controls)
	least := 1200
	if testing.Short() {
		t.Log("-short: one mutation in 50 of each kind was tried")
		least = 40
	}
	if p.tried < least || p.caught != p.tried {
		t.Errorf("%d of %d mutations were caught", p.caught, p.tried)
	}
}

// newProof is the example whole, with nothing tried on it yet.
func newProof(t *testing.T) *proof {
	t.Helper()
	p, err := theExample()
	if err != nil {
		t.Fatal(err)
	}
	fresh := *p
	return &fresh
}

// theExample reads the example, once for all tests.
var theExample = sync.OnceValues(func() (*proof, error) {
	p := &proof{files: map[string][]byte{}, asSent: map[string][]byte{}, cache: project.NewCache()}
	err := fs.WalkDir(os.DirFS(example), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(name, "data/") && !strings.HasPrefix(name, ownTables) && !strings.HasSuffix(name, ".yaml") {
			return err
		}
		p.files[name], err = os.ReadFile(example + "/" + name)
		if strings.HasPrefix(name, ownTables) { // its references want all data, of which mutations take some away
			p.files[name] = regexp.MustCompile(`\{\{[^}]*\}\}`).ReplaceAll(p.files[name], []byte("-"))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	p.forTexts = forTexts(pageOf(p.files[aprYAML]))
	if p.whole, err = p.load(nil); err != nil {
		return nil, err
	}
	p.before = Check(p.whole)
	again, err := p.load(nil)
	if err != nil {
		return nil, err
	}
	p.brief = shortened(again.Narrative)
	for _, name := range []string{moorland, council} {
		p.asSent[name] = p.files[name]
		if p.files[name], err = condensed(p.files[name]); err != nil {
			return nil, err
		}
	}
	if again, err = p.load(nil); err != nil {
		return nil, err
	}
	for _, f := range Check(again).Findings {
		return nil, fmt.Errorf("the example with condensed ledgers isn't complete: %+v", f)
	}
	for _, v := range p.before.Requirements {
		if want := map[string]Verdict{"9": NotApplicable}[v.ID]; v.Verdict != Met && v.Verdict != want {
			return nil, fmt.Errorf("the example isn't complete: %s is %s", v.ID, v.Verdict)
		}
	}
	if p.before.Worst(Statutory) {
		return nil, fmt.Errorf("the example isn't complete: %+v", p.before.Findings[0])
	}
	return p, nil
})

// shortened says "Said." in place of each text that isn't a stub.
func shortened(n *project.Narrative) *project.Narrative {
	n.EachText(func(name string, t *yamlpos.Text) {
		if says(*t) {
			words := "Said."
			if name == "regulation-3.planning" { // which has to speak of the plan
				words = "The plan said."
			}
			*t = yamlpos.NewText(words, t.Position)
		}
	})
	return n
}

// load reads the example with files changed; those that are nil are removed.
func (p *proof) load(changed map[string][]byte) (*project.Project, error) {
	files := maps.Clone(p.files)
	maps.Copy(files, changed)
	files["narrative/.keep"] = []byte{} // the folder is there, be it empty
	m := fstest.MapFS{}
	for name, data := range files {
		if data == nil && strings.HasPrefix(name, ownTables) {
			data = p.files[name]
		}
		if data != nil {
			m[name] = &fstest.MapFile{Data: data}
		}
	}
	today := time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)
	return project.Load(context.Background(), project.Options{Dir: "carrickmoor", FS: m, Today: today, Cache: p.cache})
}

// try runs a mutation and compares what turned with what should.
func (p *proof) try(t *testing.T, m mutation) {
	t.Helper()
	if len(m.want) == 0 && m.refused == "" && m.finds == "" && m.breach == nil {
		p.controls++
	} else {
		p.tried++
	}
	r, err := m.mutated()
	var wrong []string
	switch input, unreadable := errors.AsType[*source.InputError](err); {
	case unreadable && m.refused != "":
		if !slices.ContainsFunc(input.Problems, func(q *source.Problem) bool { return place(q.Position) == m.refused }) {
			wrong = append(wrong, fmt.Sprintf("refused at %s, want %s", place(input.Problems[0].Position), m.refused))
		}
	case unreadable && m.breach != nil && m.breach.refused:
	case err != nil:
		wrong = append(wrong, err.Error())
	case m.breach != nil:
		wrong = m.breach.wrongIn(r)
	case m.refused != "":
		wrong = append(wrong, "the reader takes it; want it refused at "+m.refused)
	default:
		bears := func(rule Rule) bool { return rule.Requirement != "" || rule.ID == m.finds }
		wrong = p.compare(checkWith(r, bears), m)
	}
	if len(wrong) > 0 {
		t.Errorf("%s: %s", m.name, strings.Join(wrong, "; "))
		return
	}
	if len(m.want) > 0 || m.refused != "" || m.finds != "" || m.breach != nil {
		p.caught++
	}
	if len(m.want) > 1 && m.because == "" {
		t.Errorf("%s turns %d requirements without a reason", m.name, len(m.want))
	}
}

// checkWith is Check with some of the rules alone. The others take most of the
// time, and a test of many reports need not run what it doesn't look at.
func checkWith(r *project.Project, runs func(Rule) bool) *Result {
	r = whole(r)
	c := &checker{report: r, reading: testReading(r), states: map[string]*state{}}
	for _, rule := range everyRule() {
		if runs(rule) {
			c.run([]Rule{rule})
		}
	}
	return c.result()
}

var everyRule = sync.OnceValue(Rules)

// findingsOf are those of one rule. The others run, too, where it looks at what they find.
func findingsOf(r *project.Project, id string) (of []Finding) {
	all := slices.ContainsFunc(rulesOfFindings(), func(rule Rule) bool { return rule.ID == id })
	for _, f := range checkWith(r, func(rule Rule) bool { return all || rule.ID == id }).Findings {
		if f.Rule == id {
			of = append(of, f)
		}
	}
	return of
}

// checkAgain is Check for tests of hundreds of reports that have most texts in common.
func checkAgain(r *project.Project) *Result {
	r = whole(r)
	return checkAs(r, testReading(r))
}

// testReading is newReading with a reader of answers that keeps what it has read of other
// reports. With the data of the example, the problems of its values are what they are there.
func testReading(r *project.Project) *reading {
	read := newReading(r)
	read.words = sync.OnceValue(func() *evidence.Reader { return readerOf(r) })
	p, err := theExample()
	if err == nil && r.Workbook == p.whole.Workbook && r.Indicators == p.whole.Indicators && r.Config == p.whole.Config && r.Today.Equal(p.whole.Today) {
		read.ofValues = valuesOfTheExample
	}
	return read
}

// valuesOfTheExample are the problems of the example's values.
var valuesOfTheExample = sync.OnceValue(func() []*source.Problem {
	p, err := theExample()
	if err != nil {
		return nil
	}
	return problemsOfValues(p.whole)
})

// readers are those of answers, by the year and the names that they know.
var readers sync.Map

func readerOf(r *project.Project) *evidence.Reader {
	key := fmt.Sprintf("%s %q", r.Config.Year, namesOf(r))
	if known, ok := readers.Load(key); ok {
		return known.(*evidence.Reader)
	}
	known, _ := readers.LoadOrStore(key, newReader(r))
	return known.(*evidence.Reader)
}

// compare says what turned and shouldn't have, and the other way round.
func (p *proof) compare(res *Result, m mutation) (wrong []string) {
	for i, v := range res.Requirements {
		j := slices.IndexFunc(m.want, func(w turn) bool { return w.id == v.ID })
		found := p.found(res, v.ID)
		switch {
		case j < 0 && v.Verdict != p.before.Requirements[i].Verdict:
			wrong = append(wrong, fmt.Sprintf("%s turns %s at %q", v.ID, v.Verdict, found))
		case j < 0 && slices.ContainsFunc(res.Of(v.ID), func(f Finding) bool { return f.Level == Statutory }):
			wrong = append(wrong, fmt.Sprintf("%s has a finding at %q", v.ID, found))
		case j < 0:
		case v.Verdict != m.want[j].verdict:
			wrong = append(wrong, fmt.Sprintf("%s is %s, want %s", v.ID, v.Verdict, m.want[j].verdict))
		case m.want[j].at != nil && !slices.Equal(found, slices.Sorted(slices.Values(m.want[j].at))):
			wrong = append(wrong, fmt.Sprintf("%s is found at %q, want %q", v.ID, found, m.want[j].at))
		}
	}
	if m.finds != "" && len(res.rule(m.finds)) <= len(p.before.rule(m.finds)) {
		wrong = append(wrong, m.finds+" says nothing")
	}
	return wrong
}

// rule are the findings of a rule.
func (res *Result) rule(id string) (of []Finding) {
	for _, f := range res.Findings {
		if f.Rule == id {
			of = append(of, f)
		}
	}
	return of
}

// found are the places of a requirement's statutory findings, or of those that
// leave it open where there is none, each once and in order.
func (p *proof) found(res *Result, id string) []string {
	var law, open []string
	for _, f := range res.Of(id) {
		open = append(open, place(f.Position))
		if f.Level == Statutory {
			law = append(law, place(f.Position))
		}
	}
	if len(law) == 0 {
		law = open
	}
	slices.Sort(law)
	return slices.Compact(law)
}

// place is a position without its column.
func place(pos source.Position) string {
	pos.Column = 0
	return pos.String()
}

// page is a text file by lines, counted from 1.
type page []string

func pageOf(data []byte) page { return strings.SplitAfter(string(data), "\n") }

func (pg page) bytes() []byte { return []byte(strings.Join(pg, "")) }

// line is a line without its end.
func (pg page) line(n int) string { return strings.TrimRight(pg[n-1], "\r\n") }

// with is the page with lines from to to, both included, replaced.
func (pg page) with(from, to int, lines ...string) page {
	for i := range lines {
		lines[i] += "\n"
	}
	return slices.Concat(pg[:from-1], lines, pg[to:])
}

// find is the number of the only line that is s except for blanks around it.
func (pg page) find(t *testing.T, s string) int {
	t.Helper()
	at := 0
	for n := 1; n <= len(pg); n++ {
		if strings.TrimSpace(pg.line(n)) != s {
			continue
		}
		if at != 0 {
			t.Fatalf("%q stands on lines %d and %d", s, at, n)
		}
		at = n
	}
	if at == 0 {
		t.Fatalf("%q stands nowhere", s)
	}
	return at
}

// indent is how many blanks a line begins with; an empty line has none.
func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// end is the last line of the block that begins on line from: those after it
// that are indented deeper than depth. Blank lines at its end don't count.
func (pg page) end(from, depth int) int {
	last := from
	for n := from + 1; n <= len(pg); n++ {
		switch line := pg.line(n); {
		case strings.TrimSpace(line) == "":
		case indent(line) <= depth:
			return last
		default:
			last = n
		}
	}
	return last
}

// first is the first line that is neither blank nor a comment: where the
// mapping of the file begins.
func (pg page) first() int {
	for n := 1; n <= len(pg); n++ {
		if s := strings.TrimSpace(pg.line(n)); s != "" && !strings.HasPrefix(s, "#") {
			return n
		}
	}
	return 1
}

// lineAt is the place of a line of a file.
func lineAt(file string, line int) string { return fmt.Sprintf("%s:%d", file, line) }
