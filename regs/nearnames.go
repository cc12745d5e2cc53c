package regs

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"apr/indicators"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// A placedWord is a word of a text with where it begins and ends.
type placedWord struct {
	text       string
	start, end int
}

var (
	// addressOf is where a link leads, a page or somebody's e-mail.
	addressOf = lazyregexp.Lazy(`\]\([^)\s]*\)|https?://\S+|\S+@\S+|www\.\S+`)
	// personBefore ends before somebody's name.
	personBefore = lazyregexp.Lazy(`\b(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor|Prof(?:essor)?|Sir|Lord|Lady|Provost)\.?\s+$`)
)

const (
	// oneLetter and twoLetters are how long a word is of which others are nearly it that differ in one
	// letter, or in two.
	oneLetter, twoLetters = 6, 9
	// seldom is how often a word that is nearly a name stands in the texts at most: what stands there
	// more often is most likely another name.
	seldom = 2
)

// nearlyNamed reports words in running text that are the name of the area, a locality, a partner or
// the plan but for a letter or two.
func (n *ownNames) nearlyNamed() {
	names := n.namesOfOwn()
	known, times := n.knownWords(), map[string]int{}
	var texts []yamlpos.Text
	n.project.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		if says(*t) && !project.IsLastYears(*t) {
			texts = append(texts, *t)
		}
	})
	words := make([][]placedWord, len(texts))
	for i, t := range texts {
		words[i] = placedWords(t.Markdown)
		for _, w := range words[i] {
			times[w.text]++
		}
	}
	for i, t := range texts {
		for k := range words[i] {
			for _, name := range names {
				odd, ok := nearlyAt(t.Markdown, words[i], k, name.words)
				if !ok || known[strings.ToLower(words[i][odd].text)] || times[words[i][odd].text] > seldom {
					continue
				}
				end := words[i][k+len(name.words)-1].end
				pos := t.At(words[i][k].start)
				if !n.told(pos.String()) {
					n.add(Finding{Position: pos, End: t.At(end), Likely: true, Found: fmt.Sprintf("the text has %q; apr.yaml has %q", wording.OneLine(t.Markdown[words[i][k].start:end]), strings.Join(name.words, " ")),
						Hint: "write the name as apr.yaml has it, or correct it there", Related: declared(at(n.project.Config.PositionOf(name.path), projectFile), "the name in apr.yaml")})
				}
				break
			}
		}
	}
}

// told reports whether something has been found at a position, or right before it as "NHS" is.
func (n *ownNames) told(position string) bool {
	return slices.ContainsFunc(*n.findings, func(f Finding) bool { return f.Rule == n.rule.ID && f.Position.String() == position })
}

// An ownName is one of the authority's own names, in words, with where apr.yaml has it.
type ownName struct {
	words []string
	path  string
}

// namesOfOwn are the names that are the authority's own; of one word they are places.
func (n *ownNames) namesOfOwn() (names []ownName) {
	seen := map[string]bool{}
	add := func(path, name string) {
		words := strings.Fields(name)
		if key := strings.Join(words, " "); len(words) > 0 && !seen[key] {
			seen[key] = true
			names = append(names, ownName{words, path})
		}
	}
	c := n.project.Config
	if strings.Contains(c.StrategicPlan.Title, " ") {
		add("strategic_plan.title", c.StrategicPlan.Title)
	}
	add("authority.name", c.Authority.Name)
	add("authority.short_name", c.Authority.ShortName)
	add("authority.health_board", c.Authority.HealthBoard)
	add("authority.area", c.Authority.Area)
	for i, name := range c.Authority.Councils {
		add(yamlpos.Item("authority.councils", i), name)
	}
	for i, l := range c.Localities {
		add(yamlpos.Item("localities", i)+".name", l.Name)
	}
	for i, l := range c.Finance.Ledgers {
		add(yamlpos.Item("finance.ledgers", i)+".partner", l.Partner)
	}
	for _, town := range townsIn(c.Authority.Contact) {
		add("authority.contact", town)
	}
	return names
}

