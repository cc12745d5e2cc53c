package regs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"apr/finance"
	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/project"
	"apr/internal/project/prose"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// inputCodes gives each problem that a reader survived the rule that reports it,
// and by the rule its requirement and level. A code that isn't here is reported by
// R0-input.
var inputCodes = map[string]string{
	finance.CodeControlTotal:      "R4-1a-control-total",
	finance.CodeConflictingFigure: "R4-1a-conflicting-figure",
	finance.CodeIncompleteFunding: "R4-1b-incomplete-funding",
	finance.CodeIncompletePlan:    "R4-1c-incomplete-plan",
	finance.CodeUnknownLocality:   "R6-2-unknown-locality",

	finance.CodeTotalRow:          "R4-1a-total-row",
	finance.CodeUnits:             "R4-1a-units",
	finance.CodeMapping:           "R4-1a-mapping",
	finance.CodeTransfer:          "R4-1a-transfer",
	finance.CodeMappingEmpty:      "R0-mapping",
	finance.CodeMappingRepeated:   "R0-mapping",
	finance.CodeUnmappedSide:      "R4-1a-debit-credit",
	finance.CodeSameLedger:        "R4-1a-same-ledger",
	finance.CodeOtherYear:         "R4-1a-other-year",
	finance.CodeTotalAbove:        "R4-1a-same-ledger",
	finance.CodeRepeated:          "R4-1a-same-ledger",
	finance.CodeCumulative:        "R4-1a-same-ledger",
	finance.CodeMayRepeat:         "R0-like-ledger",
	finance.CodeBelowNought:       "R4-1a-below-nought",
	finance.CodeLedgerSays:        "R0-ledger-says",
	finance.CodeMappingName:       "R0-mapping-name",
	finance.CodeMonthsMissing:     "R0-ledger-months",
	finance.CodeUnusedRule:        "R0-unmatched-rule",
	finance.CodeUnspent:           "R0-ledger",
	finance.CodeBeyondFunding:     "R4-1b-beyond-funding",
	finance.CodeLikeLedger:        "R0-like-ledger",
	finance.CodeUnmatchedRule:     "R0-unmatched-rule",
	finance.CodeStopsEarly:        "R0-ledger-months",
	finance.CodeImplausible:       "R0-plausible",
	finance.CodeNoControl:         "R0-control-total",
	finance.CodeNoLedger:          "R4-1a-constituent",
	finance.CodeTotalLine:         "R0-ledger",
	finance.CodeHeadings:          "R0-ledger",
	finance.CodeHistoryDoesNotAdd: "R0-ledger",
	finance.CodeHistoryEmpty:      "R0-ledger",
	finance.CodeLostDigits:        "R0-ledger",
	finance.CodeHistoryOrigin:     "R0-ledger",
	finance.CodeUnknownCareGroup:  "R0-ledger",
	finance.CodeUnknownPartner:    "R0-ledger",
	finance.CodeUnknownService:    "R0-ledger",
	finance.CodeJoinedCells:       "R0-ledger",
	finance.CodeOutsideYear:       "R0-ledger",
	finance.CodeMalformedDate:     "R0-ledger",
	finance.CodeMalformedPeriod:   "R0-ledger",

	measures.CodeRepeatedColumn: "R0-measures",
	measures.CodePassedOver:     "R0-measures",
	measures.CodeRate:           "R0-measures",
	measures.CodeConflict:       "R0-measures",
	measures.CodeSince:          "R0-measures",

	reference.NoValue:        "R0-reference",
	project.CodeKeyIndicator: "R0-reference",

	yamlpos.CodeCutOff:    "R0-text",
	yamlpos.CodeFolded:    "R0-text",
	yamlpos.CodeYesNo:     "R0-text",
	prose.CodePictureSize: "R0-text",

	yamlpos.CodeMissingKey:   "R0-key",
	yamlpos.CodeMissingText:  "R0-key",
	yamlpos.CodeMissingValue: "R0-key",

	project.CodeUnreadFile: "R0-unread",

	project.CodeUnknownText:    "R0-people",
	project.CodeMovedText:      "R0-people",
	project.CodeUnknownPerson:  "R0-people",
	project.CodeRepeatedPerson: "R0-people",

	// Where the cells aren't the authority's own, R0-workbook.
	indicators.CodeConflict: "R3aii-conflicting-observation",

	codeFellBack:                     ownValueRule,
	codeFamilyAbsent:                 "R0-workbook",
	codeScotlands:                    ownValueRule,
	codeExchanged:                    ownValueRule,
	codeOverlap:                      ownValueRule,
	codeToCome:                       ownValueRule,
	codeOtherRow:                     ownValueRule,
	indicators.CodeAbsentArea:        "R3aii-area",
	indicators.CodeExplained:         "R0-workbook",
	indicators.CodeSeveralTables:     "R0-workbook",
	indicators.CodeRepeatedColumn:    "R0-workbook",
	indicators.CodeFileWithoutTable:  "R0-workbook",
	indicators.CodeDashboard:         "R0-workbook",
	indicators.CodeMangledYear:       "R0-workbook",
	indicators.CodeUnknownPeriod:     "R0-workbook",
	indicators.CodeUnknownIndicator:  "R0-workbook",
	indicators.CodeUnexpectedPeriod:  "R0-workbook",
	indicators.CodeUnknownArea:       "R0-workbook",
	indicators.CodeUnreportable:      "R0-workbook",
	indicators.CodeDuplicate:         "R0-workbook",
	indicators.CodeIndicatorMismatch: "R0-workbook",
	indicators.CodeCellError:         "R0-workbook",
	indicators.CodeValueMark:         "R0-workbook",
	indicators.CodeUnreadableValue:   "R0-workbook",
	indicators.CodeImplausible:       "R0-workbook",
	indicators.CodeLimits:            "R0-workbook",
	indicators.CodeRateMismatch:      "R0-workbook",
	indicators.CodeIncompleteAreas:   "R0-workbook",
	indicators.CodeAbsentIndicator:   "R0-workbook",
}

