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
		return &doubledReader{raw: text}
	case endsWithCR(top):
		return &crReader{raw: text}
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

// A doubledReader leaves out a carriage return behind another.
type doubledReader struct {
	raw   io.Reader
	after bool // the last byte was a carriage return
}

func (r *doubledReader) Read(p []byte) (int, error) {
	for {
		n, err := r.raw.Read(p)
		kept := p[:0]
		for _, b := range p[:n] {
			if b != '\r' || !r.after {
				kept = append(kept, b)
			}
			r.after = b == '\r'
		}
		if len(kept) > 0 || err != nil || n == 0 {
			return len(kept), err
		}
	}
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

// A crReader makes newlines of the carriage returns of a text, and one of those
// that a newline follows.
type crReader struct {
	raw   io.Reader
	after bool // the last byte was a carriage return
}

func (r *crReader) Read(p []byte) (int, error) {
	for {
		n, err := r.raw.Read(p)
		kept := p[:0]
		for _, b := range p[:n] {
			switch {
			case b == '\r':
				kept = append(kept, '\n')
			case b != '\n' || !r.after:
				kept = append(kept, b)
			}
			r.after = b == '\r'
		}
		if len(kept) > 0 || err != nil || n == 0 {
			return len(kept), err
		}
	}
}
