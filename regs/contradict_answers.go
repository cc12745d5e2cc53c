package regs

import (
	"fmt"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/regs/evidence"
)

func checkVarianceDirection(r *project.Project, p *Pass) {
	a, t := r.Account, r.Narrative.Reg4.VarianceReasons
	if a == nil || !a.Plan.Known || !a.Spend.Known || a.Plan.Money == a.Spend.Money || !says(t) {
		return
	}
	over := a.Spend.Money > a.Plan.Money
	says, denies, was := saysUnderspent(), overNamed(), "overspend"
	if !over {
		says, denies, was = saysOverspent(), underNamed(), "underspend"
	}
	m := says.FindStringIndex(t.Markdown)
	if m == nil || denies.MatchString(t.Markdown) || strings.Contains(t.Markdown, `variance "total"`) || ofAService().MatchString(t.Markdown[m[1]:]) {
		return
	}
	p.add(Finding{Position: t.At(m[0]), Found: fmt.Sprintf("the text explains %q; the account shows an %s of %s", strings.TrimSpace(t.Markdown[m[0]:m[1]]), was, max(a.Spend.Money-a.Plan.Money, a.Plan.Money-a.Spend.Money).Exact()),
		Wanted: "regulation 4(1)(c) wants the reasons for the variance that there was", Hint: "correct the reasons, or the ledgers and the plan",
		Related: append(relatedAmount(a.Plan, "the planned spending, "+a.Plan.Exact()), relatedAmount(a.Spend, "the spend, "+a.Spend.Exact())...)})
}

var (
	saysUnderspent = lazyregexp.Lazy(yearEnded("(?:underspend|surplus)", "underspent", "less", "below|under", `\b(?:ended|closed|finished)(?: the)?(?: financial)?(?: year)? with money (?:left|to spare)\b`))
	saysOverspent  = lazyregexp.Lazy(yearEnded("(?:overspend|deficit)", "overspent", "more", "above|over", `\b(?:ended|closed|finished)(?: the)?(?: financial)?(?: year)? (?:short of money|out of money|in the red)\b`))
	// ofAService is behind "less than budgeted" where it is of a part: "on learning disability".
	ofAService = lazyregexp.Lazy(`^ (?:on|in|for) (?:\pL[\pL'’-]* ){0,4}?(?:and|but|while|whereas|though|although)\b`)
	overNamed  = lazyregexp.Lazy(`(?i)\boversp\w+|\bover budget\b|\bmore than (?:was |we had )?(?:planned|budgeted)\b|\bexceed\w*|\bdeficit\b`)
	underNamed = lazyregexp.Lazy(`(?i)\bundersp\w+|\bunder budget\b|\bless than (?:was |we had )?(?:planned|budgeted)\b|\bsurplus\b`)
)

// yearEnded is a sentence that says with what the year ended.
func yearEnded(noun, verb, than, beside, idiom string) string {
	return `(?i)\b(?:ended|closed|finished)(?: the year)? with an? (?:overall |net |total |small |large )?` + noun + `\b|\b(?:overall|net|total|year-end) ` + noun +
		`\b|\bthe ` + noun + ` (?:was|is|arose|came|went|(?:has been|will be) (?:moved|added|carried|kept|transferred)|reflects?|resulted|for the year|of £)|\b(?:board|partnership|we|authority) (?:was |were |had )?` + verb + `\b|\bspen[dt](?:ing)? (?:was )?£?[\d.,m ]*` + than + ` than (?:was |we had )?(?:planned|budgeted)\b|` + idiom + `|\b(?:board|partnership|we|authority) spent ` + than +
		` than (?:we|it|they) (?:had|got|(?:was|were) given)(?: (?:because|as|since)\b|[.,;])|\b(?:ended|closed|finished)(?: the)?(?: financial)?(?: year)? £?[\d.,m ]*(?:` + beside + `) (?:the |our |its )?(?:budget|plan)\b`
}

