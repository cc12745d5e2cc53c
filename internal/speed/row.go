package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// row is a command line, and the least that it took.
type row struct {
	name    string
	command []string
	// benchmark is true where the command runs a benchmark, whose own times count.
	benchmark bool
	// to names the row to which the ratio is.
	to string
	// most and least limit the ratio; 0 is no limit.
	most, least float64
	// also names another row to which there is a ratio, which alsoLeast limits.
	also      string
	alsoLeast float64
	// times is how often it runs in each round; 0 is once.
	times int
	// wall and processor are milliseconds; memory is the peak in MB, 0 where it
	// isn't known.
	wall, processor, memory float64
}

func named(rows []*row, name string) *row {
	for _, r := range rows {
		if r.name == name && name != "" {
			return r
		}
	}
	return nil
}

func (r *row) goal() string {
	switch {
	case r.most != 0:
		return fmt.Sprintf("at most %.1f", r.most)
	case r.least != 0:
		return fmt.Sprintf("at least %.0f", r.least)
	}
	return ""
}

// run is one round.
func (r *row) run(ctx context.Context) error {
	for range max(r.times, 1) {
		if err := r.once(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (r *row) once(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, r.command[0], r.command[1:]...)
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1784419200")
	if r.benchmark {
		cmd.Dir = filepath.Join("cmd", "apr") // where its tests expect to be
	}
	var text strings.Builder
	cmd.Stdout, cmd.Stderr = &text, &text
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%v: %w\n%s", cmd, err, text.String())
	}
	wall, processor := milliseconds(time.Since(began)), milliseconds(cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
	if r.benchmark {
		var err error
		if wall, processor, err = benchmarked(text.String()); err != nil {
			return err
		}
	}
	if r.wall == 0 {
		r.wall, r.processor, r.memory = math.Inf(1), math.Inf(1), math.Inf(1)
	}
	r.wall, r.processor = min(r.wall, wall), min(r.processor, processor)
	r.memory = min(r.memory, peak(cmd.ProcessState))
	return nil
}

func milliseconds(d time.Duration) float64 { return d.Seconds() * 1000 }

var (
	perRun       = regexp.MustCompile(`\s([\d.]+) least-ms`)
	processorRun = regexp.MustCompile(`\s([\d.]+) least-cpu-ms`)
)

// benchmarked reads the milliseconds and the processor's from what a benchmark prints.
func benchmarked(text string) (wall, processor float64, err error) {
	for _, c := range []struct {
		is *regexp.Regexp
		to *float64
	}{{perRun, &wall}, {processorRun, &processor}} {
		found := c.is.FindStringSubmatch(text)
		if found == nil {
			return 0, 0, fmt.Errorf("no time in what the benchmark printed:\n%s", text)
		}
		if *c.to, err = strconv.ParseFloat(found[1], 64); err != nil {
			return 0, 0, err
		}
	}
	return wall, processor, nil
}
