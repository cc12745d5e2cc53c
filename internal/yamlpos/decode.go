package yamlpos

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"apr/internal/source"
)

// maxValues bounds how many values a file may have once its aliases are
// written out, so that a small file can't fill the memory.
const maxValues = 200_000

// maxYAML bounds a YAML file, in bytes: each may become a node, and nodes are a
// hundred times as large. 150,000 words have less.
const maxYAML = 1 << 20

// MaxProblems is how many problems of a file are reported.
const MaxProblems = 100

var (
	textType        = reflect.TypeFor[Text]()
	positionType    = reflect.TypeFor[source.Position]()
	textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// decoder fills Go values from YAML nodes by the yaml and jsonschema tags of
// their types, and collects everything that doesn't fit.
type decoder struct {
	file *file
	// problems stop the work; warnings are the others.
	problems, warnings *source.Problems
	positions          Positions
	values             int
	aliases            map[string]bool // the anchors that are used
	again              bool            // what is read was read and reported at its anchor
	reported           int             // problems
	warned             int             // problems that are reported
}

// Decode reads a YAML file into out, a pointer to a struct. empty is true
// for a file that has nothing in it. What makes the file unusable goes into
// problems. What doesn't goes into warnings: keys that are missing, and what YAML takes
// away from a text; see the codes.
func Decode(name string, data []byte, out any, problems, warnings *source.Problems) (ps Positions, empty bool) {
	if len(data) > maxYAML {
		problems.Add(&source.Problem{Code: "too-large", Position: source.Position{File: name, Line: 1},
			Message: fmt.Sprintf("the file has %s bytes; apr reads YAML files of up to %s", grouped(len(data)), grouped(maxYAML)),
			Hint:    "data belongs into the workbook and the ledgers, pictures into files of their own"})
		return Positions{}, false
	}
	d := &decoder{file: newFile(name, data), problems: problems, warnings: warnings, positions: Positions{}}
	root, p := d.file.parse()
	if p != nil {
		problems.Add(p)
		return d.positions, false
	}
	v := reflect.ValueOf(out).Elem()
	if root == nil || isNull(root) {
		setPosition(v, d.file.at(1, 1))
		return d.positions, true
	}
	d.aliases = aliasesOf(root)
	d.value("", field{}, d.at(root), root, v)
	return d.positions, false
}

// at is where a node begins.
func (d *decoder) at(n *yaml.Node) source.Position { return d.file.at(n.Line, n.Column) }

func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Style&yaml.TaggedStyle == 0
}

// value decodes a node into v. path names the value within the file; key is
// where its key is.
func (d *decoder) value(path string, f field, key source.Position, n *yaml.Node, v reflect.Value) {
	if d.full() {
		return
	}
	if d.values++; d.values > maxValues {
		if d.values == maxValues+1 {
			d.add("too-many-values", d.at(n), "",
				"the file has more than %d values when its aliases are written out", maxValues)
		}
		return
	}
	at := d.at(n)
	if n.Kind == yaml.AliasNode {
		defer func(before bool) { d.again = before }(d.again)
		n, d.again = n.Alias, true
	}
	if n.Style&yaml.TaggedStyle != 0 {
		d.tag(at, n, v)
		return
	}
	d.positions[path] = Entry{Key: key, Value: at}
	switch {
	case isNull(n):
		d.null(path, f, key, v)
	case v.Type() == textType:
		if d.scalar(path, "a text", n) && d.printable(n) {
			text := d.file.text(n, key)
			v.Set(reflect.ValueOf(text))
			d.swallowed(n, key, text)
		}
	case v.CanAddr() && v.Addr().Type().Implements(textUnmarshaler):
		d.unmarshal(path, n, v)
	default:
		d.kind(path, f, n, v)
	}
}

// kind decodes by the kind of v.
func (d *decoder) kind(path string, f field, n *yaml.Node, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.kind(path, f, n, v.Elem())
	case reflect.Struct:
		d.mapping(path, n, v)
	case reflect.Map:
		d.table(path, n, v)
	case reflect.Slice:
		d.list(path, n, v)
	case reflect.String:
		d.text(path, f, n, v)
	case reflect.Bool:
		d.boolean(path, n, v)
	case reflect.Int:
		d.integer(path, f, n, v)
	default:
		panic(fmt.Sprintf("report: a field of type %s can't be decoded", v.Type()))
	}
}

// null leaves a key without a value as if it weren't there, except for a text,
// which remembers its key: the rules say that it is empty.
func (d *decoder) null(path string, f field, key source.Position, v reflect.Value) {
	switch {
	case v.Type() == textType:
		v.Set(reflect.ValueOf(Text{Position: key}))
	case f.required:
		d.warn(CodeMissingValue, key, f.description, "%s has no value", Label(path))
	}
}

