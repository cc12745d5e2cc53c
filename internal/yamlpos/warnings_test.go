package yamlpos

import (
	"fmt"
	"strings"
	"testing"

	"apr/internal/source"
)

// form is a page of which an entry needs its keys.
type form struct {
	Foreword Text            `yaml:"foreword,omitempty"`
	Title    string          `yaml:"title,omitempty"`
	State    string          `yaml:"state,omitempty" jsonschema:"enum=draft,enum=final"`
	None     bool            `yaml:"none,omitempty"`
	Number   int             `yaml:"number,omitempty"`
	Entries  []formEntry     `yaml:"entries,omitempty"`
	Position source.Position `yaml:"-"`
}

type formEntry struct {
	Title  string `yaml:"title" jsonschema:"required"`
	Action Text   `yaml:"action" jsonschema:"required"`
}

// What YAML takes away from a text is reported with its place and doesn't stop the
// reading; what it leaves whole isn't told.
func TestWhatYAMLSwallowsIsReported(t *testing.T) {
	for _, test := range []struct{ name, file, want string }{
		{"a number sign", "foreword: We are #1 in Scotland\n", "1:18 cut-off"},
		{"a number sign with a blank", "foreword: We are the best # in Scotland\n", "1:27 cut-off"},
		{"in the second line", "foreword: We are\n  the #1 board\n", "2:7 cut-off"},
		{"in a text of a list", "entries:\n  - title: T\n    action: Ward #4 was closed\n", "3:18 cut-off"},
		{"in a short text", "title: Ward #4 closed\n", "1:13 cut-off"},
		{"in a short text with a blank", "title: The ward # 4 closed\n", "1:17 cut-off"},
		{"non-ASCII before it", "foreword: £2m – naïve #1\n", "1:23 cut-off"},
		{"a heading before a plain text", "foreword:\n  # Our year\n  It was good.\n", "2:3 cut-off"},
		{"a heading that isn't indented as its text", "foreword: |\n    It was good.\n  ## Next year\nnone: true\n", "3:3 cut-off"},
		{"an anchor", "foreword: &more care at home\n", "1:11 cut-off"},

		{"paragraphs in a folded text", "foreword: >\n  One.\n\n  Two.\n", "4:3 folded"},
		{"of several only the first", "foreword: >-\n  One.\n\n  Two.\n\n  Three.\n", "4:3 folded"},
		{"paragraphs in a plain text", "foreword: One.\n\n  Two.\n", "3:3 folded"},
		{"paragraphs in double quotes", "foreword: \"One.\n\n  Two.\"\n", "3:3 folded"},
		{"paragraphs in single quotes", "foreword: 'One.\n\n  Two.'\n", "3:3 folded"},
		{"a list in a folded text", "foreword: >\n  We did:\n  - one\n  - two\n", "3:3 folded"},
		{"a numbered list", "foreword: >\n  We did:\n  1. one\n  2. two\n", "3:3 folded"},
		{"a pasted list", "foreword: >\n  We did:\n  • one\n  • two\n", "3:3 folded"},
		{"a table", "foreword: >\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n", "3:3 folded"},
		{"a heading in a folded text", "foreword: >\n  ## One\n  Two.\n", "3:3 folded"},
		{"a quotation", "foreword: >\n  They said:\n  > Well done.\n", "3:3 folded"},

		{"yes", "foreword: yes\n", "1:11 yes-no"},
		{"NO", "entries: [{title: T, action: NO}]\n", "1:30 yes-no"},
		{"false", "foreword: false\n", "1:11 yes-no"},

		{"a key", "entries:\n  - action: Done.\n", "2:5 missing-key"},
		{"a key without a value", "entries:\n  - title:\n    action: Done.\n", "2:5 missing-value"},
		{"an empty value", "entries:\n  - title: \"\"\n    action: Done.\n", "2:12 missing-value"},
		{"a text", "entries:\n  - title: T\n", "2:5 missing-text"},
		{"an entry", "entries:\n  - \n  - {title: T, action: Done.}\n", "2:4 missing-value"},

		{"a remark behind two blanks", "title: The ward  # as it is called\n", ""},
		{"a remark behind a word", "title: Ward # as it is called\n", ""},
		{"a remark behind a choice", "state: final # at last\nnone: true # nothing\nnumber: 3 # three\n", ""},
		{"remarks between keys", "# one\nforeword: |\n  It was good.\n# two\n\n  # three\nnone: true\n", ""},
		{"a number sign in quotes", "foreword: 'We are #1'\n", ""},
		{"a number sign in a block", "foreword: |\n  We are #1\n  # and more\n", ""},
		{"a number sign without a blank", "foreword: C#1\n", ""},
		{"an anchor that is used", "foreword: &a care\nentries: [{title: T, action: *a}]\n", ""},
		{"a folded paragraph", "foreword: >\n  One\n  two.\n", ""},
		{"a plain paragraph", "foreword: One\n  two - three\n  four.\n", ""},
		{"folded paragraphs two lines apart", "foreword: >\n  One.\n\n\n  Two.\n", ""},
		{"paragraphs in a block", "foreword: |\n  One.\n\n  - two\n  - three\n", ""},
		{"a list that is indented more", "foreword: >\n  We did\n\n    - one\n    - two\n", ""},
		{"escaped paragraphs", "foreword: \"One.\\n\\nTwo.\"\n", ""},
		{"yes in a sentence", "foreword: yes, it was\n", ""},
		{"yes where it is asked for", "none: yes\n", ""},
	} {
		var got form
		var fatal, warnings source.Problems
		Decode("o.yaml", []byte(test.file), &got, &fatal, &warnings)
		if err := fatal.Err(); err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		var found []string
		for _, p := range warnings.List() {
			found = append(found, fmt.Sprintf("%d:%d %s", p.Position.Line, p.Position.Column, p.Code))
			if p.Message == "" || p.Hint == "" && p.Code != "missing-key" && p.Code != "missing-value" && p.Code != "missing-text" {
				t.Errorf("%s: %v says too little", test.name, p)
			}
		}
		if s := strings.Join(found, ", "); s != test.want {
			t.Errorf("%s: %q tells %q; want %q", test.name, test.file, s, test.want)
		}
	}
}

