package claims

import (
	"slices"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// TestCompares holds compares, which asks the forms of words, against what the lists say of the words.
func TestCompares(t *testing.T) {
	slow := func(ts []language.Token) bool {
		has := func(words []string) bool {
			return language.AnyOf(ts, func(t *language.Token) bool { return slices.Contains(words, t.Text) })
		}
		if has([]string{"graded", "regraded", "grade", "grades"}) && has(language.Questions) {
			return true
		}
		kept := false
		for i := range ts {
			if t := &ts[i]; t.Kind == language.WordToken {
				if language.Comparing()[t.Text] || i > 0 && ts[i-1].Text == "as" && slices.Contains(language.Likened, t.Text) {
					return true
				}
				kept = kept || slices.Contains(language.Keeping, t.Text)
			}
		}
		return kept && has(language.Targets)
	}
	l := language.NewLexicon(nil)
	found := 0
	for _, s := range corpusSentences(t) {
		ts := l.Tokens(nil, s)
		if compares(ts) {
			found++
		}
		if compares(ts) != slow(ts) {
			t.Errorf("%v of %q", compares(ts), s.Plain[s.Start:s.End])
		}
	}
	if found < 100 {
		t.Errorf("only %d sentences compare", found)
	}
}

// corpusSentences are the sentences of all corpora, read by nothing but package sentence; with
// -short those of one file in 15, as in TestCorpus.
func corpusSentences(t *testing.T) (all []*sentence.Sentence) {
	t.Helper()
	for i, set := range corpora {
		if testing.Short() && i%15 > 0 {
			continue
		}
		for _, one := range corpus(t, "testdata/"+set.file) {
			all = append(all, sentence.NewPassage(set.file, yamlpos.NewText(one.sentence, source.Position{})).Sentences()...)
		}
	}
	if testing.Short() {
		t.Logf("-short: the sentences of one file in 15, %d", len(all))
	}
	return all
}
