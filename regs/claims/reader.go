package claims

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
	"apr/regs/claims/grades"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
	"apr/regs/claims/mentions"
	"apr/regs/claims/tables"
	"apr/regs/claims/tallies"
	"apr/regs/sentence"
)

// reader reads texts.
type reader struct {
	facts      *facts.Facts
	dictionary *language.Dictionary
	things     map[string]*facts.Thing
	// total and population are those things, nil where there are none.
	total, population *facts.Thing
	reading           *Reading

	// Of the text being read.
	name     string
	passage  *sentence.Passage
	plain    []byte
	locality string       // the locality that the text is about, or ""
	money    *facts.Thing // the amount that the text is about, or nil
	service  bool         // the text is about one service that was inspected
	// Of the paragraph being read.
	passed     []*sentence.Sentence // sentences without claims that nobody asked about
	last       *facts.Thing         // its only subject so far
	several    bool                 // it has had more than one
	lastNarrow bool                 // it was among words that weren't understood
	// before is the sentence right before the one that is read, nil for none.
	before    *sentence.Sentence
	lastYears []int       // the years that the sentences before named, where they didn't name the reporting year
	bases     []int       // the earlier ones that the sentence before named, if it named any
	planned   bool        // the sentence before spoke of the plan
	spentAll  bool        // the sentence before gave all that was spent
	ofOther   bool        // the sentence before gave an amount of something else than the whole
	targeted  bool        // the sentence before gave the target rightly
	counting  string      // what the right figure of a rate in the sentence before counts
	given     given       // what the sentence before gave a figure of
	inspected grades.Last // the service whose grades a sentence spoke of last
	mentions  mentions.Reader
	tallies   tallies.Reader
	// What one sentence after the other is read into.
	lexicon *language.Lexicon
	lexer   *lex.Reader
	table   *tables.Reader
	// The clauses of a sentence, of which the first clauseCount are in use.
	clauseRoom  []*clause
	clauseCount int
	splitRoom   []*clause
	refRoom     []*lex.Item
	placeRoom   []mentions.Place
	clausesRoom []*lex.Item
	segmentRoom []segment
	partRoom    []*facts.Thing // the subjects of one
	one         *statement     // the sentence being read
}

func newReader(f *facts.Facts) *reader {
	r := &reader{facts: f, dictionary: language.NewDictionary(f), things: f.ByID()}
	r.lexicon = language.NewLexicon(r.dictionary)
	r.mentions, r.table = mentions.NewReader(f, r.lexicon), tables.NewReader(f, r.lexicon)
	r.lexer = lex.NewReader(f, r.dictionary, r.lexicon, r.things)
	r.total, r.population = r.things["total"], r.things["population"]
	r.tallies = tallies.NewReader(f)
	r.learnTallies()
	return r
}

// text reads one text.
func (r *reader) text(t Text) {
	p := t.passage
	if p == nil {
		p = sentence.NewPassage(t.Name, t.Text)
	}
	r.prose(t, p)
}

// prose reads the sentences of a text.
func (r *reader) prose(t Text, p *sentence.Passage) {
	r.name, r.passage, r.plain = t.Name, p, p.Plain
	r.locality, r.money, r.service = "", nil, strings.HasPrefix(t.Name, "regulation-7.inspections[")
	r.about(t)
	r.reading.LeftOut = t.LeftOut
	r.reading.LeftOut.Tables += p.LeftOut.Tables
	r.reading.LeftOut.Headings += p.LeftOut.Headings
	r.reading.LeftOut.Quotations += p.LeftOut.Quotations
	r.tallies.Counted, r.given = nil, given{}
	if p.LeftOut.Tables > 0 {
		r.tables(tables.In(p.Text.Markdown))
	}
	r.tables(tables.LaidOut(t.Tables))
	under := part{headings: t.Headings}
	for _, span := range p.Titles {
		if len(t.Headings) > 0 {
			r.locality = under.locality(span.Start, r.things)
		}
		r.title(p, span)
	}
	r.quotations(t, p)
	theirs, taken := r.spoken(p, p.Blocks)
	if taken {
		p.Refer(p.Refs) // which makes the small letters anew
	}
	r.inOrder(t, p.Sentences(), theirs)
}

// forget lets go of what the sentences of a paragraph were about.
func (r *reader) forget() {
	r.passed = nil
	r.last, r.several, r.lastNarrow, r.planned, r.lastYears, r.bases = nil, false, false, false, nil, nil
	r.spentAll, r.ofOther, r.targeted, r.counting = false, false, false, ""
}

// newParagraph forgets what the sentences before were about.
func (r *reader) newParagraph() {
	r.forget()
	r.mentions.Paragraph()
	r.inspected = grades.Last{}
}

