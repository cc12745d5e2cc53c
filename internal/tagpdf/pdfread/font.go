package pdfread

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// font says which characters a text's codes are.
type font struct {
	wide       bool // codes of two bytes
	characters map[uint16]string
}

// fontOf is a font by its place among the resources.
func (r *reader) fontOf(o types.Object) *font {
	n := number(o)
	if f := r.fonts[n]; n > 0 && f != nil {
		return f
	}
	d := r.dict(o)
	f := &font{wide: r.name(d["Subtype"]) == "Type0"}
	if data, err := r.stream(d["ToUnicode"]); err == nil {
		f.characters = characterMap(data)
	}
	r.fonts[n] = f
	return f
}

// decode is a text's characters. One that nothing tells is U+FFFD in a font of two
// bytes a character, and what Windows has for it in others.
func (f *font) decode(codes []byte) string {
	if f == nil {
		return strings.Repeat("\ufffd", len(codes))
	}
	var b strings.Builder
	for i := 0; i < len(codes); {
		code := uint16(codes[i])
		if i++; f.wide {
			if i == len(codes) {
				break
			}
			code = code<<8 | uint16(codes[i])
			i++
		}
		s, known := f.characters[code]
		switch {
		case known:
			b.WriteString(s)
		case f.wide:
			b.WriteRune('\ufffd')
		default:
			b.WriteRune(charmap.Windows1252.DecodeByte(byte(code)))
		}
	}
	return b.String()
}

// characterMap reads a ToUnicode map (ISO 32000-1, 9.10.3): codes, and ranges of
// them.
func characterMap(data []byte) map[uint16]string {
	m := map[uint16]string{}
	said := 0 // by ranges
	l := &lexer{data}
	var operands []token
	for {
		t := l.next()
		switch {
		case t.kind == endOfStream:
			return m
		case t.kind != anOperator:
			if len(operands) < maxOperands {
				operands = append(operands, t)
			}
			continue
		case string(t.text) == "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				m[code(operands[i].text)] = characters(operands[i+1].text)
			}
		case string(t.text) == "endbfrange":
			said = ranges(m, operands, said)
		}
		operands = operands[:0]
	}
}

// maxCodes is how often a font's codes may be said; there are no more.
const maxCodes = 1 << 16

// ranges adds ranges of codes: each with the characters of its first code, from
// which the others count on, or with a list. It counts what is said.
func ranges(m map[uint16]string, operands []token, said int) int {
	for i := 0; i+2 < len(operands); {
		first, last := code(operands[i].text), code(operands[i+1].text)
		i += 2
		if operands[i].kind == aBracket {
			for i++; i < len(operands) && operands[i].kind == aString; i++ {
				m[first] = characters(operands[i].text)
				first++
			}
			i++ // past the bracket
			continue
		}
		units := operands[i].text
		i++
		if len(units) < 2 {
			continue
		}
		low := binary.BigEndian.Uint16(units[len(units)-2:])
		for n := 0; n <= int(last)-int(first) && said < maxCodes; n++ {
			said++
			end := binary.BigEndian.AppendUint16(nil, low+uint16(n))
			m[first+uint16(n)] = characters(append(units[:len(units)-2:len(units)-2], end...))
		}
	}
	return said
}

func code(b []byte) uint16 {
	var n uint16
	for _, c := range b {
		n = n<<8 | uint16(c)
	}
	return n
}

// characters are those of UTF-16 units.
func characters(b []byte) string {
	var units []uint16
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, binary.BigEndian.Uint16(b))
	}
	return string(utf16.Decode(units))
}
