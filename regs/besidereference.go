package regs

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// A titled is an indicator or measure with the telling words of its title.
type titled struct {
	id, title string
	words     map[string]bool
	money     bool
}

var (
	figuresOf = []string{"about", "value", "measure"}
	// countedBehind is what a figure counts, right behind it.
	countedBehind = lazyregexp.Lazy(`^ (?:of (?:our|the|all|adult|unpaid) )?(?:\pL+ )?(\pL{4,}s|children|staff)\b`)
	// spentBefore are words that only money follows, and spentBehind what may be behind it.
	spentBefore      = lazyregexp.Lazy(`(?i)\b(?:we|board|partnership|authority|it|this|that|which|they) (?:spent|paid|cost|costs)(?: us)?\s+$`)
	spentBehind      = lazyregexp.Lazy(`(?i)^(?:[.,;:)]|\s+(?:on|for|last|this|in (?:the|all|total))\b|\s*$)`)
	ofReservesBehind = lazyregexp.Lazy(`(?i)^\s+(?:of|from|out\s+of)\s+(?:our|the|its)\s+(?:general\s+|earmarked\s+)?\**reserves?\b`)
	// anyTitles are words of so many titles that they tell none.
	anyTitles = setOf(`people adult aged over year total rate percentage number with from that their they were
		have this time week month day within service care health social person combined rated after
		into than those more less live life made done need local area well able agreed said some
		many most which when other all`)
)

// checkBesideReferences reports a figure of an indicator or measure in words that are plainly another's: of
// the Easy Read version in its paragraph, of other texts in what it counts.
func checkBesideReferences(r *project.Project, p *Pass, told map[source.Position]bool) {
	all := titledOf(r)
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if !says(*t) || !strings.Contains(t.Markdown, "{{") || project.IsLastYears(*t) {
			return
		}
		refs, _ := reference.Parse(*t)
		for i, ref := range refs {
			own := titledBy(all, ref)
			if own == nil || told[ref.Position] {
				continue
			}
			begin, end := paragraphAround(t.Markdown, ref.Start, ref.End)
			others := slices.ContainsFunc(refs, func(o reference.Reference) bool {
				return o.Start != refs[i].Start && o.Start >= begin && o.End <= end && titledBy(all, o) != nil
			})
			if behind := t.Markdown[ref.End:end]; !own.money && (ofReservesBehind().MatchString(behind) || spentBefore().MatchString(t.Markdown[begin:ref.Start]) && spentBehind().MatchString(behind)) {
				p.add(Finding{Position: ref.Position, End: t.At(ref.End), Likely: true, Found: fmt.Sprintf("the reference is of %s (%s), which is no money; the words beside it are of money", lowerFirst(own.title), own.id),
					Hint: "name what was spent in the reference, as in \"total\", or say what the figure is of", Related: placeOf(r, own)})
				continue
			}
			var other *titled
			if words := tellingOf(t.Markdown[begin:end]); project.IsOfEasyRead(name) && !others {
				other = besideInEasyRead(all, own, words)
			}
			if other == nil && !others {
				other = countedAs(all, own, t.Markdown[ref.End:end], tellingOf(t.Markdown[begin:end]))
			}
			if other != nil {
				p.add(Finding{Position: ref.Position, End: t.At(ref.End), Likely: true, Found: fmt.Sprintf("the reference is of %s (%s); the words beside it are of %s (%s)", lowerFirst(own.title), own.id, lowerFirst(other.title), other.id),
					Hint: fmt.Sprintf("write %q in the reference, or say what the figure is of", other.id), Related: placeOf(r, own)})
			}
		}
	})
}

