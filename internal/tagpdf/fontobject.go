package tagpdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"apr/internal/lazyregexp"
)

var (
	compositeFont  = lazyregexp.Lazy(`/BaseFont /utf8` + family + `(B|I)?\n/Encoding /Identity-H\n/DescendantFonts \[(\d+) 0 R\]\n/ToUnicode (\d+) 0 R`)
	fontDescriptor = lazyregexp.Lazy(`/FontDescriptor (\d+) 0 R`)
	fontName       = lazyregexp.Lazy(`/(BaseFont|FontName) /utf8` + family + `[BI]?`)
)

// fonts gives each font a character map that names what was drawn, and its
// PostScript name with a subset tag. fpdf maps one range from <0000> to <FFFF>,
// but a range may not cross codes that differ in their first byte (ISO 32000-1,
// 9.10.3): readers then know no character above U+00FF.
func (t *tagger) fonts() error {
	var found [fontCount]int
	for n, object := range t.file.objects[:t.first] {
		m := compositeFont().FindSubmatch(object)
		if m == nil {
			continue
		}
		face := map[string]Font{"": Regular, "B": Bold, "I": Italic}[string(m[1])]
		descendant, _ := strconv.Atoi(string(m[2]))
		characters, _ := strconv.Atoi(string(m[3]))
		if err := t.nameFont(face, n, descendant, characters); err != nil {
			return err
		}
		found[face] = n
	}
	if i := slices.Index(found[:], 0); i >= 0 {
		return fmt.Errorf("the font %s isn't in the file", Font(i).postScriptName())
	}
	return t.resources(found)
}

// resourceNames is what fpdf writes of the fonts and images that pages may use;
// it names each by a digest.
var (
	resourceNames = lazyregexp.Lazy(`(?s)/Font <<.*?>>\n/XObject <<(.*?)>>`)
	imageObject   = lazyregexp.Lazy(`/I(\w+) (\d+) 0 R`)
	imageDrawn    = lazyregexp.Lazy(`/I(\w+) Do`)
)

// resources gives fonts and images the names that the pages' content has for them.
func (t *tagger) resources(fonts [fontCount]int) error {
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
	for f, n := range fonts {
		names = fmt.Appendf(names, "/%s %d 0 R ", Font(f).resource(), n)
	}
	names = append(names, ">>\n/XObject <<"...)
	for i, n := range numbers {
		names = fmt.Appendf(names, "/%s %d 0 R ", imageResource(i), n)
	}
	t.file.objects[resources] = slices.Concat(old[:m[0]], append(names, ">>"...), old[m[1]:])
	return nil
}

func (t *tagger) nameFont(face Font, font, descendant, characters int) error {
	objects := t.file.objects
	if descendant >= len(objects) || characters >= len(objects) {
		return fmt.Errorf("font object %d refers to objects that aren't there", font)
	}
	m := fontDescriptor().FindSubmatch(objects[descendant])
	if m == nil {
		return fmt.Errorf("font object %d has no descriptor", descendant)
	}
	descriptor, _ := strconv.Atoi(string(m[1]))
	if descriptor >= len(objects) {
		return fmt.Errorf("font descriptor %d is missing", descriptor)
	}
	runes := t.w.used[face].sorted()
	objects[characters] = stream("", toUnicode(runes))
	name := []byte("/$1 /" + subsetTag(face, runes) + "+" + face.postScriptName())
	for _, n := range []int{font, descendant, descriptor} {
		if !fontName().Match(objects[n]) {
			return fmt.Errorf("object %d names no font", n)
		}
		objects[n] = fontName().ReplaceAll(objects[n], name)
	}
	return nil
}

// subsetTag is six letters that tell subsets of a font apart (9.6.4).
func subsetTag(face Font, runes []rune) string {
	sum := sha256.Sum256([]byte(face.postScriptName() + string(runes)))
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:])
}

// toUnicode is the character map of a font whose codes are the characters.
func toUnicode(runes []rune) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // mappings in one block
	for part := range slices.Chunk(runes, most) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, r := range part {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", r, r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}
