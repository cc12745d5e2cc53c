// Carrickmoor makes the data of the example authority again: the rows that it
// has in the indicator workbook, its local measures, its partners' ledgers and
// its history of spend. The authority, its partners, places and all figures are invented.
//
//	go run ./internal/carrickmoor [-workbook FILE] [FOLDER]
//
// FOLDER is the example's data folder, examples/carrickmoor/data when absent.
// FILE is the workbook to which Carrickmoor's rows are added; when absent it is
// the example's own, whose rows are replaced. Nothing depends on the clock or
// on chance: each run writes the same bytes.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

const workbookName = "Core_Suite_Integration_Indicators_Management_Information_Jul2026.xlsx"

func main() {
	source := flag.String("workbook", "", "workbook to add Carrickmoor's rows to; the example's own when empty")
	flag.Parse()
	folder := filepath.Join("examples", "carrickmoor", "data")
	if flag.NArg() > 0 {
		folder = flag.Arg(0)
	}
	if err := run(folder, *source, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "carrickmoor:", err)
		os.Exit(1)
	}
}

// run writes the data into the folder and tells on out what it wrote.
func run(folder, source string, out io.Writer) error {
	target := filepath.Join(folder, workbookName)
	if source == "" {
		source = target
	}
	added, err := writeWorkbook(source, target)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s: %d rows of %s\n", target, added, area)
	wrote, err := writeMeasures(folder)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, wrote)
	return writeFinance(folder, out)
}
