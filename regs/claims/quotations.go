package claims

import (
	"strconv"
	"strings"

	"apr/regs/claims/speakers"
	"apr/regs/sentence"
)

// This file reads what somebody is quoted with. What a speaker of the authority says is read as the report's own words;
// what others say is no statement of the report, and is listed as not read.

// othersWords are words of somebody who doesn't speak for the authority, or may not, and why they are left unread.
type othersWords struct {
	sentence.Span
	reason string
}

// reasonOf says why what somebody is quoted with isn't read.
func reasonOf(speaker speakers.Speaker, by string) string {
	if speaker == speakers.Other {
		return strconv.Quote(by) + " is quoted with it, which isn't a statement of the report"
	}
	return strconv.Quote(by) + " is quoted with it, and may not speak for the authority"
}

// quotations reads the blocks of somebody's words of which it is sure for whom they speak.
func (r *reader) quotations(t Text, p *sentence.Passage) {
	var paragraphs []sentence.Span
	var theirs []othersWords
	for i := range p.Quotations {
		q := &p.Quotations[i]
		speaker, by := speakers.Of(r.facts, q.By), q.By
		if q.By == "" {
			speaker, by = speakers.Before(r.facts, q.Before)
		}
		switch {
		case len(q.Paragraphs) == 0:
			continue
		case speaker == speakers.Authority:
			r.reading.LeftOut.Quotations -= q.Lines
			others, _ := r.spoken(p, q.Paragraphs)
			theirs = append(theirs, others...)
		case speaker == speakers.Other:
			theirs = append(theirs, othersWords{sentence.Span{Start: q.Paragraphs[0].Start, End: q.Paragraphs[len(q.Paragraphs)-1].End}, reasonOf(speaker, by)})
		default:
			continue
		}
		withoutMarks(p, q)
		paragraphs = append(paragraphs, q.Paragraphs...)
	}
	if len(paragraphs) > 0 {
		p.Refer(p.Refs) // which makes the small letters anew
		r.inOrder(t, p.SentencesOf(paragraphs), theirs)
	}
}

// withoutMarks takes the marks from the beginnings and ends of a quotation's paragraphs.
func withoutMarks(p *sentence.Passage, q *sentence.Quotation) {
	for _, b := range q.Paragraphs {
		words := string(p.Plain[b.Start:b.End])
		start := len(words) - len(strings.TrimLeft(words, " \"“”"))
		p.Blank(b.Start, b.Start+start)
		p.Blank(b.Start+max(start, len(strings.TrimRight(words, " \"“”"))), b.End)
	}
}

// spoken takes from blocks the marks around what somebody says, and the words that say who speaks, where that is known. It
// returns what others say, and whether anything was taken.
func (r *reader) spoken(p *sentence.Passage, blocks []sentence.Span) (theirs []othersWords, taken bool) {
	if !p.Has(`"`, "“", "‘", ": '", ", '") {
		return nil, false
	}
	for _, b := range blocks {
		words := p.Spoken(b)
		var before saying
		for i, s := range words {
			is := r.sayingOf(p, words, i, before)
			before = is
			switch at := s.Words; {
			case is.speaker == speakers.Unknown && is.by != "":
				if !is.behind { // the first sentence has the words that it is said by
					at.Start = p.SentencesOf([]sentence.Span{at})[0].End
				}
				theirs = append(theirs, othersWords{at, reasonOf(is.speaker, is.by)})
				continue
			case is.speaker == speakers.Unknown:
				continue
			case is.speaker == speakers.Other:
				theirs = append(theirs, othersWords{at, reasonOf(is.speaker, is.by)})
			}
			taken = true
			p.Blank(is.frame.Start, is.frame.End)
			p.Blank(s.Span.Start, s.Words.Start)
			p.Blank(s.Words.End, s.Span.End)
		}
	}
	return theirs, taken
}

// saying is who says some words, as that is said, and where; behind is true where that is behind the words.
type saying struct {
	speaker speakers.Speaker
	by      string
	frame   sentence.Span
	behind  bool
}

// sayingOf is who says some of the words of a block, before which others may be said.
func (r *reader) sayingOf(p *sentence.Passage, words []sentence.Spoken, i int, before saying) saying {
	s := &words[i]
	lead := p.Words(s.Before.Start, s.Before.End)
	goesOn, within := false, false // the words before do, and the lead is within their sentence
	if i > 0 {
		last := &words[i-1]
		within = s.Before.Start == last.Span.End && !endsIn(p, last.Words, ".!?")
		after := last.Span.End
		if before.behind {
			after = max(after, last.Behind.End)
		}
		goesOn = strings.Trim(string(p.Plain[min(after, s.Span.Start):s.Span.Start]), " .") == ""
	}
	is := saying{frame: s.Before}
	if !goesOn && !within {
		is.speaker, is.by = speakers.Before(r.facts, lead)
	}
	if lead == "" && endsIn(p, s.Words, ",.!?") {
		if speaker, by := speakers.Behind(r.facts, p.Words(s.Behind.Start, s.Behind.End)); by != "" {
			is, goesOn = saying{speaker, by, s.Behind, true}, false
		}
	}
	if goesOn { // "…," said Jo Bell, "and …"
		is = saying{before.speaker, before.by, sentence.Span{}, true}
	}
	if is.speaker == speakers.Same {
		is.speaker, is.by = before.speaker, before.by
	}
	return is
}

// endsIn reports whether words end in one of some marks.
func endsIn(p *sentence.Passage, words sentence.Span, marks string) bool {
	said := strings.TrimRight(string(p.Plain[words.Start:words.End]), " ")
	return said != "" && strings.IndexByte(marks, said[len(said)-1]) >= 0
}

// notOurs lists what could be held against something in a sentence of somebody else, and holds none of it against
// anything.
func (r *reader) notOurs(s *sentence.Sentence, reason string) {
	before := *r
	r.reading = &Reading{}
	r.newParagraph()
	r.sentenceOr(s)
	claims := r.reading.Claims
	*r = before
	for _, c := range claims {
		c.Unsure(reason)
		c.Mood = "quoted"
	}
	r.reading.Claims = append(r.reading.Claims, claims...)
	r.newParagraph() // nothing behind hangs on it
}
