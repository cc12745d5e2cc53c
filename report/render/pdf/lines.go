package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/document"
	"apr/internal/shaping"
)

// atom is text that is set in one piece: a word, or part of one.
type atom struct {
	run     *run
	text    string
	width   float64
	space   float64 // the width of the space after it; 0 when there is none
	breaks  bool    // a line may end after it
	newline bool    // a line ends after it
	note    *document.Note
	word    *shaping.Word // in a font of the project's; nil in the report's own
	level   int           // in the bidirectional algorithm; 0 runs from left to right
}

// line is a row of atoms that fits its measure.
type line struct {
	atoms []atom
	width float64 // without the last space
}

// appendAtoms adds text to atoms. A space between runs belongs to the run that
// it came from.
func appendAtoms(atoms []atom, u *run, s string) []atom {
	space := u.font.Width(u.size, " ")
	atoms = slices.Grow(atoms, strings.Count(s, " ")+1)
	for len(s) > 0 {
		i := strings.IndexByte(s, ' ')
		if i == 0 {
			s = s[1:]
			switch n := len(atoms); {
			case n == 0 || atoms[n-1].space > 0: // spaces collapse, and none starts a line
			case atoms[n-1].run == u:
				atoms[n-1].space, atoms[n-1].breaks = space, true
			default:
				atoms[n-1].breaks = false
				atoms = append(atoms, atom{run: u, space: space, breaks: true})
			}
			continue
		}
		word := s
		if i > 0 {
			word = s[:i]
		}
		s = s[len(word):]
		atoms = appendWord(atoms, u, word)
	}
	return atoms
}

// appendWord adds a word, divided where a line may end inside it.
func appendWord(atoms []atom, u *run, word string) []atom {
	start := 0
	add := func(end int, breaks bool) {
		text := strings.ReplaceAll(strings.ReplaceAll(word[start:end], "\u200b", ""), "\u00ad", "")
		if text != "" {
			atoms = append(atoms, atom{run: u, text: text, width: u.font.Width(u.size, text), breaks: breaks})
		} else if n := len(atoms); n > 0 && breaks {
			atoms[n-1].breaks = true
		}
		start = end
	}
	for i, r := range word {
		if end := i + utf8.RuneLen(r); end < len(word) && breaksAfter(word, i, r) {
			add(end, true)
		}
	}
	add(len(word), false)
	bindNumber(atoms)
	return atoms
}

// breaksAfter reports whether a line may end after the rune at i: after a
// hyphen or dash between two longer parts of a word ("hospital-at-home"), but
// not in a range of years or a minus ("2019–2024", "−3"), and at a zero-width space.
func breaksAfter(word string, i int, r rune) bool {
	switch r {
	case '\u200b':
		return true
	case '-', '–', '—', '/':
		before, _ := utf8.DecodeLastRuneInString(word[:i])
		after, _ := utf8.DecodeRuneInString(word[i+utf8.RuneLen(r):])
		const shortest = 3 // bytes left behind on the line
		return i >= shortest && unicode.IsLetter(before) && unicode.IsLetter(after)
	}
	return false
}

// bindsNext are words that stay on the line of the number after them; bindsLast
// of the number before them.
var (
	bindsNext = wordSet("regulation", "regulations", "section", "sections", "figure", "Figure", "table", "Table", "note", "page",
		"paragraph", "outcome", "Outcome", "Ward", "ward", "schedule", "article", "of")
	bindsLast = wordSet("million", "billion", "thousand", "of", "%", "January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December")
)

