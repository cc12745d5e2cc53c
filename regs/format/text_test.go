package format

import (
	"strings"
	"testing"

	"apr/internal/source"
	"apr/regs"
)

// What a rule wants is said once where findings that follow each other say the
// same of other places; every place is reported all the same.
func TestTextSaysWhatARuleWantsOnce(t *testing.T) {
	at := func(line int) source.Position { return source.Position{File: "n.yaml", Line: line, Column: 1} }
	same := func(rule string, line int, found, wanted, hint string) regs.Finding {
		return regs.Finding{Rule: rule, Level: regs.Statutory, Position: at(line), Found: found, Wanted: wanted, Message: found + ": " + wanted, Hint: hint}
	}
	var b strings.Builder
	writeFindings(&b, newPalette(false), []regs.Finding{
		same("R1", 1, "outcome 1 is missing", "the law wants it", "write outcome 1"),
		same("R1", 2, "outcome 2 is missing", "the law wants it", "write outcome 2"),
		same("R1", 3, "outcome 3 is missing", "the law wants that", "write outcome 3"),
		same("R2", 4, "outcome 4 is missing", "the law wants that", "write outcome 4"),
		{Rule: "R2", Level: regs.Statutory, Position: at(5), Found: "the name: the law wants that", Message: "the name: the law wants that"},
	})
	want := `    n.yaml:1:1: statutory: outcome 1 is missing: the law wants it [R1]
        write outcome 1
    n.yaml:2:1: statutory: outcome 2 is missing [R1]
    n.yaml:3:1: statutory: outcome 3 is missing: the law wants that [R1]
        write outcome 3
    n.yaml:4:1: statutory: outcome 4 is missing: the law wants that [R2]
        write outcome 4
    n.yaml:5:1: statutory: the name: the law wants that [R2]
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}
