// Command gen writes the JSON Schemas that apr prints, from the same tags that the
// decoder reads. What the law lists, which depends on the year, are placeholders.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"reflect"

	"github.com/invopop/jsonschema"

	"apr/internal/law"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/report/schema"
)

func main() {
	out := flag.String("o", "files", "folder to write to")
	flag.Parse()
	for _, name := range schema.All() {
		data, err := generate(name, schema.Placeholders())
		if err == nil {
			err = os.WriteFile(filepath.Join(*out, name+".json"), data, 0o666)
		}
		if err != nil {
			log.Fatal(err)
		}
	}
}

// generate is the schema of that name as JSON, the same bytes each time, with what the
// law lists.
func generate(name string, edition *law.Edition) ([]byte, error) {
	switch name {
	case schema.Measures:
		return measureRow()
	case schema.Status:
		return statusDocument()
	}
	t, ok := typeOf(name)
	if !ok {
		return nil, fmt.Errorf("there is no schema %q; %s", name, source.DidYouMean(name, schema.All()))
	}
	r := jsonschema.Reflector{
		Anonymous:                  true, // what has no address of its own claims none
		ExpandedStruct:             true,
		FieldNameTag:               "yaml",
		RequiredFromJSONSchemaTags: true,
		Mapper:                     mapped,
	}
	s := r.ReflectFromType(t)
	s.Title = schema.File(name)
	refine(t.Name(), s, edition)
	for definition, d := range s.Definitions {
		refine(definition, d, edition)
	}
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the schema %s: %w", name, err)
	}
	return append(data, '\n'), nil
}

// typeOf is the Go type of the file that a schema is for.
func typeOf(name string) (reflect.Type, bool) {
	switch name {
	case schema.Config:
		return reflect.TypeFor[project.Config](), true
	case schema.People:
		return reflect.TypeFor[project.People](), true
	case schema.Comments:
		return reflect.TypeFor[project.CommentList](), true
	}
	narrative := reflect.TypeFor[project.Narrative]()
	for i := range narrative.NumField() {
		if f := narrative.Field(i); f.Tag.Get("file") == name+".yaml" {
			return f.Type, true
		}
	}
	return nil, false
}

// mapped are the types that read themselves, which reflection would see as
// structs and numbers, and the tables of texts, whose values needn't be quoted.
func mapped(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[yamlpos.Text]():
		return &jsonschema.Schema{Type: "string"}
	case reflect.TypeFor[period.Year]():
		return &jsonschema.Schema{Type: "string", Pattern: `^\d{4}[/-](\d{2}|\d{4})$`, Examples: []any{"2025/26"}}
	case reflect.TypeFor[map[string]string]():
		return &jsonschema.Schema{Type: "object", AdditionalProperties: &jsonschema.Schema{
			AnyOf: []*jsonschema.Schema{{Type: "string"}, {Type: "number"}},
		}}
	}
	return nil
}