func checkStatus(r *project.Project, p *Pass) {
	reg := r.Narrative.Reg7
	for i, e := range reg.Entries {
		for j, rec := range e.Recommendations {
			place := textPosition(r, 7, fmt.Sprintf("inspections[%d].recommendations[%d].status", i, j), rec.Position)
			says := statusWords[rec.Status]
			if says == nil {
				continue
			}
			m := says().FindStringIndex(rec.Action.Markdown)
			if m == nil && rec.Status == "complete" {
				m = onlyPlanned(rec.Action.Markdown)
			}
			if m == nil && rec.Status == "in progress" {
				m = onlyDone(rec.Action.Markdown)
			}
			if m != nil {
				p.add(Finding{Position: rec.Action.At(m[0]), Found: fmt.Sprintf("the action says %q; its status is %s", rec.Action.Markdown[m[0]:m[1]], rec.Status),
					Hint: "correct the one or the other", Related: declared(place, "the status")})
			}
		}
	}
}

var (
	planned = lazyregexp.Lazy(`(?i)\b(?:will|shall)(?: not| soon| also| then)? (?:be )?\w+|\b(?:is|are) (?:now )?(?:planned|scheduled|expected|intended|proposed|due|to be)\b|\bwe (?:plan|intend|aim|hope) to\b`)
	// already is what was done or is so.
	already = lazyregexp.Lazy(`(?i)\b(?:was|were|has|have|had|now|since|began|met|made|took|gave|held|wrote|bought|built|set up|put|\w{2,}ed)\b`)
)

// onlyPlanned is where an action that tells of nothing but what is planned says so;
// nil for any other.
func onlyPlanned(action string) []int {
	var first []int
	for _, span := range evidence.Sentences(action) {
		sentence := action[span.Start:span.End]
		m := planned().FindStringIndex(sentence)
		if m == nil || already().MatchString(planned().ReplaceAllString(sentence, " ")) {
			return nil
		}
		if first == nil {
			first = []int{span.Start + m[0], span.Start + m[1]}
		}
	}
	return first
}

// onlyDone is where an action that begins with its being done says so, and names nothing
// that is left; nil for any other.
func onlyDone(action string) []int {
	if left().MatchString(action) {
		return nil
	}
	return doneFirst().FindStringIndex(action)
}

var (
	doneFirst = lazyregexp.Lazy(`(?i)^(?:(?:this|it|the action|the recommendation) (?:is|was|has been|had been) )?(?:now )?(?:(?:fully|wholly|entirely) )?(?:done|completed?|finished|implemented|carried out|achieved|delivered|met in full|closed)\b(?: in full)?(?: (?:in|on|by|since) |[.:,]|$)`)
	left      = lazyregexp.Lazy(`(?i)\b(?:still|remain\w*|outstanding|next|follow\w*|will|not|n't|except|but|half|some|most|of (?:the )?\d+|\d+ of|phase|part|stage|first|under ?way|in progress|continu\w*|left|rest|others?|due|planned|until)\b`)
)

// statusTold are the words that contradict a status.
var statusWords = map[string]func() *lazyregexp.Regexp{
	"complete":    lazyregexp.Lazy(`(?i)\b(?:has|have|had|was|were|is)(?: not|n't) (?:yet )?(?:been )?(?:started|begun|done|implemented|completed?|taken|finished)\b|\bnot yet (?:started|begun|done|implemented|complete|in place)\b|\bno (?:action|work) (?:has been|was) (?:taken|done)\b|\bnothing (?:has |had |was )(?:been done|happened|changed|done|begun|moved)\b|\bno (?:progress|start) (?:has|had|was)(?: been)? made\b|\bwork (?:is|remains) (?:in progress|under way|underway|outstanding)\b`),
	"in progress": lazyregexp.Lazy(`(?i)\b(?:has|have|had)(?: not|n't) (?:yet )?(?:started|begun)\b|\bnot yet (?:started|begun)\b|\bno (?:action|work) (?:has been|was) (?:taken|done)\b|\bthe action is (?:now )?complete\b|\bthis is (?:now )?complete\b`),
	"not started": lazyregexp.Lazy(`(?i)^(?:this (?:is|was) )?(?:now )?(?:done|completed?|finished|implemented|closed)\b(?: (?:in|on|by|since) |[.:,]|$)|\b(?:is|was|has been|are|were) (?:now )?(?:fully )?(?:complete|completed|implemented|done|finished)\b|\bwork (?:is under ?way|has begun|began|started)\b`),
}
