package compose

import (
	"apr/internal/document"
	"apr/regs"
)

// answers are the data notes about money: what looked wrong, and why it is right.
func (b *builder) answers() *document.Section {
	answers := regs.Answers(b.report)
	if len(answers) == 0 {
		return nil
	}
	s := b.section(2, "Notes on the financial data")
	b.say(s, b.report.Config.Wording.FinanceNotes, "Checks of the ledgers asked about these points. The authority explains each.")
	t := b.table("Points about the financial data, with the authority's explanations",
		column("What was noticed", document.Left, 3), column("Explanation", document.Left, 2))
	for _, a := range answers {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{cell(a.Found), cell(a.Reason)}})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}
