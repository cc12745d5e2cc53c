// Package facts has what the words of a report are held against, and says whether it bears a statement out.
//
// Of makes Facts from a project: it and the files whose names end with facts know projects. things.go has what
// a sentence can be about and its figures, names.go (with synonyms.go, furthernames.go and spoken.go) how people call
// it, and definition.go the ages and times of its definition. quantity.go is a figure as it is written.
// entailment.go, changes.go, rank.go, gaps.go and family.go hold a statement that is understood against the facts, in exact
// arithmetic; lookup.go finds what else a figure may be.
package facts

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
)

// Of lowers a project to what its words are held against. It and the files next to it
// whose names end with facts alone know projects.
func Of(r *project.Project) *Facts {
	p := r.Config
	f := &Facts{Year: int(p.Year), First: int(period.Window(max(p.Year, period.First))[0])}
	l := lowering{f, r}
	l.areas()
	if r.Indicators != nil {
		l.indicators(r.Indicators, r.Workbook)
	}
	if r.Account != nil {
		l.account(r.Account)
	}
	if r.Framework != nil {
		for _, m := range r.Framework.Measures {
			if value, _ := m.UnitMisfit(); value != nil {
				continue // a finding of its own, and no text is wrong for it
			}
			l.measure(m)
		}
	}
	l.people()
	l.tallies()
	l.ages()
	if r.Narrative != nil {
		l.counts(r.Narrative)
		l.graded(r.Narrative)
		for _, s := range r.Narrative.Opening.SignedBy {
			f.Signatories = append(f.Signatories, Signatory{s.Name, s.Role})
		}
		f.LocalityTexts = map[string]string{}
		for i, t := range r.Narrative.Reg6.Localities {
			f.LocalityTexts[fmt.Sprintf("regulation-6.localities[%d].", i)] = t.Locality
		}
	}
	l.names()
	return f
}

// names adds the authority's own names of things.
func (l lowering) names() {
	p := l.report.Config
	for _, id := range slices.Sorted(maps.Keys(p.Names)) {
		t := l.called(id)
		if t == nil {
			var ids []string
			for _, t := range l.Things {
				ids = append(ids, idOf(t))
			}
			l.Unknown = append(l.Unknown, Misnamed{id, source.DidYouMean(id, ids), p.PositionOf("names." + id)})
			continue
		}
		for _, name := range p.Names[id] {
			t.Names = append(t.Names, strings.Join(WordsOf(name), " "))
			t.Vocabulary = append(t.Vocabulary, WordsOf(name)...)
		}
	}
}

// idOf is what an author calls a thing by.
func idOf(t *Thing) string {
	if _, name, found := strings.Cut(t.ID, ":"); found {
		return name
	}
	return t.ID
}

// called is the thing with an id as apr.yaml has it, or nil.
func (l lowering) called(id string) *Thing {
	for _, t := range l.Things {
		if strings.EqualFold(t.ID, id) || strings.EqualFold(idOf(t), id) || strings.EqualFold(t.Title, id) {
			return t
		}
	}
	return nil
}

// lowering is a project being lowered.
type lowering struct {
	*Facts
	report *project.Project
}

// areas are the names of places: the authority's own, its localities', and those
// of the other authorities.
func (l lowering) areas() {
	a := l.report.Config.Authority
	name := func(area string, names ...string) {
		for _, n := range names {
			if n != "" {
				l.Areas = append(l.Areas, AreaName{area, n})
			}
		}
	}
	mine, _, known := indicators.FindAuthority(a.Name)
	l.Authority = a.Area
	if known && l.Authority == "" {
		l.Authority = mine.Area
	}
	if l.Authority == "" {
		l.Authority = a.Name
	}
	l.Family = a.Family
	name(Own, a.Area, a.Name)
	if known {
		name(Own, mine.Area, mine.Name, mine.HSCP)
		name(Own, mine.OtherNames...)
	}
	for _, locality := range l.report.Config.Localities {
		name("locality:"+locality.Name, locality.Name, l.shortName(locality.Name), sideName(l.shortName(locality.Name)), ownName(l.shortName(locality.Name)))
	}
	for _, o := range indicators.Authorities() {
		if o.Area == l.Authority || strings.EqualFold(o.Area, a.Area) {
			continue
		}
		name(o.Area, o.Area, o.HSCP)
		name(o.Area, o.OtherNames...)
	}
	l.Vocabulary = append(l.Vocabulary, a.Area, "health and social care partnership", "integration joint board")
}

// sideName is "the northern locality" of what is "the north" for short, "" of other names.
func sideName(short string) string {
	adjective, ok := map[string]string{"the north": "northern", "the south": "southern", "the east": "eastern", "the west": "western", "the coast": "coastal"}[short]
	if !ok {
		return ""
	}
	return "the " + adjective + " locality"
}

// ownName is "our coast" of what is "the coast" for short, "" of other names: "our north" is mostly of something there.
func ownName(short string) string {
	name, ok := strings.CutPrefix(short, "the ")
	if !ok || sideName(short) != "" && name != "coast" {
		return ""
	}
	return "our " + name
}

// shortName is "the coast" for Carrick Coast and "the north" for North Ardenmuir where no
// other locality is called so, "" for a name without such a word.
func (l lowering) shortName(name string) string {
	last := func(name string) string {
		words := WordsOf(name)
		if len(words) > 1 && slices.Contains([]string{"north", "south", "east", "west"}, words[0]) {
			return words[0]
		}
		if len(words) < 2 || !slices.Contains([]string{"coast", "isles", "islands", "glens", "valley"}, words[len(words)-1]) {
			return ""
		}
		return words[len(words)-1]
	}
	word := last(name)
	for _, o := range l.report.Config.Localities {
		if word == "" || o.Name != name && last(o.Name) == word {
			return ""
		}
	}
	return "the " + word
}
