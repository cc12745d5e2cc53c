package lazyregexp

import "sync"

// Lazy is the regular expression of a text, which has to be a valid one.
func Lazy(expression string) func() *Regexp {
	return sync.OnceValue(func() *Regexp { return New(expression) })
}
