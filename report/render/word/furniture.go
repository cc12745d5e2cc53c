package word

import (
	"apr/internal/document"
	"apr/internal/wording"
)

// Furniture is what is at the head and the foot of pages: on the cover, on
// portrait pages and on landscape ones.
var ways = []string{"cover", "portrait", "landscape"}

// furnitureID is the relation of a head or foot.
func furnitureID(kind, way string) string { return kind + "-" + way }

// furniture adds heads and feet to the file.
func (f *file) furniture() {
	for _, way := range ways {
		for _, kind := range []string{"header", "footer"} {
			w := &writer{file: f, relations: &relations{}}
			tag := "w:hdr"
			if kind == "footer" {
				tag = "w:ftr"
			}
			w.raw(declaration, "<", tag, " ", nsMain, " ", nsRelationships, ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">`, "\n")
			if kind == "header" {
				w.head(way)
			} else {
				w.foot(way)
			}
			w.raw("</", tag, ">\n")
			name := kind + "-" + way + ".xml"
			f.parts = append(f.parts, part{"word/" + name, wordType + kind + "+xml", w.buf})
			f.body.raw(`<Relationship Id="`, furnitureID(kind, way), `" Type="`, officeRelations, kind, `" Target="`, name, `"/>`)
		}
	}
}

// head writes the label, the running head, whose report it is and which, and in
// drafts the watermark.
func (w *writer) head(way string) {
	m := w.file.meta
	w.label()
	style := "Header"
	if way == "cover" {
		style = "Footer" // which has no line
	}
	_ = w.paragraph(paragraph{style: style}, func() error { // no run fails
		if way != "cover" {
			w.field("TITLE", title(m), format{})
		}
		w.watermark(way)
		return nil
	})
}

// foot writes how far the report can be relied on, the page's number, and the label.
func (w *writer) foot(way string) {
	style := "Footer"
	if way == "landscape" {
		style = "FooterLandscape"
	}
	_ = w.paragraph(paragraph{style: style}, func() error {
		if way == "cover" {
			return nil
		}
		standing, lang := w.file.meta.Told(w.file.meta.Standing)
		w.run(standing, format{bold: true, lang: lang})
		w.raw("<w:r><w:tab/></w:r>")
		w.pageNumber()
		return nil
	})
	w.label()
}

// pageNumber writes which page it is, and of how many, as fields.
func (w *writer) pageNumber() {
	const row = "Page {page} of {pages}"
	fields := []string{"PAGE", "NUMPAGES"} // by the row's places
	words, lang := w.file.meta.Own(row)
	for _, p := range wording.Pieces(row, words) {
		if p.Value < 0 {
			w.run(p.Text, format{lang: lang})
		} else {
			w.field(fields[p.Value], "1", format{lang: lang})
		}
	}
}

// label writes the protective marking.
func (w *writer) label() {
	if label := w.file.meta.Label; label != "" {
		_ = w.words(paragraph{style: "Label"}, label, "")
	}
}

// watermark writes what Word itself writes for one, so that Word can take it away.
func (w *writer) watermark(way string) {
	words := w.file.meta.Said(w.file.meta.Watermark)
	if words == "" {
		return
	}
	id := map[string]string{"cover": "1", "portrait": "2", "landscape": "3"}[way]
	width, height := "460pt", "115pt"
	if n := len([]rune(words)); n > 8 {
		height = "60pt"
	}
	w.raw(`<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">`,
		`<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>`,
		`<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>`,
		`<v:shape id="PowerPlusWaterMarkObject`, id, `" o:spid="_x0000_s205`, id, `" type="#_x0000_t136" alt="" style="position:absolute;margin-left:0;margin-top:0;width:`, width, `;height:`, height,
		`;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold" string="`)
	w.text(words)
	w.raw(`"/></v:shape></w:pict></w:r>`)
}

// title is the file's, and the running head.
func title(m document.Meta) string {
	if m.Authority == "" {
		return m.Title
	}
	return m.Title + ", " + m.Authority
}
