package prose

import (
	"strings"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/internal/yamlpos"
)

// A bulletRun is what is known of a list while its items are read.
type bulletRun struct {
	// base is how far the list is indented, -1 outside of one.
	base   int
	levels []bulletLevel
}

type bulletLevel struct {
	marker string
	indent int
}

// The marker is what begins an item in Word and elsewhere. Of some the blank may be
// missing, and others aren't bullets unless a tab follows.
var (
	bulletMark = lazyregexp.Lazy(`^([ \t]*)[\x{200b}\x{feff}\x{2060}]*(?:([•▪◦●○■□‣⁃➢➤\x{f0b7}\x{f0a7}\x{f0d8}\x{f0fc}\x{f076}\x{f06f}])[ \t\x{00a0}\x{2003}]*|(·)[ \t\x{00a0}]+|([–—§])\t+|([-+*])\x{00a0}[ \t\x{00a0}]*|(o)(?:[\t\x{00a0}]+| +))`)
	// quotePrefix is what is before each line of a quotation.
	quotePrefix = lazyregexp.Lazy(`^(?:[ ]{0,3}>[ ]?)+`)
	listMarker  = lazyregexp.Lazy(`^[ \t]*(?:[-+*]|[0-9]{1,9}[.)])[ \t]`)
)

// bullet repairs an item's marker, and returns the offset in the line behind it.
func (m *repairer) bullet(i int) int {
	l := m.lines[i]
	quoted := 0
	if strings.HasPrefix(strings.TrimLeft(l.text, " "), ">") {
		quoted = len(quotePrefix().FindString(l.text))
	}
	l.text, l.at = l.text[quoted:], l.at+quoted
	found := findBullet(l.text)
	if found == nil || !m.isBullet(i, l.text, found) {
		if !blank(l.text) && !strings.HasPrefix(l.text, " ") && !strings.HasPrefix(l.text, "\t") {
			m.bullets = bulletRun{base: -1}
		}
		return 0
	}
	marker := ""
	for g := 2; g <= 6; g++ {
		if found[2*g] >= 0 {
			marker = l.text[found[2*g]:found[2*g+1]]
		}
	}
	indent := columns(l.text[:found[3]])
	if m.bullets.base < 0 {
		m.bullets.base = 0
		if i > 0 && indent < 20 && m.followsItem(i) {
			m.bullets.base = indent
		}
	}
	level := m.bullets.level(marker, indent)
	written := strings.Repeat(" ", m.bullets.base+2*level) + "- "
	m.edits = append(m.edits, yamlpos.Edit{From: l.at, To: l.at + found[1], New: written})
	return quoted + found[1]
}

// findBullet is where bulletMark matches a line, which most lines can't by what they begin with.
func findBullet(line string) []int {
	begin := strings.TrimLeft(line, " \t")
	if begin == "" || begin[0] < utf8.RuneSelf && strings.IndexByte("-+*o", begin[0]) < 0 {
		return nil
	}
	return bulletMark().FindStringSubmatchIndex(line)
}

// isBullet reports whether a match is a bullet. The letter o is one in a list, or
// before a tab, or where another such line follows.
func (m *repairer) isBullet(i int, text string, found []int) bool {
	if found[1] == len(text) && found[12] >= 0 {
		return false
	}
	if found[12] < 0 || m.bullets.base >= 0 || strings.Contains(text[found[13]:found[1]], "\t") {
		return true
	}
	for next := i + 1; next < len(m.lines) && next < i+3; next++ {
		if other := findBullet(m.lines[next].text); other != nil {
			return true
		}
		if !blank(m.lines[next].text) {
			break
		}
	}
	return false
}

// followsItem reports whether the line before, other than an empty one, is an item
// of a list or goes on one.
func (m *repairer) followsItem(i int) bool {
	for i--; i >= 0 && blank(m.lines[i].text); i-- {
	}
	return i >= 0 && (listMarker().MatchString(m.lines[i].text) || strings.HasPrefix(m.lines[i].text, "  "))
}

// level is how deep an item is: as deep as one with the same marker before it,
// else one deeper.
func (r *bulletRun) level(marker string, indent int) int {
	for n := len(r.levels) - 1; n >= 0; n-- {
		if same := r.levels[n]; same.marker == marker && same.indent == indent {
			r.levels = r.levels[:n+1]
			return n
		}
	}
	for len(r.levels) > 1 && r.levels[len(r.levels)-1].indent > indent {
		r.levels = r.levels[:len(r.levels)-1]
	}
	if len(r.levels) < maxDepth/2 {
		r.levels = append(r.levels, bulletLevel{marker, indent})
	}
	return len(r.levels) - 1
}

// columns is how wide blanks are; a tab goes to the next multiple of four.
func columns(blanks string) int {
	n := 0
	for _, c := range blanks {
		if c == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}
