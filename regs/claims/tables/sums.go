package tables

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
)

// This file holds rows of totals against the rows above them.

// addedUp is a cell of a row of totals, with the sum of those above it.
type addedUp struct {
	facts.Cell
	head       string
	total      *facts.Quantity
	value      *big.Rat // the total with its sign
	sum, slack *big.Rat // and by how much they may differ as they are rounded
	largest    *big.Rat // of the parts
}

func (a *addedUp) right() bool { return exact.Around(a.sum, a.slack).Has(a.value) }

// sums holds the figures of rows of totals against the sums of those above: of the last row, and of subtotals.
// Lines next to the table, around, may say that its figures are amounts.
func (r *reading) sums(rows [][]facts.Cell, around string) {
	if len(rows) < 4 {
		return
	}
	body := rows[2:]
	last := len(body) - 1
	var parts, since, subtotals [][]facts.Cell // parts are all but the subtotals, since are those behind the last of these
	for i, row := range body {
		switch {
		case isSubtotal(row), i < last && r.addsUp(rows[0], row, since, around):
			if len(since) > 1 {
				r.subtotal(rows[0], row, since, around)
			}
			since, subtotals = nil, append(subtotals, row)
		case isOfOther(row):
			return // of what is above it, or taken from it
		case i == last && isTotal(row):
			var others []addedUp
			if len(subtotals) > 0 {
				others = append(r.columnSums(rows[0], row, slices.Concat(subtotals, since), around), r.columnSums(rows[0], row, body[:last], around)...)
			}
			for _, a := range r.columnSums(rows[0], row, parts, around) {
				if !slices.ContainsFunc(others, func(o addedUp) bool { return o.Cell == a.Cell && o.right() }) {
					r.sumClaim(&a, rows[0], row[0].Text)
				}
			}
		case i == last && len(subtotals) == 0:
			r.placesTotal(rows[0], row, parts, around)
		default:
			parts, since = append(parts, row), append(since, row)
		}
	}
}

func isTotal(row []facts.Cell) bool {
	name := strings.Trim(row[0].Text, "* ")
	return slices.ContainsFunc(facts.Totals, func(total string) bool { return strings.EqualFold(name, total) })
}

var ofOther = lazyregexp.Lazy(`(?i)^[*( –-]*(?:(?:of )?which\b|of (?:this|these|it|them)\b|including\b|includes\b|less\b|minus\b|net of\b|memo)`)

// isOfOther reports whether a row isn't a part of a total, but of another row.
func isOfOther(row []facts.Cell) bool { return ofOther().MatchString(row[0].Text) }

func isSubtotal(row []facts.Cell) bool {
	name := strings.ToLower(strings.TrimLeft(row[0].Text, "* "))
	return strings.HasPrefix(name, "subtotal") || strings.HasPrefix(name, "sub-total")
}

// addsUp reports whether a row that isn't called a subtotal is one, as a large figure of it says that is the sum of those
// since the last: "NHS Westerlea" below its services.
func (r *reading) addsUp(heads, row []facts.Cell, since [][]facts.Cell, around string) bool {
	return len(since) > 1 && slices.ContainsFunc(r.columnSums(heads, row, since, around), func(a addedUp) bool {
		return a.right() && exact.Significant(a.value) > 3
	})
}

// subtotal holds a row of subtotals against those since the last one, where another column of it adds up: a group may
// have rows that aren't of it.
func (r *reading) subtotal(heads, row []facts.Cell, parts [][]facts.Cell, around string) {
	all := r.columnSums(heads, row, parts, around)
	if slices.ContainsFunc(all, func(a addedUp) bool { return a.right() }) {
		for _, a := range all {
			r.sumClaim(&a, heads, row[0].Text)
		}
	}
}

// placesTotal holds the row of the whole authority below those of its localities against the sums of these, where a column
// of it adds up, and others nearly do: a rate or an average doesn't. What it has more of may be in no locality.
func (r *reading) placesTotal(heads, row []facts.Cell, parts [][]facts.Cell, around string) {
	if place, ok := r.rowPlace(headWords(row[0].Text)); !ok || place != facts.Own || len(parts) < 2 {
		return
	}
	var seen []string
	for _, part := range parts {
		place := r.placeNamed(headWords(part[0].Text))
		if place == "" || slices.Contains(seen, place) {
			return
		}
		seen = append(seen, place)
	}
	all := r.columnSums(heads, row, parts, around)
	if !slices.ContainsFunc(all, func(a addedUp) bool { return a.right() }) {
		return
	}
	const near = 10 // the tenth part of a sum at most
	for _, a := range all {
		short := new(big.Rat).Sub(a.sum, a.value)
		if a.right() || short.Sign() > 0 && a.value.Cmp(a.largest) > 0 && short.Mul(short, exact.Rat(near, 1)).Cmp(a.sum) < 0 {
			r.sumClaim(&a, heads, row[0].Text)
		}
	}
}

