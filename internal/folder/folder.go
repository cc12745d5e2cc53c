package folder

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"math"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"apr/internal/table/celltext"
)

// Input is one file that was read.
type Input struct {
	File   string // relative to the project folder, with forward slashes
	Size   int64
	SHA256 string // hexadecimal
}

// Folder is the project folder. It remembers the size and hash of every file
// that is read through it, so that nothing is read a second time for them.
type Folder struct {
	fsys   fs.FS
	hashes *Hashes // or nil
	// newHash makes a hash for each file.
	newHash func() hash.Hash
	mu      sync.Mutex
	read    map[string]Input
}

// New is the content of a folder. With hashes, files that they know aren't
// read again for their hash. A folder that is unhashed and has none leaves
// Input.SHA256 empty.
func New(fsys fs.FS, known *Hashes, unhashed bool) *Folder {
	in := &Folder{fsys: fsys, hashes: known, newHash: sha256.New, read: map[string]Input{}}
	if unhashed && known == nil {
		in.newHash = func() hash.Hash { return noHash{} }
	}
	return in
}

// Open opens a regular file; what is read of it is hashed on the way.
func (in *Folder) Open(name string) (fs.File, error) { return in.open(name, in.record) }

// open opens a regular file and calls record when it has been read to its end.
func (in *Folder) open(name string, record func(Input)) (fs.File, error) {
	if _, err := in.regular(name); err != nil {
		return nil, err
	}
	f, err := in.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	read := &hashedFile{File: f, name: name, record: record, hash: in.newHash()}
	if at, ok := f.(io.ReaderAt); ok {
		return &hashedFileAt{hashedFile: read, at: at}, nil
	}
	return read, nil
}

// regular looks at a file before it is opened, and refuses what isn't one.
func (in *Folder) regular(name string) (fs.FileInfo, error) {
	info, err := in.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = notAFile(name, info.Mode())
	}
	return info, err
}

// Stat doesn't open the file, which would read it.
func (in *Folder) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(in.fsys, name)
	if err != nil {
		return nil, outside(in.fsys, name, err)
	}
	return info, nil
}

// ReadDir lists a folder in order of name.
func (in *Folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(in.fsys, name)
	if err != nil {
		return nil, outside(in.fsys, name, err)
	}
	return entries, nil
}

// ReadFile reads a whole file, unless it is larger than any that belongs here.
func (in *Folder) ReadFile(name string) ([]byte, error) {
	data, _, err := in.readFile(name)
	return data, err
}

// ReadAside is ReadFile of a file that says nothing of the report and isn't among the
// inputs: who writes which text, say.
func (in *Folder) ReadAside(name string) ([]byte, error) {
	aside := &Folder{fsys: in.fsys, newHash: func() hash.Hash { return noHash{} }, read: map[string]Input{}}
	return aside.ReadFile(name)
}

func (in *Folder) readFile(name string) ([]byte, Input, error) {
	info, err := in.regular(name)
	if err != nil {
		return nil, Input{}, err
	}
	if info.Size() > maxWhole {
		return nil, Input{}, fmt.Errorf("%s has %d MB; apr reads such files up to %d MB", name, info.Size()>>20, maxWhole>>20)
	}
	data, err := fs.ReadFile(in.fsys, name)
	if err != nil {
		return data, Input{}, err
	}
	sum := in.newHash()
	sum.Write(data)
	input := Input{File: name, Size: int64(len(data)), SHA256: hex.EncodeToString(sum.Sum(nil))}
	in.record(input)
	return data, input, nil
}

func (in *Folder) record(input Input) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.read[input.File] = input
}

// Inputs is what was read so far, in order of name.
func (in *Folder) Inputs() []Input {
	in.mu.Lock()
	defer in.mu.Unlock()
	var list []Input
	for _, i := range in.read {
		list = append(list, i)
	}
	slices.SortFunc(list, func(a, b Input) int { return cmp.Compare(a.File, b.File) })
	return list
}

// noHash is the hash of files whose hash nobody asks for.
type noHash struct{}

func (noHash) Write(p []byte) (int, error) { return len(p), nil }
func (noHash) Sum(b []byte) []byte         { return b }
func (noHash) Reset()                      {}
func (noHash) Size() int                   { return 0 }
func (noHash) BlockSize() int              { return 1 }

// maxTail is how much a reader may leave unread of a file that it has used: the
// directory at the end of a zip file, say. Of one that it gave up there is more.
const maxTail = 1 << 20

// hashedFile hashes what is read of a file, and on Close what little wasn't.
type hashedFile struct {
	fs.File
	name   string
	record func(Input)
	hash   hash.Hash
	size   int64
	failed bool
	closed bool
}

func (f *hashedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.hash.Write(p[:n])
	f.size += int64(n)
	f.failed = f.failed || err != nil && err != io.EOF
	return n, err
}

func (f *hashedFile) Close() error { return f.closeAfter(maxTail) }

// closeAfter closes the file after hashing the rest of it, if that is no more
// than tail bytes.
func (f *hashedFile) closeAfter(tail int64) error {
	if _, none := f.hash.(noHash); none {
		tail = min(tail, maxTail) // a package isn't read again for it
	}
	if !f.closed && !f.failed {
		if _, err := io.CopyN(io.Discard, f, tail); err == io.EOF {
			f.record(Input{File: f.name, Size: f.size, SHA256: hex.EncodeToString(f.hash.Sum(nil))})
		}
	}
	f.closed = true
	return f.File.Close()
}

// hashedFileAt is a file that is read here and there, as zip files are. It is
// hashed as it is on disk, packed, when it is closed.
type hashedFileAt struct {
	*hashedFile
	at   io.ReaderAt
	used atomic.Bool
}

func (f *hashedFileAt) ReadAt(p []byte, at int64) (int, error) {
	f.used.Store(true)
	return f.at.ReadAt(p, at)
}

func (f *hashedFileAt) Close() error {
	if f.used.Load() {
		return f.closeAfter(math.MaxInt64)
	}
	return f.hashedFile.Close()
}

// PathError is a path that leads out of the project folder, and what to do.
type PathError struct{ Problem, Hint string }

func (e *PathError) Error() string { return e.Problem + "; " + e.Hint }

// LocalPath is a path as apr.yaml and the narrative write it, cleaned: within
// the project folder and with forward slashes, whichever were written, so that a
// project works wherever it is put. Its error says what is wrong and what to do.
func LocalPath(written string) (string, error) {
	slashed := strings.ReplaceAll(celltext.Unquoted(written), `\`, "/")
	if strings.HasPrefix(slashed, "/") || len(slashed) > 1 && slashed[1] == ':' {
		return "", &PathError{fmt.Sprintf("%q is an absolute path", written), "put the file into the project folder and write its path from there"}
	}
	clean := path.Clean(slashed)
	if !fs.ValidPath(clean) || clean == "." {
		return "", &PathError{fmt.Sprintf("%q is outside the project folder", written), "put the file into it and write its path from there"}
	}
	return clean, nil
}
