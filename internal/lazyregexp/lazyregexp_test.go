package lazyregexp

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestNeeds(t *testing.T) {
	for _, test := range []struct {
		expression string
		want       needs
	}{
		{`gas`, needs{"gas"}},
		{`(?i)\bGas\b`, needs{"gas"}},
		{`(?i)\b(?:rose|fell)\s+by\b`, needs{"rose", "fell"}},
		{`(?i)\bunderspen(?:d|t|ding)\b`, needs{"unders"}},
		{`\w+ of the`, needs{" of th"}},
		{`(?:a|b)?c`, needs{"ac", "bc", "c"}},
		{`(?:reserves?)+`, needs{"reserv"}},
		{`£[45]`, needs{"£4", "£5"}},
		{`(?i)£5[–-]6`, needs{"£5–", "£5-6"}},
		{`(?i)cafés`, needs{"caf"}},
		{`co-?op`, needs{"co-op", "coop"}},
		{`caf[eé]s`, needs{"cafes", "cafés"}},
		// Nothing is known of these, or there is nothing to win.
		{`^Total\b`, nil},
		{`(?:rose|[^x]*)`, nil},
		{`(?:rose)?`, nil},
		{`(?:rose|)`, nil},
		{`(?i)\bé`, nil},
		{`\x{FFFD}`, nil},
		{`[\x{FFFD}]`, nil},
		{`.*`, nil},
		{`[^a]`, nil},
	} {
		got := New(test.expression).needs
		slices.Sort(got)
		slices.Sort(test.want)
		if !slices.Equal(got, test.want) || (got == nil) != (test.want == nil) {
			t.Errorf("%s needs %q, want %q", test.expression, got, test.want)
		}
	}
}

// TestMatches is what the expression says, by each method, on texts shorter and longer
// than those whose pairs are kept.
func TestMatches(t *testing.T) {
	filler := strings.Repeat("words without it ", 10)
	for _, test := range []struct{ expression, text string }{
		{`(?i)(g)as`, "a GAS bill and gas"},
		{`(?i)(g)as`, "a bill"},
		{`\b(one|two)\b( of)?`, "one of two, money twofold\xffone"},
		{`(?i)\b(?:more than|under)\s+([0-9]+)(x)?`, "Under 5 and more than\n6 plunder 7"},
		{`(?i)\b(k)ilt|(s)ash`, "a \u212Ailt and a ſash"},
		{`(?i)[kx]`, "300 \u212A"},
		{`(s)ash`, "a ſash"},
		{`(?i)(é)tude`, "ÉTUDE"},
		{`(a)?`, "bbb"},
		{`(\xff|a)`, "\xff a"},
	} {
		for _, text := range []string{test.text, filler + test.text, test.text + filler, filler} {
			want, got := regexp.MustCompile(test.expression), New(test.expression)
			bracket := func(s string) string { return "<" + s + ">" }
			same := want.MatchString(text) == got.MatchString(text) &&
				want.FindString(text) == got.FindString(text) &&
				slices.Equal(want.FindStringIndex(text), got.FindStringIndex(text)) &&
				slices.Equal(want.FindStringSubmatch(text), got.FindStringSubmatch(text)) &&
				slices.Equal(want.FindStringSubmatchIndex(text), got.FindStringSubmatchIndex(text)) &&
				slices.Equal(want.FindAllString(text, -1), got.FindAllString(text, -1)) &&
				slices.EqualFunc(want.FindAllStringIndex(text, -1), got.FindAllStringIndex(text, -1), slices.Equal) &&
				slices.EqualFunc(want.FindAllStringSubmatch(text, -1), got.FindAllStringSubmatch(text, -1), slices.Equal) &&
				slices.EqualFunc(want.FindAllStringSubmatchIndex(text, 1), got.FindAllStringSubmatchIndex(text, 1), slices.Equal) &&
				want.ReplaceAllString(text, "-") == got.ReplaceAllString(text, "-") &&
				want.ReplaceAllString(text, "$1!") == got.ReplaceAllString(text, "$1!") &&
				want.ReplaceAllStringFunc(text, bracket) == got.ReplaceAllStringFunc(text, bracket)
			if !same {
				t.Errorf("%s on %q isn't what the expression says", test.expression, text)
			}
		}
	}
}

// TestManyStarts: a text in which ever so many matches begin, and none ends, takes about
// the time of the expression itself.
func TestManyStarts(t *testing.T) {
	starts := New(`\[[^\]]*\]\(`).starts()
	if starts == nil {
		t.Fatal("the expression has no starts")
	}
	for _, text := range []string{strings.Repeat("[a](", 100), strings.Repeat("[ and more words", mostWork/300), strings.Repeat("[", 4)} {
		var at places
		if starts.few(text, &at); at.few() {
			t.Errorf("each place is tried in a text of %d bytes", len(text))
		}
	}
	for _, text := range []string{"", "[]", strings.Repeat("a [link] and more words", 40)} {
		var at places
		if starts.few(text, &at); !at.few() {
			t.Errorf("a text of %d bytes with few places isn't tried place by place", len(text))
		}
	}
}

