package lazyregexp

import (
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
)

// read is what is known of an expression before it is compiled, from the table where it is
// in it.
func read(expression string) (needs, int, func() *starts) {
	if facts, ok := tabled(expression); ok {
		r := reader(facts)
		places, needs := 2*(r.number()+1), r.needs()
		return needs, places, sync.OnceValue(r.starts)
	}
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

// tabled is what the table says of an expression, and whether it is in it.
func tabled(expression string) (facts string, ok bool) {
	at, ok := slices.BinarySearchFunc(table[:], expression, func(row [2]string, e string) int { return strings.Compare(row[0], e) })
	if !ok {
		return "", false
	}
	return table[at][1], true
}
