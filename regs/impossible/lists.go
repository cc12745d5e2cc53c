package impossible

import (
	"fmt"
	"strings"

	"apr/internal/lazyregexp"
)

// listed are nouns of what a list may be of.
const listed = `(?:things|priorities|aims|goals|points|reasons|steps|changes|actions|questions|groups|areas|themes|principles|services|teams|projects|lessons|ways|parts|commitments|recommendations|outcomes|localities|messages|challenges|risks|objectives|ambitions|promises|partners|councils)`

// few is a count of what a list may have.
const few = `(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])`

var (
	// leadsToList is the end of a sentence that says how many a list has.
	leadsToList = lazyregexp.Lazy(`(?i)\b` + few + ` (?:\pL[\pL-]* ){0,2}` + listed + `(?: (?:this year|in all|in particular|stand out|stood out|matter most|mattered most|follow|of (?:the|our|its) plan))?:\s*$`)
	// inlineList is a sentence that does, and goes on in bold words.
	inlineList = lazyregexp.Lazy(`(?i)\b` + few + ` (?:\pL[\pL-]* ){0,2}` + listed + `: (\*\*[^*\n]+(?:\n[^*\n]+)?\*\*(?:(?:,|,? and|;)\s+\*\*[^*\n]+(?:\n[^*\n]+)?\*\*)+)[.;]`)
	boldWords  = lazyregexp.Lazy(`\*\*[^*]+\*\*`)
	notAll     = lazyregexp.Lazy(`(?i)\b(?:of (?:the|our|its|these|those)|including|such as|among|for example|most|mainly|at least|more than|one of|first|last|these|other) (?:\pL+ )?$`)
	listMark   = lazyregexp.Lazy(`^([ \t]*)(?:[-*+]|[0-9]{1,2}[.)])[ \t]+\S`)
)

// lists finds lists that have more or fewer items than the words before them say.
func lists(text string) (all []Found) {
	add := func(start, end, items int) {
		all = append(all, Found{start, end, fmt.Sprintf("the text has %s, and the list behind it %d", strings.Join(strings.Fields(text[start:end]), " "), items), "correct the count, or see what the list lacks"})
	}
	for _, m := range matches(strings.Contains(text, ": **"), inlineList, text) {
		count := text[m[2]:m[3]]
		if items := len(boldWords().FindAllString(text[m[4]:m[5]], -1)); items != size(count) && !notAll().MatchString(text[:m[2]]) {
			add(m[2], strings.Index(text[m[2]:], ":")+m[2], items)
		}
	}
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		at += len(line)
		if trimmed := strings.TrimRight(line, " \t\r\n"); !strings.HasSuffix(trimmed, ":") {
			continue
		}
		begin := strings.LastIndex(text[:at], "\n\n") + 1
		lead := strings.TrimRight(text[begin:at], " \t\r\n")
		m := leadsToList().FindStringSubmatchIndex(lead)
		if m == nil || notAll().MatchString(lead[:m[2]]) {
			continue
		}
		if items := itemsOf(text[at:]); items >= 2 && items != size(lead[m[2]:m[3]]) {
			add(begin+m[2], begin+len(lead)-1, items)
		}
	}
	return all
}

// itemsOf counts the items of the list that a text begins with, without those below them.
func itemsOf(text string) (n int) {
	indent := -1
	for line := range strings.SplitSeq(text, "\n") {
		m := listMark().FindStringSubmatch(line)
		switch {
		case strings.TrimSpace(line) == "":
		case m != nil && indent < 0:
			indent, n = len(m[1]), 1
		case m != nil && len(m[1]) == indent:
			n++
		case indent < 0, m == nil && len(line)-len(strings.TrimLeft(line, " \t")) <= indent && n > 0 && lineAlone(text, line):
			return n
		}
	}
	return n
}

// lineAlone reports whether a line stands behind an empty one, so that it belongs to no item.
func lineAlone(text, line string) bool {
	i := strings.Index(text, line)
	return i >= 2 && strings.HasSuffix(strings.TrimRight(text[:i], " \t"), "\n\n")
}

// beforeColon and partIn are a whole with its parts in places: "Fourteen are poor: eleven in
// Strathmoor, three in Glenside".
var (
	countWord = lazyregexp.Lazy(`(?i)(?:^|[^\pL\pN£.,%/-])` + count + `(?:$|[^\pL\pN.,%/-]|[,.](?:$|\s))`)
	partIn    = lazyregexp.Lazy(`(?i)^(?:and |with )?` + count + `(?: \pL+)? (?:in|at|from) [^,;:.]+$`)
)

// partsInPlaces finds parts behind a colon, each in its place, that don't come to any count before
// it.
func partsInPlaces(text string) (all []Found) {
	for at := strings.Index(text, ": "); at >= 0; {
		if f, ok := partsBehind(text, at); ok {
			all = append(all, f)
		}
		next := strings.Index(text[at+1:], ": ")
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return all
}

func partsBehind(text string, colon int) (f Found, ok bool) {
	end := colon + 1 + sentenceEnd(text[colon+1:])
	begin := max(strings.LastIndex(text[:colon], ". "), strings.LastIndex(text[:colon], "\n\n"), strings.LastIndex(text[:colon], ".\n"), -1) + 1
	rest := strings.Join(strings.Fields(text[colon+1:end]), " ")
	if inBoth().MatchString(text[begin:end]) || strings.HasSuffix(text[:colon], "voting members") {
		return f, false // of which partsOfKinds speaks
	}
	sum := 0
	var parts []string
	for part := range strings.SplitSeq(strings.ReplaceAll(rest, " and ", ", "), ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		m := partIn().FindStringSubmatch(part)
		if m == nil {
			return f, false
		}
		sum += size(m[1])
		parts = append(parts, m[1])
	}
	if len(parts) < 2 {
		return f, false
	}
	whole := ""
	lead := text[begin:colon]
	for {
		m := countWord().FindStringSubmatchIndex(lead)
		if m == nil {
			break
		}
		n := size(lead[m[2]:m[3]])
		if n == sum {
			return f, false
		}
		if whole == "" && n > 1 {
			whole = lead[m[2]:m[3]]
		}
		lead = lead[m[3]:]
	}
	if whole == "" || sum > 2*size(whole) || 2*sum < size(whole) {
		return f, false
	}
	return Found{begin, end, fmt.Sprintf("the parts %s and %s are %d together, and the text has %s", strings.Join(parts[:len(parts)-1], ", "), parts[len(parts)-1], sum, strings.ToLower(whole)), "correct the counts"}, true
}
