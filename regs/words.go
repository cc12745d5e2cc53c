package regs

import (
	"apr/internal/project"
	"apr/regs/claims"
	"apr/regs/leftovers"
)

// wordsRules are the rules that read the prose, none of them the law's. What
// they find was claimed by a sentence that can be read in one way only; what
// can be read in two isn't reported.
var wordsRules = []Rule{
	{
		ID:       "R0-direction",
		Title:    "What rose and fell in the text did so in the data",
		Level:    Advice,
		Citation: "SSI 2014/326, regulation 3(a)(ii) and (iii)",
		Why:      "A sentence that says that something fell next to figures that rose costs a reader's trust in all the others. It happens when last year's text stays and the figures move on.",
		Blind:    "Sentences that it can't read to the end, which apr check --claims lists. What is listed under \"Better\" or \"Worse\" is held against its data where its id stands there.",
		Check: func(r *project.Project, p *Pass) {
			claimed(claims.OfDirection)(r, p)
			checkLabels(r, p)
		},
	},
	{
		ID:       "R0-figure",
		Title:    "A figure typed in the text is the one that it names",
		Level:    Advice,
		Citation: "SSI 2014/326, regulations 3(a)(ii) and 4(1)",
		Why:      "A figure that is typed stays when the workbook or the ledger changes. A reference such as {{ value \"NI12\" }} doesn't.",
		Blind:    "Figures that aren't named in a way that apr knows, and those that no input holds.",
		Check: func(r *project.Project, p *Pass) {
			claimed(claims.OfFigure)(r, p)
			checkBesideReferences(r, p, p.reading.contradicted())
		},
	},
	{
		ID:       "R0-share",
		Title:    "A percentage follows from the amounts next to it",
		Level:    Advice,
		Citation: "SSI 2014/326, regulation 4(1)",
		Why:      "Readers check the sums that they can.",
		Blind:    "Percentages whose amounts stand in another paragraph.",
		Check:    claimed(claims.OfSum),
	},
	{
		ID:       "R0-year",
		Title:    "The year that the text calls the reporting year is, and what it says was or will be fits it",
		Level:    Advice,
		Citation: act + ", section 42(2): the report is of the reporting year",
		Why:      "Most of a report is written over last year's; the year left standing says that the sentence around it may be last year's too. So do what will be in a year that is over, what was done on a day to come, and a report that was read ten months before its year ended.",
		Blind:    "A year that is right and said of the wrong thing.",
		Check:    words((*leftovers.Prose).Years),
	},
	{
		ID:       "R0-unfinished",
		Title:    "Nothing is left unfinished inside a text",
		Level:    Advice,
		Citation: act + ", section 42(1): the report is prepared for publication",
		Why:      "A text that is nothing but a placeholder is missing, and the rule that asks for it says so. TBC or [check] inside a text that answers the law doesn't undo the answer, so this is advice whichever text it stands in; but it is printed.",
		Blind:    "Text that is unfinished and says so in none of the usual ways.",
		Check:    words((*leftovers.Prose).Unfinished),
	},
	{
		ID:       "R0-private",
		Title:    "No text identifies a patient, or says that it isn't for publication",
		Level:    Advice,
		Citation: act + ", section 42(1): the report is published; UK General Data Protection Regulation, article 5(1)(c): personal data are limited to what is necessary",
		Why:      "A CHI number in a case study, or OFFICIAL-SENSITIVE above what came from a board paper, is printed as it stands, and can't be called back.",
		Blind:    "Names, addresses and stories by which people know a person; pictures; own tables.",
		Check:    words((*leftovers.Prose).Private),
	},
	{
		ID:       "R0-repeated",
		Title:    "No paragraph is last year's, word by word or but for a few words",
		Level:    Advice,
		Citation: act + ", section 42(2): the report is of the reporting year",
		Why:      "A paragraph that fits two years says little of either. Reported when last year's project is given with apr check --last-year. What counts: in texts that answer a provision paragraphs of 6 words and more, in others of 25, and with references to data of 12 beside them; of 12 words and more also those of which two words were changed (up to four in long ones).",
		Blind:    "A paragraph of one sentence on how figures are made, the law, the strategic plan or a place, which may stand each year; one that was reworded, or of which a number, a month or a reference was changed; shorter ones; and what the report says about the authority, glossary, tables, lists and headings. It needs last year's project as well as this one.",
		Check: func(r *project.Project, p *Pass) {
			p.reportAll(p.reading.prose().Repeated(r.LastYear))
		},
	},
}

// claimRules are the rules on contradicted claims, by kind.
var claimRules = map[claims.Kind]string{claims.OfDirection: "R0-direction", claims.OfFigure: "R0-figure", claims.OfSum: "R0-share"}

// claimed is the check of the claims of a kind that the data contradict.
func claimed(kind claims.Kind) func(*project.Project, *Pass) {
	return func(r *project.Project, p *Pass) {
		for _, c := range p.reading.claims().Claims {
			if c.Verdict == claims.Contradicted && c.Kind() == kind {
				f := claimFinding(c)
				ofRowToCome(r, c, &f)
				p.add(f)
			}
		}
		for _, n := range p.reading.claims().Unknown {
			if kind == claims.OfFigure {
				p.Report(at(n.Position, projectFile), n.Hint, "names has names for %q, and nothing is called that: expected the id of an indicator or a local measure, or the name of a matter, service, care group or partner", n.ID)
			}
		}
	}
}

func claimFinding(c *claims.Claim) Finding {
	return Finding{Position: at(c.At, projectFile), End: c.AtEnd, Found: c.Message, Message: c.Message, Hint: c.Hint, Related: c.Evidence, Likely: c.Likely()}
}

// ClaimFindings are the findings on a text that belongs to no project.
func ClaimFindings(r *claims.Reading) []Finding {
	var all []Finding
	for _, c := range r.Claims {
		if c.Verdict == claims.Contradicted {
			f := claimFinding(c)
			f.Rule, f.Level = claimRules[c.Kind()], Advice
			all = append(all, f)
		}
	}
	sortFindings(all)
	return all
}

// words is the check of what one reading of the prose finds.
func words(read func(*leftovers.Prose) []leftovers.Finding) func(*project.Project, *Pass) {
	return func(_ *project.Project, p *Pass) { p.reportAll(read(p.reading.prose())) }
}

// reportAll records what was found in the prose.
func (p *Pass) reportAll(findings []leftovers.Finding) {
	for _, f := range findings {
		p.add(Finding{Position: at(f.Position, projectFile), Found: f.Message, Hint: f.Hint, Related: f.Related, Likely: f.Likely})
	}
}
