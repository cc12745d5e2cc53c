package render

import (
	"errors"
	"testing"

	"apr/internal/source"
)

// FuzzParseManifest reads manifests that somebody edited, or that are none:
// each is read or refused with its place.
func FuzzParseManifest(f *testing.F) {
	f.Add([]byte(`{"apr": "apr 0.1.0", "authority": "Falkirk", "inputs": [{"file": "apr.yaml", "size": 1, "sha256": "00"}], "outputs": []}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ParseManifest("out/manifest.json", data)
		if err == nil {
			if m.Apr == "" {
				t.Error("nobody's manifest is read")
			}
			return
		}
		var p *source.Problem
		if !errors.As(err, &p) || p.Position.File != "out/manifest.json" || p.Position.Line < 1 || p.Hint == "" {
			t.Errorf("%v has no place, or doesn't say what to do", err)
		}
	})
}
