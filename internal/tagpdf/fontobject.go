package tagpdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"apr/internal/lazyregexp"
)

// objectsOfFont is how many objects a font takes.
const objectsOfFont = 7

// fontObject is the number of a font's first object. Those of fonts follow the pages'.
func (w *Writer) fontObject(f Font) int { return firstPage + 2*len(w.pages) + objectsOfFont*int(f) }

// reserve has fpdf keep the numbers of the fonts' objects: it writes one object for a font
// that each reader of PDF has. To embed one it reads its tables twice, names it by a
// digest of 65,536 widths, and makes a compressor of a megabyte for each stream.
func reserve(p *fpdf.Fpdf) {
	for i := range objectsOfFont * int(fontCount) {
		p.AddFontFromBytes(fmt.Sprintf("reserved%02d", i), "", []byte(`{"Tp": "Core"}`), nil)
	}
}

// fonts puts the fonts' objects where their numbers are kept.
func (t *tagger) fonts(objects [][]byte) error {
	kept := []byte("<</Type /Font\n/BaseFont /\n/Subtype /Type1\n")
	first := t.w.fontObject(Regular)
	for n, object := range objects {
		if n += first; n >= len(t.file.objects) || !bytes.HasPrefix(t.file.objects[n], kept) {
			return fmt.Errorf("object %d isn't kept for a font", n)
		}
		t.file.objects[n] = object
	}
	return t.resources()
}

// resourceNames is what fpdf writes of the fonts and images that pages may use;
// it names each by a digest.
var (
	resourceNames = lazyregexp.Lazy(`(?s)/Font <<.*?>>\n/XObject <<(.*?)>>`)
	imageObject   = lazyregexp.Lazy(`/I(\w+) (\d+) 0 R`)
	imageDrawn    = lazyregexp.Lazy(`/I(\w+) Do`)
)

// resources gives fonts and images the names that the pages' content has for them.
func (t *tagger) resources() error {
	m := resourceNames().FindSubmatchIndex(t.file.objects[resources])
	if m == nil {
		return fmt.Errorf("object %d names no fonts and images", resources)
	}
	old := t.file.objects[resources]
	objects := map[string]string{}
	for _, image := range imageObject().FindAllSubmatch(old[m[2]:m[3]], -1) {
		objects[string(image[1])] = string(image[2])
	}
	drawn := imageDrawn().FindAllSubmatch(t.file.objects[firstPage+1], -1)
	if len(drawn) != len(t.w.images) {
		return fmt.Errorf("%d images in the file, %d drawn", len(drawn), len(t.w.images))
	}
	numbers := make([]int, len(drawn))
	for i, image := range drawn {
		n, err := strconv.Atoi(objects[string(image[1])])
		if err != nil || n >= len(t.file.objects) {
			return fmt.Errorf("the image %s isn't among the resources", image[1])
		}
		numbers[i] = n
	}
	if err := t.orderImages(numbers); err != nil {
		return err
	}
	names := []byte("/Font <<")
	for f := range fontCount {
		names = fmt.Appendf(names, "/%s %d 0 R ", f.resource(), t.w.fontObject(f))
	}
	names = append(names, ">>\n/XObject <<"...)
	for i, n := range numbers {
		names = fmt.Appendf(names, "/%s %d 0 R ", imageResource(i), n)
	}
	t.file.objects[resources] = slices.Concat(old[:m[0]], append(names, ">>"...), old[m[1]:])
	return nil
}
