package claims

import (
	"bytes"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/period"
	"apr/internal/project/reference"
	"apr/regs/sentence"
)

// tokenKind is what a token is.
type tokenKind int

const (
	wordToken tokenKind = iota
	numberToken
	yearToken
	markToken
	referenceToken
)

// token is a word of a sentence, or something like one.
type token struct {
	kind       tokenKind
	text       string    // in small letters
	form       *form     // of a word, nil else
	start, end int       // bytes of the passage
	q          *quantity // of a number, nil else
	// ordinal is 3 of "third" and "3rd"; 0 else.
	ordinal int64
	// year is that of a year; calendar is true of "2025".
	year     int
	calendar bool
	ref      *reference.Reference
	proper   bool // begins with a capital letter
}

// tokens are those of a sentence, until the next is read.
func (r *reader) tokens(s *sentence.Sentence) []token {
	r.tokenRoom = r.lexicon.tokens(r.tokenRoom[:0], s)
	r.cues = cuesIn(r.tokenRoom)
	return r.tokenRoom
}

// tokens appends the tokens of a sentence.
func (l *lexicon) tokens(all []token, s *sentence.Sentence) []token {
	at := s.Start
	for i := range s.Refs {
		r := &s.Refs[i]
		if r.Start < at || r.End > s.End {
			continue
		}
		all = l.scan(all, s.Plain, at, r.Start)
		all = append(all, token{kind: referenceToken, start: r.Start, end: r.End, ref: r})
		at = r.End
	}
	return l.scan(all, s.Plain, at, s.End)
}

// scan appends the tokens of a run without references.
func (l *lexicon) scan(all []token, plain []byte, start, end int) []token {
	b := plain[:end]
	for i := start; i < end; {
		c := b[i]
		switch {
		case c == ' ':
			i++ // as most
		case c|0x20 >= 'a' && c|0x20 <= 'z': // as most others
			t := l.word(b, i)
			all, i = append(all, t), t.end
		case isDigit(c):
			t := l.figure(b, i)
			all, i = append(all, t), t.end
		case bytes.HasPrefix(b[i:], []byte("£")):
			t, ok := money(b, i)
			if ok {
				all = append(all, t)
			}
			i = t.end
		case c == ',', c == ';', c == ':', c == '(', c == ')':
			all = append(all, token{kind: markToken, text: string(b[i : i+1]), start: i, end: i + 1})
			i++
		case c < utf8.RuneSelf && !unicode.IsLetter(rune(c)):
			if c == '-' && i > start && b[i-1] == ' ' && i+1 < end && b[i+1] == ' ' {
				all = append(all, token{kind: markToken, text: "–", start: i, end: i + 1})
			}
			if c == '"' {
				all = append(all, token{kind: markToken, text: `"`, start: i, end: i + 1})
			}
			i++
		default:
			t := l.word(b, i)
			if t.text != "" {
				all = append(all, t)
			}
			i = t.end
		}
	}
	return all
}

// besidePoint go on with one point as with a number of them.
var besidePoint = []string{"short", "over", "under", "above", "below", "beyond", "better", "worse", "more", "less", "fewer", "higher", "lower", "ahead", "behind", "off", "up", "down", "on", "from"}

