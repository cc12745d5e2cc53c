package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"apr/internal/source"
)

// ManifestName is the file next to a report that lists its inputs and outputs.
const ManifestName = manifestName

// Manifests lists what a report was made from and what was made of it.
type (
	WrittenManifest = manifest
	ManifestEntry   = entry
)

// ParseManifest reads a manifest. An error is a *source.Problem with its place.
func ParseManifest(name string, data []byte) (*WrittenManifest, error) {
	var m WrittenManifest
	err := json.Unmarshal(data, &m)
	if err == nil && m.Apr == "" {
		err = errors.New("it doesn't say which apr wrote it")
	}
	if err == nil {
		return &m, nil
	}
	at := source.Position{File: name, Line: 1}
	offset := int64(-1)
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		offset = syntax.Offset
	} else if kind := (*json.UnmarshalTypeError)(nil); errors.As(err, &kind) {
		offset = kind.Offset
	}
	if offset >= 0 && offset <= int64(len(data)) {
		before := data[:offset]
		at.Line += bytes.Count(before, []byte("\n"))
		at.Column = max(1, len([]rune(string(before[bytes.LastIndexByte(before, '\n')+1:]))))
	}
	return nil, &source.Problem{Code: "manifest", Position: at, Message: fmt.Sprintf("the manifest can't be read: %v", err),
		Hint: "take the one that apr build wrote beside the report"}
}
