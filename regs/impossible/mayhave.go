package impossible

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
)

// mayHave says which of the forms a text may have whose expressions begin with a number or
// a month's name, as many texts have one: that the form isn't there is seen faster here than
// lazyregexp sees it.
type mayHave struct {
	dayThenMonth, numericDay, grouped, whole, ofWhole bool
	// parts are where "of" stands between two numbers.
	parts []int
	// wholes are where words with a number begin that parts may follow.
	wholes []int
	// months is how often the beginning of a month's name is in it.
	months int
}

// matches are those of an expression, where there may be any.
func matches(may bool, expression func() *lazyregexp.Regexp, text string) [][]int {
	if !may {
		return nil
	}
	return expression().FindAllStringSubmatchIndex(text, -1)
}

const blanks = " \t\n\f\r"

func look(text string) (may mayHave) {
	for _, month := range [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"} {
		for at := strings.Index(text, month); at >= 0; {
			may.months++
			may.dayThenMonth = may.dayThenMonth || endsInDay(text[:at])
			next := strings.Index(text[at+1:], month)
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	may.numericDay = strings.Contains(text, "/20") || strings.Contains(text, ".20")
	for i := 1; i+1 < len(text); i++ {
		switch c := text[i]; {
		case (c == ',' || c == '-') && isDigit(text[i-1]) && isDigit(text[i+1]):
			may.grouped = may.grouped || c == ',' && !thousands(text, i)
			may.numericDay = may.numericDay || c == '-'
		case (c == 'f' || c == 'F') && text[i-1]|0x20 == 'o' && strings.IndexByte(blanks, text[i+1]) >= 0:
			next := strings.TrimLeft(strings.Map(blank, start(text[i+1:])), " ")
			_, behind, _ := strings.Cut(next, " ")
			if endsInNumber(text[:i-1]) && beginsWithWhole(strings.TrimLeft(text[i+1:], blanks)) {
				may.parts = append(may.parts, i-1)
			}
			may.ofWhole = may.ofWhole || beginsWithNumber(strings.TrimLeft(behind, " ")) || text[i-1] == 'O' && beginsWithNumber(next)
			may.whole = may.whole || beginsWithNumber(next) || beginsWithNumber(strings.TrimLeft(behind, " ")) || text[i-1] == 'O' || strings.HasPrefix(next, "wh")
		}
	}
	may.wholes = wholesIn(text)
	return may
}

// thousands reports whether the comma at i, which stands between digits, groups them as it should.
func thousands(text string, i int) bool {
	before, behind := i, i+1
	for before > 0 && isDigit(text[before-1]) {
		before--
	}
	for behind < len(text) && isDigit(text[behind]) {
		behind++
	}
	return i-before <= 3 && behind-i-1 == 3
}

// beginsWithWhole reports whether a text begins with a number, which may have "the" or the like
// before it.
func beginsWithWhole(text string) bool {
	for _, of := range [...]string{"", "the", "our", "its", "their", "all", "these", "those"} {
		if len(text) >= len(of) && strings.EqualFold(text[:len(of)], of) && beginsWithNumber(strings.TrimLeft(text[len(of):], blanks)) {
			return true
		}
	}
	return false
}

// wholesIn are where words with a number begin that a colon, "of which" or "of these" comes not
// long behind.
func wholesIn(text string) (wholes []int) {
	const most = 12      // words between them
	var numbers [][2]int // where they are, and which word of the text
	at, n, before := 0, 0, ""
	for w := range strings.FieldsSeq(text) {
		n++
		at += strings.Index(text[at:], w)
		if holdsNumber(w) {
			numbers = append(numbers, [2]int{at, n})
		}
		at += len(w)
		if strings.HasSuffix(w, ":") || strings.EqualFold(before, "of") && slices.ContainsFunc(ofParts, func(p string) bool { return strings.EqualFold(strings.TrimSuffix(w, ","), p) }) {
			for _, number := range numbers {
				if n-number[1] <= most {
					wholes = append(wholes, number[0])
				}
			}
			numbers = numbers[:0]
		}
		before = w
	}
	return wholes
}

var ofParts = []string{"which", "whom", "these", "those", "them"}

// holdsNumber reports whether a digit or a number in words is in a word with its marks.
func holdsNumber(word string) bool {
	if strings.ContainsAny(word, "0123456789") {
		return true
	}
	for part := range strings.FieldsFuncSeq(word, func(r rune) bool { return r >= 0x80 || !isLetter(byte(r)) }) {
		if InWords(part) > 0 {
			return true
		}
	}
	return false
}

// start is as much of a text as two short words may have.
func start(text string) string { return text[:min(len(text), 200)] }

func blank(r rune) rune {
	if strings.ContainsRune(blanks, r) {
		return ' '
	}
	return r
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// endsInDay reports whether a text ends in a number, which may have "th" or "of" behind it.
func endsInDay(text string) bool {
	text = strings.TrimRight(text, blanks)
	text = strings.TrimRight(strings.TrimSuffix(text, "of"), blanks)
	for _, suffix := range [...]string{"st", "nd", "rd", "th"} {
		text = strings.TrimSuffix(text, suffix)
	}
	return text != "" && isDigit(text[len(text)-1])
}

// withoutOut is a text without "out" at its end.
func withoutOut(text string) string {
	text = strings.TrimRight(text, blanks)
	if n := len(text) - len("out"); n > 0 && strings.EqualFold(text[n:], "out") {
		text = strings.TrimRight(text[:n], blanks)
	}
	return text
}

// endsInNumber reports whether a text ends in a number, in digits or in words, which may
// have "out" behind it.
func endsInNumber(text string) bool {
	text = withoutOut(text)
	from := len(text)
	for from > 0 && isLetter(text[from-1]) {
		from--
	}
	return InWords(text[from:]) > 0 || text != "" && isDigit(text[len(text)-1])
}

func beginsWithNumber(text string) bool {
	to := 0
	for to < len(text) && isLetter(text[to]) {
		to++
	}
	return InWords(text[:to]) > 0 || text != "" && isDigit(text[0])
}
