package leftovers

import (
	"fmt"
	"strconv"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/regs/sentence"
)

// march and april are the ends of a reporting year as people write them. Each has the
// calendar year in its group.
const (
	march = `(?:the end of |the )?(?:31(?:st)?(?: of)? )?March,? (20\d\d)`
	april = `(?:the start of |the beginning of |the )?(?:1(?:st)?(?: of)? )?April,? (20\d\d)`
	year  = `(?:the|our|this|one) (?:financial |reporting |money )?year(?:,? (?:that|which))?`
)

var (
	yearEnds   = lazyregexp.Lazy(`(?i)\b` + year + ` (?:ended|ends|finished|finishes|stopped|stops|closed|was over) (?:(?:in|on|at|with) )?` + march)
	yearBegins = lazyregexp.Lazy(`(?i)\b` + year + ` (?:began|begins|started|starts) (?:(?:in|on|at|with) )?` + april)
	yearRuns   = lazyregexp.Lazy(`(?i)(?:\b` + year + ` (?:ran|runs|goes|went|was|is)|\breport (?:is about|is for|covers|tells you about|says what (?:we did|happened))(?: the (?:year|time))?|\bit (?:is about|is for|covers)(?: the (?:year|time))?),?(?: from| between)? ` + april + ` (?:to|until|till|and) ` + march)
	ofReport   = lazyregexp.Lazy(`(?i)\b(?:report|it)\b.{0,40}\b(?:is|about|for|covers?|of)\s*$`)
	ofAnother  = lazyregexp.Lazy(`(?i)\b(?:in|for|during|than|from|since|with|after|until|before|not|school|every|each)\s*$`)
	compared   = lazyregexp.Lazy(`(?i)\b(?:than|before|compare[ds]?|different|last year|earlier|next|previous|ago|old report)\b`)
)

// endOfYear reports a sentence of the Easy Read version, which is about one year, that has
// it begin or end in another one.
func (r *reader) endOfYear(s *sentence.Sentence) {
	if !project.IsOfEasyRead(s.Passage.Name) || !s.Has("March", "April") {
		return
	}
	text := string(s.Passage.Plain[s.Start:s.End])
	first := int(r.report.Config.Year)
	say := func(m []int, group, want int, what string) {
		before := text[:m[0]]
		if compared().MatchString(text) || ofAnother().MatchString(before) && !ofReport().MatchString(before) {
			return
		}
		written := text[m[group]:m[group+1]]
		if n, err := strconv.Atoi(written); err == nil && n != want {
			r.add(s.Passage, s.Start+m[group], fmt.Sprintf("write %d", want),
				fmt.Sprintf("the text says that the year %s %s; the reporting year, %s, %s %d", what, written, r.report.Config.Year, what, want), r.yearPlace()...)
		}
	}
	if m := yearRuns().FindStringSubmatchIndex(text); m != nil {
		say(m, 2, first, "begins in April")
		say(m, 4, first+1, "ends in March")
		return
	}
	if m := yearEnds().FindStringSubmatchIndex(text); m != nil {
		say(m, 2, first+1, "ends in March")
	}
	if m := yearBegins().FindStringSubmatchIndex(text); m != nil {
		say(m, 2, first, "begins in April")
	}
}
