package main

import (
	"archive/zip"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// pack PACKED FILE ... packs files of a script into a .gz or .zip file. Members
// of a zip file have the names that the script gives.
func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: pack PACKED FILE ...")
	}
	out, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer func() { ts.Check(out.Close()) }()
	if strings.HasSuffix(args[0], ".gz") {
		for _, name := range args[1:] {
			w := gzip.NewWriter(out)
			_, err := io.WriteString(w, ts.ReadFile(name))
			ts.Check(err)
			ts.Check(w.Close())
		}
		return
	}
	z := zip.NewWriter(out)
	for _, name := range args[1:] {
		w, err := z.Create(name)
		ts.Check(err)
		_, err = io.WriteString(w, ts.ReadFile(name))
		ts.Check(err)
	}
	ts.Check(z.Close())
}

// hashed MANIFEST FILE checks that a manifest has the SHA-256 of a file.
func hashed(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: hashed MANIFEST FILE")
	}
	sum := sha256.Sum256([]byte(ts.ReadFile(args[1])))
	if !strings.Contains(ts.ReadFile(args[0]), hex.EncodeToString(sum[:])) {
		ts.Fatalf("%s doesn't have the hash of %s", args[0], args[1])
	}
}
