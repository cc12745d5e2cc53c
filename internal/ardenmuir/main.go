// Ardenmuir makes the data of the second example again: the table of national
// indicators, the local measures, the partners' ledgers and the history of spend of an
// invented authority that shows its report by priority of its plan.
//
//	go run ./internal/ardenmuir [FOLDER]
//
// FOLDER is the example's data folder, examples/ardenmuir/data when absent; the pictures of
// the Easy Read version are drawn into pictures beside it. Scotland and
// the other areas are those of the first example's workbook, whose figures are invented
// too. Nothing depends on the clock or on chance: each run writes the same bytes.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// area is the authority's name in the table of indicators.
const area = "Ardenmuir"

const workbook = "examples/carrickmoor/data/Core_Suite_Integration_Indicators_Management_Information_Jul2026.xlsx"

func main() {
	folder := filepath.Join("examples", "ardenmuir", "data")
	if len(os.Args) > 1 {
		folder = os.Args[1]
	}
	if err := run(folder, workbook, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "ardenmuir:", err)
		os.Exit(1)
	}
}

// run writes the data into the folder and tells on out what it wrote.
func run(folder, workbook string, out io.Writer) error {
	indicators, err := indicatorTable(workbook)
	if err != nil {
		return err
	}
	if err := writePictures(filepath.Join(folder, "..", "pictures")); err != nil {
		return err
	}
	health, council := ledgers()
	for _, file := range []struct {
		name string
		data []byte
	}{
		{"core-suite.csv", indicators},
		{"measures.csv", measureTable()},
		{"westerlea-ledger-2025-26.csv", ledgerTable(health)},
		{"ardenmuir-council-ledger-2025-26.csv", ledgerTable(council)},
		{"history.csv", historyTable()},
	} {
		name := filepath.Join(folder, file.name)
		if err := os.WriteFile(name, file.data, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: %d lines\n", name, bytes.Count(file.data, []byte("\n")))
	}
	for _, l := range []struct {
		name  string
		lines []line
	}{{"westerlea", health}, {"council", council}} {
		plan, spend := sums(l.lines)
		fmt.Fprintf(out, "%s: control_total %s, plan_control_total %s\n", l.name, pounds(spend), pounds(plan))
	}
	return nil
}

// row writes the cells of a row, with quotation marks where they are needed.
func row(b *bytes.Buffer, cells ...string) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		if strings.ContainsAny(c, ",\"") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		b.WriteString(c)
	}
	b.WriteByte('\n')
}

// financial is a financial year as tables write it.
func financial(year int) string { return fmt.Sprintf("%d/%02d", year, (year+1)%100) }

// share splits pence in proportion to weights, so that the parts sum to the whole: what
// rounding leaves goes to the first part.
func share(total int64, weights ...int64) []int64 {
	var sum int64
	for _, w := range weights {
		sum += w
	}
	parts := make([]int64, len(weights))
	left := total
	for i, w := range weights {
		parts[i] = total / sum * w
		left -= parts[i]
	}
	parts[slices.Index(weights, slices.Max(weights))] += left
	return parts
}

func pounds(p int64) string {
	sign := ""
	if p < 0 {
		sign, p = "-", -p
	}
	return fmt.Sprintf("%s%d.%02d", sign, p/100, p%100)
}
