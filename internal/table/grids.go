package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"apr/internal/lazyregexp"
	"apr/internal/table/packed"
)

// Why a file gives no grids. What else is wrong with it is in the error's text.
var (
	ErrTooLarge = errors.New("the file is too large")
	ErrEmpty    = errors.New("the file is empty")
	ErrNoTable  = errors.New("this isn't a workbook or a text")
	ErrOld      = errors.New("this is a workbook in the old .xls format")
	ErrPassword = errors.New("the workbook is protected with a password")
	ErrZeros    = errors.New("the file begins with zero bytes (NULs), as neither a workbook nor a text does: it was damaged, or copying it broke off")
	ErrBinary   = errors.New("this is a binary workbook (.xlsb)")
	// ErrUTF16 is a workbook with a part that neither reader takes.
	ErrUTF16 = errors.New("is in UTF-16; those of a workbook are in UTF-8")
	// ErrInflated is a package that unpacks to more than may be in memory.
	ErrInflated = errors.New("the workbook unpacks to too much")
	// ErrZip is a zip file that holds neither a workbook nor just one text.
	ErrZip = errors.New("this is a zip file, but not a workbook")
	// ErrDamaged is a workbook whose inside can't be read.
	ErrDamaged = errors.New("the workbook is damaged")
)

// A TextError says from which line on a text can't be read, and why.
type TextError struct {
	Line int
	Err  error
}

func (e *TextError) Error() string { return e.Err.Error() }
func (e *TextError) Unwrap() error { return e.Err }

// A GridSpec says of which file to open the tables.
type GridSpec struct {
	File string
	// Limit is how many bytes the file may have, and unpack to.
	Limit int64
	// IsHeader reports whether cells are a table's header, by which the separator of
	// a text is known.
	IsHeader func(cells []string) bool
}

// OpenGrids calls read with a grid of each sheet of a workbook, in order, hidden
// ones too, or with that of a text. Grids of a workbook may be read while they are
// unpacked: what is true of them as a whole comes to light last. Read is then
// called again if it answers with ErrMerged.
func OpenGrids(fsys fs.FS, spec GridSpec, read func([]*Grid) error) error {
	content, err := readWhole(fsys, spec.File, spec.Limit)
	if err != nil {
		return err
	}
	switch {
	case len(content) == 0:
		return ErrEmpty
	case packed.IsGzip(content):
		text, err := packed.Gzip(bytes.NewReader(content))
		if err != nil {
			return fmt.Errorf("the gzip file can't be read: %w", err)
		}
		return spec.packedText("gzip file", text, read)
	case packed.IsZip(content):
		return spec.zip(content, read)
	case bytes.HasPrefix(content, oldWorkbook):
		if bytes.Contains(content, utf16LE("EncryptedPackage")) {
			return ErrPassword
		}
		return ErrOld
	}
	return spec.text(content, read)
}

// readWhole reads a file, unless it is larger than it may be.
func readWhole(fsys fs.FS, name string, limit int64) ([]byte, error) {
	if info, err := fs.Stat(fsys, name); err == nil && info.Size() > limit {
		return nil, ErrTooLarge
	}
	return fs.ReadFile(fsys, name)
}

// zip opens a workbook, or the only text that a zip file holds.
func (s *GridSpec) zip(content []byte, read func([]*Grid) error) error {
	z, err := packed.Zip(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return ErrNoTable
	}
	var size uint64
	workbook := false
	for _, f := range z.File {
		workbook = workbook || workbookPart().MatchString(f.Name)
		if size += f.UncompressedSize64; size > uint64(s.Limit) || f.UncompressedSize64 > uint64(s.Limit) {
			return ErrInflated
		}
	}
	if isBinary(z) {
		return ErrBinary
	}
	if workbook {
		return s.workbook(z, content, read)
	}
	texts, _ := members(z)
	switch {
	case isWorkbook(z) || len(texts) == 0:
		return ErrZip
	case len(texts) > 1:
		return fmt.Errorf("the zip file holds %d CSV or TXT files: %s; pack one file alone", len(texts), listed(texts))
	}
	return s.member(texts[0], read)
}

// member opens a text in a zip file.
func (s *GridSpec) member(f *zip.File, read func([]*Grid) error) error {
	text, err := packed.Member(f)
	if err != nil {
		return fmt.Errorf("the member %q can't be read: %w", shown(f), err)
	}
	defer text.Close() // read only: nothing can be lost
	return s.packedText("zip file", text, read)
}

// packedText opens what a packed file holds.
func (s *GridSpec) packedText(holder string, text io.Reader, read func([]*Grid) error) error {
	content, err := io.ReadAll(io.LimitReader(text, s.Limit+1))
	switch {
	case err != nil:
		return fmt.Errorf("the %s can't be read: %w", holder, err)
	case int64(len(content)) > s.Limit:
		return fmt.Errorf("the %s unpacks to more than %d MB; apr doesn't read it", holder, s.Limit>>20)
	case packed.IsZip(content), packed.IsGzip(content):
		return fmt.Errorf("the %s holds another packed file or a workbook, not CSV: unpack it and name what it holds", holder)
	}
	return s.text(content, read)
}

var workbookPart = lazyregexp.Lazy(`(?i)(?:^|[/\\])workbook\d*\.xml$`)

// utf16LE is ASCII in UTF-16.
func utf16LE(s string) []byte {
	var b []byte
	for _, c := range []byte(s) {
		b = append(b, c, 0)
	}
	return b
}
