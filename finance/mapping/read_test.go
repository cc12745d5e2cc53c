package mapping

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table"
)

var known = Known{
	Localities: []string{"North", "South"}, LocalityCodes: map[string]string{"L1": "North", "02": "South"}, CareGroups: []string{"Older people"},
	Apportions: []string{"population"}, Partners: []string{"NHS", "Council"}, Columns: []string{"account", "amount", "cost_centre"},
}

func read(t *testing.T, text string) (*Table, error) {
	t.Helper()
	return Read(fstest.MapFS{"m.csv": {Data: []byte(text)}}, "m.csv", source.Position{File: "apr.yaml", Line: 7}, known)
}

const head = "Partner,Cost centre,Description,Lines,Amount,Matter,Care group,Locality,Service,Funding,\"Not the authority's, because\",Proposed because,Column in apr.yaml\n"

func TestReadRows(t *testing.T) {
	m, err := read(t, head+
		`NHS,0010,Ward,3,100.00,4(2)(a) Hospital inpatients,,l1,Wards,set-aside,,,cost_centre
council,Y021,Care home,1,1.00,(c),older people,population,,,,,
,0020,,,,4.2.b,,2,,,,,
,9,Police,,,,,,,,Not delegated,,
,8,Nothing,,,,,,,,,,
`)
	if err != nil {
		t.Fatal(err)
	}
	want := []finance.Rule{
		{When: map[string]string{"cost_centre": "0010", "partner": "NHS"}, Matter: finance.Inpatient, Locality: "North", Service: "Wards", Funding: finance.SetAside},
		{When: map[string]string{"cost_centre": "Y021", "partner": "Council"}, Matter: finance.CareHome, CareGroup: "Older people", Apportion: "population"},
		{When: map[string]string{"cost_centre": "0020"}, Matter: finance.OtherHealth},
		{When: map[string]string{"cost_centre": "9"}, Exclude: "Not delegated"},
		{When: map[string]string{"cost_centre": "8"}},
	}
	for i, w := range want {
		row := m.Rows[i]
		w.Exact, w.Position = true, source.Position{File: "m.csv", Line: i + 2}
		if i == 2 { // 2 isn't the code 02
			w.Locality = ""
		}
		if got := row.Rule; fmt.Sprint(got) != fmt.Sprint(w) {
			t.Errorf("row %d: %+v\nwant %+v", i+2, got, w)
		}
		if row.OK != (i < 4) {
			t.Errorf("row %d counts: %v", i+2, row.OK)
		}
	}
	checkProblems(t, m, `
mapping-cell m.csv:4: "2": the locality isn't among those of the strategic plan, and no apportionment is called so
    expected one of: North, South, population
mapping-empty m.csv:6: a row isn't filled in: 8
    fill in the matter, or say why the cost centre isn't the authority's
`)
}

func TestReadWrongCells(t *testing.T) {
	m, err := read(t, head+
		`NSH,A1,,,,4(2)(f),Older peple,Nroth,,set aside,,,
,,,,,4(2)(a),,,,,,,
,B1,,,,4(2)(a),,,,,Not ours,,
,B2,,,,4(2)(a),,,,,,,cost_center
,B1 ,,,,4(2)(b),,,,,,,
,b1,,,,4(2)(a),,,,,,,
,4.1E+09,,,,4(2)(b),,,,,,,
`)
	if err != nil {
		t.Fatal(err)
	}
	checkProblems(t, m, `
mapping-cell m.csv:2: "NSH": no ledger is of this partner, so the row is for none
    did you mean "NHS"?
mapping-cell m.csv:2: "4(2)(f)": the matter isn't one of regulation 4(2)(a) to (e)
    key care groups, 4(2)(f), have a column of their own
mapping-cell m.csv:2: "Older peple": the care group isn't among those that apr.yaml declares
    did you mean "Older people"?
mapping-cell m.csv:2: "Nroth": the locality isn't among those of the strategic plan, and no apportionment is called so
    did you mean "North"?
mapping-cell m.csv:2: "set aside": the funding isn't delegated, set-aside or hosted
    did you mean "set-aside"?
mapping-cell m.csv:3: the row says what a cost centre belongs to and doesn't say which
    write the code as the ledger does
mapping-cell m.csv:4: "Not ours": the row says what its cost centre belongs to, and that it isn't the authority's, which then isn't heeded
    empty the one or the other
mapping-cell m.csv:5: "cost_center": no ledger maps a column of this name, so the row matches nothing
    did you mean "cost_centre"?
mapping-cell m.csv:6: the cost centre "B1" is here a second time, and says otherwise; the first counts
    keep the row that is right
    m.csv:4: the first
mapping-repeated m.csv:7: the cost centre "b1" is here a second time, and says the same
    keep the row that is right
    m.csv:4: the first
mapping-cell m.csv:8: "4.1E+09": the cost centre was taken for a number, and its digits are lost
    give the column the format Text and write the code again, as the ledger has it
`)
}

