package leftovers

import (
	"fmt"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/yamlpos"
	"apr/regs/sentence"
)

var (
	// wishOfYear is what somebody wants in a year, at the beginning of a sentence.
	wishOfYear = lazyregexp.Lazy(`(?i)^[^\pL\d]*(?:(?:in|during|throughout|over|for)\s+(?:the\s+)?(?:(?:financial\s+|reporting\s+)?year\s+)?(20\d\d[/–-](?:20)?\d\d)),?\s+(?:we|it|they|(?:the|our|its|each|every|both)\s+(?:[\pL'’-]+\s+){1,3}?)(?:\s+|\b)?(?:also\s+|then\s+)?(?:want|wants|wish|wishes|hope|hopes|aim|aims|intend|intends|plan\s+to|plans\s+to|(?:is|are)\s+going\s+to|will|shall|would\s+like|need\s+to|needs\s+to)\b`)
	// wishAhead is the same with the year behind it.
	wishAhead = lazyregexp.Lazy(`(?i)^[^\pL\d]*(?:we|it|they|(?:the|our|its|each|every|both)\s+(?:[\pL'’-]+\s+){1,3}?)(?:\s+|\b)?(?:also\s+|then\s+)?(?:want|wants|hope|hopes|aim|aims|intend|intends|plan|plans|(?:is|are)\s+going)\s+to\s+\pL+(?:\s+[\pL'’-]+){0,8}?\s+(?:in|during|by\s+the\s+end\s+of)\s+(20\d\d[/–-](?:20)?\d\d)[.;]?\s*$`)
	// countedIn is what is counted of people, with the year to which it belongs.
	countedIn = lazyregexp.Lazy(`(?i)\b(?:populations?|census|mid-year\s+estimates?|population\s+estimates?|practice\s+lists?|school\s+roll|electoral\s+roll)(?:\s+figures?)?\s+(?:was\s+taken\s+|were\s+taken\s+|was\s+counted\s+|was\s+|were\s+|as\s+|as\s+it\s+was\s+)?(?:at|in|of|for|from|on)(?:\s+the)?\s+(?:(?:middle|end|start|beginning|summer|spring|autumn|winter|census)\s+of\s+|mid[- ]|\d{1,2}\s+)?(?:` + monthName + `\s+)?(20\d\d)\b`)
	// estimated is what may be known of a time to come.
	estimated = lazyregexp.Lazy(`(?i)\b(?:project\w*|forecast\w*|expect\w*|predict\w*|will|would|until|next|plan(?:s|ned|ning)?|estimated|likely|could|may|might|scenario\w*|future|trend\w*|target\w*|assum\w+|grow|fall|rise|rising|falling|growing|shrink)\b`)
	// yearDone is what was done in a year, without a month.
	yearDone = lazyregexp.Lazy(`\b(?:[Ii]n|[Dd]uring|[Tt]hroughout)\s+(20\d\d(?:[/–-](?:20)?\d\d)?)\b`)
)

// wishes reports what is wished for in the reporting year, which is over.
func (r *reader) wishes(s *sentence.Sentence, text string) {
	year := r.report.Config.Year
	if r.report.Today.IsZero() || !r.report.Today.After(year.Ends()) || reported().MatchString(text) {
		return
	}
	m := wishOfYear().FindStringSubmatchIndex(text)
	if m == nil {
		m = wishAhead().FindStringSubmatchIndex(text)
	}
	if m == nil || r.laterYear(strings.Replace(text, text[m[2]:m[3]], "", 1)) {
		return
	}
	if y, ok := parseYear(text[m[2]:m[3]]); ok && y == year {
		r.likely(s.Passage, s.Start+m[2], "write the year that is meant, or say what was done",
			fmt.Sprintf("the text says what is wanted in %s, which is over", text[m[2]:m[3]]))
	}
}

// doneInYear reports what was done in a year that hasn't begun.
func (r *reader) doneInYear(s *sentence.Sentence, text string) {
	m := yearDone().FindStringSubmatchIndex(text)
	if m == nil || strings.ContainsAny(text, "\"“”") {
		return
	}
	n := calendarYear(text[m[2]:m[3]])
	if n <= r.lastKnown().Year() {
		return
	}
	before := text[strings.LastIndexAny(text[:m[0]], ",;:()")+1 : m[0]]
	behind := text[m[1] : m[1]+strings.IndexAny(text[m[1]:]+".", ",;:().")]
	if strings.TrimSpace(before) == "" {
		before, behind = behind, ""
	}
	if pastVerb().MatchString(before) && !toCome().MatchString(before) && !comesBehind().MatchString(behind) {
		r.likely(s.Passage, s.Start+m[2], "write the year that is meant, or what is planned", fmt.Sprintf("the text says what was done in %s, which is still to come", text[m[2]:m[3]]))
	}
}

// countedToCome is where a text has people counted in a year that is still to come.
func (r *reader) countedToCome(text string) (at, end int, ok bool) {
	m := countedIn().FindStringSubmatchIndex(text)
	if m == nil || estimated().MatchString(text) || calendarYear(text[m[2]:m[3]]) <= r.lastKnown().Year() {
		return 0, 0, false
	}
	return m[2], m[3], true
}

func saidCounted(year string) string {
	return fmt.Sprintf("the text has people counted in %s, which is still to come", year)
}

// methods looks through what apr.yaml says of how money is shared.
func (r *reader) methods() {
	for i, a := range r.report.Config.Finance.Apportionments {
		text := strings.ReplaceAll(a.Method, "\n", " ")
		if at, end, ok := r.countedToCome(text); ok {
			r.findings = append(r.findings, Finding{Position: r.report.Config.PositionOf(yamlpos.Item("finance.apportionments", i) + ".method"), Likely: true, Hint: "write the year that is meant",
				Message: saidCounted(text[at:end]), Related: r.yearPlace()})
		}
	}
}
