package leftovers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"apr/internal/lazyregexp"
	"apr/regs/sentence"
)

// This file finds what isn't for publication: what identifies a patient or a worker, and the
// markings of papers that aren't public.

// private are forms of what identifies a person.
var private = []struct {
	mark
	isOne  func(written string) bool // nil where the form is enough
	digits int                       // how many are next to each other in each
}{
	{mark{form: lazyregexp.Lazy(`(?i)\bCHI(?: (?:no\.?|number|is|was))*:? ?(\d{6} ?\d{4})\b`), what: "a patient's CHI number", begin: []string{"CHI", "chi", "Chi"}}, nil, 6},
	{mark{form: lazyregexp.Lazy(`(?i)\bNHS (?:no\.?|number)(?: is| was)?:? ?(\d{3} ?\d{3} ?\d{4})\b`), what: "a patient's NHS number", begin: []string{"NHS ", "nhs "}}, nil, 3},
	{mark{form: lazyregexp.Lazy(`(?:^|[\s(])(\d{6} ?\d{4})(?:$|[\s),.;:])`), what: "a patient's CHI number, by its date of birth and its last digit", begin: []string{"0", "1", "2", "3"}}, isCHI, 6},
	{mark{form: lazyregexp.Lazy(`\b([A-CEGHJ-PQR-TW-Z][A-CEGHJ-NPQR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D])\b`), what: "a National Insurance number", begin: []string{"A", "B", "C", "D"}}, nil, 2},
	{mark{form: lazyregexp.Lazy(`(?i)\b((?:d\.?o\.?b\.?|date of birth|born on)(?: is| was)?:? ?\(?\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{2,4}|(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december),? \d{2,4}))`),
		what: "a date of birth", begin: []string{"DOB", "dob", "D.O.B", "d.o.b", "irth", "IRTH", "orn on"}}, nil, 1},
}

// markings begin a paragraph, or are all of it.
var markings = lazyregexp.Lazy(`(?m)(?:\A|\n[ \t]*\n|^[#>][#> ]*)[ \t*_]*(OFFICIAL(?: ?[-–—:]+ ?| )SENSITIVE\b[^\n*_.]*|(?:(?i:private (?:and|&) confidential|strictly confidential|confidential|commercial in confidence|in confidence|restricted|protect|not for (?:onward )?(?:circulation|publication|distribution|release)|(?:strictly )?embargoed|under embargo)(?:[*_: \t.]*$|:[^\n]*| (?i:until|till|before|for|to|by) (?i:the |it |[0-9]|[a-z]+day)[^\n*_]*))|(?:PRIVATE AND CONFIDENTIAL|CONFIDENTIAL|RESTRICTED|EMBARGOED|NOT FOR PUBLICATION|NOT FOR CIRCULATION)\b[^\n*_]*)`)

// wordsOfMarkings has one of the words of each marking.
var wordsOfMarkings = []string{"official", "confiden", "restricted", "protect", "not for ", "embargo"}

// Private finds what identifies a person, and markings that say that a text isn't public.
func (p *Prose) Private() []Finding {
	r := &reader{Prose: p}
	for _, t := range p.texts {
		q := &sentence.Passage{Name: t.name, Text: t.text, Plain: []byte(t.text.Markdown)}
		r.private(q)
	}
	return r.findings
}

func (r *reader) private(p *sentence.Passage) {
	text := newPlain(p)
	seen := map[int]bool{}
	for _, u := range private {
		if !text.mayHave(&u.mark) || u.digits > digitsIn(text.text) {
			continue
		}
		for _, m := range u.form().FindAllStringSubmatchIndex(text.text, -1) {
			written := text.text[m[2]:m[3]]
			if seen[m[2]] || u.isOne != nil && !u.isOne(written) {
				continue
			}
			seen[m[2]] = true
			r.add(p, m[2], "take it out, and ask who has seen the draft: the report is published", fmt.Sprintf("the text has %s", u.what), r.whole(p)...)
			r.findings[len(r.findings)-1].Likely = true
		}
	}
	if !slices.ContainsFunc(wordsOfMarkings, func(w string) bool { return strings.Contains(text.folded, w) }) {
		return
	}
	for _, m := range markings().FindAllStringSubmatchIndex(text.text, -1) {
		r.add(p, m[2], "take the marking out, or the text, if it isn't for publication", fmt.Sprintf("%q is a protective marking, and the report is published", shortened(strings.TrimSpace(text.text[m[2]:m[3]]))), r.whole(p)...)
		r.findings[len(r.findings)-1].Likely = true
	}
}

// digitsIn is how many digits are next to each other in a text, at most.
func digitsIn(text string) (most int) {
	n := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			n = 0
			continue
		}
		n++
		most = max(most, n)
	}
	return most
}

// isCHI reports whether ten digits are a number of the Community Health Index: a date of birth,
// three digits, and one that checks them (modulus 11).
func isCHI(written string) bool {
	digits := strings.ReplaceAll(written, " ", "")
	if _, err := time.Parse("020106", digits[:6]); err != nil {
		return false
	}
	sum := 0
	for i := range 9 {
		sum += (10 - i) * int(digits[i]-'0')
	}
	return (11-sum%11)%11 == int(digits[9]-'0')
}
