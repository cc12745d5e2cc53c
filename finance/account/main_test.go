package account

import (
	"os"
	"testing"

	"apr/internal/rounds"
)

// TestMain has memory swept as usual in the processes that measure it.
func TestMain(m *testing.M) {
	if os.Getenv(ownProcess) != "" {
		os.Exit(m.Run())
	}
	rounds.Main(m)
}
