package regs

// ledgerDoubts are the rules about what a ledger says of itself. What they find may be
// answered in apr.yaml.
var ledgerDoubts = []Rule{
	{
		ID:          "R4-1a-below-nought",
		Requirement: "4(1)(a)",
		Title:       "No ledger comes to less than nothing",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a): the amount spent",
		Why:         "A general ledger may write income above nought and spending below, and debit and credit are soon mapped the wrong way round. Added up, such a ledger takes off what was spent.",
		Blind:       "A ledger in which a part of the signs are turned round, and which is above nought all the same.",
	},
	{
		ID:       "R0-ledger-says",
		Title:    "A ledger's heads, first lines, sheets and name say what apr.yaml takes it for",
		Level:    Advice,
		Citation: act + ", section 42(6) and (7): partners supply the information",
		Why:      "A forecast isn't what was spent, the other partner's ledger isn't this one's, and of a workbook with a sheet for each quarter one sheet is a quarter.",
		Blind:    "A ledger that says nothing of itself, and a partner under a shorter name.",
	},
	{
		ID:       "R0-mapping-name",
		Title:    "Cost centres are mapped to what their names say",
		Level:    Advice,
		Citation: "SSI 2014/326, regulation 4(2) and (3)",
		Why:      "A row of a mapping that was filled down too far puts health care under social care, or one locality's services under another, and every sum agrees.",
		Blind:    "A cost centre whose name says neither what it is nor where.",
	},
}
