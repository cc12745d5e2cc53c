package evidence

import (
	"html"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/internal/project/prose/plain"
)

var (
	comments     = lazyregexp.Lazy("(?s)<!--.*?(?:-->|$)")
	reference    = lazyregexp.Lazy(`\{\{\s*([a-z]+)[^}]*\}\}`)
	headingLine  = lazyregexp.Lazy(`(?m)^ {0,3}#{1,6}(?:[ \t].*)?$|^ {0,3}(?:=+|-{2,})[ \t]*$|^ {0,3}(?:\*\*[^*\n]*[^*\n.!?]\*\*|__[^_\n]*[^_\n.!?]__):?[ \t]*$`)
	markdownLink = lazyregexp.Lazy(`(!?)\[([^\]]*)\]\(\s*<?[^)]*\)`)
	picture      = lazyregexp.Lazy(`!\[[^\]]*\]\(`)
	bareAddress  = lazyregexp.Lazy(`<?(?:https?://|www\.)[^\s>]+>?|[\w.+-]+@[\w-]+\.[\w.-]+`)
)

// plainText is a text without headings, marks and addresses; links is how many of
// those there were, and data whether it refers to a figure.
func plainText(markdown string) (words string, links int, data bool) {
	s := withoutComments(plain.Unfenced(markdown, false))
	if strings.Contains(s, "{{") {
		for _, m := range reference().FindAllStringSubmatch(s, -1) {
			data = data || m[1] != "year" && m[1] != "authority"
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
			return " " // what a picture shows is said to those who don't see it, and is no text
		})
	}
	if hasAddress(s) {
		s = bareAddress().ReplaceAllStringFunc(s, func(string) string { links++; return " link " })
	}
	return strings.TrimSpace(s), links, data
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
