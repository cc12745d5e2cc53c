package table

import (
	"bytes"
	"io"
)

// lineReader reads a text, which begins as top does, with line ends that csv knows; nil
// where it has them as it is.
func lineReader(text io.Reader, top []byte) io.Reader {
	switch {
	case endsDoubled(top):
		return &crReader{raw: text, to: withoutSecond}
	case endsWithCR(top):
		return &crReader{raw: text, to: asNewline}
	}
	return nil
}

// endsDoubled reports whether the first line of a text that isn't within quotation marks
// ends with two carriage returns and a newline: so do those of programs that write "\r\n"
// through Windows, which makes "\r\n" of every newline.
func endsDoubled(top []byte) bool {
	quoted := false
	for i, b := range top {
		switch {
		case b == '"':
			quoted = !quoted
		case b == '\n' && !quoted:
			return bytes.HasSuffix(top[:i], []byte("\r\r"))
		}
	}
	return false
}

// endsWithCR reports whether the lines of a text end as on Macs before 2001, with a
// carriage return alone, by its beginning. Cells that are quoted may have line
// breaks of another kind within them, as where Excel saves such a text.
func endsWithCR(top []byte) bool {
	quoted, found := false, false
	for _, b := range top {
		switch {
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == '\n':
			return false
		case b == '\r':
			found = true
		}
	}
	return found
}

// A crReader reads a text with other line ends.
type crReader struct {
	raw   io.Reader
	to    func(b byte, after bool) (as byte, kept bool)
	after bool // the last byte was a carriage return
}

// withoutSecond leaves out a carriage return behind another.
func withoutSecond(b byte, after bool) (byte, bool) { return b, b != '\r' || !after }

// asNewline makes newlines of the carriage returns of a text, and one of those that a
// newline follows.
func asNewline(b byte, after bool) (byte, bool) {
	if b == '\r' {
		return '\n', true
	}
	return b, b != '\n' || !after
}

func (r *crReader) Read(p []byte) (int, error) {
	for {
		n, err := r.raw.Read(p)
		kept := p[:0]
		for _, b := range p[:n] {
			if as, keep := r.to(b, r.after); keep {
				kept = append(kept, as)
			}
			r.after = b == '\r'
		}
		if len(kept) > 0 || err != nil || n == 0 {
			return len(kept), err
		}
	}
}