// mapping decodes the keys of a struct.
func (d *decoder) mapping(path string, n *yaml.Node, v reflect.Value) {
	fields := fieldsOf(v.Type())
	keys := keysOf(fields)
	if n.Kind != yaml.MappingNode {
		if p := d.file.oddBlank(n.Line); p != nil {
			d.report(p)
			return
		}
		d.wrong(path, fmt.Sprintf("a mapping with the keys %s", strings.Join(keys, ", ")), n)
		return
	}
	setPosition(v, d.at(n))
	before := d.seenKeys()
	present := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if d.full() {
			return
		}
		if !before(key) {
			continue
		}
		f, known := fieldOf(fields, key.Value)
		if !known {
			if p := d.file.oddBlank(key.Line); p != nil {
				d.report(p)
				continue
			}
			d.add("unknown-key", d.at(key), unknownKeyHint(key.Value, keys), "unknown key %q%s", key.Value, within(path))
			continue
		}
		present[f.key] = true
		d.value(Join(path, f.key), f, d.at(key), value, v.Field(f.index))
	}
	for _, f := range fields {
		if f.required && !present[f.key] {
			code := CodeMissingKey
			if v.Field(f.index).Type() == textType {
				code = CodeMissingText
			}
			d.warn(code, d.at(n), f.description, "the key %q is missing%s", f.key, within(path))
		}
	}
}

func unknownKeyHint(key string, keys []string) string {
	if key == "<<" {
		return "mappings can't be merged; write the keys out"
	}
	if _, err := strconv.Atoi(key); err == nil {
		return "a comma ends a value between braces: write a number without one, and a text in quotes"
	}
	return source.DidYouMean(key, keys)
}

func fieldOf(fields []field, key string) (field, bool) {
	for _, f := range fields {
		if f.key == key {
			return f, true
		}
	}
	return field{}, false
}

// table decodes a mapping whose keys the author chooses.
func (d *decoder) table(path string, n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.MappingNode {
		d.wrong(path, "a mapping of names to "+plural(v.Type().Elem()), n)
		return
	}
	before := d.seenKeys()
	m := reflect.MakeMapWithSize(v.Type(), len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if d.full() {
			return
		}
		if !before(key) {
			continue
		}
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(Join(path, key.Value), field{}, d.at(key), value, e)
		m.SetMapIndex(reflect.ValueOf(key.Value), e)
	}
	v.Set(m)
}

// seenKeys returns a function that accepts each key of a mapping once.
func (d *decoder) seenKeys() func(*yaml.Node) bool {
	seen := map[string]source.Position{}
	return func(key *yaml.Node) bool {
		if key.Kind != yaml.ScalarNode {
			d.add("wrong-type", d.at(key), "", "a key must be a text, not %s", article(key))
			return false
		}
		if first, dup := seen[key.Value]; dup {
			d.report(&source.Problem{
				Code:     "duplicate-key",
				Position: d.at(key),
				Message:  fmt.Sprintf("the key %q is given twice; first on line %d", key.Value, first.Line),
				Hint:     "put both under one key, or delete one",
				Related:  []source.Related{{Position: first, Message: "the first"}},
			})
			return false
		}
		seen[key.Value] = d.at(key)
		return true
	}
}

// list decodes a sequence.
func (d *decoder) list(path string, n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		d.wrong(path, "a list of "+plural(v.Type().Elem()), n)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, min(len(n.Content), maxRoom)))
	for i, e := range n.Content {
		if d.full() || d.values > maxValues {
			return
		}
		if i == v.Cap() {
			v.Grow(i)
		}
		v.SetLen(i + 1)
		d.value(Item(path, i), field{required: true}, d.at(e), e, v.Index(i))
	}
}

// maxRoom is how many items of a list have room made for them at once: of a longer one
// most may never be read.
const maxRoom = 1000

// setPosition fills a struct's field Position.
func setPosition(v reflect.Value, at source.Position) {
	if p := v.FieldByName("Position"); p.IsValid() && p.Type() == positionType {
		p.Set(reflect.ValueOf(at))
	}
}

// warn records a problem that doesn't stop the work.
func (d *decoder) warn(code string, at source.Position, hint, format string, args ...any) {
	if d.again {
		return
	}
	if d.warned++; d.warned > MaxProblems {
		return
	}
	d.warnings.Add(&source.Problem{Code: code, Position: at, Message: fmt.Sprintf(format, args...), Hint: hint})
	if d.warned == MaxProblems {
		d.warnings.Add(&source.Problem{Code: code, Position: at, Hint: "correct these first",
			Message: fmt.Sprintf("these are %d remarks on the file; there may be more", MaxProblems)})
	}
}

func (d *decoder) add(code string, at source.Position, hint, format string, args ...any) {
	d.report(&source.Problem{Code: code, Position: at, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// full reports whether enough is wrong with the file to stop.
func (d *decoder) full() bool { return d.reported >= MaxProblems }

// report records a problem, and after the last one that there may be more.
func (d *decoder) report(p *source.Problem) {
	if d.full() {
		return
	}
	d.problems.Add(p)
	if d.reported++; d.full() {
		d.problems.Add(&source.Problem{Code: "too-many-problems", Position: p.Position,
			Message: fmt.Sprintf("these are %d problems; apr read the file to here", d.reported)})
	}
}
