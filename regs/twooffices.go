package regs

import (
	"fmt"
	"path"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
)

// titleOfPerson is before a name, and honours behind it.
var titleOfPerson = lazyregexp.Lazy(`(?i)^(?:mrs?|ms|miss|dr|cllr|councillor|prof(?:essor)?|sir|lord|lady|dame)\.? |,.*$| (?:mbe|obe|cbe|qc|kc|jp|mba|bsc|ma|rgn)$`)

// signatories reports one person who signs in two offices.
func (n *ownNames) signatories() {
	first := map[string]project.Signatory{}
	for _, s := range n.project.Narrative.Opening.SignedBy {
		name := plainText(titleOfPerson().ReplaceAllString(strings.TrimSpace(s.Name), ""))
		before, again := first[name]
		if !again {
			first[name] = s
			continue
		}
		if name == "" || plainText(before.Role) == plainText(s.Role) {
			continue
		}
		n.add(Finding{Position: s.Position, Likely: true, Found: fmt.Sprintf("%s signs as %s and as %s", s.Name, before.Role, s.Role),
			Hint: "write who holds the other office; who holds both signs once, with both", Related: []source.Related{{Position: before.Position, Message: before.Role}}})
	}
}

var (
	versionWord = lazyregexp.Lazy(`[a-z]{3,}`)
	// oneFile ends in what is one file, and no page with several.
	oneFile = lazyregexp.Lazy(`(?i)\.(?:pdf|docx?|odt|rtf|txt|mp3|mp4|brf|zip|epub)$`)
)

// versionsAtOneAddress reports two versions with one address, which is that of a file or is called after
// one of them alone.
func (p *Pass) versionsAtOneAddress(versions []project.Version, place source.Position) {
	for i := range versions {
		b := &versions[i]
		address := strings.TrimSuffix(strings.ToLower(strings.TrimSpace(b.URL)), "/")
		for k := range versions[:i] {
			a := &versions[k]
			if address == "" || strings.TrimSuffix(strings.ToLower(strings.TrimSpace(a.URL)), "/") != address || plainText(a.Version) == plainText(b.Version) {
				continue
			}
			isA, isB := calledAfter(address, a), calledAfter(address, b)
			if isA == isB && !oneFile().MatchString(address) {
				continue // a page on which both are, as far as its name says
			}
			wrong, other := b, a
			if isB && !isA {
				wrong, other = a, b
			}
			p.add(Finding{Position: at(wrong.Position, place), Likely: true, Found: fmt.Sprintf("%q has the address of %q: %s", wrong.Version, other.Version, wrong.URL),
				Hint: "write its own address", Related: []source.Related{{Position: at(other.Position, place), Message: other.Version}}})
			break
		}
	}
}

// calledAfter reports whether the last part of an address has a word of a version's name.
func calledAfter(address string, v *project.Version) bool {
	last := path.Base(address)
	for _, w := range versionWord().FindAllString(strings.ToLower(v.Version), -1) {
		if w != "the" && w != "and" && w != "version" && w != "pages" && w != "report" && strings.Contains(last, w) {
			return true
		}
	}
	return v.Language != "" && last == strings.ToLower(v.Language)
}
