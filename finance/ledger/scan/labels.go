package scan

import "bytes"

// odd are the bytes, in small letters, that may be before a label: blanks, the
// quotation mark of a cell, and whatever isn't ASCII.
var odd = oddBytes()

func oddBytes() (set [256]bool) {
	for b := range set {
		set[b] = b >= 0x80 || bytes.IndexByte([]byte("\" =\t\r\n\v\f\x00"), byte(b)) >= 0
	}
	return set
}

// beginnings are the four letters that labels begin with, each at its hash.
var beginnings = [16]uint32{
	1:  'r' | 'e'<<8 | 's'<<16 | 'u'<<24,
	3:  'b' | 'a'<<8 | 'l'<<16 | 'a'<<24,
	4:  'g' | 'r'<<8 | 'a'<<16 | 'n'<<24,
	5:  's' | 'u'<<8 | 'b'<<16 | 't'<<24,
	7:  's' | 'u'<<8 | 'b'<<16 | '-'<<24,
	9:  'c' | 'a'<<8 | 'r'<<16 | 'r'<<24,
	12: 't' | 'o'<<8 | 't'<<16 | 'a'<<24,
	13: 's' | 'u'<<8 | 'b'<<16 | ' '<<24,
	14: 'b' | 'r'<<8 | 'o'<<16 | 'u'<<24,
	15: 'o' | 'v'<<8 | 'e'<<16 | 'r'<<24,
}

// findLabels leaves rows to the ledger that have a total's label in a column that
// nothing else reads. A row of which both columns say what it is needs no look.
func (s *scanner) findLabels(buf []byte, r *rows) {
	every := len(s.layout.Identity) != 2
	for row, class := range s.row {
		if every || class >= partly {
			s.row[row] = s.withoutLabel(buf, r.at[row], class)
		}
	}
}

// withoutLabel is the class of a row that has no label, or forLedger.
func (s *scanner) withoutLabel(buf []byte, at, class int32) int32 {
	if class >= partly {
		class &^= partly
	}
	marks := s.rows.marks[at:]
	for _, column := range s.texts {
		i, end := int(marks[column])+1, int(marks[column+1])
		word := load64(buf, i)
		start := uint32(word) | 0x20202020
		ends := endsInTotal(buf, end)
		if beginnings[start*0x67dba9>>28] != start && !odd[byte(word)] && byte(word>>8) != '/' && !ends {
			continue
		}
		if end > i && (ends || s.mayLabel(buf, at, column, word)) && s.layout.Labels(s.rows.text(buf, at, column)) {
			return forLedger
		}
	}
	return class
}

// endsInTotal reports whether the cell that ends at a place may end with a total's
// word, or in a way that has to be looked at closer.
func endsInTotal(buf []byte, end int) bool {
	word := load64(buf, end-8) | 0x2020202020202020
	return word>>24 == totalEnd || word>>16&(1<<40-1) == totalEnd
}

// totalEnd is the word total as the upper bytes of a word.
const totalEnd = 't' | 'o'<<8 | 't'<<16 | 'a'<<24 | 'l'<<32

// mayLabel looks at a cell that may begin as a label.
func (s *scanner) mayLabel(buf []byte, at int32, column int, word uint64) bool {
	if byte(word) == '"' {
		word = load64(buf, int(s.rows.marks[int(at)+column])+2)
	}
	if odd[byte(word)] {
		return true
	}
	var first [8]byte
	for i := range first {
		first[i] = byte(word>>(8*i)) | 0x20
	}
	switch string(first[:4]) {
	case "tota":
		return first[4] == 'l'
	case "sub-", "sub ", "subt":
		return string(first[3:5]) == "to" || first[4] == 't'
	case "gran":
		return first[4] == 'd'
	case "over":
		return string(first[4:7]) == "all"
	case "carr":
		return string(first[4:7]) == "ied"
	case "brou":
		return string(first[4:7]) == "ght"
	case "resu":
		return first[4] == 'l' && first[5] == 't'
	case "bala":
		return string(first[4:7]) == "nce"
	}
	switch string(first[:3]) {
	case "c/f", "b/f", "c/d", "b/d":
		return true
	}
	return false
}

// text is a cell as encoding/csv reads it.
func (r *rows) text(buf []byte, at int32, column int) string {
	start, end, ok := r.unquoted(buf, at, column)
	text := buf[start:end]
	if !ok {
		text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte(`""`), []byte(`"`)), []byte("\r\n"), []byte("\n"))
	}
	return string(text)
}
