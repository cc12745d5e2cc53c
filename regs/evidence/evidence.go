// Package evidence reads a text that is to answer a provision of the law and says
// whether it can: whether it is an answer, or nothing but a pointer to one, a word
// that a recommendation was noted, or the law's own words handed back.
//
// A text is held to be none only where each of its words is one of a small list of
// words that say nothing by themselves. So it doesn't go by length: "Done in May
// 2025: electronic records replaced paper." is an answer, and a page of pointers
// isn't.
package evidence

import (
	"html"
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/internal/project/prose"
)

// Kind is what a text holds.
type Kind int

// Kinds.
const (
	// Answer says something; whether it is right isn't asked.
	Answer Kind = iota
	// Thin says something that would be true of any year and any service: "Good
	// progress was made."
	Thin
	// Pointer says only where something is said: "See our website."
	Pointer
	// Link is a pointer that links to where something is said.
	Link
	// Receipt says only that something was received: "Noted."
	Receipt
	// Law is the law's own words.
	Law
	// Promise says only that something will be told: "An update will be given."
	Promise
	// Refusal says only that there is no answer: "No assessment was possible."
	Refusal
	// Referral says only who has the answer: "This is held by the council."
	Referral
	// Question asks and doesn't answer.
	Question
	// Particulars are names, dates and versions alone.
	Particulars
	// Assent says only who approved of something and when.
	Assent
	// Process says only how the text is made, or who waits for what of it.
	Process
	// Waiting says only that the answer isn't there: nobody had the time to write it, or
	// somebody was asked for it.
	Waiting
	// Vague may be about the text alone: "Progress is reported quarterly to the board."
	Vague
	// Cause is thin but where reasons are asked for: "Demand is rising."
	Cause
)

// Reader reads texts of one report.
type Reader struct {
	law   map[string]bool
	names []string

	mu    sync.Mutex
	kinds map[string]Kind // of the texts that were asked for: several rules ask for each
}

// NewReader makes a reader that knows the words of the law, and names that say
// nothing by themselves, such as the authority's and the strategic plan's.
func NewReader(law, names []string) *Reader {
	r := &Reader{law: map[string]bool{}, kinds: map[string]Kind{}}
	for _, text := range law {
		for _, s := range shingles(stems(plainWords(text)), lawRun) {
			r.law[s] = true
		}
	}
	for _, n := range names {
		if n = strings.TrimSpace(n); n != "" {
			r.names = append(r.names, n)
		}
	}
	slices.SortFunc(r.names, func(a, b string) int { return len(b) - len(a) })
	return r
}

// lawRun is how many words in a row are the law's and nobody else's.
const lawRun = 4

// Kind is what a Markdown text holds. It is to be asked of texts that say
// something at all.
func (r *Reader) Kind(markdown string) Kind {
	r.mu.Lock()
	k, known := r.kinds[markdown]
	r.mu.Unlock()
	if !known {
		k = r.read(markdown)
		r.mu.Lock()
		r.kinds[markdown] = k
		r.mu.Unlock()
	}
	return k
}

func (r *Reader) read(markdown string) Kind {
	plain, links, data := plainText(markdown)
	if data {
		return Answer // it shows a figure
	}
	for _, n := range r.names {
		plain = strings.ReplaceAll(plain, n, " ")
	}
	all := sentences(plain)
	switch {
	case len(all) == 0 && links > 0:
		return Link
	case every(all, leads):
		if links > 0 {
			return Link
		}
		return Pointer
	case every(all, isReceipt):
		return Receipt
	case r.isLaw(plain):
		return Law
	case isParticulars(plain):
		return Particulars
	case asks(plain):
		return Question
	}
	if k := emptyKind(all); k != Answer {
		return k
	}
	switch {
	case every(all, isThin):
		return Thin
	case every(all, func(s string) bool { return isThin(s) || isVague(s) }):
		return Vague
	case every(all, func(s string) bool { return isGeneral(s, causeWords()) || isThin(s) || isVague(s) }):
		return Cause
	}
	return Answer
}

// isThin reports whether a sentence would be true of any year and any service.
func isThin(s string) bool { return isMadeOf(s, thinWords(), false) || isGeneral(s, generalWords()) }

// isVague reports whether a sentence may be about texts alone.
func isVague(s string) bool {
	return describesElsewhere(s) || isReported(s) || isAssent(s) || hollow(s) != Answer
}

