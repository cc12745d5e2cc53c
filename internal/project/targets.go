package project

import (
	"fmt"
	"strings"

	"apr/indicators"
	"apr/internal/project/prose"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Targets are what references and links of texts may lead to: the tables of the author's
// own, headings and captions with an anchor, indicators and local measures for their
// charts, and the parts of the report by the names that structure has for them.
func (r *Project) Targets() []reference.Target { return r.targets }

// target is a target by its id.
func (r *Project) target(id string) (reference.Target, bool) {
	for _, t := range r.targets {
		if t.ID == id {
			return t, true
		}
	}
	return reference.Target{}, false
}

// Target is what an id names; ok is false where that is nothing.
func (r *Project) Target(id string) (t reference.Target, ok bool) { return r.target(id) }

// findTargets collects the targets, and reports ids that name two of them.
func (l *loader) findTargets() {
	r := l.project
	seen := map[string]reference.Target{}
	add := func(t reference.Target) {
		key := strings.ToLower(t.ID)
		if first, twice := seen[key]; twice {
			if !t.Position.IsZero() {
				l.fatal.Add(twiceNamed(t, first))
			}
			return
		}
		seen[key] = t
		r.targets = append(r.targets, t)
	}
	for _, i := range indicators.Catalogue() {
		add(reference.Target{ID: string(i.ID), Kind: reference.TargetFigure, Title: i.Title, Awaiting: true})
	}
	if r.Framework != nil {
		for _, m := range r.Framework.Measures {
			add(reference.Target{ID: m.ID, Kind: reference.TargetFigure, Title: m.Title, Awaiting: true})
		}
	}
	for _, part := range r.Parts() {
		add(reference.Target{ID: part.Name, Kind: reference.TargetPart, Title: part.Name})
	}
	awaiting := r.lastYearsTables()
	for _, t := range r.Config.Tables {
		if t.ID != "" {
			add(reference.Target{ID: t.ID, Kind: reference.TargetTable, Title: t.Title, Position: t.Position, Awaiting: awaiting[t.ID]})
		}
	}
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if IsOfEasyRead(name) { // the annual report has no such place
			return
		}
		for _, a := range prose.Anchors(*t) {
			add(reference.Target{ID: a.ID, Kind: a.Kind, Title: a.Title, Position: a.Position, Awaiting: IsLastYears(*t)})
		}
	})
}

// twiceNamed is the problem that two things have one id.
func twiceNamed(t, first reference.Target) *source.Problem {
	p := &source.Problem{Code: "duplicate-name", Position: t.Position, Message: fmt.Sprintf("the id %q is given twice", t.ID), Hint: "give each an id of its own"}
	switch {
	case !first.Position.IsZero():
		p.Related = []source.Related{{Position: first.Position, Message: "the first"}}
	case first.Kind == reference.TargetPart:
		p.Message = fmt.Sprintf("the id %q is the name of a part of the report", t.ID)
	default:
		p.Message = fmt.Sprintf("the id %q is that of an indicator or local measure", t.ID)
	}
	return p
}
