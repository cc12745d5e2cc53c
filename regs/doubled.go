package regs

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/project/reference"
	"apr/internal/yamlpos"
)

// A double is a sign, unit or word next to a reference that the reference brings itself.
type double struct {
	// written is what is there too much, at an offset from where the reference begins,
	// or with after from where it ends.
	written string
	at      int
	after   bool
	// printed is how it reads.
	printed string
}

var (
	// signBefore is a sign of pounds at the end of what is before a reference.
	signBefore = lazyregexp.Lazy(`(£[-−]?|\bGBP)[ \t\x{00a0}]*\n?[ \t]*[*_]*$`)
	// wordsBefore are the last words before a reference.
	wordsBefore = lazyregexp.Lazy(`(?:^|[^\p{L}-])((?:over|under)spend of|\p{L}+)[ \t\x{00a0}]*\n?[ \t]*[*_]*$`)
	// unitAfter is a unit that a reference may have at its end.
	unitAfter = lazyregexp.Lazy(`^[*_]*(\s?(?:%|(?i:per ?cent)\b)|\s?(?i:m|mn|k|bn)\b|\s(?i:million|billion|thousand|pounds)\b)`)
	wordAfter = lazyregexp.Lazy(`^[*_]*\s(\p{L}{2,})\b`)
	// amountEnd is the end of a figure in pounds.
	amountEnd = lazyregexp.Lazy(`£[0-9][0-9.,]*(?:m|k|bn| million)?$`)
	firstWord = lazyregexp.Lazy(`^\p{L}+`)
	lastWord  = lazyregexp.Lazy(`[0-9]\s(\p{L}{2,})$`)
)

// doubled finds what the text around a reference, which prints a figure, gives again.
func doubled(before, display, after string) (found []double) {
	if i := strings.LastIndex(before, "\n\n"); i >= 0 {
		before = before[i+2:]
	}
	if m := signIn(before); m != nil {
		sign := before[m[2]:m[3]]
		_, pounds, _ := strings.Cut(display, "£")
		if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(display, "-−")); pounds != "" || first < '0' || first > '9' {
			if pounds != "" || strings.HasSuffix(sign, "£") && firstWord().MatchString(display) {
				found = append(found, double{written: sign, at: m[2] - len(before), printed: joined(sign, strings.HasPrefix(sign, "G"), display)})
			}
		}
	} else if m := wordsIn(before, display); m != nil {
		words := before[m[2]:m[3]]
		first := firstWord().FindString(display)
		if first != "" && strings.EqualFold(words, first) || strings.Contains(words, " ") && strings.Contains(display, words) {
			found = append(found, double{written: words, at: m[2] - len(before), printed: words + " " + display})
		}
	}
	if m := unitAfter().FindStringSubmatch(after); m != nil {
		unit, spaced := strings.TrimSpace(m[1]), strings.TrimSpace(m[1]) != m[1]
		percent := unit == "%" || strings.HasPrefix(strings.ToLower(unit), "per")
		if percent && strings.HasSuffix(display, "%") || !percent && amountEnd().MatchString(display) {
			found = append(found, double{written: unit, at: strings.Index(after, unit), after: true, printed: joined(display, spaced, unit)})
		}
	} else if m := wordAfter().FindStringSubmatch(after); m != nil {
		if last := lastWord().FindStringSubmatch(display); last != nil && strings.EqualFold(last[1], m[1]) {
			found = append(found, double{written: m[1], at: strings.Index(after, m[1]), after: true, printed: display + " " + m[1]})
		}
	}
	return found
}

// signIn is where the sign of pounds is at the end of a text, nil without one.
func signIn(before string) []int {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, "*_ \t\n\u00a0"))
	if !strings.ContainsRune("£-−P", last) {
		return nil
	}
	return signBefore().FindStringSubmatchIndex(before)
}

// wordsIn is where the last words are before a reference that may begin with them; nil where
// it prints a number.
func wordsIn(before, display string) []int {
	if first, _ := utf8.DecodeRuneInString(display); !unicode.IsLetter(first) && !strings.Contains(before, "spend of") {
		return nil
	}
	return wordsBefore().FindStringSubmatchIndex(before)
}

// offset is where the words are in the text.
func (d double) offset(ref reference.Reference) int {
	if d.after {
		return ref.End + d.at
	}
	return ref.Start + d.at
}

func joined(a string, spaced bool, b string) string {
	if spaced {
		return a + " " + b
	}
	return a + b
}

// mostAhead is how many bytes before a reference the words have that are looked for there:
// "out of every hundred thousand" and three words behind it.
const mostAhead = 200

// ending is a text's end, from a blank on, with all the words that are looked for right
// before a reference. To look for them in the whole text takes as long as it is.
func ending(before string) string {
	words := len(strings.TrimRight(before, "*_ \t\n\u00a0"))
	if i := strings.LastIndexByte(before[:max(words-mostAhead, 0)], ' '); i >= 0 {
		return before[i:]
	}
	return before
}

// checkDoubled finds signs, units and words that stand twice, as a reference brings its
// own.
func checkDoubled(r *project.Project, pass *Pass) {
	r.EachMarkdown(func(t yamlpos.Text) {
		if !strings.Contains(t.Markdown, "{{") || project.IsLastYears(t) {
			return
		}
		references, _ := reference.Parse(t) // loading reports its problems
		for _, ref := range references {
			d, problem := r.Evaluate(ref)
			if problem != nil || d.Display == "" {
				continue
			}
			before, after := ending(t.Markdown[:ref.Start]), t.Markdown[ref.End:]
			pass.contrary(t, ref, d.Display, contrary(unitOf(r, ref), before, d.Display, after))
			pounds, percent := project.DoubledSign(before, d.Display, after)
			for _, twice := range doubled(before, d.Display, after) {
				if pounds && !twice.after || percent && twice.after {
					continue // loading refuses it
				}
				pass.add(Finding{Position: t.At(twice.offset(ref)), Likely: true,
					Found: fmt.Sprintf("%q stands twice: the text prints %q", twice.written, twice.printed),
					Hint:  fmt.Sprintf("delete %q: the reference prints %q", twice.written, d.Display)})
			}
		}
	})
}

// contrary reports words that don't fit what a reference prints.
func (p *Pass) contrary(t yamlpos.Text, ref reference.Reference, display string, found []double) {
	for _, d := range found {
		p.add(Finding{Position: t.At(d.offset(ref)), Likely: true,
			Found: fmt.Sprintf("%q doesn't fit %q, which the reference prints: the text prints %q", d.written, display, d.printed),
			Hint:  fmt.Sprintf("correct %q or delete it, or refer to another figure", d.written)})
	}
}
