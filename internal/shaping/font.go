// Package shaping sets text in scripts that the report's own font doesn't have, in a
// font that the project names: which glyphs stand for its characters, where each of
// them is, which way the text runs and where its lines may end. It gives glyphs as
// outlines, for the PDF, and the part of the font that a text needs, for web pages.
//
// Shaping itself is go-text's, a port of HarfBuzz. What is here reads font files that
// may be damaged or made to harm: they are refused before anything is made of them
// that is larger than they are.
package shaping

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"golang.org/x/image/font/sfnt"
)

// MostBytes is the largest font file that is read: fonts of all Chinese characters
// have 20 MB.
const MostBytes = 32 << 20

// TooManyBytes is the error of a larger one.
func TooManyBytes() *Unusable {
	return &Unusable{fmt.Sprintf("it has more than %d MB", MostBytes>>20), "use a font of fewer scripts"}
}

// Unusable is why a font can't be used, and what to do.
type Unusable struct{ Message, Hint string }

func (u *Unusable) Error() string { return u.Message }

const again = "get the file again from where it is published"

var (
	errDamaged = &Unusable{"it is damaged", again}
	errCutOff  = &Unusable{"it is damaged: it ends too early", again}
)

// Font is a font that a project names for languages. It is safe for concurrent use.
type Font struct {
	// File is its path in the project, Languages the tags that it is for.
	File      string
	Languages []string
	// Family is its name, such as Noto Naskh Arabic.
	Family string
	// Height is how far its lines are apart, in ems.
	Height float64

	tables  tables
	em      float64 // units
	divided bool    // whether its licence lets a part of it be embedded

	mu       sync.Mutex
	face     *font.Face
	harfbuzz *harfbuzz.Font
	outlines *sfnt.Font
	buffer   sfnt.Buffer
	drawn    map[int]*Outline
}

// Open reads a font file, TrueType or a collection's first font. The error is an
// *Unusable: of a file that is no font, that is damaged or too large, and of one whose
// licence, by its table OS/2, doesn't let documents hold it.
func Open(data []byte) (f *Font, err error) {
	defer func() {
		if p := recover(); p != nil { // the library's, of a table that it trusts
			f, err = nil, errDamaged
		}
	}()
	if len(data) > MostBytes {
		return nil, TooManyBytes()
	}
	all, err := readTables(data)
	if err != nil {
		return nil, err
	}
	f = &Font{tables: all, drawn: map[int]*Outline{}}
	if err := f.licence(); err != nil {
		return nil, err
	}
	if err := f.checked(); err != nil {
		return nil, err
	}
	drawing := all.pick("head", "maxp", "hhea", "hmtx", "cmap", "loca", "glyf")
	drawing["post"] = noNames()
	if f.outlines, err = sfnt.Parse(drawing.file()); err != nil {
		return nil, errDamaged
	}
	// Without outlines, bitmaps and colours, which it would all read at once.
	if f.face, err = font.ParseTTF(bytes.NewReader(all.pick("head", "maxp", "hhea", "hmtx", "cmap", "OS/2", "GSUB", "GPOS", "GDEF").file())); err != nil {
		return nil, errDamaged
	}
	f.harfbuzz = harfbuzz.NewFont(f.face)
	f.Family = all["name"].family()
	f.Height = float64(all["hhea"].i16(4)-all["hhea"].i16(6)+all["hhea"].i16(8)) / f.em
	return f, nil
}

// What OS/2 says of embedding (fsType, OpenType 1.9).
const (
	restricted    = 0x0002 // not at all, unless a freer bit is set too
	previewPrint  = 0x0004
	editable      = 0x0008
	notDivided    = 0x0100 // whole or not at all
	onlyAsBitmaps = 0x0200
)

// licence holds the font to what it says of embedding. A font without the table says
// nothing.
func (f *Font) licence() error {
	says := f.tables["OS/2"].u16(8)
	const hint = "use a font with a free licence, such as the Noto fonts (SIL Open Font License), or ask its maker for a licence and a file that says so"
	switch {
	case says&restricted != 0 && says&(previewPrint|editable) == 0:
		return &Unusable{"its licence doesn't let documents hold it (OS/2 fsType: restricted)", hint}
	case says&onlyAsBitmaps != 0:
		return &Unusable{"its licence lets documents hold its bitmaps only (OS/2 fsType)", hint}
	}
	f.divided = says&notDivided == 0
	return nil
}

