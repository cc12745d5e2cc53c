package agree

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/indicators"
	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/project/reference"
)

// kind is what a token is.
type kind int

const (
	word           kind = iota // in small letters
	number                     // 11,300 or 22.4
	percent                    // 22.4% or 22.4 per cent
	money                      // £2.8m
	year                       // 2025/26
	indicator                  // NI12
	referenceToken             // {{ … }}
	mark                       // one of , ; : ( ) and dashes
)

// token is a word of a sentence or something like one.
type token struct {
	kind       kind
	text       string // in small letters, as written
	start, end int
	// value is a number's, in its unit: pounds for money. step is what one of
	// its last digit is worth, decimals how many it is written with.
	value, step float64
	year        period.Year
	id          indicators.ID
	ref         *reference.Reference
}

// tokens are those of a run of the passage.
func (p *passage) tokens(start, end int) []token {
	var all []token
	at := start
	for i := range p.refs {
		r := &p.refs[i]
		if r.Start < at || r.End > end {
			continue
		}
		all = p.scan(all, at, r.Start)
		all = append(all, token{kind: referenceToken, start: r.Start, end: r.End, ref: r})
		at = r.End
	}
	return p.scan(all, at, end)
}

// scan appends the tokens of a run without references.
func (p *passage) scan(all []token, start, end int) []token {
	for i := start; i < end; {
		c := p.plain[i]
		var t token
		switch {
		case c >= '0' && c <= '9':
			t = p.figure(i, end)
		case bytes.HasPrefix(p.plain[i:end], []byte("£")):
			t = p.pounds(i, end)
		case c == ',' || c == ';' || c == ':' || c == '(' || c == ')':
			t = token{kind: mark, text: string(c), start: i, end: i + 1}
		case c < utf8.RuneSelf && !unicode.IsLetter(rune(c)):
			i++
			continue
		default:
			t = p.word(i, end)
		}
		if t.text != "" {
			all = append(all, t)
		}
		i = t.end
	}
	return all
}

// word reads letters and digits, with hyphens and apostrophes between them; a
// dash or another character is a token of its own or none.
func (p *passage) word(start, end int) token {
	i := start
	for i < end {
		r, n := utf8.DecodeRune(p.plain[i:end])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			next, _ := utf8.DecodeRune(p.plain[min(i+n, end):end])
			if i == start || r != '\'' && r != '’' && r != '-' || !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				break
			}
		}
		i += n
	}
	if i == start {
		r, n := utf8.DecodeRune(p.plain[i:end])
		t := token{kind: mark, start: i, end: i + n}
		if r == '–' || r == '—' {
			t.text = string(r)
		}
		return t
	}
	t := token{kind: word, text: strings.ReplaceAll(strings.ToLower(string(p.plain[start:i])), "’", "'"), start: start, end: i}
	if rest, ok := strings.CutPrefix(t.text, "ni"); ok && len(rest) <= 2 {
		if rest == "" && i+1 < end && p.plain[i] == ' ' {
			rest = string(p.digits(i+1, end, false)) // NI 12
			i += 1 + len(rest)
		}
		id := indicators.ID("NI" + rest)
		if _, known := indicators.ByID(id); known && p.plain[start] == 'N' && p.plain[start+1] == 'I' {
			t.kind, t.id, t.end = indicator, id, i
		}
	}
	return t
}

