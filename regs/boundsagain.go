package regs

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs/impossible"
)

var (
	// boundSaid is what there is to be more or less than of something.
	boundSaid = lazyregexp.Lazy(`(?i)\b(fewer\s+than|less\s+than|under|below|no\s+more\s+than|at\s+most|more\s+than|at\s+least|over|above)\s+([0-9]{1,3}(?:,[0-9]{3})*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\s+(\pL[\pL’'-]*(?:\s+\pL[\pL’'-]*){4,7})`)
	// boundsPast are words by which a bound is of what was, which may be of another time.
	boundsPast = lazyregexp.Lazy(`(?i)\b(?:was|were|had|has|have|fell|rose|last|previous\w*|earlier|ago|then|first|interim|now|still)\b`)
	aYearOf    = lazyregexp.Lazy(`\b20[0-9]{2}\b(?:/[0-9]{2}\b)?`)
	aReporting = lazyregexp.Lazy(`\b20[0-9]{2}/[0-9]{2}\b`)
	// heardAt is how many people said something at how many events.
	heardAt = lazyregexp.Lazy(`(?i)\b([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{2,6})\s+(?:people|residents|carers|adults|staff)\s+(?:\pL+\s+){0,3}?(?:at|in|to|came\s+to)\s+((?:\pL+\s+){0,1}?)([0-9]{1,3}|` + numbersInWords + `)\s+(?:\pL+\s+){0,2}?(events|meetings|workshops|sessions|gatherings|conversations)\b`)
	// replied is how many replies a survey had.
	replied = lazyregexp.Lazy(`(?i)\b([0-9]{1,3},[0-9]{3}|[0-9]{3,5})\s+(?:survey\s+(?:replies|responses|answers|returns)|(?:\pL+\s+)?by\s+survey|in\s+(?:the|our|a)\s+survey|(?:replies|responses|answers)\s+to\s+(?:the|our|a)\s+(?:\pL+\s+)?survey|people\s+(?:answered|replied\s+to|filled\s+in|completed)\s+(?:the|our|a)\s+(?:\pL+\s+)?survey)\b`)
)

// sameBoundWords is how many words behind two bounds are the same, at least, where they are of the same.
const sameBoundWords = 5

// A saidBound is a bound in a text.
type saidBound struct {
	number, shown string
	name          string
	at            source.Position
}

// boundsAgain reports a bound that another text gives of the same in the same words, for the same year, as
// another: "fewer than 50 people waiting for care at home", and 40 elsewhere.
func (p *Pass) boundsAgain(r *project.Project) {
	first := map[string]saidBound{}
	claimed := p.reading.contradicted()
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if !says(*t) || strings.HasPrefix(name, "regulation-6.localities") || strings.Contains(name, "case_stud") || !strings.ContainsAny(t.Markdown, "0123456789") {
			return
		}
		text := t.Markdown
		for _, m := range boundSaid().FindAllStringSubmatchIndex(text, -1) {
			words := strings.Fields(strings.ToLower(text[m[6]:m[7]]))
			if countedOften().MatchString(words[0]) || len(words) < sameBoundWords {
				continue
			}
			paragraph, clause := aroundBound(text, m[0], m[1])
			if beside := strings.TrimSpace(paragraph); beside[0] == '>' || beside[0] == '|' || boundsPast().MatchString(clause) {
				continue
			}
			years := append(aReporting().FindAllString(paragraph, -1), aYearOf().FindAllString(clause, -1)...)
			slices.Sort(years)
			words = words[:sameBoundWords]
			bound := strings.ToLower(wording.OneLine(text[m[2]:m[3]]))
			key := strings.Join(append(append([]string{bound}, words...), slices.Compact(years)...), " ")
			now := saidBound{text[m[4]:m[5]], wording.OneLine(text[m[0]:m[5]]) + " " + strings.Join(words, " "), name, t.At(m[0])}
			before, again := first[key]
			if !again {
				first[key] = now
				continue
			}
			if before.name == name || impossible.Size(before.number) == impossible.Size(now.number) || claimed[now.at] || claimed[t.At(m[4])] {
				continue
			}
			p.add(Finding{Position: now.at, Found: fmt.Sprintf("the text has %q, and another has %s of the same", now.shown, strings.ToLower(before.number)),
				Hint: "make both say the same, or say how they differ", Related: []source.Related{{Position: before.at, Message: "the other bound"}}})
		}
	})
}

// aroundBound is the paragraph of a place of a text, with the one that leads to it, and the clause.
func aroundBound(text string, start, end int) (paragraph, clause string) {
	from, to := paragraphAround(text, start, end)
	if lead := strings.TrimRight(text[:from], " \n"); strings.HasSuffix(lead, ":") {
		from = strings.LastIndex(lead, "\n\n") + 1
	}
	left := strings.LastIndexAny(text[:start], ".;:,(") + 1
	right := len(text)
	if i := strings.IndexAny(text[end:], ".;:,()"); i >= 0 {
		right = end + i
	}
	if i := strings.Index(text[end:right], "\n-"); i >= 0 {
		right = end + i
	}
	return text[from:to], text[left:right]
}

// heardAgain reports as many people at another number of events than another text has them at, and replies
// to a survey with two digits exchanged.
func (p *Pass) heardAgain(all []statement) {
	type heard struct {
		events, written string
		at              statement
		start           int
	}
	first := map[string]heard{}
	var replies []saidNumber
	for _, s := range all {
		if strings.HasPrefix(s.name, "regulation-6.localities") || !s.has("people", "residents", "carers", "adults", "staff", "survey") {
			continue
		}
		for _, m := range heardAt().FindAllStringSubmatchIndex(s.words, -1) {
			people := impossible.Size(s.words[m[2]:m[3]])
			if people < leastHeard {
				continue
			}
			key := strconv.Itoa(people) + " " + strings.ToLower(s.words[m[8]:m[9]])
			now := heard{s.words[m[6]:m[7]], wording.OneLine(s.words[m[0]:m[1]]), s, m[6]}
			before, again := first[key]
			if !again {
				first[key] = now
			} else if before.at.name != s.name && impossible.Size(before.events) != impossible.Size(now.events) {
				p.add(Finding{Position: s.at(m[6]), Likely: true, Found: fmt.Sprintf("the text has %q, and another has as many at %s", now.written, strings.ToLower(before.events)),
					Hint: "make both say the same, or say how they differ", Related: []source.Related{{Position: before.at.at(before.start), Message: "the other number"}}})
			}
		}
		for _, m := range replied().FindAllStringSubmatchIndex(s.words, -1) {
			written := s.words[m[2]:m[3]]
			replies = append(replies, saidNumber{written: written, value: impossible.Size(written), at: s, start: m[2]})
		}
	}
	p.exchangedAgain(replies, " replies to a survey")
}

// leastHeard is how many people there are at least of whom as many elsewhere are taken for the same.
const leastHeard = 50
