package leftovers

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/regs/sentence"
)

var (
	// neverLast are words with which no sentence ends, and no heading.
	neverLast = wordSet(`the a an and or of their our its his her your my because with into which whose than but if when while although between per`)
	// seldomLast end no sentence that has others before it: a heading may end with one.
	seldomLast = wordSet(`from to by for in on at was were is are that who as has have had be been being will would could should may might not about under over through where so these those this`)
	// endsBefore is the end of a sentence inside of a paragraph.
	endsBefore = lazyregexp.Lazy(`[.!?]["'”’)]*\s`)
	// goesOnIn begins a block that a paragraph may lead to without a mark.
	goesOnIn = lazyregexp.Lazy("^\\s*(?:[-*+•|>]|\\d{1,2}[.)]\\s|:::|```|\\{\\{|!\\[|Table:)")
	// notParagraph begins a block that is no paragraph of prose.
	notParagraph = lazyregexp.Lazy("^\\s*(?:[-*+•|>#]|\\d{1,2}[.)]\\s|:::|```|!\\[|Table:|<!--|\\[\\^[^\\]]*\\]:|\\[[^\\]]*\\]:)")
	// trailing is what may be behind the end of a sentence, the last of it one of trailingMarks.
	trailing  = lazyregexp.Lazy(`(?:\[\^[^\]]*\]|<!--[^>]*-->|[*_"'”’)\]\s])+$`)
	emptyLine = lazyregexp.Lazy(`\n[ \t]*\n\s*`)
)

// markAtEnd are those of one character, and trailingMarks the last characters of all.
const (
	markAtEnd     = "*_\"'”’)] \t\n\f\r"
	trailingMarks = markAtEnd + ">"
)

// beforeStop are words with which no sentence ends, right before its end: an article, a
// conjunction, or a preposition that nothing follows. Behind an article there is no comma either.
var beforeStop = lazyregexp.Lazy(`(?:^|[\s(])((?:the|an|our|their|my|your)[,.;:!?]|(?:and|or|nor|whose|than|because|although|while|unless|whether|into|per|via|including|despite)[.;!?]|(?:with|of|for|in|to|by|from|is|was|and|on|at|as) a[,.;:!?])(?:\s|$)`)

// stopped are the words that beforeStop has right before a stop.
var stopped = wordSet(`a the an our their my your and or nor whose than because although while unless whether into per via including despite`)

// mayBeCutShort reports whether one of them stands before a stop, which is seen a hundred
// times faster than that beforeStop doesn't match.
func mayBeCutShort(text string) bool {
	for i := range len(text) {
		if strings.IndexByte(",.;:!?", text[i]) < 0 || i+1 < len(text) && strings.IndexByte(" \t\n\f\r", text[i+1]) < 0 {
			continue
		}
		from := i
		for from > 0 && text[from-1] >= 'a' && text[from-1] <= 'z' {
			from--
		}
		if stopped[text[from:i]] {
			return true
		}
	}
	return false
}

// cutShort reports a sentence of which the words before a full stop were lost.
func (r *reader) cutShort(s *sentence.Sentence) {
	text := string(s.Passage.Plain[s.Start:s.End])
	if !mayBeCutShort(text) {
		return
	}
	m := beforeStop().FindStringSubmatchIndex(text)
	if m == nil {
		return
	}
	from := strings.LastIndexAny(strings.TrimRight(text[:m[2]], " "), " \n") + 1
	r.add(s.Passage, s.Start+m[2], "write the words that are missing", fmt.Sprintf("the text breaks off in the middle of a sentence: %q", "… "+strings.Join(strings.Fields(text[from:m[3]]), " ")))
	r.findings[len(r.findings)-1].Likely = true
}

// small are words that nobody writes twice, one behind the other.
var small = wordSet(`the a an of and or our their its this these we with from for be will`)

// wordTwice reports a small word that stands twice.
func (r *reader) wordTwice(s *sentence.Sentence) {
	text := s.Passage.Plain[s.Start:s.End]
	before, end := "", 0
	for at := 0; at < len(text); {
		for at < len(text) && (text[at] == ' ' || text[at] == '\n') {
			at++
		}
		from := at
		for at < len(text) && text[at] != ' ' && text[at] != '\n' {
			at++
		}
		word := strings.ToLower(string(text[from:at]))
		// References, and marks of emphasis, are blanks here.
		if word == before && small[word] && len(strings.TrimSpace(s.Passage.Text.Markdown[s.Start+end:s.Start+from])) == 0 {
			r.add(s.Passage, s.Start+from, "delete one of them", fmt.Sprintf("the word %q stands twice, one behind the other", word))
			r.findings[len(r.findings)-1].Likely = true
			return
		}
		before, end = word, at
	}
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// brokenOff reports a paragraph that ends in the middle of a sentence, as one does of which the
// end was lost in copying.
func (r *reader) brokenOff(t named) {
	text := t.text.Markdown
	start := 0
	breaks := emptyLine().FindAllStringIndex(text, -1)
	for i := 0; i <= len(breaks); i++ {
		end, next := len(text), len(text)
		if i < len(breaks) {
			end, next = breaks[i][0], breaks[i][1]
		}
		if last, ok := lastWords(text[start:end]); ok && !goesOnIn().MatchString(text[next:]) {
			r.add(&sentence.Passage{Name: t.name, Text: t.text, Plain: []byte(text)}, start+max(0, strings.LastIndex(text[start:end], last)), "finish the sentence, or take it out",
				fmt.Sprintf("the text breaks off in the middle of a sentence: %q", "… "+strings.Join(strings.Fields(last), " ")))
			r.findings[len(r.findings)-1].Likely = true
		}
		start = next
	}
}

// withoutTrailing is a paragraph without the marks behind its end.
func withoutTrailing(block string) string {
	if !strings.Contains(block, "[^") && !strings.Contains(block, "-->") {
		return strings.TrimRight(block, markAtEnd)
	}
	return block[:len(block)-len(trailing().FindString(block))]
}

// lastWords are the last words of a paragraph that breaks off.
func lastWords(block string) (words string, broken bool) {
	if notParagraph().MatchString(block) {
		return "", false
	}
	body := block
	if last, _ := utf8.DecodeLastRuneInString(block); strings.ContainsRune(trailingMarks, last) {
		body = withoutTrailing(block)
	}
	last, _ := utf8.DecodeLastRuneInString(body)
	all := strings.Fields(body)
	switch n := len(all); {
	case n < 4:
		return "", false
	case last == ',' || last == '–' || last == '—':
		broken = n >= 8
	case !unicode.IsLetter(last):
		return "", false
	default:
		word := strings.ToLower(strings.TrimLeft(all[n-1], `*_"'“‘([`))
		broken = neverLast[word] || seldomLast[word] && endsBefore().MatchString(body)
	}
	from := len(body)
	for range min(5, len(all)) {
		from = strings.LastIndexAny(strings.TrimRight(body[:from], " \n\t"), " \n\t") + 1
	}
	return body[from:], broken
}
