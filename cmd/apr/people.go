package main

import (
	"fmt"
	"slices"

	"apr/internal/project"
	"apr/internal/source"
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
