package regs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
)

// copiedRules find texts that are in two places, and last year's text in this
// year's report.
var copiedRules = []Rule{
	{
		ID:       "R0-copied",
		Title:    "No two provisions are answered by the same text, no paragraph stands twice in one, and no term twice in the glossary",
		Level:    Advice,
		Citation: "SSI 2014/326, regulations 3 to 9",
		Why:      "One text that answers more than half of the outcomes or principles by also, or four and more in a few words, says nothing of most. One text under two outcomes, principles, localities or recommendations, or as reasons and changes alike, is true of one of them at most. Texts are compared without names and numbers, which are what somebody changes in a copy.",
		Blind:    "Copies whose words were changed, and texts too short to tell.",
		Check:    checkCopied,
	},
	{
		ID:       "R0-last-year",
		Title:    "An answer isn't about the year before alone",
		Level:    Advice,
		Citation: act + ", section 42(2): the report is of the reporting year",
		Why:      "A text that begins with what was done in the year before, or in a month of it, and speaks of no other, was most likely written for last year's report.",
		Blind:    "A text of last year whose dates were changed.",
		Check:    checkLastYear,
	},
	{
		ID:       "R0-carried",
		Title:    "A text that was carried over from last year was read again",
		Level:    Advice,
		Citation: act + ", section 42(2): the report is of the reporting year",
		Why:      "apr init --from carries last year's texts over and notes them in carried-over.txt. One that is still the same, whether its mark was taken away or not, may be true of this year; then somebody says so, with the paragraph \"unchanged: reviewed by NAME on YYYY-MM-DD\" at its head, which isn't printed.",
		Blind:    "Whether somebody who wrote that a text is unchanged had read it; a text of which one word was changed, which apr check --last-year compares; and everything where carried-over.txt was deleted.",
		Check:    checkCarried,
	},
}

func checkCopied(r *project.Project, p *Pass) {
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if says(*t) {
			p.twiceInText(name, *t)
		}
	})
	p.twiceInGlossary(r)
	p.answersTooMany(r)
	all := p.reading.answers()
	texts := make([]string, len(all))
	for i, a := range all {
		texts[i] = a.text.Markdown
	}
	for _, c := range evidence.Copies(texts) {
		copied, of := all[c.Text], all[c.Of]
		if copied.requirement == "7(1)(a)" && of.requirement == "7(1)(a)" {
			continue // two bodies may well recommend the same
		}
		if of.requirement == "7(1)(a)" && strings.HasSuffix(copied.what, strings.TrimPrefix(of.what, "the text of")) &&
			p.reading.words().Repeats(copied.text.Markdown, of.text.Markdown) != evidence.Own {
			continue // R7-1b-action or R7-1b-repeats speaks
		}
		p.add(Finding{Position: copied.text.Position, Found: fmt.Sprintf("%s is the same text as %s, or nearly", copied.what, of.what),
			Hint: "say of each what is true of it", Related: []source.Related{{Position: of.text.Position, Message: of.what}}})
	}
}

// fewestWords is how long a paragraph has to be to be told where it stands twice in one
// text: shorter ones, such as an address, may be there twice for good reason.
const fewestWords = 12

// twiceInText reports a paragraph that stands twice in one text, word by word.
func (p *Pass) twiceInText(name string, t yamlpos.Text) {
	if len(t.Markdown) < 2*fewestWords*2 {
		return
	}
	first := map[string]int{}
	at := 0
	for block := range strings.SplitAfterSeq(t.Markdown, "\n\n") {
		words := strings.Fields(block)
		start := at + len(block) - len(strings.TrimLeft(block, " \t\n"))
		at += len(block)
		if len(words) < fewestWords {
			continue
		}
		said := strings.Join(words, " ")
		before, twice := first[said]
		if !twice {
			first[said] = start
			continue
		}
		p.add(Finding{Position: t.At(start), Likely: true, Found: fmt.Sprintf("the paragraph %q stands twice in %s", strings.Join(words[:8], " ")+" …", name),
			Hint: "delete one of them", Related: []source.Related{{Position: t.At(before), Message: "the first"}}})
	}
}

// twiceInGlossary reports a term that the glossary explains twice.
func (p *Pass) twiceInGlossary(r *project.Project) {
	first := map[string]source.Position{}
	for _, t := range r.Narrative.Opening.Glossary {
		key := celltext.Fold(celltext.Spaced(t.Term))
		if before, twice := first[key]; twice && key != "" {
			p.add(Finding{Position: t.Position, Likely: true, Found: fmt.Sprintf("the glossary has the term %q twice", t.Term),
				Hint: "keep the meaning that is right, and delete the other", Related: []source.Related{{Position: before, Message: "the first"}}})
			continue
		}
		first[key] = t.Position
	}
}

// inYear is a sentence that begins with a year and goes on with what was done.
var inYear = lazyregexp.Lazy(`(?:^|[.!?]\s+|\n\s*\n)(?:In|During|Over|Throughout) (20\d\d[/–-](?:20)?\d\d),? [\pL\d£]`)

