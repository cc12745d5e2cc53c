// Package garbled finds letters that were garbled on their way: text in UTF-8 that a
// program read as Windows-1252 or an older code, so that ’ became â€™ and £ Â£, and
// letters that were lost and have a � or a question mark in their place.
package garbled

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"apr/internal/lazyregexp"
)

// Found is a word with garbled letters.
type Found struct {
	// Start and End are the word's offsets.
	Start, End int
	// Meant is the word as it was; "" where that isn't certain.
	Meant string
}

// Find finds the words with garbled letters, in order.
func Find(s string) []Found {
	if !mayHave(s) {
		return nil
	}
	var words []Found
	all := mended(s)
	first := 0 // of the letters of the last word
	for i, r := range all {
		start, end := word(s, r)
		if n := len(words); n > 0 && start < words[n-1].End {
			words[n-1].End = max(end, words[n-1].End)
		} else {
			words, first = append(words, Found{Start: start, End: end}), i
		}
		last := &words[len(words)-1]
		if i+1 == len(all) || all[i+1].start >= last.End {
			last.Meant = whole(replaced(s, last.Start, last.End, all[first:i+1]))
		}
	}
	return words
}

// replaced is a stretch of a text with letters mended.
func replaced(s string, start, end int, all []letters) string {
	var b strings.Builder
	for _, r := range all {
		b.WriteString(s[start:r.start])
		b.WriteString(r.meant)
		start = r.end
	}
	return b.String() + s[start:end]
}

// mayHave is quick to say that a text has nothing of the kind, as most don't.
func mayHave(s string) bool {
	return strings.ContainsAny(s, "ÂÃÄÅâïð‚¬√ÔΓ┬├\ufffd?")
}

// whole is a word that was mended; it is mended again where it was garbled twice, and
// "" where a letter of it is lost.
func whole(meant string) string {
	for range 2 {
		if !mayHave(meant) {
			return meant
		}
		again := mended(meant)
		if len(again) == 0 {
			break
		}
		meant = replaced(meant, 0, len(meant), again)
	}
	if strings.ContainsRune(meant, utf8.RuneError) {
		return ""
	}
	return meant
}

// word is the word around a range.
func word(s string, r letters) (start, end int) {
	start, end = r.start, r.end
	if i := strings.LastIndexFunc(s[max(0, start-80):start], unicode.IsSpace); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[max(0, start-80)+i:])
		start = max(0, start-80) + i + size
	} else if start <= 80 {
		start = 0
	}
	ahead := s[end:min(len(s), end+80)]
	if strings.HasSuffix(r.meant, "\u00a0") && !strings.HasSuffix(s[:end], "\u00a0") {
		return start, end // a blank
	}
	if i := strings.IndexFunc(ahead, unicode.IsSpace); i >= 0 {
		end += i
	} else if end+80 >= len(s) {
		end = len(s)
	}
	return start, end
}

// letters are what stands for one letter.
type letters struct {
	start, end int
	meant      string // � where it is lost
}

// mended are the garbled letters of a text, in order.
func mended(s string) []letters {
	var all []letters
	before := [2]rune{} // the two before the next
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		n, meant := letter(s, at, r, size, before)
		if n == 0 {
			before = [2]rune{before[1], r}
			at += size
			continue
		}
		all = append(all, letters{at, at + n, meant})
		before = [2]rune{before[1], []rune(meant)[0]}
		at += n
	}
	return all
}

// letter is what is at a place of a text if it is garbled: its length, 0 if it isn't,
// and what it was. r is the letter there, of that size.
func letter(text string, at int, r rune, size int, before [2]rune) (n int, meant string) {
	s := text[at:]
	switch {
	case r == utf8.RuneError && size > 1:
		return size, lost(s[size:], before)
	case r == '?':
		if was := lost(s[size:], before); was != "\ufffd" && !inAddress(text, at) {
			return size, was
		}
		return 0, ""
	}
	for _, code := range codes {
		if !strings.ContainsRune(code.leads, r) {
			continue
		}
		if n, meant := code.decode(s, before); n > 0 {
			return n, meant
		}
	}
	next, _ := utf8.DecodeRuneInString(s[size:])
	inWord := unicode.IsLower(before[1])
	switch {
	case strings.HasPrefix(s, "â€"):
		return len("â€"), "”" // whose last third has no letter in Windows-1252
	case r == 'Ã' && inWord && unicode.IsSpace(next):
		return size, "à" // whose second half is a no-break space
	case r == 'Â' && (inWord || unicode.IsDigit(before[1])) && unicode.IsSpace(next):
		return size, "\u00a0"
	}
	return 0, ""
}

