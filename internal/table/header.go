package table

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/table/celltext"
)

// A header is a candidate for the header record: how many of the mapped columns
// it holds.
type header struct {
	cells    []string
	above    []Line // the records above it, of a workbook
	index    map[string]int
	position source.Position
	upper    source.Position // the upper of two rows of heads; zero where there is one
	lower    Line            // the lower of them
	grouped  []string        // what this row would be together with the one above it
}

// matchHeader finds the mapped columns among the cells.
func (s *Spec) matchHeader(cells []string, at source.Position) header {
	if s.Guess != nil {
		index, _ := s.Guess(cells)
		return header{cells: cells, index: index, position: at}
	}
	h := header{cells: cells, index: make(map[string]int, len(s.Columns)), position: at}
	keys := make([]string, len(cells))
	for i, c := range cells {
		keys[i] = celltext.HeaderKey(c)
	}
	for name, key := range s.keys {
		if i := slices.Index(keys, key); i >= 0 {
			h.index[name] = i
		}
	}
	return h
}

// complete reports whether h has all mapped columns or, where they are guessed,
// enough of them.
func (s *Spec) complete(h header) bool {
	if s.Guess != nil {
		_, enough := s.Guess(h.cells)
		return enough
	}
	return len(h.index) == len(s.Columns)
}

// better reports whether b comes nearer to being the header than a: it has more
// mapped columns or, where neither has, more cells.
func better(a, b header) bool {
	return cmp.Or(cmp.Compare(len(b.index), len(a.index)), cmp.Compare(b.filled(), a.filled())) > 0
}

// filled is how many cells say something.
func (h header) filled() (n int) {
	for _, c := range h.cells {
		if celltext.Trim(c) != "" {
			n++
		}
	}
	return n
}

// checkHeader says what is wrong with the best candidate: mapped columns that
// it lacks, or that it has twice.
func (s *Spec) checkHeader(h header) error {
	if s.Guess != nil && !s.complete(h) && (h.filled() == 0 || s.hasGiven(h)) {
		return s.noGuess(h)
	}
	var free []string // headers that no column is mapped to
	for i, c := range h.cells {
		if c = celltext.Spaced(c); c != "" && !slices.Contains(slices.Collect(maps.Values(h.index)), i) {
			free = append(free, c)
		}
	}
	names := slices.Collect(maps.Keys(s.Columns))
	if s.Guess != nil {
		for _, name := range s.NotMerged {
			if _, ok := h.index[name]; ok && s.Columns[name] == "" {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	var missing, hints, double []string
	both := ""
	for _, name := range names {
		want := s.Columns[name]
		if i, ok := h.index[name]; ok && want == "" {
			want = celltext.Spaced(h.cells[i])
		}
		if _, ok := h.index[name]; !ok {
			missing = append(missing, fmt.Sprintf("%q (%s)", want, name))
			if n := likeHeader(want, free); n != "" {
				hints = append(hints, fmt.Sprintf("for %q, did you mean %s?", want, n))
			}
			continue
		}
		same := func(c string) bool { return celltext.HeaderKey(c) == celltext.HeaderKey(want) }
		if i := slices.IndexFunc(h.cells, same); slices.ContainsFunc(h.cells[i+1:], same) {
			double = append(double, fmt.Sprintf("%q (%s)", want, name))
			if both == "" && h.grouped != nil {
				both = nameBoth(name, h.grouped[i])
			}
		}
	}
	p := s.problem(CodeMissingColumn, "", strings.Join(hints, "\n    "))
	p.Position = h.position
	switch {
	case h.filled() == 0:
		p.Message = fmt.Sprintf("no header was found with the columns %s", strings.Join(missing, ", "))
	case len(missing) > 0:
		p.Message = fmt.Sprintf("the header has no column %s; it has: %s", strings.Join(missing, ", "), celltext.List(h.cells))
		if !h.upper.IsZero() {
			p.Message += fmt.Sprintf(" (the heads of %s and %s together)", rowOf(h.upper), rowOf(h.position))
		}
	case len(double) > 0:
		p.Code, p.Message = CodeDuplicateColumn, fmt.Sprintf("the header has more than one column %s", strings.Join(double, ", "))
		p.Hint = cmp.Or(both, "rename one of them, so that it is clear which is meant")
	default:
		return nil
	}
	return p
}

// hasGiven reports whether h has the columns that are mapped where others are guessed.
func (s *Spec) hasGiven(h header) bool {
	for name := range s.Columns {
		if _, ok := h.index[name]; !ok {
			return false
		}
	}
	return true
}

// likeHeader are the headers that may be meant: the nearest in spelling, or those
// that hold the name, as Nett amount holds Amount.
func likeHeader(want string, free []string) string {
	if n := source.Nearest(want, free); n != "" {
		return fmt.Sprintf("%q", celltext.Short(n))
	}
	key := celltext.HeaderKey(want)
	var like []string
	for _, f := range free {
		if k := celltext.HeaderKey(f); strings.Contains(k, key) || strings.Contains(key, k) {
			like = append(like, fmt.Sprintf("%q", celltext.Short(f)))
		}
	}
	return strings.Join(like[:min(len(like), maxLike)], " or ")
}

// maxLike is how many headers a hint names.
const maxLike = 4

// noGuess is the problem of a header whose columns say nothing to apr.
func (s *Spec) noGuess(h header) error {
	p := s.problem(CodeMissingColumn, "no header was found with "+s.Wanted, s.Hint)
	if h.filled() > 0 {
		p.Position = h.position
		p.Message += fmt.Sprintf("; the likeliest line has: %s", celltext.List(h.cells))
	}
	return p
}
