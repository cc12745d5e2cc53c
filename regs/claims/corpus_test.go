package claims

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/facts"
	"apr/regs/claims/mentions"
)

// kept has the workbooks and accounts of the projects that tests load again and again.
var kept = sync.OnceValue(project.NewCache)

// load reads a project.
func load(t testing.TB, dir string) *project.Project {
	t.Helper()
	r, err := project.Load(context.Background(), project.Options{Dir: dir, Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC), Cache: kept()})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// labelled is one sentence of a corpus.
type labelled struct {
	id, place, sentence, kind string
	wrong                     bool
}

// corpus reads a file of sentences: id, place, sentence, right or wrong, kind.
func corpus(t testing.TB, file string) []labelled {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []labelled
	for n, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if f := strings.Split(line, "\t"); n > 0 {
			if len(f) != 5 || f[3] != "wrong" && f[3] != "right" {
				t.Fatalf("%s:%d: %d columns", file, n+1, len(f))
			}
			all = append(all, labelled{f[0], f[1], f[2], f[4], f[3] == "wrong"})
		}
	}
	return all
}

// placed sets sentences into copies of a project's texts.
type texts struct {
	facts  *facts.Facts
	texts  map[string]yamlpos.Text
	reader *reader
	// mentions are those of all texts.
	mentions []*mentions.Mention
}

// read are the texts of the projects that tests have read, by their folders.
var read sync.Map

func textsOf(t testing.TB, dir string) *texts {
	if p, ok := read.Load(dir); ok {
		return p.(*texts)
	}
	r := load(t, dir)
	p := &texts{facts: facts.Of(r), texts: map[string]yamlpos.Text{}}
	p.reader = newReader(p.facts)
	var all []Text
	r.Narrative.EachText(func(name string, text *yamlpos.Text) {
		p.texts[name] = *text
		all = append(all, Text{Name: name, Text: *text})
	})
	p.mentions = p.reader.read(all).kept.Mentions
	read.Store(dir, p)
	return p
}

// with reads a text with the sentence behind its first paragraph, and gives the
// claims that are in the sentence's line.
func (p *texts) with(name, sentence string) ([]*Claim, bool) {
	text, ok := p.texts[strings.Replace(name, "/", ".", 1)]
	if !ok {
		return nil, false
	}
	// A claim is read with what is before it, with the paragraph behind it, and with the text's
	// tables: the rest would be read again for each sentence.
	first, behind, _ := strings.Cut(text.Markdown, "\n\n")
	if !strings.Contains(behind, "\n|") {
		behind, _, _ = strings.Cut(behind, "\n\n")
	}
	markdown := first + "\n\n" + sentence + "\n\n" + behind
	line := text.Position.Line + strings.Count(first, "\n") + 2
	r := p.reader.read([]Text{{Name: strings.Replace(name, "/", ".", 1), Text: yamlpos.NewText(markdown, text.Position)}})
	var there []*Claim
	for _, c := range r.Claims {
		if c.At.Line == line {
			there = append(there, c)
		}
	}
	return p.besideOthers(there, r.kept.Mentions, line), true
}

// besideOthers holds what a sentence counts against what the other texts do: in their
// sentences that count something of its kind, since none of theirs contradict each other.
func (p *texts) besideOthers(there []*Claim, said []*mentions.Mention, line int) []*Claim {
	said = slices.DeleteFunc(slices.Clone(said), func(m *mentions.Mention) bool { return m.At.Line != line })
	kind := func(m *mentions.Mention) string { return cmp.Or(m.Head, "person") }
	kinds, alike := map[string]bool{}, map[source.Position]bool{}
	for _, m := range said {
		kinds[kind(m)] = true
	}
	for _, m := range p.mentions {
		if kinds[kind(m)] {
			alike[m.Sentence] = true
		}
	}
	beside := mentions.Kept{}
	for _, m := range p.mentions {
		if alike[m.Sentence] {
			beside.Mentions = append(beside.Mentions, m)
		}
	}
	beside.Mentions = append(beside.Mentions, said...)
	return beside.Contradictions(there)
}

// score counts what was found. Of the wrong sentences vouched are those that are told as right: each of their
// claims is confirmed, so that an author is sure of what is wrong.
type score struct{ wrong, found, right, against, vouched int }

