//go:build unix

package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"hash/crc32"
	"io"
	"strings"
	"testing"
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
	_, _ = io.WriteString(w, text) // Close tells
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// zipOf is a zip file of members that have a text each.
func zipOf(t *testing.T, names []string, text string) []byte {
	t.Helper()
	member := deflate(t, text, "", 0, "")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		member.add(t, z, name)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// deflated is a member of a zip file, compressed.
type deflated struct {
	data []byte
	crc  uint32
	size uint64 // of what it unpacks to
}

// deflate compresses a text that begins, goes on with some bytes of a pattern,
// and ends. Of the pattern it compresses some megabytes, once: each piece ends at
// a byte and looks back to nothing before it, so that it can stand there often.
func deflate(t *testing.T, begin, pattern string, size int64, end string) deflated {
	t.Helper()
	var d deflated
	compress := func(text string, last bool) []byte {
		var b bytes.Buffer
		w, err := flate.NewWriter(&b, flate.DefaultCompression)
		if err != nil {
			t.Fatal(err)
		}
		_, err = io.WriteString(w, text)
		if err == nil && last {
			err = w.Close()
		} else if err == nil {
			err = w.Flush()
		}
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	add := func(text string, packed []byte) {
		d.data = append(d.data, packed...)
		d.crc = crc32.Update(d.crc, crc32.IEEETable, []byte(text))
		d.size += uint64(len(text))
	}
	if pattern != "" {
		add(begin, compress(begin, false))
		begin = ""
		piece := strings.Repeat(pattern, (4<<20)/len(pattern)+1)
		packed := compress(piece, false)
		for ; size >= int64(len(piece)); size -= int64(len(piece)) {
			add(piece, packed)
		}
		end = piece[:size] + end
	}
	add(begin+end, compress(begin+end, true))
	return d
}

// add adds it to a zip file.
func (d deflated) add(t *testing.T, z *zip.Writer, name string) {
	t.Helper()
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: d.crc,
		Flags:            0x8, // sizes stand behind the data, too, as where it is streamed
		CompressedSize64: uint64(len(d.data)), UncompressedSize64: d.size,
	})
	if err == nil {
		_, err = w.Write(d.data)
	}
	if err != nil {
		t.Fatal(err)
	}
}
