// Package jsonprint prints JSON as every command of apr does.
package jsonprint

import (
	"encoding/json"
	"io"
)

// Write prints a value as indented JSON with a line end. The characters <, >
// and & stay as they are: the output is read by programs and people, and never
// is in HTML.
func Write(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