// titledOf are the indicators and measures of a report.
func titledOf(r *project.Project) (all []titled) {
	if r.Indicators != nil {
		for _, s := range r.Indicators.Series {
			i := s.Indicator
			all = append(all, titled{string(i.ID), i.ShortTitle, tellingOf(i.Title + " " + i.ShortTitle + " " + i.Denominator), strings.Contains(i.Unit+i.Title, "£") || strings.Contains(strings.ToLower(i.Title), "spend")})
		}
	}
	if r.Framework != nil {
		for _, m := range r.Framework.Measures {
			all = append(all, titled{m.ID, m.Title, tellingOf(m.Title + " " + m.Unit), strings.Contains(m.Unit+m.Title, "£") || strings.Contains(strings.ToLower(m.Unit), "pound")})
		}
	}
	return all
}

func titledBy(all []titled, ref reference.Reference) *titled {
	if !slices.Contains(figuresOf, ref.Name) || len(ref.Args) == 0 {
		return nil
	}
	if i := slices.IndexFunc(all, func(t titled) bool { return t.id == ref.Args[0].Value }); i >= 0 {
		return &all[i]
	}
	return nil
}

// paragraphAround is the paragraph in which a reference stands.
func paragraphAround(text string, start, end int) (int, int) {
	begin := strings.LastIndex(text[:start], "\n\n") + 1
	if n := strings.Index(text[end:], "\n\n"); n >= 0 {
		return begin, end + n
	}
	return begin, len(text)
}

// tellingOf are the telling words of a text, as of one.
func tellingOf(text string) map[string]bool {
	words := map[string]bool{}
	for _, w := range placedWords(text) {
		if one := ofOne(w.text); len(one) >= 4 && !anyTitles()[one] {
			words[one] = true
		}
	}
	return words
}

// ofOne is a word in small letters, without the end of several.
func ofOne(word string) string {
	word = strings.ToLower(word)
	if len(word) > 4 && !strings.HasSuffix(word, "ss") {
		word = strings.TrimSuffix(word, "s")
	}
	return word
}

// sharedOf is how many of an indicator's words a text has.
func (t *titled) sharedOf(words map[string]bool) (n int) {
	for w := range t.words {
		if words[w] {
			n++
		}
	}
	return n
}

// besideInEasyRead is the only indicator or measure of whose title a paragraph has most words, two or
// more, where it has none of the figure's own or two fewer.
func besideInEasyRead(all []titled, own *titled, words map[string]bool) *titled {
	mine := own.sharedOf(words)
	best, most, ties := (*titled)(nil), 1, 0
	for i := range all {
		switch n := all[i].sharedOf(words); {
		case n > most:
			best, most, ties = &all[i], n, 0
		case n == most && n > 1:
			ties++
		}
	}
	if best == nil || best == own || ties > 0 || mine > 0 && most-mine < 2 {
		return nil
	}
	return best
}

// countedAs is the only other whose title has what a figure counts, and another word of the paragraph.
func countedAs(all []titled, own *titled, behind string, words map[string]bool) *titled {
	m := countedBehind().FindStringSubmatch(blankLines.Replace(behind))
	if m == nil {
		return nil
	}
	noun := ofOne(m[1])
	if anyTitles()[noun] || own.words[noun] || own.sharedOf(words) > 0 {
		return nil
	}
	var found *titled
	for i := range all {
		if t := &all[i]; t.words[noun] && t.sharedOf(words) >= 2 {
			if found != nil {
				return nil
			}
			found = t
		}
	}
	return found
}

// placeOf is where the newest value of an indicator or measure is.
func placeOf(r *project.Project, t *titled) []source.Related {
	if r.Framework != nil {
		for _, m := range r.Framework.Measures {
			if m.ID == t.id {
				return []source.Related{{Position: m.Position, Message: t.title}}
			}
		}
	}
	if r.Indicators != nil {
		for _, s := range r.Indicators.Series {
			if string(s.Indicator.ID) == t.id && len(s.Points) > 0 {
				return []source.Related{{Position: s.Points[len(s.Points)-1].Position, Message: t.title}}
			}
		}
	}
	return nil
}

func lowerFirst(s string) string {
	if s == "" || len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
