package yamlpos

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"apr/internal/lazyregexp"
	"apr/internal/source"
)

// scalar reports whether a node is a single value, and says so if not.
func (d *decoder) scalar(path, expected string, n *yaml.Node) bool {
	if n.Kind == yaml.ScalarNode {
		return true
	}
	d.wrong(path, expected, n)
	return false
}

// printable reports whether a text is free of control characters, which only
// an escape in double quotes can bring in.
func (d *decoder) printable(n *yaml.Node) bool {
	for _, r := range n.Value {
		if isControl(r) || r == '\r' {
			d.add("encoding", d.at(n), "delete the escape", "the text has the control character U+%04X in it", r)
			return false
		}
	}
	return true
}

// text keeps a scalar as it is written: 123.40 doesn't lose its last digit and
// 2026-07-31 doesn't become a time.
func (d *decoder) text(path string, f field, n *yaml.Node, v reflect.Value) {
	if !d.scalar(path, "a text", n) || !d.printable(n) {
		return
	}
	value := strings.TrimSpace(n.Value)
	if value == "" && f.required {
		d.warn(CodeMissingValue, d.at(n), f.description, "%s has no value", Label(path))
		return
	}
	if value != "" && !allowed(f.enum, value) {
		hint := source.DidYouMean(value, f.enum)
		if value == careGroups && slices.Contains(f.enum, "4(2)(e)") {
			hint = "what is spent on key care groups, 4(2)(f), is given by care_group, beside the matter"
		}
		d.add("unknown-value", d.at(n), hint, "%s: unknown value %q", Label(path), value)
		return
	}
	v.SetString(value)
	if len(f.enum) == 0 {
		d.cutOffShort(n)
	}
}

func allowed(enum []string, value string) bool {
	for _, e := range enum {
		if e == value {
			return true
		}
	}
	return len(enum) == 0
}

func (d *decoder) boolean(path string, n *yaml.Node, v reflect.Value) {
	const expected = "true or false"
	if !d.scalar(path, expected, n) {
		return
	}
	switch strings.ToLower(n.Value) {
	case "true", "yes":
		v.SetBool(true)
	case "false", "no":
		v.SetBool(false)
	default:
		d.wrong(path, expected, n)
	}
}

func (d *decoder) integer(path string, f field, n *yaml.Node, v reflect.Value) {
	const expected = "a whole number"
	if !d.scalar(path, expected, n) {
		return
	}
	bits := 32
	if f.maximum != nil {
		bits = 64 // what is too large is out of range
	}
	i, err := strconv.ParseInt(n.Value, 10, bits)
	if whole, e := strconv.ParseInt(wholeNumber(n.Value), 10, 32); err != nil && e == nil && n.Value == grouped(int(whole)) {
		i, err = whole, nil // thousands apart, as people write them
	}
	switch {
	case err != nil:
		d.wrong(path, expected, n)
	case f.minimum != nil && i < *f.minimum || f.maximum != nil && i > *f.maximum:
		d.add("unknown-value", d.at(n), "", "%s: %d is out of range; expected %s", Label(path), i, f.bounds())
	default:
		v.SetInt(i)
	}
}

// careGroups is the provision of regulation 4 that cuts across those which lines are divided by.
const careGroups = "4(2)(f)"

// bounds words a field's range.
func (f field) bounds() string {
	switch {
	case f.minimum == nil:
		return fmt.Sprintf("%d or less", *f.maximum)
	case f.maximum == nil:
		return fmt.Sprintf("%d or more", *f.minimum)
	}
	return fmt.Sprintf("%d to %d", *f.minimum, *f.maximum)
}

// unmarshal decodes a type that reads itself from text: a reporting year.
func (d *decoder) unmarshal(path string, n *yaml.Node, v reflect.Value) {
	if !d.scalar(path, "a year such as 2025/26", n) {
		return
	}
	u := v.Addr().Interface().(encoding.TextUnmarshaler)
	if err := u.UnmarshalText([]byte(strings.TrimSpace(n.Value))); err != nil {
		d.add("malformed-year", d.at(n), "", "%s: %v", Label(path), err)
	}
}

// wrong says that a value is of another kind than its key takes.
func (d *decoder) wrong(path, expected string, n *yaml.Node) {
	hint := ""
	switch {
	case n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle != 0 && strings.HasPrefix(expected, "a text"):
		hint = `a text that begins with { must stand in quotes or on the lines below a "|"`
	case path == "" && n.Kind == yaml.ScalarNode && unspaced().MatchString(n.Value):
		hint = "put a blank behind the colon"
	case n.Kind == yaml.SequenceNode && strings.Contains(path, ".when.") && alternatives(n) != "":
		hint = "alternatives are one text with | between them: " + alternatives(n)
	case n.Kind == yaml.SequenceNode && strings.HasPrefix(expected, "a text"):
		hint = `put "|" behind the key: then the list is part of a text`
	case n.Kind == yaml.ScalarNode && expected == "a whole number" && wholeNumber(n.Value) != "":
		hint = "write " + wholeNumber(n.Value)
	case n.Kind == yaml.ScalarNode && expected == "a whole number":
		hint = "write digits alone, such as 34200"
	case n.Kind == yaml.ScalarNode && expected == "true or false":
		hint = "write true or false; what else there is to say goes into a text"
	case n.Kind == yaml.ScalarNode && strings.HasPrefix(expected, "a list"):
		hint = `begin each item on a line of its own with "- "`
	}
	d.add("wrong-type", d.at(n), hint, "%sexpected %s, found %s", prefix(path), expected, article(n))
}

// alternatives are the items of a list as a pattern of a rule has them: CA500|CA510.
func alternatives(n *yaml.Node) string {
	var items []string
	for _, item := range n.Content {
		if item.Kind != yaml.ScalarNode || item.Value == "" {
			return ""
		}
		items = append(items, item.Value)
	}
	return strings.Join(items, "|")
}

// unspaced is a key with a value close behind it.
var unspaced = lazyregexp.Lazy(`^[a-z_]+:\S`)

// separated is a whole number with something between its thousands, and perhaps
// with decimals that are none.
var separated = lazyregexp.Lazy(`^[0-9]{1,3}(?:[, _'\x{00a0}\x{2009}\x{202f}][0-9]{3})*(?:\.0+)?$|^[0-9]+\.0+$`)

// wholeNumber is a number that was written with separators of thousands or as
// 1.0, or "": 34,2 isn't 342.
func wholeNumber(s string) string {
	if !separated().MatchString(s) {
		return ""
	}
	s, _, _ = strings.Cut(s, ".")
	s = strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
	if _, err := strconv.ParseUint(s, 10, 31); err != nil {
		return ""
	}
	return s
}

// grouped is a number with its thousands apart.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// article names a node's kind, with its text where it is short.
func article(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return "a mapping"
	case yaml.AliasNode:
		return "an alias"
	}
	if len(n.Value) > 40 || strings.Contains(n.Value, "\n") {
		return "a text"
	}
	return fmt.Sprintf("the text %q", n.Value)
}
