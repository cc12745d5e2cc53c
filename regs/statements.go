package regs

import (
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
	"apr/regs/impossible"
)

// number is a number as people write it in a sentence.
const numberWord = `(no|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})`

var numberWords = map[string]int{"no": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
	"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}

func numberOf(s string) int {
	if n, ok := numberWords[strings.ToLower(s)]; ok {
		return n
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

var (
	decisionCount   = lazyregexp.Lazy(`(?i)\b(?:made|took|was|were|and|including|decisions:)?[ :]*\b` + numberWord + ` significant decisions?\b`)
	decisionOutside = lazyregexp.Lazy(`(?i)\bdecisions?,? (?:[\w'-]+,? ){0,12}(?:lay|lies|lie|was|were|is|fell|falls|stood) (?:\w+ ){0,2}(?:outside|outwith|beyond) (?:of )?(?:the|its|our) (?:strategic )?plan\b|\bdecisions?,? (?:[\w'-]+,? ){0,4}(?:outside|outwith|beyond) (?:of )?(?:the|its|our) (?:strategic )?plan\b|\b(?:decided|closed|agreed|moved)\b[^.]*\b(?:outside|outwith) (?:of )?(?:the|its|our) (?:strategic )?plan\b|\b(?:outside|outwith) (?:of )?(?:the|its|our) (?:strategic )?plan,? (?:[\w'-]+ ){0,4}(?:decided|decision)\b`)
	// decisionsLying are counted decisions of which it is said where they lie.
	decisionsLying  = lazyregexp.Lazy(`(?i)\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[\w'-]+ ){0,2}decisions,? (?:[\w'-]+,? ){0,4}(?:outside|outwith|beyond) (?:of )?(?:the|its|our) (?:strategic )?plan\b`)
	notPlain        = lazyregexp.Lazy(`(?i)\b(?:not|no|none|nor|never|neither|without|any|if|whether|would|could|(?-i:may)|might|should|must|when|where a|next|will|due|to be|plans? to|intends?|proposed?|planned|expects?|last year|previous\w*|earlier|before|since|past|former|ago|each year|every|other|another|draft|outstanding|follow-up|years)\b|n't\b`)
	notOurs         = lazyregexp.Lazy(`(?i)\b(?:internal audit\w*|internal|children'?s?|justice|prison|provider'?s?|independent|private|national\w*|other|another|across scotland|last year|previous\w*|earlier|since|former|outstanding|follow-up|progress review|draft|next|will|would|years|(?-i:may)|might|if|whether|expects?|planned)\b`)
	pairCount       = lazyregexp.Lazy(`(?i)\b` + numberWord + ` inspections?\b[^.;]*?\b` + numberWord + ` recommendations?\b`)
	pairBare        = lazyregexp.Lazy(`(?i)\b` + numberWord + ` inspections?\s+(?:[\w/–-]+\s+){0,3}(?:and|made|ended in|led to|resulted in|with) recommendations\b`)
	recommended     = lazyregexp.Lazy(`(?i)\b` + numberWord + ` recommendations?\b`)
	scrutinised     = lazyregexp.Lazy(`(?i)\b(?:inspect\w*|Healthcare Improvement Scotland|HIS|Audit Scotland|Accounts Commission|scrutiny bod\w+)\b`)
	localityCount   = lazyregexp.Lazy(`(?i)\b(?:into|identif(?:y|ies|ied)|has|have|the|our|its|all|each of the|each of our)(?: area's| board's)? (two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) localities\b`)
	careGroupCount  = lazyregexp.Lazy(`(?i)\b(?:names?|identif(?:y|ies|ied)|has|have|the|our|its|all)(?: plan's)? (one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) key care groups?\b`)
	careGroupsNamed = lazyregexp.Lazy(`(?i)\b(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) key care groups? (?:is|are|were) (?:named|identified|set out)\b`)
	saysReviewed    = lazyregexp.Lazy(`(?i)\b(?:carried out|completed|undertook|concluded|conducted|finished) (?:a|an|the|its|our)(?: \w+)? review of (?:the|its|our) strategic plan\b|\breview of (?:the|its|our) strategic plan (?:was|has been) (?:carried out|completed|undertaken|concluded|conducted)\b|\b(?:we|board|partnership|authority|group) (?:has |have )?reviewed (?:the|its|our) strategic plan\b|\bstrategic plan (?:was|has been) reviewed\b|` + revised)
	saysRevised     = lazyregexp.Lazy(`(?i)` + revised)
	planPeriod      = lazyregexp.Lazy(`\b20\d\d (?:to|until|[-–]) 20\d\d\b`)
	anotherYear     = lazyregexp.Lazy(`\b20(\d\d)(?:[/–-](?:20)?(\d\d))?\b`)
)

var blankLines = strings.NewReplacer("\r", " ", "\n", " ")

// withoutReferences is a text with blanks for its references, so that each byte stays in its place.
func withoutReferences(text string) string {
	var blanked []byte
	for at := 0; ; {
		open := strings.Index(text[at:], "{{")
		if open < 0 {
			break
		}
		open += at
		end := strings.IndexByte(text[open:], '}')
		if end < 0 {
			break
		}
		if end += open; !strings.HasPrefix(text[end:], "}}") {
			at = open + 1
			continue
		}
		if at = end + len("}}"); blanked == nil {
			blanked = []byte(text)
		}
		for i := open; i < at; i++ {
			blanked[i] = ' '
		}
	}
	if blanked == nil {
		return text
	}
	return string(blanked)
}

const revised = `\ba revised (?:strategic )?plan for 20\d\d\b|\b(?:approved|prepared|agreed|published|adopted) (?:a|the|its|our) revised (?:strategic )?plan\b|\b(?:a|the) revised strategic plan (?:was|has been) (?:approved|prepared|agreed|published|adopted)\b`

// statement is a sentence of a text.
type statement struct {
	name, words string
	text        *yamlpos.Text
	start       int
}

// at is where an offset of the sentence is.
func (s statement) at(offset int) source.Position { return s.text.At(s.start + offset) }

// has reports whether one of the words is in the sentence.
func (s statement) has(words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s.words, w) })
}