// townsIn are the parts of an address that are one word with a capital: its town, and what is as long.
func townsIn(address string) (towns []string) {
	for part := range strings.FieldsFuncSeq(address, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		part = strings.TrimSpace(part)
		first, _ := utf8.DecodeRuneInString(part)
		if len(part) >= oneLetter && unicode.IsUpper(first) && !strings.ContainsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) }) && !bodyWords()[part] {
			towns = append(towns, part)
		}
	}
	return towns
}

// knownWords are those of apr.yaml, the account, the inspections and the areas, in small letters.
func (n *ownNames) knownWords() map[string]bool {
	known := map[string]bool{}
	add := func(text string) {
		for _, w := range placedWords(text) {
			known[strings.ToLower(w.text)] = true
		}
	}
	yamlpos.EachString("", reflect.ValueOf(n.project.Config).Elem(), func(_, value string) { add(value) })
	for _, a := range indicators.Authorities() {
		add(a.Area + " " + a.Name + " " + strings.Join(a.Councils, " "))
	}
	if n.project.Account != nil {
		for i := range n.project.Account.Services {
			add(n.project.Account.Services[i].Name)
		}
	}
	for _, s := range n.project.Narrative.Opening.SignedBy {
		add(s.Name)
	}
	for _, e := range n.project.Narrative.Reg7.Entries {
		add(e.Service)
	}
	for _, g := range n.project.Narrative.Reg7.Graded {
		add(g.Service + " " + g.Provider)
	}
	return known
}

