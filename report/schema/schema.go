// Package schema makes JSON Schemas (draft 2020-12) for the YAML files of a
// project from the same tags that the decoder reads, so that editors complete
// and check what apr will read.
package schema

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"apr/internal/law"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Folder is where a project keeps its schemas, from the project folder. The
// first line of each YAML file points into it.
const Folder = ".apr/schema"

// configSchema is the name of the schema for apr.yaml.
const configSchema = "apr"

// peopleSchema is the name of the schema for people.yaml.
const peopleSchema = "people"

// Names are the schemas there are: "apr" for apr.yaml, "people" for people.yaml, then each
// file of the narrative without its extension, in order of the report.
func Names() []string {
	names := []string{configSchema, peopleSchema}
	for _, file := range project.NarrativeFiles() {
		names = append(names, strings.TrimSuffix(file, ".yaml"))
	}
	return names
}

// Generate is the schema of that name as JSON, the same bytes each time, with what the
// law lists. An unknown name is an error that suggests the nearest.
func Generate(name string, edition *law.Edition) ([]byte, error) {
	switch name {
	case Measures:
		return measureRow()
	case Status:
		return statusDocument()
	}
	t, ok := typeOf(name)
	if !ok {
		return nil, fmt.Errorf("there is no schema %q; %s", name, source.DidYouMean(name, All()))
	}
	r := jsonschema.Reflector{
		Anonymous:                  true, // what has no address of its own claims none
		ExpandedStruct:             true,
		FieldNameTag:               "yaml",
		RequiredFromJSONSchemaTags: true,
		Mapper:                     mapped,
	}
	s := r.ReflectFromType(t)
	s.Title = fileOf(name)
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
	case configSchema:
		return reflect.TypeFor[project.Config](), true
	case peopleSchema:
		return reflect.TypeFor[project.People](), true
	}
	narrative := reflect.TypeFor[project.Narrative]()
	for i := range narrative.NumField() {
		if f := narrative.Field(i); f.Tag.Get("file") == name+".yaml" {
			return f.Type, true
		}
	}
	return nil, false
}

func fileOf(name string) string {
	switch name {
	case configSchema:
		return project.ConfigFile
	case peopleSchema:
		return project.PeopleFile
	}
	return "narrative/" + name + ".yaml"
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
