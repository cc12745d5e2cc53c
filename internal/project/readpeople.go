package project

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// The codes of what people.yaml may say that the project hasn't.
const (
	CodeUnknownText    = "unknown-text"
	CodeMovedText      = "moved-text"
	CodeUnknownPerson  = "unknown-person"
	CodeRepeatedPerson = "repeated-person"
)

// people reads people.yaml, where there is one.
func (l *loader) people(_ context.Context, s *stage) error {
	data, err := l.folder.ReadAside(PeopleFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", PeopleFile, err)
	}
	l.project.People = decodePeople(data, &s.fatal, &s.survived)
	return nil
}

// checkPeople says what is wrong with the text of a people.yaml before it is written;
// nil if it can be read.
func checkPeople(data []byte) error {
	var fatal, survived source.Problems
	decodePeople(data, &fatal, &survived)
	return fatal.Err()
}

// decodePeople reads the text of people.yaml, and checks what needs no other file.
func decodePeople(data []byte, fatal, survived *source.Problems) *People {
	p := &People{}
	var warnings source.Problems
	p.positions, _ = yamlpos.Decode(PeopleFile, data, p, fatal, &warnings)
	for _, w := range warnings.List() {
		if w.Code == yamlpos.CodeMissingKey || w.Code == yamlpos.CodeMissingValue {
			fatal.Add(w) // a sign-off without its day is none
		} else {
			survived.Add(w)
		}
	}
	put := func(path string, problem *source.Problem) {
		if problem != nil {
			problem.Position = p.PositionOf(path)
			fatal.Add(problem)
		}
	}
	for _, name := range p.sorted() {
		a, path := p.Texts[name], textPath(name)
		put(path+".due", dateProblem("due", a.Due))
		if a.SignedOff == nil {
			continue
		}
		put(path+".signed_off.on", dateProblem("on", a.SignedOff.On))
		if sum, err := hex.DecodeString(a.SignedOff.SHA256); a.SignedOff.SHA256 != "" && (err != nil || len(sum) != 32) {
			put(path+".signed_off.sha256", &source.Problem{Code: "malformed-hash", Message: "sha256 isn't the SHA-256 of a text: 64 digits and letters from a to f",
				Hint: "take signed_off out, and sign the text off with: apr sign " + name})
		}
	}
	p.repeated(survived)
	return p
}

// sorted are the names of the texts that people.yaml has.
func (p *People) sorted() []string { return slices.Sorted(maps.Keys(p.Texts)) }

// repeated finds names, initials and addresses that are two people's.
func (p *People) repeated(problems *source.Problems) {
	type known struct {
		person int
		path   string
	}
	seen := map[string]known{}
	for i, one := range p.People {
		path := yamlpos.Item("people", i)
		for _, w := range []struct{ key, value string }{{"name", one.Name}, {"initials", one.Initials}, {"email", one.Email}} {
			name := strings.ToLower(wording.OneLine(w.value))
			first, twice := seen[name]
			switch {
			case name == "" || twice && first.person == i:
			case twice:
				at := p.PositionOf(first.path)
				problems.Add(&source.Problem{Code: CodeRepeatedPerson, Position: p.PositionOf(path + "." + w.key),
					Message: fmt.Sprintf("%q is two people; the first on line %d is meant wherever it is named", wording.OneLine(w.value), at.Line),
					Hint:    "take one out, or name them apart", Related: []source.Related{{Position: at, Message: "the first"}}})
			default:
				seen[name] = known{i, path + "." + w.key}
			}
		}
	}
}

// assignments holds the texts and the people that people.yaml names against those that
// there are.
func (l *loader) assignments() {
	p := l.project.People
	if p == nil {
		return
	}
	texts, entries := l.project.Narrative.textKeys(), l.project.Narrative.entries()
	var names []string
	for _, one := range p.People {
		names = append(names, one.Name)
	}
	for _, name := range p.sorted() {
		if _, known := texts[name]; !known {
			l.survived.Add(&source.Problem{Code: CodeUnknownText, Position: p.KeyOf(name),
				Message: fmt.Sprintf("the narrative has no text %q", name), Hint: l.project.nearestText(name, texts)})
		}
		a, path := p.Texts[name], textPath(name)
		if now, known := entries[name]; known && a.About != "" && a.About != now {
			l.survived.Add(&source.Problem{Code: CodeMovedText, Position: p.PositionOf(path + ".about"), Hint: movedHint(name, a.About, entries),
				Message: fmt.Sprintf("%s is about %s now, and people.yaml has it about %s", name, now, a.About)})
		}
		person := func(path, who string) {
			if strings.TrimSpace(who) != "" && p.Find(who) == nil {
				hint := source.DidYouMean(who, names)
				if hint == "" || len(names) == 0 {
					hint = "add the person to people, with a name"
				}
				l.survived.Add(&source.Problem{Code: CodeUnknownPerson, Position: p.PositionOf(path),
					Message: fmt.Sprintf("%q is nobody under people", who), Hint: hint})
			}
		}
		person(path+".owner", a.Owner)
		if a.SignedOff != nil {
			person(path+".signed_off.by", a.SignedOff.By)
		}
	}
}

// nearestText says which text may be meant: the one that has the words that were signed
// off under the name, else the one of the nearest name.
func (r *Project) nearestText(name string, texts map[string]yamlpos.Text) string {
	all := slices.Sorted(maps.Keys(texts))
	if s := r.People.Texts[name].SignedOff; s != nil {
		for _, other := range all {
			if r.People.sums[other] == strings.ToLower(s.SHA256) {
				return fmt.Sprintf("the words that were signed off are now those of %s", other)
			}
		}
	}
	if near := source.Nearest(name, all); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	return "take it out; apr status lists the texts"
}

// movedHint says where the text is now that was about a thing.
func movedHint(name, about string, entries map[string]string) string {
	list := Written{Name: name}.List()
	for _, other := range slices.Sorted(maps.Keys(entries)) {
		if entries[other] == about && (Written{Name: other}).List() == list {
			return fmt.Sprintf("that one is %s now: correct the keys of people.yaml", other)
		}
	}
	return "correct about, or take the entry out"
}
