package compose

import (
	"math/big"
	"strings"

	"apr/internal/document"
	"apr/internal/number"
	"apr/internal/project"
	"apr/internal/project/datum"
)

// services is the account as the board's papers show it: each partner's services with a
// subtotal, the net position, and how the money reaches the authority.
func (b *builder) services() *document.Section {
	a := b.report.Account
	if a == nil {
		return nil
	}
	s := b.section(2, "Spend by service, partner and funding")
	if t := b.partners(); t != nil {
		s.Blocks = append(s.Blocks, t)
	}
	if len(a.Fundings) > 0 {
		t := b.planTable("Spend by how the money reaches the authority in {year}, {units}", "Funding")
		for _, l := range a.Fundings {
			t.Rows = append(t.Rows, b.spendRow(b.capital(l.Name), datum.LineKey("funding", l), false))
		}
		s.Blocks = append(s.Blocks, t)
	}
	if len(s.Blocks) == 0 {
		return nil
	}
	return s
}

// planTable begins a table with planned and actual spend of the year. The caption is a row of words.
func (b *builder) planTable(caption, head string) *document.Table {
	return b.moneyTable(b.words(caption, b.report.Account.Year, b.units()),
		column(head, document.Left, 4), column("Planned", document.Right, 1.2),
		column("Spent", document.Right, 1.2), column("Variance", document.Right, 1.2))
}

// partners are each partner's services, with its subtotal, and the net position.
func (b *builder) partners() *document.Table {
	a := b.report.Account
	if len(a.Partners) == 0 {
		return nil
	}
	t := b.planTable("Spend by partner and service in {year}, {units}", "Service")
	for i := range a.ServiceGroups {
		g := &a.ServiceGroups[i]
		for j := range g.Services {
			of := &g.Services[j]
			t.Rows = append(t.Rows, b.spendRow(b.capital(of.Name), b.facts.PartnerServiceKey(g.Partner, of), false))
		}
		row := b.spendRow(b.words("Subtotal {partner}", g.Partner), datum.LineKey("partner", g.Subtotal), false)
		row.Total = true
		t.Rows = append(t.Rows, row)
	}
	net := b.spendRow("Net position", datum.Total, false)
	net.Total = true
	t.Rows = append(t.Rows, net)
	roundingNote(t)
	return t
}

// roundingNote adds a note to a table of which rows, as they are shown, don't add up to
// a total that is shown: sums are of pence, and each amount is rounded once.
func roundingNote(t *document.Table) {
	for c := 1; c < len(t.Columns); c++ {
		if !addsUp(t, c) {
			t.Notes = append(t.Notes, document.Plain("Amounts are added up in pence and rounded once, for display, so rows don't all add up to the totals shown."))
			return
		}
	}
}

// addsUp is false where the rows of a column don't come to a subtotal, or the subtotals,
// or the rows where there is but one total, to the last, by no more than rounding can
// do: half a unit of each number. A column with a cell that isn't a number, or is a
// percentage, isn't added.
func addsUp(t *document.Table, column int) bool {
	part, all := new(big.Rat), new(big.Rat)
	unit := big.NewRat(1, 1)
	same := func(sum, total *big.Rat) bool {
		off := new(big.Rat).Sub(sum, total)
		return off.Sign() == 0 || off.Abs(off).Cmp(new(big.Rat).Mul(unit, big.NewRat(int64(len(t.Rows)), 2))) > 0
	}
	for i, row := range t.Rows {
		v, ok := shownValue(row.Cells[column])
		if !ok {
			return true
		}
		if !v.IsInt() {
			unit = big.NewRat(1, 10) // £m have one decimal
		}
		if !row.Total {
			part.Add(part, v)
			continue
		}
		last := i == len(t.Rows)-1
		if last && all.Sign() != 0 {
			return same(all, v)
		}
		if !same(part, v) {
			return false
		}
		all.Add(all, v)
		part = new(big.Rat)
	}
	return true
}

// shownValue is the number that a cell shows.
func shownValue(c document.Cell) (*big.Rat, bool) {
	if len(c.Content) != 1 {
		return nil, false
	}
	d, ok := c.Content[0].(*document.Datum)
	if !ok {
		return nil, false
	}
	text := strings.NewReplacer(",", "", number.Minus, "-", "+", "").Replace(d.Display)
	return new(big.Rat).SetString(text)
}

// reserves are the authority's usable reserves at the beginning and the end of the year.
func (b *builder) reserves() *document.Section {
	list, text := b.report.Config.Finance.Reserves, b.report.Narrative.Reg4.Reserves
	if len(list) == 0 && text.IsZero() {
		return nil
	}
	s := b.section(2, "Reserves")
	b.write(s, text)
	if len(list) == 0 {
		return s
	}
	year := b.report.Config.Year
	t := b.moneyTable(b.words("Usable reserves in {year}, {units}", year, b.units()),
		column("Reserve", document.Left, 3.4), column(b.words("On {day}", b.dateWords(year.Starts())), document.Right, 1.3), column("Transfers in", document.Right, 1.2),
		column("Transfers out", document.Right, 1.2), column(b.words("On {day}", b.dateWords(year.Ends())), document.Right, 1.3))
	for _, r := range list {
		t.Rows = append(t.Rows, b.reserveRow(r.Name, r.Name))
	}
	if len(list) > 1 {
		row := b.reserveRow("All reserves", project.AllReserves)
		row.Total = true
		t.Rows = append(t.Rows, row)
		roundingNote(t)
	}
	s.Blocks = append(s.Blocks, t)
	if len(list) > 1 {
		s.Blocks = append(s.Blocks, b.reservesTogether())
	}
	return s
}

func (b *builder) reserveRow(name, key string) document.Row {
	row := document.Row{Cells: []document.Cell{cell(name)}}
	for _, figure := range []string{"opening", "transfers_in", "transfers_out", "closing"} {
		row.Cells = append(row.Cells, b.amountInUnits(project.ReserveID(key, figure)))
	}
	return row
}

// reservesTogether say what the reserves came to at both ends of the year.
func (b *builder) reservesTogether() *document.Paragraph {
	year := b.report.Config.Year
	amount := func(figure string) document.Inline {
		return b.datum(project.ReserveID(project.AllReserves, figure), datum.Usual, notKnown)
	}
	return b.paragraph("All reserves together were {opening} on {first} and {closing} on {last}.",
		amount("opening"), b.dateWords(year.Starts()), amount("closing"), b.dateWords(year.Ends()))
}
