package words

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// unitsOfWords are paragraphs of one word each.
func unitsOfWords(text string) []unit {
	var all []unit
	for _, w := range strings.Fields(text) {
		all = append(all, unit{key: w})
	}
	return all
}

// merged shows a merge: the words, conflicts as <ours|theirs>.
func merged(chunks []chunk) string {
	var out []string
	for _, c := range chunks {
		shown := strings.Join(keys(c.units), " ")
		if c.conflict {
			shown = "<" + shown + "|" + strings.Join(keys(c.theirs), " ") + ">"
		}
		if shown != "" {
			out = append(out, shown)
		}
	}
	return strings.Join(out, " ")
}

// What both sides changed is merged paragraph by paragraph.
func TestMerge3(t *testing.T) {
	for _, c := range []struct{ base, ours, theirs, want string }{
		{"a b c", "a b c", "a b c", "a b c"},
		{"a b c", "A b c", "a b C", "A b C"},
		{"a b c", "A b c", "a B c", "A B c"},                   // neighbours
		{"a b c", "A B c", "a X c", "A <B|X> c"},               // one of two is in both
		{"a b c", "A b c", "A b c", "A b c"},                   // the same in both
		{"a b c", "A b c", "X b c", "<A|X> b c"},               // the same paragraph
		{"a b c", "a c", "a B c", "a <|B> c"},                  // deleted here, changed there
		{"a b c", "a c", "a c", "a c"},                         // deleted in both
		{"a b c", "b c", "a c", "c"},                           // neighbours deleted
		{"a b c", "a n b c", "a B c", "a n B c"},               // put in before one that was changed
		{"a b c", "a b n c", "a B c", "a B n c"},               // and behind it
		{"a b c", "a n b c", "a m b c", "a <n|m> b c"},         // put in at the same place
		{"a b c", "a n b c", "a n b c", "a n b c"},             // the same put in
		{"a b c", "n a b c", "a b c m", "n a b c m"},           // at both ends
		{"a b c", "a n b c", "a b m c", "a n b m c"},           // round a paragraph
		{"a b c d", "a X Y Z d", "a B c d", "a <X Y Z|B c> d"}, // how three came of two isn't known
		{"a b c d", "a X d", "a b n c d", "a <X|b n c> d"},     // within a stretch that was rewritten
		{"", "n", "m", "<n|m>"},
		{"", "n", "", "n"},
		{"a", "", "", ""},
		{"a", "", "A", "<|A>"},
		{"a a a", "a a", "a a a a", "a a a"},
	} {
		if got := merged(merge3(unitsOfWords(c.base), unitsOfWords(c.ours), unitsOfWords(c.theirs))); got != c.want {
			t.Errorf("%s: here %s, there %s: got %q, want %q", c.base, c.ours, c.theirs, got, c.want)
		}
	}
}

// Of random edits: what one side alone changed stands, what both did alike is no conflict,
// and each side's words come back when its side is taken in every conflict.
func TestMerge3OfRandomEdits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	edited := func(base []unit, mark string) []unit {
		var out []unit
		for _, u := range base {
			switch random.IntN(8) {
			case 0:
			case 1:
				out = append(out, unit{key: u.key + mark})
			case 2:
				out = append(out, unit{key: mark}, u)
			default:
				out = append(out, u)
			}
		}
		return out
	}
	for range 2000 {
		base := unitsOfWords("a b c d e f g h i j"[:2*random.IntN(10)+1])
		ours, theirs := edited(base, "x"), edited(base, "y")
		for _, c := range []struct {
			ours, theirs, want []unit
		}{{ours, base, ours}, {base, theirs, theirs}, {ours, ours, ours}} {
			if got, want := merged(merge3(base, c.ours, c.theirs)), strings.Join(keys(c.want), " "); got != want {
				t.Fatalf("%v: %v and %v: got %q, want %q", keys(base), keys(c.ours), keys(c.theirs), got, want)
			}
		}
		var all []string
		for _, c := range merge3(base, ours, theirs) {
			all = append(append(all, keys(c.units)...), keys(c.theirs)...)
		}
		for _, side := range [][]unit{ours, theirs} {
			for _, u := range side {
				if was := strings.TrimRight(u.key, "xy"); u.key != was && strings.Count(strings.Join(all, " ")+" ", u.key+" ") == 0 {
					t.Fatalf("%v: %v and %v: %q is lost", keys(base), keys(ours), keys(theirs), u.key)
				}
			}
		}
	}
}
