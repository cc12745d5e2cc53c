package regs

import (
	"fmt"
	"strings"
	"unicode"

	"apr/internal/lazyregexp"
	"apr/internal/wording"
	"apr/regs/sentence"
)

// easyWord is a run of letters of a text, with its place.
type easyWord struct {
	sentence.Span
	text string
}

var easyWords = lazyregexp.Lazy(`[\p{L}][\p{L}\d'’&-]*`)

// eachWord calls f with the words of every sentence.
func (e *easyText) eachWord(f func(words []easyWord)) {
	e.eachSentence(func(s *sentence.Sentence, _ int, _ []string) {
		var words []easyWord
		for _, m := range easyWords().FindAllIndex(e.Plain[s.Start:s.End], -1) {
			start, end := s.Start+m[0], s.Start+m[1]
			words = append(words, easyWord{sentence.Span{Start: start, End: end}, string(e.Plain[start:end])})
		}
		f(words)
	})
}

// words finds hard words that nothing explains, each once.
func (e *easyText) words() {
	e.eachWord(func(words []easyWord) {
		for i := 0; i < len(words); i++ {
			for n := min(longestHardWord(), len(words)-i); n > 0; n-- {
				first, last := words[i], words[i+n-1]
				phrase := strings.ToLower(wording.OneLine(string(e.Plain[first.Start:last.End])))
				hard, plain := plainerThan(phrase)
				if hard == "" {
					continue
				}
				if !e.explains(phrase) && !e.explains(hard) && !e.met[hard] {
					e.met[hard] = true
					e.tell(first.Start, last.End, fmt.Sprintf("say %q, or something as plain; or explain it under words in %s", plain, e.at(first.Start).File),
						"%q is a hard word", phrase)
				}
				i += n - 1
				break
			}
		}
	})
}

// explains reports whether the version says what a word means.
func (e *easyText) explains(word string) bool {
	return e.explained[word] || e.explained[strings.TrimSuffix(word, "s")] || e.explained[word+"s"]
}

// knownForms are short forms that most people know.
var knownForms = map[string]bool{"NHS": true, "UK": true, "TV": true, "I": true, "OK": true}

// latin are short forms in small letters.
var latin = lazyregexp.Lazy(`(?i)(?:\be\.?g\.|\bi\.e\.|\betc\b\.?|\bapprox\.|\bp\.a\.)`)

// shortForms finds those that nothing explains, each once.
func (e *easyText) shortForms() {
	e.eachWord(func(words []easyWord) {
		for _, w := range words {
			form := strings.TrimSuffix(strings.TrimSuffix(w.text, "s"), "'")
			capitals := 0
			for _, r := range form {
				if unicode.IsUpper(r) {
					capitals++
				}
			}
			short := capitals > 1 && !strings.ContainsFunc(form, unicode.IsLower)
			if !short || knownForms[form] || e.explains(strings.ToLower(form)) || e.met[form] || e.isPostcode(w) {
				continue
			}
			e.met[form] = true
			e.tell(w.Start, w.End, fmt.Sprintf("write it out, or explain it under words in %s", e.at(w.Start).File), "%q is a short form", form)
		}
	})
	e.eachSentence(func(s *sentence.Sentence, _ int, _ []string) {
		for _, m := range latin().FindAllIndex(e.Plain[s.Start:s.End], -1) {
			form := string(e.Plain[s.Start+m[0] : s.Start+m[1]])
			e.tell(s.Start+m[0], s.Start+m[1], `write "for example", "that is", "and so on" or "about"`, "%q is a short form", form)
		}
	})
}

// isPostcode reports whether a word has digits in it or is next to some, as postcodes are.
func (e *easyText) isPostcode(w easyWord) bool {
	return strings.ContainsFunc(w.text, unicode.IsDigit) ||
		w.Start > 0 && e.Plain[w.Start-1] >= '0' && e.Plain[w.Start-1] <= '9'
}

