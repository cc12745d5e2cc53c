package indicators

import (
	"bytes"
	"io/fs"
	"testing"
	"time"

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
		if _, err := w.Table(TableOptions{Area: "Carrickmoor", Year: 2025, Family: FamilyOf("Fife")}); err != nil {
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
