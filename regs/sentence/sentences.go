package sentence

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/project/reference"
)

// Sentence is one sentence of a passage.
type Sentence struct {
	*Passage
	Span
	// Before is the sentence before in the same block, or nil.
	Before *Sentence
}

// Has reports whether one of the texts is in the sentence.
func (s *Sentence) Has(texts ...string) bool {
	return slices.ContainsFunc(texts, func(t string) bool { return bytes.Contains(s.Plain[s.Start:s.End], []byte(t)) })
}

// RefersTo reports whether the sentence has a reference to a function.
func (s *Sentence) RefersTo(function string) bool {
	return slices.ContainsFunc(s.Refs, func(r reference.Reference) bool {
		return r.Name == function && r.Start >= s.Start && r.Start < s.End
	})
}

// abbreviations end in a full stop that ends no sentence.
var abbreviations = map[string]bool{"e.g": true, "i.e": true, "st": true, "dr": true, "mr": true, "mrs": true, "ms": true,
	"prof": true, "no": true, "vs": true, "cf": true, "approx": true, "etc": true, "c": true, "ca": true, "para": true}

// Sentences are the sentences of the passage's prose.
func (p *Passage) Sentences() []*Sentence { return p.SentencesOf(p.Blocks) }

// SentencesOf are the sentences of some of a passage's blocks.
func (p *Passage) SentencesOf(blocks []Span) []*Sentence {
	var all []*Sentence
	var room []Sentence // for the next
	for _, b := range blocks {
		start := b.Start
		var before *Sentence
		add := func(end int) {
			if end > start {
				if len(room) == 0 {
					room = make([]Sentence, 8)
				}
				room[0] = Sentence{p, Span{start, end}, before}
				before, room = &room[0], room[1:]
				all = append(all, before)
			}
			start = end
		}
		for at := b.Start; ; at++ {
			n := firstEnd(p.Plain[at:b.End])
			if n < 0 {
				break
			}
			if at += n; p.endsSentence(b, at) {
				add(at + 1)
			}
		}
		add(b.End)
	}
	return all
}

// firstEnd is where the first mark is that can end a sentence, -1 where none is.
func firstEnd(text []byte) int {
	first := -1
	for _, mark := range []byte(".!?") {
		if i := bytes.IndexByte(text, mark); i >= 0 {
			first, text = i, text[:i]
		}
	}
	return first
}

// endsSentence reports whether the mark at i ends a sentence: a blank follows,
// and then no small letter.
func (p *Passage) endsSentence(b Span, i int) bool {
	next := i + 1
	for next < b.End && strings.ContainsRune(`.!?)"'`, rune(p.Plain[next])) {
		next++
	}
	if next < b.End && p.Plain[next] != ' ' {
		return false
	}
	blank := bytes.LastIndexByte(p.Plain[b.Start:i], ' ')
	if p.Plain[i] == '.' && abbreviations[strings.Trim(p.Lower[b.Start+blank+1:i], `("'`)] {
		return false
	}
	for next < b.End && p.Plain[next] == ' ' {
		if p.referenceAt(next) >= 0 {
			return true
		}
		next++
	}
	r, _ := utf8.DecodeRune(p.Plain[next:])
	return next >= b.End || !unicode.IsLower(r)
}

// referenceAt is the number of the reference that begins at the offset, or -1.
func (p *Passage) referenceAt(offset int) int {
	for i, r := range p.Refs {
		if r.Start == offset {
			return i
		}
	}
	return -1
}
