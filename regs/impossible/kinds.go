package impossible

import (
	"fmt"
	"strings"

	"apr/internal/lazyregexp"
)

var (
	// ofKinds is a count with what it is of, at the end of a text.
	ofKinds = lazyregexp.Lazy(`(?i)\b` + count + `\s(\pL[\pL’'-]*(?:\s\pL[\pL’'-]*){0,2})$`)
	// oneKind is a part of one kind.
	oneKind = lazyregexp.Lazy(`(?i)^` + count + ` (\pL[^0-9]*)$`)
	// multiplied is what makes more of a part than its number.
	multiplied = lazyregexp.Lazy(`(?i)\b(?:each|every|per|both|half|halves|twice|times|pairs?|couples?|` + smallNumbers + `)\b|[(]`)
	// votingMembers are those of a board, with the two halves of them that the law has.
	votingMembers = lazyregexp.Lazy(`(?i)\b` + count + `\s+(voting\s+members)(?:,|:|\s+\(|\s+[–—]|,\s+of\s+whom|\s+of\s+whom)?\s+(?:are\s+)?` + count + `\s+([^,;:.()0-9]+?),?\s+and\s+` + count + `\s+(\pL[^,;:.()0-9]*)`)
)

// partsOfKinds finds parts behind a count, each of its kind, that don't come to it: "eleven
// complaints: six about care at home and four about clinics".
func partsOfKinds(text string) (all []Found) {
	say := func(start, end int, parts []string, sum int, whole string) {
		all = append(all, Found{start, end, fmt.Sprintf("the parts %s and %s are %d together, and the text has %s", strings.Join(parts[:len(parts)-1], ", "), parts[len(parts)-1], sum, oneLine(whole)), "correct the counts"})
	}
	if strings.Contains(text, "voting") {
		for _, m := range votingMembers().FindAllStringSubmatchIndex(text, -1) {
			if a, b := text[m[6]:m[7]], text[m[10]:m[11]]; size(a)+size(b) != size(text[m[2]:m[3]]) && !multiplied().MatchString(text[m[8]:m[9]]) {
				say(m[2], m[11], []string{a, b}, size(a)+size(b), text[m[2]:m[5]])
			}
		}
	}
	for at, c := range text {
		if c != ':' && c != '(' && c != '–' && c != '—' {
			continue
		}
		from := max(0, strings.LastIndex(text[:max(0, at-longestKind)], " "))
		m := ofKinds().FindStringSubmatchIndex(strings.TrimRight(text[from:at], " \n"))
		if m == nil {
			continue
		}
		for i := range m {
			m[i] += from
		}
		rest := text[at+len(string(c)):]
		rest = rest[:sentenceEnd(rest)]
		if c == '(' {
			inside, _, closed := strings.Cut(rest, ")")
			if !closed {
				continue
			}
			rest = inside
		} else if cut := strings.IndexAny(rest, "–—;"); cut >= 0 {
			rest = rest[:cut]
		}
		before := text[:m[0]]
		if namedByNumber().MatchString(lastWord(before)) && !sentenceStart(before) || len(before) > 0 && strings.IndexByte("0123456789.,/£%-–", before[len(before)-1]) >= 0 {
			continue
		}
		parts, sum := kindsIn(rest, c != ':')
		whole := size(text[m[2]:m[3]])
		if len(parts) < 2 || len(parts) == whole || sum == whole || sum > 2*whole || 2*sum < whole || strings.HasSuffix(oneLine(text[m[4]:m[5]]), "voting members") {
			continue
		}
		say(m[2], at+len(string(c))+len(strings.TrimRight(rest, " \n")), parts, sum, text[m[2]:m[5]])
	}
	return all
}

// longestKind is how many bytes a count has at most with what it is of.
const longestKind = 60

// kindsIn are the counts of a list of kinds, which is all that a text has, and their sum. Parts in places
// are read where places is true.
func kindsIn(list string, places bool) (parts []string, sum int) {
	list = strings.Join(strings.Fields(list), " ")
	i := strings.LastIndex(list, " and ")
	if i < 0 || inBoth().MatchString(list) || theRest().MatchString(list) {
		return nil, 0
	}
	for part := range strings.SplitSeq(strings.TrimRight(list[:i], ",")+", "+list[i+len(" and "):], ", ") {
		m := oneKind().FindStringSubmatch(part)
		if m == nil || multiplied().MatchString(m[2]) || strings.Contains(m[2], " and ") {
			return nil, 0
		}
		noun, _, _ := strings.Cut(strings.ToLower(m[2]), " ")
		if notCounted[noun] || !places && (noun == "in" || noun == "at" || noun == "from") {
			return nil, 0 // measured, or in places, which partsInPlaces reads
		}
		parts, sum = append(parts, m[1]), sum+size(m[1])
	}
	return parts, sum
}
