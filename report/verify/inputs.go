package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"

	"apr/internal/folder"
	"apr/internal/source"
	"apr/report/render"
)

// compareInputs holds the files of a project against those that a manifest says the
// page was made from. Findings are in order of the manifest.
func compareInputs(manifest *render.WrittenManifest, kind kindOfFile, project fs.FS) ([]Finding, error) {
	var findings []Finding
	for _, want := range manifest.Inputs {
		at := source.Position{File: want.File}
		add := func(k Kind, format string, args ...any) {
			findings = append(findings, Finding{Kind: k, Message: fmt.Sprintf(format, args...), Position: at})
		}
		name, err := folder.LocalPath(want.File)
		if err != nil {
			add(InputMissing, "the manifest names an input outside of the project: %v", err)
			continue
		}
		size, sum, err := digest(project, name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			add(InputMissing, "the %s was made from this file, which isn't in the project any more", kind.noun)
		case err != nil:
			return nil, fmt.Errorf("reading %s: %w", name, err)
		case sum != want.SHA256:
			add(InputChanged, "the file has changed since the %s was made: it has %d bytes and the SHA-256 %.12s…, and had %d and %.12s…",
				kind.noun, size, sum, want.Size, want.SHA256)
		}
	}
	return findings, nil
}

// addedInputs are the inputs that the project has now and that the manifest doesn't
// name.
func addedInputs(manifest *render.WrittenManifest, kind kindOfFile, now []folder.Input) []Finding {
	var findings []Finding
	for _, in := range now {
		if !slices.ContainsFunc(manifest.Inputs, func(e render.ManifestEntry) bool { return e.File == in.File }) {
			findings = append(findings, Finding{Kind: InputAdded, Position: source.Position{File: in.File},
				Message: "the project now has this input, from which the " + kind.noun + " wasn't made"})
		}
	}
	return findings
}

// compareOutput compares the page itself with what the manifest says was built.
func compareOutput(manifest *render.WrittenManifest, name string, kind kindOfFile, page []byte) []Finding {
	sum := sha256.Sum256(page)
	hash := hex.EncodeToString(sum[:])
	built := slices.DeleteFunc(slices.Clone(manifest.Outputs), func(e render.ManifestEntry) bool { return path.Ext(e.File) != kind.extension })
	for _, e := range built { // there is one, whatever the page is called now
		if e.SHA256 != hash {
			return []Finding{{Kind: OutputChanged, Position: source.Position{File: name},
				Message: "the " + kind.noun + " isn't, byte for byte, the one that apr built: something in it was edited, or it was saved again"}}
		}
	}
	return nil
}

// digest reads a regular file through.
func digest(fsys fs.FS, name string) (size int64, sum string, err error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return 0, "", err
	}
	if !info.Mode().IsRegular() {
		return 0, "", fmt.Errorf("it is not a file")
	}
	f, err := fsys.Open(name)
	if err != nil {
		return 0, "", err
	}
	defer f.Close() // read only: nothing can be lost
	h := sha256.New()
	size, err = io.Copy(h, f)
	return size, hex.EncodeToString(h.Sum(nil)), err
}
