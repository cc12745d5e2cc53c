package lazyregexp

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// needs are strings of which each match of an expression holds one at least, with ASCII
// letters small. There are none where nothing is known.
type needs []string

const (
	// most is how many strings are looked for at most: more tell little.
	most = 48
	// longest is how much of a string is looked for at most: more tells little more.
	longest = 6
)

// needsOf are those of an expression. One that is tried at the beginning of a text alone
// has none, for it fails as fast.
func needsOf(re *syntax.Regexp) needs {
	if beginsWith(re, syntax.OpBeginText) {
		return nil
	}
	return literalsOf(re).best()
}

// beginsWith reports whether each match begins with something, such as the text or a word.
func beginsWith(re *syntax.Regexp, op syntax.Op) bool {
	switch re.Op {
	case op:
		return true
	case syntax.OpConcat, syntax.OpCapture, syntax.OpPlus:
		return len(re.Sub) > 0 && beginsWith(re.Sub[0], op)
	case syntax.OpAlternate:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !beginsWith(sub, op) })
	}
	return false
}

// has reports whether something is anywhere in an expression.
func has(re *syntax.Regexp, op syntax.Op) bool {
	return re.Op == op || slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return has(sub, op) })
}

// literals say what is known of the matches of a part of an expression.
type literals struct {
	// exact are all strings that the part may match, where they are few and known.
	exact []string
	known bool
	// needed are strings of which each match holds one, where exact isn't known.
	needed needs
}

var (
	anything = literals{}
	nothing  = literals{exact: []string{""}, known: true}
)

// best is what each match needs.
func (l literals) best() needs {
	if l.known {
		return usable(l.exact)
	}
	return l.needed
}

// usable are strings to look for, or none where they are too many or one is empty.
func usable(all []string) needs {
	if len(all) == 0 || len(all) > most {
		return nil
	}
	var found needs
	seen := map[string]bool{}
	for _, s := range all {
		if s == "" {
			return nil
		}
		if s = s[:min(len(s), longest)]; !seen[s] {
			seen[s] = true
			found = append(found, s)
		}
	}
	return found
}

// better is the one of two that fewer texts are likely to have: that with the longer
// strings, then that with fewer.
func better(a, b needs) needs {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case a.shortest() != b.shortest():
		if a.shortest() > b.shortest() {
			return a
		}
		return b
	case len(b) < len(a):
		return b
	}
	return a
}

func (n needs) shortest() int {
	least := longest
	for _, s := range n {
		least = min(least, len(s))
	}
	return least
}

func literalsOf(re *syntax.Regexp) literals {
	switch re.Op {
	case syntax.OpLiteral:
		return literalOf(re)
	case syntax.OpCharClass:
		return classOf(re)
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText,
		syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return nothing
	case syntax.OpCapture:
		return literalsOf(re.Sub[0])
	case syntax.OpPlus:
		return literals{needed: literalsOf(re.Sub[0]).best()}
	case syntax.OpRepeat:
		if re.Min > 0 {
			return literals{needed: literalsOf(re.Sub[0]).best()}
		}
		return anything
	case syntax.OpQuest:
		sub := literalsOf(re.Sub[0])
		if !sub.known {
			return anything
		}
		return literals{exact: append([]string{""}, sub.exact...), known: true}
	case syntax.OpAlternate:
		return anyOf(re.Sub)
	case syntax.OpConcat:
		return allOf(re.Sub)
	}
	return anything // any character, none, or any number of something
}

// literalOf is a string in an expression. Letters beyond ASCII in any case part it: some
// have more than two cases, or cases of another length.
func literalOf(re *syntax.Regexp) literals {
	var b strings.Builder
	runs := needs(nil)
	whole := true
	end := func() {
		if b.Len() > 0 {
			runs = better(runs, usable([]string{b.String()}))
			b.Reset()
		}
	}
	for _, r := range re.Rune {
		switch {
		case r < utf8.RuneSelf:
			b.WriteByte(small(byte(r)))
		case r == utf8.RuneError, re.Flags&syntax.FoldCase != 0 && unicode.SimpleFold(r) != r:
			whole = false
			end()
		default:
			b.WriteRune(r)
		}
	}
	if whole {
		return literals{exact: []string{b.String()}, known: true}
	}
	end()
	return literals{needed: runs}
}

// classOf is a class of characters. The two letters beyond ASCII that are the same as
// one of ASCII in any case are in the text of a match as that letter: see hasOddCase.
func classOf(re *syntax.Regexp) literals {
	n := rune(0)
	for i := 0; i < len(re.Rune); i += 2 {
		if n += re.Rune[i+1] - re.Rune[i] + 1; n > 2*most {
			return anything
		}
	}
	all := make([]string, 0, n)
	seen := [utf8.RuneSelf]bool{}
	for i := 0; i < len(re.Rune); i += 2 {
		for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
			switch {
			case r == longS || r == kelvin:
			case r == utf8.RuneError || len(all) > most: // what isn't UTF-8 matches it, too
				return anything
			case r >= utf8.RuneSelf:
				all = append(all, string(r))
			case !seen[small(byte(r))]:
				seen[small(byte(r))] = true
				all = append(all, string(rune(small(byte(r)))))
			}
		}
	}
	if len(all) == 0 {
		return anything
	}
	return literals{exact: all, known: true}
}

func anyOf(subs []*syntax.Regexp) literals {
	whole := literals{known: true}
	var needed []string
	for _, sub := range subs {
		l := literalsOf(sub)
		whole.known = whole.known && l.known
		whole.exact = append(whole.exact, l.exact...)
		best := l.best()
		if best == nil && !whole.known {
			return anything
		}
		needed = append(needed, best...)
		if best == nil {
			needed = append(needed, "") // which makes the whole useless, unless it is exact
		}
	}
	if whole.known && len(whole.exact) <= most {
		return whole
	}
	return literals{needed: usable(needed)}
}

func allOf(subs []*syntax.Regexp) literals {
	joined, needed := nothing.exact, needs(nil)
	known := true
	for _, sub := range subs {
		l := literalsOf(sub)
		switch {
		case !l.known:
			needed = better(better(needed, usable(joined)), l.needed)
			joined, known = nothing.exact, false
		case len(joined)*len(l.exact) > most:
			needed = better(needed, usable(joined))
			joined, known = l.exact, false
		default:
			joined = product(joined, l.exact)
		}
	}
	if known {
		return literals{exact: joined, known: true}
	}
	return literals{needed: better(needed, usable(joined))}
}

func product(heads, tails []string) []string {
	all := make([]string, 0, len(heads)*len(tails))
	for _, h := range heads {
		for _, t := range tails {
			all = append(all, h+t)
		}
	}
	return all
}

func small(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
