package docx

import (
	"path"
	"strings"

	"apr/internal/document"
)

// What becomes of what can't be taken over, and what to do about it in Word.
const (
	thenChart    = "nothing of it is kept; in Word, cut it and paste it again as a picture (Home > Paste > Paste Special > Picture (PNG)), with alternative text that says what it shows"
	thenInsert   = "it isn't kept; in Word, delete it and insert it from its file (Insert > Pictures > This Device), without a link to the file"
	thenApart    = "it isn't kept; in Word, put it into a paragraph of its own"
	thenFromCell = "it isn't kept; in Word, put it below the table, into a paragraph of its own"
	thenFromNote = "it isn't kept; in Word, put it into the text"
	thenSheet    = "nothing of it is kept; in Word, copy what it shows into the text, a sheet as a table"
	thenFile     = "nothing of it is kept; open the file in Word and save it, which makes words of it, and take it in again"
	thenShapes   = "nothing of it is kept; in Word, write its words into the text"
	thenSign     = "it isn't kept; in Word, choose it from the letters of the text (Insert > Symbol > Font: (normal text)), or write what it means"
	thenNote     = "nothing of it is kept; in Word, delete its mark and write it again (References > Insert Footnote)"
)

// drawing reads a picture, or what stands in its place.
func (r *reader) drawing(e *element, c runContext) {
	if isHidden(e) {
		r.hide(hiddenDrawing, "", c.block)
		return
	}
	if boxes := textBoxes(e, nil); len(boxes) > 0 {
		r.lose("a text box", c.block)
		r.boxes = append(r.boxes, boxes...)
		return
	}
	switch {
	case e.find("c:chart") != nil || e.find("cx:chart") != nil:
		r.loseAll("a chart", describedAs(e), thenChart, c.block)
	case e.find("dgm:relIds") != nil:
		r.smartArt(e, c)
	default:
		r.picture(e, c.block)
	}
}

// textBoxes are those of a drawing, and not those within another.
func textBoxes(e *element, out []*element) []*element {
	for _, k := range e.kids {
		switch {
		case k.name == "w:txbxContent":
			out = append(out, k)
		case k.name == "mc:AlternateContent":
			if choice := alternative(k); choice != nil {
				out = textBoxes(choice, out)
			}
		default:
			out = textBoxes(k, out)
		}
	}
	return out
}

// describedAs is the alternative text of a drawing.
func describedAs(e *element) string {
	props := e.find("wp:docPr")
	if props == nil {
		props = e.find("v:shape")
	}
	alt := props.attr("descr")
	if alt == "" {
		alt = props.attr("alt")
	}
	return strings.Join(strings.Fields(alt), " ")
}

// smartArt reads the words in the shapes of SmartArt.
func (r *reader) smartArt(e *element, c runContext) {
	words := &element{name: "w:txbxContent"}
	if rel, found := r.relations[e.find("dgm:relIds").relID("dm")]; found && !rel.external {
		if tree, err := r.archive.tree(rel.target); err == nil && tree != nil {
			for _, t := range smartWords(tree, nil) {
				words.kids = append(words.kids, &element{name: "w:p", kids: []*element{{name: "w:r", kids: []*element{{name: "w:t", text: t}}}}})
			}
		}
	}
	if len(words.kids) == 0 {
		r.loseAll("SmartArt", describedAs(e), thenShapes, c.block)
		return
	}
	r.lose("SmartArt", c.block)
	r.boxes = append(r.boxes, words)
}

// smartWords are the words in the shapes of SmartArt.
func smartWords(e *element, out []string) []string {
	if e.name == "dgm:t" {
		if s := e.words("a:t"); s != "" {
			out = append(out, s)
		}
		return out
	}
	for _, k := range e.kids {
		out = smartWords(k, out)
	}
	return out
}

// picture reads an image that stands in the file.
func (r *reader) picture(e *element, b *Block) {
	blip := e.find("a:blip")
	id := blip.relID("embed")
	if v := e.find("v:imagedata"); blip == nil && v != nil {
		id = v.relID("id")
	}
	alt := describedAs(e)
	rel, found := r.relations[id]
	switch {
	case !found && blip.relID("link") != "", found && rel.external:
		r.loseAll("a picture that lies outside of the file", alt, thenInsert, b)
		return
	case !found && id != "":
		r.loseAll("a picture that isn't in the file", alt, thenInsert, b)
		return
	case !found: // a line or a shape
		return
	}
	data, err := r.archive.read(rel.target)
	if err != nil || data == nil {
		r.loseAll("a picture that can't be read", alt, thenInsert, b)
		return
	}
	if b.Picture != nil {
		r.loseAll("a second picture in one paragraph", alt, thenApart, b)
		return
	}
	link := ""
	if to := r.relations[e.find("wp:docPr").find("a:hlinkClick").relID("id")]; to.external && followable(to.target) {
		link = to.target
	} else if to.external {
		r.loseLink(to.target, b)
	}
	b.Picture = &document.Picture{Link: link, Alt: alt, Data: data, File: path.Base(rel.target)}
}
