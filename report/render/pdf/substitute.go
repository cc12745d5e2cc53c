package pdf

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"

	"apr/internal/shaping"
	"apr/internal/source"
	"apr/internal/tagpdf"
	"apr/report/render/sign"
)

// piece is a stretch of text as it is drawn. Where that isn't the text itself,
// actual is, and goes into the tags as ActualText, so that it is read aloud and
// copied as it was written; of a sign it is what the sign is called in English.
type piece struct {
	drawn  string
	actual string
	sign   *sign.Sign // drawn in place of text
}

// drawnAs are characters that the font lacks but has an equivalent of.
var drawnAs = map[rune]string{
	'\u2010': "-",      // hyphen
	'\u2011': "-",      // non-breaking hyphen
	'\u2012': "–",      // figure dash
	'\u2002': " ",      // en space
	'\u2003': " ",      // em space
	'\u2007': "\u00a0", // figure space
	'\u2008': " ",      // punctuation space
	'\u2009': " ",      // thin space
	'\u200a': " ",      // hair space
	'\u202f': "\u00a0", // narrow no-break space
	'\ufb00': "ff",     // ligatures, as PDFs give them
	'\ufb03': "ffi",
	'\ufb04': "ffl",
	'\ufb05': "st",
	'\ufb06': "st",
}

// spaces among them need no ActualText: they sound alike.
const plainSpaces = " \u00a0"

// substitute divides text into what the font can draw and what stands for what
// it can't: an equivalent character, a sign that is drawn, or, for symbols such as
// emoji, their Unicode name in brackets ("[clapping hands sign]"), because a reader of print
// can do more with the name than with an empty box. Letters of a script that
// the font doesn't have, and control characters, are an error: to leave a word
// out, or to spell it in names, would be worse than to say so.
func substitute(s string) ([]piece, error) {
	if isPlain(s) {
		return []piece{{drawn: s}}, nil
	}
	s = norm.NFC.String(s) // the font has few combining marks, but most composed letters
	if !needsSubstitution(s) {
		return []piece{{drawn: s}}, nil
	}
	var pieces []piece
	plain := func(t string) {
		if n := len(pieces); n > 0 && pieces[n-1].actual == "" {
			pieces[n-1].drawn += t
		} else {
			pieces = append(pieces, piece{drawn: t})
		}
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if rated, length, ok := sign.Of(s[i:]); ok {
			pieces = append(pieces, piece{sign: &rated, actual: signName(rated, s[i+length:])})
			i += length
			continue
		}
		switch drawn, known := drawnAs[r]; {
		case r == utf8.RuneError && n == 1:
			return nil, uncovered(s, i, n, "a byte that isn't UTF-8")
		case unicode.IsSpace(r) && r < ' ':
			plain(" ")
		case hidden(r): // it says how to set the text, and is none
		case tagpdf.Covers(r):
			plain(s[i : i+n])
		case known && strings.Contains(plainSpaces, drawn):
			plain(drawn)
		case known:
			pieces = append(pieces, piece{drawn: drawn, actual: string(r)})
		case r == '\u200b': // a place to break a line
			plain(string(r))
		case sign.IsJoiner(r): // a joiner or selector without a symbol before it
		case unicode.IsSymbol(r) || unicode.IsPunct(r) || unicode.IsNumber(r):
			end := i + sign.Cluster(s[i:])
			pieces = append(pieces, piece{drawn: sign.Spoken(s[i:end]), actual: s[i:end]})
			n = end - i
		default:
			return nil, uncovered(s, i, n, named(r))
		}
		i += n
	}
	return pieces, nil
}

// isPlain reports whether a text is printable ASCII.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

func needsSubstitution(s string) bool {
	for _, r := range s {
		if r < ' ' || r >= 0x7f && !tagpdf.Covers(r) || hidden(r) || r == utf8.RuneError {
			return true
		}
	}
	return sign.Any(s)
}

// hidden reports the characters that nobody sees: those that set the direction
// of text, joiners, and the mark of a file's byte order. The font has an empty box
// for some. Where a line may break is for breakLines to see to.
func hidden(r rune) bool {
	return r >= 0x80 && unicode.Is(unicode.Cf, r) && r != '\u00ad' && r != '\u200b'
}

// signName is what a sign is called, apart from a word or sign that follows at once.
func signName(s sign.Sign, next string) string {
	r, _ := utf8.DecodeRuneInString(next)
	if _, _, another := sign.Of(next); another || unicode.IsLetter(r) || unicode.IsDigit(r) {
		return s.Name + " "
	}
	return s.Name
}

// uncovered says what can't be drawn and the words around it, which is where to
// look in the narrative.
func uncovered(s string, at, length int, what string) error {
	const around = 30
	from, to := max(at-around, 0), min(at+around, len(s))
	for from > 0 && !utf8.RuneStart(s[from]) {
		from--
	}
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to++
	}
	return &GlyphError{Char: s[at : at+length], what: what, around: s[from:to]}
}

// GlyphError says that the font can't draw a character and nothing can be
// for it.
type GlyphError struct {
	// Char is the character.
	Char         string
	what, around string
	// font is the project's font that was to draw it, nil for the PDF's own.
	font *shaping.Font
	// lang is the text's language where no font is named for it.
	lang string
}

func (e *GlyphError) Error() string {
	font := "the PDF's font, Liberation Sans,"
	if e.font != nil {
		font = "the font " + e.font.File
	}
	return fmt.Sprintf("%s has no glyph for %s, in the text %q", font, e.what, e.around)
}

// uncoveredBy says which character of a text a project's font can't draw.
func uncoveredBy(f *shaping.Font, s string, r rune) error {
	at := strings.IndexRune(s, r)
	if at < 0 { // it is a character with its marks
		s, at = string(r), 0
	}
	err := uncovered(s, at, utf8.RuneLen(r), named(r))
	if missing, ok := errors.AsType[*GlyphError](err); ok {
		missing.font = f
	}
	return err
}

// named is a character with its number and name.
func named(r rune) string {
	return fmt.Sprintf("%q (%U, %s)", r, r, strings.ToLower(runenames.Name(r)))
}

// At is the error with the place of the character.
func (e *GlyphError) At(place source.Position) *source.InputError {
	hint := "write it in Latin, Greek or Cyrillic letters; or leave the PDF out: --format md,html"
	r, _ := utf8.DecodeRuneInString(e.Char)
	switch {
	case shaping.Foreign(e.Char) && e.lang != "":
		hint = fmt.Sprintf("name a font for it in apr.yaml, such as fonts: [{file: fonts/NAME.ttf, languages: [%s]}]; or leave the PDF out: --format md,html", e.lang)
	case shaping.Foreign(e.Char) && e.font == nil:
		hint = "mark its language, as in [words]{lang=ar}, and name a font for that in apr.yaml under fonts; or leave the PDF out: --format md,html"
	case unicode.Is(unicode.Co, r):
		hint = "it is a sign of a font such as Wingdings or Symbol, which Word pasted: delete it, or write the sign that is meant"
	case e.font != nil:
		hint = "name another font for the language in apr.yaml under fonts, or write another character"
	}
	return &source.InputError{Problems: []*source.Problem{{
		Code: "pdf-character", Position: place, Message: e.Error(), Hint: hint,
	}}}
}
