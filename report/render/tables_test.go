package render_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"apr/internal/document"
)

// TestTheTablesSayTheDocument reads the workbook of tables back as a spreadsheet
// shows it: each figure of each table of the report is in it as the report
// prints it, and in the CSV with its value and its id.
func TestTheTablesSayTheDocument(t *testing.T) {
	each(t, func(t *testing.T, b *built) {
		if b.doc.Meta.Large {
			t.Skip("the Easy Read version has no tables")
		}
		f, err := excelize.OpenReader(bytes.NewReader(b.file(t, "tables.xlsx")))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines, err := csv.NewReader(bytes.NewReader(b.file(t, "tables.csv"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		inCSV := map[string]int{}
		for _, l := range lines[1:] {
			inCSV[strings.Join([]string{l[0], l[4], strings.TrimPrefix(l[5], "'"), l[9]}, "\x00")]++
		}
		figures, numbers := 0, 0
		w := document.Walker{Block: func(block document.Block) error {
			table, name := tableOf(block)
			if table == nil {
				return nil
			}
			rows, err := f.GetRows(name)
			if err != nil {
				return err
			}
			raw, err := f.GetRows(name, excelize.Options{RawCellValue: true})
			if err != nil {
				return err
			}
			first := len(rows) - len(table.Rows)
			for i, r := range table.Rows {
				for j, c := range r.Cells {
					d := datumOf(c)
					if d == nil {
						continue
					}
					figures++
					if got := rows[first+i][j]; got != d.Display {
						t.Errorf("%s, row %d, column %d: the workbook shows %q, the report prints %q", name, i+1, j+1, got, d.Display)
					}
					if raw[first+i][j] != d.Display {
						numbers++
					}
					value := d.Value
					if _, err := strconv.ParseFloat(value, 64); err != nil { // a rank
						value = ""
					}
					key := strings.Join([]string{name, value, d.Display, d.ID}, "\x00")
					if inCSV[key] == 0 {
						t.Errorf("%s: the CSV hasn't %s as %q", name, d.ID, d.Value)
					}
				}
			}
			return nil
		}}
		if err := w.Walk(b.doc); err != nil {
			t.Fatal(err)
		}
		if figures < 5 || numbers == 0 {
			t.Errorf("%d figures were compared, %d of them numbers in full", figures, numbers)
		}
		t.Logf("%d figures, %d of them not rounded in the workbook", figures, numbers)
	})
}

// tableOf is a block's table and the name of its sheet.
func tableOf(b document.Block) (*document.Table, string) {
	switch b := b.(type) {
	case *document.Table:
		return b, b.Label()
	case *document.Figure:
		return b.Data, b.Label()
	}
	return nil, ""
}

// datumOf is the one figure that a cell is.
func datumOf(c document.Cell) (d *document.Datum) {
	n := 0
	w := document.Walker{Inline: func(i document.Inline) error {
		switch i := i.(type) {
		case *document.Datum:
			d = i
			n++
		case *document.Text:
			if strings.TrimSpace(i.Text) != "" {
				n = 2
			}
		}
		return nil
	}}
	if err := w.Inlines(c.Content); err != nil || n != 1 {
		return nil
	}
	if d.Value == "" {
		panic(fmt.Sprint("a figure without a value: ", d.ID))
	}
	return d
}
