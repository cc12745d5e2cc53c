package yamlpos

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"apr/internal/rounds"
	"apr/internal/source"
)

// lineColumn is where a byte of a file is.
func lineColumn(file string, offset int) (line, column int) {
	before := file[:offset]
	start := strings.LastIndexAny(before, "\n") + 1
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[start:])
}

// page is a file with texts.
type page struct {
	Foreword      Text            `yaml:"foreword,omitempty"`
	SignedBy      []entry         `yaml:"signed_by,omitempty"`
	Glance        Text            `yaml:"glance,omitempty"`
	KeyIndicators []string        `yaml:"key_indicators,omitempty"`
	About         Text            `yaml:"about,omitempty"`
	Glossary      []entry         `yaml:"glossary,omitempty"`
	Position      source.Position `yaml:"-"`
}

type entry struct {
	Name     string          `yaml:"name,omitempty"`
	Role     string          `yaml:"role,omitempty"`
	Term     string          `yaml:"term,omitempty"`
	Meaning  string          `yaml:"meaning,omitempty"`
	Position source.Position `yaml:"-"`
}

func decodePage(t *testing.T, file string) page {
	t.Helper()
	var o page
	var problems, warnings source.Problems
	Decode("o.yaml", []byte(file), &o, &problems, &warnings)
	if err := problems.Err(); err != nil {
		t.Fatalf("%q: %v", file, err)
	}
	return o
}

// The word MARK is once in each file, which holds it under glance.
func TestPositionsInEveryScalarStyle(t *testing.T) {
	for name, file := range map[string]string{
		"plain":                    "glance: some text MARK here\n",
		"plain, non-ASCII before":  "glance: £2m – naïve MARK here\n",
		"plain over lines":         "glance: some text\n  goes on\n\n  after a blank MARK here\nabout: x\n",
		"plain on the next line":   "glance:\n  some text\n  and MARK here\n",
		"plain with anchor":        "glance: &a some MARK\nabout: *a\n",
		"single quoted":            "glance: 'it''s a MARK'\n",
		"single over lines":        "glance: 'it''s   \n   a\n\n\n  long MARK'\n",
		"double quoted":            `glance: "say \"hello\" MARK"` + "\n",
		"double with escapes":      `glance: "caf\u00e9 \x41\U0001F600\t\n MARK"` + "\n",
		"double over lines":        "glance: \"one\n  two\n\n  three MARK\"\n",
		"double, escaped break":    "glance: \"one \\\n    two \\\n\n   \\ MARK\"\n",
		"double on the next line":  "glance:\n  \"one\n  MARK\"\n",
		"literal":                  "glance: |\n  one\n\n  two MARK\n",
		"literal, deeper lines":    "glance: |\n  one\n      two\n    MARK\n",
		"literal, keep":            "glance: |+\n  one\n\n  two MARK\n\n\nabout: x\n",
		"literal, strip":           "glance: |-\n  one\n\n  two MARK\n",
		"literal, indentation":     "glance: |2\n    indented MARK\n  less\n",
		"literal, both indicators": "glance: |-2\n    indented\n  MARK\n",
		"literal, comment":         "glance: | # a comment\n  MARK\n",
		"literal, blank first":     "glance: |\n\n\n  MARK\n",
		"literal, anchor":          "glance: &a |\n   one\n   MARK\nabout: *a\n",
		"literal, emoji":           "glance: |\n  😀 é MARK\n",
		"folded":                   "glance: >\n  one\n  two\n\n  three MARK\n",
		"folded, deeper lines":     "glance: >\n  one\n    - two\n    - MARK\n  three\n",
		"folded, deeper then less": "glance: >-\n  one\n    - two\n\n  three\n  MARK\n",
		"folded, indentation":      "glance: >2\n    one\n  two MARK\n",
		"folded, keep":             "glance: >+\n\n  one\n  MARK\n\n",
		"flow mapping":             "{glance: one MARK, about: two}\n",
		"trailing blanks":          "glance: |\n  one   \n  two MARK  \n",
	} {
		t.Run(name, func(t *testing.T) {
			for _, v := range []struct{ name, file string }{
				{"LF", file}, {"CRLF", strings.ReplaceAll(file, "\n", "\r\n")}, {"BOM", "\ufeff" + file},
			} {
				text := decodePage(t, v.file).Glance
				offset := strings.Index(text.Markdown, "MARK")
				if offset < 0 {
					t.Fatalf("%s: the text is %q", v.name, text.Markdown)
				}
				plain := strings.TrimPrefix(strings.ReplaceAll(v.file, "\r\n", "\n"), "\ufeff")
				line, column := lineColumn(plain, strings.Index(plain, "MARK"))
				want := source.Position{File: "o.yaml", Line: line, Column: column}
				if got := text.At(offset); got != want {
					t.Errorf("%s: MARK is at %v; want %v", v.name, got, want)
				}
				runs(t, text)
			}
		})
	}
}

