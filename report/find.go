package report

import (
	"bytes"
	"path"

	"apr/internal/source"
)

// Find is where a text first stands in apr.yaml or the narrative, for what knows
// its words and not their place; ok is false where it stands in neither, because
// it is written with escapes, say, or comes from the data.
func (r *Report) Find(text string) (at source.Position, ok bool) {
	for _, in := range r.Inputs {
		if path.Ext(in.File) != ".yaml" || text == "" {
			continue
		}
		data, err := r.ReadInput(in.File)
		if err != nil {
			continue
		}
		f := newYAMLFile(in.File, data)
		i := bytes.Index(f.data, []byte(text))
		if i < 0 {
			continue
		}
		line := 1
		for line < len(f.lines) && f.lines[line] <= i {
			line++
		}
		return f.at(line, 1+len([]rune(string(f.data[f.lines[line-1]:i])))), true
	}
	return at, false
}
