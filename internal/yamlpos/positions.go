package yamlpos

import (
	"strconv"
	"strings"

	"apr/internal/source"
)

// Entry is where a key and its value are.
type Entry struct{ Key, Value source.Position }

// Positions are the places of a file's values by path: "workbook",
// "finance.ledgers[0].file", "matters.4(2)(a)".
type Positions map[string]Entry

// Find is the place of a path or of what encloses it.
func (ps Positions) Find(path string) Entry {
	for {
		if p, found := ps[path]; found || path == "" {
			return p
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
}

// At is the path of the value that a position is in; "" where it is in none.
func (ps Positions) At(pos source.Position) string {
	best, begins := "", source.Position{}
	for path, entry := range ps {
		at := entry.Key
		if at.IsZero() {
			at = entry.Value
		}
		if path == "" || before(pos, at) {
			continue
		}
		// Of values that begin at the same place the innermost is meant.
		if begins.IsZero() || before(begins, at) || !before(at, begins) && (len(path) > len(best) || len(path) == len(best) && path < best) {
			best, begins = path, at
		}
	}
	return best
}

// before reports whether a place of a file is before another.
func before(a, b source.Position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}

func Join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// Item is the path of an element of a list.
func Item(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// Label names a value for a message by its last key; items of a list count
// from 1.
func Label(path string) string {
	key := path[strings.LastIndexByte(path, '.')+1:]
	if name, _, isItem := strings.Cut(key, "["); isItem {
		return "an item of " + name
	}
	if key == "" {
		return "the file"
	}
	return key
}

// prefix is a label before a message, "" for the file itself.
func prefix(path string) string {
	if path == "" {
		return ""
	}
	return Label(path) + ": "
}

// within says in which mapping something is wrong.
func within(path string) string {
	if path == "" {
		return ""
	}
	return " in " + Label(path)
}

// Sections are the keys of the file's top level under which problems are.
func (ps Positions) Sections(problems *source.Problems) map[string]bool {
	broken := map[string]bool{}
	for _, p := range problems.List() {
		broken[ps.Section(p.Position)] = true
	}
	return broken
}

// Section is the key of the file's top level under which a place is, "" for none.
func (ps Positions) Section(at source.Position) string {
	key, best := "", 0
	for path, entry := range ps {
		if path != "" && !strings.ContainsAny(path, ".[") && entry.Key.Line > best && entry.Key.Line <= at.Line {
			key, best = path, entry.Key.Line
		}
	}
	return key
}
