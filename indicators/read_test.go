package indicators

import (
	"os"
	"testing"
)

const releasePath = "../../shared/data/"

const releaseName = "Core_Suite_Integration_Indicators_Management_Information_Jul2026.xlsx"

func BenchmarkRead(b *testing.B) {
	fsys := os.DirFS(releasePath)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(fsys, releaseName); err != nil {
			b.Fatal(err)
		}
	}
}

func TestX(t *testing.T) {
	w, err := Read(os.DirFS(releasePath), releaseName)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(len(w.Observations), w.Release, w.Sheet, w.Observations[0], w.Observations[0].Position)
	for _, p := range w.Problems {
		t.Log(p)
	}
}
