package pdf

import (
	"math/rand/v2"
	"strings"
	"testing"

	"apr/internal/rounds"
)

// TestContentsLook holds the distance between the lines of contents against each that is
// wider: they take more pages.
func TestContentsLook(t *testing.T) {
	random, looks := rand.New(rand.NewPCG(3, 4)), map[contentsStyle]int{}
	upTo := func(most int) int { return 1 + random.IntN(most) }
	entriesOf := func(n int) (list []entry) {
		for range n {
			list = append(list, entry{title: strings.Repeat("Some words ", upTo(8)), id: "a"})
		}
		return list
	}
	for range rounds.Of(t, 100) {
		r := newRenderer(report())
		list := entriesOf(upTo(30))
		for i := range list {
			list[i].below = entriesOf(upTo(5) - 1)
		}
		look, err := r.contentsLook(list)
		if err != nil {
			t.Fatal(err)
		}
		looks[look]++
		n, err := pagesOfContents(r.doc, list, look)
		if err != nil {
			t.Fatal(err)
		}
		for wider := look; wider.lead < 17.5; {
			wider.lead += 0.5
			if m, err := pagesOfContents(r.doc, list, wider); err != nil || m <= n {
				t.Errorf("%v takes %d pages, %v takes %d (%v)", look, n, wider, m, err)
			}
		}
	}
	if len(looks) < 10 && !testing.Short() {
		t.Errorf("no more than these looks: %v", looks)
	}
}