// inputs are the rules about what the readers survived: those of a regulation,
// which are in its file, and those that bear on no single requirement.
var inputs = sync.OnceValue(func() []Rule {
	return byLaw(plausible, ledgerDoubts, reg3Inputs, reg4Inputs, reg6Inputs, []Rule{
		{
			ID:       "R0-workbook",
			Title:    "The workbook is as Public Health Scotland lays it out",
			Level:    Advice,
			Citation: "Public Health Scotland, core suite of integration indicators, management information workbook",
			Why:      "What a reader had to leave out or read with care should be looked at before the figures are relied on.",
			Blind:    "Errors in rows that are laid out as they should be.",
		},
		{
			ID:       "R0-ledger",
			Title:    "Ledgers and history are consistent",
			Level:    Advice,
			Citation: act + ", section 42(6) and (7): partners supply the information",
			Why:      "What doesn't add up is better asked about before an auditor asks.",
			Blind:    "Errors that leave a ledger consistent with itself and with the history.",
		},
		{
			ID:       "R0-mapping",
			Title:    "Mappings are filled in, each row once",
			Level:    Advice,
			Citation: "SSI 2014/326, regulation 4(1)(a) and (2)",
			Why:      "A row that nobody has filled in classifies nothing, and of two rows for one cost centre somebody may change the one that doesn't count.",
			Blind:    "Cost centres that no mapping has a row for; those lines stand under what isn't classified.",
		},
		{
			ID:       "R0-measures",
			Title:    "Tables of local measures are consistent",
			Level:    Advice,
			Citation: act + ", section 42(6) and (7): partners supply the information",
			Why:      "A percentage that doesn't follow from its numerator and denominator, or a measure in two units, is better asked about before the board asks.",
			Blind:    "Wrong values whose numerator and denominator are wrong alike.",
		},
		{
			ID:       "R0-reference",
			Title:    "Texts and key indicators refer to figures that have a value",
			Level:    Advice,
			Citation: "SSI 2014/326, regulation 3(a)(ii)",
			Why:      "Where a text refers to a figure without a value the reader meets a remark in brackets in the middle of a sentence, and a key indicator without one, or that is named twice, leaves the page at a glance without what was to be there.",
			Blind:    "Whether a reference that has a value is to the figure that the sentence means.",
		},
		{
			ID:       "R0-text",
			Title:    "Texts are read as they were written",
			Level:    Advice,
			Citation: "SSI 2014/326, regulation 3: the report includes the assessments that were written",
			Why:      "YAML takes what follows a number sign for a remark and joins lines, without a word. A reader of the report would miss the end of a sentence, or meet a list as one long line.",
			Blind:    "Text that YAML cut off and that is lost without a trace, such as a file saved half.",
		},
		{
			ID:       "R0-key",
			Title:    "Entries have all their keys",
			Level:    Advice,
			Citation: "SSI 2014/326, regulations 3 to 9: what an entry answers",
			Why:      "An entry without its title or name stands in the report under a makeshift heading.",
			Blind:    "Whether what stands under a key belongs there.",
		},
		{
			ID:       "R0-unread",
			Title:    "What lies in the narrative folder is read",
			Level:    Advice,
			Citation: "SSI 2014/326, regulation 3: the report includes the assessments that were written",
			Why:      "A text in a Word file next to the others looks as if it were part of the report, and isn't.",
			Blind:    "Words that lie outside the narrative folder, in e-mails and other systems.",
		},
		{
			ID:       "R0-people",
			Title:    "people.yaml names texts and people that there are",
			Level:    Advice,
			Citation: peopleFile,
			Why:      "Under a name that is misspelt a text is nobody's, and nobody writes it. Keys of entries move when one is added before them: about, where it is written, says whose they were.",
			Blind:    "A text that is given to the wrong person, and an entry that has moved and doesn't say what it is about.",
		},
		{
			ID:       "R0-input",
			Title:    "Inputs were read without a remark",
			Level:    Advice,
			Citation: act + ", section 42(6) and (7): partners supply the information",
			Why:      "A remark of a reader is reported rather than dropped, whatever it is about.",
			Blind:    "What no reader noticed.",
		},
	})
})