func TestStarts(t *testing.T) {
	for _, test := range []struct {
		expression string
		want       string // the text with each place marked, or "" for none known
	}{
		{`(?i)\b(?:more than|under)\s`, "|More than it is plunder or |UNDER 5"},
		{`(?:(?:our|the)\s+)?two`, "|the |two of |our tenths"},
		{`[A-C]\d`, "a1|A1B of é |B2"},
		{`\pL+ly`, ""},
		{`[éü]\d`, "a|é1 of é |ü2 e"},
		{`(?m)^[ \t]*:::`, "|:::\n\n|\t:::\nb:::"},
		{`(?m)^(?:# |.*\n=)`, "|:::\n|\n|b:::\n"},
		{`(?m)^\s*$`, ""},
		{`(?m)^a|b`, "|a|b\n|a"},
		{`(?:^|[( ])one`, "|one| |one of|(|one"},
		{`^one`, "|one and one"},
		{`^(?:one|\d)`, "|1 one"},
		{`(?i)^\s*(?:total|sum)`, "|\tSum\n total"},
		{`^one|^two`, "|two one"},
		{`^\s*$`, ""},
		{`^.*one`, ""},
		{`[^a]b`, ""},
		{`.b`, ""},
		{`a?`, ""},
	} {
		starts := New(test.expression).starts()
		text := strings.ReplaceAll(test.want, "|", "")
		var got strings.Builder
		if starts != nil {
			end := 0
			for at := starts.from(text, 0); at >= 0; at = starts.from(text, at+1) {
				got.WriteString(text[end:at] + "|")
				end = at
			}
			got.WriteString(text[end:])
		}
		if got.String() != test.want {
			t.Errorf("%s begins at %q, want %q", test.expression, got.String(), test.want)
		}
	}
}

// FuzzRegexp holds the matches against those that the expression has by itself.
func FuzzRegexp(f *testing.F) {
	for _, seed := range [][2]string{
		{`(?i)\b(?:rose|fell|went (?:up|down))\s+(?:by|to)\b`, "It Rose to 5"},
		{`(?i)\b(\d{1,3}(?:,\d{3})*)\s+(?:of|out of)\s+(?:the\s+)?(\d+)`, "12 out of the 40"},
		{`(?i)k+s*[a-f]{2,3}x?`, "\u212Aſabx"},
		{`(?:£\s?[0-9][0-9,]*(?:\.\d+)?)\s?(?:m|bn|k)?\b`, "£ 4.5m"},
		{`(?s)a.*?(?:b|$)|^c`, "a\n"},
		{`[^\n]{2,}é?`, "xé"},
		{`(?U)a{1,2}b{0,3}(?-U)c+`, "abbc"},
		{`\pL+[-–]\d`, "é–3"},
		{`(?i)\b(?:(one)|two|[0-9]+) (?:of|in)\b(\s+ten)?`, "One of ten, twone in 2 in tenth 12 of"},
		{`(?:ab|abc)(?:c|d)?|\bx+y`, "abcd xxy"},
		{`(?m)a?^b|b$`, "b\nab"},
		{`\Q(`, "a(b"},
		{`(?m)^[ \t>]*(?:#+|[^\n]*\n=+)[ \t]*$`, "a\n# b\n\nc\n==\n"},
		{`(?:^|[\s(])(two|[0-9]+) (\pL+)`, "two a (5 é\xff two b"},
		{`(?i)(?:\b(?:the|our)\s+)?\b(\d+|two) (\pL*s)`, "Our two plans, the 5 Boards"},
		{`(?:^a|^|b)c`, "c\nac bc"},
		{`(?:no|not) (\d)`, strings.Repeat("no 5 and not one of the many other words that are in this text, ", 20)},
		{`[é-ü]+\B|\Bx`, "aéü xx \xc3"},
		{`^(?:one|two)( of)?`, "one of one"},
		{`^one|^t`, "a\none"},
		{`(?:\A|x)one|one\b`, "xone, one\none"},
		{`(?m)(?:^|x)one|one\b`, "xone, one\none -one"},
		{`-(?:\b|\B)e|\Bé`, "a-e é-é --e"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, expression, text string) {
		if len(expression) > 200 {
			return
		}
		re, err := regexp.Compile(expression)
		if err != nil {
			return
		}
		lazy := New(expression)
		for _, text := range []string{text, text + strings.Repeat(" and more words", 5) + text} {
			want, got := re.FindAllStringSubmatchIndex(text, -1), lazy.FindAllStringSubmatchIndex(text, -1)
			if !slices.EqualFunc(want, got, slices.Equal) {
				t.Errorf("%q in %q: %v, want %v", expression, text, got, want)
			}
			if got, want := lazy.ReplaceAllStringFunc(text, strings.ToUpper), re.ReplaceAllStringFunc(text, strings.ToUpper); got != want {
				t.Errorf("%q in %q replaced: %q, want %q", expression, text, got, want)
			}
		}
	})
}
