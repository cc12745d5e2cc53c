package wording

import (
	"fmt"
	"slices"
	"strings"
)

// Piece is a part of a row: its text, or the number of the value that stands there.
type Piece struct {
	Text  string
	Value int // -1 for text
}

// Places are the named places of a row, each once: year of "Spend in {year}".
func Places(row string) []string {
	var places []string
	for row != "" {
		_, name, rest := nextPlace(row)
		if name != "" && !slices.Contains(places, name) {
			places = append(places, name)
		}
		row = rest
	}
	return places
}

// LooseBrackets reports whether words have a curly bracket that is of no place: "{Year}", "{{year}}".
func LooseBrackets(words string) bool {
	for words != "" {
		text, name, rest := nextPlace(words)
		if name == "" {
			text = words
		}
		if strings.ContainsAny(text, "{}") {
			return true
		}
		words = rest
	}
	return false
}

// Pieces are the parts of words that stand for a row, which have its places in whatever
// order their language needs. Values are counted in the order of the English row.
func Pieces(english, words string) []Piece {
	places := Places(english)
	var pieces []Piece
	for words != "" {
		text, name, rest := nextPlace(words)
		if text != "" {
			pieces = append(pieces, Piece{text, -1})
		}
		if name != "" {
			if i := slices.Index(places, name); i >= 0 {
				pieces = append(pieces, Piece{"", i})
			} else {
				pieces = append(pieces, Piece{"{" + name + "}", -1})
			}
		}
		words = rest
	}
	return pieces
}

// Fill is words that stand for a row with the values in their places. A place that has no
// value stays as it is, which the test of the calls finds.
func Fill(english, words string, values ...any) string {
	if len(values) == 0 {
		return words
	}
	var s strings.Builder
	for _, p := range Pieces(english, words) {
		switch {
		case p.Value < 0:
			s.WriteString(p.Text)
		case p.Value < len(values):
			fmt.Fprint(&s, values[p.Value])
		default:
			s.WriteString("{" + Places(english)[p.Value] + "}")
		}
	}
	return s.String()
}

// SamePlaces reports whether words have the places of a row, in any order.
func SamePlaces(english, words string) bool {
	want, got := Places(english), Places(words)
	slices.Sort(want)
	slices.Sort(got)
	return slices.Equal(want, got)
}

// nextPlace cuts a row at its first place, which is in small letters.
func nextPlace(row string) (text, name, rest string) {
	for at := 0; at < len(row); {
		open := strings.IndexByte(row[at:], '{')
		if open < 0 {
			break
		}
		open += at
		end := open + 1
		for end < len(row) && row[end] >= 'a' && row[end] <= 'z' {
			end++
		}
		if end > open+1 && end < len(row) && row[end] == '}' {
			return row[:open], row[open+1 : end], row[end+1:]
		}
		at = open + 1
	}
	return row, "", ""
}
