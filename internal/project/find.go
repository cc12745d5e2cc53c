package project

import (
	"path"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Find is where a text first is in apr.yaml or the narrative, for what knows
// its words and not their place; ok is false where it is in neither, because
// it is written with escapes, say, or comes from the data.
func (r *Project) Find(text string) (at source.Position, ok bool) {
	for _, in := range r.Inputs() {
		if path.Ext(in.File) != ".yaml" || text == "" {
			continue
		}
		data, err := r.ReadInput(in.File)
		if err != nil {
			continue
		}
		if at, ok := yamlpos.Find(in.File, data, text); ok {
			return at, true
		}
	}
	return at, false
}