func TestReadReportsOnlySoMuch(t *testing.T) {
	var b strings.Builder
	b.WriteString("Cost centre,Matter\n")
	for i := range 50 {
		fmt.Fprintf(&b, "C%d,none\n", i)
	}
	m, err := read(t, b.String())
	if err != nil || len(m.Problems) != maxReported+1 {
		t.Fatalf("%d problems, %v", len(m.Problems), err)
	}
	if got := m.Problems[maxReported]; got.Message != "and 30 more cells from here on say nothing that apr understands" || got.Position.Line != maxReported+2 {
		t.Errorf("%s: %s", got.Position, got.Message)
	}
}

func TestMatterHint(t *testing.T) {
	for cell, want := range map[string]string{
		"Hospital inpatient":  `did you mean "4(2)(a) Hospital inpatients"?`,
		"suport unpaid carer": `did you mean "4(2)(d) Support for unpaid carers"?`,
		"4(2)(c) Care homes":  `did you mean "4(2)(c) Care homes and adult placements"?`,
		"dunno":               "expected one of: ",
	} {
		if got := matterHint(cell); !strings.HasPrefix(got, want) {
			t.Errorf("%q: %s", cell, got)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for text, code := range map[string]string{
		"Code,What\nA1,x\n":        table.CodeMissingColumn,
		"":                         table.CodeEmptyFile,
		"Cost centre\nA1\n":        table.CodeMissingColumn,
		"\x00\x00\x00\x00\x00\x00": table.CodeUnreadableFile,
	} {
		_, err := read(t, text)
		p, ok := errors.AsType[*source.Problem](err)
		if !ok || p.Code != code {
			t.Errorf("%q: %v, want %s", text, err, code)
		}
	}
}

func checkProblems(t *testing.T, m *Table, want string) {
	t.Helper()
	got := "\n"
	for _, p := range m.Problems {
		got += fmt.Sprintf("%s %s: %s\n", p.Code, p.Position, p.Message)
		for line := range strings.Lines(p.Hint + "\n") {
			got += "    " + line
		}
		for _, r := range p.Related {
			got += fmt.Sprintf("    %s: %s\n", r.Position, r.Message)
		}
	}
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(head + "NHS,0010,Ward,3,100.00,4(2)(a),,L1,Wards,set-aside,,,cost_centre\n")
	f.Add("Cost centre;Matter\n4.1E+09;(a)\n;x\n")
	f.Add("Cost centre,Matter\n\"a\nb\",4(2)(a)\n\u00a0,†\n")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := Read(fstest.MapFS{"m.csv": {Data: []byte(text)}}, "m.csv", source.Position{}, known)
		if err != nil {
			return
		}
		for _, row := range m.Rows {
			if row.OK && (!row.Rule.Exact || len(row.Rule.When) == 0 || row.Position.IsZero()) {
				t.Errorf("%q gave the rule %+v", text, row.Rule)
			}
		}
	})
}
