//go:build unix

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// authorities is how many reports there are to make each July.
const authorities = 31

// BenchmarkEveryAuthority builds a report for each of thirty-one projects in
// one go: the example under other names, each with its own ledgers and its own
// copy of the workbook. It says the time for each report and the most memory
// that was in use.
func BenchmarkEveryAuthority(b *testing.B) {
	dir := b.TempDir()
	args := []string{"build", "-o", filepath.Join(dir, "out"), "--date", "2026-07-19"}
	for i := range authorities {
		project := filepath.Join(dir, fmt.Sprintf("authority-%02d", i+1))
		if err := os.CopyFS(project, os.DirFS(example)); err != nil {
			b.Fatal(err)
		}
		name := filepath.Join(project, "apr.yaml")
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		text = []byte(strings.ReplaceAll(string(text), "Carrickmoor Integration Joint Board", fmt.Sprintf("Authority %d Integration Joint Board", i+1)))
		if err := os.WriteFile(name, text, 0o666); err != nil {
			b.Fatal(err)
		}
		args = append(args, project)
	}
	for _, several := range []bool{true, false} {
		name := "one by one"
		if several {
			name = "at once"
		}
		b.Run(name, func(b *testing.B) {
			peak := watchHeap()
			before := processorTime(b)
			for b.Loop() {
				if several {
					build(b, args)
					continue
				}
				for _, project := range args[5:] {
					build(b, append(args[:5:5], project))
				}
			}
			reports := float64(b.N * authorities)
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/reports, "ms/report")
			b.ReportMetric(float64((processorTime(b)-before).Milliseconds())/reports, "cpu-ms/report")
			b.ReportMetric(float64(peak())/(1<<20), "MB-peak")
		})
	}
}

func build(b *testing.B, args []string) {
	if code := run(context.Background(), args, quiet()); code != exitOK {
		b.Fatalf("exit code %d", code)
	}
}

// watchHeap looks at the memory in use until it is asked for the most it saw.
func watchHeap() (peak func() uint64) {
	stop, most := make(chan struct{}), make(chan uint64)
	go func() {
		var highest uint64
		for tick := time.NewTicker(20 * time.Millisecond); ; {
			select {
			case <-stop:
				tick.Stop()
				most <- highest
				return
			case <-tick.C:
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				highest = max(highest, m.HeapInuse)
			}
		}
	}()
	return func() uint64 {
		close(stop)
		return <-most
	}
}