// scaled takes "million" and the like behind a number in, and a unit.
func scaled(b []byte, t *token) {
	if !beginsOneOf(b[t.end:], "apdhtmb") && !bytes.HasPrefix(b[t.end:], []byte("-")) {
		return
	}
	rest := strings.ToLower(string(b[t.end:min(t.end+32, len(b))]))
	if half, ok := strings.CutPrefix(rest, " and a half"); ok && t.q.unit == bare {
		t.q.value = new(big.Rat).Add(t.q.value, rat(1, 2))
		is := around(t.q.value, rat(1, 4))
		t.q.is, t.q.den = &is, 2
		t.end, rest = t.end+len(" and a half"), half
		if strings.HasPrefix(half, " points") && !letterAt(b, t.end+len(" points")) {
			t.end, t.q.unit = t.end+len(" points"), points
			return
		}
	}
	if t.q.unit == bare && strings.HasPrefix(rest, " point") && t.q.value.Cmp(rat(1, 1)) == 0 && !letterAt(b, t.end+len(" point")) && bytes.HasSuffix(b[:t.start], []byte("by ")) {
		t.end, t.q.unit = t.end+len(" point"), points // "missed by one point"
		return
	}
	if behind, ok := strings.CutPrefix(rest, " point "); ok && t.q.unit == bare && t.q.value.Cmp(rat(1, 1)) == 0 {
		word, _, _ := strings.Cut(behind, " ")
		if slices.Contains(besidePoint, strings.Trim(word, ",.;")) {
			t.end, t.q.unit = t.end+len(" point"), points // "one point short of target"
			return
		}
	}
	if strings.HasPrefix(rest, " pence") && t.q.unit == bare && inThePound(b[max(0, t.start-80):]) {
		t.end, t.q.unit, t.q.ofMoney = t.end+len(" pence"), percent, true
		return
	}
	if scaleInWords(b, t, rest) {
		return
	}
	for _, u := range [...]struct {
		name string
		unit Unit
	}{{" percentage points", points}, {" percentage point", points}, {" per cent", percent}, {" percent", percent}, {"-point", points}, {" points", points}} {
		if strings.HasPrefix(rest, u.name) && (len(rest) == len(u.name) || !letterAt([]byte(rest), len(u.name))) {
			t.end += len(u.name)
			t.q.unit = u.unit
			return
		}
	}
}

// beginsOneOf reports whether what is behind a word is a word that begins with one of the letters, small
// or capital: most words are told so.
func beginsOneOf(behind []byte, letters string) bool {
	return len(behind) > 1 && behind[0] == ' ' && strings.IndexByte(letters, behind[1]|0x20) >= 0
}

// scaleInWords takes "thousand" and the like behind a number in words in, and "pounds": "just over
// two million pounds", "more than five thousand".
func scaleInWords(b []byte, t *token, rest string) bool {
	if strings.HasPrefix(rest, " dozen") && !letterAt([]byte(rest), len(" dozen")) && t.q.value.Cmp(rat(10, 1)) <= 0 {
		t.q.value, t.end = new(big.Rat).Mul(t.q.value, rat(12, 1)), t.end+len(" dozen")
		is := around(t.q.value, rat(1, 1)) // nobody counts so what has to be exact
		t.q.is = &is
		return true
	}
	if strings.HasPrefix(rest, " hundred") && !letterAt([]byte(rest), len(" hundred")) && t.q.value.IsInt() && t.q.value.Cmp(rat(10, 1)) < 0 {
		t.q.value, t.q.step, t.q.loose, t.end = new(big.Rat).Mul(t.q.value, rat(100, 1)), 10, 10, t.end+len(" hundred")
		t.hundreds(b)
		return true
	}
	for _, word := range []string{"thousand", "million", "billion"} {
		if !strings.HasPrefix(rest, " "+word) || letterAt([]byte(rest), 1+len(word)) {
			continue
		}
		scale := scales[word]
		halves := t.q.den == 2
		t.q.value = new(big.Rat).Mul(t.q.value, rat(scale, 1))
		t.q.step, t.q.loose, t.q.den, t.q.is = scale, scale, 1, nil
		if halves {
			is := around(t.q.value, rat(scale, 4))
			t.q.step, t.q.is = scale/2, &is
		}
		t.end += 1 + len(word)
		if rest = rest[1+len(word):]; strings.HasPrefix(rest, " pounds") && !letterAt([]byte(rest), len(" pounds")) {
			t.end, t.q.unit = t.end+len(" pounds"), pounds
		}
		return true
	}
	return false
}

