// Package common numbers the characters that reports are written with, so that what is
// known of each can be in an array: Latin with all the letters of Gaelic, Scots, Polish and
// Welsh, and general punctuation with its dashes and quotation marks.
package common

const (
	latin       = 0x250 // the first character beyond
	punctuation = 0x2000

	// Count is how many common characters there are.
	Count = latin + 0x70
)

// Index is a common character's number, from 0 to Count-1, and -1 for another.
func Index(r rune) int {
	switch {
	case r >= 0 && r < latin:
		return int(r)
	case r >= punctuation && r < punctuation+Count-latin:
		return int(r) - punctuation + latin
	}
	return -1
}

// Rune is the character with a number.
func Rune(i int) rune {
	if i >= latin {
		return rune(i - latin + punctuation)
	}
	return rune(i)
}
