package yamlpos

import (
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// field is a key that a YAML mapping may have, read from a struct's tags: the
// same tags make the JSON Schema.
type field struct {
	key         string
	index       int
	required    bool
	enum        []string
	minimum     *int64
	maximum     *int64
	description string
}

// fieldsByType are the keys of structs. To take a tag apart takes longer than to
// decode what has it, and a narrative's texts are gone through many times.
var fieldsByType sync.Map

// fieldsOf are the keys of a struct, in order of declaration.
func fieldsOf(t reflect.Type) []field {
	if fields, ok := fieldsByType.Load(t); ok {
		return fields.([]field)
	}
	fields := readFields(t)
	fieldsByType.Store(t, fields)
	return fields
}

func readFields(t reflect.Type) []field {
	var fields []field
	for i := range t.NumField() {
		sf := t.Field(i)
		key, _, _ := strings.Cut(sf.Tag.Get("yaml"), ",")
		if key == "" || key == "-" {
			continue
		}
		f := field{key: key, index: i}
		for entry := range strings.SplitSeq(sf.Tag.Get("jsonschema"), ",") {
			f.set(strings.Cut(entry, "="))
		}
		fields = append(fields, f)
	}
	return fields
}

// set applies one entry of a jsonschema tag.
func (f *field) set(name, value string, _ bool) {
	switch name {
	case "required":
		f.required = true
	case "enum":
		f.enum = append(f.enum, value)
	case "description":
		f.description = value
	case "minimum":
		f.minimum = number(value)
	case "maximum":
		f.maximum = number(value)
	}
}

func number(s string) *int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return nil
	}
	return &n
}

func keysOf(fields []field) []string {
	var keys []string
	for _, f := range fields {
		keys = append(keys, f.key)
	}
	return keys
}

// plural names many values of a type for a message: "localities", "texts".
func plural(t reflect.Type) string {
	switch {
	case t.Implements(textUnmarshaler) || reflect.PointerTo(t).Implements(textUnmarshaler):
		return "years such as 2025/26"
	case t.Kind() == reflect.String || t == textType:
		return "texts"
	case t.Kind() == reflect.Int:
		return "numbers"
	}
	var b strings.Builder
	for i, r := range t.Name() {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	name := b.String()
	if stem, found := strings.CutSuffix(name, "y"); found {
		return stem + "ies"
	}
	return name + "s"
}
