package render

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"

	"apr/internal/document"
	"apr/internal/project"
)

// manifest is manifest.json.
type manifest struct {
	Apr       string         `json:"apr"`
	Authority string         `json:"authority"`
	Year      string         `json:"year"`
	State     string         `json:"state"`
	Date      string         `json:"date"`
	Workbook  *workbookEntry `json:"workbook,omitempty"`
	Inputs    []entry        `json:"inputs"`
	Outputs   []entry        `json:"outputs"`
}

type workbookEntry struct {
	File    string `json:"file"`
	Release string `json:"release"`
}

type entry struct {
	File   string `json:"file"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// Manifest lists every input and output with its size and SHA-256.
func Manifest(r *project.Project, doc *document.Document, files []File) (File, error) {
	m := manifest{
		Apr: doc.Meta.Generator, Authority: doc.Meta.Authority, Year: doc.Meta.Year,
		State: string(r.Config.State), Date: doc.Meta.Date, Inputs: []entry{},
	}
	if doc.Meta.Watermark != "" {
		m.State = string(project.Draft)
	}
	if w := r.Workbook; w != nil {
		m.Workbook = &workbookEntry{w.File, w.Release}
	}
	for _, in := range r.Inputs() {
		m.Inputs = append(m.Inputs, entry(in))
	}
	m.Outputs = make([]entry, len(files))
	var hashing sync.WaitGroup
	for i, f := range files {
		hashing.Go(func() {
			sum := sha256.Sum256(f.Data)
			m.Outputs[i] = entry{f.Name, int64(len(f.Data)), hex.EncodeToString(sum[:])}
		})
	}
	hashing.Wait()
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return File{}, fmt.Errorf("writing the manifest: %w", err)
	}
	return File{Name: manifestName, Data: append(data, '\n')}, nil
}

const manifestName = "manifest.json"
