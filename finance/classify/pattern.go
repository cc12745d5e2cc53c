package classify

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"apr/internal/table/celltext"
)

// A pattern is a compiled condition of a rule: alternatives, any of which may
// match a value as typed (see asTyped).
type pattern struct {
	literals map[string]bool
	globs    []string
	ranges   []codeRange
}

// A codeRange is a range of codes, both ends included. Codes are texts: where
// the ends have the same width so must the code, because 0400 and 400 are two
// codes; where they haven't, as in 1-999, the codes are compared as numbers.
type codeRange struct {
	prefix      string
	low, high   string
	first, last uint64
	sameWidth   bool
}

// CompilePattern compiles alternatives separated by "|".
func CompilePattern(text string) (*pattern, error) {
	p := &pattern{literals: map[string]bool{}}
	for _, alternative := range alternatives(text) {
		a := asTyped(alternative)
		if a == "" {
			if strings.Contains(text, "|") {
				return nil, errors.New("an alternative next to | is empty")
			}
			return nil, errors.New("the pattern is empty; * matches anything")
		}
		if r, ok, err := ParseRange(a); err != nil {
			return nil, err
		} else if ok {
			p.ranges = append(p.ranges, r)
		} else if strings.ContainsAny(a, "*?") {
			p.globs = append(p.globs, a)
		} else {
			p.literals[a], p.literals[celltext.Code(a)] = true, true
		}
	}
	return p, nil
}

// ParseRange reads a range such as 40000-40999 or A100-A199. Other texts with
// a hyphen, such as CC-12, aren't ranges.
func ParseRange(s string) (r codeRange, ok bool, err error) {
	low, high, hyphen := strings.Cut(s, "-")
	low, high = strings.Trim(low, `"' `), strings.Trim(high, `"' `) // each may have marks of its own
	lowPrefix, lowDigits := SplitCode(low)
	highPrefix, highDigits := SplitCode(high)
	if !hyphen || lowDigits == "" || highDigits == "" || lowPrefix != highPrefix {
		return r, false, nil
	}
	r = codeRange{prefix: lowPrefix, low: lowDigits, high: highDigits, sameWidth: len(lowDigits) == len(highDigits)}
	var lowErr, highErr error
	r.first, lowErr = strconv.ParseUint(lowDigits, 10, 64)
	r.last, highErr = strconv.ParseUint(highDigits, 10, 64)
	if lowErr != nil || highErr != nil {
		return r, false, fmt.Errorf("the ends of the range %s are too long", s)
	}
	if r.first > r.last {
		return r, false, fmt.Errorf("the range %s runs backwards", s)
	}
	return r, true, nil
}

// SplitCode splits a code into letters and the digits that end it; digits is
// empty for anything else.
func SplitCode(s string) (prefix, digits string) {
	i := 0
	for i < len(s) && s[i] >= 'a' && s[i] <= 'z' {
		i++
	}
	if !celltext.AllDigits(s[i:]) {
		return s, ""
	}
	return s[:i], s[i:]
}

// Matches reports whether the folded value matches.
func (p *pattern) Matches(value string) bool {
	if p.literals[value] {
		return true
	}
	for _, r := range p.ranges {
		if r.contains(value) {
			return true
		}
	}
	for _, g := range p.globs {
		if globMatches(g, value) {
			return true
		}
	}
	return false
}

func (r *codeRange) contains(value string) bool {
	digits, ok := strings.CutPrefix(value, r.prefix)
	if !ok || !celltext.AllDigits(digits) {
		return false
	}
	if r.sameWidth {
		return len(digits) == len(r.low) && r.low <= digits && digits <= r.high
	}
	n, err := strconv.ParseUint(digits, 10, 64)
	return err == nil && r.first <= n && n <= r.last
}

// globMatches matches * for any run of characters and ? for any one. It goes
// back to the last * only, so that its time is bounded by the product of the
// lengths.
func globMatches(glob, value string) bool {
	g, v := []rune(glob), []rune(value)
	i, j, star, mark := 0, 0, -1, 0
	for j < len(v) {
		switch {
		case i < len(g) && g[i] == '*':
			star, mark = i, j
			i++
		case i < len(g) && (g[i] == '?' || g[i] == v[j]):
			i++
			j++
		case star >= 0:
			mark++
			i, j = star+1, mark
		default:
			return false
		}
	}
	for i < len(g) && g[i] == '*' {
		i++
	}
	return i == len(g)
}
