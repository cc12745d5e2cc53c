package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/report/render/sign"
)

// where tells escape what else would be read as markup.
type where int

const (
	lineStart where = 1 << iota // the text begins a line of a block
	heading                     // the text is a heading's
)

// escape writes text so that it reads as it is: in GitHub's Markdown and in
// pandoc's, whose subscripts, superscripts, mathematics and citations GitHub
// hasn't. Runs of white space become one space.
func escape(s string, at where) string {
	s = clean(s)
	if strings.ContainsAny(s, specials) {
		s = escapeSpecials(s, at)
	}
	if at&(lineStart|heading) != 0 {
		return startLines(s)
	}
	return s
}

// specials are the characters that special may put a backslash before.
const specials = "\\`*[]<|~$^@_&!#{:."

func escapeSpecials(s string, at where) string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i, r := range s {
		if special(s, i, r, at) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Characters around the name of a sign until it is marked as in another language: no text
// has them.
const nameBegins, nameEnds = "\ufdd0", "\ufdd1"

// escape writes text of the report: behind signs of ratings it says what they are called, as
// the other formats do, for a font may lack them, and a screen reader say nothing of them.
func (w *writer) escape(s string, at where) string {
	if !sign.Any(s) {
		return escape(s, at)
	}
	foreign := ""
	s = escape(w.named(s, func(english string, _ ...any) string {
		words, lang := w.meta.Own(english)
		if lang == "" {
			return words
		}
		foreign = lang
		return nameBegins + words + nameEnds
	}), at)
	return strings.NewReplacer(nameBegins, `<span lang="`+foreign+`">`, nameEnds, "</span>").Replace(s)
}

// named is a text with the names of its signs.
func (w *writer) named(s string, say func(english string, values ...any) string) string {
	return sign.Named(s, func(name string) string { return say(name) })
}

// clean makes each run of white space one space and replaces what Markdown can't hold.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r':
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		case r < ' ' || r >= 0x7f && r < 0xa0:
			r = utf8.RuneError
		case r >= '\u202a' && r <= '\u202e': // they would turn the direction of what follows
			continue
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// isClean reports whether a text is printable ASCII with single spaces, as most are.
func isClean(s string) bool {
	last := byte(0)
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f || s[i] == ' ' && last == ' ' {
			return false
		}
		last = s[i]
	}
	return true
}

// blockStart is what makes a line begin something other than a paragraph: a
// list (pandoc takes letters and Roman numerals too), a footnote, a heading, a
// quotation, a definition, a rule, an underline of a heading.
var blockStart = lazyregexp.Lazy(`^(?:\(?(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)([.)])(?: |$)|\[\^[0-9]+\](:)|([-+#>:=%]))`)

// startLines takes the white space from before each line of escaped text, and
// what its beginning means to Markdown.
func startLines(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		l = strings.TrimLeft(l, " ")
		if m := blockStart().FindStringSubmatchIndex(l); m != nil {
			at := max(m[2], m[4], m[6])
			l = l[:at] + "\\" + l[at:]
		}
		lines[i] = l
	}
	return strings.Join(lines, "\n")
}

// special reports whether the character r, which is at i in s, needs a
// backslash.
func special(s string, i int, r rune, at where) bool {
	if r >= utf8.RuneSelf || strings.IndexByte(specials, byte(r)) < 0 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[i+1:])
	last := i == len(s)-1 // what follows is unknown
	switch r {
	case '\\', '`', '*', '[', ']', '<', '|', '~', '$', '^', '@':
		return true
	case '_': // not within a word
		return !inWord(s, i)
	case '&': // before what could be an entity
		return last || next == '#' || isWord(next)
	case '!': // before a link
		return last
	case '#', '{':
		return at&heading != 0
	case ':': // an address that would become a link
		return last || strings.HasPrefix(s[i:], "://")
	case '.':
		return isWord(next) && i >= 3 && strings.EqualFold(s[i-3:i], "www")
	}
	return false
}

// inWord reports whether the run of underscores around i has a letter or digit
// on each side.
func inWord(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:i], "_"))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[i:], "_"))
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// slug is the anchor that GitHub gives a heading, and pandoc too when it reads
// gfm: lower case, without punctuation, hyphens for spaces.
func slug(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			return unicode.ToLower(r)
		default:
			return -1
		}
	}, clean(title))
}