func (s score) String() string {
	return fmt.Sprintf("recall %3.0f%% (%d of %d), precision %3.0f%% (%d false of %d right)", 100*ratio(s.found, s.wrong), s.found, s.wrong,
		100*ratio(s.found, s.found+s.against), s.against, s.right)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// measure holds every sentence of a corpus against a project and prints recall
// and precision by kind.
func measure(t *testing.T, dir string, sentences []labelled) score {
	t.Helper()
	p := textsOf(t, dir)
	byKind := map[string]*score{}
	var all score
	for _, l := range sentences {
		s := byKind[l.kind]
		if s == nil {
			s = &score{}
			byKind[l.kind] = s
		}
		claims, ok := p.with(l.place, l.sentence)
		if !ok {
			t.Errorf("%s: no text %s", l.id, l.place)
			continue
		}
		found := someAre(claims, Contradicted)
		for i, c := range claims {
			if slices.ContainsFunc(claims[i+1:], func(o *Claim) bool {
				return o.Text == c.Text && o.At == c.At && (o.Verdict == Unread || c.Verdict == Unread)
			}) {
				t.Errorf("%s: %q is read, and said not to be", l.id, c.Text)
			}
		}
		for _, s := range []*score{s, &all} {
			switch {
			case l.wrong && found:
				s.wrong, s.found = s.wrong+1, s.found+1
			case l.wrong:
				s.wrong++
			case found:
				s.right, s.against = s.right+1, s.against+1
			default:
				s.right++
			}
		}
		vouched := l.wrong && onlyConfirmed(claims)
		if vouched {
			all.vouched++
		}
		if l.wrong != found && (testing.Verbose() || !l.wrong) {
			t.Logf("%s %s: %s", verdictOn(l.wrong, vouched), l.id, l.sentence)
			for _, c := range claims {
				t.Logf("        %s %s %q %s%s", c.Verdict, c.Measure, c.Text, c.Message, c.Reason)
			}
		}
	}
	var kinds []string
	for k := range byKind {
		kinds = append(kinds, k)
	}
	sort.Strings(kinds)
	for _, k := range kinds {
		t.Logf("%-18s %s", k, byKind[k])
	}
	t.Logf("%-18s %s", "all", all)
	return all
}

// onlyConfirmed reports whether claims say nothing but what the data bear out.
func onlyConfirmed(claims []*Claim) bool {
	return len(claims) > 0 && allAre(claims, Confirmed)
}

// verdictOn says in the test's output what became of a sentence that was read wrongly.
func verdictOn(wrong, vouched bool) string {
	switch {
	case vouched:
		return "MISSED, TOLD AS RIGHT"
	case wrong:
		return "MISSED"
	}
	return "FALSE "
}

// second is the second project in a folder of its own, with the example's workbook.
func second(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/second")); err != nil {
		t.Fatal(err)
	}
	books, err := filepath.Glob("../../examples/carrickmoor/data/*.xlsx")
	if err != nil || len(books) != 1 {
		t.Fatal(books, err)
	}
	data, err := os.ReadFile(books[0])
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "data/workbook.xlsx"), data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// toldAsRight is how many wrong sentences of all corpora may be told with confirmed claims alone.
const toldAsRight = 2

// TestCorpus holds every corpus against its project. Recall and precision may not
// fall below the floors, which are lower than what is reached: the sentences were
// looked at when what they showed was corrected.
func TestCorpus(t *testing.T) {
	made := second(t)
	sentences, wrong, vouched := 0, 0, 0
	for i, set := range corpora {
		t.Run(set.file, func(t *testing.T) {
			if testing.Short() && i%15 > 0 {
				t.Skip("left out by -short: one file of sentences in 15 is read")
			}
			all := corpus(t, "testdata/"+set.file)
			sentences += len(all)
			s := measure(t, cmp.Or(set.dir, made), all)
			wrong, vouched = wrong+s.wrong, vouched+s.vouched
			if recall, precision := ratio(s.found, s.wrong), ratio(s.found, s.found+s.against); recall < set.recall || precision < set.precision {
				t.Errorf("%s; the floors are %.0f%% and %.0f%%", s, 100*set.recall, 100*set.precision)
			}
		})
	}
	t.Logf("of %d wrong sentences, %d are told with confirmed claims alone", wrong, vouched)
	if vouched > toldAsRight {
		t.Errorf("%d wrong sentences are told with confirmed claims alone; at most %d may be", vouched, toldAsRight)
	}
	if sentences < 400 && !testing.Short() {
		t.Errorf("%d sentences are too few", sentences)
	}
}

func TestTheExampleIsClean(t *testing.T) {
	for _, dir := range []string{"../../examples/carrickmoor", "../../examples/ardenmuir"} {
		r := Of(load(t, dir))
		for _, c := range r.Claims {
			if c.Verdict == Contradicted {
				t.Errorf("%s: %s: %s", c.At, c.Text, c.Message)
			}
		}
		t.Logf("%s: %d sentences, %d claims: %d confirmed, %d contradicted, %d not read; left out %+v", dir, r.Sentences, len(r.Claims),
			r.Count(Confirmed), r.Count(Contradicted), r.Count(Unread), r.LeftOut)
	}
}

func BenchmarkRead(b *testing.B) {
	r := load(b, "../../examples/carrickmoor")
	for b.Loop() {
		Of(r)
	}
}
