package table

import "io"

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