// placedWords are the words of a text, without references and addresses, and without what makes them
// possessive.
func placedWords(text string) (words []placedWord) {
	blank := func(m string) string { return strings.Repeat(" ", len(m)) }
	text = withoutReferences(text)
	if strings.ContainsAny(text, "(@") || strings.Contains(text, "://") {
		text = addressOf().ReplaceAllStringFunc(text, blank)
	}
	words = make([]placedWord, 0, strings.Count(text, " ")+strings.Count(text, "\n")+1)
	for at := 0; at < len(text); {
		n := wordLength(text[at:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		w := strings.TrimRight(text[at:at+n], "'’-")
		for _, possessive := range [...]string{"'s", "’s"} {
			w = strings.TrimSuffix(w, possessive)
		}
		words = append(words, placedWord{w, at, at + len(w)})
		at += n
	}
	return words
}

// wordLength is how long the word is with which a text begins, 0 where it doesn't begin with
// a letter.
func wordLength(text string) int {
	for i, r := range text {
		if !unicode.IsLetter(r) && (i == 0 || r != '\'' && r != '’' && r != '-') {
			return i
		}
	}
	return len(text)
}

// nearlyAt reports whether the words from k on are nearly a name, and which of them isn't it.
func nearlyAt(text string, words []placedWord, k int, name []string) (at int, ok bool) {
	first, _ := utf8.DecodeRuneInString(words[k].text)
	if k+len(name) > len(words) || !unicode.IsUpper(first) {
		return 0, false
	}
	at, same := -1, 0
	for i, part := range name {
		w := words[k+i]
		if i > 0 && !adjacent(text[words[k+i-1].end:w.start]) {
			return 0, false
		}
		switch {
		case w.text == part:
			same++
		case at < 0 && nearlyWord(w.text, part, len(name) > 1):
			at = k + i
		default:
			return 0, false
		}
	}
	if at < 0 || len(name) > 1 && same == 0 {
		return 0, false
	}
	return at, len(name) > 1 || aloneAsPlace(text, words, k)
}

// adjacent reports whether nothing but blanks and a possessive is between two words.
func adjacent(between string) bool {
	return strings.TrimSpace(strings.TrimLeft(between, "'’s")) == "" && !strings.Contains(between, "\n\n")
}

// nearlyWord reports whether a word is another but for a letter or two, alone or among the others of a
// name; that it stands for several is none.
func nearlyWord(w, part string, among bool) bool {
	n := len(part)
	if among {
		n++ // the other words of the name are there too
	}
	if n < oneLetter || w == "" || w[0] != part[0] || strings.EqualFold(w, part) || strings.TrimSuffix(w, "s") == part || strings.TrimSuffix(part, "s") == w {
		return false
	}
	if strings.HasPrefix(w, part) && len(w) > len(part)+1 {
		return false // one that is derived from it
	}
	switch d := levenshtein.ComputeDistance(w, part); {
	case d == 1:
		return true
	case d == 2:
		return n >= twoLetters || neighboursExchanged(w, part)
	}
	return false
}

// aloneAsPlace reports whether a word stands by itself, as the name of a place does: no name of a person,
// a street or a house.
func aloneAsPlace(text string, words []placedWord, k int) bool {
	if personBefore().MatchString(text[max(0, words[k].start-20):words[k].start]) {
		return false
	}
	if k > 0 && adjacent(text[words[k-1].end:words[k].start]) {
		before := words[k-1].text
		if r, _ := utf8.DecodeRuneInString(before); unicode.IsUpper(r) && !lowerWords()[strings.ToLower(before)] {
			return false
		}
	}
	if k+1 < len(words) && adjacent(text[words[k].end:words[k+1].start]) {
		after := words[k+1].text
		if r, _ := utf8.DecodeRuneInString(after); unicode.IsUpper(r) && !bodyWords()[after] {
			return false
		}
	}
	return true
}

var (
	// lowerWords are small words with which a sentence may begin before a name.
	lowerWords = setOf(`in the for from at of our and but when while across outside to both only as with around
		within near unlike beyond every all most if that this today here then since`)
	// bodyWords are those that follow a place's name in that of a body.
	bodyWords = setOf(`Council Integration Health HSCP IJB Partnership Community Locality`)
)

// boldWords are bold ones, whatever is between them.
var boldItem = lazyregexp.Lazy(`\*\*([^*\n]+(?:\n[^*\n]+)?)\*\*`)

// besidePriorities reports bold words beside priorities of the plan that aren't one, and begin as the one
// does that isn't there.
func (n *ownNames) besidePriorities() {
	priorities := n.project.Config.StrategicPlan.Priorities
	if len(priorities) < 3 {
		return
	}
	n.project.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		if strings.Count(t.Markdown, "**") < 6 || !says(*t) || project.IsLastYears(*t) {
			return
		}
		at := 0
		for block := range strings.SplitAfterSeq(t.Markdown, "\n\n") {
			n.besideIn(*t, at, block)
			at += len(block)
		}
	})
}

// besideIn does so in one paragraph of a text.
func (n *ownNames) besideIn(t yamlpos.Text, at int, block string) {
	left := map[string]string{}
	for _, p := range n.project.Config.StrategicPlan.Priorities {
		left[plainText(p.Name)] = p.Name
	}
	named, odd := 0, [][]int(nil)
	for _, m := range boldItem().FindAllStringSubmatchIndex(block, -1) {
		is := plainText(strings.Trim(block[m[2]:m[3]], " .,:;"))
		if _, ok := left[is]; ok {
			delete(left, is)
			named++
		} else {
			odd = append(odd, m)
		}
	}
	if named < 2 || len(odd) != 1 || len(left) != 1 {
		return
	}
	for plain, name := range left {
		written := block[odd[0][2]:odd[0][3]]
		is := plainText(strings.Trim(written, " .,:;"))
		first, _, _ := strings.Cut(plain, " ")
		pos := t.At(at + odd[0][2])
		if (strings.HasPrefix(is, first+" ") || levenshtein.ComputeDistance(is, plain) <= len(plain)/3) && !strings.Contains(is, plain) && !n.told(pos.String()) {
			n.add(Finding{Position: pos, End: t.At(at + odd[0][3]), Likely: true, Found: fmt.Sprintf("the text has %q beside the plan's other priorities; apr.yaml has %q", wording.OneLine(written), name),
				Hint: "write the name as apr.yaml has it, or correct it there"})
		}
	}
}
