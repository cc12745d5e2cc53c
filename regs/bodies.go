package regs

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"apr/indicators"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
)

// bodies distinguishes the authority that reports from the others.
type bodies struct {
	own string // its area in the workbook, where it is one of the 31
	// names are those of the authority, its partners and its places, in small
	// letters.
	names []string
}

func newBodies(r *project.Project) *bodies {
	c := r.Config
	b := &bodies{own: c.Authority.Area}
	if a, _, ok := indicators.FindAuthority(c.Authority.Name); ok && !c.Authority.Invented {
		b.own = a.Area
		b.names = append(b.names, a.Name, a.HSCP)
	}
	b.names = append(b.names, c.Authority.Name, c.Authority.Area, c.Authority.HealthBoard)
	b.names = append(b.names, c.Authority.Councils...)
	for _, l := range c.Localities {
		b.names = append(b.names, l.Name)
	}
	for i, n := range b.names {
		b.names[i] = plainName(n)
	}
	b.names = slices.DeleteFunc(b.names, func(n string) bool { return n == "" })
	return b
}

// mention is another authority's name in a text.
type mention struct {
	offset int
	name   string
}

// board is what follows an area's name where an authority is meant.
const board = ` (?:City |Islands? )?(?:Integration Joint Board|IJB|Health (?:and|&) Social Care Partnership|HSCP|Partnership|Integration Authority)\b`

// authorities finds the names of integration authorities, and areaNames the areas'
// where what happens in them is reported. The first group is the area.
var (
	authorities = lazyregexp.LazyOf(func() string { return `\b(` + areaChoice() + `)` + board })
	areaNames   = lazyregexp.LazyOf(func() string {
		return `\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|people of|residents of|area of) (` + areaChoice() + `)\b(?:['’]s)?`
	})
	// related are words of a sentence that speaks of another authority for a reason.
	related = lazyregexp.Lazy(`(?i)\b(?:host\w*|behalf|compar\w+|than|unlike|neighbour\w*|joint work\w*|jointly|shar\w+|benchmark\w*|visit\w*|learn\w*|peers?|family|families|similar|average|others?|elsewhere|both|between|alongside|together|example|modelled|pilot\w*|adopted|copied|placed|placements?|collaborat\w+|regional|treated|referred|transferred|moved to|travel\w*|nearest|specialist)\b`)
	// leads are words that lead to another authority's name for a reason.
	leads = lazyregexp.Lazy(`(?i)\b(?:with|from|to|by|like|beside|for|as|live|lives|lived|living)(?: the| our| a| its)?(?: neighbours?)? *$`)
)

