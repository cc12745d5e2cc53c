package regs

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// said is an answer in a text of the narrative.
type said struct{ name, want, words string }

// saidIn reads a file of testdata/answers: a line has the name of a text, what has to
// be found where that isn't the file's, and the words.
func saidIn(t *testing.T, file string) (all []said) {
	t.Helper()
	data, err := os.ReadFile("testdata/answers/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		parts := strings.Split(strings.TrimSpace(line), " | ")
		switch {
		case strings.HasPrefix(line, "#"):
		case len(parts) == 2:
			all = append(all, said{parts[0], "", parts[1]})
		default:
			all = append(all, said{parts[0], parts[1], parts[2]})
		}
	}
	return sampled(t, all, 20)
}

// sampled is all, or with -short one in n of them, which it says.
func sampled[T any](t *testing.T, all []T, n int) []T {
	t.Helper()
	if !testing.Short() {
		return all
	}
	some := all[:0:0]
	for i := 0; i < len(all); i += n {
		some = append(some, all[i])
	}
	t.Logf("-short: %d of %d are tried", len(some), len(all))
	return some
}

// ofTexts are all rules but those of inputs: what was read is the example's, and its rules
// on workbooks and ledgers take longest.
func ofTexts(rule Rule) bool {
	return !slices.ContainsFunc(inputs(), func(of Rule) bool { return of.ID == rule.ID })
}

// findings are those of some rules at each text of the example that says other words,
// where every text that isn't asked for is shortened. A report has as many of them as are
// different texts with different words: what is found in each is what is found in it alone,
// and reading one takes as long as reading all.
func (p *proof) findings(t *testing.T, all []said, runs func(Rule) bool) [][]Finding {
	t.Helper()
	found := make([][]Finding, len(all))
	for done := make([]bool, len(all)); slices.Contains(done, false); {
		names, words := map[string]int{}, map[string]bool{}
		for i, s := range all {
			if _, twice := names[s.name]; !done[i] && !twice && !words[s.words] {
				names[s.name], words[s.words], done[i] = i, true, true
			}
		}
		p.findingsIn(t, all, names, runs, found)
	}
	return found
}

// findingsIn finds those in one report, which has the texts of some names.
func (p *proof) findingsIn(t *testing.T, all []said, names map[string]int, runs func(Rule) bool, found [][]Finding) {
	t.Helper()
	r := *p.whole
	n := *p.brief
	r.Narrative = &n
	if _, has := names["regulation-4.reserves"]; has { // the example has none
		n.Reg4.Reserves = yamlpos.NewText("Said.", source.Position{File: reg4y, Line: 1})
	}
	at, before := map[source.Position]int{}, map[string]yamlpos.Text{}
	n.EachText(func(name string, text *yamlpos.Text) {
		if i, has := names[name]; has {
			before[name] = *text
			*text = yamlpos.NewText(all[i].words, text.Position)
			at[line(text.Position)] = i
		}
	})
	if len(at) != len(names) {
		t.Fatalf("the example lacks one of the texts %v, or two are on a line", slices.Sorted(maps.Keys(names)))
	}
	result := checkWith(&r, runs)
	n.EachText(func(name string, text *yamlpos.Text) { // lists are shared with brief
		if was, has := before[name]; has {
			*text = was
		}
	})
	for _, f := range result.Findings {
		if i, has := at[line(f.Position)]; has && !ofPeople(f.Rule) {
			found[i] = append(found[i], f)
		}
	}
}

// line is the position of the beginning of a line.
func line(pos source.Position) source.Position {
	return source.Position{File: pos.File, Line: pos.Line}
}

// TestEmptyAnswersAreFoundInEachText: what says nothing is missing where the law asks
// for it, and is advice where it is merely thin or no regulation asks.
func TestEmptyAnswersAreFoundInEachText(t *testing.T) {
	p := newProof(t)
	all, right := saidIn(t, "empty.txt"), 0
	found := p.findings(t, all, ofTexts)
	for i, s := range all {
		statutory, advice := false, false
		for _, f := range found[i] {
			statutory = statutory || f.Level == Statutory
			advice = advice || f.Level != Statutory && !strings.Contains(f.Rule, "plan-or-money") && f.Rule != "R6-1b-involvement" && f.Rule != "R6-1b-named" && f.Rule != "R5-1-value"
		}
		got := map[bool]string{true: "missing", false: map[bool]string{true: "advice", false: "nothing"}[advice]}[statutory]
		if got == s.want {
			right++
		} else {
			t.Logf("%s: %q is %s, want %s", s.name, s.words, got, s.want)
		}
	}
	t.Logf("of %d empty answers %d are called what they are", len(all), right)
	if 100*right < 90*len(all) {
		t.Errorf("%d of %d empty answers are called what they are; want 90%%", right, len(all))
	}
}

// TestShortLawfulAnswersPass: none is missing, and hardly any is called thin or asked
// to speak of something else. Whether a text speaks of Planning with People is asked
// whatever else it says, and whether that of a locality names a place.
func TestShortLawfulAnswersPass(t *testing.T) {
	p := newProof(t)
	all, advised := saidIn(t, "lawful.txt"), 0
	found := p.findings(t, all, ofTexts)
	for i, s := range all {
		for _, f := range found[i] {
			switch {
			case f.Level == Statutory:
				t.Errorf("%s: %q: %s: %s", s.name, s.words, f.Rule, f.Message)
			case f.Rule != "R6-1a-planning-with-people" && f.Rule != "R6-1b-named":
				advised++
				t.Logf("%s: %q: %s: %s", s.name, s.words, f.Rule, f.Message)
			}
		}
	}
	t.Logf("of %d lawful answers %d are advised on", len(all), advised)
	if advised > max(1, 3*len(all)/100) {
		t.Errorf("%d of %d lawful answers are advised on; want 3%% at most, or one", advised, len(all))
	}
}
