package preview

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkRebuild is what a reader waits for after a save of the narrative:
// the files compared, the narrative read, every rule run, the page rendered. It
// is to take less than 100 ms.
func BenchmarkRebuild(b *testing.B) {
	p := newPreview(b, example(b))
	name := filepath.Join(p.opts.Dir, "narrative", "opening.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := p.compile(context.Background()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		text = swap(text, []byte(" and "), []byte(" AND "))
		if err := os.WriteFile(name, text, 0o666); err != nil {
			b.Fatal(err)
		}
		s, err := p.compile(context.Background())
		if err != nil {
			b.Fatal(err)
		}
		if s.serve() == nil {
			b.Fatal("no page")
		}
	}
}

// swap replaces the first of two words by the other.
func swap(text, one, other []byte) []byte {
	if bytes.Contains(text, one) {
		return bytes.Replace(text, one, other, 1)
	}
	return bytes.ReplaceAll(text, other, one)
}

// BenchmarkFirstBuild is the same without anything kept.
func BenchmarkFirstBuild(b *testing.B) {
	dir := example(b)
	for b.Loop() {
		if _, err := newPreview(b, dir).compile(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
