package pdfread

import (
	"bytes"
	"fmt"
	"io"
	"strconv"

	"github.com/klauspost/compress/zlib"

	"apr/internal/lazyregexp"
)

// Limits on a file, far above what a report needs.
const (
	maxObjects  = 1 << 20
	maxPages    = 10_000
	maxDepth    = 100
	maxStream   = 32 << 20  // bytes that one stream may unpack to
	maxUnpacked = 256 << 20 // and all that are unpacked
)

// sound looks at a file before it is taken apart: that it is a PDF and whole, isn't
// encrypted, and that its objects don't unpack to more than a report can have.
func sound(data []byte) error {
	const near = 1024 // where readers look for a file's head and its end
	if !bytes.Contains(data[:min(near, len(data))], []byte("%PDF-")) {
		return &Error{Message: "the file isn't a PDF", Hint: "name the report.pdf that apr build wrote"}
	}
	if !bytes.Contains(data[max(0, len(data)-near):], []byte("%%EOF")) {
		return &Error{Message: "the PDF ends before its end (%%EOF): it was cut short", Hint: "take it again from where it was published"}
	}
	if encrypted().Match(data) {
		return &Error{Message: "the PDF is encrypted", Hint: "save it without a password or restrictions, or name the report.pdf that apr build wrote"}
	}
	return unpacked(data)
}

var (
	encrypted = lazyregexp.Lazy(`/Encrypt\s*(?:\d+\s+\d+\s+R|<<)`)
	filters   = lazyregexp.Lazy(`/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|CCITTFaxDecode|DCTDecode|JBIG2Decode|JPXDecode|FlateDecode|Fl|Crypt)\b`)
	inflates  = lazyregexp.Lazy(`/(?:FlateDecode|Fl)\b`)
	escaped   = lazyregexp.Lazy(`#[0-9A-Fa-f]{2}`)
)

// unpacked measures what the streams with objects in them and the cross-reference
// streams unpack to, without keeping it: these are unpacked as the file is opened.
func unpacked(data []byte) error {
	total := int64(0)
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte("stream"))
		if i < 0 {
			return nil
		}
		start := at + i
		at = start + len("stream")
		body := bytes.TrimPrefix(bytes.TrimPrefix(data[at:], []byte("\r")), []byte("\n"))
		if bytes.HasSuffix(data[:start], []byte("end")) || len(body) == len(data)-at {
			continue
		}
		head := names(dictionary(data[:start]))
		if !bytes.Contains(head, []byte("/ObjStm")) && !bytes.Contains(head, []byte("/XRef")) {
			continue
		}
		used := filters().FindAll(head, -1)
		if len(used) == 0 {
			continue
		}
		if len(used) > 1 || !inflates().Match(used[0]) {
			return &Error{Message: "the PDF's objects are packed in a way that apr doesn't read", Hint: "name the report.pdf that apr build wrote"}
		}
		n, err := inflated(body, maxUnpacked-total)
		if total += n; err != nil {
			return err
		}
	}
}

// dictionary is what is before a stream from its object's number on.
func dictionary(before []byte) []byte {
	const longest = 64 << 10
	before = before[max(0, len(before)-longest):]
	return before[max(0, bytes.LastIndex(before, []byte(" obj"))):]
}

// names writes the characters of names as themselves that are written as numbers.
func names(head []byte) []byte {
	if !bytes.Contains(head, []byte("#")) {
		return head
	}
	return replace(escaped(), head)
}

func replace(re *lazyregexp.Regexp, head []byte) []byte {
	return re.ReplaceAllFunc(head, func(b []byte) []byte {
		n, _ := strconv.ParseUint(string(b[1:]), 16, 8) // two digits are a byte
		return []byte{byte(n)}
	})
}

// inflated is how many bytes a stream unpacks to. One that is damaged is left to the
// reader.
func inflated(body []byte, most int64) (int64, error) {
	z, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		return 0, nil
	}
	defer z.Close() // read only: nothing can be lost
	n, _ := io.Copy(io.Discard, io.LimitReader(z, min(most, maxStream)+1))
	if n > maxStream || n > most {
		return n, &Error{Message: fmt.Sprintf("the PDF unpacks to more than %d MB", min(most, maxStream)>>20), Hint: "a report has far less: it isn't one, or was made to harm"}
	}
	return n, nil
}