// areaWords are the areas and their usual short names, the longest first.
var areaWords = sync.OnceValue(func() []string {
	var names []string
	for _, a := range indicators.Authorities() {
		names = append(names, a.Area)
		if short, found := strings.CutSuffix(a.Area, " City"); found {
			names = append(names, short)
		}
		if strings.Contains(a.Area, " and ") {
			names = append(names, strings.ReplaceAll(a.Area, " and ", " & "))
		}
		if len(a.Councils) > 1 {
			names = append(names, strings.Split(a.Area, " and ")...)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return names
})

// areaChoice is any of the areas, as a pattern.
func areaChoice() string {
	var names []string
	for _, n := range areaWords() {
		names = append(names, regexp.QuoteMeta(n))
	}
	return strings.Join(names, "|")
}

// namesArea reports whether a text has an area's name anywhere.
func namesArea(s string) bool {
	return slices.ContainsFunc(areaWords(), func(n string) bool { return strings.Contains(s, n) })
}

// others is where a text that answers a provision is another authority's: it names
// one, in a sentence that gives no reason to, and names neither its own nor one of
// its places. Nil for every other text.
func (b *bodies) others(t yamlpos.Text) *mention {
	s := t.Markdown
	if !namesArea(s) || b.namesOwn(s) {
		return nil
	}
	sentences := evidence.SplitOf(s)
	for _, m := range authorities().FindAllStringSubmatchIndex(s, -1) {
		if !b.isOwn(s[m[2]:m[3]]) && !partOfName(s, m[0]) && !related().MatchString(sentences.At(m[0])) && !isLed(s, m[0]) {
			return &mention{m[0], s[m[0]:m[1]]}
		}
	}
	return nil
}

// ofOthers reports whether a sentence is about another authority: it names one, and
// neither its own, nor a place of its, nor us.
func (b *bodies) ofOthers(words string) bool {
	if !namesArea(words) || b.namesOwn(words) || ourselves().MatchString(words) {
		return false
	}
	return slices.ContainsFunc(areaWords(), func(n string) bool {
		i := strings.Index(words, n)
		return i >= 0 && wholeWord(words, n) && !b.isOwn(n) && !partOfName(words, i)
	})
}

var ourselves = lazyregexp.Lazy(`(?i)\b(?:we|us|our|the (?:board|partnership|authority))\b`)

// isLed reports whether what is right before an offset leads to the name there for a
// reason.
func isLed(s string, at int) bool { return leads().MatchString(s[max(0, at-longestLead):at]) }

// longestLead is how many bytes words that lead to a name have at most.
const longestLead = 80

// partOfName reports whether the word before an offset makes the name another:
// "East" before "Lothian".
func partOfName(s string, at int) bool {
	before := strings.TrimRight(s[max(0, at-longestLead):at], " ")
	word := before[strings.LastIndexAny(before, " \n")+1:]
	return slices.Contains([]string{"North", "South", "East", "West", "NHS"}, word)
}

func (b *bodies) isOwn(area string) bool {
	canonical, _, _ := indicators.CanonicalArea(area)
	return canonical == b.own || slices.ContainsFunc(b.names, func(n string) bool { return strings.Contains(n, plainName(area)) })
}

// namesOwn reports whether a text names the authority, a partner or a place of its.
func (b *bodies) namesOwn(s string) bool {
	if strings.Contains(s, "{{") && ownReference().MatchString(s) {
		return true
	}
	small := strings.ToLower(strings.ReplaceAll(s, "&", "and"))
	return slices.ContainsFunc(b.names, func(n string) bool { return strings.Contains(small, n) })
}

var ownReference = lazyregexp.Lazy(`\{\{\s*(?:authority|locality|population)\b`)

// otherAuthorityRules find answers that are another authority's.
func otherAuthorityRules() []Rule {
	return perAnswer(func(requirement, citation string) Rule {
		return Rule{
			ID:       "other-authority",
			Title:    "The answer isn't another authority's",
			Level:    Statutory,
			Citation: citation,
			Why:      "A text that was copied from another authority's report says what somebody else did. It is reported where a text names another authority, gives no reason to, and names neither its own authority nor one of its places.",
			Blind:    "Another authority's account of " + answersReport(requirement) + " that names no area, or in which the names were changed.",
			Check: func(r *project.Project, p *Pass) {
				b := p.reading.bodies()
				for _, a := range p.reading.answers() {
					if a.requirement != requirement {
						continue
					}
					if m := b.others(a.text); m != nil {
						p.add(Finding{Position: a.text.At(m.offset), Found: fmt.Sprintf("%s is another authority's: it names %s", a.what, m.name),
							Wanted: citation + " wants what this authority did", Hint: "write what " + r.Config.Authority.Name + " did",
							Related: authorityPlace(r)})
					}
				}
			},
		}
	})
}

func authorityPlace(r *project.Project) []source.Related {
	pos := r.Config.PositionOf("authority.name")
	if pos.IsZero() {
		return nil
	}
	return []source.Related{{Position: pos, Message: "the authority that reports"}}
}

// otherAreaRules find other areas in any text.
var otherAreaRules = []Rule{{
	ID:       "R0-other-area",
	Title:    "A text doesn't speak of another area without a reason",
	Level:    Advice,
	Citation: act + ", section 42(2): the report is of the authority's own functions",
	Why:      "Texts are passed between authorities, and a name that was left standing shows that a sentence may not be true here.",
	Blind:    "Areas that are named for a reason that a machine can't see, and places inside another area.",
	Check:    checkOtherAreas,
}}

func checkOtherAreas(r *project.Project, p *Pass) {
	b := p.reading.bodies()
	r.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		if !namesArea(t.Markdown) || !says(*t) {
			return
		}
		s := t.Markdown
		sentences := evidence.SplitOf(s)
		reported := map[string]bool{}
		referred := areasReferred(*t)
		for _, find := range []func() *lazyregexp.Regexp{authorities, areaNames} {
			for _, m := range find().FindAllStringSubmatchIndex(s, -1) {
				area := s[m[2]:m[3]]
				canonical, _, _ := indicators.CanonicalArea(area)
				if reported[area] || slices.Contains(referred, canonical) || b.isOwn(area) || partOfName(s, m[2]) || followedByName(s, m[3]) ||
					related().MatchString(sentences.At(m[0])) || isLed(s, m[0]) {
					continue
				}
				reported[area] = true
				p.add(Finding{Position: t.At(m[2]), Found: fmt.Sprintf("the text speaks of %s, which isn't this authority's area", area),
					Hint: "write what is true here, or say why the other area is named", Related: authorityPlace(r)})
			}
		}
	})
}

// areasReferred are the areas whose data a text's references give: its words name them for
// that.
func areasReferred(t yamlpos.Text) (areas []string) {
	if !strings.Contains(t.Markdown, "{{") {
		return nil
	}
	references, _ := reference.Parse(t) // loading reports its problems
	for _, ref := range references {
		for _, a := range ref.Args {
			if area, known, _ := indicators.CanonicalArea(a.Value); known && a.Name == "area" {
				areas = append(areas, area)
			}
		}
	}
	return areas
}

// followedByName reports whether a name goes on after the offset: "Fife Street".
func followedByName(s string, at int) bool {
	rest := strings.TrimPrefix(s[at:], " ")
	return rest != s[at:] && rest != "" && rest[0] >= 'A' && rest[0] <= 'Z' && !authorityWord().MatchString(rest)
}

var authorityWord = lazyregexp.Lazy(`^(?:Integration|IJB|Health|HSCP|Partnership|City|Islands?|Council)\b`)
