package regs

import (
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
)

var (
	// pageByHand is a place of the report as paper has it.
	pageByHand = lazyregexp.Lazy(`(?i)\b(?:(?:on|see|at|to|from|and|in|of)\s+)?(?:the\s+)?(?:pages?|pp?\.?)\s{0,2}[0-9]{1,3}(?:\s?(?:[–-]|to|and)\s?[0-9]{1,3})?\b|\boverleaf\b|\bon\s+the\s+(?:next|following|previous|opposite|facing|last)\s+page\b`)
	// shortPage is "p. 3", whose stop ends no sentence.
	shortPage = lazyregexp.Lazy(`\b[Pp]p?\.\s?[0-9]`)
	// ofAnotherText are words of a sentence that speaks of something else that has pages.
	ofAnotherText = lazyregexp.Lazy(`(?i)\b(?:guidance|guide|strateg\w+|framework|accounts|papers?|book\w*|leaflet|minutes|web ?sites?|journal|circular|letter|toolkit|newsletter|magazine|newspaper|handbook|bulletin|publication|published|annex|regulations|edition|(?:their|his|her) (?:report|plan|summary)|government|scotland['’]s|\p{Lu}\pL+['’]s (?:\pL+ )?(?:report|study|summary)|chapter \d+ of|last year['’]s|previous|earlier)\b|["“”]|https?://|\]\(|[0-9]{4}\)`)
	// ofPlanOrReport is another plan's or report's page right behind it.
	ofPlanOrReport = lazyregexp.Lazy(`(?i)^,? (?:of|in) (?:the|our|its|a|that|each|every) (?:\pL+ ){0,3}?(?:plan|report|summary|paper|document|table)\b`)
	inThisReport   = lazyregexp.Lazy(`(?i)^,? (?:of|in) (?:this|the|our) (?:annual |performance )*(?:report|document)\b`)
)

// checkPagesByHand reports pages that were numbered by hand: no web page has them, and on paper they are
// others after each change.
func checkPagesByHand(r *project.Project, pass *Pass) {
	r.EachMarkdown(func(t yamlpos.Text) {
		text := t.Markdown
		if project.IsStub(t) || !strings.Contains(text, "age") && !strings.Contains(text, "p.") && !strings.Contains(text, "P.") && !strings.Contains(text, "verleaf") {
			return
		}
		text = shortPage().ReplaceAllStringFunc(text, func(m string) string { return strings.Replace(m, ".", " ", 1) })
		for _, span := range evidence.Sentences(text) {
			pass.pagesIn(t, span.Start, blankLines.Replace(text[span.Start:span.End]))
		}
	})
}

// pagesIn does so in a sentence.
func (p *Pass) pagesIn(t yamlpos.Text, start int, words string) {
	if !mayNamePage(words) {
		return
	}
	m := pageByHand().FindStringIndex(words)
	if m == nil || strings.HasPrefix(strings.TrimSpace(words), ">") || strings.HasPrefix(strings.TrimSpace(words), "[^") {
		return
	}
	behind := words[m[1]:]
	before, _, _ := strings.Cut(behind, " for ") // "Turn to page 31 for the accounts."
	if ofAnotherText().MatchString(words[:m[1]]+before) || !inThisReport().MatchString(behind) && ofPlanOrReport().MatchString(behind) {
		return
	}
	if rest := strings.ToLower(strings.TrimSpace(behind)); strings.HasPrefix(rest, "of ") && rest[3:] != "" && rest[3] >= '0' && rest[3] <= '9' {
		return // the foot of a page, which another rule tells
	}
	written := wording.OneLine(t.Markdown[start+m[0] : start+m[1]])
	p.add(Finding{Position: t.At(start + m[0]), End: t.At(start + m[1]), Found: `the text has "` + written + `": web pages have no such page, and on paper it is another after each change`,
		Hint: `give the place an id, as in ## Our year {#year}, and write {{ ref "year" }}; a table of apr.yaml has its own`})
}

// mayNamePage reports whether a sentence has the word page, overleaf, or a p before a digit. Most
// have none, which is seen much faster than that the expression doesn't match.
func mayNamePage(words string) bool {
	small := strings.ToLower(words)
	if strings.Contains(small, "page") || strings.Contains(small, "overleaf") {
		return true
	}
	for rest := small; ; {
		_, behind, found := strings.Cut(rest, "p")
		if !found {
			return false
		}
		rest = behind
		digits := strings.TrimLeft(strings.TrimPrefix(behind, "."), " \t\n\f\r")
		if digits != "" && digits[0] >= '0' && digits[0] <= '9' {
			return true
		}
	}
}
