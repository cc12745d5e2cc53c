// Package lazyregexp makes regular expressions that are compiled when they are first
// needed, and tried only on texts that have what each match needs. A command uses few
// of apr's, and to compile them all takes a sixth of the time before it begins; and
// most texts hold nothing of what most expressions are about, which a look at their
// letters tells far sooner than the expression would.
package lazyregexp

import (
	"regexp"
	"regexp/syntax"
	"sync"
)

// Regexp is a regular expression. What it has of its own does what the methods of
// [regexp.Regexp] with these names do; all others are as they are there.
type Regexp struct {
	*regexp.Regexp
	needs  needs
	starts *starts
}

// Lazy is the regular expression of a text, which has to be a valid one.
func Lazy(expression string) func() *Regexp {
	return sync.OnceValue(func() *Regexp { return New(expression) })
}

// New is the regular expression of a text, which has to be a valid one.
func New(expression string) *Regexp {
	re := &Regexp{Regexp: regexp.MustCompile(expression)}
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		panic(err) // it has been compiled
	}
	parsed = parsed.Simplify()
	re.needs = needsOf(parsed)
	re.starts = startsOf(parsed, expression)
	return re
}

// look reports whether a text may have a match, and whether it can be looked for where
// one may start.
func (re *Regexp) look(text string) (may, atStarts bool) {
	if re.needs == nil && re.starts == nil {
		return true, false
	}
	may, oddCase := re.needs.in(text)
	return may, may && re.starts != nil && !oddCase && re.starts.few(text)
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
	switch has, starts := re.look(text); {
	case !has:
		return nil
	case starts:
		return re.starts.next(text, 0, 2)
	}
	return re.Regexp.FindStringIndex(text)
}

// FindStringSubmatch is the first match with its groups, or nil.
func (re *Regexp) FindStringSubmatch(text string) []string {
	return groups(text, re.FindStringSubmatchIndex(text))
}

// FindStringSubmatchIndex is where the first match and its groups are, or nil.
func (re *Regexp) FindStringSubmatchIndex(text string) []int {
	switch has, starts := re.look(text); {
	case !has:
		return nil
	case starts:
		return re.starts.next(text, 0, re.places())
	}
	return re.Regexp.FindStringSubmatchIndex(text)
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
	switch has, starts := re.look(text); {
	case !has:
		return nil
	case starts:
		return re.starts.all(text, n, 2)
	}
	return re.Regexp.FindAllStringIndex(text, n)
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
	switch has, starts := re.look(text); {
	case !has:
		return nil
	case starts:
		return re.starts.all(text, n, re.places())
	}
	return re.Regexp.FindAllStringSubmatchIndex(text, n)
}

// places is how many places a match and its groups have.
func (re *Regexp) places() int { return 2 * (re.NumSubexp() + 1) }

// ReplaceAllString is the text with each match replaced, in which $1 is a group.
func (re *Regexp) ReplaceAllString(text, by string) string {
	if has, _ := re.look(text); !has {
		return text
	}
	return re.Regexp.ReplaceAllString(text, by)
}

// ReplaceAllStringFunc is the text with each match replaced by what the function makes of it.
func (re *Regexp) ReplaceAllStringFunc(text string, by func(string) string) string {
	switch has, starts := re.look(text); {
	case !has:
		return text
	case starts:
		return re.starts.replaced(text, by)
	}
	return re.Regexp.ReplaceAllStringFunc(text, by)
}
