package suggest

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"apr/finance"
	"apr/finance/classify"
	"apr/internal/table/celltext"
)

//go:embed data/crosswalk.csv
var crosswalkCSV []byte

// Body is the kind of partner whose ledger it is; their words for services
// belong to different matters.
type Body string

// Bodies.
const (
	HealthBoard Body = "health"
	Council     Body = "council"
)

// A Suggestion is a rule that the descriptions of cost centres call for. Its
// matter is empty where someone must decide; Note says between what.
type Suggestion struct {
	finance.Rule
	Note string
	// Source is the line of the national return, or of a published report, whose
	// place among the matters is known.
	Source string
	Groups []finance.UnclassifiedGroup
	// Lines and Total are those of Groups.
	Lines int
	Total finance.Money
}

// Suggest proposes rules for what the survey found unclassified, in order of
// the crosswalk, and returns the groups whose descriptions say nothing to it.
// A cost centre is named by its code, never by its description: the rule holds
// when a name is changed, and takes in nothing that nobody has looked at.
func (s *Survey) Suggest(body Body) (suggestions []Suggestion, rest []finance.UnclassifiedGroup) {
	rows := crosswalk()
	matched := make([]Suggestion, len(rows))
	for _, g := range s.Unclassified {
		text := g.Description
		if s.GroupColumn == finance.DescriptionColumn || s.GroupColumn == "service" {
			text = g.CostCentre
		}
		words := strings.Fields(plainWords(text))
		i := slices.IndexFunc(rows, func(r crosswalkRow) bool { return r.body == body && r.says(words) })
		if i < 0 || strings.TrimSpace(g.CostCentre) == "" {
			rest = append(rest, g)
			continue
		}
		m := &matched[i]
		m.Groups = append(m.Groups, g)
		m.Lines += g.Lines
		m.Total += g.Total
	}
	for i, m := range matched {
		if len(m.Groups) == 0 {
			continue
		}
		row := rows[i]
		m.Matter, m.Funding, m.Service, m.Note, m.Source = row.matter, row.funding, row.service, row.note, row.source
		m.When = map[string]string{s.GroupColumn: s.codes(m.Groups)}
		suggestions = append(suggestions, m)
	}
	return suggestions, rest
}

// SuggestLocalities proposes rules for the unclassified cost centres that are
// called after a locality of the plan.
func (s *Survey) SuggestLocalities(localities []string) (suggestions []Suggestion) {
	for _, l := range localities {
		one := Suggestion{Rule: finance.Rule{Locality: l}, Source: "the names of the cost centres"}
		for _, g := range s.Unclassified {
			if hasPhrase(strings.Fields(plainWords(g.Description)), strings.Fields(plainWords(l))) {
				one.Groups = append(one.Groups, g)
				one.Lines += g.Lines
				one.Total += g.Total
			}
		}
		if len(one.Groups) > 0 {
			one.When = map[string]string{s.GroupColumn: s.codes(one.Groups)}
			suggestions = append(suggestions, one)
		}
	}
	return suggestions
}

// crosswalkRow is a way to describe a service, and the matter that it is.
type crosswalkRow struct {
	body    Body
	phrases [][]string // each by words
	matter  finance.Matter
	funding finance.Funding
	service string
	note    string
	source  string
}

// crosswalk is the table of services and matters, read once.
var crosswalk = sync.OnceValue(func() (rows []crosswalkRow) {
	records, err := csv.NewReader(bytes.NewReader(crosswalkCSV)).ReadAll()
	if err != nil {
		panic("finance/suggest/data/crosswalk.csv: " + err.Error()) // it is part of the program, and tested
	}
	for _, r := range records[1:] {
		var phrases [][]string
		for phrase := range strings.SplitSeq(r[1], "|") {
			phrases = append(phrases, strings.Fields(phrase))
		}
		rows = append(rows, crosswalkRow{body: Body(r[0]), phrases: phrases, matter: finance.Matter(r[2]),
			funding: finance.Funding(r[3]), service: r[4], note: r[5], source: r[6]})
	}
	return rows
})

// says reports whether words are those of a text with one of the row's phrases. A word that
// ends in * is the beginning of one.
func (r crosswalkRow) says(words []string) bool {
	return slices.ContainsFunc(r.phrases, func(phrase []string) bool { return hasPhrase(words, phrase) })
}

func hasPhrase(text, phrase []string) bool {
	for ; len(text) >= len(phrase); text = text[1:] {
		if slices.EqualFunc(text[:len(phrase)], phrase, isWord) {
			return true
		}
	}
	return false
}

func isWord(word, pattern string) bool {
	if beginning, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(word, beginning)
	}
	return word == pattern
}

// plainWords is a description in lower case with its words a space apart; & is and.
func plainWords(description string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(strings.ToLower(description), "&", " and ") {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case r != '\'' && r != '’':
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// codes is a pattern for the cost centres of the groups and for no other that
// is unclassified: ranges where their codes follow each other.
func (s *Survey) codes(groups []finance.UnclassifiedGroup) string {
	own := map[string]bool{}
	for _, g := range groups {
		own[g.CostCentre] = true
	}
	all := make([]code, len(s.Unclassified))
	for i, g := range s.Unclassified {
		all[i] = newCode(g.CostCentre)
	}
	slices.SortFunc(all, code.compare)
	var alternatives []string
	for len(all) > 0 {
		n := 0
		for n < len(all) && own[all[n].text] && (n == 0 || all[n].follows(all[0])) {
			n++
		}
		if n < 3 { // two codes read better by themselves
			for _, c := range all[:n] {
				alternatives = append(alternatives, c.alternative())
			}
		} else {
			alternatives = append(alternatives, all[0].text+"-"+all[n-1].text)
		}
		all = all[max(n, 1):]
	}
	return strings.Join(alternatives, "|")
}

// A code is a cost centre's, taken apart as a range of codes takes it.
type code struct{ text, prefix, digits string }

func newCode(text string) code {
	prefix, digits := classify.SplitCode(celltext.Fold(text))
	return code{text, prefix, digits}
}

// compare puts codes that a range may hold side by side.
func (c code) compare(o code) int {
	return cmp.Or(strings.Compare(c.prefix, o.prefix), cmp.Compare(len(c.digits), len(o.digits)),
		strings.Compare(c.digits, o.digits), strings.Compare(c.text, o.text))
}

// follows reports whether a range may lead from a code to this one.
func (c code) follows(o code) bool {
	_, err := strconv.ParseUint(c.digits, 10, 64)
	return err == nil && c.prefix == o.prefix && len(c.digits) == len(o.digits)
}

// alternative is a pattern for the code alone. Where it holds a sign of the
// pattern language, or looks like a range, ? stands for that sign.
func (c code) alternative() string {
	text := strings.Map(func(r rune) rune {
		if r == '|' || r == '*' {
			return '?'
		}
		return r
	}, c.text)
	if _, isRange, err := classify.ParseRange(celltext.Fold(text)); isRange || err != nil { // such as 40-41
		text = strings.Replace(text, "-", "?", 1)
	}
	return text
}
