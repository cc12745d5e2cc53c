package main

import (
	"context"
	"testing"
)

// BenchmarkCheck is the whole of apr check on the example: workbook, ledgers
// and narrative read, every rule run, the document composed. With a warm file
// cache it is to take less than 150 ms on two cores.
func BenchmarkCheck(b *testing.B) {
	for b.Loop() {
		if code := run(context.Background(), []string{"check", example}, quiet()); code != exitOK {
			b.Fatalf("exit code %d", code)
		}
	}
}
