package schema

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	validator "github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"apr/internal/law"
	"apr/internal/project"
)

const (
	example       = "../../examples/carrickmoor"
	secondExample = "../../examples/ardenmuir"
)

// compile is a schema ready to validate with.
func compile(t *testing.T, name string) *validator.Schema {
	t.Helper()
	data, err := Generate(name, law.Latest())
	if err != nil {
		t.Fatal(err)
	}
	document, err := validator.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := validator.NewCompiler()
	if err := c.AddResource(name+".json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// value is YAML as an editor sees it: dates are texts, as in YAML 1.2.
func value(t *testing.T, data []byte) any {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal(data, &n); err != nil {
		t.Fatal(err)
	}
	untimed(&n)
	var v any
	if err := n.Decode(&v); err != nil {
		t.Fatal(err)
	}
	asJSON, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	v, err = validator.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func untimed(n *yaml.Node) {
	if n.Tag == "!!timestamp" {
		n.Tag = "!!str"
	}
	for _, c := range n.Content {
		untimed(c)
	}
}

func TestExampleIsValid(t *testing.T) {
	for _, name := range Names() {
		dir := example
		if File(name) == "narrative/"+project.EasyReadFile {
			dir = secondExample // which alone has one
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(File(name))))
		if name == Comments { // nobody has returned a Word file of the example
			data, err = []byte("comments:\n  - id: ab1\n    text: regulation-5.assessment\n    on: eleven contracts\n    author: Ailsa\n    date: 2026-07-19 10:12\n    says: Which?\n    replies:\n      - says: Those of June.\n    resolved: 2026-07-20\n"), nil
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := compile(t, name).Validate(value(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMistakesAreInvalid(t *testing.T) {
	const known = "authority: {name: Falkirk}\nyear: 2025/26\n"
	for _, c := range []struct{ schema, yaml, says string }{
		{"apr", "authority: {name: Falkirk}\nyear: 2025/26\nstat: draft", "stat"},
		{"apr", "authority: {name: Falkirk, helth_board: NHS Forth Valley}\nyear: 2025/26", "helth_board"},
		{"apr", "authority: {name: Falkirk}", "year"},
		{"apr", "authority: {name: Falkirk}\nyear: last year", "pattern"},
		{"apr", "authority: {name: Falkirk}\nyear: 2025/26\nstate: finished", "state"},
		{"apr", "authority: {name: Falkirk}\nyear: 2025/26\nindicators: {breaks: {NI24: [2023/24]}}", "NI24"},
		{"apr", "authority: {name: Falkirk}\nyear: 2025/26\nfinance: {rules: [{when: {account: 4*}, matter: 4(2)(f)}]}", "matter"},
		{"apr", known + "brand: {colur: '#002d54'}", "colur"},
		{"apr", known + "brand: {logo: {alt: Fàilte}}", "file"},
		{"apr", known + "silence: [{rule: R42-4-planned-date}]", "reason"},
		{"apr", known + "board: {meetings: [{papers: 2026-07-01}]}", "date"},
		{"apr", known + "measures: {files: [m.csv], escalate: [rde]}", "escalate"},
		{"apr", known + "measures: {list: [{id: A, levels: [ward]}]}", "levels"},
		{"apr", known + "measures: {list: [{id: A, outcomes: [10]}]}", "outcomes"},
		{"people", "poeple: []", "poeple"},
		{"comments", "comments: [{id: ab1, say: Yes}]", "say"},
		{"comments", "comments: [{id: ab1, says: Yes, resolved: soon}]", "resolved"},
		{"comments", "coments: []", "coments"},
		{"people", "people: [{role: Chief Officer}]", "name"},
		{"people", "texts: {regulation-5.assessment: {status: done}}", "status"},
		{"people", "texts: {regulation-5.assessment: {words: 0}}", "words"},
		{"people", "texts: {regulation-5.assessment: {words: \"4,00\"}}", "words"},
		{"apr", known + "localities: [{name: East, population: \"34,2\"}]", "population"},
		{"people", "texts: {assessment: {words: 10}}", "assessment"},
		{"people", "texts: {regulation-5.assessment: {signed_off: {by: A, on: 2026-07-01, sha256: abc}}}", "sha256"},
		{"opening", "key_indicators: [NI12, NI99]", "key_indicators"},
		{"regulation-3", "outcomes: [{outcome: 10, assessment: x}]", "outcome"},
		{"regulation-3", "principles: [{principle: c, assessment: x}]", "principle"},
		{"regulation-4", "matters: {4(2)(z): x}", "4(2)(z)"},
		{"regulation-5", "assessment: [a list]", "assessment"},
		{"regulation-7", "none: maybe", "none"},
	} {
		err := compile(t, c.schema).Validate(value(t, []byte(c.yaml)))
		if err == nil {
			t.Errorf("%s accepts %s", c.schema, c.yaml)
		} else if !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s on %s doesn't mention %q: %v", c.schema, c.yaml, c.says, err)
		}
	}
}

// TestUnquotedValues accepts what apr's decoder accepts.
func TestUnquotedValues(t *testing.T) {
	const project = `
authority: {name: Falkirk}
year: 2025-26
publication: {date: 2026-07-31}
finance:
  apportionments: [{name: a, method: by head, shares: {East: 50, West: 50.0}}]
  rules: [{when: {cost_centre: 40100}, matter: 4(2)(a)}]
localities:
- {name: East, population: 24580}
- name: West
  population: 24,580
`
	if err := compile(t, "apr").Validate(value(t, []byte(project))); err != nil {
		t.Error(err)
	}
}

func TestUnknownName(t *testing.T) {
	_, err := Generate("regulation3", law.Latest())
	if err == nil || !strings.Contains(err.Error(), `did you mean "regulation-3"?`) {
		t.Errorf("error %v", err)
	}
}

func TestSameBytes(t *testing.T) {
	for _, name := range Names() {
		first, _ := Generate(name, law.Latest())
		second, _ := Generate(name, law.Latest())
		if !bytes.Equal(first, second) {
			t.Errorf("%s differs from run to run", name)
		}
	}
}

// TestEverythingIsDescribed: an editor shows the description next to each key.
func TestEverythingIsDescribed(t *testing.T) {
	for _, name := range Names() {
		data, err := Generate(name, law.Latest())
		if err != nil {
			t.Fatal(err)
		}
		var s struct {
			properties
			Defs map[string]properties `json:"$defs"`
		}
		if err := json.Unmarshal(data, &s); err != nil {
			t.Fatal(err)
		}
		s.check(t, name)
		for definition, d := range s.Defs {
			d.check(t, name+": "+definition)
		}
	}
}

type properties struct {
	Properties map[string]struct {
		Description string `json:"description"`
	} `json:"properties"`
	AdditionalProperties *bool `json:"additionalProperties"`
}

func (p properties) check(t *testing.T, where string) {
	t.Helper()
	if p.AdditionalProperties == nil || *p.AdditionalProperties {
		t.Errorf("%s allows unknown keys", where)
	}
	for key, property := range p.Properties {
		if property.Description == "" {
			t.Errorf("%s: %s has no description", where, key)
		}
	}
}

// TestTheMeasureSchemaKnowsTheExamplesRows holds each row of the example's table
// against the schema, and rows that are wrong.
func TestTheMeasureSchemaKnowsTheExamplesRows(t *testing.T) {
	s := compile(t, Measures)
	data, err := os.ReadFile(filepath.Join(example, "data", "local-measures.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for n, cells := range rows[1:] {
		row := map[string]any{}
		for i, cell := range cells {
			row[strings.ReplaceAll(strings.ToLower(rows[0][i]), " ", "_")] = cell
		}
		if err := s.Validate(row); err != nil {
			t.Errorf("row %d: %v", n+2, err)
		}
	}
	for name, row := range map[string]map[string]any{
		"no measure": {"period": "2025/26", "value": json.Number("1")},
		"a word":     {"measure": "A", "period": "2025/26", "value": "lots"},
	} {
		if s.Validate(row) == nil {
			t.Errorf("%s is valid", name)
		}
	}
}
