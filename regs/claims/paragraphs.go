package claims

import (
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/sentence"
)

// This file finds paragraphs that go on with the one right before them, as those of Easy Read do, which have a sentence
// each: "In 2024/25 it was 971 days."

const (
	// mostBefore is how many sentences the paragraph before has at most: in a longer one it isn't sure which is meant.
	mostBefore = 2
	// widestGap is how far two paragraphs are apart at most, in bytes: by the tags between them, and not by
	// what is left out of a page.
	widestGap = 40
)

// beginsWithBefore is what a sentence begins with that speaks of the one before.
var beginsWithBefore = lazyregexp.Lazy(`(?i)^\s*(?:` +
	`(?:(?:in|for|by) (?:20\d\d(?:[/–-]\d\d)?|scotland|the year before),? |(?:the|a|one|two|three|four|five) years? (?:before|earlier|ago),? |last year,? )?` +
	`(?:(?:it|they|its|their) \pL|(?:this|that|these) (?:is|was|are|were|has|had|have|went|goes|came|fell|rose)\b)` +
	`|(?:our|the) (?:target|goal) (?:is|was)\b` +
	`|we (?:did not |didn't |have |have not )?(?:meet|met|miss|missed) (?:it|this|that)\b)`)

// goesOnFrom reports whether a paragraph that begins with a sentence goes on with the one before it, which
// ends with another and has so many sentences.
func (r *reader) goesOnFrom(before, s *sentence.Sentence, sentences int) bool {
	if before == nil || sentences > mostBefore || s.Start-before.End > widestGap {
		return false
	}
	text := r.passage.Text.Markdown
	return strings.TrimSpace(text[before.End:s.Start]) == "" && beginsWithBefore().Match(s.Plain[s.Start:s.End])
}
