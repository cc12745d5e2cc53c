package lazyregexp

import (
	"regexp/syntax"
	"sync"
)

// read is what is found in an expression.
func read(expression string) (needs, int, func() *starts) {
	parsed := parse(expression)
	return needsOf(parsed), 2 * (parsed.MaxCap() + 1), sync.OnceValue(func() *starts { return startsOf(parsed, expression) })
}

func parse(expression string) *syntax.Regexp {
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		panic(err)
	}
	return parsed.Simplify()
}
