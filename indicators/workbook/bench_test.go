package workbook

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"apr/indicators"

	"github.com/xuri/excelize/v2"
)

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(exampleFS, exampleName, "Carrickmoor"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	w := example(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := w.Table(indicators.TableOptions{Area: "Carrickmoor", Year: 2025, Family: indicators.FamilyOf("Fife")}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkExcelizeRows is what reading the sheet's cells through excelize
// would take, without making anything of them: the reason for scanSheet.
func BenchmarkExcelizeRows(b *testing.B) {
	content := exampleContent(b)
	b.ReportAllocs()
	for b.Loop() {
		excelizeRows(b, content)
	}
}

// BenchmarkTimesExcelize measures both in turn and reports how many times as
// long as the whole of Read excelize needs for the cells alone.
func BenchmarkTimesExcelize(b *testing.B) {
	content := exampleContent(b)
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		if _, err := Read(exampleFS, exampleName, "Carrickmoor"); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		excelizeRows(b, content)
		ours += middle.Sub(start)
		theirs += time.Since(middle)
	}
	b.ReportMetric(float64(theirs)/float64(ours), "x-excelize")
}

// BenchmarkHostileTables reads texts of 4 MB that are made to be slow, as CSV.
// There is a bound on the rows of a table, and on the cells that are looked at for
// want of one.
func BenchmarkHostileTables(b *testing.B) {
	rows := func(row func(n int) string) []byte {
		var text []byte
		for n := 0; len(text) < 4<<20; n++ {
			text = append(append(text, row(n)...), '\n')
		}
		return text
	}
	repeated := func(cell string, times int) string { return strings.Repeat(cell+",", times) }
	for name, text := range map[string][]byte{
		"long":     rows(func(int) string { return repeated(strings.Repeat("comfort able ", 300), 1000) }),
		"distinct": rows(func(n int) string { return fmt.Sprintf("Partnership of %x,%x,%x", n*7919, n*104729, n*1299709) }),
		"areas":    rows(func(int) string { return repeated("Glasgow City", 16000) }),
		"years":    rows(func(n int) string { return repeated(fmt.Sprintf("20%02d/%02d", n%98, n%98+1), 16000) }),
		"misspelt": append([]byte("Partnership,Indicator,Year,Rate\n"), rows(func(n int) string { return fmt.Sprintf("Glasgow %x,NI12,2024/25,5", n*7919) })...),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			fsys := fstest.MapFS{"table.csv": {Data: text}}
			for b.Loop() {
				if _, err := Read(fsys, "table.csv"); err == nil && name != "misspelt" {
					b.Fatal("a table was found")
				}
			}
		})
	}
}

func exampleContent(b *testing.B) []byte {
	content, err := fs.ReadFile(exampleFS, exampleName)
	if err != nil {
		b.Fatal(err)
	}
	return content
}

func excelizeRows(b *testing.B, content []byte) {
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	rows, err := f.Rows("Data")
	if err != nil {
		b.Fatal(err)
	}
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			b.Fatal(err)
		}
	}
	if err := rows.Close(); err != nil {
		b.Fatal(err)
	}
	f.Close()
}
