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

// Write puts what came back into the project's files, all of it or nothing: the texts
// that changed without a conflict, or of those the ones that keys name. Of a text that was
// agreed people.yaml says again that it is a draft. It returns the names of the texts that
// were written.
func Write(r *project.Project, texts []Text, keys []string) ([]string, error) {
	files := map[string][]byte{}
	var names []string
	for _, t := range texts {
		if t.State != Changed && t.State != Both && t.State != Conflict || t.Markdown == "" || !wanted(keys, t.Key) {
			continue
		}
		data, known := files[t.written.File]
		if !known {
			var err error
			if data, err = r.ReadInput(t.written.File); err != nil {
				return nil, err
			}
		}
		data, err := yamlpos.Replace(t.written.File, data, t.written.Path, t.Markdown)
		if err != nil {
			return nil, fmt.Errorf("writing %s: %w", t.Key, err)
		}
		files[t.written.File] = data
		maps.Copy(files, t.pictures)
		names = append(names, t.Key)
	}
	if len(files) == 0 {
		return nil, nil
	}
	// What was agreed is agreed no more in other words.
	people, err := r.Redraft(names)
	if err != nil {
		return nil, err
	}
	if people != nil {
		files[project.PeopleFile] = people
	}
	var out []atomicwrite.File
	for _, name := range slices.Sorted(maps.Keys(files)) {
		out = append(out, atomicwrite.File{Name: name, Data: files[name]})
	}
	_, err = atomicwrite.Files(cmp.Or(r.Dir, "."), out)
	return names, err
}

func wanted(keys []string, name string) bool {
	return len(keys) == 0 || slices.ContainsFunc(keys, func(k string) bool { return Names(k, name) })
}
