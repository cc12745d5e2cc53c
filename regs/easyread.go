package regs

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs/sentence"
)

// What is known of Easy Read, and who says it. No law asks for such a version; a report
// without one is asked for nothing.
const (
	easyGov    = `UK Government, Cabinet Office, "Accessible communication formats", how to produce easy read materials`
	easyHealth = `Department of Health, "Making written information easier to understand for people with learning disabilities", revised edition 2010`
	easyEurope = `Inclusion Europe, "Information for all: European standards for making information easy to read and understand" (ISBN 2-87460-110-1)`
)

// mostEasyWords is how long a sentence may be, and mostEasySentences a paragraph.
const mostEasyWords, mostEasySentences = 15, 3

// easyReadRules are about the texts of the Easy Read version.
var easyReadRules = []Rule{
	{
		ID:       "R0-easy-sentence",
		Title:    fmt.Sprintf("Sentences of the Easy Read version have %d words at most", mostEasyWords),
		Level:    Advice,
		Citation: easyGov + `: "no more than ten to 15 words"; ` + easyHealth,
		Why:      "Who finds reading hard has forgotten the beginning of a long sentence when its end comes.",
		Blind:    "Whether a short sentence is easy to understand; people who use Easy Read can say that.",
		Check:    easily((*easyText).sentences),
	},
	{
		ID:       "R0-easy-idea",
		Title:    "Each sentence of the Easy Read version has one idea",
		Level:    Advice,
		Citation: easyGov + `: "each sentence should have just one idea and one verb"; ` + easyEurope,
		Why:      "Two ideas in a sentence have to be taken apart before either is understood. A table or a box has many at once, and no picture stands beside them.",
		Blind:    "Two ideas that are joined by \"and\" alone, and ideas that don't belong together in a paragraph.",
		Check:    easily((*easyText).ideas),
	},
	{
		ID:       "R0-easy-words",
		Title:    "Hard words of the Easy Read version are explained or replaced",
		Level:    Advice,
		Citation: easyEurope + `: "If you need to use difficult words, make sure you always explain them clearly"; ` + easyGov,
		Why:      "Words that offices use every day are a foreign language elsewhere. The list under words says what they mean; a plainer word needs no explanation.",
		Blind:    "Hard words that apr doesn't know as such, and whether an explanation explains.",
		Check:    easily((*easyText).words),
	},
	{
		ID:       "R0-easy-short-forms",
		Title:    "Short forms in the Easy Read version are written out or explained",
		Level:    Advice,
		Citation: easyGov + `: "use full words not acronyms"; ` + easyEurope + `: "Avoid using initials"`,
		Why:      "Initials can be read aloud and still mean nothing.",
		Blind:    "Short forms in small letters, and NHS and UK, which most people know.",
		Check:    easily((*easyText).shortForms),
	},
	{
		ID:       "R0-easy-numbers",
		Title:    "Numbers in the Easy Read version are said as people say them",
		Level:    Advice,
		Citation: easyEurope + ", general standards, on percentages and big numbers",
		Why:      "Percentages, decimals and long numbers are hard for many. \"About 7 in 10 people\" and \"about 11,000\" say as much; {{ about \"NI12\" }} writes them from the data.",
		Blind:    "Numbers in words, and whether a round number is near enough.",
		Check:    easily((*easyText).numbers),
	},
	{
		ID:       "R0-easy-passive",
		Title:    "Sentences of the Easy Read version say who does what",
		Level:    Advice,
		Citation: easyGov + `: "make sentences active not passive"; ` + easyEurope,
		Why:      "\"You were visited by a nurse\" has to be turned round in the head; \"a nurse visited you\" hasn't.",
		Blind:    "A passive that doesn't say by whom: it can't be told with certainty from a description.",
		Check:    easily((*easyText).passives),
	},
	{
		ID:       "R0-easy-pictures",
		Title:    "A picture stands beside each idea of the Easy Read version",
		Level:    Advice,
		Citation: easyHealth + ": each idea needs both words and pictures; " + easyGov,
		Why:      "The picture says what the words are about to somebody who can't read all of them. A draft shows the places that are open; a report that is out has gaps there.",
		Blind:    "Whether a picture fits its words. Pictures of a draft aren't asked for yet.",
		Check:    easily((*easyText).pictures),
	},
	{
		ID:       "R0-easy-parts",
		Title:    "The Easy Read version says what the report says",
		Level:    Advice,
		Citation: "apr, narrative/easy-read.yaml; " + easyHealth,
		Why:      "Who reads only this version is told of the good and the bad, of the money and of what comes next, and whom to ask, as the others are.",
		Blind:    "Whether what is said is what the report says.",
		Check:    checkEasyParts,
	},
}

