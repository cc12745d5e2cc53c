package reference

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"apr/internal/document"
	"apr/internal/source"
)

// Names of the functions that stand for places of the report and not for data: a table
// of the author's own is put in one's place, and the other leads to a table, figure or
// heading.
const (
	PlaceTable = "table"
	PlaceRef   = "ref"
)

// IsPlace reports whether a function stands for a place of the report.
func IsPlace(name string) bool { return name == PlaceTable || name == PlaceRef }

// Places are those functions, for the documentation.
func Places() []Function { return slices.Clone(places()) }

var places = sync.OnceValue(func() []Function {
	return []Function{
		{Name: PlaceTable, Arguments: []string{"ID"}, Required: 1,
			Meaning: "a table of your own, by its id under tables in apr.yaml, on a line by itself",
			Example: `{{ table "grades" }}`, Result: "the table", eval: (*evaluation).table},
		{Name: PlaceRef, Arguments: []string{"ID"}, Required: 1,
			Meaning: `a link to a table ("table 12"), a figure ("figure 3") or a heading (its words), by the id of the table, the anchor that is written behind the heading or caption, as in "## Workforce {#workforce}", the indicator or local measure of a chart, or the name that structure has for a part of the report`,
			Example: `{{ ref "grades" }}`, Result: "table 12", eval: (*evaluation).refer},
	}
})

// Target is what references of texts may lead to.
type Target struct {
	ID   string
	Kind TargetKind
	// Title is its caption or heading.
	Title string
	// Position is where its id is given; zero for one that wasn't given by the author.
	Position source.Position
	// Awaiting is true where a draft may be without it: the text that has it is still
	// last year's, or it is drawn from data.
	Awaiting bool
}

// TargetKind says what a target is.
type TargetKind string

// Kinds of targets: a table under tables of apr.yaml, a heading and the caption of a
// table in a text, the chart of an indicator or a measure, a part of the report.
const (
	TargetTable   TargetKind = "table"
	TargetHeading TargetKind = "heading"
	TargetCaption TargetKind = "caption"
	TargetFigure  TargetKind = "figure"
	TargetPart    TargetKind = "part"
)

// table is what stands for a table where it can't be shown, as in a text in Word.
func (e *evaluation) table() (document.Datum, *source.Problem) {
	t, p := e.target(func(t Target) bool { return t.Kind == TargetTable })
	if p != nil {
		if known, ok := find(e.data.Targets(), e.arg(0)); ok {
			p.Message, p.Hint = fmt.Sprintf("%q is a %s and no table under tables in apr.yaml", e.arg(0), known.Kind), fmt.Sprintf("write {{ ref %q }} to name it", e.arg(0))
		}
		return document.Datum{}, p
	}
	return document.Datum{Display: "[Table: " + t.Title + "]"}, nil
}

// refer is what stands for a reference where there are no numbers yet.
func (e *evaluation) refer() (document.Datum, *source.Problem) {
	t, p := e.target(func(Target) bool { return true })
	if p != nil {
		return document.Datum{}, p
	}
	switch t.Kind {
	case TargetTable, TargetCaption:
		return document.Datum{Display: "[table: " + t.Title + "]"}, nil
	case TargetFigure:
		return document.Datum{Display: "[figure: " + t.Title + "]"}, nil
	}
	return document.Datum{Display: t.Title}, nil
}

func find(targets []Target, id string) (Target, bool) {
	i := slices.IndexFunc(targets, func(t Target) bool { return t.ID == id })
	if i < 0 {
		return Target{}, false
	}
	return targets[i], true
}

// target is the target that the argument names, of a kind that is meant.
func (e *evaluation) target(meant func(Target) bool) (Target, *source.Problem) {
	if t, ok := find(e.data.Targets(), e.arg(0)); ok && meant(t) {
		return t, nil
	}
	of := slices.DeleteFunc(slices.Clone(e.data.Targets()), func(t Target) bool { return !meant(t) })
	what := "the report has nothing to refer to"
	if e.ref.Name == PlaceTable {
		what = "apr.yaml has no table"
	}
	return Target{}, e.unknown(0, NearestTarget(of, e.arg(0)), "%s with the id %q", what, e.arg(0))
}

// NearestTarget is a hint that names the target that was probably meant.
func NearestTarget(targets []Target, id string) string {
	var ids []string
	for _, t := range targets {
		if strings.EqualFold(t.ID, id) {
			return fmt.Sprintf("write %q", t.ID)
		}
		ids = append(ids, t.ID)
	}
	if nearest := source.Nearest(id, ids); nearest != "" {
		return fmt.Sprintf("did you mean %q?", nearest)
	}
	var own []string
	for _, t := range targets {
		if !t.Position.IsZero() {
			own = append(own, t.ID)
		}
	}
	if len(own) == 0 {
		return `give it one: id: under tables in apr.yaml, or {#…} behind a heading or caption`
	}
	return "there are: " + strings.Join(own, ", ")
}
