package pdf

import "testing"

func BenchmarkRender(b *testing.B) {
	doc := typical()
	for b.Loop() {
		if _, err := Render(doc); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	doc := typical()
	for b.Loop() {
		r := newRenderer(doc)
		if err := r.document(); err != nil {
			b.Fatal(err)
		}
		paginate(r.g.strips)
	}
}