// easyText is a text of the Easy Read version being read.
type easyText struct {
	*sentence.Passage
	report *project.Project
	pass   *Pass
	// explained are the words, in small letters, that the version explains.
	explained map[string]bool
	// met are the hard words and short forms that were told already.
	met map[string]bool
}

// easily is a check of each text of the Easy Read version that says something.
func easily(check func(*easyText)) func(*project.Project, *Pass) {
	return func(r *project.Project, p *Pass) {
		if !r.Narrative.HasEasyRead() {
			return
		}
		e := &easyText{report: r, pass: p, explained: map[string]bool{}, met: map[string]bool{}}
		for _, w := range r.Narrative.Easy.Words {
			if word := strings.ToLower(wording.OneLine(w.Word)); says(w.Meaning) {
				e.explained[word] = true
			}
		}
		r.Narrative.EachText(func(name string, t *yamlpos.Text) {
			if !project.IsOfEasyRead(name) || !says(*t) {
				return
			}
			e.Passage = sentence.NewPassage(name, *t)
			check(e)
		})
	}
}

// isWords reports whether a text is the meaning of a hard word.
func (e *easyText) isWords() bool { return strings.Contains(e.Name, ".words[") }

// isPicture reports whether a block is a picture.
func (e *easyText) isPicture(b sentence.Span) bool {
	raw := strings.TrimLeft(e.Text.Markdown[b.Start:b.End], " \t\r\n")
	return strings.HasPrefix(raw, "![") || strings.HasPrefix(raw, "[![")
}

// isItem reports whether a block is an item of a list.
func (e *easyText) isItem(b sentence.Span) bool {
	before := e.Text.Markdown[strings.LastIndexByte(e.Text.Markdown[:b.Start], '\n')+1 : b.Start]
	return strings.TrimSpace(before) != ""
}

// eachSentence calls f with every sentence that isn't a picture's description, and its
// words, among which references are what they show.
func (e *easyText) eachSentence(f func(s *sentence.Sentence, at int, words []string)) {
	block := 0
	for _, s := range e.Sentences() {
		for block < len(e.Blocks)-1 && e.Blocks[block].End <= s.Start {
			block++
		}
		if e.isPicture(e.Blocks[block]) {
			continue
		}
		if words := e.shown(s.Span); len(words) > 0 {
			f(s, e.begin(s.Span), words)
		}
	}
}

// refs are the references that begin in a span.
func (e *easyText) refs(s sentence.Span) []reference.Reference {
	before := func(r reference.Reference, at int) int { return cmp.Compare(r.Start, at) }
	from, _ := slices.BinarySearchFunc(e.Refs, s.Start, before)
	to, _ := slices.BinarySearchFunc(e.Refs, s.End, before)
	return e.Refs[from:max(from, to)]
}

// begin is where the words of a span begin.
func (e *easyText) begin(s sentence.Span) int {
	i := s.Start
	for i < s.End-1 && e.Plain[i] == ' ' {
		i++
	}
	if refs := e.refs(s); len(refs) > 0 {
		return min(i, refs[0].Start)
	}
	return i
}

