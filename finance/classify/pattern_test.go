package classify

import (
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"apr/internal/table/celltext"
)

func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		pattern string
		yes, no []string
	}{
		{"40000-40999", []string{"40000", "40500", "40999", " 40500 "}, []string{"39999", "41000", "040500", "4050", "40500a", ""}},
		{"0400-0499", []string{"0400", "0455"}, []string{"400", "455", "00455"}},
		{"1-999", []string{"1", "57", "057", "999"}, []string{"0", "1000", "x"}},
		{"A100-A199", []string{"a150", "A100"}, []string{"B150", "150", "A200"}},
		{"CC-12|ward ?", []string{"cc-12", "Ward 2", "WARD B"}, []string{"cc", "ward 22", "12"}},
		{"*nursing*", []string{"Agency nursing staff", "NURSING"}, []string{"nurse"}},
		{"*", []string{"", "anything"}, nil},
		{" Day services | 4300 ", []string{"day services", "4300"}, []string{"day", "4301"}},
		{"caf?", []string{"café"}, []string{"cafés"}},
		{"“C110|C120”", []string{"C110", "c120"}, []string{"C130"}},
		{"“C110”|“C120*”", []string{"C110", "C1201"}, []string{"C130"}},
		{"‘C110 | C120’", []string{"C110", "C120"}, nil},
		{"“C110”–“C120”", []string{"C110", "C115"}, []string{"C130"}},
		{`"C110"-"C120"`, []string{"C110", "C115"}, []string{"C130"}},
		{`"C11*"`, []string{"C110"}, []string{"C120"}},
		{"NHS\u00a0Testmoor", []string{"NHS Testmoor"}, []string{"NHS  Testmoor", "NHSTestmoor"}},
		{`The "Hub"`, []string{`The "Hub"`}, []string{"The Hub"}},
		{"“???0”", []string{"C110"}, []string{"C111"}},
		{"care at-home", []string{"Care at-home"}, []string{"care"}},
	} {
		p, err := CompilePattern(c.pattern)
		if err != nil {
			t.Errorf("%q: %v", c.pattern, err)
			continue
		}
		for _, v := range c.yes {
			if !p.Matches(celltext.Fold(v)) {
				t.Errorf("%q doesn't match %q", c.pattern, v)
			}
		}
		for _, v := range c.no {
			if p.Matches(celltext.Fold(v)) {
				t.Errorf("%q matches %q", c.pattern, v)
			}
		}
	}
}

func TestPatternsThatCannotBe(t *testing.T) {
	for pattern, want := range map[string]string{
		"":                            "the pattern is empty; * matches anything",
		"4000||4100":                  "an alternative next to | is empty",
		"4999-4000":                   "the range 4999-4000 runs backwards",
		"1-99999999999999999999999":   "the ends of the range 1-99999999999999999999999 are too long",
		"| ":                          "an alternative next to | is empty",
		"4000 | 00002-00001 | wards*": "the range 00002-00001 runs backwards",
	} {
		if _, err := CompilePattern(pattern); err == nil || err.Error() != want {
			t.Errorf("%q: %v; want %s", pattern, err, want)
		}
	}
}

// The matcher of wildcards agrees with the standard library's on texts without
// the signs that mean more to that one.
func FuzzGlob(f *testing.F) {
	f.Add("*ab*a?", "xxabyaz")
	f.Add("a*b*c", "abcbc")
	f.Fuzz(func(t *testing.T, glob, value string) {
		if strings.ContainsAny(glob, `[]\/`) || strings.Contains(value, "/") || len(glob) > 12 || len(value) > 40 ||
			!utf8.ValidString(glob) || !utf8.ValidString(value) { // ledgers are decoded before
			t.Skip()
		}
		want, err := path.Match(glob, value)
		if got := globMatches(glob, value); err != nil || got != want {
			t.Errorf("globMatches(%q, %q) = %v; want %v, %v", glob, value, got, want, err)
		}
	})
}
