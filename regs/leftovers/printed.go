package leftovers

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs/sentence"
)

// unprinted are the keys of what the report doesn't print, such as files and patterns.
var unprinted = strings.Fields(`file files sheet member range url national_site columns id ids when mapping exclude history workbook narrative codes area proxy rule units
	language languages lang label names from to totals subtotals model state year`)

// notPrinted reports whether the report doesn't print what is at a path of apr.yaml.
func notPrinted(path string) bool {
	if strings.HasPrefix(path, "silence") || strings.HasPrefix(path, "finance.ledgers") {
		return true
	}
	for key := range strings.SplitSeq(path, ".") {
		name, _, _ := strings.Cut(key, "[")
		if slices.Contains(unprinted, name) {
			return true
		}
	}
	return false
}

// ofSomebody are the keys of who signs and who is to be asked.
var ofSomebody = lazyregexp.Lazy(`^signed_by\[\d+\]\.(?:name|role)$|^authority\.(?:contact|formats)$|^accessibility\.[a-z_]*contact|^(?:accessibility\.)?contact(?:$|\.)`)

// isOfSomebody reports whether ofSomebody matches a path, of which most have none of its words.
func isOfSomebody(path string) bool {
	return (strings.HasPrefix(path, "signed_by[") || strings.HasPrefix(path, "authority.") || strings.Contains(path, "contact")) && ofSomebody().MatchString(path)
}

// formOfName is what a form says where a name is to stand.
var formOfName = lazyregexp.Lazy(`(?i)^[\[<({]?\s*(?:(?:your |insert )?(?:` + fields + `)(?:(?:,| and|/)? ?(?:` + fields + `))*|(?:name|signature)s? of (?:the |your )?(?:` + leads + `)|(?:first ?name|forename|first|name) (?:last ?name|surname|last)|a\.? ?n\.? ?other|joe bloggs|\?+|\.{2,}|…|_{2,}|-+|x+)\s*[\])>}]?(?: here)?$`)

// HoldsPlace reports whether a description, a name or the like only holds the place of one.
func HoldsPlace(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" {
		return false
	}
	return formOfName().MatchString(s) || project.IsStub(yamlpos.NewText(s, source.Position{})) || marked(s)
}

// marked reports whether a string has one of the marks of what is unfinished.
func marked(s string) bool {
	r := &reader{Prose: &Prose{report: &project.Project{Config: &project.Config{}, Narrative: &project.Narrative{}}}}
	p := &sentence.Passage{Plain: []byte(s)}
	in := newPlain(p)
	for i := range unfinished {
		if len(r.mark(p, in, &unfinished[i], nil)) > 0 {
			return true
		}
	}
	return false
}

// others looks through all that is printed beside the narrative's texts: those of
// apr.yaml, the cells of tables, names, titles and the like, and measures.
func (r *reader) others() {
	if r.report.Config == nil {
		return
	}
	met := map[source.Position]bool{}
	r.report.Narrative.EachText(func(_ string, t *yamlpos.Text) { met[t.Position] = true })
	r.where = "in what the report prints"
	r.report.EachMarkdown(func(t yamlpos.Text) {
		if !met[t.Position] {
			r.unfinished(named{"", t})
		}
	})
	r.report.EachPath(func(path, s string, at source.Position) {
		if notPrinted(path) && !isOfSomebody(path) {
			return
		}
		if strings.HasPrefix(path, "words.") {
			s = withoutPlaces(s)
		}
		r.where = "in " + path + ", which the report prints"
		r.printed(path, s, at)
	})
	if r.report.Framework == nil {
		return
	}
	for _, m := range r.report.Framework.Measures {
		r.where = "in what the table of measures says of " + string(m.ID)
		for _, s := range []string{m.Title, m.Unit, m.Owner, m.Source} {
			r.printed("", s, m.Position)
		}
	}
}

// withoutPlaces is words that stand for apr's own with blanks for the places of values:
// {number} and {figure} are no marks there.
func withoutPlaces(words string) string {
	for _, place := range wording.Places(words) {
		place = "{" + place + "}"
		words = strings.ReplaceAll(words, place, strings.Repeat(" ", len(place)))
	}
	return words
}

// printed looks through one string. Of a name or a contact more is a placeholder than of
// words: all that is only said in the place of one.
func (r *reader) printed(path, s string, at source.Position) {
	text := yamlpos.NewText(s, at)
	before := len(r.findings)
	r.marks(&sentence.Passage{Name: path, Text: text, Plain: []byte(s)})
	if len(r.findings) == before && isOfSomebody(path) && HoldsPlace(s) {
		r.findings = append(r.findings, Finding{Position: at, Hint: "write it, or take the key out", Likely: true,
			Message: "\"" + shortened(s) + "\" is a placeholder " + r.where})
	}
}
