package reference

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Reference is a reference to data inside a text: {{ value "NI12" "2022/23" }}.
type Reference struct {
	// Start and End are byte offsets of the text's Markdown: of the first brace
	// and behind the last.
	Start, End int
	Name       string
	Args       []Argument
	// Position is where the first brace is.
	Position source.Position
	// NamePosition is where the function's name is.
	NamePosition source.Position
}

// Argument is a quoted argument of a reference. Name is what is written before it, as in
// area="Falkirk"; "" for one that is told by its place.
type Argument struct {
	Name     string
	Value    string
	Position source.Position
}

// String is the reference as it is written, with single blanks.
func (r Reference) String() string {
	s := "{{ " + r.Name
	for _, a := range r.Args {
		s += " "
		if a.Name != "" {
			s += a.Name + "="
		}
		s += fmt.Sprintf("%q", a.Value)
	}
	return s + " }}"
}

// Parse finds the references of a text, in order, and what is wrong
// with how they are written. Two braces that are meant as braces are written
// \{{. A reference may be wrapped onto a second line, and not across an empty
// one. No more than maxProblems problems are reported. The time that it takes is
// proportional to the length of the text, whatever is in it.
func Parse(t yamlpos.Text) ([]Reference, []*source.Problem) {
	var references []Reference
	var problems []*source.Problem
	p := parser{text: t, closing: lookahead{mark: "}}"}, empty: lookahead{mark: "\n\n"}}
	for at := 0; len(problems) < yamlpos.MaxProblems; {
		found := strings.Index(t.Markdown[at:], "{{")
		if found < 0 {
			return references, problems
		}
		at += found
		if escaped(t.Markdown[:at]) {
			at++
			continue
		}
		p.start, p.at = at, at+2
		r, problem := p.parse()
		if problem != nil {
			problems = append(problems, problem)
		} else {
			references = append(references, r)
		}
		at = p.at
	}
	return references, problems
}

// escaped reports whether an odd number of backslashes ends the text.
func escaped(before string) bool {
	return (len(before)-len(strings.TrimRight(before, `\`)))%2 == 1
}

type parser struct {
	text           yamlpos.Text
	start, at      int
	closing, empty lookahead
}

// A lookahead is what a parser looks ahead for. It remembers where the next one
// is, so that a text of many openings isn't searched to its end from each.
type lookahead struct {
	mark  string
	next  int
	found bool
}

// after is the offset of the next one at or behind at, which doesn't decrease
// from call to call, or the length of the text.
func (l *lookahead) after(text string, at int) int {
	if !l.found || l.next < at {
		l.found, l.next = true, len(text)
		if i := strings.Index(text[at:], l.mark); i >= 0 {
			l.next = at + i
		}
	}
	return l.next
}

func (p *parser) parse() (Reference, *source.Problem) {
	r := Reference{Start: p.start, Position: p.text.At(p.start)}
	p.blanks()
	nameAt := p.at
	r.Name, r.NamePosition = p.word(), p.text.At(nameAt)
	if r.Name == "" && !strings.HasPrefix(p.rest(), "}}") {
		return r, p.unexpected("the name of a function")
	}
	for {
		p.blanks()
		switch rest := p.rest(); {
		case strings.HasPrefix(rest, "}}"):
			p.at += 2
			r.End = p.at
			if r.Name == "" {
				return r, p.problem(p.start, "the reference is empty", functionNames(""))
			}
			return r, nil
		case quotationMark(rest) != "":
			a, problem := p.argument()
			if problem != nil {
				return r, problem
			}
			r.Args = append(r.Args, a)
		case isNamed(rest):
			at := p.at
			name := p.word()
			p.at++ // the equals sign
			p.blanks()
			a, problem := p.argument()
			if problem != nil {
				return r, problem
			}
			a.Name, a.Position = name, p.text.At(at)
			r.Args = append(r.Args, a)
		default:
			return r, p.unexpected(`an argument in double quotes or "}}"`)
		}
	}
}

// isNamed reports whether a text begins with the name of an argument, as in
// area="Falkirk".
func isNamed(text string) bool {
	name, value, ok := strings.Cut(text, "=")
	return ok && name != "" && !strings.ContainsFunc(name, func(r rune) bool { return r < 'a' || r > 'z' }) && quotationMark(strings.TrimLeftFunc(value, unicode.IsSpace)) != ""
}

func (p *parser) rest() string { return p.text.Markdown[p.at:] }

// blanks skips blanks and at most one line end: an empty line ends a paragraph.
func (p *parser) blanks() {
	lines := 0
	for p.at < len(p.text.Markdown) {
		switch p.text.Markdown[p.at] {
		case '\n':
			if lines++; lines > 1 {
				return
			}
		case ' ', '\t', '\r':
		default:
			r, n := utf8.DecodeRuneInString(p.rest())
			if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
				return
			}
			p.at += n - 1
		}
		p.at++
	}
}

func (p *parser) word() string {
	rest := p.rest()
	end := strings.IndexFunc(rest, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '-'
	})
	if end < 0 {
		end = len(rest)
	}
	p.at += end
	return rest[:end]
}

// Quotation marks, double and single: word processors curl them, and in other
// languages they look otherwise.
const (
	doubleMarks = "\"“”„‟«»"
	singleMarks = "'‘’‚‛`´"
)

// quotationMark is the marks that may close the quotation that a text begins, "" for
// none.
func quotationMark(text string) string {
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case text == "":
		return ""
	case strings.ContainsRune(doubleMarks, r):
		return doubleMarks
	case strings.ContainsRune(singleMarks, r):
		return singleMarks
	}
	return ""
}

// argument reads a text in quotation marks.
func (p *parser) argument() (Argument, *source.Problem) {
	a := Argument{Position: p.text.At(p.at)}
	start, closing := p.at, quotationMark(p.rest())
	_, n := utf8.DecodeRuneInString(p.rest())
	p.at += n
	rest := p.rest()
	end := strings.IndexAny(rest, closing+"\n")
	if end < 0 || rest[end] == '\n' || strings.Contains(rest[:end], "}}") {
		return a, p.problem(start, "the quotation mark isn't closed within the reference", `write {{ value "NI12" }}`)
	}
	a.Value = strings.TrimSpace(rest[:end])
	_, n = utf8.DecodeRuneInString(rest[end:])
	p.at += end + n
	return a, nil
}

// unexpected says what is where something else was expected.
func (p *parser) unexpected(expected string) *source.Problem {
	rest := p.rest()
	if strings.HasPrefix(rest, "}") {
		return p.problem(p.at, "the reference is closed with one brace", "write two, }}")
	}
	closing := p.closing.after(p.text.Markdown, p.at)
	if rest == "" || rest[0] == '\n' || closing == len(p.text.Markdown) || closing > p.empty.after(p.text.Markdown, p.at) {
		return p.problem(p.start, "{{ opens a reference that isn't closed", `close it with }}, or write \{{ where braces are meant`)
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return p.problem(p.at, fmt.Sprintf("expected %s, found %q", expected, r), `arguments are in double quotes: {{ value "NI12" "2022/23" }}`)
}

func (p *parser) problem(at int, message, hint string) *source.Problem {
	return &source.Problem{Code: "malformed-reference", Position: p.text.At(at), Message: message, Hint: hint}
}
