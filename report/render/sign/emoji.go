package sign

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/runenames"
)

// Spell is a text in which emoji that no font is sure to have, flags among them, stand
// as their names in brackets, such as [flag of Scotland], in every format alike. Signs
// are drawn and stay; so do letters, and what is covered by the report's font.
func Spell(s string, covered func(rune) bool) string {
	if !mayHaveEmoji(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		_, length, drawn := Of(s[i:])
		switch {
		case drawn:
			n = length
			b.WriteString(s[i : i+n])
		case r >= firstEmoji && !covered(r) && (unicode.Is(unicode.So, r) || isRegional(r)):
			n = Cluster(s[i:])
			b.WriteString(Spoken(s[i : i+n]))
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// firstEmoji is below all emoji but letters and digits.
const firstEmoji = 0x2190

func mayHaveEmoji(s string) bool {
	for _, r := range s {
		if r >= firstEmoji {
			return true
		}
	}
	return false
}

// IsJoiner reports the invisible characters of emoji sequences: zero-width
// joiner, variation selectors, skin tones, tags, and other formatting marks.
func IsJoiner(r rune) bool {
	return r == 0x200d || r >= 0xfe00 && r <= 0xfe0f || r >= 0x1f3fb && r <= 0x1f3ff ||
		r >= 0xe0000 && r <= 0xe007f || r == 0x20e3 || unicode.Is(unicode.Cf, r)
}

// isRegional reports the letters of which two make a flag.
func isRegional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

// Cluster is how many bytes at the start of s make one emoji: a symbol, what
// modifies it, and the symbols joined to it; or the two letters of a flag.
func Cluster(s string) int {
	first, n := utf8.DecodeRuneInString(s)
	if second, size := utf8.DecodeRuneInString(s[n:]); isRegional(first) && isRegional(second) {
		n += size
	}
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !IsJoiner(r) {
			break
		}
		n += size
		if r == 0x200d && n < len(s) {
			_, size = utf8.DecodeRuneInString(s[n:])
			n += size
		}
	}
	return n
}

// Spoken is a symbol sequence in words: "[man, woman, girl]", "[flag of
// Scotland]".
func Spoken(s string) string {
	if name := flagName(s); name != "" {
		return "[" + name + "]"
	}
	var names []string
	for _, r := range s {
		if !IsJoiner(r) {
			names = append(names, strings.ToLower(runenames.Name(r)))
		}
	}
	return "[" + strings.Join(names, ", ") + "]"
}

// flagName is whose flag an emoji sequence shows, "" where it shows none: two
// letters, or a black flag with the code of a part of a country in tags that
// nobody sees (Unicode Technical Standard 51, annex C).
func flagName(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if isRegional(first) {
		code := ""
		for _, r := range s {
			if isRegional(r) {
				code += string('A' + r - 0x1f1e6)
			}
		}
		if name, ok := regionName(code); ok {
			return "flag of " + name
		}
		return "flag " + code
	}
	const blackFlag, tag, lastTag = 0x1f3f4, 0xe0000, 0xe007e
	if first != blackFlag {
		return ""
	}
	code := strings.Map(func(r rune) rune {
		if r > tag && r <= lastTag {
			return r - tag
		}
		return -1
	}, s[n:])
	switch code {
	case "":
		return ""
	case "gbsct":
		return "flag of Scotland"
	case "gbeng":
		return "flag of England"
	case "gbwls":
		return "flag of Wales"
	}
	return "flag " + strings.ToUpper(code)
}
