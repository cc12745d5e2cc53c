package trace

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"apr/internal/source"
)

// An operand that is twice in a trace is printed whole once.
func TestText(t *testing.T) {
	at := &source.Position{File: "data/history.csv", Line: 3}
	paid := &Trace{ID: "funding:total@2025/26", Title: "Funding", Value: "200.00", Unit: "£", Shown: []string{"200.00"}, Position: at}
	top := &Trace{
		ID: "proportion:x@2025/26", Title: "Proportion", Value: "50", Unit: "%", Shown: []string{"50.0%", "50%"}, Formula: "spend / funding",
		Operands: []*Trace{paid, {ID: "spend:x@2025/26", NoValue: "no input has it", Notes: []string{strings.Repeat("word ", 20)}, Operands: []*Trace{paid}}},
	}
	var b strings.Builder
	if err := Text(&b, top); err != nil {
		t.Fatal(err)
	}
	want := `proportion:x@2025/26
  Proportion
  50%, shown as 50.0%, or 50%
  = spend / funding
    funding:total@2025/26: £200.00
    spend:x@2025/26: 

funding:total@2025/26
  Funding
  £200.00
  at data/history.csv:3

spend:x@2025/26
  no value: no input has it
  - word word word word word word word word word word word word word word word
    word word word word word
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Errorf("text (-want +got):\n%s", d)
	}
}