// shown are the words of a span, with references as they are printed.
func (e *easyText) shown(s sentence.Span) []string {
	var words []string
	from := s.Start
	for _, ref := range e.refs(s) {
		words = append(words, strings.Fields(string(e.Plain[from:ref.Start]))...)
		d, _ := e.report.Evaluate(ref) // what can't be evaluated shows what it says of that
		words = append(words, strings.Fields(d.Display)...)
		from = min(ref.End, s.End)
	}
	words = append(words, strings.Fields(string(e.Plain[from:s.End]))...)
	return slices.DeleteFunc(words, func(w string) bool { return !strings.ContainsFunc(w, isLetterOrDigit) })
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// at is a place of the text.
func (e *easyText) at(offset int) source.Position { return e.Text.At(offset) }

// tell records a finding on a part of the text.
func (e *easyText) tell(start, end int, hint, format string, args ...any) {
	e.pass.add(Finding{Position: e.at(start), End: e.at(end), Found: fmt.Sprintf(format, args...), Hint: hint})
}

// sentences finds those that are too long.
func (e *easyText) sentences() {
	e.eachSentence(func(s *sentence.Sentence, at int, words []string) {
		if n := len(words); n > mostEasyWords {
			e.tell(at, s.End, "make two or three sentences of it", "the sentence that begins %q has %d words; in Easy Read it has %d at most", firstWords(words), n, mostEasyWords)
		}
	})
}

// firstWords are the first words of a sentence.
func firstWords(words []string) string {
	const few = 5
	if len(words) > few {
		return strings.Join(words[:few], " ") + " …"
	}
	return strings.Join(words, " ")
}

// joins are the words by which a second idea follows in a sentence. A pronoun is before
// the verb of a clause of its own.
var joins = lazyregexp.Lazy(`(?i)[;–—]|,\s+(?:but|so|because|although|while|whereas|which|yet)\b|\b(?:because|although|whereas|unless|despite|in order to|as well as)\b|\b(?:and|but|so)\s+(?:we|they|it|he|she|you|I|this|these|there)\s`)

// ideas finds what has more than one idea.
func (e *easyText) ideas() {
	e.eachSentence(func(s *sentence.Sentence, at int, words []string) {
		plain := e.Plain[s.Start:s.End]
		if m := joins().FindIndex(plain); m != nil {
			e.tell(s.Start+m[0], s.Start+m[1], "make a sentence of each idea", "the sentence that begins %q goes on to a second idea at %q", firstWords(words), strings.TrimSpace(string(plain[m[0]:m[1]])))
			return
		}
		if n := strings.Count(string(plain), ", "); n > 1 {
			e.tell(at, s.End, "put what it lists into a list, each on a line of its own", "the sentence that begins %q has %d commas", firstWords(words), n)
		}
	})
	e.paragraphs()
	offset, before := 0, ""
	for line := range strings.Lines(e.Text.Markdown) {
		trimmed := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(trimmed, "|") && !strings.HasPrefix(before, "|"):
			e.tell(offset, offset+len(trimmed), "say in sentences what matters in it", "a table is hard to read in Easy Read")
		case strings.HasPrefix(trimmed, ":::") && strings.Trim(trimmed, ": ") != "":
			e.tell(offset, offset+len(trimmed), "write paragraphs, with a picture before each", "a box has no picture beside its ideas")
		}
		offset, before = offset+len(line), trimmed
	}
}

// paragraphs finds those with more sentences than an idea takes.
func (e *easyText) paragraphs() {
	n, block := 0, 0
	end := func() {
		if b := e.Blocks[block]; n > mostEasySentences {
			e.tell(e.begin(b), b.End, "put an empty line between two ideas, and a picture before each", "the paragraph has %d sentences; a paragraph is one idea", n)
		}
		n = 0
	}
	e.eachSentence(func(s *sentence.Sentence, _ int, _ []string) {
		for e.Blocks[block].End <= s.Start {
			end()
			block++
		}
		n++
	})
	if n > 0 {
		end()
	}
}

// pictures finds ideas without a picture beside them, once a text.
func (e *easyText) pictures() {
	if e.isWords() || e.report.Config.State == project.Draft {
		return
	}
	ideas, without, first := 0, 0, sentence.Span{}
	pictured := false
	for _, b := range e.Blocks {
		switch {
		case e.isPicture(b):
			pictured = true
			continue
		case e.isItem(b) && ideas > 0: // the list goes on with an idea
			continue
		}
		ideas++
		if !pictured {
			if without++; without == 1 {
				first = b
			}
		}
		pictured = false
	}
	if without > 0 {
		e.tell(e.begin(first), first.End, "put a picture before the paragraph, with an empty line between: ![what it shows](pictures/name.png)",
			"%d of %s in %s %s no picture", without, wording.Count(ideas, "idea"), e.Name, map[bool]string{true: "has", false: "have"}[without == 1])
	}
}

// checkEasyParts finds parts that the Easy Read version doesn't have at all.
func checkEasyParts(r *project.Project, p *Pass) {
	if !r.Narrative.HasEasyRead() {
		return
	}
	file := path.Join(cmp.Or(r.Config.Narrative, "narrative"), project.EasyReadFile)
	for _, part := range r.Narrative.Easy.Parts() {
		if part.Text.IsZero() {
			p.Report(at(r.Narrative.Easy.Position, source.Position{File: file}), fmt.Sprintf("write %s in %s", part.Key, file), "the Easy Read version has no part %q", part.Title)
		}
	}
}
