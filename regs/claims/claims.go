// Package claims reads what a report says and holds it against its data and
// against itself. The words of a sentence become tokens, tokens become claims of
// a type (this thing, in this place, had this value, changed so, was above
// that), and a claim follows from the facts, contradicts them, or wasn't read.
//
// Package language makes words of the text and knows what they mean; package facts has what a report can speak of
// and says whether its figures bear a statement out; package exact has their numbers. Package markup makes texts of what
// other programs made.
//
// In this package a sentence goes through these stages, each of which begins in the file named; the files that it
// calls say at their head what they read.
//
//   - lexer.go, items.go and subjects.go make items of words; besideothers.go has what reads an item by those next
//     to it, and phrasing.go the turns of phrase that several files need.
//   - clauses.go cuts the sentence into clauses; statement.go is what these share, follow.go what one leaves to
//     those behind it, clause.go and role.go what each figure does in one.
//   - value.go takes the claims from a clause, change.go, compare.go, extremes.go, runs.go, target.go, money.go,
//     variance.go, shares.go, count.go and people.go those of their kind, references.go those of references.
//   - arithmetic.go, addsup.go and within.go hold the figures of one sentence against each other, tallyread.go
//     counts of commitments and local measures, grades.go grades of care services.
//   - overclauses.go calls what reads a sentence over its clauses, loosely.go what holds of names that people
//     use loosely, tables.go what is in tables.
//   - doubt.go takes back what the sentence leaves open, coverage.go, silence.go and passedover.go count what wasn't
//     read, verdict.go words what was found and slip.go its likely cause.
//   - mentions.go keeps what sentences count, whatever of; contradictions.go holds these against each other.
//
// Whatever isn't understood ends the reading of its claim, which is counted: a
// claim is contradicted only where no way to read it makes it true.
package claims

import (
	"apr/internal/source"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
)

// Verdict is what became of a claim.
type Verdict string

// Verdicts.
const (
	Confirmed    Verdict = "confirmed"
	Contradicted Verdict = "contradicted"
	Unread       Verdict = "unread"
)

// Measure is what a claim says of its subject.
type Measure string

// Measures of claims.
const (
	saysValue      Measure = "value"
	saysChange     Measure = "change"
	saysComparison Measure = "comparison"
	saysRank       Measure = "rank"
	saysExtreme    Measure = "extreme"
	saysRun        Measure = "run"
	saysShare      Measure = "share"
	saysVariance   Measure = "variance"
	saysCount      Measure = "count"
	saysTarget     Measure = "target"
	saysArithmetic Measure = "arithmetic"
	saysReference  Measure = "reference"
	saysTwice      Measure = "the same twice"
	saysSomething  Measure = "" // not read
)

// Claim is one thing that a sentence says.
type Claim struct {
	// Text is what was read as the claim; Position is where it is and End
	// behind its last character.
	Text          string
	Position, End source.Position
	// At is where the word or figure is that carries it, AtEnd behind it.
	At, AtEnd source.Position
	// Words are those at At, as the page shows them; "" where they are a reference.
	Words string
	// Name is the text's, as of Narrative.EachText.
	Name string
	// Subject is the thing's id, such as "NI12"; Scope where it is claimed of:
	// "area", "Scotland", an area's or a locality's name.
	Subject, Scope string
	Measure        Measure
	Comparator     string
	Quantity       *exact.Interval
	Unit           facts.Unit
	Period, Base   string
	Negated        bool
	Mood           string // "asserted", "target", "forecast", "hypothetical", "quoted"
	Verdict        Verdict
	// Reason says why a claim wasn't read.
	Reason string
	// Message says of a contradicted claim what is wrong, Hint what to do, and
	// Expected what the data have.
	Message, Hint, Expected string
	// Slip names the likely cause, "" where none is known.
	Slip     string
	Evidence []source.Related
}

// Bounds are those of the claim's figure as decimals, "" for none; ok is false
// where it has no figure.
func (c *Claim) Bounds() (low, high string, ok bool) {
	if c.Quantity == nil {
		return "", "", false
	}
	return exact.Decimal(c.Quantity.Low), exact.Decimal(c.Quantity.High), true
}

// Likely reports whether the cause of a contradiction is plain.
func (c *Claim) Likely() bool { return c.Slip != "" }

// Kind is what has to be corrected where a claim is wrong.
type Kind int

// Kinds of claims.
const (
	OfNothing   Kind = iota // not read
	OfFigure                // a figure
	OfDirection             // a word that compares
	OfSum                   // a sum that the text itself can be held to
)

// Kind is the claim's.
func (c *Claim) Kind() Kind {
	switch c.Measure {
	case saysSomething:
		return OfNothing
	case saysArithmetic:
		return OfSum
	case saysChange, saysComparison, saysRank, saysExtreme, saysRun:
		if c.Quantity == nil {
			return OfDirection
		}
	case saysVariance, saysTarget:
		if c.Quantity == nil {
			return OfDirection
		}
	}
	return OfFigure
}
