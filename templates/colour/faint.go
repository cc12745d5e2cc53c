// Package colour reads the colours of a style and measures text against its ground,
// as the Web Content Accessibility Guidelines 2.2 do (success criterion 1.4.3).
//
// It knows a style and no page. Text whose rule gives no ground is measured on that
// of the nearest part of its selector which has one, else on the page's.
package colour

import (
	"cmp"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"apr/internal/contrast"
)

// What a page has without a style.
var (
	black = color.RGBA{A: 255}
	white = color.RGBA{R: 255, G: 255, B: 255, A: 255}
)

// Fault is a pair of colours of a style which can't be told from each other well
// enough, or can't be measured.
type Fault struct {
	Offset       int    // in the style, of the property
	Selector     string // whose text it is
	Dark         bool   // on dark screens
	Text, Ground color.RGBA
	Ratio, Least float64 // of contrast
	Unread       string  // the value that can't be measured; "" where both were
}

// Faults are those of a style in the order in which they stand there: at most one of
// each rule for light screens and one for dark ones.
func Faults(style string) []Fault {
	rules := read(style)
	var faults []Fault
	known := map[Fault]bool{} // what is so on light screens needn't be said of dark ones
	for _, dark := range []bool{false, true} {
		s := schemeOf(rules, dark)
		for _, r := range s.rules {
			f, found := s.fault(r)
			if !found || known[f] {
				continue
			}
			known[f] = true
			f.Dark = dark
			faults = append(faults, f)
		}
	}
	slices.SortStableFunc(faults, func(a, b Fault) int { return cmp.Compare(a.Offset, b.Offset) })
	return faults
}

// scheme is a style as it is on light screens, or on dark ones.
type scheme struct {
	rules          []*rule
	values         map[string]string // of custom properties
	texts, grounds map[string]value  // of selectors
}

func schemeOf(rules []*rule, dark bool) *scheme {
	s := &scheme{values: map[string]string{}}
	for _, r := range rules {
		if dark && !r.light || !dark && !r.dark {
			s.rules = append(s.rules, r)
		}
	}
	s.define()
	s.texts = s.colours(func(r *rule) string { return r.text.value })
	s.grounds = s.colours(func(r *rule) string { return r.ground.value })
	return s
}

// value is a colour that a rule gives: nil where it has none of its own; unread is
// what of it can't be measured.
type value struct {
	colour *color.NRGBA
	unread string
}

// colours are those that the rules give their selectors, of each the last.
func (s *scheme) colours(written func(*rule) string) map[string]value {
	all := map[string]value{}
	for _, r := range s.rules {
		if v := s.read(written(r)); v != (value{}) {
			for _, selector := range r.selectors {
				all[selector] = v
			}
		}
	}
	return all
}

// whole are selectors of the page as a whole.
var whole = []string{"*", ":root", "html", "body"}

// define takes the values of custom properties: the last that the page as a whole has,
// else the last of any rule.
func (s *scheme) define() {
	for _, ofPage := range []bool{false, true} {
		for _, r := range s.rules {
			if ofPage && !slices.ContainsFunc(r.selectors, func(sel string) bool { return slices.Contains(whole, sel) }) {
				continue
			}
			for _, d := range r.properties {
				s.values[d.property] = d.value
			}
		}
	}
}

// fault is the worst pair of a rule's selectors.
func (s *scheme) fault(r *rule) (worst Fault, found bool) {
	if r.text.value == "" && r.ground.value == "" {
		return Fault{}, false
	}
	for _, selector := range r.selectors {
		if strings.Contains(selector, "::") {
			continue // what the style itself adds: marks and lines
		}
		f, ok := s.pair(r, selector)
		if ok && (!found || f.Unread == "" && f.Ratio/f.Least < worst.Ratio/worst.Least) {
			worst, found = f, true
		}
	}
	return worst, found
}

