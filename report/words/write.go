package words

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"apr/internal/atomicwrite"
	"apr/internal/project"
	"apr/internal/yamlpos"
)

// Wrote says what was written: the names of texts, those that were left, and whether people.yaml says of
// some of those written that they are drafts again.
type Wrote struct {
	Texts     []string
	Left      []string // texts in conflict, and those that can't be taken over
	Redrafted bool
}

// Write puts what came back into the project's files, all of it or nothing: the texts
// that changed without a conflict, or of those the ones that keys name. A text with which
// the project couldn't be built is left. Of a text that was agreed people.yaml says again
// that it is a draft.
func Write(r *project.Project, texts []Text, keys []string) (Wrote, error) {
	var w Wrote
	files := map[string][]byte{}
	for _, t := range texts {
		if t.State == Conflict && wanted(keys, t.Key) {
			w.Left = append(w.Left, t.Key)
		}
		if !t.merged || t.State == Unchanged || !wanted(keys, t.Key) {
			continue
		}
		if len(t.Refused) > 0 {
			w.Left = append(w.Left, t.Key)
			continue
		}
		data, known := files[t.written.File]
		if !known {
			var err error
			if data, err = r.ReadInput(t.written.File); err != nil {
				return Wrote{}, err
			}
		}
		data, err := yamlpos.Replace(t.written.File, data, t.written.Path, t.Markdown)
		if err != nil {
			return Wrote{}, fmt.Errorf("writing %s: %w", t.Key, err)
		}
		files[t.written.File] = data
		maps.Copy(files, t.pictures)
		w.Texts = append(w.Texts, t.Key)
	}
	if len(files) == 0 {
		return w, nil
	}
	// What was agreed is agreed no more in other words.
	people, err := r.Redraft(w.Texts)
	if err != nil {
		return Wrote{}, err
	}
	if people != nil {
		files[project.PeopleFile], w.Redrafted = people, true
	}
	var out []atomicwrite.File
	for _, name := range slices.Sorted(maps.Keys(files)) {
		out = append(out, atomicwrite.File{Name: name, Data: files[name]})
	}
	if _, err := atomicwrite.Files(cmp.Or(r.Dir, "."), out); err != nil {
		return Wrote{}, err
	}
	return w, nil
}

func wanted(keys []string, name string) bool {
	return len(keys) == 0 || slices.ContainsFunc(keys, func(k string) bool { return Names(k, name) })
}
