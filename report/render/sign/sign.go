// Package sign draws the signs that boards paste for ratings, such as ✔, ★ and
// coloured circles. Few fonts have them, and a screen reader may pass over them:
// every format draws them alike and says what they are. Colours have their
// letter, so that they differ in black and white too.
package sign

import (
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/math/f64"
)

// Sign is how a sign looks and what it is called. Points are in a square of 1 by
// 1, from its top left corner.
type Sign struct {
	// Name is what it is called, such as "green circle".
	Name string
	// Fill is the colour of Field, such as #0b6b2b; "" is the text's colour.
	Fill string
	// Disc says that the field is the disc that fills the square.
	Disc bool
	// Field is an outline that is filled; nil for none.
	Field []f64.Vec2
	// Edge says that the field has a dark line around it, as pale colours need.
	Edge bool
	// Marks are lines on the field, or alone.
	Marks [][]f64.Vec2
	// Ink is the colour of marks, "" for the text's.
	Ink string
	// Width is that of the marks' lines.
	Width float64
}

const (
	dark  = "#1a1a1a"
	paper = "#ffffff"
)

// colour is one that boards rate with: its letter is drawn on it.
type colour struct {
	ofCircle, ofSquare string
	fill, ink          string
	letter             [][]f64.Vec2
	circle, square     rune
}

var colours = []colour{
	{"red circle", "red square", "#c8102e", paper, letterR, '🔴', '🟥'},
	{"orange circle", "orange square", "#f59b23", dark, letterO, '🟠', '🟧'},
	{"yellow circle", "yellow square", "#ffd93b", dark, letterY, '🟡', '🟨'},
	{"green circle", "green square", "#0b6b2b", paper, letterG, '🟢', '🟩'},
	{"blue circle", "blue square", "#004e8f", paper, letterB, '🔵', '🟦'},
	{"purple circle", "purple square", "#6a2063", paper, letterP, '🟣', '🟪'},
	{"brown circle", "brown square", "#6b3e1e", paper, letterN, '🟤', '🟫'},
	{"black circle", "black square", dark, paper, nil, '⚫', '⬛'},
	{"white circle", "white square", paper, dark, nil, '⚪', '⬜'},
}

var (
	letterR = [][]f64.Vec2{{{.36, .75}, {.36, .25}, {.56, .25}, {.66, .32}, {.66, .43}, {.56, .5}, {.36, .5}}, {{.5, .5}, {.67, .75}}}
	letterO = [][]f64.Vec2{{{.42, .25}, {.58, .25}, {.68, .36}, {.68, .64}, {.58, .75}, {.42, .75}, {.32, .64}, {.32, .36}, {.42, .25}}}
	letterY = [][]f64.Vec2{{{.32, .25}, {.5, .51}, {.68, .25}}, {{.5, .51}, {.5, .77}}}
	letterG = [][]f64.Vec2{{{.67, .34}, {.58, .25}, {.42, .25}, {.32, .36}, {.32, .64}, {.42, .75}, {.6, .75}, {.68, .68}, {.68, .53}, {.54, .53}}}
	letterB = [][]f64.Vec2{{{.36, .5}, {.57, .5}, {.66, .56}, {.66, .69}, {.57, .75}, {.36, .75}, {.36, .25}, {.55, .25}, {.63, .31}, {.63, .43}, {.55, .5}}}
	letterP = [][]f64.Vec2{{{.37, .77}, {.37, .25}, {.58, .25}, {.67, .32}, {.67, .45}, {.58, .52}, {.37, .52}}}
	letterN = [][]f64.Vec2{{{.34, .76}, {.34, .25}, {.66, .75}, {.66, .24}}}

	square   = []f64.Vec2{{.04, .04}, {.96, .04}, {.96, .96}, {.04, .96}}
	tick     = []f64.Vec2{{.12, .55}, {.38, .82}, {.88, .16}}
	cross    = [][]f64.Vec2{{{.16, .16}, {.84, .84}}, {{.84, .16}, {.16, .84}}}
	star     = []f64.Vec2{{.5, .02}, {.618, .338}, {.956, .352}, {.69, .562}, {.782, .888}, {.5, .7}, {.218, .888}, {.31, .562}, {.044, .352}, {.382, .338}}
	triangle = []f64.Vec2{{.5, .04}, {.98, .94}, {.02, .94}}
	arrow    = []f64.Vec2{{.5, .04}, {.92, .48}, {.64, .48}, {.64, .96}, {.36, .96}, {.36, .48}, {.08, .48}} // up
)

// signs are all, by their character.
var signs = sync.OnceValue(all)

