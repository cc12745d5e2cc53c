package claims

import (
	"slices"
)

// soAdjectives are what something hasn't been "so" since a year, as extremes.
var soAdjectives = map[string]entry{
	"few": {n: -1}, "low": {n: -1}, "short": {n: -1}, "small": {n: -1}, "rare": {n: -1}, "little": {n: -1},
	"many": {n: 1}, "high": {n: 1}, "long": {n: 1}, "large": {n: 1}, "common": {n: 1}, "great": {n: 1}, "much": {n: 1},
	"good": {n: 1, judge: true}, "healthy": {n: 1, judge: true}, "bad": {n: -1, judge: true}, "poor": {n: -1, judge: true},
}

// notSo makes an extreme of "haven't been so few since" and "has never been so low", of which the
// negation begins at i.
func notSo(items []item, i int) {
	if items[i].class != isNot {
		return
	}
	for k := i + 1; k < len(items) && k <= i+4; k++ {
		end := k
		word := ""
		switch {
		case items[k].text == "so few", items[k].text == "so many", items[k].text == "so much":
			word = items[k].text[len("so "):]
		case (items[k].text == "so" || items[k].text == "as" || items[k].text == "this") && k+1 < len(items):
			word, end = items[k+1].text, k+1
		case items[k].class == isPlain:
			continue
		default:
			return
		}
		e, ok := soAdjectives[word]
		if !ok || end+1 < len(items) && (items[end+1].text == "as" || items[end+1].text == "a" || items[end+1].text == "an") {
			return // "not so low as"
		}
		e.class, e.word = isExtreme, word
		if items[i].text == "never" {
			e.word = "never"
		}
		for n := i; n <= end; n++ {
			items[n].entry = entry{class: isPlain, word: items[n].text}
		}
		items[end].entry = e
		items[end].start = items[k].start
		return
	}
}

// superlatives are what a place in words can stand before with a hyphen: "third-highest".
var superlatives = []string{"highest", "lowest", "largest", "smallest", "biggest", "greatest", "best", "worst", "longest", "shortest", "fewest", "costliest"}

// beforeSuperlative reports whether a word before the hyphen at i is a place and one behind it
// what it is the place of.
func beforeSuperlative(b []byte, start, i int) bool {
	rest := b[i+1:]
	if len(rest) > 0 && rest[0] >= 'a' && rest[0] <= 'z' && ordinals[string(lower(b[start:i]))] > 0 {
		return slices.ContainsFunc(superlatives, func(w string) bool {
			return len(rest) >= len(w) && string(rest[:len(w)]) == w && !letterAt(rest, len(w))
		})
	}
	return false
}

// lower is a word of letters a to z in small letters.
func lower(b []byte) []byte {
	out := slices.Clone(b)
	for i, c := range out {
		if c >= 'A' && c <= 'Z' {
			out[i] = c + 'a' - 'A'
		}
	}
	return out
}
