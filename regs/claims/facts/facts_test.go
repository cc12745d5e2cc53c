package facts_test

import (
	"testing"

	"apr/regs/claims/facts"
	"apr/regs/claims/facts/factstest"
)

// TestThings asks that each thing can be told from the others and has a name for messages.
func TestThings(t *testing.T) {
	f := factstest.Of(t, "../../../examples/ardenmuir")
	seen := map[string]bool{}
	for _, thing := range f.Things {
		if thing.ID == "" || seen[thing.ID] {
			t.Errorf("two things have the id %q", thing.ID)
		}
		seen[thing.ID] = true
		if thing.Called() == "" {
			t.Errorf("%s has no name", thing.ID)
		}
	}
	for _, id := range []string{"NI12", "total", "population"} {
		if !seen[id] {
			t.Errorf("there is no %s", id)
		}
	}
}

// TestOppositesDontBothHold asks of each thing that has figures of two years, or of two places, that one is never both
// above and below the other, and that where the figures differ as they are shown and nothing makes the difference unclear,
// one of the two holds.
func TestOppositesDontBothHold(t *testing.T) {
	f := factstest.Of(t, "../../../examples/ardenmuir")
	held := 0
	for _, thing := range f.Things {
		for y := f.First + 1; y <= f.Year; y++ {
			from, okFrom := f.At(thing, facts.FaceValue, facts.Own, y-1)
			to, okTo := f.At(thing, facts.FaceValue, facts.Own, y)
			if okFrom && okTo && thing.Comparable(y-1, y) {
				up, down := f.Move(thing, facts.FaceValue, facts.Own, y-1, y, 1), f.Move(thing, facts.FaceValue, facts.Own, y-1, y, -1)
				if up.Truth == facts.Yes && down.Truth == facts.Yes {
					t.Errorf("%s went both up and down in %d", thing.ID, y)
				}
				if !thing.Survey && !facts.SameShown(from, to) && (up.Truth == facts.Yes) == (down.Truth == facts.Yes) {
					t.Errorf("%s went neither up nor down in %d, from %s to %s", thing.ID, y, from.Display, to.Display)
				}
				held++
			}
			ours, theirs, ok := f.PlacesIn(thing, facts.FaceValue, facts.Own, facts.Scotland, y)
			if !ok {
				continue
			}
			above, below := f.Beside(thing, facts.FaceValue, facts.Own, facts.Scotland, y, 1), f.Beside(thing, facts.FaceValue, facts.Own, facts.Scotland, y, -1)
			if above.Truth == facts.Yes && below.Truth == facts.Yes {
				t.Errorf("%s is both above and below Scotland's in %d", thing.ID, y)
			}
			if want := ours.Exact.Cmp(theirs.Exact); above.Truth == facts.Yes && want <= 0 || below.Truth == facts.Yes && want >= 0 {
				t.Errorf("%s: %s beside Scotland's %s in %d is held to be on the other side", thing.ID, ours.Display, theirs.Display, y)
			}
			held++
		}
	}
	if held < 100 {
		t.Errorf("only %d comparisons", held)
	}
}
