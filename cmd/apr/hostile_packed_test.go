//go:build unix

package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"apr/internal/packed/packedtest"
)

const (
	ledgerGzip = "data/ledger.csv.gz"
	ledgerZip  = "data/ledger.zip"
)

func hostilePacked() []hostileProject {
	return []hostileProject{
		{"truncated gzip", ledger(ledgerGzip, func(t *testing.T, dir string) {
			put(t, dir, ledgerGzip, string(gzipOf(t, heads+strings.Repeat("1,2.00\n", 1000))[:40]))
		}), []string{ledgerGzip, "ends before its contents do"}},
		{"pipe as a gzip file", ledger(ledgerGzip, pipe(ledgerGzip)), []string{ledgerGzip, "a pipe, not a file"}},
		{"zip member that leads out", ledger(ledgerZip, func(t *testing.T, dir string) {
			put(t, dir, ledgerZip, string(zipOf(t, []string{"../../secret.csv"}, "Nothing,here\n1,2.00\n")))
		}), []string{ledgerZip, "the header has no column"}},
		{"NUL in a gzip file", ledger(ledgerGzip, func(t *testing.T, dir string) {
			put(t, dir, ledgerGzip, string(gzipOf(t, heads+strings.Repeat("1,2.00\n", 20_000)+"1\x00,2.00\n")))
		}), []string{ledgerGzip + ":20002:", "NUL"}},
	}
}

// gzipBomb is a gzip file that begins with a text and goes on with 4 GB of a
// pattern, in parts of 4 MB.
func gzipBomb(begin, pattern string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		part := gzipOf(t, strings.Repeat(pattern, 4<<20/len(pattern)))
		put(t, dir, ledgerGzip, string(gzipOf(t, begin))+strings.Repeat(string(part), 1024))
	}
}

func gzipOf(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, text) // Close returns the error
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// zipOf is a zip file of members that have a text each.
func zipOf(t *testing.T, names []string, text string) []byte {
	t.Helper()
	member := packedtest.Repeat(t, text, "", 0, "")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		member.Add(t, z, name)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
