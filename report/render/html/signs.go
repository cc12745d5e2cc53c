package html

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/image/math/f64"

	"apr/report/render/sign"
)

// words writes text for an element's content, with its signs drawn: a reader's
// font may lack them, and a screen reader say nothing of them.
func (w *writer) words(s string) {
	if !sign.Any(s) {
		w.text(s)
		return
	}
	for text, found := range sign.Pieces(s) {
		if found != nil {
			w.sign(*found)
		} else {
			w.text(text)
		}
	}
}

// sign draws a sign within text.
func (w *writer) sign(s sign.Sign) {
	id := prefix + "sign-" + strings.ReplaceAll(s.Name, " ", "-")
	if w.signs == nil {
		w.signs = map[string]string{}
	}
	w.signs[id] = signShape(s)
	name, lang := w.meta.Own(s.Name)
	w.raw(`<svg class="sign" role="img" aria-label="`, escape(name), `"`, langOf(lang), ` width="0.9em" height="0.9em"><use href="#`, id, `"/></svg>`)
}

// signShape is a sign as SVG, 16 by 16.
func signShape(s sign.Sign) string {
	var b strings.Builder
	edge := ""
	if s.Edge {
		edge = fmt.Sprintf(` stroke="%s"`, s.Ink)
	}
	if s.Disc {
		fmt.Fprintf(&b, `<circle cx="8" cy="8" r="7.5" fill="%s"%s/>`, inkOf(s.Fill), edge)
	} else if s.Field != nil {
		fmt.Fprintf(&b, `<path fill="%s"%s d="%sz"/>`, inkOf(s.Fill), edge, pathOf(s.Field))
	}
	for _, m := range s.Marks {
		fmt.Fprintf(&b, `<path fill="none" stroke="%s" stroke-width="%s" d="%s"/>`, inkOf(s.Ink), coordinate(s.Width), pathOf(m))
	}
	return b.String()
}

func inkOf(colour string) string {
	if colour == "" {
		return "currentColor"
	}
	return colour
}

func pathOf(points []f64.Vec2) string {
	var b strings.Builder
	for i, p := range points {
		b.WriteString(map[bool]string{true: "M", false: "L"}[i == 0])
		b.WriteString(coordinate(p[0]) + " " + coordinate(p[1]))
	}
	return b.String()
}

// coordinate is a length of a unit square in one of 16, to a hundredth.
func coordinate(v float64) string {
	return strconv.FormatFloat(float64(int(v*1600+.5))/100, 'f', -1, 64)
}
