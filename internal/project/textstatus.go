package project

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// TextStatus is how far a text is.
type TextStatus struct {
	// Name is as of Narrative.EachText.
	Name string
	// Text is zero where people.yaml names a text whose key the narrative could have
	// and hasn't.
	Text yamlpos.Text
	// Assignment is what people.yaml says of it, with the owner's name in full.
	Assignment
	// Listed is true where people.yaml has the text's key, at Key.
	Listed bool
	Key    source.Position
	// State is how far it is: empty where nothing is written, whatever people.yaml
	// says; signed off where the words are those that were signed off.
	State Status
	// Count is how many words it has; see CountWords.
	Count int
	// Entry is what the entry of a list is about that the text is of; see Written.
	Entry string
	// Moved is the text that has the words that were signed off under this name, ""
	// for none.
	Moved string
}

// Place is where the text is, or its key in people.yaml where it isn't there.
func (t TextStatus) Place() source.Position {
	if t.Text.Position.IsZero() {
		return t.Key
	}
	return t.Text.Position
}

// Done reports whether nobody has to do anything more: it is agreed or signed off.
func (t TextStatus) Done() bool { return t.State == Agreed || t.State == Signed }

// Over is how many words there are beyond the limit, 0 for none.
func (t TextStatus) Over() int {
	if t.Words == 0 {
		return 0
	}
	return max(t.Count-t.Words, 0)
}

// DaysLate is how many days a text that isn't done is past the day on which it was due; 0
// for one that isn't late, and with no today. Where it was agreed and its key was taken
// out of the narrative nobody waits for it.
func (t TextStatus) DaysLate(today time.Time) int {
	due, err := time.Parse(time.DateOnly, t.Due)
	if err != nil || today.IsZero() || t.Done() || t.Text.IsZero() && t.Status == Agreed {
		return 0
	}
	y, m, d := today.Date()
	return max(int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Sub(due).Hours()/24), 0)
}

// TextStatuses are the texts of the report, in its order: those of the narrative, and those
// that people.yaml names and nobody has begun.
func (r *Project) TextStatuses() []TextStatus {
	var all []TextStatus
	if r.Narrative == nil {
		return nil
	}
	entries := r.Narrative.entries()
	r.Narrative.eachTextKey(func(name string, t *yamlpos.Text) {
		s := TextStatus{Name: name, Text: *t, Entry: entries[name]}
		if r.People != nil {
			_, s.Listed = r.People.Texts[name]
			s.Assignment, s.Key = r.Assigned(name), r.People.KeyOf(name)
		}
		if t.IsZero() && !s.Listed {
			return
		}
		stub := IsStub(*t)
		s.State = r.stateOf(s, stub)
		if !stub {
			s.Count = CountWords(t.Markdown)
		}
		if s.State == Lapsed {
			s.Moved = r.People.movedTo(name, s.SignedOff.SHA256)
		}
		all = append(all, s)
	})
	return all
}

// stateOf is how far a text is, which says nothing yet where it is a stub.
func (r *Project) stateOf(s TextStatus, stub bool) Status {
	switch {
	case s.SignedOff != nil && r.People.sums[s.Name] == strings.ToLower(s.SignedOff.SHA256) && !stub:
		return Signed
	case s.SignedOff != nil:
		return Lapsed
	case stub:
		return Empty
	case s.Status == Agreed:
		return Agreed
	}
	return Drafted
}

// movedTo is the text that has the words of a sum, other than the one of the name.
func (p *People) movedTo(name, sum string) string {
	var found []string
	for other, has := range p.sums {
		if other != name && has == strings.ToLower(sum) {
			found = append(found, other)
		}
	}
	if len(found) == 0 {
		return ""
	}
	return slices.Min(found)
}

// signOffs works out the sums of the texts, where any was signed off.
func (l *loader) signOffs() {
	p := l.project.People
	if p == nil {
		return
	}
	signed := false
	for _, a := range p.Texts {
		signed = signed || a.SignedOff != nil
	}
	if !signed {
		return
	}
	p.sums = map[string]string{}
	l.project.Narrative.EachText(func(name string, t *yamlpos.Text) { p.sums[name] = WordsSum(t.Markdown) })
}

// WordsSum is the SHA-256 of a text's words as they are signed off. Any run of blanks and
// line ends counts as one blank, and a letter with its accent is the same whether it is
// written as one character or two; the remark at a text's head that it was reviewed doesn't
// count. All else does: spelling, capitals, stops, Markdown's marks, and which figure a
// reference is to. The value of a reference isn't among the words: it comes from the data.
func WordsSum(markdown string) string { return TextSum(norm.NFC.String(WithoutReview(markdown))) }

// eachTextKey is EachText with the texts whose keys the narrative could have and hasn't.
func (n *Narrative) eachTextKey(f func(name string, t *yamlpos.Text)) {
	for _, file := range n.files() {
		yamlpos.EachTextKey(strings.TrimSuffix(file.name, ".yaml"), file.value, f)
	}
}

// textKeys are the texts that the narrative has or could have, by name.
func (n *Narrative) textKeys() map[string]yamlpos.Text {
	all := map[string]yamlpos.Text{}
	n.eachTextKey(func(name string, t *yamlpos.Text) { all[name] = *t })
	return all
}

// entries are what the entries of lists are about that texts are of, by the texts' names.
func (n *Narrative) entries() map[string]string {
	all := map[string]string{}
	for _, w := range n.Texts() {
		if w.Entry != "" {
			all[w.Name] = w.Entry
		}
	}
	return all
}
