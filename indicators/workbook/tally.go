package workbook

import (
	"cmp"
	"fmt"
	"strings"

	"apr/indicators"
	"apr/internal/source"
	"apr/internal/wording"
)

// maxGroups is how many problems of one code are reported one by one; the rest are
// counted. maxRelated is how many further places a problem names.
const (
	maxGroups  = 12
	maxRelated = 4
)

// tally collects what is wrong row by row and says it group by group, so that
// a defect in thousands of rows is one problem with its first places.
type tally struct {
	groups map[string]*group
	order  []*group
}

type group struct {
	code, message, hint string
	misspelt            string // the name of an area, for a hint to the nearest
	count               int
	places              []source.Related
}

// add counts one occurrence of a problem. Message is what is wrong, for the
// group as a whole; occurrences with an equal code and message are one group.
// Detail is what is particular about this one, or "".
func (t *tally) add(code string, at source.Position, message, detail, hint string) *group {
	if t.groups == nil {
		t.groups = map[string]*group{}
	}
	key := code + "\x00" + message
	g := t.groups[key]
	if g == nil {
		g = &group{code: code, message: message, hint: hint}
		t.groups[key] = g
		t.order = append(t.order, g)
	}
	g.count++
	if len(g.places) <= maxRelated {
		g.places = append(g.places, source.Related{Position: at, Message: cmp.Or(detail, "here too")})
	}
	return g
}

// problems are the groups by position, at most maxGroups of a code.
func (t *tally) problems() []*source.Problem {
	byCode := map[string][]*group{}
	for _, g := range t.order {
		byCode[g.code] = append(byCode[g.code], g)
	}
	var list source.Problems
	for _, groups := range byCode {
		shown := groups
		if len(groups) > maxGroups {
			shown = groups[:maxGroups-1]
			list.Add(restOf(groups[maxGroups-1:]))
		}
		for _, g := range shown {
			list.Add(g.problem())
		}
	}
	return list.List()
}

func (g *group) problem() *source.Problem {
	return &source.Problem{
		Code: g.code, Position: g.places[0].Position, Message: g.text(), Hint: g.advice(), Related: g.places[1:],
	}
}

// advice is the hint. To look for the nearest area takes long where thousands are
// misspelt, and a few of them are reported.
func (g *group) advice() string {
	if g.misspelt != "" {
		return source.DidYouMean(g.misspelt, indicators.Areas())
	}
	return g.hint
}

// text is the message with the first occurrence's detail and the count.
func (g *group) text() string {
	text := g.message
	if detail := g.places[0].Message; detail != "here too" {
		text += ": " + detail
	}
	if g.count > 1 {
		text += fmt.Sprintf(" (and %s)", wording.Count(g.count-1, "more row"))
	}
	return text
}

// restOf reports in one problem what would be too many.
func restOf(groups []*group) *source.Problem {
	rows := 0
	p := &source.Problem{Code: groups[0].code, Position: groups[0].places[0].Position, Hint: groups[0].advice()}
	for _, g := range groups {
		rows += g.count
	}
	p.Message = fmt.Sprintf("%s; and %s of this kind, %s in all",
		groups[0].message, wording.Count(len(groups)-1, "more problem"), wording.Count(rows, "row"))
	for _, g := range groups[1:min(len(groups), maxRelated+1)] {
		p.Related = append(p.Related, source.Related{Position: g.places[0].Position, Message: g.message})
	}
	return p
}

// listed is a list in words, cut after limit items: "a, b and 3 more".
func listed(items []string, limit int) string {
	switch n := len(items); {
	case n == 0:
		return ""
	case n == 1:
		return items[0]
	case n <= limit:
		return strings.Join(items[:n-1], ", ") + " and " + items[n-1]
	default:
		return fmt.Sprintf("%s and %d more", strings.Join(items[:limit], ", "), n-limit)
	}
}