func wordSet(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// bindNumber keeps the last two words together where one is a number that means
// little without the other: "regulation 4", "£2.8 million", "18 September".
func bindNumber(atoms []atom) {
	if len(atoms) < 2 {
		return
	}
	a, b := &atoms[len(atoms)-2], &atoms[len(atoms)-1]
	if a.space == 0 || a.text == "" || b.text == "" || a.newline {
		return
	}
	if startsWithDigit(b.text) && (bindsNext[strings.TrimLeft(a.text, "([")] || signs[strings.TrimLeft(a.text, "(")]) ||
		endsWithDigit(a.text) && (bindsLast[strings.TrimRight(b.text, ".,;:)")] || thousands(a.text, b.text)) {
		a.breaks = false
	}
}

// signs are before a number, with a space after them in some texts.
var signs = wordSet("£", "€", "$", "−", "-", "–", "+", "±", "<", ">", "≤", "≥", "~")

// thousands reports whether two words are one number, such as 12 345: up to three
// digits and then three.
func thousands(a, b string) bool {
	digits := 0
	for digits < len(b) && startsWithDigit(b[digits:]) {
		digits++
	}
	head := strings.TrimLeft(a, "(£€$−-+±~")
	return digits == 3 && len(head) <= 3 && strings.Trim(head, "0123456789") == ""
}

func startsWithDigit(s string) bool { return s[0] >= '0' && s[0] <= '9' }

func endsWithDigit(s string) bool { return s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// breakLines fills lines one after another, greedily. A stretch without a break
// that is wider than the measure is cut between characters.
func breakLines(atoms []atom, measure float64) []line {
	atoms = cutWide(atoms, measure)
	var lines []line
	first, width, gap := 0, 0.0, 0.0 // of the line being filled; gap is the space at its end
	flush := func(end int) {
		if end > first {
			lines = append(lines, line{atoms: atoms[first:end:end], width: width})
		}
		first, width, gap = end, 0, 0
	}
	for start := 0; start < len(atoms); {
		end := unitEnd(atoms, start)
		w := unitWidth(atoms[start:end])
		if start > first && width+gap+w > measure {
			flush(start)
		}
		width += gap + w
		gap = atoms[end-1].space
		if atoms[end-1].newline {
			flush(end)
		}
		start = end
	}
	flush(len(atoms))
	return lines
}

// unitEnd is the end of the unit that begins at start: up to where a line may
// end.
func unitEnd(atoms []atom, start int) int {
	end := start + 1
	for end < len(atoms) && !atoms[end-1].breaks {
		end++
	}
	return end
}

// cutWide cuts the units that are wider than the measure; mostly there are none.
func cutWide(atoms []atom, measure float64) []atom {
	var out []atom
	for start := 0; start < len(atoms); {
		end := unitEnd(atoms, start)
		unit := atoms[start:end:end]
		switch {
		case unitWidth(unit) > measure:
			if out == nil {
				out = slices.Clone(atoms[:start])
			}
			out = append(out, cutUnit(unit, measure)...)
		case out != nil:
			out = append(out, unit...)
		}
		start = end
	}
	if out == nil {
		return atoms
	}
	return out
}

// unitWidth is the width of atoms that stay together, without the last space.
func unitWidth(unit []atom) float64 {
	w := 0.0
	for i, a := range unit {
		w += a.width
		if i+1 < len(unit) {
			w += a.space
		}
	}
	return w
}

// cutUnit cuts atoms that don't fit into pieces that do: after a character that
// divides an address if one comes in the last third, otherwise anywhere. A line
// may also end between two of the atoms, such as where the style changes.
func cutUnit(unit []atom, measure float64) []atom {
	var pieces []atom
	for _, a := range unit {
		if a.word != nil {
			pieces = append(pieces, cutWord(a, measure)...)
			continue
		}
		rest := a.text
		for a.run.font.Width(a.run.size, rest) > measure {
			cut := fit(a.run, rest, measure)
			if cut == len(rest) {
				break // one character is wider than the measure
			}
			if i := strings.LastIndexAny(rest[:cut], "/.-_?&=,"); i >= cut*2/3 {
				cut = i + 1
			}
			p := a
			p.text, p.space, p.breaks, p.newline, p.note = rest[:cut], 0, true, false, nil
			p.width = a.run.font.Width(a.run.size, p.text)
			if n := len(pieces); n > 0 {
				pieces[n-1].breaks = true
			}
			pieces = append(pieces, p)
			rest = rest[cut:]
		}
		if rest != a.text {
			a.text, a.width = rest, a.run.font.Width(a.run.size, rest)
		}
		if n := len(pieces); n > 0 {
			pieces[n-1].breaks = true
		}
		pieces = append(pieces, a)
	}
	return pieces
}

// fit is how many bytes of s fit the measure, at least one character.
func fit(u *run, s string, measure float64) int {
	w := 0.0
	for i, r := range s {
		w += u.font.Width(u.size, string(r))
		if w > measure && i > 0 {
			return i
		}
	}
	return len(s)
}
