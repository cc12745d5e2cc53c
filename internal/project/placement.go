package project

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"apr/indicators"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// Placement is where each part of the report is printed: as structure says, or in
// apr's order.
type Placement struct {
	// Chapters are the report's, in order.
	Chapters []Chapter
	// LeftOut are the parts that are owed and that no chapter holds.
	LeftOut []Part
	// Twice are the things that structure names a second time. They are printed where
	// they are named first.
	Twice []PlacedTwice
	// Unknown are names of structure that the report has nothing for.
	Unknown []UnknownPart

	measures []string
	tables   []string
	parts    map[string]Part
	named    map[string]source.Position
}

// PlacedTwice is something that structure names a second time.
type PlacedTwice struct {
	Name          string
	First, Second source.Position
}

// UnknownPart is a name of structure that the report has nothing for. Hint says what was
// probably meant.
type UnknownPart struct {
	Name, Hint string
	// IsPart is true of a part, and not of a table or a measure.
	IsPart   bool
	Position source.Position
}

// Placement is where each part is printed. It isn't to be changed.
func (r *Project) Placement() *Placement {
	if r.placed == nil { // a report that wasn't loaded
		return r.place()
	}
	return r.placed.of(r)
}

// keptPlacement is a report's placement while its parts are the same: the rules and the
// document ask for it.
type keptPlacement struct {
	mu        sync.Mutex
	from      [5]any // the parts it was made from
	placement *Placement
}

func (k *keptPlacement) of(r *Project) *Placement {
	k.mu.Lock()
	defer k.mu.Unlock()
	parts := [5]any{r.Config, r.Narrative, r.Framework, r.Account, r.Indicators}
	if k.placement == nil || k.from != parts {
		k.from, k.placement = parts, r.place()
	}
	return k.placement
}

// place works out where each part is printed.
func (r *Project) place() *Placement {
	p := &Placement{parts: map[string]Part{}, named: map[string]source.Position{}}
	if r.Framework != nil {
		for _, m := range r.Framework.Measures {
			p.measures = append(p.measures, m.ID)
		}
	}
	for _, t := range r.Config.Tables {
		p.tables = append(p.tables, t.ID)
	}
	all := r.Parts()
	for _, part := range all {
		p.parts[part.Name] = part
	}
	if len(r.Config.Structure) == 0 {
		for _, part := range all {
			if part.Within == "" {
				p.Chapters = append(p.Chapters, Chapter{Part: part.Name})
			}
		}
		return p
	}
	for _, c := range r.Config.Structure {
		p.Chapters = append(p.Chapters, p.chapter(c))
	}
	// Where the figures come from, and where each regulation is met, close every report.
	for _, name := range []string{PartReport, PartProvisions} {
		if _, named := p.named[name]; !named {
			p.Chapters = append(p.Chapters, Chapter{Part: name})
			p.named[name] = source.Position{}
		}
	}
	for _, part := range all {
		if part.Owed && !p.printed(part.Name) {
			p.LeftOut = append(p.LeftOut, part)
		}
	}
	return p
}

// chapter is a chapter without what stands elsewhere already.
func (p *Placement) chapter(c Chapter) Chapter {
	if c.Part != "" && !p.place(c.Part, c.Position) {
		c.Part = ""
	}
	var held []Held
	for _, h := range c.Holds {
		if h = p.held(h); !h.empty() {
			held = append(held, h)
		}
	}
	c.Holds = held
	return c
}

func (p *Placement) held(h Held) Held {
	if name := h.PartName(); name != "" {
		if !p.place(name, h.Position) {
			return Held{}
		}
		return h
	}
	if id := strings.TrimSpace(h.Table); id != "" {
		return p.table(id, h)
	}
	for _, id := range h.Measures {
		if !slices.Contains(p.measures, id) {
			p.Unknown = append(p.Unknown, UnknownPart{fmt.Sprintf("local measure %q", id), source.DidYouMean(id, p.measures), false, h.Position})
		}
	}
	once := func(kind string, ids []string) []string {
		var kept []string
		for _, id := range ids {
			if p.first(kind+id, h.Position) {
				kept = append(kept, id)
			}
		}
		return kept
	}
	h.Indicators, h.Measures = once(heldIndicator, h.Indicators), once(heldMeasure, h.Measures)
	return h
}

// table is a chapter's table, unless it stands elsewhere already, which R0-tables says.
func (p *Placement) table(id string, h Held) Held {
	if !slices.Contains(p.tables, id) {
		p.Unknown = append(p.Unknown, UnknownPart{fmt.Sprintf("table %q", id), source.DidYouMean(id, p.tables), false, h.Position})
		return Held{}
	}
	name := heldTable + id
	if _, twice := p.named[name]; twice {
		return Held{}
	}
	p.named[name] = h.Position
	return h
}

// place reports whether there is a part of this name that isn't placed yet.
func (p *Placement) place(name string, at source.Position) bool {
	if _, known := p.parts[name]; !known {
		names := slices.Sorted(maps.Keys(p.parts))
		p.Unknown = append(p.Unknown, UnknownPart{quotedPart(name), cmp.Or(source.DidYouMean(name, names), "there are: "+strings.Join(names, ", ")), true, at})
		return false
	}
	return p.first(name, at)
}

// first reports whether a name is new, and notes where it is.
func (p *Placement) first(name string, at source.Position) bool {
	if before, twice := p.named[name]; twice {
		p.Twice = append(p.Twice, PlacedTwice{name, before, at})
		return false
	}
	p.named[name] = at
	return true
}

