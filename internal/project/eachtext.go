package project

import (
	"reflect"
	"strings"

	"apr/internal/yamlpos"
)

// narrativeFile is one file of the narrative and the field it fills.
type narrativeFile struct {
	name  string
	value reflect.Value
}

// files are the narrative's files in order of the report.
func (n *Narrative) files() []narrativeFile {
	v := reflect.ValueOf(n).Elem()
	var files []narrativeFile
	for i := range v.NumField() {
		if name := v.Type().Field(i).Tag.Get("file"); name != "" {
			files = append(files, narrativeFile{name, v.Field(i)})
		}
	}
	return files
}

// NarrativeFiles are the names that a file of the narrative folder may have,
// in order of the report.
func NarrativeFiles() []string {
	var names []string
	for _, f := range new(Narrative).files() {
		names = append(names, f.name)
	}
	return names
}

// EachText calls f with every text that the narrative has, in order of the
// report. The name is the file's, without its extension, and the path of the
// text in it: "regulation-3.outcomes[0].assessment". f may change the text.
func (n *Narrative) EachText(f func(name string, t *yamlpos.Text)) {
	for _, file := range n.files() {
		yamlpos.EachText(strings.TrimSuffix(file.name, ".yaml"), file.value, f)
	}
}
