package main

import (
	"context"
	"math"
	"testing"
	"time"
)

// BenchmarkCheck is the whole of apr check on the example: workbook, ledgers
// and narrative read, every rule run, the document composed. With a warm file
// cache it is to take less than 150 ms on two cores.
func BenchmarkCheck(b *testing.B) {
	benchmarkRun(b, "check", example)
}

// BenchmarkBuild is the whole of apr build on the example, which is to take less
// than 150 ms too: as apr check, then drawn and written as Markdown, HTML and
// PDF. A process of its own takes about 10 ms more, to start.
func BenchmarkBuild(b *testing.B) {
	benchmarkRun(b, "build", example, "-o", b.TempDir())
}

// benchmarkRun runs a command line as main does. On a busy machine the least of all
// rounds tells more than their mean.
func benchmarkRun(b *testing.B, args ...string) {
	tuneCollector()
	b.ReportAllocs()
	before, least, leastWall := processorTime(b), time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	last := before
	for b.Loop() {
		began := time.Now()
		if code := run(context.Background(), args, quiet()); code != exitOK {
			b.Fatalf("exit code %d", code)
		}
		now := processorTime(b)
		least, last, leastWall = min(least, now-last), now, min(leastWall, time.Since(began))
	}
	b.ReportMetric(milliseconds(last-before)/float64(b.N), "cpu-ms/op")
	b.ReportMetric(milliseconds(least), "least-cpu-ms")
	b.ReportMetric(milliseconds(leastWall), "least-ms")
}

func milliseconds(d time.Duration) float64 { return d.Seconds() * 1000 }
