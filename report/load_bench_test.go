package report

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"testing/fstest"
)

// BenchmarkLoad reads a project without workbook and ledgers: its narrative of
// 12,000 words.
func BenchmarkLoad(b *testing.B) {
	paragraph := strings.Repeat("The partnership helped more people to live at home in {{ year }}. ", 20)
	var outcomes bytes.Buffer
	outcomes.WriteString("outcomes:\n")
	for n := range 9 {
		outcomes.WriteString("  - outcome: " + string(rune('1'+n)) + "\n    assessment: |\n")
		for range 5 {
			outcomes.WriteString("      " + paragraph + "\n\n")
		}
	}
	fsys := fstest.MapFS{
		"apr.yaml":                    {Data: []byte(smallProject)},
		"narrative/regulation-3.yaml": {Data: outcomes.Bytes()},
	}
	b.SetBytes(int64(outcomes.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(context.Background(), Options{FS: fsys}); err != nil {
			b.Fatal(err)
		}
	}
}