func all() map[rune]Sign {
	m := map[rune]Sign{}
	for _, c := range colours {
		s := Sign{Name: c.ofCircle, Fill: c.fill, Disc: true, Edge: c.ink == dark, Marks: c.letter, Ink: c.ink, Width: .11}
		m[c.circle] = s
		s.Name, s.Disc, s.Field = c.ofSquare, false, square
		m[c.square] = s
	}
	add := func(s Sign, characters ...rune) {
		for _, r := range characters {
			m[r] = s
		}
	}
	add(Sign{Name: "tick", Marks: [][]f64.Vec2{tick}, Width: .16}, '✓', '✔', '✅', '☑')
	add(Sign{Name: "cross", Marks: cross, Width: .16}, '✗', '✘', '❌', '✖', '☒')
	add(Sign{Name: "star", Field: star}, '★', '⭐', '🌟')
	add(Sign{Name: "empty star", Marks: [][]f64.Vec2{append(star[:len(star):len(star)], star[0])}, Width: .08}, '☆')
	add(Sign{Name: "warning", Field: triangle, Marks: [][]f64.Vec2{{{.5, .36}, {.5, .64}}, {{.5, .74}, {.5, .84}}}, Ink: paper, Width: .12}, '⚠')
	add(Sign{Name: "triangle pointing up", Field: triangle}, '🔺', '🔼')
	add(Sign{Name: "triangle pointing down", Field: turned(triangle, -1, 0)}, '🔻', '🔽')
	for _, a := range []struct {
		name     string
		cos, sin float64 // of the turn to the right
		of       []rune
	}{
		{"up arrow", 1, 0, []rune{'⬆'}},
		{"right arrow", 0, 1, []rune{'➡'}},
		{"down arrow", -1, 0, []rune{'⬇'}},
		{"left arrow", 0, -1, []rune{'⬅'}},
		{"up-right arrow", .7071, .7071, []rune{'↗', '⬈'}},
		{"down-right arrow", -.7071, .7071, []rune{'↘', '⬊'}},
		{"down-left arrow", -.7071, -.7071, []rune{'↙', '⬋'}},
		{"up-left arrow", .7071, -.7071, []rune{'↖', '⬉'}},
	} {
		add(Sign{Name: a.name, Field: turned(arrow, a.cos, a.sin)}, a.of...)
	}
	return m
}

// turned is an outline turned about the square's middle, to the right for a
// positive sine.
func turned(outline []f64.Vec2, cos, sin float64) []f64.Vec2 {
	out := make([]f64.Vec2, len(outline))
	for i, p := range outline {
		x, y := p[0]-.5, p[1]-.5
		out[i] = f64.Vec2{.5 + x*cos - y*sin, .5 + x*sin + y*cos}
	}
	return out
}

// Of is the sign at the beginning of a text, with how many bytes it has there:
// its character, and what only chooses how that looks. ok is false where the text
// begins with none.
func Of(s string) (sign Sign, length int, ok bool) {
	r, n := utf8.DecodeRuneInString(s)
	if sign, ok = signs()[r]; !ok {
		return Sign{}, 0, false
	}
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r < 0xfe00 || r > 0xfe0f { // the variation selectors
			break
		}
		n += size
	}
	return sign, n, true
}

// Any reports whether a text has a sign.
func Any(s string) bool {
	for _, r := range s {
		if r >= 0x2000 {
			if _, ok := signs()[r]; ok {
				return true
			}
		}
	}
	return false
}

// Pieces are a text's stretches of plain text, and its signs with the characters that
// they stand for.
func Pieces(s string) iter.Seq2[string, *Sign] {
	return func(yield func(string, *Sign) bool) {
		start := 0
		for i := 0; i < len(s); {
			found, n, ok := Of(s[i:])
			if !ok {
				i++
				continue
			}
			if start < i && !yield(s[start:i], nil) || !yield(s[i:i+n], &found) {
				return
			}
			i += n
			start = i
		}
		if start < len(s) {
			yield(s[start:], nil)
		}
	}
}

// Named is a text in which the names of signs stand behind them, "✔ (tick)", for
// formats that can't draw: those of signs in a row in one pair of brackets. say gives a
// name in the report's language.
func Named(s string, say func(name string) string) string {
	if !Any(s) {
		return s
	}
	var b strings.Builder
	var names []string
	end := func(next string) {
		if names == nil {
			return
		}
		b.WriteString(" (" + strings.Join(names, ", ") + ")")
		names = nil
		if r, _ := utf8.DecodeRuneInString(next); unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteByte(' ')
		}
	}
	for text, sign := range Pieces(s) {
		if sign != nil {
			names = append(names, say(sign.Name))
		} else {
			end(text)
		}
		b.WriteString(text)
	}
	end("")
	return b.String()
}

// drawingName begins the names of the drawings that stand for signs in a Word file.
const drawingName = "Sign "

// DrawingName is what the drawing of a sign is called in a Word file, so that whoever
// reads the file can put the characters in its place again.
func DrawingName(character string) string { return drawingName + character }

// FromDrawing are the characters that a drawing with a name stands for; ok is false where
// it stands for no sign.
func FromDrawing(name string) (character string, ok bool) {
	character, ok = strings.CutPrefix(name, drawingName)
	if _, n, isSign := Of(character); !ok || !isSign || n != len(character) {
		return "", false
	}
	return character, true
}
