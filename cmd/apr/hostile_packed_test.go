//go:build unix

package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	ledgerGzip = "data/ledger.csv.gz"
	ledgerZip  = "data/ledger.zip"
)

var hostilePacked = []hostileProject{
	{"gzip bomb of rows", ledger(ledgerGzip, gzipBomb(heads, "1,2.00\n")), []string{ledgerGzip, "unpacks to more than 100 times its size"}},
	{"gzip bomb of one row", ledger(ledgerGzip, gzipBomb(heads+"1,2.00\n", "a")), []string{ledgerGzip, ":3:"}},
	{"gzip bomb of zeros", ledger(ledgerGzip, gzipBomb("", "\x00")), []string{ledgerGzip, "binary"}},
	{"gzip bomb as the workbook", func(t *testing.T, dir string) {
		put(t, dir, "apr.yaml", "authority: {name: Falkirk}\nyear: 2025/26\nworkbook: data/core.csv.gz\n")
		gzipBomb("Year,", "a")(t, dir)
		if err := os.Rename(filepath.Join(dir, ledgerGzip), filepath.Join(dir, "data/core.csv.gz")); err != nil {
			t.Fatal(err)
		}
	}, []string{"data/core.csv.gz", "unpacks to more than"}},
	{"truncated gzip", ledger(ledgerGzip, func(t *testing.T, dir string) {
		put(t, dir, ledgerGzip, string(gzipOf(t, heads+strings.Repeat("1,2.00\n", 1000))[:40]))
	}), []string{ledgerGzip, "ends before its contents do"}},
	{"pipe as a gzip file", ledger(ledgerGzip, pipe(ledgerGzip)), []string{ledgerGzip, "a pipe, not a file"}},
	{"zip bomb of rows as CSV", ledger(ledgerZip, func(t *testing.T, dir string) {
		put(t, dir, ledgerZip, string(zipOf(t, []string{"ledger.csv"}, heads, &repeated{pattern: "1,2.00\n"}, 150<<20)))
	}), []string{ledgerZip, "unpacks to more than 100 times its size"}},
	{"zip of ever so many files", ledger(ledgerZip, func(t *testing.T, dir string) {
		var names []string
		for n := range 200_000 {
			names = append(names, fmt.Sprint(n, ".csv"))
		}
		put(t, dir, ledgerZip, string(zipOf(t, names, "", nil, 0)))
	}), []string{ledgerZip, "more members than apr lists"}},
	{"workbook of ever so many parts", func(t *testing.T, dir string) {
		var names []string
		for n := range 200_000 {
			names = append(names, fmt.Sprint("xl/", n, ".xml"))
		}
		put(t, dir, sheetName, string(zipOf(t, names, "", nil, 0)))
	}, []string{sheetName, "isn't an Excel workbook"}},
	{"zip member that leads out", ledger(ledgerZip, func(t *testing.T, dir string) {
		put(t, dir, ledgerZip, string(zipOf(t, []string{"../../secret.csv"}, "Nothing,here\n1,2.00\n", nil, 0)))
	}), []string{ledgerZip, "the header has no column"}},
	{"NUL in a gzip file", ledger(ledgerGzip, func(t *testing.T, dir string) {
		put(t, dir, ledgerGzip, string(gzipOf(t, heads+strings.Repeat("1,2.00\n", 20_000)+"1\x00,2.00\n")))
	}), []string{ledgerGzip + ":20002:", "NUL"}},
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

// zipOf is a zip file of members that have a text, and so many bytes more.
func zipOf(t *testing.T, names []string, begin string, more io.Reader, size int64) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(w, begin) // Close returns the error
		if more != nil {
			_, _ = io.CopyN(w, more, size)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
