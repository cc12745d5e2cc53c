package main

import (
	"fmt"
	"slices"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/report/words"
)

// personOf is the name of the person that --person means, by name, initials or e-mail
// address; "" for none.
func personOf(r *project.Project, who string) (string, error) {
	if who == "" {
		return "", nil
	}
	if r.People == nil {
		return "", usagef("--person: the project has no %s, which says whose each text is; apr status --write makes it", project.PeopleFile)
	}
	names := r.People.Names()
	if name := r.People.NameOf(who); slices.Contains(names, name) {
		return name, nil
	}
	hint := source.DidYouMean(who, names)
	if hint == "" {
		hint = fmt.Sprintf("%s names nobody of that name", project.PeopleFile)
	}
	return "", usagef("--person: there is nobody called %q; %s", who, hint)
}

// parcel is the texts that go out to somebody in a Word file; to is "" where nobody is
// named.
type parcel struct {
	to, file string
	texts    []project.Written
}

// parcelsOf are the Word files to write: one, or with --everyone one for each person.
func parcelsOf(e env, r *project.Project, opts wordsOutOptions, chosen []project.Written) ([]parcel, error) {
	if opts.Person == "" && !opts.Everyone {
		return []parcel{{opts.Name, fileNameOf(opts.Name) + ".docx", chosen}}, nil
	}
	if opts.Everyone && r.People == nil {
		return nil, usagef("--everyone: the project has no %s, which says whose each text is; apr status --write makes it", project.PeopleFile)
	}
	person, err := personOf(r, opts.Person)
	if err != nil {
		return nil, err
	}
	names := []string{person}
	if opts.Everyone {
		names = r.People.Names()
	}
	var parcels []parcel
	used := map[string]bool{}
	left := len(chosen)
	for _, name := range names {
		p := parcel{to: name}
		for _, w := range chosen {
			if r.Assigned(w.Name).Owner == name {
				p.texts = append(p.texts, w)
			}
		}
		left -= len(p.texts)
		p.file = fileNameOf(name) + ".docx"
		for n := 2; used[p.file]; n++ {
			p.file = fmt.Sprintf("%s-%d.docx", fileNameOf(name), n)
		}
		if len(p.texts) > 0 {
			used[p.file] = true
			parcels = append(parcels, p)
		}
	}
	switch {
	case len(parcels) == 0 && opts.Everyone:
		return nil, usagef("--everyone: %s gives none of the texts to anybody yet", project.PeopleFile)
	case len(parcels) == 0 && len(opts.Texts) > 0:
		return nil, usagef("none of the texts named is %s's", person)
	case len(parcels) == 0:
		return nil, usagef("%s has no text yet: %s gives them out, under owner", person, project.PeopleFile)
	case opts.Everyone && left > 0:
		fmt.Fprintf(e.stderr, "apr: %s nobody's yet, and went to nobody\n", wording.Count(left, "text is", "texts are"))
	}
	return parcels, nil
}

// assignedIn is what a project says of who writes a text, as it is printed above the text.
func assignedIn(r *project.Project) func(string) words.Assignment {
	return func(name string) words.Assignment {
		a := r.Assigned(name)
		out := words.Assignment{Owner: a.Owner, Limit: a.Words}
		if a.Due != "" {
			out.Due = longDay(a.Due)
		}
		return out
	}
}