// A message names what is wrong and not what the parser stumbled over.
func TestWhatIsWrongIsSaidInTheAuthorsWords(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{"foreword: |\n  A\n<<<<<<< HEAD\n  B\n=======\n  C\n>>>>>>> main\n", "o.yaml:3:1: Git left two versions of these lines here"},
		{"none: true\n=======\n", "o.yaml:2:1: Git left"},
		{"foreword: |\n  A\n\u00a0\u00a0B\nnone: true\n", "o.yaml:3:1: a no-break space is in the indentation"},
		{"entries:\n  - title: A\n\u00a0\u00a0\u00a0 action: B\n", "o.yaml:3:1: a no-break space is in the indentation"},
		{"entries:\n  - title: A\n  \u2003action: B\n", "o.yaml:3:3: a wide space is in the indentation"},
		{"foreword:\u00a0Hello\n", "o.yaml:1:10: a no-break space is behind the colon"},
		{"none: true\nforeword:\u00a0Hello\n", "o.yaml:2:10: a no-break space is behind the colon"},
		{"foreword: **Home** first\n", `o.yaml:1:1: a text can't begin with "*" here`},
		{"foreword: *Home* first\n", `o.yaml:1:1: a text can't begin with "*" here`},
		{"foreword: *home\n", `o.yaml:1:1: "*home" refers to an anchor that isn't there`},
		{"foreword: @home\n", `o.yaml:1:1: a text can't begin with "@" here`},
		{"foreword: We are\n  # hidden\n  best\n", `o.yaml:2:3: the text is cut off`},
		{"foreword:Hello there\n", "o.yaml:1:1: expected a mapping"},
		{"entries: [{title: “???0”}]\n", "o.yaml:1:1: \"?\" stands between braces or brackets without quotation marks"},
		{"entries: [{title: #1}]\n", "o.yaml:1:1: \"#\" begins a remark between braces"},
		{"foreword: ? why\n", `o.yaml:1:1: a text can't begin with "?" here`},
		{"foreword: !important point\n", `o.yaml:1:11: a text can't begin with "!" here`},
		{"foreword: [Home first] is the plan\n", `o.yaml:1:1: a text can't begin with "[" here`},
		{"foreword: \"Home\" first\n", "o.yaml:1:1: there is text behind a closing quotation mark"},
		{"foreword: 'It's ours'\n", "o.yaml:1:1: there is text behind a closing quotation mark"},
		{"foreword:\n  - one\n  - two\n", `o.yaml:2:3: foreword: expected a text, found a list`},
		{"foreword: We are\n  the best # in Scotland\n  and more\n", `o.yaml:2:12: the text is cut off`},
		{"number: 34,2\n", "o.yaml:1:9: number: expected a whole number, found the text \"34,2\""},
	} {
		var got form
		var fatal, warnings source.Problems
		Decode("o.yaml", []byte(test.file), &got, &fatal, &warnings)
		list := fatal.List()
		if len(list) == 0 || !strings.HasPrefix(list[0].Error(), test.want) {
			t.Errorf("%q: got %v; want %s", test.file, list, test.want)
			continue
		}
		if list[0].Hint == "" {
			t.Errorf("%q: no hint with %v", test.file, list[0])
		}
		if strings.Contains(list[0].Hint, "342 ") || strings.HasSuffix(list[0].Hint, "342") {
			t.Errorf("%q: the hint %q makes ten times as many of them", test.file, list[0].Hint)
		}
	}
	for file, want := range map[string]string{"number: 034,200\n": "write 034200", "number: 1.0\n": "write 1", "number: 12 345\n": "write 12345"} {
		var got form
		var fatal, warnings source.Problems
		Decode("o.yaml", []byte(file), &got, &fatal, &warnings)
		if list := fatal.List(); len(list) != 1 || list[0].Hint != want {
			t.Errorf("%q: got %v; want the hint %q", file, list, want)
		}
	}
	for file, want := range map[string]int{"number: 34,200\n": 34200, "number: 1,234,567\n": 1234567, "number: 342\n": 342} {
		var got form
		var fatal, warnings source.Problems
		Decode("o.yaml", []byte(file), &got, &fatal, &warnings)
		if list := fatal.List(); len(list) != 0 || got.Number != want {
			t.Errorf("%q: got %d, %v; want %d", file, got.Number, list, want)
		}
	}
	var got form
	var fatal, warnings source.Problems
	Decode("o.yaml", []byte("foreword: "+strings.Repeat("x", maxYAML)), &got, &fatal, &warnings)
	if list := fatal.List(); len(list) != 1 || !strings.Contains(list[0].Message, "1,048,586 bytes") || !strings.Contains(list[0].Message, "1,048,576") {
		t.Errorf("got %v", list)
	}
}
