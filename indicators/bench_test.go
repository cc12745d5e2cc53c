package indicators

import (
	"bytes"
	"io/fs"
	"testing"

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
	content, err := fs.ReadFile(exampleFS, exampleName)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
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
}