// columnSums are the cells of a row of totals whose columns have a figure in each row above, none of which is told to be
// wrong. Amounts of money may have been rounded, whether their cells, their heads or the lines next to the table say
// that they are amounts; and so may large numbers. It leaves out columns in which some rows are the sums of others.
func (r *reading) columnSums(heads, last []facts.Cell, parts [][]facts.Cell, around string) (all []addedUp) {
	for col := 1; col < len(last); col++ {
		a := addedUp{Cell: last[col], head: heads[min(col, len(heads)-1)].Text, sum: new(big.Rat), slack: new(big.Rat), largest: new(big.Rat)}
		money := strings.Contains(around+heads[0].Text+a.head, "£")
		add := func(q *facts.Quantity) {
			if money || q.Den > 1 || q.Unit == facts.Pounds || q.Value.Cmp(exact.Rat(1000, 1)) >= 0 {
				a.slack.Add(a.slack, exact.Rat(q.Step, 2*q.Den))
			}
		}
		known := true
		for _, row := range parts {
			if col >= len(row) || r.cellTold(row[col]) {
				known = false
				break
			}
			q, v, ok := r.signed(row[col].Text)
			if !ok {
				known = false
				break
			}
			a.sum.Add(a.sum, v)
			if v.Cmp(a.largest) > 0 {
				a.largest = v
			}
			add(q)
		}
		var ok bool
		if a.total, a.value, ok = r.signed(last[col].Text); !known || !ok || a.total.Unit == facts.Percent || r.cellTold(last[col]) {
			continue
		}
		add(a.total)
		if !exact.Around(exact.Quo(a.sum, exact.Rat(2, 1)), a.slack).Has(a.value) {
			all = append(all, a)
		}
	}
	return all
}

// signed is a figure, and its value with its sign.
func (r *reading) signed(cell string) (q *facts.Quantity, value *big.Rat, ok bool) {
	figure, negative := withoutSign(cell)
	if q, ok = r.lexicon.PlainFigure(figure); !ok {
		return nil, nil, false
	}
	value = new(big.Rat).Set(q.Value)
	if negative {
		value.Neg(value)
	}
	return q, value, true
}

// cellTold reports whether a cell is told to be wrong already.
func (r *reading) cellTold(cell facts.Cell) bool {
	return slices.ContainsFunc(r.claims, func(c *claim.Claim) bool {
		return c.Verdict == claim.Contradicted && c.At == r.passage.Text.At(cell.At)
	})
}

// sumClaim is what a cell of a row of totals says.
func (r *reading) sumClaim(a *addedUp, heads []facts.Cell, name string) {
	cl := r.claimOf(a.Cell)
	cl.Text, cl.Measure, cl.Comparator, cl.Verdict = name+" "+a.Text, claim.SaysArithmetic, "sum", claim.Confirmed
	cl.Quantity, cl.Unit, cl.Expected = a.total.Bounds(), a.total.Unit, exact.Decimal(a.sum)
	if !a.right() {
		cl.Verdict, cl.Slip = claim.Contradicted, "sum"
		cl.Message = fmt.Sprintf("the table's column %q adds up to %s; its row %q has %s", a.head, asShown(a.sum, a.total, a.Text), plain(name), plain(a.Text))
		cl.Hint = "correct the total or the rows"
		cl.Evidence = claim.Related(r.passage.Text.At(heads[0].At), "the table")
	}
}

// asShown is an amount or a number as a cell of the table has its own, with the sign as a minus or as brackets, whichever
// that has.
func asShown(d *big.Rat, like *facts.Quantity, cell string) string {
	size := asTotal(exact.Abs(d), like)
	switch {
	case d.Sign() >= 0:
		return size
	case strings.Contains(cell, "("):
		return "(" + size + ")"
	}
	return "−" + size
}
