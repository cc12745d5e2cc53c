package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// row is a command line, and the least that it took.
type row struct {
	name    string
	command []string
	// benchmark is what a benchmark prints of its times, where the command runs one.
	benchmark *units
	// to names the row to which the ratio is.
	to string
	// most and least limit the ratio; 0 is no limit.
	most, least float64
	// also names another row to which there is a ratio, which alsoLeast limits.
	also      string
	alsoLeast float64
	// mostWall and mostMemory limit the milliseconds and the MB; 0 is no limit.
	mostWall, mostMemory float64
	// times is how often it runs in each round, 0 is once, and rounds in how many of
	// them, 0 is in all.
	times, rounds int
	// wall and processor are milliseconds; memory is the peak in MB, 0 where it
	// isn't known.
	wall, processor, memory float64
}

// units are the names that a benchmark has for its milliseconds, for the processor's and,
// unless it is the process's that counts, for the MB of memory.
type units struct{ wall, processor, memory string }

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
	case r.mostWall != 0:
		return fmt.Sprintf("at most %.0f ms and %.0f MB", r.mostWall, r.mostMemory)
	}
	return ""
}

// run is one round, which is the first of all with 0.
func (r *row) run(ctx context.Context, round int) error {
	if r.rounds > 0 && round >= r.rounds {
		return nil
	}
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
	if r.benchmark != nil {
		cmd.Dir = filepath.Join("cmd", "apr") // where its tests expect to be
	}
	var text strings.Builder
	cmd.Stdout, cmd.Stderr = &text, &text
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%v: %w\n%s", cmd, err, text.String())
	}
	wall, processor, memory := milliseconds(time.Since(began)), milliseconds(cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()), peak(cmd.ProcessState)
	if u := r.benchmark; u != nil {
		var err error
		for of, value := range map[string]*float64{u.wall: &wall, u.processor: &processor, u.memory: &memory} {
			if of == "" {
				continue
			}
			if *value, err = benchmarked(text.String(), of); err != nil {
				return err
			}
		}
	}
	if r.wall == 0 {
		r.wall, r.processor, r.memory = math.Inf(1), math.Inf(1), math.Inf(1)
	}
	r.wall, r.processor, r.memory = min(r.wall, wall), min(r.processor, processor), min(r.memory, memory)
	return nil
}

func milliseconds(d time.Duration) float64 { return d.Seconds() * 1000 }

// benchmarked reads how much of a unit a benchmark printed.
func benchmarked(text, unit string) (float64, error) {
	before, _, found := strings.Cut(text, " "+unit)
	fields := strings.Fields(before)
	if !found || len(fields) == 0 {
		return 0, fmt.Errorf("no %s in what the benchmark printed:\n%s", unit, text)
	}
	return strconv.ParseFloat(fields[len(fields)-1], 64)
}
