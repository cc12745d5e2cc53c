package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// peakVariable names a file for an apr that a test runs, to which it writes, at
// its end, the most memory that it had. The peak that the system reports of a child
// to its parent begins with the parent's own, from before the program was loaded.
const peakVariable = "APR_TEST_PEAK"

// writePeak does that, if it is asked to.
func writePeak() {
	name := os.Getenv(peakVariable)
	if name == "" {
		return
	}
	peak, err := peakMemory()
	if err == nil {
		err = os.WriteFile(name, fmt.Append(nil, peak), 0o666)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

// peakMemory is the most memory that this process had at a time, in bytes. Only
// Linux reports.
func peakMemory() (int64, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	for lines := bufio.NewScanner(bytes.NewReader(status)); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kB, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(rest, "kB")), 10, 64)
			return kB << 10, err
		}
	}
	return 0, fmt.Errorf("/proc/self/status has no VmHWM")
}

// peakOf is what a child wrote to the file.
func peakOf(t *testing.T, file string) int64 {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Log("the memory isn't measured: only Linux tells how much a process had")
		return 0
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	peak, err := strconv.ParseInt(string(text), 10, 64)
	if err != nil || peak == 0 {
		t.Fatalf("%s: %q, %v", file, text, err)
	}
	return peak
}
