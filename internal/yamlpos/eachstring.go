package yamlpos

import (
	"maps"
	"reflect"
	"slices"
)

// EachString calls f with every string of a value that isn't a text, in the order of
// the fields of its structs, with its path below path.
func EachString(path string, v reflect.Value, f func(path, s string)) {
	switch {
	case v.Type() == textType, v.Type() == positionType:
	case v.Kind() == reflect.String:
		if v.Len() > 0 {
			f(path, v.String())
		}
	case v.Kind() == reflect.Struct:
		for _, field := range fieldsOf(v.Type()) {
			if in := v.Field(field.index); mayHoldString(in) {
				EachString(Join(path, field.key), in, f)
			}
		}
	case v.Kind() == reflect.Pointer && !v.IsNil():
		EachString(path, v.Elem(), f)
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			EachString(Item(path, i), v.Index(i), f)
		}
	case v.Kind() == reflect.Map && v.Type().Key().Kind() == reflect.String:
		values := map[string]reflect.Value{}
		for _, key := range v.MapKeys() {
			values[key.String()] = v.MapIndex(key)
		}
		for _, key := range slices.Sorted(maps.Keys(values)) {
			EachString(Join(path, key), values[key], f)
		}
	}
}

// mayHoldString reports whether a value is a string, or may have one in it.
func mayHoldString(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String, reflect.Slice, reflect.Map:
		return v.Len() > 0
	case reflect.Pointer:
		return !v.IsNil()
	case reflect.Struct:
		return v.Type() != textType && v.Type() != positionType
	}
	return false
}
