// Package lazyregexp makes regular expressions that are compiled when they are first
// needed, and tried only on texts that have what each match needs. A command uses few
// of apr's, and to compile them all takes a sixth of the time before it begins; and
// most texts hold nothing of what most expressions are about, which a look at their
// letters tells far sooner than the expression would. What to look for is found in the
// expressions before the program is built, and lies in it as a table.
package lazyregexp

import (
	"regexp"
	"strings"
	"sync"
)

// Regexp is a regular expression. Its methods do what those of [regexp.Regexp] with these
// names do.
type Regexp struct {
	expression string
	needs      needs
	// places is how many places a match and its groups have.
	places int
	// starts are made when a text has what is needed.
	starts func() *starts
	// all is the expression itself, begin the expression at the beginning of a text and
	// nowhere else, here behind one character and nowhere else. Each is compiled when all of
	// a text, or a place in it, is tried.
	all, begin, here form
}

// New is the regular expression of a text, which has to be a valid one.
func New(expression string) *Regexp {
	re := &Regexp{expression: expression}
	re.needs, re.places, re.starts = read(expression)
	return re
}

// A form is an expression that is compiled once.
type form struct {
	once     sync.Once
	compiled *regexp.Regexp
}

func (f *form) of(before, expression, after string) *regexp.Regexp {
	f.once.Do(func() { f.compiled = regexp.MustCompile(before + expression + after) })
	return f.compiled
}

func (re *Regexp) whole() *regexp.Regexp { return re.all.of("", re.expression, "") }

// look reports whether a text may have a match, and where one may begin if these places
// are few.
func (re *Regexp) look(text string) (may bool, at places) {
	may, oddCase := re.needs.in(text)
	if may && !oddCase {
		if s := re.starts(); s != nil {
			s.few(text, &at)
			may = !at.few() || at.n > 0
		}
	}
	return may, at
}

// MatchString reports whether the text has a match.
func (re *Regexp) MatchString(text string) bool { return re.FindStringIndex(text) != nil }

// FindString is the first match, or "".
func (re *Regexp) FindString(text string) string {
	if m := re.FindStringIndex(text); m != nil {
		return text[m[0]:m[1]]
	}
	return ""
}

// FindStringIndex is where the first match is, or nil.
func (re *Regexp) FindStringIndex(text string) []int {
	switch may, at := re.look(text); {
	case !may:
		return nil
	case at.few():
		return at.next(re, text, 0, 2)
	}
	return re.whole().FindStringIndex(text)
}

// FindStringSubmatch is the first match with its groups, or nil.
func (re *Regexp) FindStringSubmatch(text string) []string {
	return groups(text, re.FindStringSubmatchIndex(text))
}

// FindStringSubmatchIndex is where the first match and its groups are, or nil.
func (re *Regexp) FindStringSubmatchIndex(text string) []int {
	switch may, at := re.look(text); {
	case !may:
		return nil
	case at.few():
		return at.next(re, text, 0, re.places)
	}
	return re.whole().FindStringSubmatchIndex(text)
}

// FindAllString are the matches, n at most if n isn't negative, or nil.
func (re *Regexp) FindAllString(text string, n int) (found []string) {
	for _, m := range re.FindAllStringIndex(text, n) {
		found = append(found, text[m[0]:m[1]])
	}
	return found
}

// FindAllStringIndex is where the matches are, n at most if n isn't negative, or nil.
func (re *Regexp) FindAllStringIndex(text string, n int) [][]int {
	switch may, at := re.look(text); {
	case !may:
		return nil
	case at.few():
		return at.all(re, text, n, 2)
	}
	return re.whole().FindAllStringIndex(text, n)
}

// FindAllStringSubmatch are the matches with their groups, n at most if n isn't
// negative, or nil.
func (re *Regexp) FindAllStringSubmatch(text string, n int) (found [][]string) {
	for _, m := range re.FindAllStringSubmatchIndex(text, n) {
		found = append(found, groups(text, m))
	}
	return found
}

// FindAllStringSubmatchIndex is where the matches and their groups are, n at most if n
// isn't negative, or nil.
func (re *Regexp) FindAllStringSubmatchIndex(text string, n int) [][]int {
	switch may, at := re.look(text); {
	case !may:
		return nil
	case at.few():
		return at.all(re, text, n, re.places)
	}
	return re.whole().FindAllStringSubmatchIndex(text, n)
}

// ReplaceAllString is the text with each match replaced, in which $1 is a group.
func (re *Regexp) ReplaceAllString(text, by string) string {
	if strings.Contains(by, "$") {
		return re.whole().ReplaceAllString(text, by)
	}
	return re.ReplaceAllStringFunc(text, func(string) string { return by })
}

// ReplaceAllStringFunc is the text with each match replaced by what the function makes of it.
func (re *Regexp) ReplaceAllStringFunc(text string, by func(string) string) string {
	switch may, at := re.look(text); {
	case !may:
		return text
	case at.few():
		return at.replaced(re, text, by)
	}
	return re.whole().ReplaceAllStringFunc(text, by)
}
