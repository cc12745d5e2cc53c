package indicators

import (
	"path"
	"slices"
	"strings"

	"apr/internal/source"
)

// At is the workbook as it is read where a copy of it, or of its folder, has
// another path that ends in the same name. What is read from the same bytes
// differs in its positions only; w itself doesn't change.
func (w *Workbook) At(file string) *Workbook {
	if file == w.File {
		return w
	}
	m := relocation{from: w.File, to: file}
	moved := *w
	moved.File = file
	moved.Observations = slices.Clone(w.Observations)
	for i := range moved.Observations {
		m.move(&moved.Observations[i].Position)
	}
	moved.Comparability = slices.Clone(w.Comparability)
	for i := range moved.Comparability {
		m.move(&moved.Comparability[i].Position)
	}
	moved.Problems = nil
	for _, p := range w.Problems {
		problem := *p
		m.move(&problem.Position)
		problem.Related = slices.Clone(p.Related)
		for i := range problem.Related {
			m.move(&problem.Related[i].Position)
		}
		moved.Problems = append(moved.Problems, &problem)
	}
	return &moved
}

// relocation gives positions in one file or folder the path of another.
type relocation struct{ from, to string }

func (m relocation) move(p *source.Position) {
	if rest, found := strings.CutPrefix(p.File, m.from); found && (rest == "" || rest[0] == '/') {
		p.File = path.Join(m.to, rest)
	}
}
