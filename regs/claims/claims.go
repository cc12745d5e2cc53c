// Package claims reads what a report says and holds it against its data and
// against itself. The words of a sentence become tokens, tokens become claims of
// a type (this thing, in this place, had this value, changed so, was above
// that), and a claim follows from the facts, contradicts them, or wasn't read.
//
// Package language makes words of the text and knows what they mean, package lex makes items of them; package facts
// has what a report can speak of and says whether its figures bear a statement out; package exact has their numbers.
// Package markup makes texts of what other programs made. Package claim is what comes of it. Packages tables, grades,
// means, sums, tallies and mentions read what needs no more than the words of a cell or of a sentence, each by itself.
//
// In this package the items of a sentence go through these stages, each of which begins in the file named; the files that it
// calls say at their head what they read.
//
//   - clauses.go cuts the sentence into clauses; statement.go is what these share, follow.go what one leaves to
//     those behind it, clause.go and role.go what each figure does in one.
//   - value.go takes the claims from a clause, change.go, compare.go, extremes.go, runs.go, target.go, money.go,
//     variance.go, shares.go, count.go and people.go those of their kind, references.go those of references.
//   - package sums and within.go hold the figures of one sentence against each other, package tallies counts of
//     commitments and local measures, package grades grades of care services, package means what is said of the
//     year's money without a figure, restated.go a way that is said again.
//   - overclauses.go calls what reads a sentence over its clauses, loosely.go what holds of names that people
//     use loosely. Package tables holds what is in tables.
//   - doubt.go takes back what the sentence leaves open, coverage.go, silence.go and passedover.go count what wasn't
//     read, verdict.go words what was found and slip.go its likely cause.
//   - package mentions keeps what sentences count, whatever of, and holds it against each other; twice.go does so with
//     figures of things for which the data have none.
//
// Whatever isn't understood ends the reading of its claim, which is counted: a
// claim is contradicted only where no way to read it makes it true.
package claims

import "apr/regs/claims/claim"

// What a claim is, package claim says; this package and those that call it know it by these names.
type (
	Claim   = claim.Claim
	Verdict = claim.Verdict
	Measure = claim.Measure
	Kind    = claim.Kind
)

// Verdicts.
const (
	Confirmed    = claim.Confirmed
	Contradicted = claim.Contradicted
	Unread       = claim.Unread
)

// Kinds of claims.
const (
	OfNothing   = claim.OfNothing
	OfFigure    = claim.OfFigure
	OfDirection = claim.OfDirection
	OfSum       = claim.OfSum
)

// Measures of claims.
const (
	saysValue      = claim.SaysValue
	saysChange     = claim.SaysChange
	saysComparison = claim.SaysComparison
	saysRank       = claim.SaysRank
	saysExtreme    = claim.SaysExtreme
	saysRun        = claim.SaysRun
	saysShare      = claim.SaysShare
	saysVariance   = claim.SaysVariance
	saysCount      = claim.SaysCount
	saysTarget     = claim.SaysTarget
	saysArithmetic = claim.SaysArithmetic
	saysReference  = claim.SaysReference
	saysTwice      = claim.SaysTwice
	saysSomething  = claim.SaysSomething
)
