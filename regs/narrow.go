package regs

import (
	"path"
	"slices"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
)

// Selectable are the ids by which findings can be chosen: requirements, regulations
// and rules.
func Selectable() []string {
	var all []string
	for _, q := range requirements {
		if number, _, _ := strings.Cut(q.ID, "("); !slices.Contains(all, number) {
			all = append(all, number)
		}
		if !slices.Contains(all, q.ID) {
			all = append(all, q.ID)
		}
	}
	return append(all, ids()...)
}

// Select is the id that somebody wrote, whatever the case and the blanks; ok is false
// where there is none. Of a matter or another paragraph that is no requirement by
// itself it is that of the requirement it belongs to, and of a provision that several
// requirements are parts of, such as 4(1), it is the provision.
func Select(written string) (id string, ok bool) {
	plain := strings.ToLower(strings.Join(strings.Fields(written), ""))
	for _, word := range []string{"regulation", "reg.", "reg", "section"} {
		plain = strings.TrimPrefix(plain, word)
	}
	for _, id := range Selectable() {
		if strings.ToLower(id) == plain {
			return id, true
		}
	}
	for _, q := range requirements {
		if plain != "" && strings.HasPrefix(strings.ToLower(q.ID), plain+"(") {
			return plain, true
		}
	}
	return "", false
}

// of reports whether a finding or a requirement is of an id that Select gave.
func of(id, requirement, rule string) bool {
	return id == rule || id == requirement || strings.HasPrefix(strings.ToLower(requirement), strings.ToLower(id)+"(")
}

// Files are the files in which something is found or is evidence, and those
// that were read.
func (res *Result) Files(r *project.Project) []string {
	seen := map[string]bool{}
	for _, f := range res.Findings {
		seen[f.Position.File] = true
	}
	for _, v := range res.Requirements {
		for _, e := range v.Evidence {
			seen[e.File] = true
		}
	}
	for _, in := range r.Inputs() {
		seen[in.File] = true
	}
	delete(seen, "")
	var files []string
	for name := range seen {
		if path.Base(name) != "" {
			files = append(files, name)
		}
	}
	slices.Sort(files)
	return files
}

// Narrowed is the part of a result that is of one of the ids, or of any where there
// are none, and in a file, or in any where it is "".
func (res *Result) Narrowed(ids []string, file string) *Result {
	return res.part(
		func(requirement, rule string) bool {
			return len(ids) == 0 || slices.ContainsFunc(ids, func(id string) bool { return of(id, requirement, rule) })
		},
		func(at source.Position) bool { return file == "" || at.File == file },
		file == "")
}

// OfTexts is the part of a result that is of texts, by name.
func (res *Result) OfTexts(r *project.Project, names []string) *Result {
	return res.part(
		func(string, string) bool { return true },
		func(at source.Position) bool {
			return slices.ContainsFunc(names, func(name string) bool { return r.IsOfText(at, name) })
		}, false)
}

// part is what is of the chosen requirements and rules, at places; everywhere is true where
// they are all places. Claims are of no requirement: those at the places are kept.
func (res *Result) part(chosen func(requirement, rule string) bool, there func(source.Position) bool, everywhere bool) *Result {
	in := func(f Finding) bool { return chosen(f.Requirement, f.Rule) && there(f.Position) }
	out := &Result{Claims: res.Claims}
	if !everywhere {
		out.Claims = res.Claims.At(there)
	}
	requirements := map[string]bool{}
	for _, f := range res.Findings {
		if in(f) {
			out.Findings = append(out.Findings, f)
			requirements[f.Requirement] = true
		}
	}
	for _, s := range res.Silenced {
		if in(s.Finding) {
			out.Silenced = append(out.Silenced, s)
		}
	}
	for _, v := range res.Requirements {
		here := everywhere || requirements[v.ID] || slices.ContainsFunc(v.Evidence, there)
		if here && (chosen(v.ID, "") || requirements[v.ID]) {
			out.Requirements = append(out.Requirements, v)
		}
	}
	return out
}
