package prose

import (
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project/prose/plain"
)

// An attribute stands between braces, as in Pandoc's Markdown: a class (.left), whose
// name is "."; an id (#map), whose name is "#"; or a name with a value, which may be in
// quotation marks (width=50%, title="Link workers"), which may be curled.
type attribute struct {
	name, value string
	at, valueAt int // offsets in the text
}

var oneAttribute = lazyregexp.Lazy(`^\s*(?:([.#])([^\s.#"'={}]+)|([A-Za-z][-A-Za-z0-9_:]*)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|["“”„][^"“”„]*["“”„]|['‘‚].*?['’‘]|«[^«»]*»|[^\s"'=“”„‘‚«»][^\s"'=]*))(?:\s+|$)`)

// attributesIn reads attributes up to the end, or to the first word that is none, whose
// offset is wrong; it is -1 where all are read.
func attributesIn(src []byte, s span) (all []attribute, wrong int) {
	at, rest := s.start, string(src[s.start:s.end])
	for strings.TrimSpace(rest) != "" {
		m := oneAttribute().FindStringSubmatchIndex(rest)
		if m == nil {
			return all, at + len(rest) - len(strings.TrimLeft(rest, " \t"))
		}
		a := attribute{at: at + max(m[2], m[6])}
		if m[2] >= 0 {
			a.name, a.value, a.valueAt = rest[m[2]:m[3]], rest[m[4]:m[5]], at+m[4]
		} else {
			a.name, a.value, a.valueAt = rest[m[6]:m[7]], plain.Unquoted(rest[m[8]:m[9]]), at+m[8]
		}
		all = append(all, a)
		at, rest = at+m[1], rest[m[1]:]
	}
	return all, -1
}

// quoted is a value as it is written between braces.
func quoted(value string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
}

// wordAt is the word of the source at an offset, up to a blank or the end.
func wordAt(src []byte, at, end int) string {
	word, _, _ := strings.Cut(string(src[at:end]), " ")
	return word
}
