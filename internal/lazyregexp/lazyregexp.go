// Package lazyregexp makes regular expressions that are compiled when they are first
// needed, and tried only on texts that have what each match needs. A command uses few
// of apr's, and to compile them all takes a sixth of the time before it begins; and
// most texts hold nothing of what most expressions are about, which a look at their
// letters tells far sooner than the expression would.
package lazyregexp

import (
	"regexp"
	"sync"
)

// Regexp is a regular expression. What it has of its own does what the methods of
// [regexp.Regexp] with these names do; all others are as they are there.
type Regexp struct {
	*regexp.Regexp
	needs needs
}

// Lazy is the regular expression of a text, which has to be a valid one.
func Lazy(expression string) func() *Regexp {
	return sync.OnceValue(func() *Regexp { return New(expression) })
}

// New is the regular expression of a text, which has to be a valid one.
func New(expression string) *Regexp {
	return &Regexp{regexp.MustCompile(expression), needsOf(expression)}
}

// MatchString reports whether the text has a match.
func (re *Regexp) MatchString(text string) bool {
	return re.needs.in(text) && re.Regexp.MatchString(text)
}

// FindString is the first match, or "".
func (re *Regexp) FindString(text string) string {
	if !re.needs.in(text) {
		return ""
	}
	return re.Regexp.FindString(text)
}

// FindStringIndex is where the first match is, or nil.
func (re *Regexp) FindStringIndex(text string) []int {
	if !re.needs.in(text) {
		return nil
	}
	return re.Regexp.FindStringIndex(text)
}

// FindStringSubmatch is the first match with its groups, or nil.
func (re *Regexp) FindStringSubmatch(text string) []string {
	if !re.needs.in(text) {
		return nil
	}
	return re.Regexp.FindStringSubmatch(text)
}

// FindStringSubmatchIndex is where the first match and its groups are, or nil.
func (re *Regexp) FindStringSubmatchIndex(text string) []int {
	if !re.needs.in(text) {
		return nil
	}
	return re.Regexp.FindStringSubmatchIndex(text)
}

// FindAllString are the matches, n at most if n isn't negative, or nil.
func (re *Regexp) FindAllString(text string, n int) []string {
	if !re.needs.in(text) {
		return nil
	}
	return re.Regexp.FindAllString(text, n)
}

// FindAllStringIndex is where the matches are, n at most if n isn't negative, or nil.
func (re *Regexp) FindAllStringIndex(text string, n int) [][]int {
	if !re.needs.in(text) {
		return nil
	}
	return re.Regexp.FindAllStringIndex(text, n)
}

// FindAllStringSubmatch are the matches with their groups, n at most if n isn't
// negative, or nil.
func (re *Regexp) FindAllStringSubmatch(text string, n int) [][]string {
	if !re.needs.in(text) {
		return nil
	}
	return re.Regexp.FindAllStringSubmatch(text, n)
}

// FindAllStringSubmatchIndex is where the matches and their groups are, n at most if n
// isn't negative, or nil.
func (re *Regexp) FindAllStringSubmatchIndex(text string, n int) [][]int {
	if !re.needs.in(text) {
		return nil
	}
	return re.Regexp.FindAllStringSubmatchIndex(text, n)
}

// ReplaceAllString is the text with each match replaced, in which $1 is a group.
func (re *Regexp) ReplaceAllString(text, by string) string {
	if !re.needs.in(text) {
		return text
	}
	return re.Regexp.ReplaceAllString(text, by)
}

// ReplaceAllStringFunc is the text with each match replaced by what the function makes of it.
func (re *Regexp) ReplaceAllStringFunc(text string, by func(string) string) string {
	if !re.needs.in(text) {
		return text
	}
	return re.Regexp.ReplaceAllStringFunc(text, by)
}
