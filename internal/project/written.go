package project

import (
	"cmp"
	"fmt"
	"path"
	"reflect"
	"strconv"
	"strings"

	"apr/internal/folder"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Written is a text of the narrative as its file has it, with nothing repaired or left
// out.
type Written struct {
	// Name is as of Narrative.EachText; File is the file's path within the project and
	// Path the text's within the file.
	Name, File, Path string
	// Entry says which entry of a list the text is of by what it is about, such as
	// "outcome=2", wherever in the list it is; "" outside of lists.
	Entry string
	Text  yamlpos.Text
}

// List is the text's place without the number that its entry has in its list:
// "outcomes[].assessment".
func (w Written) List() string {
	var b strings.Builder
	for part := range strings.SplitSeq(w.Name, "[") {
		_, rest, found := strings.Cut(part, "]")
		if !found {
			rest = part
		} else {
			b.WriteString("[]")
		}
		b.WriteString(rest)
	}
	return b.String()
}

// Written are the texts of the narrative as they are written, in order of the report,
// those that are empty too.
func (r *Project) Written() ([]Written, error) {
	n := &Narrative{}
	dir, _ := folder.LocalPath(cmp.Or(r.Config.Narrative, "narrative"))
	var all []Written
	var problems source.Problems
	for _, f := range n.files() {
		if _, there := r.Narrative.positions[f.name]; !there {
			continue
		}
		name := path.Join(dir, f.name)
		data, err := r.ReadInput(name)
		if err != nil {
			return nil, fmt.Errorf("reading the narrative: %w", err)
		}
		var warnings source.Problems
		yamlpos.Decode(name, data, f.value.Addr().Interface(), &problems, &warnings)
		stem := strings.TrimSuffix(f.name, ".yaml")
		yamlpos.EachText("", f.value, func(at string, t *yamlpos.Text) {
			all = append(all, Written{Name: yamlpos.Join(stem, at), File: name, Path: at, Entry: entryOf(f.value, at), Text: *t})
		})
	}
	return all, problems.Err()
}

// entryOf is what the entries of lists on the way to a path are about.
func entryOf(v reflect.Value, at string) string {
	var about []string
	for key := range strings.SplitSeq(at, ".") {
		name, index, isItem := strings.Cut(strings.TrimSuffix(key, "]"), "[")
		if v.Kind() != reflect.Struct {
			break
		}
		if v = fieldNamed(v, name); !v.IsValid() {
			break
		}
		if !isItem || v.Kind() != reflect.Slice {
			continue
		}
		i, err := strconv.Atoi(index)
		if err != nil || i >= v.Len() {
			break
		}
		v = v.Index(i)
		about = append(about, cmp.Or(identity(v), fmt.Sprintf("number=%d", i+1)))
	}
	return strings.Join(about, "; ")
}

func fieldNamed(v reflect.Value, key string) reflect.Value {
	for i := range v.NumField() {
		if name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ","); name == key {
			return v.Field(i)
		}
	}
	return reflect.Value{}
}

// identity is the first of an entry's fields that must be there and isn't a text: the
// number of its outcome, say, or its title. Of an inspection it is all such fields.
func identity(v reflect.Value) string {
	if v.Kind() != reflect.Struct {
		return ""
	}
	var about []string
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if !strings.HasPrefix(f.Tag.Get("jsonschema"), "required") || f.Type == reflect.TypeFor[yamlpos.Text]() {
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		about = append(about, fmt.Sprintf("%s=%v", name, v.Field(i)))
	}
	return strings.Join(about, ", ")
}

// Texts are the narrative's texts, in order of the report.
func (n *Narrative) Texts() []Written {
	var all []Written
	for _, f := range n.files() {
		stem := strings.TrimSuffix(f.name, ".yaml")
		yamlpos.EachText("", f.value, func(at string, t *yamlpos.Text) {
			all = append(all, Written{Name: yamlpos.Join(stem, at), Path: at, Entry: entryOf(f.value, at), Text: *t})
		})
	}
	return all
}
