// Package lazyregexp makes regular expressions that are compiled when they are first
// needed, and tried only on texts that have what each match needs. A command uses few
// of apr's, and to compile them all takes a sixth of the time before it begins; and
// most texts hold nothing of what most expressions are about, which a look at their
// letters tells far sooner than the expression would.
package lazyregexp

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
)

// Regexp is a regular expression. Its methods do what those of [regexp.Regexp] with these
// names do.
type Regexp struct {
	needs needs
	// places is how many places a match and its groups have.
	places int
	// starts and whole are made when a text has what is needed, and all of it is gone through.
	starts func() *starts
	whole  func() *regexp.Regexp
}

// Lazy is the regular expression of a text, which has to be a valid one.
func Lazy(expression string) func() *Regexp {
	return sync.OnceValue(func() *Regexp { return New(expression) })
}

// New is the regular expression of a text, which has to be a valid one.
func New(expression string) *Regexp {
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		panic(err)
	}
	parsed = parsed.Simplify()
	return &Regexp{
		needs:  needsOf(parsed),
		places: 2 * (parsed.MaxCap() + 1),
		starts: sync.OnceValue(func() *starts { return startsOf(parsed, expression) }),
		whole:  sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) }),
	}
}

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
		return at.next(text, 0, 2)
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
		return at.next(text, 0, re.places)
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
		return at.all(text, n, 2)
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
		return at.all(text, n, re.places)
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
		return at.replaced(text, by)
	}
	return re.whole().ReplaceAllStringFunc(text, by)
}
