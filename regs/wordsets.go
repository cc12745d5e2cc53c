package regs

import (
	"strings"
	"sync"
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
