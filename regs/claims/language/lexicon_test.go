package language

import (
	"fmt"
	"sync"
	"testing"
)

// TestLexiconIsShared has several readers ask for the same words at once: each word has one form,
// however often the lexicon has grown meanwhile.
func TestLexiconIsShared(t *testing.T) {
	l := NewLexicon(nil)
	var found [4][3000]*Form
	var wait sync.WaitGroup
	for n := range found {
		wait.Go(func() {
			for k := range found[n] {
				i := (k*7 + n*701) % len(found[n])
				found[n][i] = l.FormOf(fmt.Sprintf("Word%c%d", 'a'+i%26, i))
			}
		})
	}
	wait.Wait()
	for i, f := range found[0] {
		if want := fmt.Sprintf("word%c%d", 'a'+i%26, i); f.Text != want || !f.proper {
			t.Fatalf("word %d has the form of %q", i, f.Text)
		}
		for n := range found {
			if found[n][i] != f {
				t.Fatalf("%q has two forms", f.Text)
			}
		}
	}
	if l.count != len(found[0]) {
		t.Errorf("%d words have %d forms", len(found[0]), l.count)
	}
}
