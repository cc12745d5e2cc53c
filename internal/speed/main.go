// Command speed measures what apr costs from its start to its end, and prints a table
// of ratios: of `apr version` to an empty Go program, of check and build as processes
// to the same inside a running process, and of pandoc's time to a build's, where
// pandoc is installed; and what each of thirty-one reports takes that are built at once.
//
// Each round runs everything, one after the other, and every second round the other way
// about, so that what else the machine does falls on all alike; the least time of all
// rounds counts. The usual eight take about a minute on a quiet machine; on a busy one
// there are fewer.
//
//	go run ./internal/speed [-rounds N] [-long] [-old APR]
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"text/tabwriter"
	"time"
)

const (
	example = "examples/carrickmoor"
	day     = "2026-07-19" // on which the example has no findings

	// longest is after how long no round begins, once there were as many as fewest.
	longest = time.Minute
	fewest  = 3
)

func main() {
	log.SetFlags(0)
	rounds := flag.Int("rounds", 8, "how often each is run, at most; for more than a minute, give -long")
	long := flag.Bool("long", false, "run all rounds, however long they take")
	old := flag.String("old", "", "another apr, which is measured beside this one")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *rounds, *long, *old, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, rounds int, long bool, old string, out io.Writer) error {
	dir, err := os.MkdirTemp("", "apr-speed-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	programs, err := compile(ctx, dir)
	if err != nil {
		return err
	}
	rows := rows(dir, programs, old)
	began, done := time.Now(), 0
	for round := range rounds {
		if !long && round >= fewest && time.Since(began) > longest {
			break
		}
		done++
		for i := range rows {
			if round%2 == 1 {
				i = len(rows) - 1 - i
			}
			if err := rows[i].run(ctx, round); err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(out, "%s with %d words of prose, as of %s. %s, %s/%s, %d processors. The least of %d rounds, which took %s.\n\n",
		example, words(), day, runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), done, time.Since(began).Round(time.Second))
	return table(out, rows)
}

// words is how many words the example's narrative has, with its keys.
func words() int {
	n := 0
	files, _ := filepath.Glob(filepath.Join(example, "narrative", "*.yaml")) // the pattern is a good one
	for _, f := range files {
		text, _ := os.ReadFile(f) // one that is missing has none
		n += len(bytes.Fields(text))
	}
	return n
}

// programs are what is measured.
type programs struct{ empty, apr, tests string }

func compile(ctx context.Context, dir string) (programs, error) {
	p := programs{filepath.Join(dir, "empty"), filepath.Join(dir, "apr"), filepath.Join(dir, "apr.test")}
	source := filepath.Join(dir, "empty.go")
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() {}\n"), 0o666); err != nil {
		return p, err
	}
	for _, args := range [][]string{
		{"build", "-trimpath", "-ldflags", "-s -w", "-o", p.empty, source},
		{"build", "-trimpath", "-ldflags", "-s -w", "-o", p.apr, "./cmd/apr"},
		{"test", "-c", "-o", p.tests, "./cmd/apr"},
	} {
		cmd := exec.CommandContext(ctx, "go", args...)
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
		if text, err := cmd.CombinedOutput(); err != nil {
			return p, fmt.Errorf("%v: %w\n%s", cmd, err, text)
		}
	}
	return p, nil
}

// rows are what is run in a round. A row's ratio is to the row that it names.
func rows(dir string, p programs, old string) []*row {
	out := filepath.Join(dir, "out")
	check := []string{"check", example, "--date", day}
	build := []string{"build", example, "--date", day, "-o", out}
	word := append(build[:len(build):len(build)], "--format", "md,html,pdf,docx")
	every := []string{p.tests, "-test.run", "^$", "-test.bench", "^BenchmarkEveryAuthority$/^at_once$", "-test.benchtime", "1x"}
	oneRun := &units{"least-ms", "least-cpu-ms", ""}
	rows := []*row{
		{name: "an empty Go program", command: []string{p.empty}, times: 5},
		{name: "apr version", command: append([]string{p.apr}, "version"), times: 5, to: "an empty Go program", most: 3.5},
		{name: "check in a process", command: inProcess(p.tests, "BenchmarkCheck"), benchmark: oneRun},
		{name: "apr check", command: append([]string{p.apr}, check...), to: "check in a process", most: 1.6},
		{name: "build in a process", command: inProcess(p.tests, "BenchmarkBuild"), benchmark: oneRun},
		{name: "apr build", command: append([]string{p.apr}, build...), to: "build in a process", most: 1.6},
		{name: "apr build with Word", command: append([]string{p.apr}, word...), to: "build in a process"},
	}
	rows = append(rows, &row{name: "31 reports at once, each", command: every, benchmark: &units{"ms/report", "cpu-ms/report", "MB-peak"},
		rounds: 3, mostWall: 40, mostMemory: 120})
	if _, err := exec.LookPath("pandoc"); err == nil {
		pandoc := []string{"pandoc", "--standalone", "-o", filepath.Join(dir, "pandoc.html"), filepath.Join(out, "report.md")}
		rows = append(rows, &row{name: "pandoc, HTML alone", command: pandoc, to: "apr build", least: 10, also: "apr build with Word", alsoLeast: 8})
	}
	if old != "" {
		rows = append(rows,
			&row{name: "old: version", command: []string{old, "version"}, to: "apr version"},
			&row{name: "old: check", command: append([]string{old}, check...), to: "apr check"},
			&row{name: "old: build", command: append([]string{old}, build...), to: "apr build"})
	}
	return rows
}

// inProcess runs a benchmark of cmd/apr a few times in one process.
func inProcess(tests, benchmark string) []string {
	return []string{tests, "-test.run", "^$", "-test.bench", "^" + benchmark + "$", "-test.benchtime", "5x"}
}

// table prints the least of each row, and its ratio beside the goal.
func table(out io.Writer, rows []*row) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "what\tms\tprocessor ms\tMB\tratio\tgoal\tof the processor")
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%.1f\t%.1f\t%.0f", r.name, r.wall, r.processor, r.memory)
		if base := named(rows, r.to); base != nil {
			fmt.Fprintf(w, "\t%.2f\t%s\t%.2f", r.wall/base.wall, r.goal(), r.processor/base.processor)
		} else {
			fmt.Fprintf(w, "\t\t%s", r.goal())
		}
		fmt.Fprintln(w)
		if base := named(rows, r.also); base != nil {
			fmt.Fprintf(w, "  to %s\t\t\t\t%.2f\tat least %.0f\t%.2f\n", base.name, r.wall/base.wall, r.alsoLeast, r.processor/base.processor)
		}
	}
	return w.Flush()
}
