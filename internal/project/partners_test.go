package project

import (
	"testing"
	"testing/fstest"

	"apr/internal/source"
)

// One partner in two spellings is one partner; two whose names merely begin alike are two.
func TestPartnersAreOneByMeaning(t *testing.T) {
	ledger := func(file, partner string) Ledger { return Ledger{File: file, Partner: partner} }
	p := &Config{Finance: Finance{Ledgers: []Ledger{ledger("a.csv", "Testmoor Council"), ledger("b.csv", "testmoor  council "),
		ledger("c.csv", "NHS Test"), ledger("d.csv", "TESTMOOR COUNCIL"), ledger("e.csv", "Testmoor Council East"), ledger("f.csv", "TestmoorCouncil"), ledger("g.csv", "nhs test"),
		ledger("h.csv", "“NHS\u00a0Test”")}}}
	var problems source.Problems
	spec, _ := financeSpec(p, fstest.MapFS{}, &problems)
	want := []string{"Testmoor Council", "Testmoor Council", "NHS Test", "Testmoor Council", "Testmoor Council East", "TestmoorCouncil", "NHS Test", "NHS Test"}
	for i, l := range spec.Ledgers {
		if l.Partner != want[i] {
			t.Errorf("%s: the partner is %q, want %q", l.File, l.Partner, want[i])
		}
	}
}
