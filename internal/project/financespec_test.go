package project

import (
	"slices"
	"testing"

	"apr/indicators"
	"apr/internal/law"
)

// The councils and health boards of others are those that no constituent authority's name
// means, however it is written.
func TestOtherBodies(t *testing.T) {
	for _, a := range indicators.Authorities() {
		for _, board := range []string{a.HealthBoard, "Chief Executive, " + a.HealthBoard, "", "a board of no place"} {
			var p Config
			p.Authority.HealthBoard, p.Authority.Councils = board, a.Councils
			var want []string
			for _, other := range indicators.Authorities() {
				for _, body := range slices.Concat(other.Councils, []string{other.HealthBoard}) {
					own := func(o string) bool { return law.NamesBody(o, body) }
					if !slices.Contains(want, body) && !own(board) && !slices.ContainsFunc(a.Councils, own) {
						want = append(want, body)
					}
				}
			}
			if got := otherBodies(&p); !slices.Equal(got, want) {
				t.Errorf("%s with %q: %q; want %q", a.Name, board, got, want)
			}
		}
	}
}
