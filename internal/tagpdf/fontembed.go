package tagpdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/sfnt"
)

// fontObjects are the objects of all fonts, each with the characters that were drawn.
func (w *Writer) fontObjects() (all [][]byte, err error) {
	for f := range fontCount {
		objects, err := w.embedded(f)
		if err != nil {
			return nil, fmt.Errorf("embedding the font %s: %w", f.postScriptName(), err)
		}
		all = append(all, objects...)
	}
	return all, nil
}

// embedded are the objects of a font whose codes are the characters (ISO 32000-1, 9.7): the
// font, its descendant, which has the glyphs, the characters for readers, and what the
// descendant refers to.
func (w *Writer) embedded(f Font) ([][]byte, error) {
	runes := w.used[f].sorted()
	glyphs, err := faces[f]().glyphs(runes)
	if err != nil {
		return nil, err
	}
	file := fpdf.UTF8CutFont(f.data(), string(runes))
	name, n := subsetTag(f, runes)+"+"+f.postScriptName(), w.fontObject(f)
	const missing = 750 // the width of what the font lacks
	return [][]byte{
		fmt.Appendf(nil, "<</Type /Font\n/Subtype /Type0\n/BaseFont /%s\n/Encoding /Identity-H\n/DescendantFonts [%d 0 R]\n/ToUnicode %d 0 R>>",
			name, n+1, n+2),
		fmt.Appendf(nil, "<</Type /Font\n/Subtype /CIDFontType2\n/BaseFont /%s\n/CIDSystemInfo %d 0 R\n/FontDescriptor %d 0 R\n/DW %d\n/W [%s ]\n/CIDToGIDMap %d 0 R>>",
			name, n+3, n+4, missing, faces[f]().widths(runes), n+5),
		stream("", toUnicode(runes)),
		[]byte("<</Registry (Adobe)\n/Ordering (UCS)\n/Supplement 0>>"),
		fmt.Appendf(nil, "<</Type /FontDescriptor /FontName /%s\n /Ascent 905 /Descent -211 /CapHeight 687 %s /MissingWidth %d/FontFile2 %d 0 R>>",
			name, f.descriptor(), missing, n+6),
		fontStream("/Filter /FlateDecode", glyphs),
		fontStream(fmt.Sprintf("\n/Filter /FlateDecode\n/Length1 %d\n", len(file)), file),
	}, nil
}

// descriptor is what differs between the fonts' descriptors (9.8).
func (f Font) descriptor() string {
	return [...]string{
		"/Flags 4/FontBBox [-543 -303 1301 979]  /ItalicAngle 0 /StemV 87",
		"/Flags 262148/FontBBox [-481 -376 1304 1033]  /ItalicAngle 0 /StemV 165",
		"/Flags 68/FontBBox [-664 -303 1360 1014]  /ItalicAngle -12 /StemV 87",
	}[f]
}

// glyphs gives each two-byte code the number of its glyph in a font that has those of some
// characters alone, in their old order, behind the one for what is missing.
func (fc *face) glyphs(runes []rune) ([]byte, error) {
	fc.mu.Lock()
	defer fc.mu.Unlock()
	old, kept := make([]sfnt.GlyphIndex, len(runes)), []sfnt.GlyphIndex{0}
	for i, r := range runes {
		g, err := fc.font.GlyphIndex(&fc.buf, r)
		if err != nil {
			return nil, err
		}
		old[i], kept = g, append(kept, g)
	}
	slices.Sort(kept)
	kept = slices.Compact(kept)
	codes := make([]byte, 2<<16)
	for i, r := range runes {
		g, _ := slices.BinarySearch(kept, old[i])
		binary.BigEndian.PutUint16(codes[2*r:], uint16(g))
	}
	return codes, nil
}

// A widthRun is the widths of characters that follow each other.
type widthRun struct {
	first  rune
	widths []int32
	alike  bool // ends as it begins, and may be one width throughout
}

// addWidth adds a character, which follows those before or not.
func addWidth(runs []widthRun, r rune, width int32) []widthRun {
	if len(runs) > 0 {
		last := &runs[len(runs)-1]
		n := len(last.widths) - 1
		switch follows, same := r == last.first+rune(n)+1, width == last.widths[n]; {
		case !follows || last.alike && !same:
		case !same:
			last.widths = append(last.widths, width)
			return runs
		case width == last.widths[0]:
			last.widths, last.alike = append(last.widths, width), true
			return runs
		default:
			last.widths = last.widths[:n]
			return append(runs, widthRun{r - 1, []int32{width, width}, true})
		}
	}
	return append(runs, widthRun{first: r, widths: []int32{width}})
}

// widths are those of the characters of one byte, as far as the font is used, and of the
// others of some: lists of them, and ranges of three or more that are alike (9.7.4.3).
func (fc *face) widths(runes []rune) string {
	var runs []widthRun
	if len(runes) > 0 {
		for r := ' '; r <= min(0xFF, runes[len(runes)-1]); r++ {
			if width := fc.width(r); width >= 0 {
				runs = addWidth(runs, r, width)
			}
		}
	}
	for _, r := range runes {
		if r > 0xFF {
			runs = addWidth(runs, r, fc.width(r))
		}
	}
	var joined []widthRun
	afterRange := false
	for _, run := range runs {
		isRange := run.alike && len(run.widths) > 2
		if n := len(joined) - 1; n >= 0 && !isRange && !afterRange && run.first == joined[n].first+rune(len(joined[n].widths)) {
			joined[n].widths = append(joined[n].widths, run.widths...)
		} else {
			joined = append(joined, run)
		}
		afterRange = isRange
	}
	var b strings.Builder
	for _, run := range joined {
		if one := run.widths[0]; !slices.ContainsFunc(run.widths, func(w int32) bool { return w != one }) {
			fmt.Fprintf(&b, " %d %d %d", run.first, int(run.first)+len(run.widths)-1, one)
		} else {
			fmt.Fprintf(&b, " %d [ %s ]\n", run.first, strings.Trim(fmt.Sprint(run.widths), "[]"))
		}
	}
	return b.String()
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
