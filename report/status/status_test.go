package status

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"apr/internal/project"
)

const (
	narrative = "assessment: We bought well, and say so in nine words.\ncontribution: |\n  STUB: to write\nefficiencies: Two offices could be one.\nthemes:\n  - title: A\n    text: One.\n"
	people    = `sign_off: required
people:
  - {name: Ailsa Bell, role: Chief Finance Officer, initials: AB, email: a.bell@example.org}
  - {name: "=Jo Kerr"}
texts:
  regulation-5.assessment: {owner: AB, due: 2026-06-12, words: 7}
  regulation-5.contribution: {owner: "=Jo Kerr", due: 2026-07-19}
  regulation-5.efficiencies: {owner: AB, due: 2026-08-01, status: agreed, words: 50}
  regulation-6.consultation: {due: 2026-07-20}
`
)

func load(t *testing.T, withPeople bool) *project.Project {
	t.Helper()
	files := fstest.MapFS{"apr.yaml": {Data: []byte("authority: {name: Falkirk}\nyear: 2025/26\n")}, "narrative/regulation-5.yaml": {Data: []byte(narrative)}}
	if withPeople {
		files["people.yaml"] = &fstest.MapFile{Data: []byte(people)}
	}
	r, err := project.Load(t.Context(), project.Options{FS: files, Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCounts(t *testing.T) {
	s := Of(load(t, true), "")
	if got := s.Total(); got.Texts != 5 || got.Words != 9+5+1 || got.Empty != 2 || got.Draft != 2 || got.Agreed != 1 || got.Late != 1 || got.Due != 2 || got.Over != 1 {
		t.Errorf("in all %+v", got)
	}
	persons := s.Persons()
	if len(persons) != 3 || persons[0].Name != "Ailsa Bell" || persons[0].Texts != 2 || persons[0].Late != 1 || persons[1].Name != "=Jo Kerr" || persons[1].Due != 1 || persons[2].Name != "" || persons[2].Texts != 2 {
		t.Errorf("persons %+v", persons)
	}
	sections := s.Sections()
	if len(sections) != 2 || sections[0].Name != "Regulation 5" || sections[0].Texts != 4 || sections[1].Name != "Regulation 6" {
		t.Errorf("sections %+v", sections)
	}
	one := Of(load(t, true), "Ailsa Bell")
	if one.Total().Texts != 2 || one.LeftOut != 3 || len(one.Persons()) != 1 {
		t.Errorf("of one %+v, %d left out", one.Total(), one.LeftOut)
	}
}

func TestText(t *testing.T) {
	var b strings.Builder
	if err := Of(load(t, true), "").Text(&b); err != nil {
		t.Fatal(err)
	}
	const want = `Falkirk, 2025/26, on 19 July 2026: 12 days left until the last day for
publication
5 texts with 15 words: 2 empty, 2 draft, 1 agreed, 0 signed off, 0 lapsed
1 late, 2 due, 1 too long. A final report wants every text signed off.

SECTION       TEXTS   WORDS  EMPTY  DRAFT  AGREED  SIGNED  LAPSED    DUE   LATE
Regulation 5      4      15      1      2       1       0       0      1      1
Regulation 6      1       0      1      0       0       0       0      1      0

Ailsa Bell, Chief Finance Officer: 2 texts with 14 words; 1 late, 1 too long
  late, draft   over 9/7        12 Jun 2026  regulation-5.assessment
  agreed        5/50             1 Aug 2026  regulation-5.efficiencies

=Jo Kerr: 1 text with 0 words; 1 due
  empty         0               19 Jul 2026  regulation-5.contribution

Nobody yet: 2 texts with 1 word; 1 due
  draft         1                            regulation-5.themes[0].text (A)
  empty         0               20 Jul 2026  regulation-6.consultation
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	for line := range strings.Lines(b.String()) {
		if utf8.RuneCountInString(strings.TrimRight(line, "\n")) > 80 {
			t.Errorf("longer than 80: %s", line)
		}
	}
	b.Reset()
	if err := Of(load(t, false), "").Text(&b); err != nil || !strings.Contains(b.String(), "There is no people.yaml, so owners, days and limits aren't known: apr status\n--write makes it.\n") || strings.Contains(b.String(), "Nobody yet") {
		t.Errorf("%v\n%s", err, b.String())
	}
}

func TestJSON(t *testing.T) {
	var b bytes.Buffer
	if err := Of(load(t, true), "").JSON(&b); err != nil {
		t.Fatal(err)
	}
	var got Document
	d := json.NewDecoder(bytes.NewReader(b.Bytes()))
	d.DisallowUnknownFields()
	if err := d.Decode(&got); err != nil {
		t.Fatal(err)
	}
	first := got.Texts[0]
	if got.Authority != "Falkirk" || got.Today != "2026-07-19" || !got.PeopleFile || got.SignOff != "required" || first.Text != "regulation-5.assessment" || first.DaysLate != 37 ||
		first.Over != 2 || first.Owner != "Ailsa Bell" || first.State != "draft" || first.Position.Line != 1 || first.SignedOff != nil {
		t.Errorf("%+v\n%+v", got, first)
	}
	b.Reset()
	if err := Of(load(t, false), "").JSON(&b); err != nil || !strings.Contains(b.String(), `"people_file": false`) || !strings.Contains(b.String(), `"people": []`) {
		t.Errorf("%v %s", err, b.String())
	}
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := Of(load(t, true), "").CSV(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 6 {
		t.Fatalf("%v: %d rows", err, len(rows))
	}
	if got := strings.Join(rows[1], "|"); got != "regulation-5.assessment|Regulation 5|Ailsa Bell|2026-06-12|37|9|7|2|draft|||narrative/regulation-5.yaml|1|" {
		t.Errorf("%s\n%s", strings.Join(rows[0], "|"), got)
	}
	if all := fmt.Sprint(rows); !strings.Contains(all, " title=A]") {
		t.Errorf("no row says what its entry is about: %s", all)
	}
	if rows[2][2] != "'=Jo Kerr" {
		t.Errorf("%q would be a formula", rows[2][2])
	}
}

func TestWorkbook(t *testing.T) {
	s := Of(load(t, true), "")
	data, err := s.Workbook()
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := s.Workbook(); !bytes.Equal(again, data) {
		t.Error("the same texts give other bytes")
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := strings.Join(f.GetSheetList(), ", "); got != "Texts, People, Sections" {
		t.Errorf("sheets %s", got)
	}
	for cell, want := range map[string]string{"A4": "regulation-5.assessment", "C4": "Ailsa Bell", "D4": "12 Jun 2026", "F4": "9", "C5": "=Jo Kerr"} {
		if got, _ := f.GetCellValue("Texts", cell); got != want {
			t.Errorf("%s is %q; want %q", cell, got, want)
		}
	}
	if formula, _ := f.GetCellFormula("Texts", "C5"); formula != "" {
		t.Errorf("a name became the formula %s", formula)
	}
	if tables, err := f.GetTables("People"); err != nil || len(tables) != 1 || tables[0].Range != "A3:K6" {
		t.Errorf("%v, %+v", err, tables)
	}
}

func TestSign(t *testing.T) {
	r := load(t, true)
	s, err := Sign(r, []string{"regulation-5.themes", "regulation-5.assessment"}, "ab", "2026-07-19")
	if err != nil || len(s.Signed) != 2 || s.Signed[0].Name != "regulation-5.assessment" || s.By != "Ailsa Bell" || bytes.Count(s.Data, []byte("by: Ailsa Bell")) != 2 {
		t.Fatalf("%v, %+v", err, s)
	}
	for _, c := range []struct{ key, by, says string }{
		{"regulation-5.asessment", "AB", `no text is called "regulation-5.asessment"; did you mean regulation-5.assessment?`},
		{"regulation-5.assessment", "Ailsa Bel", `there is nobody called "Ailsa Bel"; did you mean "Ailsa Bell"?`},
		{"regulation-5", "AB", "regulation-5.contribution says nothing yet"},
		{"regulation-6.consultation", "AB", "regulation-6.consultation says nothing yet"},
	} {
		_, err := Sign(r, []string{c.key}, c.by, "2026-07-19")
		if _, ok := errors.AsType[*RefusedError](err); !ok || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s by %s: %v", c.key, c.by, err)
		}
	}
	if _, err := Sign(load(t, false), []string{"regulation-5.assessment"}, "AB", "2026-07-19"); err == nil || !strings.Contains(err.Error(), "apr status --write") {
		t.Errorf("without people.yaml: %v", err)
	}
}
