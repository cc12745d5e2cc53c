package yamlpos

import (
	"maps"
	"reflect"
	"slices"
)

// EachText calls f with every text of a value, in the order of the fields of its
// structs, with the path of the text below path. f may change the text.
func EachText(path string, v reflect.Value, f func(string, *Text)) {
	EachTextKey(path, v, func(path string, t *Text) {
		if !t.IsZero() {
			f(path, t)
		}
	})
}

// EachTextKey is EachText with the texts, too, whose keys a value could have and
// hasn't: those of structs that are there.
func EachTextKey(path string, v reflect.Value, f func(string, *Text)) {
	switch {
	case v.Type() == textType:
		f(path, v.Addr().Interface().(*Text))
	case v.Type() == positionType:
	case v.Kind() == reflect.Struct:
		for _, field := range fieldsOf(v.Type()) {
			EachTextKey(Join(path, field.key), v.Field(field.index), f)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			EachTextKey(Item(path, i), v.Index(i), f)
		}
	case v.Kind() == reflect.Map && v.Type().Elem() == textType:
		texts := v.Interface().(map[string]Text)
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			t := texts[key]
			was := t.Markdown
			if f(Join(path, key), &t); t.Markdown != was {
				texts[key] = t
			}
		}
	}
}
