package regs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"apr/internal/project"
	"apr/internal/project/prose"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// ownTableRules are about tables of the author's own, and references between places of
// the report.
var ownTableRules = []Rule{
	{
		ID:       "R0-tables",
		Title:    "Each table of one's own is printed once",
		Level:    Advice,
		Citation: guidanceLayout,
		Why:      "A table that no text and no chapter prints is work that readers don't see; one that two print stands in the first place, and a line in the other leads there.",
		Blind:    "Whether the table stands where readers look for it.",
		Check:    checkOwnTables,
	},
	{
		ID:       "R0-table-source",
		Title:    "Numbers that are typed into a table have a source",
		Level:    Advice,
		Citation: "apr, figures that can be traced",
		Why:      "References say of themselves where they were read. A number that was typed can't be traced, and without a source line nobody knows whom to ask.",
		Blind:    "Whether the source has the numbers.",
		Check:    checkTableSources,
	},
	{
		ID:       "R0-level-references",
		Title:    "What is printed outside of the annual report stands by itself",
		Level:    Advice,
		Citation: "apr, reports of the board and of management, and summary of the report",
		Why:      "The reports of the board and of management print the comments on measures, and the summary its own texts, but none of them has the tables, figures and headings of the annual report that such a text refers to. They name these, and no link leads there.",
		Blind:    "Whether the text makes sense without what it names, and references in texts of the report that the summary prints as well.",
		Check:    checkLevelReferences,
	},
}

func checkOwnTables(r *project.Project, p *Pass) {
	places := r.TablePlaces()
	for i, t := range r.Config.Tables {
		if t.ID == "" {
			continue // loading says so
		}
		switch at := places[t.ID]; len(at) {
		case 0:
			if r.PlacedElsewhere(t.ID) {
				continue
			}
			p.Report(r.Config.PositionOf(yamlpos.Item("tables", i)+".id"), fmt.Sprintf("write {{ table %q }} on a line of a text, or - table: %s under holds of a chapter of structure", t.ID, t.ID),
				"no text and no chapter prints the table %q", t.ID)
		case 1:
		default:
			for _, again := range at[1:] {
				p.add(Finding{Position: again, Found: fmt.Sprintf("the table %q is placed a second time; it is printed in the first place, and here a line leads there", t.ID),
					Hint: fmt.Sprintf("write {{ ref %q }} in a sentence to name it", t.ID), Related: []source.Related{{Position: at[0], Message: "the first"}}})
			}
		}
	}
}

func checkTableSources(r *project.Project, p *Pass) {
	for i := range r.Config.Tables {
		t := &r.Config.Tables[i]
		if strings.TrimSpace(t.Source) != "" {
			continue
		}
		if cell := r.TypedCell(t); cell.Markdown != "" {
			p.add(Finding{Position: cell.Position, Found: fmt.Sprintf("the table %q has numbers that were typed, and no source", t.ID),
				Hint:    `write source: under the table in apr.yaml; or a reference such as {{ value "NI12" "2022/23" }} into the cell`,
				Related: []source.Related{{Position: t.Position, Message: "the table"}}})
		}
	}
}

// checkLevelReferences finds what comments on measures and texts of the summary refer to.
func checkLevelReferences(r *project.Project, p *Pass) {
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		version := "summary"
		if project.IsOfEasyRead(name) {
			version = "Easy Read version"
		} else if !project.IsOfSummary(name) {
			return
		}
		if project.IsLastYears(*t) {
			return
		}
		for _, at := range insideReferences(*t) {
			p.Report(at.position, "name what is meant in the "+version+"'s own words", "the %s refers to %q, which it doesn't print", version, at.id)
		}
	})
	if r.Framework == nil {
		return
	}
	for _, m := range r.Framework.Measures {
		if m.Comment.IsZero() || project.IsLastYears(m.Comment) {
			continue
		}
		for _, at := range insideReferences(m.Comment) {
			p.Report(at.position, "name what is meant in the comment's own words, or keep the reference to the texts of the annual report",
				"the comment on %s refers to %q, which the reports of the board and of management don't print", m.ID, at.id)
		}
	}
}

// insideReference is where a text refers to a place of the report.
type insideReference struct {
	id       string
	position source.Position
}

// insideReferences are the references and links of a text to places of the report.
func insideReferences(t yamlpos.Text) []insideReference {
	var out []insideReference
	references, _ := reference.Parse(t) // loading reports its problems
	for _, ref := range references {
		if ref.Name == reference.PlaceRef && len(ref.Args) == 1 {
			out = append(out, insideReference{ref.Args[0].Value, ref.Position})
		}
	}
	if prose.Bounded(t) != nil || !strings.Contains(t.Markdown, "](#") {
		return out
	}
	p := parsedPassage(t)
	_ = ast.Walk(p.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*ast.Link); ok && entering {
			if id, inside := strings.CutPrefix(string(link.Destination), "#"); inside {
				out = append(out, insideReference{id, p.text.At(p.offset(link))})
			}
		}
		return ast.WalkContinue, nil
	}) // the function doesn't fail
	slices.SortStableFunc(out, func(a, b insideReference) int {
		return a.position.Line - b.position.Line
	})
	return out
}
