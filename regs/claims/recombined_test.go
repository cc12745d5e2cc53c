package claims

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/sentence"
)

// Whatever words stand next to each other, the reader goes on: sentences of the corpora are cut and put
// together at random, as people cut and paste them.
func TestRecombinedSentences(t *testing.T) {
	files, err := filepath.Glob("testdata/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no corpora: ", err)
	}
	var all []string
	for _, f := range files {
		for _, l := range corpus(t, f) {
			all = append(all, l.sentence)
		}
	}
	r := rand.New(rand.NewPCG(7, 9))
	words := func() []string { return strings.Fields(all[r.IntN(len(all))]) }
	for n := range rounds.Of(t, 2000) {
		on := textsOf(t, []string{onCarrickmoor, onArdenmuir}[n%2])
		var text strings.Builder
		for range 6 {
			a, b := words(), words()
			one := slices.Concat(a[:r.IntN(len(a)+1)], b[r.IntN(len(b)+1):])
			if len(one) > 2 && r.IntN(3) == 0 {
				one = slices.Delete(one, 0, 1+r.IntN(2))
			}
			text.WriteString(strings.Join(one, " ") + ". ")
		}
		for _, c := range Read(on.facts, []Text{NewText("opening.foreword", text.String())}).Claims {
			if strings.HasPrefix(c.Reason, failed) {
				t.Errorf("%s: %s", c.Text, c.Reason)
			}
		}
	}
}

// A sentence at which a reader fails is counted as not read, with those around it read as ever.
func TestAFaultIsCounted(t *testing.T) {
	p := sentence.NewPassage("opening.foreword", yamlpos.NewText("Falls rose to 24.1 in 2025.", source.Position{File: "f.yaml", Line: 1, Column: 1}))
	r := &reader{passage: p, plain: p.Plain, reading: &Reading{Claims: []*Claim{{Text: "before"}}}} // which knows no words
	r.sentenceOr(p.Sentences()[0])
	if got := r.reading.Claims; len(got) != 2 || got[0].Text != "before" || got[1].Verdict != Unread || !strings.HasPrefix(got[1].Reason, failed) || got[1].Text != "Falls rose to 24.1 in 2025." {
		t.Errorf("claims %+v", got[len(got)-1])
	}
}
