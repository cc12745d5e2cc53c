package workbook

import (
	"testing"

	"apr/internal/rounds"
)

func TestMain(m *testing.M) { rounds.Main(m) }