// contraction is what an apostrophe is before, and money what £ is before.
var (
	contraction = lazyregexp.Lazy(`^(?:s|t|re|ve|ll)(?:[\s.,;:!)]|$)`)
	money       = lazyregexp.Lazy(`^[0-9][0-9.]*(?:,[0-9]{3})*(?:\.[0-9]+)?(?:m|k|bn)?(?:[\s.,;:)]|$)`)
	worth       = lazyregexp.Lazy(`^[0-9.]*(?:,[0-9]{3}|[0-9.](?:m|k|bn)\b|\.[0-9]{2}\b)`)
)

// lost is the letter that a � or a question mark is in the place of, � where that
// isn't certain.
func lost(after string, before [2]rune) string {
	after = after[:min(len(after), 40)]
	switch {
	case unicode.IsLower(before[1]) && unicode.IsLetter(before[0]) && contraction().MatchString(after):
		return "’"
	case (before[1] == 0 || unicode.IsSpace(before[1]) || before[1] == '(') && money().MatchString(after) && worth().MatchString(after):
		return "£"
	}
	return "\ufffd"
}

// inAddress reports whether what is at a place is most likely a question of an address.
func inAddress(s string, at int) bool {
	before := s[max(0, at-80):at]
	after, _, _ := strings.Cut(s[at:min(len(s), at+80)], " ")
	return strings.ContainsAny(before[strings.LastIndexAny(before, " \n")+1:], "/:") || strings.ContainsAny(after, "=&/")
}

// code is a way to read bytes as letters, and the letters that the bytes are read as
// which begin a letter in UTF-8.
type code struct {
	leads string
	page  *charmap.Charmap
	// fits reports whether a letter is meant rather than what is written.
	fits func(written string, meant rune, before [2]rune, after rune) bool
}

// codes are the ways in which text in UTF-8 is misread: as Windows-1252, as a Mac did,
// and as the command line of Windows does.
var codes = [...]code{
	{"ÂÃÄÅâïð", charmap.Windows1252, fitsWindows},
	{"‚¬√Ô", charmap.Macintosh, fitsMac},
	{"Ô┬├", charmap.CodePage850, fitsAlways},
	{"Γ┬├", charmap.CodePage437, fitsAlways},
}

// decode reads the letters that a text begins with as the bytes that they were.
func (c *code) decode(s string, before [2]rune) (n int, meant string) {
	var bytes [utf8.UTFMax]byte
	for i := range bytes {
		r, size := utf8.DecodeRuneInString(s[n:])
		b, ok := c.page.EncodeRune(r)
		if r > 0x80 && r < 0xa0 {
			b, ok = byte(r), true // what has no letter in the code is kept
		}
		if !ok || size == 0 || i > 0 && (b < 0x80 || b > 0xbf) {
			return 0, ""
		}
		bytes[i] = b
		n += size
		was, width := utf8.DecodeRune(bytes[:i+1])
		if i > 0 && was != utf8.RuneError || i == 2 && width == 3 {
			after, _ := utf8.DecodeRuneInString(s[n:])
			if !plausible(was) || !c.fits(s[:n], was, before, after) {
				return 0, ""
			}
			return n, string(was)
		}
	}
	return 0, ""
}

// plausible reports whether a report may have a letter.
func plausible(r rune) bool {
	for _, within := range [...][2]rune{{0xa0, 0x17f}, {0x2010, 0x205f}, {0x20ac, 0x20ac}, {0x2122, 0x2122}, {0x2190, 0x22ff}, {0x2500, 0x27bf}, {0xfb00, 0xfb06}, {0xfeff, 0xfeff}, {0xfffd, 0xfffd}, {0x1f000, 0x1faff}} {
		if within[0] <= r && r <= within[1] {
			return true
		}
	}
	return false
}

func fitsAlways(string, rune, [2]rune, rune) bool { return true }

// fitsWindows leaves alone a capital letter before a closing quotation mark and the
// like, as in IRMÃ’S and SMÅ….
func fitsWindows(written string, meant rune, before [2]rune, after rune) bool {
	_, size := utf8.DecodeRuneInString(written)
	second, _ := utf8.DecodeRuneInString(written[size:])
	switch {
	case meant >= 0x100 && meant <= 0x17f:
		return unicode.IsLower(before[1])
	case strings.ContainsRune("’‘“”…–—", second) && size+utf8.RuneLen(second) == len(written):
		return !unicode.IsUpper(before[1])
	}
	return true
}

// fitsMac leaves roots of numbers alone.
func fitsMac(written string, _ rune, before [2]rune, after rune) bool {
	if !strings.HasPrefix(written, "√") {
		return true
	}
	return unicode.IsLetter(before[1]) && (unicode.IsLetter(before[0]) || unicode.IsLetter(after))
}
