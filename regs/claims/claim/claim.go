// Package claim is what the readers of a report's sentences tell: that a sentence says something of a thing, with
// its words and its place in the text, and what became of it when it was held against the data. "Emergency
// admissions fell to 11,007" is a claim of a change and one of a value, each of which is confirmed, contradicted or
// unread.
package claim

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"apr/internal/source"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/sentence"
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
	SaysValue      Measure = "value"
	SaysChange     Measure = "change"
	SaysComparison Measure = "comparison"
	SaysRank       Measure = "rank"
	SaysExtreme    Measure = "extreme"
	SaysRun        Measure = "run"
	SaysShare      Measure = "share"
	SaysVariance   Measure = "variance"
	SaysCount      Measure = "count"
	SaysTarget     Measure = "target"
	SaysArithmetic Measure = "arithmetic"
	SaysReference  Measure = "reference"
	SaysTwice      Measure = "the same twice"
	SaysSomething  Measure = "" // not read
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

// New is a claim about the area that isn't read yet: read is what is taken for it, and carrier the word or figure of it that
// it rests on.
func New(p *sentence.Passage, read, carrier sentence.Span) *Claim {
	return &Claim{Text: p.Words(read.Start, read.End), Position: p.Text.At(read.Start), End: p.Text.At(read.End), At: p.Text.At(carrier.Start), AtEnd: p.Text.At(carrier.End),
		Words: p.Words(carrier.Start, carrier.End), Name: p.Name, Scope: "area", Mood: "asserted", Verdict: Unread}
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
	case SaysSomething:
		return OfNothing
	case SaysArithmetic:
		return OfSum
	case SaysChange, SaysComparison, SaysRank, SaysExtreme, SaysRun:
		if c.Quantity == nil {
			return OfDirection
		}
	case SaysVariance, SaysTarget:
		if c.Quantity == nil {
			return OfDirection
		}
	}
	return OfFigure
}

// Covers reports whether a place is in what was read as the claim.
func (c *Claim) Covers(at source.Position) bool {
	return at.Compare(c.Position) >= 0 && at.Compare(c.End) < 0
}

// Unsure makes a claim one that isn't read.
func (c *Claim) Unsure(reason string) {
	c.Verdict, c.Reason = Unread, reason
	c.Message, c.Hint, c.Slip, c.Evidence = "", "", "", nil
}

// Quoted is a figure as it goes on in a message: "some 52,300" of a sentence's first word. A month keeps its capital.
func Quoted(said string) string {
	for month := time.January; month <= time.December; month++ {
		if strings.HasPrefix(said, month.String()) {
			return said
		}
	}
	r, n := utf8.DecodeRuneInString(said)
	if second, _ := utf8.DecodeRuneInString(said[n:]); unicode.IsUpper(r) && !unicode.IsUpper(second) && !unicode.IsDigit(second) {
		return string(unicode.ToLower(r)) + said[n:]
	}
	return said
}

// Related is a place with what it is.
func Related(at source.Position, message string) []source.Related {
	if at.IsZero() {
		return nil
	}
	return []source.Related{{Position: at, Message: message}}
}

// ScopeOf is the scope of what is claimed of an area, as claims have it.
func ScopeOf(area string) string {
	switch {
	case area == facts.Own:
		return "area"
	case strings.HasPrefix(area, "locality:"):
		return area[len("locality:"):]
	}
	return area
}
