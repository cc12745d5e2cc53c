// Package agree reads the prose of a report and finds where its words and the
// data contradict each other: a direction that the data don't show, a figure
// typed by hand that differs from the one it names, a percentage that doesn't
// follow from the amounts beside it, another year left in the text, and what
// was never finished.
//
// It is written to be right whenever it speaks, and silent wherever a sentence
// could be read in another way: a finding that is wrong sends somebody hunting
// for nothing. So a claim is only taken from a sentence when every word between
// what it is about and what it says is known; see claimWords.
package agree

import (
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Finding is one place where words and data part.
type Finding struct {
	// Position is where the words stand.
	Position source.Position
	Message  string
	Hint     string
	// Related is where the data stand: cells and ledger lines.
	Related []source.Related
}

// Prose is the prose of a report, read once for all that is asked of it.
type Prose struct {
	report    *project.Project
	texts     []named // that say something
	sentences []*sentence
}

// named is a text with its name, as of Narrative.EachText.
type named struct {
	name string
	text yamlpos.Text
}

// Read reads the prose of a report. What somebody is quoted as saying, tables
// and headings are no prose that can be held against data.
func Read(r *project.Project) *Prose {
	p := &Prose{report: r}
	if r.Narrative == nil || r.Config == nil {
		p.report = &project.Project{Config: &project.Config{}, Narrative: &project.Narrative{}}
		return p
	}
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if project.IsStub(*t) {
			return
		}
		p.texts = append(p.texts, named{name, *t})
		p.sentences = append(p.sentences, newPassage(name, *t).sentences()...)
	})
	return p
}

// reader is a report being read for one kind of thing.
type reader struct {
	*Prose
	findings []Finding
}

// add records a finding about the words at an offset of a passage.
func (r *reader) add(p *passage, offset int, hint, message string, related ...source.Related) {
	r.findings = append(r.findings, Finding{Position: p.text.At(offset), Message: message, Hint: hint, Related: related})
}

// related is where a datum stands, with what it is; nothing where it has no
// place.
func related(at source.Position, message string) []source.Related {
	if at.IsZero() {
		return nil
	}
	return []source.Related{{Position: at, Message: message}}
}
