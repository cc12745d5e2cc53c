package project

import (
	"maps"
	"reflect"
	"slices"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// EachString calls f with every string of apr.yaml and the narrative that isn't a text
// of Markdown, such as titles and names, and with where it is.
func (r *Project) EachString(f func(s string, at source.Position)) {
	r.EachPath(func(_, s string, at source.Position) { f(s, at) })
}

// EachPath is EachString with the path of each string in its file, such as
// signed_by[0].name.
func (r *Project) EachPath(f func(path, s string, at source.Position)) {
	yamlpos.EachString("", reflect.ValueOf(r.Config).Elem(), func(path, s string) { f(path, s, r.Config.PositionOf(path)) })
	for _, file := range r.Narrative.files() {
		yamlpos.EachString("", file.value, func(path, s string) { f(path, s, r.Narrative.PositionOf(file.name, path)) })
	}
}

// EachMarkdown calls f with every text of Markdown of the project: those of the
// narrative and of apr.yaml, and the cells of tables.
func (r *Project) EachMarkdown(f func(t yamlpos.Text)) {
	r.Narrative.EachText(func(_ string, t *yamlpos.Text) { f(*t) })
	yamlpos.EachText("", reflect.ValueOf(r.Config).Elem(), func(path string, t *yamlpos.Text) {
		f(*t)
	})
	for _, t := range r.Config.Tables {
		if read := r.tables[t.ID]; read != nil {
			read.EachText(f)
		}
	}
}

// EachCaption calls f with the title and the description of each chart, and the title and
// the note of each table, that apr.yaml gives in the author's words, with its path there.
func (r *Project) EachCaption(f func(path string, t yamlpos.Text)) {
	caption := func(path, text string) {
		if text != "" {
			f(path, yamlpos.NewText(text, r.Config.PositionOf(path)))
		}
	}
	figure := func(path string, t FigureText) {
		caption(path+".title", t.Title)
		caption(path+".alt", t.Alt)
	}
	for _, id := range slices.Sorted(maps.Keys(r.Config.Indicators.Figures)) {
		figure(yamlpos.Join("indicators.figures", id), r.Config.Indicators.Figures[id])
	}
	money := &r.Config.Finance.Figures
	figure("finance.figures.matters", money.Matters)
	figure("finance.figures.matters_by_year", money.MattersByYear)
	figure("finance.figures.variance", money.Variance)
	figure("finance.figures.localities", money.Localities)
	figure("finance.figures.localities_by_year", money.LocalitiesByYear)
	for i, t := range r.Config.Tables {
		caption(yamlpos.Item("tables", i)+".title", t.Title)
		if t.Note.Markdown != "" {
			f(yamlpos.Item("tables", i)+".note", t.Note)
		}
	}
}
