package tagpdf

import (
	"bytes"
	"fmt"
	"strconv"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

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
// each image once, so that fpdf embeds them.
func (w *Writer) frame() (file []byte, err error) {
	p := fpdf.New("P", "pt", "A4", "")
	describe(p, w.info)
	reserve(p)
	defer func() {
		if r := recover(); r != nil { // on forms of PNG that fpdf's reader doesn't know
			err = fmt.Errorf("embedding images: %v", r)
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
		return nil, fmt.Errorf("embedding images: %w", err)
	}
	return b.Bytes(), nil
}

func (w *Writer) embed(p *fpdf.Fpdf) {
	for _, img := range w.images {
		p.RegisterImageReader(img.name, img.kind, bytes.NewReader(img.data))
		p.Image(img.name, 0, 0, 1, 1, false, img.kind, 0, "")
	}
}

// imageResource is an image's name in the resources of pages, by its index.
func imageResource(i int) string { return "Im" + strconv.Itoa(i+1) }
