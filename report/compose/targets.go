package compose

import (
	"slices"
	"strings"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project"
)

// targetCell is the whole area's target of a period, or that there is none.
func (b *builder) targetCell(m *project.LocalMeasure, p *measures.Point) document.Cell {
	if target := p.TargetOr(m.Terms); target != nil {
		return b.targetDatum(m, p.Period, *target)
	}
	return cell("none")
}

// localTargetCell is a locality's target of a period, or that there is none.
func localTargetCell(m *project.LocalMeasure, p *measures.Point) document.Cell {
	if target := p.TargetOr(m.LocalTerms()); target != nil {
		return cell(m.Format(*target))
	}
	return cell("none")
}

// targets are the lists of performance targets of the framework.
func (b *builder) targets() *document.Section {
	s := b.section(2, "Performance targets")
	b.say(s, b.report.Config.Wording.Targets, "The performance targets for integration functions and for other functions are prepared and reviewed each year.")
	for _, kind := range []project.FunctionKind{project.Integration, project.NonIntegration} {
		s.Blocks = append(s.Blocks, b.targetList(kind))
	}
	return s
}

// targetList is the targets of a kind's measures. Measures that the table of the years
// has are named by their ids.
func (b *builder) targetList(kind project.FunctionKind) document.Block {
	words := targetWords[kind]
	caption := b.words(words.caption)
	if b.overYears != nil {
		caption = b.words("{caption}; table {number} has the measures' titles", caption, b.overYears.Number)
	}
	t := b.table(caption,
		column("Measure", document.Left, 3), column("Target", document.Right, 1), column("Amber within", document.Left, 1.1),
		column("Rating and trend", document.Left, 1.2), column("Owner role", document.Left, 1.8), column("Priorities and Directions", document.Left, 2))
	for _, m := range b.report.Framework.Measures {
		if m.Function != kind {
			continue
		}
		p := &measures.Point{}
		if m.Whole.Newest != nil {
			p = m.Whole.Newest
		}
		name := measureCell(m)
		if b.overYears != nil && hasRow(b.overYears, m) {
			name = cell(m.ID)
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			name, b.targetCell(m, p), cell(b.withinWords(m, p)), b.ratingAndTrend(m), cell(orNone(m.Owner)),
			cell(orNone(b.joined(", ", slices.Concat(m.Priorities, m.Directions)...))),
		}})
	}
	if len(t.Rows) == 0 {
		b.tables-- // a table that isn't printed isn't counted
		return b.paragraph(words.none)
	}
	return t
}

// targetWords are the caption of a kind's targets, and that there are none.
var targetWords = map[project.FunctionKind]struct{ caption, none string }{
	project.Integration:    {"Performance targets: integration functions", "No measure is of integration functions."},
	project.NonIntegration: {"Performance targets: non-integration functions", "No measure is of non-integration functions."},
}

// hasRow reports whether a table of measures has one.
func hasRow(t *document.Table, m *project.LocalMeasure) bool {
	return slices.ContainsFunc(t.Rows, func(r document.Row) bool {
		return strings.HasPrefix(r.Cells[0].Content.String(), measureName(m))
	})
}

// ratingAndTrend is a measure's rating, and how its newest value moved.
func (b *builder) ratingAndTrend(m *project.LocalMeasure) document.Cell {
	c, a := ratingCell(m.Whole.Rating), m.Whole
	switch {
	case a.Before == nil:
	case a.Before.Period.Months == period.FullYear: // its value stands in the table of the years
		c.Content = append(c.Content, &document.Text{Text: "; "}, &document.Text{Text: string(a.Direction)})
	default:
		c.Content = append(append(c.Content, &document.Text{Text: "; "}), b.trendCell(m, "", a).Content...)
	}
	return c
}

// withinWords is a measure's tolerance where it has a target.
func (b *builder) withinWords(m *project.LocalMeasure, p *measures.Point) string {
	t := p.ToleranceOr(m.Terms)
	switch {
	case p.TargetOr(m.Terms) == nil || t == nil:
		return "–"
	case t.Percent:
		return b.words("{percent} of the target", t.String())
	}
	return t.String()
}
