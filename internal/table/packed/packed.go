// Package packed reads what gzip and zip files hold, as it is unpacked: nothing
// goes to disk, and what a bomb unpacks to is never waited for.
package packed

import (
	"archive/zip"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/klauspost/compress/flate"
)

// Limits. The text of a ledger deflates to a tenth or a thirtieth, a bomb to a
// thousandth.
const (
	// MaxRatio is how many times its packed size a file may unpack to, once that
	// is more than Free bytes.
	MaxRatio = 100
	Free     = 32 << 20
	// maxDirectory is how many bytes of a zip file are read to list its members,
	// each of which takes 46 at least and several times that in memory.
	maxDirectory = 8 << 20
)

// Errors that say what is wrong with a packed file.
var (
	ErrRatio     = fmt.Errorf("it unpacks to more than %d times its size, as no real table does", MaxRatio)
	ErrTruncated = errors.New("the packed file ends before its contents do, as where a copy or download broke off")
	ErrChecksum  = errors.New("the contents don't agree with their check sum: the packed file is damaged")
	ErrDamaged   = errors.New("the packed file is damaged, or was cut off")
	ErrTrailing  = errors.New("after the packed contents stands something that isn't gzip")
	ErrPassword  = errors.New("it is protected with a password")
	ErrMethod    = errors.New("it is packed by a method that apr doesn't know; apr knows the usual one, Deflate")
	ErrDirectory = errors.New("it has more members than apr lists")
)

// IsGzip and IsZip look at how a file begins.
func IsGzip(start []byte) bool { return len(start) >= 2 && start[0] == 0x1f && start[1] == 0x8b }

func IsZip(start []byte) bool {
	return len(start) >= 4 && (string(start[:4]) == "PK\x03\x04" || string(start[:4]) == "PK\x05\x06")
}

// Gzip unpacks a gzip file, of one part or several one after the other.
func Gzip(raw io.Reader) (io.Reader, error) {
	in := &counter{raw: raw}
	z, err := gzip.NewReader(in)
	if errors.Is(err, gzip.ErrHeader) {
		return nil, ErrDamaged
	} else if err != nil {
		return nil, explained(err)
	}
	return &limited{raw: z, in: func() int64 { return in.n }}, nil
}

// Zip lists the members of a zip file of so many bytes.
func Zip(file io.ReaderAt, size int64) (*zip.Reader, error) {
	r := &directoryReader{ReaderAt: file, left: maxDirectory}
	z, err := zip.NewReader(r, size)
	r.listed = true // members are read side by side, and bounded by themselves
	if errors.Is(err, zip.ErrInsecurePath) {
		err = nil // a member's name is shown and compared, and never opened
	}
	if err != nil {
		return nil, explained(err)
	}
	// It unpacks in three quarters of the time that compress/flate needs.
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	return z, nil
}

// Member unpacks one member of a zip file.
func Member(f *zip.File) (io.ReadCloser, error) {
	if f.Flags&1 != 0 {
		return nil, ErrPassword
	}
	r, err := f.Open()
	if err != nil {
		return nil, explained(err)
	}
	packed := int64(min(f.CompressedSize64, math.MaxInt64))
	return member{&limited{raw: r, in: func() int64 { return packed }}, r}, nil
}

type member struct {
	io.Reader
	io.Closer
}

// A limited reader ends what unpacks to more than it may, and puts errors into
// words.
type limited struct {
	raw io.Reader
	in  func() int64 // bytes of the packed file so far, or of the member
	out int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.out > Free && l.out/MaxRatio > l.in() {
		return 0, ErrRatio
	}
	n, err := l.raw.Read(p)
	l.out += int64(n)
	return n, explained(err)
}

func explained(err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case err == nil || err == io.EOF:
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return ErrTruncated
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, zip.ErrChecksum):
		return ErrChecksum
	case errors.Is(err, gzip.ErrHeader):
		return ErrTrailing
	case errors.Is(err, zip.ErrAlgorithm):
		return ErrMethod
	case errors.As(err, &corrupt), errors.Is(err, zip.ErrFormat):
		return ErrDamaged
	}
	return err
}

// A counter counts what is read through it.
type counter struct {
	raw io.Reader
	n   int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.raw.Read(p)
	c.n += int64(n)
	return n, err
}

// A directoryReader gives up after so many bytes of the list of members.
type directoryReader struct {
	io.ReaderAt
	left   int64
	listed bool
}

func (r *directoryReader) ReadAt(p []byte, at int64) (int, error) {
	if !r.listed {
		if r.left -= int64(len(p)); r.left < 0 {
			return 0, ErrDirectory
		}
	}
	return r.ReaderAt.ReadAt(p, at)
}
