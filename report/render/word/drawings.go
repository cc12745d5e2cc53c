package word

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // for their sizes
	_ "image/png"

	"apr/internal/document"
)

// Drawing is a figure's chart: as vectors, and as pixels for programs that don't
// draw those, with its size in points.
type Drawing struct {
	SVG, PNG      []byte
	Width, Height float64
}

// emu are the units of sizes in drawings: 12,700 a point.
const emu = 12700

// chart writes a chart within the line.
func (w *writer) chart(d Drawing, name, alt string) {
	scale := min(1, float64(w.width()-w.indent)/20/d.Width, mostHeight/d.Height)
	pixels := w.relations.add("image", w.file.picture(d.PNG, ".png"))
	vectors := w.relations.add("image", w.file.picture(d.SVG, ".svg"))
	w.drawing(drawing{
		name: name, alt: alt, width: d.Width * scale, height: d.Height * scale, pixels: pixels,
		more: `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="` + vectors + `"/></a:ext></a:extLst>`,
	})
}

// mostHeight is of a picture, in points: a page with its caption.
const mostHeight = 560.0

// drawing is a picture within the line; it never floats, so that it is read where
// it is.
type drawing struct {
	name, alt     string
	decorative    bool
	width, height float64 // in points
	link          string  // the relation to where it leads, or ""
	pixels, more  string  // the relation to its file, and what else the file's place has
}

func (w *writer) drawing(d drawing) {
	w.file.drawings++
	id := fmt.Sprint(w.file.drawings)
	size := fmt.Sprintf(`cx="%d" cy="%d"`, max(int(d.width*emu), 1), max(int(d.height*emu), 1))
	if d.name == "" {
		d.name = "Picture " + id
	}
	w.raw(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent `, size, `/><wp:docPr id="`, id, `" name="`)
	w.text(d.name)
	w.raw(`" descr="`)
	w.text(d.alt)
	w.raw(`">`)
	if d.link != "" {
		w.raw(`<a:hlinkClick r:id="`, d.link, `"/>`)
	}
	if d.decorative {
		w.raw(`<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>`)
	}
	w.raw(`</wp:docPr><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="`, id, `" name="`)
	w.text(d.name)
	w.raw(`" descr="`)
	w.text(d.alt)
	w.raw(`"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="`, d.pixels, `">`, d.more,
		`</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext `, size,
		`/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
}

// pictureFile is a picture from the project, no larger than fits and else at 150 dots an
// inch, as in print.
func (w *writer) pictureFile(data []byte, mediaType string, mostWidth, mostHeight float64) (drawing, error) {
	return w.sizedFile(data, mediaType, 0, mostWidth, mostHeight)
}

// sizedFile is a picture as wide as is wanted, in points; 0 leaves it as pictureFile does.
func (w *writer) sizedFile(data []byte, mediaType string, wanted, mostWidth, mostHeight float64) (drawing, error) {
	const dotsPerInch = 150
	size, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return drawing{}, err
	}
	extension := ".png"
	if mediaType == "image/jpeg" {
		extension = ".jpg"
	}
	width, height := float64(size.Width)*72/dotsPerInch, float64(size.Height)*72/dotsPerInch
	if wanted > 0 {
		width, height = wanted, height*wanted/width
	}
	k := min(mostWidth/width, mostHeight/height, 1)
	return drawing{width: width * k, height: height * k, pixels: w.relations.add("image", w.file.picture(data, extension))}, nil
}

// brandPicture writes a logo or the cover's picture in a paragraph of its own.
func (w *writer) brandPicture(b *document.BrandPicture, mostWidth, mostHeight float64) error {
	if b == nil {
		return nil
	}
	d, err := w.pictureFile(b.Data, b.MediaType, mostWidth, mostHeight)
	if err != nil {
		return fmt.Errorf("%s: the picture of the brand: %w", b.Position, err)
	}
	d.alt, d.decorative = b.Alt, b.Alt == ""
	return w.paragraph(paragraph{style: "CoverPicture"}, func() error {
		w.drawing(d)
		return nil
	})
}
