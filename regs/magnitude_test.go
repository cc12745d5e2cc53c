package regs

import "testing"

// Values are held against those of the same size, however small or large they are.
func TestValuesFarApart(t *testing.T) {
	for _, c := range []struct {
		before, now float64
		want        bool
	}{
		{10248, 99.66, true}, {91, 0.91, true}, {5190, 51900, true}, {6.5, 90, true}, {100, 20, true}, {20, 100, true},
		{100, 21, false}, {20, 99, false}, {898, 942, false}, {0, 90, false}, {90, 0, false}, {-5, 50, false},
	} {
		if got := apart(c.before, c.now); got != c.want {
			t.Errorf("%v and %v: %v", c.before, c.now, got)
		}
	}
}
