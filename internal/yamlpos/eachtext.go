package yamlpos

import (
	"maps"
	"reflect"
	"slices"
	"sync"
)

// EachText calls f with every text of a value, in the order of the fields of its
// structs, with the path of the text below path. f may change the text.
func EachText(path string, v reflect.Value, f func(string, *Text)) {
	eachText(path, v, false, f)
}

// EachTextKey is EachText with the texts, too, whose keys a value could have and
// hasn't: those of structs that are there.
func EachTextKey(path string, v reflect.Value, f func(string, *Text)) {
	eachText(path, v, true, f)
}

// eachText calls f with texts, those that aren't there among them if empty. It joins no
// path that leads to none: rules go through a narrative dozens of times, and most keys
// have no text.
func eachText(path string, v reflect.Value, empty bool, f func(string, *Text)) {
	switch {
	case v.Type() == textType:
		if t := v.Addr().Interface().(*Text); empty || !t.IsZero() {
			f(path, t)
		}
	case v.Kind() == reflect.Struct:
		for _, field := range textFieldsOf(v.Type()) {
			if in := v.Field(field.index); mayHoldText(in, empty) {
				eachText(Join(path, field.key), in, empty, f)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			if in := v.Index(i); mayHoldText(in, empty) {
				eachText(Item(path, i), in, empty, f)
			}
		}
	case v.Kind() == reflect.Map && v.Type().Elem() == textType:
		texts := v.Interface().(map[string]Text)
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			t := texts[key]
			if t.IsZero() && !empty {
				continue
			}
			was := t.Markdown
			if f(Join(path, key), &t); t.Markdown != was {
				texts[key] = t
			}
		}
	}
}

// mayHoldText reports whether a value is a text, or may have one in it.
func mayHoldText(v reflect.Value, empty bool) bool {
	switch v.Kind() {
	case reflect.Struct:
		return v.Type() != positionType && (empty || v.Type() != textType || !v.Addr().Interface().(*Text).IsZero())
	case reflect.Slice, reflect.Map:
		return v.Len() > 0
	}
	return false
}

// textFieldsOf are the fields of a struct's type in which texts may be.
func textFieldsOf(t reflect.Type) []field {
	if fields, ok := textFieldsByType.Load(t); ok {
		return fields.([]field)
	}
	fields := slices.DeleteFunc(slices.Clone(fieldsOf(t)), func(f field) bool { return !hasTexts(t.Field(f.index).Type, nil) })
	textFieldsByType.Store(t, fields)
	return fields
}

var textFieldsByType sync.Map // reflect.Type to []field

// hasTexts reports whether a value of a type may have texts, or one of those that it is
// in, which are looked at already.
func hasTexts(t reflect.Type, within []reflect.Type) bool {
	switch {
	case t == textType:
		return true
	case t.Kind() == reflect.Slice:
		return hasTexts(t.Elem(), within)
	case t.Kind() == reflect.Map:
		return t.Elem() == textType
	case t.Kind() != reflect.Struct || slices.Contains(within, t):
		return false
	}
	within = append(within, t)
	return slices.ContainsFunc(fieldsOf(t), func(f field) bool { return hasTexts(t.Field(f.index).Type, within) })
}
