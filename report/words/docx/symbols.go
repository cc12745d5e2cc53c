package docx

import (
	"strconv"
	"strings"
)

// symbol is a sign that Word takes from a font of its own kind, in which the letters are
// others: the same sign of Unicode where it has one that people write in texts.
func (r *reader) symbol(e *element, b *Block) string {
	code, err := strconv.ParseUint(e.attr("char"), 16, 32)
	if err != nil {
		code = 0
	}
	return r.sign(e.attr("font"), rune(code), b)
}

// letters are the words of a run; older files have the signs of symbol fonts among them.
func (r *reader) letters(words string, props *element, b *Block) string {
	if !strings.ContainsFunc(words, isOfSymbolFont) {
		return words
	}
	var out strings.Builder
	for _, c := range words {
		if isOfSymbolFont(c) {
			out.WriteString(r.sign(props.kid("w:rFonts").attr("ascii"), c, b))
		} else {
			out.WriteRune(c)
		}
	}
	return out.String()
}

// isOfSymbolFont reports whether a character is the code of a sign of a symbol font.
func isOfSymbolFont(c rune) bool { return c >= 0xf000 && c <= 0xf0ff }

// sign is a sign of a font; one that isn't known is lost.
func (r *reader) sign(font string, code rune, b *Block) string {
	if s := signOf(font, code); s != "" {
		return s
	}
	what := "a sign of a symbol font"
	if font != "" {
		what = "a sign of the font " + font
	}
	r.loseAll(what, "", thenSign, b)
	return ""
}

// signOf is a sign of a symbol font in Unicode, "" for one that isn't known. Word writes
// its codes from U+F000 on, and those of other fonts as they are.
func signOf(font string, code rune) string {
	own := isOfSymbolFont(code)
	if own {
		code -= 0xf000
	}
	signs, isSymbol := symbolFonts[strings.ToLower(font)]
	switch {
	case isSymbol:
		return signs[code]
	case !own && code > ' ' && (code < 0xe000 || code > 0xf8ff):
		return string(code)
	}
	return ""
}

// symbolFonts are the signs that texts have of the fonts that come with Word, by their codes.
var symbolFonts = map[string]map[rune]string{
	"symbol": {
		'+': "+", '-': "−", '=': "=", '<': "<", '>': ">", '%': "%", '&': "&", '/': "/", '(': "(", ')': ")",
		0xa3: "≤", 0xb0: "°", 0xb1: "±", 0xb3: "≥", 0xb4: "×", 0xb7: "•", 0xb8: "÷", 0xb9: "≠", 0xbb: "≈", 0xbc: "…",
		0xd2: "®", 0xd3: "©", 0xd4: "™", 0xd7: "·", 0xe2: "®", 0xe3: "©", 0xe4: "™",
		0xab: "↔", 0xac: "←", 0xad: "↑", 0xae: "→", 0xaf: "↓", 0x6d: "µ",
	},
	"wingdings": {
		0x6c: "•", 0xa7: "•", 0x9f: "•", 0xdf: "←", 0xe0: "→", 0xe1: "↑", 0xe2: "↓", 0xe8: "→", 0xf0: "→", 0xfb: "✘", 0xfc: "✔",
	},
}
