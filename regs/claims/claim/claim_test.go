package claim

import (
	"testing"

	"apr/internal/source"
	"apr/regs/claims/exact"
)

// TestQuoted has what a message quotes begin with a small letter, unless it is a name in capitals.
func TestQuoted(t *testing.T) {
	for said, want := range map[string]string{
		"Some 52,300": "some 52,300",
		"some 52,300": "some 52,300",
		"A third":     "a third",
		"NI12":        "NI12",
		"A1":          "A1",
		"£4.2m":       "£4.2m",
		"":            "",
	} {
		if got := Quoted(said); got != want {
			t.Errorf("%q is quoted as %q, want %q", said, got, want)
		}
	}
}

// TestKind tells what has to be corrected where a claim is wrong.
func TestKind(t *testing.T) {
	figure := &exact.Interval{}
	for _, of := range []struct {
		claim Claim
		want  Kind
	}{
		{Claim{Measure: SaysSomething}, OfNothing},
		{Claim{Measure: SaysValue, Quantity: figure}, OfFigure},
		{Claim{Measure: SaysChange}, OfDirection},
		{Claim{Measure: SaysChange, Quantity: figure}, OfFigure},
		{Claim{Measure: SaysTarget}, OfDirection},
		{Claim{Measure: SaysArithmetic, Quantity: figure}, OfSum},
	} {
		if got := of.claim.Kind(); got != of.want {
			t.Errorf("%q is of kind %d, want %d", of.claim.Measure, got, of.want)
		}
	}
}

// TestCovers has a claim cover what is read as it, up to its last character.
func TestCovers(t *testing.T) {
	at := func(line, column int) source.Position {
		return source.Position{File: "f.yaml", Line: line, Column: column}
	}
	c := Claim{Position: at(2, 10), End: at(3, 5)}
	for place, want := range map[source.Position]bool{at(2, 9): false, at(2, 10): true, at(2, 90): true, at(3, 4): true, at(3, 5): false, at(4, 1): false} {
		if c.Covers(place) != want {
			t.Errorf("%v is covered: %v", place, !want)
		}
	}
}

// TestUnsure has a claim that isn't read say nothing of what is wrong.
func TestUnsure(t *testing.T) {
	c := Claim{Verdict: Contradicted, Message: "m", Hint: "h", Slip: "s", Evidence: Related(source.Position{File: "f.yaml", Line: 1}, "the figures")}
	c.Unsure("it may be of another year")
	if c.Verdict != Unread || c.Reason != "it may be of another year" || c.Message != "" || c.Hint != "" || c.Likely() || c.Evidence != nil {
		t.Errorf("%+v", c)
	}
}
