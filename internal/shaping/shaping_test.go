package shaping

import (
	"bytes"
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
)

const (
	arabic   = "NotoNaskhArabic-Regular.ttf"
	gurmukhi = "NotoSansGurmukhi-Regular.ttf"
	chinese  = "DroidSansFallback.ttf"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../testdata/edge-cases/fonts/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func open(t testing.TB, name string) *Font {
	t.Helper()
	f, err := Open(read(t, name))
	if err != nil {
		t.Fatal(err)
	}
	f.File = name
	return f
}

// latin is what the report's own font has, as far as the tests are concerned.
func latin(r rune) bool { return r < 0x250 }

func words(t *testing.T, f *Font, text, lang string) []Word {
	t.Helper()
	words, err := f.Words(text, lang, latin)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func texts(words []Word) (out []string) {
	for _, w := range words {
		out = append(out, w.Text)
	}
	return out
}

// TestArabic: letters join, and words run from right to left, numbers in them from left
// to right.
func TestArabic(t *testing.T) {
	f := open(t, arabic)
	if f.Family != "Noto Naskh Arabic" {
		t.Errorf("the family is %q", f.Family)
	}
	joined, alone := words(t, f, "عع", "ar")[0], words(t, f, "ع", "ar")[0]
	if len(joined.Glyphs) != 2 || joined.Glyphs[0].id == joined.Glyphs[1].id || joined.Glyphs[0].id == alone.Glyphs[0].id {
		t.Errorf("two letters are drawn as glyphs %d and %d, one as %d: they don't join", joined.Glyphs[0].id, joined.Glyphs[1].id, alone.Glyphs[0].id)
	}
	got := words(t, f, "متاح 123 (NHS) العربية", "ar")
	want := []struct {
		text string
		own  bool
		rtl  bool
	}{{"متاح", false, true}, {"123", false, false}, {")", true, true}, {"NHS", true, false}, {"(", true, true}, {"العربية", false, true}}
	if len(got) != len(want) {
		t.Fatalf("the words are %q", texts(got))
	}
	for i, w := range want {
		// The bracket that opens is drawn on the right of what it opens, and so turned.
		if g := got[i]; g.Text != w.text || g.Own != w.own || (g.Level%2 == 1) != w.rtl {
			t.Errorf("word %d is %q, own %v, at level %d; want %q, %v, from right to left %v", i, g.Text, g.Own, g.Level, w.text, w.own, w.rtl)
		}
	}
	if !got[0].Space || !got[0].Breaks || got[2].Breaks || got[5].Space {
		t.Errorf("spaces and breaks are %+v", got)
	}
}

// TestGurmukhi: the vowel sign that is read after its consonant is drawn before it.
func TestGurmukhi(t *testing.T) {
	f := open(t, gurmukhi)
	w := words(t, f, "ਵਿ", "pa")[0]
	sign, _ := f.face.NominalGlyph('ਿ')
	if len(w.Glyphs) != 2 || w.Glyphs[0].id != int(sign) || w.Level != 0 {
		t.Errorf("the glyphs are %+v; the vowel sign's, %d, comes first", w.Glyphs, sign)
	}
}

// TestChinese: a line may end between any two characters, but not before a comma.
func TestChinese(t *testing.T) {
	f := open(t, chinese)
	got := texts(words(t, f, "生而自由，在", "zh"))
	if want := []string{"生", "而", "自", "由，", "在"}; !slices.Equal(got, want) {
		t.Errorf("the words are %q, want %q", got, want)
	}
}

func TestWhatNeitherFontHas(t *testing.T) {
	f := open(t, arabic)
	if r, ok := f.Missing("متاح NHS 中文", latin); !ok || r != '中' {
		t.Errorf("%q is missing (%v), want 中", r, ok)
	}
	if r, ok := f.Missing("متا\u200dح\u200f NHS", latin); ok {
		t.Errorf("%q is missing; nobody sees it", r)
	}
	if _, err := f.Words("中", "ar", latin); err == nil {
		t.Error("a character that no font has is set")
	}
}

func TestCut(t *testing.T) {
	f := open(t, arabic)
	whole := words(t, f, strings.Repeat("متاح", 50), "ar")[0]
	head, tail, ok := whole.Cut(10)
	if !ok || head.Width > 10 || head.Text+tail.Text != whole.Text || !head.Breaks || len(head.Glyphs)+len(tail.Glyphs) != len(whole.Glyphs) {
		t.Errorf("a word %.1f wide is cut to %.1f and %.1f, %v", whole.Width, head.Width, tail.Width, ok)
	}
	if _, _, ok := head.Cut(0); !ok {
		t.Error("one character at least fits any room")
	}
	one := words(t, f, "ع", "ar")[0]
	if _, _, ok := one.Cut(0.1); ok {
		t.Error("one character is cut")
	}
}

// TestWOFF: what a page gets sets the text with the same glyphs, is far smaller than
// the font, and leaves other characters to other fonts.
func TestWOFF(t *testing.T) {
	for _, c := range []struct{ file, text, lang string }{
		{arabic, "هذا النص متاح باللغة العربية.", "ar"}, {gurmukhi, "ਪੰਜਾਬੀ ਵਿੱਚ", "pa"}, {chinese, "人人生而自由", "zh-Hans"},
	} {
		f := open(t, c.file)
		woff, err := f.WOFF([]Passage{{c.text, c.lang}}, latin)
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := f.WOFF([]Passage{{c.text, c.lang}}, latin); !bytes.Equal(woff, again) {
			t.Errorf("%s: two subsets differ", c.file)
		}
		if len(woff) >= len(read(t, c.file)) {
			t.Errorf("%s: the subset has %d bytes", c.file, len(woff))
		}
		face, err := font.ParseTTF(bytes.NewReader(woff))
		if err != nil {
			t.Fatalf("%s: the subset can't be read: %v", c.file, err)
		}
		for _, w := range words(t, f, c.text, c.lang) {
			for _, g := range w.Glyphs {
				shape, ok := face.GlyphDataOutline(font.GID(g.id))
				if !ok || len(shape.Segments) != len(g.Outline.Segments) {
					t.Errorf("%s: glyph %d of %q has %d segments, want %d", c.file, g.id, w.Text, len(shape.Segments), len(g.Outline.Segments))
				}
				if got, want := face.HorizontalAdvance(font.GID(g.id)), f.face.HorizontalAdvance(font.GID(g.id)); got != want {
					t.Errorf("%s: glyph %d is %v wide, want %v", c.file, g.id, got, want)
				}
			}
		}
		if _, ok := face.NominalGlyph('7'); ok {
			t.Errorf("%s: the subset has a character that the text hasn't", c.file)
		}
		if len(face.GSUB.Lookups) != len(f.face.GSUB.Lookups) {
			t.Errorf("%s: the subset has %d rules, want %d", c.file, len(face.GSUB.Lookups), len(f.face.GSUB.Lookups))
		}
	}
}

// TestWholeOrNotAtAll: a font whose licence asks for it isn't divided.
func TestWholeOrNotAtAll(t *testing.T) {
	f, err := Open(changed(t, arabic, "OS/2", func(b table) { binary.BigEndian.PutUint16(b[8:], notDivided) }))
	if err != nil {
		t.Fatal(err)
	}
	woff, err := f.WOFF([]Passage{{"متاح", "ar"}}, latin)
	if err != nil {
		t.Fatal(err)
	}
	face, err := font.ParseTTF(bytes.NewReader(woff))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := face.NominalGlyph('7'); !ok {
		t.Error("a character is missing")
	}
}

// changed is a test font with a table that was changed.
func changed(t testing.TB, name, tag string, change func(table)) []byte {
	t.Helper()
	ts, err := readTables(read(t, name))
	if err != nil {
		t.Fatal(err)
	}
	out := maps.Clone(ts)
	out[tag] = bytes.Clone(out[tag])
	change(out[tag])
	return out.file()
}

// without is a test font without a table.
func without(t testing.TB, name, tag string) []byte {
	ts, err := readTables(read(t, name))
	if err != nil {
		t.Fatal(err)
	}
	delete(ts, tag)
	return ts.file()
}

// selfCalling is a table GSUB whose one lookup, with a context of one glyph, calls
// itself.
func selfCalling() table {
	put := func(values ...uint16) (b table) {
		for _, v := range values {
			b = binary.BigEndian.AppendUint16(b, v)
		}
		return b
	}
	return put(
		1, 0, 10, 10, 12, // version, scripts, features, lookups
		0, 1, 4, // no scripts and features; one lookup
		5, 0, 1, 8, // a context
		3, 1, 1, 14, 0, 0, 0, // format 3, one glyph, one call: at 0, lookup 0
		1, 1, 3) // which glyph
}

func TestWhatIsRefused(t *testing.T) {
	data := read(t, arabic)
	bits := func(says uint16) []byte {
		return changed(t, arabic, "OS/2", func(b table) { binary.BigEndian.PutUint16(b[8:], says) })
	}
	calling := func(rules table) []byte {
		ts, err := readTables(data)
		if err != nil {
			t.Fatal(err)
		}
		ts["GSUB"] = rules
		return ts.file()
	}
	// A rule set at 32,000 offsets, with a rule at 1,500 offsets.
	bomb := func() table {
		const sets, rules = 32000, 1500
		b := selfCalling()[:24:24]
		put := func(values ...uint16) {
			for _, v := range values {
				b = binary.BigEndian.AppendUint16(b, v)
			}
		}
		put(1, 0, sets)
		for range sets {
			put(6 + 2*sets)
		}
		put(rules)
		for range rules {
			put(2 + 2*rules)
		}
		put(1, 0)
		return b
	}
	ts, err := readTables(data)
	if err != nil {
		t.Fatal(err)
	}
	ts["fvar"] = append(table{0, 1, 0, 0, 0, 16, 0, 2, 0, 1, 0, 20, 0, 1, 0, 8}, "wght\x00\x64\x00\x00\x00\x64\x00\x00\x03\x84\x00\x00\x00\x00\x01\x00"...)
	thin := ts.file()
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"a variable font that is thin", thin, "gives 100"},
		{"no font", []byte("A text, and no font."), "isn't a TrueType font"},
		{"empty", nil, "ends too early"},
		{"PostScript", append([]byte("OTTO"), data[4:]...), "PostScript"},
		{"a web font", append([]byte("wOFF"), data[4:]...), "font for web pages"},
		{"cut off", data[:len(data)/2], "ends too early"},
		{"cut off in the directory", data[:40], "ends too early"},
		{"huge", make([]byte, MostBytes+1), "more than 32 MB"},
		{"without outlines", without(t, arabic, "glyf"), "no table glyf"},
		{"without characters", without(t, arabic, "cmap"), "no table cmap"},
		{"restricted", bits(restricted), "restricted"},
		{"bitmaps", bits(onlyAsBitmaps), "bitmaps only"},
		{"a glyph made of itself", changed(t, arabic, "glyf", cyclic), "made of itself"},
		{"outlines elsewhere", changed(t, arabic, "loca", func(b table) {
			for i := range b {
				b[i] = 0xff
			}
		}), "outside its table"},
		{"a rule that calls itself", calling(selfCalling()), "without end"},
		{"a milliard rules", calling(bomb()), "larger than the font"},
	} {
		f, err := Open(c.data)
		if unusable, ok := errors.AsType[*Unusable](err); !ok || f != nil || !strings.Contains(err.Error(), c.want) || unusable.Hint == "" {
			t.Errorf("%s: the error is %v, want %q and what to do", c.name, err, c.want)
		}
	}
	if _, err := Open(bits(restricted | editable)); err != nil {
		t.Errorf("of two licences the freer counts (OpenType 1.2 to 1.6): %v", err)
	}
}

// cyclic makes the second glyph a composite of itself.
func cyclic(glyf table) {
	copy(glyf, []byte{0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}) // of glyph 0
}

// FuzzFont sets a text in a font that may be damaged.
func FuzzFont(f *testing.F) {
	for _, name := range []string{arabic, gurmukhi, chinese} {
		f.Add(read(f, name))
	}
	f.Add(changed(f, arabic, "glyf", cyclic))
	f.Fuzz(func(t *testing.T, data []byte) {
		font, err := Open(data)
		if err != nil {
			if _, ok := errors.AsType[*Unusable](err); !ok {
				t.Fatalf("the error is %v, which says nothing of what to do", err)
			}
			return
		}
		for _, text := range []string{"متاح 12 (NHS)", "ਵਿੱਚ", "生而自由，", "لا لله"} {
			words, err := font.Words(text, "ar", func(rune) bool { return true })
			if err != nil {
				continue
			}
			for _, w := range words {
				_, _, _ = w.Cut(0.5)
			}
			_, _ = font.WOFF([]Passage{{text, "ar"}}, func(rune) bool { return true })
		}
	})
}
