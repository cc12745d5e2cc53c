package verify

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"apr/internal/source"
	"apr/report/render/html"
)

// fact is a machine-readable value of the page.
type fact struct {
	ID       string
	Value    string
	Position source.Position
}

// facts reads the facts of a script of linked data. Each begins on a line of its
// own, which is its place; where it doesn't, the script's place is given.
func (p *pageReader) facts(raw []byte) ([]fact, error) {
	var list []html.LinkedData
	if err := json.Unmarshal(raw, &list); err != nil {
		problem := p.problem(fmt.Sprintf("the machine-readable facts can't be read: %v", err), "build the report again")
		if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
			problem.Position = p.at(raw, int(syntax.Offset)-1)
		}
		return nil, problem
	}
	var facts []fact
	at, from, found := p.position, 0, true
	for _, dataset := range list {
		for _, v := range dataset.Variables {
			f := fact{ID: v.ID, Value: v.Value.String(), Position: at}
			if found { // once one is written otherwise, looking for more could take ever longer
				quoted, err := json.Marshal(v.ID)
				i := bytes.Index(raw[from:], quoted)
				if found = err == nil && i >= 0; found {
					at = passed(at, raw[from:from+i])
					f.Position = at
					from += i
				}
			}
			if facts = append(facts, f); len(facts)+len(p.page.Facts) > maxPlaces {
				return nil, p.problem(fmt.Sprintf("the page has more than %d facts", maxPlaces), "")
			}
		}
	}
	return facts, nil
}

// at is the place of an offset in the text of the token that is being read.
func (p *pageReader) at(raw []byte, offset int) source.Position {
	return passed(p.position, raw[:max(0, min(offset, len(raw)))])
}

// passed is where a text ends that begins at a place.
func passed(at source.Position, text []byte) source.Position {
	if n := bytes.Count(text, []byte("\n")); n > 0 {
		at.Line += n
		at.Column = 1
		text = text[bytes.LastIndexByte(text, '\n')+1:]
	}
	at.Column += utf8.RuneCount(text)
	return at
}