// emptyKinds are the kinds of sentences that say nothing of what was asked, in the
// order in which a text that mixes them is called.
var emptyKinds = []struct {
	kind Kind
	is   func(string) bool
}{
	{Refusal, isRefusal}, {Waiting, isWaiting}, {Promise, isPromise}, {Referral, isHandedOver}, {Assent, isAssent}, {Law, statesDuty}, {Pointer, leads}, {Receipt, isReceipt},
	{Process, func(s string) bool { return hollow(s) == Process }},
}

// emptyKind is the kind of a text each of whose sentences is of an empty kind;
// Answer for all others.
func emptyKind(all []string) Kind {
	found := len(emptyKinds)
	for _, s := range all {
		i := slices.IndexFunc(emptyKinds, func(k struct {
			kind Kind
			is   func(string) bool
		}) bool {
			return k.is(s)
		})
		if i < 0 {
			return Answer
		}
		found = min(found, i)
	}
	if found == len(emptyKinds) {
		return Answer
	}
	return emptyKinds[found].kind
}

// asks reports whether a text has questions alone.
func asks(plain string) bool {
	parts := strings.SplitAfter(plain, "?")
	last := strings.TrimSpace(parts[len(parts)-1])
	if len(parts) < 2 || strings.ContainsFunc(last, unicode.IsLetter) {
		return false
	}
	for _, q := range parts[:len(parts)-1] {
		if strings.ContainsAny(strings.TrimRight(q, "? "), ".!;:\n") {
			return false
		}
	}
	return true
}

func every(all []string, is func(string) bool) bool {
	return len(all) > 0 && !slices.ContainsFunc(all, func(s string) bool { return !is(s) })
}

var (
	comments     = lazyregexp.Lazy("(?s)<!--.*?(?:-->|$)")
	reference    = lazyregexp.Lazy(`\{\{\s*([a-z]+)[^}]*\}\}`)
	headingLine  = lazyregexp.Lazy(`(?m)^ {0,3}#{1,6}(?:[ \t].*)?$|^ {0,3}(?:=+|-{2,})[ \t]*$|^ {0,3}(?:\*\*[^*\n]*[^*\n.!?]\*\*|__[^_\n]*[^_\n.!?]__):?[ \t]*$`)
	markdownLink = lazyregexp.Lazy(`(!?)\[([^\]]*)\]\(\s*<?[^)]*\)`)
	bareAddress  = lazyregexp.Lazy(`<?(?:https?://|www\.)[^\s>]+>?|[\w.+-]+@[\w-]+\.[\w.-]+`)
)

// plainText is a text without headings, marks and addresses; links is how many of
// those there were, and data whether it refers to a figure.
func plainText(markdown string) (plain string, links int, data bool) {
	s := withoutComments(prose.Unfenced(markdown, false))
	if strings.Contains(s, "{{") {
		for _, m := range reference().FindAllStringSubmatch(s, -1) {
			if m[1] != "year" && m[1] != "authority" {
				return "", 0, true
			}
		}
		s = reference().ReplaceAllString(s, " ")
	}
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	s = withoutHeadings(s)
	if strings.Contains(s, "](") {
		s = markdownLink().ReplaceAllStringFunc(s, func(m string) string {
			parts := markdownLink().FindStringSubmatch(m)
			if parts[1] == "" {
				links++
				// What a link is called is a name, whatever it is.
				return " link " + keepSense(parts[2])
			}
			return " " + parts[2] + " "
		})
	}
	if hasAddress(s) {
		s = bareAddress().ReplaceAllStringFunc(s, func(string) string { links++; return " link " })
	}
	return strings.TrimSpace(s), links, false
}

func withoutComments(s string) string {
	if !strings.Contains(s, "<!--") {
		return s
	}
	return comments().ReplaceAllString(s, " ")
}

func withoutHeadings(s string) string {
	for line := range strings.Lines(s) {
		line = strings.TrimLeft(line, " ")
		for _, mark := range []string{"#", "**", "__", "=", "--"} {
			if strings.HasPrefix(line, mark) {
				return headingLine().ReplaceAllString(s, "\n")
			}
		}
	}
	return s
}

func hasAddress(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "@")
}

// keepSense leaves out the words of a link's name where they are those of a title:
// "Inspection report of care at home" is a name and not a sentence.
func keepSense(name string) string {
	if strings.ContainsAny(name, ".!?;") || verb().MatchString(name) {
		return name + " "
	}
	return " "
}

// verb is what makes a link's name a sentence that says something.
var verb = lazyregexp.Lazy(`(?i)\b(?:was|were|has|have|had|rose|fell|grew|replaced|reduced|increased|opened|closed|began|met|moved)\b`)

