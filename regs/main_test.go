package regs

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets the heap grow to five times what is in use before it is swept: the
// tests make thousands of reports and keep none.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}