// inOrder reads sentences that come one after the other, without what others say.
func (r *reader) inOrder(t Text, sentences []*sentence.Sentence, theirs []othersWords) {
	marks := marked(t.Markdown, sentences)
	above := part{headings: t.Headings}
	var last *sentence.Sentence
	inParagraph := 0 // how many sentences of it came before
	for _, s := range sentences {
		if strings.TrimSpace(t.Markdown[s.Start:s.End]) == "" {
			continue // what is left of a tag
		}
		if s.Before == nil {
			if r.goesOnFrom(last, s, inParagraph) {
				s.Before = last
			}
			inParagraph = 0
		}
		last, inParagraph = s, inParagraph+1
		if len(t.Headings) > 0 {
			r.locality = above.locality(s.Start, r.things)
		}
		r.reading.Sentences++
		if reason, ok := marks[s]; ok {
			r.reading.Marked = append(r.reading.Marked, Mark{r.textOf(s.Start, s.End), reason, t.At(s.Start)})
			continue
		}
		if s.Before == nil {
			r.newParagraph()
		}
		if i := slices.IndexFunc(theirs, func(o othersWords) bool { return o.Start < s.End && s.Start < o.End }); i >= 0 {
			r.notOurs(s, theirs[i].reason)
			last = nil // nothing goes on from it
			continue
		}
		r.sentenceOr(s)
		if turnsAway(r.passage.Lower[s.Start:s.End]) {
			r.forget()
		}
	}
}

// turnsAway reports whether a sentence says what something isn't, so that the next may go on about that: "That is not the
// overspend. It was £2.8m."
func turnsAway(lower string) bool {
	lower = strings.TrimSpace(lower)
	return slices.ContainsFunc([]string{"that is not ", "that isn't ", "that isn’t ", "this is not ", "this isn't ", "this isn’t ", "it is not ", "it isn't ", "it isn’t "}, func(begin string) bool {
		return strings.HasPrefix(lower, begin)
	})
}

// failed begins the reason of a sentence at which a reader failed.
const failed = "apr failed to read it: "

// sentenceOr reads a sentence. Where a reader fails at it, which is a fault of apr, it is counted as not read,
// rather than that nothing of the report could be checked.
func (r *reader) sentenceOr(s *sentence.Sentence) {
	before := len(r.reading.Claims)
	defer func() {
		if fault := recover(); fault != nil {
			reason := failed + fmt.Sprint(fault) + "; please report the sentence"
			r.reading.Claims, r.one = append(r.reading.Claims[:before], r.unreadClaim(s.Start, s.End, reason)), nil
		}
	}()
	r.sentence(s)
}

// title reads a heading or the caption of a table as a sentence by itself. One that makes no
// claim that could be held against anything stays counted as left out.
func (r *reader) title(p *sentence.Passage, span sentence.Span) {
	span.Start += numberOfTitle(p.Text.Markdown[span.Start:max(span.Start, span.End)])
	if span.End <= span.Start {
		return
	}
	before, said := len(r.reading.Claims), len(r.reading.said)
	r.forget()
	r.sentenceOr(&sentence.Sentence{Passage: p, Span: span})
	held := !allAre(r.reading.Claims[before:], Unread)
	if !held {
		r.reading.Claims, r.reading.said = r.reading.Claims[:before], r.reading.said[:said]
		return
	}
	r.reading.Sentences++
	if strings.HasPrefix(strings.TrimSpace(p.Text.Markdown[lineStart(p.Text.Markdown, span.Start):]), "#") {
		r.reading.LeftOut.Headings--
	} else {
		r.reading.LeftOut.Tables--
	}
}

// numberOfTitle is how long the number of a title is: of "2. Recommendations".
func numberOfTitle(title string) int {
	if m := titleNumber().FindStringIndex(title); m != nil {
		return m[1]
	}
	return 0
}

// lineStart is where the line of a byte begins.
func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

// noClaim is the mark of a sentence that isn't a claim; one without a reason isn't
// heeded.
var titleNumber = lazyregexp.Lazy(`^[ \t]*\d{1,2}(?:\.\d{1,2})*[.)][ \t]+`)

var noClaim = lazyregexp.Lazy(`<!--\s*no claim:\s*(\S[^>]*?)\s*-->`)

// marked are the sentences that are marked as no claims, with the reasons.
func marked(markdown string, sentences []*sentence.Sentence) map[*sentence.Sentence]string {
	if !strings.Contains(markdown, "<!--") || !strings.Contains(markdown, "no claim:") {
		return nil
	}
	marks := map[*sentence.Sentence]string{}
	for _, m := range noClaim().FindAllStringSubmatchIndex(markdown, -1) {
		var of *sentence.Sentence
		for _, s := range sentences {
			if words := strings.TrimSpace(string(s.Plain[s.Start:min(max(m[0], s.Start), s.End)])); s.Start < m[0] && words != "" {
				of = s
			}
		}
		if of != nil {
			marks[of] = markdown[m[2]:m[3]]
		}
	}
	return marks
}

// about says what a text is about, from where it is.
func (r *reader) about(t Text) {
	if m, found := strings.CutPrefix(t.Name, "regulation-4.matters."); found {
		r.money = r.things["matter:"+m]
	}
	if strings.HasPrefix(t.Name, "regulation-6.localities[") {
		r.locality = r.facts.LocalityOf(t.Name)
	}
}
