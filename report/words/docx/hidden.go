package docx

import (
	"slices"
	"strings"
)

// Words that are hidden in Word aren't printed, and those who read the file may never have
// seen them. So they are no part of a text, and told.

// hides reports whether a run's words are hidden: as it says itself, else by the style
// of its letters or of its paragraph; where both hide, each takes back what the other says.
func (r *reader) hides(props *element, c runContext) bool {
	if v := props.kid("w:vanish"); v != nil {
		return v.on()
	}
	return r.styleHides(props.kid("w:rStyle").attr("val")) != r.styleHides(c.style)
}

// styleHides is what a style says of hiding, or the nearest of those that it is based on.
func (r *reader) styleHides(id string) bool {
	hidden := false
	r.chain(id, func(s style) bool {
		if s.vanish != nil {
			hidden = s.vanish.on()
		}
		return s.vanish != nil
	})
	return hidden
}

// hiddenRun leaves out a hidden run, but for what has a place and no words: the marks of
// fields and of comments.
func (r *reader) hiddenRun(e *element, b *Block) {
	for _, k := range e.kids {
		switch k.name {
		case "w:commentReference":
			r.commentMark(k)
		case "w:fldChar", "w:instrText":
			r.field(k)
		case "w:drawing", "w:pict", "w:object":
			r.hide(hiddenDrawing, "", b)
		}
	}
	r.hide(hiddenWords, visible(e), b)
}

const (
	hiddenWords   = "hidden words"
	hiddenDrawing = "a hidden picture or text box"
)

// visible are the words of a run, with blanks for what moves on.
func visible(e *element) string {
	var b strings.Builder
	for _, k := range e.kids {
		switch k.name {
		case "w:t":
			b.WriteString(k.text)
		case "w:tab", "w:br", "w:cr":
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// hide notes what is hidden; words that follow on each other in a paragraph are told
// together.
func (r *reader) hide(what, words string, b *Block) {
	if b.Locked || what == hiddenWords && strings.TrimSpace(words) == "" {
		return
	}
	r.hidden++
	at := r.place()
	if n := len(r.file.Losses) - 1; n >= 0 && r.file.Losses[n].What == what && slices.Contains(r.loose, what) {
		r.file.Losses[n].Words += words
		return
	}
	r.loose = append(r.loose, what)
	r.file.Losses = append(r.file.Losses, Loss{What: what, Place: at, Block: r.block(), Words: words, Hidden: true})
}

// isHidden reports whether a drawing is hidden: in the pane where one selects them, or by
// its style, as older files have it.
func isHidden(drawing *element) bool {
	switch drawing.find("wp:docPr").attr("hidden") {
	case "1", "true", "on":
		return true
	}
	shape := drawing.find("v:shape")
	return strings.Contains(strings.ReplaceAll(shape.attr("style"), " ", ""), "visibility:hidden")
}
