// Package claims reads what a report says and holds it against its data and
// against itself. The words of a sentence become tokens, tokens become claims of
// a type (this thing, in this place, had this value, changed so, was above
// that), and a claim follows from the facts, contradicts them, or wasn't read.
//
// Package language makes words of the text and knows what they mean; package facts has what a report can speak of
// and says whether its figures bear a statement out; package exact has their numbers. Package markup makes texts of what
// other programs made.
//
// Of this package, begin with lexer.go, items.go and subjects.go, which make of words what a statement is made of
// (besideothers.go has who reads a word by those next to it). opinions.go takes out what somebody thinks of a
// statement, and goeson.go finds what a sentence without a subject goes on with; apposition.go passes over what is said of a service in passing, loosely.go says what holds of names that
// people use loosely, averages.go whose average is meant, and carers.go what carers were asked.
// clauses.go cuts it into clauses, statement.go is what those share, follow.go what one leaves to
// those behind it, and clause.go and role.go say what each figure does in one, and vouch.go when figures make up for words that aren't known.
// value.go, change.go and the files next to them (compare.go, extremes.go, amongareas.go, never.go, runs.go,
// besideruns.go, gaps.go, peaks.go, turnandnow.go, moves.go, target.go, throughout.go, familyrank.go,
// localityparts.go, money.go, pounds.go, variance.go, variancepart.go, shares.go, count.go,
// references.go, nounruns.go, ofareas.go, inourfamily.go, bothsubjects.go, betweenplaces.go, overtakes.go, samethere.go,
// margins.go, outdone.go, familyplaces.go, familybest.go) take claims from a clause; arithmetic.go,
// within.go, distances.go, parts.go, addsup.go, namedsums.go and shortfalls.go hold the figures of one sentence against each other; tallies.go
// and tallyread.go (tallywhole.go, tallystates.go) hold counts of commitments and local measures, and ages.go, populations.go and peoplecounted.go what is said
// of how many people live where (peopletogether.go of several localities together). overclauses.go
// calls what reads money and people over several clauses (peopleparts.go, exceptions.go, spendparts.go, includedparts.go, paceofplaces.go,
// shareyears.go, partofmatter.go, planwords.go, headslisted.go, sumandshare.go, countedparts.go, neartarget.go,
// recommendedby.go, bothfigures.go, changeparts.go, overspends.go, overspendparts.go, causes.go, largestvaried.go, variedinyears.go, pasttotals.go, peopleofone.go, partofmeasure.go, percentover.go, savings.go, variancegroups.go, variancelast.go, mostofvariance.go) and,
// with takeover.go, figures of several things (inturn.go, sharelists.go, ranksoftwo.go, surveycounts.go); rates.go and weeks.go make figures of words; otherscale.go finds amounts in the wrong unit. grades.go and the files whose names begin with grade hold grades of care services;
// headings.go says under which locality a place stands;
// tables.go and the files next to it (tablefacts.go, tableplace.go, tablecounts.go) read tables; phrasing.go has turns of phrase that more than one of these
// files needs; doubt.go, doubtful.go and doubtfigures.go take back what the sentence leaves open (elsewhere.go, borrowed.go, otherparts.go, acrossclauses.go and otherwise.go
// say by what); verdict.go words what was found, slip.go its likely cause, and coverage.go and silence.go count
// what wasn't read. mentions.go (mentionnarrow.go, mentionplace.go, mentionrows.go, mentionwords.go, moneymentions.go) keeps what sentences count,
// whatever of, and contradictions.go, twice.go and swapped.go hold two sentences against each other.
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
