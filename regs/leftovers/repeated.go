package leftovers

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs/sentence"
)

// How many words a paragraph has to have for its return to be reported: those of answers to
// provisions fewest, others more, for short ones are often the same for good reason; and one
// with references to data, whose figures are this year's, more of its own.
const (
	leastOfAnswers  = 6
	leastOfOthers   = 25
	leastBesideData = 12
)

// standing are the texts that may stay as they are from year to year.
var standing = []string{"opening.about", "opening.glossary"}

// Repeated finds paragraphs that are in last year's report word for word, or but for a few
// words. Where a number, a date or a reference differs a paragraph is this year's.
func (p *Prose) Repeated(last *project.Narrative) []Finding {
	r := &reader{Prose: p}
	if last == nil {
		return nil
	}
	var before []paragraph
	same := map[string]int{}
	last.EachText(func(name string, t *yamlpos.Text) {
		for _, q := range paragraphs(name, t) {
			if _, twice := same[q.said()]; !twice {
				same[q.said()] = len(before)
				before = append(before, q)
			}
		}
	})
	p.report.Narrative.EachText(func(name string, t *yamlpos.Text) {
		in := &sentence.Passage{Name: name, Text: *t}
		for _, q := range paragraphs(name, t) {
			if i, found := same[q.said()]; found {
				r.add(in, q.at, "say what is true of this year, or leave it out",
					fmt.Sprintf("the paragraph %q stands word by word in last year's report, at %s", q.beginning(), before[i].position))
			} else if i, n := nearest(q, before); i >= 0 {
				r.add(in, q.at, "say what is true of this year, or leave it out",
					fmt.Sprintf("the paragraph %q stands in last year's report with %s changed, at %s", q.beginning(), wording.Count(n, "word"), before[i].position))
			}
		}
	})
	return r.findings
}

// paragraph is one paragraph of a text, its words in a row; a reference is one of them.
type paragraph struct {
	at       int
	position source.Position
	words    []string
}

func (q paragraph) said() string { return strings.Join(q.words, " ") }

// beginning is the first words of a paragraph.
func (q paragraph) beginning() string {
	return strings.Join(q.words[:min(8, len(q.words))], " ") + " …"
}

func paragraphs(name string, t *yamlpos.Text) []paragraph {
	if project.IsStub(*t) || slices.ContainsFunc(standing, func(s string) bool { return strings.HasPrefix(name, s) }) {
		return nil
	}
	var all []paragraph
	at := 0
	for _, block := range strings.SplitAfter(t.Markdown, "\n\n") {
		words, data := wordsOf(block)
		least := leastOfOthers
		if isAnswer(name) {
			least = leastOfAnswers
		}
		if data > 0 {
			least = max(least, leastBesideData)
		}
		if len(words)-data >= least && sentence.IsProse(block) && !stands(block) {
			start := at + len(block) - len(strings.TrimLeft(block, " \n\t"))
			all = append(all, paragraph{start, t.At(start), words})
		}
		at += len(block)
	}
	return all
}

// standingWords are in sentences that rightly stand every year: notes on how figures are made,
// what the law says, and what the strategic plan and a locality are.
var standingWords = lazyregexp.Lazy(`(?i)\bfigures (?:are|may|have been)\b.*\b(?:provisional|revised|rounded|estimates?)\b|\b(?:may|might) not (?:add|sum)\b|\b(?:the regulations?|the act|section \d+|regulation \d+|the law) (?:\([^)]*\) )?(?:says?|requires?|wants?|asks?|provides?|obliges?)\b|\b(?:strategic )?plan (?:sets out|describes|covers|runs|is for|has (?:\w+ )?priorities)\b|\b(?:lies|is made up|has a population|takes in|stretches|is home to|covers the)\b`)

// stands reports whether a paragraph is one sentence that may be the same each year.
func stands(block string) bool {
	s := strings.TrimSpace(block)
	return !strings.Contains(strings.TrimRight(s, "."), ". ") && standingWords().MatchString(s)
}

// isAnswer reports whether a text is an answer to a provision in the authority's own words:
// what was recommended may well be the same again, and so may what a part begins with.
func isAnswer(name string) bool {
	last := strings.TrimPrefix(path.Ext(name), ".")
	return strings.HasPrefix(name, "regulation-") && last != "introduction" && last != "recommendation" && !strings.Contains(name, ".matters.")
}

// wordsOf are the words of a block, each reference one; data is how many of those there are.
func wordsOf(block string) (words []string, data int) {
	for block != "" {
		text, behind, found := strings.Cut(block, "{{")
		words = append(words, strings.Fields(text)...)
		if !found {
			break
		}
		ref, rest, _ := strings.Cut(behind, "}}")
		words = append(words, "{{ "+strings.Join(strings.Fields(ref), " ")+" }}")
		data++
		block = rest
	}
	return words, data
}

// nearest is the paragraph of last year's of which a paragraph has all but a few words, and
// how many differ; -1 where there is none. Of a paragraph of less than a dozen words no word
// may differ: too little is left.
func nearest(q paragraph, before []paragraph) (at, changed int) {
	most := min(2+len(q.words)/40, 4)
	if len(q.words) < leastBesideData {
		return -1, 0
	}
	for i, b := range before {
		if d := len(q.words) - len(b.words); d > most || -d > most {
			continue
		}
		if n := differing(q.words, b.words, most); n >= 0 {
			return i, n
		}
	}
	return -1, 0
}

// differing is how many words of one list have to be changed, taken out or added for the
// other; -1 where these are more than most, or one is of this year: a number, a month or a
// reference.
func differing(a, b []string, most int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	switch {
	case len(a) == 0 && len(b) == 0:
		return 0
	case most == 0:
		return -1
	}
	best := -1
	try := func(a, b []string) {
		if n := differing(a, b, most-1); n >= 0 && (best < 0 || n+1 < best) {
			best = n + 1
		}
	}
	if len(a) > 0 && !ofYear(a[0]) {
		try(a[1:], b)
	}
	if len(b) > 0 && !ofYear(b[0]) {
		try(a, b[1:])
	}
	if len(a) > 0 && len(b) > 0 && !ofYear(a[0]) && !ofYear(b[0]) {
		try(a[1:], b[1:])
	}
	return best
}

// ofYear reports whether a word is one that is brought up to date.
func ofYear(w string) bool {
	return strings.HasPrefix(w, "{{") || strings.ContainsFunc(w, unicode.IsDigit) || monthOrNumber().MatchString(w)
}

var monthOrNumber = lazyregexp.Lazy(`^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|half|third|quarter|hundred|thousand|million))\b`)
