package regs

import (
	"fmt"

	"apr/internal/project"
	"apr/internal/yamlpos"
)

// reserveRules are about the authority's reserves, which no regulation asks for.
var reserveRules = []Rule{
	{
		ID:       "R0-reserves",
		Title:    "What a reserve held at the end of the year is what it held at the beginning, with what moved",
		Level:    Advice,
		Citation: "Local Authority Accounts (Scotland) Regulations 2014 (SSI 2014/200): the movement in reserves of the accounts",
		Why:      "A balance that doesn't follow from the others is a slip in one of them, and readers add up what stands in a row. No reserve pays out more than it holds. Where a text says that reserves paid for something, something was taken out of them; a balance in a text is the table's, and an overspent year leaves no underspend to put by.",
		Blind:    "A reserve that is left out, amounts that add up and aren't those of the accounts, and texts that say in other words what reserves held or paid for.",
		Check:    checkReserves,
	},
}

func checkReserves(r *project.Project, p *Pass) {
	checkPaidFromReserves(r, p)
	checkUnderspendKept(r, p)
	checkVarianceMoved(r, p)
	checkReserveTexts(r, p)
	for i := range r.Config.Finance.Reserves {
		reserve := &r.Config.Finance.Reserves[i]
		a, ok := reserve.Amounts()
		if ok {
			checkOverdrawn(r, p, i, a)
		}
		off := a.Off()
		if !ok || off == 0 {
			continue
		}
		p.Report(at(r.Config.PositionOf(yamlpos.Item("finance.reserves", i)+".closing"), reserve.Position, projectFile), "correct the amount that is wrong",
			"%s", fmt.Sprintf("the reserve %s opens with %s, %s was added and %s taken out: that comes to %s, and it closes with %s",
				reserve.Name, a.Opening.Exact(), a.In.Exact(), a.Out.Exact(), (a.Closing-off).Exact(), a.Closing.Exact()))
	}
}

// checkOverdrawn reports a reserve that is below nought at the beginning of the year or at its end.
// A usable reserve can't be: what was overspent beyond it is for the partners to pay.
func checkOverdrawn(r *project.Project, p *Pass, i int, a project.ReserveAmounts) {
	reserve, path := &r.Config.Finance.Reserves[i], yamlpos.Item("finance.reserves", i)
	of, key, verb := a.Closing, ".closing", "closes"
	if a.Opening < 0 {
		of, key, verb = a.Opening, ".opening", "opens"
	}
	if of < 0 {
		p.Report(at(r.Config.PositionOf(path+key), reserve.Position, projectFile),
			"see whether the minus sign is a slip, or more was taken out than the reserve held; what an overspend takes beyond the reserves is paid by the partners, and the text should say so",
			"the reserve %s %s with %s, below nought: no more can be taken from a reserve than it holds", reserve.Name, verb, of.Exact())
	}
}
