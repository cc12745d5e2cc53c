package lazyregexp

import (
	"reflect"
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
)

// TestTheTable holds what the table says of each expression against what is found in it.
func TestTheTable(t *testing.T) {
	if len(table) < 500 {
		t.Errorf("the table has %d expressions", len(table))
	}
	if !slices.IsSortedFunc(table[:], func(a, b [2]string) int { return strings.Compare(a[0], b[0]) }) {
		t.Error("the table isn't sorted")
	}
	for _, row := range table {
		parsed := parse(row[0])
		needs, places, starts := read(row[0])
		if want := needsOf(parsed); !reflect.DeepEqual(needs, want) {
			t.Errorf("%s needs %q, want %q", row[0], needs, want)
		}
		if want := 2 * (parsed.MaxCap() + 1); places != want {
			t.Errorf("%s has %d places, want %d", row[0], places, want)
		}
		if got, want := starts(), startsOf(parsed, row[0]); !reflect.DeepEqual(got, want) {
			t.Errorf("%s starts with %+v, want %+v", row[0], got, want)
		}
	}
}

// TestNotInTheTable: what isn't in the table is found in the expression.
func TestNotInTheTable(t *testing.T) {
	for _, expression := range []string{"", "zz(not) in it", `\b(?:not) in it`, "~"} {
		if _, ok := tabled(expression); ok {
			t.Errorf("%q is in the table", expression)
		}
	}
	if got := New(`(zz)(not) in it`); got.places != 6 || !slices.Equal(got.needs, needs{"zznot "}) || got.starts() == nil {
		t.Errorf("it has %d places and needs %q", got.places, got.needs)
	}
}

func TestLazyOf(t *testing.T) {
	made := 0
	re := LazyOf(func() string { made++; return `a(b)` })
	if made != 0 {
		t.Error("the expression is made before it is needed")
	}
	if !re().MatchString("cab") || re().MatchString("ca") || made != 1 {
		t.Errorf("it doesn't match, or was made %d times", made)
	}
}

// FuzzPack holds what is read from a row against what was found.
func FuzzPack(f *testing.F) {
	for _, row := range table[:min(20, len(table))] {
		f.Add(row[0])
	}
	f.Add(`(?m)^é{2,}|\x00[\x00-\x7F]`)
	f.Add(`[é-þ]\d(a)`)
	f.Fuzz(func(t *testing.T, expression string) {
		if _, err := syntax.Parse(expression, syntax.Perl); err != nil || len(expression) > 200 {
			return
		}
		parsed := parse(expression)
		r := reader(factsOf(expression))
		if n, want := r.number(), parsed.MaxCap(); n != want {
			t.Errorf("%q has %d groups, want %d", expression, n, want)
		}
		if got, want := r.needs(), needsOf(parsed); !reflect.DeepEqual(got, want) {
			t.Errorf("%q needs %q, want %q", expression, got, want)
		}
		if got, want := r.starts(), startsOf(parsed, expression); !reflect.DeepEqual(got, want) {
			t.Errorf("%q starts with %+v, want %+v", expression, got, want)
		}
	})
}
