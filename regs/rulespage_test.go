package regs_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"apr/regs/format"
)

// TestRulesPageIsFresh holds RULES.md against the rules that it is made from.
func TestRulesPageIsFresh(t *testing.T) {
	var b strings.Builder
	if err := format.RulesMarkdown(&b); err != nil {
		t.Fatal(err)
	}
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile("RULES.md", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile("RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != b.String() {
		t.Error("regs/RULES.md is stale; run: go generate ./regs")
	}
}