// pair measures a rule's text on its ground, each its own or what it stands in has.
func (s *scheme) pair(r *rule, selector string) (Fault, bool) {
	f := Fault{Offset: r.text.offset, Selector: selector, Least: contrast.Text}
	if r.large || isTitle(selector) {
		f.Least = contrast.Large
	}
	if r.text.value == "" {
		f.Offset = r.ground.offset
	}
	ground, text := s.read(r.ground.value), s.read(r.text.value)
	if ground == (value{}) {
		ground = nearest(s.grounds, selector)
	}
	if text == (value{}) {
		text = nearest(s.texts, selector)
	}
	if f.Unread = cmp.Or(ground.unread, text.unread); f.Unread != "" {
		return f, r.text.value != "" // a picture behind no text in particular is no fault
	}
	f.Ground, f.Text = white, black
	if ground.colour != nil {
		f.Ground = over(*ground.colour, f.Ground)
	}
	if text.colour != nil {
		f.Text = over(*text.colour, f.Ground)
	}
	f.Ratio = contrast.Ratio(f.Text, f.Ground)
	return f, f.Ratio < f.Least
}

// nearest is the colour of a selector, of the nearest element that it stands in, or of
// the page.
func nearest(colours map[string]value, selector string) value {
	for _, part := range slices.Backward(slices.Concat(whole, compounds(selector), []string{selector})) {
		if v, ok := colours[part]; ok {
			return v
		}
	}
	return value{}
}

// compounds are the elements that a selector names, outermost first, without their
// states such as :hover.
func compounds(selector string) []string {
	parts := strings.FieldsFunc(selector, func(r rune) bool { return strings.ContainsRune(" \t\r\n>+~", r) })
	for i, part := range parts {
		if before, _, found := strings.Cut(part, ":"); found && before != "" {
			parts[i] = before
		}
	}
	return parts
}

// read reads the value of a property.
func (s *scheme) read(written string) (v value) {
	written = s.resolve(written, 0)
	for _, part := range split(written, " ,\t\r\n") {
		lower := strings.ToLower(part)
		switch {
		case slices.Contains(keywords, lower):
			return value{}
		case strings.Contains(lower, "gradient(") || strings.HasPrefix(lower, "url("):
			v.unread = part
		default:
			if c, ok := ofCSS(part); ok {
				v.colour = &c
				return v
			}
			if strings.HasSuffix(lower, ")") {
				v.unread = part
			}
		}
	}
	if v.unread == "" {
		v.unread = written
	}
	return v
}

// maxDepth is how far custom properties may refer to others.
const maxDepth = 10

// resolve puts the values of custom properties in their places.
func (s *scheme) resolve(value string, depth int) string {
	before, rest, found := strings.Cut(value, "var(")
	if !found || depth > maxDepth {
		return value
	}
	end := closing(rest)
	name, fallback, _ := strings.Cut(rest[:end], ",")
	put, known := s.values[strings.TrimSpace(name)]
	if !known {
		put = strings.TrimSpace(fallback)
	}
	return s.resolve(before+put+strings.TrimPrefix(rest[end:], ")"), depth+1)
}

// closing is where the bracket closes that is open before text, its end where none
// does.
func closing(text string) int {
	depth := 1
	for i, r := range text {
		switch r {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(text)
}

// split cuts a text at any of separators that don't stand in brackets.
func split(text, separators string) []string {
	depth := 0
	return strings.FieldsFunc(text, func(r rune) bool {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		}
		return depth == 0 && strings.ContainsRune(separators, r)
	})
}

// isTitle reports whether a selector is of a heading of the two highest levels, which
// are large.
func isTitle(selector string) bool {
	parts := compounds(selector)
	return len(parts) > 0 && slices.Contains([]string{"h1", "h2"}, strings.ToLower(parts[len(parts)-1]))
}

// isLarge reports whether text of a size is large: 24 pixels or 18 points.
func isLarge(size string) bool {
	for unit, least := range map[string]float64{"rem": 1.5, "em": 1.5, "px": 24, "pt": 18} {
		digits, has := strings.CutSuffix(strings.TrimSpace(size), unit)
		if n, err := strconv.ParseFloat(digits, 64); has && err == nil && n >= least {
			return true
		}
	}
	return false
}
