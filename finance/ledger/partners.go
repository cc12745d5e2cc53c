package ledger

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/table/celltext"
)

// Plain is a text in words a blank apart, with one on each side.
func Plain(s string) string {
	fields := strings.FieldsFunc(celltext.Fold(s), func(r rune) bool {
		return strings.ContainsRune(" \t-_.,:;()[]/'’–", r)
	})
	return " " + strings.Join(fields, " ") + " "
}

// Named reports whether a text has all words of a name, one after the other.
func Named(text, name string) bool {
	words := Plain(name)
	return len(words) > len("  ") && strings.Contains(Plain(text), words)
}

// health and council are words of what kind a body is.
var (
	healthWords  = []string{"nhs", "health", "board", "hb", "nhsb"}
	councilWords = []string{"council", "cncl", "comhairle", "local", "authority"}
	healthBody   = lazyregexp.Lazy(` (?:nhs|nhsb|health board|hb) `)
	councilBody  = lazyregexp.Lazy(` (?:council|cncl|comhairle|local authority) `)
)

// NamesBody reports whether a text names a partner: by its name, or by its place and the kind
// of body that it is, as "Moor Health Board" does NHS Moor.
func NamesBody(text, partner string) bool {
	if partner == "" {
		return false
	}
	if Named(text, partner) {
		return true
	}
	name, words := Plain(partner), Plain(text)
	kind := healthWords
	switch {
	case healthBody().MatchString(name) && healthBody().MatchString(words):
	case councilBody().MatchString(name) && councilBody().MatchString(words):
		kind = councilWords
	default:
		return false
	}
	place := strings.Join(slices.DeleteFunc(strings.Fields(name), func(w string) bool {
		return slices.Contains(kind, w) || w == "the" || w == "city" || w == "of"
	}), " ")
	return place != "" && strings.Contains(words, " "+place+" ")
}

// tradeText is what a partner sells to anybody, and buys from others as anybody does.
var tradeText = lazyregexp.Lazy(`(?i)\b(?:rates|tax|rents?|rental|lets?|lease[sd]?|premises|offices?|water|waste|refuse|licen[cs]es?|superannuation|pensions?|planning fees?|catering|parking)\b`)

// bodyHead is the head of a column that says whose money the lines are. Supplier and
// organisation are as often whom it was paid to, and are heard where all lines say the same.
var bodyHead = lazyregexp.Lazy(`(?i)^(?:(?:reporting |public )?body|organi[sz]ation|entity|company|employer|publisher|health board|nhs board|board|council|(?:local )?authority)(?:[ _](?:name|title|desc(?:ription)?))?$`)

// IsBodyHead reports whether a head is that of a column of bodies.
func IsBodyHead(head string) bool { return bodyHead().MatchString(celltext.Spaced(head)) }

// BodyOf is the one of some bodies that a text names, the longest if there are several, or "".
func BodyOf(text string, bodies []string) (longest string) {
	text = strings.ReplaceAll(text, "&", " and ")
	for _, body := range bodies {
		if len(body) > len(longest) && NamesBody(text, strings.ReplaceAll(body, "&", " and ")) {
			longest = body
		}
	}
	return longest
}