// printed reports whether a part is printed: it is named, or what it is printed in is.
func (p *Placement) printed(name string) bool {
	for name != "" {
		if _, named := p.named[name]; named {
			return true
		}
		name = p.parts[name].Within
	}
	return false
}

// Elsewhere reports whether structure takes a part out of the one that it is usually
// printed in.
func (p *Placement) Elsewhere(name string) bool {
	_, named := p.named[name]
	return named
}

// Remains reports whether a part that others are printed in has any left to print.
func (p *Placement) Remains(name string) bool {
	for _, part := range p.parts {
		if part.Within == name && part.Owed && !p.Elsewhere(part.Name) {
			return true
		}
	}
	return p.parts[name].Owed
}

// Requirements are the ids of those that a chapter answers, in the law's order.
func (p *Placement) Requirements(c Chapter) []string {
	var ids []string
	for _, h := range c.Holds {
		ids = append(ids, p.Answers(h.PartName())...)
		if len(h.Indicators)+len(h.Measures) > 0 {
			ids = append(ids, "3(a)(ii)")
		}
	}
	return inOrder(ids)
}

// Answers are the ids of the requirements that a part answers with all that is printed in
// it, in the law's order.
func (p *Placement) Answers(name string) (ids []string) {
	for _, part := range p.within(name) {
		ids = append(ids, part.Requirements...)
	}
	return inOrder(ids)
}

// inOrder are requirements in the law's order, each once.
func inOrder(ids []string) []string {
	slices.SortFunc(ids, byProvision)
	return slices.Compact(ids)
}

// byProvision is the law's order: 4(3) is before 10.
func byProvision(a, b string) int {
	number := func(s string) int {
		n, _, _ := strings.Cut(s, "(")
		i, _ := strconv.Atoi(n)
		return i
	}
	return cmp.Or(number(a)-number(b), strings.Compare(a, b))
}

// within is a part with all that is printed in it.
func (p *Placement) within(name string) []Part {
	part, known := p.parts[name]
	if !known {
		return nil
	}
	parts := []Part{part}
	for _, other := range p.parts {
		if other.Within == name && !p.Elsewhere(other.Name) {
			parts = append(parts, p.within(other.Name)...)
		}
	}
	return parts
}

// PartName is the part that a chapter holds; "" where it holds indicators or measures.
func (h Held) PartName() string {
	switch {
	case h.Part != "":
		return strings.TrimSpace(h.Part)
	case h.Outcome != 0:
		return OutcomePart(h.Outcome)
	case h.Principle != "":
		return PrinciplePart(h.Principle)
	case h.Locality != "":
		return LocalityPart(h.Locality)
	case h.Section+h.Text != "":
		return SectionPart(cmp.Or(h.Section, h.Text))
	case h.CaseStudy != "":
		return CaseStudyPart(h.CaseStudy)
	}
	return ""
}

func (h Held) empty() bool {
	return h.PartName() == "" && h.Table == "" && len(h.Indicators)+len(h.Measures) == 0
}

// given counts the keys that an entry gives.
func (h Held) given() int {
	n := 0
	for _, there := range []bool{h.Part != "", h.Outcome != 0, h.Principle != "", h.Locality != "", h.Section != "", h.Text != "",
		h.CaseStudy != "", h.Indicators != nil, h.Measures != nil, h.Table != ""} {
		if there {
			n++
		}
	}
	return n
}

// structure checks the shape of structure. Whether the report has what it names is
// reported by the rules.
func (c *configChecker) structure() {
	var titles []string
	for i, chapter := range c.config.Structure {
		path := yamlpos.Item("structure", i)
		titles = append(titles, wording.OneLine(chapter.Chapter+chapter.Appendix))
		c.chapter(path, chapter)
		for j, h := range chapter.Holds {
			c.held(yamlpos.Item(path+".holds", j), h)
		}
	}
	c.once("structure", "the chapter", titles)
}

const chapterHint = "write part: glance for a chapter of apr's, or chapter: (or appendix:) with its title and holds:"

// chapter checks an entry of structure by itself.
func (c *configChecker) chapter(path string, ch Chapter) {
	given := 0
	for _, s := range []string{ch.Part, ch.Chapter, ch.Appendix} {
		if strings.TrimSpace(s) != "" {
			given++
		}
	}
	switch {
	case given != 1:
		c.add("unknown-value", path, chapterHint, "an entry of structure has one of part, chapter and appendix; this has %s", countWord(given))
	case ch.Part != "" && len(ch.Holds) > 0:
		c.add("unknown-value", path+".holds", chapterHint, "part: %s holds what it always does", ch.Part)
	case ch.Part == "" && len(ch.Holds) == 0:
		c.add("missing-key", path, "name under holds: what the chapter holds, such as - outcome: 1", "%q holds nothing", ch.Chapter+ch.Appendix)
	}
}

func (c *configChecker) held(path string, h Held) {
	if n := h.given(); n != 1 {
		c.add("unknown-value", path, "give each thing an entry of its own, such as - outcome: 1", "an entry of holds has one key; this has %s", countWord(n))
	}
	for i, id := range h.Indicators {
		if _, ok := indicators.ByID(indicators.ID(id)); !ok {
			c.add("unknown-value", yamlpos.Item(path+".indicators", i), reference.IndicatorHint(id), "%q is not an indicator of the core suite", id)
		}
	}
}

// quotedPart is a part's name with its argument in quotation marks.
func quotedPart(name string) string {
	if kind, _, which := kindOf(name); kind != "" {
		return fmt.Sprintf("%s%q", kind, which)
	}
	return fmt.Sprintf("part %q", name)
}

func countWord(n int) string {
	if n == 0 {
		return "none"
	}
	return fmt.Sprint(n)
}
