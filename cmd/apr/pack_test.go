package main

import (
	"archive/zip"
	"compress/gzip"
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
