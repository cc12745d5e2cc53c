package regs

import (
	"strings"
	"sync"
)

// monthNames and numbersInWords are alternatives of regular expressions.
const (
	monthNames     = `January|February|March|April|May|June|July|August|September|October|November|December`
	numbersInWords = `two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty`
)

// setOf is a set of words, made when it is first asked for.
func setOf(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, w := range strings.Fields(list) {
			set[w] = true
		}
		return set
	})
}
