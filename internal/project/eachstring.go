package project

import (
	"reflect"

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
