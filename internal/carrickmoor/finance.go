package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
)

const (
	moorlandFile = "moorland-ledger-2025-26.csv"
	councilFile  = "carrickmoor-council-ledger-2025-26.csv"
	historyFile  = "history.csv"
)

// seed makes the months' ups and downs the same in every run.
const seed = 20260331

// writeFinance writes both ledgers and the history into the data folder.
func writeFinance(folder string, out io.Writer) error {
	nhs := lines(moorland, rand.New(rand.NewPCG(seed, 1)))
	council := lines(carrickmoor, rand.New(rand.NewPCG(seed, 2)))
	nhsText, err := moorlandCSV(nhs)
	if err != nil {
		return fmt.Errorf("%s: %w", moorlandFile, err)
	}
	nhsPlan, nhsActual := totals(nhs)
	councilPlan, councilActual := totals(council)
	for _, f := range []struct {
		name    string
		text    []byte
		summary string
	}{
		{moorlandFile, nhsText, summary(nhs)},
		{councilFile, councilCSV(council), summary(council)},
		{historyFile, historyCSV(nhsPlan + councilPlan), "spend " + thousands(nhsActual+councilActual) + " in 2025/26"},
	} {
		target := filepath.Join(folder, f.name)
		if err := os.WriteFile(target, f.text, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: %s\n", target, f.summary)
	}
	return nil
}

func summary(all []line) string {
	plan, actual := totals(all)
	return fmt.Sprintf("%d lines, plan %s, actual %s", len(all), thousands(plan), thousands(actual))
}