// digits are the digits at i, with commas before three of them where grouped.
func (p *passage) digits(i, end int, grouped bool) []byte {
	start := i
	for i < end && (isDigit(p.plain[i]) || grouped && p.plain[i] == ',' && i+1 < end && isDigit(p.plain[i+1])) {
		i++
	}
	return p.plain[start:i]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// decimal is the number at i, with its decimals.
func (p *passage) decimal(i, end int) int {
	i += len(p.digits(i, end, true))
	if i+1 < end && p.plain[i] == '.' && isDigit(p.plain[i+1]) {
		i += 1 + len(p.digits(i+1, end, false))
	}
	return i
}

// figure reads a year, a percentage, a number, or a word that begins with a
// digit.
func (p *passage) figure(start, end int) token {
	if m := yearForm().Find(p.plain[start:min(start+12, end)]); m != nil {
		if y, ok := parseYear(string(m)); ok {
			return token{kind: year, text: string(m), year: y, start: start, end: start + len(m)}
		}
	}
	i := p.decimal(start, end)
	t := token{kind: number, start: start, end: i}
	switch rest := strings.ToLower(string(p.plain[i:min(i+10, end)])); {
	case strings.HasPrefix(rest, "%"):
		t.kind, t.end = percent, i+1
	case strings.HasPrefix(rest, " %"):
		t.kind, t.end = percent, i+2
	case strings.HasPrefix(rest, " per cent"):
		t.kind, t.end = percent, i+len(" per cent")
	case strings.HasPrefix(rest, " percent") && !strings.HasPrefix(rest, " percenta"):
		t.kind, t.end = percent, i+len(" percent")
	case rest != "" && (rest[0] == '-' || rest[0] >= utf8.RuneSelf || unicode.IsLetter(rune(rest[0]))):
		if w := p.word(i, end); rest[0] == '-' || w.kind != mark {
			t.kind, t.end = word, max(w.end, i+1) // 28-day, 1st
		}
	}
	t.text = strings.ToLower(string(p.plain[start:t.end]))
	if t.kind != word {
		t.amount()
	}
	return t
}

// pounds reads an amount of money.
func (p *passage) pounds(start, end int) token {
	i := start + len("£")
	if i < end && p.plain[i] == ' ' {
		i++
	}
	if i >= end || !isDigit(p.plain[i]) {
		return token{start: start, end: i}
	}
	i = p.decimal(i, end)
	t := token{kind: money, start: start, end: i}
	for _, u := range units {
		for _, blank := range []string{"", " "} {
			form := blank + u.name
			if i+len(form) <= end && strings.EqualFold(string(p.plain[i:i+len(form)]), form) && !p.letterAt(i+len(form)) {
				t.end = i + len(form)
			}
		}
	}
	t.text = strings.ToLower(string(p.plain[start:t.end]))
	t.amount()
	return t
}

// yearForm is a reporting year at the beginning of a text.
var yearForm = lazyregexp.Lazy(`^20\d\d(?:/|–|-)(?:20)?\d\d\b`)

// units are how thousands and more are written behind a number.
var units = []struct {
	name  string
	worth float64
}{{"million", 1e6}, {"billion", 1e9}, {"thousand", 1e3}, {"bn", 1e9}, {"m", 1e6}, {"k", 1e3}}

var (
	digits = lazyregexp.Lazy(`\d[\d,]*(?:\.(\d+))?`)
	// grouped is a whole number as people write it.
	grouped = lazyregexp.Lazy(`^\d{1,3}(?:,\d{3})+$|^\d+$`)
)

// amount reads a number's value and step.
func (t *token) amount() {
	m := digits().FindStringSubmatch(t.text)
	written := strings.TrimRight(m[0], ",")
	whole, _, _ := strings.Cut(written, ".")
	t.value, _ = strconv.ParseFloat(strings.ReplaceAll(written, ",", ""), 64)
	t.step = 1
	for range m[1] {
		t.step /= 10
	}
	if !grouped().MatchString(whole) {
		t.kind = word // such as 5,8: not a number as these texts write one
		return
	}
	if t.kind != money {
		return
	}
	for _, unit := range units {
		if strings.HasSuffix(t.text, unit.name) {
			t.value, t.step = t.value*unit.worth, t.step*unit.worth
			return
		}
	}
}

// loose is the step at which a number may have been rounded: that of its last
// digit that isn't 0, where two digits or more are left.
func (t *token) loose() float64 {
	step := t.step
	for t.value >= 100*step && isMultiple(t.value, step*10) {
		step *= 10
	}
	return step
}

func isMultiple(v, of float64) bool {
	n := v / of
	return n-float64(int64(n+0.5)) < 1e-9 && float64(int64(n+0.5))-n < 1e-9
}

// is reports whether the token is one of the words or marks.
func (t *token) is(words ...string) bool {
	if t.kind != word && t.kind != mark {
		return false
	}
	for _, w := range words {
		if t.text == w {
			return true
		}
	}
	return false
}

// in reports whether the token is a word of the set.
func (t *token) in(set map[string]bool) bool { return t.kind == word && set[t.text] }

// words is a set of words.
func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// isYear reports whether a number can be a calendar year.
func (t *token) isYear() bool {
	return t.kind == number && t.step == 1 && len(t.text) == 4 && t.value >= 1990 && t.value < 2100
}