// hasNumber reports whether a number from two on is in the sentence, in digits or in words.
// Most sentences have none, which is seen faster than that nothing is counted.
func (s statement) hasNumber() bool {
	if strings.ContainsAny(s.words, "0123456789") {
		return true
	}
	begin := -1
	for i := range len(s.words) + 1 {
		switch {
		case i < len(s.words) && lazyregexp.IsWordByte(s.words[i]):
			if begin < 0 {
				begin = i
			}
		case begin >= 0:
			if impossible.InWords(s.words[begin:i]) > 1 {
				return true
			}
			begin = -1
		}
	}
	return false
}

// readStatements are the sentences of the narrative that are the authority's own and
// of the reporting year: no quotation, no table, and no other year in them.
func readStatements(r *project.Project) []statement {
	var all []statement
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if !says(*t) {
			return
		}
		text := *t
		// References and line ends become blanks, so that each byte stays in its place.
		plain := blankLines.Replace(t.Markdown)
		plain = withoutReferences(plain)
		for _, span := range evidence.Sentences(t.Markdown) {
			words := t.Markdown[span.Start:span.End]
			if first := strings.TrimLeft(words, " \n"); first == "" || first[0] == '>' || first[0] == '|' {
				continue
			}
			if words = plain[span.Start:span.End]; !ofAnotherYear(words, r) {
				all = append(all, statement{name, words, &text, span.Start})
			}
		}
	})
	return all
}

// ofAnotherYear reports whether a sentence has a year before the reporting year, or
// another reporting year. The years of a plan's period are neither.
func ofAnotherYear(words string, r *project.Project) bool {
	years := strings.Count(words, "20")
	if years == 0 {
		return false
	}
	if years > 1 {
		words = planPeriod().ReplaceAllString(words, "")
	}
	for _, m := range anotherYear().FindAllStringSubmatch(words, -1) {
		n, _ := strconv.Atoi("20" + m[1])
		if n < int(r.Config.Year) || m[2] != "" && n != int(r.Config.Year) {
			return true
		}
	}
	return false
}

// declared is where the answer is that a sentence contradicts.
func declared(pos source.Position, what string) []source.Related {
	return []source.Related{{Position: pos, Message: what}}
}