var (
	percentages = lazyregexp.Lazy(`(?i)\d[\d,.]*\s?%|\bper\s?cent(?:age)?s?\b|\bpercentages?\b`)
	hardNumbers = lazyregexp.Lazy(`\d{4}/\d{2,4}|£?\d[\d,]*(?:\.\d+)?(?:\s?(?:million|m|k|bn)\b)?`)
	telephones  = lazyregexp.Lazy(`\+?\d[\d ()]{8,}\d`)
)

// numbers finds percentages, decimals and long numbers, in words and in references.
func (e *easyText) numbers() {
	e.eachSentence(func(s *sentence.Sentence, _ int, _ []string) {
		e.numbersIn(string(e.Plain[s.Start:s.End]), func(from, to int) (int, int) { return s.Start + from, s.Start + to })
		for _, ref := range e.refs(s.Span) {
			if ref.Name == "about" {
				continue
			}
			d, _ := e.report.Evaluate(ref)
			e.numbersIn(d.Display, func(int, int) (int, int) { return ref.Start, ref.End })
		}
	})
}

// numbersIn finds them in a text of which place gives where it is.
func (e *easyText) numbersIn(text string, place func(from, to int) (int, int)) {
	text = telephones().ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
	if m := percentages().FindStringIndex(text); m != nil {
		start, end := place(m[0], m[1])
		e.tell(start, end, `say how many in ten: "about 7 in 10 people"; {{ about "NI1" }} writes it`, "%q is a percentage", text[m[0]:m[1]])
		text = text[:m[0]] + strings.Repeat(" ", m[1]-m[0]) + text[m[1]:]
	}
	for _, m := range hardNumbers().FindAllStringIndex(text, -1) {
		number := text[m[0]:m[1]]
		hint := `round it: "about 11,000", "about £2 million"; {{ about "NI12" }} writes it`
		switch digits := strings.TrimRight(strings.NewReplacer(",", "", "£", "").Replace(number), " abcdefghijklmnopqrstuvwxyz."); {
		case strings.Contains(number, "/"):
			hint = `say from when to when: "from April 2025 to March 2026"`
		case strings.Contains(digits, "."):
			if whole, decimals, _ := strings.Cut(digits, "."); strings.HasSuffix(number, " million") && len(whole+decimals) < 3 {
				continue // as people say it
			}
		case len(strings.TrimRight(digits, "0")) > 2 && !isYear(number):
		case strings.HasSuffix(number, "m") || strings.HasSuffix(number, "k") || strings.HasSuffix(number, "bn"):
		default:
			continue
		}
		start, end := place(m[0], m[1])
		e.tell(start, end, hint, "%q is hard to read", strings.TrimSpace(number))
	}
}

// passive is a form of to be with a participle and who does it.
var passive = lazyregexp.Lazy(`(?i)\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?(?:\p{L}+ed|given|made|done|seen|paid|taken|run|held|led|kept|told|written|chosen|found|brought|built|spent|sent|shown|known|met|set up)\s+by\s+(?:the\s+|a\s+|an\s+|our\s+|your\s+|their\s+)?(\p{L}+)`)

// notDoers follow "by" and do nothing: days, ways and means.
var notDoers = lazyregexp.Lazy(`(?i)^(?:then|now|next|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|end|beginning|start|summer|autumn|winter|spring|phone|telephone|post|email|e|bus|car|train|taxi|letter|text|hand|law|accident|mistake|itself|themselves|half|more|less|about|over|nearly)$`)

// passives finds sentences that are certainly passive: they say by whom.
func (e *easyText) passives() {
	e.eachSentence(func(s *sentence.Sentence, _ int, words []string) {
		plain := e.Plain[s.Start:s.End]
		m := passive().FindSubmatchIndex(plain)
		if m == nil || notDoers().Match(plain[m[2]:m[3]]) {
			return
		}
		e.tell(s.Start+m[0], s.Start+m[1], "begin with who does it", "the sentence that begins %q is passive: %q", firstWords(words), wording.OneLine(string(plain[m[0]:m[1]])))
	})
}
