package format

import (
	"encoding/csv"
	"io"
	"strconv"

	"apr/indicators"
	"apr/internal/formula"
	"apr/internal/number"
)

// DiffCSV prints a row for each change, numbers in full.
func DiffCSV(out io.Writer, d *indicators.Difference) error {
	w := csv.NewWriter(out)
	rows := [][]string{{"change", "indicator", "area", "period", "field", "old", "new", "percent", "flagged", "old_cell", "new_cell"}}
	for _, c := range d.Changes {
		flagged := ""
		if c.Flagged {
			flagged = "yes"
		}
		percent := ""
		if c.Percent != nil {
			percent = number.Plain(*c.Percent, 2)
		}
		rows = append(rows, []string{
			string(c.Kind), string(c.Indicator), formula.Defuse(c.Area), c.Period, c.Field,
			csvSide(c.Old, c.OldText), csvSide(c.New, c.NewText), percent, flagged,
			formula.Defuse(c.OldPosition.String()), formula.Defuse(c.NewPosition.String()),
		})
	}
	return w.WriteAll(rows)
}

func csvSide(number *float64, text string) string {
	if number == nil {
		return formula.Defuse(text)
	}
	return strconv.FormatFloat(*number, 'f', -1, 64)
}
