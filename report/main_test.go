package report_test

import (
	"testing"

	"apr/internal/rounds"
)

func TestMain(m *testing.M) { rounds.Main(m) }