// inputRules are the rules about inputs with their checks.
func inputRules() []Rule {
	rules := slices.Clone(inputs())
	for i := range rules {
		id := rules[i].ID
		rules[i].Check = func(r *project.Project, p *Pass) { p.problems(r, id) }
	}
	return rules
}

// problems reports the problems that belong to the rule with the id.
func (p *Pass) problems(r *project.Project, id string) {
	for _, problem := range p.reading.remarks()[id] {
		if r.Answer(problem, id) != nil || problem.Code == yamlpos.CodeMissingText && p.foundAt(problem.Position) {
			continue
		}
		hint := wording.OneLine(problem.Hint)
		if problem.About != "" {
			hint = strings.TrimPrefix(hint+"; ", "; ") + answerHint(id, problem.About)
		}
		p.add(Finding{
			Position: at(problem.Position, projectFile),
			Found:    problem.Message,
			Hint:     hint,
			Related:  problem.Related,
			Likely:   problem.Likely,
		})
	}
}

// foundAt reports whether a rule has found something at a place: of a text that is
// missing there the rule of its provision has spoken.
func (p *Pass) foundAt(at source.Position) bool {
	return slices.ContainsFunc(*p.findings, func(f Finding) bool { return f.Position == at })
}

// remarksOn are the problems that the readers survived, by the rule that reports them.
func remarksOn(r *project.Project, ofValues []*source.Problem) map[string][]*source.Problem {
	by := map[string][]*source.Problem{}
	for _, problem := range survived(r, ofValues) {
		id := inputRule(r, problem)
		by[id] = append(by[id], problem)
	}
	return by
}

