package regs

import (
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// reg4 are the rules of regulation 4(1), financial performance; those of the
// comparison in regulation 4(3) are in reg4years.go.
var reg4 = slices.Concat([]Rule{
	{
		ID:          "R4-1a-account",
		Requirement: "4(1)(a)",
		Title:       "There is an account of what was spent",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a)",
		Why:         "The public is told what was done with its money.",
		Blind:       "Ledgers that the partners have and that apr.yaml doesn't name.",
		Check:       checkAccount,
	},
	{
		ID:          "R4-1a-matter",
		Requirement: "4(1)(a)",
		Title:       "Each matter of regulation 4(2)(a) to (e) has its amount",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a) and (2)(a) to (e)",
		Why:         "A matter without an amount looks like one on which nothing was spent; zero has to be deliberate.",
		Blind:       "Whether lines were classified to the right matter: the rules in apr.yaml decide, and apr can't tell a ward from a clinic.",
		Check:       checkMatterAmounts,
	},
	{
		ID:          "R4-1a-care-group",
		Requirement: "4(1)(a)",
		Title:       "Each key care group has its amount",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a) and (2)(f)",
		Why:         "Where care groups are identified the law wants the spend on each. They cut across the other matters and are never added to them.",
		Blind:       "Care groups that the authority has identified and apr.yaml doesn't list.",
		Check:       checkCareGroups,
	},
	{
		ID:          "R4-1a-unclassified",
		Requirement: "4(1)(a)",
		Title:       "Every ledger line belongs to a matter",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a) and (2)",
		Why:         "Money that belongs to no matter is missing from the amounts that the law wants.",
		Blind:       "A line that a rule gives to the wrong matter: it counts as classified.",
		Check:       checkUnclassified,
	},
	{
		ID:          "R4-1b-base",
		Requirement: "4(1)(b)",
		Title:       "The amount paid to or set aside for the authority is known",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(b)",
		Why:         "The proportions are of the amount paid to or set aside for use by the authority, set-aside included, and not of what was spent: after an overspend they come to more than 100%.",
		Blind:       "Whether the funding is all that was paid or set aside; it adds up what the inputs give.",
		Check:       checkBase,
	},
	{
		ID:          "R4-1b-proportion",
		Requirement: "4(1)(b)",
		Title:       "Each matter and care group has its proportion",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(b) and (2)",
		Why:         "The proportions show where the balance of care lies.",
		Blind:       "Whether spend and base are of the same functions.",
		Check:       checkProportions,
	},
	{
		ID:          "R4-1c-plan",
		Requirement: "4(1)(c)",
		Title:       "Spend is set against the annual financial statement",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(c); " + act + ", section 39",
		Why:         "Without the planned spending nobody can tell an underspend from an overspend.",
		Blind:       "Whether the plan is that of the annual financial statement as published; it is read from the ledgers or apr.yaml.",
		Check:       checkPlan,
	},
	{
		ID:          "R4-1c-reasons",
		Requirement: "4(1)(c)",
		Title:       "An underspend or overspend has its reasons",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(c)",
		Why:         "The amount says that something went otherwise than planned; the reasons say what.",
		Blind:       "Whether the reasons account for the whole variance, or for the largest part of it.",
		Check:       checkVarianceReasons,
	},
}, reg4Years)

const ledgerHint = "name the partners' ledgers under finance.ledgers in apr.yaml"

func checkAccount(r *project.Project, p *Pass) {
	switch a := r.Account; {
	case a == nil:
		p.Report(financePosition(r), ledgerHint, "regulation 4(1)(a) wants the amount spent on each matter; the project names no ledger")
	case !a.Spend.Known:
		p.Report(financePosition(r), ledgerHint+", one at least with kind: actual",
			"regulation 4(1)(a) wants the amount spent on each matter; no ledger holds the spend of %s", r.Config.Year)
	}
}

// matterLine is the account's line of a matter, or nil.
func matterLine(a *finance.Account, m finance.Matter) *finance.Line {
	return lineOf(a.Matters, string(m))
}

// lineOf is the line with the id or name, or nil.
func lineOf(lines []finance.Line, id string) *finance.Line {
	for i := range lines {
		if lines[i].ID == id || sameName(lines[i].Name, id) {
			return &lines[i]
		}
	}
	return nil
}

// stated reports whether an input speaks of an amount: at least one ledger line
// or a row of the history table, be it of zero.
func stated(a finance.Amount) bool { return a.Known && (a.Lines > 0 || !a.Position.IsZero()) }

// spendKnown reports whether there is an account with spend.
func spendKnown(r *project.Project) bool { return r.Account != nil && r.Account.Spend.Known }

func checkMatterAmounts(r *project.Project, p *Pass) {
	if !spendKnown(r) {
		return
	}
	for _, m := range finance.Matters {
		l := matterLine(r.Account, m)
		if l != nil && stated(l.Spend) {
			p.Evidence(amountPosition(r, l.Spend))
			continue
		}
		p.Report(financePosition(r),
			fmt.Sprintf("add a rule with matter: %s under finance.rules in apr.yaml; where nothing was spent, a ledger line of 0.00 says so", m),
			"regulation 4(1)(a) wants the amount spent on each matter; no ledger line belongs to %s (%s)", m, lawOf(r).MatterTitle(string(m)))
	}
}

