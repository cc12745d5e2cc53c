package status

import (
	"fmt"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/report/words"
)

// RefusedError says why texts can't be signed off.
type RefusedError struct{ Reason string }

func (e *RefusedError) Error() string { return e.Reason }

func refuse(format string, args ...any) error { return &RefusedError{fmt.Sprintf(format, args...)} }

// SignOff is what comes of signing texts off.
type SignOff struct {
	// By is the name of who signs.
	By string
	// Data are the bytes of people.yaml, nil where nothing of it changes.
	Data []byte
	// Signed are the texts that are signed off now, as they were before; Kept those that
	// the same person had signed off in these words.
	Signed, Kept []project.TextStatus
}

// Sign signs off, by a person and on a day, the texts that keys name: each a text, a file
// or a part of one. All are signed off or none; why not is a *RefusedError.
func Sign(r *project.Project, keys []string, by, on string) (*SignOff, error) {
	if r.People == nil {
		return nil, refuse("the project has no %s, which keeps the sign-offs; apr status --write makes it", project.PeopleFile)
	}
	person := r.People.Find(by)
	if person == nil {
		names := r.People.Names()
		hint := source.DidYouMean(by, names)
		if hint == "" {
			hint = fmt.Sprintf("add the person to people in %s", project.PeopleFile)
		}
		return nil, refuse("there is nobody called %q; %s", by, hint)
	}
	chosen, err := choose(r.TextStatuses(), keys)
	if err != nil {
		return nil, err
	}
	out := &SignOff{By: wording.OneLine(person.Name)}
	var names, empty []string
	for _, t := range chosen {
		switch {
		case project.IsStub(t.Text):
			empty = append(empty, t.Name)
		case t.State == project.Signed && r.People.Find(t.SignedOff.By) == person:
			out.Kept = append(out.Kept, t)
		default:
			out.Signed, names = append(out.Signed, t), append(names, t.Name)
		}
	}
	switch len(empty) {
	case 0:
	case 1:
		return nil, refuse("%s says nothing yet; nothing was signed off", empty[0])
	default:
		return nil, refuse("%s say nothing yet; nothing was signed off", wording.List(empty))
	}
	if len(names) > 0 {
		out.Data, err = r.Sign(names, out.By, on)
	}
	return out, err
}

// choose are the texts that keys name, in order of the report.
func choose(all []project.TextStatus, keys []string) ([]project.TextStatus, error) {
	var out []project.TextStatus
	var names []string
	used := map[string]bool{}
	for _, t := range all {
		names = append(names, t.Name)
		chosen := false
		for _, k := range keys {
			if words.Names(k, t.Name) {
				used[k], chosen = true, true
			}
		}
		if chosen {
			out = append(out, t)
		}
	}
	for _, k := range keys {
		if !used[k] {
			hint := "apr status lists the texts"
			if near := source.Nearest(strings.TrimSuffix(k, ".yaml"), names); near != "" {
				hint = fmt.Sprintf("did you mean %s?", near)
			}
			return nil, refuse("no text is called %q; %s", k, hint)
		}
	}
	return out, nil
}
