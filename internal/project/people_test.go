package project

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"apr/internal/source"
)

const peopleProject = "authority: {name: Falkirk}\nyear: 2025/26\n"

// withPeople loads a project with these texts of regulation 5 and this people.yaml.
func withPeople(t *testing.T, regulation5, people string) (*Project, error) {
	t.Helper()
	return Load(t.Context(), Options{Today: time.Date(2026, 7, 19, 15, 0, 0, 0, time.UTC), FS: fstest.MapFS{
		"apr.yaml":                    {Data: []byte(peopleProject)},
		"narrative/regulation-5.yaml": {Data: []byte(regulation5)},
		"people.yaml":                 {Data: []byte(people)},
	}})
}

const fiveTexts = "assessment: |\n  We bought well, and say so in five\n  ways.\ncontribution: |\n  STUB: to write\nthemes:\n  - title: A\n    text: Spending well.\n"

func TestTextStatuses(t *testing.T) {
	sum := WordsSum("We bought well, and say so in five ways.")
	r, err := withPeople(t, fiveTexts, `people:
  - {name: Ailsa Bell, role: Chief Officer, initials: AB, email: a.bell@example.org}
texts:
  regulation-5.assessment:
    owner: ab
    due: 2026-06-12
    words: 8
    signed_off: {by: Ailsa Bell, on: 2026-07-01, sha256: `+sum+`}
  regulation-5.contribution: {owner: A.Bell@example.org, due: 2026-07-19, status: agreed}
  regulation-5.efficiencies: {due: 2026-07-09}
  regulation-6.consultation: {due: 2026-07-09, status: agreed}
  regulation-5.themes[0].text: {status: agreed, words: 1, due: 2026-01-01}
`)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range r.TextStatuses() {
		got = append(got, fmt.Sprintf("%s|%s|%s|%d|%d|%d|%s", s.Name, s.Owner, s.State, s.Count, s.Over(), s.DaysLate(r.Today), s.Place()))
	}
	want := []string{
		"regulation-5.assessment|Ailsa Bell|signed off|9|1|0|narrative/regulation-5.yaml:2:3",
		"regulation-5.contribution|Ailsa Bell|empty|0|0|0|narrative/regulation-5.yaml:5:3", // whatever status says
		"regulation-5.efficiencies||empty|0|0|10|people.yaml:10:3",                         // its key is yet to come
		"regulation-5.themes[0].text||agreed|2|1|0|narrative/regulation-5.yaml:8:11",
		"regulation-6.consultation||empty|0|0|0|people.yaml:11:3", // it was agreed to leave it out
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := r.TextsOf("AB"); len(got) != 2 {
		t.Errorf("AB has %q", got)
	}
	if len(r.Problems) != 0 {
		t.Errorf("problems %v", r.Problems)
	}
	for _, in := range r.Inputs() {
		if in.File == PeopleFile {
			t.Error("people.yaml is an input of the report; a sign-off after the build would be a difference")
		}
	}
}

// A sign-off holds for the words, whatever breaks the lines, and lapses with any other edit.
func TestASignOffHoldsForTheVeryWords(t *testing.T) {
	const signed = "Emergency admissions fell to {{ value \"NI12\" }}.\n\nCaf\u00e9s **opened**.\n"
	sum := WordsSum(signed)
	for _, same := range []string{
		"Emergency admissions fell\nto {{ value \"NI12\" }}.\n\nCaf\u00e9s **opened**.",
		"Emergency admissions  fell to {{ value \"NI12\" }}.\r\n\r\nCafe\u0301s **opened**.\r\n",
		"unchanged: reviewed by A Bell on 2026-05-01\n\n" + signed,
		"Emergency admissions fell to\u00a0{{ value \"NI12\" }}.\n\nCaf\u00e9s **opened**.",
	} {
		if WordsSum(same) != sum {
			t.Errorf("the sign-off lapses with %q", same)
		}
	}
	for _, other := range []string{
		"Emergency admissions rose to {{ value \"NI12\" }}.\n\nCaf\u00e9s **opened**.\n",
		"Emergency admissions fell to {{ value \"NI13\" }}.\n\nCaf\u00e9s **opened**.\n",
		"Emergency admissions fell to {{ value \"NI12\" }}.\n\nCaf\u00e9s opened.\n",
		"Emergency admissions fell to {{ value \"NI12\" }}\n\nCaf\u00e9s **opened**.\n",
		"emergency admissions fell to {{ value \"NI12\" }}.\n\nCaf\u00e9s **opened**.\n",
		"Emergency admissions fell to {{ value \"NI12\" }}.\n\nCafes **opened**.\n",
		"Emergency admissions fell to {{ value \"NI12\" }}.\n\nCaf\u00e9s **opened**.\n<!-- no claim: x -->",
		"",
	} {
		if WordsSum(other) == sum {
			t.Errorf("the sign-off holds for %q", other)
		}
	}
}

func TestALapsedSignOffSaysWhereItsWordsWent(t *testing.T) {
	r, err := withPeople(t, fiveTexts, "people: [{name: A}]\ntexts:\n  regulation-5.assessment:\n    signed_off: {by: A, on: 2026-07-01, sha256: "+WordsSum("Spending well.")+"}\n")
	if err != nil {
		t.Fatal(err)
	}
	if s := r.TextStatuses()[0]; s.State != Lapsed || s.Moved != "regulation-5.themes[0].text" {
		t.Errorf("%s, moved to %q", s.State, s.Moved)
	}
}

func TestCountWords(t *testing.T) {
	for text, want := range map[string]int{
		"":                               0,
		"one two - three – four":         4,
		"# A heading\n\n* one\n* two\n":  4,
		"It is {{ value \"NI12\" }} now": 4,
		"[the plan](https://example.org) says so":                      4,
		"[Slàinte mhath]{lang=gd} to all":                              4,
		"::: {lang=gd}\nFàilte oirbh\n:::":                             2,
		"::: {.spotlight title=\"Link workers\"}\nThey helped.\n:::\n": 4,
		"::: {.quotation by='a carer'}\nHeard.\n:::":                   3,
		"::: tiles\n- **1,240** people. Source: us\n:::":               4,
		"![A ward](a.png){.left width=50%}":                            2,
		"A note[^1].\n\n[^1]: In words.":                               4,
		"no <!-- no claim: of one ward --> claim":                      2,
		"| a | b |\n|---|---|\n| 1 | 2,300 |":                          4,
		"well-known and/or don't":                                      3,
	} {
		if got := CountWords(text); got != want {
			t.Errorf("%q has %d words; want %d", text, got, want)
		}
	}
}

// What people.yaml names and nobody has is told, and stops nothing.
func TestPeopleNamesWhatThereIs(t *testing.T) {
	r, err := withPeople(t, fiveTexts, `people:
  - name: Ailsa Bell
  - name: Jo Kerr
    initials: AB
  - name: ailsa  bell
texts:
  regulation-5.asessment: {owner: Ailsa Bel}
  regulation-12.foo: {owner: Jo Kerr}
  regulation-5.themes[1].text: {}
`)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range r.Problems {
		got = append(got, fmt.Sprintf("%s %s: %s; %s", p.Position, p.Code, p.Message, p.Hint))
	}
	want := []string{
		`people.yaml:5:11 repeated-person: "ailsa bell" is two people; the first on line 2 is meant wherever it is named; take one out, or name them apart`,
		`people.yaml:7:3 unknown-text: the narrative has no text "regulation-5.asessment"; did you mean regulation-5.assessment?`,
		`people.yaml:7:35 unknown-person: "Ailsa Bel" is nobody under people; did you mean "Ailsa Bell"?`,
		`people.yaml:8:3 unknown-text: the narrative has no text "regulation-12.foo"; take it out; apr status lists the texts`,
		`people.yaml:9:3 unknown-text: the narrative has no text "regulation-5.themes[1].text"; did you mean regulation-5.themes[0].text?`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A key has the number of its entry: where another was added before it, about says so.
func TestATextThatMovedIsTold(t *testing.T) {
	const one = "themes:\n  - {title: Beds, text: Twelve.}\n  - {title: Staff, text: Forty.}\n"
	r, err := withPeople(t, one, "")
	if err != nil {
		t.Fatal(err)
	}
	people, err := ListTexts(nil, r.TextStatuses())
	if err != nil || !strings.Contains(string(people), "  regulation-5.themes[0].text:\n    about: \"title=Beds\"\n    owner:\n") {
		t.Fatalf("%v\n%s", err, people)
	}
	if r, err = withPeople(t, one, string(people)); err != nil || len(r.Problems) != 0 {
		t.Errorf("%v, %v", err, r.Problems)
	}
	r, err = withPeople(t, "themes:\n  - {title: Cars, text: Three.}\n  - {title: Beds, text: Twelve.}\n", string(people))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range r.Problems {
		got = append(got, fmt.Sprintf("%s %s: %s; %s", p.Position, p.Code, p.Message, p.Hint))
	}
	want := []string{
		"people.yaml:3:12 moved-text: regulation-5.themes[0].text is about title=Cars now, and people.yaml has it about title=Beds; that one is regulation-5.themes[1].text now: correct the keys of people.yaml",
		"people.yaml:9:12 moved-text: regulation-5.themes[1].text is about title=Beds now, and people.yaml has it about title=Staff; correct about, or take the entry out",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestPeopleIsReadStrictly(t *testing.T) {
	for people, want := range map[string]string{
		"poeple: []\n": `people.yaml:1:1: unknown key "poeple"`,
		"texts:\n  a: {owner: x}\n  a: {owner: y}\n":                        `people.yaml:3:3: the key "a" is given twice; first on line 2`,
		"texts:\n  a: {due: 12/6/2026}\n":                                   `people.yaml:2:12: due: "12/6/2026" is not a date; expected YYYY-MM-DD`,
		"texts:\n  a: {due: 2026-06-31}\n":                                  `people.yaml:2:12: due: "2026-06-31" is not a date`,
		"texts:\n  a: {words: 0}\n":                                         `people.yaml:2:14: words: 0 is out of range`,
		"texts:\n  a: {words: many}\n":                                      `people.yaml:2:14: words: expected a whole number`,
		"texts:\n  a: {status: done}\n":                                     `people.yaml:2:15: status`,
		"sign_off: yes please\n":                                            `people.yaml:1:11: sign_off`,
		"texts:\n  a: {signed_off: {by: A}}\n":                              `the key "on" is missing`,
		"texts:\n  a: {signed_off: {by: A, on: 2026-01-01, sha256: abc}}\n": `people.yaml:2:51: sha256 isn't the SHA-256 of a text`,
		"people: [{role: x}]\n":                                             `the key "name" is missing`,
		"people: Ailsa\n":                                                   `people.yaml:1:9: people: expected a list of persons`,
		"\xff\xfe":                                                          "UTF-16",
		"a: [":                                                              "people.yaml:1",
	} {
		_, err := withPeople(t, fiveTexts, people)
		if _, ok := errors.AsType[*source.InputError](err); !ok || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v; want %s", people, err, want)
		}
	}
	for _, fine := range []string{"", "# nothing\n", "\ufeffsign_off: required\r\ntexts:\r\n  regulation-5.assessment:\r\n    owner:\r\n    due:\r\n    words:\r\n", "people: []\ntexts: {}\n", "texts:\n"} {
		r, err := withPeople(t, fiveTexts, fine)
		if err != nil || r.People == nil || len(r.Problems) != 0 {
			t.Errorf("%q: %v, %v", fine, err, r.Problems)
		}
	}
}

// FuzzPeople reads people.yaml of any bytes: it is refused with places in it, or its texts
// have their states.
func FuzzPeople(f *testing.F) {
	for _, seed := range []string{
		"", "\ufeffpeople:\r\n  - name: A\r\n", "texts: {regulation-5.assessment: {owner: A, due: 2026-06-12, words: 3, status: agreed}}",
		"texts:\n  regulation-5.assessment:\n    signed_off: {by: A, on: 2026-01-01, sha256: " + strings.Repeat("ab", 32) + "}\n",
		"people: &a [*a]", "texts: {? [a] : b}", "sign_off: required\nsign_off: optional\n", "texts:\n  'regulation-5.themes[0].text': !!null\n",
	} {
		f.Add(seed)
	}
	base, err := Load(f.Context(), Options{FS: fstest.MapFS{"apr.yaml": {Data: []byte(peopleProject)}, "narrative/regulation-5.yaml": {Data: []byte(fiveTexts)}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, people string) {
		r := *base
		l := &loader{project: &r}
		r.People = decodePeople([]byte(people), &l.fatal, &l.survived)
		l.signOffs()
		l.assignments()
		for _, p := range slices.Concat(l.fatal.List(), l.survived.List()) {
			if p.Position.File != PeopleFile || p.Position.Line == 0 || p.Message == "" {
				t.Errorf("%v at %v", p, p.Position)
			}
		}
		if l.fatal.Err() != nil {
			return
		}
		for _, s := range r.TextStatuses() {
			if s.Place().IsZero() || s.State == "" || s.State == Signed && s.SignedOff == nil {
				t.Errorf("%+v", s)
			}
		}
	})
}
