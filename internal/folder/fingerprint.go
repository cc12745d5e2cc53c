package folder

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

// A Dependency is what a reader looked at in the project folder: a file's bytes, a
// folder's names, or the kind of thing that has a name. As long as its fingerprint
// is the same, the reader would read the same.
type Dependency struct {
	kind dependencyKind
	// name is relative to what was read: "" for itself.
	name string
	// fingerprint is a hash or a description.
	fingerprint string
}

// dependencyKind is how the folder was looked at.
type dependencyKind string

const (
	onBytes dependencyKind = "bytes"
	onNames dependencyKind = "names"
	onKind  dependencyKind = "kind"
)

// fingerprint looks at a name again.
func (in *Folder) fingerprint(l dependencyKind, name string) (string, error) {
	switch l {
	case onBytes:
		input, err := in.Sum(name)
		return input.SHA256, err
	case onNames:
		entries, err := in.ReadDir(name)
		return describe(entries), err
	}
	info, err := in.Stat(name)
	return kindOf(info, err), ignoreAbsence(err)
}

// Unchanged reports whether everything that a reader looked at under another name, or under the
// same, has the same fingerprint under this one.
func (in *Folder) Unchanged(name string, seen []Dependency) bool {
	for _, s := range seen {
		if saw, err := in.fingerprint(s.kind, path.Join(name, s.name)); err != nil || saw != s.fingerprint {
			return false
		}
	}
	return true
}

func describe(entries []fs.DirEntry) string {
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintf(&b, "%q %v\n", e.Name(), e.Type())
	}
	return b.String()
}

func kindOf(info fs.FileInfo, err error) string {
	if err != nil {
		return "absent"
	}
	return info.Mode().Type().String()
}

// ignoreAbsence is nil where nothing has the name, which is an answer too.
func ignoreAbsence(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Tracked is the project folder while a reader looks at it; it remembers what
// the reader saw.
type Tracked struct {
	*Folder
	base string

	mu     sync.Mutex
	seen   map[Dependency]bool
	opened map[string]bool // and, once it has been read to its end, no more
	failed bool
}

// Track begins to remember what a reader sees under a name; "" is the whole
// folder.
func Track(in *Folder, base string) *Tracked {
	return &Tracked{Folder: in, base: base, seen: map[Dependency]bool{}, opened: map[string]bool{}}
}

// Dependencies are what was seen, in order; whole is false where not all of it is
// known, as when a file was read in part.
func (o *Tracked) Dependencies() (seen []Dependency, whole bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for s := range o.seen {
		seen = append(seen, s)
	}
	slices.SortFunc(seen, func(a, b Dependency) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.name, b.name), cmp.Compare(a.fingerprint, b.fingerprint))
	})
	return seen, !o.failed && len(o.opened) == 0
}

// note remembers a look. A look outside the base can't be given a name that is
// relative to it.
func (o *Tracked) note(l dependencyKind, name, saw string, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	rest, under := strings.CutPrefix(name, o.base)
	o.failed = o.failed || err != nil || !under || o.base != "" && rest != "" && rest[0] != '/'
	o.seen[Dependency{l, strings.TrimPrefix(rest, "/"), saw}] = true
}

// Open opens a file; what it is, is known when it has been read to its end. A
// file that changes meanwhile may have been read in part before and in part
// after.
func (o *Tracked) Open(name string) (fs.File, error) {
	before, _ := o.Folder.Stat(name) // opening says what is wrong
	f, err := o.Folder.open(name, func(input Input) {
		o.Folder.record(input)
		after, err := o.Folder.Stat(name)
		if err == nil && (after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime())) {
			err = errChanged
		}
		o.note(onBytes, name, input.SHA256, err)
		o.mu.Lock()
		defer o.mu.Unlock()
		delete(o.opened, name)
	})
	o.mu.Lock()
	defer o.mu.Unlock()
	o.opened[name] = true
	o.failed = o.failed || err != nil
	return f, err
}

var errChanged = errors.New("the file changed while it was read")

// ReadFile reads a whole file.
func (o *Tracked) ReadFile(name string) ([]byte, error) {
	data, input, err := o.Folder.readFile(name)
	o.note(onBytes, name, input.SHA256, err)
	return data, err
}

// ReadDir lists a folder.
func (o *Tracked) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := o.Folder.ReadDir(name)
	o.note(onNames, name, describe(entries), err)
	return entries, err
}

// Stat says what has a name.
func (o *Tracked) Stat(name string) (fs.FileInfo, error) {
	info, err := o.Folder.Stat(name)
	o.note(onKind, name, kindOf(info, err), ignoreAbsence(err))
	return info, err
}

// Sum is a file's size and hash. The file is read for them unless the cache
// knows them and the system vouches that it is the same.
func (in *Folder) Sum(name string) (Input, error) {
	info, err := in.regular(name)
	if err != nil {
		return Input{}, err
	}
	if input, known := in.hashes.known(name, info); known {
		in.record(input)
		return input, nil
	}
	var sum Input
	f, err := in.open(name, func(input Input) { sum = input })
	if err != nil {
		return Input{}, err
	}
	_, err = io.Copy(io.Discard, f)
	if err = errors.Join(err, f.Close()); err != nil {
		return Input{}, err
	}
	if sum.File == "" {
		return Input{}, fmt.Errorf("%s can't be read to its end", name)
	}
	in.record(sum)
	if after, err := in.regular(name); err == nil {
		in.hashes.keep(sum, info, after)
	}
	return sum, nil
}
