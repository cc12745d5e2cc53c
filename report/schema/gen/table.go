package main

import (
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/invopop/jsonschema"

	"apr/indicators/measures"
	"apr/report/schema"
	"apr/report/status"
)

// statusDocument is the schema of apr status --format json.
func statusDocument() ([]byte, error) {
	r := jsonschema.Reflector{Anonymous: true, ExpandedStruct: true}
	s := r.ReflectFromType(reflect.TypeFor[status.Document]())
	s.Title = "what apr status --format json prints"
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the schema %s: %w", schema.Status, err)
	}
	return append(data, '\n'), nil
}

// measureRow is the schema of a row under apr's own headers. A cell that may be
// empty may be absent too.
func measureRow() ([]byte, error) {
	s := &jsonschema.Schema{
		Version: jsonschema.Version, Title: "a row of a table of local measures", Type: "object",
		Description: "Headers are understood in whatever case and order, and under the usual names of performance systems; these are apr's own.",
		Properties:  jsonschema.NewProperties(),
	}
	for _, c := range measures.Columns() {
		p := &jsonschema.Schema{Description: c.Means, Type: "string"}
		if c.Example != "" {
			p.Examples = []any{c.Example}
		}
		switch {
		case c.Number:
			p.Type = ""
			p.AnyOf = []*jsonschema.Schema{{Type: "number"}, {Type: "null"}, {Type: "string", Pattern: numberPattern}}
			p.Examples = []any{json.Number(c.Example)}
		case c.OneOf != nil:
			p.Examples = append(texts(c.OneOf), "")
		}
		if c.Required && !c.Number {
			s.Required = append(s.Required, c.Name)
		}
		s.Properties.Set(c.Name, p)
	}
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the schema %s: %w", schema.Measures, err)
	}
	return append(data, '\n'), nil
}

// numberPattern is a number as tables write it, or nothing, or a mark in its place.
const numberPattern = `^\s*(£?[-−]?[\d,]*\.?\d*\s*%?|\*|\[?[cxz]\]?|n/?a|-|–|\.\.)\s*$`
