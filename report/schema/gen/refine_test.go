package main

import (
	"encoding/json"
	"testing"

	"apr/internal/law"
	"apr/report/schema"
)

// What refine adds to a property that no type has is added nowhere: after a type or a
// key is renamed the schema would lose it without a word.
func TestEachRefinementIsOfAKeyThatThereIs(t *testing.T) {
	keys := map[string]bool{}
	for _, name := range schema.Names() {
		data, err := generate(name, law.Latest())
		if err != nil {
			t.Fatal(err)
		}
		type object struct {
			Properties map[string]json.RawMessage
		}
		var s struct {
			object
			Definitions map[string]object `json:"$defs"`
		}
		if err := json.Unmarshal(data, &s); err != nil {
			t.Fatal(err)
		}
		root, _ := typeOf(name)
		for property := range s.Properties {
			keys[root.Name()+"."+property] = true
		}
		for definition, d := range s.Definitions {
			for property := range d.Properties {
				keys[definition+"."+property] = true
			}
		}
	}
	for _, r := range refinements(law.Latest()) {
		if !keys[r.definition+"."+r.property] {
			t.Errorf("no type %s has the key %s", r.definition, r.property)
		}
	}
}
