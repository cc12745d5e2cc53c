package report

import (
	"strconv"
	"strings"

	"apr/internal/source"
)

// place is where a key and its value stand.
type place struct{ key, value source.Position }

// places are the places of a file's values by path: "workbook",
// "finance.ledgers[0].file", "matters.4(2)(a)".
type places map[string]place

// find is the place of a path or of what encloses it.
func (ps places) find(path string) place {
	for {
		if p, found := ps[path]; found || path == "" {
			return p
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
}

// PositionOf is where a value of apr.yaml stands, by its path: "workbook",
// "publication.date" or "finance.ledgers[0].control_total". For a key that is
// absent it is where the enclosing mapping begins.
func (p *Project) PositionOf(path string) source.Position { return p.places.find(path).value }

// PositionOf is where a value of a narrative file stands, by the file's name
// within the narrative folder ("regulation-3.yaml") and its path within the
// file ("outcomes[0].outcome"). The file's own position stands for what it
// doesn't have; it is zero where the file is absent.
func (n *Narrative) PositionOf(file, path string) source.Position {
	return n.places[file].find(path).value
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// item is the path of an element of a list.
func item(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// label names a value for a message by its last key; items of a list count
// from 1.
func label(path string) string {
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
	return label(path) + ": "
}

// within says in which mapping something is wrong.
func within(path string) string {
	if path == "" {
		return ""
	}
	return " in " + label(path)
}

// sections are the keys of the file's top level under which problems stand.
func (ps places) sections(problems *source.Problems) map[string]bool {
	broken := map[string]bool{}
	for _, p := range problems.List() {
		key, best := "", 0
		for path, at := range ps {
			if path != "" && !strings.ContainsAny(path, ".[") && at.key.Line > best && at.key.Line <= p.Position.Line {
				key, best = path, at.key.Line
			}
		}
		broken[key] = true
	}
	return broken
}
