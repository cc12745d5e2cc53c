package yamlpos

import (
	"slices"
	"sync"

	"go.yaml.in/yaml/v3"

	"apr/internal/source"
)

// maxKept is how many bytes of YAML are kept as nodes: those of a project.
const maxKept = 256 << 10

// Trees keeps the nodes of files that may be decoded again with the same bytes, such as
// those of a project of which one file was edited: parsing takes more than half of the
// time. It is safe for concurrent use; a nil one keeps nothing.
type Trees struct {
	mu   sync.Mutex
	kept []tree // the least recently used first
	size int
}

// tree are the nodes of a file without a syntax problem. Decoding leaves them as they are.
type tree struct {
	text string
	root *yaml.Node
}

// Decode is Decode of nodes that are kept from an earlier file of the same bytes.
func (t *Trees) Decode(name string, data []byte, out any, problems, warnings *source.Problems) (ps Positions, empty bool) {
	return decode(name, data, out, problems, warnings, t.parse)
}

func (t *Trees) parse(f *file) (*yaml.Node, *source.Problem) {
	if t == nil || len(f.data) > maxKept {
		return f.parse()
	}
	if root, known := t.find(f.data); known {
		return root, nil
	}
	root, problem := f.parse()
	if problem == nil {
		t.keep(tree{text: string(f.data), root: root})
	}
	return root, problem
}

func (t *Trees) find(data []byte) (root *yaml.Node, known bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	i := slices.IndexFunc(t.kept, func(k tree) bool { return k.text == string(data) })
	if i < 0 {
		return nil, false
	}
	k := t.kept[i]
	t.kept = append(slices.Delete(t.kept, i, i+1), k)
	return k.root, true
}

func (t *Trees) keep(k tree) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.kept = append(t.kept, k)
	t.size += len(k.text)
	for t.size > maxKept {
		t.size -= len(t.kept[0].text)
		t.kept = slices.Delete(t.kept, 0, 1)
	}
}
