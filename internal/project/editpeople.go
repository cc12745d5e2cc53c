package project

import (
	"fmt"
	"strconv"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Sign gives the bytes of people.yaml with a sign-off of texts as they are: who signed
// them and on which day. Every other byte stays.
func (r *Project) Sign(names []string, by, on string) ([]byte, error) {
	sums, err := r.wordsSums()
	if err != nil {
		return nil, err
	}
	return r.editPeople(names, func(data []byte, name string) ([]byte, error) {
		return yamlpos.Set(PeopleFile, data, []string{"texts", name, "signed_off"},
			yamlpos.Value{Key: "by", Value: by}, yamlpos.Value{Key: "on", Value: on}, yamlpos.Value{Key: "sha256", Value: sums[name]})
	})
}

// wordsSums are the sums of the texts' words as they are written.
func (r *Project) wordsSums() (map[string]string, error) {
	written, err := r.Written()
	if err != nil {
		return nil, err
	}
	sums := map[string]string{}
	for _, w := range written {
		sums[w.Name] = WordsSum(w.Text.Markdown)
	}
	return sums, nil
}

// Redraft gives the bytes of people.yaml with the status draft for those of the texts that
// have another, for their words have changed; nil where there is nothing to change. The
// sign-off of one that was signed off stays, and lapses.
func (r *Project) Redraft(names []string) ([]byte, error) {
	if r.People == nil {
		return nil, nil
	}
	var changed []string
	for _, name := range names {
		if s := r.People.Texts[name].Status; s != "" && s != Drafted {
			changed = append(changed, name)
		}
	}
	if len(changed) == 0 {
		return nil, nil
	}
	return r.editPeople(changed, func(data []byte, name string) ([]byte, error) {
		return yamlpos.Set(PeopleFile, data, []string{"texts", name}, yamlpos.Value{Key: "status", Value: string(Drafted)})
	})
}

// editPeople changes the entry of each text in people.yaml as it is on disk now.
func (r *Project) editPeople(names []string, edit func(data []byte, name string) ([]byte, error)) ([]byte, error) {
	data, err := r.ReadPeople()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if data, err = edit(data, name); err != nil {
			return nil, fmt.Errorf("writing %s: %w", PeopleFile, err)
		}
	}
	return data, checkPeople(data)
}

// ListTexts gives a people.yaml with an entry for each of the texts that it hasn't: with
// what its entry is about, the owner and the limit that are known, the day to fill in, and how far the text is.
func ListTexts(data []byte, texts []TextStatus) ([]byte, error) {
	known := func(key, value string) yamlpos.Value {
		if value == "" {
			value = yamlpos.Open
		}
		return yamlpos.Value{Key: key, Value: value}
	}
	var entries []yamlpos.Mapping
	for _, t := range texts {
		words := ""
		if t.Words > 0 {
			words = strconv.Itoa(t.Words)
		}
		var values []yamlpos.Value
		if t.Entry != "" {
			values = append(values, known("about", t.Entry))
		}
		entries = append(entries, yamlpos.Mapping{Path: []string{"texts", t.Name}, Values: append(values,
			known("owner", t.Owner), known("due", ""), known("words", words), known("status", string(t.State)))})
	}
	data, err := yamlpos.SetAll(PeopleFile, data, entries)
	if err != nil {
		return nil, fmt.Errorf("writing %s: %w", PeopleFile, err)
	}
	return data, checkPeople(data)
}

// NarrativeOf reads the files of a narrative, by their names.
func NarrativeOf(files map[string][]byte) (*Narrative, error) {
	n := &Narrative{}
	var problems, warnings source.Problems
	for _, f := range n.files() {
		if data, there := files[f.name]; there {
			yamlpos.Decode(f.name, data, f.value.Addr().Interface(), &problems, &warnings)
		}
	}
	return n, problems.Err()
}

// ReadPeople is the text of people.yaml.
func (r *Project) ReadPeople() ([]byte, error) {
	data, err := r.folder.ReadAside(PeopleFile)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", PeopleFile, err)
	}
	return data, nil
}