// sentences are the sentences of a plain text that have a word.
func sentences(plain string) []string {
	var all []string
	start := 0
	add := func(s string) {
		if strings.ContainsFunc(s, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
			all = append(all, strings.TrimSpace(s))
		}
	}
	plain += " "
	for from, to := range sentenceEnds(plain) {
		add(plain[start:from])
		start = to
	}
	add(plain[start:])
	return all
}

// plainWords are the words of a text as they are written, without marks around
// them.
func plainWords(s string) []string {
	words := make([]string, 0, len(s)/6+1)
	for w := range eachWord(s) {
		words = append(words, w)
	}
	return words
}

// eachWord is plainWords one by one, for those that mostly need the first.
func eachWord(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(s, isBetweenWords) {
			if w = strings.Trim(w, "'’"); w != "" && !yield(w) {
				return
			}
		}
	}
}

func isBetweenWords(c rune) bool {
	if c < utf8.RuneSelf {
		return !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '\'' || c == '%')
	}
	return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '’' && c != '£'
}

// lower are words in small letters with straight apostrophes.
func lower(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.ReplaceAll(strings.ToLower(w), "’", "'")
	}
	return out
}

// stems are words without the endings that a change of tense or number adds.
func stems(words []string) []string {
	out := lower(words)
	for i, w := range out {
		out[i] = stem(w)
	}
	return out
}

func stem(w string) string {
	if strings.HasSuffix(w, "ss") {
		return w
	}
	for _, ending := range []string{"ing", "ed", "es", "s", "e"} {
		if s, found := strings.CutSuffix(w, ending); found && len(s) > 3 {
			return s
		}
	}
	return w
}

// shingles are the runs of n words; of fewer words, the one there is.
func shingles(words []string, n int) []string {
	if len(words) == 0 {
		return nil
	}
	if len(words) < n {
		return []string{strings.Join(words, " ")}
	}
	all := make([]string, 0, len(words)-n+1)
	for i := 0; i+n <= len(words); i++ {
		all = append(all, strings.Join(words[i:i+n], " "))
	}
	return all
}

// leastLaw is how many of a text's words have to be the law's.
const leastLaw = 5

// isLaw reports whether a text is the law's own words: most of its words are in
// the law in the same order, and the others say nothing by themselves.
func (r *Reader) isLaw(plain string) bool {
	words := plainWords(plain)
	if len(words) > 250 {
		return false // no provision is so long
	}
	stemmed := stems(words)
	of := make([]bool, len(words))
	for i := 0; i+lawRun <= len(words); i++ {
		if r.law[strings.Join(stemmed[i:i+lawRun], " ")] {
			for j := range lawRun {
				of[i+j] = true
			}
		}
	}
	covered := 0
	for i, w := range lower(words) {
		if of[i] {
			covered++
			continue
		}
		if !saysNothing(w) && !isNumber(w) {
			return false
		}
	}
	return covered >= leastLaw && 2*covered >= len(words)
}

func isNumber(w string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(w, "£"))
	return unicode.IsDigit(first)
}

// Split is a Markdown text with the places where its sentences end, found once.
type Split struct {
	text string
	ends [][2]int
}

// SplitOf finds where the sentences of a text end.
func SplitOf(markdown string) *Split {
	s := &Split{text: markdown}
	for from, to := range sentenceEnds(markdown) {
		s.ends = append(s.ends, [2]int{from, to})
	}
	return s
}

// At is the sentence that an offset is in.
func (s *Split) At(offset int) string {
	i := sort.Search(len(s.ends), func(i int) bool { return s.ends[i][1] > offset })
	start, end := 0, len(s.text)
	if i > 0 {
		start = s.ends[i-1][1]
	}
	if i < len(s.ends) && s.ends[i][0] >= offset {
		end = s.ends[i][0]
	} else if i+1 < len(s.ends) {
		end = s.ends[i+1][0]
	}
	return s.text[start:end]
}

// Span is a run of bytes of a text.
type Span struct{ Start, End int }

// Sentences are the sentences of a Markdown text, with their marks.
func Sentences(markdown string) []Span {
	var all []Span
	start := 0
	add := func(end int) {
		if strings.ContainsFunc(markdown[start:end], unicode.IsLetter) {
			all = append(all, Span{start, end})
		}
	}
	for from, to := range sentenceEnds(markdown) {
		add(from)
		start = from + 1
		for start < to && !beginsMarked(markdown[start:]) {
			start++
		}
	}
	if start < len(markdown) {
		add(len(markdown))
	}
	return all
}

// beginsMarked reports whether a quotation or a row of a table begins.
func beginsMarked(s string) bool { return s[0] == '>' || s[0] == '|' }