// inMonth is a sentence that begins with a month.
var inMonth = lazyregexp.Lazy(`(?:^|[.!?]\s+|\n\s*\n)(?:In|During|By|At|On|From)(?: the (?:end|start|beginning|middle) of)? (?:\d{1,2} )?((?:` + monthNames + `) 20\d\d)\b`)

// anyMonth is a month of a year anywhere in a text.
var anyMonth = lazyregexp.Lazy(`\b(?:` + monthNames + `) 20\d\d\b`)

// assesses are the provisions that want an assessment of the year. What an earlier month
// brought may well be the reason of a decision or of a review.
var assesses = []string{"3(a)(i)", "3(b)", "3(c)", "5(1)", "6(1)(b)"}

// goesOnNow are words by which a text comes from an earlier year to this one, and
// references to this year's figures.
var goesOnNow = lazyregexp.Lazy(`(?i)\{\{|\b(?:this year|since|now|until|then|today|still|year before)\b`)

// anyYear is a year of any form that a text may speak of.
var anyYear = lazyregexp.Lazy(`\b20\d\d(?:[/–-](?:20)?\d\d)?\b`)

func checkLastYear(r *project.Project, p *Pass) {
	y := r.Config.Year
	if y == 0 {
		return
	}
	last := (y - 1).String()
	for _, a := range p.reading.answers() {
		if at, said := onlyLastYear(a, y); at >= 0 {
			p.add(Finding{Position: a.text.At(at), Found: fmt.Sprintf("%s speaks of %s alone; the reporting year is %s", a.what, cmp.Or(said, last), y),
				Hint: "say what was done in " + y.String(), Related: yearPlace(r)})
		}
	}
}

// onlyLastYear is where an answer begins with the year before y, or with a month of it,
// and what it calls that, where it speaks of no later one; -1 elsewhere.
func onlyLastYear(a answer, y period.Year) (at int, said string) {
	s, last, slashes := a.text.Markdown, (y - 1).String(), strings.NewReplacer("–", "/", "-", "/", "/20", "/")
	if !slices.ContainsFunc(beginnings, func(b string) bool { return strings.Contains(s, b) }) || goesOnNow().MatchString(s) {
		return -1, ""
	}
	at = -1
	if m := inYear().FindStringSubmatchIndex(s); m != nil && slashes.Replace(s[m[2]:m[3]]) == last {
		at = m[2]
	} else if m := inMonth().FindStringSubmatchIndex(s); m != nil && slices.Contains(assesses, a.requirement) {
		if d, _ := time.Parse("January 2006", s[m[2]:m[3]]); !d.Before((y - 1).Starts()) {
			at, said = m[2], s[m[2]:m[3]]
		}
	}
	if at < 0 {
		return -1, ""
	}
	for _, written := range anyMonth().FindAllString(s, -1) {
		if d, err := time.Parse("January 2006", written); err != nil || !d.Before(y.Starts()) {
			return -1, ""
		}
	}
	for _, written := range anyYear().FindAllString(s, -1) {
		if slashes.Replace(written) != last && (len(written) != 4 || written > fmt.Sprint(int(y))) {
			return -1, ""
		}
	}
	return at, said
}

// beginnings are the words with which such a sentence begins.
var beginnings = []string{"In ", "During ", "Over ", "Throughout ", "By ", "At ", "On ", "From "}

func checkCarried(r *project.Project, p *Pass) {
	for _, c := range r.CarriedOver() {
		if c.Review != nil {
			p.reviewOf(r, c)
			continue
		}
		hint := "bring it up to date; if it is still true, write at its head: unchanged: reviewed by NAME on YYYY-MM-DD"
		if c.Text.Markdown == "" { // a table
			hint = "write this year's numbers into its file"
		}
		p.add(Finding{Position: c.Text.Position, Found: fmt.Sprintf("%s is as it was carried over from %s", c.Name, cmp.Or(c.From, "last year")),
			Wanted:  "the report is of " + r.Config.Year.String(),
			Hint:    hint,
			Related: []source.Related{{Position: c.Noted, Message: "noted when it was carried over"}}})
	}
}

// reviewOf reports a review that can't have been: one before the end of the year,
// which the text is to be true of, or after today.
func (p *Pass) reviewOf(r *project.Project, c project.Carried) {
	d, ok := parseDate(c.Review.On)
	switch {
	case !ok:
		p.Report(c.Review.Position, "write unchanged: reviewed by NAME on YYYY-MM-DD", "%s says unchanged, and not on which day it was reviewed", c.Name)
	case d.Before(r.Config.Year.Starts()):
		p.Report(c.Review.Position, "read it again, and write the day", "%s was reviewed on %s, before the reporting year %s began", c.Name, day(d), r.Config.Year)
	case !r.Today.IsZero() && d.After(today(r)):
		p.Report(c.Review.Position, "correct the day", "%s was reviewed on %s, which is still to come", c.Name, day(d))
	}
}