func checkCareGroups(r *project.Project, p *Pass) {
	if !spendKnown(r) {
		return
	}
	for i, g := range r.Config.CareGroups {
		l := lineOf(r.Account.CareGroups, g)
		if l != nil && stated(l.Spend) {
			p.Evidence(amountPosition(r, l.Spend))
			continue
		}
		p.Report(at(r.Config.PositionOf(fmt.Sprintf("care_groups[%d]", i)), financePosition(r)),
			fmt.Sprintf("add a rule with care_group: %s under finance.rules in apr.yaml", g),
			"regulation 4(2)(f) wants the amount spent on each key care group; no ledger line belongs to %q", g)
	}
}

func checkUnclassified(r *project.Project, p *Pass) {
	if r.Account == nil {
		return
	}
	for _, l := range r.Account.Ledgers {
		if l.Unclassified == 0 || l.Kind == finance.Funded || l.Kind == finance.Plan {
			continue
		}
		var related []source.Related
		for _, g := range l.Largest {
			related = append(related, source.Related{
				Position: at(g.Position, source.Position{File: l.File}),
				Message:  wording.OneLine(fmt.Sprintf("cost centre %s %s: %s, %s", g.CostCentre, g.Description, wording.Count(g.Lines, "line"), g.Total.Exact())),
			})
		}
		p.add(Finding{
			Position: at(l.Position, source.Position{File: l.File}, financePosition(r)),
			Found: fmt.Sprintf("regulation 4(1)(a) wants all spend by matter; in %s %s, %s, belong to none",
				l.File, wording.Count(l.Unclassified, "line"), l.UnclassifiedTotal.Exact()),
			Hint:    unclassifiedHint(l.Largest),
			Related: related,
		})
	}
}

var calledTotal = lazyregexp.Lazy(`(?i)^(?:sub-?|grand )?totals?\b|\b(?:sub-?)?totals?$`)

// unclassifiedHint says what to do about lines that belong to no matter. One that is called
// a total is no cost centre.
func unclassifiedHint(largest []finance.UnclassifiedGroup) string {
	const rules = "add rules for the largest cost centres under finance.rules in apr.yaml"
	for _, g := range largest {
		if strings.TrimSpace(g.CostCentre) == "" && g.Description != "" {
			return "the cost centre is empty in the lines of " + wording.OneLine(g.Description) + ": write its code there, as the ledger's other lines have it; for others " + rules
		}
		if name := strings.TrimSpace(g.CostCentre); calledTotal().MatchString(name) {
			return fmt.Sprintf("%q is called a total, and isn't the sum of what stands above it, so it was added: see which lines it is of, and export the ledger without it, or exclude it by a rule; %s", wording.OneLine(name), rules)
		}
	}
	return rules
}

// base is the amount paid to or set aside for the authority's use; ok is false
// where it isn't known or isn't a base.
func base(r *project.Project) (a finance.Amount, ok bool) {
	if r.Account == nil {
		return a, false
	}
	return r.Account.Funding, r.Account.Funding.Known && r.Account.Funding.Money != 0
}

const fundingHint = "give a ledger of kind: funding, or rows with measure funding in the history table"

func checkBase(r *project.Project, p *Pass) {
	_, ok := base(r)
	switch {
	case r.Account == nil:
		p.Report(financePosition(r), ledgerHint, "regulation 4(1)(b) wants proportions of the amount paid to or set aside for the authority; the project names no ledger")
	case !ok:
		p.Report(financePosition(r), fundingHint,
			"regulation 4(1)(b) wants proportions of the amount paid to or set aside for the authority; that amount isn't known for %s", r.Config.Year)
	}
}

func checkProportions(r *project.Project, p *Pass) {
	funding, ok := base(r)
	if !ok {
		return // R4-1b-base has said so
	}
	var without []string
	look := func(l *finance.Line, name string) {
		if l == nil || !stated(l.Spend) {
			without = append(without, name)
			return
		}
		p.Evidence(amountPosition(r, funding), amountPosition(r, l.Spend))
	}
	for _, m := range finance.Matters {
		look(matterLine(r.Account, m), fmt.Sprintf("%s (%s)", m, lawOf(r).MatterTitle(string(m))))
	}
	for _, g := range r.Config.CareGroups {
		look(lineOf(r.Account.CareGroups, g), fmt.Sprintf("the care group %q", g))
	}
	if len(without) > 0 {
		p.Report(financePosition(r), "classify the lines that belong there under finance.rules in apr.yaml",
			"regulation 4(1)(b) wants the proportion spent on each matter; there is no amount for %s", wording.List(without))
	}
}

