package regs

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets 512 MB be in use before memory is swept: the tests make thousands of
// reports and keep none.
func TestMain(m *testing.M) {
	debug.SetMemoryLimit(512 << 20)
	debug.SetGCPercent(-1)
	os.Exit(m.Run())
}
