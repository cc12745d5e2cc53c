package language

import (
	"strings"
	"sync"

	"apr/regs/claims/facts"
)

// This file has what several readers ask of tokens and words.

// AnyOf reports whether something holds of one of a list, whose elements are large.
func AnyOf[T any](list []T, holds func(*T) bool) bool { return IndexOf(list, holds) >= 0 }

// IndexOf is the first of a list, whose elements are large, of which something holds, -1 for none.
func IndexOf[T any](list []T, holds func(*T) bool) int {
	for i := range list {
		if holds(&list[i]) {
			return i
		}
	}
	return -1
}

// IndexName is where the words of a name are in a list, one right behind the other, -1 for nowhere; same reports whether a
// word is an element of the list.
func IndexName[T any](list []T, name []string, same func(string, *T) bool) int {
	for i := 0; len(name) > 0 && i+len(name) <= len(list); i++ {
		if BeginsWithName(list[i:], name, same) {
			return i
		}
	}
	return -1
}

// BeginsWithName reports whether a list begins with the words of a name.
func BeginsWithName[T any](list []T, name []string, same func(string, *T) bool) bool {
	if len(name) > len(list) {
		return false
	}
	for i, word := range name {
		if !same(word, &list[i]) {
			return false
		}
	}
	return len(name) > 0
}

// SameWord reports whether two words are the same.
func SameWord(word string, other *string) bool { return word == *other }

// FirstWord is the first word of a phrase.
func FirstWord(phrase string) string {
	first, _, _ := strings.Cut(phrase, " ")
	return first
}

// LastWord is the last word of a phrase.
func LastWord(phrase string) string { return phrase[strings.LastIndexByte(phrase, ' ')+1:] }

// IsPounds reports whether a token is an amount of money.
func (t *Token) IsPounds() bool { return t.Kind == NumberToken && t.Q.Unit == facts.Pounds }

// Among reports whether a word is one of a list: of " fell falls fallen ".
func Among(list, word string) bool { return word != "" && strings.Contains(list, " "+word+" ") }

// PlainFigure reads a cell that holds nothing but a figure.
func (l *Lexicon) PlainFigure(s string) (*facts.Quantity, bool) {
	b := []byte(strings.Trim(s, "* "))
	if len(b) == 0 {
		return nil, false
	}
	var t Token
	switch {
	case IsDigit(b[0]):
		t = l.Figure(b, 0)
	case strings.HasPrefix(string(b), "£"):
		t, _ = Money(b, 0)
	default:
		return nil, false
	}
	return t.Q, t.Kind == NumberToken && t.Q != nil && t.End == len(b)
}

// Numbered are words before a number that is a name: "outcome 12".
var Numbered = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`outcome outcomes figure page pages section sections paragraph paragraphs chapter table tables indicator principle principles ward regulation regulations annex part step number no note notes footnote appendix matter chart box map`) {
		words[w] = true
	}
	return words
})

// CuesOf are those of a sentence's words.
func CuesOf(ts []Token) (all Cue) {
	for i := range ts {
		if ts[i].Form != nil {
			all |= ts[i].Form.Cue
		}
	}
	return all
}
