package regs

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

var (
	// leftOutAs is a reason for which lines aren't the authority's.
	leftOutAs = lazyregexp.Lazy(`(?i)\b(?:not|isn['’]t|aren['’]t|never|un|outside|outwith|beyond)\b.{0,40}\b(?:delegated|delegation|scheme|board|authority|ijb|partnership)\b|\bundelegated\b`)
	// ours is what a sentence says of services that are the authority's, and takenBack what
	// takes it back.
	ours      = lazyregexp.Lazy(`(?i)\bdelegat(?:e|es|ed|ing)\b|\banswers? for\b|\b(?:is|are) responsible for\b|\bresponsibility for\b|\bplans and (?:pays|buys|directs)\b`)
	takenBack = lazyregexp.Lazy(`(?i)\b(?:not|no|never|except|apart from|excluding|but not|without|stay|stays|stayed|remain|remains|kept|keeps|until|another|other than)\b|n['’]t\b`)
)

// leastServiceName is how long the name of a service is at least.
const leastServiceName = 6

// alsoCalled are what texts call services whose cost centres have other names.
var alsoCalled = []struct {
	by func() *lazyregexp.Regexp
	as []string
}{
	{lazyregexp.Lazy(`(?i)\bhealth visit|\bschool nurs|\bpaediatric|\bchild(?:ren['’]?s)? health`), []string{"children's health", "children's health services", "health visiting", "school nursing"}},
	{lazyregexp.Lazy(`(?i)\bjustice\b|\bcommunity payback`), []string{"justice social work", "criminal justice", "community justice", "justice"}},
	{lazyregexp.Lazy(`(?i)\bchildren and families\b|\bfostering\b|\bkinship\b`), []string{"children's social work", "children and families", "social work for children"}},
}

// excludedThoughOurs are lines that are left out as not delegated, of a service that a text
// says is.
func excludedThoughOurs(r *project.Project) (problems []*source.Problem) {
	for i := range r.Account.Ledgers {
		l := &r.Account.Ledgers[i]
		for _, e := range l.Exclusions {
			if e.Transfer != "" || !leftOutAs().MatchString(e.Why) || l.Kind != finance.Actual {
				continue
			}
			for _, name := range e.Centres {
				if at, sentence := saidToBeOurs(r, name); sentence != "" {
					problems = append(problems, &source.Problem{Code: finance.CodeMappingName, Position: at, About: l.Partner + " " + name, Likely: true,
						Message: fmt.Sprintf("the text says %q, and %s of the ledger %s is left out as %q", wording.OneLine(sentence), name, l.File, e.Why),
						Hint:    "take the exclusion out of the rules in apr.yaml, or correct the text",
						Related: []source.Related{{Position: e.Position, Message: "the first line that is left out"}}})
					break
				}
			}
		}
	}
	return problems
}

// saidToBeOurs finds a sentence by which a service is the authority's.
func saidToBeOurs(r *project.Project, name string) (at source.Position, sentence string) {
	name, _, _ = strings.Cut(name, ",")
	names := []string{plainText(name)}
	for _, a := range alsoCalled {
		if a.by().MatchString(name) {
			names = append(names, a.as...)
		}
	}
	names = slices.DeleteFunc(names, func(n string) bool { return len(n) < leastServiceName })
	r.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		if sentence != "" || !says(*t) || project.IsLastYears(*t) {
			return
		}
		begin := 0
		for begin < len(t.Markdown) {
			end := begin + strings.IndexAny(t.Markdown[begin:]+".", ".;:\x00")
			one := t.Markdown[begin:min(end, len(t.Markdown))]
			if ours().MatchString(one) && !takenBack().MatchString(one) && slices.ContainsFunc(names, func(n string) bool { return strings.Contains(" "+plainText(one)+" ", " "+n+" ") }) {
				lead := len(one) - len(strings.TrimLeft(one, " \n\t"))
				at, sentence = t.At(begin+lead), strings.TrimSpace(one)
				return
			}
			begin = end + 1
		}
	})
	return at, sentence
}

// plainText is a text in small letters with one blank between words and straight quotation
// marks.
func plainText(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(plainMarks().Replace(s)), " "))
}

var plainMarks = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer("’", "'", "*", "", "_", " ", ",", " ") })