// checked holds the tables to bounds before a library reads them.
func (f *Font) checked() error {
	head, maxp := f.tables["head"], f.tables["maxp"]
	em, glyphs := head.u16(18), maxp.u16(4)
	if em < 16 || em > 16384 || glyphs == 0 {
		return errDamaged
	}
	f.em = float64(em)
	if weight := f.tables["fvar"].weight(); weight != 0 && (weight < 300 || weight > 500) {
		return &Unusable{fmt.Sprintf("it holds several weights, of which it gives %d where none is asked for", weight), "use the file of one weight, which most are published as, too: NAME-Regular.ttf"}
	}
	if err := f.checkGlyphs(glyphs); err != nil {
		return err
	}
	cmap, err := f.tables["cmap"].oneMap()
	if err != nil {
		return err
	}
	f.tables["cmap"] = cmap
	for _, tag := range []string{"GSUB", "GPOS"} {
		if t, ok := f.tables[tag]; ok {
			if f.tables[tag], err = checkLayout(t, tag == "GPOS"); err != nil {
				return err
			}
		}
	}
	if t, ok := f.tables["GDEF"]; ok {
		f.tables["GDEF"], err = checkDefinitions(t)
	}
	return err
}

// oneMap is the table with one map alone, the fullest: all maps at once may be far
// larger than the file.
func (t table) oneMap() (table, error) {
	const mostMaps = 100
	best, from := 0, 0
	for i := range min(t.u16(2), mostMaps) {
		entry := 4 + 8*i
		at := t.u32(entry + 4)
		rank := map[[3]int]int{{3, 10, 12}: 6, {0, 6, 12}: 5, {0, 4, 12}: 4, {0, 3, 4}: 2, {3, 1, 4}: 3, {0, 1, 4}: 1, {0, 0, 4}: 1}[[3]int{t.u16(entry), t.u16(entry + 2), t.u16(at)}]
		if rank > best {
			best, from = rank, at
		}
	}
	if best == 0 || from >= len(t) {
		return nil, &Unusable{"it has no map from Unicode characters to glyphs", "use a newer version of the font"}
	}
	platform, encoding := 3, 1
	length := t.u16(from + 2)
	if t.u16(from) == 12 {
		encoding, length = 10, t.u32(from+4)
	}
	length = min(length, len(t)-from)
	out := table{0, 0, 0, 1, 0, byte(platform), 0, byte(encoding), 0, 0, 0, 12}
	return append(out, t[from:from+length]...), nil
}

// weight is that of a variable font where none is asked for; 0 of other fonts.
func (t table) weight() int {
	const mostAxes = 64
	for i := range min(t.u16(8), mostAxes) {
		if axis := t.u16(4) + i*t.u16(10); begins(t, axis) == "wght" {
			return t.u16(axis + 8) // the whole part
		}
	}
	return 0
}

// family is the name that a table gives the font in English; "" for none.
func (t table) family() string {
	const typographic, family, windows, english = 16, 1, 3, 0x409
	best, name := 0, ""
	for i := range t.u16(2) {
		entry := 6 + 12*i
		id, from, length := t.u16(entry+6), t.u16(4)+t.u16(entry+10), t.u16(entry+8)
		if t.u16(entry) != windows || t.u16(entry+4) != english || (id != family && id != typographic) || id <= best || from+length > len(t) {
			continue
		}
		units := make([]uint16, length/2)
		for k := range units {
			units[k] = uint16(t.u16(from + 2*k))
		}
		best, name = id, string(utf16.Decode(units))
	}
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`"'\<>{};&`, r) {
			return -1
		}
		return r
	}, name)
	const longest = 60
	if len(name) > longest {
		return ""
	}
	return strings.TrimSpace(name)
}

// Covers reports whether the font has a glyph for a character.
func (f *Font) Covers(r rune) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.covers(r)
}

func (f *Font) covers(r rune) bool {
	g, ok := f.face.NominalGlyph(r)
	return ok && g != 0
}
