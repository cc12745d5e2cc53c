package lex

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/facts"
	"apr/regs/claims/facts/factstest"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// carrickmoor are the facts of the example.
func carrickmoor(t testing.TB) *facts.Facts { return factstest.Of(t, "../../../examples/carrickmoor") }

// newReader is a reader of sentences on facts.
func newReader(f *facts.Facts) *Reader {
	d := language.NewDictionary(f)
	return NewReader(f, d, language.NewLexicon(d), f.ByID())
}

// itemsOf are the items of a text's first sentence, none where it has only quotations.
func itemsOf(r *Reader, text string) []Item {
	p := sentence.NewPassage("opening.foreword", yamlpos.NewText(text, source.Position{File: "f.yaml", Line: 1, Column: 1}))
	for _, s := range p.Sentences() {
		return r.Items(r.Tokens(s), Context{Passage: p})
	}
	return nil
}

// corpus are the sentences that the claims are tested with; with -short those of one file in 15.
func corpus(t testing.TB) (all []string) {
	t.Helper()
	files, err := filepath.Glob("../testdata/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no sentences", err)
	}
	for i, file := range files {
		if testing.Short() && i%15 > 0 {
			continue
		}
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(f)
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
		rows, err := r.ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(file, err)
		}
		at := slices.Index(rows[0], "sentence")
		if at < 0 {
			continue
		}
		for _, row := range rows[1:] {
			if at < len(row) && row[at] != "" {
				all = append(all, row[at])
			}
		}
	}
	return all
}

// TestBesideOthers asks each reader of besideOthers about the items that it isn't called for: it must leave
// all as they are.
func TestBesideOthers(t *testing.T) {
	if len(besideOthers) > 64 {
		t.Fatal("more readers than bits")
	}
	r, items := newReader(carrickmoor(t)), 0
	for _, text := range corpus(t) {
		was := slices.Clone(itemsOf(r, text))
		now := slices.Clone(was)
		for i := range was {
			items++
			for k, reader := range besideOthers {
				if readersBeside().of(&was[i])>>k&1 == 0 {
					reader.read(now, i)
				}
			}
			if !slices.Equal(now, was) {
				t.Fatalf("a reader that isn't asked changes item %d, %q, of %q", i, was[i].Text, text)
			}
		}
	}
	if items < 10_000 && !testing.Short() {
		t.Errorf("only %d items", items)
	}
}

// A word of a reader is no fixed item, or its reader would never be asked.
func TestWordsOfReadersArentFixed(t *testing.T) {
	r := newReader(carrickmoor(t))
	for _, readers := range besideOthers {
		for _, word := range readers.words {
			for _, it := range itemsOf(r, "we "+word+" it") {
				if it.Text == word && fixed(&it) {
					t.Errorf("%q", word)
				}
			}
		}
	}
}