// roundNumber reads "a dozen", "half a dozen", "a hundred" and "a million pounds".
func roundNumber(b []byte, t *token) bool {
	if !beginsOneOf(b[t.end:], "adhtmb") {
		return false
	}
	rest := strings.ToLower(string(b[t.end:min(t.end+32, len(b))]))
	set := func(n int64, word string) bool {
		if !strings.HasPrefix(rest, word) || letterAt([]byte(rest), len(word)) {
			return false
		}
		q := exactly(n)
		q.inWords, q.step = true, max(n/10, 1)
		t.kind, t.q, t.end = numberToken, &q, t.end+len(word)
		return true
	}
	before := strings.ToLower(string(b[max(0, t.start-5):t.start]))
	switch {
	case t.text == "half":
		return set(6, " a dozen")
	case strings.HasSuffix(before, "half ") || strings.HasSuffix(before, "of ") || strings.HasSuffix(before, "in ") || strings.HasSuffix(before, "per "):
		return false // "a quarter of a million", "in a hundred"
	case set(12, " dozen"):
		is := around(t.q.value, rat(1, 1))
		t.q.is = &is
		return true
	case set(100, " hundred"):
		t.q.loose = 10
		t.hundreds(b)
		return true
	}
	one := exactly(1)
	one.inWords = true
	scaled := *t
	if scaled.q = &one; !scaleInWords(b, &scaled, rest) {
		return false
	}
	scaled.kind = numberToken
	*t = scaled
	return true
}

