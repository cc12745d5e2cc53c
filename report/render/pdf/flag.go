package pdf

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

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
		if region, err := language.ParseRegion(code); err == nil {
			return "flag of " + display.English.Regions().Name(region)
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
