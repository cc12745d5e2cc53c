package regs

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"apr/indicators/measures"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/regs/impossible"
)

// fromToCount is two counts that something went from and to.
var fromToCount = lazyregexp.Lazy(`(?i)\bfrom\s+([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{2,6})\s+to\s+([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{2,6})\b`)

// ofManyTitles begin words that titles of measures have whatever they are of.
var ofManyTitles = setOf(`peop numb adul year quar aver rate perc with from that were have this thei each over unde more than wher when whic`)

// measuresAgain reports two counts in a sentence that are those of a measure but for two neighbouring
// digits of one: "the number of people who waited for it fell from 146 to 71", where they were 164 and 71.
func (p *Pass) measuresAgain(r *project.Project, all []statement) {
	claimed := p.reading.contradicted()
	for _, s := range all {
		if strings.HasPrefix(s.name, "regulation-6.localities") || !s.has("from ", "From ", "from\t") {
			continue
		}
		for _, m := range fromToCount().FindAllStringSubmatchIndex(s.words, -1) {
			if m[5] < len(s.words) && s.words[m[5]] == '%' || claimed[s.at(m[0])] || claimed[s.at(m[2])] || claimed[s.at(m[4])] {
				continue
			}
			from, to := impossible.Size(s.words[m[2]:m[3]]), impossible.Size(s.words[m[4]:m[5]])
			told := false
			eachMeasure(r, func(measure *project.LocalMeasure) {
				if told || !speaksOfMeasure(s.words, measure.Title) {
					return
				}
				for _, series := range measure.Series {
					if series.Other || series.Locality != "" {
						continue
					}
					if wrong, at := exchangedOf(series, from, to); wrong > 0 {
						told = true
						start, written := m[2], s.words[m[2]:m[3]]
						if wrong == 2 {
							start, written = m[4], s.words[m[4]:m[5]]
						}
						p.add(Finding{Position: s.at(start), Likely: true, Found: fmt.Sprintf("the text has %s, and %s has %s in %s: the digits seem to be exchanged", written, measure.ID, strconv.FormatFloat(*at.Value, 'f', -1, 64), at.Period),
							Hint: "write the number that is right in both", Related: []source.Related{{Position: at.Position, Message: "the measure's value"}}})
					}
				}
			})
		}
	}
}

// speaksOfMeasure reports whether a sentence has the beginning of a word in common with a measure's title.
func speaksOfMeasure(words, title string) bool {
	begins := map[string]bool{}
	for w := range strings.FieldsSeq(strings.ToLower(title)) {
		if len(w) > 4 && !ofManyTitles()[w[:4]] {
			begins[w[:4]] = true
		}
	}
	return slices.ContainsFunc(strings.Fields(strings.ToLower(words)), func(w string) bool { return len(w) > 3 && begins[w[:4]] })
}

// exchangedOf is which of two counts, 1 or 2, is a value of a series but for two neighbouring digits, with
// the value: the other is the one of the series' last period, or of the one before its last year. It is 0
// where none is.
func exchangedOf(s *measures.Series, from, to int) (which int, at measures.Point) {
	is := func(p measures.Point, n int) bool { return p.Value != nil && *p.Value == float64(n) }
	var known []measures.Point
	for _, p := range s.Points {
		if p.Value != nil && *p.Value == float64(int(*p.Value)) {
			known = append(known, p)
		}
	}
	if len(known) < 2 {
		return 0, at
	}
	last := known[len(known)-1]
	has := func(n int) bool { return slices.ContainsFunc(known, func(p measures.Point) bool { return is(p, n) }) }
	alike := func(p measures.Point, n int) bool {
		return neighboursExchanged(strconv.Itoa(int(*p.Value)), strconv.Itoa(n))
	}
	for _, p := range known[:len(known)-1] {
		switch {
		case is(last, to) && !has(from) && alike(p, from):
			return 1, p
		case is(p, from) && !has(to) && alike(last, to):
			return 2, last
		}
	}
	return 0, at
}

var (
	// decidedFrom is the day from which a decision is to have effect.
	decidedFrom = lazyregexp.Lazy(`(?i)\bdecided\s+to\b[^.;]{0,80}?\bfrom\s+([0-9]{1,2}\s+(?:` + monthNames + `)\s+20[0-9]{2})\b`)
	lookingBack = lazyregexp.Lazy(`(?i)\b(?:retrospective\w*|ratif\w+|homologat\w+|backdat\w+|already|urgent\w*|confirm\w*|afterwards)\b`)
)

// decidedLater reports a significant decision that is dated after the day from which it has effect.
func (p *Pass) decidedLater(r *project.Project) {
	for i := range r.Narrative.Reg3.Decisions.Entries {
		e := &r.Narrative.Reg3.Decisions.Entries[i]
		on, ok := parseDate(e.Date)
		text := e.Reasons.Markdown
		m := decidedFrom().FindStringSubmatchIndex(text)
		if !ok || m == nil || lookingBack().MatchString(text) {
			continue
		}
		from, err := time.Parse("2 January 2006", strings.Join(strings.Fields(text[m[2]:m[3]]), " "))
		if err != nil || !on.After(from) {
			continue
		}
		p.add(Finding{Position: textPosition(r, 3, fmt.Sprintf("significant_decisions.entries[%d].date", i), e.Position), Likely: true,
			Found: fmt.Sprintf("the decision is dated %s, and its reasons have it take effect from %s, which is earlier", day(on), day(from)),
			Hint:  "correct one of the days, or say that it was decided afterwards", Related: []source.Related{{Position: e.Reasons.At(m[2]), Message: "the day in the reasons"}}})
	}
}
