package language

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
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/sentence"
)

// tokenKind is what a token is.
type tokenKind int

const (
	WordToken tokenKind = iota
	NumberToken
	YearToken
	MarkToken
	ReferenceToken
)

// Token is a word of a sentence, or something like one.
type Token struct {
	Kind       tokenKind
	Text       string          // in small letters
	Form       *Form           // of a word that is read as it is written, nil else
	Start, End int             // bytes of the passage
	Q          *facts.Quantity // of a number, nil else
	// ordinal is 3 of "third" and "3rd"; 0 else.
	Ordinal int64
	// year is that of a year; calendar is true of "2025".
	Year     int
	Calendar bool
	Ref      *reference.Reference
	Proper   bool // begins with a capital letter
}

// Tokens appends the tokens of a sentence.
func (l *Lexicon) Tokens(all []Token, s *sentence.Sentence) []Token {
	at := s.Start
	for i := range s.Refs {
		r := &s.Refs[i]
		if r.Start < at || r.End > s.End {
			continue
		}
		all = l.scan(all, s.Plain, at, r.Start)
		all = append(all, Token{Kind: ReferenceToken, Start: r.Start, End: r.End, Ref: r})
		at = r.End
	}
	return l.scan(all, s.Plain, at, s.End)
}

// scan appends the tokens of a run without references.
func (l *Lexicon) scan(all []Token, plain []byte, start, end int) []Token {
	b := plain[:end]
	for i := start; i < end; {
		c := b[i]
		switch {
		case c == ' ':
			i++ // as most
		case c|0x20 >= 'a' && c|0x20 <= 'z': // as most others
			t := l.word(b, i)
			all, i = append(all, t), t.End
		case IsDigit(c):
			t := l.Figure(b, i)
			all, i = append(all, t), t.End
		case bytes.HasPrefix(b[i:], []byte("£")):
			t, ok := Money(b, i)
			if ok {
				all = append(all, t)
			}
			i = t.End
		case c == ',', c == ';', c == ':', c == '(', c == ')':
			all = append(all, Token{Kind: MarkToken, Text: string(b[i : i+1]), Start: i, End: i + 1})
			i++
		case c < utf8.RuneSelf && !unicode.IsLetter(rune(c)):
			if c == '-' && i > start && b[i-1] == ' ' && i+1 < end && b[i+1] == ' ' {
				all = append(all, Token{Kind: MarkToken, Text: "–", Start: i, End: i + 1})
			}
			if c == '"' {
				all = append(all, Token{Kind: MarkToken, Text: `"`, Start: i, End: i + 1})
			}
			i++
		default:
			t := l.word(b, i)
			if t.Text != "" {
				all = append(all, t)
			}
			i = t.End
		}
	}
	return all
}

// besidePoint go on with one point as with a number of them.
var besidePoint = []string{"short", "over", "under", "above", "below", "beyond", "better", "worse", "more", "less", "fewer", "higher", "lower", "ahead", "behind", "off", "up", "down", "on", "from"}

