package words

import (
	"cmp"
	"fmt"
	"strings"

	"apr/internal/document"
	"apr/internal/picture"
	"apr/internal/project"
	"apr/internal/project/prose"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/report/render/pdf"
)

// setProblems are what keeps a text from being set in a report: what can't be read of it,
// links that lead nowhere, and letters that no font has.
func (c *comparison) setProblems(t yamlpos.Text) []*source.Problem {
	doc := &document.Document{Fonts: c.project.Fonts}
	doc.Meta.Language = cmp.Or(strings.TrimSpace(c.project.Config.Language), "en-GB")
	id := 0
	anchors := map[string]bool{}
	var links []link
	fragment, problems := prose.Parse(project.Shown(t), prose.Options{
		Level: 2, Within: within(c.w), Evaluate: c.project.Evaluate, ReadPicture: c.readPicture,
		NewNote: func(content document.Inlines) *document.Note {
			id++
			n := &document.Note{Number: id, ID: fmt.Sprint("n", id), Content: content}
			doc.Notes = append(doc.Notes, n)
			return n
		},
		NewID: func(string) string { id++; return fmt.Sprint("i", id) },
		Table: func(string, source.Position) document.Block { return &document.Table{} },
		Refer: func(id string, at source.Position, content document.Inlines, _ bool) document.Inlines {
			if content == nil { // {{ ref }}, which is looked at with the references
				return document.Plain(id)
			}
			links = append(links, link{id, at})
			return content
		},
		Anchor: func(id string) string { anchors[id] = true; return id },
	})
	for _, l := range links {
		if _, known := c.project.Target(l.to); !known && !anchors[l.to] {
			problems = append(problems, &source.Problem{Code: "unknown-link", Position: l.at,
				Message: fmt.Sprintf("a link leads to the bookmark %q, and the report has no place of that id", l.to)})
		}
	}
	if fragment == nil {
		return problems
	}
	doc.Sections = append([]*document.Section{{ID: "text", Level: 1, Blocks: fragment.Blocks}}, fragment.Sections...)
	document.MarkLanguages(doc)
	nowhere := func(string) (source.Position, bool) { return source.Position{}, false }
	return append(problems, pdf.Unprintable(doc, nowhere)...)
}

// link is one to a place of the report.
type link struct {
	to string
	at source.Position
}

// readPicture reads a picture of the project or one that came with the files.
func (c *comparison) readPicture(name string) (picture.Picture, error) {
	if data, isNew := c.pictures[name]; isNew {
		return picture.Read(name, data, picture.InText)
	}
	if data, isNew := c.taker.pictures[name]; isNew {
		return picture.Read(name, data, picture.InText)
	}
	return c.project.ReadPicture(name)
}
