package tables

import (
	"slices"
	"strings"
	"unicode"

	"apr/regs/claims/facts"
)

// This file finds what the heads of rows and columns name.

// beginnings are the first letters of the words of a head, or of a title.
func beginnings(words string) (begin []string) {
	for w := range strings.FieldsSeq(words) {
		if len(w) >= sameLetters {
			begin = append(begin, w[:sameLetters])
		}
	}
	return begin
}

// headWords are the words of a head in small letters.
func headWords(s string) string {
	var words strings.Builder
	words.Grow(len(s))
	apart := false
	for _, r := range s {
		if r == '*' || r == '_' || r == ',' || r == ':' || unicode.IsSpace(r) {
			apart = words.Len() > 0
			continue
		}
		if apart {
			words.WriteByte(' ')
			apart = false
		}
		words.WriteRune(unicode.ToLower(r))
	}
	return words.String()
}

// placeNamed is the locality that a head names, "" for none.
func (r *reading) placeNamed(head string) string {
	for _, a := range r.headedAreas() {
		if facts.IsLocality(a.Area) && a.Name == head {
			return a.Area
		}
	}
	return ""
}

// areasAsHeads are the names of places as heads of tables have them.
func areasAsHeads(areas []facts.AreaName) []facts.AreaName {
	all := make([]facts.AreaName, len(areas))
	for i, a := range areas {
		all[i] = facts.AreaName{Area: a.Area, Name: headWords(a.Name)}
	}
	return all
}

// thingTitled is the only thing that a head names by its title or its code, or nil. That of all services of a partner is
// what that partner spent.
func (r *reading) thingTitled(head string) (found *facts.Thing) {
	for _, t := range r.facts.Things {
		if t.Group == "partner" && t.Kind == facts.Money {
			if name := headWords(t.Title); head == "all "+name+" services" || head == name+" all services" {
				return t
			}
		}
	}
	titled := r.headed()
	for i := range titled {
		t := &titled[i]
		if t.title == head || t.definition == head || t.code != "" && (t.headedBy(head)) {
			if found != nil && found != t.thing {
				return nil
			}
			found = t.thing
		}
	}
	return found
}

// titledThing is a thing with what heads of tables may call it.
type titledThing struct {
	thing                   *facts.Thing
	title, definition, code string
	words, begin            []string // the words of the title, and how they begin, see beginnings
}

// headedBy reports whether a head is the code of the thing, begins with it, or ends with it in
// brackets.
func (t *titledThing) headedBy(head string) bool {
	if rest, ok := strings.CutPrefix(head, t.code); ok && (rest == "" || rest[0] == ' ') {
		return true
	}
	rest, ok := strings.CutSuffix(head, ")")
	rest, found := strings.CutSuffix(rest, t.code)
	return ok && found && strings.HasSuffix(rest, "(")
}

// shortened reports whether a head is no more than some words of the title, of short ones too: "Had a say in care" for "Had a say
// in care and support".
func (t *titledThing) shortened(head string) bool {
	words := 0
	for w := range strings.FieldsSeq(head) {
		if !slices.Contains(t.words, w) {
			return false
		}
		words++
	}
	return words >= leastWords
}

// leastWords is how many words of a title a head has that is taken for it by its figures.
const leastWords = 3

// titledThings are what heads of tables can name.
func titledThings(things []*facts.Thing) (titled []titledThing) {
	for _, t := range things {
		if t.Kind != facts.Count && t.Kind != facts.People && t.Group != "locality" && t.Group != "partner" {
			title := headWords(t.Title)
			titled = append(titled, titledThing{t, title, headWords(t.Definition), strings.ToLower(t.Code), strings.Fields(title), beginnings(title)})
		}
	}
	return titled
}