// runs checks that the characters of a run follow one another in the file.
func runs(t *testing.T, text Text) {
	t.Helper()
	for from := 0; from < len(text.Markdown); {
		end := text.Run(from)
		if end <= from {
			t.Fatalf("the run from %d ends at %d", from, end)
		}
		for i := range text.Markdown[from:end] {
			if got, want := text.At(from+i), text.At(from).After(text.Markdown[from:from+i]); got != want {
				t.Errorf("offset %d of %q is at %v; want %v", from+i, text.Markdown, got, want)
			}
		}
		from = end
	}
}

func TestAnEmptyTextHasThePositionOfItsKey(t *testing.T) {
	for _, file := range []string{"about: x\nglance:\n", "about: x\nglance: ''\n", "about: x\nglance: ~\n", "about: x\nglance: |\n"} {
		text := decodePage(t, file).Glance
		if want := (source.Position{File: "o.yaml", Line: 2, Column: 1}); text.Position != want || text.At(0) != want {
			t.Errorf("%q: got %v and %v; want %v", file, text.Position, text.At(0), want)
		}
		if text.IsZero() {
			t.Errorf("%q: the key is there", file)
		}
	}
	if text := decodePage(t, "about: x\n").Glance; !text.IsZero() {
		t.Errorf("an absent key gives %+v", text)
	}
}

// Whatever style YAML writes a text in, every character that isn't blank
// is where the text says.
func TestPositionsOfRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(2014, 326))
	words := []string{"care", "£2.8m", "– x", "it's", `"so"`, "naïve", "#1", "- item", "a: b", "| cell |", "\\*", "{{ year }}", "😀", "&", "*"}
	styles := []yaml.Style{0, yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle, yaml.LiteralStyle, yaml.FoldedStyle}
	for range rounds.Of(t, 3000) {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(words[r.IntN(len(words))])
			b.WriteString([]string{" ", " ", "\n", "\n\n", "\n  ", "  ", " \n"}[r.IntN(7)])
		}
		style := styles[r.IntN(len(styles))]
		node := yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{
			{Kind: yaml.ScalarNode, Value: "glance"}, {Kind: yaml.ScalarNode, Value: b.String(), Style: style, Tag: "!!str"},
		}}
		data, err := yaml.Marshal(&node)
		if err != nil {
			t.Fatal(err)
		}
		file := "# first\n" + string(data) + "about: y\n"
		checkPositions(t, file, decodePage(t, file).Glance)
		if t.Failed() {
			return
		}
	}
}

// checkPositions compares each letter of a text with the file. Escapes in
// double quotes stand for letters that the file doesn't spell.
func checkPositions(t *testing.T, file string, text Text) {
	t.Helper()
	lines := strings.Split(file, "\n")
	for i, c := range text.Markdown {
		if strings.ContainsRune(" \n", c) {
			continue
		}
		at := text.At(i)
		if at.Line < 1 || at.Line > len(lines) {
			t.Errorf("%q in %q: line %d", c, file, at.Line)
			return
		}
		line := []rune(lines[at.Line-1])
		if at.Column < 1 || at.Column > len(line) || line[at.Column-1] != c && line[at.Column-1] != '\\' {
			t.Errorf("%q at byte %d of %q: %v, in\n%s", c, i, text.Markdown, at, file)
			return
		}
	}
}

func TestNewTextIsLikeALiteralBlock(t *testing.T) {
	text := NewText("one\ntwo é MARK", source.Position{File: "f", Line: 7, Column: 5})
	if got, want := fmt.Sprint(text.At(strings.Index(text.Markdown, "MARK"))), "f:8:11"; got != want {
		t.Errorf("got %s; want %s", got, want)
	}
}

// A place far into a long line is that of its character, not of its byte.
func TestAtInALongLine(t *testing.T) {
	markdown := strings.Repeat("é", 5000) + "\n" + strings.Repeat("x", 3000)
	text := NewText(markdown, source.Position{File: "f", Line: 3, Column: 3})
	for offset, want := range map[int]source.Position{
		2 * 4000:   {File: "f", Line: 3, Column: 4003},
		2*4000 + 1: {File: "f", Line: 3, Column: 4003},
		10_001:     {File: "f", Line: 4, Column: 3},
		13_000:     {File: "f", Line: 4, Column: 3002},
	} {
		if at := text.At(offset); at != want {
			t.Errorf("byte %d stands at %v; want %v", offset, at, want)
		}
	}
}