// hundreds takes what is behind "a hundred" or "two hundred" in: "and twelve", "thousand".
func (t *token) hundreds(b []byte) {
	rest := strings.ToLower(string(b[t.end:min(t.end+32, len(b))]))
	if and, found := strings.CutPrefix(rest, " and "); found {
		end := strings.IndexFunc(and, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
		if end < 0 {
			end = len(and)
		}
		if n, ok := inWord(and[:end]); ok && n > 0 && n < 100 {
			t.q.value, t.q.step, t.q.loose = new(big.Rat).Add(t.q.value, rat(n, 1)), 1, 0
			t.end += len(" and ") + end
			rest = and[end:]
		}
	}
	scaleInWords(b, t, rest)
}

// figure reads a year, a number with its unit, or a word that begins with a digit.
func (l *lexicon) figure(b []byte, start int) token {
	if y, n, ok := financialYear(b[start:min(start+10, len(b))]); ok && !letterAt(b, start+n) {
		return token{kind: yearToken, text: string(b[start : start+n]), year: y, start: start, end: start + n}
	}
	i := digitsAt(b, start)
	t := token{kind: numberToken, text: string(b[start:i]), start: start, end: i}
	behind := b[i:min(i+24, len(b))]
	if isYearNumber(t.text) && !bytes.HasPrefix(behind, []byte("%")) && !letterAt(b, i) {
		y, _ := strconv.Atoi(t.text)
		t.kind, t.year, t.calendar = yearToken, y, true
		return t
	}
	q, ok := written(t.text, 1)
	if !ok {
		return l.wordFrom(b, start)
	}
	t.q = &q
	if len(behind) == 0 || behind[0] == ' ' && !beginsOneOf(behind, "p%mtb") || strings.IndexByte(".,;:)", behind[0]) >= 0 {
		return t // without a unit
	}
	rest := strings.ToLower(string(behind))
	switch {
	case unitBehind(rest, &t):
	case len(rest) >= 2 && (rest[:2] == "st" || rest[:2] == "nd" || rest[:2] == "rd" || rest[:2] == "th") && !letterAt(b, i+2):
		n, _ := strconv.ParseInt(t.text, 10, 64)
		return token{kind: wordToken, text: string(b[start : i+2]), start: start, end: i + 2, ordinal: n}
	case (strings.HasPrefix(rest, "p") || strings.HasPrefix(rest, " pence")) && inThePound(b[max(0, start-80):]):
		t.end, t.q.unit, t.q.ofMoney = i+map[bool]int{true: 1, false: len(" pence")}[rest[0] == 'p'], percent, true
	case t.text == "1" && strings.HasPrefix(rest, " point") && !letterAt(b, i+len(" point")) && !strings.HasPrefix(rest, " point of"):
		t.end, t.q.unit = i+len(" point"), points
	case ofTarget(rest, &t):
	case rest != "" && (rest[0] == '-' && letterAt(b, i+1) || letterAt(b, i)):
		return l.wordFrom(b, start)
	}
	return t
}

// inThePound reports whether a text speaks of every pound, so that pence are shares of it.
func inThePound(b []byte) bool {
	return bytes.Contains(b, []byte("every pound")) || bytes.Contains(b, []byte("each pound")) || bytes.Contains(b, []byte("the pound"))
}

// wordFrom is a word that begins with a digit: "28-day", "65s".
func (l *lexicon) wordFrom(b []byte, start int) token {
	t := l.word(b, start)
	t.kind = wordToken
	return t
}

// ofTarget reads "-day" and the like between a number and the target that it is.
func ofTarget(rest string, t *token) bool {
	for _, u := range [...]string{"-day", "-week", "-month", "-hour"} {
		if behind, ok := strings.CutPrefix(rest, u); ok && strings.HasPrefix(behind, " target") {
			t.end += len(u)
			return true
		}
	}
	return false
}

// unitBehind reads the unit behind a number: percent, points, millions.
func unitBehind(rest string, t *token) bool {
	if rest == "" || strings.IndexByte("% p-mk", rest[0]) < 0 {
		return false
	}
	for _, u := range [...]struct {
		name  string
		unit  Unit
		times int64
	}{{"%-point", points, 1}, {"% points", points, 1}, {"%", percent, 1}, {" %", percent, 1}, {" percentage points", points, 1}, {" percentage point", points, 1},
		{" percentage-points", points, 1}, {"pp", points, 1}, {" pp", points, 1}, {" per cent", percent, 1}, {" percent", percent, 1}, {" points", points, 1},
		{"-percentage-point", points, 1}, {"-point", points, 1}, {" million", bare, 1e6}, {"m", bare, 1e6}, {" thousand", bare, 1e3}, {"k", bare, 1e3}, {" billion", bare, 1e9}} {
		if u.name == "-point" && ofPoints(rest) {
			continue
		}
		if strings.HasPrefix(rest, u.name) && (u.name[len(u.name)-1] == '%' || !letterAt([]byte(rest), len(u.name))) {
			t.end += len(u.name)
			if u.times > 1 {
				*t.q, _ = written(t.text, u.times)
			}
			t.q.unit = u.unit
			return true
		}
	}
	return false
}

// money reads an amount in pounds.
func money(b []byte, start int) (token, bool) {
	i := start + len("£")
	for i < len(b) && (b[i] == ' ' || b[i] == '(') {
		i++
	}
	if i >= len(b) || !isDigit(b[i]) {
		return token{end: start + len("£")}, false
	}
	end := digitsAt(b, i)
	digits := string(b[i:end])
	times := int64(1)
	rest := strings.ToLower(string(b[end:min(end+12, len(b))]))
	scale := strings.TrimPrefix(rest, " ")
	for _, u := range [...]string{"million", "billion", "thousand", "bn", "mn", "mil", "m", "k"} {
		if strings.HasPrefix(scale, u) && !letterAt([]byte(scale), len(u)) {
			times = scales[u]
			end += len(rest) - len(scale) + len(u)
			break
		}
	}
	q, ok := written(digits, times)
	if !ok {
		return token{end: end}, false
	}
	q.unit = pounds
	return token{kind: numberToken, text: "£" + digits, start: start, end: end, q: &q}, true
}

// isYearNumber reports whether a number of four digits can be a year.
func isYearNumber(s string) bool {
	return len(s) == 4 && s[2] != '.' && (strings.HasPrefix(s, "20") || strings.HasPrefix(s, "199")) // and not 20.2
}

// financialYear reads 2025/26 and its other spellings at the beginning of b.
func financialYear(b []byte) (year, n int, ok bool) {
	if len(b) < 6 || !isDigit(b[0]) || !isDigit(b[1]) || !isDigit(b[2]) || !isDigit(b[3]) {
		return 0, 0, false
	}
	i := 4
	switch {
	case b[i] == '/' || b[i] == '-':
		i++
	case bytes.HasPrefix(b[i:], []byte("–")):
		i += len("–")
	default:
		return 0, 0, false
	}
	end := i
	for end < len(b) && isDigit(b[end]) {
		end++
	}
	y, err := period.Parse(string(b[:4]) + "/" + string(b[i:end]))
	return int(y), end, err == nil && end-i >= 2
}