// inputRule is the id of the rule that reports a problem.
func inputRule(r *project.Project, problem *source.Problem) string {
	id := cmp.Or(inputCodes[problem.Code], "R0-input")
	switch problem.Code {
	case indicators.CodeConflict:
		if !ofTheAuthority(r, problem) {
			return "R0-workbook"
		}
	case indicators.CodeLimits, indicators.CodeRateMismatch, indicators.CodeImplausible: // R3aii-cell tells of cells that can't be read
		if ofTheAuthority(r, problem) || problem.Code == indicators.CodeRateMismatch && besideTheAuthority(r, problem) {
			return ownValueRule
		}
	}
	return id
}

// ofTheAuthority reports whether a problem of the workbook is about a row that
// the authority's own table was made from. The workbook holds every authority.
func ofTheAuthority(r *project.Project, problem *source.Problem) bool {
	if r.Indicators == nil {
		return false
	}
	rows := map[string]bool{rowOf(problem.Position): true}
	for _, related := range problem.Related {
		rows[rowOf(related.Position)] = true
	}
	delete(rows, "")
	for _, s := range r.Indicators.Series {
		for i := range s.Points {
			if rows[rowOf(s.Points[i].Position)] {
				return true
			}
		}
	}
	return false
}

// besideTheAuthority reports whether a problem of the workbook is about a row of Scotland or of the
// authority's family, in a period of which its own table has a value.
func besideTheAuthority(r *project.Project, problem *source.Problem) bool {
	if r.Indicators == nil || r.Workbook == nil {
		return false
	}
	rows := map[string]bool{rowOf(problem.Position): true}
	for _, related := range problem.Related {
		rows[rowOf(related.Position)] = true
	}
	delete(rows, "")
	for i := range r.Workbook.Observations {
		o := &r.Workbook.Observations[i]
		if !rows[rowOf(o.Position)] || o.Area != indicators.Scotland && !slices.Contains(r.Config.Authority.Family, o.Area) {
			continue
		}
		s := r.Indicators.ByID(o.Indicator)
		if s != nil && slices.ContainsFunc(s.Points, func(pt indicators.Point) bool { return pt.Period == o.Period }) {
			return true
		}
	}
	return false
}

// rowOf is a cell's sheet and row, or a CSV file's line, or "".
func rowOf(pos source.Position) string {
	if pos.Cell == "" && pos.Line > 0 {
		return fmt.Sprintf("%s:%d", pos.File, pos.Line)
	}
	for i, c := range pos.Cell {
		if c >= '0' && c <= '9' {
			return pos.Sheet + "!" + pos.Cell[i:]
		}
	}
	return ""
}

// problemsOfValues are those of the authority's values in the workbook, whatever the texts say.
func problemsOfValues(r *project.Project) []*source.Problem {
	return slices.Concat(fellBack(r), familyAbsent(r), copiedValues(r), doubtedValues(r))
}

// survived are the problems that the readers survived, each once: the report
// may hold again what the workbook or the account holds.
func survived(r *project.Project, ofValues []*source.Problem) []*source.Problem {
	var all []*source.Problem
	if r.Workbook != nil {
		all = append(all, r.Workbook.Problems...)
	}
	all = append(all, ofValues...)
	if r.Account != nil {
		all = append(all, r.Account.Problems...)
		all = append(all, r.Account.Doubts...)
		all = append(all, withoutLedger(r)...)
		all = append(all, doubts(r)...)
	}
	all = append(all, r.Problems...)
	type key struct {
		code, message string
		pos           source.Position
	}
	seen := map[key]bool{}
	var once []*source.Problem
	for _, q := range all {
		if q == nil || seen[key{q.Code, q.Message, q.Position}] {
			continue
		}
		seen[key{q.Code, q.Message, q.Position}] = true
		once = append(once, q)
	}
	return once
}
