package claims

import (
	"slices"
	"testing"
)

// TestBesideOthers asks each reader of besideOthers about the items that it isn't called for: it must leave
// all as they are.
func TestBesideOthers(t *testing.T) {
	r := newReader(textsOf(t, onCarrickmoor).facts)
	r.reading = &Reading{}
	if len(besideOthers) > 64 {
		t.Fatal("more readers than bits")
	}
	items := 0
	for _, s := range corpusSentences(t) {
		r.passage, r.plain = s.Passage, s.Plain
		was := slices.Clone(r.lex(r.tokens(s)))
		now := slices.Clone(was)
		for i := range was {
			items++
			for k, reader := range besideOthers {
				if readersBeside().of(&was[i])>>k&1 == 0 {
					reader.read(now, i)
				}
			}
			if !slices.Equal(now, was) {
				t.Fatalf("a reader that isn't asked changes item %d, %q, of %q", i, was[i].text, s.Plain[s.Start:s.End])
			}
		}
	}
	if items < 10_000 && !testing.Short() {
		t.Errorf("only %d items", items)
	}
}

// A word of a reader is no fixed item, or its reader would never be asked.
func TestWordsOfReadersArentFixed(t *testing.T) {
	f := textsOf(t, onCarrickmoor).facts
	for _, readers := range besideOthers {
		for _, word := range readers.words {
			r, s := reading(t, f, "we "+word+" it")
			for _, it := range r.lex(r.tokens(s)) {
				if it.text == word && fixed(&it) {
					t.Errorf("%q", word)
				}
			}
		}
	}
}