func checkPlan(r *project.Project, p *Pass) {
	const hint = "map a plan column under finance.ledgers, give a ledger of kind: plan, or rows with measure plan in the history table"
	switch a := r.Account; {
	case a == nil:
		p.Report(financePosition(r), ledgerHint, "regulation 4(1)(c) wants spend set against the annual financial statement; the project names no ledger")
	case !a.Plan.Known:
		p.Report(financePosition(r), hint,
			"regulation 4(1)(c) wants spend set against the annual financial statement (section 39); the planned spending of %s isn't known", r.Config.Year)
	case !a.Spend.Known:
		p.Evidence(amountPosition(r, a.Plan))
		p.Report(financePosition(r), ledgerHint, "regulation 4(1)(c) wants spend set against the annual financial statement; the spend of %s isn't known", r.Config.Year)
	default:
		p.Evidence(amountPosition(r, a.Plan))
	}
}

func checkVarianceReasons(r *project.Project, p *Pass) {
	a := r.Account
	if a == nil || !a.Plan.Known || !a.Spend.Known {
		return // R4-1c-plan has said so
	}
	reg, file := r.Narrative.Reg4, regulationFile(r, 4)
	variance := a.Plan.Money - a.Spend.Money
	if variance == 0 {
		p.Nil(amountPosition(r, a.Spend), "spend equals the planned spending: there is no underspend or overspend")
		return
	}
	p.need(reg.VarianceReasons, at(reg.Position, file),
		fmt.Sprintf("the assessment of the reasons for the %s of %s", variance.VarianceName(), max(variance, -variance).Exact()),
		"regulation 4(1)(c) wants the reasons with the amount", "write variance_reasons in "+file.File,
		slices.Concat(relatedAmount(a.Plan, "the planned spending, "+a.Plan.Exact()), relatedAmount(a.Spend, "the spend, "+a.Spend.Exact()))...)
}

// reg4Inputs are the rules of regulation 4 about what the readers survived.
var reg4Inputs = []Rule{
	{
		ID:          "R4-1a-control-total",
		Requirement: "4(1)(a)",
		Title:       "Each ledger comes to its control total",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a)",
		Why:         "A ledger that differs from the partner's own total by a penny is not the ledger that the accounts were made from.",
		Blind:       "Errors that leave the total as it is, such as a line moved from one matter to another.",
	},
	{
		ID:          "R4-1a-conflicting-figure",
		Requirement: "4(1)(a)",
		Title:       "The ledgers and the history don't contradict each other",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1) and (3)",
		Why:         "Of two amounts for one thing at most one is right.",
		Blind:       "Which of the two amounts is right, and errors that both share.",
	},
	{
		ID:          "R4-1a-total-row",
		Requirement: "4(1)(a)",
		Title:       "Each total in a ledger is the sum of the lines above it",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a)",
		Why:         "A total that its lines don't come to shows that lines are missing from the ledger, or there twice; a row that is neither a line nor a total is money that isn't counted.",
		Blind:       "A total that isn't called one, and lines missing from a ledger without totals.",
	},
	{
		ID:          "R4-1a-debit-credit",
		Requirement: "4(1)(a)",
		Title:       "Credits in a ledger are taken off",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a)",
		Why:         "A credit that is added as a debit makes the amount spent too large by twice what it is.",
		Blind:       "Credits in a column that is called neither debit nor credit.",
	},
	{
		ID:          "R4-1a-units",
		Requirement: "4(1)(a)",
		Title:       "Ledgers and the history are in pounds and pence",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a)",
		Why:         "Thousands that are added up as pounds make every amount of the report too small by a thousand times.",
		Blind:       "Thousands that nothing in the ledger's heading or size gives away.",
	},
	{
		ID:          "R4-1a-transfer",
		Requirement: "4(1)(a)",
		Title:       "What leaves one partner's ledger arrives in the other's",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a)",
		Why:         "Money that two ledgers show is spent once. Where they differ, one of them is wrong, and what both show is counted twice.",
		Blind:       "A transfer that apr.yaml doesn't declare, and two sides that are wrong by the same amount.",
	},
	{
		ID:          "R4-1a-mapping",
		Requirement: "4(1)(a)",
		Title:       "Each cell of a mapping says what its cost centre belongs to",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulations 4(1)(a) and (2) and 6(2)",
		Why:         "A misspelt matter or locality leaves the lines of its cost centre out of the amounts that the law asks for.",
		Blind:       "A cell that names an existing matter or locality, and the wrong one.",
	},
	{
		ID:          "R4-1b-incomplete-funding",
		Requirement: "4(1)(b)",
		Title:       "The amount paid to or set aside is that of all partners",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(b)",
		Why:         "A base without a partner's share makes every proportion too large.",
		Blind:       "A partner that nothing names: it compares the funding with the partners that the inputs have.",
	},
	{
		ID:          "R4-1c-incomplete-plan",
		Requirement: "4(1)(c)",
		Title:       "The planned spending is that of all partners",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(c)",
		Why:         "A plan without a partner's share shows an overspend that isn't there.",
		Blind:       "A partner without any line of spend, whose plan nothing asks for.",
	},
}
