package source

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestProblemsAreReportedTogether(t *testing.T) {
	var none, ps, others Problems
	if err := none.Err(); err != nil {
		t.Errorf("no problem is the error %v", err)
	}
	ps.Add(&Problem{Code: "b", Position: Position{File: "apr.yaml", Line: 7, Column: 1}, Message: `the key "year" is missing`, Hint: "write year: 2025/26"})
	others.Addf("a", Position{}, "%d files are missing", 2)
	ps.Merge(&others)
	input, ok := errors.AsType[*InputError](fmt.Errorf("reading: %w", ps.Err()))
	if !ok || len(input.Problems) != 2 {
		t.Fatalf("got %v", ps.Err())
	}
	want := "2 files are missing\napr.yaml:7:1: the key \"year\" is missing\n    write year: 2025/26"
	if input.Error() != want {
		t.Errorf("got\n%s\nwant\n%s", input, want)
	}
}

// A file may have a problem on each of its lines: the error prints some, and says
// how many it leaves out.
func TestManyProblemsAreCounted(t *testing.T) {
	var ps Problems
	for n := range maxReported + 5 {
		ps.Addf("a", Position{File: "data/l.csv", Line: n + 1}, "no amount")
	}
	printed := ps.Err().Error()
	if lines := strings.Split(printed, "\n"); len(lines) != maxReported+1 || lines[maxReported] != "and 5 more" {
		t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}

func TestAfter(t *testing.T) {
	begin := Position{File: "narrative/a.yaml", Line: 3, Column: 5}
	if got := begin.After("Slàinte"); got.Column != 12 || got.Line != 3 { // 7 characters, 8 bytes
		t.Errorf("got %v", got)
	}
	cell := Position{File: "data/w.xlsx", Sheet: "Data", Cell: "I12"}
	if got := cell.After("x"); got != cell {
		t.Errorf("got %v; a cell has no columns", got)
	}
	if (Position{}).After("x") != (Position{}) || !(Position{}).IsZero() || begin.IsZero() {
		t.Error("a position that isn't known became one")
	}
}

func TestDidYouMean(t *testing.T) {
	many := strings.Split(strings.Repeat("council,", 17), ",")
	for _, test := range []struct {
		name       string
		candidates []string
		want       string
	}{
		{"Locallities", []string{"ledgers", "localities"}, `did you mean "localities"?`},
		{"workbook", []string{"ledgers", "localities"}, "expected one of: ledgers, localities"},
		{"workbook", nil, ""},
		{"workbook", many, ""}, // too many to list
	} {
		if got := DidYouMean(test.name, test.candidates); got != test.want {
			t.Errorf("%s: got %q; want %q", test.name, got, test.want)
		}
	}
}
