package tagpdf

import (
	"bytes"
	"fmt"
	"strconv"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// Fonts are the embedded faces in an empty document of fpdf's, being loaded. That
// takes a sixth of the time that a report takes, and needs nothing of it.
type Fonts struct{ loaded chan *fpdf.Fpdf }

// LoadFonts begins to load the fonts of one document.
func LoadFonts() Fonts {
	f := Fonts{make(chan *fpdf.Fpdf, 1)}
	go func() {
		f.loaded <- withFonts()
		close(f.loaded)
	}()
	return f
}

// take is the document with the fonts; another where it was taken before.
func (f Fonts) take() *fpdf.Fpdf {
	if p := <-f.loaded; p != nil {
		return p
	}
	return withFonts()
}

func withFonts() *fpdf.Fpdf {
	p := fpdf.New("P", "pt", "A4", "")
	for f := range fontCount {
		// fpdf's subsetting may write into the bytes that it is given.
		p.AddUTF8FontFromBytes(family, f.style(), bytes.Clone(f.data()))
	}
	return p
}

// describe sets everything in fpdf's document that would otherwise depend on the
// clock or on map order.
func describe(p *fpdf.Fpdf, info Info) {
	p.SetAutoPageBreak(false, 0)
	p.SetCatalogSort(true)
	p.SetCompression(false) // of pages, whose content the writer has
	date := info.Date
	if date.IsZero() {
		date = time.Unix(0, 0) // fpdf would take the clock's; removed again at the end
	}
	p.SetCreationDate(date.UTC())
	p.SetModificationDate(date.UTC())
	p.SetLang(info.Language)
	p.SetTitle(info.Title, true)
	p.SetAuthor(info.Author, true)
	p.SetSubject(info.Subject, true)
	p.SetCreator(info.Generator, true)
	p.SetProducer(producer(info), true)
	p.SetXmpMetadata(xmp(info))
}

func producer(info Info) string {
	if info.Generator == "" {
		return "go-pdf/fpdf"
	}
	return info.Generator + " (go-pdf/fpdf)"
}

// frame is fpdf's file: all pages, and on the first, in place of its content,
// each character and each image once, so that fpdf embeds them.
func (w *Writer) frame() (file []byte, err error) {
	p := w.fonts.take()
	describe(p, w.info)
	defer func() {
		if r := recover(); r != nil { // on forms of PNG that fpdf's reader doesn't know
			err = fmt.Errorf("embedding fonts and images: %v", r)
		}
	}()
	for i, page := range w.pages {
		orientation := "P"
		if page.orientation == Landscape {
			orientation = "L"
		}
		p.AddPageFormat(orientation, fpdf.SizeType{Wd: A4Short, Ht: A4Long})
		if i == 0 {
			w.embed(p)
		}
	}
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		return nil, fmt.Errorf("embedding fonts and images: %w", err)
	}
	return b.Bytes(), nil
}

func (w *Writer) embed(p *fpdf.Fpdf) {
	for f := range fontCount {
		p.SetFont(family, f.style(), 10)
		p.Text(0, 0, string(w.used[f].sorted()))
	}
	for _, img := range w.images {
		p.RegisterImageReader(img.name, img.kind, bytes.NewReader(img.data))
		p.Image(img.name, 0, 0, 1, 1, false, img.kind, 0, "")
	}
}

// imageResource is an image's name in the resources of pages, by its index.
func imageResource(i int) string { return "Im" + strconv.Itoa(i+1) }
