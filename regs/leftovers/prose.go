// Package leftovers finds in the prose of a report what was left standing:
// another year, placeholders and comments, and paragraphs of last year's report.
package leftovers

import (
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/sentence"
)

// Finding is one place where something was left.
type Finding struct {
	// Position is where the words are.
	Position source.Position
	Message  string
	Hint     string
	// Related is where the data are: cells and ledger lines.
	Related []source.Related
	// Likely is true of what is almost certainly a mistake.
	Likely bool
}

// Prose is the prose of a report, read once for all that is asked of it.
type Prose struct {
	report    *project.Project
	texts     []named // that say something
	sentences []*sentence.Sentence
}

// named is a text with its name, as of Narrative.EachText.
type named struct {
	name string
	text yamlpos.Text
}

// Read reads the prose of a report. What somebody is quoted as saying, tables
// and headings are left out where sentences are asked for.
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
		p.sentences = append(p.sentences, sentence.NewPassage(name, *t).Sentences()...)
	})
	return p
}

// reader is a report being read for one kind of thing.
type reader struct {
	*Prose
	findings []Finding
	// where is what the words stand in; "" for a text of the narrative.
	where string
}

// add records a finding about the words at an offset of a passage.
func (r *reader) add(p *sentence.Passage, offset int, hint, message string, related ...source.Related) {
	r.findings = append(r.findings, Finding{Position: p.Text.At(offset), Message: message, Hint: hint, Related: related})
}

// related is where a datum is, with what it is; nothing where it has no
// place.
func related(at source.Position, message string) []source.Related {
	if at.IsZero() {
		return nil
	}
	return []source.Related{{Position: at, Message: message}}
}
