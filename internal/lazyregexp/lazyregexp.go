// Package pattern makes regular expressions that are compiled when they are first
// used. A command uses few of apr's, and to compile them all takes a sixth of the
// time before it begins.
package lazyregexp

import (
	"regexp"
	"sync"
)

// Lazy is the regular expression of a text, which has to be a valid one.
func Lazy(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
