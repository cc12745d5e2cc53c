package format

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"apr/internal/wording"
	"apr/regs"
)

// strictly parses JUnit XML, allows no element or attribute that the format
// doesn't have, and checks every count against the cases.
func strictly(t *testing.T, text string) junitSuites {
	t.Helper()
	allowed := map[string]string{
		"testsuites": "name tests failures errors skipped time",
		"testsuite":  "name tests failures errors skipped time",
		"testcase":   "name classname file line time",
		"failure":    "message type", "error": "message type", "skipped": "message", "system-out": "",
	}
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = true
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attributes, known := allowed[e.Name.Local]
		if !known {
			t.Errorf("there is no element %s", e.Name.Local)
		}
		for _, a := range e.Attr {
			if !strings.Contains(" "+attributes+" ", " "+a.Name.Local+" ") {
				t.Errorf("%s has no attribute %s", e.Name.Local, a.Name.Local)
			}
		}
	}
	var all junitSuites
	if err := xml.Unmarshal([]byte(text), &all); err != nil {
		t.Fatal(err)
	}
	var sum junitSuites
	for _, s := range all.Suites {
		if len(s.Cases) != s.Tests {
			t.Errorf("%s has %d cases and says %d", s.Name, len(s.Cases), s.Tests)
		}
		var again junitSuites
		again.add(junitSuite{Name: s.Name, Cases: s.Cases})
		if a := again.Suites[0]; a.Failures != s.Failures || a.Errors != s.Errors || a.Skipped != s.Skipped {
			t.Errorf("%s counts %+v", s.Name, s)
		}
		sum.Tests, sum.Failures, sum.Errors, sum.Skipped = sum.Tests+s.Tests, sum.Failures+s.Failures, sum.Errors+s.Errors, sum.Skipped+s.Skipped
	}
	if sum.Tests != all.Tests || sum.Failures != all.Failures || sum.Errors != all.Errors || sum.Skipped != all.Skipped {
		t.Errorf("all counts %d %d %d %d; the suites %d %d %d %d", all.Tests, all.Failures, all.Errors, all.Skipped, sum.Tests, sum.Failures, sum.Errors, sum.Skipped)
	}
	return all
}

func TestJUnit(t *testing.T) {
	all := strictly(t, printed(t, JUnitName, checked(t)))
	// Every requirement, R0-workbook, and R0-ledger, which is silenced.
	if want := len(regs.Requirements()) + 2; all.Tests != want || all.Failures != 1 || all.Errors != 0 || all.Skipped != 1 {
		t.Errorf("%d tests, %d failures, %d errors, %d skipped; want %d, 1, 0, 1", all.Tests, all.Failures, all.Errors, all.Skipped, want)
	}
	cases := map[string]junitCase{}
	for _, s := range all.Suites {
		for _, k := range s.Cases {
			cases[k.Name] = k
		}
	}
	k := cases["4(1)(b) Proportion spent on each matter"]
	if k.Failure == nil || k.ClassName != "Regulation 4" || k.File != "reports/2025-26/narrative/é 1.yaml" || k.Line != 3 {
		t.Fatalf("4(1)(b) is %+v", k)
	}
	if want := wording.OneLine(hostile); k.Failure.Message != want || !strings.Contains(k.Failure.Text, want) ||
		!strings.Contains(k.Failure.Text, "reports/2025-26/data/w.xlsx!Data!I12: the value") {
		t.Errorf("it fails with %+v", k.Failure)
	}
	last := regs.Requirements()[len(regs.Requirements())-1]
	k = cases[last.ID+" "+last.Title]
	if k.Failure != nil || !strings.Contains(k.Out, "no date") {
		t.Errorf("42(4) is %+v of %v", k, len(cases))
	}
	others := all.Suites[len(all.Suites)-1].Cases
	if k = others[len(others)-1]; k.Failure != nil || !strings.HasPrefix(k.Out, "silenced in apr.yaml: known to finance\n") {
		t.Errorf("what is silenced is %+v", k)
	}
}

func TestJUnitFailsByFailOn(t *testing.T) {
	c := checked(t)
	c.FailOn = regs.Advice
	if all := strictly(t, printed(t, JUnitName, c)); all.Failures != 3 {
		t.Errorf("%d failures; want 3", all.Failures)
	}
}

// TestJUnitNeverPassesWhatIsMissing: not even where no rule says why.
func TestJUnitNeverPassesWhatIsMissing(t *testing.T) {
	c := checked(t)
	c.Result.Findings = nil
	c.Result.Requirements[0].Verdict = regs.Missing
	if all := strictly(t, printed(t, JUnitName, c)); all.Failures != 1 || all.Suites[0].Cases[0].Failure == nil {
		t.Errorf("%d failures; want that of the first case", all.Failures)
	}
}

func TestJUnitOfWhatCannotBeReadHasErrors(t *testing.T) {
	if all := strictly(t, printed(t, JUnitName, unreadable())); all.Errors != 2 || all.Tests != 2 {
		t.Errorf("%d errors of %d; want 2 of 2", all.Errors, all.Tests)
	}
}