// scaled takes "million" and the like behind a number in, and a unit.
func scaled(b []byte, t *Token) {
	if !beginsOneOf(b[t.End:], "apdhtmb") && !bytes.HasPrefix(b[t.End:], []byte("-")) {
		return
	}
	rest := strings.ToLower(string(b[t.End:min(t.End+32, len(b))]))
	if half, ok := strings.CutPrefix(rest, " and a half"); ok && t.Q.Unit == facts.Bare {
		t.Q.Value = new(big.Rat).Add(t.Q.Value, exact.Rat(1, 2))
		is := exact.Around(t.Q.Value, exact.Rat(1, 4))
		t.Q.Is, t.Q.Den = &is, 2
		t.End, rest = t.End+len(" and a half"), half
		if strings.HasPrefix(half, " points") && !letterAt(b, t.End+len(" points")) {
			t.End, t.Q.Unit = t.End+len(" points"), facts.Points
			return
		}
	}
	if t.Q.Unit == facts.Bare && strings.HasPrefix(rest, " point") && t.Q.Value.Cmp(exact.Rat(1, 1)) == 0 && !letterAt(b, t.End+len(" point")) && bytes.HasSuffix(b[:t.Start], []byte("by ")) {
		t.End, t.Q.Unit = t.End+len(" point"), facts.Points // "missed by one point"
		return
	}
	if behind, ok := strings.CutPrefix(rest, " point "); ok && t.Q.Unit == facts.Bare && t.Q.Value.Cmp(exact.Rat(1, 1)) == 0 {
		word, _, _ := strings.Cut(behind, " ")
		if slices.Contains(besidePoint, strings.Trim(word, ",.;")) {
			t.End, t.Q.Unit = t.End+len(" point"), facts.Points // "one point short of target"
			return
		}
	}
	if strings.HasPrefix(rest, " pence") && t.Q.Unit == facts.Bare && inThePound(b[max(0, t.Start-80):]) {
		t.End, t.Q.Unit, t.Q.OfMoney = t.End+len(" pence"), facts.Percent, true
		return
	}
	if scaleInWords(b, t, rest) {
		return
	}
	for _, u := range [...]struct {
		name string
		unit facts.Unit
	}{{" percentage points", facts.Points}, {" percentage point", facts.Points}, {" per cent", facts.Percent}, {" percent", facts.Percent}, {"-point", facts.Points}, {" points", facts.Points}} {
		if strings.HasPrefix(rest, u.name) && (len(rest) == len(u.name) || !letterAt([]byte(rest), len(u.name))) {
			t.End += len(u.name)
			t.Q.Unit = u.unit
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
func scaleInWords(b []byte, t *Token, rest string) bool {
	if strings.HasPrefix(rest, " dozen") && !letterAt([]byte(rest), len(" dozen")) && t.Q.Value.Cmp(exact.Rat(10, 1)) <= 0 {
		t.Q.Value, t.End = new(big.Rat).Mul(t.Q.Value, exact.Rat(12, 1)), t.End+len(" dozen")
		is := exact.Around(t.Q.Value, exact.Rat(1, 1)) // nobody counts so what has to be exact
		t.Q.Is = &is
		return true
	}
	if strings.HasPrefix(rest, " hundred") && !letterAt([]byte(rest), len(" hundred")) && t.Q.Value.IsInt() && t.Q.Value.Cmp(exact.Rat(10, 1)) < 0 {
		t.Q.Value, t.Q.Step, t.Q.Loose, t.End = new(big.Rat).Mul(t.Q.Value, exact.Rat(100, 1)), 10, 10, t.End+len(" hundred")
		t.hundreds(b)
		return true
	}
	for _, word := range []string{"thousand", "million", "billion"} {
		if !strings.HasPrefix(rest, " "+word) || letterAt([]byte(rest), 1+len(word)) {
			continue
		}
		scale := Scales[word]
		halves := t.Q.Den == 2
		t.Q.Value = new(big.Rat).Mul(t.Q.Value, exact.Rat(scale, 1))
		t.Q.Step, t.Q.Loose, t.Q.Den, t.Q.Is = scale, scale, 1, nil
		if halves {
			is := exact.Around(t.Q.Value, exact.Rat(scale, 4))
			t.Q.Step, t.Q.Is = scale/2, &is
		}
		t.End += 1 + len(word)
		if rest = rest[1+len(word):]; strings.HasPrefix(rest, " pounds") && !letterAt([]byte(rest), len(" pounds")) {
			t.End, t.Q.Unit = t.End+len(" pounds"), facts.Pounds
		}
		return true
	}
	return false
}

// roundNumber reads "a dozen", "half a dozen", "a hundred" and "a million pounds".
func roundNumber(b []byte, t *Token) bool {
	if !beginsOneOf(b[t.End:], "adhtmb") {
		return false
	}
	rest := strings.ToLower(string(b[t.End:min(t.End+32, len(b))]))
	set := func(n int64, word string) bool {
		if !strings.HasPrefix(rest, word) || letterAt([]byte(rest), len(word)) {
			return false
		}
		q := Exactly(n)
		q.InWords, q.Step = true, max(n/10, 1)
		t.Kind, t.Q, t.End = NumberToken, &q, t.End+len(word)
		return true
	}
	before := strings.ToLower(string(b[max(0, t.Start-5):t.Start]))
	switch {
	case t.Text == "half":
		return set(6, " a dozen")
	case strings.HasSuffix(before, "half ") || strings.HasSuffix(before, "of ") || strings.HasSuffix(before, "in ") || strings.HasSuffix(before, "per "):
		return false // "a quarter of a million", "in a hundred"
	case set(12, " dozen"):
		is := exact.Around(t.Q.Value, exact.Rat(1, 1))
		t.Q.Is = &is
		return true
	case set(100, " hundred"):
		t.Q.Loose = 10
		t.hundreds(b)
		return true
	}
	one := Exactly(1)
	one.InWords = true
	scaled := *t
	if scaled.Q = &one; !scaleInWords(b, &scaled, rest) {
		return false
	}
	scaled.Kind = NumberToken
	*t = scaled
	return true
}

// hundreds takes what is behind "a hundred" or "two hundred" in: "and twelve", "thousand".
func (t *Token) hundreds(b []byte) {
	rest := strings.ToLower(string(b[t.End:min(t.End+32, len(b))]))
	if and, found := strings.CutPrefix(rest, " and "); found {
		end := strings.IndexFunc(and, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
		if end < 0 {
			end = len(and)
		}
		if n, ok := InWord(and[:end]); ok && n > 0 && n < 100 {
			t.Q.Value, t.Q.Step, t.Q.Loose = new(big.Rat).Add(t.Q.Value, exact.Rat(n, 1)), 1, 0
			t.End += len(" and ") + end
			rest = and[end:]
		}
	}
	scaleInWords(b, t, rest)
}

// Figure reads a year, a number with its unit, or a word that begins with a digit.
func (l *Lexicon) Figure(b []byte, start int) Token {
	if y, n, ok := financialYear(b[start:min(start+10, len(b))]); ok && !letterAt(b, start+n) {
		return Token{Kind: YearToken, Text: string(b[start : start+n]), Year: y, Start: start, End: start + n}
	}
	i := digitsAt(b, start)
	t := Token{Kind: NumberToken, Text: string(b[start:i]), Start: start, End: i}
	behind := b[i:min(i+24, len(b))]
	if IsYearNumber(t.Text) && !bytes.HasPrefix(behind, []byte("%")) && !letterAt(b, i) {
		y, _ := strconv.Atoi(t.Text)
		t.Kind, t.Year, t.Calendar = YearToken, y, true
		return t
	}
	q, ok := Written(t.Text, 1)
	if !ok {
		return l.wordFrom(b, start)
	}
	t.Q = &q
	if len(behind) == 0 || behind[0] == ' ' && !beginsOneOf(behind, "p%mtb") || strings.IndexByte(".,;:)", behind[0]) >= 0 {
		return t // without a unit
	}
	rest := strings.ToLower(string(behind))
	switch {
	case unitBehind(rest, &t):
	case len(rest) >= 2 && (rest[:2] == "st" || rest[:2] == "nd" || rest[:2] == "rd" || rest[:2] == "th") && !letterAt(b, i+2):
		n, _ := strconv.ParseInt(t.Text, 10, 64)
		return Token{Kind: WordToken, Text: string(b[start : i+2]), Start: start, End: i + 2, Ordinal: n}
	case (strings.HasPrefix(rest, "p") || strings.HasPrefix(rest, " pence")) && inThePound(b[max(0, start-80):]):
		t.End, t.Q.Unit, t.Q.OfMoney = i+map[bool]int{true: 1, false: len(" pence")}[rest[0] == 'p'], facts.Percent, true
	case t.Text == "1" && strings.HasPrefix(rest, " point") && !letterAt(b, i+len(" point")) && !strings.HasPrefix(rest, " point of"):
		t.End, t.Q.Unit = i+len(" point"), facts.Points
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
func (l *Lexicon) wordFrom(b []byte, start int) Token {
	t := l.word(b, start)
	t.Kind = WordToken
	return t
}

// ofTarget reads "-day" and the like between a number and the target that it is.
func ofTarget(rest string, t *Token) bool {
	for _, u := range [...]string{"-day", "-week", "-month", "-hour"} {
		if behind, ok := strings.CutPrefix(rest, u); ok && strings.HasPrefix(behind, " target") {
			t.End += len(u)
			return true
		}
	}
	return false
}

// unitBehind reads the unit behind a number: percent, points, millions.
func unitBehind(rest string, t *Token) bool {
	if rest == "" || strings.IndexByte("% p-mk", rest[0]) < 0 {
		return false
	}
	for _, u := range [...]struct {
		name  string
		unit  facts.Unit
		times int64
	}{{"%-point", facts.Points, 1}, {"% points", facts.Points, 1}, {"%", facts.Percent, 1}, {" %", facts.Percent, 1}, {" percentage points", facts.Points, 1}, {" percentage point", facts.Points, 1},
		{" percentage-points", facts.Points, 1}, {"pp", facts.Points, 1}, {" pp", facts.Points, 1}, {" per cent", facts.Percent, 1}, {" percent", facts.Percent, 1}, {" points", facts.Points, 1},
		{"-percentage-point", facts.Points, 1}, {"-point", facts.Points, 1}, {" million", facts.Bare, 1e6}, {"m", facts.Bare, 1e6}, {" thousand", facts.Bare, 1e3}, {"k", facts.Bare, 1e3}, {" billion", facts.Bare, 1e9}} {
		if u.name == "-point" && ofPoints(rest) {
			continue
		}
		if strings.HasPrefix(rest, u.name) && (u.name[len(u.name)-1] == '%' || !letterAt([]byte(rest), len(u.name))) {
			t.End += len(u.name)
			if u.times > 1 {
				*t.Q, _ = Written(t.Text, u.times)
			}
			t.Q.Unit = u.unit
			return true
		}
	}
	return false
}

// Money reads an amount in pounds.
func Money(b []byte, start int) (Token, bool) {
	i := start + len("£")
	for i < len(b) && (b[i] == ' ' || b[i] == '(') {
		i++
	}
	if i >= len(b) || !IsDigit(b[i]) {
		return Token{End: start + len("£")}, false
	}
	end := digitsAt(b, i)
	digits := string(b[i:end])
	if digits == "000" { // thousands, in a head
		return Token{End: end}, false
	}
	times := int64(1)
	rest := strings.ToLower(string(b[end:min(end+12, len(b))]))
	scale := strings.TrimPrefix(rest, " ")
	for _, u := range [...]string{"million", "billion", "thousand", "bn", "mn", "mil", "m", "k"} {
		if strings.HasPrefix(scale, u) && !letterAt([]byte(scale), len(u)) {
			times = Scales[u]
			end += len(rest) - len(scale) + len(u)
			break
		}
	}
	q, ok := Written(digits, times)
	if !ok {
		return Token{End: end}, false
	}
	q.Unit = facts.Pounds
	return Token{Kind: NumberToken, Text: "£" + digits, Start: start, End: end, Q: &q}, true
}

// IsYearNumber reports whether a number of four digits can be a year.
func IsYearNumber(s string) bool {
	return len(s) == 4 && s[2] != '.' && (strings.HasPrefix(s, "20") || strings.HasPrefix(s, "199")) // and not 20.2
}

// financialYear reads 2025/26 and its other spellings at the beginning of b.
func financialYear(b []byte) (year, n int, ok bool) {
	if len(b) < 6 || !IsDigit(b[0]) || !IsDigit(b[1]) || !IsDigit(b[2]) || !IsDigit(b[3]) {
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
	for end < len(b) && IsDigit(b[end]) {
		end++
	}
	y, err := period.Parse(string(b[:4]) + "/" + string(b[i:end]))
	return int(y), end, err == nil && end-i >= 2
}
